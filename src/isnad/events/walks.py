"""What stands after a trigger: its noun phrases in order, and those behind the prepositions of its frame."""

from __future__ import annotations

from functools import lru_cache

from isnad.events.draft import Draft
from isnad.events.parties import Group, phrase_end, read_group
from isnad.events.scene import Scene, bare
from isnad.lexicon import geo, grammar, triggers
from isnad.lexicon.affixes import ALIF, AND, BY, BY_THE, FEMININE_YA, FOR, FOR_THE, PLURAL_IN, PLURAL_UN, YA
from isnad.lexicon.everyday import is_everyday
from isnad.lexicon.triggers import Role
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import CLAUSE_STOPS, COMMAS

_REACH = 26  # tokens from a trigger to its last complement
_FAR = 30  # tokens from a trigger to the mark of its doer
_RELATIONAL = (YA, FEMININE_YA, YA + ALIF)
_ADVERBIAL = 8  # tokens of the noun phrase behind a preposition at most
_ASIDE = 4  # tokens of an aside between commas («it hit, on Thursday, …»)


class Walk:
    """What stands after a trigger: the free noun phrases in order, and those behind prepositions by role."""

    def __init__(self) -> None:
        self.free: list[Group] = []
        self.by_role: dict[Role, Group] = {}
        self.sides: list[Group] = []  # after between
        self.owned: Group | None = None  # after «for»: the doer beside another complement («shelling by us of …»)
        self.nisba: Group | None = None  # a state's adjective on the noun («an Israeli raid»)


def read_walk(s: Scene, draft: Draft, start: int, stop: int, *, most_free: int) -> Walk:
    """Reads the noun phrases after a trigger up to the end of its clause."""
    assert draft.trigger is not None
    r, walk = s.r, Walk()
    words = r.words
    end = min(stop, start + _REACH)
    defined = (
        draft.article or draft.suffix != "" or (draft.end - 1 > draft.first and word(words[draft.end - 1]).article)
    )
    i = start
    while i < end:
        text = words[i]
        if text in CLAUSE_STOPS:
            break
        if text in COMMAS:
            after = _after_aside(r, i, end)
            if after < 0 and len(walk.free) == 1 and word(words[i - 1]).time and draft.trigger.object == "recipient":
                after = i + 1  # «the police arrested on Thursday, the sheikh …»
            if after < 0 and _goes_on_to(s, walk, draft, i + 1, end):
                after = i + 1
            if after < 0:
                break
            i = after
            continue
        if text == "(":
            i = next((j + 1 for j in range(i, min(end, i + 10)) if words[j] == ")"), i + 1)
            continue
        if not (text[0].isalnum() or i in r.quote_close):
            i += 1
            continue
        role, at, lead = _marked(s, draft, i, end)
        if role is not None:
            i = _take_marked(s, walk, draft, role, at, end, lead)
            continue
        w = word(text)
        if closes(r, i):
            break
        if w.function or w.time or w.lead in (BY, FOR, BY_THE, FOR_THE) or _by_word(text):
            i = past_adverbial(s, i, end)
            continue
        if joined(text):
            if draft.naming and not walk.free and text.endswith(_RELATIONAL):
                i += 1  # «by guns and by missiles»
                continue
            break
        if len(walk.free) >= most_free or _other_verb(r, i):
            break
        if draft.naming and _is_nisba(text, defined):
            walk.nisba = walk.nisba or read_group(s, i, i + 1)
            i += 1
            continue
        if draft.naming and (_adjective(text, defined) or _accusative_pair(r, draft, i, start)):
            i += 1
            continue
        if draft.naming and (draft.article or (i > start and not walk.free)):
            break
        group = read_group(s, i, end)
        if group is None or group.end <= i:
            i += 1
            continue
        walk.free.append(group)
        i = group.end
    _far_marks(s, walk, draft, i, min(stop, start + _FAR))
    if walk.owned is not None:
        doer = draft.naming and walk.owned.acts and "recipient" in walk.by_role and not walk.free
        walk.by_role.setdefault("actor" if doer else "recipient", walk.owned)
    return walk


