"""From places that name a tie to arrangements: one tie is one record, with all its mentions, members and terms."""

from __future__ import annotations

from isnad.arrangements.mentions import TieMention, find_mentions
from isnad.arrangements.parties import Bound, who_left
from isnad.claims import Contents
from isnad.lexicon import grammar
from isnad.lexicon.arrangements import TieKind
from isnad.names.words import word
from isnad.records import Arrangement, Block, Claim, Entity, Span, Tie
from isnad.text import Reading
from isnad.text.signs import CLAUSE_STOPS

_STORY = frozenset({"headline", "deck", "body", "repeat", "related"})
_LONGEST_TERM = 30  # tokens of what a tie obliges to
_TERM_REACH = 12  # tokens between a tie and the verb of its terms
_MOST = 60  # arrangements of one document


class _Known:
    """One tie of the document while its mentions are joined."""

    def __init__(self, mention: TieMention) -> None:
        self.mentions = [mention]
        self.words = set(mention.words)
        self.bound: dict[tuple[int, int], Bound] = {(b.first, b.end): b for b in mention.bound}
        self.terms: dict[tuple[int, int], None] = {}

    @property
    def kind(self) -> TieKind:
        """A deal on a ceasefire is a truce."""
        first = self.mentions[0]
        return "truce" if any(m.truce for m in self.mentions) else first.entry.kind

    @property
    def specific(self) -> bool:
        return any(_specific(mention) for mention in self.mentions)

    def join(self, mention: TieMention) -> None:
        self.mentions.append(mention)
        self.words |= mention.words
        self.bound |= {(b.first, b.end): b for b in mention.bound}


def read_arrangements(
    r: Reading, blocks: tuple[Block, ...], claims: tuple[Claim, ...], entities: tuple[Entity, ...]
) -> tuple[Arrangement, ...]:
    """The ties that the stories of the text in `r` name, each once, with who is bound and in whose words.

    `blocks`, `claims` and `entities` are the document's, with raw spans.
    """
    known: list[_Known] = []
    for mention in find_mentions(r, _sentences(r, blocks)):
        _, stop = r.sentences[r.sentence_of[mention.first]]
        tie = _taken_up(known, mention)
        if tie is None and not _names_one(mention):
            continue
        if tie is None:
            tie = _Known(mention)
            known.append(tie)
        else:
            tie.join(mention)
        tie.bound |= {(b.first, b.end): b for b in who_left(r, mention.first, mention.core, stop)}
        tie.terms |= dict.fromkeys(_terms(r, mention, stop))
    contents = Contents(claims)
    return tuple(_record(r, n, tie, contents, entities) for n, tie in enumerate(known[:_MOST], 1))


def _sentences(r: Reading, blocks: tuple[Block, ...]) -> list[int]:
    spans = [block.span for block in blocks if block.label in _STORY]
    found = []
    at = 0
    for number, (first, _) in enumerate(r.sentences):
        start = r.raw_starts[first]
        while at < len(spans) and spans[at].end <= start:
            at += 1
        if at < len(spans) and spans[at].start <= start and r.words[first] != "\n":
            found.append(number)
    return found


def _names_one(mention: TieMention) -> bool:
    """Whether the words name a tie by themselves: «الاتفاق» alone takes up one that was named."""
    if mention.alone:
        return mention.entry.alone and mention.definite
    generic = all(text in grammar.words("tie-generic") for text in mention.words)
    if mention.entry.kind == "agreement" and generic and mention.about == mention.core:
        return any(bound.country for bound in mention.bound)  # else a player's contract, a deal in a shop
    return bool(mention.words or mention.bound) or mention.end > mention.core or mention.entry.alone


def _taken_up(known: list[_Known], mention: TieMention) -> _Known | None:
    """The tie of the document that the words take up: the last with the same noun and words; of its noun alone with
    the article («الاتفاق»), also the last of its kind."""
    nouns = [k for k in known if any(m.entry.id == mention.entry.id for m in k.mentions)]
    if mention.alone:
        kin = [k for k in known if any(m.entry.kind == "agreement" == mention.entry.kind for m in k.mentions)]
        found = nouns or kin
        return found[-1] if found and mention.definite else None
    for tie in reversed(known):
        if tie.kind != mention.entry.kind:
            continue
        shared = mention.words <= tie.words or tie.words <= mention.words
        if mention.words and tie.words and shared:
            return tie
        if tie in nouns and _of_same_states(tie, mention):
            return tie
        if tie in nouns and not (mention.words or tie.words) and not (_specific(mention) and tie.specific):
            return tie
    return None


