"""Every mark marks its own example, and none marks its counter-example."""

from __future__ import annotations

import pytest

from isnad.lexicon.layout_marks import Mark, bare, find_mark, is_linked, marks, stands_beside_date
from isnad.text import fold

LINES = [mark for mark in marks() if mark.kind not in ("beside-date", "linker", "unlinked")]


def _name(mark: Mark) -> str:
    return mark.id


@pytest.mark.parametrize("mark", LINES, ids=_name)
def test_the_example_is_marked_as_its_entry_says(mark: Mark) -> None:
    hit = find_mark(fold(mark.example).strip())
    assert hit is not None
    assert (hit.mark.label, hit.mark.reach) == (mark.label, mark.reach)


@pytest.mark.parametrize("mark", [m for m in LINES if m.counter], ids=_name)
def test_the_counter_example_is_not_taken_for_it(mark: Mark) -> None:
    assert mark.counter is not None
    hit = find_mark(fold(mark.counter))
    # A date mark without a date on its line marks nothing: the layout looks for one.
    assert hit is None or hit.mark.id != mark.id or mark.role in ("date", "updated")


def test_ids_are_unique_and_no_form_stands_twice_in_an_entry() -> None:
    ids = [mark.id for mark in marks()]
    assert len(ids) == len(set(ids))
    for mark in marks():
        forms = [" ".join(bare(fold(form)).split()) for form in mark.forms]
        assert len(forms) == len(set(forms)), mark.id
        assert all(forms), mark.id


def test_a_label_needs_its_colon_or_the_end_of_the_line() -> None:
    assert find_mark(fold("المصدر: وكالات")) is not None
    assert find_mark(fold("المصدر")) is not None
    assert find_mark(fold("المصدر الأمني يروي ما جرى")) is None


def test_a_long_paragraph_is_never_a_mark() -> None:
    assert find_mark(fold("المصدر: " + "كلمة " * 200)) is None


def test_signs_and_numbers_at_the_edges_do_not_hide_a_button() -> None:
    hit = find_mark(fold("» 3 تعليقات «"))
    assert hit is not None
    assert hit.mark.id == "comment-form"


def test_the_value_of_a_label_is_where_its_text_goes_on() -> None:
    line = fold("المصدر :  وكالات")
    hit = find_mark(line)
    assert hit is not None
    assert line[hit.value :] == "وكالات"


def test_a_conjunction_links_and_a_root_waw_does_not() -> None:
    assert is_linked(fold("وأضاف الوزير"))
    assert is_linked(fold("من جهته، رأى النائب"))
    assert not is_linked(fold("وصل الوفد إلى المطار"))
    assert not is_linked(fold("أعلنت الوزارة"))


def test_words_beside_a_date() -> None:
    assert stands_beside_date(fold("الساعة"))
    assert not stands_beside_date(fold("الجيش"))
