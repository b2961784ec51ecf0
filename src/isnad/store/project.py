"""A project as a Python object: `isnad.open("news.isnad")`.

It holds the engine and a name, nothing else; every method reads what the database holds at that moment.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from types import TracebackType
from typing import Any, Self

import msgspec
import sqlalchemy as sa

from isnad.errors import StoreError
from isnad.merge import Policy
from isnad.records import Analysis, Span
from isnad.store import log, read, schema_records, write
from isnad.store.connect import connect, errors
from isnad.store.decisions import (
    Action,
    DecidedKind,
    Decision,
    Settled,
    applied,
    identified,
    in_force,
    key_span,
    settle,
)
from isnad.store.earlier import threads_of
from isnad.store.merging import Merged, merge_project, read_threads
from isnad.store.profiles import Spread
from isnad.store.read import Capture
from isnad.store.rows import Bundle
from isnad.store.tellings import Tellings, Told


class Project:
    """A corpus with what was read from it. Use it in a `with` block, or call `close`.

    `as_of` (ISO 8601, UTC) answers with what the project held at that time; `published_before` with what had been
    published by then.
    """

    def __init__(self, name: str, engine: sa.Engine) -> None:
        self.name = name
        self.engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _repr_html_(self) -> str:
        """What a notebook shows: the name and what the project holds."""
        with errors(self.name), self.engine.connect() as connection:
            number = {name: read.count(connection, name) for name in ("captures", "texts", "claims", "events")}
        held = ", ".join(f"{value} {name}" for name, value in number.items())
        return f'<div dir="rtl"><p dir="auto"><b>{escape(self.name)}</b></p><p dir="ltr">{held}</p></div>'

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()

    def captures(self, *, as_of: str | None = None, published_before: str | None = None) -> Iterator[Capture]:
        """All documents in the order in which they were added."""
        with errors(self.name):
            yield from read.read_captures(self.engine, as_of=as_of, published_before=published_before)

    def text(self, sha256: str) -> str:
        """The raw text with this hash; raises StoreError where there is none."""
        with errors(self.name):
            return read.read_text(self.engine, sha256)

    def analyses(
        self, *, as_of: str | None = None, published_before: str | None = None, decided: bool = True
    ) -> Iterator[tuple[Capture, Analysis]]:
        """Every document with all that was read from it, texts included, in the order of `captures`; as people's
        decisions left it, or with `decided` false as the engine read it."""
        found = self.captures(as_of=as_of, published_before=published_before)
        yield from self.of(found, as_of=as_of, decided=decided)

    def of(
        self, found: Iterable[Capture], *, as_of: str | None = None, decided: bool = True
    ) -> Iterator[tuple[Capture, Analysis]]:
        """Each of these documents with what was read from it; `as_of` is the time of the decisions that count."""
        with errors(self.name):
            held = self._held(as_of) if decided else {}
            for capture, analysis in read.read_analyses(self.engine, iter(found)):
                own = held.get(capture.sha256)
                yield capture, applied(analysis, settle(analysis, own)) if own else analysis

    def analysis(self, capture: Capture, *, decided: bool = True) -> Analysis:
        """What was read from one document, its text included."""
        return next(self.of([capture], decided=decided))[1]

    def find(self, document: str) -> Capture:
        """The document with this id, the one added last where several have it; raises StoreError for none."""
        with errors(self.name):
            return read.find(self.engine, document)

    def versions(self, url: str) -> list[Capture]:
        """The captures of one page (scheme, query and final slash aside), in the order of their times."""
        with errors(self.name):
            return read.versions(self.engine, url)

    def claims(self, *, as_of: str | None = None, published_before: str | None = None) -> Tellings:
        """All claims, document by document."""
        return Tellings(self._told("claims", as_of, published_before))

    def events(self, *, as_of: str | None = None, published_before: str | None = None) -> Tellings:
        """All events, document by document."""
        return Tellings(self._told("events", as_of, published_before))

    def figures(self, *, as_of: str | None = None, published_before: str | None = None) -> Tellings:
        """All counts of victims, document by document."""
        return Tellings(self._told("figures", as_of, published_before))

    def arrangements(self, *, as_of: str | None = None, published_before: str | None = None) -> Tellings:
        """All arrangements, document by document."""
        return Tellings(self._told("arrangements", as_of, published_before))

    def rows(self, table: str, *, as_of: str | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a table of records (`claims`, `events`, `mentions` …) of the analyses that stand, with the
        hash of their text; spans are the columns `…start` and `…end`."""
        with errors(self.name):
            yield from read.read_rows(self.engine, schema_records.metadata.tables[table], as_of)

    def known(self, identities: Sequence[str]) -> set[str]:
        """Those of the captures' identities (`rows.identity`) that the project holds."""
        return write.known(self.engine, self.name, identities)

    def put(self, bundles: Sequence[Bundle]) -> write.Stored:
        """Stores documents in one transaction; what the project holds already is left as it is."""
        return write.put(self.engine, self.name, bundles)

    def renew(self, bundles: Sequence[Bundle]) -> write.Stored:
        """Stores new analyses of documents that the project holds, and closes those that they replace."""
        return write.renew(self.engine, self.name, bundles)

    def merge(
        self,
        *,
        policy: Policy = "latest official",
        advance: Callable[[], None] = lambda: None,
        spread: Spread = map,
    ) -> Merged:
        """Links the documents that are new with all others and cuts the threads that they touch anew."""
        decided = self.decisions()
        with errors(self.name):
            return merge_project(self.engine, policy, decided, advance, spread)

    def threads(
        self,
        *,
        as_of: str | None = None,
        published_before: str | None = None,
        policy: Policy = "latest official",
    ) -> Iterator[Any]:
        """The threads of the last merge as plain JSON values, in the shape of `isnad threads`; or, of an earlier time,
        those of the documents of then, cut for the occasion and counted under `policy`."""
        with errors(self.name):
            if as_of is None and published_before is None:
                bodies = read_threads(self.engine)
            else:
                found = self.captures(as_of=as_of, published_before=published_before)
                bodies = threads_of(self.engine, policy, self.decisions(as_of=as_of), found)
            yield from map(msgspec.json.decode, bodies)

    def decisions(self, *, as_of: str | None = None) -> list[Decision]:
        """The whole log, undone and replaced decisions included; `decisions.in_force` says which hold."""
        with errors(self.name):
            return log.read_log(self.engine, as_of=as_of)

    def decide(
        self,
        action: Action,
        kind: DecidedKind,
        *,
        sha256: str,
        span: Span,
        who: str,
        why: str,
        value: object = None,
    ) -> Decision:
        """Appends a decision on the record of that kind and key span; of a link, `span` is its one end and `value`
        says which link. `value` is the record as the reviewer leaves it, as plain JSON values."""
        text = self.text(sha256)
        if not 0 <= span.start <= span.end <= len(text):
            raise StoreError(f"the span {span.start}-{span.end} lies outside the text {sha256}")
        if action == "edit" and value is None:
            raise StoreError("an edit needs the full human value")
        new = Decision(
            id="", made=write.now(), who=who, why=why, action=action, kind=kind, sha256=sha256, span=span,
            quoted=span.of(text), value=value,
        )  # fmt: skip
        log.append(self.engine, self.name, [identified(new)])
        return identified(new)

    def undo(self, wanted: str | None = None, *, who: str, why: str) -> Decision:
        """Takes back the decision with the id `wanted`, else the last one; the undo, which can be undone too."""
        new = log.undo(self.decisions(), wanted, made=write.now(), who=who, why=why)
        log.append(self.engine, self.name, [new])
        return new

    def join(self, others: Sequence[Decision]) -> int:
        """Adds another reviewer's decisions; how many were new. `decisions.conflicts` lists what they differ on."""
        return log.append(self.engine, self.name, others)

    def settled(self) -> Iterator[tuple[Capture, Settled]]:
        """What became of every decision in force on a record: applied, for review, or a record that only people
        hold. A text of several captures is told once."""
        with errors(self.name):
            held = self._held(None)
            seen: set[str] = set()
            for capture, analysis in read.read_analyses(self.engine, read.of_texts(self.engine, list(held))):
                if capture.sha256 not in seen:
                    seen.add(capture.sha256)
                    yield from ((capture, one) for one in settle(analysis, held[capture.sha256]))

    def _held(self, as_of: str | None) -> dict[str, list[Decision]]:
        """The decisions in force on records, by text."""
        found: dict[str, list[Decision]] = {}
        for decision in in_force(log.read_log(self.engine, as_of=as_of)):
            found.setdefault(decision.sha256, []).append(decision)
        return found

    def _told(self, what: str, as_of: str | None, published_before: str | None) -> Iterator[Told]:
        for capture, analysis in self.analyses(as_of=as_of, published_before=published_before):
            for record in getattr(analysis, what):
                yield Told(capture=capture, record=record, quoted=key_span(record).of(analysis.text))


def open_project(project: str | os.PathLike[str], *, create: bool = False) -> Project:
    """The project in a file or behind a PostgreSQL URL; with `create` it is made where there is none.

    An older project is upgraded first. Raises StoreError for what is no project.
    """
    return Project(os.fspath(project), connect(project, create=create))
