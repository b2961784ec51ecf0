"""Which of the places of a sentence is that of the event."""

from __future__ import annotations

from tests.events.happening import Happened, happened


def _event(body: str, kind: str) -> Happened:
    return next(event for event in happened(body) if event.type == kind)


def test_place_that_opens_the_sentence_holds_for_all_of_it() -> None:
    text = "وفي حلب، ومع احتدام المعارك بين الجيش السوري والمسلحين، قتل سالم الحداد بكمين في المدينة."
    assert _event(text, "ASSAULT").place == "حلب"


def test_witness_is_the_place() -> None:
    assert _event("شهدت العاصمة بغداد مظاهرات ضد الحكومة العراقية.", "PROTEST").place == "العاصمة بغداد"


def test_place_of_the_source_is_not_the_place_of_the_event() -> None:
    event = _event("قالت مصادر طبية في البصرة إن متظاهرين عراقيين قتلوا في بغداد.", "ASSAULT")
    assert event.place == "بغداد"


def test_relative_clause_takes_place_where_its_noun_is() -> None:
    text = "قصفت طائرات تركية قاعدة النخيل التي استعادها المسلحون قرب حلب."
    assert [event.place for event in happened(text) if event.mentions[0] == "استعاد"] == ["قاعدة النخيل"]


def test_deed_without_a_place_has_that_of_the_deed_before() -> None:
    events = happened("قصفت القوات السورية قاعدة النخيل. وقتلت ثلاثة مدنيين سوريين.")
    assert [event.place for event in events] == ["قاعدة النخيل", "قاعدة النخيل"]


def test_invading_state_is_not_the_place() -> None:
    assert _event("بدأ غزو روسيا لأوكرانيا.", "ASSAULT").place == "أوكرانيا"


def test_judiciary_is_no_place() -> None:
    event = _event("اعتقلت الشرطة العراقية سبعة مسؤولين بطلب من القضاء الأميركي.", "COERCE")
    assert event.place == ""


def test_noun_behind_a_definite_head_is_no_part_of_the_place() -> None:
    places = [event.place for event in happened("أسقط مسلحون فلسطينيون في المخيم طائرة استطلاع إسرائيلية.")]
    assert "المخيم طائرة" not in places
