"""Within a document one event is one event."""

from __future__ import annotations

from tests.events.happening import happened


def test_definite_noun_refers_to_what_was_told() -> None:
    body = "شن مسلحون هجوما على حاجز للجيش المصري في سيناء. وقال سكان إن الهجوم وقع فجرا."
    attacks = [event for event in happened(body) if event.type == "ASSAULT"]
    assert [event.mentions for event in attacks] == [("هجوما", "هجوم")]


def test_headline_and_body_tell_one_event() -> None:
    events = happened("قصف الجيش السوري مواقع المسلحين في حلب أمس.", "الجيش السوري يقصف حلب")
    assert [len(event.mentions) for event in events if event.type == "ASSAULT"] == [2]


def test_killing_belongs_to_the_attack_of_its_sentence() -> None:
    events = happened("أدى هجوم انتحاري إلى مقتل ثلاثة جنود أتراك قرب عفرين.")
    assert [set(event.mentions) for event in events] == [{"هجوم", "مقتل"}]


def test_other_states_keep_events_apart() -> None:
    body = "قصف الجيش السوري مواقع المسلحين في حلب. وقصف الجيش التركي مواقع المسلحين في عفرين."
    assert len([event for event in happened(body) if event.type == "ASSAULT"]) == 2


def test_a_place_belongs_to_one_event() -> None:
    body = "قصف الجيش السوري مواقع المسلحين في حلب. وقتل ثلاثة مدنيين في القصف."
    places = [span for event in happened(body) for span in event.mentions]
    assert len(places) == 3
