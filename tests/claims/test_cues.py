"""Which words attribute something to somebody, and which only look like it."""

from __future__ import annotations

import pytest
from tests.telling import cues, names, only, told


def test_verb_with_a_clause_reports() -> None:
    claim = only("قال الوزير سالم الحداد إن الطريق مفتوح.")
    assert (claim.cue, claim.speaker, claim.name) == ("قال", "الوزير سالم الحداد", "سالم الحداد")
    assert (claim.content, claim.form, claim.stance) == ("إن الطريق مفتوح", "indirect", "states")


def test_cue_is_without_its_conjunction() -> None:
    assert cues("وقال الوزير سالم الحداد إن الطريق مفتوح.") == ["قال"]
    assert cues("أما الوزير سالم الحداد فقال إن الطريق مفتوح.") == ["قال"]


@pytest.mark.parametrize(
    "body",
    [
        "يعرف الوزير سالم الحداد أن الطريق مغلق.",
        "وصل الوزير سالم الحداد إلى الوادي صباح الاثنين.",
        "التقى الوزير سالم الحداد وفدا من التجار وبحث معهم أوضاع السوق.",
    ],
)
def test_what_the_outlet_narrates_is_no_claim(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "لم يقل الوزير سالم الحداد إن الطريق مفتوح.",
        "لن يعلن الوزير سالم الحداد أن الطريق مفتوح.",
        "لا يقول التقرير إن الطريق مفتوح.",
    ],
)
def test_negated_verb_reports_nothing(body: str) -> None:
    assert told(body) == []


def test_negation_before_another_verb_is_no_negated_report() -> None:
    assert cues("لم يصل الوفد بعد، وقال الوزير سالم الحداد إن الطريق مفتوح.") == ["قال"]


@pytest.mark.parametrize(
    "body",
    [
        "ويذكر أن جسرا آخر انهار قبل عام.",
        "يشار إلى أن الجسر بني قبل نصف قرن.",
        "وتجدر الإشارة إلى أن الجسر بني قبل نصف قرن.",
    ],
)
def test_impersonal_remark_attributes_nothing(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize("body", ["يذكر التقرير أن جسرا آخر انهار قبل عام.", "يشير الخبراء إلى أن الجسر قديم."])
def test_same_verb_with_a_subject_reports(body: str) -> None:
    assert only(body).speaker in ("التقرير", "الخبراء")


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("وقيل إن المدارس ستغلق أبوابها.", "إن المدارس ستغلق أبوابها"),
        ("قال الوزير سالم الحداد إن الطريق مفتوح. وقيل إن الجسر مغلق.", "إن الجسر مغلق"),
    ],
)
def test_passive_saying_has_no_speaker(body: str, content: str) -> None:
    claim = told(body)[-1]
    assert (claim.cue, claim.speaker, claim.name, claim.content) == ("قيل", "", None, content)


def test_wish_to_say_is_not_saying() -> None:
    assert told("يريد الوزير سالم الحداد أن يؤكد أن الطريق مفتوح.") == []


def test_subordinate_saying_is_saying() -> None:
    body = "صمت الوزير سالم الحداد قبل أن يؤكد أن الطريق مفتوح."
    assert names(body) == [("يؤكد", "سالم الحداد")]


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("أضاف اللاعب ماهر حداد أن الفريق مستعد.", "أضاف"),
        pytest.param(
            "حمل الوزير سالم الحداد المقاول مسؤولية التأخير.",
            "حمل",
            marks=pytest.mark.xfail(strict=True, reason="the object before the second object is not passed"),
        ),
        ("كشف الوزير سالم الحداد عن خطة جديدة.", "كشف"),
        ("ذكرت الصحيفة أن السوق مغلق.", "ذكرت"),
        ("تعهد الوزير سالم الحداد بإصلاح الجسر.", "تعهد"),
    ],
)
def test_verb_of_two_senses_with_the_complement_of_speech_reports(body: str, cue: str) -> None:
    assert cues(body) == [cue]


