"""Steps of a phrase over its nouns: heads, named bodies, places, adjectives and what is none of them."""

from __future__ import annotations

from isnad.lexicon import actors, geo, grammar, nouns
from isnad.lexicon.affixes import AND, FEMININE, FEMININE_YA, PLURAL_AT, PLURAL_IN, PLURAL_UN, YA, without_article
from isnad.lexicon.everyday import is_everyday
from isnad.names.clauses import is_clause_verb
from isnad.names.persons import after_name, take_name_word
from isnad.names.scan import (
    TITLE_CLASSES,
    Scan,
    is_ordinary,
    is_strange,
    is_verb,
    is_verbal_noun,
    last_before_border,
    name_follows,
    next_word,
)
from isnad.names.words import Word, word
from isnad.text import fold


def take_entity(s: Scan, at_start: bool) -> int:
    """A named body, group or outlet at this place: it heads the phrase or completes its title; behind «وكالة الأنباء
    التركية» it is the agency's own name."""
    agency = s.kind == "media" and s.closed and not s.quoted and fold(s.head) in grammar.words("agency")
    if not (s.open or at_start or agency):
        return 0
    words = s.r.words
    for entry in actors.at(words, s.pos):
        if agency and not s.open and entry.kind != "media":
            continue
        if entry.start != (s.offset if at_start else 0):
            continue
        if entry.needs_head and not ("media" in s.classes or "body" in s.classes):
            continue
        if at_start:
            noun = next((n for n in word(words[s.pos]).nouns if n.start == entry.start), None)
            # An armed group speaks as a body does; its people are many all the same.
            s.kind = "organisation" if entry.kind == "group" else entry.kind
            s.head, s.sure = noun.noun.lemma if noun is not None else "", True
            s.gender = noun.gender if noun is not None else ""
            s.number = "p" if entry.kind == "group" and noun is None else "s"
        s.country = s.country or entry.country
        s.titles.update(without_article(w) for w in words[s.pos : s.pos + len(entry.tokens)])
        s.open, s.closed = False, True
        return len(entry.tokens)
    return 0


def take_state(s: Scan, at_start: bool) -> int:
    """A state with a name of several words: «الولايات المتحدة», «وزير خارجية كوريا الشمالية»."""
    if not (s.open or at_start):
        return 0
    words = s.r.words
    for reading in geo.places(words[s.pos]):
        length = len(reading.tokens)
        fits = reading.start == (s.offset if at_start else 0) and s.pos + length <= s.stop
        if not fits or reading.what not in ("name", "capital"):
            continue
        if tuple(words[s.pos + 1 : s.pos + length]) != reading.tokens[1:]:
            continue
        if at_start:
            s.kind, s.gender, s.sure = "government", reading.gender, True
        s.country = s.country or reading.iso3
        s.titles.update(without_article(w) for w in words[s.pos : s.pos + length])
        s.open, s.closed = False, True
        return length
    return 0


def _reading(s: Scan, w: Word, start: int) -> nouns.NounReading | None:
    """The head noun that the word at the position of the walk is, behind `start` letters of proclitics."""
    if not (start or w.nouns):
        return None
    fitting = [m.reading for m in nouns.at(s.r.words, s.pos) if m.reading.start == start]
    if not fitting:
        return None
    noun = fitting[0]
    many = s.quantified and s.number == "p"
    if many or (noun.number == "d" and w.text.endswith(PLURAL_IN)):
        noun = next((n for n in fitting if n.number == "p"), noun)  # more often many than two
    if noun.noun.is_a("rank") and not noun.definite and _definite_noun(next_word(s)):
        noun = next((n for n in fitting if n.noun.is_a("body")), noun)  # the team, not the general
    if len(fitting) > 1:
        ranked = next((n for n in fitting if {"rank", "honorific"} & set(n.noun.classes)), None)
        if ranked is not None and word(next_word(s) or "\n").given and word(next_word(s)).name >= 0.8:
            noun = ranked  # before a given name it is a rank
    if noun.noun.classes == ("role",):
        # A feminine role that is also a body is a body.
        noun = next((n for n in fitting if n.noun.is_a("body")), noun)
    return noun


def _definite_noun(text: str) -> bool:
    """Whether the word is a noun with the article and no name: «فريق الإنقاذ» against «فريق سالم الحداد»."""
    w = word(text or "\n")
    return w.article and not w.lead and w.name < 0.5


