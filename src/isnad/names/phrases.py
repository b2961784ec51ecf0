"""Noun phrases that can name a speaker: «رئيس أركان القوات المسلحة الإيرانية، اللواء محمد حسين باقري».

The reader walks from the head to the right and stops where Arabic grammar closes the phrase: a definite noun
after a definite phrase is no part of it (it is the verb's object), an indefinite noun takes a complement or an
adjective, a title may be followed by a name and a name by a title. Where the caller knows the place at which the
phrase must have ended (the complementizer أن), the phrase is *bounded* and doubtful words belong to it.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.lexicon import actors, cues, grammar, nouns, people
from isnad.lexicon.clitics import SUFFIXES
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import Word, word
from isnad.records import Kind
from isnad.text import Reading

_TITLE_CLASSES = frozenset({"role", "rank", "honorific"})
_COMMAS = frozenset("،,")
_LONGEST_QUOTED_NAME = 6
_LONGEST_PHRASE = 48


class Part(NamedTuple):
    """One speaker of a phrase. Positions are token indices, half-open; `offset` code points of the first token
    are proclitics outside the phrase. `name` is the range of the proper name of a person; `titles` are the folded
    words of its offices without the article; `head` is the lemma of its head noun, "" for a bare name; `speaks` says
    that its head is known to be somebody who can speak: a person, a body, a state, a medium, a document."""

    first: int
    end: int
    offset: int
    kind: Kind
    name: tuple[int, int] | None
    head: str
    titles: frozenset[str]
    country: str | None
    number: str
    gender: str
    definite: bool
    speaks: bool


class Phrase(NamedTuple):
    """A speaker phrase: all its tokens, and the speakers that it joins with و."""

    first: int
    end: int
    offset: int
    parts: tuple[Part, ...]


class _Scan:
    """The state of one walk: what the phrase has so far and what it can still take."""

    __slots__ = ("article", "bounded", "classes", "awaited", "closed", "country", "described", "first", "gender", "head", "kind", "known", "name_end",
                 "name_start", "number", "offset", "open", "pos", "quantified", "quoted", "r", "sure", "stop", "strict", "titles")  # fmt: skip

    def __init__(self, r: Reading, first: int, stop: int, offset: int, bounded: bool, known: frozenset[str]) -> None:
        self.r = r
        self.first = self.pos = first
        self.stop = stop
        self.offset = offset
        self.bounded = bounded
        self.known = known
        self.open = True  # an indefinite noun waits for its complement (or nothing was read yet)
        self.closed = False  # the phrase is definite and complete
        self.name_start = self.name_end = -1
        self.head = ""
        self.kind: Kind | None = None
        self.classes: tuple[str, ...] = ()
        self.country: str | None = None
        self.number = "s"
        self.gender = ""
        self.titles: set[str] = set()
        self.described = False  # an indefinite noun has an adjective: no complement can follow
        self.awaited = False  # a comma after a title announced a name
        self.article = self.quoted = self.quantified = False
        self.strict = False
        self.sure = False  # the head is a known speaker

    @property
    def titled(self) -> bool:
        return bool(_TITLE_CLASSES.intersection(self.classes)) or bool({"human", "anonymous"} & set(self.classes))

    @property
    def named(self) -> bool:
        return self.name_start >= 0


def read_phrase(
    r: Reading,
    first: int,
    stop: int,
    *,
    lead: str = "",
    bounded: bool = False,
    strict: bool = False,
    known: frozenset[str] = frozenset(),
) -> Phrase | None:
    """The speaker phrase that begins at token `first` and ends before token `stop`, or None.

    `strict` says that the verb's object may follow at once, so that a title after a name is no part of the phrase.
    `lead` is the proclitic that stands before the phrase in its first token («ل» after وفقا); `known` are folded
    words of people's names that the document has elsewhere.
    """
    stop = min(stop, first + _LONGEST_PHRASE)
    parts: list[Part] = []
    position, offset = first, len(lead)
    while position < stop:
        part = _read_part(r, position, stop, offset, bounded, strict, known)
        if part is None:
            break
        parts.append(part)
        position = part.end
        if position >= stop or not _joins(r, position, parts[-1], known):
            break
        offset = 1
    if not parts:
        return None
    return Phrase(first, parts[-1].end, len(lead), _one_person(parts))


def _one_person(parts: list[Part]) -> tuple[Part, ...]:
    """«وزير الخارجية ونائب الرئيس سالم الحداد» is one man with two offices."""
    result = [parts[0]]
    for part in parts[1:]:
        last = result[-1]
        if last.name is None and last.definite and last.kind in ("person", "office") and part.head and part.name:
            result[-1] = part._replace(
                first=last.first, offset=last.offset, titles=last.titles | part.titles,
                country=last.country or part.country,
            )  # fmt: skip
        elif last.name is not None and last.end > last.name[1] and part.name is None and part.kind == "office":
            result[-1] = last._replace(end=part.end, titles=last.titles | part.titles)
        else:
            result.append(part)
    return tuple(result)


def _joins(r: Reading, at: int, last: Part, known: frozenset[str]) -> bool:
    """Whether token `at` joins another speaker to the phrase with a و written onto it."""
    text = r.words[at]
    if len(text) < 3 or text[0] != "و" or people.name_score(text) >= 0.5:
        return False
    found = word(text)
    if found.function or found.time:
        return False
    noun = found.noun("و")
    if noun is not None and not noun.suffix:
        return noun.noun.kind is not None and (not _is_verb(text) or noun.definite)
    place = found.place("و")
    if place is not None:
        return last.kind == "government" and place.what in ("name", "capital", "metonym")
    if any(e.start == 1 for e in actors.at(r.words, at)):
        return True
    rest = text[1:]
    return last.name is not None and not _is_verb(text) and (people.is_given(rest) or rest in known)


def _is_verb(text: str) -> bool:
    """Whether the token is a reporting verb, or begins as an imperfect does and is no known noun or name."""
    w = word(text)
    imperfect = text[0] == "ي" and len(text) > 3 and not (w.nouns or w.geo or w.name >= 0.3 or w.adjective)
    return w.verb or imperfect and not people.is_given(text)


def _is_verbal_noun(text: str) -> bool:
    return any(x.form.tense in ("masdar", "noun") for x in cues.find(text))


def _read_part(
    r: Reading, first: int, stop: int, offset: int, bounded: bool, strict: bool, known: frozenset[str]
) -> Part | None:
    scan = _Scan(r, first, stop, offset, bounded, known)
    scan.strict = strict
    while scan.pos < stop:
        step = _step(scan) or _on_to_name(scan)
        if step <= 0:
            break
        scan.pos += step
    return _finish(scan)


def _on_to_name(s: _Scan) -> int:
    """Where a bounded title would stop although a rank or a name is still to come, the words on the way to it:
    «المتحدث بمديرية الدفاع المدني بمنطقة الوادي العقيد سالم الحداد»."""
    if not (s.bounded and s.titled and s.number == "s") or s.named or s.pos == s.first:
        return 0
    for i in range(s.pos, min(s.stop, s.pos + 7)):
        text = s.r.words[i]
        if not text[0].isalpha():
            return 0
        w = word(text)
        following = word(s.r.words[i + 1]) if i + 1 < s.stop else None
        ranked = w.article and not w.lead and (w.is_a("rank") or w.is_a("honorific"))
        named = people.is_given(text) and w.name >= 0.8
        if i > s.pos and (ranked or named) and following is not None and not (ranked and following.article):
            if following.name >= 0.3 or _is_strange(following.text):
                s.open, s.closed = False, True
                return i - s.pos
        if w.clause or w.relative or w.time or w.pronoun or w.verb and not w.nouns:
            return 0
    return 0


def _step(s: _Scan) -> int:
    """How many tokens the phrase takes at its position: 0 where it ends."""
    text = s.r.words[s.pos]
    if not text[0].isalpha():
        return _sign(s, text)
    at_start = s.pos == s.first
    text = text[s.offset :] if at_start else text
    w = word(text)
    if at_start and s.offset == 2 and not w.article:  # «للوزير»: the article is written into the lam
        w = word("ال" + text)
    accusative = text.endswith("ا") and (_is_circumstance(w) or "\u064b" in s.r.text(s.pos, s.pos + 1))
    if at_start and (len(text) < 2 or accusative):
        return 0
    entity = _entity(s, at_start)
    if entity:
        return entity
    if _opens_foreign_name(s, w):
        return _name_word(s)
    if text in s.known and not (w.nouns and s.open and not at_start):
        return _name_word(s)
    if not at_start and (text in grammar.words("same") or "rank" in s.classes and text in grammar.words("rank-qualifier")):
        return 1
    if not at_start and text[0] == "ل" and any(e.kind == "media" and e.start == 1 for e in actors.at(s.r.words, s.pos)):
        return 0
    if text in grammar.words("title-link") and s.titled and not s.named:
        s.open, s.closed = True, False
        return 1
    if text in grammar.words("title-link-pronoun") and s.titled and not s.named:
        s.open, s.closed = False, True
        return 1
    if at_start and text in grammar.words("name-compound") and s.pos + 1 < s.stop:
        return _name_word(s)
    if not at_start and not s.named and _given_after_rank(s, w):
        return _name_word(s)
    if w.function:
        return _preposition(s, text) if w.preposition and not at_start else 0
    if w.time and not (s.named or w.name >= 0.5):
        return 0
    if not at_start and text.endswith("ا") and any(x.form.tense == "participle" for x in cues.find(text)):
        return 0  # «قال الوزير متعجبا»: how he speaks
    if at_start and text in grammar.words("quantifier"):
        s.number = "s" if text in grammar.words("one-of") else "p"
        s.kind = "anonymous" if text in grammar.words("one-of") else None
        s.quantified = True
        return 1
    if w.lead and not at_start:
        foreign = s.named and s.pos == s.name_end == s.name_start + 1 and w.noun(w.lead) is None
        if foreign and text.startswith("بال") and not is_everyday(text[1:]) and not is_everyday(text[3:]):
            s.name_end = s.pos + 1  # «بالادينو» only looks like ب and the article
            return 1
        return _clitic(s, w)
    if not at_start and s.closed and _opens_affiliation(s, text):
        s.open, s.closed = True, False
        return 1
    return _content(s, w, at_start)


def _opens_affiliation(s: _Scan, text: str) -> bool:
    """Whether a preposition on a common noun leads from a title to its bearer: «المتحدث لصحة المدينة سالم الحداد»."""
    if text[0] not in "بل" or s.named or not (s.titled and s.number == "s") or not is_everyday(text[1:]):
        return False
    return not is_everyday(text) and _name_follows(s, s.pos + 1)


def _is_circumstance(w: Word) -> bool:
    """Whether the word says how something is done: «مستشهدا بالأبيات», «متعجبا»."""
    if not (w.text.endswith("ا") and w.text.startswith("م")) or w.nouns or w.geo or w.name >= 0.5:
        return False
    return len(w.text) > 4 and not people.is_given(w.text)


def _opens_foreign_name(s: _Scan, w: Word) -> bool:
    """Whether a word that folds to «الآن» or «أن» is the name «آلان», «آن»: its long alef and what follows tell."""
    if not (w.time or w.function) or s.named or not s.r.lights[s.pos].startswith("آ"):
        return False
    following = word(_following(s) or "\n")
    return following.name >= 0.5 or _is_strange(following.text)


def _sign(s: _Scan, text: str) -> int:
    words = s.r.words
    if text == "(":
        for close in range(s.pos + 1, min(s.stop, s.pos + 9)):
            if words[close] == ")":
                return close + 1 - s.pos
        return 0
    close = s.r.quote_close.get(s.pos)
    if close is not None:
        inside = words[s.pos + 1 : close]
        if not inside or len(inside) > _LONGEST_QUOTED_NAME or close >= s.stop:
            return 0
        s.quoted = True
        # «"جيش" الاحتلال»: a noun that the outlet keeps at a distance waits for its complement all the same.
        waits = len(inside) == 1 and not word(inside[0]).article and any(n.start == 0 for n in word(inside[0]).nouns)
        s.open, s.closed = waits and s.open, not (waits and s.open)
        if waits and not s.head:
            noun = word(inside[0]).noun("")
            if noun is not None:
                s.head, s.kind, s.sure = noun.noun.lemma, noun.noun.kind, noun.noun.kind is not None
                s.number, s.gender, s.classes = noun.number, noun.gender, noun.noun.classes
        if not s.head and s.kind is None:
            entry = next((e for e in actors.at(words, s.pos + 1) if len(e.tokens) <= len(inside)), None)
            if entry is not None:
                s.kind, s.country, s.sure = entry.kind, entry.country, True
        if s.pos == s.first or (s.titled and not s.named):
            if all(w in s.known or people.name_score(w) >= 0.5 for w in inside):
                s.name_start, s.name_end = s.pos + 1, close
        return close + 1 - s.pos
    if s.named and s.pos == s.name_end and text in "_-" and s.r.glued(s.pos) and s.r.glued(s.pos + 1):
        s.name_end = s.pos + 1  # «#سالم_الحداد», «كيم جونغ-أون»
        return 1
    if s.named and s.pos == s.name_end and text == "#":
        s.name_end = s.pos + 1
        return 1
    if text in ("#", "_"):
        goes_on = s.open or s.pos == s.first or text == "_" or s.titled and not s.named
        return 1 if goes_on or words[s.pos - 1] == "#" else 0
    if text == "." and s.pos > s.first and len(words[s.pos - 1]) == 1 and words[s.pos - 1].isalpha():
        return 1
    if text in _COMMAS and s.pos > s.first:
        return _apposition(s)
    if text[0].isdigit() and s.pos == s.first and s.pos + 1 < s.stop and not s.offset:
        counted = word(words[s.pos + 1]).noun("")
        s.quantified = counted is not None and counted.number != "s" and counted.noun.human
        return int(s.quantified)
    if text[0].isdigit() and s.pos > s.first and ("media" in s.classes or s.bounded and not s.named):
        return 1
    return 0


def _apposition(s: _Scan) -> int:
    """A comma inside the phrase: «وزير الدفاع، اللواء سالم الحداد،» or «سالم الحداد، وزير الدفاع،»."""
    if s.pos + 1 >= s.stop:
        return 0
    text = s.r.words[s.pos + 1]
    if not text[0].isalpha():
        return 0
    w = word(text)
    noun = w.noun("") if not w.lead else None
    if s.named:
        titled = noun is not None and noun.noun.kind in ("person", "anonymous") and noun.number == "s"
        if titled or text in grammar.words("member"):
            s.open, s.closed = True, False
            return 1
    if not s.titled or s.named:
        return _aside(s, w)
    if w.function or w.time or w.lead:
        return 0
    if s.titled and (s.closed or not s.open) and s.number == "s":
        if text in s.known or w.name >= 0.4 or (noun is not None and {"rank", "honorific"} & set(noun.noun.classes)):
            s.open, s.closed = False, True
            return 1
        if not noun and not w.geo and not w.adjective and not _is_verb(text) and not w.article:
            # A name that no list has: a comma must close it.
            for close in range(s.pos + 2, min(s.stop, s.pos + 6)):
                if s.r.words[close] in _COMMAS:
                    s.awaited = True
                    return 1
            s.awaited = s.bounded and s.stop - s.pos <= 5
            return int(s.awaited)
    return 0


def _aside(s: _Scan, w: Word) -> int:
    """The tokens of an aside between two commas: «، الجناح العسكري للحزب،», «، التي ترأس الاتحاد،»."""
    opens = w.relative or (w.article and not w.lead and w.text not in s.known and w.name < 0.5)
    if not opens and w.text not in grammar.words("seat"):
        return 0
    for close in range(s.pos + 2, min(s.stop + 1, s.pos + 18, len(s.r.words))):
        if s.r.words[close] in _COMMAS or close == s.stop and s.bounded:
            return close - s.pos
        if s.r.words[close] in '.؟!:"':
            return 0
    return 0


def _entity(s: _Scan, at_start: bool) -> int:
    """A named body, group or outlet at this place: it heads the phrase or completes its title."""
    if not (s.open or at_start):
        return 0
    words = s.r.words
    for entry in actors.at(words, s.pos):
        if entry.start != (s.offset if at_start else 0):
            continue
        if entry.needs_head and not ("media" in s.classes or "body" in s.classes):
            continue
        if at_start:
            noun = next((n for n in word(words[s.pos]).nouns if n.start == entry.start), None)
            s.kind, s.head, s.sure = entry.kind, noun.noun.lemma if noun is not None else "", True
            s.number = "p" if entry.kind == "group" else "s"
        s.country = s.country or entry.country
        s.titles.update(w.removeprefix("ال") for w in words[s.pos : s.pos + len(entry.tokens)])
        s.open, s.closed = False, True
        return len(entry.tokens)
    return 0


def _preposition(s: _Scan, text: str) -> int:
    """A preposition belongs to an office, a source or a body without a name yet: «مصدر في الشرطة»."""
    if s.named or text not in grammar.words("inner-preposition") or s.pos + 1 >= s.stop:
        return 0
    if text in grammar.words("name-of"):
        s.open, s.closed = True, False
        return 1
    following = s.r.words[s.pos + 1]
    if not following[0].isalpha():
        outlet = s.titled and text in grammar.words("in") and s.r.quote_close.get(s.pos + 1) is not None
        s.open, s.closed = s.open or outlet, s.closed and not outlet
        return int(outlet)
    w = word(following)
    if w.time or w.function or w.is_a("occasion"):
        return 0
    human = s.titled or "group" in s.classes or s.kind == "anonymous"
    inside = text in grammar.words("in") and (bool(w.geo) or w.is_a("body"))
    common = not s.quoted and not actors.at(s.r.words, s.first)
    if inside and s.kind in ("organisation", "anonymous", "group") and not s.titled and common:
        s.open, s.closed = True, False
        return 1
    if inside and s.titled and _name_follows(s, s.pos + 2):
        s.open, s.closed = True, False
        return 1
    if text in grammar.words("topic-preposition") and not s.titled:
        return 0
    if text in grammar.words("about") and not s.titles & grammar.words("about-head"):
        return 0
    if not human and not (s.bounded and text not in grammar.words("in")):
        return 0
    if not s.bounded and text not in grammar.words("place-preposition"):
        return 0
    if s.closed and text in grammar.words("in") and w.geo and not s.bounded:
        return 0
    if text in grammar.words("from") and s.closed and not s.bounded and not (s.titled and _name_follows(s, s.pos + 1)):
        return 0
    s.open, s.closed = True, False
    return 1


def _is_strange(text: str) -> bool:
    """Whether the token is no word of the language as far as the tables know: so is a foreign name."""
    if len(text) < 3 or not text[0].isalpha():
        return False
    w = word(text)
    plain = w.function or w.time or w.article or w.lead or w.nouns or w.geo or w.verb
    return not plain and not _is_ordinary(text)


def _is_ordinary(text: str) -> bool:
    """Whether the token is an everyday word, perhaps with a pronoun or a proclitic written onto it."""
    stems = [text, *_without_pronoun(text)] + ([text[1:]] if text[0] in "وفبلك" else [])
    return any(is_everyday(stem) for stem in stems)


def _without_pronoun(text: str) -> list[str]:
    """The token without a pronoun that may be written onto it: «عزمهما» is عزم."""
    ends = (suffix for suffix in SUFFIXES if text.endswith(suffix) and len(text) > len(suffix) + 2)
    return [text[: -len(suffix)] for suffix in ends]


def _following(s: _Scan) -> str:
    return s.r.words[s.pos + 1] if s.pos + 1 < s.stop else ""


def _is_surname(words: list[str], at: int, stop: int) -> bool:
    if at >= stop or not words[at][0].isalpha():
        return False
    w = word(words[at])
    return w.article and not w.lead and w.name >= 0.3


def _given_after_rank(s: _Scan, w: Word) -> bool:
    """Whether a word that is no name by itself is one here: «النائب حاكم الزاملي», «الشيخ مالك الشعار»."""
    if w.article or w.lead or not s.titled or s.number != "s":
        return False
    at = s.pos - 1
    while at > s.first and s.r.words[at] in grammar.words("rank-qualifier"):
        at -= 1
    before = word(s.r.words[at])
    if not (before.article and any(_TITLE_CLASSES.intersection(n.noun.classes) for n in before.nouns)):
        return False
    following = word(_following(s) or "\n")
    surname = following.article and (following.name >= 0.3 or not following.nouns and not is_everyday(following.text))
    return surname or people.is_given(w.text) and following.article and not following.nouns


def _name_follows(s: _Scan, at: int, reach: int = 9) -> bool:
    """Whether the title goes on to a person's name: a given name, a rank or an honorific within a few words."""
    for i in range(at, min(s.stop, at + reach)):
        text = s.r.words[i]
        if text in _COMMAS or text == "(":
            continue
        if not text[0].isalpha():
            return False
        w = word(text)
        if text in s.known or people.is_given(text) and (w.name >= 0.6 or _is_surname(s.r.words, i + 1, s.stop)):
            return True
        if _is_strange(text) and i + 1 < s.stop and _is_strange(s.r.words[i + 1]):
            return True
        if (i > at or reach < 9) and (w.is_a("rank") or w.is_a("honorific")):
            return True
        if w.clause or w.relative or w.time or (_is_verb(text) and not w.nouns):
            return False
    return False


