"""Entries for the knowledge base from what others write: FollowTheMoney JSON lines and CSV."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isnad.errors import InputError
from isnad.lexicon import geo
from isnad.lexicon.kb.base import base, offices_named
from isnad.text import fold

Entry = dict[str, Any]
Taken = dict[str, list[Entry]]

COLUMNS = ("id", "name", "name_en", "country", "aliases", "office", "start", "end")
_ARABIC = re.compile(r"[\u0621-\u064a]")


def taken(path: Path) -> Taken:
    """The persons and terms of a `.json`, `.jsonl` or `.ftm` file (FollowTheMoney) or a `.csv` file.

    Raises InputError with file and line for what cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"byte {error.start} is not UTF-8; write the file in UTF-8") from error
    return _from_csv(path, text) if path.suffix.lower() == ".csv" else _from_ftm(path, text)


def slug(words: str) -> str:
    """An id from an English name.

    >>> slug("Salim al-Haddad")
    'salim-al-haddad'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def _from_csv(path: Path, text: str) -> Taken:
    rows = csv.DictReader(text.splitlines())
    unknown = set(rows.fieldnames or ()) - set(COLUMNS)
    if unknown or "name" not in (rows.fieldnames or ()):
        raise InputError(f"{path}, line 1", f"the columns are {', '.join(COLUMNS)}; name and name_en must be there")
    found: Taken = {"persons": [], "terms": []}
    for row in rows:
        where = f"{path}, line {rows.line_num}"
        if None in row or not row.get("name") or not row.get("name_en"):
            raise InputError(where, "name and name_en must be filled, with no more fields than columns")
        person = _person(row.get("id") or "", [row["name"]], row["name_en"], row.get("country") or None, where)
        person["aliases"] = [alias.strip() for alias in (row.get("aliases") or "").split(";") if alias.strip()]
        if person not in found["persons"]:
            found["persons"].append(person)
        if row.get("office"):
            found["terms"].append(_term(person["id"], row["office"], row.get("start"), row.get("end")))
    return found


def _from_ftm(path: Path, text: str) -> Taken:
    """The people, and their terms where an `Occupancy` joins one to a `Position` that the base knows."""
    people: dict[str, Entry] = {}
    posts: dict[str, str] = {}
    occupancies: list[dict[str, Any]] = []
    for line, entity in _entities(path, text):
        where = f"{path}, line {line}"
        properties = entity.get("properties")
        if not isinstance(properties, dict) or not all(isinstance(v, list) for v in properties.values()):
            raise InputError(where, "no FollowTheMoney entity: properties must be an object of lists")
        known = str(entity.get("id") or line)
        if entity.get("schema") == "Person":
            people[known] = _ftm_person(properties, where)
        elif entity.get("schema") == "Position":
            office = next((o for name in properties.get("name", ()) if (o := _office(str(name)))), None)
            posts.update({known: office} if office else {})
        elif entity.get("schema") == "Occupancy":
            occupancies.append(properties)
    terms = (
        _term(people[holder]["id"], posts[post], _one(held, "startDate"), _one(held, "endDate"))
        for held in occupancies
        if (holder := _one(held, "holder")) in people and (post := _one(held, "post")) in posts
    )
    return {"persons": list(people.values()), "terms": [term for term in terms if term["start"] or term["end"]]}


def _one(properties: dict[str, Any], key: str) -> str:
    return str(next(iter(properties.get(key, ())), ""))


def _ftm_person(properties: dict[str, Any], where: str) -> Entry:
    names = [str(name) for key in ("name", "alias") for name in properties.get(key, ())]
    arabic = [name for name in names if _ARABIC.search(name)]
    latin = next((name for name in names if name.isascii()), "")
    if not arabic or not latin:
        raise InputError(where, "a Person needs one name in Arabic letters and one in Latin ones")
    # FollowTheMoney writes codes of two letters, which the tables of states do not have: those are left out.
    countries = [str(c) for key in ("country", "nationality") for c in properties.get(key, ()) if len(str(c)) > 2]
    return _person("", arabic, latin, next(iter(countries), None), where)


def _office(name: str) -> str | None:
    """The id of the office that a position's name says, in Arabic with its state or in the English of the base."""
    if _ARABIC.search(name):
        named = offices_named(fold(name).split())
        return named[0].offices[0].id if len(named) == 1 and named[0].offices else None
    wanted = name.casefold()
    return next((office.id for office in base().offices.values() if office.name_en.casefold() == wanted), None)


def _entities(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}", f"not JSON: {error}; accepted is one entity a line") from error
        if not isinstance(entity, dict):
            raise InputError(f"{path}, line {number}", "accepted is one JSON object a line")
        yield number, entity


def _person(own_id: str, names: list[str], name_en: str, country: str | None, where: str) -> Entry:
    known = own_id or slug(name_en)
    if not known:
        raise InputError(where, f"no id can be made of {name_en!r}; give an English name in Latin letters")
    state = _state(country, where) if country else None
    return {"id": known, "name": names[0], "name_en": name_en, "country": state, "aliases": names[1:]}


def _state(written: str, where: str) -> str:
    """The code of three letters for a code, or an English or Arabic name of a state."""
    for entry in geo.country_entries():
        if written.upper() == entry.id or written in (entry.name_en, *entry.names):
            return entry.id
    raise InputError(where, f"unknown country {written!r}; accepted are ISO 3166-1 codes of three letters and names")


def _term(person: str, office: str, start: str | None, end: str | None) -> Entry:
    return {"person": person, "office": office, "start": start or None, "end": end or None}
