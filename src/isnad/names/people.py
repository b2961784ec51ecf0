"""All names of a document, read before any claim is attributed: a headline may name somebody whom only the last
paragraph names in full.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from isnad.lexicon import grammar, nouns, people
from isnad.lexicon.affixes import ARTICLE
from isnad.names.parts import Part, Phrase
from isnad.names.phrases import read_phrase
from isnad.names.scan import is_strange
from isnad.names.words import word
from isnad.text import Reading, fold
from isnad.text.signs import COMMAS

HEAD_CLASSES = frozenset({"role", "rank", "honorific"})
_BODY_CLASSES = frozenset({"body", "media", "document"})
_MOST_NAMES = 150  # of people, and of bodies: a text with more is a list and no article
_BODIES = frozenset({"organisation", "media", "document"})
ANNOUNCED = _BODIES | {"anonymous", "group"}


class People(NamedTuple):
    """The people named in a document: each full name as folded words with its raw text, titles, country and first
    token; `known` the words of their names; `bodies` the bodies, media and sources named by more than a head noun."""

    names: dict[tuple[str, ...], tuple[str, frozenset[str], str | None, int]]
    known: frozenset[str]
    bodies: tuple[Part, ...]


def read_people(r: Reading, ranges: list[tuple[int, int]]) -> People:
    """All names of two words or more in the token ranges, with the titles beside them.

    A name counts where a title introduces it or where its first word is a given name.
    """
    names: dict[tuple[str, ...], tuple[str, frozenset[str], str | None, int]] = {}
    bodies: list[Part] = []
    for first, stop in ranges:
        behind = inside = first
        for i in [n for n in range(first, stop) if _opening(r.words[n])]:
            opens = _opening(r.words[i])
            # Inside a phrase without a name only a rank or a given name may begin one.
            if i < behind or (opens in ("title", "body") and i < inside):
                continue
            w = word(r.words[i])
            if opens == "given" and w.name < 0.6 and not (i + 1 < stop and people.is_particle(r.words[i + 1])):
                continue
            lead = w.lead if w.noun(w.lead) is not None else ""
            phrase = _phrase(r, i, stop, lead)
            if phrase is None:
                continue
            for part in phrase.parts:
                if part.name is not None and part.name[1] - part.name[0] >= 2:
                    words, raw = name_of(r, part.name)
                    old = names.get(words)
                    titles = part.titles | (old[1] if old else frozenset())
                    names[words] = (raw, titles, (old[2] if old else None) or part.country, old[3] if old else i)
                elif i >= inside and part.head and part.kind in ANNOUNCED and part.end - part.first >= 2:
                    bodies.append(part)
            inside = max(inside, phrase.end)
            behind = phrase.end if phrase.parts[-1].name is not None else i
    kept = [words for words in names if len(words) >= 2][:_MOST_NAMES]
    names = {words: names[words] for words in kept}
    bodies = bodies[:_MOST_NAMES]
    return People(names, _known(names), tuple(bodies))


def _known(names: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The words of these names that name their bearer by themselves, and all pairs of words that follow each other."""
    single = frozenset(
        w for words in names for w in words
        if len(w) > 2 and not people.is_particle(w) and w not in grammar.words("no-name")
        and (not word(w).nouns or people.name_score(w) >= 0.4 or (w == words[-1] and w.startswith(ARTICLE)))
    )  # fmt: skip
    return single | frozenset(f"{a} {b}" for words in names for a, b in itertools.pairwise(words))


def _phrase(r: Reading, first: int, stop: int, lead: str) -> Phrase | None:
    """The phrase at a token. A title that follows «الوزير سالم الحداد» without a comma is somebody else's («هنأ الوزير
    سالم الحداد الرئيس»); behind a name without an office it is the bearer's («الدكتور سالم الحداد وزير النقل»)."""
    phrase = read_phrase(r, first, stop, lead=lead)
    last = phrase.parts[-1] if phrase is not None else None
    if last is None or last.name is None or last.end == last.name[1] or r.words[last.name[1]] in COMMAS:
        return phrase
    office = any(n.noun.is_a("role") for n in nouns.find(fold(last.head)))
    return read_phrase(r, first, last.name[1], lead=lead) if office else phrase


@lru_cache(maxsize=65536)
def _opening(text: str) -> Literal["title", "rank", "body", "given", ""]:
    """What a phrase that this folded token opens may name: an office and its holder, a body or source, a person."""
    if not text[0].isalpha() or (len(text) < 3 and not people.is_particle(text)):
        return ""
    classes = {c for n in word(text).nouns for c in n.noun.classes}
    if classes & {"rank", "honorific"} or text in grammar.words("name-compound"):
        return "rank"
    if classes & HEAD_CLASSES:
        return "rank" if word(text).article else "title"
    if people.is_given(text):
        return "given"
    sources = any(n.noun.kind in ("anonymous", "group") for n in word(text).nouns)
    return "body" if sources or classes & _BODY_CLASSES else ""


def with_speakers(r: Reading, people: People, speakers: list[Phrase]) -> People:
    """The people with the names of speakers that only their verbs showed to be names («قالت ليز ثروسيل إن»)."""
    names = dict(people.names)
    for phrase in speakers:
        for part in phrase.parts:
            if part.name is not None and part.kind == "person":
                words, raw = name_of(r, part.name)
                if len(words) >= 2 and words not in names:
                    names[words] = (raw, part.titles, part.country, part.first)
    fresh = [words for words in names if words not in people.names]
    return people._replace(names=names, known=people.known | _known(fresh))


def unlisted_person(r: Reading, part: Part) -> Part:
    """A speaker of whom no table has a word is somebody with a foreign name: «قال جيرفيسكي إن …»."""
    words = r.words[part.first : part.end]
    unknown = part.kind == "organisation" and not part.head and part.name is None and not part.offset
    if not unknown or part.speaks or not all(is_strange(w) for w in words):
        return part
    return part._replace(kind="person", name=(part.first, part.end), definite=True, speaks=True)


def name_of(r: Reading, place: tuple[int, int]) -> tuple[tuple[str, ...], str]:
    """The folded words of a name and its raw text without quotation marks and brackets."""
    first, end = place
    kept = [i for i in range(first, end) if r.words[i][0].isalpha()]
    cut = end
    for i in range(first, end):
        if r.words[i] == "(" or r.words[i] in COMMAS:
            cut = i
            break
    kept = [i for i in kept if i < cut]
    if not kept:
        return (), ""
    return tuple(r.words[i] for i in kept), plain(spaced(r, kept[0], kept[-1] + 1))


def spaced(r: Reading, first: int, end: int) -> str:
    """The raw text of the tokens, with the spaces that the text has lost between two words («حزب اللهفي»)."""
    cuts = [i for i in range(first + 1, end) if r.glued(i) and r.words[i][0].isalpha() and r.words[i - 1][0].isalpha()]
    return " ".join(r.text(a, b) for a, b in itertools.pairwise([first, *cuts, end]))


def plain(text: str) -> str:
    """A name as people write it: no hash signs, and spaces for the low lines of a hash tag."""
    return text.replace("#", "").replace("_", " ")
