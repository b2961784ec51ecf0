"""The log of decisions in the database: appended to, read whole, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from isnad.errors import StoreError
from isnad.records import Span
from isnad.store.connect import errors, writing
from isnad.store.decisions import ACTIONS, LISTS, Decision, identified, in_force, valued
from isnad.store.schema_records import decisions


def read_log(engine: sa.Engine, *, as_of: str | None = None) -> list[Decision]:
    """All decisions, in the order in which they came into the project; with `as_of` those made by then."""
    chosen = sa.select(decisions).order_by(decisions.c.number)
    if as_of is not None:
        chosen = chosen.where(decisions.c.made <= as_of)
    with engine.connect() as connection:
        return [_decision(row) for row in connection.execute(chosen).mappings()]


def append(engine: sa.Engine, name: str, new: Iterable[Decision]) -> int:
    """Adds those of the decisions that the log does not hold; how many. Raises StoreError for one that is no
    decision of ours, and then adds none."""
    checked = [_checked(decision) for decision in new]
    with errors(name), writing(engine).begin() as connection:
        held = set(connection.scalars(sa.select(decisions.c.id)))
        number = connection.scalar(sa.select(sa.func.max(decisions.c.number))) or 0
        rows: list[dict[str, Any]] = []
        for decision in checked:
            if decision.id not in held:
                held.add(decision.id)
                rows.append({"number": number + len(rows) + 1, **_row(decision)})
        if rows:
            connection.execute(sa.insert(decisions), rows)
        return len(rows)


def undo(log: Sequence[Decision], wanted: str | None, *, made: str, who: str, why: str) -> Decision:
    """A decision that takes back the one with the id `wanted` (or a beginning of it), else the last one in force."""
    held = in_force(log)
    found = held[-1:] if wanted is None else [d for d in log if d.id.startswith(wanted)]
    if len(found) != 1:
        what = "there is nothing to undo" if wanted is None else f"{len(found)} decisions have an id like {wanted}"
        raise StoreError(f"{what}; isnad decisions list shows the ids")
    last = found[0]
    return identified(
        Decision(
            id="",
            made=made,
            who=who,
            why=why,
            action="undo",
            kind=last.kind,
            sha256=last.sha256,
            span=last.span,
            quoted=last.quoted,
            undoes=last.id,
        )
    )


def lines(log: Iterable[Decision]) -> Iterator[bytes]:
    """The decisions as JSON lines, for another reviewer."""
    for decision in log:
        yield msgspec.json.encode(decision) + b"\n"


def read_file(path: Path) -> list[Decision]:
    """The decisions of a file that `lines` wrote; raises StoreError naming the line that is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    found = []
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(_checked(msgspec.json.decode(line, type=Decision)))
        except (msgspec.MsgspecError, StoreError) as error:
            raise StoreError(f"{path}, line {number}: is no decision: {error}") from error
    return found


def _checked(decision: Decision) -> Decision:
    """The decision, if it can be applied and its id is its own."""
    if decision.action not in ACTIONS or identified(decision).id != decision.id:
        raise StoreError(f"decision {decision.id}: its id does not fit what it says; it was changed by hand")
    if (decision.action == "undo") != (decision.undoes is not None):
        raise StoreError(f"decision {decision.id}: an undo, and nothing else, names what it undoes")
    if decision.kind in LISTS and decision.action == "edit":
        valued(decision)
    return decision


def _row(decision: Decision) -> dict[str, Any]:
    names = ("id", "made", "who", "why", "action", "kind", "sha256", "quoted", "undoes")
    row = {name: getattr(decision, name) for name in names}
    start, end = decision.span
    return {**row, "start": start, "end": end, "value": msgspec.json.encode(decision.value).decode()}


def _decision(row: Any) -> Decision:
    names = ("id", "made", "who", "why", "action", "kind", "sha256", "quoted", "undoes")
    values = {name: row[name] for name in names}
    return Decision(**values, span=Span(row["start"], row["end"]), value=msgspec.json.decode(row["value"]))
