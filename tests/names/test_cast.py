"""Who is who in one document: names in full and in short, offices, sources, bodies."""

from __future__ import annotations

import pytest
from tests.telling import names, read, told

from isnad.names.cast import Cast
from isnad.names.members import Member
from isnad.names.people import People, read_people
from isnad.names.phrases import read_phrase
from isnad.text import Reading, View


def people(text: str) -> tuple[Reading, People]:
    r = Reading(View(text))
    return r, read_people(r, r.sentences)


def members(text: str, *phrases: str) -> list[Member]:
    """The members of the cast of `text` that its `phrases` refer to, each sought after the one before."""
    r, found = people(text)
    cast = Cast(r, found)
    at, result = 0, []
    for wanted in phrases:
        tokens = Reading(View(wanted)).words
        at = next(i for i in range(at, len(r)) if r.words[i : i + len(tokens)] == tokens)
        phrase = read_phrase(r, at, at + len(tokens), bounded=True, known=found.known)
        assert phrase is not None, wanted
        result.append(cast.member(phrase.parts[0]))
        at += len(tokens)
    return result


def full_names(text: str) -> set[str]:
    return {raw for raw, _, _, _ in people(text)[1].names.values()}


def test_names_are_read_with_their_titles_and_state() -> None:
    _, found = people("استقبل وزير النقل اللبناني سالم الحداد الوفد.")
    ((raw, titles, country, _),) = found.names.values()
    assert raw == "سالم الحداد"
    assert {"وزير", "نقل"} <= titles
    assert country == "LBN"


def test_name_without_a_title_is_read_where_it_opens_with_a_given_name() -> None:
    assert full_names("وصل سالم الحداد إلى الميناء.") == {"سالم الحداد"}


def test_text_without_people_has_none() -> None:
    assert full_names("انهار الجسر القديم فجر الثلاثاء بعد أمطار غزيرة.") == set()


def test_words_of_names_are_known_and_everyday_words_are_not() -> None:
    _, found = people("وصل الوزير سالم الحداد إلى الميناء.")
    assert {"سالم", "الحداد"} <= found.known
    assert "الميناء" not in found.known
    assert "الوزير" not in found.known


def test_bodies_named_by_more_than_a_head_are_kept() -> None:
    r, found = people("زارت نقابة الصيادين الميناء. وقالت النقابة إن السوق مغلق.")
    assert "نقابة الصيادين" in {r.text(part.first, part.end) for part in found.bodies}
    assert "النقابة" not in {r.text(part.first, part.end) for part in found.bodies}


def test_surname_alone_is_the_full_name() -> None:
    one, two = members("قال سالم الحداد إن الطريق مفتوح. ثم عاد الحداد.", "سالم الحداد", "الحداد")
    assert one is two
    assert one.name == "سالم الحداد"


def test_full_name_that_comes_later_names_the_earlier_short_one() -> None:
    one, two = members(
        "الحداد يعود إلى الوادي\nقال الوزير سالم الحداد إن الطريق مفتوح.", "الحداد", "الوزير سالم الحداد"
    )
    assert one is two
    assert one.name == "سالم الحداد"


def test_two_men_of_one_surname_stay_two() -> None:
    text = "قال ماهر حداد إن الطريق مفتوح. وقال عامر حداد إن الطريق مفتوح. ثم عاد ماهر حداد."
    one, two, three = members(text, "ماهر حداد", "عامر حداد", "ماهر حداد")
    assert one is not two
    assert one is three
    assert (one.name, two.name) == ("ماهر حداد", "عامر حداد")


def test_two_men_of_one_given_name_stay_two() -> None:
    one, two = members(
        "قال سالم الحداد إن الطريق مفتوح. وقال سالم النجار إن الطريق مفتوح.", "سالم الحداد", "سالم النجار"
    )
    assert one is not two


def test_longer_name_of_the_same_ends_is_one_man() -> None:
    one, two = members("قال سالم فؤاد الحداد إن الطريق مفتوح. وعاد سالم الحداد.", "سالم فؤاد الحداد", "سالم الحداد")
    assert one is two
    assert one.name == "سالم فؤاد الحداد"


