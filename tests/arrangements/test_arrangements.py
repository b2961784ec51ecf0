"""Ties between parties in short invented texts: what names one, who is bound, who left, and by whose word."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.telling import read


class Shown(NamedTuple):
    """One arrangement in words."""

    text: str
    kind: str
    name: str
    members: list[tuple[str, str | None, str]]
    teller: str | None
    loaded: bool


def ties(body: str) -> list[Shown]:
    analysis = read(body)
    names = {claim.id: claim.name for claim in analysis.claims}
    return [
        Shown(
            a.span.of(analysis.text),
            a.kind,
            a.name,
            [(m.name, m.country, m.role) for m in a.members],
            names[a.claim] if a.claim is not None else None,
            a.loaded,
        )
        for a in analysis.arrangements
    ]


def one(body: str) -> Shown:
    found = ties(body)
    assert len(found) == 1, found
    return found[0]


def members(body: str) -> list[tuple[str, str | None, str]]:
    return one(body).members


def test_body_that_holds_a_list_of_states() -> None:
    tie = one("أعلن مركز التنسيق الأمني الذي يضم تونس والجزائر بالإضافة إلى ليبيا ومصر بدء عمله.")
    assert (tie.kind, tie.name) == ("body", "مركز التنسيق الأمني")
    assert [country for _, country, _ in tie.members] == ["TUN", "DZA", "LBY", "EGY"]


def test_agreement_binds_the_subject_of_the_verb_that_made_it() -> None:
    tie = one("وقعت تونس والجزائر اتفاقا للتعاون الزراعي في العاصمة.")
    assert tie.text == "اتفاقا للتعاون الزراعي"
    assert [(country, role) for _, country, role in tie.members] == [("TUN", "member"), ("DZA", "member")]


def test_agreement_between_two() -> None:
    assert [c for _, c, _ in members("دخل الاتفاق التجاري بين تونس والجزائر حيز التنفيذ.")] == ["TUN", "DZA"]


def test_two_peoples_in_the_name_are_parties_and_one_is_not() -> None:
    assert [c for _, c, _ in members("بدأ تنفيذ الاتفاق التونسي الجزائري أمس.")] == ["TUN", "DZA"]
    assert members("بدأ تنفيذ الاتفاق النووي الإيراني أمس.") == []


def test_who_leads_and_who_mediates() -> None:
    assert members("شن التحالف بقيادة تونس هجوما.") == [("تونس", "TUN", "leader")]
    assert members("صمدت الهدنة الإنسانية برعاية الأمم المتحدة أياما.") == [("الأمم المتحدة", None, "mediator")]


@pytest.mark.parametrize("left", ["انسحاب تونس من الاتفاق التجاري", "انسحبت تونس من الاتفاق التجاري"])
def test_who_leaves_is_no_member(left: str) -> None:
    assert members(f"{left} يوم أمس.") == [("تونس", "TUN", "left")]


def test_deal_on_a_ceasefire_is_a_truce() -> None:
    tie = one("توصل الوسطاء إلى اتفاق على وقف إطلاق النار في المدينة.")
    assert (tie.kind, tie.text) == ("truce", "اتفاق على وقف إطلاق النار في المدينة")


def test_short_name_takes_up_the_tie_that_was_named() -> None:
    analysis = read("وقعت تونس والجزائر اتفاقا للتعاون الزراعي. وينص الاتفاق على خفض الرسوم.")
    [tie] = analysis.arrangements
    assert [span.of(analysis.text) for span in tie.mentions] == ["اتفاقا للتعاون الزراعي", "الاتفاق"]
    assert [span.of(analysis.text) for span in tie.terms] == ["خفض الرسوم"]


def test_tie_belongs_to_whoever_speaks_of_it() -> None:
    assert one("قال المتحدث سالم الحداد إن محور الشر يهدد الجميع.").teller == "سالم الحداد"
    assert one("انهارت الهدنة في تونس.").teller is None


def test_name_that_is_a_judgement_is_loaded() -> None:
    assert one("قال المتحدث سالم الحداد إن محور الشر يهدد الجميع.").loaded
    assert not one("قال المتحدث سالم الحداد إن التحالف العربي بدأ عمله.").loaded


@pytest.mark.parametrize(
    "body",
    [
        "وصل الوفد إلى مركز المدينة.",
        "عمل الجانبان بالاتفاق مع الوزارة على فتح الطريق.",
        "تم الاتفاق على فتح الطريق.",
        "أعلنت لجنة التحكيم النتائج.",
        "سارت القافلة على محور الطريق الساحلي.",
        "أجرى المدير محادثات هاتفية مع العمال.",
        "اشترى الرجل سيارة في صفقة جيدة.",
        "لا اتفاق حتى الآن.",
    ],
)
def test_what_binds_nobody_is_no_tie(body: str) -> None:
    assert ties(body) == []
