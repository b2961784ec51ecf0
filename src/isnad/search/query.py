"""The language of `isnad search`: words, "exact phrases" and fields, all of which must hold.

    وزير "وقف إطلاق النار" speaker:المعلم country:SYR after:2018-02

A query is compared by the keys of its words (`store.shadow`), so that «بسوريا» and «سوريا» ask for the same. A field
is Latin letters before a colon; another colon («12:30», «قال:») is only a sign between words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Literal, get_args

import msgspec

from isnad.errors import QueryError
from isnad.lexicon.geo import country_entries
from isnad.records import EventType, Stance
from isnad.store.shadow import keys
from isnad.text import fold

Kind = Literal["claim", "event", "text"]
FIELDS = ("speaker", "outlet", "country", "type", "stance", "place", "after", "before")
_LONGEST = 1_000  # code points
_TERM = re.compile(r'(?:(?P<field>[A-Za-z]+):)?(?:["“”](?P<phrase>[^"“”]*)["“”]|(?P<word>[^\s"“”]+))')
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Query(msgspec.Struct, frozen=True):
    """What a passage must have. Each phrase is a tuple of keys that follow each other; `outlets` are keys that the
    outlet's name must hold, or its id; days count from 0001-01-01 (`date.toordinal`), `before` is left out."""

    words: tuple[tuple[str, ...], ...] = ()
    speaker: tuple[tuple[str, ...], ...] = ()
    place: tuple[tuple[str, ...], ...] = ()
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    after: int | None = None
    before: int | None = None

    @property
    def wanted(self) -> frozenset[str]:
        """All keys that the query asks for anywhere."""
        return frozenset(key for phrase in (*self.words, *self.speaker, *self.place) for key in phrase)


def parse(text: str) -> Query:
    """The query that `text` asks; raises QueryError naming what cannot be understood.

    >>> parse('بسوريا stance:denies "وقف النار"').words
    (('سوريا',), ('وقف', 'نار'))
    """
    if len(text) > _LONGEST:
        raise QueryError(f"the query has {len(text)} characters; at most {_LONGEST} are accepted")
    found: dict[str, list[tuple[str, ...]]] = {"words": [], "speaker": [], "place": []}
    named: dict[str, list[str]] = {"outlet": [], "country": [], "type": [], "stance": []}
    days: dict[str, list[int]] = {"after": [], "before": []}
    for field, value, phrase in _terms(text):
        if field in named:
            named[field].append(_VALUES[field](value) if field in _VALUES else value)
        elif field in days:
            days[field].append(_day(field, value))
        else:
            words = keys(value)
            if field and not words:
                raise QueryError(f"{field}: has no word; write for example {field}:Syria")
            # A value of several words («ar-Raqqa») is a phrase too.
            found[field or "words"] += [tuple(words)] if (phrase or field) and words else [(word,) for word in words]
    query = Query(
        words=tuple(found["words"]),
        speaker=tuple(found["speaker"]),
        place=tuple(found["place"]),
        outlets=tuple(named["outlet"]),
        countries=tuple(named["country"]),
        types=tuple(named["type"]),
        stances=tuple(named["stance"]),
        after=max(days["after"], default=None),
        before=min(days["before"], default=None),
    )
    if query == Query():
        raise QueryError(f"the query holds no word; write words, or fields ({', '.join(f'{f}:' for f in FIELDS)})")
    return query


def _terms(text: str) -> list[tuple[str, str, bool]]:
    """The terms of a query: field or "", value, and whether the value stood in quotation marks."""
    terms, at = [], 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TERM.match(text, at)
        if match is None:
            raise QueryError(f'the quotation mark at character {at + 1} is never closed; write "exact phrase"')
        field = (match["field"] or "").lower()
        if field and field not in FIELDS:
            raise QueryError(f"there is no field {field}: ; fields are {', '.join(FIELDS)}")
        quoted = match["phrase"] is not None
        terms.append((field, match["phrase"] if quoted else match["word"], quoted))
        at = match.end()
    return terms


def _day(field: str, value: str) -> int:
    """The first day of a year, a month or a day written in ISO 8601."""
    match = _DAY.fullmatch(value)
    try:
        if match is not None:
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1)).toordinal()
    except ValueError:
        pass
    raise QueryError(f"{field}:{value} is no date; write {field}:2018, {field}:2018-02 or {field}:2018-02-19")


def _country(value: str) -> str:
    found = _countries().get(fold(value).lower())
    if found is None:
        raise QueryError(f"country:{value} is not known; write its code (country:SYR) or its name (country:Syria)")
    return found


@cache
def _countries() -> dict[str, str]:
    """Codes, Arabic and English names of states, folded, to their codes."""
    found: dict[str, str] = {}
    for entry in country_entries():
        for name in (entry.id, entry.name_en, *entry.names):
            found.setdefault(fold(name).lower(), entry.id)
    return found


def _one_of(field: str, values: tuple[str, ...], value: str) -> str:
    found = next((known for known in values if known.lower() == value.lower()), None)
    if found is None:
        raise QueryError(f"{field}:{value} is not known; accepted are {', '.join(values)}")
    return found


_VALUES: dict[str, Callable[[str], str]] = {
    "country": _country,
    "type": lambda value: _one_of("type", get_args(EventType), value),
    "stance": lambda value: _one_of("stance", get_args(Stance), value),
}
