"""Of which state a party of an event is.

Its words say so («القوات التركية»), or the knowledge base knows its name or office («خادم الحرمين الشريفين»), or
the document named it with its state before («وزير الخارجية الإيراني … وقال الوزير»); else an unnamed group or
thing has the state in which the event took place or of which the text speaks, unless it may come from anywhere
(«منظمات حقوقية», «عدة دول»).
"""

from __future__ import annotations

from isnad.events.parties import Group, Member, span_of
from isnad.events.scene import Scene, bare
from isnad.kb import state_of_name
from isnad.lexicon import geo, grammar
from isnad.lexicon.kb.base import offices_named
from isnad.records import Party


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
    if m.fixed:
        return None
    words = tuple(w for w in s.r.words[m.first : m.end] if w[0].isalpha())
    meant = geo.called().get(bare(words[0])) if words else None
    return meant or m.country or _by_office(words) or _by_name(s, m, words)


def _by_office(words: tuple[str, ...]) -> str | None:
    """The one state whose office the words name without a word for the state («خادم الحرمين الشريفين»)."""
    found = {named.offices[0].country for named in offices_named(words) if named.offices}
    return found.pop() if len(found) == 1 else None


def _by_name(s: Scene, m: Member, words: tuple[str, ...]) -> str | None:
    """The state of the person whom the words name alone, as the knowledge base has it on the day of the text."""
    if m.entity is not None and s.entities[m.entity].kind != "person":
        return None
    return state_of_name(words, s.anchor) if m.acts else None


def _local(s: Scene, m: Member) -> bool:
    """Whether a party whose words give no state belongs to that of its scene: no body of many states, no «عدة دول»,
    no «منظمات حقوقية», no two sides at once («الطرفان»)."""
    if m.fixed:
        return False
    words = [bare(s.r.words[i]) for i in range(m.first, m.end) if s.r.words[i][0].isalpha()]
    return grammar.words("international").isdisjoint(words) and grammar.words("both-sides").isdisjoint(words[:1])
