"""Whether an office or a short name may stand for somebody: by words, titles and state, never by similarity."""

from __future__ import annotations

import itertools

from isnad.lexicon import grammar, nouns
from isnad.lexicon.affixes import ARTICLE, without_article
from isnad.lexicon.geo import country
from isnad.names.members import Member
from isnad.names.parts import Part
from isnad.names.people import HEAD_CLASSES
from isnad.text import fold


def short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may be a short form of the name `full`: its last word (or, alone, any but a particle) and
    its words in the same order."""
    if len(short) == 1:
        # The word behind the particle of sonship is the father's name and no short form of the son's.
        family = [w for before, w in itertools.pairwise(full) if before not in grammar.words("son-of")]
        alike = family and without_article(short[0]) == without_article(full[-1]) and full[-1] == family[-1]
        return alike or short[0] in family or (short == full[:1] and short[0] not in grammar.words("name-compound"))
    if short[-1] != full[-1] and short[0] != full[0]:
        return False
    position = 0
    for w in full:
        if position < len(short) and w == short[position]:
            position += 1
    return position == len(short)


def _content_words(titles: frozenset[str] | set[str]) -> set[str]:
    """The words of an office that tell it from others: «الداخلية» and «المالية», but no state and no «السابق»."""
    adjectives = grammar.words("adjective")
    return {t for t in titles if len(t) > 2 and not {t, ARTICLE + t} & adjectives and not _is_state(t)}


def _is_state(text: str) -> bool:
    """Whether the word is a state or its adjective, and no ordinary word: not «المالية»."""
    return any(g.what in ("nisba", "name") and not g.weak for g in country(text))


def office_fits(part: Part, titles: frozenset[str] | set[str], state: str | None) -> int:
    """How well an office phrase fits the titles of a person: 0 not at all."""
    head = head_words(part)
    if not head & titles:
        return 0
    if part.country and state and part.country != state:
        return 0
    missing = part.titles - titles
    if _content_words(missing) - grammar.words("generic-person"):
        return 0
    if not part.definite and missing:
        return 0
    if _of_state_alone(part, titles, state):
        return 0
    return 10 + 2 * len(part.titles & titles) - len(missing)


def _of_state_alone(part: Part, titles: frozenset[str] | set[str], state: str | None) -> bool:
    """Whether the office is a state's and nothing else («الرئيس اللبناني»), but the person's is something else's
    («رئيس الحزب سالم الحداد»)."""
    head = {fold(part.head)}
    if not part.country or state or _content_words(part.titles) - head:
        return False
    return bool(_content_words(titles) - head - _heads(titles))


def head_words(part: Part) -> set[str]:
    return _heads(part.titles)


def _heads(titles: frozenset[str] | set[str]) -> set[str]:
    return {t for t in titles if any(HEAD_CLASSES.intersection(n.noun.classes) for n in nouns.find(t))}


def same_office(part: Part, member: Member) -> bool:
    if part.country and member.country and part.country != member.country:
        return False
    head = head_words(part) or ({part.head} if part.head else set())
    if not head & (member.titles | {member.head}):
        return False
    missing = _content_words(part.titles - member.titles)
    if _of_state_alone(part, member.titles, member.country):
        return False
    return not missing and (part.definite or part.titles == member.titles)


def stands_for(part: Part, member: Member) -> bool:
    """«المسؤول العسكري» may be whoever spoke last, unless of another state."""
    generic = without_article(fold(part.head)) in grammar.words("generic-person") and part.number == "s"
    return generic and not (part.country and member.country and part.country != member.country)


def contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))
