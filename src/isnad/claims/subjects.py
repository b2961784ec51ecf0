"""Speaker phrases that stand before their verb, and the topic of a sentence.

«المتحدث باسم الوزارة، سالم الحداد، قال إن» has its subject before the verb; «أجرى الوزير اتصالا اتهم فيه» has
none of its own and takes the subject of the sentence's main verb.
"""

from __future__ import annotations

from isnad.lexicon import grammar
from isnad.lexicon.affixes import AND
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import COLONS, COMMAS, DASHES, QUOTES

_HARD_SIGNS = COLONS | QUOTES | {"\n"}
_REACH = 40


def before_verb(r: Reading, at: int, first: int, known: frozenset[str]) -> Phrase | None:
    """The speaker phrase before the verb at token `at`, in the clause that begins at or after token `first`."""
    words = r.words
    end = at
    had_perfect = False
    while end > first and words[end - 1] in grammar.words("perfect-sign"):
        end -= 1
        had_perfect = True
    starts: list[int] = []
    i = end - 1
    floor = max(first, end - _REACH)
    while i >= floor:
        text = words[i]
        if text in _HARD_SIGNS and not _short_quote(r, i, end):
            starts.append(i + 1)
            break
        if text in grammar.words("clause-start") or text in grammar.complementizers():
            starts.append(i + 1)
            break
        if text in COMMAS:
            starts.append(i + 1)
        i -= 1
    else:
        starts.append(floor)
    for start in reversed(starts):
        phrase = _covering(r, start, end, had_perfect, known)
        if phrase is not None:
            return phrase
    return None


def _short_quote(r: Reading, i: int, end: int) -> bool:
    opening = r.quote_open.get(i, i)
    close = r.quote_close.get(opening)
    return close is not None and close - opening <= 6 and close < end


def _covering(r: Reading, start: int, end: int, had_perfect: bool, known: frozenset[str]) -> Phrase | None:
    """The phrase at `start` if nothing but adverbials stands between it and the verb at `end`."""
    words = r.words
    while start < end and (words[start] in grammar.words("join") or words[start] in COMMAS):
        start += 1
    if start >= end:
        return None
    text = words[start]
    offset = ""
    if text[0].isalpha():
        w = word(text)
        if w.lead == AND:
            offset = AND
        elif w.function or w.time or w.lead:
            return None
        if not offset and w.verb and not w.nouns:
            return None
    phrase = read_phrase(r, start, end, lead=offset, bounded=True, known=known)
    if phrase is None or not phrase.parts[0].speaks:
        return None
    rest = phrase.end
    if _is_dateline(r, phrase):
        return None
    if rest >= end or had_perfect:
        return phrase
    if end - rest > 14:
        return None
    following = words[rest]
    if following in COMMAS:
        rest += 1
        if rest >= end:
            return phrase
        following = words[rest]
    if following[0].isalpha():
        w = word(following)
        ok = w.preposition or w.time or w.relative or following in grammar.words("self")
        return phrase if ok else None
    outlet = following == "(" and rest + 1 < end and words[rest + 1].isascii()
    dateline = phrase.parts[0].kind == "government" and (outlet or following in DASHES)
    return phrase if following in "(-–—" and not dateline else None


def _is_dateline(r: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is the place and the agency before the first sentence: «الوادي، لبنان (ABC) نفى الوزير»."""
    words = r.words[phrase.first : phrase.end]
    agency = len(words) > 3 and words[-1] == ")" and words[-3] == "(" and words[-2].isascii()
    return agency and phrase.parts[0].kind == "government"


def topic(r: Reading, first: int, stop: int, known: frozenset[str]) -> Phrase | None:
    """The subject of the sentence's first verb, or the noun phrase that opens the sentence; None if unclear."""
    words = r.words
    i = first
    while i < stop and not words[i][0].isalpha():
        i += 1
    if i >= stop:
        return None
    # An opening adverbial goes up to its comma.
    w = word(words[i])
    if words[i] in grammar.words("negation") and i + 1 < stop and not word(words[i + 1]).function:
        i += 1  # «the union gave no figure, but it said»
    elif w.preposition or w.time or w.function:
        for j in range(i + 1, min(stop, i + 9)):
            if words[j] in COMMAS:
                i = j + 1
                break
        else:
            if words[i] in grammar.words("topic-opener"):
                i += 1
            elif w.preposition:
                i = _behind_adverbial(r, i, stop)
            else:
                return None
    while i < stop and (words[i] in grammar.words("perfect-sign") or words[i] in grammar.words("was")):
        i += 1
    for start in (i, i + 1):
        if start >= stop or not (words[start][0].isalpha() or words[start] in '«"“#'):
            continue
        if word(words[start]).verb and not word(words[start]).nouns:
            continue
        phrase = read_phrase(r, start, stop, known=known)
        if phrase is not None and phrase.parts[0].speaks:
            return phrase
    return None


def set_off(r: Reading, first: int, at: int, known: frozenset[str]) -> Phrase | None:
    """The subject that opens the sentence behind أما, up to the verb at token `at`: «أما النقابة، فقد قالت …»."""
    if first + 1 >= at or r.words[first] not in grammar.words("as-for"):
        return None
    stop = at
    while stop > first + 2 and (r.words[stop - 1] in grammar.words("perfect-sign") or r.words[stop - 1] in COMMAS):
        stop -= 1
    phrase = read_phrase(r, first + 1, stop, bounded=True, known=known)
    return phrase if phrase is not None and phrase.end == stop else None


def _behind_adverbial(r: Reading, i: int, stop: int) -> int:
    """The token behind a short adverbial without a comma: «في المقابل أصدر المكتب بيانا», «من جهته حذر الوزير»."""
    close = r.quote_close.get(i + 1)
    if close is not None:
        return close + 1
    i += 1 if word(r.words[i]).pronoun else 2
    while i < stop and (
        r.words[i] in grammar.words("same") or (word(r.words[i]).article and word(r.words[i]).adjective)
    ):
        i += 1
    return i
