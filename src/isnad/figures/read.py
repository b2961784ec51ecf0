"""From counts to records: what has happened to whom, which figure is a part of which, and by whose word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.claims import Contents
from isnad.figures import harms
from isnad.figures.counts import Count, count_at, opens_count
from isnad.figures.harms import Cause, Stop
from isnad.figures.numbers import Number
from isnad.lexicon import measures
from isnad.records import Block, Claim, Figure, Span, Unread
from isnad.text import Reading

_READ = frozenset({"headline", "deck", "body", "repeat", "related"})
_YEARS = range(1900, 2101)
_MOST = 60  # counts in a sentence of prose; what has more is a table
_LIST = 8  # tokens between two counts of one list
_PARTS = 20  # tokens between a count and «among them»
_ALONE = 0.7  # a noun alone is the least sure count
_NEAR = 3  # tokens between a count and a word of harm that make an unread place


class Figures(NamedTuple):
    """What the figures room adds to a document."""

    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...]


class _Read(NamedTuple):
    """A count with what has happened to those it counts; `parent` is the index of the figure it is a part of."""

    counted: Count
    cause: Cause
    parent: int | None


def read_figures(r: Reading, blocks: Sequence[Block], claims: Sequence[Claim], times: Sequence[Span] = ()) -> Figures:
    """The figures of the text in `r`. `times` are the raw spans that say when: their numbers count nobody."""
    found: list[_Read] = []
    unread: list[Unread] = []
    dated = _Spans(times)
    at = 0
    for first, stop in r.sentences:
        start = r.raw_starts[first]
        while at + 1 < len(blocks) and blocks[at].span.end <= start:
            at += 1
        if r.words[first] != "\n" and blocks and blocks[at].label in _READ:
            _sentence(r, first, stop, dated, found, unread)
    return Figures(_records(r, found, claims), tuple(unread))


class _Spans:
    """Raw spans in text order that are asked for from left to right."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def touch(self, span: Span) -> bool:
        """Whether one of them overlaps `span`, which does not begin before the one asked for last."""
        while self._at < len(self._spans) and self._spans[self._at].end <= span.start:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at].overlaps(span)


def _sentence(r: Reading, first: int, stop: int, dated: _Spans, found: list[_Read], unread: list[Unread]) -> None:
    """Adds the figures of the sentence `[first, stop)`, from left to right, and the counts that could not be read."""
    behind, tried, begin = first, 0, len(found)
    for i in [n for n in range(first, stop) if opens_count(r.words[n])]:
        if max(tried, len(found) - begin) >= _MOST:
            return
        count = count_at(r, i, first, stop) if i >= behind else None
        if count is None:
            continue
        behind = count.end
        if isinstance(count, Number) or dated.touch(r.span(count.first, count.end)) or _is_year(count):
            continue
        tried += count.kind != "one"
        read = _figure(r, count, first, stop, found, begin)
        if read is not None and not read.cause.denied:
            found.append(read)
        elif read is None and count.kind == "number" and _beside_harm(r, count, first, stop):
            why = "no word of harm governs this count"
            unread.append(Unread(span=_span(r, count), what="number without a measure", why=why))


def _is_year(count: Count) -> bool:
    bare = count.plain and not count.person and not count.prep and count.outer == count.first
    return bare and count.value in _YEARS


def _figure(r: Reading, count: Count, first: int, stop: int, found: list[_Read], begin: int) -> _Read | None:
    """The figure that a count is, None where nothing says what has happened to whom it counts."""
    if _is_ill(r, count, stop):
        return None
    last = found[-1] if len(found) > begin else None
    floor = last.counted.end if last is not None else first
    part = _part_of(r, count, found, begin)
    said = harms.own(count)
    if said is not None and count.victim is not None and not count.victim.state:
        if count.kind == "one" and not _falls(r, count, first, last):
            return None
        return _Read(count, harms.joint(r, count, stop) or said, part)
    before = harms.before(r, count, first, floor, stop)
    cause = before if isinstance(before, Cause) else None
    if cause is not None and cause.measure in ("killed", "injured"):
        cause = harms.joint(r, count, stop) or cause
    if cause is None and count.kind != "one":
        cause = harms.behind(r, count, stop) or harms.toll(r, count, first, floor, stop)
    if (
        cause is None
        and last is not None
        and isinstance(before, Stop)
        and count.person
        and (said is None or part is not None)
    ):
        cause = _inherited(r, count, last, before, part=part is not None)
    if cause is None and count.kind != "one":
        cause = said
    return _Read(count, cause, part) if cause is not None and not _is_rout(count, cause) else None


