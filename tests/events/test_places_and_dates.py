"""Where and when it happened, not where and when it was reported."""

from __future__ import annotations

from tests.events.happening import happened, read


def test_place_with_its_hierarchy() -> None:
    (event,) = happened("قصف الجيش السوري مواقع المسلحين في البوكمال بمحافظة دير الزور.")
    assert event.place.startswith("البوكمال")


def test_unknown_place_behind_its_head_noun() -> None:
    (event,) = happened("قتل جنديان تركيان في منطقة النخيل أمس.")
    assert (event.place, event.date) == ("منطقة النخيل", "2018-10-02")


def test_planned_event_on_a_weekday_is_still_to_come() -> None:
    event = next(e for e in happened("سيلتقي الرئيس المصري نظيره الروسي يوم الأحد.") if e.type == "CONSULT")
    assert (event.status, event.date) == ("planned", "2018-10-07")


def test_event_without_a_time_has_no_date() -> None:
    (event,) = happened("قصف الجيش السوري مواقع المسلحين في حلب.")
    assert event.date == ""


def test_spans_reproduce_their_words() -> None:
    analysis = read("شن الجيشُ المصريُّ هجومًا على مسلّحين في سيناء أمس.")
    (event,) = analysis.events
    assert event.trigger.of(analysis.text) == "هجومًا"
    assert event.mentions[0] == event.trigger


def test_time_in_the_relative_clause_of_the_event_is_its_own() -> None:
    text = "استهدفت الغارات الجوية التي شنها الجيش التركي يوم الجمعة مواقع المسلحين في شمال العراق."
    assert "2018-09-28" in {event.date for event in happened(text)}


def test_same_party_goes_on_at_the_same_time() -> None:
    text = "أدان وزير الدفاع التركي سالم الحداد الهجوم يوم الأحد. وعبر الحداد عن عزائه لأسر الضحايا."
    event = next(e for e in happened(text) if e.type == "SUPPORT")
    assert event.date == "2018-09-30"


def test_time_does_not_hold_for_another_party() -> None:
    text = "أدان وزير الدفاع التركي سالم الحداد الهجوم يوم الأحد. واعتقلت الشرطة العراقية ثلاثة مسلحين."
    event = next(e for e in happened(text) if e.type == "COERCE")
    assert event.date == ""
