"""What holds for every text."""

from __future__ import annotations

import re
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.dates import PrintedDate, find_clock, find_expressions, find_printed, parse_timestamp
from isnad.lexicon.calendars import SOURCE, Entry
from isnad.lexicon.load import entries
from isnad.text import View

_WORDS = [form for entry in entries(SOURCE, Entry) for form in (*entry.forms, *entry.weak, *entry.exact, *entry.signs)]
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from([*"/-.:،,()|+\\%\n\u200f\u0640\u064b ", "1436هـ", "2018", "07:46", "٢٠١٨", "۱۳۹۵"]),
    st.integers(0, 99_999).map(str),
    st.text(max_size=5),
)
_TEXTS = st.lists(_PIECES, max_size=14).map(" ".join) | st.lists(_PIECES, max_size=14).map("".join)
_FORMS = {
    "minute": r"\d{4}-\d\d-\d\dT\d\d:\d\d([+-]\d\d:\d\d)?",
    "day": r"\d{4}-\d\d-\d\d",
    "week": r"\d{4}-\d\d-\d\d",
    "month": r"\d{4}-\d\d",
    "year": r"\d{4}",
}


def _is_iso(value: str, precision: str) -> bool:
    if not re.fullmatch(_FORMS[precision], value, re.ASCII):
        return False
    datetime.fromisoformat({"month": value + "-01", "year": value + "-01-01"}.get(precision, value))
    return True


@settings(deadline=None)
@given(_TEXTS)
def test_any_text_gives_a_valid_date_or_none(text: str) -> None:
    view = View(text)
    found = find_printed(view, 0, len(view.light))
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
    if isinstance(found, PrintedDate):
        assert _is_iso(found.value, found.precision)
        again = View(found.span.of(text))
        same = find_printed(again, 0, len(again.light))
        assert isinstance(same, PrintedDate)
    find_clock(view, 0, len(view.light))
    parse_timestamp(text)


@settings(deadline=None)
@given(_TEXTS, st.none() | st.dates())
def test_any_text_gives_ordered_expressions_with_valid_values(text: str, anchor: date | None) -> None:
    last = 0
    for found in find_expressions(View(text), anchor):
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end
        assert found.resolved == (found.value is not None)
        assert found.why
        if found.value is not None:
            assert _is_iso(found.value, found.precision)
