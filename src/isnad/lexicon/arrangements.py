"""Nouns of standing and agreed ties between parties, from `data/arrangements.yaml`.

Keys are folded (`isnad.text.fold`); case endings and the regular plural are generated.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from isnad.lexicon.affixes import FEMININE, PLURAL_AT, without_article
from isnad.lexicon.clitics import splits
from isnad.lexicon.load import compiled, entries
from isnad.lexicon.morphology import noun
from isnad.records import Record
from isnad.text import fold

SOURCE = "arrangements.yaml"

TieKind = Literal["body", "alliance", "agreement", "truce", "process"]


class TieNoun(Record, forbid_unknown_fields=True):
    """One entry of `arrangements.yaml`; the head of that file documents the fields."""

    id: str
    noun: str
    kind: TieKind
    sense: str
    example: str
    counter: str | None = None
    plurals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    alone: bool = False


class TieHead(NamedTuple):
    """A reading at one place: the entry, how many tokens its noun covers, the code points of proclitics before it,
    whether it carries the article, whether its spelling is an accusative without one («اتفاقا»), and whether it is
    feminine."""

    entry: TieNoun
    length: int
    start: int
    definite: bool
    accusative: bool
    feminine: bool


_Rows = dict[str, tuple[tuple[int, tuple[str, ...], bool], ...]]


def tie_entries() -> tuple[TieNoun, ...]:
    """The entries as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, TieNoun)


def _build() -> _Rows:
    rows: dict[str, dict[tuple[int, tuple[str, ...], bool], None]] = {}
    for number, entry in enumerate(tie_entries()):
        for form in (entry.noun, *entry.plurals):
            first, *rest = form.split()
            for i in noun(first, plural=not entry.plurals):
                key = (number, tuple(without_article(fold(word)) for word in rest), i.case == "a")
                rows.setdefault(fold(i.spelling), {})[key] = None
    return {stem: tuple(found) for stem, found in rows.items()}


@cache
def _table() -> tuple[tuple[TieNoun, ...], _Rows]:
    return tie_entries(), compiled("arrangements", (SOURCE,), _Rows, _build)


def at(words: Sequence[str], index: int) -> TieHead | None:
    """The noun of a tie at token `index` of the folded tokens `words`, the longest; None where there is none.

    >>> found = at("في غرفة العمليات المشتركة".replace("ة", "ه").split(), 1)
    >>> (found.entry.id, found.length) if found else None
    ('room', 2)
    """
    best: TieHead | None = None
    for row in _heads(words[index]):
        rest = row.rest
        following = words[index + 1 : index + 1 + len(rest)]
        if len(following) < len(rest) or any(without_article(a) != b for a, b in zip(following, rest, strict=True)):
            continue
        within = row.definite or any(word != without_article(word) for word in following)
        head = TieHead(row.entry, 1 + len(rest), row.start, within, row.accusative, row.feminine)
        if best is None or head.length > best.length:
            best = head
    return best


def opens(word: str) -> bool:
    """Whether a noun of a tie may begin with the folded token `word`: a quick test before `at`."""
    return bool(_heads(word))


class _Head(NamedTuple):
    """One way in which a token can begin the noun of a tie."""

    entry: TieNoun
    rest: tuple[str, ...]
    start: int
    definite: bool
    accusative: bool
    feminine: bool


@lru_cache(maxsize=1 << 15)
def _heads(word: str) -> tuple[_Head, ...]:
    found, table = _table()
    return tuple(
        _Head(found[number], rest, start, definite, accusative, stem.endswith((FEMININE, PLURAL_AT)))
        for start, stem, definite in splits(word)
        for number, rest, accusative in table.get(stem, ())
        if not (definite and accusative)
    )
