from __future__ import annotations

import msgspec
from tests.explain.sample import TEXT, analysis, claim, figure

from isnad.explain.terminal import isolated, lines
from isnad.explain.words import pieces, visible
from isnad.records import Span


def shown(**changed: object) -> str:
    return "\n".join(line.plain for line in lines(analysis(**changed)))


def test_chain_runs_from_the_outlet_to_the_speaker() -> None:
    chain = " → ".join(map(isolated, ("إذاعة الوادي", "صحيفة الضفة", "سالم الحداد")))
    assert chain in shown()


def test_claim_without_a_name_shows_its_speaker_words() -> None:
    assert isolated("شاهد <b>قريب</b>") in shown()


def test_every_claim_says_its_rule_and_every_unread_place_its_reason() -> None:
    text = shown()
    for words in (
        "rule of c1",
        "rule of c2",
        "rule of c3",
        "name not resolved",
        "a reason with <angle> & sign",
    ):
        assert words in text


def test_figure_shows_who_states_it_what_it_counts_and_why() -> None:
    text = shown(figures=(figure("f1", "انهيار", claim=None), figure("f2", "صوتا", claim="c2", part_of="f1")))
    assert "killed · 3 · exact · all · 0.95" in text
    assert "part of f1" in text
    assert "rule of f2" in text
    chain = " → ".join(map(isolated, ("إذاعة الوادي", "صحيفة الضفة", "سالم الحداد")))
    assert f"f2  {chain}" in text
    assert f"f1  {isolated('إذاعة الوادي')}" in text


def test_figure_of_zero_is_shown_as_a_number_and_dozens_as_none() -> None:
    zero = msgspec.structs.replace(figure("f1", "صوتا", claim=None), value=0)
    dozens = msgspec.structs.replace(figure("f2", "صوتا", claim=None), value=None, bound="dozens")
    text = shown(figures=(zero, dozens))
    assert "killed · 0 · exact" in text
    assert "killed · no number · dozens" in text


def test_unknown_outlet_is_said_and_not_invented() -> None:
    assert isolated("outlet not named") in shown(outlet=None)


def test_skipped_document_says_why_and_shows_no_claims() -> None:
    text = shown(skipped="no Arabic letters", claims=(), unread=())
    assert "skipped: no Arabic letters" in text
    assert "0 claims" not in text


def test_isolates_are_balanced_on_every_line() -> None:
    for line in shown().splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_text_cannot_close_our_isolate_or_steer_the_terminal() -> None:
    assert visible("a\u2069\u202eb\x1b[31m\x9bc\r\nd\ne") == "ab\ufffd[31m\ufffdc ⏎ d ⏎ e"


def test_words_in_context_are_cut_between_words() -> None:
    said = claim("c1", "قوله", "الوزير سالم الحداد", "إن «التحقيق بدأ»")
    shown = "".join(piece.span.of(TEXT) for piece in pieces(said, TEXT, around=20))
    assert shown in TEXT
    assert set(shown.split()) <= set(TEXT.split())
    assert "قوله إن «التحقيق بدأ»" in shown


def test_speaker_far_away_is_not_dragged_into_the_context() -> None:
    text = TEXT + " كلام" * 200
    far = msgspec.structs.replace(claim("c1", None, None, "«سمعت صوتا»"), speaker=Span(len(text) - 4, len(text)))
    assert sum(len(piece.span.of(text)) for piece in pieces(far, text, around=20)) < 100


def test_claim_at_the_edges_of_the_text_is_shown_whole() -> None:
    everything = msgspec.structs.replace(claim("c1", None, None, "«سمعت صوتا»"), content=Span(0, len(TEXT)))
    assert [piece.span for piece in pieces(everything, TEXT, around=20)] == [Span(0, len(TEXT))]
