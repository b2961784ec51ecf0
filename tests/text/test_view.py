"""The views of a text: what typography they take away, what they keep, and the way back to the raw text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.records import Span
from isnad.text import View, fold, fold_word, light

# Everything that the view treats in a way of its own, beside plain Arabic and arbitrary Unicode.
_SIGNS = st.sampled_from(
    [
        *"اأإآٱىيئؤةهءعلوفق«»\"“”.،؛؟!: \n\t\r0٣۳a",
        "على", "وعلى", "علي", "\u064e", "\u0651\u064b", "\u0670", "\u0640", "\u200c", "\u200f", "\u202b", "\u2066",
        "\ufeff", "\u00a0", "\u2009", "\u2028", "\x0b", "\x00", "\ufdf2", "\ufdfa", "\ufefb", "\ufd3e", "\ufe70",
        "\u06cc", "\u06a9", "\u06c1", "\U0001f600", "\ufe0f", "\U0001d7d8", "\u0301",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(_SIGNS, max_size=40).map("".join))


class TestLight:
    @pytest.mark.parametrize(
        ("raw", "plain"),
        [
            ("قَالَ الوَزِيرُ", "قال الوزير"),
            ("مُعَلِّمٌ", "معلم"),
            ("هٰذا", "هذا"),  # superscript alef
            ("قـــال", "قال"),
            ("ا\u0653", "ا"),  # madda as a mark of its own
            ("کتاب یک", "كتاب يك"),
            ("\u06c1\u0646\u062f\u06c3", "هندة"),  # heh goal, teh marbuta goal
            ("\ufee1\ufea4\ufee4\ufeaa", "محمد"),
            ("\ufefb\ufef7", "لالأ"),  # lam-alef in one sign
            ("\ufdf2", "الله"),
            ("\ufdfc", "ريال"),
            ("\ufe70\ufcf2", ""),  # a mark with the space or the tatweel that carries it
            ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
            ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
            ("\u0966\u0967 \U0001d7d8", "01 0"),
            ("a\u00a0b\u2009c\u3000d", "a b c d"),
            ("\u200b\u200c\u200d\ufeff", ""),
            ("\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2069", ""),
            ("\u064e\u0651", ""),
            ("\x00قا\x07ل\x7f", "قال"),
            ("أ\rب\x0bت\x0cث\u2028ج\u2029د", "أ\nب\nت\nث\nج\nد"),
            ("أ\r\nب", "أ\r\nب"),
        ],
    )
    def test_takes_typography_away(self, raw: str, plain: str) -> None:
        assert View(raw).light == light(raw) == plain

    @pytest.mark.parametrize(
        "raw",
        [
            "أإآٱ ؤئ ى ة ء",  # spelling, not typography
            "گچپڤژ",  # letters of their own
            "\ufd3eالنص\ufd3f",
            "\ufdfa",  # a whole formula in one sign
            "٪ ٫ ٬ ، ؛ ؟ … — «» “”",
            "😀 🇸🇾",
            "²½①",
            "RT العالم",
        ],
    )
    def test_keeps_what_is_more_than_typography(self, raw: str) -> None:
        assert View(raw).light == raw


class TestFold:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("أحمد", "احمد"),
            ("إلى", "الي"),
            ("آثار", "اثار"),
            ("ٱلله", "الله"),
            ("مصطفى", "مصطفي"),
            ("مدرسة", "مدرسه"),
            ("مسؤول", "مسوول"),
            ("رئيس", "رييس"),
            ("علی", "علي"),  # Persian yeh
            ("ا\u0654", "أ"),  # the hamza as a mark of its own
        ],
    )
    def test_unites_spellings_of_one_word(self, one: str, other: str) -> None:
        assert fold(one) == fold(other) == View(one).fold

    @pytest.mark.parametrize(
        ("one", "other"),
        [("على", "علي"), ("وعلى", "وعلي"), ("فعلى", "فعلي"), ("ماء", "ما"), ("قال", "قيل"), ("دعاة", "دعا")],
    )
    def test_keeps_different_words_apart(self, one: str, other: str) -> None:
        assert fold(one) != fold(other)
        assert View(one).fold != View(other).fold

    def test_on_is_kept_only_as_a_word_of_its_own(self) -> None:
        assert View("على الأعلى، وعلى").fold == "على الاعلي، وعلى"
        assert View("RTعلى").fold == "RTعلى"
        assert fold_word("الأعلى") == "الاعلي"

    def test_on_with_marks_and_tatweel_is_still_on(self) -> None:
        assert View("عَلَـى").fold == "على"


class TestMap:
    @given(TEXTS)
    def test_views_are_equally_long_and_folding_again_changes_nothing(self, raw: str) -> None:
        view = View(raw)
        assert len(view.fold) == len(view.light)
        assert light(view.light) == view.light == light(raw)
        assert fold(fold(raw)) == fold(raw)

    @given(TEXTS)
    def test_every_position_maps_back_in_order(self, raw: str) -> None:
        view = View(raw)
        places = [view.at(i) for i in range(len(view.light) + 2)]
        assert places == sorted(places)
        assert places[-2:] == [len(raw)] * 2
        assert all(0 <= place < len(raw) for place in places[: len(view.light)])

    @given(TEXTS)
    def test_every_letter_comes_from_the_character_it_maps_to(self, raw: str) -> None:
        view = View(raw)
        for i, letter in enumerate(view.light):
            char = raw[view.at(i)]
            assert letter == char or letter in light(char)

    @given(TEXTS, st.data())
    def test_span_of_any_range_holds_its_letters(self, raw: str, data: st.DataObject) -> None:
        view = View(raw)
        start = data.draw(st.integers(0, len(view.light)))
        end = data.draw(st.integers(start, len(view.light)))
        span = view.span(start, end)
        assert 0 <= span.start <= span.end <= len(raw)
        assert view.light[start:end] in light(span.of(raw))

    def test_span_takes_the_marks_of_its_last_letter_and_no_more(self) -> None:
        view = View("قالَ\u200f الوزيرُ، أمس")
        assert view.span(0, 3) == Span(0, 4)
        assert view.span(4, 10).of(view.raw) == "الوزيرُ"

    def test_letters_of_one_sign_map_to_that_sign(self) -> None:
        view = View("عبد \ufdf2 قال")
        assert [view.at(i) for i in range(4, 8)] == [4] * 4
        assert view.span(4, 8) == Span(4, 5)
        assert view.span(9, 12).of(view.raw) == "قال"

    def test_empty_range_is_an_empty_span(self) -> None:
        assert View("قَال").span(1, 1) == Span(2, 2)
        assert View("").span(0, 0) == Span(0, 0)


def test_long_run_of_marks_is_read_in_linear_time() -> None:
    raw = "ق" + "\u064e" * 200_000 + "ال" + "\ufdf2" * 50_000
    view = View(raw)
    assert len(view.light) == 3 + 4 * 50_000
    assert view.span(0, 1) == Span(0, 200_001)
    assert unicodedata.combining(raw[200_000])
