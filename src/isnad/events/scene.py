"""What the reading of events knows of one document: its sentences, its claims and cast, and where it plays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from isnad.claims import Contents
from isnad.dates import TimeExpression
from isnad.lexicon import geo, grammar
from isnad.lexicon.affixes import without_article
from isnad.names.people import People
from isnad.names.words import word
from isnad.places import PlaceMention
from isnad.records import Block, Claim, Entity, Span
from isnad.text import Reading

if TYPE_CHECKING:
    from isnad.events.parties import Group
    from isnad.events.spots import Spot

_READ = frozenset({"headline", "deck", "body", "repeat", "related"})
_DOMAINS = ("sport-sign", "economy-sign", "culture-sign", "crime-sign")
_DOMAIN_SHARE = 0.045  # of the words of a document whose signs make it one of sport, business or culture
_LAST = 40  # mentions before a word among which the place that it takes up is sought
_GOVERNING = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB"})


class Scene:
    """One document as the rules of this room see it. Positions are token indices unless a name says `span`.

    `sentences` are the numbers of the sentences to read; `story` and `label` say of each where it stands.
    """

    def __init__(
        self,
        r: Reading,
        blocks: tuple[Block, ...],
        claims: tuple[Claim, ...],
        entities: tuple[Entity, ...],
        people: People,
        dates: Sequence[TimeExpression],
        anchor: date | None,
        places: Sequence[PlaceMention] = (),
    ) -> None:
        self.r = r
        self.anchor = anchor
        self.people = people
        self.dates = dates
        self.places = places
        self.place_starts = [mention.first for mention in places]
        self.place_at = {mention.first: mention for mention in places}
        self.groups: dict[tuple[int, int, str, bool], Group | None] = {}  # noun phrases read before
        self.spots: dict[int, list[Spot]] = {}  # phrases that say where, by sentence
        self.telling: dict[tuple[int, int], frozenset[str]] = {}  # the words that tell a noun phrase from others
        self.claims = claims
        self.entities = {entity.id: entity for entity in entities}
        self.contents = Contents(claims)
        self.date_starts = [expression.span.start for expression in dates]
        self._tellers: dict[tuple[int, int], Claim | None] = {}
        self._bearing: dict[tuple[str, int], list[int]] = {}  # where words of a class stand in a sentence
        self._lands: dict[int, list[tuple[str, bool]]] = {}
        self._locals: dict[int, str | None] = {}
        self.void: set[str] = set()  # ids of claims that only look like speech
        self.sentences: list[int] = []
        self.story: dict[int, int | None] = {}
        self.label: dict[int, str] = {}
        self._place_sentences(blocks)
        self._mentions = sorted(
            ((m.span.start, m, e) for e in entities for m in e.mentions if m.form != "dropped"), key=lambda x: x[0]
        )
        self._starts = [start for start, _, _ in self._mentions]

    def _place_sentences(self, blocks: tuple[Block, ...]) -> None:
        at = 0
        for number, (first, _) in enumerate(self.r.sentences):
            if self.r.words[first] == "\n" or not blocks:
                continue
            while at + 1 < len(blocks) and blocks[at].span.end <= self.r.raw_starts[first]:
                at += 1
            if blocks[at].label in _READ:
                self.sentences.append(number)
                self.story[number] = blocks[at].story
                self.label[number] = blocks[at].label

    def token(self, position: int) -> int:
        """The token that stands at the raw position, or the one before it."""
        return max(0, bisect_right(self.r.raw_starts, position) - 1)

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens that a raw span covers, half-open."""
        first = self.token(span.start)
        return first, max(first + 1, bisect_right(self.r.raw_starts, max(span.start, span.end - 1)))

    def entity_in(self, span: Span) -> Entity | None:
        """The member of the cast whose mention begins inside the raw span, the one at its start first."""
        at = bisect_right(self._starts, span.start - 1)
        while at < len(self._mentions) and self._mentions[at][0] < span.end:
            _, mention, entity = self._mentions[at]
            if mention.span.end <= span.end + 1:
                return entity
            at += 1
        return None

    def places_before(self, token: int) -> Sequence[PlaceMention]:
        """The last places that the document names before the token, in text order."""
        at = bisect_left(self.place_starts, token)
        return self.places[max(0, at - _LAST) : at]

    @cached_property
    def speakers(self) -> dict[int, list[Span]]:
        """The words for the speakers of claims, by sentence."""
        found: dict[int, list[Span]] = {}
        for claim in self.claims:
            if claim.speaker is not None:
                found.setdefault(self.r.sentence_of[self.token(claim.speaker.start)], []).append(claim.speaker)
        return found

    def teller(self, first: int, end: int) -> Claim | None:
        """The innermost claim whose content holds the tokens."""
        key = first, end
        if key not in self._tellers:
            span = self.r.span(first, end)
            self._tellers[key] = self.contents.innermost(span, lambda claim: claim.id not in self.void)
        return self._tellers[key]

    @cached_property
    def tally(self) -> Counter[str]:
        """How often each token stands in the sentences to read, in the order in which they first come."""
        counts: Counter[str] = Counter()
        for number in self.sentences:
            counts.update(self.r.words[slice(*self.r.sentences[number])])
        return counts

    @cached_property
    def home(self) -> str | None:
        """The country that the document names most, where one is named clearly more often than others."""
        counts: Counter[str] = Counter()
        for text, times in self.tally.items():
            code = country_of(text)
            if code is not None:
                counts[code] += times
        for number in self.sentences:
            if self.label[number] in ("headline", "deck"):  # these count twice
                counts.update(filter(None, map(country_of, self.r.words[slice(*self.r.sentences[number])])))
        ranked = counts.most_common(2)
        return ranked[0][0] if ranked else None

    @cached_property
    def states(self) -> dict[str, list[tuple[frozenset[str], str]]]:
        """The states of the people whom the document names with a title, by each word of their names."""
        named: dict[str, list[tuple[frozenset[str], str]]] = {}
        for words, (_, _, country, _) in self.people.names.items():
            for w in words if country is not None else ():
                named.setdefault(w, []).append((frozenset(words), country or ""))
        return named

    def state_of(self, words: frozenset[str]) -> str | None:
        """The state of the person whom these folded words name, by his title elsewhere in the document."""
        for w in words:
            for name, country in self.states.get(w, ()):
                if words <= name:
                    return country
        return None

    def local(self, number: int) -> str | None:
        """The country that sentence `number` and those around it name most, the whole document weighing little."""
        if number not in self._locals:
            self._locals[number] = self._most_named(number)
        return self._locals[number]

    def _most_named(self, number: int) -> str | None:
        """The country of `local`, counted."""
        counts: Counter[str] = Counter({self.home: 2} if self.home else {})
        for near in range(max(0, number - 5), min(len(self.r.sentences), number + 2)):
            if near in self.story:
                weight = 4 if near == number else 2
                for code, place in self._named_in(near):
                    counts[code] += weight if place else weight // 2
        return counts.most_common(1)[0][0] if counts else None

    def _named_in(self, number: int) -> list[tuple[str, bool]]:
        """The states that the words of the sentence name, and whether as a place; not those in the name of a paper."""
        if number not in self._lands:
            words = self.r.words
            found = self._lands[number] = []
            for i in range(*self.r.sentences[number]):
                code = country_of(words[i])
                if code is not None and not word(words[i - 1]).is_a("media", word(words[i - 1]).lead):
                    found.append((code, _is_place(words[i])))
        return self._lands[number]

    @cached_property
    def _signs(self) -> tuple[int, Counter[str]]:
        """How many words the document has, and how many of them are signs of what it is about."""
        counts: Counter[str] = Counter()
        total = 0
        for text, times in self.tally.items():
            if text[0].isalpha():
                total += times
                for sign in signs_of(text):
                    counts[sign] += times
        return total, counts

    @cached_property
    def political(self) -> bool:
        """Whether the document is about politics or force: no other domain, and states, bodies or arms named often."""
        total, counts = self._signs
        return not self.domain and counts["politics"] >= max(2, 0.04 * total)

    @cached_property
    def domain(self) -> str:
        """The class of signs that fills the document where it is about sport, business and so on; else empty."""
        total, counts = self._signs
        best = max(_DOMAINS, key=lambda name: counts[name])
        return best if counts[best] > max(3.0, _DOMAIN_SHARE * total) else ""

    def has_sign(self, name: str, first: int, stop: int, besides: int = -1) -> bool:
        """Whether a word of the class `name` stands in the sentence `[first, stop)`, other than token `besides`."""
        key = name, first
        found = self._bearing.get(key)
        if found is None:
            signs = grammar.words(name)
            found = self._bearing[key] = [i for i in range(first, stop) if bare(self.r.words[i]) in signs]
        return len(found) > 1 or (len(found) == 1 and found[0] != besides)


@lru_cache(maxsize=1 << 16)
def signs_of(text: str) -> tuple[str, ...]:
    """What the folded token is a sign of: the classes of domains, and `politics`."""
    plain = bare(text)
    found = [name for name in _DOMAINS if plain in grammar.words(name)]
    governs = any(n.noun.sector in _GOVERNING for n in word(text).nouns)
    if governs or plain in grammar.words("force-sign") or country_of(text) is not None:
        found.append("politics")
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """The folded token without the proclitics that the names room finds, and without the article."""
    if not text[0].isalpha() or len(text) < 4:
        return text
    lead = word(text).lead
    return without_article(text[len(lead) :])


@lru_cache(maxsize=1 << 16)
def _is_place(text: str) -> bool:
    return any(g.iso3 and g.what != "nisba" and not g.weak for g in geo.country(text))


@lru_cache(maxsize=1 << 16)
def country_of(text: str) -> str | None:
    """The state that the folded token names alone, as a name, a people, a capital or a place; no doubtful word."""
    for reading in geo.country(text):
        if reading.iso3 is not None and not reading.weak:
            return reading.iso3
    return None
