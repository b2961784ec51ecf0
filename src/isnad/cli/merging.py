"""What `isnad merge` and `isnad threads` do."""

from __future__ import annotations

import sys
from functools import partial

import msgspec

from isnad.cli.analysing import parallel
from isnad.cli.keeping import moment
from isnad.cli.output import progress, writing
from isnad.merge import POLICIES
from isnad.store import open_project

_USAGE = 2


def run_merge(project: str, policy: str, jobs: int) -> int:
    """Brings the threads of the project up to date; the exit status."""
    known = next((name for name in POLICIES if name == policy), None)
    if known is None:
        sys.stderr.write(f"isnad: there is no policy {policy!r}; name one of: {', '.join(POLICIES)}\n")
        return _USAGE
    with open_project(project) as store, progress(wanted=True) as advance:
        done = store.merge(policy=known, advance=advance, spread=partial(parallel, jobs=jobs) if jobs > 1 else map)
    sys.stderr.write(
        f"isnad: {project}: {done.documents} documents, {done.links} links, {done.threads} threads new or changed\n"
    )
    return 0


def run_threads(project: str, output: str | None, as_of: str | None, published_before: str | None) -> int:
    """Prints the threads of the last merge, or of then, one JSON object a line; the exit status."""
    with open_project(project) as store, writing(output) as write:
        for thread in store.threads(as_of=moment(as_of), published_before=moment(published_before)):
            write(msgspec.json.encode(thread) + b"\n")
    return 0
