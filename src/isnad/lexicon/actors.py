"""Named organisations, armed groups, organs of state, and media outlets.

The data is `data/entities.yaml` and `data/outlets.yaml`. Keys are folded (`isnad.text.fold`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from isnad.lexicon.affixes import ARTICLE
from isnad.lexicon.clitics import splits
from isnad.lexicon.geo import nisba_forms
from isnad.lexicon.load import compiled, entries
from isnad.records import Record
from isnad.text import fold

ENTITIES = "entities.yaml"
OUTLETS = "outlets.yaml"

ActorKind = Literal["organisation", "group", "government", "media"]
_NEVER, _ALWAYS, _EITHER = 0, 1, 2


class EntityEntry(Record, forbid_unknown_fields=True):
    """One entry of `entities.yaml`; the head of that file documents the fields."""

    id: str
    kind: ActorKind
    name_en: str
    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    nisba: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    needs_head: bool = False


class OutletEntry(Record, forbid_unknown_fields=True):
    """One entry of `outlets.yaml`; the head of that file documents the fields."""

    id: str
    names: tuple[str, ...]
    country: str | None = None
    name_en: str | None = None
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    agency: bool = False
    needs_head: bool = False


class OutletInfo(Record):
    """An outlet. `name` is its Arabic name; `country` ISO 3166-1 alpha-3; `domains` without «www.»."""

    id: str
    name: str
    country: str | None
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False
    needs_head: bool = False


class NamedEntry(Record):
    """One name of an entity or outlet.

    `tokens` are the folded tokens of the name, the first without proclitics, as it stands in the text; `start`
    is the offset of the name in the first token. `needs_head`: the bare name is an ordinary word and counts only
    after its head noun («حركة فتح», «صحيفة الرياض»), inside quotation marks or as metadata. `loaded`: the name
    carries a judgement.
    """

    id: str
    kind: ActorKind
    country: str | None
    name: str
    name_en: str | None
    tokens: tuple[str, ...]
    needs_head: bool = False
    loaded: bool = False
    sector: str | None = None
    agency: bool = False
    start: int = 0


class _Row(msgspec.Struct, frozen=True, array_like=True):
    actor: int
    rest: tuple[str, ...]
    article: int
    needs_head: bool
    loaded: bool


class _Actor(msgspec.Struct, frozen=True, array_like=True):
    id: str
    kind: ActorKind
    country: str | None
    name: str
    name_en: str | None
    sector: str | None
    agency: bool


class _Table(msgspec.Struct):
    actors: tuple[_Actor, ...]
    rows: dict[str, tuple[_Row, ...]]
    outlets: tuple[OutletInfo, ...]
    by_id: dict[str, int]
    by_domain: dict[str, int]
    by_name: dict[str, int]


def entity_entries() -> tuple[EntityEntry, ...]:
    """The entries of `entities.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(ENTITIES, EntityEntry)


def outlet_entries() -> tuple[OutletEntry, ...]:
    """The entries of `outlets.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(OUTLETS, OutletEntry)


def _build() -> _Table:
    actors: list[_Actor] = []
    rows: dict[str, list[_Row]] = {}
    outlets: list[OutletInfo] = []
    by_id: dict[str, int] = {}
    by_domain: dict[str, int] = {}
    by_name: dict[str, int] = {}

    def name(form: str, *, needs_head: bool, loaded: bool = False) -> None:
        first, *rest = fold(form).split()
        article = form.startswith(ARTICLE) and len(first) > 3  # before folding: what begins with a hamza has no article
        row = _Row(len(actors) - 1, tuple(rest), int(article), needs_head and not rest, loaded)
        key = first[2:] if article else first
        if row not in rows.setdefault(key, []):
            rows[key].append(row)

    for entry in entity_entries():
        actors.append(
            _Actor(entry.id, entry.kind, entry.country, entry.names[0], entry.name_en, entry.sector, agency=False)
        )
        for form in entry.names:
            name(form, needs_head=entry.needs_head)
        for form in entry.loaded:
            name(form, needs_head=False, loaded=True)
        for nisba in entry.nisba:
            for folded, number, _ in nisba_forms(nisba):
                if number == "p":
                    row = _Row(len(actors) - 1, (), _EITHER, False, False)
                    others = (r for r in rows.get(folded, ()) if r.actor != row.actor or r.rest)
                    rows[folded] = [*others, row]
    for outlet in outlet_entries():
        actors.append(_Actor(outlet.id, "media", outlet.country, outlet.names[0], outlet.name_en, None, outlet.agency))
        by_id.update({key.lower(): len(outlets) for key in (outlet.id, *outlet.aliases)})
        by_domain.update({domain: len(outlets) for domain in outlet.domains})
        for form in outlet.names:
            name(form, needs_head=outlet.needs_head)
            by_name.setdefault(fold(form), len(outlets))
        outlets.append(
            OutletInfo(
                id=outlet.id,
                name=outlet.names[0],
                country=outlet.country,
                names=outlet.names,
                domains=outlet.domains,
                agency=outlet.agency,
                needs_head=outlet.needs_head,
            )
        )
    ordered = {key: tuple(sorted(found, key=lambda r: -len(r.rest))) for key, found in rows.items()}
    return _Table(tuple(actors), ordered, tuple(outlets), by_id, by_domain, by_name)


