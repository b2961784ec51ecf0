"""The words of dates: every entry shows itself at work."""

from __future__ import annotations

import pytest

from isnad.lexicon.calendars import SOURCE, Entry, calendars, words_of
from isnad.lexicon.load import entries

ENTRIES = entries(SOURCE, Entry)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
def test_example_holds_a_form_of_its_entry(entry: Entry) -> None:
    shown = " ".join(words_of(entry.example))
    forms = (*entry.forms, *entry.exact, *entry.weak, *entry.doubtful, *entry.signs)
    assert any(" ".join(words_of(form)) in shown for form in forms)


def test_ids_are_unique() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


def test_every_calendar_has_twelve_months_and_a_week_seven_days() -> None:
    for calendar in ("gregorian", "hijri", "solar-hijri"):
        months = {s.value for s in calendars().senses if s.kind == "month" and s.calendar == calendar}
        assert months == set(range(1, 13))
    assert {s.value for s in calendars().senses if s.kind == "weekday"} == set(range(7))


def test_written_on_letters_are_in_the_table_but_not_before_doubtful_words() -> None:
    forms = calendars().forms
    assert "والخميس" in forms
    assert "للخميس" in forms
    assert all(form.rest for form in forms["ورجب"])
    assert "باب" not in {word for word, found in forms.items() if any(not form.exact for form in found)}
