"""What stands around a name shows whether it is that of a place: a head noun («بلدة»), a preposition («في»), the
list that it continues, the larger place after it («بمحافظة دير الزور»).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from isnad.lexicon import geo, grammar, nouns, people
from isnad.lexicon.affixes import AND, ARTICLE, BY, FOR
from isnad.lexicon.clitics import splits
from isnad.text import Reading
from isnad.text.signs import COMMAS

Before = Literal["town", "area", "part", "site", "zone", "in", "to", "of", "not", "name", "list", ""]
HEADS: frozenset[Before] = frozenset({"town", "area", "part", "site", "zone"})
_CLASSES: tuple[tuple[Before, str], ...] = (
    ("town", "place-town"),
    ("area", "place-area"),
    ("part", "place-part"),
    ("site", "place-site"),
    ("zone", "place-zone"),
    ("in", "place-in"),
    ("to", "place-to"),
    ("not", "place-not"),
    ("of", "place-of"),
)
_ORDER = tuple(what for what, _ in _CLASSES)
_TITLES = frozenset({"rank", "honorific"})
_STATE = frozenset({"name", "nisba", "metonym"})
_NAME_WORD = 0.6  # the score from which a word before a name makes both a person's name
_MOST_LINKS = 5  # words between a place and the larger one around it


class Sign(NamedTuple):
    """What stands before a name: its kind, the token at which the phrase with its head noun begins, and the country
    of a nisba between the two."""

    what: Before
    first: int
    land: str | None = None


@cache
def _classes() -> dict[str, Before]:
    return {word: what for what, name in reversed(_CLASSES) for word in grammar.words(name)}


@lru_cache(maxsize=32768)
def before(word: str) -> Before:
    """What the folded token says of a name after it, its proclitics left out."""
    classes = _classes()
    found = [classes[stem] for _, stem, definite in splits(word) if not definite and stem in classes]
    if found:
        return min(found, key=_ORDER.index)
    titled = any(not _TITLES.isdisjoint(r.noun.classes) for r in nouns.find(word))
    if titled or people.is_given(word) or people.name_score(word) >= _NAME_WORD:
        return "name"
    return ""


@lru_cache(maxsize=32768)
def nisba(word: str) -> str | None:
    """The country of a nisba with the article («الليبية»), None where the token is none."""
    for reading in geo.country(word):
        if reading.what == "nisba" and reading.start == 0 and word.startswith(ARTICLE) and not reading.weak:
            return reading.iso3
    return None


@lru_cache(maxsize=32768)
def lands(word: str) -> tuple[str, ...]:
    """The country that a token speaks of by name or nisba; none where it may be two («عمان»)."""
    readings = [r for r in geo.country(word) if r.iso3 is not None and not r.weak]
    found = {r.iso3 for r in readings}
    if len(found) != 1 or not any(r.what in _STATE for r in readings):
        return ()
    return tuple(iso3 for iso3 in found if iso3 is not None)


def sign(r: Reading, first: int, start: int) -> Sign:
    """What stands before the name at token `first`, of which `start` letters are proclitics."""
    if start:
        clitics = r.words[first][:start]
        if BY in clitics:
            return Sign("in", first)
        if FOR in clitics:
            return Sign("to", first)
        if clitics == AND:
            return Sign("", first)
    at = first - 1
    if at >= 0 and (at in r.quote_close or r.words[at] in OPENING):
        at -= 1
    if at < 0:
        return Sign("", first)
    what = before(r.words[at])
    land = nisba(r.words[at]) if at else None
    if land is not None and before(r.words[at - 1]) in HEADS:
        return Sign(before(r.words[at - 1]), at - 1, land)  # «the Syrian capital Damascus»
    return Sign(what, at if what in HEADS else first)


OPENING = frozenset('«"“”(#_')


def parent_place(r: Reading, end: int, following: int, *, state: bool) -> bool:
    """Whether only words that lead to a larger place stand between the tokens `end` and `following`; before a state
    (`state`) a comma or a bracket is enough («البوكمال، سوريا»)."""
    if not end <= following <= end + _MOST_LINKS or r.words[following].startswith(AND):
        return False
    links = grammar.words("place-link")
    between = r.words[end:following]
    if not all(word in links or (word[:1] in (BY, FOR) and word[1:] in links) for word in between):
        return False
    if not between and r.words[following] in grammar.words("place-compass"):
        return True  # «Tyre in the south of Lebanon»: the larger place is a part of a state
    return state or BY in r.words[following][:1] or any(word.isalpha() for word in between)


def joined(r: Reading, end: int, first: int) -> bool:
    """Whether the name at token `first` goes on the list whose last name ends before token `end`: «حلب وإدلب»,
    «حلب، وإدلب»."""
    if first == end:
        return r.words[first].startswith(AND)
    return first == end + 1 and r.words[end] in _LIST


_LIST = COMMAS | {AND}