def joined(text: str) -> bool:
    """Whether a و is written onto the word, so that it is no part of the phrase before."""
    if text[0] != AND or len(text) < 4:
        return False
    if any(x.start == 1 and x.form.tense in ("masdar", "noun") for x in triggers.find(text)):
        return True
    if any(n.start == 0 for n in word(text).nouns) or word(text).name >= 0.5:
        return False
    if word(text).lead[:1] == AND or any(x.start == 1 for x in triggers.find(text)):
        return True
    return is_everyday(text[1:]) and not is_everyday(text)


@lru_cache(maxsize=1 << 14)
def _by_word(text: str) -> bool:
    """Whether the preposition ب is written onto the word: «بمنطقة», «بحضور»."""
    if text[0] != BY or len(text) < 4 or any(n.start == 0 for n in word(text).nouns) or word(text).name >= 0.5:
        return False
    return text[1:] in grammar.words("place-head") or (is_everyday(text[1:]) and not is_everyday(text))


def past_adverbial(s: Scene, i: int, end: int) -> int:
    """The token after an adverbial: a preposition takes its noun phrase with it («في [وادي النخل] بين …»)."""
    w = word(s.r.words[i])
    if w.time or w.pronoun or i + 1 >= end:
        return i + 1
    lead = w.lead or (BY if not w.function else "")
    start = i if lead else i + 1
    return max(phrase_end(s.r, start, min(end, start + _ADVERBIAL), len(lead)), i + 1)


def _far_marks(s: Scene, walk: Walk, draft: Draft, first: int, end: int) -> None:
    """The doer and the two sides where more than a noun phrase stands before them: «قتل عشرة … على يد جنود»."""
    words = s.r.words
    for i in range(first, end - 1):
        text = words[i]
        if text in CLAUSE_STOPS or text in COMMAS or word(text).relative or text in grammar.complementizers():
            return
        if f"{text} {words[i + 1]}" in grammar.words("event-agent-marker") and i + 2 < end:
            group = read_group(s, i + 2, end)
            if group is not None:
                walk.by_role.setdefault("actor", group)
            return
        if draft.mutual and text in grammar.words("between") and not walk.sides:
            _take_sides(s, walk, i + 1, end)
            return


def _marked(s: Scene, draft: Draft, i: int, end: int) -> tuple[Role | None, int, str]:
    """The role that the preposition at token `i` gives in the frame, the token of its phrase and its proclitic."""
    assert draft.trigger is not None
    assert draft.form is not None
    words = s.r.words
    text = words[i]
    pair = f"{text} {words[i + 1]}" if i + 1 < end else ""
    if pair in grammar.words("event-agent-marker"):
        return "actor", i + 2, ""
    if text in grammar.words("event-agent-marker") or text in grammar.words("event-agent-clitic"):
        return "actor", i + 1, ""
    if draft.mutual and text in grammar.words("between"):
        return "partner", i + 1, "between"
    preps = triggers.prepositions(draft.trigger.id)
    if text in preps and i + 1 < end:
        return preps[text], i + 1, ""
    if len(text) <= 3 or text[0] not in (BY, FOR):
        return None, i, ""
    role = preps.get(text[0])
    if role is None and text[0] == FOR and draft.form.tense == "masdar" and draft.trigger.object == "recipient":
        role = "recipient"  # «the soldiers' killing of the prisoners»
    lead = word(text).lead if word(text).lead[:1] == text[0] else ""
    if not lead and geo.country(text) and geo.country(text)[0].start == 1:
        lead = text[0]
    if role is None or not lead:
        return None, i, ""
    return role, i, FOR_THE if lead == FOR_THE else text[0]


def _take_marked(s: Scene, walk: Walk, draft: Draft, role: Role, at: int, end: int, lead: str) -> int:
    if lead == "between":
        return _take_sides(s, walk, at, end)
    if role == "none":
        return at + 1
    group = read_group(s, at, end, lead=lead)
    if group is None:
        return at + 1
    if lead in (FOR, FOR_THE) and role == "recipient":
        walk.owned = walk.owned or group
        return group.end
    walk.by_role.setdefault(role, group)
    return group.end


