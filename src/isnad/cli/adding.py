"""What `isnad add` and `isnad reread` do: inputs to bundles in any number of processes, one writer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from isnad.analyse import version
from isnad.cli.analysing import Failure, Input, analysed, spread
from isnad.cli.output import complain, rate
from isnad.errors import InputError
from isnad.intake import read_paths
from isnad.records import Document
from isnad.store import Project, open_project, read
from isnad.store.rows import Bundle, bundle, identity
from isnad.store.write import Stored

_BATCH = 32  # documents that one transaction stores: what a killed run may have to read again
_INTERRUPTED = 130
T = TypeVar("T")


def run_add(project: str, paths: list[str], jobs: int) -> int:
    """Reads the documents of `paths` into the project; the exit status."""
    with open_project(project, create=True) as store, rate(lambda: _count(paths)) as advance:
        counts = _Counts(advance)
        items = _unknown(store, read_paths(paths, stdin=sys.stdin.buffer), counts)
        try:
            for batch in _batches(counts.readable(spread(bundled, items, jobs=jobs)), _BATCH):
                counts.stored = counts.stored.plus(store.put(batch))
        except KeyboardInterrupt:
            return _INTERRUPTED
        finally:
            counts.tell(project)
    return 1 if counts.failures else 0


def run_reread(project: str, jobs: int) -> int:
    """Analyses anew every text whose analysis is of another version; the exit status."""
    with open_project(project) as store:
        stale = read.stale(store.engine, version())
        with rate(lambda: stale.texts) as advance:
            counts = _Counts(advance)
            try:
                for batch in _batches(counts.readable(spread(bundled, stale.documents(), jobs=jobs)), _BATCH):
                    counts.stored = counts.stored.plus(store.renew(batch))
            except KeyboardInterrupt:
                return _INTERRUPTED
            finally:
                sys.stderr.write(f"isnad: {project}: {counts.stored.analyses} of {stale.texts} texts read again\n")
    return 1 if counts.failures else 0


def bundled(item: Input) -> Bundle | Failure:
    """What the writer stores of one input, or why there is nothing."""
    result = analysed(item)
    if isinstance(result, Failure):
        return result
    if isinstance(item, InputError):  # `analysed` has answered with a failure
        return Failure(item.where, item.reason)
    return bundle(item, result)


class _Counts:
    """How far a run has come; each document is counted once."""

    def __init__(self, advance: Callable[[], None]) -> None:
        self.advance = advance
        self.stored = Stored()
        self.held = self.failures = 0

    def readable(self, results: Iterable[Bundle | Failure]) -> Iterator[Bundle]:
        """The bundles among the results; failures are named on standard error."""
        for result in results:
            self.advance()
            if isinstance(result, Failure):
                self.failures += 1
                complain(*result)
            else:
                yield result

    def tell(self, project: str) -> None:
        """Says on standard error what was added."""
        captures, texts, _ = self.stored
        parts = [f"{captures} documents added ({texts} new texts)"]
        if self.held:
            parts.append(f"{self.held} were there already")
        if self.failures:
            parts.append(f"{self.failures} could not be read")
        sys.stderr.write(f"isnad: {project}: {', '.join(parts)}\n")


def _unknown(store: Project, items: Iterable[Input], counts: _Counts) -> Iterator[Input]:
    """The inputs that the project does not hold yet."""
    for chunk in _batches(items, _BATCH):
        marks = {id(item): _identity(item) for item in chunk if isinstance(item, Document)}
        held = store.known([mark for mark in marks.values() if mark])
        for item in chunk:
            if marks.get(id(item)) in held:
                counts.held += 1
                counts.advance()
            else:
                yield item


def _identity(document: Document) -> str:
    try:
        return identity(document)
    except UnicodeEncodeError:  # a lone surrogate: `analyse` says so
        return ""


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _count(paths: list[str]) -> int | None:
    """How many inputs there are; None where standard input is one of them, which can be read only once."""
    return None if "-" in paths else sum(1 for _ in read_paths(paths))
