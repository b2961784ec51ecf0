"""What the verbs of `isnad kb` do with the user's own entries."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isnad.cli.output import complain, writing
from isnad.errors import InputError, IsnadError
from isnad.intake import read_paths
from isnad.kb.against import Disagreement, compared
from isnad.lexicon.kb.entries import packaged
from isnad.lexicon.kb.own import KINDS, checked, own_path, read_rows
from isnad.lexicon.kb.taken import Taken, slug, taken
from isnad.records import Document


def run_check(file: str | None) -> int:
    """Names every fault of the file on standard error; the exit status."""
    path = Path(file) if file is not None else own_path()
    tables, faults = checked(path, packaged())
    for fault in faults:
        complain(f"{path}, line {fault.line}", fault.what)
    if not faults:
        counts = f"{len(tables.persons)} persons, {len(tables.offices)} offices, {len(tables.terms)} terms"
        sys.stdout.write(f"{path}: {counts}\n")
    return 1 if faults else 0


def run_against(paths: list[str], most: int) -> int:
    """Holds the base against the articles of `paths` and lists the `most` frequent disagreements; the exit status."""
    failures: list[InputError] = []
    result = compared(_readable(paths, failures))
    total = result.agree + result.disagree
    share = f" ({100 * result.agree / total:.1f} %)" if total else ""
    lines = [f"{total} offices beside names, {result.agree} as in the base{share}"]
    lines += [f"{times}\t{cause}" for cause, times in result.causes.items()]
    lines += ["\t".join(map(str, row)) for row in (Disagreement._fields, *result.disagreements)[: most + 1] if most]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if failures else 0


def _readable(paths: list[str], failures: list[InputError]) -> Iterator[Document]:
    """The documents of the paths; what is none is named on standard error and added to `failures`."""
    for item in read_paths(paths, stdin=sys.stdin.buffer):
        if isinstance(item, InputError):
            failures.append(item)
            complain(item.where, item.reason)
        else:
            yield item


def run_add(person: dict[str, Any], term: dict[str, Any] | None) -> int:
    """Adds a person, and a term of office where one is given, to the user's file; the exit status."""
    named = {**person, "id": person["id"] or slug(person["name_en"])}
    return _add({"persons": [named], "terms": [{**term, "person": named["id"]}] if term else []})


def run_import(file: str) -> int:
    """Adds the entries of a file of FollowTheMoney or CSV to the user's file; the exit status."""
    return _add(taken(Path(file)))


def _add(entries: Taken) -> int:
    """Writes the user's file with these entries, if all of it keeps the rules; the file stays as it was if not."""
    path = own_path()
    kept: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    if path.is_file():
        rows, faults = read_rows(path.read_text("utf-8"))
        if faults:
            raise IsnadError(f"{path}, line {faults[0].line}: {faults[0].what}; mend it before entries are added")
        for row in rows:
            kind = next(kind for kind, entry in KINDS.items() if isinstance(row.entry, entry))
            kept[kind].append({f: getattr(row.entry, f) for f in row.entry.__struct_fields__})
    for kind, added in entries.items():
        kept[kind].extend(entry for entry in added if _plain(entry) not in [_plain(old) for old in kept[kind]])
    text = _written(kept)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / path.name
        trial.write_text(text, "utf-8")
        _, faults = checked(trial, packaged())
    if faults:
        raise IsnadError(f"{path} stays as it was; with the new entries, line {faults[0].line}: {faults[0].what}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise IsnadError(f"{path.parent}: cannot be made: {error.strerror}") from error
    with writing(str(path)) as write:
        write(text.encode())
    sys.stdout.write(f"{path}: added {sum(map(len, entries.values()))} entries\n")
    return 0


def _written(kept: dict[str, list[Any]]) -> str:
    import yaml

    rows = {kind: [_plain(entry) for entry in entries] for kind, entries in kept.items() if entries}
    return yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=120)


def _plain(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry without what is empty or left out."""
    return {key: list(v) if isinstance(v, (list, tuple)) else v for key, v in entry.items() if v}
