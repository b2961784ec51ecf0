"""Codes of states in the formats of other fields, from `data/codes.yaml`."""

from __future__ import annotations

from functools import cache

from isnad.export.dictionary import DATA


@cache
def _codes() -> dict[str, list[str | int]]:
    import yaml

    found: dict[str, list[str | int]] = yaml.safe_load((DATA / "codes.yaml").read_text("utf-8"))
    return found


def two_letters(country: str | None) -> str | None:
    """The code of ISO 3166-1 in two small letters.

    >>> two_letters("SYR"), two_letters("NOR"), two_letters(None)
    ('sy', 'no', None)
    """
    found = _codes().get(country) if country is not None else None
    return str(found[0]) if found else None


def war_number(country: str | None) -> int | None:
    """The number of the state in the Correlates of War.

    >>> war_number("SYR"), war_number("PSE")
    (652, None)
    """
    found = _codes().get(country) if country is not None else None
    return int(found[1]) if found and len(found) > 1 else None
