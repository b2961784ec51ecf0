"""What `find`, `phrases` and `object_stance` read in one folded token."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lexicon import cues
from isnad.lexicon.cues import CueReading
from isnad.text import fold, light


def readings(word: str, *, after_lam: bool = False) -> tuple[CueReading, ...]:
    return cues.find(fold(word), after_lam=after_lam)


def ids(word: str) -> set[str]:
    return {r.cue.id for r in readings(word)}


def the(word: str, cue: str) -> CueReading:
    return next(r for r in readings(word) if r.cue.id == cue)


def test_there_are_more_than_250_distinct_reporting_cues() -> None:
    lemmas = {(fold(cue.lemma), cue.kind) for cue in cues.cues()}
    assert len(lemmas) > 450
    assert len({fold(cue.lemma) for cue in cues.cues() if cue.kind == "verb"}) > 350


@pytest.mark.parametrize(
    ("word", "cue", "tense", "start", "suffix"),
    [
        ("قال", "say", "perfect", 0, ""),
        ("وقالت", "say", "perfect", 1, ""),
        ("فأضاف", "add", "perfect", 1, ""),
        ("سيعلن", "announce", "imperfect", 1, ""),
        ("وسيؤكدون", "confirm", "imperfect", 2, ""),
        ("ليقول", "say", "imperfect", 1, ""),
        ("مشيراً", "point_out", "participle", 0, ""),
        ("ومعتبرين", "consider", "participle", 1, ""),
        ("قوله", "say", "masdar", 0, "ه"),
        ("بقولها", "say", "masdar", 1, "ها"),
        ("كقوله", "say", "masdar", 1, "ه"),
        ("بالقول", "say", "masdar", 3, ""),
        ("وصفتها", "describe", "perfect", 0, "ها"),
        ("تنفيه", "deny", "imperfect", 0, "ه"),
        ("نفاه", "deny", "perfect", 0, "ه"),
        ("أبلغنا", "inform", "perfect", 0, "نا"),
        ("سألوه", "ask", "perfect", 0, "ه"),
        ("قيل", "say", "perfect", 0, ""),
        ("بحسب", "according_bihasab", "preposition", 0, ""),
        ("ووفقاً", "according_wafqan", "preposition", 1, ""),
        ("مزاعم", "n_claims", "noun", 0, ""),
    ],
)
def test_forms_with_their_clitics(word: str, cue: str, tense: str, start: int, suffix: str) -> None:
    reading = next(r for r in readings(word) if r.cue.id == cue and r.form.tense == tense and r.suffix == suffix)
    assert reading.start == start
    assert reading.end == len(fold(word)) - len(suffix)


def test_grammar_of_a_form() -> None:
    assert the("أعلنوا", "announce").form[:5] == ("perfect", 3, "p", "m", "active")
    assert the("أضافتا", "add").form[1:4] == (3, "d", "f")
    assert the("نؤكد", "confirm").form[1:3] == (1, "p")
    assert the("مؤكدا", "confirm").form.case == "a"
    assert the("يقال", "say").form.voice == "passive"


@pytest.mark.parametrize(
    "word",
    [
        "هناك", "مصر", "مدينة", "كامل", "وسائل", "وراء", "دون", "لندن", "المعارضة", "المتحدث", "نصف", "شهر",
        "طالبان", "موعد", "المحاكم", "الكاتب", "الهاتف", "يجب", "سيطر", "ابنه", "بالإضافة", "معاهدة", "مصري",
        "تحت", "البيت", "إلى",
    ],
)  # fmt: skip
def test_common_word_is_no_cue(word: str) -> None:
    assert not [r.cue.id for r in readings(word) if cues.fits(r, light(word))]


def test_noun_with_the_article_is_no_participle() -> None:
    assert "accuse" not in ids("المتهم")
    assert "accuse" in ids("متهما")


def test_short_form_is_read_after_lam_alone() -> None:
    assert not readings("يجب")
    assert [r.cue.id for r in readings("يجب", after_lam=True)] == ["answer"]
    assert "say" in {r.cue.id for r in readings("يقل", after_lam=True)}


def test_pronoun_needs_a_verb_that_takes_an_object() -> None:
    assert not ids("أشارها")
    assert not ids("أشادهم")


def test_weak_readings_come_last() -> None:
    found = readings("ذكر")
    assert found[0].cue.id == "mention"
    assert found[-1].cue.weak


def test_promise_and_consider_are_both_read() -> None:
    assert {(r.cue.id, r.start) for r in readings("وعد")} >= {("promise", 0), ("deem", 1)}


@pytest.mark.parametrize(
    ("form", "other"),
    [("هنأ", "هنا"), ("نادى", "نادي"), ("رأى", "رأي"), ("أبان", "إبان")],
)
def test_light_spelling_decides_for_a_strict_cue(form: str, other: str) -> None:
    strict = [r for r in readings(form) if r.cue.strict]
    assert strict
    assert all(cues.fits(r, form) for r in strict)
    assert not any(cues.fits(r, other) for r in strict)


def test_strict_cue_does_not_mind_a_lost_hamza_elsewhere() -> None:
    assert cues.fits(next(r for r in readings("رأى") if r.cue.id == "see_opine"), "راى")


def test_attached_pronoun_keeps_the_strict_spelling() -> None:
    assert cues.fits(next(r for r in readings("وهنأه") if r.cue.id == "congratulate"), "وهنأه")


def test_complements_and_stance_are_data() -> None:
    accuse = the("اتهم", "accuse").cue
    assert (accuse.stance, accuse.object, accuse.prep) == ("accuses", "content", ("ب",))
    say = the("قال", "say").cue
    assert say.direct
    assert "" in say.clause
    assert the("وأضاف", "add").cue.continues
    assert the("نقلت", "relay").cue.relay_prep == "عن"


@pytest.mark.parametrize(
    ("verb", "object_", "stance"),
    [
        ("أبدى", "رفضه", "rejects"),
        ("أعرب", "أسفه", "greets"),
        ("قدم", "تعازيه", "greets"),
        ("وجه", "نداء", "demands"),
        ("حمل", "المسؤولية", "accuses"),
        ("جدد", "دعوته", "demands"),
    ],
)
def test_object_gives_a_light_verb_its_stance(verb: str, object_: str, stance: str) -> None:
    assert stance in {cues.object_stance(r.cue, fold(object_)) for r in readings(verb)}


@pytest.mark.parametrize(
    ("verb", "object_"), [("قدم", "استقالته"), ("أبدى", "الباب"), ("وجه", "الكرة"), ("حمل", "حقيبته")]
)
def test_other_object_makes_no_speech_act(verb: str, object_: str) -> None:
    found = {cues.object_stance(r.cue, fold(object_)) for r in readings(verb) if r.cue.objects}
    assert found == {None}


def test_phrase_of_several_tokens() -> None:
    words = fold("على حد قوله إن الأمر انتهى").split()
    phrase = cues.phrase_at(words, 0)
    assert phrase is not None
    assert (phrase.tokens, phrase.suffix, phrase.cue.frame) == (tuple(words[:3]), "ه", "source")


def test_longest_phrase_wins_and_a_conjunction_is_left_out() -> None:
    words = fold("وبحسب ما ذكرت الصحيفة").split()
    phrase = cues.phrase_at(words, 0)
    assert phrase is not None
    assert (phrase.start, len(phrase.tokens), phrase.cue.frame) == (1, 2, "clause")


def test_first_word_alone_is_no_phrase() -> None:
    assert cues.phrase_at(fold("على الطاولة").split(), 0) is None
    assert cues.phrase_at(fold("على حد").split(), 0) is None


def test_empty_and_foreign_tokens_have_no_reading() -> None:
    for word in ("", "و", "a", "12", "«", "ال"):
        assert not cues.find(word)
        assert not cues.phrases(word)


def test_offsets_lie_inside_the_token() -> None:
    for word in ("وسيقولونها", "بقوله", "فبالقول", "مؤكدين", "كشف", "نقلته"):
        for reading in readings(word):
            assert 0 <= reading.start < reading.end <= len(fold(word))
            assert fold(word)[reading.end :] == reading.suffix


def test_every_cue_can_be_found_by_its_lemma_unless_never_says_so() -> None:
    for cue in cues.cues():
        if cue.kind != "verb" or fold(cue.lemma) in {fold(word) for word in cue.never}:
            continue
        assert cue.id in ids(cue.lemma), cue.id


@given(st.text(alphabet="ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئ", max_size=12))
def test_any_word_is_read_without_error_and_inside_its_bounds(word: str) -> None:
    folded = fold(word)
    for reading in cues.find(folded):
        assert 0 <= reading.start < reading.end == len(folded) - len(reading.suffix)


def test_compiled_table_reads_as_the_built_one() -> None:
    built = msgspec.msgpack.decode(msgspec.msgpack.encode(cues._build()), type=cues._Table)
    assert built == cues._table()
