"""States, nisbas, capitals, metonyms and places."""

from __future__ import annotations

import pytest

from isnad.lexicon import geo
from isnad.text import fold


def read(word: str) -> list[tuple[str | None, str, int]]:
    """Country, what and start of every reading of an unfolded word."""
    return [(r.iso3, r.what, r.start) for r in geo.country(fold(word))]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("سوريا", ("SYR", "name", 0)),
        ("سورية", ("SYR", "name", 0)),
        ("سورية", ("SYR", "nisba", 0)),
        ("والعراق", ("IRQ", "name", 1)),
        ("للعراق", ("IRQ", "name", 2)),
        ("بالعراق", ("IRQ", "name", 1)),
        ("ألمانيا", ("DEU", "name", 0)),
        ("المانيا", ("DEU", "name", 0)),
        ("لألمانيا", ("DEU", "name", 1)),
        ("الإيرانية", ("IRN", "nisba", 0)),
        ("أتراك", ("TUR", "nisba", 0)),
        ("الروس", ("RUS", "nisba", 0)),
        ("والسوريين", ("SYR", "nisba", 1)),
        ("الأميركي", ("USA", "nisba", 0)),
        ("الأمريكية", ("USA", "nisba", 0)),
        ("طهران", ("IRN", "capital", 0)),
        ("وموسكو", ("RUS", "capital", 1)),
        ("الكرملين", ("RUS", "metonym", 0)),
        ("حلب", ("SYR", "place", 0)),
        ("بغزة", ("PSE", "place", 1)),
        ("البصرة", ("IRQ", "place", 0)),
        ("عدن", ("YEM", "place", 0)),
        ("عمان", ("OMN", "name", 0)),
        ("عمان", ("JOR", "capital", 0)),
        ("العربي", (None, "nisba", 0)),
        ("الأوروبية", (None, "nisba", 0)),
    ],
)
def test_one_word_is_placed(word: str, expected: tuple[str | None, str, int]) -> None:
    assert expected in read(word)


@pytest.mark.parametrize("word", ["عراق", "قال", "السوريا", "كما", "بان", "وزير", "العالم"])
def test_other_word_is_no_country(word: str) -> None:
    assert read(word) == []


def test_name_comes_before_nisba() -> None:
    assert [what for _, what, _ in read("سورية")] == ["name", "nisba"]


@pytest.mark.parametrize(
    ("phrase", "iso3", "what"),
    [
        ("الولايات المتحدة", "USA", "name"),
        ("للولايات المتحدة", "USA", "name"),
        ("الولايات المتحدة الأمريكية", "USA", "name"),
        ("والمملكة العربية السعودية", "SAU", "name"),
        ("البيت الأبيض", "USA", "metonym"),
        ("تل أبيب", "ISR", "capital"),
        ("دير الزور", "SYR", "place"),
        ("قطاع غزة", "PSE", "place"),
    ],
)
def test_name_of_several_words(phrase: str, iso3: str, what: str) -> None:
    words = fold(phrase).split()
    found = geo.at(words, 0)[0]
    assert (found.iso3, found.what, len(found.tokens)) == (iso3, what, len(words))


def test_longest_name_wins() -> None:
    words = fold("جمهورية الكونغو الديمقراطية").split()
    assert geo.at(words, 0)[0].iso3 == "COD"


def test_half_a_name_is_none() -> None:
    assert geo.at(fold("البيت الكبير").split(), 0) == ()


def test_loaded_nisba_is_marked() -> None:
    assert [(r.iso3, r.loaded) for r in geo.country(fold("الصهيوني"))] == [("ISR", True)]
    assert not any(r.loaded for r in geo.country(fold("الإسرائيلي")))


@pytest.mark.parametrize("word", ["صور", "حديثة", "مالي", "القائم"])
def test_ordinary_word_is_weak(word: str) -> None:
    assert all(r.weak for r in geo.country(fold(word)))


@pytest.mark.parametrize("word", ["دمشق", "حلب", "تركي", "لبنان"])
def test_clear_name_is_not_weak(word: str) -> None:
    assert not any(r.weak for r in geo.country(fold(word)))


def test_number_and_gender_of_a_nisba() -> None:
    assert {(r.number, r.gender) for r in geo.country(fold("اللبنانيات"))} == {("p", "f")}


def test_all_states_are_there() -> None:
    states = [entry for entry in geo.country_entries() if len(entry.id) == 3]
    assert len(states) >= 190
    assert sum(len(entry.places) for entry in geo.country_entries()) >= 300
