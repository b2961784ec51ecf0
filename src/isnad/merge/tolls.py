"""The figures of a document with what must be known to set them beside those of others: who tells them through whom,
for which day, since when, and of which part of the victims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.dates import TimeExpression
from isnad.lexicon import grammar
from isnad.lexicon.affixes import AND
from isnad.merge.records import Toll
from isnad.records import Analysis, Block, Claim, Figure, Span
from isnad.text import Reading, fold

_STORY = frozenset({"headline", "deck", "body", "repeat", "byline", "dateline"})
_MEMORY = 4  # tokens between «ذكرى» and the count
_SINCE = 12  # tokens between a count and «منذ»
_SERIOUS = 6
_BESIDE = 4
_ATTACKERS = "militants"


def tolls(analysis: Analysis, reading: Reading, times: Sequence[TimeExpression]) -> tuple[Toll, ...]:
    """The document's figures, one for everything it counts; those of an anniversary and of furniture left out.

    A figure that the headline prints and the text tells again is one: the place that names a teller stands for it,
    else the first in the text.
    """
    claims = {claim.id: claim for claim in analysis.claims}
    sentences = _Sentences(reading)
    kept: dict[tuple[object, ...], Toll] = {}
    for figure in analysis.figures:
        block = _block(analysis.blocks, figure.span)
        if block is None or block.label not in _STORY:
            continue
        toll = _toll(figure, analysis, sentences, times, claims)
        if toll is None:
            continue
        key = (toll.measure, toll.value if toll.value is not None else toll.bound, toll.narrow, _group(toll))
        other = kept.get(key)
        if other is None or _rank(toll, analysis) < _rank(other, analysis):
            kept[key] = toll
    return tuple(sorted(kept.values(), key=lambda t: (t.span, t.measure)))


def _group(toll: Toll) -> str:
    """The victims that a repeated figure may be called by another word: «مدنيا» and «شخصا» are one, attackers not."""
    return _ATTACKERS if toll.who == _ATTACKERS else "all"


def _rank(toll: Toll, analysis: Analysis) -> tuple[bool, bool, Span]:
    headline = next((block.span.end for block in analysis.blocks if block.label == "headline"), 0)
    return toll.teller is None, toll.span.start < headline, toll.span


def _block(blocks: Sequence[Block], span: Span) -> Block | None:
    return next((block for block in blocks if block.span.holds(span)), None)


class _Sentences:
    """The tokens of a reading by raw position."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.starts = [reading.view.at(start) for start in reading.starts]

    def token(self, position: int) -> int:
        """The token that holds the raw position, or the last before it."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] <= position:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)


def _toll(
    figure: Figure, analysis: Analysis, sentences: _Sentences, times: Sequence[TimeExpression], claims: dict[str, Claim]
) -> Toll | None:
    """One figure with its surroundings; None where it counts the dead of an anniversary."""
    reading = sentences.reading
    first, last = sentences.token(figure.span.start), sentences.token(figure.span.end - 1) + 1
    begin, end = reading.sentences[reading.sentence_of[first]]
    before = [_bare(word) for word in reading.words[begin:first]]
    after = [_bare(word) for word in reading.words[last:end]]
    if set(before[-_MEMORY:]) & grammar.words("toll-memory"):
        return None
    whole = [*before, *after]
    since = bool(set([*before[-_SINCE:], *after[:_SINCE]]) & grammar.words("toll-since"))
    serious = figure.measure == "injured" and set(after[:_SERIOUS]) & grammar.words("toll-serious")
    beside = set(before[-_BESIDE:]) & grammar.words("toll-beside")
    day = _day(figure.span, Span(reading.view.at(reading.starts[begin]), reading.span(end - 1, end).end), times)
    claim = claims.get(figure.claim) if figure.claim is not None else None
    words = set(whole)
    return Toll(
        id=figure.id,
        span=figure.span,
        measure=figure.measure,
        value=figure.value,
        bound=figure.bound,
        who=figure.who,
        part_of=figure.part_of,
        teller=claim.name if claim is not None else None,
        teller_key=_key(claim, analysis),
        chain=tuple(_chain(claim, claims)),
        day=day,
        since=since,
        site=None,
        narrow="serious" if serious else "beside" if beside else None,
        rising=bool(words & grammar.words("toll-rise")),
        earlier=bool(words & grammar.words("toll-earlier")),
        final=bool(words & grammar.words("toll-final")),
        quoted=figure.span.of(analysis.text),
        why=figure.why,
    )


def _bare(word: str) -> str:
    """The folded word without «و», where it stands before one of the classes."""
    return word[1:] if len(word) > 3 and word.startswith(AND) else word


def _key(claim: Claim | None, analysis: Analysis) -> str | None:
    """Who tells it, so that «المرصد» and «رامي عبد الرحمن» of one document compare with others: the identity in the
    knowledge base, else the folded name."""
    if claim is None or claim.name is None:
        return None
    entity = next((e for e in analysis.entities if e.id == claim.entity), None)
    return entity.kb if entity is not None and entity.kb is not None else fold(claim.name)


def _chain(claim: Claim | None, claims: dict[str, Claim]) -> Iterator[str]:
    """The names of all who pass a claim on, from the outlet's side inwards."""
    for id in claim.chain if claim is not None else ():
        link = claims.get(id)
        if link is not None:
            if link.via is not None:
                yield link.via.name
            if link.name is not None:
                yield link.name


def _day(span: Span, sentence: Span, times: Sequence[TimeExpression]) -> str | None:
    """The date that the sentence gives next to the figure: ISO 8601, as long as it is known."""
    found = [t for t in times if t.value is not None and sentence.holds(t.span)]
    if not found:
        return None
    nearest = min(found, key=lambda t: (max(t.span.start - span.end, span.start - t.span.end, 0), t.span.start))
    if nearest.precision in ("week", "minute"):
        return nearest.value[:10] if nearest.precision == "minute" and nearest.value else None
    return nearest.value
