"""Printed dates as a table: what sites print, and what it means."""

from __future__ import annotations

import time

import pytest

from isnad.dates import PrintedDate, RefusedDate, find_clock, find_printed
from isnad.text import View

READ = [
    # line, value, calendar, the words of the date («*»: all of the line)
    ("الثلاثاء ٠٢ أكتوبر ٢٠١٨ - ٠٧:٤٦ بتوقيت غرينتش", "2018-10-02T07:46+00:00", "gregorian", "*"),
    ("تأريخ النشر: ۱۹ دی ۱۳۹۵ - ۱۸:۵۶", "2017-01-08T18:56", "solar-hijri", "۱۹ دی ۱۳۹۵ - ۱۸:۵۶"),
    ("تاريخ النشر: 7th, October 2023 GMT", "2023-10-07", "gregorian", "7th, October 2023 GMT"),
    ("5 تموز/ يوليو 2021", "2021-07-05", "gregorian", "*"),
    ("10 شوال 1436هـ الموافق 26 يوليو 2015م", "2015-07-26", "gregorian", "*"),
    ("26 يوليو 2015م الموافق 10 شوال 1436هـ", "2015-07-26", "gregorian", "*"),
    ("المدينة 26 شوال 1436 هـالموافق 11 اغسطس 2015 م", "2015-08-11", "gregorian",
     "26 شوال 1436 هـالموافق 11 اغسطس 2015 م"),
    ("الأحد (10 شوال 1436هـ ) الموافق ( 26 يوليو 2015م ) ولمدة", "2015-07-26", "gregorian",
     "الأحد (10 شوال 1436هـ ) الموافق ( 26 يوليو 2015م )"),
    ("28 شوال الموافق 13 أغسطس 2015", "2015-08-13", "gregorian", "*"),
    ("الخميس 21 شوال 1436هـ", "2015-08-06", "hijri", "*"),
    ("الأحد 3 شوال 1436 هجرية", "2015-07-19", "hijri", "*"),
    ("12/2/1439هـ", "2017-11-01", "hijri", "*"),
    ("1439/2/12 هـ", "2017-11-01", "hijri", "*"),
    ("1395/10/19 18:56", "2017-01-08T18:56", "solar-hijri", "*"),
    ("12 جويلية 2019", "2019-07-12", "gregorian", "*"),
    ("3 جانفي 2019 - 09:05", "2019-01-03T09:05", "gregorian", "*"),
    ("الخميس 6 أوت 2020 10:05 صباحا", "2020-08-06T10:05", "gregorian", "*"),
    ("الجمعة 5 غشت 2022 - 14:30", "2022-08-05T14:30", "gregorian", "*"),
    ("3 شتنبر 2017", "2017-09-03", "gregorian", "*"),
    ("30 دجنبر 2016 على الساعة 17:20", "2016-12-30T17:20", "gregorian", "*"),
    ("2 نونبر 2017", "2017-11-02", "gregorian", "*"),
    ("14 شباط 2005", "2005-02-14", "gregorian", "*"),
    ("٤ آب ٢٠٢٠", "2020-08-04", "gregorian", "*"),
    ("1 كانون الثاني 2020", "2020-01-01", "gregorian", "*"),
    ("3 آذار (مارس) 2008", "2008-03-03", "gregorian", "*"),
    ("23 نيسان/أبريل 2012", "2012-04-23", "gregorian", "*"),
    ("الأربعاء، ٤ آب/أغسطس ٢٠٢١ ٩:١٥ م بتوقيت بيروت", "2021-08-04T21:15+03:00", "gregorian", "*"),
    ("الأحد 21 نوفمبر/تشرين الثاني 2021 (15:30 ت غ)", "2021-11-21T15:30+00:00", "gregorian", "*"),
    ("السابع من تشرين الأول 2023", "2023-10-07", "gregorian", "*"),
    ("02/10/2018", "2018-10-02", "gregorian", "*"),
    ("الثلاثاء 10/02/2018", "2018-10-02", "gregorian", "*"),
    ("10/02/2018 السبت", "2018-02-10", "gregorian", "*"),
    ("2/13/2018", "2018-02-13", "gregorian", "*"),
    ("2018/10/02 07:46 م", "2018-10-02T19:46", "gregorian", "*"),
    ("14\\5\\2015", "2015-05-14", "gregorian", "*"),
    ("02.10.2018", "2018-10-02", "gregorian", "*"),
    ("28- 4 -2018 الساعة 20.30", "2018-04-28T20:30", "gregorian", "*"),
    ("2-أكتوبر-2018", "2018-10-02", "gregorian", "*"),
    ("2018-10-02T07:46:00+03:00", "2018-10-02T07:46+03:00", "gregorian", "*"),
    ("2018-10-02T07:46:09.250Z", "2018-10-02T07:46+00:00", "gregorian", "*"),
    ("Oct 2, 2018 7:46 am", "2018-10-02T07:46", "gregorian", "*"),
    ("October 2nd, 2018, 7:46 p.m.", "2018-10-02T19:46", "gregorian", "*"),
    ("Tuesday, 02 October 2018 07:46 GMT+3", "2018-10-02T07:46+03:00", "gregorian", "*"),
    ("ثلاثاء 2 أكتوبر 2018", "2018-10-02", "gregorian", "*"),
    ("أحد 7 أكتوبر 2018", "2018-10-07", "gregorian", "*"),
    ("05:30 بتوقيت مكة المكرمة - 2 أكتوبر 2018", "2018-10-02T05:30+03:00", "gregorian", "*"),
    ("2 أكتوبر 2018 الساعة 05:30 بتوقيت القدس المحتلة", "2018-10-02T05:30+03:00", "gregorian", "*"),
    ("2 يناير 2018 الساعة 05:30 بتوقيت القدس المحتلة", "2018-01-02T05:30+02:00", "gregorian", "*"),
    ("2 أكتوبر 2018 5:30 مساء بتوقيت أبوظبي", "2018-10-02T17:30+04:00", "gregorian", "*"),
    ("آخر تحديث: 12:30 ص - 2 أكتوبر 2018", "2018-10-02T00:30", "gregorian", "12:30 ص - 2 أكتوبر 2018"),
    ("2 أكتوبر 2018 12:30 ظهرا", "2018-10-02T12:30", "gregorian", "*"),
    ("2 أكتوبر 2018 1:30 ظهرا", "2018-10-02T13:30", "gregorian", "*"),
    ("2 أكتوبر 2018، 11:10 ليلا", "2018-10-02T23:10", "gregorian", "*"),
    ("2 أكتوبر 2018، الساعة 7 مساء", "2018-10-02T19:00", "gregorian", "*"),
    ("نشر في: 2 أكتوبر ,2018: 07:46 ص", "2018-10-02T07:46", "gregorian", "2 أكتوبر ,2018: 07:46 ص"),
    ("2 أكتوبر 2018 07:46 بالتوقيت المحلي", "2018-10-02T07:46", "gregorian", "*"),
    ("2 أكتوبر 2018 07:46 بتوقيت زحل", "2018-10-02T07:46", "gregorian", "*"),
    ("الثُّلاثاء ٢ أكتُوبر ٢٠١٨", "2018-10-02", "gregorian", "*"),
    ("\u200fالثلاثاء\xa02\xa0أكتوبر\xa02018", "2018-10-02", "gregorian", "الثلاثاء\xa02\xa0أكتوبر\xa02018"),
]  # fmt: skip

