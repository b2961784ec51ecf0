"""Runs the engine on a short invented article and shows its figures as words instead of spans."""

from __future__ import annotations

from typing import NamedTuple

from tests.telling import read

HEADLINE = "خبر قصير من الوادي"


class Counted(NamedTuple):
    """One figure in words; `whole` are the words of the figure that it is a part of, "" for none."""

    words: str
    measure: str
    value: int | None
    bound: str
    who: str
    whole: str


def counted(body: str, headline: str = HEADLINE) -> list[Counted]:
    """The figures of an article with this body, in text order."""
    analysis = read(body, headline)
    words = {figure.id: figure.span.of(analysis.text) for figure in analysis.figures}
    return [
        Counted(words[f.id], f.measure, f.value, f.bound, f.who, words[f.part_of] if f.part_of else "")
        for f in analysis.figures
    ]


def facts(body: str) -> list[tuple[str, int | None]]:
    """The measure and value of each figure."""
    return [(figure.measure, figure.value) for figure in counted(body)]


def only(body: str) -> Counted:
    """The figure of an article that has exactly one."""
    figures = counted(body)
    assert len(figures) == 1, figures
    return figures[0]


def unread(body: str) -> list[str]:
    """The words of the counts of people that could not be read."""
    analysis = read(body)
    return [u.span.of(analysis.text) for u in analysis.unread if u.what == "number without a measure"]