@cache
def _table() -> _Table:
    return compiled("actors", (ENTITIES, OUTLETS), _Table, _build)


@lru_cache(maxsize=65536)
def entities(first_word: str) -> tuple[NamedEntry, ...]:
    """The names of entities and outlets that may begin with the folded token, longest first.

    The caller compares `tokens[1:]` with the following tokens, or asks `at`.

    >>> [(e.id, e.tokens, e.start) for e in entities("للناتو")]
    [('nato', ('ناتو',), 2)]
    """
    table = _table()
    result = []
    for start, stem, definite in splits(first_word):
        for row in table.rows.get(stem, ()):
            if row.article == _EITHER or (row.article == _ALWAYS) == definite:
                actor = table.actors[row.actor]
                result.append(
                    NamedEntry(
                        id=actor.id,
                        kind=actor.kind,
                        country=actor.country,
                        name=actor.name,
                        name_en=actor.name_en,
                        tokens=(first_word[start:], *row.rest),
                        needs_head=row.needs_head,
                        loaded=row.loaded,
                        sector=actor.sector,
                        agency=actor.agency,
                        start=start,
                    )
                )
    return tuple(sorted(result, key=lambda e: (-len(e.tokens), e.start)))


def at(words: Sequence[str], index: int) -> tuple[NamedEntry, ...]:
    """The names that fit at token `index` of the folded tokens `words`, longest first."""
    alone, longer = _by_second(words[index])
    if not longer or index + 1 >= len(words) or words[index + 1] not in longer:
        return alone
    found = [e for e in longer[words[index + 1]] if tuple(words[index + 1 : index + len(e.tokens)]) == e.tokens[1:]]
    return tuple(sorted((*found, *alone), key=lambda e: (-len(e.tokens), e.start)))


@lru_cache(maxsize=1 << 14)
def _by_second(first_word: str) -> tuple[tuple[NamedEntry, ...], dict[str, tuple[NamedEntry, ...]]]:
    """The names of one word that the token can be, and the longer ones by their second word."""
    found = entities(first_word)
    longer: dict[str, tuple[NamedEntry, ...]] = {}
    for entry in found:
        if len(entry.tokens) > 1:
            longer[entry.tokens[1]] = (*longer.get(entry.tokens[1], ()), entry)
    return tuple(e for e in found if len(e.tokens) == 1), longer


def outlet_by_id(outlet: str) -> OutletInfo | None:
    """The outlet with this id or alias, upper or lower case, or None."""
    table = _table()
    found = table.by_id.get(outlet.strip().lower())
    return None if found is None else table.outlets[found]


def outlet_by_domain(url: str) -> OutletInfo | None:
    """The outlet that publishes at this URL or host name, or None; a sub-domain counts for its parent."""
    try:
        host = (urlsplit(url).hostname if "//" in url else url.partition("/")[0]) or ""
    except ValueError:  # half an IPv6 address
        return None
    table = _table()
    parts = host.lower().removeprefix("www.").split(".")
    for i in range(len(parts) - 1):
        found = table.by_domain.get(".".join(parts[i:]))
        if found is not None:
            return table.outlets[found]
    return None


def outlet_by_name(name: str) -> OutletInfo | None:
    """The outlet with this folded name, with or without a head noun that its names include, or None."""
    table = _table()
    found = table.by_name.get(name)
    return None if found is None else table.outlets[found]
