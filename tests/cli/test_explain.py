from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.command import isnad


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("وصول وفد\nقال الوزير سالم الحداد إن الوفد وصل صباح الثلاثاء.", "utf-8")
    return path


def test_terminal_view_names_the_document_and_counts(article: Path) -> None:
    done = isnad("explain", article)
    assert done.returncode == 0
    assert "article.txt" in done.stdout
    assert "claims" in done.stdout
    assert "\x1b" not in done.stdout, "no colours where nobody looks"


def test_page_is_written_whole(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = isnad("explain", article, "--html", out)
    assert (done.returncode, done.stdout) == (0, "")
    html = out.read_text("utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert html.endswith("</html>\n")
    assert "سالم الحداد" in html


def test_unreadable_input_is_status_1_and_the_rest_is_shown(article: Path, tmp_path: Path) -> None:
    done = isnad("explain", tmp_path / "vanished.txt", article)
    assert done.returncode == 1
    assert "vanished.txt" in done.stderr
    assert "article.txt" in done.stdout


def test_no_file_is_wrong_usage() -> None:
    assert isnad("explain").returncode == 2
