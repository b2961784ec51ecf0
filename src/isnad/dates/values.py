"""What the dates room hands out."""

from __future__ import annotations

from typing import Literal

from isnad.records import Record, Span


class PrintedDate(Record, frozen=True, kw_only=True):
    """A full calendar date as sites print it, read.

    `value` is ISO 8601 in the Gregorian calendar: a date, or with precision minute a local time with its
    offset from UTC where the zone is known (`2018-10-02T07:46+00:00`, `2017-01-08T18:56`). `span` is raw
    code points. `why` names what was decided on the way, empty where nothing had to be.
    """

    value: str
    precision: Literal["day", "minute"]
    calendar: Literal["gregorian", "solar-hijri", "hijri"]
    span: Span
    why: str = ""


class RefusedDate(Record, frozen=True, kw_only=True):
    """Words (raw span) in the form of a full date that names no possible day or time; `reason` says why."""

    span: Span
    reason: str


class PrintedClock(Record, frozen=True, kw_only=True):
    """A clock time without its date. `value` is HH:MM, 24 hours; `offset` from UTC as `+03:00`, None where
    the zone is unknown or depends on the day (summer time)."""

    value: str
    offset: str | None
    span: Span


class TimeExpression(Record, frozen=True, kw_only=True):
    """Words of the text (raw span) that say when.

    `value` is an ISO 8601 prefix as long as `precision` warrants (`2018-10-01`, `2018-09`, `2018`; the
    Monday of a week), None where `resolved` is false. `why` says how it was counted, or what was missing.
    """

    span: Span
    value: str | None
    precision: Literal["minute", "day", "week", "month", "year"]
    resolved: bool
    why: str
