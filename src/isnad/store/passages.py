"""The passages that search looks through: every claim, every event, every paragraph, each with its words.

A claim's words run from the first of its spans to the last (speaker, cue, content), an event's too (trigger, parties,
place, date), as far as they stand in one paragraph.
`marks` are single made-up words (`stancedenies`, `typeassault`, `countrysyr`, `outletalalam`), so that one index
answers words and fields at once.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from isnad.records import Analysis, Claim, Event, Span
from isnad.store.shadow import keys, positioned
from isnad.text import View, fold

_DIGITS = "0123456789"
_FURNITURE = frozenset({"boilerplate", "related"})


class Passage(msgspec.Struct, frozen=True):
    """A stretch of raw text that a search may answer with; the four texts are keys parted by spaces."""

    kind: str  # c: claim, v: event, t: text
    key: str
    span: Span
    words: str
    speaker: str
    place: str
    marks: str


def mark(field: str, value: str) -> str:
    """The made-up word that says of a passage that its `field` has this value.

    >>> mark("country", "SYR"), mark("outlet", "sky-news")
    ('countrysyr', 'outletskynews')
    """
    return field + "".join(char for char in fold(value).lower() if char.isalpha() or char in _DIGITS)


def passages(analysis: Analysis) -> list[Passage]:
    """The passages of one analysis: claims, events, then paragraphs, each in the order of the text."""
    text = _Text(analysis)
    common = [mark("outlet", analysis.outlet.id)] if analysis.outlet is not None else []
    paragraphs = text.paragraphs()
    claims = {claim.id: claim for claim in analysis.claims}
    found = [_of_claim(claim, analysis, text, common) for claim in analysis.claims]
    found += [_of_event(event, claims, text, paragraphs, common) for event in analysis.events]
    for number, span in enumerate(paragraphs):
        words = text.words(span)
        if words:
            found.append(Passage("t", f"t{number}", span, words, "", "", " ".join(common)))
    return found


class _Text:
    """The keys of one text, by raw position."""

    __slots__ = ("analysis", "found", "starts")

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        words = list(positioned(View(analysis.text)))
        self.starts = [start for start, _, _ in words]
        self.found = [key for _, _, key in words]

    def words(self, span: Span) -> str:
        """The keys of the words that begin inside the raw span."""
        return " ".join(self.found[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)])

    def paragraphs(self) -> list[Span]:
        """The lines of the story, or of the whole text where no story was read; furniture is left out."""
        blocks = [block.span for block in self.analysis.blocks if block.label not in _FURNITURE]
        if self.analysis.skipped is not None or not self.analysis.blocks:
            blocks = [Span(0, len(self.analysis.text))]
        return [line for block in blocks for line in _lines(self.analysis.text, block)]


def _lines(text: str, block: Span) -> list[Span]:
    lines = []
    start = block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        if end > start:
            lines.append(Span(start, end))
        start = end + 1
    return lines


def _of_claim(claim: Claim, analysis: Analysis, text: _Text, common: list[str]) -> Passage:
    spans = [span for span in (claim.cue, claim.speaker, claim.content) if span is not None]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    events = [event for event in analysis.events if event.claim == claim.id]
    countries = {claim.country, *(speaker.country for speaker in claim.speakers)}
    marks = [*common, mark("stance", claim.stance), *_countries(countries)]
    marks += sorted({mark("type", event.type) for event in events})
    places = " ".join(dict.fromkeys(_place(event, text) for event in events if event.place is not None))
    return Passage("c", claim.id, span, text.words(span), _teller(claim, text), places, " ".join(marks))


def _of_event(
    event: Event, claims: dict[str, Claim], text: _Text, paragraphs: list[Span], common: list[str]
) -> Passage:
    around = _around(event, paragraphs)
    parties = (*event.actors, *event.recipients)
    countries = {party.country for party in parties} | {event.place.country if event.place is not None else None}
    claim = claims.get(event.claim) if event.claim is not None else None
    marks = [*common, mark("type", event.type), mark("status", event.status), *_countries(countries)]
    if claim is not None:
        marks.append(mark("stance", claim.stance))
    teller = _teller(claim, text) if claim is not None else ""
    return Passage("v", event.id, around, text.words(around), teller, _place(event, text), " ".join(marks))


def _around(event: Event, paragraphs: list[Span]) -> Span:
    """The words of an event: from the first of its spans to the last, in the paragraph of its trigger."""
    paragraph = next((span for span in paragraphs if span.holds(event.trigger)), event.trigger)
    spans = [event.trigger, *(party.span for party in (*event.actors, *event.recipients))]
    spans += [part.span for part in (event.place, event.date) if part is not None and part.span is not None]
    inside = [span for span in spans if paragraph.holds(span)]
    return Span(min(span.start for span in inside), max(span.end for span in inside))


def _teller(claim: Claim, text: _Text) -> str:
    """The keys of the speakers, as the text writes them and by their full names, without repetition."""
    found = text.words(claim.speaker).split() if claim.speaker is not None else []
    speakers = {claim.entity, *(speaker.entity for speaker in claim.speakers)}
    english = [entity.name_en for entity in text.analysis.entities if entity.id in speakers]
    for name in (claim.name, *(speaker.name for speaker in claim.speakers), *english):
        more = keys(name) if name else []
        if " ".join(more) not in " ".join(found):
            found += more
    return " ".join(found)


def _place(event: Event, text: _Text) -> str:
    if event.place is None:
        return ""
    written, name = text.words(event.place.span), " ".join(keys(event.place.name))
    return written if written == name else f"{written} {name}".strip()


def _countries(codes: set[str | None]) -> list[str]:
    return [mark("country", code) for code in sorted(code for code in codes if code)]
