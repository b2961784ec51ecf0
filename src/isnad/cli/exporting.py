"""What `isnad export` does, from arguments to exit status."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from isnad.cli.keeping import moment
from isnad.cli.output import progress
from isnad.explain.words import visible
from isnad.export import FORMATS, Request, export
from isnad.store import open_project
from isnad.store.connect import is_url

_SUFFIXES = {"plover": "plover.jsonl", "polecat": "polecat.tsv", "ftm": "ftm.json", "geojson": "geojson"}


def run_export(
    project: str,
    wanted: str,
    output: str | None,
    as_of: str | None,
    published_before: str | None,
    bom: bool,
    safe: bool,
    force: bool,
) -> int:
    """Writes the export, and says on standard error what is in it."""
    found = next((known for known in FORMATS if known == wanted.lower()), None)
    if found is None:
        raise typer.BadParameter(f"there is no format {wanted}; formats are {', '.join(FORMATS)}")
    if (bom or safe) and found != "csv":
        raise typer.BadParameter("--bom and --safe-cells are for --format csv")
    target = Path(output) if output is not None else _default(project, found)
    with open_project(project) as store, progress(wanted=True) as step:
        request = Request(
            format=found,
            target=target,
            force=force,
            as_of=moment(as_of),
            published_before=moment(published_before),
            bom=bom,
            safe=safe,
            step=step,
        )
        done = export(store, request)
    for file in done.files:
        sys.stderr.write(f"isnad: {visible(str(target))}: {visible(file.name)}: {file.rows} rows\n")
    for reason, number in done.left_out.items():
        sys.stderr.write(f"isnad: {visible(str(target))}: left out {number}: {reason}\n")
    return 0


def _default(project: str, found: str) -> Path:
    """The name beside the project's own: `syria-csv`, `syria.polecat.tsv`; of a database in the current folder."""
    base = Path("project") if is_url(project) else Path(project).with_suffix("")
    return base.with_name(f"{base.name}.{_SUFFIXES[found]}" if found in _SUFFIXES else f"{base.name}-{found}")
