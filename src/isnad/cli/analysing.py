"""Runs the pipeline over a stream of inputs, in this process or in several, always in input order."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeVar

import msgspec

from isnad.analyse import analyse
from isnad.errors import InputError, IsnadError, LexiconError
from isnad.records import Analysis, Document

_CHUNK = 16  # documents that a process takes at a time
_AHEAD = 4  # chunks under way for each process; bounds what stands in memory


class Failure(NamedTuple):
    """An input that gave no analysis: `where` names it, `reason` says why."""

    where: str
    reason: str


Input = Document | InputError
S = TypeVar("S")
T = TypeVar("T")


def analysed(item: Input) -> Analysis | Failure:
    """The analysis of one input, or why there is none.

    A defect of ours in one document must not cost the other documents, so it is reported like an unreadable
    input, with its place in the code. A broken lexicon concerns all documents: LexiconError passes through.
    """
    if isinstance(item, InputError):
        return Failure(item.where, item.reason)
    try:
        return analyse(item)
    except LexiconError:
        raise
    except InputError as error:
        return Failure(error.where, error.reason)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
        return Failure(item.id, f"a defect in isnad, please report it: {type(error).__name__}: {error} ({place})")


def encoded(item: Input) -> bytes | Failure:
    """The analysis of one input as a line of JSON in UTF-8, line break included, or why there is none."""
    result = analysed(item)
    return result if isinstance(result, Failure) else msgspec.json.encode(result) + b"\n"


def all_encoded(items: Iterable[Input], *, jobs: int) -> Iterator[bytes | Failure]:
    """`encoded` of every item, in order. With `jobs` over 1 in that many processes."""
    return spread(encoded, items, jobs=jobs)


def spread(work: Callable[[Input], T], items: Iterable[Input], *, jobs: int) -> Iterator[T | Failure]:
    """`work` of every item, in order; with `jobs` over 1 in that many processes, to which `work` must travel."""
    if jobs == 1:
        return map(work, items)
    return parallel(partial(_unless_failed, work), map(_portable, items), jobs=jobs)


def parallel(work: Callable[[S], T], items: Iterable[S], *, jobs: int) -> Iterator[T]:
    """`work` of every item, in order, in `jobs` processes, to which `work` and the items must travel.

    Raises IsnadError where a process dies (the system kills one for want of memory).
    """
    source = iter(items)
    under_way: deque[Future[list[T]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            while True:
                while len(under_way) < jobs * _AHEAD and (chunk := list(islice(source, _CHUNK))):
                    under_way.append(pool.submit(_worked, work, chunk))
                if not under_way:
                    return
                yield from under_way.popleft().result()
        except BrokenProcessPool as error:
            raise IsnadError("a process died, perhaps for want of memory; try fewer with --jobs") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _portable(item: Input) -> Document | Failure:
    return Failure(item.where, item.reason) if isinstance(item, InputError) else item


def _unless_failed(work: Callable[[Input], T], item: Document | Failure) -> T | Failure:
    return item if isinstance(item, Failure) else work(item)


def _worked(work: Callable[[S], T], items: list[S]) -> list[T]:
    return [work(item) for item in items]
