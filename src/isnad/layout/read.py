"""The layout of one document: from its text and metadata to labelled blocks, stories, outlet and date."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.dates import RefusedDate
from isnad.layout.lines import Line, cut, only_letters
from isnad.layout.result import Layout
from isnad.layout.source import (
    DateLine,
    anchor_of,
    choose_published,
    date_lines,
    outlet_of_agency,
    outlet_of_metadata,
    outlet_of_note,
    outlet_on,
    unknown_outlet,
)
from isnad.layout.stories import Part, Plan, arrange
from isnad.records import Block, BlockLabel, Document, Outlet, Span, Story
from isnad.text import View

_LONGEST_NAME = 40  # code points of an outlet's name on a line of its own
_HEADLINE_WORDS = 4  # a first line of so many words is a headline though it opens like a label («see: …»)


def read_layout(document: Document, view: View) -> Layout:
    """The blocks and stories of the document, who published it and when.

    `view` is the view of `document.text`; all spans of the result are raw code points, half-open. Takes time
    linear in the length of the text and raises nothing.
    """
    lines = cut(view)
    dates = date_lines(view, lines)
    outlets: dict[int, Outlet] = {}
    marked = _marked(view, lines, dates, outlets)
    plan = arrange(lines, marked)
    if _take_unsure(lines, dates, plan, marked):
        plan = arrange(lines, marked)
    end = _end_of_main(lines, plan)
    published = choose_published(_candidates(dates, plan, marked, end))
    return Layout(
        outlet=outlet_of_metadata(document) or _outlet_of_text(view, lines, outlets, end),
        published=published,
        anchor=anchor_of(published, document),
        blocks=_blocks(view, lines, plan.parts),
        stories=tuple(_story(view, lines, *story) for story in plan.stories),
        refused=tuple(
            (line.date.span, line.date.reason)
            for i, line in dates.items()
            if i in marked and isinstance(line.date, RefusedDate)
        ),
    )


def _marked(
    view: View, lines: Sequence[Line], dates: dict[int, DateLine], outlets: dict[int, Outlet]
) -> dict[int, BlockLabel]:
    """The label of every line that is furniture by itself; `outlets` receives those that name the outlet."""
    marked: dict[int, BlockLabel] = {}
    top = lines[0] if lines else None
    sources = _sources(lines)
    for i, line in enumerate(lines):
        if line.agency is not None:
            marked[i] = "dateline"
            agency = outlet_of_agency(view, line)
            if agency is not None:
                outlets[i] = agency
            continue
        if i in dates and dates[i].sure:
            marked[i] = "dateline"
            continue
        if line.is_rule or line.is_address or (line.is_url and (i == 0 or lines[i - 1].stops)):
            marked[i] = "boilerplate"
            continue
        hit = line.hit
        if hit is not None:
            opens = i == 0 or (top is not None and line.letters == top.letters)
            headline = opens and line.words >= _HEADLINE_WORDS and _could_be_headline(line)
            # «published in …» without a date after it is prose.
            undated = hit.mark.role in ("date", "updated") and hit.mark.kind != "labelled"
            if not headline and not undated:
                marked[i] = hit.mark.label
                continue
        outlet = outlet_on(view, line)
        if outlet is None and line.size <= _LONGEST_NAME and line.letters in sources:
            span = view.span(line.start, line.start + len(line.text.rstrip(" :")))
            outlet = unknown_outlet(span.of(view.raw), span)  # named on its own line and as the source
        if outlet is not None:
            marked[i] = "dateline"
            outlets[i] = outlet
    return marked


def _sources(lines: Sequence[Line]) -> frozenset[str]:
    """The letters of the values of all source notes."""
    notes = (line for line in lines if line.hit is not None and line.hit.mark.role == "source")
    return frozenset(only_letters(line.text[line.hit.value :]) for line in notes if line.hit is not None) - {""}


def _could_be_headline(line: Line) -> bool:
    hit = line.hit
    return hit is not None and hit.mark.kind != "line-equals" and hit.mark.role is None and hit.mark.reach != "close"


def _take_unsure(lines: Sequence[Line], dates: dict[int, DateLine], plan: Plan, marked: dict[int, BlockLabel]) -> bool:
    """Marks the date lines with unknown words beside the date where they stand between headline and body."""
    if not plan.stories or plan.stories[0][0] is None:
        return False
    headline, first, _ = plan.stories[0]
    assert headline is not None
    found = [i for i, line in dates.items() if not line.sure and i not in marked and headline < i <= first]
    found = [i for i in found if any(j not in marked for j in range(i + 1, len(lines)))]
    marked.update((i, "dateline") for i in found)
    return bool(found)


def _candidates(
    dates: dict[int, DateLine], plan: Plan, marked: dict[int, BlockLabel], end: int
) -> list[tuple[bool, DateLine]]:
    """The date lines of the main story, each with whether its headline is above. Between paragraphs only a
    labelled one counts: a bare date there is a heading of the story's own."""
    headline, first, last = plan.stories[0] if plan.stories else (None, end, -1)
    return [
        (headline is None or i > headline, line)
        for i, line in dates.items()
        if i < end and i in marked and (line.labelled or not first < i < last)
    ]


def _end_of_main(lines: Sequence[Line], plan: Plan) -> int:
    """The index of the first line of the second story, or the number of lines."""
    if len(plan.stories) < 2:
        return len(lines)
    headline, first, _ = plan.stories[1]
    return first if headline is None else headline


def _outlet_of_text(view: View, lines: Sequence[Line], outlets: dict[int, Outlet], end: int) -> Outlet | None:
    """The outlet that the main story's furniture names: on a line of its own first, else in a source note."""
    for i in sorted(outlets):
        if i < end:
            return outlets[i]
    for line in lines[:end]:
        if line.hit is not None and line.hit.mark.role == "source":
            found = outlet_of_note(view, line, line.hit.value)
            if found is not None:
                return found
    return None


def _blocks(view: View, lines: Sequence[Line], parts: Sequence[Part]) -> tuple[Block, ...]:
    """Tiles the raw text: neighbours of one label and story are one block; spaces end the block before."""
    length = len(view.raw)
    if not lines:
        return (Block(span=Span(0, length), label="boilerplate", story=None),) if length else ()
    starts = [0, *(view.at(line.start) for line in lines[1:]), length]
    blocks: list[Block] = []
    begin = 0
    for i, part in enumerate(parts):
        if i + 1 < len(parts) and parts[i + 1] == part and part.label != "headline":
            continue
        if starts[i + 1] > begin:
            blocks.append(Block(span=Span(begin, starts[i + 1]), label=part.label, story=part.story))
            begin = starts[i + 1]
    return tuple(blocks)


def _story(view: View, lines: Sequence[Line], headline: int | None, first: int, last: int) -> Story:
    return Story(
        headline=None if headline is None else view.span(lines[headline].start, lines[headline].end),
        body=view.span(lines[first].start, lines[last].end),
    )