REFUSED = [
    ("31 شباط 2018", "2018-02 has no day 31"),
    ("30 فبراير 2018", "2018-02 has no day 30"),
    ("29 فبراير 2019", "2019-02 has no day 29"),
    ("13/13/2018", "there is no month 13"),
    ("2018-13-32", "there is no month 13"),
    ("0/5/2018", "there is no day 0"),
    ("31 دي 1395", "the Solar Hijri month 1395-10 has no day 31"),
    ("31 شوال 1436هـ", "a Hijri month has no day 31"),
    ("10 محرم 61 هـ", "the Hijri year 61 is outside the Umm al-Qura calendar (1343-1500)"),
    ("2 أكتوبر 2018 25:10", "there is no time 25:10"),
    ("2 أكتوبر 2018 - 07:60", "there is no time 7:60"),
    ("الاثنين 2 أكتوبر 2018", "2018-10-02 is a Tuesday, not a Monday"),
    ("الاثنين ۱۹ دی ۱۳۹۵", "2017-01-08 is a Sunday, not a Monday"),
    ("الثلاثاء 3 شوال 1436هـ", "2015-07-19 is a Sunday, not a Tuesday"),
    ("16 رمضان 1436هـ الموافق 3 يونيو 2015", "the gregorian and the hijri date are 30 days apart"),
    ("23 كانون الأول (يناير) 2006", "the two month names disagree"),
    ("10 رمضان 2015", "a Gregorian year beside a month of the hijri calendar"),
]

NO_DATE = [
    "فاز الفريق بنتيجة 3-1",
    "انتهت المباراة 3 صفر",
    "هاتف 011-4567-2018",
    "هاتف: 02/123456",
    "12/7",
    "في 12/7 من الموسم",
    "السعر 2018.50 ريال",
    "الإصدار 2.10.2018.4",
    "العنوان 192.168.10.2018",
    "v1.2.2018",
    "سورة البقرة 2:255",
    "الساعة 07:46",
    "2018",
    "أكتوبر 2018",
    "2 أكتوبر",
    "رمز الخبر: 14027",
    "قتل 15 وجرح 2018 شخصا",
    "أب لثلاثة أطفال منذ 2018",
    "قالت تيريزا ماي 2 مرات",
    "رجب طيب أردوغان",
    "رقم (أ/21) لسنة 2018",
    "example.org/2018/10/02/news",
    "2 أكتوبر\n2018",
    "1200 قتيل في 7 أكتوبر 14 ألف جريح",
    "القرار 1803/2008",
    "",
]


