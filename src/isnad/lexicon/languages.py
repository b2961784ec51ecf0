"""Whether a text is Arabic, and if not, which language it seems to be.

Arabic letters are shared by many languages. Two shares tell them apart: letters that Arabic does not have,
and the commonest words of each language (`data/languages.yaml`). A text must pass both limits: names such as
«پومپيدو» bring the letters alone, single words are shared. Of 19,000 Arabic articles of 2015-2024 none has
more than half of the limit for letters or more than a third of the limit for words.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from isnad.lexicon.load import entries
from isnad.text import fold

SOURCE = "languages.yaml"

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_WORD = re.compile(r"\w+")

_LEAST_ARABIC = 0.2  # of all letters; a page in Latin letters that quotes a line of Arabic lies below
_FOREIGN_LETTERS = 0.02  # of the letters in Arabic script
_FOREIGN_WORDS = 0.05  # of the words in Arabic script


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language in Arabic letters that is not Arabic; `example` is in it, `counter` is Arabic."""

    id: str
    name: str
    letters: str
    words: tuple[str, ...]
    example: str
    counter: str


@cache
def languages() -> tuple[Language, ...]:
    """All entries of `languages.yaml`. Raises LexiconError for an entry that breaks the schema."""
    return entries(SOURCE, Language)


@cache
def _tables() -> tuple[tuple[str, tuple[str, ...], frozenset[str]], ...]:
    return tuple((e.name, tuple(e.letters), frozenset(map(fold, e.words))) for e in languages())


def why_not_arabic(text: str, folded: str) -> str | None:
    """The reason why a text is not Arabic prose, or None where it is.

    `text` is the raw text, `folded` its folded form (`View.fold`).

    >>> why_not_arabic("Officials said on Monday …", "officials said on monday …")
    'no Arabic letters'
    """
    arabic = sum(map(len, _ARABIC.findall(text)))
    if not text.strip():
        return "empty text"
    if not arabic:
        return "no Arabic letters"
    letters = sum(map(len, _LETTERS.findall(text)))
    if arabic < _LEAST_ARABIC * letters:
        return f"not Arabic: {arabic} of {letters} letters are Arabic"
    return _other_language(text, folded, arabic)


def _other_language(text: str, folded: str, arabic: int) -> str | None:
    """The language whose letters and words both pass their limits."""
    present = {letter: n for letter in _all_letters() if (n := text.count(letter))}
    if not present:
        return None
    words = [word for word in _WORD.findall(folded) if _ARABIC.match(word)]
    best, name = 0.0, ""
    for language, letters, common in _tables():
        by_letter = sum(present.get(letter, 0) for letter in letters) / arabic
        by_word = sum(word in common for word in words) / max(1, len(words))
        strength = by_letter / _FOREIGN_LETTERS + by_word / _FOREIGN_WORDS
        if by_letter >= _FOREIGN_LETTERS and by_word >= _FOREIGN_WORDS and strength > best:
            best, name = strength, language
    return f"not Arabic: it seems to be {name}" if name else None


@cache
def _all_letters() -> str:
    return "".join(sorted({letter for entry in languages() for letter in entry.letters}))
