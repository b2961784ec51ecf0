"""Runs the installed command as a user does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("isnad"))


def isnad(*arguments: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """The finished command: exit status, standard output, standard error. `given` is its standard input."""
    command = [COMMAND, *map(str, arguments)]
    return subprocess.run(command, input=given or "", capture_output=True, encoding="utf-8", check=False)
