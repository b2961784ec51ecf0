"""Where results and messages go: a file written whole or not at all, standard output, standard error."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from io import RawIOBase
from pathlib import Path
from typing import IO

import typer

from isnad.errors import IsnadError
from isnad.explain.words import visible


class ReaderGoneError(Exception):
    """Whoever read our standard output has stopped (`isnad extract … | head`): no error, only the end."""


def complain(where: str, reason: str) -> None:
    """Says on standard error which input could not be read, and why, on one line."""
    sys.stderr.write(f"isnad: {visible(where)}: {visible(reason)}\n")


def writing(path: str | None) -> AbstractContextManager[Callable[[bytes], None]]:
    """A context with a function that writes bytes to the file `path`, or to standard output where it is None.

    A regular file appears, or changes, only when the block ends without an error. Raises typer.BadParameter
    for a path that cannot be written, ReaderGoneError when the reader of a pipe has gone, IsnadError when
    writing fails.
    """
    if path is None:
        return _to_standard_output()
    return _to_device(path) if _is_device(path) else _to_file(path)


@contextmanager
def _to_standard_output() -> Iterator[Callable[[bytes], None]]:
    write = _writer(sys.stdout.buffer, "standard output")
    yield write
    write(b"")


@contextmanager
def _to_device(path: str) -> Iterator[Callable[[bytes], None]]:
    with open(path, "wb", buffering=0) as file:
        yield _writer(file, path)


@contextmanager
def _to_file(path: str) -> Iterator[Callable[[bytes], None]]:
    target = Path(path).resolve()
    file, temporary = _beside(target)
    write = _writer(file, path)
    try:
        yield write
        write(b"")
        file.close()
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):  # what could not be written cannot be written at the end either
            file.close()
        Path(temporary).unlink(missing_ok=True)
        raise


def _is_device(path: str) -> bool:
    """Whether `path` is a pipe or a device: something that cannot be replaced by a file."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _writer(file: IO[bytes] | RawIOBase, name: str) -> Callable[[bytes], None]:
    """Writes to `file`, called `name` in messages; empty bytes write out what is still held back."""

    def write(data: bytes) -> None:
        try:
            file.write(data) if data else file.flush()
        except BrokenPipeError as error:
            # The interpreter flushes standard output once more at exit: give that flush somewhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())
            raise ReaderGoneError from error
        except OSError as error:
            raise IsnadError(f"{name}: cannot be written: {error.strerror}") from error

    return write


def _beside(target: Path) -> tuple[IO[bytes], str]:
    """A new file in the folder of `target`, with the permissions that `target` has or would get."""
    if target.is_dir():
        raise typer.BadParameter(f"{target} is a folder; name a file")
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise typer.BadParameter(f"cannot write in {target.parent}: {error.strerror}") from error
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(temporary, stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~umask)
    return os.fdopen(handle, "wb"), temporary


@contextmanager
def progress(*, wanted: bool) -> Iterator[Callable[[], None]]:
    """A function to call after each document; it keeps a counter on standard error if that is a terminal."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("documents"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda: bar.advance(task)


@contextmanager
def rate(count: Callable[[], int | None]) -> Iterator[Callable[[], None]]:
    """A function to call after each document; on a terminal it moves a bar with documents a second and time left.

    `count` says how many documents there are; it runs beside the work, since it may have to read all inputs.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from threading import Thread

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class _Rate(ProgressColumn):
        """Documents a second of late."""

        def render(self, task: object) -> Text:
            speed = getattr(task, "finished_speed", None) or getattr(task, "speed", None)
            return Text(f"{speed:.1f} documents/s" if speed else "")

    columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TextColumn("left:"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("documents", total=None)
        Thread(target=lambda: bar.update(task, total=count()), daemon=True).start()
        yield lambda: bar.advance(task)