def _of_same_states(tie: _Known, mention: TieMention) -> bool:
    """«التحالف الأميركي» is «التحالف بقيادة أميركا»: its words are the people of a state that is bound."""
    states = {b.country for b in tie.bound.values()} - {None}
    peoples = [{g.iso3 for g in word(text).geo if g.what == "nisba"} for text in mention.words]
    return bool(peoples) and bool(states) and all(people & states for people in peoples)


def _specific(mention: TieMention) -> bool:
    """Whether the mention says what the tie is about or who is bound."""
    return mention.about > mention.core or bool(mention.bound)


def _terms(r: Reading, mention: TieMention, stop: int) -> list[tuple[int, int]]:
    """What the tie obliges to, up to the clause's end: «… ينص على خفض الرسوم», «ينص الاتفاق على خفض الرسوم»."""
    if mention.first > 0 and r.words[mention.first - 1] in grammar.words("tie-obliges"):
        return _term(r, mention.end, stop)
    for j in range(mention.end, min(stop, mention.end + _TERM_REACH)):
        text = r.words[j]
        if text in grammar.words("tie-obliges"):
            return _term(r, j + 1, stop)
        if text in CLAUSE_STOPS or (text[0].isalpha() and word(text).verb):
            return []
    return []


def _term(r: Reading, first: int, stop: int) -> list[tuple[int, int]]:
    """The complement of the obliging verb, its preposition left out."""
    if first < stop and r.words[first] in grammar.words("on"):
        first += 1
    last = min(stop, first + _LONGEST_TERM)
    end = next((k for k in range(first, last) if r.words[k] in CLAUSE_STOPS), last)
    return [(first, end)] if end > first else []


def _record(r: Reading, number: int, tie: _Known, contents: Contents, entities: tuple[Entity, ...]) -> Arrangement:
    fullest = max(tie.mentions, key=lambda m: (m.end - m.first, -m.first))
    named = max(tie.mentions, key=lambda m: (m.core - m.first if m.words else 0, -m.first))
    span = _span(r, fullest.first, fullest.end, fullest.offset)
    name = _span(r, named.first, named.core if named.words else named.end, named.offset).of(r.view.raw)
    loaded = grammar.words("tie-loaded") & tie.words
    role = ", ".join(sorted({b.role for b in tie.bound.values()}))
    return Arrangement(
        id=f"a{number}",
        span=span,
        mentions=tuple(dict.fromkeys((span, *(_span(r, m.first, m.about, m.offset) for m in tie.mentions)))),
        name=name.replace("\n", " "),
        kind=tie.kind,
        members=tuple(_tie(r, bound, entities) for bound in _once(r, tie)),
        terms=tuple(r.span(first, end) for first, end in tie.terms),
        loaded=bool(loaded),
        claim=teller.id if (teller := contents.innermost(span)) is not None else None,
        score=0.9 if tie.bound else 0.7,
        why=f"arrangements.yaml {fullest.entry.id}" + (f"; bound: {role}" if role else ""),
    )


def _once(r: Reading, tie: _Known) -> list[Bound]:
    """Each party once, by its state and words; who left is no member."""
    left = {b.country for b in tie.bound.values() if b.role == "left"} - {None}
    kept: dict[object, Bound] = {}
    for bound in sorted(tie.bound.values(), key=lambda b: b.first):
        if bound.role == "member" and bound.country in left:
            continue
        words = r.words[bound.first][bound.offset :], *r.words[bound.first + 1 : bound.end]
        kept.setdefault((bound.role, words), bound)
    return list(kept.values())


def _tie(r: Reading, bound: Bound, entities: tuple[Entity, ...]) -> Tie:
    span = _span(r, bound.first, bound.end, bound.offset)
    entity = next((e for e in entities if any(m.span.overlaps(span) for m in e.mentions if m.form != "dropped")), None)
    return Tie(
        span=span,
        name=span.of(r.view.raw),
        entity=entity.id if entity is not None else None,
        country=bound.country or (entity.country if entity is not None else None),
        role=bound.role,
    )


def _span(r: Reading, first: int, end: int, offset: int) -> Span:
    return r.view.span(r.starts[first] + offset, r.ends[end - 1])
