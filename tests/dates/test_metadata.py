"""Dates in metadata."""

from __future__ import annotations

import pytest

from isnad.dates import parse_timestamp


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2015-07-21 02:51:32", "2015-07-21T02:51:32"),
        ("2015-07-21T02:51", "2015-07-21T02:51:00"),
        ("2023-01-30T22:52:00+02:00", "2023-01-30T22:52:00+02:00"),
        ("2018-10-02T07:46Z", "2018-10-02T07:46:00+00:00"),
        ("2018-10-02 07:46:10.123 +0300", "2018-10-02T07:46:10+03:00"),
        ("2018-10-02", "2018-10-02"),
        (" ٢٠١٨-١٠-٠٢ ", "2018-10-02"),
        ("Mon, 19 Feb 2018 00:16:11 +0400", "2018-02-19T00:16:11+04:00"),
        ("Mon, 19 Feb 2018 00:16:11 GMT", "2018-02-19T00:16:11+00:00"),
        ("19 Feb 2018 00:16", "2018-02-19T00:16:00"),
        ("الثلاثاء، 21 يوليو 2015 02:51", "2015-07-21T02:51:00"),
        ("10 شوال 1436هـ", "2015-07-26"),
    ],
)
def test_metadata_date_is_read(value: str, iso: str) -> None:
    found = parse_timestamp(value)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "2018-13-02", "2018-02-30T10:00", "2018-10-02T25:00", "1538466360", "0000-01-01",
     "Mon, 99 Feb 2018 00:16:11 +0400", "Mon, 19 Foo 2018 00:16:11", "31 شباط 2018", "2018-10-02T07:46+99:00",
     "2018-10-02 " * 100],
)  # fmt: skip
def test_unreadable_metadata_date_is_none(value: str) -> None:
    assert parse_timestamp(value) is None