def take_word(s: Scan, w: Word, at_start: bool) -> int:
    """The steps that the word at the position of the walk takes: 1 where it belongs to the phrase, else 0."""
    text = s.r.words[s.pos][s.offset :] if at_start else w.text
    start = s.offset if at_start else 0
    noun = _reading(s, w, start)
    place = w.place("")
    before = s.r.words[s.pos - 1] if not at_start else ""
    if before and s.kind == "document" and w.name >= 0.3 and not w.lead:
        earlier = word(before)
        if earlier.is_a("honorific", earlier.lead) or earlier.is_a("rank", earlier.lead) or earlier.name >= 0.3:
            return 1
    namelike = False
    if (w.name >= 0.5 or w.given) and not (noun and s.open and not at_start):
        onward = w.given and word(next_word(s) or "\n").name >= 0.5
        namelike = (w.name >= 0.5 or (onward and at_start)) and (place is None or w.name > 0.8 or onward)
    if s.named and s.pos == s.name_end:
        return after_name(s, w, noun)
    if s.closed and not at_start and not s.titled and text in grammar.words("branch"):
        s.open, s.closed = True, False  # a branch in apposition goes on with whose it is
        return 1
    of_body = _of_body(s)
    people = text.endswith((PLURAL_IN, PLURAL_UN)) and not namelike
    if s.closed and not at_start and people and word(before).place("") is not None:
        return 0  # after a state, a people is no adjective of it
    body = of_body or (before != "" and word(before).is_a("body"))  # «head of the Democratic Party»
    nouny = body and noun is not None and noun.number == "s" and text.endswith((YA, FEMININE_YA))
    if text in grammar.words("abstract") and s.closed and not at_start and not nouny:
        return int(s.bounded)
    if not at_start and text in grammar.words("time-unit") and next_word(s) in grammar.words("time-qualifier"):
        return 0
    if s.closed and not at_start and w.article and ((w.adjective and (not namelike or of_body)) or nouny):
        s.titles.add(without_article(text))
        s.country = s.country or (place.iso3 if place is not None and not place.weak else None)
        return 1
    if noun is not None and not (at_start and namelike and w.name > 0.8):
        return _take_noun(s, w, noun, at_start)
    if namelike and (at_start or s.titled or s.kind is None or _holder_follows(s)):
        return take_name_word(s)
    if place is not None:
        return _take_place(s, w, at_start)
    return _take_definite(s, text, w, at_start) if w.article else _take_indefinite(s, text, w, noun, at_start)


def _holder_follows(s: Scan) -> bool:
    """Whether the phrase is somebody's office whose own title is read: «مكتب رئيس الوزراء سالم الحداد»."""
    titled = s.closed and not s.named and s.head != "" and fold(s.head) in grammar.words("media-office")
    return titled and any(word(t).is_a("role") or word(t).is_a("honorific") for t in s.titles)


def _of_body(s: Scan) -> bool:
    return s.kind in ("organisation", "group", "anonymous", "media", "document") and not s.titled


def _take_definite(s: Scan, text: str, w: Word, at_start: bool) -> int:
    """A word with the article that no table has as a noun: it closes an open phrase, or is its adjective."""
    if s.open:
        if at_start:
            if text.endswith(PLURAL_UN) and len(text) > 5:
                s.kind, s.sure = "group", True
            s.gender = "f" if text.endswith(FEMININE) else "m"
            s.number = "p" if text.endswith((PLURAL_UN, PLURAL_IN, PLURAL_AT)) else "s"
        s.titles.add(without_article(text))
        s.open, s.closed = False, True
        return 1
    if w.adjective or s.bounded:
        s.titles.add(without_article(text))
        return 1
    return 0


def _take_indefinite(s: Scan, text: str, w: Word, noun: nouns.NounReading | None, at_start: bool) -> int:
    """A word without the article that no table has as a noun: a complement, an adjective, or an unlisted name."""
    if at_start and text.endswith(PLURAL_UN) and len(text) > 4 and not is_verb(text):
        s.kind, s.number, s.gender, s.sure = "group", "p", "m", True  # a nominative plural of people
        s.open, s.described = False, True
        return 1
    if at_start and (not s.bounded or is_verb(text)):
        return 0
    finite = is_verb(text) and not is_verbal_noun(text)
    clause = text in grammar.words("received") or (s.bounded and is_clause_verb(text))
    if s.open and not at_start and (finite or clause):
        return 0
    after_name = not at_start and word(s.r.words[s.pos - 1]).name >= 0.5
    if s.open and _of_body(s) and not s.bounded and w.name < 0.3 and after_name:
        return 0  # a body that is named after a person ends with the name
    if s.described:
        joined = text[0] == AND and word(text[1:]).adjective
        return 1 if w.adjective or joined or (s.bounded and not s.titled) else 0
    if s.open:
        if w.adjective and not at_start:
            s.titles.add(text)
            s.open, s.described = False, True
            return 1
        loose = s.titled and not at_start and not s.bounded and "role" not in s.classes
        if loose and not (last_before_border(s) or name_follows(s, s.pos + 1)):
            return 0
        s.titles.add(text)
        return 1
    return _take_unlisted_name(s, text, w, noun)


