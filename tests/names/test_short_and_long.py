"""Names in short and in full, and names that look like other words."""

from __future__ import annotations

import pytest
from tests.telling import told

from isnad.lexicon.joined import cuts


def names(body: str) -> list[str | None]:
    return [c.name for c in told(body)]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("الشيخ سالم الخالد الحمد الصباح نائب رئيس الاتحاد", "سالم الخالد الحمد الصباح"),
        ("الوزيرة أليس الحداد", "أليس الحداد"),
        ("العقيد احتياط في الجيش كوبي ماروف", "كوبي ماروف"),
        ("القائد العام لجبهة الساحل، أبو زرعة الحداد،", "أبو زرعة الحداد"),
        ("وكالة الأنباء التركية الأناضول", "وكالة الأنباء التركية الأناضول"),
    ],
)
def test_name_is_read_whole(phrase: str, name: str) -> None:
    assert names(f"قال {phrase} إن الطريق مغلق.") == [name]


def test_name_ends_before_the_morning() -> None:
    assert names("قال سالم الحداد صباح أمس إن الطريق مغلق.") == ["سالم الحداد"]


def test_office_with_a_preposition_is_the_office_without() -> None:
    body = "قال القائد العام لجبهة الساحل سالم الحداد إن الطريق مغلق. وأضاف قائد جبهة الساحل أن السوق مفتوح."
    assert names(body) == ["سالم الحداد", "سالم الحداد"]


def test_head_of_a_state_is_not_the_head_of_a_party() -> None:
    body = "قال رئيس الحزب سالم الحداد إن الطريق مغلق. وأعلن الرئيس اللبناني أن السوق مفتوح."
    assert names(body) == ["سالم الحداد", "الرئيس اللبناني"]


def test_prime_minister_of_the_state_is_the_one_without_its_name() -> None:
    body = "قال رئيس مجلس الوزراء سالم الحداد إن الطريق مغلق. وأعلن رئيس الوزراء اللبناني أن السوق مفتوح."
    assert names(body) == ["سالم الحداد", "سالم الحداد"]


def test_head_noun_with_an_adjective_is_the_outlet_that_has_it() -> None:
    body = 'قالت صحيفة "الضفة" اللبنانية إن الطريق مغلق. وأضافت الصحيفة اللبنانية أن السوق مفتوح.'
    assert names(body) == ["الضفة", "الضفة"]


def test_head_noun_with_another_adjective_is_another_outlet() -> None:
    body = 'قالت صحيفة "الضفة" اللبنانية إن الطريق مغلق. وأضافت الصحيفة التونسية أن السوق مفتوح.'
    assert len(set(names(body))) == 2


def test_people_are_called_in_the_nominative_where_the_text_has_it() -> None:
    body = "وسط مطالبة المحتجين بفتح السوق، قال المحتجون إن الطريق مغلق."
    assert set(names(body)) == {"المحتجون"}


def test_same_source_is_named_without_the_word_that_points_to_it() -> None:
    body = "قال مصدر أمني إن الطريق مغلق. وأضاف ذات المصدر أن السوق مفتوح."
    assert names(body) == ["مصدر أمني", "مصدر أمني"]


def test_name_gets_the_space_back_that_the_text_lost() -> None:
    assert "اللهفي" not in str(names("قال حزب اللهفي الوادي إن الطريق مغلق."))


@pytest.mark.parametrize("word", ["الوظيفي", "المعرفي", "الشهيدان", "الكهرمان"])
def test_ending_of_a_word_is_no_preposition(word: str) -> None:
    assert cuts(word) == ()
