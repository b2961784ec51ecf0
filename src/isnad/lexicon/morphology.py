"""Spellings of an Arabic verb, its participles and its verbal noun, from root and pattern.

A form is first built with its vowels and then written down without them, because the seat of a hamza and the
long vowels follow from the sounds (يُؤَكِّد, تَساؤُل, قِيل). Inside this module a form is a string of Arabic
consonants, short vowels `a i u`, long vowels `A I U`, `Y` (a final long a written alef maqsura), `T` (ta
marbuta), `Z` (the silent alef of the plural), `ا` (alef of liaison) and `ء` (a hamza of any seat); a doubled
consonant is written twice. Rules after Wright, *A Grammar of the Arabic Language*, I 33-225.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from isnad.errors import LexiconError
from isnad.records import Record

Pattern = Literal["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "X", "QI", "QII", "QIV"]
Tense = Literal["perfect", "imperfect", "imperative", "participle", "masdar"]
Voice = Literal["active", "passive"]
Vowel = Literal["a", "i", "u"]


class Verb(Record, frozen=True, forbid_unknown_fields=True):
    """What the spellings of a verb follow from.

    `root` is three or four consonants (weak letters as و or ي, hamza as ء). `past` and `present` are the
    middle vowels of form I and matter for weak roots alone (قال: present u; رضي: past i, present a). `masdar`
    replaces the regular verbal noun, and is the only one that form I has. `sound` keeps a weak middle radical
    (استجوب).
    """

    root: str
    form: Pattern
    past: Vowel = "a"
    present: Vowel = "u"
    masdar: tuple[str, ...] = ()
    sound: bool = False


class Inflection(NamedTuple):
    """One form: `spelling` as a word of its own, `joined` as it is written before an attached pronoun.

    `person` is 1, 2, 3 or 0 (nouns); `number` s, d or p; `gender` m, f or empty where the form has both;
    `case` is a for a written accusative (مؤكدا), o for one of both oblique cases (مؤكدين), c for a construct
    form (مؤكدو), else empty; `short` is true of spellings that are jussive alone (يقل، ينف).
    """

    spelling: str
    joined: tuple[str, ...]
    tense: Tense
    person: int
    number: str
    gender: str
    voice: Voice
    case: str = ""
    short: bool = False


_VOWELS = "aiuAIUY"
_SHORT_OF = {"A": "a", "I": "i", "U": "u", "Y": "a"}
_CONSONANT = "[\u0621-\u064a]"
_SOUND_CHANGES = (
    (re.compile(f"^ءaء(?={_CONSONANT})"), "ءA"),
    (re.compile(f"^ءuء(?={_CONSONANT})"), "ءU"),
    (re.compile(f"^ءiء(?={_CONSONANT})"), "ءI"),
    (re.compile(f"iو(?={_CONSONANT})"), "I"),
    (re.compile(f"uي(?={_CONSONANT})"), "U"),
    (re.compile(f"({_CONSONANT})(?=\\1)"), ""),
    (re.compile("[aiu]$"), ""),  # an ending that is not written decides no seat either
)
_WRITTEN = {"A": "ا", "I": "ي", "U": "و", "Y": "ى", "T": "ة", "Z": "ا"}
_SEATS = {"i": "ئ", "u": "ؤ", "a": "أ"}


def spell(form: str) -> str:
    """The unvocalised spelling of a form in this module's notation.

    >>> spell("يuءaككiد"), spell("تaسAءuل"), spell("قIل")
    ('يؤكد', 'تساؤل', 'قيل')
    """
    for change, into in _SOUND_CHANGES:
        form = change.sub(into, form)
    letters: list[str] = []
    i = 0
    while i < len(form):
        sign = form[i]
        if sign == "ء":
            before = form[i - 1] if i else ""
            after = form[i + 1] if i + 1 < len(form) else ""
            seat = _seat(form[:i], before, after)
            if seat == "أ" and after == "A":
                seat, i = "آ", i + 1
            letters.append(seat)
        elif sign not in "aiu":
            letters.append(_WRITTEN.get(sign, sign))
        i += 1
    return "".join(letters)


def _seat(head: str, before: str, after: str) -> str:
    """The letter that carries a hamza between the signs `before` and `after`; `head` is all that precedes."""
    following = _SHORT_OF.get(after, after if after in "aiu" else "")
    if not head:
        return "إ" if following == "i" else "أ"
    if before == "I" or before == "ي":
        return "ئ" if after else "ء"
    if before in "AU" or before == "و":
        return _SEATS[following] if following in ("i", "u") else "ء"
    preceding = _SHORT_OF.get(before, before if before in "aiu" else "")
    if not after:
        return _SEATS[preceding] if preceding else "ء"
    for vowel in "iua":
        if vowel in (preceding, following):
            return _SEATS[vowel]
    return "أ" if following else "ء"


class _Stem(NamedTuple):
    """A stem with its last vowel apart: `head` + `vowel` + `last`, last empty for a weak third radical."""

    head: str
    vowel: str
    last: str
    glide: str = ""
    final: str = "Y"  # how a final long a is written
    long: str = ""  # the head of a hollow stem, with its long vowel
    contracted: str = ""  # the stem of a doubled verb before a vowel


class _Shape(NamedTuple):
    """The four stems, without personal prefixes, and the vowel of the prefix."""

    perfect: _Stem
    perfect_passive: _Stem
    imperfect: _Stem
    imperfect_passive: _Stem
    prefix_vowel: str


def _weak(letter: str) -> bool:
    return letter in "وي"


def _eighth(first: str) -> str:
    """The first radical with the infix t of form VIII, assimilated: اتهم، ادعى، اصطدم، ازداد."""
    if first in "وت":
        return "تت"
    if first in "صضطظ":
        return first + "ط"
    if first in "دذز":
        return "دد" if first in "دذ" else "زد"
    return first + "ت"


def _heads(verb: Verb) -> tuple[str, str, str, str, str]:
    """Heads (all before the last vowel) of perfect, its passive, imperfect, its passive; the prefix vowel."""
    r = verb.root
    f, c = r[0], r[1]
    match verb.form:
        case "I":
            if r == "رءي":  # «to see» has lost its hamza in the imperfect
                return "رaء", "رuء", "ر", "ر", "a"
            present = c if f == "و" and c != r[2] else f + c
            return f"{f}a{c}", f"{f}u{c}", present, f + c, "a"
        case "II":
            return f"{f}a{c}{c}", f"{f}u{c}{c}", f"{f}a{c}{c}", f"{f}a{c}{c}", "u"
        case "III":
            return f"{f}A{c}", f"{f}U{c}", f"{f}A{c}", f"{f}A{c}", "u"
        case "IV":
            return f"ءa{f}{c}", f"ءu{f}{c}", f + c, f + c, "u"
        case "V":
            return f"تa{f}a{c}{c}", f"تu{f}u{c}{c}", f"تa{f}a{c}{c}", f"تa{f}a{c}{c}", "a"
        case "VI":
            return f"تa{f}A{c}", f"تu{f}U{c}", f"تa{f}A{c}", f"تa{f}A{c}", "a"
        case "VII":
            return f"اiن{f}a{c}", f"اuن{f}u{c}", f"ن{f}a{c}", f"ن{f}a{c}", "a"
        case "VIII":
            t = "تت" if r == "ءخذ" else _eighth(f)
            return f"اi{t}a{c}", f"اu{t}u{c}", f"{t}a{c}", f"{t}a{c}", "a"
        case "X":
            return f"اiستa{f}{c}", f"اuستu{f}{c}", f"ستa{f}{c}", f"ستa{f}{c}", "a"
        case "QI":
            return f"{f}a{c}{r[2]}", f"{f}u{c}{r[2]}", f"{f}a{c}{r[2]}", f"{f}a{c}{r[2]}", "u"
        case "QII":
            return f"تa{f}a{c}{r[2]}", f"تu{f}u{c}{r[2]}", f"تa{f}a{c}{r[2]}", f"تa{f}a{c}{r[2]}", "a"
        case "QIV":
            return f"اi{f}{c}a{r[2]}", f"اu{f}{c}u{r[2]}", f"{f}{c}a{r[2]}", f"{f}{c}a{r[2]}", "a"


def _shape(verb: Verb) -> _Shape:
    heads = _heads(verb)
    first = verb.form == "I"
    keeps_vowel = verb.form in ("V", "VI", "QII")
    vowels = (
        verb.past if first else "a",
        "i",
        verb.present if first else "a" if keeps_vowel else "i",
        "a",
    )
    perfect, perfect_passive, imperfect, imperfect_passive = (
        _stem(verb, heads[number], vowels[number], number) for number in range(4)
    )
    return _Shape(perfect, perfect_passive, imperfect, imperfect_passive, heads[4])


def _stem(verb: Verb, head: str, vowel: str, number: int) -> _Stem:
    """`number`: 0 perfect, 1 its passive, 2 imperfect, 3 its passive."""
    r = verb.root
    last, middle = r[-1], r[-2]
    if verb.form == "QIV":
        # The vowel before the contracted pair is that of the tense.
        vowel = "a" if number in (0, 3) else "i"
        return _Stem(f"{head}{last}", vowel, last, contracted=f"{head}{vowel}{last}{last}")
    if _weak(last):
        with_alef = (verb.form == "I" and last == "و" and number == 0) or head[-1] == "ي"  # «called», «greeted»
        written = "A" if with_alef else "Y"
        glide = last if verb.form == "I" and number == 0 else "ي"
        return _Stem(head, vowel, "", glide=glide, final=written)
    if len(r) == 4 or verb.form in ("II", "V"):
        return _Stem(head, vowel, last)
    if _weak(middle) and verb.form not in ("III", "VI") and not verb.sound:
        short_head = head[:-2] if head[-2] in _VOWELS else head[:-1]
        keeps_a = verb.form in ("VII", "VIII")
        long = ("A", "I", "A" if keeps_a else {"a": "A", "i": "I", "u": "U"}[vowel], "A")[number]
        short = _SHORT_OF[long]
        if verb.form == "I" and number == 0:
            short = "u" if verb.present == "u" else "i"
        return _Stem(short_head, short, last, long=f"{short_head}{long}")
    if middle == last:
        contracted = head + last if head[-2:-1] and head[-2] in _VOWELS else f"{head[:-1]}{vowel}{middle}{last}"
        return _Stem(head, vowel, last, contracted=contracted)
    return _Stem(head, vowel, last)


def _before_vowel(stem: _Stem) -> str:
    if stem.contracted:
        return stem.contracted
    return f"{stem.long or stem.head + stem.vowel}{stem.last}"


def _short(stem: _Stem) -> str:
    return f"{stem.head}{stem.vowel}{stem.last}"


# Person, number, gender and ending, before a vowel and before a consonant.
_PERFECT_VOWEL = (
    (3, "s", "m", "a"),
    (3, "s", "f", "aت"),
    (3, "d", "m", "A"),
    (3, "d", "f", "aتA"),
    (3, "p", "m", "UZ"),
)
_PERFECT_CONSONANT = (
    (3, "p", "f", "نa"), (2, "s", "m", "تa"), (2, "s", "f", "تi"), (2, "d", "", "تuمA"), (2, "p", "m", "تuم"),
    (2, "p", "f", "تuننa"), (1, "s", "", "تu"), (1, "p", "", "نA"),
)  # fmt: skip


def _perfect(stem: _Stem) -> Iterator[tuple[int, str, str, str]]:
    if stem.last:
        for person, number, gender, ending in _PERFECT_VOWEL:
            yield person, number, gender, _before_vowel(stem) + ending
        base = _short(stem)
    elif stem.vowel == "a":
        head, glide = stem.head, stem.glide
        yield 3, "s", "m", head + stem.final
        yield 3, "s", "f", f"{head}aت"
        yield 3, "d", "m", f"{head}a{glide}A"
        yield 3, "d", "f", f"{head}aتA"
        yield 3, "p", "m", f"{head}aوZ"
        base = f"{head}a{glide}"
    else:
        for person, number, gender, ending in _PERFECT_VOWEL[:4]:
            yield person, number, gender, f"{stem.head}iي{ending}"
        yield 3, "p", "m", f"{stem.head}UZ"
        base = f"{stem.head}I"
    for person, number, gender, ending in _PERFECT_CONSONANT:
        yield person, number, gender, base + ending


_PREFIXES = (("ي", 3, "m"), ("ت", 3, "f"), ("ت", 2, "m"), ("ء", 1, ""), ("ن", 1, ""))


def _imperfect(stem: _Stem, vowel: str) -> Iterator[tuple[int, str, str, str]]:
    """Indicative and subjunctive with their prefixes, and the jussive where it is spelled like them."""
    for prefix, person, gender in _PREFIXES:
        yield person, "p" if prefix == "ن" else "s", gender, f"{prefix}{vowel}{_imperfect_singular(stem)}"
    dual, plural, feminine, second = _imperfect_bodies(stem)
    for prefix, person, gender in (("ي", 3, "m"), ("ت", 3, "f"), ("ت", 2, "")):
        for ending in ("Aنi", "A"):
            yield person, "d", gender, f"{prefix}{vowel}{dual}{ending}"
    for prefix, person in (("ي", 3), ("ت", 2)):
        yield person, "p", "m", f"{prefix}{vowel}{plural}نa"
        yield person, "p", "m", f"{prefix}{vowel}{plural}Z"
        yield person, "p", "f", f"{prefix}{vowel}{feminine}نa"
    yield 2, "s", "f", f"ت{vowel}{second}نa"
    yield 2, "s", "f", f"ت{vowel}{second}"


def _jussive(stem: _Stem, vowel: str) -> Iterator[tuple[int, str, str, str]]:
    """The short forms of weak and doubled verbs: يقل، ينف، يردد."""
    short = _short(stem)
    if spell(short) == spell(_imperfect_singular(stem)):
        return
    for prefix, person, gender in _PREFIXES:
        yield person, "p" if prefix == "ن" else "s", gender, f"{prefix}{vowel}{short}"


def _imperfect_singular(stem: _Stem) -> str:
    if stem.last:
        return _before_vowel(stem) + "u"
    return stem.head + {"a": stem.final, "i": "I", "u": "U"}[stem.vowel]


def _imperfect_bodies(stem: _Stem) -> tuple[str, str, str, str]:
    """The bodies before the dual ending, of masculine and feminine plural, of second feminine singular."""
    if stem.last:
        body = _before_vowel(stem)
        return body, body + "U", _short(stem), body + "I"
    head = stem.head
    if stem.vowel == "a":
        return f"{head}aي", f"{head}aو", f"{head}aي", f"{head}aي"
    if stem.vowel == "i":
        return f"{head}iي", f"{head}U", f"{head}I", f"{head}I"
    return f"{head}uو", f"{head}U", f"{head}U", f"{head}I"


def _imperative(verb: Verb, stem: _Stem) -> Iterator[tuple[int, str, str, str]]:
    dual, plural, feminine, second = _imperfect_bodies(stem)
    short = _short(stem)
    for number, gender, body in (
        ("s", "m", short), ("s", "f", second), ("d", "", dual + "A"), ("p", "m", plural + "Z"),
        ("p", "f", feminine + "نa"),
    ):  # fmt: skip
        if verb.form == "IV":
            body = "ءa" + body
        elif len(body) > 1 and body[1] not in _VOWELS:
            body = "اi" + body
        yield 2, number, gender, body


# Number, gender, ending, case.
_NOUN_ENDINGS = (
    ("s", "m", "", ""), ("s", "m", "A", "a"), ("s", "f", "aT", ""), ("d", "m", "Aنi", ""),
    ("d", "m", "aينi", "o"), ("p", "m", "Uنa", ""), ("p", "m", "Iنa", "o"), ("p", "m", "U", "c"),
    ("p", "m", "I", "c"),
    ("d", "f", "aتAنi", ""), ("d", "f", "aتaينi", "o"), ("p", "f", "Aت", ""),
)  # fmt: skip


def _nominal(stem: _Stem | str) -> Iterator[tuple[str, str, str, str]]:
    """Participle forms of a stem: number, gender, form, case."""
    if isinstance(stem, str) or stem.last:
        body = stem if isinstance(stem, str) else _before_vowel(stem)
        for number, gender, ending, case in _NOUN_ENDINGS:
            yield number, gender, body + ending, case
        return
    head = stem.head
    if stem.vowel == "a":  # passive participles
        rows = (
            ("s", "m", "Y", ""),
            ("s", "f", "AT", ""),
            ("p", "m", "aونa", ""),
            ("p", "m", "aينa", "o"),
            ("p", "f", "aيAت", ""),
        )
        for number, gender, ending, case in rows:
            yield number, gender, head + ending, case
        return
    yield "s", "m", head, ""
    yield "s", "m", head + "I", ""
    for number, gender, ending, case in _NOUN_ENDINGS[1:]:
        weak = ending[0] in "UI"
        yield number, gender, f"{head}{'' if weak else 'iي'}{ending}", case


def _participles(verb: Verb, shape: _Shape) -> Iterator[tuple[str, str, str, str, Voice]]:
    """Number, gender, form, case and voice."""
    f, c, last = verb.root[0], verb.root[1], verb.root[-1]
    if verb.form == "I":
        if _weak(last):
            active: _Stem | str = _Stem(f"{f}A{c}", "i", "")
            passive: _Stem | str = f"مa{f}{c}uوو" if last == "و" else f"مa{f}{c}iيي"
        elif _weak(c):
            active = f"{f}Aءi{last}"
            passive = f"مa{f}{'U' if verb.present == 'u' else 'I'}{last}"
        else:
            active = f"{f}A{c}{last}" if c == last else f"{f}A{c}i{last}"
            passive = f"مa{f}{c}U{last}"
    else:
        base, vowel = shape.imperfect, shape.imperfect.vowel
        head = "مu" + base.head
        if not base.last:
            active = _Stem(head, "i", "")
        elif base.long or base.contracted:
            active = "مu" + _before_vowel(base)
        else:
            active = f"{head}{'i' if vowel == 'a' else vowel}{base.last}"
        other = shape.imperfect_passive
        passive = other._replace(
            head="مu" + other.head,
            long=other.long and "مu" + other.long,
            contracted=other.contracted and "مu" + other.contracted,
        )
    for number, gender, form, case in _nominal(active):
        yield number, gender, form, case, "active"
    for number, gender, form, case in _nominal(passive):
        yield number, gender, form, case, "passive"


def _masdars(verb: Verb) -> tuple[str, ...]:
    """The regular verbal nouns of a derived form, in this module's notation; none for form I."""
    r = verb.root
    f, c, last = r[0], r[1], r[-1]
    weak, hollow = _weak(last), _weak(r[-2]) and not _weak(last) and not verb.sound
    tail = "Aء" if weak else f"A{last}"
    match verb.form:
        case "I":
            return ()
        case "II":
            if weak:
                return (f"تa{f}{c}iيaT",)
            return (f"تa{f}{c}iءaT",) if last == "ء" else (f"تa{f}{c}I{last}",)
        case "III":
            return (f"مu{f}A{c}AT",) if weak else (f"مu{f}A{c}a{last}aT",)
        case "IV":
            return (f"ءi{f}A{last}aT",) if hollow else (f"ءi{f}{c}{tail}",)
        case "V":
            return (f"تa{f}a{c}{c}I",) if weak else (f"تa{f}a{c}{c}u{last}",)
        case "VI":
            return (f"تa{f}A{c}I",) if weak else (f"تa{f}A{c}u{last}",)
        case "VII":
            return (f"اiن{f}i{'ي' if hollow else c}{tail}",)
        case "VIII":
            t = "تت" if r == "ءخذ" else _eighth(f)
            return (f"اi{t}i{'ي' if hollow else c}{tail}",)
        case "X":
            return (f"اiستi{f}A{last}aT",) if hollow else (f"اiستi{f}{c}{tail}",)
        case "QI":
            return (f"{f}a{c}{r[2]}a{last}aT",)
        case "QII":
            return (f"تa{f}a{c}{r[2]}u{last}",)
        case "QIV":
            return (f"اi{f}{c}i{r[2]}{last}A{last}",)


