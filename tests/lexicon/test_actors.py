"""Named organisations, groups and outlets."""

from __future__ import annotations

import pytest

from isnad.lexicon import actors
from isnad.text import fold


def at(phrase: str) -> actors.NamedEntry:
    """The longest name at the beginning of an unfolded phrase."""
    return actors.at(fold(phrase).split(), 0)[0]


@pytest.mark.parametrize(
    ("phrase", "identity", "start", "length"),
    [
        ("حزب الله اللبناني", "hezbollah", 0, 3),
        ("لحزب الله", "hezbollah", 1, 2),
        ("والأمم المتحدة", "un", 1, 2),
        ("للأمم المتحدة", "un", 2, 2),
        ("مجلس الأمن الدولي", "un-sc", 0, 3),
        ("الحوثيين", "houthis", 0, 1),
        ("حوثيون", "houthis", 0, 1),
        ("قوات سوريا الديمقراطية", "sdf", 0, 3),
        ("البيشمركة", "peshmerga", 0, 1),
        ("اليونيسف", "unicef", 0, 1),
        ("قناة العالم", "alalam", 0, 2),
        ("رويترز", "reuters", 0, 1),
        ("أ ف ب", "afp", 0, 3),
        ("سي إن إن", "cnn", 0, 3),
        ("وكالة الأناضول", "anadolu", 0, 2),
    ],
)
def test_name_is_found_whole(phrase: str, identity: str, start: int, length: int) -> None:
    found = at(phrase)
    assert (found.id, found.start, len(found.tokens)) == (identity, start, length)


@pytest.mark.parametrize("phrase", ["حزب العمل", "الأمم الأخرى", "قال", "سي السيد", "الفتح"])
def test_part_of_a_name_is_none(phrase: str) -> None:
    assert actors.at(fold(phrase).split(), 0) == ()


@pytest.mark.parametrize("word", ["فتح", "أمل", "الرياض", "العالم", "الحياة", "الوطن", "اليوم", "عكاظ", "المدينة"])
def test_ordinary_word_needs_its_head(word: str) -> None:
    assert all(entry.needs_head for entry in actors.entities(fold(word)) if len(entry.tokens) == 1)


def test_name_with_its_head_needs_no_other() -> None:
    assert not at("حركة فتح").needs_head
    assert not at("صحيفة الرياض").needs_head


def test_loaded_name_is_told_from_the_neutral_one() -> None:
    assert at("داعش").loaded
    neutral = at("تنظيم الدولة الإسلامية")
    assert (neutral.id, neutral.loaded) == ("isis", False)


def test_agency_is_marked() -> None:
    assert at("رويترز").agency
    assert not at("قناة العالم").agency


def test_longest_name_comes_first() -> None:
    lengths = [len(entry.tokens) for entry in actors.entities(fold("حركة"))]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    "outlet",
    [
        "aawsat",
        "alriyadh",
        "aljazirah",
        "alyaum",
        "aleqtisadiya",
        "okaz",
        "alwatan",
        "almadina",
        "alweeam",
        "3alyoum",
        "sabq",
        "was",
        "arreyadi",
        "arriyadiyah",
        "SkyNews",
        "France24",
        "CNN",
        "BBC",
        "Alarabia",
        "almayadeen",
    ],
)
def test_outlet_of_metadata_is_known(outlet: str) -> None:
    assert actors.outlet_by_id(outlet) is not None
    assert actors.outlet_by_id(outlet.lower()) == actors.outlet_by_id(outlet.upper())


def test_two_newspapers_of_one_name_are_kept_apart() -> None:
    saudi, qatari = actors.outlet_by_id("aljazirah"), actors.outlet_by_id("aljazeera")
    assert saudi is not None
    assert qatari is not None
    assert (saudi.country, qatari.country) == ("SAU", "QAT")


def test_outlet_by_address() -> None:
    found = actors.outlet_by_domain("https://arabic.rt.com/world/123")
    assert found is not None
    assert found.id == "rt"
    assert actors.outlet_by_domain("www.almayadeen.net") == actors.outlet_by_id("almayadeen")


@pytest.mark.parametrize("address", ["https://example.org/bbc.com", "", "net", "notbbc.com", "https://", "http://[bad"])
def test_other_address_is_no_outlet(address: str) -> None:
    assert actors.outlet_by_domain(address) is None


def test_outlet_by_name() -> None:
    found = actors.outlet_by_name(fold("قناة الميادين"))
    assert found is not None
    assert found.id == "almayadeen"
    assert actors.outlet_by_name(fold("قناة الغد البعيد")) is None


def test_enough_entities_and_outlets() -> None:
    assert len(actors.entity_entries()) >= 250
    assert len(actors.outlet_entries()) >= 150
