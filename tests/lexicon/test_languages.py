from __future__ import annotations

import pytest

from isnad.lexicon.languages import Language, languages, why_not_arabic
from isnad.text import fold


def reason(text: str) -> str | None:
    return why_not_arabic(text, fold(text))


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.id)
def test_example_is_recognised_and_counter_example_is_arabic(language: Language) -> None:
    assert reason(language.example) == f"not Arabic: it seems to be {language.name}"
    assert reason(language.counter) is None


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة أشخاص.",
        "افتتح معرض پاريس في حي چيزه الجديد أمس.",
        "کشف مصدر إیراني أن الاجتماع تأجل إلى یوم الخمیس.",  # Persian keyboard, Arabic words
        "قال: «این مذاکرات است» ثم ترجم العبارة للصحفيين وأوضح أنه لا يستطيع أن يضيف شيئا إلى ما أعلنه أمس.",
        "أعلنت شركة Example Holding أمس نتائجها.",
    ],
)
def test_arabic_with_foreign_letters_or_words_is_read(text: str) -> None:
    assert reason(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty text"),
        ("\n\u200f ", "no Arabic letters"),
        ("Officials spoke on Tuesday.", "no Arabic letters"),
        (
            "A long sentence in Latin letters that quotes the word سلام once and goes on.",
            "not Arabic: 4 of 61 letters",
        ),
    ],
)
def test_text_in_other_letters_is_refused_with_the_count(text: str, why: str) -> None:
    said = reason(text)
    assert said is not None
    assert said.startswith(why)