def _clitic(s: _Scan, w: Word) -> int:
    """A word with proclitics inside the phrase: «السكرتير الخاص للرئيس», «وزارة الصحة والسكان»."""
    lead = w.lead
    noun, place = w.noun(lead), w.place(lead)
    if lead == "و":
        if s.named or _is_verb(w.text):
            return 0
        if s.described and w.text.endswith(("ي", "يه", "يون", "يين")):
            return 1
        if noun is not None and noun.noun.kind is not None and not (s.titled and noun.definite):
            return 0
        if noun is None and place is not None and place.what != "nisba":
            return 0 if s.kind == "government" else 1
        if w.article and s.closed:
            return 1
        return 1 if s.bounded and not s.closed else 0
    if lead in ("ل", "لل", "ب") and not s.named:
        if w.text in grammar.words("title-link"):
            s.open, s.closed = True, False
            return 1
        if w.is_a("media", lead) or w.is_a("occasion", lead):
            return 0
        if any(e.kind == "media" and e.start == len(lead) for e in actors.at(s.r.words, s.pos)):
            return 0
        if lead == "ب" and not s.bounded and not (s.titled and _name_follows(s, s.pos + 1)):
            return 0
        fits = s.titled or s.bounded or "body" in s.classes or s.kind in ("anonymous", "document")
        entity = next((e for e in actors.at(s.r.words, s.pos) if e.start == len(lead)), None)
        if not fits or not (w.article or noun or place or entity or s.bounded):
            return 0
        if w.text in grammar.words("vocative-media") or "ال" + w.text[2:] in grammar.words("vocative-media"):
            return 0
        if noun is not None and not w.article and lead == "ل" and "group" in noun.noun.classes:
            return 0
        definite = w.article or entity is not None or (place is not None and place.what != "nisba")
        s.open, s.closed = not definite, definite
        return 1 if entity is None else len(entity.tokens)
    return 0


