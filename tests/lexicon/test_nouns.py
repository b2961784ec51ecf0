"""Head nouns of speaker phrases, and the words of people's names."""

from __future__ import annotations

import pytest

from isnad.lexicon import lint_names, nouns, people
from isnad.lexicon.clitics import splits
from isnad.text import fold


def readings(word: str) -> set[tuple[str, str, str, bool, int, str]]:
    """Lemma, class, number, definite, start and suffix of every reading of an unfolded word."""
    return {(r.noun.lemma, r.noun.classes[0], r.number, r.definite, r.start, r.suffix) for r in nouns.find(fold(word))}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وزير", ("وزير", "role", "s", False, 0, "")),
        ("والوزير", ("وزير", "role", "s", True, 1, "")),
        ("للوزير", ("وزير", "role", "s", True, 2, "")),
        ("للجنة", ("لجنة", "body", "s", True, 1, "")),
        ("وزيرة", ("وزير", "role", "s", False, 0, "")),
        ("الوزيران", ("وزير", "role", "d", True, 0, "")),
        ("وزيرا", ("وزير", "role", "d", False, 0, "")),
        ("وزيرتا", ("وزير", "role", "d", False, 0, "")),
        ("الوزراء", ("وزير", "role", "p", True, 0, "")),
        ("وزراؤها", ("وزير", "role", "p", True, 0, "ها")),
        ("وزرائه", ("وزير", "role", "p", True, 0, "ه")),
        ("نظيره", ("نظير", "role", "s", True, 0, "ه")),
        ("ونظيرتها", ("نظير", "role", "s", True, 1, "ها")),
        ("قاض", ("قاضي", "role", "s", False, 0, "")),
        ("القاضي", ("قاضي", "role", "s", True, 0, "")),
        ("القضاة", ("قاضي", "role", "p", True, 0, "")),
        ("محامون", ("محامي", "role", "p", False, 0, "")),
        ("مسؤولو", ("مسؤول", "role", "p", False, 0, "")),
        ("مسؤولون", ("مسؤول", "anonymous", "p", False, 0, "")),
        ("اللواء", ("لواء", "rank", "s", True, 0, "")),
        ("د", ("د", "honorific", "s", False, 0, "")),
        ("سموه", ("سمو", "honorific", "s", True, 0, "ه")),
        ("صحف", ("صحيفة", "media", "p", False, 0, "")),
        ("السلطات", ("سلطات", "body", "p", True, 0, "")),
        ("وكيل", ("وكيل", "role", "s", False, 0, "")),
        ("متظاهرين", ("متظاهر", "group", "p", False, 0, "")),
        ("بيانا", ("بيان", "document", "s", False, 0, "")),
        ("والدته", ("والد", "human", "s", True, 0, "ه")),
    ],
)
def test_inflected_form_is_found(word: str, expected: tuple[str, str, str, bool, int, str]) -> None:
    assert expected in readings(word)


@pytest.mark.parametrize("word", ["قال", "المسؤولو", "الوزيرا", "والله", "بوزن", "كما", "وأن", "السوري", "م2", "الد"])
def test_other_word_is_no_head_noun(word: str) -> None:
    assert readings(word) == set()


def test_construct_dual_takes_no_article() -> None:
    assert not any(r[2] == "d" for r in readings("الرئيسا"))


def test_feminine_and_pronoun_are_both_read() -> None:
    assert {r[5] for r in readings("مديره")} == {"", "ه"}


def test_conjunction_is_not_taken_from_a_noun_in_waw() -> None:
    assert {r.start for r in nouns.find(fold("والد"))} == {0}


@pytest.mark.parametrize(
    ("phrase", "lemma", "kind", "length"),
    [
        ("الفريق أول ركن سالم", "فريق", "rank", 3),
        ("الفريق الفائز", "فريق", "rank", 1),
        ("وكالة الأنباء الرسمية", "وكالة", "media", 2),
        ("صاحب السمو الملكي الأمير", "صاحب", "honorific", 3),
        ("شاهد عيان", "شاهد", "anonymous", 2),
        ("شهود عيان", "شهود", "group", 2),
        ("مؤتمر صحفي", "مؤتمر", "occasion", 2),
        ("ولي العهد", "ولي", "role", 2),
    ],
)
def test_longest_reading_comes_first(phrase: str, lemma: str, kind: str, length: int) -> None:
    found = [m for m in nouns.at(fold(phrase).split(), 0) if kind in m.reading.noun.classes]
    assert (found[0].reading.noun.lemma, found[0].length) == (lemma, length)


def test_agency_is_no_medium_without_its_second_word() -> None:
    found = nouns.at([fold("وكالة"), fold("الطاقة")], 0)
    assert [m.reading.noun.classes for m in found] == [("body",)]


def test_reading_at_the_end_of_a_text_does_not_look_beyond() -> None:
    assert nouns.at([fold("ولي")], 0) == ()


def test_government_is_its_own_kind() -> None:
    assert [r.noun.kind for r in nouns.find(fold("الحكومة"))] == ["government"]


def test_proclitics_come_off_in_all_ways() -> None:
    assert [tuple(s) for s in splits("فبال")] == [(0, "فبال", False), (1, "بال", False), (2, "ال", False)]


def test_enough_nouns() -> None:
    assert len(nouns.noun_entries()) >= 400


@pytest.mark.parametrize("name", ["محمد", "فاطمة", "بوريس", "رجب", "ستيفاني", "بنيامين", "هاكان"])
def test_given_name_scores_high(name: str) -> None:
    assert people.is_given(fold(name))
    assert people.name_score(fold(name)) >= 0.9


@pytest.mark.parametrize("name", ["كريم", "أمل", "نور", "صادق"])
def test_name_that_is_also_a_word_stands_in_the_middle(name: str) -> None:
    assert people.is_given(fold(name))
    assert 0.1 < people.name_score(fold(name)) < 0.8


@pytest.mark.parametrize("name", ["الأسد", "أوباما", "لافروف", "شمخاني", "الجبير"])
def test_family_name_of_the_corpus_scores_high(name: str) -> None:
    assert people.name_score(fold(name)) > 0.7


@pytest.mark.parametrize(
    "word",
    [
        "قال",
        "الذي",
        "أن",
        "من",
        "وزارة",
        "الدولي",
        "يوم",
        "الحكومة",
        "خلال",
        "مدينة",
        "الجيش",
        "التقرير",
        "لا",
        "أو",
        "الآن",
        "متى",
        "حسب",
        "إسرائيل",
    ],
)
def test_common_word_is_no_name(word: str) -> None:
    assert people.name_score(fold(word)) < 0.25


def test_particle_is_told_from_a_conjunction() -> None:
    assert people.is_particle(fold("بن"))
    assert people.is_particle(fold("آل"))
    assert not people.is_particle(fold("أو"))
    assert not people.is_particle(fold("لا"))


def test_tables_of_names_are_clean() -> None:
    assert lint_names.problems() == []
