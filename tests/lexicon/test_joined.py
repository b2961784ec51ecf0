"""Where words come apart that lost the space between them."""

from __future__ import annotations

import pytest
from tests.telling import told

from isnad.lexicon import joined


@pytest.mark.parametrize(("word", "cuts"), [("مراسلالقناه", (5,)), ("مراسلالقناهفي", (5, 11))])
def test_joined_words_come_apart(word: str, cuts: tuple[int, ...]) -> None:
    assert joined.cuts(word) == cuts


@pytest.mark.parametrize("word", ["والالتزام", "المخالفين", "بالقاهره", "اسماعيل", "الكماليات", "استقطاعات"])
def test_a_word_stays_whole(word: str) -> None:
    assert joined.cuts(word) == ()


def test_verb_and_speaker_written_together_are_not_guessed() -> None:
    assert joined.cuts("قالالوزير") == joined.cuts("اكدوزير") == ()
    assert told("من جهته، أكدوزير الصحة سالم الحداد أن السوق هادئ.") == []