@pytest.mark.parametrize(
    "body",
    [
        "أضاف اللاعب ماهر حداد هدفا ثانيا.",
        "حمل السكان أمتعتهم إلى الملعب.",
        "كشفت الأمطار عن آثار قديمة.",
        "نقل المصاب إلى المستشفى.",
        "عبر الوفد النهر عند الظهر.",
        "وزعت اللجنة المواعيد المعلنة على الطلاب.",
    ],
)
def test_verb_of_two_senses_with_another_complement_reports_nothing(body: str) -> None:
    assert told(body) == []


def test_participle_after_a_comma_reports() -> None:
    body = "غادر الوزير سالم الحداد الميناء، مؤكدا أن الطريق مفتوح."
    assert names(body) == [("مؤكدا", "سالم الحداد")]


@pytest.mark.parametrize(
    "body", ["سجلت المديرية سبع حالات مؤكدة في الوادي.", "بلغت الحالات المؤكدة سبعا.", "هذا الأمر مؤكد."]
)
def test_participle_as_an_adjective_reports_nothing(body: str) -> None:
    assert told(body) == []


def test_verbal_noun_with_its_speaker_reports() -> None:
    body = "رد الوزير سالم الحداد على الأسئلة بقوله إن الطريق مفتوح."
    claim = told(body)[-1]
    assert (claim.cue, claim.name, claim.content) == ("قوله", "سالم الحداد", "إن الطريق مفتوح")


def test_verbal_noun_alone_reports_nothing() -> None:
    assert told("قول الحق واجب على الجميع.") == []


@pytest.mark.parametrize(
    ("body", "cue", "name"),
    [
        ("بحسب الشرطة، أصيب شخصان في الحادث.", "بحسب", "الشرطة"),
        ("وفقا لوزارة النقل، أغلق الطريق ساعتين.", "وفقا", "وزارة النقل"),
        ("أغلق الطريق ساعتين، وفق ما ذكرت وزارة النقل.", "ذكرت", "وزارة النقل"),
        ("أغلق الطريق ساعتين، على حد قول السائقين.", "قول", "السائقين"),
    ],
)
def test_preposition_before_one_who_can_speak_names_a_source(body: str, cue: str, name: str) -> None:
    claim = only(body)
    assert claim.cue.endswith(cue)
    assert claim.name == name


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "يوزع الخبز بحسب الحاجة.",
            marks=pytest.mark.xfail(strict=True, reason="need is read as the honorific of a woman pilgrim"),
        ),
        "أغلق الطريق وفقا للقانون.",
        "تتغير الأسعار حسب الظروف.",
        "تسير الأعمال وفق جدول زمني محدد.",
    ],
)
def test_preposition_before_a_thing_names_no_source(body: str) -> None:
    assert told(body) == []


def test_first_person_in_a_quotation_is_no_claim_of_its_own() -> None:
    assert cues("قال الوزير سالم الحداد: «نؤكد أن الطريق مفتوح ونطالب الجميع بالهدوء».") == ["قال"]


def test_third_person_in_a_quotation_may_be_one() -> None:
    body = "قال الوزير سالم الحداد: «أكد المقاول جاد مراد أن الجسر سليم، وهذا يكفينا»."
    assert names(body) == [("قال", "سالم الحداد"), ("أكد", "جاد مراد")]


def test_object_of_an_act_is_not_its_speaker() -> None:
    for body in (
        "شكر المحافظ سليم عاصي رجال الإطفاء على سرعتهم.",
        "اتهم المحافظ سليم عاصي المقاول بالإهمال.",
        "دعا المحافظ سليم عاصي السكان إلى الهدوء.",
    ):
        claims = told(body)
        assert claims
        assert {claim.name for claim in claims} == {"سليم عاصي"}, body


def test_object_of_an_act_with_a_dropped_subject_is_not_its_speaker() -> None:
    body = "زار المحافظ سليم عاصي الوادي، وشكر السكان على صبرهم."
    assert names(body) == [("شكر", "سليم عاصي")]