def test_similar_names_are_not_merged() -> None:
    one, two = members(
        "قال سالم الحداد إن الطريق مفتوح. وقال سالم الحدادي إن الطريق مفتوح.", "سالم الحداد", "سالم الحدادي"
    )
    assert one is not two


def test_office_is_the_person_who_holds_it() -> None:
    one, two = members("قال وزير النقل سالم الحداد إن الطريق مفتوح. وعاد الوزير.", "وزير النقل سالم الحداد", "الوزير")
    assert one is two


@pytest.mark.parametrize(
    "office",
    ["وزير التعليم", "رئيس البلدية", "وزير المالية"],
)
def test_office_of_another_ministry_is_another(office: str) -> None:
    text = f"قال وزير النقل سالم الحداد إن الطريق مفتوح. وعاد {office}."
    one, two = members(text, "وزير النقل سالم الحداد", office)
    assert one is not two
    assert (two.name, two.kind) == (office, "office")


def test_office_of_another_state_is_another() -> None:
    text = "قال وزير النقل اللبناني سالم الحداد إن الطريق مفتوح. وعاد وزير النقل الأردني."
    one, two = members(text, "وزير النقل اللبناني سالم الحداد", "وزير النقل الأردني")
    assert one is not two
    assert (one.country, two.country) == ("LBN", "JOR")


def test_indefinite_source_is_a_new_one() -> None:
    text = "قال مصدر أمني إن الطريق مفتوح. وقال مصدر طبي إن الطريق مفتوح. وعاد المصدر."
    one, two, three = members(text, "مصدر أمني", "مصدر طبي", "المصدر")
    assert one is not two
    assert three is two


def test_body_is_met_again_by_its_head() -> None:
    one, two = members("زارت نقابة الصيادين الميناء. وعادت النقابة.", "نقابة الصيادين", "النقابة")
    assert one is two
    assert one.name == "نقابة الصيادين"


def test_two_bodies_of_one_head_stay_two() -> None:
    text = "زارت نقابة الصيادين الميناء. وعادت نقابة المعلمين."
    one, two = members(text, "نقابة الصيادين", "نقابة المعلمين")
    assert one is not two


def test_short_name_in_brackets_is_the_body() -> None:
    text = "ذكرت وكالة السهل للأنباء (سهلنا) أن الطريق مفتوح. وأضافت وكالة السهل للأنباء أن الطريق مفتوح."
    one, two = members(text, "وكالة السهل للأنباء (سهلنا)", "وكالة السهل للأنباء")
    assert one is two


def test_outlet_in_quotation_marks_is_named_by_what_they_hold() -> None:
    (one,) = members("ذكرت صحيفة «الضفة» أن الطريق مفتوح.", "صحيفة «الضفة»")
    assert one.name == "الضفة"


def test_mentions_of_an_entity_have_their_form() -> None:
    analysis = read("قال الوزير سالم الحداد إن الطريق مفتوح. وأكد الحداد أن الجسر سليم.\n\nوأضاف أن السوق مفتوح.")
    entity = next(e for e in analysis.entities if e.name == "سالم الحداد")
    assert [mention.form for mention in entity.mentions] == ["name", "short", "dropped"]
    assert entity.mentions[1].span.of(analysis.text) == "الحداد"


def test_each_claim_names_an_entity_of_the_document() -> None:
    analysis = read("قال سالم الحداد إن الطريق مفتوح. وأكد جاد مراد أن الجسر سليم.")
    assert {claim.entity for claim in analysis.claims} == {entity.id for entity in analysis.entities}
    assert len(analysis.entities) == 2


def test_headline_name_is_the_full_one_of_the_body() -> None:
    body = "قال وزير النقل سالم الحداد إن الطريق مفتوح."
    assert names(body, headline="الحداد يؤكد فتح الطريق")[0] == ("يؤكد", "سالم الحداد")
    assert names(body, headline="العطار يؤكد إغلاق الجسر")[0] != ("يؤكد", "سالم الحداد")


