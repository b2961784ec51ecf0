"""PLOVER's rules, each on a small event of its own."""

from __future__ import annotations

from typing import Any

import pytest

from isnad.analyse import analyse
from isnad.export.coding import Coded, codebook, coded, is_fact
from isnad.export.tidy import Told
from isnad.records import Document, Event, EventDate, Party, Span
from isnad.store.read import Capture

TEXT = "قصفت طائرات مدينة"
ACTOR = Party(span=Span(5, 11), entity=None, name="طائرات", country="SYR")
OTHER = Party(span=Span(12, 17), entity=None, name="مدينة", country="TUR")


def event(kind: str, **fields: Any) -> Event:
    """An event of that type with one actor, told on the day."""
    plain: dict[str, Any] = {
        "id": "v1", "story": 0, "trigger": Span(0, 4), "mentions": (Span(0, 4),), "type": kind, "mode": None,
        "actor": ACTOR.span, "actor_entity": None, "actor_country": "SYR", "actors": (ACTOR,), "recipient": None,
        "recipient_entity": None, "recipient_country": None, "recipients": (), "place": None, "date": None,
        "status": "actual", "background": False, "claim": None, "score": 0.9, "why": "",
    }  # fmt: skip
    return Event(**{**plain, **fields})


def code(*events: Event, day: str | None = "2018-03-07") -> list[Coded | str]:
    """The events as PLOVER has them."""
    from msgspec.structs import replace

    analysis = replace(analyse(Document(id="d", text=TEXT)), events=events)
    capture = Capture(
        id=1, document="d", sha256="0" * 64, length=len(TEXT), outlet=None, url=None, url_key=None, crawled=None,
        seen=None, source=None, recorded="2026-01-01T00:00:00.000000Z", analysis=1, version="", skipped=None,
        outlet_id=None, outlet_name=None, outlet_country=None, published=None, day=day,
    )  # fmt: skip
    return list(coded(Told(capture, analysis)))


def one(*events: Event) -> Coded:
    """The first event, which is coded."""
    found = code(*events)[0]
    assert isinstance(found, Coded)
    return found


@pytest.mark.parametrize(
    ("kind", "planned"),
    [
        ("CONSULT", "AGREE"),
        ("SUPPORT", "AGREE"),
        ("RETREAT", "CONCEDE"),
        ("CONCEDE", "CONCEDE"),
        ("ASSAULT", "ASSAULT"),
    ],
)
def test_a_plan_of_cooperation_is_an_agreement(kind: str, planned: str) -> None:
    assert one(event(kind, status="planned")).type == planned


def test_a_plan_of_cooperation_is_a_fact_and_a_plan_of_violence_is_none() -> None:
    assert is_fact(one(event("CONSULT", status="planned", mode="phone")))
    assert one(event("CONSULT", status="planned", mode="phone")).mode is None
    assert one(event("ASSAULT", status="planned")).contexts == ("future",)


@pytest.mark.parametrize(
    ("fields", "contexts"),
    [
        ({"status": "denied"}, ("negation",)),
        ({"status": "demanded"}, ("hypothetical",)),
        ({"status": "hypothetical"}, ("hypothetical",)),
        ({"background": True}, ("historical",)),
        ({"status": "denied", "background": True}, ("negation", "historical")),
        ({}, ()),
    ],
)
def test_what_is_no_fact_says_so(fields: dict[str, Any], contexts: tuple[str, ...]) -> None:
    found = one(event("ASSAULT", **fields))
    assert found.contexts == contexts
    assert is_fact(found) == (not contexts)


def test_mobilising_is_not_coded_beside_an_assault() -> None:
    assert code(event("MOBILIZE"), event("ASSAULT", id="v2"))[0] == "beside an event that includes it"
    assert isinstance(code(event("MOBILIZE"), event("ASSAULT", id="v2", status="denied"))[0], Coded)


def test_nothing_is_coded_without_an_actor_or_a_day() -> None:
    assert code(event("ASSAULT", actors=())) == ["no actor"]
    assert code(event("ASSAULT"), day=None) == ["no date"]


def test_aid_needs_somebody_who_is_helped() -> None:
    assert code(event("AID")) == ["no recipient"]
    assert one(event("AID", recipients=(OTHER,))).recipients == (OTHER,)


def test_all_who_consult_are_actors_but_a_host_is_not() -> None:
    talks = one(event("CONSULT", recipients=(OTHER,)))
    visit = one(event("CONSULT", mode="visit", recipients=(OTHER,)))
    assert (talks.actors, talks.recipients) == ((ACTOR, OTHER), ())
    assert (visit.actors, visit.recipients) == ((ACTOR,), (OTHER,))


@pytest.mark.parametrize(
    ("date", "day", "precision"),
    [
        (None, "2018-03-07", "publication"),
        ("2018-03-05", "2018-03-05", "day"),
        ("2018-02", "2018-02-01", "month"),
        ("2011", "2011-01-01", "year"),
    ],
)
def test_an_event_always_has_a_whole_day(date: str | None, day: str, precision: str) -> None:
    told = EventDate(value=date, precision=precision, span=None) if date is not None else None  # type: ignore[arg-type]
    found = one(event("ASSAULT", date=told))
    assert (found.date, found.precision) == (day, precision)


def test_a_mode_has_its_own_score() -> None:
    assert [one(event("ASSAULT", mode=mode)).scale for mode in (None, "drone", "beat")] == [-9, -9.5, -7.5]
    assert one(event("PROTEST", mode="vandalize")).scale == -5
    assert {rules.quad for rules in codebook().types.values()} == {1, 2, 3, 4}
    assert len(codebook().types) == 16