def noun(spelling: str, *, plural: bool = True) -> Iterator[Inflection]:
    """A verbal noun as written, its accusative and, if `plural`, its plural in -at (not of short nouns).

    >>> [i.spelling for i in noun("إدانة")], [i.joined for i in noun("ادعاء")][0]
    (['إدانة', 'إدانات'], ('ادعاء', 'ادعاؤ', 'ادعائ'))
    """
    stem = spelling.removesuffix("ة")
    joined: tuple[str, ...] = (spelling,)
    if stem != spelling:
        joined = (stem + "ت",)
    elif spelling.endswith("اء"):
        joined = (spelling, spelling[:-1] + "ؤ", spelling[:-1] + "ئ")
    elif spelling.endswith("ى"):
        joined = (spelling[:-1] + "ا",)
    yield Inflection(spelling, joined, "masdar", 0, "s", "m", "active")
    if stem == spelling and not spelling.endswith(("اء", "ى", "أ", "ات")):
        yield Inflection(spelling + "ا", (), "masdar", 0, "s", "m", "active", "a")
    if plural and len(spelling) > 3 and not spelling.endswith(("ى", "ي", "اة")):
        yield Inflection(stem + "ات", (stem + "ات",), "masdar", 0, "p", "f", "active")


def _joined(form: str) -> tuple[str, ...]:
    """How a finite verb is written before an attached pronoun."""
    if form.endswith("Y"):
        form = form[:-1] + "A"
    elif form.endswith("Z"):
        form = form[:-1]
    elif form.endswith("تuم"):
        form += "U"
    return (spell(form),)


