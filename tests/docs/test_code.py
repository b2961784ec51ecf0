"""Arabic stands in the word tables, where it can be read and checked, and in docstrings; not in code."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
MODULES = sorted(path for folder in ("src", "tools") for path in (ROOT / folder).rglob("*.py"))


def docstring_lines(code: str) -> set[int]:
    """The lines of all docstrings."""
    lines: set[int] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                lines.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return lines


def arabic_outside_docstrings(code: str) -> list[int]:
    """The lines on which a string, a comment or a name holds an Arabic letter or sign."""
    documented = docstring_lines(code)
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    words = [token for token in tokens if token.string.strip() and token.start[0] not in documented]
    return [token.start[0] for token in words if ARABIC.search(token.string)]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_arabic_outside_docstrings(module: Path) -> None:
    assert arabic_outside_docstrings(module.read_text("utf-8")) == []


@pytest.mark.parametrize("code", ['x = "قال"\n', "x = 1  # قال\n", 'x = "،"\n'])
def test_arabic_in_code_is_found(code: str) -> None:
    assert arabic_outside_docstrings(code) == [1]


@pytest.mark.parametrize("code", ['"""قال."""\n', 'def f() -> None:\n    """«قال»."""\n', 'x = "\\u060c"\n'])
def test_docstring_and_code_point_are_no_arabic_in_code(code: str) -> None:
    assert arabic_outside_docstrings(code) == []