@pytest.mark.parametrize("again", ["النائبة", "العطار", "النائبة العطار", "منى العطار"])
def test_woman_is_met_again_by_name_and_office(again: str) -> None:
    claims = told(f"قالت النائبة منى العطار إن الطريق مفتوح. وأكدت {again} أن الجسر سليم.")
    assert [claim.name for claim in claims] == ["منى العطار"] * 2


def test_man_of_the_office_does_not_take_the_words_of_a_woman() -> None:
    body = "قال النائب سالم الحداد إن الطريق مفتوح. وأكدت النائبة أن الجسر سليم."
    assert told(body)[-1].name != "سالم الحداد"


def test_two_papers_stay_two_and_the_paper_is_the_last() -> None:
    body = (
        "رحبت الصحف اللبنانية بالقرار. وذكرت صحيفة «الضفة» أن الطريق مفتوح. وذكرت صحيفة «النهر» أن الجسر سليم. "
        "وأضافت الصحيفة أن السوق مفتوح."
    )
    assert [claim.name for claim in told(body)] == ["الصحف اللبنانية", "الضفة", "النهر", "النهر"]


def test_ministry_is_the_one_that_spoke_last() -> None:
    body = (
        "قالت وزارة الزراعة إن السوق مفتوح. وقالت وزارة النقل اللبنانية إن الطريق مغلق. "
        "وأضافت الوزارة أن الجسر سليم. وأكدت وزارة النقل أن السد سليم."
    )
    assert [claim.name for claim in told(body)] == ["وزارة الزراعة"] + ["وزارة النقل اللبنانية"] * 3


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("الخارجية", "وزارة الخارجية اللبنانية"),
        ("الجوازات", "المديرية العامة للجوازات"),
        ("المرصد", "المرصد الأهلي للسدود"),
    ],
)
def test_headline_calls_a_body_by_less_than_its_name(short: str, full: str) -> None:
    claims = told(f"أعلنت {full} اليوم أن السوق مفتوح.", headline=f"{short}: السوق سيفتح غدا للصيادين")
    assert [claim.name for claim in claims] == [full, full]


def test_organ_of_a_body_is_not_the_body() -> None:
    text = "زار مجلس نقابة الصيادين الميناء. وعادت نقابة الصيادين."
    one, two = members(text, "مجلس نقابة الصيادين", "نقابة الصيادين")
    assert one is not two


def test_body_of_another_state_is_another() -> None:
    body = "قالت وزارة النقل اللبنانية إن الطريق مغلق. وقالت وزارة النقل الأردنية إن الطريق مفتوح."
    assert [claim.name for claim in told(body)] == ["وزارة النقل اللبنانية", "وزارة النقل الأردنية"]


def test_media_of_a_state_are_one_however_called() -> None:
    body = "وذكرت وسائل إعلام لبنانية أن الطريق مغلق. وأكد إعلام أردني أن الجسر سليم."
    claims = told(body, headline="إعلام لبناني: الطريق مغلق أمام السيارات")
    assert [claim.name for claim in claims] == ["وسائل إعلام لبنانية", "وسائل إعلام لبنانية", "إعلام أردني"]


def test_agency_keeps_what_belongs_to_its_name() -> None:
    body = "ذكرت وكالة رويترز للأنباء أن الطريق مغلق. وذكرت وكالة رويترز أن الجسر سليم."
    assert [claim.name for claim in told(body)] == ["وكالة رويترز للأنباء"] * 2
    assert [claim.name for claim in told('ذكرت وكالة "رويترز" أن الطريق مغلق.')] == ["رويترز"]


def test_people_counted_or_pointed_at_are_those_met_before() -> None:
    body = (
        "قال ثلاثة صيادين محليين إن السوق مغلق. وأضاف الصيادون الثلاثة أن المراكب عادت. "
        "وأكد هؤلاء الصيادون أن الميناء مفتوح."
    )
    assert [claim.name for claim in told(body)] == ["ثلاثة صيادين محليين"] * 3


