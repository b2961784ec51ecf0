"""What a query finds: on SQLite and on PostgreSQL the same."""

from __future__ import annotations

import pytest
from tests.store.articles import TALKS, add, article

from isnad.errors import QueryError
from isnad.search import parse, search
from isnad.store import Project
from isnad.store.shadow import key, keys


def _found(project: Project, query: str) -> list[tuple[str, str]]:
    return [(hit.document, hit.quoted) for hit in search(project, query)]


def _documents(project: Project, query: str) -> set[str]:
    return {document for document, _ in _found(project, query)}


def test_a_name_is_found_behind_a_preposition(project: Project) -> None:
    assert _documents(project, "سوريا") == {"talks"}
    assert _documents(project, "عراق") == {"ministry"}


def test_the_article_is_no_part_of_a_word(project: Project) -> None:
    assert _documents(project, "وزير") == {"ministry", "bridge"}
    assert _documents(project, "والوزير") == {"ministry", "bridge"}


def test_a_first_letter_of_the_word_is_no_conjunction(project: Project) -> None:
    assert _documents(project, "زير") == set()


@pytest.mark.parametrize("word", ["وزير", "الوزير", "بالوزير", "وللوزير", "فالوزير"])
def test_all_joined_forms_have_one_key(word: str) -> None:
    assert key(word) == "وزير"


@pytest.mark.parametrize("word", ["وزيرا", "وزيرها", "وليد", "بيان", "فرنسا", "لبنان", "كتب", "ولد", "فيها", "بعد"])
def test_a_word_that_stands_by_itself_keeps_its_first_letter(word: str) -> None:
    assert key(word) == word


def test_diacritics_and_hamzas_make_no_difference(project: Project) -> None:
    assert _found(project, "المُحادَثات") == _found(project, "محادثات") != []
    assert keys("إطلاقُ النَّار") == keys("اطلاق النار")


def test_a_phrase_stands_in_this_order(project: Project) -> None:
    assert _documents(project, '"إطلاق النار"') == {"talks"}
    assert _documents(project, '"النار إطلاق"') == set()
    assert _documents(project, "النار إطلاق") == {"talks"}


def test_a_speaker_is_found_by_the_full_name_of_the_document(project: Project) -> None:
    assert _documents(project, 'speaker:"سالم الحداد"') == {"talks", "bridge"}
    assert _documents(project, "speaker:ليلى") == {"ministry"}
    assert _documents(project, "speaker:الجسر") == set()


def test_fields_hold_together(project: Project) -> None:
    assert _documents(project, "stance:denies") == {"bridge", "ministry"}
    assert _documents(project, "stance:denies outlet:العربية") == {"ministry"}
    assert _documents(project, "stance:denies outlet:alalam") == set()
    assert _documents(project, "outlet:nobody") == set()


def test_days_bound_a_search(project: Project) -> None:
    assert _documents(project, "after:2018-03 before:2018-03-05") == {"talks"}
    assert _documents(project, "before:2018-03") == {"bridge"}


def test_the_newest_day_comes_first(project: Project) -> None:
    assert next(document for document, _ in _found(project, "speaker:الحداد")) == "ministry"


def test_a_hit_opens_at_its_words(project: Project) -> None:
    hit = search(project, "بسوريا")[0]
    assert hit.kind == "claim"
    assert hit.span.of(TALKS) == hit.quoted
    assert [span.of(TALKS) for span in hit.found] == ["بسوريا"]


def test_the_text_outside_claims_is_found_when_asked_for(project: Project) -> None:
    assert [hit.quoted for hit in search(project, "انهيار", kinds=("text",))] == ["انهيار جسر الوادي"]


def test_a_hit_names_every_document_with_its_text(project: Project) -> None:
    add(project, article("copy", TALKS, outlet="Alalam", crawled="2018-03-01"))
    assert [capture.document for capture in search(project, "سوريا")[0].captures] == ["talks", "copy"]


def test_pages_of_answers_join_without_a_gap(project: Project) -> None:
    whole = search(project, "before:2019", limit=100)
    parts = [hit for start in range(0, len(whole), 2) for hit in search(project, "before:2019", limit=2, offset=start)]
    assert parts == whole


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ('جسر "النار', "character 5 is never closed"),
        ("كلمة " * 2_000, "10000 characters"),
        ("colour:red", "no field colour"),
        ("stance:maybe", "accepted are states"),
        ("country:Atlantis", "not known"),
        ("after:yesterday", "is no date"),
        ("after:2018-02-31", "is no date"),
        ("  ", "no word"),
        ("«»،!", "no word"),
    ],
)
def test_a_query_that_cannot_be_understood_says_why(query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        parse(query)


@pytest.mark.parametrize(
    "query", ["'); DROP TABLE texts;--", "* OR NEAR(", "a'b & !c", "النار:", "12:30 في", "\\", "\0x"]
)
def test_signs_of_query_languages_are_only_signs(project: Project, query: str) -> None:
    try:
        search(project, query)
    except QueryError:
        assert not keys(query)
