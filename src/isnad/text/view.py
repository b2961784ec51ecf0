"""Views of a text with a map back to its raw code points.

Two views serve all rooms. The *light* view removes what is only typography (diacritics, tatweel, zero-width
and direction marks, presentation forms, Persian letter shapes, digit sets, exotic spaces). The *fold* view also
unifies hamza seats, alef forms, alef maqsura and ta marbuta; it has exactly the length of the light view, so
one offset map serves both.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from re import Pattern, compile

from isnad.records import Span

# Letters by Unicode code point: name on the right, so that no look-alike hides in the table.
_LETTERS = {
    0x06CC: "\N{ARABIC LETTER YEH}",  # ARABIC LETTER FARSI YEH
    0x06D2: "\N{ARABIC LETTER YEH}",  # ARABIC LETTER YEH BARREE
    0x06A9: "\N{ARABIC LETTER KAF}",  # ARABIC LETTER KEHEH
    0x06C1: "\N{ARABIC LETTER HEH}",  # ARABIC LETTER HEH GOAL
    0x06BE: "\N{ARABIC LETTER HEH}",  # ARABIC LETTER HEH DOACHASHMEE
    0x06C0: "\N{ARABIC LETTER HEH}",  # ARABIC LETTER HEH WITH YEH ABOVE
    0x06D5: "\N{ARABIC LETTER HEH}",  # ARABIC LETTER AE
    0x06C3: "\N{ARABIC LETTER TEH MARBUTA}",  # ARABIC LETTER TEH MARBUTA GOAL
    0x0672: "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}",  # ARABIC LETTER ALEF WITH WAVY HAMZA ABOVE
    0x0673: "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}",  # ARABIC LETTER ALEF WITH WAVY HAMZA BELOW
}
_FOLD = {
    0x0623: "\N{ARABIC LETTER ALEF}",  # ALEF WITH HAMZA ABOVE
    0x0625: "\N{ARABIC LETTER ALEF}",  # ALEF WITH HAMZA BELOW
    0x0622: "\N{ARABIC LETTER ALEF}",  # ALEF WITH MADDA ABOVE
    0x0671: "\N{ARABIC LETTER ALEF}",  # ALEF WASLA
    0x0649: "\N{ARABIC LETTER YEH}",  # ALEF MAKSURA
    0x0626: "\N{ARABIC LETTER YEH}",  # YEH WITH HAMZA ABOVE
    0x0624: "\N{ARABIC LETTER WAW}",  # WAW WITH HAMZA ABOVE
    0x0629: "\N{ARABIC LETTER HEH}",  # TEH MARBUTA
    0xE000: "\N{ARABIC LETTER ALEF MAKSURA}",  # the ALEF MAKSURA of the preposition «on», put by from folding
}
# The preposition «on» and its forms with the conjunctions: their fold would be the name Ali.
_ON = frozenset(lead + "\u0639\u0644\u0649" for lead in ("", "\u0648", "\u0641"))
_LETTER = "[^\\W\\d_a-zA-Z]"
# What stands before the word is looked at behind it, so that the search can run for its letters.
_ON_ALONE: Pattern[str] = compile(
    "\u0639\u0644\u0649"
    f"(?:(?<!{_LETTER}\u0639\u0644\u0649)|(?<=[\u0648\u0641]\u0639\u0644\u0649)(?<!{_LETTER}[\u0648\u0641]\u0639\u0644\u0649))"
    f"(?!{_LETTER})"
)
# Whatever is not an ordinary letter, digit or sign of Arabic and Latin text goes through `_replacement`; a
# carriage return only where no line feed follows it.
_SPECIAL: Pattern[str] = compile(
    "\r(?!\n)|[^\t\n\r\x20-\x7e\xab\xbb\u2013\u2014\u2018-\u201e\u2026\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a]"
)


@cache
def _replacement(char: str) -> str:
    """What stands in the light view for one raw character: empty, itself, or its plain letters."""
    code = ord(char)
    if code in _LETTERS:
        return _LETTERS[code]
    category = unicodedata.category(char)
    if char in "\r\x0b\x0c\x1c\x1d\x1e":  # line breaks of old systems
        return "\n"
    if char == "\u0640" or category in ("Mn", "Me", "Cf", "Cc", "Cs"):  # tatweel, marks, invisible signs
        return " " if char in "\x1f\x85" else ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category in ("Zs", "Zl", "Zp"):
        return " " if category == "Zs" else "\n"
    if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:  # Arabic presentation forms
        plain = unicodedata.normalize("NFKC", char)
        # Ornate brackets stand for nothing else; a whole formula in one sign (U+FDFA) stays one sign.
        if plain == char or " " in plain.strip():
            return char
        return "".join(map(_replacement, plain.strip()))
    return char


class View:
    """The light and the folded form of one raw text, with a map back.

    >>> view = View("قالَ المُعلّم")
    >>> view.light
    'قال المعلم'
    >>> view.span(4, 10)
    Span(start=5, end=13)
    """

    __slots__ = ("_breaks", "_shifts", "fold", "light", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._breaks: list[int] = []  # light positions at which the shift to raw changes
        self._shifts: list[int] = []
        self.light = self._lighten(raw)
        self.fold = _ON_ALONE.sub("\u0639\u0644\ue000", self.light).translate(_FOLD)

    def _lighten(self, raw: str) -> str:
        parts: list[str] = []
        done = length = 0
        for match in _SPECIAL.finditer(raw):
            at = match.start()
            plain = _replacement(match.group())
            parts.append(raw[done:at])
            length += at - done
            parts.append(plain)
            # All letters of an expanded character point at it; what follows is shifted.
            for _ in range(1, len(plain)):
                length += 1
                self._breaks.append(length)
                self._shifts.append(at - length)
            length += bool(plain)
            done = at + 1
            if len(plain) != 1:
                self._breaks.append(length)
                self._shifts.append(done - length)
        parts.append(raw[done:])
        return "".join(parts)

    def at(self, position: int) -> int:
        """The raw position of the light (or folded) position; the end of the text maps to the raw end."""
        if position >= len(self.light):
            return len(self.raw)
        if not self._breaks:
            return position
        i = bisect_right(self._breaks, position) - 1
        return position if i < 0 else position + self._shifts[i]

    def all_at(self, positions: list[int]) -> list[int]:
        """The raw positions of ascending light positions, all before the end of the text."""
        if not self._breaks:
            return positions
        cuts = [bisect_left(positions, at) for at in self._breaks]
        result = positions[: cuts[0]]
        for first, end, shift in zip(cuts, [*cuts[1:], len(positions)], self._shifts, strict=True):
            result.extend([position + shift for position in positions[first:end]])
        return result

    def span(self, start: int, end: int) -> Span:
        """The raw span of the light range `[start, end)`, marks on its last letter included."""
        if not self._breaks:
            return Span(start, end)
        if start >= end:
            return Span(self.at(start), self.at(start))
        last = self.at(end - 1) + 1
        # Diacritics belong to the letter before them; spaces and signs after it do not.
        raw = self.raw
        while last < len(raw) and (unicodedata.combining(raw[last]) or raw[last] == "\u0640"):
            last += 1
        return Span(self.at(start), last)


def fold(text: str) -> str:
    """The folded form of a short text (a name, a lexicon form), without an offset map.

    The preposition على keeps its last letter, so that it never meets the name علي.

    >>> fold("إلى علي على مئذنة")
    'الي علي على ميذنه'
    """
    return " ".join(fold_word(part) for part in light(text).split(" "))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """The folded form of one light token.

    >>> fold_word("وعلى"), fold_word("علي")
    ('وعلى', 'علي')
    """
    return word if word in _ON else word.translate(_FOLD)


def light(text: str) -> str:
    """The light form of a short text, without an offset map."""
    return _SPECIAL.sub(lambda m: _replacement(m.group()), text)
