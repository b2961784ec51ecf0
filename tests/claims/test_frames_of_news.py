"""Frames of ordinary news in which a reporting word is easily missed or misread."""

from __future__ import annotations

import pytest
from tests.telling import cues, told


def _read(body: str) -> list[tuple[str, str | None, str]]:
    return [(claim.cue, claim.name, claim.content) for claim in told(body)]


def test_auxiliary_between_relative_pronoun_and_verb() -> None:
    body = "وغاب سالم الحداد الذي كان يطالب بإصلاح الجسر."
    assert _read(body) == [("يطالب", "سالم الحداد", "بإصلاح الجسر")]


def test_habit_of_saying_is_said() -> None:
    assert cues("وكان سالم الحداد يقول إن الجسر آمن.") == ["يقول"]
    assert cues("وكان يقول إن الجسر آمن.") == ["يقول"]
    assert cues("ولو قال سالم الحداد إن الجسر آمن لصدقوه.") == []


def test_judgement_with_a_clause_is_no_passive() -> None:
    assert _read("وتعتبر نقابة الصيادين أن القرار جائر.") == [("تعتبر", "نقابة الصيادين", "أن القرار جائر")]
    assert cues("ويعتبر الجسر من أقدم المعالم.") == []


def test_subject_before_the_quotation_that_its_verb_opens() -> None:
    claims = told('وأضاف المتحدث أن الوزير سالم الحداد "شدد مرارا على أن الجسر آمن".')
    assert [(c.cue, c.name, c.outer) for c in claims][1:] == [("شدد", "سالم الحداد", "أضاف")]


@pytest.mark.parametrize("aside", ["، كما قالت وكالة رويترز", " - كما تقول وكالة رويترز -"])
def test_saying_that_is_likened_credits_its_source(aside: str) -> None:
    (claim,) = told(f"وصلت القافلة إلى المدينة{aside}.")
    assert (claim.name, claim.content) == ("رويترز", "وصلت القافلة إلى المدينة")


def test_likening_with_words_of_its_own_is_a_statement() -> None:
    assert [c for _, _, c in _read("كما قالت وكالة رويترز إن الطريق مغلق.")] == ["إن الطريق مغلق"]


def test_source_behind_its_own_preposition() -> None:
    body = "واستنادا إلى وكالة رويترز، وصلت القافلة إلى المدينة."
    assert [(cue, name) for cue, name, _ in _read(body)] == [("استنادا", "رويترز")]


def test_preposition_of_the_act_is_no_part_of_an_indefinite_subject() -> None:
    body = "وحذر مسؤولون محليون من انهيار الجسر."
    assert _read(body) == [("حذر", "مسؤولون محليون", "من انهيار الجسر")]


def test_participle_with_a_clause_needs_no_comma() -> None:
    body = "وأشادت الوزيرة بتوقيع الوثيقة معتبرة أنها خطوة مهمة."
    assert [(cue, content) for cue, _, content in _read(body)][1:] == [("معتبرة", "أنها خطوة مهمة")]


def test_question_opens_what_is_asked() -> None:
    assert _read("وتساءل سالم الحداد هل سيفتح الجسر غدا.") == [("تساءل", "سالم الحداد", "هل سيفتح الجسر غدا")]


def test_short_chant_behind_people_is_no_name() -> None:
    (claim,) = told('وهتف المحتجون "ارحلوا ارحلوا"، ثم تفرقوا.')
    assert (claim.cue, claim.speaker, claim.content) == ("هتف", "المحتجون", '"ارحلوا ارحلوا"')


def test_medium_through_which_one_speaks_expresses_nothing() -> None:
    assert cues("وقال سالم الحداد، عبر قناة الوادي، إن الطريق مفتوح.") == ["قال"]


def test_clause_of_the_next_verb_is_not_the_object() -> None:
    body = "ويرى باحثون مصريون عدم صحة الخبر، وتشير الباحثة إلى أن الصور قديمة."
    assert [(cue, content) for cue, _, content in _read(body)] == [
        ("يرى", "عدم صحة الخبر"),
        ("تشير", "أن الصور قديمة"),
    ]


def test_what_one_is_called_is_no_allegation() -> None:
    assert cues("وقال المتحدث إن المنفذ يدعى سالم الحداد.") == ["قال"]
    assert cues("وادعى المتحدث أن الجسر آمن.") == ["ادعى"]


def test_what_is_supposed_by_nobody_is_no_claim() -> None:
    assert cues("وعثرت الشرطة على ما يعتقد أنه مخزن قديم.") == []


def test_condition_of_speaking_is_no_topic() -> None:
    assert cues("والمسؤول العسكري تحدث شريطة عدم الكشف عن هويته.") == []


def test_quoted_name_that_is_carried_is_no_quotation() -> None:
    assert cues('وذكر المتحدث أن الأسرة نقلت "زينب" إلى المستشفى.') == ["ذكر"]


def test_quoted_medium_before_its_source_is_no_quotation() -> None:
    claims = told('ونقلت "أخبار الوادي"، عن سالم الحداد، أن الجسر آمن.')
    assert [c.content for c in claims] == ["عن سالم الحداد، أن الجسر آمن", "أن الجسر آمن"]


def test_body_that_counts_among_others_judges_nothing() -> None:
    assert cues("والشركة تعتبر من أكبر مصانع الوادي.") == []