def test_one_of_many_is_not_the_many() -> None:
    body = "قال مسؤولون محليون إن السوق مغلق. وأضاف أحد المسؤولين أن المراكب عادت. وأكد المسؤولون أن الميناء مفتوح."
    assert [claim.name for claim in told(body)] == ["مسؤولون محليون", "أحد المسؤولين", "مسؤولون محليون"]


def test_aide_of_somebody_is_not_himself() -> None:
    body = "قال الوزير سالم الحداد إن السوق مغلق. وعبر أحد مساعدي الحداد عن قلقه."
    assert [claim.name for claim in told(body)] == ["سالم الحداد", "أحد مساعدي الحداد"]
    assert told("قال أحد المتظاهرين سالم الحداد إن السوق مغلق.")[0].name == "سالم الحداد"


def test_unnamed_official_is_not_the_minister() -> None:
    body = "قال وزير النقل سالم الحداد إن الطريق مغلق. من جهته قال مسؤول كبير في وزارة النقل إن الجسر سليم."
    assert [claim.name for claim in told(body)] == ["سالم الحداد", "مسؤول كبير في وزارة النقل"]
    body = "قال المسؤول المحلي سالم الحداد إن الطريق مغلق. وأضاف المسؤول أن الجسر سليم."
    assert [claim.name for claim in told(body)] == ["سالم الحداد", "سالم الحداد"]


def test_source_with_more_words_is_another_source() -> None:
    body = "قال مصدر أمني إن السوق مغلق.\n\nقال سالم الحداد إنه مفتوح.\n\nوقال مصدر أمني في الوادي إن الطريق مغلق."
    assert [claim.name for claim in told(body)][::2] == ["مصدر أمني", "مصدر أمني في الوادي"]


def test_source_is_whoever_was_cited_last_where_no_source_is_unnamed() -> None:
    body = "قال قائد الشرطة سالم الحداد إن السوق مغلق. وأضاف المصدر نفسه أن الطريق مفتوح."
    assert [claim.name for claim in told(body)] == ["سالم الحداد"] * 2


def test_speaker_whom_no_table_knows_is_a_person() -> None:
    body = "قال ليفيو جرافنسكا إن السوق مغلق. وأضاف جرافنسكا أن الطريق مفتوح."
    assert [(claim.name, claim.kind) for claim in told(body)] == [("ليفيو جرافنسكا", "person")] * 2


def test_title_behind_an_officer_is_somebody_elses() -> None:
    _, found = people("هنأ رئيس البلدية سالم الحداد الرئيس اللبناني.")
    ((_, titles, country, _),) = found.names.values()
    assert "لبناني" not in titles
    assert country is None


def test_state_is_not_a_body_of_its() -> None:
    body = "زار الوفد القنصلية اللبنانية في الوادي. وقال لبنان إن الطريق مفتوح. وقالت السعودية إن الجسر سليم."
    claims = told(body + " ووصل إلى القنصلية السعودية في الوادي.")
    assert [claim.name for claim in claims] == ["لبنان", "السعودية"]


def test_passing_adjective_is_no_part_of_a_name() -> None:
    body = "قال البرلمان إن السوق مغلق. وأضاف البرلمان الحالي أن الطريق مفتوح."
    claims = told(body)
    assert [claim.name for claim in claims] == ["البرلمان", "البرلمان"]


def test_resistance_is_the_movement_named_in_full() -> None:
    body = "ردت المقاومة الإسلامية في لبنان على القصف أمس. وأعلنت المقاومة أن الطريق مفتوح."
    assert [claim.name for claim in told(body)][-1] == "المقاومة الإسلامية في لبنان"


def test_poll_that_a_paper_made_is_a_poll() -> None:
    assert told("أظهر استطلاع أجرته صحيفة «الضفة» أن السوق مغلق.")[0].name != "الضفة"
