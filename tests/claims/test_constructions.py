"""Constructions of ordinary news that the first cases lacked, each with its counterpart."""

from __future__ import annotations

import pytest
from tests.telling import told


def _read(body: str) -> list[tuple[str, str | None, str]]:
    return [(claim.cue, claim.name, claim.content) for claim in told(body)]


def test_branch_in_apposition_belongs_to_the_speaker() -> None:
    body = "أعلنت سرايا الوادي الجناح العسكري لحركة النهر، اليوم الأحد، استهداف الموقع."
    assert _read(body) == [("أعلنت", "سرايا الوادي", "استهداف الموقع")]


def test_quoted_body_is_a_name_and_no_quotation() -> None:
    body = 'أعلنت "قوات الوادي"، الجناح العسكري للجماعة، أن العملية انتهت.'
    assert _read(body) == [("أعلنت", "قوات الوادي", "أن العملية انتهت")]


def test_quoted_sentence_is_a_quotation_and_no_name() -> None:
    body = 'قال سالم الحداد "لن نقبل بذلك أبدا" ثم غادر القاعة.'
    assert _read(body) == [("قال", "سالم الحداد", '"لن نقبل بذلك أبدا"')]


def test_source_that_is_a_sentence_credits_the_sentence_before() -> None:
    body = "وصلت القافلة إلى المدينة صباحا. بحسب وكالة رويترز."
    assert [(cue, content) for cue, _, content in _read(body)] == [("بحسب", "وصلت القافلة إلى المدينة صباحا")]


def test_event_of_a_verbal_noun_has_its_own_speaker() -> None:
    body = "وأغلقت الطرق بعد إعلان الوزير سالم الحداد أن العاصفة تقترب."
    assert _read(body) == [("إعلان", "سالم الحداد", "أن العاصفة تقترب")]


def test_event_without_a_speaker_is_no_claim() -> None:
    assert _read("وأغلقت الطرق بعد إعلان حالة الطوارئ في المدينة.") == []


def test_medium_between_verb_and_subject_is_no_speaker() -> None:
    body = 'وأكد لـ"الوطن" مصدر أمني أن المضبوطات كبيرة.'
    assert _read(body) == [("أكد", "مصدر أمني", "أن المضبوطات كبيرة")]


def test_clock_time_opens_no_speech() -> None:
    body = "وأعلنت القوات اعتراض الصاروخ في الساعة 19:27 مساء الأحد."
    assert [content for _, _, content in _read(body)] == ["اعتراض الصاروخ في الساعة 19:27 مساء الأحد"]


@pytest.mark.parametrize("wordy", ["وقالت الخارجيةفي بيان أنّالوضع صعب.", "وقالت الخارجية في بيان أنّ الوضع صعب."])
def test_words_written_together_are_read_apart(wordy: str) -> None:
    assert [(cue, name) for cue, name, _ in _read(wordy)] == [("قالت", "الخارجية")]


def test_father_is_not_meant_by_the_name_of_his_son() -> None:
    body = "قال الأمير محمد بن سلمان العطار إن المشروع جاهز. وأبدى الملك سلمان رأيه في المشروع."
    assert [name for _, name, _ in _read(body)][-1] != "محمد بن سلمان العطار"