def _content(s: _Scan, w: Word, at_start: bool) -> int:
    text = s.r.words[s.pos][s.offset :] if at_start else w.text
    start = s.offset if at_start else 0
    fitting = [m.reading for m in nouns.at(s.r.words, s.pos) if m.reading.start == start]
    # «المنظمة» is a body before it is a woman who organises.
    noun = fitting[0] if fitting else None
    if noun is not None and noun.number == "d" and w.text.endswith("ين"):
        noun = next((n for n in fitting if n.number == "p"), noun)  # مسؤولين: more often many than two
    ranked = next((n for n in fitting if {"rank", "honorific"} & set(n.noun.classes)), None)
    if noun is not None and ranked is not None and people.is_given(_following(s)) and word(_following(s)).name >= 0.8:
        noun = ranked  # «الفريق علي …» is no team
    if noun is not None and noun.noun.classes == ("role",):
        noun = next((n for n in fitting if n.noun.is_a("body")), noun)
    place = w.place("")
    before = s.r.words[s.pos - 1] if not at_start else ""
    if before and s.kind == "document" and w.name >= 0.3 and not w.lead:
        earlier = word(before)
        if earlier.is_a("honorific", earlier.lead) or earlier.is_a("rank", earlier.lead) or earlier.name >= 0.3:
            return 1
    onward = word(_following(s) or "\n").name >= 0.5
    proper = place is None or w.name > 0.8 or people.is_given(text) and onward
    namelike = (w.name >= 0.5 or people.is_given(text) and onward and at_start) and not (noun and s.open and not at_start) and proper
    if s.named and s.pos == s.name_end:
        return _after_name(s, w, noun)
    if text in grammar.words("abstract") and s.closed and not at_start:
        return int(s.bounded)
    of_body = s.kind in ("organisation", "group", "anonymous", "media", "document") and not s.titled
    if s.closed and not at_start and text.endswith(("ين", "ون")) and word(before).place("") is not None:
        return 0  # «تتهم الإمارات الحوثيين»: another people, no adjective
    nouny = of_body and noun is not None and noun.number == "s" and text.endswith(("ي", "يه"))  # «الخدمة المدنية»
    if s.closed and not at_start and w.article and (w.adjective and (not namelike or of_body) or nouny):
        if text in grammar.words("time-unit") and _following(s) in grammar.words("time-qualifier"):
            return 0
        s.titles.add(text.removeprefix("ال"))
        s.country = s.country or (place.iso3 if place is not None else None)
        return 1
    if noun is not None and not (at_start and namelike and w.name > 0.8):
        return _noun(s, w, noun, at_start)
    if namelike and (at_start or s.titled or s.kind is None):
        return _name_word(s)
    if place is not None:
        return _place(s, w, at_start)
    if w.article:
        if s.open:
            if at_start:
                if text.endswith("ون") and len(text) > 5:
                    s.kind, s.sure = "group", True
                s.gender = "f" if text.endswith("ه") else "m"
                s.number = "p" if text.endswith(("ون", "ين", "ات")) else "s"
            s.titles.add(text.removeprefix("ال"))
            s.open, s.closed = False, True
            return 1
        if w.adjective or s.bounded:
            s.titles.add(text.removeprefix("ال"))
            return 1
        return 0
    if at_start and text.endswith("ون") and len(text) > 4 and not _is_verb(text):
        s.kind, s.number, s.gender, s.sure = "group", "p", "m", True  # a nominative plural of people
        s.open, s.described = False, not w.article
        return 1
    if at_start and (not s.bounded or _is_verb(text)):
        return 0
    if s.open and not at_start and _is_verb(text) and not _is_verbal_noun(text):
        return 0
    if s.open and of_body and not s.bounded and not w.article and w.name < 0.3 and word(before or "\n").name >= 0.5:
        return 0  # «إدارة دونالد ترامب» is complete
    if s.described:
        joined = text[0] == "و" and word(text[1:]).adjective
        return 1 if w.adjective or joined or s.bounded and not s.titled else 0
    if s.open:
        if w.adjective and not at_start:
            s.titles.add(text)
            s.open, s.described = False, True
            return 1
        if s.titled and not at_start and not s.bounded and "role" not in s.classes:
            if not (_last_before_border(s) or _name_follows(s, s.pos + 1)):
                return 0
        s.titles.add(text)
        return 1
    unknown = not _is_verb(text) and s.number == "s" and not s.named
    foreign = s.bounded and s.kind != "anonymous" and not _is_ordinary(text)
    if s.titled and unknown and (foreign or s.awaited or w.name >= 0.25):
        return _name_word(s)
    if s.titled and not s.named and _name_follows(s, s.pos + 1, reach=1):
        titled = word(_following(s)).is_a("rank") or word(_following(s)).is_a("honorific")
        plain = w.article or noun is not None or titled or is_everyday(text)
        return _name_word(s) if unknown and not plain else 1
    if s.titled and unknown and _is_strange(text) and (_is_strange(_following(s)) or _last_before_border(s)):
        return _name_word(s)
    return 0


