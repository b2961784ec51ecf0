"""Long titles before a name, bodies named in quotation marks, and forms of address inside a name."""

from __future__ import annotations

import pytest
from tests.telling import told


def _names(body: str) -> list[tuple[str, str | None]]:
    return [(claim.speaker, claim.name) for claim in told(body)]


@pytest.mark.parametrize(
    "speaker",
    [
        'العقيد احتياط في "جيش" السهل، سامو كيروم',
        'العقيد احتياط في "جيش" السهل، كوبي ماروم',
        "قنصل الاحتلال سابقا في ولاية تكساس الأميركية، سامو كيروم",
        'عضو طاقم الإسعاف في مستوطنة "السهل" شمالي الوادي، تسيمون كيروم',
        "رئيس النقابة سالم الإمام محمود",
    ],
)
def test_long_title_goes_on_to_the_name(speaker: str) -> None:
    [(read, name)] = _names(f"وأكد {speaker}، أن الحدود مغلقة.")
    assert (read, speaker.endswith(name or "?")) == (speaker, True)
    assert name is not None
    assert len(name.split()) <= 3


def test_title_with_former_and_no_name_ends_before_it() -> None:
    assert _names("قال قنصل البلاد سابقا إن الحدود مغلقة.")[0][0] == "قنصل البلاد"


def test_quoted_group_is_named_by_the_quoted_words() -> None:
    body = 'ذكرت مجموعة "أصحاب الوادي" المحلية أن الاتفاق باطل.\nولفتت المجموعة إلى أن الأمر قديم.'
    assert [name for _, name in _names(body)] == ["أصحاب الوادي", "أصحاب الوادي"]


def test_group_of_people_is_no_name() -> None:
    assert _names("قالت مجموعة من العمال إن الاتفاق باطل.")[0][1] == "مجموعة من العمال"


def test_form_of_address_in_a_name_takes_the_name_up() -> None:
    body = "وأكد رئيس النقابة سالم الإمام محمود أن الطريق مغلق.\nوأشار الإمام إلى أن العمال عادوا."
    assert [name for _, name in _names(body)] == ["سالم الإمام محمود"] * 2


def test_form_of_address_that_nobody_bears_is_somebody_else() -> None:
    body = "وأكد سالم الحداد أن الطريق مغلق.\nوأشار الإمام إلى أن العمال عادوا."
    assert [name for _, name in _names(body)] == ["سالم الحداد", "الإمام"]


def test_manner_is_no_name() -> None:
    assert _names("وقال صديقه مازحا إن الطريق مغلق.")[0][0] == "صديقه"
