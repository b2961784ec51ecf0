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


def test_dateline_with_its_agency_is_no_speaker() -> None:
    [claim] = told("الوادي، المملكة المغربية (ABC) نفى الوزير السابق، سالم الحداد، الاتهامات التي وجهت إليه.")
    assert (claim.speaker, claim.content) == ("الوزير السابق، سالم الحداد", "الاتهامات التي وجهت إليه")


def test_state_before_its_verb_speaks() -> None:
    [claim] = told("المملكة المغربية أعلنت أن الطريق مفتوح.")
    assert claim.speaker == "المملكة المغربية"


def test_verb_that_does_not_agree_with_the_relative_pronoun_has_another_subject() -> None:
    [claim] = told("عدد سالم الحداد، وزير النقل، الشركات التي قال إنها خسرت.")
    assert claim.name == "سالم الحداد"


def test_verb_that_agrees_with_the_relative_pronoun_has_its_antecedent_as_subject() -> None:
    [claim] = told("زار سالم الحداد النقابة التي قالت إنها خسرت.")
    assert claim.name == "النقابة"


def test_guest_of_a_paper_goes_on_in_its_sentence() -> None:
    claims = told("قال عمر الصقر إنه متفائل.\nوتحدثت الصحيفة مع سالم الحداد، وأكد أن الطريق مفتوح.")
    assert claims[1].name == "سالم الحداد"


def test_paper_that_agrees_with_the_verb_goes_on_itself() -> None:
    claims = told("قال عمر الصقر إنه متفائل.\nوتحدثت الصحيفة مع سالم الحداد، وأكدت أن الطريق مفتوح.")
    assert claims[1].name == "الصحيفة"


def test_office_of_an_office_holder_speaks_itself() -> None:
    [claim] = told("أصدر مكتب رئيس الوزراء سالم الحداد بيانا أوضح فيه أن الطريق مفتوح.")
    assert claim.name == "مكتب رئيس الوزراء سالم الحداد"


def test_office_holder_speaks_where_his_office_is_only_his_title() -> None:
    [claim] = told("أصدر رئيس المكتب الإعلامي سالم الحداد بيانا أوضح فيه أن الطريق مفتوح.")
    assert claim.name == "سالم الحداد"


def test_adjective_that_is_also_a_noun_of_people_or_bodies_goes_on_a_body() -> None:
    [claim] = told("بدأت وزارة الشؤون البلدية حملة، وأكدت أن الطريق مفتوح.")
    assert claim.name == "وزارة الشؤون البلدية"
    [claim] = told("أكد سالم الحداد رئيس الحزب الديمقراطي أن الطريق مفتوح.")
    assert claim.speaker == "سالم الحداد رئيس الحزب الديمقراطي"


def test_object_behind_a_body_is_no_adjective_of_it() -> None:
    [claim] = told("حملت الحكومة المسؤولية للشركة.")
    assert claim.speaker == "الحكومة"


def test_office_of_a_state_is_that_of_the_holder_whose_title_leaves_the_state_out() -> None:
    claims = told("أعلن رئيس الحزب الحاكم في رومانيا أن الطريق مفتوح.\nوأضاف سالم الحداد رئيس الحزب الحاكم أنه سعيد.")
    assert [claim.name for claim in claims] == ["سالم الحداد", "سالم الحداد"]


def test_office_of_another_body_is_not_that_of_the_holder() -> None:
    claims = told("أعلن رئيس النادي في رومانيا أن الطريق مفتوح.\nوأضاف سالم الحداد رئيس الحزب الحاكم أنه سعيد.")
    assert claims[0].name != claims[1].name
