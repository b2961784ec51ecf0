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


def test_two_reported_deeds_stay_two() -> None:
    body = "فجر انتحاري نفسه في سوق السويداء. وهاجم مسلحون آخرون قرى في ريف السويداء."
    assert len([event for event in happened(body) if event.type == "ASSAULT"]) == 2


def test_outcome_belongs_to_what_led_to_it() -> None:
    body = "قال المتحدث إن الصواريخ التي أطلقت على المدينة أدت إلى تدمير مصنع للورق."
    assert len([event for event in happened(body) if event.type == "ASSAULT"]) <= 1


def test_both_sides_take_up_the_meeting_told_before() -> None:
    body = "التقى وزير الخارجية المصري نظيره السوداني في القاهرة. وناقش الوزيران أمن الحدود."
    assert [event.mentions for event in happened(body) if event.type == "CONSULT"] == [("التقى", "ناقش")]


def test_meetings_with_others_stay_apart() -> None:
    body = "التقى وزير الخارجية المصري نظيره السوداني. والتقى وزير الخارجية المصري نظيره الأردني."
    assert len([event for event in happened(body) if event.type == "CONSULT"]) == 2
