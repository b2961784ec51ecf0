"""Whose words a clause holds: what it describes, whom its verb agrees with, what its pronoun takes up."""

from __future__ import annotations

import pytest
from tests.telling import told


def speaker(body: str, cue: str) -> tuple[str, str | None]:
    claim = next(c for c in told(body) if c.cue == cue)
    return claim.speaker, claim.name


def test_indefinite_noun_speaks_in_the_clause_that_describes_it() -> None:
    assert speaker("حمل المتظاهرون لافتات كبيرة تدعو إلى فتح السوق.", "تدعو")[0] == "لافتات كبيرة"


def test_noun_that_does_not_agree_with_the_clause_does_not_speak() -> None:
    assert speaker("تابع سالم الحداد لافتات كبيرة وطالب بفتح السوق.", "طالب")[1] == "سالم الحداد"


def test_whoever_does_not_agree_with_the_verb_is_its_object() -> None:
    body = "قالت النقابة إن الطريق مغلق. وطالبت المجتمع الدولي بأن يفي بوعوده."
    assert speaker(body, "طالبت") == ("", "النقابة")


def test_whoever_agrees_with_the_verb_is_its_subject() -> None:
    assert speaker("وطالب المجلس البلدي بأن تفتح السوق.", "طالب")[0] == "المجلس البلدي"


@pytest.mark.parametrize("day", ["يوم الاثنين", "نهار السبت"])
def test_day_between_verb_and_subject_is_no_speaker(day: str) -> None:
    assert speaker(f"قال {day} متحدثون باسم الحكومة إن الطريق مغلق.", "قال")[0] == "متحدثون باسم الحكومة"


def test_dateline_with_an_outlet_is_no_speaker() -> None:
    body = "بيروت، لبنان (ABC) نفى الرئيس السابق، سالم الحداد، الادعاءات."
    assert "بيروت" not in speaker(body, "نفى")[0]


def test_state_with_its_short_name_in_brackets_speaks() -> None:
    assert speaker("النقابة العامة (نعم) نفت الخبر.", "نفت")[0].startswith("النقابة العامة")


def test_subject_follows_a_pronoun_that_takes_up_a_time() -> None:
    assert speaker("أغلق الطريق في وقت تحذر فيه النقابة من الانهيار.", "تحذر")[0] == "النقابة"


def test_occasion_between_commas_is_the_sentence_subject_s() -> None:
    body = "بدوره، أجرى الوزير سالم الحداد اتصالا بنظيره، كريم الزهري، مساء الخميس، اتهم فيه النقابة بالتقصير."
    assert speaker(body, "اتهم")[1] == "سالم الحداد"


def test_words_that_a_medium_publishes_are_those_of_whom_it_names() -> None:
    body = "نشر الموقع المحلي تصريحات نسبها إلى النائب سالم الحداد قال فيها إن الطريق مغلق."
    assert speaker(body, "قال")[1] == "سالم الحداد"


def test_person_of_the_news_before_goes_on_to_speak() -> None:
    body = "قال كريم الزهري إن الطريق مغلق. وزار سالم الحداد السوق أمس. وقال إن الأسعار ثابتة."
    assert [c.name for c in told(body)][-1] == "سالم الحداد"


def test_speaker_goes_on_over_news_of_nobody() -> None:
    body = "قال كريم الزهري إن الطريق مغلق. وهطلت الأمطار أمس. وقال إن الأسعار ثابتة."
    assert [c.name for c in told(body)][-1] == "كريم الزهري"
