"""The state that somebody serves, where no word of his own phrase says it."""

from __future__ import annotations

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
