"""Where words come apart that lost the space between them."""

from __future__ import annotations

import pytest
from tests.telling import told

from isnad.lexicon import joined


@pytest.mark.parametrize(
    ("word", "cuts"), [("مراسلالقناه", (5,)), ("اكدوزير", (3,)), ("مراسلالقناهفي", (5, 11)), ("واعلنترييسه", (6,))]
)
def test_joined_words_come_apart(word: str, cuts: tuple[int, ...]) -> None:
    assert joined.cuts(word) == cuts


@pytest.mark.parametrize("word", ["والالتزام", "المخالفين", "بالقاهره", "اسماعيل", "الكماليات", "استقطاعات"])
def test_a_word_stays_whole(word: str) -> None:
    assert joined.cuts(word) == ()


def test_verb_and_speaker_written_together_are_a_claim() -> None:
    (claim,) = told("من جهته، أكدوزير الصحة سالم الحداد أن السوق هادئ.")
    assert (claim.cue, claim.speaker) == ("أكد", "وزير الصحة سالم الحداد")
