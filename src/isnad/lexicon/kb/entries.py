"""The tables of the knowledge base as written: offices, their kinds, governments, people, terms.

The data is `data/kb/*.yaml`; the head of each file documents its fields.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from isnad.lexicon.load import entries
from isnad.records import Record

ROLES, GOVERNMENTS = "kb/roles.yaml", "kb/governments.yaml"
OFFICES, PERSONS, TERMS = "kb/offices.yaml", "kb/persons.yaml", "kb/terms.yaml"
SOURCES = (ROLES, GOVERNMENTS, OFFICES, PERSONS, TERMS)


class Role(Record, forbid_unknown_fields=True):
    """One entry of `roles.yaml`: a kind of office that many states have."""

    id: str
    name_en: str
    sector: str
    titles: tuple[str, ...]
    construct: bool = False
    several: bool = False


class Government(Record, forbid_unknown_fields=True):
    """One entry of `governments.yaml`: words that name one of the governments of a state."""

    id: str
    country: str
    name_en: str
    words: tuple[str, ...]
    rival: bool = False


class OfficeEntry(Record, forbid_unknown_fields=True):
    """One entry of `offices.yaml`."""

    id: str
    role: str | None = None
    country: str | None = None
    government: str | None = None
    body: str | None = None
    name: str | None = None
    name_en: str | None = None
    sector: str | None = None
    titles: tuple[str, ...] = ()
    full: tuple[str, ...] = ()
    several: bool = False


class PersonEntry(Record, forbid_unknown_fields=True):
    """One entry of `persons.yaml`."""

    id: str
    name: str
    name_en: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None


class TermEntry(Record, forbid_unknown_fields=True):
    """One entry of `terms.yaml`."""

    person: str
    office: str
    start: str | None = None
    end: str | None = None
    acting: bool = False
    attested: dict[str, str] = msgspec.field(default_factory=dict)
    note: str | None = None


class Tables(NamedTuple):
    """All entries of a knowledge base."""

    roles: tuple[Role, ...] = ()
    governments: tuple[Government, ...] = ()
    offices: tuple[OfficeEntry, ...] = ()
    persons: tuple[PersonEntry, ...] = ()
    terms: tuple[TermEntry, ...] = ()


def packaged() -> Tables:
    """The entries of the package's own tables. Raises LexiconError where one breaks the schema."""
    return Tables(
        entries(ROLES, Role),
        entries(GOVERNMENTS, Government),
        entries(OFFICES, OfficeEntry),
        entries(PERSONS, PersonEntry),
        entries(TERMS, TermEntry),
    )
