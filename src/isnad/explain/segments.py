"""A text cut at every border of a record, so that marks that nest or overlap can be shown in place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from isnad.explain.words import roles
from isnad.records import Analysis, Span


class Mark(NamedTuple):
    """A record's hold on the text: `role` is what the words are to it, `id` names the record on the page."""

    role: str
    id: str


class Segment(NamedTuple):
    """A stretch of raw text, in code points, with all marks that cover it."""

    span: Span
    marks: tuple[Mark, ...]


def unread_id(number: int) -> str:
    """The name on the page of the unread place `number`, from 0."""
    return f"u{number + 1}"


def segments(analysis: Analysis) -> Iterator[Segment]:
    """The whole text in order, cut at every border of a block, claim, figure, entity mention, date or unread place.

    The segments tile the text: their words, joined, are the text.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    borders = {0, len(analysis.text), *(edge for block in analysis.blocks for edge in block.span)}
    for mark, span in _marks(analysis):
        if span.start < span.end:
            opening.setdefault(span.start, []).append(mark)
            closing.setdefault(span.end, []).append(mark)
    active: list[Mark] = []
    ordered = sorted(borders | opening.keys() | closing.keys())
    for start, end in pairwise(ordered):
        for mark in closing.get(start, ()):
            active.remove(mark)
        active.extend(opening.get(start, ()))
        yield Segment(Span(start, end), tuple(active))


def _marks(analysis: Analysis) -> Iterator[tuple[Mark, Span]]:
    if analysis.outlet is not None and analysis.outlet.span is not None:
        yield Mark("outlet", "outlet"), analysis.outlet.span
    if analysis.published is not None:
        yield Mark("published", "published"), analysis.published.span
    for entity in analysis.entities:
        for mention in entity.mentions:
            yield Mark("mention", entity.id), mention.span
    for claim in analysis.claims:
        for role, span in roles(claim).items():
            yield Mark(role, claim.id), span
    for figure in analysis.figures:
        yield Mark("figure", figure.id), figure.span
    for tie in analysis.arrangements:
        for place in tie.mentions:
            yield Mark("arrangement", tie.id), place
    for number, unread in enumerate(analysis.unread):
        yield Mark("unread", unread_id(number)), unread.span
