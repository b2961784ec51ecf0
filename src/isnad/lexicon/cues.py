"""The words that mark an attribution: reporting verbs, their nouns, prepositions and fixed phrases.

`find` reads one folded token, `phrases` what several tokens may say together. All spellings are generated
from `data/cues*.yaml` and kept in one table, so that a look-up is a few dictionary probes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from isnad import records
from isnad.errors import LexiconError
from isnad.lexicon import load
from isnad.lexicon.affixes import (
    ALIF,
    ALIF_MAQSURA,
    AND,
    ARTICLE,
    BY,
    BY_THE,
    FOR,
    FOR_THE,
    FUTURE,
    HAMZA_ALIF,
    HER,
    HIM,
    LIKE,
    LONG_ALIF,
    LOW_HAMZA,
    ME,
    OPEN_TA,
    TA_MARBUTA,
    THEE,
    THEM,
    THEM_TWO,
    THEM_WOMEN,
    THEN,
    US,
    YA_HAMZA,
    YOU,
)
from isnad.lexicon.morphology import Inflection, Verb, citation, inflect, noun
from isnad.records import Record, Stance
from isnad.text import fold

SOURCES = ("cues.yaml", "cues_frames.yaml", "cues_nouns.yaml")
OBJECTS = "cue_objects.yaml"
COMMON = "cues_common.yaml"

Kind = Literal["verb", "noun", "preposition", "phrase"]
Tense = Literal["perfect", "imperfect", "imperative", "participle", "masdar", "noun", "preposition"]


class Cue(Record, frozen=True, forbid_unknown_fields=True):
    """One entry of the cue tables; `docs/lexicon.md` defines each field."""

    id: str
    lemma: str
    kind: Kind
    stance: Stance
    sense: str
    example: str
    counter: str = ""
    verb: Verb | None = None
    forms: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    direct: bool = False
    object: Literal["", "content", "addressee"] = ""
    prep: tuple[str, ...] = ()
    addressee_prep: tuple[str, ...] = ()
    weak: bool = False
    objects: tuple[str, ...] = ()
    by: tuple[records.Kind, ...] = ()
    predicate: bool = False
    frame: Literal["", "source", "clause"] = ""
    relay_prep: str = ""
    impersonal: bool = False
    continues: bool = False
    pronoun: bool = False
    without: tuple[Literal["participle", "masdar", "passive"], ...] = ()
    never: tuple[str, ...] = ()
    strict: Literal["", "hamza", "yeh"] = ""


class ObjectGroup(Record, frozen=True, forbid_unknown_fields=True):
    """Nouns that, as its object, make a speech act of a light verb, and the stance that they give it."""

    id: str
    stance: Stance
    words: tuple[str, ...]


class CommonWord(Record, frozen=True, forbid_unknown_fields=True):
    """A frequent word of news that is spelled like a form of a cue; the lint asks for a counter-example there."""

    word: str
    sense: str


class CueForm(NamedTuple):
    """The grammar of one form.

    `person` is 1, 2, 3 or 0 (no finite verb); `number` s, d, p or empty; `gender` m, f or empty; `case` a
    (written accusative), o (oblique), c (construct) or empty. `voice` is passive only where the spelling is not
    also active (قيل، يقال): أعلن is active here, whatever the writer meant. `short` forms stand only after لم
    or لا.
    """

    tense: Tense
    person: int
    number: str
    gender: str
    voice: Literal["active", "passive"]
    case: str
    short: bool


class CueReading(NamedTuple):
    """One way to read a folded token as a cue.

    The cue stands at `[start, end)` of the token (code points), after its proclitics and before the attached
    pronoun `suffix` (empty where there is none).
    """

    cue: Cue
    form: CueForm
    start: int
    end: int
    suffix: str


class Phrase(NamedTuple):
    """A cue of several tokens, folded, as they stand in the text; the cue begins at `start` in the first one.
    `suffix` is the pronoun attached to the last one (على حد قوله), empty where there is none."""

    cue: Cue
    tokens: tuple[str, ...]
    start: int
    suffix: str


class _Table(msgspec.Struct, array_like=True, frozen=True):
    """The compiled cues. A reading is packed as cue index * len(forms) + form index."""

    cues: tuple[Cue, ...]
    forms: tuple[CueForm, ...]
    whole: dict[str, list[int]]
    joined: dict[str, list[int]]
    never: dict[str, list[int]]
    phrases: dict[str, list[tuple[int, list[str], str]]]
    groups: tuple[ObjectGroup, ...]


_THIRD = (HIM, HER, THEM, THEM_TWO, THEM_WOMEN)
_PRONOUNS = (*_THIRD, THEE, YOU, US, ME)
_FINITE = frozenset({"perfect", "imperfect"})
_NAMING = frozenset({"masdar", "noun"})
_IMPERFECT = frozenset({"imperfect"})
_ANY = _FINITE | _NAMING | {"participle", "preposition"}
_CONJUNCTIONS = ("", AND, THEN)
# Proclitics as folded text, with the tenses that they may precede. A participle with the article is an
# adjective or a noun (the accused, the opposition), so it takes none but a conjunction.
_PROCLITICS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (conjunction + clitic, tenses)
    for clitic, tenses in (
        ("", _ANY), (FUTURE, _IMPERFECT), (FOR, _IMPERFECT | _NAMING), (BY, _NAMING), (LIKE, _NAMING),
        (ARTICLE, _NAMING), (FOR_THE, _NAMING), (BY_THE, _NAMING),
    )
    for conjunction in _CONJUNCTIONS
)  # fmt: skip
_INITIALS = frozenset(AND + THEN + FUTURE + FOR + BY + ALIF + LIKE)
# Letters that a strict cue keeps apart, carried through `fold` as Latin ones.
_KEEP_YEH = str.maketrans({ALIF_MAQSURA: "Y"})
_KEEP_HAMZA = str.maketrans({HAMZA_ALIF: "A", LOW_HAMZA: "I", LONG_ALIF: "M", YA_HAMZA: "E"})
_VOICE_RANK = {"active": 0, "passive": 1}
_PERSON_RANK = {3: 0, 0: 0, 1: 1, 2: 2}
_NUMBER_RANK = {"s": 0, "p": 1, "d": 2, "": 0}


def entries() -> tuple[Cue, ...]:
    """All cue entries as the data files give them; raises LexiconError where one breaks the schema."""
    return tuple(cue for name in SOURCES for cue in load.entries(name, Cue))


def spellings(cue: Cue) -> tuple[tuple[CueForm, str, tuple[str, ...]], ...]:
    """The forms of `cue` that the tables hold: grammar, folded spelling, folded spellings before a pronoun.

    Of a verb these are all finite forms but the imperative, the active participle and the verbal noun, less
    what `without` leaves out. The first analysis of a spelling wins: active before passive, third person
    before first and second. Raises LexiconError where the lemma is not the one that root and form give.
    """
    if cue.kind == "phrase":
        return ()
    if cue.kind == "preposition":
        form = CueForm("preposition", 0, "", "", "active", "", False)
        return tuple((form, fold(spelling), ()) for spelling in cue.forms or (cue.lemma,))
    if cue.kind == "noun":
        return tuple(
            (
                CueForm("noun", 0, "p" if number else "s", "", "active", i.case, False),
                fold(i.spelling),
                _folded(i),
            )
            for number, spelling in enumerate(cue.forms or (cue.lemma,))
            for i in noun(spelling, plural=False)
        )
    if cue.verb is None:
        raise LexiconError(f"cue {cue.id}: a verb needs its root and form under `verb`")
    if fold(citation(cue.verb)) != fold(cue.lemma):
        raise LexiconError(f"cue {cue.id}: root and form give {citation(cue.verb)}, the lemma is {cue.lemma}")
    best: dict[tuple[str, str], tuple[CueForm, tuple[str, ...]]] = {}
    for i in sorted(inflect(cue.verb), key=_plausibility):
        if i.tense == "imperative" or i.tense in cue.without:
            continue
        if i.voice == "passive" and (i.tense == "participle" or "passive" in cue.without):
            continue
        joins = i.tense == "masdar" or (_transitive(cue) and i.person == 3 and i.voice == "active")
        form = CueForm(i.tense, i.person, i.number, i.gender, i.voice, i.case, i.short)
        best.setdefault((i.tense, fold(i.spelling)), (form, _folded(i) if joins else ()))
    return tuple((form, spelling, joined) for (_, spelling), (form, joined) in best.items())


def _folded(inflection: Inflection) -> tuple[str, ...]:
    return tuple(fold(joined) for joined in inflection.joined)


def _plausibility(i: Inflection) -> tuple[bool, int, int, int]:
    return i.short, _VOICE_RANK[i.voice], _PERSON_RANK[i.person], _NUMBER_RANK[i.number]


def _transitive(cue: Cue) -> bool:
    return bool(cue.object or "" in cue.clause)


def _build() -> _Table:
    cues = entries()
    found = [(number, *row) for number, cue in enumerate(cues) for row in spellings(cue)]
    forms = tuple(sorted({form for _, form, _, _ in found}))
    index = {form: number for number, form in enumerate(forms)}
    whole: dict[str, list[int]] = {}
    joined: dict[str, list[int]] = {}
    never: dict[str, list[int]] = {}
    phrases: dict[str, list[tuple[int, list[str], str]]] = {}
    masdars = {(cues[number].stance, spelling) for number, form, spelling, _ in found if form.tense == "masdar"}
    for number, form, spelling, before_pronoun in found:
        if form.tense == "noun" and (cues[number].stance, spelling) in masdars:
            continue  # the verb says the same and knows more of its complements
        packed = number * len(forms) + index[form]
        load.add_once(whole, spelling, packed)
        for stem in before_pronoun:
            load.add_once(joined, stem, packed)
    for number, cue in enumerate(cues):
        for word in cue.never:
            load.add_once(never, fold(word), number)
        for text in cue.forms or (cue.lemma,) if cue.kind == "phrase" else ():
            tokens = fold(text).split()
            for suffix in ("", *_THIRD) if cue.pronoun else ("",):
                last = tokens[-1][:-1] + OPEN_TA if suffix and text.endswith(TA_MARBUTA) else tokens[-1]
                row = (number, [*tokens[:-1], last + suffix], suffix)
                phrases.setdefault(row[1][0], []).append(row)
    return _Table(cues, forms, whole, joined, never, phrases, load.entries(OBJECTS, ObjectGroup))


@cache
def _table() -> _Table:
    return load.compiled("cues", (*SOURCES, OBJECTS), _Table, _build)


def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the data files."""
    return _table().cues


