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
_MEMORY = 8  # tokens between a word of memory and the count
_SINCE = 12  # tokens between a count and a word of since
_SERIOUS = 6
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "HLH"})
_BESIDE = 4


def tolls(analysis: Analysis, reading: Reading, times: Sequence[TimeExpression]) -> tuple[Toll, ...]:
    """The document's figures, one for everything it counts; those of an anniversary and of furniture left out.

    A figure that the headline prints and the text tells again is the text's, where its teller stands.
    """
    claims = {claim.id: claim for claim in analysis.claims}
    sentences = _Sentences(reading)
    headline = next((block.span.end for block in analysis.blocks if block.label == "headline"), 0)
    found: list[Toll] = []
    for figure in analysis.figures:
        block = _block(analysis.blocks, figure.span)
        toll = _toll(figure, analysis, sentences, times, claims) if block and block.label in _STORY else None
        if toll is not None:
            found.append(toll)
    told = {(toll.measure, toll.value) for toll in found if toll.span.start >= headline}
    kept = [t for t in found if t.span.start >= headline or t.value is None or (t.measure, t.value) not in told]
    return tuple(sorted(kept, key=lambda t: (t.span, t.measure)))


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
    since = bool({*before[-_SINCE:], *after[:_SINCE]} & grammar.words("toll-since"))
    serious = figure.measure == "injured" and set(after[:_SERIOUS]) & grammar.words("toll-serious")
    beside = set(before[-_BESIDE:]) & grammar.words("toll-beside")
    day = _day(sentences, first, last, (begin, end), times)
    claim = claims.get(figure.claim) if figure.claim is not None else None
    words = {*before, *after}
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
        official=_official(claim, analysis),
        chain=tuple(_chain(claim, claims)),
        day=day,
        since=since,
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


def _official(claim: Claim | None, analysis: Analysis) -> bool:
    """Whether a state speaks: an office, a government or one of its bodies."""
    if claim is None:
        return False
    entity = next((e for e in analysis.entities if e.id == claim.entity), None)
    return claim.kind in ("government", "office") or (entity is not None and entity.sector in _STATE)


def _chain(claim: Claim | None, claims: dict[str, Claim]) -> Iterator[str]:
    """The names of all who pass a claim on, from the outlet's side inwards."""
    for id in claim.chain if claim is not None else ():
        link = claims.get(id)
        if link is not None:
            if link.via is not None:
                yield link.via.name
            if link.name is not None:
                yield link.name


def _day(
    sentences: _Sentences, first: int, last: int, sentence: tuple[int, int], times: Sequence[TimeExpression]
) -> str | None:
    """The date that the sentence gives next to the figure: ISO 8601, as long as it is known.

    «أسوأ يوم منذ حرب عام 2008» compares the event and dates nothing.
    """
    best: tuple[int, str] | None = None
    for time in times:
        at = sentences.token(time.span.start)
        if time.value is None or time.precision == "week" or not sentence[0] <= at < sentence[1]:
            continue
        between = sentences.reading.words[last:at] if at >= last else sentences.reading.words[at:first]
        if at >= last and any(_bare(word) in grammar.words("toll-compared") for word in between):
            continue
        if best is None or len(between) < best[0]:
            best = len(between), time.value[:10]
    return best[1] if best is not None else None
