"""Speech acts that are events: their claims give cue, speaker and stance."""

from __future__ import annotations

import pytest
from tests.events.happening import happened


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("اتهم الوزير العراقي المسلحين بقتل المدنيين.", "ACCUSE"),
        ("دانت مصر التفجير الذي وقع في باكستان.", "ACCUSE"),
        ("طالب الوزير العراقي تركيا بسحب قواتها.", "REQUEST"),
        ("توعد الوزير العراقي المسلحين بالرد.", "THREATEN"),
        ("أشاد الوزير المصري بالجيش السوداني.", "SUPPORT"),
    ],
)
def test_stance_gives_the_type(body: str, kind: str) -> None:
    assert kind in [event.type for event in happened(body)]


def test_act_that_the_outlet_narrates_has_no_claim() -> None:
    acts = [event for event in happened("دانت مصر التفجير الذي وقع في باكستان.") if event.type == "ACCUSE"]
    assert [(act.actor, act.actor_country, act.claim) for act in acts] == [("مصر", "EGY", None)]


def test_act_inside_a_statement_has_the_claim_around_it() -> None:
    body = "ذكرت وكالة الوادي أن الوزير العراقي اتهم المسلحين بقتل المدنيين."
    assert [event.claim for event in happened(body) if event.type == "ACCUSE"] == ["ذكرت"]


def test_noun_of_a_light_cue_is_the_trigger() -> None:
    acts = [event for event in happened("قدم الوزير الإيراني تعازيه إلى الحكومة السورية.") if event.type == "SUPPORT"]
    assert [(act.mentions[0], act.recipient_country) for act in acts] == [("تعازي", "SYR")]


def test_prayer_is_no_request() -> None:
    body = "أعرب الوزير المصري عن تعازيه، داعيا الله أن يرحم الضحايا."
    assert not [event for event in happened(body) if event.type == "REQUEST"]


def test_promise_of_force_is_a_threat() -> None:
    assert "THREATEN" in [event.type for event in happened("تعهد الرئيس اليمني بالرد على هجمات الحوثيين.")]


def test_calling_something_by_a_harsh_name_blames() -> None:
    events = happened("وصف الرئيس السوداني القانون الإسرائيلي بأنه عنصري وعدواني.")
    assert [event.type for event in events] == ["ACCUSE"]


def test_plain_description_blames_nobody() -> None:
    assert not [e for e in happened("وصف الرئيس السوداني المباحثات بأنها مثمرة.") if e.type == "ACCUSE"]


def test_warning_a_state_is_a_threat() -> None:
    assert "THREATEN" in {event.type for event in happened("حذر الرئيس المصري إثيوبيا من المساس بمياه النيل.")}


def test_warning_of_a_danger_is_no_threat() -> None:
    assert "THREATEN" not in {event.type for event in happened("حذر وزير الصحة السوداني من تفشي المرض.")}


def test_placards_demand_nothing() -> None:
    assert not [e for e in happened("رفعت لافتات تدعو إلى رحيل الحكومة السودانية.") if e.type == "REQUEST"]


def test_siege_by_protesters_belongs_to_the_protest() -> None:
    events = happened("حاصر المتظاهرون منزل المحافظ العراقي في البصرة.")
    assert {event.type for event in events} == {"PROTEST"}


def test_owner_of_the_blamed_thing_is_meant() -> None:
    (event,) = happened("استنكرت الحكومة المصرية بشدة تصريحات الرئيس التركي.")
    assert (event.type, event.recipient_country) == ("ACCUSE", "TUR")


def test_victim_of_a_condemned_attack_is_not_blamed() -> None:
    events = happened("دانت الحكومة المصرية الهجوم الإرهابي على سوق في باكستان.")
    assert [e.recipient_country for e in events if e.type == "ACCUSE"] != ["PAK"]


def test_recognition_of_a_state_supports_it() -> None:
    (event,) = happened("اعترفت إسبانيا رسميا بدولة فلسطين.")
    assert (event.type, event.actor_country, event.recipient_country) == ("SUPPORT", "ESP", "PSE")


def test_confession_is_no_recognition() -> None:
    assert not [e for e in happened("اعترف المتهم المصري بالجريمة أمام المحكمة.") if e.type == "SUPPORT"]
