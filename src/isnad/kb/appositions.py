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
from isnad.lexicon.kb.base import Named, base, offices_named, person_key, persons_named
from isnad.lexicon.kb.titles import key, only_namers
from isnad.names.scan import COMMAS
from isnad.text import fold

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
    """Where the name ends that begins at token `i`; `i` where none does."""
    word = words[i]
    known = word in _first_words()
    if not known and not people.is_given(word):
        return i
    stop = i
    while stop < len(words) and stop - i < _LONGEST and words[stop][0].isalpha():
        stop += 1
    if known:
        for end in range(stop, i + 1, -1):
            if person_key(words[i:end]) in base().by_name:
                return end
    end = i + 1
    while end < stop and (people.is_particle(words[end]) or people.name_score(words[end]) >= _LIKELY):
        end += 1
    return end if end - i > 1 and people.is_given(word) else i


@cache
def _first_words() -> frozenset[str]:
    """The first words of all names of the base."""
    return frozenset(fold(name).split()[0] for p in base().persons.values() for name in (p.name, *p.aliases))


def _before(words: Sequence[str], first: int, state: str | None) -> tuple[Named, ...]:
    """The offices that end right before the name; of «الرئيس الفرنسي والرئيس اليمني سالم الحداد» the last one."""
    before = words[max(0, first - _WINDOW) : first]
    result: dict[Named, None] = {}
    for start, word in enumerate(before):
        if not _opens_title(word) or word.startswith(FOR_THE) or _of_somebody(before[:start]):
            continue
        found = offices_named(before[start:], state)
        if found and found[0].words.first == 0 and only_namers(before[start + found[-1].words.end :]):
            own = found[-1].words.state
            result.update((named, None) for named in found if None in (own, named.words.state) or own == named.words.state)
    return tuple(result)


def _behind(words: Sequence[str], end: int, state: str | None) -> tuple[Named, ...]:
    start = end + 1 if end < len(words) and (words[end] == "(" or words[end] in COMMAS) else end
    behind = words[start : start + _WINDOW]
    if not behind or not _opens_title(behind[0]) or behind[0].startswith(AND):
        return ()
    found = offices_named(behind, state)[:1]
    if not found or found[0].words.first:
        return ()
    after = start + found[0].words.end
    named = after < len(words) and _name_end(words, after) > after  # «التقى سالم الحداد وزير النقل جاسم الصقر»
    return () if named else found


@cache
def _opens_title(word: str) -> bool:
    """Whether an office may begin with the word."""
    return key(word) in base().titles.titles or (word.startswith(AND) and key(word[1:]) in base().titles.titles)


def _of_somebody(before: Sequence[str]) -> bool:
    """Whether an office right before makes this one somebody else's: «مساعد وزير النقل سالم الحداد»."""
    last = before[-1] if before else ARTICLE
    return not last.startswith(ARTICLE) and any("role" in n.noun.classes for n in nouns.find(last))
