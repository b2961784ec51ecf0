"""Counts of people: a number with its noun, a dual («شرطيين»), a single victim («جندي»), and what bounds them.

A count knows its words, its value and who is counted; what has happened to them is settled in `harms`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from isnad.figures.bounds import Left, bound_after, left_of
from isnad.figures.numbers import Number, number_at
from isnad.lexicon import geo, grammar, measures, nouns, numbers, victims
from isnad.lexicon.affixes import AND, ARTICLE, DUAL_AN, PLURAL_IN, PLURAL_UN, YA
from isnad.lexicon.victims import Victim
from isnad.names.words import word
from isnad.records import Bound, Measure, Who
from isnad.text import Reading

_MINUS = frozenset("-−")
_GLUES = frozenset("/:\\")
_PEOPLE = frozenset({"role", "rank", "group", "human"})
_MODIFIERS = 3  # words after the noun that can belong to it
_ABOUT = 6  # words after the noun that can say who the counted people are


class Count(NamedTuple):
    """A count in the tokens `[first, end)`; `start` is the offset in its first token, behind the proclitics.

    `outer` is the first token of what bounds it («أكثر من»), `prep` the preposition before that, `joined` whether
    «و» joins it to what is before; `person`: a noun says that people are counted (`victim`: its entry, where the
    lexicon of victims has it); `kind`: written as a number, a
    dual, or a singular noun; `after`: the token behind it and its bound.
    """

    first: int
    end: int
    start: int
    outer: int
    after: int
    value: int | None
    bound: Bound
    kind: Literal["number", "dual", "one"]
    plain: bool
    person: bool
    who: Who
    victim: Victim | None
    prep: str
    joined: bool

    @property
    def measure(self) -> Measure | None:
        """What its noun says has happened to them."""
        return self.victim.measure if self.victim is not None else None

    @property
    def never(self) -> tuple[Measure, ...]:
        """The measures that are no victims' figure with its noun."""
        return self.victim.never if self.victim is not None else ()


class _Noun(NamedTuple):
    """The noun of a count: the tokens `[first, end)`, and its entry where the lexicon of victims has it."""

    first: int
    end: int
    victim: Victim | None


@lru_cache(maxsize=65536)
def opens_count(text: str) -> bool:
    """Whether a count can begin at the folded token: a number, or a noun for people; most tokens are neither."""
    return text[0].isalnum() and (number_word(text) or person_at(text) is not None)


def count_at(r: Reading, i: int, first: int, stop: int) -> Count | Number | None:
    """The count that begins at token `i` of the sentence `[first, stop)`; a Number where it counts nobody."""
    number = number_at(r, i, stop)
    if number is not None:
        return _numbered(r, number, first, stop) or number
    return _unnumbered(r, i, first, stop)


def _numbered(r: Reading, number: Number, first: int, stop: int) -> Count | None:
    """The count that a number makes with its noun, behind it or before it, and with what bounds it."""
    if number.value == -1 or _is_code(r, number, first, stop) or _is_percent(r, number, first):
        return None
    number, ranged = _range(r, number, first, stop)
    if number.first > first and r.words[number.first - 1] == "(" and _closes(r, number.end, stop):
        number = _bracketed(r, number, stop)
    left = left_of(r, number.first, number.start, first)
    if ranged and left.prep in measures.words("between"):
        at = left.outer - 1
        left = left_of(r, at - (at > first and r.words[at - 1] in grammar.words("what")), 0, first)
    hedge, at = bound_after(r, number.end, stop)
    noun = _noun(r, at, stop, vague=number.value is None)
    begin, start, end = number.first, number.start, number.end
    earlier = _noun_before(r, number, first) if noun is None or number.value is None else None
    if earlier is not None:
        noun, begin, start = earlier, earlier.first, left_start(r, earlier.first)
        left = left_of(r, begin, start, first)
    elif noun is not None:
        end = noun.end
    elif _is_unit(r, number.end, stop):
        return None
    later, after = bound_after(r, max(end, at), stop)
    bound = number.bound
    if bound == "exact":
        bound = later or hedge or left.bound or ("at_least" if ranged else "exact")
    return _count(r, begin, end, start, left, after, number.value, bound, "number", number.plain, noun, stop)


def _closes(r: Reading, i: int, stop: int) -> bool:
    return i < stop and r.words[i] == ")"


def _bracketed(r: Reading, number: Number, stop: int) -> Number:
    """«(15) خمسة عشر», «(15)»: figures in brackets, perhaps with the same number in words behind them."""
    end = number.end + 1
    again = number_at(r, end, stop) if end < stop else None
    same = again is not None and again.start == 0 and again.value == number.value
    return number._replace(first=number.first - 1, start=0, end=again.end if again is not None and same else end)


