"""Which body, outlet, group, government or document a phrase refers to: one that has spoken or one that is named.

A name in full or in its short form in brackets is that body; «الوزارة» is the ministry that spoke last, else the one
named last; «الصحة» is «وزارة الصحة». A body of another state is another body, and two papers stay two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from isnad.lexicon import actors, grammar
from isnad.lexicon.affixes import FOR_THE
from isnad.names.members import Member
from isnad.names.naming import Called
from isnad.names.offices import contains
from isnad.names.parts import Part
from isnad.names.words import word
from isnad.text import Reading

_PERSONS = frozenset({"person", "office"})
_PEOPLE = frozenset({"group", "anonymous"})


def spoken(part: Part, mine: Called, members: Sequence[Member], whole: bool) -> Member | None:
    """The member of the cast that the phrase refers to, the one that spoke last first. `whole` says that no longer name
    is meant."""
    recent = sorted(members, key=attrgetter("last"), reverse=True)
    for member in recent:
        if member.bare == mine.bare and _one_state(part.country, member.country):
            return member
        if part.kind == member.kind and (mine.words in member.aliases or (mine.entry and mine.entry == member.entry)):
            return member
    if not part.definite:
        return None
    for member in recent:
        if member.kind in _PERSONS:
            continue
        alike = member.head == part.head and member.number == part.number
        if alike and (mine.head_only or (_one_state(part.country, member.country) and _adjectives_fit(mine, member))):
            return member
        if member.kind == "anonymous" or not _one_state(part.country, member.country):
            continue
        if part.kind == member.kind and _shortened(mine.bare, member.bare, part.head, whole):
            return member
    return None


def _adjectives_fit(mine: Called, member: Member) -> bool:
    """Whether the phrase is a head noun with adjectives that the member's full phrase has too: «الصحيفة الأميركية» for
    «صحيفة "الضفة" الأميركية»."""
    adjectives = mine.words[1:]
    own = {*member.bare, *member.titles}
    fit = adjectives and mine.words[0].endswith(mine.bare[0]) and set(mine.bare[1:]) <= own
    return bool(fit) and len(member.bare) > 0 and all(word(w).article and word(w).adjective for w in adjectives)


class Bodies(NamedTuple):
    """The bodies that a document names, in text order; `words` are all their full and short names, `longest` the number
    of words in the longest."""

    parts: Sequence[Part]
    words: frozenset[tuple[str, ...]]
    longest: int


def all_bodies(parts: Sequence[Part], call: Callable[[Part], Called]) -> Bodies:
    """The bodies with what is asked of all of them; `call` tells what a phrase calls a body."""
    calls = [call(part) for part in parts]
    words = frozenset(words for other in calls for words in other.aliases)
    return Bodies(parts, words, max((len(other.bare) for other in calls), default=0))


def named(part: Part, mine: Called, known: Bodies, call: Callable[[Part], Called]) -> Part | None:
    """The body of the document that the phrase refers to: the nearest named before it, else the first after it.
    `call` tells what a phrase calls a body."""
    shorter = part.definite and (mine.head_only or len(mine.bare) < known.longest)
    if not shorter and mine.words not in known.words:
        return None
    bodies = known.parts
    behind = bisect_right(bodies, part.first, key=lambda body: body.first)
    for body in chain(reversed(bodies[:behind]), bodies[behind:]):
        near = body.kind == part.kind or body.head == part.head or not part.head
        if near and _refers(part, mine, body, call(body)):
            return body
    return None


def _refers(part: Part, mine: Called, body: Part, other: Called) -> bool:
    if body.kind == part.kind and mine.words in other.aliases:
        return True
    if not part.definite or other.head_only or (len(other.bare) <= len(mine.bare) and not mine.head_only):
        return False
    people = part.kind in _PEOPLE  # an article speaks of some people before it calls them «the protesters»
    if mine.head_only and body.head == part.head and body.number == part.number:
        return body.first < part.first if people or not body.definite else True
    if mine.entry and other.entry == mine.entry and body.kind == part.kind:
        return not people and body.definite
    unknown = part.kind == "media" and not part.head and not mine.entry  # nothing tells what it names
    alike = body.kind == part.kind or (unknown and body.kind == "organisation")
    if not body.definite or people or not alike or not _one_state(part.country, body.country):
        return False
    return _shortened(mine.bare, other.bare, part.head, whole=mine.entry != "")


def _shortened(short: tuple[str, ...], full: tuple[str, ...], head: str, whole: bool) -> bool:
    """Whether `short` is a shorter way to say `full`: its beginning («المرصد»), or what stands behind a head noun that
    only says what kind of body it is («الصحة» for «وزارة الصحة اللبنانية», «الجوازات» for «المديرية العامة للجوازات»);
    without a head noun of its own, any part. «نقابة الصيادين» is not «مجلس نقابة الصيادين»."""
    if len(full) <= len(short):
        return False
    kind_of_body = full[0] in grammar.words("kind-of-body")
    if full[: len(short)] == short or (kind_of_body and full[1:] == short):
        return True
    if whole:
        return False
    if (kind_of_body and full[1 : 1 + len(short)] == short) or full[-len(short) :] == (FOR_THE + short[0], *short[1:]):
        return True
    return not head and (full[1 : 1 + len(short)] == short or (len(short) >= 2 and contains(full, short)))


def _one_state(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def is_whole(r: Reading, part: Part) -> bool:
    """Whether the phrase is a name of the lexicon as it stands."""
    return any(len(e.tokens) == part.end - part.first for e in actors.at(r.words, part.first))


def announced(r: Reading, part: Part, bodies: Sequence[Part]) -> Part | None:
    """«صحيفة أميركية» at the head of a story is the paper that the story names next."""
    for other in bodies:
        own = any(i in r.quote_close for i in range(other.first, other.end)) or is_whole(r, other)
        if other.first > part.first and other.kind == "media" and other.head == part.head and own:
            return other
    return None
