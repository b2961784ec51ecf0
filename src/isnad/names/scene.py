"""Where a text plays, so that «مصدر أمني» and «سالم الحداد» belong to a state although no word says which.

Every mention of a state, its people, its capital or a place in it votes for the state: more in the headline, and more
near the place that is asked about. The weights were set on annotated articles (`tests/holdout/development.json`).
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from isnad.lexicon import actors, geo
from isnad.lexicon.affixes import without_article
from isnad.records import Kind
from isnad.text import Reading, fold

_NEAR = 24  # tokens within which a mention counts more
_NEAR_WEIGHT, _HEAD_WEIGHT, _OUTLET_WEIGHT = 3, 2, 1
_OF_A_STATE: frozenset[Kind] = frozenset(
    {"person", "office", "organisation", "government", "group", "anonymous", "document"}
)


class Scene(NamedTuple):
    """The states that a text names: for each mention its token, the state (ISO 3166-1 alpha-3) and its weight."""

    mentions: tuple[tuple[int, str, int], ...]
    outlet: str | None

    def country(self, token: int) -> str | None:
        """The state that the text speaks of around `token`; None where it names none."""
        votes: Counter[str] = Counter()
        for at, state, weight in self.mentions:
            votes[state] += weight + (_NEAR_WEIGHT if abs(at - token) < _NEAR else 0)
        if self.outlet is not None:
            votes[self.outlet] += _OUTLET_WEIGHT
        return votes.most_common(1)[0][0] if votes else None


def read_scene(r: Reading, sentences: list[int], headlines: frozenset[int], outlet: str | None) -> Scene:
    """The scene of the sentences with these indices; `headlines` are those that are titles, `outlet` the state of
    whoever published the text."""
    mentions: list[tuple[int, str, int]] = []
    for number in sentences:
        i, stop = r.sentences[number]
        while i < stop:
            found = next((g for g in geo.at(r.words, i) if g.iso3 is not None and not g.weak), None)
            if found is not None and found.iso3 is not None:
                mentions.append((i, found.iso3, 1 + (_HEAD_WEIGHT if number in headlines else 0)))
            i += len(found.tokens) if found is not None else 1
    return Scene(tuple(mentions), outlet)


def belongs_to_a_state(kind: Kind, words: frozenset[str] | set[str]) -> bool:
    """Whether somebody of this kind with these folded words of name and titles serves some state: the UN's envoy and
    a newspaper do not."""
    return kind in _OF_A_STATE and not any(name <= words for name in _international())


@cache
def _international() -> tuple[frozenset[str], ...]:
    """The names of bodies that are no state's, as sets of folded words without article."""
    stateless = [e for e in actors.entity_entries() if e.country is None and e.kind == "organisation"]
    first_words = {fold(name).split()[0] for entry in stateless for name in entry.names}
    found = (e for text in first_words for e in actors.entities(text) if e.country is None and e.kind == "organisation")
    return tuple({frozenset(without_article(text) for text in e.tokens) for e in found})
