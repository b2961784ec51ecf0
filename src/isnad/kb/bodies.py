"""Which organisation, outlet or state of the lexicon a name stands for, as a whole."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.lexicon import actors, geo, grammar, nouns
from isnad.records import Kind
from isnad.text import fold
from isnad.text.signs import BRACKETS, COMMA, QUOTES

_QUOTES = "".join(QUOTES | BRACKETS)
_STATE = frozenset({"name", "capital", "metonym", "nisba"})


class Body(NamedTuple):
    """An organisation, outlet or state: its id, names, state and sector."""

    id: str
    name: str
    name_en: str | None
    country: str | None
    sector: str | None


def body_of(name: str, kind: Kind) -> Body | None:
    """The body that the whole name is, with or without its head noun: «الأمم المتحدة», «صحيفة الرياض»; a state for
    its name, its capital or its government («طهران», «الحكومة الإيرانية»)."""
    words = [word for word in fold(name).split() if word.strip(_QUOTES)]
    words = [word.strip(_QUOTES + COMMA) for word in words]
    if not words:
        return None
    if kind == "government":
        return _state(words)
    for at in (0, 1):
        for entry in actors.at(words, at) if at < len(words) else ():
            rest = words[at + len(entry.tokens) :]
            whole = all(word in grammar.words("adjective") for word in rest)
            headed = not entry.needs_head or at == 1 or kind == "media"
            if (
                whole
                and headed
                and entry.start == 0
                and (entry.kind == "media") == (kind == "media")
                and _head(words[:at])
            ):
                return Body(entry.id, entry.name, entry.name_en, entry.country, entry.sector)
    return _state(words) if kind == "organisation" else None


def _head(words: list[str]) -> bool:
    """Whether nothing but the noun of a kind of body stands before the name («منظمة», «صحيفة»)."""
    return all(any(n.noun.is_a("body") or n.noun.is_a("media") for n in nouns.find(word)) for word in words)


def _state(words: list[str]) -> Body | None:
    ruled = len(words) > 1 and any(n.noun.kind == "government" for n in nouns.find(words[0]))
    at = 1 if ruled else 0
    for reading in geo.at(words, at):
        adjective = reading.what == "nisba"
        whole = at + len(reading.tokens) == len(words) and reading.start == 0 and not reading.weak
        if whole and reading.iso3 and reading.what in _STATE and (ruled or not adjective):
            return state(reading.iso3)
    return None


@cache
def state(iso3: str) -> Body | None:
    """The state with this code (ISO 3166-1 alpha-3)."""
    return _states().get(iso3)


@cache
def _states() -> dict[str, Body]:
    return {e.id: Body(e.id, e.name, e.name_en, e.id, "GOV") for e in geo.countries() if e.iso3}
