"""The one writer of a project: bundles in, each batch in one transaction.

A batch is stored whole or not at all, and what is stored is found again by its identity: a run that was killed can be
started again and ends where an uninterrupted one ends. Ids are given in the order of the input, so that they do not
depend on where a run was cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import NamedTuple

import sqlalchemy as sa

from isnad.store.connect import errors, writing
from isnad.store.passages import Passage
from isnad.store.rows import Bundle, Row
from isnad.store.schema import analyses, captures, texts
from isnad.store.schema_records import RECORDS, passages

_LOCK = 0x49534E41  # any number: what writers of one PostgreSQL database wait for
PER_DAY = 1 << 24  # passages that one day has room for (over a million articles); more would be read as the next day's
_WORDS = {
    "sqlite": "INSERT INTO passage_words (rowid, words, speaker, place, marks) VALUES "
    "(:id, :words, :speaker, :place, :marks)",
    "postgresql": "INSERT INTO passage_words (id, words, speaker, place, marks) VALUES (:id, "
    "to_tsvector('simple', :words), to_tsvector('simple', :speaker), to_tsvector('simple', :place), "
    "to_tsvector('simple', :marks))",
}


class Stored(NamedTuple):
    """How much a batch added: captures, texts, analyses."""

    captures: int = 0
    texts: int = 0
    analyses: int = 0

    def plus(self, other: Stored) -> Stored:
        """Both counts together."""
        return Stored(*(a + b for a, b in zip(self, other, strict=True)))


def first_passage(day: str | None) -> int:
    """The lowest id of a passage of a day of publication. Ids of passages begin with the day, so that the index
    itself is in the order in which a search answers and knows what `after:` and `before:` leave out."""
    return (date.fromisoformat(day).toordinal() if day else 0) * PER_DAY


def now() -> str:
    """The time of this moment as the store writes it: UTC, ISO 8601, microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def known(engine: sa.Engine, name: str, identities: Sequence[str]) -> set[str]:
    """Those of the captures' identities that the project holds."""
    with errors(name), engine.connect() as connection:
        return _known(connection, identities)


def put(engine: sa.Engine, name: str, bundles: Sequence[Bundle]) -> Stored:
    """Stores what the project does not hold yet of these documents; how much that was."""
    with errors(name), writing(engine).begin() as connection:
        batch = _Batch(connection)
        batch.hold(bundles)
        for bundle in bundles:
            batch.add(bundle)
        return batch.write()


def renew(engine: sa.Engine, name: str, bundles: Sequence[Bundle]) -> Stored:
    """Stores new analyses of texts that the project holds; the ones they replace are closed, not deleted."""
    with errors(name), writing(engine).begin() as connection:
        batch = _Batch(connection)
        batch.hold(bundles)
        for bundle in bundles:
            batch.replace(bundle)
        return batch.write()


def _known(connection: sa.Connection, identities: Iterable[str]) -> set[str]:
    wanted = captures.c.identity.in_(list(identities))
    return set(connection.scalars(sa.select(captures.c.identity).where(wanted)))


