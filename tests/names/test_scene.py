"""The state that somebody serves, where no word of his own phrase says it."""

from __future__ import annotations

import pytest
from tests.telling import read


def countries(body: str, headline: str = "خبر قصير") -> list[tuple[str | None, str | None]]:
    return [(claim.name, claim.country) for claim in read(body, headline).claims]


def test_unnamed_source_belongs_to_the_state_of_the_story() -> None:
    told = countries("قال مصدر أمني إن الطريق مفتوح.", headline="حادث سير في تونس")
    assert told == [("مصدر أمني", "TUN")]


def test_nearest_state_wins_over_one_that_is_named_elsewhere() -> None:
    body = (
        "عاد الوفد من المغرب. "
        + "وصل الوفد ظهرا واستقبله الأهالي. " * 6
        + "\n\nوفي العاصمة الأردنية عمان قال المحافظ إن الطريق مفتوح."
    )
    assert countries(body) == [("المحافظ", "JOR")]


def test_body_of_no_state_stays_without_one() -> None:
    assert countries("قالت الأمم المتحدة إن الطريق مفتوح.", headline="حادث سير في تونس")[0][1] is None


def test_own_words_win_over_the_scene() -> None:
    assert countries("قال الوزير الأردني سالم الحداد إن الطريق مفتوح.", headline="زيارة إلى تونس")[0][1] == "JOR"


def test_text_without_any_state_gives_none() -> None:
    assert countries("قال المدير سالم الحداد إن الطريق مفتوح.") == [("سالم الحداد", None)]


def test_state_of_the_sentence_wins_over_one_named_more_often() -> None:
    before = "زار الوفد المغرب. ثم عاد من المغرب. وبقي بعضهم في المغرب."
    assert countries(f"{before}\n\nقال سالم الحداد إن الأردن فتح الطريق بين عمان والزرقاء.") == [("سالم الحداد", "JOR")]


@pytest.mark.parametrize("source", ["مصادر مطلعة", "دراسة حديثة", "خبراء", "دول عدة"])
def test_who_may_come_from_anywhere_has_no_state(source: str) -> None:
    assert countries(f"قالت {source} إن الطريق مفتوح.", headline="حادث سير في تونس")[0][1] is None


@pytest.mark.parametrize("source", ["مصادر أمنية", "مصادر في الشرطة", "السلطات"])
def test_official_source_is_of_the_state_of_the_story(source: str) -> None:
    assert countries(f"قالت {source} إن الطريق مفتوح.", headline="حادث سير في تونس")[0][1] == "TUN"


def test_analyst_may_be_asked_from_anywhere() -> None:
    assert countries("قال المحلل سالم الحداد إن الطريق مفتوح.", headline="حادث سير في تونس")[0][1] is None


def test_who_works_for_a_body_of_no_state_serves_none() -> None:
    assert countries("قال مدير الأونروا في غزة سالم الحداد إن الطريق مفتوح.") == [("سالم الحداد", None)]


def test_envoy_of_a_state_to_a_body_of_no_state_serves_his_own() -> None:
    assert countries("قال المندوب العماني لدى الأمم المتحدة سالم الحداد إن الطريق مفتوح.")[0][1] == "OMN"


def test_occupier_is_a_state_and_an_occupier_with_a_state_is_that_one() -> None:
    assert countries("قال الاحتلال إن الطريق مفتوح.", headline="حادث سير في غزة")[0][1] == "ISR"


def test_financial_is_no_malian() -> None:
    assert countries("قال رئيس الرقابة المالية سالم الحداد إن السوق مفتوح.", headline="سوق المال في مصر")[0][1] == "EGY"


def test_leader_called_by_one_word_brings_his_state_into_the_scene() -> None:
    assert countries("قال سالم الحداد إن ترامب فتح الطريق.") == [("سالم الحداد", "USA")]


def test_coalition_is_of_no_single_state() -> None:
    assert countries("قال متحدث باسم التحالف إن الطريق مفتوح.", headline="قصف في صنعاء")[0][1] is None


def test_official_television_is_of_the_state_of_the_story() -> None:
    assert countries("قال التلفزيون الرسمي إن الطريق مفتوح.", headline="حادث سير في تونس")[0][1] == "TUN"


def test_ministry_is_of_the_state_with_which_its_sentence_opens() -> None:
    body = "وفي تونس، أعلنت وزارة الصحة أن المشفى مفتوح.\n\nوفي الأردن، أعلنت وزارة الصحة أن المشفى مغلق."
    assert [state for _, state in countries(body, headline="حادث في المغرب")] == ["TUN", "JOR"]


def test_ministry_with_its_own_state_keeps_it() -> None:
    body = "وفي تونس، أعلنت وزارة الصحة الأردنية أن المشفى مفتوح."
    assert countries(body) == [("وزارة الصحة الأردنية", "JOR")]


def test_city_with_the_name_of_another_state_is_read_as_the_story_reads_it() -> None:
    body = "وصل الوفد إلى عمان أمس. وقال مصدر أمني إن الطريق مفتوح."
    assert countries(body, headline="الأردن: حادث سير")[0][1] == "JOR"
    assert countries(body, headline="حادث سير في مسقط")[0][1] == "OMN"