def _last_before_border(s: _Scan) -> bool:
    """Whether the next token closes the phrase whatever it is: «مصدر مطلع أن», «شهود عيان،»."""
    if s.pos + 1 >= len(s.r.words):
        return True
    following = s.r.words[s.pos + 1]
    return not following[0].isalnum() or word(following).function or word(following).lead in ("ب", "ل", "لل")


def _after_name(s: _Scan, w: Word, noun: nouns.NounReading | None) -> int:
    """What may follow a name without a comma: another name word, or a title."""
    before = s.r.words[s.pos - 1]
    if not people.is_given(w.text) and any(x.suffix or x.form.tense == "imperfect" for x in cues.find(w.text)):
        return 0
    if before in "_-#":
        s.name_end = s.pos + 1
        return 1
    if people.is_particle(before) or before in grammar.words("name-compound"):
        s.name_end = s.pos + 1
        return 1
    if any(reading.suffix for reading in w.nouns):
        return 0
    if w.text[0] == "و" and people.is_given(w.text[1:]) and not people.is_given(w.text):
        return 0
    following = _following(s) or "\n"
    surname = w.name >= 0.4 and (
        w.article and s.name_end - s.name_start == 1 or _last_before_border(s) or word(following).name >= 0.5
    )
    fathered = s.name_end - s.name_start >= 3 and s.r.words[s.pos - 2] in grammar.words("son-of")
    if fathered and w.article and noun is not None and noun.number == "s":
        s.name_end = s.pos + 1  # «أحمد بن سالم الخطيب»
        return 1
    if noun is not None and _TITLE_CLASSES.intersection(noun.noun.classes) and w.name < 0.8 and not surname:
        if noun.number != "s" or s.strict or not (s.bounded or noun.definite):
            return 0
        if noun.definite and s.name_end - s.name_start == 1 and _last_before_border(s):
            s.name_end = s.pos + 1
            return 1
        s.open, s.closed = not noun.definite, noun.definite
        s.classes = (*s.classes, *noun.noun.classes)
        s.titles.add(w.text.removeprefix("ال"))
        return 1
    if w.text in grammar.words("member") and s.bounded:
        s.open, s.closed = True, False
        return 1
    place = w.place("")
    if w.article and place is not None and place.what == "nisba" and place.number == "s" and _last_before_border(s):
        s.name_end = s.pos + 1
        return 1
    likely = 0.3 if s.name_end - s.name_start == 1 else 0.45
    pair = f"{before} {w.text}" in s.known
    fits = pair or w.name >= likely and not (before in s.known and w.text in s.known) or people.is_particle(w.text)
    if len(w.text) < 2 or w.time or w.text in grammar.words("no-name"):
        return 0
    if not fits and noun is None and place is None and not w.lead and not w.function and not w.time:
        listed = w.text in grammar.words("adjective") or _is_ordinary(w.text) or _is_verb(w.text) or len(w.text) < 3
        length = s.name_end - s.name_start
        opening = s.r.words[s.name_start]
        given = people.is_given(opening) or opening in grammar.words("name-compound")
        if w.article:
            second = length == 2 and s.r.words[s.name_start + 1].startswith("ال")
            second = second or length == 2 and s.r.words[s.name_start] in grammar.words("name-compound")
            fits = not listed and given and (length == 1 or second) and not w.text.endswith("يه")
        else:
            strange = length <= 2 and _is_strange(w.text)
            fits = not listed and (s.bounded or strange or given and (length == 1 or length == 2 and _last_before_border(s)))
    if fits and not (place is not None and place.what == "nisba" and w.name < 0.8 and not s.bounded):
        s.name_end = s.pos + 1
        return 1
    return 0


