"""What all tests share: a repeatable Hypothesis, the yardstick's folder.

Isnad opens no connection: the settings in pyproject.toml close the network for the whole run.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
_SHARED = Path(os.environ.get("ISNAD_SHARED", ROOT.parent / "shared"))
_MISSING = "needs the annotated articles, which are not part of the project; ISNAD_SHARED names their folder"

# No deadline: a busy machine is no defect. Derandomised: a red run can be run again.
settings.register_profile("isnad", deadline=None, derandomize=True)
settings.load_profile("isnad")


@pytest.fixture
def shared() -> Path:
    """The folder with the annotated articles and their scorer, beside the checkout.

    Without it the tests that ask for it are skipped; under CI (the variable CI is `true`) they fail.
    """
    if not (_SHARED / "score.py").is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{_SHARED}: not there; this test {_MISSING}")
        pytest.skip(_MISSING)
    return _SHARED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says in one line what was not measured, so that a green run is not mistaken for a measured one."""
    skipped = terminalreporter.getreports("skipped")
    left_out = sum(_MISSING in str(report.longrepr) for report in skipped)
    if left_out:
        line = f"NOT MEASURED: {left_out} tests left out, each {_MISSING}"
        terminalreporter.write_line(line, yellow=True)
    without = sum("needs PostgreSQL" in str(report.longrepr) for report in skipped)
    if without:
        line = f"NOT TESTED ON POSTGRESQL: {without} tests left out; make test-system installs it"
        terminalreporter.write_line(line, yellow=True)
