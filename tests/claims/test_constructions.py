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


@pytest.mark.parametrize(
    ("act", "content"),
    [
        ("واتهم المعارضين بالتسرع", "المعارضين بالتسرع"),
        ("وطالب المجتمع الدولي بالتحرك", "المجتمع الدولي بالتحرك"),
        ("وناشد الأمم المتحدة بالتدخل", "الأمم المتحدة بالتدخل"),
        ("وحث الجميع على الصبر", "الجميع على الصبر"),
        ("وهنأ الفائز بالجائزة", "الفائز بالجائزة"),
    ],
)
def test_whoever_is_called_upon_opens_the_content(act: str, content: str) -> None:
    body = f"قال الوزير سالم الحداد إن الطريق مفتوح. {act}."
    assert _read(body)[1][1:] == ("سالم الحداد", content)


@pytest.mark.parametrize(
    ("act", "content"),
    [
        ("وطالب الأهالي بالتحرك", "بالتحرك"),
        ("واتهم الأهالي الشركة بالتسرع", "الشركة بالتسرع"),
    ],
)
def test_subject_that_agrees_is_not_called_upon(act: str, content: str) -> None:
    assert _read(f"{act}.")[0][1:] == ("الأهالي", content)


@pytest.mark.parametrize(
    "between",
    [
        'صحيفة "الضفة"، في عددها الأخير،',
        'سالم الحداد "أبو جاد":',
        'سالم الحداد، في مقال تحت عنوان "طريق الوادي الجديد"،',
        'سالم الحداد خلال ترؤسه ندوة حول "سبل التعاون بين مدن الوادي"،',
    ],
)
def test_name_or_title_in_quotation_marks_does_not_open_the_content(between: str) -> None:
    body = f"أكد {between} أن الجسر قديم." if "صحيفة" not in between else f"أكدت {between} أن الجسر قديم."
    assert [content for _, _, content in _read(body)] == ["أن الجسر قديم"]


def test_quoted_word_of_an_object_is_no_speech() -> None:
    body = 'رفض الوزير أمس "المساس" بالقرار القديم.'
    assert _read(body) == [("رفض", "الوزير", '"المساس" بالقرار القديم')]


@pytest.mark.parametrize(
    "time",
    ["في 6 كانون الأول/ديسمبر الماضي", "في آذار الماضي", "في ختام جلسة مغلقة", "- وهو المسؤول عن الجسور -"],
)
def test_time_and_aside_before_the_object_are_no_part_of_it(time: str) -> None:
    body = f"أعلن الوزير سالم الحداد {time} إغلاق الجسر القديم."
    assert _read(body) == [("أعلن", "سالم الحداد", "إغلاق الجسر القديم")]


def test_feminine_participle_before_a_clause_needs_no_comma() -> None:
    body = "دانت النقابة في بيان القرار الجديد معتبرة أنه متسرع."
    assert [(cue, content) for cue, _, content in _read(body)] == [
        ("دانت", "القرار الجديد"),
        ("معتبرة", "أنه متسرع"),
    ]


def test_as_somebody_said_credits_the_clause_before() -> None:
    body = "انهار الجسر القديم في الوادي، كما أعلنت بلدية الوادي."
    assert _read(body) == [("أعلنت", "بلدية الوادي", "انهار الجسر القديم في الوادي")]


@pytest.mark.parametrize("content", ["فتح الطريق", "أن الطريق مفتوح"])
def test_verb_with_its_own_content_credits_nothing_before(content: str) -> None:
    body = f"انهار الجسر القديم في الوادي، كما أعلنت بلدية الوادي {content}."
    assert _read(body) == [("أعلنت", "بلدية الوادي", content)]