def _take_unlisted_name(s: Scan, text: str, w: Word, noun: nouns.NounReading | None) -> int:
    """After a title, a word that is neither noun nor verb nor everyday can only be its bearer's name."""
    unknown = not is_verb(text) and s.number == "s" and not s.named and not text.isascii() and not text[-1].isascii()
    foreign = s.bounded and s.kind != "anonymous" and not is_ordinary(text)
    if s.titled and unknown and (foreign or s.awaited or w.name >= 0.25):
        return take_name_word(s)
    if s.titled and not s.named and name_follows(s, s.pos + 1, reach=1):
        titled = word(next_word(s)).is_a("rank") or word(next_word(s)).is_a("honorific")
        plain = noun is not None or titled or is_everyday(text)
        return take_name_word(s) if unknown and not plain else 1
    if s.titled and unknown and is_strange(text) and (is_strange(next_word(s)) or last_before_border(s)):
        return take_name_word(s)
    return 0


def _take_noun(s: Scan, w: Word, noun: nouns.NounReading, at_start: bool) -> int:
    classes = noun.noun.classes
    if not s.head and not s.named and (at_start or s.quantified):
        s.head = noun.noun.lemma
        s.kind = s.kind or noun.noun.kind
        s.sure = noun.noun.kind is not None
        one = s.quantified and s.number == "s"  # one of many, or the first among them
        if not one:
            s.number, s.gender = noun.number, noun.gender
        s.article = noun.definite and not (one and s.kind == "anonymous")
        s.classify(classes)
    elif s.open and not s.titled and not noun.definite and not noun.suffix and w.text.endswith((YA, FEMININE_YA)):
        # An adjective that is also a noun of people.
        s.open, s.described = False, True
        s.titles.add(w.text)
        return 1
    elif s.open:
        if TITLE_CLASSES.intersection(classes) and not s.titled and "body" not in s.classes:
            s.classify((*s.classes, *classes))
    elif s.described and s.kind == "anonymous" and not noun.definite and noun.number == s.number:
        return int(w.is_a("anonymous"))  # «a security source in charge»
    else:
        title = bool(TITLE_CLASSES.intersection(classes))
        rank = "rank" in classes or "honorific" in classes
        ranked = rank and name_follows(s, s.pos + 1, reach=1) and _holder_follows(s)
        if not title or not (s.titled or ranked) or noun.number != "s" or noun.suffix:
            onward = s.titled and not s.named and name_follows(s, s.pos + 1)
            return 1 if onward or (s.bounded and w.article) else 0
        if not (rank or s.bounded or noun.definite or name_follows(s, s.pos + 1)):
            return 0
        s.classify(s.classes if ranked else (*s.classes, *classes))
    s.titles.add(noun.noun.lemma if noun.suffix else without_article(w.text))
    s.open, s.closed = not noun.definite, noun.definite
    if "rank" in classes or "honorific" in classes:
        s.open, s.closed = not noun.definite, True
    return 1


def _take_place(s: Scan, w: Word, at_start: bool) -> int:
    place = w.place("")
    if place is None:
        return 0
    s.country = s.country or (place.iso3 if not place.weak else None)
    if at_start:
        if place.what == "nisba" and not w.article:
            return 0
        if place.what == "nisba" and place.number != "s":
            s.kind, s.number = "group", "p"
        else:
            s.kind = "government"
        s.gender, s.sure = place.gender, True
        s.titles.add(without_article(w.text))
        s.open, s.closed = False, True
        return 1
    if place.what == "nisba":
        if w.article and s.open and not s.closed:
            s.open, s.closed = False, True
        elif not w.article:
            if s.closed:
                # «the colonel in the army Kobi Marom»: no adjective agrees here, so that it can only be a name.
                foreign = s.bounded and s.titled and s.number == "s" and not s.named and is_strange(next_word(s))
                return take_name_word(s) if foreign else 0
            s.open, s.described = False, True
        s.titles.add(without_article(w.text))
        return 1
    if s.open:
        s.titles.add(without_article(w.text))
        s.open, s.closed = False, True
        return 1
    return 1 if s.bounded and not s.named else 0
