from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from isnad.cli.output import complain, writing
from isnad.errors import IsnadError


def interrupted(path: Path) -> None:
    with writing(str(path)) as write:
        write(b"new")
        raise KeyboardInterrupt


def test_file_is_unchanged_when_the_run_breaks_off(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        interrupted(out)
    assert out.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old", "utf-8")
    out.chmod(0o640)
    with writing(str(out)) as write:
        write(b"new")
    assert out.read_bytes() == b"new"
    assert out.stat().st_mode & 0o777 == 0o640


def test_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    with writing(str(link)) as write:
        write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_device_is_written_to_and_not_replaced() -> None:
    with writing(os.devnull) as write:
        write(b"gone")
    assert not Path(os.devnull).is_file()


def test_folder_as_output_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(typer.BadParameter, match="is a folder"), writing(str(tmp_path)):
        pass


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here that is always full")
def test_full_disk_is_an_error_that_names_the_output() -> None:
    with pytest.raises(IsnadError, match="/dev/full: cannot be written"), writing("/dev/full") as write:
        write(b"x")


def test_message_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\x1b[2Jb\nc", "reason")
    assert capsys.readouterr().err == "isnad: a\ufffd[2Jb ⏎ c: reason\n"


def test_command_starts_without_loading_what_a_verb_needs() -> None:
    heavy = "{'msgspec', 'yaml', 'rich', 'selectolax', 'feedparser', 'isnad.analyse', 'isnad.intake'}"
    code = f"import sys, isnad.cli.app; sys.exit(' '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
