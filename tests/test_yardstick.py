"""The engine against annotated articles: every metric stays at or above its pinned floor.

`yardstick.json` holds the floors and the digest of the articles that they were measured on. A floor is raised
with the work and never lowered; other articles need floors of their own, so the digest is compared first.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import msgspec

from isnad.analyse import analyse
from isnad.errors import InputError
from isnad.intake import read_paths

_PINNED = json.loads((Path(__file__).parent / "yardstick.json").read_text("utf-8"))


def test_every_metric_is_at_or_above_its_floor(shared: Path, tmp_path: Path) -> None:
    texts, gold = shared / "gold/dev/texts.jsonl", shared / "gold/dev/gold.jsonl"
    digest = hashlib.sha256(texts.read_bytes() + gold.read_bytes()).hexdigest()
    assert digest == _PINNED["corpus_sha256"], "other articles than the floors were measured on"
    output = tmp_path / "read.jsonl"
    with output.open("wb") as file:
        for document in read_paths([str(texts)]):
            assert not isinstance(document, InputError)
            file.write(msgspec.json.encode(analyse(document)) + b"\n")
    command = [sys.executable, str(shared / "score.py"), str(gold), str(output), "--json"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    low = {name: scored[name] for name, floor in _PINNED["floors"].items() if not scored[name] >= floor}
    assert not low, f"under their floors {_PINNED['floors']}: {low}"