def _name_word(s: _Scan) -> int:
    if s.named and s.pos != s.name_end:
        return 0
    if not s.named:
        s.name_start = s.pos
        unread = not cues.find(s.r.words[s.first][s.offset :]) and not cues.find(s.r.words[s.first])
        if unread and s.pos == s.first + 1 and not s.head and s.kind is None and not s.quantified and s.r.words[s.first][0].isalpha():
            s.name_start = s.first  # a given name that no list has
    s.name_end = s.pos + 1
    s.open, s.closed = False, True
    return 1


def _noun(s: _Scan, w: Word, noun: nouns.NounReading, at_start: bool) -> int:
    classes = noun.noun.classes
    if not s.head and not s.named and (at_start or s.quantified):
        s.head = noun.noun.lemma
        s.kind = s.kind or noun.noun.kind
        s.sure = noun.noun.kind is not None
        s.number, s.gender, s.article = noun.number, noun.gender, noun.definite
        s.classes = classes
    elif s.open and not s.titled and not noun.definite and not noun.suffix and w.text.endswith(("ي", "يه")):
        # «جماعات حقوقية»: an adjective that is also a noun of people
        s.open, s.described = False, True
        s.titles.add(w.text)
        return 1
    elif s.open:
        if _TITLE_CLASSES.intersection(classes) and not s.titled and "body" not in s.classes:
            s.classes = (*s.classes, *classes)
    else:
        title = bool(_TITLE_CLASSES.intersection(classes))
        rank = "rank" in classes or "honorific" in classes
        if not title or not s.titled or noun.number != "s" or noun.suffix:
            onward = s.titled and not s.named and _name_follows(s, s.pos + 1)
            return 1 if onward or s.bounded and w.article else 0
        if not (rank or s.bounded or noun.definite or _name_follows(s, s.pos + 1)):
            return 0
        s.classes = (*s.classes, *classes)
    s.titles.add(noun.noun.lemma if noun.suffix else w.text.removeprefix("ال"))
    s.open, s.closed = not noun.definite, noun.definite
    if "rank" in classes or "honorific" in classes:
        s.open, s.closed = not noun.definite, True
    return 1