@lru_cache(maxsize=1 << 16)
def find(word: str, *, after_lam: bool = False) -> tuple[CueReading, ...]:
    """All readings of one folded token as a cue of one word, the least analysed first, weak cues last.

    `after_lam` also admits the short forms that stand only after لم and لا (لم يقل، لم ينف): elsewhere they
    are other words (يجب). Words that differ only in what `fold` removes are not told apart; see `fits`.

    >>> [(r.cue.lemma, r.form.tense, r.start, r.end, r.suffix) for r in find(fold("وسيؤكدونها"))]
    [('أكد', 'imperfect', 2, 8, 'ها')]
    >>> find(fold("يجب")), [r.cue.lemma for r in find(fold("يجب"), after_lam=True)]
    ((), ['أجاب'])
    """
    table = _table()
    readings: list[CueReading] = []

    def collect(packed: list[int] | None, tenses: frozenset[str], start: int, end: int, suffix: str) -> None:
        for number in packed or ():
            index = number // len(table.forms)
            cue, form = table.cues[index], table.forms[number % len(table.forms)]
            if form.tense not in tenses or (form.short and not after_lam):
                continue
            if index in table.never.get(word, ()) or index in table.never.get(word[start:], ()):
                continue
            if suffix not in ("", *_THIRD) and cue.object != "addressee" and form.tense not in _NAMING:
                continue
            readings.append(CueReading(cue, form, start, end, suffix))

    for proclitic, tenses in _PROCLITICS if word[:1] in _INITIALS else _PROCLITICS[:1]:
        if not word.startswith(proclitic):
            continue
        start = len(proclitic)
        if not proclitic.endswith(LIKE):
            collect(table.whole.get(word[start:]), tenses, start, len(word), "")
        if proclitic.endswith((ARTICLE, FOR_THE)):
            continue  # the article and a pronoun exclude each other
        for suffix in _PRONOUNS:
            if word.endswith(suffix):
                end = len(word) - len(suffix)
                collect(table.joined.get(word[start:end]), tenses, start, end, suffix)
    readings.sort(key=_order)
    return tuple(readings)


