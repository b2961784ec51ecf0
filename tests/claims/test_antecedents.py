"""Acts over what a pronoun takes up, and what a verb says of its pronoun."""

from __future__ import annotations

import pytest
from tests.telling import cues, told


def _read(body: str) -> list[tuple[str, str | None, str]]:
    return [(claim.cue, claim.name, claim.content) for claim in told(body)]


def test_content_of_a_relative_clause_stands_before_its_verb() -> None:
    body = "ولا تزال القرية تنتظر الإجراءات الجديدة التي أعلنها سالم الحداد أمس."
    assert _read(body) == [("أعلنها", "سالم الحداد", "الإجراءات الجديدة")]


def test_relative_clause_without_a_speaker_is_no_claim() -> None:
    assert _read("ولا تزال القرية تنتظر الإجراءات الجديدة التي أعلنها أمس.") == []


def test_content_of_a_pronoun_behind_a_preposition_stands_before_its_verb() -> None:
    body = "ونفذت البلدية الإصلاحات التي طالبت بها نقابة الصيادين."
    assert ("طالبت", "نقابة الصيادين", "الإصلاحات") in _read(body)


@pytest.mark.parametrize("opening", ["وهو ما", "وهو أمر", "الأمر الذي"])
def test_denial_of_a_clause_has_the_content_of_the_claim_before_it(opening: str) -> None:
    body = f"اتهمت بلدية الوادي الشركة بتلويث النهر، {opening} تنفيه الشركة."
    assert _read(body)[1:] == [("تنفيه", "الشركة", "الشركة بتلويث النهر")]


def test_law_that_a_parliament_passed_is_no_admission() -> None:
    assert _read("وبدأ العمل بالقانون الذي أقره البرلمان أمس.") == []


def test_what_somebody_is_considered_is_the_content() -> None:
    body = "دانت نقابة الصيادين القرار، وعدّته إهانة لأعضائها."
    assert _read(body)[1:] == [("عدّته", "نقابة الصيادين", "إهانة لأعضائها")]


def test_first_person_with_a_hamza_is_no_report() -> None:
    assert cues("ما يسقط في الدائرة أعتبره حصتي.") == []


def test_attack_of_a_person_is_one_in_words() -> None:
    body = "هاجم النائب سالم الحداد قانون الضرائب الجديد."
    assert _read(body) == [("هاجم", "سالم الحداد", "قانون الضرائب الجديد")]


def test_attack_of_armed_men_is_no_claim() -> None:
    assert cues("هاجم المسلحون قرية الوادي.") == []


def test_what_a_text_contains_is_its_content() -> None:
    body = "وتضمن البيان رفع الرسوم عن الصيادين."
    assert _read(body) == [("تضمن", "البيان", "رفع الرسوم عن الصيادين")]


@pytest.mark.parametrize("body", ["وتضمن الحفل عروضا راقصة.", "ووقع الطرفان الاتفاق الذي يتضمن رفع الرسوم."])
def test_what_a_thing_contains_is_no_claim(body: str) -> None:
    assert cues(body) == []
