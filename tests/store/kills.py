"""Kills a process that adds documents, at many random points, and compares what a second run makes of the rest.

    python kills.py FOLDER POINTS

Each point is a fresh project and a forked process that SIGKILL ends in the middle of some SQLite instruction, the
making of the tables included. A second process then adds the same documents; the project must equal one that was
never interrupted. Prints the number of points at which the first process was really killed.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from tests.store.articles import bundles, corpus

from isnad.store import open_project
from isnad.store.rows import Bundle

_EVERY = 50  # SQLite instructions between two points
_BATCH = 3
_TIMES = ("recorded", "made", "closed")


def fill(path: Path, documents: list[Bundle], tick: Callable[[], None]) -> None:
    """Adds the documents; `tick` is called at every point at which the process may be killed."""

    @event.listens_for(sa.Engine, "connect")
    def _watch(connection: sqlite3.Connection, _: object) -> None:
        connection.set_progress_handler(tick, _EVERY)

    with open_project(path, create=True) as project:
        for start in range(0, len(documents), _BATCH):
            project.put(documents[start : start + _BATCH])


def dump(path: Path) -> list[str]:
    """All rows of all tables but times, and what the integrity checks say."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = [str(connection.execute("PRAGMA integrity_check").fetchone()[0])]
        connection.execute("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'passage_words'")
        for (name,) in names.fetchall():
            for row in connection.execute(f"SELECT * FROM {name}"):
                values = [row[column] for column in row.keys() if column not in _TIMES]  # noqa: SIM118
                found.append(f"{name} {values!r}")
        return found


def in_a_process(work: Callable[[], None]) -> int:
    """The signal that ended `work` in a process of its own, 0 for none."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _counted(folder: Path, documents: list[Bundle]) -> int:
    """How many points an uninterrupted run has; it leaves its project in `folder`."""
    ticks = 0

    def work() -> None:
        def tick() -> None:
            nonlocal ticks
            ticks += 1

        fill(folder / "whole.isnad", documents, tick)
        (folder / "ticks").write_text(str(ticks))

    in_a_process(work)
    return int((folder / "ticks").read_text())


def _killed(path: Path, documents: list[Bundle], point: int) -> int:
    left = point

    def tick() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return in_a_process(lambda: fill(path, documents, tick))


def main() -> None:
    """Runs all points; the exit status says whether every project came out the same."""
    folder, points = Path(sys.argv[1]), int(sys.argv[2])
    documents = bundles(*corpus(12))
    total = _counted(folder, documents)
    whole = dump(folder / "whole.isnad")
    assert whole[0] == "ok"
    chosen = random.Random(points)
    killed = 0
    for number in range(points):
        path = folder / f"{number}.isnad"
        point = chosen.randint(1, total)
        killed += _killed(path, documents, point) == signal.SIGKILL
        in_a_process(partial(fill, path, documents, lambda: None))
        assert dump(path) == whole, f"killed at point {point} of {total}, the project came out differently"
        path.unlink()
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main()
