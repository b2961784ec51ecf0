"""The lines of a text: the pieces that blocks are made of.

A line ends at a line break. Two things are cut off as pieces of their own though they share a line with
prose: the dateline of an agency before the first sentence, «عمان، الأردن (CNN) -- », and a source note after
the last one, «… . المصدر: وكالات». All positions are view positions (`isnad.text.View`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from isnad.lexicon.actors import outlet_by_name
from isnad.lexicon.layout_marks import Hit, find_mark
from isnad.text import View
from isnad.text.signs import COMMA

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85]+")
_AGENCY = re.compile(r"[^.!?\u061f:«\"(\n]{0,60}\(([^()\n]{2,25})\)\s*[-\u2013\u2014_]+\s*")
_TAIL = re.compile(r"[.!?\u061f»\"”)]\s*(?=\*?\s*\w{4,8}\s*:[^.:]{2,60}\.?\s*$)")
_TAIL_WINDOW = 90
_STOP = re.compile(r"[^.…][.][\s\"»”’)\]]*$")
_ASKS = re.compile(r"[!?\u061f][\s\"»”’)\]]*$")
_LETTERS = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"[\W_]*(?:\S+@\S+\.\w+|@\w+|(?:#\w+\s*)+)[\W_]*$")
_URL = re.compile(r"[\W_]*(?:https?://\S+|www\.\S+|\S+\.(?:com|net|org)/\S+)[\W_]*$")
_WORD = re.compile(r"\w+")

_Value = TypeVar("_Value")


class _once(Generic[_Value]):  # noqa: N801 - a decorator
    """A property that is worked out once; functools.cached_property takes a lock each time on Python 3.11."""

    def __init__(self, work_out: Callable[[Line], _Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__

    def __get__(self, line: Line, owner: type[Line]) -> _Value:
        value = self._work_out(line)
        line.__dict__[self._name] = value  # found before this descriptor from now on
        return value


class Line:
    """One piece: `text` is the folded view between `start` and `end`, without spaces at its edges."""

    def __init__(self, start: int, end: int, text: str, agency: str | None = None) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.agency = agency  # of a dateline that was cut off: the folded words in its brackets
        self.size = end - start

    @_once
    def words(self) -> int:
        """The number of words."""
        return len(_WORD.findall(self.text))

    @_once
    def stops(self) -> bool:
        """Whether it ends like a sentence, with a full stop (not with the dots of a cut teaser)."""
        return _STOP.search(self.text, max(0, self.size - 8)) is not None

    @_once
    def asks(self) -> bool:
        """Whether it ends with a question or exclamation mark."""
        return _ASKS.search(self.text, max(0, self.size - 6)) is not None

    @_once
    def letters(self) -> str:
        """Its letters and digits alone, to compare lines whose signs and spaces differ."""
        return only_letters(self.text)

    @_once
    def hit(self) -> Hit | None:
        """The mark that it carries."""
        return None if self.is_rule else find_mark(self.text)

    @_once
    def is_rule(self) -> bool:
        """Whether it has no letter: a dashed rule, stars, a page number, a clock."""
        return not any(map(str.isalpha, self.text))

    @_once
    def is_address(self) -> bool:
        """Whether it is nothing but an e-mail address, a handle or hashtags."""
        text = self.text
        return self.size <= 120 and ("@" in text or "#" in text) and _ADDRESS.match(text) is not None

    @_once
    def is_url(self) -> bool:
        """Whether it is nothing but a link."""
        return self.size <= 300 and ("." in self.text or "://" in self.text) and _URL.match(self.text) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it looks like a paragraph rather than a title, a name or a button."""
        return self.size >= 110 or (self.stops and self.words >= 3) or (self.asks and self.size >= 60)

    @property
    def is_short(self) -> bool:
        """Whether it looks like an entry of a menu."""
        goes_on = self.stops or self.asks or self.text[-1] in (":", COMMA)
        return self.size <= 30 and self.words <= 4 and not goes_on

    @property
    def is_title(self) -> bool:
        """Whether it can be a headline: neither a sentence with its stop nor of a paragraph's length."""
        return self.size <= 150 and not self.stops


def only_letters(text: str) -> str:
    """The letters and digits of a folded text."""
    return _LETTERS.sub("", text)


def is_agency(name: str) -> bool:
    """Whether the folded words in a dateline's brackets name an outlet: known, or in Latin capitals."""
    return outlet_by_name(name) is not None or (name.isascii() and name.isupper() and name.isalpha())


def _piece(text: str, start: int, end: int, agency: str | None = None) -> Line | None:
    part = text[start:end]
    body = part.strip()
    if not body:
        return None
    start += len(part) - len(part.lstrip())
    return Line(start, start + len(body), body, agency)


def _pieces(text: str, start: int, end: int) -> Iterator[Line | None]:
    if end - start > 60:
        head = _AGENCY.match(text, start, min(end, start + 100))
        if head and head.end() < end and is_agency(head.group(1).strip()):
            yield _piece(text, start, head.end(), head.group(1).strip())
            start = head.end()
        tail = _TAIL.search(text, max(start + 40, end - _TAIL_WINDOW), end)
        if tail:
            note = _piece(text, tail.end(), end)
            if note is not None and note.hit is not None and note.hit.mark.role == "source":
                yield _piece(text, start, tail.end())
                yield note
                return
    yield _piece(text, start, end)


def cut(view: View) -> list[Line]:
    """The pieces of the text in order, without its blank lines."""
    text = view.fold
    return [
        piece
        for match in _LINE.finditer(text)
        for piece in _pieces(text, match.start(), match.end())
        if piece is not None
    ]
