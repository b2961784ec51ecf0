"""Of which state the parties are."""

from __future__ import annotations

from tests.events.happening import Happened, happened


def _event(body: str, kind: str) -> Happened:
    return next(event for event in happened(body) if event.type == kind)


def test_occupation_is_the_state_that_the_press_calls_so() -> None:
    event = _event("قتل جنود الاحتلال ثلاثة فلسطينيين في مدينة جنين.", "ASSAULT")
    assert (event.actor_country, event.recipient_country) == ("ISR", "PSE")


def test_known_name_outweighs_the_scene() -> None:
    event = _event("اتهم بوتين القوات الأوكرانية بقصف مدينة دونيتسك.", "ACCUSE")
    assert (event.actor_country, event.recipient_country) == ("RUS", "UKR")


def test_several_states_have_no_state_of_the_scene() -> None:
    event = _event("دانت عدة دول عربية الهجوم على مدينة حلب السورية.", "ACCUSE")
    assert event.actor_country is None


def test_organisation_of_rights_has_no_state_of_the_scene() -> None:
    event = _event("انتقدت منظمات حقوقية القوات السورية في حلب.", "ACCUSE")
    assert (event.actor_country, event.recipient_country) == (None, "SYR")


def test_bereaved_belong_to_the_state_of_the_attack() -> None:
    text = "قتل عشرة أشخاص في هجوم على مدينة حلب السورية. وعبر وزير الدفاع التركي سالم الحداد عن عزائه لأسر الضحايا."
    assert _event(text, "SUPPORT").recipient_country == "SYR"
