"""What the verbs do, from inputs to exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from isnad.cli.analysing import Failure, all_encoded, analysed
from isnad.cli.output import ReaderGoneError, complain, progress, writing
from isnad.intake import read_paths
from isnad.records import Analysis

_INTERRUPTED = 130  # 128 + SIGINT, as shells report it


def run_extract(paths: list[str], output: str | None, jobs: int) -> int:
    """Prints the analyses of all documents; the exit status."""
    failures = 0
    to_terminal = output is None and sys.stdout.isatty()
    try:
        with writing(output) as write, progress(wanted=_many(paths) and not to_terminal) as advance:
            for result in all_encoded(read_paths(paths, stdin=sys.stdin.buffer), jobs=jobs):
                if isinstance(result, Failure):
                    failures += 1
                    complain(*result)
                else:
                    write(result)
                advance()
    except ReaderGoneError:
        pass
    except KeyboardInterrupt:
        return _INTERRUPTED
    return 1 if failures else 0


def run_explain(paths: list[str], html: str | None) -> int:
    """Shows the analyses in the terminal, or writes them as a page to `html`; the exit status."""
    failures: list[Failure] = []
    try:
        with writing(html) as write, progress(wanted=html is not None and _many(paths)) as advance:
            analyses = _analyses(paths, failures, advance)
            for part in _terminal(analyses) if html is None else _page(analyses):
                write(part.encode())
    except ReaderGoneError:
        pass
    except KeyboardInterrupt:
        return _INTERRUPTED
    return 1 if failures else 0


def _analyses(paths: list[str], failures: list[Failure], advance: Callable[[], None]) -> Iterator[Analysis]:
    """The analyses of all readable inputs; the others are named on standard error and added to `failures`."""
    for item in read_paths(paths, stdin=sys.stdin.buffer):
        result = analysed(item)
        if isinstance(result, Failure):
            failures.append(result)
            complain(*result)
        else:
            yield result
        advance()


def _terminal(analyses: Iterable[Analysis]) -> Iterator[str]:
    from rich.console import Console

    from isnad.explain.terminal import lines

    console = Console(highlight=False, soft_wrap=True)
    for analysis in analyses:
        with console.capture() as captured:
            for line in lines(analysis):
                console.print(line)
        yield captured.get()


def _page(analyses: Iterable[Analysis]) -> Iterator[str]:
    from isnad.explain.page import page

    return page(list(analyses))


def _many(paths: list[str]) -> bool:
    """Whether the inputs may take long enough for a counter to be of use."""
    return len(paths) > 1 or any(path == "-" or Path(path).is_dir() or _big(path) for path in paths)


def _big(path: str) -> bool:
    try:
        return Path(path).stat().st_size > 200_000
    except OSError:
        return False
