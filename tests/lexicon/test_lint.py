"""The lexicon passes its lint, and the lint sees each kind of mistake."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from isnad.errors import LexiconError
from isnad.lexicon import lint
from isnad.lexicon.cues import Cue
from isnad.lexicon.morphology import Verb

GOOD = Cue(
    id="say",
    lemma="قال",
    kind="verb",
    verb=Verb(root="قول", form="I", masdar=("قول",)),
    stance="states",
    clause=("",),
    sense="say",
    example="قالت الناطقة إن الجسر مغلق.",
)


def problems(*entries: Cue, common: tuple[str, ...] = ()) -> list[str]:
    return list(lint.problems_of(entries, {"feelings"}, set(common)))


def changed(**fields: object) -> Cue:
    changed: Cue = msgspec.structs.replace(GOOD, **fields)
    return changed


def test_cue_tables_have_no_problem() -> None:
    assert lint.cue_problems() == []


def test_good_entry_passes() -> None:
    assert problems(GOOD) == []


def test_example_must_contain_a_form() -> None:
    assert "example" in problems(changed(example="زارت الناطقة الجسر."))[0]


def test_example_may_carry_clitics_and_pronouns() -> None:
    assert problems(changed(example="وقالها ثم مضى.")) == []


def test_weak_cue_needs_a_counter_example() -> None:
    assert "counter-example (a weak cue)" in problems(changed(weak=True))[0]


def test_form_like_a_common_word_needs_a_counter_example() -> None:
    assert "قول" in problems(GOOD, common=("قول",))[0]
    assert problems(changed(counter="«قول مأثور»: a saying."), common=("قول",)) == []


def test_form_that_never_counts_needs_no_counter_example() -> None:
    assert problems(changed(never=("قول",)), common=("قول",)) == []


def test_weak_verb_needs_something_that_makes_it_speech() -> None:
    found = problems(changed(weak=True, clause=(), counter="«قال»."))
    assert "speech act" in found[0]


def test_double_entry_is_seen_after_folding() -> None:
    announce = Verb(root="علن", form="IV")
    first = changed(id="a", lemma="أعلن", verb=announce, example="أعلنت الهيئة أن الجسر مغلق.")
    second = msgspec.structs.replace(first, id="b", lemma="اعلن")
    assert problems(first, second) == ["cue b: same lemma, kind and complements as a"]


def test_two_senses_with_other_complements_are_no_double() -> None:
    assert problems(GOOD, changed(id="say_to", object="addressee")) == []


def test_id_is_unique() -> None:
    assert "this id is given 2 times" in problems(GOOD, changed(object="addressee"))[0]


def test_unknown_object_group() -> None:
    assert "@moods" in problems(changed(objects=("@feelings", "@moods")))[0]


def test_lemma_must_be_what_root_and_form_give() -> None:
    with pytest.raises(LexiconError, match="the lemma is قيل"):
        problems(changed(lemma="قيل"))


def test_preposition_says_what_it_opens() -> None:
    found = problems(changed(kind="preposition", lemma="بحسب", verb=None, clause=(), example="بحسب الشرطة."))
    assert "frame" in found[0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- قا\u0640ل", "TATWEEL"),
        ("- قال\u200f", "RIGHT-TO-LEFT MARK"),
        ("- \ufeed\ufe8e", "ISOLATED FORM"),
        ("- ا\u0653", "NFC"),
    ],
)
def test_script_faults_are_named_with_their_line(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "words.yaml").write_text("# words\n" + text + "\n", "utf-8")
    found = lint.script_problems(tmp_path)
    assert found
    assert found[0].startswith("words.yaml, line 2: ")
    assert fault in " ".join(found)


def test_joined_shape_of_a_letter_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("- 1440ه\u0640\n- ب\u0640\n", "utf-8")
    assert lint.script_problems(tmp_path) == []


def test_exit_status_says_whether_there_are_problems(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lint, "CHECKS", (lambda: ["a fault"],))
    assert lint.main() == 1
    assert capsys.readouterr().out == "a fault\n"
    monkeypatch.setattr(lint, "CHECKS", ())
    assert lint.main() == 0
