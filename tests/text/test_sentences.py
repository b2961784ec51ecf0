"""Where sentences, paragraphs and quotations begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.test_view import TEXTS

from isnad.text import Reading, View


def sentences(text: str, cuts: tuple[int, ...] = ()) -> list[str]:
    r = Reading(View(text), cuts)
    return [r.text(a, b) for a, b in r.sentences if r.words[a] != "\n"]


def quotations(text: str) -> list[str]:
    """The quotations of the text; one that never closes as its sign alone."""
    r = Reading(View(text))
    return [r.text(q.open, q.open + 1 if q.close is None else q.close + 1) for q in r.quotes]


class TestSentenceEnds:
    @pytest.mark.parametrize(
        "text",
        [
            "وصل الوفد.| ثم عاد.",
            "هل عاد؟| نعم!| لا…| ربما...| انتهى",
            "عنوان بلا نقطة\n|قال الوزير.| ثم ذهب",
            "سطر\r\n|سطر\r|سطر",
            "انتهى.|وقال آخر",  # a lost space
            "انتهى.|الوزارة تنفي",
            "قال «نعم».| وذهب",
            "بلغ العدد 12.| وأضاف",
            "هل هذا صحيح ؟!| نعم",
        ],
    )
    def test_after_a_stop_or_a_line_break(self, text: str) -> None:
        assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]

    @pytest.mark.parametrize(
        "text",
        [
            "قال د. سالم الحداد إن أ. كريم وصل",
            "قال د.إبراهيم الحداد ود.فؤاد النجار",
            "نقلت وكالة أ.ف.ب عن مصدر",
            "قالت U.S. Navy",
            "ارتفع 3.5 في المئة و٣٫٥ و1,200.50",
            "نشر موقع العربية.نت الخبر",
            "قال «وصلنا. ثم عدنا! هل ترى؟ نعم» وذهب",
            'قال "وصلنا. ثم عدنا" وذهب',
            "قال «نعم.» وذهب",
            "قال “وصلنا. ثم عدنا” وذهب",
            "قال «أول «ثان. ثالث» رابع. خامس» وذهب",
            "قال: نعم؛ ثم ذهب، وعاد",
        ],
    )
    def test_not_inside_an_abbreviation_a_number_a_name_or_a_quotation(self, text: str) -> None:
        assert sentences(text) == [text]

    def test_quotation_left_open_does_not_swallow_the_text(self) -> None:
        assert sentences("قال «وصلنا. ثم عدنا\nوأضاف أنهم بخير. انتهى") == [
            "قال «وصلنا.",
            "ثم عدنا",
            "وأضاف أنهم بخير.",
            "انتهى",
        ]

    def test_cut_ends_a_sentence(self) -> None:
        text = "عنوان طويل قال الوزير إن"
        assert sentences(text, (0, 11)) == ["عنوان طويل", "قال الوزير إن"]
        assert sentences(text, (0,)) == [text]
        assert sentences(text, (11, 11, 99)) == ["عنوان طويل", "قال الوزير إن"]

    def test_cut_inside_a_quotation_ends_the_sentence_too(self) -> None:
        assert sentences("قال «نعم لا» ثم", (9,)) == ["قال «نعم", "لا» ثم"]


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("قال «نعم» ثم «لا»", ["«نعم»", "«لا»"]),
            ("قال «أول «ثان» ثالث»", ["«أول «ثان» ثالث»", "«ثان»"]),
            ("‹نعم›", ["‹نعم›"]),
            ('قال "نعم" و"لا"', ['"نعم"', '"لا"']),
            ("قال “نعم” ثم", ["“نعم”"]),
            ("قال ”نعم“ ثم", ["”نعم“"]),
            ("قال ”نعم” ثم", ["”نعم”"]),
            ('قال "نعم” ثم', ['"نعم”']),
            ('قال " نعم " ثم', ['" نعم "']),
            ('قال «سمعت "نعم" منه»', ['«سمعت "نعم" منه»', '"نعم"']),
            ('قال "نعم", وقال "لا', ['"نعم"', '"']),
            ("قال «نعم\nثم لا»", ["«"]),
            ("«««نعم»", ["«", "«", "«نعم»"]),
        ],
    )
    def test_signs_are_paired(self, text: str, expected: list[str]) -> None:
        assert quotations(text) == expected

    @pytest.mark.parametrize("text", ["نعم» ثم", 'نعم" ثم', "نعم” ثم", "بلا علامات", "نعم› ثم"])
    def test_sign_that_closes_nothing_is_no_quotation(self, text: str) -> None:
        assert quotations(text) == []

    def test_closing_sign_leaves_those_open_that_stand_inside(self) -> None:
        assert quotations("«أول ‹ثان ثالث» رابع›") == ["«أول ‹ثان ثالث»", "‹"]

    def test_ten_thousand_nested_signs_are_paired_in_linear_time(self) -> None:
        r = Reading(View("«" * 10_000 + "نعم" + "»" * 10_000 + "›" * 10_000))
        assert len(r.quotes) == 10_000
        assert r.quotes[0] == (0, 20_000)
        assert r.quotes[-1] == (9_999, 10_001)


@given(TEXTS, st.lists(st.integers(0, 90), max_size=4).map(sorted))
def test_sentences_cover_all_tokens_in_order(raw: str, cuts: list[int]) -> None:
    r = Reading(View(raw), cuts)
    assert [i for a, b in r.sentences for i in range(a, b)] == list(range(len(r)))
    assert all(a < b for a, b in r.sentences)
    assert [r.sentence_of[a] for a, _ in r.sentences] == list(range(len(r.sentences)))
    for a, b in r.sentences:
        assert "\n" not in r.words[a:b] or b - a == 1
        assert not any(r.span(a, b).start < cut < r.span(b - 1, b).start for cut in cuts)


@given(TEXTS)
def test_paragraphs_are_what_stands_between_line_breaks(raw: str) -> None:
    r = Reading(View(raw))
    inside = [i for a, b in r.paragraphs for i in range(a, b)]
    assert inside == [i for i, word in enumerate(r.words) if word != "\n"]


@given(TEXTS)
def test_quotations_open_and_close_in_one_paragraph_and_nest(raw: str) -> None:
    r = Reading(View(raw))
    assert r.quotes == sorted(r.quotes)
    assert r.quote_close == dict(r.quotes)
    for a, b in ((q.open, q.close) for q in r.quotes if q.close is not None):
        assert a < b
        assert "\n" not in r.words[a:b]
        for q in r.quotes:
            assert q.close is None or not a < q.open < b < q.close
        assert a + 1 == b or r.quote_around[a + 1] >= a
