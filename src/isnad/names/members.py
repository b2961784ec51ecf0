"""One member of a document's cast."""

from __future__ import annotations

from isnad.lexicon.affixes import PLURAL_IN, PLURAL_UN, without_article
from isnad.names.parts import Part
from isnad.records import Kind

_LONG = 6  # letters of a sound plural at least


class Member:
    """One member of the cast. `words` are the folded words of its name; `titles` those of all its offices;
    `places` the (token, form) where it is met."""

    __slots__ = (
        "aliases",
        "bare",
        "country",
        "entry",
        "first",
        "gender",
        "head",
        "index",
        "kind",
        "last",
        "name",
        "number",
        "places",
        "titles",
        "words",
    )

    def __init__(self, index: int, kind: Kind, name: str, words: tuple[str, ...], part: Part) -> None:
        self.index = index
        self.kind = kind
        self.rename(name, words)
        self.head = part.head
        self.number = part.number
        self.gender = part.gender
        self.titles: set[str] = set(part.titles)
        self.country = part.country
        self.entry = ""  # the lexicon's id
        self.aliases: set[tuple[str, ...]] = set()
        self.places: dict[tuple[int, int, int, str], None] = {}  # in the order of the text
        self.first = self.last = part.first

    def rename(self, name: str, words: tuple[str, ...]) -> None:
        """Gives the member a name, the only one or a fuller one."""
        self.name = name
        self.words = words
        self.bare = bare(words)


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the article and with one case of the sound plural: «المحتجين» is «محتجون»."""
    return tuple(_nominative(without_article(w)) for w in words)


def _nominative(text: str) -> str:
    return text[: -len(PLURAL_IN)] + PLURAL_UN if text.endswith(PLURAL_IN) and len(text) >= _LONG else text
