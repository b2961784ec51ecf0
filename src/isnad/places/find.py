"""Finds the names of places in a text.

A name counts by what it is and by what stands around it (`isnad.lexicon.places` grades it):

- a *sure* name («دمشق») unless it is part of another name («صحيفة الرياض»),
- any other *name* where a word before or after it asks for a place («من سراقب», «سراقب شرق إدلب»),
- a *common* word («الباب», «جاسم») after a head noun («مدينة الباب»), before the larger place («في الباب شرق حلب»), in
  a list of places of one country, or where the document has it so elsewhere.

After some head nouns a name that no table has is a place too («قرية الزبرجة»); it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from isnad.lexicon import actors, geo, grammar, nouns, places
from isnad.lexicon.affixes import ALIF, AND, ARTICLE, BY, BY_THE, FEMININE, FOR, FOR_THE
from isnad.lexicon.clitics import splits
from isnad.lexicon.everyday import is_everyday
from isnad.places.around import HEADS, OPENING, Before, before, joined, lands, nisba, parent_place, sign
from isnad.places.found import Found
from isnad.places.mention import PlaceMention
from isnad.places.resolve import resolve
from isnad.text import Reading

_STRENGTH: dict[Before, int] = {
    "town": 3, "area": 3, "part": 3, "site": 3, "zone": 3, "in": 2, "to": 1, "of": 1, "list": 1,
}  # fmt: skip
_BLOCKS: frozenset[Before] = frozenset({"not", "name"})
_LARGER = frozenset({"country", "region", "governorate", "district", "city"})
_LAND, _CLEAR, _COMMON, _LONGER, _HEAD = 1, 2, 4, 8, 16
_PROCLITICS = frozenset((AND, BY, FOR))
_TANWIN = "\u064b"
_SHORTEST = 3  # letters of a name that no table has


def find_places(r: Reading, *, home: str | None = None) -> list[PlaceMention]:
    """The mentions of places, in text order, each resolved or left open with its candidates and the reason.

    `home` is the country of the outlet (ISO 3166-1 alpha-3), a weak sign of which place is meant.

    >>> from isnad.text import View
    >>> [(m.name_en, m.country) for m in find_places(Reading(View("وقع الانفجار في سراقب شرق إدلب")))]
    [('Saraqib', 'SYR'), ('Idlib', 'SYR')]
    """
    marks = [(i, mark) for i, mark in enumerate(map(_mark, r.words)) if mark]
    named = [(i, land) for i, mark in marks if mark & _LAND for land in lands(r.words[i])]
    return resolve(r, _accepted(r, _seen(r, marks)), named, home)


@lru_cache(maxsize=65536)
def _mark(word: str) -> int:
    """What a folded token may have to do with places, as bits; 0 for most words."""
    mark = _LAND if geo.country(word) and lands(word) else 0
    heads, stems = _heads_and_stems()
    for _, stem, definite in splits(word):
        if stem in stems:
            if stem in heads and not definite:
                mark |= _HEAD
            grade = places.alone(word)
            mark |= 0 if grade is None else _COMMON if grade == "common" else _CLEAR
            mark |= _LONGER if places.seconds(word) else 0
    return mark


@cache
def _heads_and_stems() -> tuple[frozenset[str], frozenset[str]]:
    """The nouns after which a name that no table has is a place («قرية»), and with them all first words of names."""
    heads = grammar.words("place-unlisted")
    return heads, heads | places.openings()


def _seen(r: Reading, marks: list[tuple[int, int]]) -> list[Found]:
    """All that may be a place by its words and what stands before it."""
    result: list[Found] = []
    words = r.words
    end = 0
    for i, mark in marks:
        if i < end:
            continue
        longer = mark & _LONGER and i + 1 < len(words) and words[i + 1] in places.seconds(words[i])
        if mark & _CLEAR or longer or (mark & _COMMON and _led(words, i)):
            found = _named(r, i, result[-1] if result else None)
            if found is not None:
                result.append(found)
                end = found.end
        if mark & _HEAD and i >= end:
            end = _unlisted(r, i + 1)
            if end > i + 1:
                result.append(Found(i + 1, end, 0, (), "common", frozenset(), before(words[i]), i, None))
    return result


def _led(words: Sequence[str], i: int) -> bool:
    """Whether anything at or before a common word may lead to a place: most common words are spared by this."""
    if words[i][0] in _PROCLITICS:
        return True
    word = words[i - 1] if i else ""
    return word in OPENING or before(word) in _STRENGTH or nisba(word) is not None


def _named(r: Reading, i: int, last: Found | None) -> Found | None:
    """The name of a place that a table has, at token `i`."""
    naming = places.at(r.words, i)
    if naming is None:
        return None
    shown = sign(r, i, naming.start)
    what = shown.what
    if what == "" and last is not None and joined(r, last.end, i):
        what = "list"
    if naming.grade == "common" and what not in _STRENGTH:
        return None  # nothing else is known of a common word without a sign
    end = i + naming.tokens
    return Found(i, end, naming.start, naming.readings, naming.grade, naming.countries, what, shown.first, shown.land)


def _other_name(r: Reading, first: int, end: int) -> bool:
    """Whether the words are no place: an accusative («صبيا» with its tanwin), the name of a paper in quotation marks
    («الشرق الأوسط»), a part of a longer name («مانشستر يونايتد»), an adjective («القنصلية السعودية»)."""
    if end < len(r.words) and r.words[end] in grammar.words("place-not-after"):
        return True
    if end == first + 1 and r.words[first] in grammar.words("home-land"):
        return True  # «the north of the country»
    if first > 0 and end == first + 1 and _qualifies(r.words[first], r.words[first - 1]):
        return True
    if first > 0 and r.quote_close.get(first - 1) == end:
        return any(entry.kind == "media" for entry in actors.at(r.words, first))
    return _TANWIN in r.text(first, end)


@lru_cache(maxsize=4096)
def _qualifies(word: str, before: str) -> bool:
    """Whether a folded name is the adjective of the noun before it: «القنصلية السعودية», «جنديا روسيا»."""
    if word in grammar.words("place-adjective"):
        return before.startswith((ARTICLE, FOR_THE, BY_THE, AND + ARTICLE))
    stem = word.removesuffix(ALIF)
    if stem == word or not before.endswith(ALIF) or before.startswith(ARTICLE):
        return False
    return any(g.what == "nisba" for g in geo.country(stem)) and bool(nouns.find(before.removesuffix(ALIF)))


def _unlisted(r: Reading, first: int) -> int:
    """The end of a name at token `first` that no table has, `first` where there is none."""
    if first >= len(r.words) or not _unknown(r.words[first]):
        compound = first + 1 < len(r.words) and r.words[first] in grammar.words("place-compound")
        return first + 2 if compound and _unknown(r.words[first + 1]) else first
    return first + 1


@lru_cache(maxsize=32768)
def _unknown(word: str) -> bool:
    """Whether a folded token may be a name that no table has: no word of the language, no nisba, no preposition."""
    return (
        word.isalpha()
        and not word.isascii()
        and len(word) >= _SHORTEST
        and not is_everyday(word)
        and not is_everyday(word.removeprefix(ARTICLE))
        and not word.startswith(FOR_THE)
        and not word.startswith(AND)
        and not before(word)
        and not geo.country(word)
        and not any(word in grammar.words(name) for name in ("relative", "quantifier", "time", "clause-start"))
    )


def _accepted(r: Reading, seen: Sequence[Found]) -> list[Found]:
    """Those that what stands around them shows to be places."""
    result: list[Found] = []
    last: Found | None = None
    for n, found in enumerate(seen):
        if found.what in _BLOCKS:
            continue
        following = seen[n + 1] if n + 1 < len(seen) else None
        found = _with_parent(r, found, following)
        listed = following is not None and _listed(r, found, following)
        if _is_place(r, found, last, seen, listed=listed) and not _other_name(r, found.first, found.end):
            if found.what == "list" and last is not None and last.what in HEADS:
                found = found._replace(what=last.what)  # «the two governorates of Daraa and Suwayda»
            result.append(found)
            last = found
    return result


def _with_parent(r: Reading, found: Found, following: Found | None) -> Found:
    """The name with the country or the larger place that the words after it name: «سرت الليبية», «في بنش بريف إدلب»,
    «البوكمال، سوريا»."""
    if found.end < len(r.words):
        land = nisba(r.words[found.end])
        if land is not None and found.readings:
            return found._replace(land=land)
    if following is None or following.grade == "common" or r.sentence_of[found.first] != r.sentence_of[following.first]:
        return found
    larger = any(reading.place.kind in _LARGER for reading in following.readings)
    state = any(reading.place.kind == "country" for reading in following.readings)
    whole = following.whole if following.what in HEADS else following.first
    shared = not found.readings or found.countries & following.countries
    if larger and shared and parent_place(r, found.end, whole, state=state):
        return found._replace(parent=following.first)
    return found


def _listed(r: Reading, found: Found, following: Found) -> bool:
    """Whether a clear name of the same country goes on a list that this name begins: «على الخيام وكفركلا»."""
    return (
        following.grade != "common"
        and joined(r, found.end, following.first)
        and bool(found.countries & following.countries)
    )  # fmt: skip


def _is_place(r: Reading, found: Found, last: Found | None, seen: Sequence[Found], *, listed: bool) -> bool:
    """Whether the name counts as that of a place; `last` is the place before it, `seen` all names of the document,
    `listed` says that it begins a list of places."""
    if not found.readings:
        return True
    if found.land is not None and found.land not in found.countries and found.grade != "sure":
        return False  # «the Iranian angle», a village's name
    strength = _STRENGTH.get(found.what, 0)
    followed = found.land is not None or found.parent is not None
    if strength < 2 and not followed and _asks(r, found):
        return False
    if found.grade == "sure":
        return True
    if found.grade == "name":
        return strength > 0 or followed
    if found.what == "list":
        return last is not None and last.end >= found.first - 1 and bool(last.countries & found.countries)
    if strength == 3:
        return not _describes(r.words[found.first])
    if strength and listed:
        return True
    return strength == 2 and (
        followed or any(other.readings == found.readings and _STRENGTH.get(other.what) == 3 for other in seen)
    )


def _asks(r: Reading, found: Found) -> bool:
    """Whether the name alone is mostly something else: a club, or a noun with a pronoun («جده» is no جدة)."""
    if r.words[found.first][found.start :] in grammar.words("place-asks"):
        return True
    light = r.lights[found.end - 1]
    return light.endswith(FEMININE) and light[-2:-1] != ALIF


def _describes(word: str) -> bool:
    """Whether a common word describes the head noun before it: «مدينة جديدة»."""
    return word.endswith(FEMININE) and not word.startswith(ARTICLE) and is_everyday(word)
