"""The tables of figures: what is generated, and what the lint refuses."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from isnad.errors import LexiconError
from isnad.lexicon import lint_figures, measures, numbers, victims
from isnad.lexicon.measures import MeasureEntry
from isnad.lexicon.morphology import Verb
from isnad.lexicon.victims import VictimEntry
from isnad.text import fold

HARM = MeasureEntry(
    id="wound", measure="injured", lemma="جرح", verb=Verb(root="جرح", form="I", masdar=("جرح",)), example="جرح عاملان."
)
NOUN = VictimEntry(noun="عامل", who="civilians", fem=True, plurals=("عمال",), example="خمسة عمال")


def test_tables_have_no_problem() -> None:
    assert lint_figures.problems() == []


@pytest.mark.parametrize("word", ["قتل", "قتلت", "يقتل", "سيقتل", "وقتلوا", "مقتل", "بمقتل", "القبض", "أصيب"])
def test_forms_of_harm_are_found(word: str) -> None:
    assert measures.find(fold(word))


@pytest.mark.parametrize("word", ["قاتل", "كتاب", "مقاتل", "سمات"])
def test_other_words_are_no_harm(word: str) -> None:
    assert measures.find(fold(word)) == ()


def test_passive_alone_is_no_active() -> None:
    reading = measures.find(fold("أصيب"))[0]
    assert (reading.active, reading.passive) == (False, True)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("جنديان", "d"),
        ("جنديين", "d"),
        ("شرطيين", "d"),
        ("مدنيين", "p"),
        ("مدنيان", "d"),
        ("جنود", "p"),
        ("جنديا", "s"),
    ],
)
def test_number_of_a_noun(word: str, number: str) -> None:
    found = victims.find(fold(word))
    assert found is not None
    assert found.number == number


def test_name_spelled_like_a_dual_is_no_victim() -> None:
    assert victims.find(fold("طالبان")) is None


def test_units_have_both_genders_and_hundreds_are_fused() -> None:
    for word in ("ثلاث", "ثلاثة", "ثلاثين", "ثلاثون", "ثلاثمئة", "ثلاثمائة"):
        assert numbers.find(fold(word)), word


def test_example_without_a_form_is_a_problem() -> None:
    assert "example" in next(lint_figures.measure_problems([replace(HARM, example="وصل عاملان.")]))
    assert "example" in next(lint_figures.victim_problems([replace(NOUN, example="خمس سفن")]))
    assert list(lint_figures.measure_problems([HARM])) == []
    assert list(lint_figures.victim_problems([NOUN])) == []


def test_entry_given_twice_is_a_problem() -> None:
    assert "2 times" in next(lint_figures.victim_problems([NOUN, NOUN]))


def test_harm_needs_a_verb_or_forms() -> None:
    assert "either" in next(lint_figures.measure_problems([replace(HARM, verb=None)]))


def test_lemma_must_follow_from_the_root() -> None:
    with pytest.raises(LexiconError, match="root and form give"):
        list(lint_figures.measure_problems([replace(HARM, lemma="أصاب")]))


def test_vague_number_needs_a_bound() -> None:
    vague = next(row for row in numbers.number_entries() if row.kind == "vague")
    assert "bound" in next(lint_figures.number_problems([replace(vague, bound="exact")]))


def test_phrase_of_two_bounds_is_a_problem() -> None:
    first, *_ = measures.bound_entries()
    other = replace(first, id="other", bound="about")
    assert "also stands in" in next(lint_figures.bound_problems([first, other]))
