"""Numbers in all spellings that news has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.figures.counted import only

from isnad.figures.numbers import Number, number_at
from isnad.text import Reading, View


def read(text: str) -> Number | None:
    r = Reading(View(text))
    return number_at(r, 0, len(r))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("270.000", 270_000),
        ("1,234", 1234),
        ("٣٤", 34),
        ("۳۴", 34),
        ("١٬٢٣٤", 1234),
        ("70 ألف", 70_000),
        ("2.5 مليون", 2_500_000),
        ("3 آلاف و500", 3500),
        ("ثلاثة", 3),
        ("ثلاث", 3),
        ("ثمانية", 8),
        ("ثلاثة عشر", 13),
        ("ثلاث عشرة", 13),
        ("أحد عشر", 11),
        ("اثنتي عشرة", 12),
        ("عشرون", 20),
        ("خمسة وعشرين", 25),
        ("مئة", 100),
        ("مئتين وخمسين", 250),
        ("مائتان", 200),
        ("ثلاثمئة", 300),
        ("ثلاث مئة وثلاثة وعشرين", 323),
        ("خمسمائة ألف", 500_000),
        ("ألفين", 2000),
        ("ألفا وخمسمئة", 1500 + 1000),
        ("ثلاثة وعشرين ألفا", 23_000),
        ("ثلاثة وعشرين ألفا ومئتين وثلاثة", 23_203),
        ("عشرة آلاف", 10_000),
        ("مليون و200 ألف", 1_200_000),
        ("مليون ونصف المليون", 1_500_000),
        ("نصف مليون", 500_000),
        ("صفر", 0),
    ],
)
def test_number_is_read_whole(words: str, value: int) -> None:
    number = read(f"{words} شخص")
    assert number is not None
    assert number.value == value
    assert number.end == len(Reading(View(words)))


@pytest.mark.parametrize(
    ("words", "bound"),
    [("عشرات", "dozens"), ("العشرات", "dozens"), ("مئات", "hundreds"), ("آلاف", "thousands"),
     ("عشرات الآلاف", "thousands"), ("مئات آلاف", "thousands"), ("ملايين", "thousands")],
)  # fmt: skip
def test_vague_count_has_a_bound_and_no_value(words: str, bound: str) -> None:
    number = read(words)
    assert number is not None
    assert (number.value, number.bound) == (None, bound)


@pytest.mark.parametrize("words", ["الاثنين", "واحد", "أحد الجنود", "نصف السكان", "ثالث"])
def test_weekday_pronoun_fraction_and_ordinal_are_no_numbers(words: str) -> None:
    assert read(words) is None


def test_two_counts_side_by_side_stay_two() -> None:
    number = read("ثلاثة وأربعة")
    assert number is not None
    assert (number.value, number.end) == (3, 1)


@pytest.mark.parametrize("words", ["3.5", "9" * 400, "99999999999"])
def test_number_that_counts_no_people_has_no_value(words: str) -> None:
    number = read(words)
    assert number is not None
    assert number.value == -1


@given(st.integers(0, 9_999_999))
def test_any_number_of_people_is_read_from_its_figures(value: int) -> None:
    for written in (str(value), f"{value:,}", f"{value:,}".replace(",", "."), f"{value:,}".replace(",", "٬")):
        number = read(f"{written} قتيلا")
        assert number is not None
        assert number.value == value


@pytest.mark.parametrize(
    ("phrase", "value", "bound"),
    [
        ("أكثر من 5 جنود", 5, "at_least"),
        ("ما لا يقل عن خمسة جنود", 5, "at_least"),
        ("5 جنود على الأقل", 5, "at_least"),
        ("نحو 5 جنود", 5, "about"),
        ("حوالي 5 جنود", 5, "about"),
        ("قرابة 5 جنود", 5, "about"),
        ("أقل من 5 جنود", 5, "at_most"),
        ("بين 20 و30 جنديا", 20, "at_least"),
        ("20 إلى 30 جنديا", 20, "at_least"),
        ("عشرات الجنود", None, "dozens"),
        ("مئات الجنود", None, "hundreds"),
        ("آلاف الجنود", None, "thousands"),
        ("خمسة جنود", 5, "exact"),
    ],
)
def test_bound_says_how_exact_a_count_is(phrase: str, value: int | None, bound: str) -> None:
    figure = only(f"أسفر الانفجار عن مقتل {phrase} في الوادي.")
    assert (figure.measure, figure.value, figure.bound, figure.who) == ("killed", value, bound, "soldiers")


def test_words_of_a_bound_are_no_part_of_the_figure() -> None:
    assert only("أصيب أكثر من سبعة عمال في المصنع.").words == "سبعة عمال"
