"""Chains of tellers: who passes on whose words, through which medium, and to whom."""

from __future__ import annotations

import pytest
from tests.telling import names, only, read, told


def test_relay_makes_a_chain() -> None:
    outer, inner = told("نقلت صحيفة الضفة عن الوزير سالم الحداد قوله إن الطريق مفتوح.")
    assert (outer.cue, outer.name, outer.stance) == ("نقلت", "صحيفة الضفة", "relays")
    assert outer.content == "عن الوزير سالم الحداد قوله إن الطريق مفتوح"
    assert (inner.cue, inner.name, inner.content) == ("قوله", "سالم الحداد", "إن الطريق مفتوح")
    assert (outer.outer, inner.outer) == (None, "نقلت")


def test_chain_lists_the_tellers_from_the_outlet_inwards() -> None:
    claims = read("نقلت صحيفة الضفة عن الوزير سالم الحداد قوله إن الطريق مفتوح.").claims
    assert [claim.chain for claim in claims] == [("outlet", "c1"), ("outlet", "c1", "c2")]


def test_relay_with_a_quotation() -> None:
    outer, inner = told("ونقل موقع السهل عن المدير جاد مراد قوله: «عدنا من دون ماء».")
    assert (outer.name, inner.name) == ("موقع السهل", "جاد مراد")
    assert (inner.content, inner.form, inner.outer) == ("«عدنا من دون ماء»", "direct", "نقل")


def test_relay_without_a_word_for_saying() -> None:
    outer, inner = told("نقلت صحيفة الضفة عن الوزير سالم الحداد أن الطريق مفتوح.")
    assert (outer.cue, inner.cue) == ("نقلت", "")
    assert (outer.name, inner.name, inner.outer) == ("صحيفة الضفة", "سالم الحداد", "نقلت")


@pytest.mark.parametrize(
    "body",
    ["نقل المصاب إلى مستشفى الوادي.", "نقلت الحافلة عشرين راكبا من الوادي إلى السهل.", "نقل النادي مقره إلى السهل."],
)
def test_moving_a_thing_is_no_relay(body: str) -> None:
    assert told(body) == []


def test_participle_in_a_relay_speaks_for_the_one_relayed() -> None:
    body = "نقلت صحيفة الضفة عن المدير جاد مراد قوله إن الطريق مفتوح، مضيفا أن الجسر سليم."
    claims = told(body)
    assert [(claim.cue, claim.name, claim.outer) for claim in claims] == [
        ("نقلت", "صحيفة الضفة", None),
        ("قوله", "جاد مراد", "نقلت"),
        ("مضيفا", "جاد مراد", "نقلت"),
    ]


def test_claim_inside_a_content_has_it_as_its_outer() -> None:
    outer, inner = told("ذكرت وكالة السهل أن الوزير سالم الحداد أكد سلامة الجسر.")
    assert (outer.cue, outer.outer) == ("ذكرت", None)
    assert (inner.cue, inner.name, inner.outer) == ("أكد", "سالم الحداد", "ذكرت")


def test_claims_side_by_side_have_no_outer() -> None:
    claims = told("قال سالم الحداد إن الطريق مفتوح، وأكد جاد مراد أن الجسر سليم. وأضاف أن السوق مفتوح.")
    assert [claim.outer for claim in claims] == [None, None, None]


def test_three_tellers_make_a_chain_of_three() -> None:
    body = "ذكرت وكالة السهل أن صحيفة الضفة نقلت عن الوزير سالم الحداد قوله إن الطريق مفتوح."
    assert [(claim.name, claim.outer) for claim in told(body)] == [
        ("وكالة السهل", None),
        ("صحيفة الضفة", "ذكرت"),
        ("سالم الحداد", "نقلت"),
    ]


def test_source_phrase_after_a_claim_is_around_it() -> None:
    body = "قال الوزير سالم الحداد إن الطريق مفتوح، بحسب وكالة السهل."
    claims = {claim.cue: claim for claim in told(body)}
    assert claims["بحسب"].content == "قال الوزير سالم الحداد إن الطريق مفتوح"
    assert (claims["قال"].outer, claims["بحسب"].outer) == ("بحسب", None)


def test_source_phrase_of_the_next_sentence_is_not() -> None:
    body = "قال الوزير سالم الحداد إن الطريق مفتوح. وصلت القافلة إلى الوادي، بحسب وكالة السهل."
    assert [claim.outer for claim in told(body)] == [None, None]


@pytest.mark.parametrize(
    ("body", "via"),
    [
        ("قال سالم الحداد لقناة السهل إن الطريق مفتوح.", "قناة السهل"),
        ("قال سالم الحداد في مقابلة مع إذاعة الجبل إن الطريق مفتوح.", "إذاعة الجبل"),
        ("قال سالم الحداد في حديث لصحيفة الضفة إن الطريق مفتوح.", "صحيفة الضفة"),
        ("قال سالم الحداد عبر فيسبوك إن الطريق مفتوح.", "فيسبوك"),
        pytest.param(
            "قال سالم الحداد في تغريدة على تويتر إن الطريق مفتوح.",
            "تويتر",
            marks=pytest.mark.xfail(strict=True, reason="a medium after على is not read"),
        ),
    ],
)
def test_medium_through_which_the_words_came(body: str, via: str) -> None:
    claim = only(body)
    assert (claim.name, claim.via, claim.addressee) == ("سالم الحداد", via, None)


@pytest.mark.parametrize(
    "body",
    [
        "قال سالم الحداد إن قناة السهل زارت الجسر.",
        "قال سالم الحداد في الميناء إن الطريق مفتوح.",
        "قال مدير قناة السهل سالم الحداد إن الطريق مفتوح.",
    ],
)
def test_medium_in_the_content_or_the_office_is_no_channel(body: str) -> None:
    claim = only(body)
    assert (claim.name, claim.via) == ("سالم الحداد", None)


@pytest.mark.parametrize(
    ("body", "addressee"),
    [
        ("قال سالم الحداد للصحفيين إن الطريق مفتوح.", "الصحفيين"),
        ("قال سالم الحداد للوزير جاد مراد إن الطريق مفتوح.", "جاد مراد"),
    ],
)
def test_addressee_is_no_channel(body: str, addressee: str) -> None:
    claim = only(body)
    assert (claim.name, claim.via, claim.addressee) == ("سالم الحداد", None, addressee)


def test_medium_that_speaks_is_a_speaker() -> None:
    claim = only("ذكرت إذاعة الجبل أن الطريق مفتوح.")
    assert (claim.name, claim.kind, claim.via) == ("إذاعة الجبل", "media", None)


def test_document_that_speaks_is_a_speaker() -> None:
    claim = only("وجاء في بيان النقابة أن السوق سيغلق يومين.")
    assert (claim.cue, claim.name, claim.kind) == ("جاء", "بيان النقابة", "document")
    assert (claim.content, claim.stance) == ("أن السوق سيغلق يومين", "relays")


def test_coming_without_a_text_is_no_report() -> None:
    assert told("وجاء في المركز الثاني فريق الوادي.") == []
    assert names("وجاء القرار بعد خلاف طويل.") == []


def test_source_met_again_in_a_source_phrase() -> None:
    body = "اندلع حريق في السوق، وفق ما أفاد به مصدر في الشرطة. وأصيب عامل، بحسب المصدر ذاته."
    assert [claim.name for claim in told(body)] == ["مصدر في الشرطة"] * 2
