"""The documentation names all that there is, and only commands that exist."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import msgspec
import pytest
import typer

from isnad import records
from isnad.cli.app import app

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(page: str, heading: str) -> str:
    """A second-level heading that begins with `heading`, and what stands under it."""
    found = re.search(rf"^## `?{re.escape(heading)}\b[^\n]*\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading}"
    return found[0]


def printed_records() -> list[type[msgspec.Struct]]:
    """All records that can stand in the output, from Analysis inwards."""
    found: dict[type[msgspec.Struct], None] = {}
    waiting: list[object] = [records.Analysis]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in found:
            found[kind] = None
            waiting.extend(typing.get_type_hints(kind).values())
        waiting.extend(typing.get_args(kind))
    return list(found)


@pytest.mark.parametrize("record", printed_records(), ids=lambda record: record.__name__)
def test_every_printed_field_is_documented(record: type[msgspec.Struct]) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", section(text("docs/output.md"), record.__name__), re.MULTILINE)
    assert [name for name in record.__struct_fields__ if name not in rows] == []


def test_no_field_is_documented_that_is_not_printed() -> None:
    fields = {name for record in printed_records() for name in record.__struct_fields__}
    values = set(typing.get_args(records.Stance))
    rows = set(re.findall(r"^\| `(\w+)` \|", text("docs/output.md"), re.MULTILINE))
    assert rows == fields | values


@pytest.mark.parametrize("values", [records.BlockLabel, records.Kind, records.Form, records.Stance, records.UnreadWhat])
def test_every_value_of_a_field_is_documented(values: object) -> None:
    page = text("docs/output.md")
    assert [value for value in typing.get_args(values) if f"`{value}`" not in page] == []


def test_every_verb_and_option_is_documented() -> None:
    page = text("docs/cli.md")
    group = typer.main.get_command(app)
    verbs = dict(getattr(group, "commands", {}))
    own = getattr(verbs.pop("kb"), "commands", {})
    verbs |= {f"kb {name}": verb for name, verb in own.items()}
    project = {"add", "reread", "search", "merge", "threads", "decisions", "undo", "diff", "export", "doctor"}
    assert set(verbs) == {"extract", "explain", "kb check", "kb add", "kb import", "backup", "restore", *project}
    for name, verb in verbs.items():
        part = section(page, f"isnad {name}")
        for parameter in verb.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                word = option if option.startswith("-") else parameter.metavar or option
                assert f"`{word}" in part or f"{word} " in part, f"{name}: {word}"
    for parameter in group.params:
        assert any(option in page for option in parameter.opts)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^    |`)make ([a-z]+)", text(page), re.MULTILINE))
    assert named
    assert named <= targets


def test_help_lists_every_target_for_users() -> None:
    makefile = text("Makefile")
    help_text = makefile[makefile.index("help:") :]
    for target in ("demo", "test", "bench", "lock", "clean"):
        assert f"make {target}" in help_text


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))])
def test_every_link_leads_to_a_file(page: str) -> None:
    folder = (ROOT / page).parent
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(page))
    assert [link for link in links if not (folder / link).exists()] == []


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    assert "    make test\n" in text("README.md")
    assert "\nmake test\n" in text(".ci/run")


def test_pinned_files_have_hashes_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        pinned = text(name)
        assert "://" not in pinned
        blocks = re.split(r"\n(?=[a-z])", pinned)
        assert all("--hash=sha256:" in block for block in blocks if re.match(r"[a-z].*==", block))


def test_every_room_is_described() -> None:
    page = text("docs/architecture.md")
    package = ROOT / "src" / "isnad"
    rooms = {p.name.removesuffix(".py") for p in package.iterdir() if p.is_dir() or p.suffix == ".py"}
    rooms = {room for room in rooms if not room.startswith("_")}
    assert [room for room in sorted(rooms) if f"| `{room}` |" not in page] == []