def _count(
    r: Reading, first: int, end: int, start: int, left: Left, after: int, value: int | None, bound: Bound,
    kind: Literal["number", "dual", "one"], plain: bool, noun: _Noun | None, stop: int,
) -> Count:  # fmt: skip
    victim = noun.victim if noun is not None else None
    return Count(
        first=first, end=end, start=start, outer=left.outer, after=after, value=value, bound=bound, kind=kind,
        plain=plain, person=noun is not None, who=_who(r, victim, noun, stop), victim=victim,
        prep=left.prep, joined=left.joined,
    )  # fmt: skip


def _unnumbered(r: Reading, i: int, first: int, stop: int) -> Count | None:
    """«جنديان», «شرطيين», «شخص واحد», «جندي»: a noun that is its own number."""
    noun = person_at(r.words[i])
    if noun is None:
        return None
    number, start, definite, victim = noun
    end = i + 1
    while end < stop and end < i + 3 and r.words[end] in measures.words("suspected"):
        end += 1
    one = 2 if r.words[end - 1] in measures.words("suspected-two") else _only(r, end, stop)
    if number == "d" or (one == 2 and (end > i + 1 or r.words[i].endswith(PLURAL_IN))):
        end = _modified(r, end + (_only(r, end, stop) == 2), stop, definite=definite)
        left = left_of(r, i, start, first)
        hedge, after = bound_after(r, end, stop)
        found = _Noun(i, end, victim)
        return _count(r, i, end, start, left, after, 2, hedge or left.bound or "exact", "dual", False, found, stop)
    if number != "s" or definite or victim is None:
        return None
    left = left_of(r, i, start, first)
    if one == 1:
        hedge, after = bound_after(r, end + 1, stop)
        found = _Noun(i, end + 1, victim)
        bound = hedge or left.bound or "exact"
        return _count(r, i, end + 1, start, left, after, 1, bound, "number", False, found, stop)
    if left.prep or _owned(r, end, stop) or measures.find(r.words[i]):
        return None
    end = _modified(r, end, stop, definite=False)
    return _count(r, i, end, start, left, end, 1, "exact", "one", False, _Noun(i, end, victim), stop)


@lru_cache(maxsize=65536)
def person_at(text: str) -> tuple[str, int, bool, Victim | None] | None:
    """The folded token as a noun for people: its number (s, d, p), the offset behind the proclitics, whether it is
    definite, and its entry where the lexicon of victims has it. A pronoun makes it definite."""
    if text in measures.words("no-people"):
        return None
    victim = victims.find(text)
    if victim is not None:
        return victim.number, victim.start, victim.definite, victim.victim
    human = [reading for reading in nouns.find(text) if not _PEOPLE.isdisjoint(reading.noun.classes)]
    if human:
        # A spelling of dual and plural is a plural; the dual is sure in its nominative alone.
        dual = human[0].number == "d" and text.endswith(DUAL_AN) and not human[0].noun.is_a("human")
        reading = next((n for n in human if n.number == ("d" if dual else "p")), human[0])
        number = "p" if reading.number == "d" and not dual else reading.number
        return number, reading.start, reading.definite, None
    for place in geo.country(text):
        if place.what == "nisba" and not place.weak:
            dual = place.number == "d" and text.endswith(DUAL_AN)
            return ("d" if dual else "p" if place.number == "d" else place.number), place.start, place.definite, None
    return None


def _owned(r: Reading, i: int, stop: int) -> bool:
    """Whether the words from token `i` make one known person of the noun before them: its owner («قائد الشرطة»), or
    a name («طفل اسمه …» is none)."""
    if i >= stop:
        return False
    following = word(r.words[i])
    return (following.article and following.lead == "") or (following.name >= 0.6 and not following.adjective)


def _only(r: Reading, i: int, stop: int) -> int:
    """The value of «واحد» or «اثنين» at token `i`, 0 where there is neither."""
    if i >= stop:
        return 0
    return next((n.value for n in numbers.find(r.words[i]) if n.kind == "one" and n.start == 0), 0)


def _noun(r: Reading, i: int, stop: int, *, vague: bool) -> _Noun | None:
    """The noun of the number that ends before token `i`: «جنديا», «من الجنود», «حالة وفاة»; of a `vague` number it may
    be definite («عشرات الجنود»)."""
    at = i
    while at < stop and r.words[at] in measures.words("case"):
        at += 1
    of = at < stop and r.words[at] in measures.words("of")
    at += of
    if at >= stop:
        return None
    if r.words[at] in measures.words("others"):
        return _Noun(at, at + 1, None)
    found = person_at(r.words[at])
    if found is None or found[1] != 0 or (found[0] == "d" and not of):
        return _belonging(r, i, at, stop) if of else None
    number, _, definite, victim = found
    if (definite and not of and not vague and at == i) or (of and number == "s" and not definite):
        return None
    return _Noun(i, _modified(r, at + 1, stop, definite=definite), victim)


def _belonging(r: Reading, i: int, at: int, stop: int) -> _Noun | None:
    """«12 من قوات النظام»: whom they belong to stands for the people."""
    sides = measures.words("soldiers") | measures.words("militants")
    if r.words[at] in sides:
        return _Noun(i, _modified(r, at + 1, stop, definite=True), None)
    return None


