"""Reads the words of an office: «وزير خارجية سوريا», «وزير الخارجية السوري», «وزير الخارجية في حكومة صنعاء».

A title is compared by keys of its words: folded, without article, conjunction or feminine ending. The words that
name the state are taken out first, wherever they stand, so that one title serves all states. An office counts only
where its words explain the phrase up to its end, a comma, a rank or the next office: «وزير الدفاع» is not read in
«وزير الدفاع عن البيئة».
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from isnad.lexicon import geo, grammar, nouns
from isnad.lexicon.affixes import AND, AND_THE, ARTICLE, BY, FEMININE, FOR, FOR_THE
from isnad.text.signs import COMMA

_LONGEST_STATE = 4  # tokens of the longest name of a state
_STATE = frozenset({"name", "nisba"})
_NAMERS = frozenset({"rank", "honorific"})


class Meaning(msgspec.Struct, frozen=True, array_like=True):
    """What a title may be: an office of its own, or a role that is an office with any state.

    `state` must be the state in question for an office of its own; None where its title says all («الأمين العام
    للأمم المتحدة»). `construct`: the head noun has no article.
    """

    id: str
    role: bool
    state: str | None = None
    construct: bool = False


class Title(msgspec.Struct, frozen=True, array_like=True):
    """The keys of a title's words, and its meanings."""

    keys: tuple[str, ...]
    meanings: tuple[Meaning, ...]


class GovernmentWords(msgspec.Struct, frozen=True, array_like=True):
    """The keys of words that name a government, its id and its state."""

    keys: tuple[str, ...]
    id: str
    country: str
    rival: bool


class Titles(msgspec.Struct):
    """The compiled titles and words of governments by the key of their first word, longest first."""

    titles: dict[str, tuple[Title, ...]]
    governments: dict[str, tuple[GovernmentWords, ...]]


