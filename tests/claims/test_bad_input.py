"""Text that is badly quoted, glued together, far too long or almost empty: sensible claims or `unread`, in bounded
time."""

from __future__ import annotations

import time

import pytest
from tests.telling import contents, cues, names, read, told

from isnad.records import Analysis

SPEAKER = "المتحدث سالم الحداد"


def spent(body: str) -> tuple[Analysis, float]:
    """The analysis and the seconds of processor time that it took, once the tables are loaded."""
    read("قال الوزير إن الطريق مفتوح.")
    start = time.process_time()
    return read(body), time.process_time() - start


@pytest.mark.parametrize(
    "quoted",
    ['"الطريق مفتوح منذ الصباح"', "“الطريق مفتوح منذ الصباح”", "”الطريق مفتوح منذ الصباح“",
     "«الطريق مفتوح منذ الصباح»", '"الطريق مفتوح منذ الصباح”', '“الطريق مفتوح منذ الصباح"'],
)  # fmt: skip
def test_quotation_is_read_whatever_its_signs(quoted: str) -> None:
    claim = next(iter(told(f"قال {SPEAKER} {quoted}.")))
    assert (claim.cue, claim.name) == ("قال", "سالم الحداد")
    assert claim.content.strip('"“”«»') == "الطريق مفتوح منذ الصباح"


def test_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    body = f'قال {SPEAKER}: "الطريق مفتوح منذ الصباح، والمدارس تعمل.\n\nوصل الوفد إلى المدينة ظهرا.'
    [(cue, content)] = contents(body)
    assert cue == "قال"
    assert content.startswith('"الطريق')
    assert "الوفد" not in content


def test_closing_sign_without_an_opening_one_is_no_quotation() -> None:
    assert contents(f"قال {SPEAKER} إن الطريق مفتوح» منذ الصباح.")[0][1].startswith("إن الطريق")


def test_nested_quotation_stays_inside_the_outer_one() -> None:
    claims = contents(f'قال {SPEAKER}: «سمعت من الجيران عبارة "الطريق مفتوح" مرتين ثم خرجنا».')
    assert claims == [("قال", '«سمعت من الجيران عبارة "الطريق مفتوح" مرتين ثم خرجنا»')]


def test_five_hundred_cues_in_one_sentence_are_bounded() -> None:
    analysis, seconds = spent(" و".join([f"قال {SPEAKER} إن الطريق مفتوح"] * 500) + ".")
    assert 1 <= len(analysis.claims) <= 500
    assert all(claim.name == "سالم الحداد" for claim in analysis.claims)
    assert seconds < 6


def test_content_behind_a_speaker_phrase_of_eighty_words_is_unread() -> None:
    title = "رئيس " + " ".join(["لجنة", "متابعة", "شؤون", "تطوير"] * 20)
    analysis, seconds = spent(f"قال {title} سالم الحداد إن الطريق مفتوح.")
    assert analysis.claims == ()
    assert [place.what for place in analysis.unread] == ["cue without content"]
    assert seconds < 1


def test_article_of_one_paragraph_of_thirty_thousand_characters_is_read() -> None:
    sentence = f"وأكد {SPEAKER} أن الطريق مفتوح، مشيرا إلى أن المدارس تعمل. "
    body = sentence * (30_000 // len(sentence))
    analysis, seconds = spent(body)
    assert len(analysis.claims) >= 2 * (30_000 // len(sentence)) - 2
    assert seconds < 12


@pytest.mark.parametrize("glued", ["قالالوزير إن الطريق مفتوح.", "وأضافالمتحدث أن الطريق مفتوح."])
def test_glued_cue_and_speaker_are_not_guessed(glued: str) -> None:
    assert cues(glued) == []


@pytest.mark.parametrize("text", ["الوزير: الطريق مفتوح", "\nالوزير: الطريق مفتوح\n\n", "الوزير: «الطريق مفتوح»"])
def test_document_of_a_headline_only_is_read(text: str) -> None:
    assert names("", headline=text.strip()) == [("", "الوزير")]


@pytest.mark.parametrize("text", ["قال", "قال:", "قال الوزير", "«»", "« »", ":", "قال الوزير إن", "إن", "و", "،،،،"])
def test_fragment_gives_no_claim_and_no_error(text: str) -> None:
    assert cues(text) == []
