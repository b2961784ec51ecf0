"""By whose word a figure stands."""

from __future__ import annotations

from tests.telling import read


def tellers(body: str) -> list[tuple[int | None, str | None]]:
    """The value of each figure with the name of whoever states it, None for the outlet."""
    analysis = read(body)
    names = {claim.id: claim.name for claim in analysis.claims}
    return [(f.value, names[f.claim] if f.claim is not None else None) for f in analysis.figures]


def test_figure_inside_a_claim_is_that_claims() -> None:
    assert tellers("قال سالم الحداد إن خمسة جنود قتلوا.") == [(5, "سالم الحداد")]


def test_figure_of_the_outlet_has_no_claim() -> None:
    assert tellers("قتل خمسة جنود. وقال سالم الحداد إن الوضع هادئ.") == [(5, None)]


def test_figure_belongs_to_the_innermost_claim() -> None:
    body = "نقل موقع الوادي عن سالم الحداد قوله: «قتل خمسة جنود»."
    assert tellers(body) == [(5, "سالم الحداد")]


def test_headline_and_body_state_the_figure_each() -> None:
    figures = read("قتل خمسة جنود في الوادي.", headline="مقتل خمسة جنود في الوادي").figures
    assert [figure.value for figure in figures] == [5, 5]


def test_furniture_states_none() -> None:
    text = "قتل خمسة جنود في الوادي.\n\nاقرأ أيضا"
    assert len(read(text).figures) == 1
