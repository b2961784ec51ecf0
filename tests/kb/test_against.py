"""The base held against dated articles: what is read as an office beside a name, and why one disagrees."""

from __future__ import annotations

import pytest

from isnad.kb.against import Comparison, compared
from isnad.kb.appositions import appositions
from isnad.lexicon import joined
from isnad.records import Document
from isnad.text import Reading, View

DAY = "2018-05-01"


def offices(sentence: str) -> list[tuple[str, list[str]]]:
    """Each name of the sentence that has offices beside it, with the ids of the likeliest ones."""
    found = appositions(Reading(View(sentence), (), joined.cuts).words)
    return [(" ".join(a.name), [named.offices[0].id for named in a.offices]) for a in found]


def against(*bodies: str, day: str | None = DAY) -> Comparison:
    """The base against invented articles of that day."""
    return compared(Document(id=f"a/{n}", text=f"خبر قصير\n\n{body}\n", crawled=day) for n, body in enumerate(bodies))


@pytest.mark.parametrize(
    "sentence",
    [
        "قال وزير الخارجية الروسي سيرغي لافروف إن الطريق مفتوح.",
        "قال سيرغي لافروف، وزير الخارجية الروسي، إن الطريق مفتوح.",
    ],
)
def test_office_is_read_on_both_sides_of_the_name(sentence: str) -> None:
    assert offices(sentence) == [("سيرغي لافروف", ["rus-foreign-minister"])]


def test_adviser_of_the_minister_is_not_the_minister() -> None:
    assert offices("قال مستشار وزير الخارجية الروسي سالم الحداد إن الطريق مفتوح.") == []


def test_whoever_is_met_has_the_office_and_not_who_meets_him() -> None:
    assert offices("التقى سالم الحداد وزير الخارجية الروسي سيرغي لافروف أمس.") == [
        ("سيرغي لافروف", ["rus-foreign-minister"])
    ]


def test_of_two_presidents_the_name_is_the_second() -> None:
    assert offices("اتفق الرئيس الفرنسي والرئيس الروسي فلاديمير بوتين على ذلك.") == [
        ("فلاديمير بوتين", ["rus-president"])
    ]


def test_holder_of_the_day_agrees() -> None:
    result = against("قال وزير الخارجية الروسي سيرغي لافروف إن الطريق مفتوح.")
    assert (result.agree, result.disagreements) == (1, ())


def test_spokesman_of_somebody_agrees_with_either_reading() -> None:
    result = against("قال المتحدث باسم الرئيس الروسي فلاديمير بوتين إن الطريق مفتوح.")
    assert (result.agree, result.disagree) == (1, 0)


def test_who_held_the_office_before_is_a_former_holder() -> None:
    result = against("قال الرئيس الأميركي باراك أوباما إن الطريق مفتوح.")
    assert [(row.office, row.cause, row.times) for row in result.disagreements] == [("usa-president", "former", 1)]
    assert result.causes == {"former": 1}


def test_whom_the_text_calls_a_former_holder_is_not_compared() -> None:
    assert against("قال الرئيس الأميركي السابق باراك أوباما إن الطريق مفتوح.") == Comparison(0, ())


def test_name_outside_the_base_counts_from_the_third_article() -> None:
    body = "قال وزير الخارجية الروسي محمد حسن إن الطريق مفتوح."
    assert against(body, body).disagree == 0
    assert [(row.cause, row.times) for row in against(body, body, body).disagreements] == [("outside the base", 3)]


def test_article_without_a_date_says_nothing() -> None:
    assert against("قال الرئيس الأميركي باراك أوباما إن الطريق مفتوح.", day=None) == Comparison(0, ())


def test_deputy_of_the_minister_does_not_disagree_with_the_minister() -> None:
    assert against("قال نائب وزير الخارجية الروسي سيرغي ريابكوف إن الطريق مفتوح.").disagree == 0
