"""The table of places: generated from GeoNames data, with reviewed additions, states and regions; compiled.

`data/places.tsv` is made by `tools/make_places.py`; `data/places_aliases.yaml` adds names to its rows and places that
it lacks (governorates, camps, bases, seas); states and wider regions come from `data/countries.yaml`, whose cities
also tell which names are clear enough to stand without a preposition.

Compiled are two texts of lines (places, and keys in order) with tables of their offsets: as Python objects the names
would take several times the memory. A key is the folded name without its article, its words joined by one space.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

import msgspec

from isnad.lexicon import geo, grammar, people
from isnad.lexicon.affixes import ARTICLE
from isnad.lexicon.everyday import SOURCE as EVERYDAY
from isnad.lexicon.everyday import is_everyday
from isnad.lexicon.load import DATA, compiled, entries
from isnad.records import Record
from isnad.text import fold

TABLE = "places.tsv"
ALIASES = "places_aliases.yaml"

PlaceKind = Literal[
    "country", "region", "governorate", "district", "city", "town", "neighbourhood", "camp", "crossing", "base",
    "airport", "port", "site", "sea", "island", "river", "mountain", "road",
]  # fmt: skip
Grade = Literal["sure", "name", "common"]
GRADES: tuple[Grade, ...] = ("sure", "name", "common")
_CITY = 50_000  # people; below it, and where nothing is known, a town
_SURE_CITY = 150_000  # people from which a name is known without any context
_NAME_LIKE = 0.35  # the score from which a word is rather a person's name
# Classes of words that no village's name makes names.
_FUNCTION = (
    "preposition", "pronoun-preposition", "clause-start", "relative", "negation", "time", "quantifier",
    "complementizer",
)  # fmt: skip
SHORT = 3  # letters up to which a name is too like other words
# How Arabic news writes the letters that Persian adds (peh, tcheh, jeh, gaf, veh).
_PERSIAN = {
    "\u067e": "\u0628",
    "\u0686": ("\u062a\u0634", "\u062c", "\u0634"),
    "\u0698": ("\u062c", "\u0632"),
    "\u06af": ("\u063a", "\u0643", "\u062c"),
    "\u06a4": "\u0641",
}
_MOST_SPELLINGS = 6


class AliasEntry(Record, forbid_unknown_fields=True):
    """One entry of `places_aliases.yaml`; the head of that file documents the fields."""

    id: str
    names: tuple[str, ...]
    near: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    name_en: str | None = None
    country: str | None = None
    at: tuple[float, float] | None = None
    population: int | None = None
    kind: PlaceKind | Literal["none"] | None = None
    part_of: str | None = None


class Place(Record):
    """A place. `id` is its GeoNames number, an ISO 3166-1 code for a state, or an id of `places_aliases.yaml`; `lat`
    and `lon` in degrees (WGS 84), None for what has no one point or where it is not known for certain; `population` 0
    where unknown; `part_of` the id of the place that holds it, as far as it is written down."""

    id: str
    name_en: str
    country: str | None
    lat: float | None
    lon: float | None
    kind: PlaceKind
    population: int
    part_of: str | None


class _Table(msgspec.Struct):
    places: str  # one line a place
    place_ends: bytes
    keys: str  # one line a key
    key_ends: bytes
    refs: bytes  # of key n: refs[first[n]:first[n + 1]], each index of a place * 8 + article * 4 + grade
    first: bytes


def alias_entries() -> tuple[AliasEntry, ...]:
    """The entries of `places_aliases.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(ALIASES, AliasEntry)


def table_rows() -> Iterator[list[str]]:
    """The rows of `places.tsv`: id, country, latitude, longitude, population, English name, names."""
    for line in (DATA / TABLE).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def spellings(name: str) -> list[tuple[str, bool]]:
    """The keys under which a name is found, each with whether it is written with the article: as it stands, with
    Persian letters as Arabic writes them, and two words as one («خان يونس», «خانيونس»).

    >>> spellings("خان يونس")
    [('خان يونس', False), ('خانيونس', False)]
    """
    words = fold(name).split()
    article = name.startswith(ARTICLE) and len(words[0]) > 3
    if article:
        words[0] = words[0].removeprefix(ARTICLE)
    result = []
    options = (_PERSIAN.get(letter, letter) for letter in " ".join(words))
    for letters, _ in zip(product(*options), range(_MOST_SPELLINGS), strict=False):
        result.append(("".join(letters), article))
    if len(words) == 2 and not words[1].startswith(ARTICLE) and len(words[0]) + len(words[1]) > 5:
        result.append((result[0][0].replace(" ", ""), article))
    return result


def _grade(key: str, article: bool, clear: bool, known: bool) -> Grade:
    """What a name asks for around it before it is read as a place; `known`: of a large city."""
    words = key.split(" ")
    written = [ARTICLE + words[0] if article else words[0], *words[1:]]
    if clear:
        return "sure"
    if len(words) == 1 and (_ordinary(written[0]) or len(key) <= SHORT):
        return "common"
    if known and not (len(words) > 1 and people.is_given(written[0])):
        return "sure"
    person = len(words) > 1 and people.is_given(written[0])
    return "common" if person or all(map(_ordinary, written)) else "name"


def _ordinary(word: str) -> bool:
    """Whether a folded word is an everyday word, or rather a word of people's names."""
    if people.is_given(word) or people.name_score(word) >= _NAME_LIKE:
        return True
    return is_everyday(word) or is_everyday(word.removeprefix(ARTICLE)) or people.is_given(word.removeprefix(ARTICLE))


def _is_function(word: str) -> bool:
    """Whether a folded word belongs to a class whose words are never the name of a village."""
    return any(word in grammar.words(name) for name in _FUNCTION)


class _Builder:
    """Collects places and keys, then lays them out."""

    def __init__(self) -> None:
        self.rows: dict[str, list[str]] = {}  # by id: the columns of a place's line
        self.order: dict[str, int] = {}
        self.keys: dict[str, dict[int, Grade]] = {}  # key: index of place * 2 + article
        # What the table of states says of a name: whose city it is, and whether the name is clear.
        self.known: dict[str, set[str | None]] = {}
        self.weak: set[str] = set()

    def place(self, columns: list[str]) -> None:
        self.rows[columns[0]] = columns
        self.order[columns[0]] = len(self.order)

    def name(self, id: str, name: str, reviewed: Grade | None = None) -> None:
        _, _, country, _, _, _, population, _ = self.rows[id]
        for key, article in spellings(name):
            clear = country in self.known.get(key, ()) and key not in self.weak
            written = ARTICLE + key if article else key
            if reviewed is None and (len(key) < SHORT or _is_function(key) or _is_function(written)):
                continue  # «to», «across», «Sunday» are names of villages too
            ordinary = written in grammar.words("place-ordinary")
            grade = "common" if ordinary else reviewed or _grade(key, article, clear, int(population) >= _SURE_CITY)
            self.keys.setdefault(key, {}).setdefault(self.order[id] * 2 + article, grade)

    def states(self, left_out: set[str]) -> None:
        for entry in geo.country_entries():
            code = entry.id if len(entry.id) == 3 and entry.id.isupper() else ""
            for form in (*entry.capitals, *entry.places):
                for key, _ in spellings(form):
                    self.known.setdefault(key, set()).add(code)
            weak = {fold(form) for form in entry.weak}
            self.weak.update(key for form in entry.weak for key, _ in spellings(form))
            self.place([entry.id, entry.name_en, code, "", "", "country" if code else "region", "0", ""])
            if entry.id in left_out:
                continue
            for form in entry.names:
                if fold(form).split()[0] in grammar.words("place-states"):
                    continue  # «the Arab states» are states, «the Arab world» is where they lie
                self.name(entry.id, form, "common" if fold(form) in weak else "sure")

    def table(self) -> _Table:
        lines = ["\t".join(row) for row in self.rows.values()]
        keys = sorted(self.keys)
        refs, first = array("I"), array("I", [0])
        for key in keys:
            refs.extend(ref * 4 + GRADES.index(grade) for ref, grade in self.keys[key].items())
            first.append(len(refs))
        return _Table(
            places="\n".join(lines), place_ends=_ends(lines), keys="\n".join(keys), key_ends=_ends(keys),
            refs=refs.tobytes(), first=first.tobytes(),
        )  # fmt: skip


def _ends(lines: list[str]) -> bytes:
    """The offsets at which the lines end in their joined text."""
    ends, at = array("I"), -1
    for line in lines:
        at += len(line) + 1
        ends.append(at)
    return ends.tobytes()


def _build() -> _Table:
    builder = _Builder()
    aliases = alias_entries()
    left_out = {entry.id for entry in aliases if entry.kind == "none"}
    builder.states(left_out)
    names: list[tuple[str, str]] = []
    for id, country, lat, lon, population, name_en, written in table_rows():
        if id in left_out:
            continue
        kind = "city" if int(population) >= _CITY else "town"
        builder.place([id, name_en, country, lat, lon, kind, population, ""])
        spelled = written.split("|")
        # Cairo has its article; without it the word is an adjective, though the table has both.
        keys = {fold(form) for form in spelled}
        names += [(id, form) for form in spelled if ARTICLE + fold(form) not in keys]
    for entry in aliases:
        if entry.kind == "none":
            continue
        old = builder.rows.get(entry.id, ["", "", "", "", "", "site", "0", ""])
        lat, lon = (f"{entry.at[0]}", f"{entry.at[1]}") if entry.at else (old[3], old[4])
        columns = [
            entry.id, entry.name_en or old[1], entry.country or old[2], lat, lon, entry.kind or old[5],
            str(entry.population or old[6]), entry.part_of or old[7],
        ]  # fmt: skip
        if entry.id in builder.rows:
            builder.rows[entry.id] = columns
        else:
            builder.place(columns)
        grades: tuple[tuple[Grade, tuple[str, ...]], ...]
        grades = ("sure", entry.names), ("name", entry.near), ("common", entry.weak)
        for grade, forms in grades:
            for form in forms:
                builder.name(entry.id, form, grade)
    for id, form in names:
        builder.name(id, form)
    return builder.table()


class Lines:
    """A text of lines, read by number."""

    def __init__(self, text: str, ends: bytes) -> None:
        self.text, self.ends = text, array("I", ends)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        if number >= len(self.ends):
            raise IndexError(number)
        return self.text[self.ends[number - 1] + 1 if number else 0 : self.ends[number]]


class Index:
    """The compiled table in use: `places` and `keys` are lines; the references of key `n` are
    `refs[first[n]:first[n + 1]]`; `opening` has the number of the first key that begins with a word."""

    def __init__(self, table: _Table) -> None:
        self.places = Lines(table.places, table.place_ends)
        self.keys = Lines(table.keys, table.key_ends)
        self.refs, self.first = array("I", table.refs), array("I", table.first)
        self.opening: dict[str, int] = {}
        for number, key in enumerate(table.keys.split("\n")):
            self.opening.setdefault(key.partition(" ")[0], number)


@cache
def index() -> Index:
    """The table, compiled at the first call."""
    sources = (TABLE, ALIASES, geo.SOURCE, people.SOURCE, people.STATISTICS, EVERYDAY, "grammar.yaml")
    return Index(compiled("places", sources, _Table, _build))
