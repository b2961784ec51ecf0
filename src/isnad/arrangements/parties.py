"""Who is bound by a tie: «بين سوريا والعراق», «الذي يضم …», «بقيادة …», and the parties of the verb that made it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from isnad.lexicon import arrangements, grammar
from isnad.lexicon.affixes import AND, without_article
from isnad.lexicon.arrangements import TieNoun
from isnad.names.parts import Part
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import COMMAS

Role = Literal["member", "leader", "left", "mediator"]

_REACH = 14  # tokens between a tie's name and the verb or the preposition that names its parties
_AFTER = 4  # tokens behind the name in which its parties begin
_MOST = 30  # members of one tie


class Bound(NamedTuple):
    """One party of a tie: its tokens (half-open) with the code points of proclitics before it, its state (ISO
    3166-1 alpha-3) and how it is bound."""

    first: int
    end: int
    offset: int
    country: str | None
    role: Role


def read_bound(
    r: Reading, first: int, core: int, about: int, stop: int, entry: TieNoun
) -> tuple[int, tuple[Bound, ...]]:
    """The end of the words that name the tie with its parties, and the parties, of the tie at token `first` whose
    name ends before token `core` and what it is about before `about`, in the clause up to token `stop`."""
    bound: list[Bound] = _by_adjectives(r, first, core)
    at = end = about
    relative = at < stop and r.words[at] in grammar.words("relative")
    if at + 1 < stop and (relative or r.words[at] in grammar.words("has-members")):
        verb = at + int(relative)
        if r.words[verb] in grammar.words("has-members"):
            end, members = _list(r, verb + 1, stop, "member")
            return max(end, about), (*bound, *members)
    if at < stop and r.words[at] in grammar.words("with-members"):
        end, members = _list(r, at + 1, stop, "member")
        if end:
            return end, (*bound, *members)
    for words, role in _ROLES:
        if at < stop and r.words[at] in grammar.words(words):
            end, members = _list(r, at + 1, stop, role, most=1)
            return max(end, about), (*bound, *members)
    near, end = _beside(r, first, about, stop, entry)
    return end, (*bound, *near)


_ROLES: tuple[tuple[str, Role], ...] = (("led-by", "leader"), ("brokered-by", "mediator"))


def _by_adjectives(r: Reading, first: int, core: int) -> list[Bound]:
    """Two peoples in the name are its parties: «الاتفاق السوري التركي»; one alone says only whom it is about."""
    found = peoples(r, first, core)
    return found if len({b.country for b in found}) > 1 else []


def peoples(r: Reading, first: int, end: int) -> list[Bound]:
    """The states whose adjectives stand between the tokens."""
    found = []
    for j in range(first, end):
        place = word(r.words[j]).place("") if r.words[j][0].isalpha() else None
        if place is not None and place.what == "nisba" and place.iso3 is not None:
            found.append(Bound(j, j + 1, 0, place.iso3, "member"))
    return found


def _list(r: Reading, at: int, stop: int, role: Role, most: int = _MOST) -> tuple[int, list[Bound]]:
    """The parties of a list: «سوريا وروسيا، بالإضافة إلى العراق وإيران»; the end of the last, 0 where there is none."""
    found: list[Bound] = []
    first = end = at
    while at < stop and len(found) < most:
        while at < stop and (r.words[at] in grammar.words("and-also") or (found and r.words[at] in COMMAS)):
            at += 1
        if at >= stop or not r.words[at][0].isalpha() or (found and arrangements.at(r.words, at) is not None):
            break
        w = word(r.words[at])
        lead = AND if found and w.lead.startswith(AND) else ""
        if found and not lead and at == end:
            break
        phrase = read_phrase(r, at, stop, lead=lead)
        if phrase is None:
            break
        parts = phrase.parts[:most]
        parties = [party(part, role) for part in parts if is_party(part)]
        if len(parties) < len(parts):
            break
        found += [b for b in parties if r.words[b.first] not in grammar.words("both-sides")]
        at = end = parts[-1].end
    return (end if end > first else 0), found


def is_party(part: Part) -> bool:
    """Whether the phrase names somebody who can be bound: a state, a body, a group, a person."""
    return part.speaks and part.kind not in ("document", "media", "anonymous")


def party(part: Part, role: Role) -> Bound:
    return Bound(part.first, part.end, part.offset, part.country, role)


def _beside(r: Reading, first: int, about: int, stop: int, entry: TieNoun) -> tuple[list[Bound], int]:
    """The parties around the name and the end of those that belong to it: the subject of the verb that made the tie
    («وقعت طهران ودمشق اتفاقا»), who else follows («مع دمشق»), who made a body («من قبل إيران وسوريا»)."""
    found = makers(r, first) if entry.kind in ("agreement", "truce") else []
    for j in range(about, min(stop, about + _AFTER)):
        by = r.words[j] in grammar.words("from") and j + 1 < stop and r.words[j + 1] in grammar.words("by-agent")
        if by or r.words[j] in grammar.words("accompanied"):
            end, members = _list(r, j + 1 + int(by), stop, "member")
            if members and not by:
                found += peoples(r, first, about)  # «a Jordanian deal with a state»: the first party is an adjective
            return found + members, end if j == about and not by and members else about
        if j > about and r.words[j] in grammar.words("ties") and r.words[j - 1] in grammar.words("relative"):
            return found + _concluders(r, j, stop), about
        following = r.words[j + 1] if j + 1 < stop else ""
        aside = r.words[j] in COMMAS and following in grammar.words("relative")
        goes_on = aside or r.words[j] in grammar.words("relative")
        if not goes_on and (not r.words[j][0].isalpha() or word(r.words[j]).verb):
            break
    return found, about


def makers(r: Reading, first: int) -> list[Bound]:
    """The subject of the verb of concluding before the tie at token `first`."""
    start, _ = r.sentences[r.sentence_of[first]]
    for j in range(first - 1, max(start, first - _REACH) - 1, -1):
        if r.words[j] in grammar.words("ties"):
            phrase = read_phrase(r, j + 1, first)
            return [party(part, "member") for part in phrase.parts if is_party(part)] if phrase is not None else []
        if r.words[j] in COMMAS or r.words[j] in grammar.words("clause-start"):
            break
    return []


def _concluders(r: Reading, verb: int, stop: int) -> list[Bound]:
    """«التي أبرمت فيها طهران السلام مع دمشق»: the subject of the verb in the relative clause, and who is with it."""
    for j in range(verb + 1, min(stop, verb + 3)):
        phrase = read_phrase(r, j, stop) if not word(r.words[j]).function else None
        if phrase is not None:
            found = [party(part, "member") for part in phrase.parts if is_party(part)]
            for k in range(phrase.end, min(stop, phrase.end + _AFTER)):
                if r.words[k] in grammar.words("accompanied"):
                    return found + _list(r, k + 1, stop, "member")[1]
            return found
    return []


def who_left(r: Reading, first: int, core: int, stop: int) -> list[Bound]:
    """«انسحاب واشنطن من الاتفاق», «انسحبت واشنطن من الاتفاق»: who stands between the word of leaving and the tie."""
    start, _ = r.sentences[r.sentence_of[first]]
    if first == start or r.words[first - 1] not in grammar.words("from"):
        return []
    for j in range(first - 2, max(start, first - _REACH) - 1, -1):
        if without_article(r.words[j]) in grammar.words("leaves") or r.words[j] in grammar.words("leaves"):
            phrase = read_phrase(r, j + 1, first - 1) if j + 1 < first - 1 else None
            if phrase is None:
                return []
            return [party(part, "left") for part in phrase.parts if is_party(part)]
        if r.words[j] in COMMAS:
            break
    return []
