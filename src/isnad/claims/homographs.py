"""Spellings that are a reporting verb in one sentence and another word in the next.

What tells them apart is how the word is typed («أُيِّد» has its hamza above), the word before it («لكنني لاحظت» is the
first person) and whether its subject agrees («تردد اللاعب» hesitated, «تردد الوكالة» repeats).
"""

from __future__ import annotations

from isnad.lexicon import grammar
from isnad.lexicon.affixes import AND, FEMININE, FEMININE_PAST, HAMZA_ALIF, LOW_HAMZA, YA
from isnad.lexicon.cues import CueReading
from isnad.names.parts import Phrase
from isnad.text import Reading

_LONG_FORMS = ("VII", "VIII", "X")  # their perfect begins with a silent alef, on which many type a hamza
_REFLEXIVE = ("V", "VI")
_WEAK = frozenset(AND + YA)


def is_other_word(r: Reading, i: int, reading: CueReading, first: int) -> bool:
    """Whether the spelling of the finite verb at token `i`, or the word before it, shows another word."""
    verb, form = reading.cue.verb, reading.form
    if verb is None:
        return False
    light = r.lights[i][reading.start :]
    if light.startswith(LOW_HAMZA) and verb.form not in _LONG_FORMS:
        return True  # a name, not a passive: the perfect of such a verb has its hamza above
    if form.tense != "perfect" or i == first:
        return False
    previous = r.words[i - 1]
    if previous.endswith(FEMININE_PAST) and previous in grammar.words("was") and form.number == "s":
        return form.gender == "m"  # «the rates of success were high»: a noun
    of_her = form.number == "s" and form.gender == "f" and not reading.suffix
    if of_her and previous in grammar.words("of-oneself"):
        return r.words[i].endswith(FEMININE_PAST)  # «but I noticed that»: my own words
    mine = form.voice == "passive" and light.startswith(HAMZA_ALIF) and previous in grammar.words("that")
    return mine and not (i - 1 > first and r.words[i - 2] in grammar.words("after-an"))  # «I would like to say»


def is_accusative(reading: CueReading, subject: Phrase | None) -> bool:
    """Whether what looks like the perfect of two is a verbal noun in the accusative: «رفضا للقرار», «طلبا للدعم»."""
    verb, form = reading.cue.verb, reading.form
    plain = verb is not None and verb.form == "I"  # the noun of a dual with this ending is spelled otherwise
    if not plain or (form.tense, form.number, form.gender) != ("perfect", "d", "m"):
        return False
    return subject is None or (len(subject.parts) == 1 and subject.parts[0].number != "d")


def disagrees(r: Reading, reading: CueReading, subject: Phrase | None) -> bool:
    """Whether the verb, which has another reading in the other gender, cannot have this subject: «تعرض المصرف لخسارة»
    is no imperfect of عرض, and «المقاومة توقع قتلى» no perfect of توقع."""
    verb, form = reading.cue.verb, reading.form
    if verb is None or subject is None or len(subject.parts) > 1 or form.number != "s":
        return False
    part = subject.parts[0]
    if part.number != "s" or not part.gender or subject.first in r.quote_close:
        return False
    marked = r.words[subject.first].endswith(FEMININE)
    if marked != (part.gender == "f") and (marked or not part.head):
        return False  # the gender of a kind of body, which this name need not share
    if form.tense == "imperfect":
        weak = any(radical in _WEAK for radical in verb.root[1:])  # «she says», «she denies» are no other words
        return form.gender == "f" and verb.form in ("I", "II", "III") and part.gender == "m" and not weak
    return form.tense == "perfect" and form.gender == "m" and verb.form in _REFLEXIVE and part.gender == "f"
