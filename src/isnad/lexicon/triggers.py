"""The words that evoke events: verbs, their verbal nouns and participles, nouns, fixed phrases, light verbs.

`find` reads one folded token. All spellings are generated from `data/triggers_*.yaml` and kept in one table, so
that a look-up is a few dictionary probes. A *carrier* is a light verb without a type of its own: «شن غارة» is an
attack by whoever stands as its subject, «تعرض لهجوم» one on him, «وقع انفجار» one without a word on either.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from isnad.errors import LexiconError
from isnad.lexicon import load
from isnad.lexicon.affixes import (
    ALIF,
    AND,
    AND_THE,
    ARTICLE,
    BY,
    BY_THE,
    FOR,
    FOR_THE,
    FUTURE,
    HER,
    HIM,
    LIKE,
    THEM,
    THEM_TWO,
    THEN,
)
from isnad.lexicon.clitics import SUFFIXES
from isnad.lexicon.morphology import Verb, citation, inflect, noun
from isnad.records import EventType, Record
from isnad.text import fold

SOURCES = ("triggers_force.yaml", "triggers_pressure.yaml", "triggers_talk.yaml", "triggers_deeds.yaml")
CARRIERS = "triggers_carriers.yaml"

Role = Literal["actor", "recipient", "partner", "place", "none"]
Tense = Literal["perfect", "imperfect", "participle", "masdar", "noun", "phrase"]
Needs = Literal["", "party", "both", "recipient", "force", "armed", "country"]


class Trigger(Record, frozen=True, forbid_unknown_fields=True):
    """One entry of the trigger tables; `docs/lexicon.md` defines each field."""

    id: str
    type: EventType
    lemma: str
    kind: Literal["verb", "noun", "phrase"]
    sense: str
    example: str
    counter: str = ""
    mode: str | None = None
    verb: Verb | None = None
    forms: tuple[str, ...] = ()
    subject: Role = "actor"
    object: Role = "recipient"
    of: Literal["actor", "recipient", "either", "none"] = "either"
    preps: dict[str, Role] = msgspec.field(default_factory=dict)
    objects: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    needs: Needs = ""
    result: bool = False
    mutual: bool = False
    known: bool = False
    without: tuple[Literal["participle", "masdar", "passive", "perfect", "imperfect"], ...] = ()
    never: tuple[str, ...] = ()


class Carrier(Record, frozen=True, forbid_unknown_fields=True):
    """A light verb, and who its subject is in the event that its object (or, where `subject` is `event`, its
    subject) names."""

    id: str
    lemma: str
    verb: Verb
    subject: Literal["actor", "recipient", "place", "event"]
    sense: str
    example: str
    counter: str = ""


class TriggerForm(NamedTuple):
    """The grammar of one form, as `lexicon.cues.CueForm` has it; `voice` is passive only where the spelling is."""

    tense: Tense
    person: int
    number: str
    gender: str
    voice: Literal["active", "passive"]
    case: str
    short: bool


class TriggerReading(NamedTuple):
    """One way to read a folded token as a trigger, or as the first word of one with `rest` after it. The trigger
    stands at `[start, end)` of the token (code points), before the attached pronoun `suffix`; `article` says
    whether it carries the article."""

    trigger: Trigger
    form: TriggerForm
    start: int
    end: int
    suffix: str
    article: bool
    rest: tuple[str, ...]


class CarrierReading(NamedTuple):
    """One way to read a folded token as a light verb, perhaps with its object as a pronoun (شنها)."""

    carrier: Carrier
    form: TriggerForm
    start: int


class _Table(msgspec.Struct, array_like=True, frozen=True):
    """The compiled triggers. A reading is packed as entry index * len(forms) + form index."""

    triggers: tuple[Trigger, ...]
    carriers: tuple[Carrier, ...]
    forms: tuple[TriggerForm, ...]
    whole: dict[str, list[int]]
    joined: dict[str, list[int]]
    phrases: dict[str, list[tuple[int, list[str]]]]
    carried: dict[str, list[int]]


_FINITE = frozenset({"perfect", "imperfect"})
_NAMING = frozenset({"masdar", "noun"})
_ANY = _FINITE | _NAMING | {"participle", "phrase"}
# Proclitics as folded text, with the tenses that they may precede.
_PROCLITICS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (conjunction + clitic, tenses)
    for clitic, tenses in (
        ("", _ANY), (FUTURE, frozenset({"imperfect"})), (FOR, _NAMING | {"imperfect", "phrase"}),
        (BY, _NAMING | {"phrase"}), (LIKE, _NAMING), (ARTICLE, _NAMING), (FOR_THE, _NAMING), (BY_THE, _NAMING),
    )
    for conjunction in ("", AND, THEN)
)  # fmt: skip
_INITIALS = frozenset(AND + THEN + FUTURE + FOR + BY + ALIF + LIKE)
_THIRD = (HIM, HER, THEM, THEM_TWO)
_VOICES = {"active": 0, "passive": 1}
_PERSONS = {3: 0, 0: 0, 1: 1, 2: 2}
_NUMBERS = {"s": 0, "p": 1, "d": 2, "": 0}


def entries() -> tuple[Trigger, ...]:
    """All triggers as the data files give them; raises LexiconError where one breaks the schema."""
    return tuple(trigger for name in SOURCES for trigger in load.entries(name, Trigger))


def carrier_entries() -> tuple[Carrier, ...]:
    """All light verbs as the data file gives them; raises LexiconError where one breaks the schema."""
    return load.entries(CARRIERS, Carrier)


def spellings(entry: Trigger | Carrier) -> tuple[tuple[TriggerForm, str, tuple[str, ...]], ...]:
    """The forms of `entry` in the tables: grammar, folded spelling, folded spellings before a pronoun.

    Of a verb these are the finite forms of the third person, the accusative of the active participle and the
    verbal noun. Raises LexiconError where the lemma is not the one that root and form give.
    """
    if isinstance(entry, Trigger) and entry.kind == "phrase":
        return ()
    if isinstance(entry, Trigger) and entry.kind == "noun":
        return tuple(
            (
                TriggerForm("noun", 0, "p" if number else "s", "", "active", i.case, False),
                fold(i.spelling),
                tuple(fold(joined) for joined in i.joined),
            )
            for number, spelling in enumerate(entry.forms or (entry.lemma,))
            for i in noun(spelling, plural=False)
        )
    if entry.verb is None:
        raise LexiconError(f"trigger {entry.id}: a verb needs its root and form under `verb`")
    if fold(citation(entry.verb)) != fold(entry.lemma):
        raise LexiconError(f"trigger {entry.id}: root and form give {citation(entry.verb)}, the lemma is {entry.lemma}")
    without = entry.without if isinstance(entry, Trigger) else ("participle",)
    best: dict[tuple[str, str], tuple[TriggerForm, tuple[str, ...]]] = {}
    ranked = sorted(
        inflect(entry.verb), key=lambda i: (i.short, _VOICES[i.voice], _PERSONS[i.person], _NUMBERS[i.number])
    )
    for i in ranked:
        if i.tense == "imperative" or i.tense in without or i.person in (1, 2):
            continue
        if i.voice == "passive" and (i.tense == "participle" or "passive" in without):
            continue
        if i.tense == "participle" and not (i.number == "s" and (i.case == "a" or i.gender == "f")):
            continue
        joins = i.tense == "masdar" or (i.tense in _FINITE and i.voice == "active")
        form = TriggerForm(i.tense, i.person, i.number, i.gender, i.voice, i.case, i.short)
        best.setdefault((i.tense, fold(i.spelling)), (form, tuple(fold(j) for j in i.joined) if joins else ()))
    return tuple((form, spelling, joined) for (_, spelling), (form, joined) in best.items())


def _build() -> _Table:
    triggers, carriers = entries(), carrier_entries()
    found = [(number, *row) for number, entry in enumerate(triggers) for row in spellings(entry)]
    light = [(number, *row) for number, entry in enumerate(carriers) for row in spellings(entry)]
    forms = tuple(sorted({form for _, form, _, _ in (*found, *light)}))
    index = {form: number for number, form in enumerate(forms)}
    whole: dict[str, list[int]] = {}
    joined: dict[str, list[int]] = {}
    phrases: dict[str, list[tuple[int, list[str]]]] = {}
    carried: dict[str, list[int]] = {}
    for number, form, spelling, stems in found:
        packed = number * len(forms) + index[form]
        load.add_once(whole, spelling, packed)
        for stem in stems:
            load.add_once(joined, stem, packed)
    for number, form, spelling, stems in light:
        for whole_form in (spelling, *(stem + suffix for stem in stems for suffix in _THIRD)):
            load.add_once(carried, whole_form, number * len(forms) + index[form])
    for number, entry in enumerate(triggers):
        for text in (entry.forms or (entry.lemma,)) if entry.kind == "phrase" else ():
            first, *rest = fold(text).split()
            phrases.setdefault(first, []).append((number, rest))
    for rows in phrases.values():
        rows.sort(key=lambda row: -len(row[1]))
    return _Table(triggers, carriers, forms, whole, joined, phrases, carried)


@cache
def _table() -> _Table:
    return load.compiled("triggers", (*SOURCES, CARRIERS), _Table, _build)


@lru_cache(maxsize=1 << 16)
def find(word: str) -> tuple[TriggerReading, ...]:
    """All readings of one folded token as a trigger or the first word of one, longest phrase and least analysed
    first. The short forms after لم are given too; the caller looks at what stands before.

    >>> [(r.trigger.lemma, r.form.tense, r.start, r.suffix) for r in find(fold("وقصفها"))][0]
    ('قصف', 'perfect', 1, 'ها')
    """
    table = _table()
    result: list[TriggerReading] = []
    for proclitic, tenses in _PROCLITICS if word[:1] in _INITIALS else _PROCLITICS[:1]:
        if not word.startswith(proclitic):
            continue
        start, article = len(proclitic), proclitic.endswith((ARTICLE, FOR_THE))
        stem = word[start:]
        for number, rest in table.phrases.get(stem, ()) if "phrase" in tenses else ():
            form = TriggerForm("phrase", 0, "", "", "active", "", False)
            trigger = table.triggers[number]
            result.append(TriggerReading(trigger, form, start, len(word), "", article, tuple(rest)))
        rows = [(packed, "") for packed in table.whole.get(stem, ())]
        for suffix in () if article else SUFFIXES:
            if word.endswith(suffix) and len(stem) > len(suffix) + 1:
                rows.extend((packed, suffix) for packed in table.joined.get(stem[: -len(suffix)], ()))
        for packed, suffix in rows:
            trigger, form = table.triggers[packed // len(table.forms)], table.forms[packed % len(table.forms)]
            end = len(word) - len(suffix)
            if form.tense not in tenses or not _never(trigger.id).isdisjoint((word, stem, word[start:end])):
                continue
            result.append(TriggerReading(trigger, form, start, end, suffix, article, ()))
    result.sort(key=lambda r: (-len(r.rest), r.form.short, r.start + len(r.suffix), _VOICES[r.form.voice]))
    return tuple(result)


@cache
def _never(trigger: str) -> frozenset[str]:
    return frozenset(fold(word) for entry in _table().triggers if entry.id == trigger for word in entry.never)


@lru_cache(maxsize=1 << 16)
def carriers(word: str) -> tuple[CarrierReading, ...]:
    """All readings of one folded token as a light verb.

    >>> [(r.carrier.lemma, r.form.tense) for r in carriers(fold("وشنت"))]
    [('شن', 'perfect')]
    """
    table = _table()
    result: list[CarrierReading] = []
    for proclitic, tenses in _PROCLITICS if word[:1] in _INITIALS else _PROCLITICS[:1]:
        if word.startswith(proclitic) and not proclitic.endswith((ARTICLE, FOR_THE)):
            for packed in table.carried.get(word[len(proclitic) :], ()):
                form = table.forms[packed % len(table.forms)]
                if form.tense in tenses:
                    result.append(CarrierReading(table.carriers[packed // len(table.forms)], form, len(proclitic)))
    return tuple(result)


def object_head(trigger: Trigger, word: str) -> bool:
    """Whether the folded token is one of the objects that `trigger` asks for, behind article, preposition or
    before a pronoun: «القبض», «بالقبض», «حتفه»."""
    return _is_object_head(trigger.id, word)


@lru_cache(maxsize=1 << 14)
def _is_object_head(trigger: str, word: str) -> bool:
    heads = _object_heads(trigger)
    for proclitic in ("", ARTICLE, BY, BY_THE, FOR, FOR_THE, AND, AND_THE):
        if word.startswith(proclitic):
            rest = word[len(proclitic) :]
            if rest in heads or any(rest.endswith(s) and rest[: -len(s)] in heads for s in SUFFIXES):
                return True
    return False


@cache
def _object_heads(trigger: str) -> frozenset[str]:
    entry = next(entry for entry in _table().triggers if entry.id == trigger)
    return frozenset(
        fold(spelling)
        for head in entry.objects
        for i in noun(head, plural=False)
        for spelling in (i.spelling, *i.joined)
    )


@cache
def prepositions(trigger: str) -> dict[str, Role]:
    """The roles of a trigger's frame by folded preposition."""
    entry = next(entry for entry in _table().triggers if entry.id == trigger)
    return {fold(prep): role for prep, role in entry.preps.items()}


@cache
def hindering(trigger: str) -> frozenset[str]:
    """The folded words beside a trigger that make it another word (قصف إعلامي), without the article."""
    entry = next(entry for entry in _table().triggers if entry.id == trigger)
    return frozenset(fold(word) for word in entry.unless)


def follows(words: Sequence[str], index: int, rest: tuple[str, ...]) -> bool:
    """Whether the folded tokens `rest` stand at `index`."""
    return tuple(words[index : index + len(rest)]) == rest