def _is_rout(count: Count, cause: Cause) -> bool:
    """Whether fighters fled: they are not displaced."""
    return cause.measure == "displaced" and count.who in ("soldiers", "militants")


def _inherited(r: Reading, count: Count, last: _Read, before: Stop, *, part: bool) -> Cause | None:
    """What happened to those counted before it, where the count goes on with their list or is a part of them.

    A single victim beside a number («ضابطين ورقيب») is no figure of its own.
    """
    gap = count.outer - last.counted.after
    compared = r.words[count.outer - 1] in measures.words("compared") or (
        count.prep != "" and r.words[count.outer - 2] in measures.words("besides")
    )
    joined = before.figure and count.joined and not count.prep and gap <= _LIST
    listed = joined or (compared and gap <= _PARTS)
    if (
        last.cause.measure in count.never
        or not (part or listed)
        or (count.kind == "one" and last.counted.kind != "one")
    ):
        return None
    how = "a part of" if part else "listed with"
    return Cause(last.cause.measure, round(last.cause.score - 0.05, 2), f"{how} the figure before it")


def _part_of(r: Reading, count: Count, found: list[_Read], begin: int) -> int | None:
    """The index of the figure of which this count is a part: «بينهم» stands between them, or opened its list."""
    if len(found) == begin:
        return None
    last = found[-1]
    gap = range(last.counted.end, count.outer)
    opens = [k for k in gap if r.words[k] in measures.words("part")]
    if opens and len(gap) <= _PARTS and (count.outer - opens[-1] <= 3 or count.joined):
        return len(found) - 1 if last.parent is None else last.parent
    if last.parent is not None and count.joined and len(gap) <= 1 and count.measure in (None, last.cause.measure):
        return last.parent
    return None


def _falls(r: Reading, count: Count, first: int, last: _Read | None) -> bool:
    """Whether a singular noun of harm is a count: «سقوط قتيل», «خمسة جرحى وقتيل»."""
    if count.outer > first and r.words[count.outer - 1] in measures.words("fall"):
        return True
    return last is not None and last.cause.measure != "casualties" and count.joined and last.counted.end == count.outer


def _is_ill(r: Reading, count: Count, stop: int) -> bool:
    """Whether the count is of the ill («500 إصابة بكورونا»)."""
    return any(r.words[i] in measures.words("disease") for i in range(count.end, min(stop, count.end + 4)))


def _beside_harm(r: Reading, count: Count, first: int, stop: int) -> bool:
    """Whether a count of people stands so near a word of harm that a reader would look for a figure."""
    if not count.person or count.never or _is_ill(r, count, stop):
        return False
    window = (*range(max(first, count.outer - _NEAR), count.outer), *range(count.end, min(stop, count.end + _NEAR)))
    return any(measures.find(r.words[i]) for i in window)


def _records(r: Reading, found: list[_Read], claims: Sequence[Claim]) -> tuple[Figure, ...]:
    contents = Contents(claims)
    return tuple(
        Figure(
            id=f"f{n}",
            span=span,
            measure=read.cause.measure,
            value=read.counted.value,
            bound=read.counted.bound,
            who=read.counted.who,
            part_of=f"f{read.parent + 1}" if read.parent is not None else None,
            claim=teller.id if (teller := contents.innermost(span)) is not None else None,
            event=None,
            score=min(read.cause.score, _ALONE) if read.counted.kind == "one" else read.cause.score,
            why=read.cause.why,
        )
        for n, (read, span) in enumerate(((read, _span(r, read.counted)) for read in found), 1)
    )


def _span(r: Reading, count: Count) -> Span:
    return r.view.span(r.starts[count.first] + count.start, r.ends[count.end - 1])
