"""Where a text plays, so that «مصدر أمني» and «سالم الحداد» belong to a state although no word says which.

Every mention of a state, its people, its capital, a place in it or a leader called by one word votes for the state:
more in the headline, and more in the sentence that is asked about. A state that a long text names over and over does
not outvote the sentence: only the root of its votes counts. The weights were set on annotated articles
(`tests/holdout/development.json`).

Whose words may come from anywhere («مصادر مطلعة», «تقارير», «دول عدة») gets no state from the scene.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache
from math import sqrt
from typing import NamedTuple

from isnad.lexicon import actors, geo, grammar, nouns
from isnad.lexicon.affixes import without_article
from isnad.lexicon.kb.base import states_of_surnames
from isnad.names.members import Member
from isnad.records import Kind
from isnad.text import Reading, fold

_HEAD_WEIGHT, _OUTLET_WEIGHT = 2, 1
_OF_A_STATE: frozenset[Kind] = frozenset(
    {"person", "office", "organisation", "government", "group", "anonymous", "document", "media"}
)


class Scene(NamedTuple):
    """The states (ISO 3166-1 alpha-3) that a text names: the tokens that mention one in text order and the state of
    each, and the votes of each state in the whole text."""

    tokens: tuple[int, ...]
    states: tuple[str, ...]
    votes: dict[str, float]

    def country(self, first: int, stop: int) -> str | None:
        """The state that the text speaks of in the sentence from `first` to `stop`; None where it names none."""
        votes = Counter(self.votes)
        votes.update(self.states[bisect_left(self.tokens, first) : bisect_left(self.tokens, stop)])
        return votes.most_common(1)[0][0] if votes else None


def read_scene(r: Reading, sentences: list[int], headlines: frozenset[int], outlet: str | None) -> Scene:
    """The scene of the sentences with these indices; `headlines` are those that are titles, `outlet` the state of
    whoever published the text."""
    tokens: list[int] = []
    states: list[str] = []
    weights: Counter[str] = Counter()
    doubtful: list[tuple[int, str]] = []  # mentions that may be another state's
    surnames = states_of_surnames()
    for number in sentences:
        behind, stop = r.sentences[number]
        for i in [n for n in range(behind, stop) if geo.opens(r.words[n]) or r.words[n] in surnames]:
            if i < behind:
                continue
            readings = [g for g in geo.at(r.words, i) if g.iso3 is not None and not g.weak]
            found = readings[0] if readings else None
            state = found.iso3 if found is not None else surnames.get(r.words[i])
            other = next((g.iso3 for g in readings if g.iso3 != state and g.tokens == readings[0].tokens), None)
            if state is not None:
                if other is not None:
                    doubtful.append((len(tokens), other))
                tokens.append(i)
                states.append(state)
                weights[state] += 1 + (_HEAD_WEIGHT if number in headlines else 0)
            behind = i + len(found.tokens) if found is not None else i + 1
    for n, other in doubtful:  # «Amman» or «Oman» in a story of the other state whose name it is
        if weights[other] > weights[states[n]] - len(doubtful):
            weights[other] += 1
            states[n] = other
    votes = {state: sqrt(weight) for state, weight in weights.items()}
    if outlet is not None:
        votes[outlet] = votes.get(outlet, 0) + _OUTLET_WEIGHT
    return Scene(tuple(tokens), tuple(states), votes)


def settle(r: Reading, members: list[Member], scene: Scene) -> None:
    """Gives those who belong to some state, but are not said to which, the state of the scene."""
    for member in members:
        if member.country is not None:
            continue
        member.country = _called(member)
        if (
            member.country is None
            and belongs_to_a_state(member.kind, {*member.bare, *member.titles})
            and _local(member)
        ):
            member.country = scene.country(*r.sentences[r.sentence_of[member.first]])


def _called(member: Member) -> str | None:
    """The state that an ordinary word means as the press uses it: «الاحتلال», «قنصل الاحتلال سالم الحداد»."""
    titled = member.titles if member.kind in ("person", "office") else ()
    found = (geo.called().get(without_article(word)) for word in (fold(member.head), *sorted(titled)))
    return next((state for state in found if state), None)


def _local(member: Member) -> bool:
    """Whether the member belongs to the state in which the story plays, as far as its words tell.

    «مصدر أمني», «مصدر في الشرطة» and «بيان للوزارة» do, «مصادر مطلعة» and «تقارير» need not; nor does «المحلل سالم
    الحداد», who may be asked from anywhere, nor «دول عدة».
    """
    head = fold(member.head)
    allied = not grammar.words("coalition").isdisjoint(member.bare[-1:])
    if member.kind == "government":
        return member.number == "s" or head not in grammar.words("from-anywhere")
    if member.kind == "media":
        return head in grammar.words("media-office") or not grammar.words("official").isdisjoint(member.bare)
    if member.kind in ("person", "office", "organisation"):
        return (member.kind == "person" or not allied) and member.titles.isdisjoint(grammar.words("observer"))
    if allied or head in grammar.words("observer"):
        return False
    if head in grammar.words("from-anywhere"):
        return any(w in grammar.words("official") or _is_body(w) for w in member.bare[1:])
    return True


@cache
def _is_body(word: str) -> bool:
    return any(n.noun.is_a("body") or n.noun.kind == "government" for n in nouns.find(word))


def belongs_to_a_state(kind: Kind, words: frozenset[str] | set[str]) -> bool:
    """Whether somebody of this kind with these folded words of name and titles serves some state: the UN's envoy
    does not."""
    names, heads = _international()
    return kind in _OF_A_STATE and (heads.isdisjoint(words) or not any(name <= words for name in names))


@cache
def _international() -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """The names of bodies that are no state's, as sets of folded words without article, and the first words of all."""
    stateless = [e for e in actors.entity_entries() if e.country is None and e.kind == "organisation"]
    first_words = {fold(name).split()[0] for entry in stateless for name in entry.names}
    found = (e for text in first_words for e in actors.entities(text) if e.country is None and e.kind == "organisation")
    names = tuple({tuple(without_article(text) for text in e.tokens) for e in found})
    return tuple(map(frozenset, names)), frozenset(name[0] for name in names)