class OfficeWords(NamedTuple):
    """An office as its words say it. `state` is ISO 3166-1 alpha-3 and `government` an id of `governments.yaml`, None
    where the words name none; `acting` («بالوكالة»), `former` («السابق») and `elect` («المنتخب») say how somebody
    holds it. `first` and `end` are indices of the words that were read; `rival`: the government has offices of its
    own."""

    meanings: tuple[Meaning, ...]
    state: str | None
    government: str | None
    former: bool
    acting: bool
    elect: bool
    first: int
    end: int
    rival: bool = False


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The folded word without article, conjunction and feminine ending.

    >>> key("والمغتربين"), key("الخارجيه"), key("خارجيه")
    ('مغتربين', 'خارجي', 'خارجي')
    """
    for lead in (AND_THE, FOR_THE, ARTICLE):
        if word.startswith(lead) and len(word) >= len(lead) + 3:
            word = word[len(lead) :]
            break
    if word.endswith(FEMININE) and len(word) > 3:
        word = word[:-1]
    return _same().get(word, word)


@cache
def _same() -> dict[str, str]:
    """Words that mean the same in a title, by their keys: «ناطق» and «متحدث»."""
    spoken = sorted(grammar.words("spokesman-title"))
    return dict.fromkeys(spoken, spoken[-1])


@lru_cache(maxsize=65536)
def _state(word: str) -> str | None:
    """The state that the token names, with or without a preposition written onto it («لإيران»)."""
    for reading in geo.country(word):
        plain = reading.start == 0 or word[: reading.start] in (FOR, FOR_THE, BY)
        if reading.iso3 and reading.what in _STATE and not reading.weak and plain:
            return reading.iso3
    return None


def state_at(words: Sequence[str], index: int) -> tuple[str | None, int]:
    """The state named at token `index` and the number of tokens of its name; (None, 0) where there is none."""
    for reading in geo.at(words, index):
        plain = reading.start == 0 or words[index][: reading.start] in (FOR, FOR_THE, BY)
        if len(reading.tokens) > 1 and reading.iso3 and reading.what in _STATE and not reading.weak and plain:
            return reading.iso3, len(reading.tokens)
    found = _state(words[index])
    return (found, 1) if found else (None, 0)


def stripped(words: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """The keys of the words without those that name a state, and that state."""
    keys: list[str] = []
    state = None
    i = 0
    while i < len(words):
        found, length = state_at(words, i)
        if found and i:
            state = state or found
            i += length
            continue
        if words[i][0].isalnum():
            keys.append(key(words[i]))
        i += 1
    return tuple(keys), state


def read_offices(words: Sequence[str], titles: Titles) -> tuple[OfficeWords, ...]:
    """The offices that the folded words of a phrase name, the person's own name left out by the caller.

    The first office begins the phrase, or stands behind ranks and honorifics; others follow it («رئيس الوزراء وزير
    الداخلية»). Nothing is read where a word before or behind the title is not explained.
    """
    result: list[OfficeWords] = []
    i = 0
    while i < len(words):
        office = _office_at(words, i, titles)
        if office is not None:
            result.append(office)
            i = office.end
        elif not words[i][0].isalnum() or _is_namer(words[i]):
            i += 1
        else:
            break
    return tuple(result)


@lru_cache(maxsize=65536)
def _is_namer(word: str) -> bool:
    """Whether the word only dresses a name: ranks, honorifics, «صاحب السمو الملكي»."""
    if word in grammar.words("rank-qualifier") or word in grammar.words("courtesy"):
        return True
    return any(_NAMERS.intersection(r.noun.classes) and r.start == 0 for r in nouns.find(word))


def _office_at(words: Sequence[str], first: int, titles: Titles) -> OfficeWords | None:
    i, acting = first, False
    lead = tuple(words[first : first + 2])
    if " ".join(lead) in grammar.words("office-acting-lead"):
        i, acting = first + 2, True
    if i >= len(words):
        return None
    head = words[i]
    begins = titles.titles.get(key(head)) or (
        titles.titles.get(key(head[1:])) if head.startswith(AND) and len(head) > 4 else None
    )
    for title in begins or ():
        end, state = _match(words, i, title.keys)
        if end is None:
            continue
        bare = not head.removeprefix(AND).startswith(ARTICLE)
        fitting = tuple(m for m in title.meanings if bare or not m.construct)
        office = fitting and _tail(words, first, end, titles, fitting, state, acting)
        if office:
            return office
    return None


def _match(words: Sequence[str], i: int, wanted: tuple[str, ...]) -> tuple[int | None, str | None]:
    """Where the title `wanted` ends that begins at token `i`, and the state named inside it."""
    state: str | None = None
    number = 0
    first = i
    while number < len(wanted):
        if i >= len(words):
            return None, None
        k = key(words[i])
        if k == wanted[number] or (i == first and words[i][0] == AND and key(words[i][1:]) == wanted[0]):
            number += 1
            i += 1
            continue
        if number == 0:
            return None, None
        found, length = state_at(words, i)
        if found:
            state = state or found
            i += length
        elif words[i] in grammar.words("office-filler") or words[i] in '«»"':
            i += 1
        else:
            return None, None
    return i, state


def _tail(
    words: Sequence[str],
    first: int,
    i: int,
    titles: Titles,
    meanings: tuple[Meaning, ...],
    state: str | None,
    acting: bool,
) -> OfficeWords | None:
    """The office with what stands behind its title; None where a word there is not explained."""
    government: str | None = None
    former = elect = rival = False
    end = i
    while i < len(words):
        word = words[i]
        found, length = state_at(words, i)
        ruled = _government_at(words, i, titles, state)
        if ruled is not None and len(ruled.keys) >= length:
            state = state or ruled.country
            government, rival = government or ruled.id, rival or ruled.rival
            i += len(ruled.keys)
        elif found:
            if state is not None and state != found:
                break  # «the French American foreign minister» is nobody's office
            state = found
            i += length
        elif word in grammar.words("office-former"):
            former, i = True, i + 1
        elif word in grammar.words("office-acting"):
            acting, i = True, i + 1
        elif word in grammar.words("office-elect"):
            elect, i = True, i + 1
        elif word in grammar.words("office-filler") or word in '«»"()':
            i += 1
        elif word in grammar.words("office-inner") and i + 1 < len(words):
            i += 1
            continue
        else:
            break
        end = i
    rest = words[end] if end < len(words) else COMMA
    if rest[0].isalnum() and not (_is_namer(rest) or _begins_office(words, end, titles)):
        return None
    return OfficeWords(meanings, state, government, former, acting, elect, first, end, rival)


def _begins_office(words: Sequence[str], i: int, titles: Titles) -> bool:
    word = words[i]
    if any("role" in r.noun.classes and r.number == "s" for r in nouns.find(word)):
        return True
    return bool(titles.titles.get(key(word)))


def _government_at(words: Sequence[str], i: int, titles: Titles, state: str | None) -> GovernmentWords | None:
    """The government named at token `i`, with or without a preposition written onto it."""
    word = words[i]
    for start in (word, word[1:]) if word[0] in (BY, FOR) and len(word) > 3 else (word,):
        for government in titles.governments.get(key(start), ()):
            keys = tuple(key(w) for w in words[i + 1 : i + len(government.keys)])
            if keys == government.keys[1:] and state in (None, government.country):
                return government
    return None


def only_namers(words: Sequence[str]) -> bool:
    """Whether the words between an office and a name are no more than ranks, honorifics and signs."""
    return all(not word[0].isalnum() or _is_namer(word) for word in words)
