"""Where a text puts an office beside a name: «وزير النقل العماني سالم الحداد», «سالم الحداد، وزير النقل العماني».

Only plain appositions are read, with nothing but ranks and signs between the two, so that what is found can be held
against the knowledge base.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from isnad.lexicon import nouns, people
from isnad.lexicon.affixes import AND, ARTICLE, FOR_THE
from isnad.lexicon.kb.base import Named, Office, base, offices_named, person_key, persons_named
from isnad.lexicon.kb.titles import key, only_namers
from isnad.names.words import word
from isnad.text import fold
from isnad.text.signs import COMMAS

_WINDOW = 11  # words of an office
_LONGEST = 6  # words of a name
_LIKELY = 0.5  # the score of a word that may go on a name


class Apposition(NamedTuple):
    """The folded words of a name, and the offices beside it, the nearest last: of «المتحدث باسم الرئيس التونسي سالم
    الحداد» both the spokesman's and the president's, since the words do not tell whose name it is."""

    name: tuple[str, ...]
    offices: tuple[Named, ...]


def appositions(words: Sequence[str]) -> Iterator[Apposition]:
    """The names with offices beside them in the folded tokens of a text, in text order: the offices before the name,
    else the one right behind it where no other name follows that."""
    i = 0
    while i < len(words):
        end = _name_end(words, i)
        if end == i:
            i += 1
            continue
        name = tuple(words[i:end])
        found = persons_named(name)
        state = found[0][0].country if len(found) == 1 else None
        beside = tuple(named for named in _before(words, i, state) or _behind(words, end, state) if named.offices)
        if beside:
            yield Apposition(name, beside)
        i = end


def _name_end(words: Sequence[str], i: int) -> int:
    """Where the name ends that begins at token `i`: a name of the base, else a given name with words of names behind
    it; `i` where none begins."""
    known = words[i] in _first_words()
    if not known and not people.is_given(words[i]):
        return i
    stop = i
    while stop < len(words) and stop - i < _LONGEST and words[stop][0].isalpha():
        stop += 1
    for end in range(stop, i + 1, -1) if known else ():
        if person_key(words[i:end]) in base().by_name:
            return end
    if not people.is_given(words[i]) or people.is_particle(words[i]) or word(words[i]).name < _LIKELY:
        return i
    end = i + 1
    while end < stop and (people.is_particle(words[end]) or _goes_on(words[end])):
        end += 1
    while people.is_particle(words[end - 1]):
        end -= 1
    return end if end - i > 1 else i


@cache
def _goes_on(text: str) -> bool:
    """Whether the word may go on a name."""
    w = word(text)
    return w.name >= _LIKELY and not (w.is_a("role") or w.is_a("honorific"))


@cache
def _first_words() -> frozenset[str]:
    """The first words of all names of the base."""
    return frozenset(fold(name).split()[0] for p in base().persons.values() for name in (p.name, *p.aliases))


def _before(words: Sequence[str], first: int, state: str | None) -> tuple[Named, ...]:
    """The offices that end right before the name; of «الرئيس الفرنسي والرئيس اليمني سالم الحداد» the last one."""
    result: dict[tuple[Office, ...], Named] = {}
    for start in range(max(0, first - _WINDOW), first):
        if not _opens_title(words[start]) or words[start].startswith(FOR_THE):
            continue
        if not result and start and _of_somebody(words[start - 1]):
            continue
        found = offices_named(words[start:first], state)
        if not found or not found[0].offices or found[0].words.first:
            continue
        if only_namers(words[start + found[-1].words.end : first]):
            last = found[-1].words.state
            result.update((n.offices, n) for n in found if None in (last, n.words.state) or last == n.words.state)
    return tuple(result.values())


def _behind(words: Sequence[str], end: int, state: str | None) -> tuple[Named, ...]:
    start = end + 1 if end < len(words) and (words[end] == "(" or words[end] in COMMAS) else end
    behind = words[start : start + _WINDOW]
    if not behind or key(behind[0]) not in base().titles.titles:
        return ()
    found = offices_named(behind, state)[:1]
    if not found or found[0].words.first:
        return ()
    after = start + found[0].words.end
    named = after < len(words) and _name_end(words, after) > after  # whom the first one met
    return () if named else found


@cache
def _opens_title(text: str) -> bool:
    """Whether an office may begin with the word."""
    return key(text) in base().titles.titles or (text.startswith(AND) and key(text[1:]) in base().titles.titles)


def _of_somebody(before: str) -> bool:
    """Whether the word right before an office makes it somebody else's: «مساعد وزير النقل سالم الحداد»."""
    return not before.startswith(ARTICLE) and any("role" in n.noun.classes for n in nouns.find(before))