def _place(s: _Scan, w: Word, at_start: bool) -> int:
    place = w.place("")
    if place is None:
        return 0
    s.country = s.country or place.iso3
    if at_start:
        if place.what == "nisba" and not w.article:
            return 0
        if place.what == "nisba" and place.number != "s":
            s.kind, s.number = "group", "p"
        else:
            s.kind = "government"
        s.gender, s.sure = place.gender, True
        s.titles.add(w.text.removeprefix("ال"))
        s.open, s.closed = False, True
        return 1
    if place.what == "nisba":
        if w.article and s.open and not s.closed:
            s.open, s.closed = False, True
        elif not w.article:
            if s.closed:
                return 0
            s.open, s.described = False, True
        s.titles.add(w.text.removeprefix("ال"))
        return 1
    if s.open:
        s.titles.add(w.text.removeprefix("ال"))
        s.open, s.closed = False, True
        return 1
    return 1 if s.bounded and not s.named else 0


def _finish(s: _Scan) -> Part | None:
    end = s.pos
    while end > s.first and (s.r.words[end - 1] in _COMMAS or _dangling(s, end - 1)):
        end -= 1
    if end <= s.first:
        return None
    name = (s.name_start, min(s.name_end, end)) if s.named else None
    kind: Kind
    if name is not None and (s.titled or s.kind in (None, "person", "anonymous", "office")):
        kind = "person"
    elif s.kind == "person":
        kind = "group" if s.number == "p" else "office"
    elif s.kind is not None:
        kind = s.kind
    else:
        kind = "media" if s.quoted else "organisation"
    if s.kind in ("media", "organisation", "document") and "role" not in s.classes:
        name = None
    country = s.country or _country(s, end)
    definite = s.closed and (kind != "anonymous" or s.article)
    return Part(
        s.first, end, s.offset, kind, name, s.head, frozenset(s.titles), country, s.number, s.gender, definite,
        s.sure or name is not None,
    )  # fmt: skip


def _dangling(s: _Scan, at: int) -> bool:
    text = s.r.words[at]
    return text in grammar.words("inner-preposition") or text in ("_", "#")


def _country(s: _Scan, end: int) -> str | None:
    """The first state named inside the phrase, outside the person's own name."""
    for i in range(s.first, end):
        if s.name_start <= i < s.name_end:
            continue
        for reading in word(s.r.words[i]).geo:
            if reading.iso3:
                return reading.iso3
    return None
