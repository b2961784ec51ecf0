"""Verbal nouns and nouns of speech that say who speaks, and those that name a deed or a thing."""

from __future__ import annotations

import pytest
from tests.telling import cues, told


def _read(body: str) -> list[tuple[str, str | None, str]]:
    return [(claim.cue, claim.name, claim.content) for claim in told(body)]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ("وتأجل اللقاء بسبب رفض الحكومة للخطة.", ("رفض", "الحكومة", "للخطة")),
        ("وتأجل اللقاء بعد مطالبة البرلمان بتحقيق جديد.", ("مطالبة", "البرلمان", "بتحقيق جديد")),
        ("وبدأ الخلاف بإعلان سالم الحداد استقالته.", ("إعلان", "سالم الحداد", "استقالته")),
        ("وارتفعت الأسعار رغم تأكيد الوزارة أن السوق هادئ.", ("تأكيد", "الوزارة", "أن السوق هادئ")),
    ],
)
def test_speaker_completes_a_verbal_noun(body: str, claim: tuple[str, str, str]) -> None:
    assert _read(body) == [claim]


@pytest.mark.parametrize(
    "body",
    [
        "وتأجل اللقاء رغم عدم إعلان الحكومة عن موعده.",
        "وتأجل اللقاء بسبب اتهام الحكومة بالفساد.",
        "وفور إعلان العملية، أغلقت المتاجر.",
        "وتأجل اللقاء بسبب انتقادات الحكومة بهذه الشدة.",
        "وأغلق الطريق بعد نقل الحكومة الموظفين.",
    ],
)
def test_noun_of_a_deed_or_of_whom_it_concerns_is_no_claim(body: str) -> None:
    assert cues(body) == []


def test_adjective_of_a_state_names_the_speaker() -> None:
    body = "وعاد الخلاف ردا على انتقادات كندية لاعتقال الصيادين."
    assert _read(body) == [("انتقادات", "كندا", "لاعتقال الصيادين")]


def test_adjective_of_a_thing_is_no_speaker() -> None:
    assert cues("وعاد الخلاف ردا على انتقادات حادة في السوق.") == []


def test_pronoun_of_a_verbal_noun_speaks_of_its_object() -> None:
    body = "قال سالم الحداد إن الموعد ثابت. وأغلقت الصحيفة بعد انتقادها القرار."
    assert _read(body)[1][::2] == ("انتقادها", "القرار")


def test_pronoun_of_the_accused_does_not_speak() -> None:
    assert cues("وغاب سالم الحداد عن الجلسة بعد اتهامه بالتقصير.") == []


def test_noun_that_says_which_act_the_verb_is_makes_no_claim_of_its_own() -> None:
    assert cues("وأعرب الوزير سالم الحداد عن إدانة بلاده للهجوم.") == ["أعرب"]
    assert cues("وأكدت الحكومة رفضها للخطة.") == ["أكدت"]


def test_protest_demands() -> None:
    body = "تظاهر عمال المصنع أمام البلدية للمطالبة بأجورهم."
    assert [(cue, content) for cue, _, content in _read(body)] == [("مطالبة", "بأجورهم")]


def test_purpose_without_a_protest_is_no_claim() -> None:
    assert cues("وسافر عمال المصنع إلى العاصمة للمطالبة بأجورهم.") == []
