"""The words by which sites mark what is not the story: labels, menus, forms, notices, teasers.

The table is `data/boilerplate.yaml`; its head says what each field means. Forms are compared folded and in
lower case, as whole words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from isnad.lexicon.affixes import AND
from isnad.lexicon.load import entries
from isnad.records import BlockLabel, Record
from isnad.text import fold
from isnad.text.signs import COMMA

SOURCE = "boilerplate.yaml"

MarkKind = Literal["line-equals", "labelled", "line-starts", "line-contains", "beside-date", "linker", "unlinked"]


class Mark(Record, forbid_unknown_fields=True):
    """One entry of `boilerplate.yaml`; `max` is the longest line, in code points, that it may mark."""

    id: str
    label: BlockLabel
    kind: MarkKind
    forms: tuple[str, ...]
    example: str
    counter: str | None = None
    reach: Literal["line", "list", "close"] = "line"
    role: Literal["date", "updated", "source"] | None = None
    max: int = 120


class Hit(Record):
    """A line that carries a mark: `value` is where, in the folded line, the text after the form begins."""

    mark: Mark
    value: int


@cache
def marks() -> tuple[Mark, ...]:
    """All entries of `boilerplate.yaml`. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, Mark)


def bare(line: str) -> str:
    """The folded line in lower case without the signs at its edges: «// انتهى //» gives «انتهي»."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return line[start:end].lower()


def _without_numbers(line: str) -> str:
    """The bare line without the numbers at its edges: «3 تعليقات», «11:58 ت م»."""
    start, end = 0, len(line)
    while start < end and not line[start].isalpha():
        start += 1
    while end > start and not line[end - 1].isalpha():
        end -= 1
    return " ".join(line[start:end].split())


def _forms(kind: MarkKind) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for mark in marks():
        if mark.kind == kind:
            for form in mark.forms:
                found.setdefault(" ".join(bare(fold(form)).split()), mark)
    return found


def _choice(forms: dict[str, Mark]) -> str:
    """An alternation of the forms, the longest first, with any run of spaces between their words."""
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(r"\s+".join(map(re.escape, form.split(" "))) for form in longest)


class _Tables:
    def __init__(self) -> None:
        self.equals = _forms("line-equals")
        self.labelled = _forms("labelled")
        self.starts = _forms("line-starts")
        self.contains = _forms("line-contains")
        self.beside_date = frozenset(_forms("beside-date"))
        linkers = _forms("linker")
        self.linker = re.compile(rf"(?:{_choice(linkers)})\b")
        self.unlinked = frozenset(_forms("unlinked"))
        self.label = re.compile(rf"[\W_]*({_choice(self.labelled)})\s*(?:[:|]|[-\u2013\u2014](?=\s)|\W*$)")
        self.start = re.compile(rf"[\W_]*({_choice(self.starts)})(?!\w)")
        self.inside = re.compile(rf"(?<!\w)({_choice(self.contains)})(?!\w)")
        self.longest = max(mark.max for mark in marks())
        self.longest_equal = max(mark.max for mark in self.equals.values())


@cache
def _tables() -> _Tables:
    return _Tables()


def longest() -> int:
    """The length, in code points, of the longest line that any mark can take."""
    return _tables().longest


def find_mark(line: str) -> Hit | None:
    """The mark that the folded, trimmed line carries, or None where it is prose.

    >>> hit = find_mark("المصدر: وكالات")
    >>> hit.mark.id, "المصدر: وكالات"[hit.value:]
    ('source', 'وكالات')
    >>> find_mark("المصدر الامني نفي وقوع اي انفجار") is None
    True
    """
    tables = _tables()
    if len(line) > tables.longest:
        return None
    lower = line.lower()
    if len(lower) != len(line):  # a few letters change their length in lower case; none of them is in the table
        lower = line
    if len(line) <= tables.longest_equal:
        mark = tables.equals.get(_without_numbers(lower))
        if mark is not None and len(line) <= mark.max:
            return Hit(mark=mark, value=len(line))
    # A sentence may open with any of these words: «The people of the village also saw …».
    sentence = line.endswith(".") and not line.endswith("..") and line.count(" ") >= 5
    for pattern, forms in ((tables.label, tables.labelled), (tables.start, tables.starts)):
        match = pattern.match(lower)
        if match and not (sentence and forms is tables.starts):
            mark = forms[" ".join(match.group(1).split())]
            if len(line) <= mark.max:
                value = match.end()
                return Hit(mark=mark, value=value + len(line[value:]) - len(line[value:].lstrip()))
    match = tables.inside.search(lower)
    if match and lower[0] != AND:  # a paragraph that goes on from the one before it is no notice
        mark = tables.contains[" ".join(match.group(1).split())]
        if len(line) <= mark.max:
            return Hit(mark=mark, value=len(line))
    return None


def stands_beside_date(word: str) -> bool:
    """Whether the folded word may stand beside the date on a date line («الساعة», «بتوقيت»)."""
    return word.lower() in _tables().beside_date


def is_linked(line: str) -> bool:
    """Whether the folded paragraph opens by tying itself to the one before it («كما شدد», «وقال», «من جهته»).

    >>> is_linked("وقال الرييس"), is_linked("وصف الرييس القرار")
    (True, False)
    """
    tables = _tables()
    if line.startswith(AND):
        return line.partition(" ")[0].rstrip(f":{COMMA}") not in tables.unlinked
    return tables.linker.match(line) is not None