def _noun_before(r: Reading, number: Number, first: int) -> _Noun | None:
    """«القتلى الثلاثة», «المشتبه بهم العشرة», «الضحايا الـ14»: a definite noun with a definite number behind it."""
    at = number.first - 1
    definite = number.definite
    if at >= first and r.glued(number.first) and r.words[at] == ARTICLE:
        at, definite = at - 1, True
    vague = number.value is None and number.start > 0  # «prisoners by the hundred»
    while at > first and r.words[at] in measures.words("suspected"):
        at -= 1
    if at < first:
        return None
    found = person_at(r.words[at])
    plural = found is not None and (found[0] == "p" or r.words[at + 1] in measures.words("suspected"))
    if found is None or not plural or not ((definite and found[2]) or (vague and found[3] is not None)):
        return None
    return _Noun(at, number.end, found[3])


def _modified(r: Reading, i: int, stop: int, *, definite: bool) -> int:
    """The token behind the adjectives and owners that follow a noun which ends before token `i`."""
    end = i
    while end < stop and end - i < _MODIFIERS:
        text = r.words[end]
        if text in measures.words("suspected"):
            end += 1
            continue
        following = word(text)
        if following.lead or following.preposition or measures.find(text) or number_word(text):
            break
        if following.relative or following.time:
            break
        belongs = following.article and definite
        relational = not following.article and not definite and (
            following.adjective or text.endswith(PLURAL_IN) or (text.endswith(PLURAL_UN) and text[0] != YA)
        )  # fmt: skip
        if not (belongs or relational):
            break
        end += 1
    return end


def number_word(text: str) -> bool:
    """Whether the folded token can be a number."""
    return text[0].isdigit() or bool(numbers.find(text))


def _who(r: Reading, victim: Victim | None, noun: _Noun | None, stop: int) -> Who:
    """Who is counted: what the noun says, else what the words after it say of whom they belong to."""
    if noun is None:
        return "all"
    if victim is not None and victim.who != "all":
        return victim.who
    for at in range(noun.first, min(stop, noun.end + _ABOUT)):
        text = r.words[at]
        if at >= noun.end and (not text[0].isalpha() or text in measures.words("part")):
            break
        if text in measures.words("militants"):
            return "militants"
        if text in measures.words("soldiers"):
            return "soldiers"
        found = victims.find(text) if at < noun.end + 1 else None
        if found is not None and found.victim.who != "all":
            return found.victim.who
    return "all" if victim is not None else "other"


def left_start(r: Reading, i: int) -> int:
    """The offset behind the proclitics of the noun at token `i`."""
    found = person_at(r.words[i])
    return found[1] if found is not None else 0


def _range(r: Reading, number: Number, first: int, stop: int) -> tuple[Number, bool]:
    """«بين 20 و30», «20 إلى 30», «20-30»: the lower end with the words of both."""
    at = number.end
    if number.value is None or at >= stop:
        return number, False
    between = number.first > first and r.words[number.first - 1] in measures.words("between")
    upper = None
    if between:
        at += r.words[at] == AND
        upper = number_at(r, at, stop) if at < stop else None
    elif r.words[at] in measures.words("range-to") and at + 1 < stop:
        rising = number.first > first and r.words[number.first - 1] in measures.words("of")
        upper = None if rising else number_at(r, at + 1, stop)
    if upper is None or upper.value is None or upper.value <= number.value:
        return number, False
    return number._replace(end=upper.end, plain=False), True


def _is_code(r: Reading, number: Number, first: int, stop: int) -> bool:
    """Whether the number is no count: part of a name («F16»), a date («5/3»), a clock (12:30), or negative."""
    i, end = number.first, number.end
    if not r.words[i][0].isdigit():
        return False
    if i > first and r.glued(i):
        before = r.words[i - 1]
        if before in _MINUS:
            return not (i - 1 > first and r.glued(i - 1) and r.words[i - 2][0].isdigit())
        if before in _GLUES or (before[0].isalpha() and before not in measures.words("proclitic")):
            return True
    return end + 1 < stop and r.words[end] in _GLUES and r.glued(end) and r.words[end + 1][0].isdigit()


def _is_percent(r: Reading, number: Number, first: int) -> bool:
    """Whether the number is the hundred of a percentage («في المئة»)."""
    lead = r.words[number.first][: number.start]
    return (
        number.value == 100
        and number.definite
        and (lead != "" or r.words[max(first, number.first - 1)] in grammar.words("in"))
    )


def _is_unit(r: Reading, i: int, stop: int) -> bool:
    """Whether what follows makes the number something else than people: «بالمئة», «عاما»."""
    if i >= stop:
        return False
    units = measures.words("unit")
    return r.words[i] in units or (i + 1 < stop and f"{r.words[i]} {r.words[i + 1]}" in units)