@pytest.mark.parametrize(("line", "value", "calendar", "words"), READ, ids=[row[0] for row in READ])
def test_printed_form_is_read(line: str, value: str, calendar: str, words: str) -> None:
    view = View(line)
    found = find_printed(view, 0, len(view.light))
    assert isinstance(found, PrintedDate)
    assert (found.value, found.calendar) == (value, calendar)
    assert found.precision == ("minute" if "T" in value else "day")
    assert found.span.of(line) == (line.lstrip("\u200f") if words == "*" else words)


@pytest.mark.parametrize(("line", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_impossible_date_is_refused_with_its_reason(line: str, reason: str) -> None:
    view = View(line)
    found = find_printed(view, 0, len(view.light))
    assert isinstance(found, RefusedDate)
    assert found.reason == reason
    assert found.span.of(line) == line


@pytest.mark.parametrize("line", NO_DATE)
def test_number_that_is_no_date_gives_nothing(line: str) -> None:
    view = View(line)
    assert find_printed(view, 0, len(view.light)) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("السبت 3 شوال 1436هـ", "2015-07-18"),
        ("الأحد 3 شوال 1436هـ", "2015-07-19"),
        ("الاثنين 3 شوال 1436هـ", "2015-07-20"),
    ],
)
def test_hijri_date_moves_one_day_to_fit_its_weekday(line: str, value: str) -> None:
    view = View(line)
    found = find_printed(view, 0, len(view.light))
    assert isinstance(found, PrintedDate)
    assert found.value == value
    assert ("moved one day" in found.why) == (value != "2015-07-19")


def test_weekday_settles_two_calendars_that_disagree() -> None:
    view = View("الأربعاء 16 رمضان 1436هـ الموافق 3 يونيو 2015")
    found = find_printed(view, 0, len(view.light))
    assert isinstance(found, PrintedDate)
    assert found.value == "2015-06-03"
    assert "30 days away" in found.why


def test_month_comes_first_only_where_the_site_says_so() -> None:
    view = View("02/10/2018")
    found = find_printed(view, 0, len(view.light), day_first=False)
    assert isinstance(found, PrintedDate)
    assert found.value == "2018-02-10"


def test_possible_date_after_an_impossible_one_is_read() -> None:
    view = View("31 شباط 2018، 2 أكتوبر 2018")
    found = find_printed(view, 0, len(view.light))
    assert isinstance(found, PrintedDate)
    assert found.value == "2018-10-02"


def test_only_the_region_is_read() -> None:
    text = "2 أكتوبر 2018\n5 تموز 2021"
    view = View(text)
    found = find_printed(view, text.index("\n"), len(view.light))
    assert isinstance(found, PrintedDate)
    assert found.value == "2021-07-05"
    assert found.span.of(text) == "5 تموز 2021"


def test_summer_time_begins_and_ends_on_its_days() -> None:
    for day, offset in (("24 مارس 2018", "+00:00"), ("25 مارس 2018", "+01:00"), ("28 أكتوبر 2018", "+00:00")):
        view = View(f"{day} 12:00 بتوقيت لندن")
        found = find_printed(view, 0, len(view.light))
        assert isinstance(found, PrintedDate)
        assert found.value.endswith(offset)


@pytest.mark.parametrize(
    ("line", "value", "offset"),
    [
        ("انتهى 11:58 ت م", "11:58", "+03:00"),
        ("الساعة 5:11 م", "17:11", None),
        ("عند (19,30 ت غ)", "19:30", "+00:00"),
        ("07:46 بتوقيت لندن", "07:46", None),
    ],
)
def test_clock_time_with_a_sign_is_found_alone(line: str, value: str, offset: str | None) -> None:
    view = View(line)
    found = find_clock(view, 0, len(view.light))
    assert found is not None
    assert (found.value, found.offset) == (value, offset)


@pytest.mark.parametrize("line", ["البقرة 2:55", "ارتفع 3.14 بالمئة", "الساعة 25:10", "نتيجة 3:10", "ساعة كاملة"])
def test_figures_without_a_sign_are_no_clock_time(line: str) -> None:
    view = View(line)
    assert find_clock(view, 0, len(view.light)) is None


@pytest.mark.parametrize("piece", ["2 أكتوبر ", "1/1/", "10 شوال الموافق ", "31 شباط 2018 ", "07:46 ", "(", "- "])
def test_time_is_linear_in_the_length(piece: str) -> None:
    view = View(piece * (100_000 // len(piece)))
    begin = time.process_time()
    find_printed(view, 0, len(view.light))
    find_clock(view, 0, len(view.light))
    assert time.process_time() - begin < 3
