"""What a plain installation brings along: pinned packages under licences that ask for nothing in return."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_no_package_of_a_plain_installation_is_under_the_gpl_or_lgpl() -> None:
    named = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert "sqlalchemy" in named
    assert not [name for name in named if "GPL" in _licence(name)]


def test_the_pinned_files_name_no_registry() -> None:
    for path in ROOT.glob("requirements*.txt"):
        assert "://" not in path.read_text(encoding="utf-8"), path.name


def _licence(name: str) -> str:
    """What a package says of its licence; of one for another system, nothing."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ""
    classifiers = [line for line in said.get_all("Classifier") or () if line.startswith("License")]
    # Some packages put the whole text of their licence here.
    return " ".join([said["License-Expression"] or "", (said["License"] or "")[:80], *classifiers])
