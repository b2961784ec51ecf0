"""Numbers that no article should have: sensible records or none, never an exception, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.counted import facts

from isnad.analyse import analyse
from isnad.records import Document


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("أسفر الهجوم عن مقتل " + "9" * 400 + " شخص.", []),
        ("صفر قتلى في الحادث.", [("killed", 0)]),
        ("أسفر الحادث عن 0 قتلى.", [("killed", 0)]),
        ("سجلت الوزارة -5 قتلى.", []),
        ("سجلت الوزارة 3.5 قتيل.", []),
        ("قتل 3,5 أشخاص.", []),
        ("في 31 شباط قتل 5 أشخاص.", [("killed", 5)]),
        ("في عام 0 قتل 5 أشخاص.", [("killed", 5)]),
        ("في عام 9999 قتل 6 أشخاص.", [("killed", 6)]),
        ("قتل", []),
        ("مقتل 5", [("killed", 5)]),
        ("بين 5 و", []),
        ("قتل 5/3 أشخاص عند 12:30.", []),
    ],
)
def test_odd_numbers(body: str, found: list[tuple[str, int | None]]) -> None:
    assert facts(body) == found


@pytest.mark.parametrize(
    "text",
    [
        "قتل " + "وقال الوزير إن الجيش " * 1250 + "5 جنود.",
        "مقتل " + "5 جنود و" * 2500,
        "مقتل 5 جنود " + "بينهم 3 ضباط " * 1600,
        "عدد القتلى " * 2500 + "إلى 5",
        "أكثر من " * 2500 + "5 قتلى",
        "بين 5 و" * 2500,
        "خبر من الوادي\n" + " ".join(map(str, range(5000))),
        "خبر من الوادي\n" + "ثلاثة وعشرون ألفا و" * 1700,
        "خمسة جنود " + "مصريين " * 5000,
    ],
    ids=range(9),
)
def test_sentence_of_five_thousand_words_takes_bounded_time(text: str) -> None:
    begin = time.perf_counter()
    figures = analyse(Document(id="x", text=text)).figures
    assert time.perf_counter() - begin < 10
    assert len(figures) <= 60


_WORDS = st.sampled_from(
    [
        "قتل",
        "مقتل",
        "أصيب",
        "5",
        "و",
        "12",
        "-",
        "(",
        ")",
        "/",
        ".",
        ":",
        "،",
        "خمسة",
        "عشر",
        "مئة",
        "ألف",
        "آلاف",
        "عشرات",
        "جنود",
        "جندي",
        "قتلى",
        "قتيلا",
        "بين",
        "بينهم",
        "إلى",
        "عدد",
        "من",
        "أكثر",
        "نحو",
        "على",
        "الأقل",
        "واحد",
        "اثنين",
        "الاثنين",
        "%",
        "صفر",
        "لم",
        "سوى",
        "مقابل",
        "الذين",
        "قتلوا",
        "لقوا",
        "حتفهم",
        "المشتبه",
        "بهم",
    ]
)


@settings(max_examples=300)
@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_any_order_of_the_words_of_figures_gives_records_that_hold(text: str) -> None:
    analysis = analyse(Document(id="x", text=text))
    for figure in analysis.figures:
        assert figure.span.of(text).strip() == figure.span.of(text) != ""
        assert figure.value is None or figure.value >= 0
        assert figure.part_of is None or figure.part_of < figure.id or len(figure.part_of) < len(figure.id)
    starts = [figure.span.start for figure in analysis.figures]
    assert starts == sorted(starts)
