"""Inside the room: drafts before they have an end and a teller, and what stays unread."""

from __future__ import annotations

import pytest
from tests.telling import read

from isnad.claims.draft import Draft
from isnad.claims.drafts import find_drafts
from isnad.claims.extents import set_extents
from isnad.claims.subjects import before_verb, topic
from isnad.text import Reading, View


def reading(text: str) -> Reading:
    return Reading(View(text))


def drafts(text: str, *, headline: bool = False) -> tuple[Reading, list[Draft], list[tuple[str, str]]]:
    """The drafts of a text and the rejected words with their reasons."""
    r = reading(text)
    numbers = [n for n, (first, _) in enumerate(r.sentences) if r.words[first] != "\n"]
    found, rejected = find_drafts(r, numbers, frozenset(), frozenset(numbers if headline else ()))
    return r, found, [(r.text(token, token + 1), reason) for token, reason in rejected]


def test_draft_knows_cue_subject_and_where_content_begins() -> None:
    r, (draft,), _ = drafts("قال الوزير سالم الحداد إن الطريق مفتوح.")
    assert draft.kind == "verb"
    assert r.text(draft.cue_first, draft.cue_end) == "قال"
    assert r.lights[draft.content] == "إن"
    assert draft.subject is not None
    assert r.text(draft.subject.first, draft.subject.end) == "الوزير سالم الحداد"
    assert draft.why


def test_draft_has_the_number_and_gender_of_its_verb() -> None:
    _, (draft,), _ = drafts("وأكدت أن الطريق مفتوح.")
    assert (draft.number, draft.gender, draft.subject) == ("s", "f", None)
    _, (draft,), _ = drafts("وأضافوا أن الطريق مفتوح.")
    assert (draft.number, draft.gender) == ("p", "m")


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("لم يؤكد الوزير أن الطريق مفتوح.", "يؤكد", "negated"),
        ("يريد الوزير أن يقول إن الطريق مفتوح.", "يقول", "wished, not said"),
        ("قال الوزير كلاما كثيرا.", "قال", "say: no complement"),
    ],
)
def test_rejected_word_has_a_reason(text: str, word: str, reason: str) -> None:
    _, found, rejected = drafts(text)
    assert found == []
    assert (word, reason) in rejected


def test_reported_word_is_not_rejected() -> None:
    _, found, rejected = drafts("قال الوزير إن الطريق مفتوح.")
    assert (len(found), rejected) == (1, [])


def test_verbal_noun_is_a_draft_in_a_headline_only() -> None:
    _, (draft,), _ = drafts("إشادة بنتائج الزيارة", headline=True)
    assert draft.kind == "masdar"
    _, found, _ = drafts("إشادة بنتائج الزيارة")
    assert found == []


def test_kinds_of_drafts() -> None:
    _, found, _ = drafts("بحسب الشرطة، وصل الوفد. وقال سالم الحداد إن الطريق مفتوح، مؤكدا أن الجسر سليم.")
    assert [draft.kind for draft in found] == ["source", "verb", "participle"]


def test_sentence_without_an_end_does_not_run_away() -> None:
    _, found, _ = drafts("وقال الوزير إن " * 3000)
    assert len(found) <= 101


def test_extents_of_two_drafts_do_not_overlap_where_the_second_takes_over() -> None:
    r, found, _ = drafts("قال الوزير إن الطريق مفتوح، وأضاف أن الجسر سليم.")
    first, second = set_extents(r, found, frozenset())
    assert r.text(first.content, first.end) == "إن الطريق مفتوح"
    assert first.end <= second.at
    assert (first.outer, second.outer) == (None, None)


def test_draft_inside_a_content_has_it_as_its_outer() -> None:
    r, found, _ = drafts("ذكرت الصحيفة أن الوزير أكد أن الجسر سليم.")
    first, second = set_extents(r, found, frozenset())
    assert second.outer is first
    assert first.outer is None


def test_subject_before_the_verb() -> None:
    r = reading("المتحدث باسم الوزارة سالم الحداد قال إن الطريق مفتوح.")
    at = r.words.index("قال")
    phrase = before_verb(r, at, 0, frozenset())
    assert phrase is not None
    assert r.text(phrase.first, phrase.end) == "المتحدث باسم الوزارة سالم الحداد"


def test_no_subject_before_a_verb_that_opens_its_clause() -> None:
    r = reading("أصلحت الجسر فرق كثيرة، قال إن الطريق مفتوح.")
    assert before_verb(r, r.words.index("قال"), 0, frozenset()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أجرى الوزير سالم الحداد اتصالا طويلا.", "الوزير سالم الحداد"),
        ("من جهته، زار المدير جاد مراد الميناء.", "المدير جاد مراد"),
        ("وقد غادر المدير جاد مراد الميناء.", "المدير جاد مراد"),
    ],
)
def test_topic_is_the_subject_of_the_first_verb(text: str, expected: str) -> None:
    r = reading(text)
    phrase = topic(r, 0, len(r), frozenset())
    assert phrase is not None
    assert r.text(phrase.first, phrase.end) == expected


def test_sentence_about_a_thing_has_no_topic() -> None:
    r = reading("انهار الجسر القديم فجرا.")
    assert topic(r, 0, len(r), frozenset()) is None


def test_long_quotation_that_nobody_says_is_unread() -> None:
    analysis = read("امتلأ الجدار القديم بعبارة «هذا الطريق مفتوح أمام كل من يحب الوادي وأهله الطيبين».")
    assert analysis.claims == ()
    assert [u.what for u in analysis.unread] == ["quotation without a speaker"]


def test_title_in_quotation_marks_is_not_unread() -> None:
    unread = read("صدرت رواية «سطوح الوادي» عن دار الضفة قبل عام.").unread
    assert [u for u in unread if u.what == "quotation without a speaker"] == []


def test_word_without_a_content_is_unread_with_its_reason() -> None:
    analysis = read("قال الوزير سالم الحداد كلاما كثيرا في القاعة.")
    assert [(u.what, u.why) for u in analysis.unread] == [("cue without content", "say: no complement")]


def test_every_claim_says_why() -> None:
    analysis = read("قال سالم الحداد إن الطريق مفتوح، مؤكدا أن الجسر سليم. وبحسب الشرطة، وصل الوفد.")
    assert len(analysis.claims) == 3
    assert all(claim.why for claim in analysis.claims)


def test_claim_without_a_named_speaker_is_less_certain() -> None:
    first, second = read("قال سالم الحداد إن الطريق مفتوح.\n\nوأضاف أن الجسر سليم.").claims
    assert 0 <= second.score < first.score <= 1
