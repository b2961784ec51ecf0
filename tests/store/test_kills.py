"""A run that is killed at any moment and started again ends where an uninterrupted one ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
POINTS = 50


def test_a_killed_run_can_be_started_again(tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("kills.py")), str(tmp_path), str(POINTS)]
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == POINTS
