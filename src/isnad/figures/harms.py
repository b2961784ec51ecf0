"""What has happened to counted people: the word of harm that governs a count, before it, behind it, or in its toll.

All rules look along one clause, a bounded number of tokens, and give the reason with the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from isnad.figures.counts import Count, number_word, person_at
from isnad.lexicon import grammar, measures, victims
from isnad.lexicon.affixes import ALIF, AND, ARTICLE, BY, FUTURE
from isnad.lexicon.clitics import IT, PREPOSITIONS, THEM, splits, suffixes
from isnad.lexicon.measures import Harm, HarmReading
from isnad.names.words import word
from isnad.records import Measure
from isnad.text import Reading
from isnad.text.signs import BRACKETS, COLONS, COMMAS, QUOTES

_STOPS = BRACKETS | COLONS | {";", "[", "]"}
_FAR = 14  # tokens from a verb to the count that it governs
_TOLL = 24  # tokens from the noun of a toll to its number
_BEHIND = 12  # tokens from a count to the verb whose subject it is
_AFTER_HEAD = 8  # tokens from the noun of a toll to whom it counts
_CLAUSE = 12  # tokens around a verb in which the words that it needs may stand


class Cause(NamedTuple):
    """What is said to have happened to a count, how sure (0 to 1), and why; `denied`: it is said not to have."""

    measure: Measure
    score: float
    why: str
    denied: bool = False


class Stop(NamedTuple):
    """Why the words before a count give it no measure; `figure`: the token where an earlier figure ends."""

    why: str
    figure: bool = False


def before(r: Reading, count: Count, first: int, floor: int, stop: int) -> Cause | Stop:
    """The word of harm before the count, sought back to the token `first` of its sentence, not beyond `floor`, where
    the figure before it ends."""
    commas = 0
    for i in range(count.outer - 1, max(first, count.outer - _FAR) - 1, -1):
        if i < floor:
            return Stop("another figure stands before it", figure=True)
        text = r.words[i]
        if text in _STOPS:
            return Stop("no word of harm in its clause")
        if text in COMMAS:
            commas += 1
            continue
        if text in QUOTES:
            continue
        for reading in measures.find(text):
            if _governs(r, reading, i, count, first, stop) and (commas in (0, 2) or _listed(r, i, count)):
                return _cause(r, reading, i, count, first)
        opens_part = i == count.outer - 1 and text in measures.words("part")
        if opens_part or _bars(r, i) or (i == count.outer - 1 and text in measures.words("agency")):
            return Stop("no word of harm in its clause")
    return Stop("another figure stands before it", figure=True) if floor > first else Stop("no word of harm near it")


def _cause(r: Reading, reading: HarmReading, i: int, count: Count, first: int) -> Cause:
    """The cause that a governing word at token `i` is; with another word of harm beside it the count is of both."""
    harm = reading.harm
    direct = i == count.outer - 1
    score = 0.95 if direct else 0.85
    if i > first and r.words[i - 1] in measures.words("negation") and not _excepted(r, i, count):
        return Cause(harm.measure, score, f"{harm.id} under a negation", denied=True)
    both = _beside(r, reading, i, first)
    if both is not None and {both.measure, harm.measure} == {"killed", "injured"}:
        return Cause("casualties", score, f"{both.id} and {harm.id} before one count")
    return Cause(harm.measure, score, f"{harm.id} before the count" if direct else f"{harm.id} before it in its clause")


def _beside(r: Reading, reading: HarmReading, i: int, first: int) -> Harm | None:
    """The word of harm that «و» joins to the one at token `i`: «مقتل وإصابة»."""
    if i <= first or r.words[i][: reading.start] != AND:
        return None
    return next((other.harm for other in measures.find(r.words[i - 1])), None)


def _listed(r: Reading, i: int, count: Count) -> bool:
    """Whether «و» joins the count to the list that the word of harm at `i` opens: «مقتل ضابط، وجندي، و3 مدنيين»."""
    return count.joined and person_at(r.words[i + 1]) is not None


def _excepted(r: Reading, i: int, count: Count) -> bool:
    return any(r.words[k] in measures.words("but") for k in range(i + 1, count.outer))


def _bars(r: Reading, i: int) -> bool:
    """Whether a clause begins at token `i`, so that no verb before it governs what follows."""
    text = r.words[i]
    if text in grammar.complementizers():
        return True
    found = word(text)
    if found.clause or found.relative or (found.verb and not measures.find(text)):
        return True
    # «in an attack carried out by 3 gunmen»: a verb with its object on it; a word in ta marbuta only looks so.
    light = r.lights[i]
    return light.endswith(IT) and not _is_noun_with_owner(r, i)


def _is_noun_with_owner(r: Reading, i: int) -> bool:
    """Whether the pronoun that ends token `i` owns a noun: behind a preposition, or where the noun is known."""
    text = r.words[i]
    found = word(text)
    if found.lead or found.preposition or found.nouns or person_at(text) is not None or measures.find(text):
        return True
    return i > 0 and (word(r.words[i - 1]).preposition or bool(measures.find(r.words[i - 1])))


def _governs(r: Reading, reading: HarmReading, i: int, count: Count, first: int, stop: int) -> bool:
    """Whether the word of harm at token `i` says what has happened to the count behind it."""
    harm = reading.harm
    between = [k for k in range(i + 1, count.outer) if r.words[k] not in QUOTES]
    direct = len(between) == 0 or (len(between) == 1 and bool(count.prep) and not r.words[i].startswith(count.prep))
    if reading.suffix or (harm.person and not count.person) or harm.measure in count.never:
        return False
    if harm.near and not _has_near(r, harm, i, count, stop):
        return False
    if count.kind == "one" and harm.agent and _has_object(r, count.after, stop):
        return False  # «a gunman killed the officer», «a policeman killed a boy»: that one did it
    if harm.prep:
        if not _through(r, harm, between, count):
            return False
    elif count.prep and count.prep not in measures.words("but"):
        return False
    parted = count.after < stop and r.words[count.after] in measures.words("part")  # «it held 3, among them …»
    if not count.person and not parted and not (direct and (harm.people or _ends_phrase(r, count.after, stop))):
        return False
    if harm.close and not direct and not (count.joined and reading.part == "noun"):
        return False
    if reading.part == "verb" and not direct and (harm.subject or not reading.active):
        following = word(r.words[between[0]])
        adverb = following.preposition or following.time or following.text.endswith(ALIF)
        if not (adverb or count.joined or r.words[i + 1] in COMMAS):
            return False  # «the boat sank with five people on board»: its subject is another
    if reading.part == "verb":
        return direct or count.kind != "one" or _prepared(r, harm, i, count)
    if r.words[i].startswith(ARTICLE, reading.start) and not harm.prep:
        return False
    if harm.sentence and any(r.words[k] in measures.words("sentence") for k in range(max(first, i - _CLAUSE), i)):
        return False
    if direct or count.kind == "one":
        return direct or _prepared(r, harm, i, count)
    if harm.prep or count.joined:
        return True
    return word(r.words[i + 1]).preposition or harm.agent


def _prepared(r: Reading, harm: Harm, i: int, count: Count) -> bool:
    """Whether only the preposition of the word of harm at token `i` stands between it and the count."""
    return count.prep in harm.prep and count.outer - i <= 2


def _through(r: Reading, harm: Harm, between: list[int], count: Count) -> bool:
    """Whether the preposition that the word of harm needs stands before the count, or before the list it ends."""
    if count.prep in harm.prep:
        return True
    return count.joined and any(r.words[k] in harm.prep for k in between)


def _has_near(r: Reading, harm: Harm, i: int, count: Count, stop: int) -> bool:
    """Whether one of the words that a light verb needs stands in its clause: «لقي … حتفهم»."""
    window = range(i + 1, min(stop, max(i, count.end) + _CLAUSE))
    return any(r.words[k].removeprefix(BY).startswith(near) for k in window for near in harm.near)


def _ends_phrase(r: Reading, i: int, stop: int) -> bool:
    """Whether a number without a noun ends before token `i`: what follows is no noun that it counts."""
    if i >= stop or not r.words[i][0].isalnum():
        return i >= stop or r.words[i] not in "%\u066a/$€"
    text = r.words[i]
    found = word(text)
    if found.function or found.time or found.verb or found.lead or text in measures.words("goes-on"):
        return True
    if any(reading.part == "verb" for reading in measures.find(text)):
        return True
    if text[0] in PREPOSITIONS and suffixes(text):  # «for their link with the attack»
        return True
    return text.startswith(AND) or text in measures.words("count-head") or text in grammar.complementizers()


def own(count: Count) -> Cause | None:
    """What the noun of the count itself says: «خمسة قتلى»."""
    victim = count.victim
    if victim is None or victim.measure is None:
        return None
    return Cause(victim.measure, 0.85 if victim.state else 0.95, f"the counted noun is «{victim.lemma}»")


def behind(r: Reading, count: Count, stop: int) -> Cause | None:
    """The word of harm behind the count: «ثلاثة جنود قتلوا», «20 شخصا بين قتيل وجريح», «10 شبان جرى اعتقالهم»."""
    both = joint(r, count, stop)
    if both is not None:
        return both
    if count.kind == "one":
        return None
    if not count.person and not (count.after < stop and r.words[count.after] in measures.words("count-head")):
        return None
    for i in range(count.end, min(stop, count.end + _BEHIND)):
        text = r.words[i]
        if not text[0].isalnum():
            if text in QUOTES or (i == count.end and _opens_relative(r, i, stop)):
                continue
            return None
        for reading in measures.find(text):
            if _is_suffered(r, reading, i, count, stop):
                why = f"{reading.harm.id} behind the count"
                return Cause(reading.harm.measure, 0.85, why, denied=r.words[i - 1] in measures.words("negation"))
        found = victims.find(text) if i == count.end and not measures.find(text) else None
        agrees = found is not None and (found.number == "p" or text.endswith(ALIF))
        if found is not None and found.victim.measure and agrees and not found.definite and found.start == 0:
            return Cause(found.victim.measure, 0.85, f"«{found.victim.lemma}» behind the count")
        if text.startswith(AND) and not (text == AND or number_word(text) or person_at(text) or word(text).function):
            return None
        listed = text.startswith(AND) or r.words[i - 1] in measures.words("part") or r.words[i - 1] == AND
        if (number_word(text) and not listed) or text in grammar.complementizers():
            return None
    return None


def _opens_relative(r: Reading, i: int, stop: int) -> bool:
    """Whether token `i` is the comma before a relative clause: «مئات الأشخاص، الذين شردوا», «25 جنديا، أصيبوا»."""
    if r.words[i] not in COMMAS or i + 1 >= stop:
        return False
    suffered = any(h.part == "verb" and h.number == "p" and not h.start for h in measures.find(r.words[i + 1]))
    return suffered or word(r.words[i + 1]).relative


def joint(r: Reading, count: Count, stop: int) -> Cause | None:
    """«بين قتيل وجريح», «قتيلا وجريحا»: the dead and the injured in one count."""
    found: list[Measure] = []
    vague = count.value is None  # «hundreds of dead and wounded»
    for i in range(count.end, min(stop, count.end + 5)):
        victim = victims.find(r.words[i]) if not measures.find(r.words[i]) else None
        if victim is not None and victim.victim.measure in ("killed", "injured") and (vague or not victim.definite):
            lead = r.words[i][: victim.start]
            if lead in ("", AND) and (found or lead == "" or count.measure is not None):
                found.append(victim.victim.measure)
        elif r.words[i] not in measures.words("between") | grammar.words("what") | {AND}:
            break
    kinds = {*found, count.measure} if count.measure in ("killed", "injured") else set(found)
    apart = count.end < stop and count.measure is not None and r.words[count.end] == AND
    if kinds >= {"killed", "injured"} and not apart:
        return Cause("casualties", 0.9, "the dead and the injured in one count")
    return None


def _is_suffered(r: Reading, reading: HarmReading, i: int, count: Count, stop: int) -> bool:
    """Whether the count is whoever suffers the word of harm at token `i` behind it."""
    harm = reading.harm
    if harm.measure in count.never or (reading.start and r.words[i][: reading.start] != FUTURE):
        return False
    if reading.part == "noun" and harm.subject and r.words[i].startswith(ARTICLE):
        return r.words[i - 1] in measures.words("driven") or i == count.end
    if reading.part == "noun":
        pronoun = i + 1 < stop and any(
            r.words[i + 1].startswith(prep[:-1]) and word(r.words[i + 1]).pronoun for prep in harm.prep
        )
        done = r.words[i - 1] in measures.words("done")
        return done and ((reading.suffix in THEM and not harm.prep) or pronoun)
    if harm.near and not _has_near(r, harm, i, count, stop):
        return False
    # «1280 persons was killed»: behind a singular noun the verb may be singular, where it follows at once.
    wanted = ("p", "d", "s") if count.value == 1 or (i == count.after and (count.value or 0) > 10) else ("p", "d")
    if reading.number not in wanted or harm.prep:
        return False
    if harm.subject:
        return True
    owned = i + 1 < stop and bool(suffixes(r.words[i + 1])) and r.lights[i + 1].endswith((*IT, *THEM))
    led = owned and (r.words[i + 1][0] in PREPOSITIONS or word(r.words[i + 1]).preposition)
    return reading.passive and not (owned and not led) and not _has_object(r, i + 1, stop)


def _has_object(r: Reading, i: int, stop: int) -> bool:
    """Whether the verb before token `i` has an object, so that the people before it did the deed."""
    if i >= stop or not r.words[i][0].isalpha():
        return i < stop and r.words[i][0].isdigit()
    if r.words[i] in measures.bound_openers() and not word(r.words[i]).preposition:
        return True
    found = word(r.words[i])
    if found.preposition or found.time or found.clause or found.lead or r.words[i].startswith(AND):
        return False
    return found.article or person_at(r.words[i]) is not None or number_word(r.words[i])


def toll(r: Reading, count: Count, first: int, floor: int, stop: int) -> Cause | None:
    """«ارتفاع عدد القتلى إلى 89», «بلغ عدد الجرحى 277»: the number of a toll, and whom its noun counts."""
    reached = count.prep in measures.words("reach") or _reached(r, count, first)
    if count.prep and not reached:
        return None
    if not count.person and not _ends_phrase(r, count.after, stop):
        return None
    start = max(first, floor, count.outer - _TOLL)
    for i in _heads(r, start, count.outer):
        measure = _counted(r, i, min(count.outer, i + _AFTER_HEAD))
        if measure is None:
            continue
        if reached or count.outer - i <= 4:
            return Cause(measure, 0.85, "the number of a toll")
    return None


def _reached(r: Reading, count: Count, first: int) -> bool:
    return count.outer > first and r.words[count.outer - 1] in measures.words("reach")


def _heads(r: Reading, start: int, end: int) -> Iterator[int]:
    """The tokens in `[start, end)` that are the noun of a toll, the nearest to its number first."""
    for i in range(end - 1, start - 1, -1):
        text = r.words[i]
        if text in _STOPS and text not in ":()":
            return
        if any(split.stem in measures.words("count-head") for split in splits(text)):
            yield i


def _counted(r: Reading, i: int, end: int) -> Measure | None:
    """What has happened to those whom the toll at token `i` counts: «عدد القتلى», «عدد الذين اعتقلوا»."""
    for k in range(i, end):
        text = r.words[k]
        if k > i and not text[0].isalpha():
            return None
        victim = victims.find(text)
        if victim is not None and victim.victim.measure is not None and victim.number == "p":
            return victim.victim.measure
        if k == i:
            continue
        for reading in measures.find(text):
            plain = not reading.harm.near and not reading.harm.close
            if reading.start == 0 and (reading.part == "verb" or k == i + 1) and plain:
                return reading.harm.measure
    return None
