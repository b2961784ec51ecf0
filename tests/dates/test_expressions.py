"""Time expressions in running text, counted from Tuesday 2 October 2018."""

from __future__ import annotations

import time
from datetime import date

import pytest

from isnad.dates import find_expressions
from isnad.text import View

ANCHOR = date(2018, 10, 2)

FOUND = [
    # sentence, words, value, precision
    ("أعلن أمس الإثنين أن", "أمس الإثنين", "2018-10-01", "day"),
    ("وأمس، أعلنت الوزارة", "أمس", "2018-10-01", "day"),
    ("وصل أول من أمس", "أول من أمس", "2018-09-30", "day"),
    ("وصل أمس الأول", "أمس الأول", "2018-09-30", "day"),
    ("اليوم (الاثنين)، قال", "اليوم (الاثنين)", "2018-10-01", "day"),
    ("أكد اليوم الثلاثاء", "اليوم الثلاثاء", "2018-10-02", "day"),
    ("فجر اليوم", "فجر اليوم", "2018-10-02", "day"),
    ("قتلوا مساء الخميس في", "مساء الخميس", "2018-09-27", "day"),
    ("ليل الجمعة السبت", "ليل الجمعة السبت", "2018-09-28", "day"),
    ("قال الثلاثاء إنه", "الثلاثاء", "2018-10-02", "day"),
    ("الخميس الماضي", "الخميس الماضي", "2018-09-27", "day"),
    ("الثلاثاء الماضي", "الثلاثاء الماضي", "2018-09-25", "day"),
    ("يوم الأحد المقبل", "يوم الأحد المقبل", "2018-10-07", "day"),
    ("الثلاثاء القادم", "الثلاثاء القادم", "2018-10-09", "day"),
    ("الثلاثاء من الأسبوع الماضي", "الثلاثاء من الأسبوع الماضي", "2018-09-25", "day"),
    ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2018-09-29", "day"),
    ("منذ 3 أيام", "منذ 3 أيام", "2018-09-29", "day"),
    ("منذ يومين", "منذ يومين", "2018-09-30", "day"),
    ("قبل نحو أسبوعين", "قبل نحو أسبوعين", "2018-09-17", "week"),
    ("قبل شهر", "قبل شهر", "2018-09", "month"),
    ("قبل سبع سنوات", "قبل سبع سنوات", "2011", "year"),
    ("قبل عام من الآن", "قبل عام", "2017", "year"),
    ("الأسبوع الماضي", "الأسبوع الماضي", "2018-09-24", "week"),
    ("الأسبوع قبل الماضي", "الأسبوع قبل الماضي", "2018-09-17", "week"),
    ("هذا الأسبوع", "هذا الأسبوع", "2018-10-01", "week"),
    ("الشهر الجاري", "الشهر الجاري", "2018-10", "month"),
    ("مطلع الشهر المقبل", "مطلع الشهر المقبل", "2018-11", "month"),
    ("العام الماضي", "العام الماضي", "2017", "year"),
    ("للعام الجاري", "للعام الجاري", "2018", "year"),
    ("يصل غدا الخميس", "غدا الخميس", "2018-10-04", "day"),
    ("يجتمعون بعد غد", "بعد غد", "2018-10-04", "day"),
    ("في 22 يوليو", "22 يوليو", "2018-07-22", "day"),
    ("22 يوليو الماضي", "22 يوليو الماضي", "2018-07-22", "day"),
    ("20 أكتوبر المقبل", "20 أكتوبر المقبل", "2018-10-20", "day"),
    ("منذ 20 أكتوبر", "20 أكتوبر", "2017-10-20", "day"),
    ("7 أيار من العام الماضي", "7 أيار من العام الماضي", "2017-05-07", "day"),
    ("صباح يوم الأحد 22 أبريل", "صباح يوم الأحد 22 أبريل", "2018-04-22", "day"),
    ("19 من الشهر الجاري", "19 من الشهر الجاري", "2018-10-19", "day"),
    ("السابع من تشرين الأول/أكتوبر الماضي", "السابع من تشرين الأول/أكتوبر الماضي", "2017-10-07", "day"),
    ("الخامس والعشرين من شهر مايو", "الخامس والعشرين من شهر مايو", "2018-05-25", "day"),
    ("في 5 أكتوبر/تشرين الأول 2023", "5 أكتوبر/تشرين الأول 2023", "2023-10-05", "day"),
    ("بتاريخ 14/08/2018 الساعة 5:11 م", "14/08/2018 الساعة 5:11 م", "2018-08-14T17:11", "minute"),
    ("الخميس الموافق 21 شوال من عام 1436هـ", "الخميس الموافق 21 شوال من عام 1436هـ", "2015-08-06", "day"),
    ("في 15 شوال الماضي", "15 شوال الماضي", "2018-06-29", "day"),
    ("خلال 12 محرم", "12 محرم", "2018-09-22", "day"),
    ("منتصف نيسان/أبريل", "منتصف نيسان/أبريل", "2018-04", "month"),
    ("في آب الماضي", "آب الماضي", "2018-08", "month"),
    ("في كانون الثاني/ يناير 2017", "كانون الثاني/ يناير 2017", "2017-01", "month"),
    ("شوال 1436هـ", "شوال 1436هـ", "2015-07", "month"),
    ("منذ عام 2015", "عام 2015", "2015", "year"),
    ("مطلع 2016", "مطلع 2016", "2016", "year"),
    ("في 2017 وشهد", "في 2017", "2017", "year"),
    ("عام 1436هـ", "عام 1436هـ", "2015", "year"),
]

