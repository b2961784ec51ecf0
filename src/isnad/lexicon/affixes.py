"""Affixes by name, from `affixes.yaml`: the rules of names and claims ask for them, and hold no letters themselves."""

from __future__ import annotations

import msgspec

from isnad.lexicon.load import compiled, entries


class Affix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One affix: its name, its letters in folded form, and what it shows."""

    id: str
    form: str
    sense: str


def _build() -> dict[str, str]:
    return {row.id: row.form for row in entries("affixes.yaml", Affix)}


_FORMS = compiled("affixes", ("affixes.yaml",), dict[str, str], _build)

ARTICLE, AND, THEN, BY, FOR = (_FORMS[name] for name in ("article", "and", "then", "by", "for"))
FOR_THE, BY_THE, AND_THE, THEN_THE = (_FORMS[name] for name in ("for_the", "by_the", "and_the", "then_the"))
LIKE, LIKE_THE, FUTURE = (_FORMS[name] for name in ("like", "like_the", "future"))
AND_FOR_THE, THEN_FOR_THE = _FORMS["and_for_the"], _FORMS["then_for_the"]
AND_BY_THE, THEN_BY_THE = _FORMS["and_by_the"], _FORMS["then_by_the"]
ALIF, LONG_ALIF, MIM, YA = (_FORMS[name] for name in ("alif", "long_alif", "mim", "ya"))
FEMININE, FEMININE_YA, TA_MARBUTA = (_FORMS[name] for name in ("feminine", "feminine_ya", "ta_marbuta"))
IMPERFECT = (YA, _FORMS["imperfect_feminine"])
WE = _FORMS["imperfect_we"]
FEMININE_PAST, PLURAL_PAST = _FORMS["feminine_past"], _FORMS["plural_past"]
HAMZA_ALIF, LOW_HAMZA = _FORMS["hamza_alif"], _FORMS["low_hamza"]
PLURAL_UN, PLURAL_IN, PLURAL_AT = (_FORMS[name] for name in ("plural_un", "plural_in", "plural_at"))
DUAL_AN = _FORMS["dual_an"]
OPEN_TA, PLURAL_U = _FORMS["open_ta"], _FORMS["plural_u"]
ALIF_MAQSURA, A_HAMZA = _FORMS["alif_maqsura"], _FORMS["a_hamza"]
HAMZA, YA_HAMZA, WAW_HAMZA = (_FORMS[name] for name in ("hamza", "ya_hamza", "waw_hamza"))
HIM, HER, THEM, THEM_TWO, THEM_WOMEN = (_FORMS[name] for name in ("him", "her", "them", "them_two", "them_women"))
THEE, YOU, US, ME = (_FORMS[name] for name in ("thee", "you", "us", "me"))
RELATIONAL = tuple(form for name, form in _FORMS.items() if name in ("ya", "feminine_ya") or "relational" in name)
JOINED_ARTICLE = (FOR_THE, BY_THE, AND_THE, THEN_THE, LIKE_THE)


def without_article(word: str) -> str:
    """The folded word without its article."""
    return word.removeprefix(ARTICLE)