def _take_sides(s: Scene, walk: Walk, at: int, end: int) -> int:
    """«بين الجيش والمسلحين»: both sides of what is mutual."""
    group = read_group(s, at, end)
    if group is None:
        return at + 1
    if len(group.members) > 1:
        one, second = group.members[0], group.members[1]
        walk.sides = [
            group._replace(end=one.end, members=(one,)),
            group._replace(first=second.first, offset=second.offset, members=group.members[1:]),
        ]
        return group.end
    walk.sides = [group]
    i = group.end
    if i < end and s.r.words[i].startswith(AND) and len(s.r.words[i]) > 2:
        other = read_group(s, i, end, lead=AND)
        if other is not None:
            walk.sides.append(other)
            return other.end
    for j in range(at + 1, group.end):
        if word(s.r.words[j]).lead != AND or not s.r.words[j].startswith(AND):
            continue
        left, right = read_group(s, at, j), read_group(s, j, end, lead=AND)
        if left is not None and right is not None and left.end == j and left.definite:
            walk.sides = [left, right]  # «between the minister and the president's envoy»: no two titles of one person
            return right.end
    return i


def _goes_on_to(s: Scene, walk: Walk, draft: Draft, i: int, end: int) -> bool:
    """«شنت غارات داخل البلاد، [على] مواقع»: whether a preposition of the frame follows the comma."""
    if i >= end or "recipient" in walk.by_role or walk.owned is not None or not word(s.r.words[i]).preposition:
        return False
    return _marked(s, draft, i, end)[0] == "recipient"


def _after_aside(r: Reading, comma: int, end: int) -> int:
    """The token after a short aside between commas, -1 where the comma ends the clause."""
    for j in range(comma + 1, min(end, comma + 2 + _ASIDE)):
        if r.words[j] in COMMAS:
            inside = word(r.words[comma + 1])
            named = inside.name >= 0.5 or inside.given
            return j + 1 if inside.time or inside.preposition or named else -1
    return -1


def closes(r: Reading, i: int) -> bool:
    """Whether a clause of its own begins at token `i`."""
    text = r.words[i]
    w = word(text)
    return w.clause or w.relative or text in grammar.complementizers()


def _other_verb(r: Reading, i: int) -> bool:
    """Whether token `i` is a finite verb of the tables."""
    text = r.words[i]
    if word(text).article or word(text).nouns:
        return False
    found = triggers.find(text)
    finite = [x for x in found if x.form.tense in ("perfect", "imperfect")]
    return bool(finite and len(finite) == len(found)) or (word(text).verb and not found)


def _is_nisba(text: str, defined: bool) -> bool:
    """Whether the word is a state's adjective that agrees with the noun in its article: «الغارة الإسرائيلية»."""
    w = word(text)
    nisba = any(g.what == "nisba" and g.iso3 for g in w.geo)
    return nisba and not w.lead and w.article == defined and not w.is_a("group")


def _accusative_pair(r: Reading, draft: Draft, i: int, start: int) -> bool:
    """«شن هجوما عنيفا على …»: an indefinite accusative after another is its adjective."""
    text, before = r.words[i], r.words[i - 1]
    if not (text.endswith(ALIF) and before.endswith(ALIF)) or draft.article or draft.suffix:
        return False
    return (i > start or (draft.form is not None and draft.form.case == "a")) and not word(text).nouns


def _adjective(text: str, defined: bool) -> bool:
    """Whether the word is an adjective of the noun: «غارة جوية», «الغارة الأخيرة»."""
    w = word(text)
    if w.article != defined or w.lead or w.geo:
        return False
    if bare(text) in grammar.words("plain-adjective") or text.endswith(FEMININE_YA):
        return True
    if w.is_a("role") or w.is_a("group"):
        return False
    people = text.endswith((PLURAL_IN, PLURAL_UN))  # «the killing of two policemen»
    return (w.adjective and not people) or (text.endswith(_RELATIONAL) and not w.nouns)
