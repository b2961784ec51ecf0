"""The state of one walk through a noun phrase, and what its steps ask about the words around them."""

from __future__ import annotations

from functools import cache, lru_cache

from isnad.lexicon import cues, people
from isnad.lexicon.affixes import AND, BY, FOR, FOR_THE, LIKE, THEN, YA
from isnad.lexicon.clitics import SUFFIXES
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.records import Kind
from isnad.text import Reading
from isnad.text.signs import COMMAS

TITLE_CLASSES = frozenset({"role", "rank", "honorific"})


@cache
def _is_title(classes: tuple[str, ...]) -> bool:
    return bool({*TITLE_CLASSES, "human", "anonymous"}.intersection(classes))


class Scan:
    """The state of one walk: what the phrase has so far and what it can still take."""

    __slots__ = (
        "article",
        "awaited",
        "bounded",
        "classes",
        "closed",
        "country",
        "described",
        "first",
        "gender",
        "guessed",
        "head",
        "kind",
        "known",
        "name_end",
        "name_start",
        "named",
        "number",
        "offset",
        "open",
        "pos",
        "quantified",
        "quoted",
        "r",
        "retitled",
        "stop",
        "strict",
        "sure",
        "titled",
        "titles",
        "vague",
    )  # fmt: skip

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
        self.named = False
        self.head = ""
        self.kind: Kind | None = None
        self.classes: tuple[str, ...] = ()
        self.titled = False  # its head is a title, a rank or an honorific
        self.country: str | None = None
        self.number = "s"
        self.gender = ""
        self.titles: set[str] = set()
        self.described = False  # an indefinite noun has an adjective: no complement can follow
        self.awaited = False  # a comma after a title announced a name
        self.retitled = False  # a title behind the name takes complements of its own
        self.article = self.quoted = self.quantified = False
        self.vague = False  # an indefinite noun has a prepositional complement, which makes nothing definite
        self.strict = False
        self.guessed = False  # nothing but its place shows that the name is one
        self.sure = False  # the head is a known speaker

    def classify(self, classes: tuple[str, ...]) -> None:
        """The classes of the nouns that the phrase is headed by so far."""
        self.classes = classes
        self.titled = _is_title(classes)

    def begin_name(self, token: int) -> None:
        """A person's name begins at the token."""
        self.name_start, self.named = token, True

    @property
    def settled(self) -> bool:
        """Whether the name is read and no title behind it waits for a complement."""
        return self.name_start >= 0 and not self.retitled


def await_complement(s: Scan) -> None:
    """A preposition in the phrase: the noun after it is awaited, and its article is not the head's."""
    s.vague = s.vague or not (s.closed or s.article or s.named)
    s.open, s.closed, s.described = True, False, False


def next_word(s: Scan) -> str:
    return s.r.words[s.pos + 1] if s.pos + 1 < s.stop else ""


@lru_cache(maxsize=1 << 16)
def is_verb(text: str) -> bool:
    """Whether the token is a reporting verb, or begins as an imperfect does and is no known noun or name."""
    w = word(text)
    imperfect = text[0] == YA and len(text) > 3 and not (w.nouns or w.geo or w.name >= 0.3 or w.adjective)
    return w.verb or (imperfect and not people.is_given(text))


@lru_cache(maxsize=1 << 16)
def is_verbal_noun(text: str) -> bool:
    return any(x.form.tense in ("masdar", "noun") for x in cues.find(text))


@lru_cache(maxsize=1 << 16)
def is_strange(text: str) -> bool:
    """Whether the token is no word of the language as far as the tables know: so is a foreign name."""
    if len(text) < 3 or not text[0].isalpha():
        return False
    w = word(text)
    plain = w.function or w.time or w.article or w.lead or w.nouns or w.geo or w.verb
    return not plain and not is_ordinary(text)


@lru_cache(maxsize=1 << 16)
def is_family(text: str) -> bool:
    """Whether the token with the article is no word of the language as far as the tables know, but for its ending:
    so is a family name («الخربوطلي»)."""
    w = word(text)
    return w.article and not (w.lead or w.nouns or w.geo or w.time) and not is_ordinary(text)


@lru_cache(maxsize=1 << 16)
def is_ordinary(text: str) -> bool:
    """Whether the token is an everyday word, perhaps with a pronoun or a proclitic written onto it."""
    stems = [text, *_without_pronoun(text)] + ([text[1:]] if text[0] in (AND + THEN + BY + FOR + LIKE) else [])
    return any(is_everyday(stem) for stem in stems)


def _without_pronoun(text: str) -> list[str]:
    """The token without a pronoun that may be written onto it: «عزمهما» is عزم."""
    ends = (suffix for suffix in SUFFIXES if text.endswith(suffix) and len(text) > len(suffix) + 2)
    return [text[: -len(suffix)] for suffix in ends]


def is_surname(words: list[str], at: int, stop: int) -> bool:
    if at >= stop or not words[at][0].isalpha():
        return False
    w = word(words[at])
    return w.article and not w.lead and w.name >= 0.3


def name_follows(s: Scan, at: int, reach: int = 9) -> bool:
    """Whether the title goes on to a person's name: a given name, a rank or an honorific within a few words."""
    for i in range(at, min(s.stop, at + reach)):
        text = s.r.words[i]
        if text in COMMAS or text == "(":
            continue
        if not text[0].isalpha():
            return False
        w = word(text)
        if text in s.known or (people.is_given(text) and (w.name >= 0.6 or is_surname(s.r.words, i + 1, s.stop))):
            return True
        if is_strange(text) and i + 1 < s.stop and is_strange(s.r.words[i + 1]):
            return True
        if (i > at or reach < 9) and (w.is_a("rank") or w.is_a("honorific")):
            return True
        if w.clause or w.relative or w.time or (is_verb(text) and not w.nouns):
            return False
    return False


def last_before_border(s: Scan) -> bool:
    """Whether the next token closes the phrase whatever it is: «مصدر مطلع أن», «شهود عيان،»."""
    if s.pos + 1 >= len(s.r.words):
        return True
    following = s.r.words[s.pos + 1]
    return not following[0].isalnum() or word(following).function or word(following).lead in (BY, FOR, FOR_THE)