class _Batch:
    """The rows that one transaction inserts, with the ids that they get."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        self.recorded = now()
        self.rows: dict[str, list[Row]] = {}
        self.words: list[Row] = []
        self.closed: list[int] = []
        self._next: dict[str, int] = {}
        self._passages: dict[int, int] = {}  # by day: the next id
        self.captures: set[str] = set()
        self.texts: dict[str, int] = {}
        self.analyses: dict[tuple[int, str], tuple[int, str]] = {}

    def hold(self, bundles: Sequence[Bundle]) -> None:
        """Looks up what the project holds of these documents already."""
        self.captures = _known(self.connection, [bundle.identity for bundle in bundles])
        hashes = texts.c.sha256.in_([bundle.sha256 for bundle in bundles])
        found = self.connection.execute(sa.select(texts.c.sha256, texts.c.id).where(hashes))
        self.texts = {row.sha256: row.id for row in found}
        columns = sa.select(analyses.c.text_id, analyses.c.basis, analyses.c.id, analyses.c.version)
        standing = analyses.c.text_id.in_(list(self.texts.values())) & analyses.c.closed.is_(None)
        for row in self.connection.execute(columns.where(standing)):
            self.analyses[row.text_id, row.basis] = (row.id, row.version)

    def add(self, bundle: Bundle) -> None:
        """The capture, the text and the analysis, as far as they are new."""
        if bundle.identity in self.captures:
            return
        self.captures.add(bundle.identity)
        text_id = self.texts.get(bundle.sha256)
        if text_id is None:
            text_id = self.texts[bundle.sha256] = self._insert(texts, bundle.text)
        self._insert(captures, {**bundle.capture, "text_id": text_id, "recorded": self.recorded})
        if (text_id, bundle.basis) not in self.analyses:
            self._analysis(text_id, bundle)

    def replace(self, bundle: Bundle) -> None:
        """The analysis, in the place of the one that stands, if that one is of another version."""
        text_id = self.texts[bundle.sha256]
        standing, version = self.analyses.get((text_id, bundle.basis), (None, None))
        if version == bundle.analysis["version"]:
            return
        if standing is not None:
            self.closed.append(standing)
        self._analysis(text_id, bundle)

    def write(self) -> Stored:
        """Inserts all rows; how many captures, texts and analyses there were among them."""
        for start in range(0, len(self.closed), 500):
            part = self.closed[start : start + 500]
            close = sa.update(analyses).where(analyses.c.id.in_(part)).values(closed=self.recorded)
            self.connection.execute(close)
            bounds = sa.select(analyses.c.passages_start, analyses.c.passages_end).where(analyses.c.id.in_(part))
            for first, end in self.connection.execute(bounds).all():
                of_analysis = passages.c.id.between(first, end - 1)
                self.connection.execute(sa.update(passages).where(of_analysis).values(live=False))
        for table in (texts, captures, analyses, *RECORDS, passages):
            if rows := self.rows.get(table.name):
                self.connection.execute(sa.insert(table), rows)
        if self.words:
            # The index of SQLite writes out what it holds whenever an id is lower than the one before it.
            insert_words(self.connection, sorted(self.words, key=itemgetter("id")))
        return Stored(*(len(self.rows.get(table.name, ())) for table in (captures, texts, analyses)))

    def _analysis(self, text_id: int, bundle: Bundle) -> None:
        first = self._free_passage(bundle.analysis["day"])
        row = {**bundle.analysis, "text_id": text_id, "recorded": self.recorded, "passages_start": first}
        number = self._insert(analyses, {**row, "passages_end": first + len(bundle.passages)})
        self.analyses[text_id, bundle.basis] = (number, bundle.analysis["version"])
        for table, rows in bundle.records.items():
            self.rows.setdefault(table, []).extend({**row, "analysis_id": number} for row in rows)
        for at, passage in enumerate(bundle.passages, first):
            self._passage(passage, number, at)

    def _free_passage(self, day: str | None) -> int:
        """The first free id for passages of that day."""
        first = first_passage(day)
        if first not in self._passages:
            of_day = passages.c.id.between(first, first + PER_DAY - 1)
            last = self.connection.scalar(sa.select(sa.func.max(passages.c.id)).where(of_day))
            self._passages[first] = first + 1 if last is None else last + 1
        return self._passages[first]

    def _passage(self, passage: Passage, analysis_id: int, number: int) -> None:
        self._passages[number - number % PER_DAY] = number + 1
        row = {"id": number, "analysis_id": analysis_id, "kind": passage.kind, "key": passage.key, "live": True}
        self.rows.setdefault("passages", []).append({**row, "start": passage.span.start, "end": passage.span.end})
        texts_of = {name: getattr(passage, name) for name in ("words", "speaker", "place", "marks")}
        self.words.append({"id": number, **texts_of})

    def _insert(self, table: sa.Table, row: Row) -> int:
        """Notes a row for `table` with the next id; the id."""
        if table.name not in self._next:
            self._next[table.name] = (self.connection.scalar(sa.select(sa.func.max(table.c.id))) or 0) + 1
        number = self._next[table.name]
        self._next[table.name] += 1
        self.rows.setdefault(table.name, []).append({"id": number, **row})
        return number


def insert_words(connection: sa.Connection, rows: list[Row]) -> None:
    """Inserts the words of passages into the index of the store."""
    connection.execute(sa.text(_WORDS[connection.dialect.name]), rows)
