"""The pipeline for one document: the only place that orders the stages.

    Document ─▶ View ─▶ layout ─▶ names and claims ─▶ events ─▶ figures ─▶ arrangements ─▶ Analysis

`analyse` touches neither disk nor network and keeps nothing between documents, so the same document gives the
same analysis in any order, in any process.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

from msgspec.structs import replace

from isnad import __version__
from isnad.arrangements import read_arrangements
from isnad.claims import read_claims
from isnad.dates import TimeExpression, find_expressions
from isnad.errors import InputError
from isnad.events import read_events
from isnad.figures import read_figures
from isnad.layout import Layout, read_layout
from isnad.lexicon import joined
from isnad.lexicon.languages import why_not_arabic
from isnad.lexicon.load import DATA, digest
from isnad.records import Analysis, Document, Unread
from isnad.text import Reading, View

_STORY = frozenset({"headline", "deck", "body"})


def analyse(document: Document) -> Analysis:
    """All that is read from one document, in the shape that `isnad extract` prints.

    Spans are half-open ranges of code points of `document.text`. A text that is not Arabic comes back with
    the reason in `skipped` and nothing read. Raises InputError for a text or an id with a lone surrogate,
    which no encoding can write.
    """
    view = View(document.text)
    skipped = why_not_arabic(document.text, view.fold)
    nothing = Analysis(
        id=document.id,
        sha256=_digest(document),
        text=document.text,
        version=version(),
        skipped=skipped,
        outlet=None,
        published=None,
        anchor=None,
        blocks=(),
        stories=(),
        entities=(),
        claims=(),
        unread=(),
    )
    if skipped is not None:
        return nothing
    layout = read_layout(document, view)
    reading = Reading(view, [block.span.start for block in layout.blocks], joined.cuts)
    read = read_claims(reading, layout.blocks, layout.outlet.country if layout.outlet is not None else None)
    anchor = date.fromisoformat(layout.anchor.value[:10]) if layout.anchor is not None else None
    times = find_expressions(view, anchor)
    happened = read_events(reading, layout.blocks, read.claims, read.entities, read.people, times, anchor)
    counted = read_figures(reading, layout.blocks, read.claims, [time.span for time in times])
    unread = (*read.unread, *_unresolved_dates(times, layout), *counted.unread)
    return replace(
        nothing,
        outlet=layout.outlet,
        published=layout.published,
        anchor=layout.anchor,
        blocks=layout.blocks,
        stories=layout.stories,
        entities=read.entities,
        claims=read.claims,
        unread=tuple(sorted(unread, key=lambda u: u.span)),
        events=happened.events,
        figures=counted.figures,
        arrangements=read_arrangements(reading, layout.blocks, read.claims, read.entities),
    )


def _unresolved_dates(times: tuple[TimeExpression, ...], layout: Layout) -> list[Unread]:
    """The time expressions of the story that no day could be counted for, with the reason."""
    spans = [block.span for block in layout.blocks if block.label in _STORY]
    return [
        Unread(span=time.span, what="date not resolved", why=time.why)
        for time in times
        if not time.resolved and any(span.holds(time.span) for span in spans)
    ]


@cache
def version() -> str:
    """The engine's version and a digest of all lexicon data: `isnad 0.1.0+lexicon.1a2b3c4d`."""
    tables = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file())
    return f"isnad {__version__}+lexicon.{digest(*tables)[:8]}"


def _digest(document: Document) -> str:
    try:
        document.id.encode()
        return hashlib.sha256(document.text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        reason = f"lone surrogate at code point {error.start}; write that character as valid Unicode"
        raise InputError(ascii(document.id), reason) from error