def _spellings(form: str) -> Iterator[str]:
    """The spelling and its usual variants: هنؤوا is also written هنأوا and هنئوا."""
    written = spell(form)
    yield written
    if "ؤو" in written:
        yield written.replace("ؤو", "ئو")
        if "AءU" in form:
            yield written.replace("اؤو", "اءو")
        if "aءU" in form:
            yield written.replace("ؤو", "أو")


def inflect(verb: Verb) -> tuple[Inflection, ...]:
    """All forms of `verb`, unvocalised, duplicates within one analysis removed.

    Raises LexiconError where the root does not have three (four for QI, QII, QIV) Arabic consonants.
    """
    wanted = 4 if verb.form.startswith("Q") else 3
    if len(verb.root) != wanted or not re.fullmatch(f"{_CONSONANT}+", verb.root):
        raise LexiconError(f"root {verb.root!r} of form {verb.form}: expected {wanted} consonants, hamza as ء")
    shape = _shape(verb)
    result: dict[Inflection, None] = {}

    def add(rows: Iterable[tuple[int, str, str, str]], tense: Tense, voice: Voice, *, short: bool = False) -> None:
        for person, number, gender, form in rows:
            for written in _spellings(form):
                inflection = Inflection(written, _joined(form), tense, person, number, gender, voice, short=short)
                result[inflection] = None

    add(_perfect(shape.perfect), "perfect", "active")
    add(_imperfect(shape.imperfect, shape.prefix_vowel), "imperfect", "active")
    add(_jussive(shape.imperfect, shape.prefix_vowel), "imperfect", "active", short=True)
    add(_perfect(shape.perfect_passive), "perfect", "passive")
    add(_imperfect(shape.imperfect_passive, "u"), "imperfect", "passive")
    add(_jussive(shape.imperfect_passive, "u"), "imperfect", "passive", short=True)
    add(_imperative(verb, shape.imperfect), "imperative", "active")
    for number, gender, form, case, voice in _participles(verb, shape):
        for written in _spellings(form):
            result[Inflection(written, (), "participle", 0, number, gender, voice, case)] = None
    for masdar in verb.masdar or tuple(spell(form) for form in _masdars(verb)):
        for inflection in noun(masdar):
            result[inflection] = None
    return tuple(result)


def citation(verb: Verb) -> str:
    """The third person masculine singular of the perfect, unvocalised: the usual name of the verb."""
    return next(i.spelling for i in inflect(verb) if i.tense == "perfect")
