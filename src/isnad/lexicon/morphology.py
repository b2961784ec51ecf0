"""Spellings of an Arabic verb, its participles and its verbal noun, from root and pattern.

A form is first built with its vowels and then written down without them, because the seat of a hamza and the
long vowels follow from the sounds (يُؤَكِّد, تَساؤُل, قِيل). Inside this module a form is a string of
consonants in Buckwalter's letters (`'` is a hamza of any seat), short vowels `a i u`, long vowels `A I U`, `Y` (a
final long a written alef maqsura), `p` (ta marbuta), `0` (the silent alef of the plural) and `L` (alef of liaison);
a doubled consonant is written twice. Rules after Wright, *A Grammar of the Arabic Language*, I 33-225.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec

from isnad.errors import LexiconError
from isnad.lexicon.affixes import (
    A_HAMZA,
    ALIF,
    ALIF_MAQSURA,
    HAMZA,
    HAMZA_ALIF,
    LONG_ALIF,
    LOW_HAMZA,
    OPEN_TA,
    PLURAL_AT,
    PLURAL_U,
    TA_MARBUTA,
    WAW_HAMZA,
    YA,
    YA_HAMZA,
)  # fmt: skip
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
_CONSONANT = "[^aiuAIUYp0]"
_SOUND_CHANGES = (
    (re.compile(f"^'a'(?={_CONSONANT})"), "'A"),
    (re.compile(f"^'u'(?={_CONSONANT})"), "'U"),
    (re.compile(f"^'i'(?={_CONSONANT})"), "'I"),
    (re.compile(f"iw(?={_CONSONANT})"), "I"),
    (re.compile(f"uy(?={_CONSONANT})"), "U"),
    (re.compile(f"({_CONSONANT})(?=\\1)"), ""),
    (re.compile("[aiu]$"), ""),  # an ending that is not written decides no seat either
)
# The Arabic block in its own order: what has a hamza, ta marbuta and alef maqsura are no consonants.
_CODES = (0x621, 0x628, *range(0x62A, 0x63B), *range(0x641, 0x649), 0x64A)
_LETTERS = dict(zip(map(chr, _CODES), "'btvjHxd*rzs$SDTZEgfqklmnhwy", strict=True))
_WRITTEN = {sign: letter for letter, sign in _LETTERS.items()} | {
    "A": ALIF, "I": YA, "U": PLURAL_U, "Y": ALIF_MAQSURA, "p": TA_MARBUTA, "0": ALIF, "L": ALIF,
}  # fmt: skip
_SEATS = {"i": YA_HAMZA, "u": WAW_HAMZA, "a": HAMZA_ALIF}
_ROOT = str.maketrans(_LETTERS)


def spell(form: str) -> str:
    """The unvocalised spelling of a form in this module's notation.

    >>> spell("yu'akkid"), spell("tasA'ul"), spell("qIl")
    ('يؤكد', 'تساؤل', 'قيل')
    """
    for change, into in _SOUND_CHANGES:
        form = change.sub(into, form)
    letters: list[str] = []
    i = 0
    while i < len(form):
        sign = form[i]
        if sign == "'":
            before = form[i - 1] if i else ""
            after = form[i + 1] if i + 1 < len(form) else ""
            seat = _seat(form[:i], before, after)
            if seat == HAMZA_ALIF and after == "A":
                seat, i = LONG_ALIF, i + 1
            letters.append(seat)
        elif sign not in "aiu":
            letters.append(_WRITTEN[sign])
        i += 1
    return "".join(letters)


def _seat(head: str, before: str, after: str) -> str:
    """The letter that carries a hamza between the signs `before` and `after`; `head` is all that precedes."""
    following = _SHORT_OF.get(after, after if after in "aiu" else "")
    if not head:
        return LOW_HAMZA if following == "i" else HAMZA_ALIF
    if before == "I" or before == "y":
        return YA_HAMZA if after else HAMZA
    if before in "AU" or before == "w":
        return _SEATS[following] if following in ("i", "u") else HAMZA
    preceding = _SHORT_OF.get(before, before if before in "aiu" else "")
    if not after:
        return _SEATS[preceding] if preceding else HAMZA
    for vowel in "iua":
        if vowel in (preceding, following):
            return _SEATS[vowel]
    return HAMZA_ALIF if following else HAMZA


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
    return letter in "wy"


def _eighth(first: str) -> str:
    """The first radical with the infix t of form VIII, assimilated: اتهم، ادعى، اصطدم، ازداد."""
    if first in "wt":
        return "tt"
    if first in "SDTZ":
        return first + "T"
    if first in "d*z":
        return "dd" if first in "d*" else "zd"
    return first + "t"


def _heads(verb: Verb) -> tuple[str, str, str, str, str]:
    """Heads (all before the last vowel) of perfect, its passive, imperfect, its passive; the prefix vowel."""
    r = verb.root
    f, c = r[0], r[1]
    match verb.form:
        case "I":
            if r == "r'y":  # «to see» has lost its hamza in the imperfect
                return "ra'", "ru'", "r", "r", "a"
            present = c if f == "w" and c != r[2] else f + c
            return f"{f}a{c}", f"{f}u{c}", present, f + c, "a"
        case "II":
            return f"{f}a{c}{c}", f"{f}u{c}{c}", f"{f}a{c}{c}", f"{f}a{c}{c}", "u"
        case "III":
            return f"{f}A{c}", f"{f}U{c}", f"{f}A{c}", f"{f}A{c}", "u"
        case "IV":
            return f"'a{f}{c}", f"'u{f}{c}", f + c, f + c, "u"
        case "V":
            return f"ta{f}a{c}{c}", f"tu{f}u{c}{c}", f"ta{f}a{c}{c}", f"ta{f}a{c}{c}", "a"
        case "VI":
            return f"ta{f}A{c}", f"tu{f}U{c}", f"ta{f}A{c}", f"ta{f}A{c}", "a"
        case "VII":
            return f"Lin{f}a{c}", f"Lun{f}u{c}", f"n{f}a{c}", f"n{f}a{c}", "a"
        case "VIII":
            t = "tt" if r == "'x*" else _eighth(f)
            return f"Li{t}a{c}", f"Lu{t}u{c}", f"{t}a{c}", f"{t}a{c}", "a"
        case "X":
            return f"Lista{f}{c}", f"Lustu{f}{c}", f"sta{f}{c}", f"sta{f}{c}", "a"
        case "QI":
            return f"{f}a{c}{r[2]}", f"{f}u{c}{r[2]}", f"{f}a{c}{r[2]}", f"{f}a{c}{r[2]}", "u"
        case "QII":
            return f"ta{f}a{c}{r[2]}", f"tu{f}u{c}{r[2]}", f"ta{f}a{c}{r[2]}", f"ta{f}a{c}{r[2]}", "a"
        case "QIV":
            return f"Li{f}{c}a{r[2]}", f"Lu{f}{c}u{r[2]}", f"{f}{c}a{r[2]}", f"{f}{c}a{r[2]}", "a"


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
        with_alef = (verb.form == "I" and last == "w" and number == 0) or head[-1] == "y"  # «called», «greeted»
        written = "A" if with_alef else "Y"
        glide = last if verb.form == "I" and number == 0 else "y"
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
    (3, "s", "f", "at"),
    (3, "d", "m", "A"),
    (3, "d", "f", "atA"),
    (3, "p", "m", "U0"),
)
_PERFECT_CONSONANT = (
    (3, "p", "f", "na"), (2, "s", "m", "ta"), (2, "s", "f", "ti"), (2, "d", "", "tumA"), (2, "p", "m", "tum"),
    (2, "p", "f", "tunna"), (1, "s", "", "tu"), (1, "p", "", "nA"),
)  # fmt: skip


def _perfect(stem: _Stem) -> Iterator[tuple[int, str, str, str]]:
    if stem.last:
        for person, number, gender, ending in _PERFECT_VOWEL:
            yield person, number, gender, _before_vowel(stem) + ending
        base = _short(stem)
    elif stem.vowel == "a":
        head, glide = stem.head, stem.glide
        yield 3, "s", "m", head + stem.final
        yield 3, "s", "f", f"{head}at"
        yield 3, "d", "m", f"{head}a{glide}A"
        yield 3, "d", "f", f"{head}atA"
        yield 3, "p", "m", f"{head}aw0"
        base = f"{head}a{glide}"
    else:
        for person, number, gender, ending in _PERFECT_VOWEL[:4]:
            yield person, number, gender, f"{stem.head}iy{ending}"
        yield 3, "p", "m", f"{stem.head}U0"
        base = f"{stem.head}I"
    for person, number, gender, ending in _PERFECT_CONSONANT:
        yield person, number, gender, base + ending


_PREFIXES = (("y", 3, "m"), ("t", 3, "f"), ("t", 2, "m"), ("'", 1, ""), ("n", 1, ""))


def _imperfect(stem: _Stem, vowel: str) -> Iterator[tuple[int, str, str, str]]:
    """Indicative and subjunctive with their prefixes, and the jussive where it is spelled like them."""
    for prefix, person, gender in _PREFIXES:
        yield person, "p" if prefix == "n" else "s", gender, f"{prefix}{vowel}{_imperfect_singular(stem)}"
    dual, plural, feminine, second = _imperfect_bodies(stem)
    for prefix, person, gender in (("y", 3, "m"), ("t", 3, "f"), ("t", 2, "")):
        for ending in ("Ani", "A"):
            yield person, "d", gender, f"{prefix}{vowel}{dual}{ending}"
    for prefix, person in (("y", 3), ("t", 2)):
        yield person, "p", "m", f"{prefix}{vowel}{plural}na"
        yield person, "p", "m", f"{prefix}{vowel}{plural}0"
        yield person, "p", "f", f"{prefix}{vowel}{feminine}na"
    yield 2, "s", "f", f"t{vowel}{second}na"
    yield 2, "s", "f", f"t{vowel}{second}"


def _jussive(stem: _Stem, vowel: str) -> Iterator[tuple[int, str, str, str]]:
    """The short forms of weak and doubled verbs: يقل، ينف، يردد."""
    short = _short(stem)
    if spell(short) == spell(_imperfect_singular(stem)):
        return
    for prefix, person, gender in _PREFIXES:
        yield person, "p" if prefix == "n" else "s", gender, f"{prefix}{vowel}{short}"


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
        return f"{head}ay", f"{head}aw", f"{head}ay", f"{head}ay"
    if stem.vowel == "i":
        return f"{head}iy", f"{head}U", f"{head}I", f"{head}I"
    return f"{head}uw", f"{head}U", f"{head}U", f"{head}I"


def _imperative(verb: Verb, stem: _Stem) -> Iterator[tuple[int, str, str, str]]:
    dual, plural, feminine, second = _imperfect_bodies(stem)
    short = _short(stem)
    for number, gender, body in (
        ("s", "m", short), ("s", "f", second), ("d", "", dual + "A"), ("p", "m", plural + "0"),
        ("p", "f", feminine + "na"),
    ):  # fmt: skip
        if verb.form == "IV":
            body = "'a" + body
        elif len(body) > 1 and body[1] not in _VOWELS:
            body = "Li" + body
        yield 2, number, gender, body


# Number, gender, ending, case.
_NOUN_ENDINGS = (
    ("s", "m", "", ""), ("s", "m", "A", "a"), ("s", "f", "ap", ""), ("d", "m", "Ani", ""),
    ("d", "m", "ayni", "o"), ("p", "m", "Una", ""), ("p", "m", "Ina", "o"), ("p", "m", "U", "c"),
    ("p", "m", "I", "c"),
    ("d", "f", "atAni", ""), ("d", "f", "atayni", "o"), ("p", "f", "At", ""),
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
            ("s", "f", "Ap", ""),
            ("p", "m", "awna", ""),
            ("p", "m", "ayna", "o"),
            ("p", "f", "ayAt", ""),
        )
        for number, gender, ending, case in rows:
            yield number, gender, head + ending, case
        return
    yield "s", "m", head, ""
    yield "s", "m", head + "I", ""
    for number, gender, ending, case in _NOUN_ENDINGS[1:]:
        weak = ending[0] in "UI"
        yield number, gender, f"{head}{'' if weak else 'iy'}{ending}", case


def _participles(verb: Verb, shape: _Shape) -> Iterator[tuple[str, str, str, str, Voice]]:
    """Number, gender, form, case and voice."""
    f, c, last = verb.root[0], verb.root[1], verb.root[-1]
    if verb.form == "I":
        if _weak(last):
            active: _Stem | str = _Stem(f"{f}A{c}", "i", "")
            passive: _Stem | str = f"ma{f}{c}uww" if last == "w" else f"ma{f}{c}iyy"
        elif _weak(c):
            active = f"{f}A'i{last}"
            passive = f"ma{f}{'U' if verb.present == 'u' else 'I'}{last}"
        else:
            active = f"{f}A{c}{last}" if c == last else f"{f}A{c}i{last}"
            passive = f"ma{f}{c}U{last}"
    else:
        base, vowel = shape.imperfect, shape.imperfect.vowel
        head = "mu" + base.head
        if not base.last:
            active = _Stem(head, "i", "")
        elif base.long or base.contracted:
            active = "mu" + _before_vowel(base)
        else:
            active = f"{head}{'i' if vowel == 'a' else vowel}{base.last}"
        other = shape.imperfect_passive
        passive = other._replace(
            head="mu" + other.head,
            long=other.long and "mu" + other.long,
            contracted=other.contracted and "mu" + other.contracted,
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
    tail = "A'" if weak else f"A{last}"
    match verb.form:
        case "I":
            return ()
        case "II":
            if weak:
                return (f"ta{f}{c}iyap",)
            return (f"ta{f}{c}i'ap",) if last == "'" else (f"ta{f}{c}I{last}",)
        case "III":
            return (f"mu{f}A{c}Ap",) if weak else (f"mu{f}A{c}a{last}ap",)
        case "IV":
            return (f"'i{f}A{last}ap",) if hollow else (f"'i{f}{c}{tail}",)
        case "V":
            return (f"ta{f}a{c}{c}I",) if weak else (f"ta{f}a{c}{c}u{last}",)
        case "VI":
            return (f"ta{f}A{c}I",) if weak else (f"ta{f}A{c}u{last}",)
        case "VII":
            return (f"Lin{f}i{'y' if hollow else c}{tail}",)
        case "VIII":
            t = "tt" if r == "'x*" else _eighth(f)
            return (f"Li{t}i{'y' if hollow else c}{tail}",)
        case "X":
            return (f"Listi{f}A{last}ap",) if hollow else (f"Listi{f}{c}{tail}",)
        case "QI":
            return (f"{f}a{c}{r[2]}a{last}ap",)
        case "QII":
            return (f"ta{f}a{c}{r[2]}u{last}",)
        case "QIV":
            return (f"Li{f}{c}i{r[2]}{last}A{last}",)


def noun(spelling: str, *, plural: bool = True) -> Iterator[Inflection]:
    """A verbal noun as written, its accusative and, if `plural`, its plural in -at (not of short nouns).

    >>> [i.spelling for i in noun("إدانة")], [i.joined for i in noun("ادعاء")][0]
    (['إدانة', 'إدانات'], ('ادعاء', 'ادعاؤ', 'ادعائ'))
    """
    stem = spelling.removesuffix(TA_MARBUTA)
    joined: tuple[str, ...] = (spelling,)
    if stem != spelling:
        joined = (stem + OPEN_TA,)
    elif spelling.endswith(A_HAMZA):
        joined = (spelling, spelling[:-1] + WAW_HAMZA, spelling[:-1] + YA_HAMZA)
    elif spelling.endswith(ALIF_MAQSURA):
        joined = (spelling[:-1] + ALIF,)
    yield Inflection(spelling, joined, "masdar", 0, "s", "m", "active")
    if stem == spelling and not spelling.endswith((A_HAMZA, ALIF_MAQSURA, HAMZA_ALIF, PLURAL_AT)):
        yield Inflection(spelling + ALIF, (), "masdar", 0, "s", "m", "active", "a")
    if plural and len(spelling) > 3 and not spelling.endswith((ALIF_MAQSURA, YA, ALIF + TA_MARBUTA)):
        yield Inflection(stem + PLURAL_AT, (stem + PLURAL_AT,), "masdar", 0, "p", "f", "active")


def _joined(form: str) -> tuple[str, ...]:
    """How a finite verb is written before an attached pronoun."""
    if form.endswith("Y"):
        form = form[:-1] + "A"
    elif form.endswith("0"):
        form = form[:-1]
    elif form.endswith("tum"):
        form += "U"
    return (spell(form),)


def _spellings(form: str) -> Iterator[str]:
    """The spelling and its usual variants: هنؤوا is also written هنأوا and هنئوا."""
    written = spell(form)
    yield written
    seat, waw = WAW_HAMZA + _WRITTEN["w"], _WRITTEN["w"]
    if seat in written:
        yield written.replace(seat, YA_HAMZA + waw)
        if "A'U" in form:
            yield written.replace(ALIF + seat, A_HAMZA + waw)
        if "a'U" in form:
            yield written.replace(seat, HAMZA_ALIF + waw)


def inflect(verb: Verb) -> tuple[Inflection, ...]:
    """All forms of `verb`, unvocalised, duplicates within one analysis removed.

    Raises LexiconError where the root does not have three (four for QI, QII, QIV) Arabic consonants.
    """
    wanted = 4 if verb.form.startswith("Q") else 3
    if len(verb.root) != wanted or not set(verb.root) <= _LETTERS.keys():
        raise LexiconError(f"root {verb.root!r} of form {verb.form}: expected {wanted} consonants, hamza as {HAMZA}")
    verb = msgspec.structs.replace(verb, root=verb.root.translate(_ROOT))
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