def test_feminine_object_after_a_masculine_verb_is_not_its_speaker() -> None:
    body = "قال النائب فؤاد النجار إن الأزمة طالت. وناشد الحكومة التدخل."
    assert names(body) == [("قال", "فؤاد النجار"), ("ناشد", "فؤاد النجار")]


def test_subject_of_an_act_is_its_speaker() -> None:
    claim = only("ناشدت نقابة الصيادين الحكومة فتح الميناء.")
    assert claim.name == "نقابة الصيادين"
    assert claim.content == "الحكومة فتح الميناء"


def test_verbal_noun_opens_a_headline() -> None:
    claims = told("وصل الوفد صباحا.", headline="إشادة بنتائج الزيارة الأخيرة")
    assert [claim.cue for claim in claims] == ["إشادة"]


def test_verbal_noun_opens_no_body_sentence() -> None:
    assert told("إشادة السكان بالفريق لا تكفي.") == []


def test_light_verb_takes_the_stance_of_its_noun() -> None:
    assert only("أعرب الوزير سالم الحداد عن أسفه لوقوع الحادث.").stance == "greets"
    assert only("أعرب الوزير سالم الحداد عن رفضه الاقتراح.").stance == "rejects"


def test_blame_thrown_on_somebody_is_an_accusation() -> None:
    claim = only("ألقى سالم الحداد باللوم على المقاول.")
    assert (claim.name, claim.stance) == ("سالم الحداد", "accuses")


def test_speech_given_to_an_audience_is_no_claim() -> None:
    assert told("ألقى سالم الحداد كلمة أمام التجار.") == []


@pytest.mark.xfail(strict=True, reason="to be published by a house is read as to speak about it")
def test_book_published_by_a_house_is_no_claim() -> None:
    assert told("صدرت للكاتبة ليلى الصباغ رواية جديدة عن دار الضفة.") == []


@pytest.mark.xfail(strict=True, reason="a verbal noun with ب after another object is not read")
def test_speech_closed_with_an_affirmation() -> None:
    claim = only("وختم الباحث فؤاد النجار حديثه بالتأكيد على ضرورة إشراك السكان.")
    assert (claim.name, claim.content) == ("فؤاد النجار", "على ضرورة إشراك السكان")


def test_accusing_participle_without_a_comma_takes_a_title_as_its_object() -> None:
    attack, accusation = told("انتقد سالم الحداد الإدارة متهما رئيس النادي بالتقصير.")
    assert (attack.cue, attack.content) == ("انتقد", "الإدارة")
    assert (accusation.cue, accusation.name, accusation.content) == ("متهما", "سالم الحداد", "رئيس النادي بالتقصير")


def test_insisting_in_the_feminine_present_is_a_claim() -> None:
    _, inner = told("قال سالم الحداد إن الوزارة تصر على تصحيح الموقف.")
    assert (inner.cue, inner.content) == ("تصر", "على تصحيح الموقف")


def test_a_name_that_looks_like_a_verb_is_no_cue() -> None:
    assert [claim.cue for claim in told("قال عزت الحداد إن الطريق مفتوح.")] == ["قال"]


def test_question_with_about_what_is_a_clause() -> None:
    claim = only("تساءل سالم الحداد عما إذا كان الطريق مفتوحا.")
    assert (claim.content, claim.form, claim.stance) == ("عما إذا كان الطريق مفتوحا", "indirect", "asks")


def test_about_what_after_a_verb_of_stating_is_no_question() -> None:
    assert all(claim.form == "act" for claim in told("أعرب سالم الحداد عن أسفه عما جرى في الوادي."))


