"""Who takes part: noun phrases that an event may have as its actor or recipient, and their states and sectors.

Phrases that can speak are read by the names room; what things are done to («مواقع المسلحين») is read here, by
the same grammar: an indefinite noun takes a complement, a definite one takes definite adjectives and ends.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.events.scene import Scene, bare
from isnad.lexicon import actors, geo, grammar, triggers
from isnad.lexicon.affixes import AND, FEMININE_YA, FOR, FOR_THE, PLURAL_IN, PLURAL_UN, YA
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.records import Span
from isnad.text import Reading

_LONGEST = 14
_ARMED = frozenset({"MIL", "REB", "COP", "SPY", "UAF"})
_POLITICAL = _ARMED | {"GOV", "LEG", "JUD", "PTY", "OPP", "IGO"}
_ACTING = frozenset({"organisation", "government", "group", "office", "person", "anonymous"})


class Member(NamedTuple):
    """One party: tokens `[first, end)` without `offset` code points, its state, sector and member of the cast.
    `political`: a state, a body of one, an armed group; `armed`: it fights; `acts`: it can do something; `fixed`: its
    body belongs to no state; `place`: it is a state or a place by name."""

    first: int
    end: int
    offset: int
    country: str | None
    sector: str | None
    political: bool
    armed: bool
    acts: bool
    entity: str | None
    name: str
    fixed: bool = False
    place: bool = False


class Group(NamedTuple):
    """All parties of one role and the tokens of the whole phrase; `end` is where reading goes on."""

    first: int
    end: int
    offset: int
    members: tuple[Member, ...]
    number: str
    gender: str
    definite: bool

    @property
    def acts(self) -> bool:
        """Whether it can be the doer of something."""
        return any(member.acts for member in self.members)

    @property
    def political(self) -> bool:
        """Whether one of its parties is a state, a body of one or an armed group."""
        return any(member.political for member in self.members)

    @property
    def place(self) -> bool:
        """Whether it is a state or a place."""
        return any(member.place for member in self.members)

    @property
    def armed(self) -> bool:
        """Whether one of its parties fights."""
        return any(member.armed for member in self.members)

    @property
    def country(self) -> str | None:
        """The state of its parties where they agree."""
        if not self.members:
            return None
        first = self.members[0].country
        for member in self.members[1:]:
            if member.country != first:
                return None
        return first


def read_group(s: Scene, first: int, stop: int, *, lead: str = "", strict: bool = True) -> Group | None:
    """The noun phrase at token `first` behind the proclitic `lead`, as a party of an event; None where there is none.

    «استهدفت [التنظيمات المسلحة] [حفل تخريج]»: a phrase that can act ends where it is definite, so that the object
    may follow.
    """
    if first >= stop:
        return None
    key = (first, stop, lead, strict)
    if key not in s.groups:
        s.groups[key] = _read(s, first, stop, lead, strict)
    return s.groups[key]


def _read(s: Scene, first: int, stop: int, lead: str, strict: bool) -> Group | None:
    r = s.r
    text = r.words[first]
    if not (text[0].isalnum() or text in '"«“#') or (len(text) < 2 and not text[0].isdigit()):
        return None
    rest = text[len(lead) :]
    counted = _after_count(r, first, stop)
    if counted > first:
        inner = read_group(s, counted, stop, strict=strict)
        if inner is None:
            return None
        return inner._replace(first=first, offset=len(lead), members=tuple(m for m in inner.members), number="p")
    patient = bare(text) in grammar.words("common-patient") and _noun_like(rest)
    phrase = None if patient else read_phrase(r, first, stop, lead=lead, strict=strict)
    border = _border(r, phrase) if phrase is not None and strict else 0
    if border:
        phrase = read_phrase(r, first, border, lead=lead, strict=strict)
    if phrase is not None and phrase.parts[0].speaks and phrase.parts[0].kind in _ACTING:
        return _of_phrase(s, phrase)
    end, definite = _extent(r, first, stop, len(lead))
    if end <= first:
        return None
    armed_head = bare(text) in grammar.words("armed-name") and not patient
    member = _member(s, first, end, len(lead), acts=armed_head, armed=armed_head)
    w = word(text)
    plural = any(n.number == "p" for n in w.nouns)
    return Group(first, end, len(lead), (member,), "p" if plural else "s", "", definite)


def _border(r: Reading, phrase: Phrase) -> int:
    """The token inside the phrase at which another party begins, 0 for none: somebody's counterpart («الوزير، سالم
    الحداد، [نظيره] …»), a count («مسلحون [ستة] عناصر»)."""
    for i in range(phrase.first + 1, phrase.end):
        if r.words[i] in grammar.words("count-word") and phrase.parts[0].head:
            return i
        if any(n.suffix and n.noun.lemma in grammar.words("counterpart") for n in word(r.words[i]).nouns):
            return i
        if r.words[i] in grammar.words("in") and i + 1 < phrase.end and triggers.find(r.words[i + 1]):
            return i  # «others in [an explosion]»
        w = word(r.words[i])
        if (w.article or r.words[i] in grammar.words("common-patient")) and _keeps_nun(r.words[i - 1]):
            return i
    return 0


def _keeps_nun(text: str) -> bool:
    """«هاجم مسلحون [قرى]»: a plural in ون or a dual that keeps its nun takes no complement."""
    w = word(text)
    return text.endswith((PLURAL_UN, PLURAL_IN)) and not w.article and any(n.number in ("p", "d") for n in w.nouns)


def _noun_like(text: str) -> bool:
    return not actors.entities(text) and not geo.country(text)


def _after_count(r: Reading, first: int, stop: int) -> int:
    """The token after a count: «17 من عناصر …», «العشرات من …», «عدد من …», «أكثر من 30 شخصا»; `first` without."""
    i = first
    words = r.words
    if (
        words[i][0].isdigit()
        or words[i] in grammar.words("quantifier")
        or bare(words[i]) in grammar.words("quantifier")
    ):
        i += 1
        while i < stop and (words[i][0].isdigit() or words[i] in grammar.words("from")) and i - first < 4:
            i += 1
    return i if first < i < stop and words[i][0].isalpha() and words[i - 1] in grammar.words("from") else first


def _of_phrase(s: Scene, phrase: Phrase) -> Group:
    members = []
    for part in phrase.parts:
        armed = bare(s.r.words[part.first]) in grammar.words("armed-name") or bool(
            part.titles & grammar.words("armed-name")
        )
        members.append(
            _member(
                s,
                part.first,
                part.end,
                part.offset,
                acts=True,
                armed=armed,
                country=part.country,
                kind=part.kind,
                name=part.name,
            )
        )
    last = phrase.parts[-1]
    number = "p" if len(phrase.parts) > 1 else last.number
    return Group(phrase.first, phrase.end, phrase.offset, tuple(members), number, last.gender, last.definite)


def _member(
    s: Scene,
    first: int,
    end: int,
    offset: int,
    *,
    acts: bool,
    armed: bool,
    country: str | None = None,
    kind: str = "",
    name: tuple[int, int] | None = None,
) -> Member:
    r = s.r
    raw = r.view.span(r.starts[first] + offset, r.ends[end - 1])
    entity = s.entity_in(raw)
    sector, named, state, fixed = _sector(r, first, end, name)
    code = country or state
    fixed = fixed or _international(r, first, end)
    if code is None and entity is not None and not fixed:
        code = entity.country
    if code is None and name is not None:
        code = s.state_of(frozenset(w for w in r.words[slice(*name)] if w[0].isalpha()))
    political = code is not None or named or sector in _POLITICAL or kind == "government"
    return Member(
        first,
        end,
        offset,
        code,
        sector,
        political or armed,
        armed or sector in _ARMED,
        acts,
        entity.id if entity is not None else None,
        raw.of(r.view.raw),
        fixed and code is None,
        any(g.what != "nisba" for g in geo.at(r.words, first)),
    )


def _international(r: Reading, first: int, end: int) -> bool:
    """Whether the phrase names something of many states: «منظمة دولية», «التحالف», «الدول الغربية»."""
    return any(bare(r.words[i]) in grammar.words("international") for i in range(first, end) if r.words[i][0].isalpha())


def _sector(
    r: Reading, first: int, end: int, name: tuple[int, int] | None
) -> tuple[str | None, bool, str | None, bool]:
    """The sector of the phrase, whether a body or group of the lexicon stands in it, the first state that it names,
    and whether its body belongs to none (the United Nations)."""
    sector: str | None = None
    named = fixed = False
    state: str | None = None
    for i in range(first, end):
        text = r.words[i]
        if not text[0].isalpha() or (name is not None and name[0] <= i < name[1]):
            continue
        for entry in actors.at(r.words, i)[:1]:
            if entry.kind != "media" and not entry.needs_head and i + len(entry.tokens) <= end + 1:
                named = True
                sector = sector or entry.sector or ("REB" if entry.kind == "group" else None)
                state = state or entry.country
                fixed = fixed or entry.country is None
        for noun in word(text).nouns[:2]:
            sector = sector or noun.noun.sector
        for reading in geo.at(r.words, i):
            if reading.iso3 is not None and not reading.weak:
                state = state or reading.iso3
                break
    return sector, named, state, fixed


def phrase_end(r: Reading, first: int, stop: int, offset: int) -> int:
    """Where the noun phrase at `first` ends, whatever it names."""
    return _extent(r, first, stop, offset)[0]


def _extent(r: Reading, first: int, stop: int, offset: int) -> tuple[int, bool]:
    """Where the noun phrase at `first` ends, and whether it is definite: «مقر قيادي للجماعة», «مواقع المسلحين»."""
    words = r.words
    limit = min(stop, first + _LONGEST)
    i, definite = first, False
    while i < limit:
        text = words[i]
        if text in '"«“' and i in r.quote_close and (close := r.quote_close[i]) is not None and close - i <= 8:
            i, definite = close + 1, True
            continue
        if text[0].isdigit():
            if i > first and not definite:
                break
            i += 1
            continue
        if not text[0].isalpha():
            break
        w = word(text[offset:] if i == first else text)
        if i > first and _ends_group(r, i, definite):
            break
        named = next((len(e.tokens) for e in actors.at(words, i) if e.start == (offset if i == first else 0)), 0)
        place = next((len(g.tokens) for g in geo.at(words, i) if g.start == (offset if i == first else 0)), 0)
        if (named or place) and not definite:
            nisba = not named and any(g.what == "nisba" for g in geo.at(words, i))
            i += max(named, place)
            definite = definite or not nisba or w.article
            continue
        if i > first and w.lead in (FOR, FOR_THE) and not definite:
            i, definite = i + 1, w.article or w.lead == FOR_THE
            continue
        if i > first and w.lead:
            break
        if w.article:
            if definite and bare(text) in grammar.words("common-patient"):
                break  # «the aircraft [the city]»: the object
            definite = True
        elif definite and i > first:
            if not (w.name >= 0.5 and word(words[i - 1]).name >= 0.3):
                break
        elif any(n.suffix for n in w.nouns):
            i, definite = i + 1, True
            continue
        i += 1
    return i, definite


def _ends_group(r: Reading, i: int, definite: bool) -> bool:
    """Whether token `i` is no part of the noun phrase before it."""
    text = r.words[i]
    w = word(text)
    if w.function or w.time or (text.startswith(AND) and w.lead == AND):
        return True
    found = [x for x in triggers.find(text) if x.form.tense in ("perfect", "imperfect") and not x.rest]
    if (
        found
        and not w.article
        and not text.endswith((YA, FEMININE_YA))
        and (definite or found[0].form.tense == "imperfect")
    ):
        return True
    return w.verb and not w.nouns and not w.article


def span_of(r: Reading, first: int, end: int, offset: int) -> Span:
    """The raw span of the tokens without the proclitics of the first."""
    return r.view.span(r.starts[first] + offset, r.ends[end - 1])
