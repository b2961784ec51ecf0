"""What the verbs of a project's care and of people's decisions do, from arguments to exit status."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import overload

import msgspec
import typer

from isnad.analyse import version
from isnad.cli.output import complain, writing
from isnad.dates.metadata import parse_timestamp
from isnad.errors import IsnadError
from isnad.explain.words import visible
from isnad.store import care, log, open_project
from isnad.store.decisions import ACTIONS, LISTS, Decision, conflicts, in_force, key_span
from isnad.store.history import diff
from isnad.store.rows import seen

_SIGNS = {True: "well", False: "BAD", None: "note"}


def run_doctor(project: str) -> int:
    """Prints what was checked; status 1 where something is damaged."""
    bad = 0
    with open_project(project) as store:
        for finding in care.doctor(store, version()):
            bad += finding.well is False
            typer.echo(f"{_SIGNS[finding.well]:<5} {finding.what:<10} {visible(finding.detail)}")
    return 1 if bad else 0


def run_backup(project: str, target: str, force: bool) -> int:
    """Copies the project into a file."""
    with open_project(project) as store:
        care.backup(store, Path(target), force=force)
    return 0


def run_restore(source: str, project: str, force: bool) -> int:
    """Makes a project from a backup."""
    care.restore(Path(source), project, force=force)
    return 0


def run_diff(project: str, first: str, last: str, deleted: bool) -> int:
    """Prints the changes between two moments, one JSON object each."""
    with open_project(project) as store, writing(None) as write:
        for change in diff(store, moment(first), moment(last)):
            if not deleted or change.what == "removed":
                write(msgspec.json.encode(change) + b"\n")
    return 0


def run_list(project: str, every: bool) -> int:
    """Prints the decisions in force, or all, and what became of them."""
    with open_project(project) as store:
        made = store.decisions()
        states = {one.decision.id: one.state for _, one in store.settled()}
        for decision in made if every else in_force(made):
            state = states.get(decision.id, "link" if decision.kind == "link" else "no longer in force")
            typer.echo(f"{_line(decision)}  [{state}]")
    return 0


def run_decide(project: str, action: str, document: str, key: str, who: str | None, why: str, value: str | None) -> int:
    """Appends a decision on the record `key` of a document."""
    if action not in ACTIONS or action == "undo":
        raise typer.BadParameter(f"actions are {', '.join(name for name in ACTIONS if name != 'undo')}")
    with open_project(project) as store:
        capture = store.find(document)
        analysis = store.analysis(capture)
        found = [
            (kind, record) for kind, name in LISTS.items() for record in getattr(analysis, name) if record.id == key
        ]
        if not found:
            raise IsnadError(f"{document} holds no record {key}; isnad search --json shows the keys")
        kind, record = found[0]
        try:
            human = msgspec.to_builtins(record) if value is None else msgspec.json.decode(value)
        except msgspec.DecodeError as error:
            raise typer.BadParameter(f"the value is no JSON: {error}") from error
        if isinstance(human, dict) and value is not None:
            human = {**msgspec.to_builtins(record), **human}
        decision = store.decide(
            action,
            kind,
            sha256=capture.sha256,
            span=key_span(record),
            who=who or getpass.getuser(),
            why=why,
            value=human,
        )
    typer.echo(_line(decision))
    return 0


def run_undo(project: str, wanted: str | None, who: str | None, why: str) -> int:
    """Takes a decision back."""
    with open_project(project) as store:
        typer.echo(_line(store.undo(wanted, who=who or getpass.getuser(), why=why)))
    return 0


def run_export(project: str, output: str | None) -> int:
    """Writes the whole log as JSON lines."""
    with open_project(project) as store, writing(output) as write:
        for line in log.lines(store.decisions()):
            write(line)
    return 0


def run_import(project: str, path: str) -> int:
    """Joins the decisions of a file; status 1 where reviewers differ, each difference on standard error."""
    with open_project(project) as store:
        number = store.join(log.read_file(Path(path)))
        found = conflicts(store.decisions())
    sys.stderr.write(f"isnad: {project}: {number} new decisions\n")
    for one in found:
        complain("conflict", f"{_line(one.first)} | {_line(one.second)}; the later one holds")
    return 1 if found else 0


@overload
def moment(value: str) -> str: ...
@overload
def moment(value: None) -> None: ...
@overload
def moment(value: str | None) -> str | None: ...
def moment(value: str | None) -> str | None:
    """A time as the store compares it, None for None; raises typer.BadParameter for what is no time."""
    if value is None:
        return None
    read = parse_timestamp(value)
    if value.endswith("Z") and len(value) == len("2018-01-01T00:00:00.000000Z"):
        return value
    found = seen(value)
    if read is None or found is None:
        raise typer.BadParameter(f"{value} is no time; write 2018-02-19 or 2018-02-19T10:30Z")
    return found.removesuffix("+00:00")


def _line(decision: Decision) -> str:
    place = f"{decision.sha256[:12]} {decision.span.start}-{decision.span.end}"
    words = visible(decision.quoted[:60])
    why = f" ({visible(decision.why)})" if decision.why else ""
    what = f"{decision.action} {decision.kind} {place} «{words}»{why}"
    return f"{decision.id[:12]} {decision.made} {visible(decision.who)}: {what}"
