"""Words, numbers and signs of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from tests.text.test_view import TEXTS

from isnad.text import Reading, View, fold, fold_word


def reading(text: str) -> Reading:
    return Reading(View(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال الوزير.", "قال الوزير ."),
        ("بلغ 3.5 بالمئة", "بلغ 3.5 بالميه"),
        ("٣٫٥ ملايين", "3٫5 ملايين"),
        ("1,200 شخص", "1,200 شخص"),
        ("١٬٢٠٠٬٠٠٠", "1٬200٬000"),
        ("عام 2018.", "عام 2018 ."),
        ("بين 3-5", "بين 3 - 5"),
        ("07:46", "07 : 46"),
        ("و200 شخص", "و 200 شخص"),
        ("لـRT وRT", "ل RT و RT"),
        ("فرانس24", "فرانس 24"),
        ("_كلمة_", "_ كلمه _"),
        ("#وسم @حساب", "# وسم @ حساب"),
        ("كلمة…كلمة...نعم", "كلمه … كلمه ... نعم"),
        ("قال:«نعم»", "قال : « نعم »"),
        ("قَـــالَ\u200f الوَزير", "قال الوزير"),
        ("\ufdf2 أكبر", "الله اكبر"),
        ("😀😀", "😀 😀"),
    ],
)
def test_text_is_cut_into_words_numbers_and_signs(text: str, words: str) -> None:
    assert reading(text).words == words.split(" ")


@pytest.mark.parametrize(
    ("text", "count"),
    [("أ\nب", 3), ("أ\r\nب", 3), ("أ\rب", 3), ("أ\x0bب", 3), ("أ\u2028ب", 3), ("أ\tب", 2), ("", 0)],
)
def test_line_break_of_any_system_is_one_token(text: str, count: int) -> None:
    assert len(reading(text)) == count


@given(TEXTS)
def test_every_token_reproduces_its_text_up_to_folding(raw: str) -> None:
    r = reading(raw)
    assert len(r) == len(r.lights) == len(r.starts) == len(r.ends) == len(r.sentence_of)
    for i, word in enumerate(r.words):
        assert r.lights[i] == r.view.light[r.starts[i] : r.ends[i]]
        assert word == fold_word(r.lights[i])
        assert word in fold(r.text(i, i + 1)) or word == "\n"


@given(TEXTS)
def test_tokens_come_in_order_and_do_not_overlap(raw: str) -> None:
    r = reading(raw)
    spans = [r.span(i, i + 1) for i in range(len(r))]
    assert all(0 <= s.start < s.end <= len(raw) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_what_is_between_tokens_is_space(raw: str) -> None:
    r = reading(raw)
    at = 0
    for start, end in zip(r.starts, r.ends, strict=True):
        assert not r.view.light[at:start].strip()
        at = end
    assert not r.view.light[at:].strip()


def test_glued_tokens_stand_without_a_space() -> None:
    r = reading("لـRT، قال")
    assert [r.glued(i) for i in range(len(r))] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("علىجريمة", "على جريمه"),
        ("الأميركيةفي", "الاميركيه في"),
        ("أنّالوضع", "ان الوضع"),
    ],
)
def test_lost_space_is_seen_behind_a_letter_that_only_ends_words(text: str, words: str) -> None:
    assert reading(text).words == words.split(" ")


@pytest.mark.parametrize("text", ["مدرسة", "مستشفى", "أنّهم", "فى", "أنالوضع", "المستشفياتالجديدة"])
def test_word_that_may_be_one_stays_one(text: str) -> None:
    assert reading(text).words == [fold(text)]