def _order(r: CueReading) -> tuple[bool, int, int, int]:
    return r.cue.weak, r.start + len(r.suffix), _VOICE_RANK[r.form.voice], _PERSON_RANK[r.form.person]


def fits(reading: CueReading, light: str) -> bool:
    """Whether the token, in its light form `light`, is spelled as a `strict` cue asks; True for other cues. A ta
    marbuta is no pronoun: «وصفة» is a prescription.

    >>> [fits(find("هنا")[0], word) for word in ("هنأ", "هنا")]
    [True, False]
    >>> [fits(find("وصفه")[0], word) for word in ("وصفه", "وصفة")]
    [True, False]
    """
    cue, form = reading.cue, reading.form
    if reading.suffix and light.endswith("\u0629"):
        return False
    if not cue.strict:
        return True
    return _strict(light[reading.start : reading.end], cue.strict) in _strict_spellings(cue.id, form.tense, form.voice)


def _strict(word: str, what: str) -> str:
    """The word with only the letters unified that `what` does not ask about."""
    return fold(word.translate(_KEEP_YEH if what == "yeh" else _KEEP_HAMZA))


@cache
def _strict_spellings(cue_id: str, tense: str, voice: str) -> frozenset[str]:
    cue = next(cue for cue in cues() if cue.id == cue_id)
    if cue.verb is None:
        return frozenset(_strict(form, cue.strict) for form in cue.forms or (cue.lemma,))
    return frozenset(
        _strict(spelling, cue.strict)
        for i in inflect(cue.verb)
        if i.tense == tense and i.voice == voice
        for spelling in (i.spelling, *i.joined)
    )


