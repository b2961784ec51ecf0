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
