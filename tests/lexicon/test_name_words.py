"""The tool that counts words in name slots."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from tools import name_words

from isnad.text import fold


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return name_words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("التقى محمد الزبرجي وفدا", ["الزبرجي"]),
        ("قال الدكتور زبرج إن", ["زبرج"]),
        ("أكد الرئيس الفرنسي زبرج اليوم", ["زبرج"]),
        ("وأكد زبرج أن الأمر", ["زبرج"]),
        ("وقال زبرج في كلمة", ["زبرج"]),
        ("محمد بن زبرج", ["بن", "زبرج"]),
    ],
)
def test_word_in_a_name_slot_is_counted(tool: ModuleType, text: str, names: list[str]) -> None:
    assert list(tool.Counting().slots(fold(text).split())) == [fold(name) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "أكد الوزير أن الأمر",
        "قال المدير التنفيذي إن",
        "أعلن زبرجا جديدا",
        "سافر محمد إلى المدينة",
        "السيارة زبرج",
    ],
)
def test_other_place_is_no_name_slot(tool: ModuleType, text: str) -> None:
    assert list(tool.Counting().slots(fold(text).split())) == []


def test_words_are_counted_over_articles_and_copies_once(tool: ModuleType, tmp_path: Path) -> None:
    lines = [{"text": f"وقال زبرج {n} في كلمة"} for n in range(4)]
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b"\n".join(map(msgspec.json.encode, [*lines, *lines])))
    assert tool.count([path]) == {fold("زبرج"): (4, 4)}
