"""Of which state a party of an event is.

Its words say so («القوات التركية»), or the knowledge base knows its name or office («خادم الحرمين الشريفين»), or
the document named it with its state before («وزير الخارجية الإيراني … وقال الوزير»); else an unnamed group or
thing has the state in which the event took place or of which the text speaks, unless it may come from anywhere
(«منظمات حقوقية», «عدة دول»).
"""

from __future__ import annotations

from isnad.events.parties import Group, Member, span_of
from isnad.events.scene import Scene, bare, country_of
from isnad.kb import state_of_name
from isnad.lexicon import geo, grammar
from isnad.lexicon.kb.base import offices_named
from isnad.names.words import word
from isnad.records import Party

_TITLES = 4  # words before an office that may belong to a title of somebody else («deputy …»)
_NAME = 0.5  # the score from which a word counts as a name


def parties(s: Scene, group: Group | None, near: str | None) -> tuple[Party, ...]:
    """The parties of a role; one that names no state has `near` where it may belong to it."""
    if group is None:
        return ()
    return tuple(
        Party(
            span=span_of(s.r, m.first, m.end, m.offset),
            entity=m.entity,
            name=m.name,
            country=state_of(s, m) or (near if _local(s, m) else None),
        )
        for m in group.members
    )


def agreed(found: tuple[Party, ...]) -> str | None:
    """The state of the parties where they are all of one."""
    countries = {party.country for party in found}
    return countries.pop() if len(countries) == 1 else None


def state_of(s: Scene, m: Member) -> str | None:
    """The state that the words for a party, or what is known of it, give."""
    words = tuple(w for w in s.r.words[m.first : m.end] if w[0].isalpha())
    said = any(map(country_of, words))
    if m.fixed or not words or (_of_many(words) and not said):
        return None
    if said:
        return m.country
    return _called(m, words) or _by_name(s, m, words) or m.country or _by_office(words)


def _called(m: Member, words: tuple[str, ...]) -> str | None:
    """The state that an ordinary word means as the press uses it: «الاحتلال», «جنود الاحتلال»."""
    serving = (m.armed or m.political) and m.sector != "REB"
    found = (geo.called().get(bare(w)) for w in words[: 2 if serving else 1])
    return next((state for state in found if state is not None), None)


def _by_office(words: tuple[str, ...]) -> str | None:
    """The one state whose office the words name without a word for the state («نائب خادم الحرمين الشريفين»)."""
    for i in range(min(len(words), _TITLES)):
        found = {named.offices[0].country for named in offices_named(words[i:]) if named.offices}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _by_name(s: Scene, m: Member, words: tuple[str, ...]) -> str | None:
    """The state of the person whom the words name, alone or at the end of what is his («تصريحات سالم الحداد»), as the
    document or the knowledge base has it."""
    if m.entity is not None and s.entities[m.entity].kind != "person":
        return None
    if m.acts:
        return state_of_name(words, s.anchor)
    for count in (3, 2, 1):
        name = words[-count:]
        if len(words) > count and all(word(w).name >= _NAME for w in name):
            found = s.state_of(frozenset(name)) or state_of_name(name, s.anchor)
            if found is not None:
                return found
    return None


def _of_many(words: tuple[str, ...]) -> bool:
    """Whether the words are of a body of many states («عدة دول», «منظمات حقوقية») or of two sides («الطرفان»)."""
    plain = [bare(w) for w in words]
    return not grammar.words("international").isdisjoint(plain) or not grammar.words("two-parties").isdisjoint(
        plain[:1]
    )


def _local(s: Scene, m: Member) -> bool:
    """Whether a party whose words give no state belongs to that of its scene."""
    return not m.fixed and not _of_many(tuple(w for w in s.r.words[m.first : m.end] if w[0].isalpha()))
