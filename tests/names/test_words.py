"""What one token can be inside a speaker phrase."""

from __future__ import annotations

import pytest

from isnad.names.words import Word, word
from isnad.text import fold


def reading(text: str) -> Word:
    return word(fold(text))


@pytest.mark.parametrize(
    ("text", "lead", "article"),
    [
        ("وزير", "", False),
        ("الوزير", "", True),
        ("والوزير", "و", True),
        ("للوزير", "لل", True),
        ("لوزير", "ل", False),
        ("ووزير", "و", False),
        ("بالوزير", "ب", True),
        ("وليد", "", False),
        ("لبنان", "", False),
    ],
)
def test_proclitics_are_told_from_letters_of_the_word(text: str, lead: str, article: bool) -> None:
    assert (reading(text).lead, reading(text).article) == (lead, article)


@pytest.mark.parametrize(
    "text",
    [
        "سالم",
        "فؤاد",
        "ليلى",
        pytest.param("منى", marks=pytest.mark.xfail(strict=True, reason="a given name that is also a place")),
    ],
)
def test_given_name_may_be_a_name(text: str) -> None:
    assert reading(text).name >= 0.5


@pytest.mark.parametrize("text", ["الطريق", "مفتوح", "إن", "الذي", "على", "بالقرار", "للقرار"])
def test_everyday_word_is_hardly_a_name(text: str) -> None:
    assert reading(text).name < 0.3


@pytest.mark.parametrize("text", ["قال", "أكدت", "وأضاف", "يقول"])
def test_reporting_verb_is_a_verb(text: str) -> None:
    assert reading(text).verb


@pytest.mark.parametrize("text", ["الوزير", "الطريق", "مؤكدا", "قول"])
def test_noun_or_participle_is_no_verb(text: str) -> None:
    assert not reading(text).verb


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("في", "preposition"),
        ("وفي", "preposition"),
        ("فيه", "pronoun"),
        ("الذي", "relative"),
        ("التي", "relative"),
        ("إن", "clause"),
        ("بأن", "clause"),
        ("الثلاثاء", "time"),
        ("أمس", "time"),
    ],
)
def test_word_of_a_closed_class(text: str, sort: str) -> None:
    assert getattr(reading(text), sort) is True


@pytest.mark.parametrize("text", ["وزير", "سالم", "الشرطة"])
def test_word_of_no_closed_class(text: str) -> None:
    w = reading(text)
    assert not any((w.function, w.preposition, w.pronoun, w.relative, w.clause, w.time))


@pytest.mark.parametrize(
    ("text", "sort"),
    [("الوزير", "role"), ("العميد", "rank"), ("وزارة", "body"), ("صحيفة", "media"), ("بيان", "document")],
)
def test_head_noun_has_its_class(text: str, sort: str) -> None:
    assert reading(text).is_a(sort)  # type: ignore[arg-type]


def test_class_asks_for_the_proclitics_before_the_noun() -> None:
    assert reading("للوزير").is_a("role", "لل")
    assert not reading("للوزير").is_a("role")
    assert not reading("الطريق").is_a("role")


def test_place_asks_for_the_proclitics_too() -> None:
    assert reading("لبنان").place("") is not None
    assert reading("ولبنان").place("و") is not None
    assert reading("ولبنان").place("") is None
    assert reading("الطريق").place("") is None


def test_adjective_of_a_state_is_an_adjective_with_its_country() -> None:
    w = reading("اللبناني")
    assert w.adjective
    assert [place.iso3 for place in w.geo] == ["LBN"]
    assert not reading("الوزير").adjective
