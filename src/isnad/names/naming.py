"""What a phrase calls whom it names: the words of the name itself, without proclitics and apposition.

«لصحيفة "الضفة" الصادرة في الوادي» calls a paper «الضفة»; «وكالة السهل للأنباء (سهلنا)» has a short name in brackets.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.lexicon import actors, grammar
from isnad.lexicon.affixes import ARTICLE, FOR_THE
from isnad.names.members import bare as bare_words
from isnad.names.offices import head_words
from isnad.names.parts import Part
from isnad.names.people import plain, spaced
from isnad.names.words import word
from isnad.text import Reading, fold
from isnad.text.signs import COMMAS

_NATIONAL = 3  # words of «Lebanese news media»
_QUOTES = '«»"“” '


class Called(NamedTuple):
    """The name in a phrase: its folded words, the same without the article, the short names beside it, whether the
    phrase says no more than its head noun («الوزارة», «الوزارة نفسها»), and the id that the lexicon gives to whom the
    whole name stands for, "" for none."""

    words: tuple[str, ...]
    bare: tuple[str, ...]
    aliases: frozenset[tuple[str, ...]]
    head_only: bool
    entry: str


def called(r: Reading, part: Part) -> Called:
    """What the phrase `part` calls whom it names; «تلك المصادر» says «المصادر»."""
    part = _without_demonstrative(r, part)
    if state := _state(r, part):
        words = fold(state).split()
        return Called(tuple(words), bare_words(tuple(words)), frozenset(), False, "")
    first, end = _borders(r, part)
    words = [w for w in r.words[first:end] if w[0].isalnum()]
    if words and first == part.first:
        words[0] = words[0][part.offset :]
    bare = bare_words(tuple(words))
    numerals = grammar.words("numeral")
    head_only = first == part.first and part.head != "" and bool(words) and all(w in numerals for w in bare[1:])
    entry = _entry(r, first, end)
    if fold(part.head) in grammar.words("the-media") and part.country and len(words) <= _NATIONAL:
        entry = f"media of {part.country}"  # «Lebanese news» and «Lebanese news media» are one
    return Called(tuple(words), bare, aliases(r, part) - {tuple(words), ()}, head_only, entry)


def written(r: Reading, part: Part) -> str:
    """The name in a phrase as the text writes it; of a state's adjective alone («مزاعم أميركية») the state's."""
    part = _without_demonstrative(r, part)
    return _state(r, part) or _text(r, part, *_borders(r, part))


def _state(r: Reading, part: Part) -> str:
    """The name of the state whose adjective is the whole part («مزاعم أميركية»); "" for other parts."""
    place = word(r.words[part.first]).place("") if part.end - part.first == 1 and part.kind == "government" else None
    return place.country.name if place is not None and place.what == "nisba" and place.iso3 else ""


def _without_demonstrative(r: Reading, part: Part) -> Part:
    """The part without a word that only points: «تلك المصادر», «ذات المصدر»."""
    opening = r.words[part.first][part.offset :]
    points = opening in grammar.words("demonstrative") or opening in grammar.words("same-before")
    return part._replace(first=part.first + 1, offset=0) if points and part.end - part.first > 1 else part


def _borders(r: Reading, part: Part) -> tuple[int, int]:
    """The tokens of the name: what is in quotation marks of an outlet's name, and of the name of a body whose head noun
    only describes it («مجموعة "أهل الوادي"»); else up to an apposition."""
    first, end = part.first, part.end
    stops = grammar.words("same")
    if part.kind != "anonymous":
        stops = _appositions()
    for i in range(part.first + 1, part.end):
        text = r.words[i]
        if text == "(" and part.kind == "media" and i + 2 < part.end and r.words[i + 2] == ")":
            end = i + 3
            break
        placed = text in grammar.words("in") and r.words[i - 1] in _QUOTES  # «the movement "Al-Wadi" in Lebanon»
        clause = text in grammar.words("who") or text in grammar.words("received")
        if text in COMMAS or text in ("(", "-", "–") or text in stops or clause or placed:
            end = i
            break
    described = part.kind == "organisation" and fold(part.head) in grammar.words("quoted-body")
    if (part.kind != "media" and not described) or head_words(part):
        return first, end
    agency = fold(part.head) in grammar.words("agency")
    for i in range(first, min(end, first + 3)):
        close = r.quote_close.get(i)
        if close is not None and close <= end:
            adjectives = all(w.startswith(ARTICLE) for w in r.words[close + 1 : end])  # «the Lebanese agency "Sahluna"»
            return (i + 1, close) if adjectives or not agency else (first, end)
    if part.kind == "media" and part.head and part.number == "s":
        for entry in actors.at(r.words, first + 1):
            stop = first + 1 + len(entry.tokens)
            # «the Lebanese newspaper Al-Diffa», but «the agency Sahluna for news» is a name as a whole
            rest = r.words[stop:end]
            if entry.kind == "media" and stop <= end and all(w.startswith(ARTICLE) and not agency for w in rest):
                return first + 1, stop
    return first, end


@cache
def _appositions() -> frozenset[str]:
    return grammar.words("same") | grammar.words("passing") | grammar.words("affiliation") | grammar.words("branch")


def _text(r: Reading, part: Part, first: int, end: int) -> str:
    """The raw words of the name, with the article that a preposition has swallowed («للوزارة» is «الوزارة»)."""
    if first >= end:
        return spaced(r, part.first, part.end)
    raw = spaced(r, first, end)
    if first == part.first and part.offset:
        opening = r.view.span(r.starts[first] + part.offset, r.ends[first]).start
        raw = raw[opening - r.span(first, first + 1)[0] :]
        raw = ARTICLE + raw if r.words[first].startswith(FOR_THE) and part.offset == len(FOR_THE) else raw
    raw = plain(raw)
    bare = raw.strip(_QUOTES)
    return raw if any(sign in bare for sign in _QUOTES.strip()) else bare


def aliases(r: Reading, part: Part) -> frozenset[tuple[str, ...]]:
    """Short names inside the phrase, in brackets or quotation marks: «وكالة الأنباء الرسمية (سانا)»."""
    words = r.words
    result = set()
    for i in range(part.first, part.end):
        if words[i] == "(" or i in r.quote_close:
            stop = next((j for j in range(i + 1, part.end) if words[j] in ')»”"'), part.end)
            result.add(tuple(w for w in words[i + 1 : stop] if w[0].isalnum()))
    return frozenset(result)


def _entry(r: Reading, first: int, end: int) -> str:
    """The lexicon's id of the name, where nothing but an adjective of rank stands beside it («… الرسمية»)."""
    many = word(r.words[first]).noun("")
    # «operations of the resistance» is not «the resistance».
    for at in (first,) if many is not None and many.number != "s" else (first, first + 1):
        for entry in actors.at(r.words, at) if at < end else ():
            rest = r.words[at + len(entry.tokens) : end]
            if at + len(entry.tokens) <= end and all(w in grammar.words("adjective") for w in rest):
                return entry.id
    return ""
