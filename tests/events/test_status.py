"""What happened, what did not, and what is only referred to."""

from __future__ import annotations

import pytest
from tests.events.happening import happened, reported


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("قصف الجيش السوري بلدة في ريف حلب أمس.", "actual"),
        ("قال المتحدث إن الجيش السوري سيقصف مواقع المسلحين في حلب.", "planned"),
        ("نفى المتحدث قصف الجيش السوري للمدينة.", "denied"),
        ("لم يقصف الجيش السوري مواقع المسلحين في حلب.", "denied"),
        ("قد يقصف الجيش السوري مواقع المسلحين في حلب.", "hypothetical"),
    ],
)
def test_status_follows_the_mood(body: str, status: str) -> None:
    assert [event.status for event in happened(body) if event.type == "ASSAULT"] == [status]


def test_denial_is_never_a_fact() -> None:
    assert ("ASSAULT", "actual") not in reported("نفى الجيش السوري قصف المدينة.")


def test_fear_of_an_attack_is_no_attack() -> None:
    assert ("ASSAULT", "actual") not in reported("يخشى سكان المدينة هجوما من المسلحين.")


def test_known_assassination_is_background() -> None:
    assert reported("بدأت محاكمة المتهمين باغتيال الحداد.") == []


def test_announced_killing_is_reported() -> None:
    assert ("ASSAULT", "actual") in reported("أعلن الجيش المصري مقتل عشرة مسلحين في سيناء.")


def test_people_named_after_a_protest_are_no_protest() -> None:
    assert not [kind for kind, _ in reported("قال المتظاهرون إنهم باقون في الميدان.") if kind == "PROTEST"]


def test_war_that_is_only_named_is_background() -> None:
    assert all(event.background for event in happened("ارتفع عدد اللاجئين منذ بداية الحرب في سوريا."))


def test_harsh_name_for_a_known_deed_is_no_further_deed() -> None:
    body = "قصف الجيش السوري بلدة في ريف حلب. وقال المتحدث إن ذلك يعد عدوانا على بلد مستقل."
    assert len([kind for kind, _ in reported(body) if kind == "ASSAULT"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        "قال المتحدث إن المحققين نظروا في جرائم محتملة للجنود السوريين بحق المدنيين.",
        "قال سكان إن لدى الجنود توجيهات بإطلاق النار على المتظاهرين.",
        "عقد اللقاء من أجل القضاء على المسلحين في المدينة.",
    ],
)
def test_possible_ordered_and_intended_deeds_are_no_facts(body: str) -> None:
    assert ("ASSAULT", "actual") not in reported(body)


def test_meeting_somebody_travels_for_is_planned() -> None:
    events = happened("وصل وزير الدفاع المصري إلى الخرطوم للقاء الرئيس السوداني.")
    assert [event.status for event in events if "لقاء" in event.mentions] == ["planned"]


def test_talks_that_will_treat_of_something_are_planned() -> None:
    body = "أعلنت الخارجية المصرية أن مباحثات الوزير المصري مع نظيره السوداني ستتناول أمن الحدود."
    assert ("CONSULT", "planned") in reported(body)


def test_talks_that_treated_of_something_took_place() -> None:
    body = "أعلنت الخارجية المصرية أن مباحثات الوزير المصري مع نظيره السوداني تناولت أمن الحدود."
    assert ("CONSULT", "actual") in reported(body)


def test_verb_joined_to_a_planned_one_is_planned() -> None:
    events = happened("سيزور وزير الخارجية المصري بغداد ويبحث مع نظيره العراقي ملف المياه.")
    assert {e.status for e in events} == {"planned"}


def test_noun_joined_to_a_demanded_one_did_not_happen() -> None:
    events = happened("طالبت الأمم المتحدة إسرائيل بوقف القصف وسحب قواتها من غزة.")
    assert "actual" not in {e.status for e in events if e.type != "REQUEST"}


def test_perfect_joined_to_another_happened() -> None:
    events = happened("زار وزير الخارجية المصري بغداد وبحث مع نظيره العراقي ملف المياه.")
    assert {e.status for e in events} == {"actual"}
