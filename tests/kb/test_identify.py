"""Who everybody in a document is: by name, by office and day, or nobody in particular."""

from __future__ import annotations

import msgspec
import pytest

from isnad.analyse import analyse
from isnad.records import Analysis, Document, Entity

DAY = "2018-05-01"


def read(body: str, day: str | None = DAY) -> Analysis:
    """The analysis of an invented article of that day."""
    return analyse(Document(id="invented", text=f"خبر قصير من الوادي\n\n{body}\n", crawled=day))


def first(body: str, day: str | None = DAY) -> Entity:
    """The first of the cast."""
    return read(body, day).entities[0]


def test_an_office_and_a_day_name_the_holder() -> None:
    minister = first("قال وزير الخارجية الروسي إن الأمر واضح.")
    assert (minister.kb, minister.kb_by, minister.name_en) == ("sergey-lavrov", "office and date", "Sergey Lavrov")
    assert (minister.name, minister.country, minister.sector) == ("وزير الخارجية الروسي", "RUS", "GOV")


@pytest.mark.parametrize("day", ["2016-12-01", "2018-05-01"])
def test_the_holder_changes_with_the_day(day: str) -> None:
    expected = {"2016-12-01": "barack-obama", "2018-05-01": "donald-trump"}
    assert first("قال الرئيس الأميركي إن الأمر واضح.", day).kb == expected[day]


def test_without_a_date_an_office_names_nobody() -> None:
    assert first("قال وزير الخارجية الروسي إن الأمر واضح.", None).kb is None


def test_a_former_holder_is_not_the_holder() -> None:
    assert first("قال وزير الخارجية الروسي السابق إن الأمر واضح.").kb is None


def test_who_serves_the_holder_is_not_the_holder() -> None:
    assert first("قال مساعد وزير الخارجية الروسي إن الأمر واضح.").kb != "sergey-lavrov"


def test_who_is_elect_is_whoever_takes_the_office_next() -> None:
    assert first("قال الرئيس الأميركي المنتخب إن الأمر واضح.", "2016-12-01").kb == "donald-trump"


def test_a_name_that_is_not_the_holders_is_kept_and_the_disagreement_said() -> None:
    analysis = read("قال وزير الخارجية الروسي سالم الحداد إن الأمر واضح. وأضاف الحداد أن الأمر خطير.")
    assert (analysis.entities[0].name, analysis.entities[0].kb) == ("سالم الحداد", "local:سالم-الحداد")
    said = ["rus-foreign-minister" in claim.why for claim in analysis.claims]
    assert said == [True, False]


def test_a_surname_counts_where_the_state_agrees() -> None:
    assert first("قال شويغو إن روسيا ترفض الأمر.").kb == "sergei-shoigu"
    assert first("قال شويغو إن عمان ترفض الأمر.").kb is None


def test_a_leader_whom_the_press_calls_by_one_word_needs_no_state() -> None:
    assert first("قال لافروف إن عمان ترفض الأمر.").kb == "sergey-lavrov"


def test_bodies_and_states_have_the_ids_of_the_lexicon() -> None:
    cast = {
        e.name: (e.kb, e.name_en, e.sector)
        for e in read("أعلنت طهران أن الأمر واضح. وقالت حركة حماس إنه خطير.").entities
    }
    assert cast["طهران"] == ("IRN", "Iran", "GOV")
    assert cast["حركة حماس"][:2] == ("hamas", "Hamas")


def test_unnamed_sources_stay_without() -> None:
    assert first("قال مصدر أمني إن الأمر واضح.").kb is None


def test_the_same_text_gives_the_same_bytes() -> None:
    body = "قال وزير الخارجية الروسي إن الأمر واضح. وأعلنت طهران أن سالم الحداد غادر."
    assert msgspec.json.encode(read(body)) == msgspec.json.encode(read(body))


def test_an_office_of_a_region_is_not_the_one_of_the_state() -> None:
    assert first("قال رئيس برلمان إقليم كردستان العراق إن الأمر واضح.").kb is None


def test_a_given_name_that_is_a_title_too_stays_a_name() -> None:
    assert first("قال الأمير سلطان بن سلمان بن عبدالعزيز إن الأمر واضح.").kb != "salman-bin-abdulaziz"