NOTHING = [
    "مارس ضغوطا على الحكومة",
    "ومارس ضغوطا على الحكومة",
    "أب لثلاثة أطفال",
    "من باب الحرص",
    "قالت تيريزا ماي",
    "قال جوان حاجو",
    "الرئيس رجب طيب أردوغان",
    "تدخل محرم دوليا",
    "فاز بهدفين مقابل صفر",
    "فاز الفريق 3 صفر",
    "المبعوث ستيفان دي ميستورا",
    "صلاة الجمعة في المسجد",
    "كل خميس",
    "قال أحد الشهود",
    "في اليوم التالي",
    "اليوم الأول من المهرجان",
    "قناة روسيا اليوم",
    "الأمين العام الحالي للمنظمة",
    "القرن الماضي",
    "قبل أسبوعين من الانتخابات",
    "قبل يوم من المباراة",
    "خلال الأيام الماضية",
    "نهاية الحرب",
    "توقيت الزيارة",
    "في 2500 مدرسة",
    "في 2000 قرية",
    "ثورة 25 يناير",
    "هجمات السابع من تشرين الأول/أكتوبر",
    "نسبة 12/7",
    "المركز الأول",
    "ارتفع إلى 1999.50 دولارا",
    "الرئيس الحالي",
]


@pytest.mark.parametrize(("text", "words", "value", "precision"), FOUND, ids=[row[0] for row in FOUND])
def test_expression_is_counted_from_the_anchor(text: str, words: str, value: str, precision: str) -> None:
    (found,) = find_expressions(View(text), ANCHOR)
    assert (found.span.of(text), found.value, found.precision) == (words, value, precision)
    assert found.resolved


@pytest.mark.parametrize("text", NOTHING)
def test_common_words_are_no_time_expression(text: str) -> None:
    assert find_expressions(View(text), ANCHOR) == ()


@pytest.mark.parametrize(
    "text", ["أمس الإثنين", "مساء الخميس", "الشهر الجاري", "في 22 يوليو", "قبل عام", "هذا الأسبوع"]
)
def test_relative_expression_without_anchor_stays_unresolved(text: str) -> None:
    (found,) = find_expressions(View(text), None)
    assert (found.value, found.resolved, found.why) == (None, False, "no anchor")


@pytest.mark.parametrize("text", ["5 تموز/ يوليو 2021", "عام 2015", "شوال 1436هـ"])
def test_full_date_needs_no_anchor(text: str) -> None:
    assert find_expressions(View(text), None) == find_expressions(View(text), ANCHOR)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("في 31 شباط 2018", "2018-02 has no day 31"),
        ("في الاثنين 2 أكتوبر 2018", "2018-10-02 is a Tuesday, not a Monday"),
        ("في 4 كانون الأول (يناير) الماضي", "the two month names disagree"),
        ("في 31 من شهر نيسان", "2019-04 has no day 31"),
    ],
)
def test_impossible_date_stays_unresolved_and_says_why(text: str, why: str) -> None:
    (found,) = find_expressions(View(text), ANCHOR)
    assert (found.value, found.why) == (None, why)


def test_date_of_the_body_is_an_expression() -> None:
    text = "وكان الحداد قد وصل في 5 تموز 2017، ثم عاد أمس."
    assert [e.value for e in find_expressions(View(text), ANCHOR)] == ["2017-07-05", "2018-10-01"]


def test_light_form_tells_the_month_from_the_father() -> None:
    assert find_expressions(View("في آب 2017"), ANCHOR)[0].value == "2017-08"
    assert find_expressions(View("وهو أب منذ زمن"), ANCHOR) == ()


def test_only_the_ranges_are_read() -> None:
    text = "أمس قال. غدا يصل"
    found = find_expressions(View(text), ANCHOR, [(9, len(text))])
    assert [e.span.of(text) for e in found] == ["غدا"]


def test_anchor_at_the_end_of_days_is_no_error() -> None:
    for anchor in (date.min, date.max):
        for text in (
            "غدا",
            "أمس",
            "العام المقبل",
            "العام الماضي",
            "قبل 999 سنة",
            "الشهر المقبل",
            "في 22 يوليو",
        ):
            find_expressions(View(text), anchor)


@pytest.mark.parametrize("piece", ["مساء ", "يوم ", "1 ", "1/", "(", "10 شوال الموافق ", "تشرين ", "الأحد ", "قبل "])
def test_time_is_linear_in_the_length(piece: str) -> None:
    view = View(piece * (100_000 // len(piece)))
    begin = time.process_time()
    find_expressions(view, ANCHOR)
    assert time.process_time() - begin < 3