def object_stance(cue: Cue, word: str) -> Stance | None:
    """The stance of the cue `cue` when the folded token `word` heads its object (أعرب عن أسفه: greets).

    The token may carry article, preposition and pronoun. None where the object makes no speech act of it.

    >>> light_verb = find(fold("أبدى"))[0].cue
    >>> object_stance(light_verb, fold("رفضه")), object_stance(light_verb, fold("مستوى"))
    ('rejects', None)
    """
    return _object_stance(cue.id, word)


@lru_cache(maxsize=1 << 15)
def _object_stance(cue_id: str, word: str) -> Stance | None:
    heads = _object_heads(cue_id)
    for proclitic, tenses in _PROCLITICS:
        if "noun" not in tenses or not word.startswith(proclitic):
            continue
        rest = word[len(proclitic) :]
        if rest in heads:
            return heads[rest]
        if proclitic.endswith((ARTICLE, FOR_THE)):
            continue
        for suffix in _PRONOUNS:
            if rest.endswith(suffix) and rest[: -len(suffix)] in heads:
                return heads[rest[: -len(suffix)]]
    return None


@cache
def _object_heads(cue_id: str) -> dict[str, Stance]:
    """All folded spellings of the object heads of a cue, also before a pronoun."""
    table = _table()
    cue = next(cue for cue in table.cues if cue.id == cue_id)
    groups = {group.id: group for group in table.groups}
    heads: dict[str, Stance] = {}
    for name in cue.objects:
        group = groups[name[1:]] if name.startswith("@") else ObjectGroup(id="", stance=cue.stance, words=(name,))
        for head in group.words:
            for i in noun(head, plural=False):
                for spelling in (i.spelling, *i.joined):
                    heads.setdefault(fold(spelling), group.stance)
    return heads


@lru_cache(maxsize=1 << 14)
def phrases(first_word: str) -> tuple[Phrase, ...]:
    """The phrases that may begin with the folded token `first_word` (also after و or ف), longest first."""
    table = _table()
    result = []
    for start in (0, 1) if first_word[:1] in _CONJUNCTIONS[1:] else (0,):
        for number, tokens, suffix in table.phrases.get(first_word[start:], ()):
            result.append(Phrase(table.cues[number], (first_word, *tokens[1:]), start, suffix))
    result.sort(key=lambda phrase: -len(phrase.tokens))
    return tuple(result)


@cache
def phrase_openers() -> frozenset[str]:
    """All folded first words of phrases, also after و and ف: a quick test before `phrase_at`."""
    return frozenset(start + word for word in _table().phrases for start in _CONJUNCTIONS)


def phrase_at(words: list[str], index: int) -> Phrase | None:
    """The longest phrase that stands at token `index` of the folded tokens `words`, or None."""
    alone, longer = _by_second(words[index])
    for phrase in longer.get(words[index + 1], ()) if longer and index + 1 < len(words) else ():
        if tuple(words[index : index + len(phrase.tokens)]) == phrase.tokens:
            return phrase
    return alone


@lru_cache(maxsize=1 << 14)
def _by_second(first_word: str) -> tuple[Phrase | None, dict[str, tuple[Phrase, ...]]]:
    """The phrase of one word that the token is, and the longer ones by their second word, longest first."""
    alone: Phrase | None = None
    longer: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases(first_word):
        if len(phrase.tokens) == 1:
            alone = alone or phrase
        else:
            longer[phrase.tokens[1]] = (*longer.get(phrase.tokens[1], ()), phrase)
    return alone, longer
