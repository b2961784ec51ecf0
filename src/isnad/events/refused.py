"""The trigger words of a document that was read before, and why each evokes no event: for whoever asks."""

from __future__ import annotations

from datetime import date

from isnad.dates import find_expressions
from isnad.events.build import read_events
from isnad.names.people import read_people
from isnad.records import Analysis, Span
from isnad.text import Reading, View


def refused(analysis: Analysis) -> tuple[tuple[Span, str], ...]:
    """Raw spans of trigger words that gave no event, each with the reason, in text order."""
    view = View(analysis.text)
    r = Reading(view, [block.span.start for block in analysis.blocks])
    people = read_people(r, [r.sentences[n] for n in range(len(r.sentences))])
    anchor = date.fromisoformat(analysis.anchor.value[:10]) if analysis.anchor is not None else None
    dates = find_expressions(view, anchor)
    return read_events(r, analysis.blocks, analysis.claims, analysis.entities, people, dates, anchor).rejected
