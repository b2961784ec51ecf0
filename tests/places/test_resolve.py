"""Which place a name means. All sentences are invented."""

from __future__ import annotations

import pytest

from isnad.places import PlaceMention, find_places
from isnad.text import Reading, View


def first(text: str, home: str | None = None) -> PlaceMention:
    """The first mention of a place."""
    return find_places(Reading(View(text)), home=home)[0]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("في أريحا بريف إدلب", "Ariha", "SYR"),
        ("في أريحا بالضفة الغربية", "Jericho", "PSE"),
        ("في مدينة طرابلس الليبية", "Tripoli", "LBY"),
        ("في طرابلس شمال لبنان", "Tripoli", "LBN"),
        ("في العاصمة الأردنية عمان", "Amman", "JOR"),
        ("في سلطنة عمان", "Oman", "OMN"),
        ("في بنش قرب إدلب", "Binnish", "SYR"),
        ("في بلدة المالكية شمال سوريا", "Al-Malikiyah", "SYR"),
    ],
)
def test_words_beside_the_name_decide(text: str, name: str, country: str) -> None:
    mention = first(text)
    assert (mention.name_en, mention.country) == (name, country)


def test_country_of_the_document_decides() -> None:
    assert first("انفجار في طرابلس. وقالت الحكومة الليبية إن التحقيق بدأ.").country == "LBY"
    assert first("انفجار في طرابلس. وقال الجيش اللبناني إن التحقيق بدأ.").country == "LBN"


def test_name_of_two_countries_stays_open_with_its_candidates() -> None:
    mention = first("انفجار في طرابلس")
    assert mention.id is None
    assert {place.country for place in mention.candidates} == {"LBN", "LBY"}
    assert mention.why


def test_outlet_decides_where_the_document_says_nothing() -> None:
    assert first("انفجار في طرابلس", home="LBN").country == "LBN"


def test_small_namesake_of_a_great_city_is_not_meant() -> None:
    mention = first("قال مسؤول أميركي إن الوفد الأميركي وصل إلى موسكو")
    assert mention.country == "RUS"


def test_head_noun_tells_a_city_from_its_governorate() -> None:
    assert first("في محافظة دير الزور").kind == "governorate"
    assert first("في مدينة دير الزور").kind == "city"
    assert first("في دير الزور").kind == "city"


def test_head_noun_is_shared_by_a_list() -> None:
    found = find_places(Reading(View("في محافظتي درعا والسويداء")))
    assert [mention.kind for mention in found] == ["governorate", "governorate"]


def test_larger_place_is_named() -> None:
    found = find_places(Reading(View("في البوكمال بمحافظة دير الزور شرق سوريا")))
    assert [mention.within for mention in found] == [1, 2, None]


def test_list_is_no_larger_place() -> None:
    found = find_places(Reading(View("في حلب وإدلب")))
    assert [mention.within for mention in found] == [None, None]


def test_head_noun_without_a_sign_of_the_country_leaves_the_name_open() -> None:
    mention = first("وصل الوفد السوداني إلى بلدة عقيربات")
    assert mention.id is None


def test_coordinates_are_those_of_the_place() -> None:
    mention = first("في البوكمال")
    assert mention.lat == pytest.approx(34.45, abs=0.1)
    assert mention.lon == pytest.approx(40.92, abs=0.1)


def test_state_has_no_point() -> None:
    mention = first("في سوريا")
    assert (mention.id, mention.kind, mention.lat) == ("SYR", "country", None)
