"""Events as PLOVER codes them: the rules by which its coders merge, drop and rename, on top of what the engine read.

These rules belong to the formats of that field alone; the tables and the other formats keep every event as it was
read. What a rule drops is counted under its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from isnad.export.dictionary import DATA
from isnad.export.tidy import Told
from isnad.records import Event, EventType, Party, Record

LeftOut = Literal["no actor", "no recipient", "no date", "beside an event that includes it"]


class _Type(Record, forbid_unknown_fields=True):
    quad: int
    scale: float
    recipient: bool = False
    planned: EventType | None = None
    modes: dict[str, float] = msgspec.field(default_factory=dict)


class Codebook(Record, forbid_unknown_fields=True):
    """The entries of `data/plover.yaml`; the head of that file explains them."""

    types: dict[EventType, _Type]
    quads: dict[int, str]
    beside: dict[EventType, EventType]
    contexts: dict[str, str]
    background: str


@cache
def codebook() -> Codebook:
    """The rules and scores of PLOVER."""
    import yaml

    return msgspec.convert(yaml.safe_load((DATA / "plover.yaml").read_text("utf-8")), Codebook)


class Coded(NamedTuple):
    """One event as PLOVER has it. `date` is a day; `precision` says what it rests on: the day, month or year that the
    text gives for the event, or the day of publication."""

    event: Event
    type: EventType
    mode: str | None
    quad: int
    scale: float
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str
    precision: Literal["day", "month", "year", "publication"]


def coded(told: Told) -> Iterator[Coded | LeftOut]:
    """The events of a document as PLOVER has them, or why one is not coded, in their order."""
    present = {event.type for event in told.analysis.events if event.status == "actual" and not event.background}
    for event in told.analysis.events:
        yield _coded(event, present, told.capture.day)


def is_fact(found: Coded) -> bool:
    """Whether the event is told as news that happened, or as something that was agreed on."""
    return not found.contexts


def _coded(event: Event, present: set[EventType], day: str | None) -> Coded | LeftOut:
    book = codebook()
    if book.beside.get(event.type) in present:
        return "beside an event that includes it"
    actors, recipients = _sides(event)
    if not actors:
        return "no actor"
    planned = book.types[event.type].planned if event.status == "planned" else None
    kind = planned or event.type
    rules = book.types[kind]
    if rules.recipient and not recipients:
        return "no recipient"
    when = _date(event, day)
    if when is None:
        return "no date"
    mode = event.mode if kind == event.type else None
    return Coded(
        event, kind, mode, rules.quad, rules.modes.get(mode or "", rules.scale), _contexts(event, planned), actors,
        recipients, *when,
    )  # fmt: skip


def _sides(event: Event) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients: all who consult are actors, but for guest and host of a visit."""
    if event.type == "CONSULT" and event.mode != "visit":
        return event.actors + event.recipients, ()
    return event.actors, event.recipients


def _contexts(event: Event, planned: EventType | None) -> tuple[str, ...]:
    """What keeps an event from being a fact; a plan that has a type of its own is one: it was agreed on."""
    book = codebook()
    of_status = book.contexts.get(event.status) if planned is None else None
    return tuple(context for context in (of_status, book.background if event.background else None) if context)


def _date(event: Event, day: str | None) -> tuple[str, Literal["day", "month", "year", "publication"]] | None:
    """A day for the event: the first one of a month or year, the day of publication where the text gives none."""
    if event.date is not None:
        return event.date.value + "-01" * (2 - event.date.value.count("-")), event.date.precision
    return (day, "publication") if day is not None else None