@pytest.mark.parametrize(
    "body",
    [
        "وأدين الجندي سالم الحداد بالقتل غير العمد بعد محاكمة طويلة.",
        "وسجل الهدف الثاني إدين هازار في الدقيقة الأخيرة.",
        "وكان السكان يعملون باحترافية ومهنية في كل الأوقات.",
        "وجرى البحث عن الرجل الذي يدعى سالم الحداد في الوادي.",
        "وتلقى قطاع السياحة ضربة قاصمة هذا العام.",
        "وشنت الشرطة حملة اعتقالات في المدينة.",
        "واطلع الوزير سالم الحداد على أقسام المستشفى.",
    ],
)
def test_word_in_another_sense_is_no_cue(body: str) -> None:
    assert cues(body) == []


def test_condemnation_and_briefing_arecues() -> None:
    assert cues("أدان الوزير سالم الحداد الهجوم على المدرسة.") == ["أدان"]
    assert cues("وأطلع الوزير سالم الحداد نظيره على مجرى المحادثات.") == ["أطلع"]
    assert cues("وألقت الوزارة باللوم على الشركة.") == ["ألقت"]


def test_verb_that_does_not_agree_is_another_verb() -> None:
    assert cues("تعرض المصرف إلى خسارة كبيرة هذا العام.") == []
    assert cues("وتردد الوزارة أن الطريق آمن.") == ["تردد"]


def test_first_person_is_not_the_speaker_of_the_sentence() -> None:
    assert "لاحظت" not in cues("قال سالم الحداد: «لكنني لاحظت أن الطريق مغلق».")
    assert cues("ولاحظت الوزارة أن الطريق مغلق.") == ["لاحظت"]


def test_auxiliary_that_is_denied_or_asked_denies_its_verb() -> None:
    assert cues("ولم يكن الوزير قد أعلن أن الطريق مغلق.") == []
    assert cues("وكان الوزير قد أعلن أن الطريق مغلق.") == ["أعلن"]


def test_ruling_out_says_something_where_it_is_negated() -> None:
    assert cues("ولم يستبعد الوزير سالم الحداد إغلاق الطريق.") == ["يستبعد"]
    assert cues("لا يستبعد أن يغلق الطريق هذا الأسبوع.") == []
    assert cues("ولم يعلن الوزير سالم الحداد إغلاق الطريق.") == []


def test_verb_and_its_speaker_behind_a_clause_credit_it() -> None:
    (claim,) = told("أمرت السلطات ببيع الأصول كلها هذا الأسبوع، تضيف الصحيفة.")
    assert (claim.cue, claim.content) == ("تضيف", "أمرت السلطات ببيع الأصول كلها هذا الأسبوع")
    assert cues("وصلت القافلة إلى المدينة هذا الأسبوع، ثم أضاف اللاعب هدفا.") == []


def test_saying_that_a_verb_goes_on_with_is_not_the_cue() -> None:
    assert cues("ورد سالم الحداد بالقول إن الطريق آمن.") == ["رد"]
    assert cues("ورحب الوفد بالقول السديد.") == ["رحب"]


def test_people_of_whom_there_are_some_may_speak() -> None:
    assert cues("وهناك من يرى أن القرار خطأ.") == ["يرى"]
    assert cues("واستفادت المدينة من كشف الوزارة الجديد.") == []
    assert cues("وليس هناك من ينكر أن القرار خطأ.") == []


def test_what_parties_agree_on_is_a_claim_where_it_is_a_clause() -> None:
    assert cues("واتفق الجانبان على أن الهدنة صامدة.") == ["اتفق"]
    assert cues("واتفق الجانبان على هدنة طويلة.") == []


def test_verbal_noun_in_the_accusative_is_no_verb_of_two() -> None:
    assert cues("تجمع السكان في ساحة المدينة رفضا للقرار الجديد.") == []
    assert cues("الوزيران رفضا القرار الجديد.") == ["رفضا"]


def test_likewise_before_a_clause_does_not_take_it() -> None:
    assert cues("وأضاف كذلك أن الطريق آمن.") == ["أضاف"]
    assert cues("وأضاف اللاعب هدفا رغم ذلك أن المباراة انتهت.") == []
