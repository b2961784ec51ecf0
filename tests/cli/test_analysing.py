from __future__ import annotations

import pytest

from isnad.analyse import analyse
from isnad.cli.analysing import Failure, all_encoded
from isnad.errors import InputError, LexiconError
from isnad.records import Analysis, Document

GOOD = Document(id="good", text="قال الوزير إن الوفد وصل.")
BAD = Document(id="bad", text="قال الوزير إن الوفد لم يصل.")


def test_defect_in_one_document_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document) -> Analysis:
        if document is BAD:
            raise ZeroDivisionError("boom")
        return analyse(document)

    monkeypatch.setattr("isnad.cli.analysing.analyse", broken)
    first, second, third = all_encoded([GOOD, BAD, GOOD], jobs=1)
    assert first == third
    assert isinstance(first, bytes)
    assert isinstance(second, Failure)
    assert second.where == "bad"
    assert "a defect in isnad" in second.reason
    assert "ZeroDivisionError: boom (test_analysing.py:" in second.reason


def test_broken_lexicon_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document) -> Analysis:
        raise LexiconError("cues.yaml, entry 3")

    monkeypatch.setattr("isnad.cli.analysing.analyse", broken)
    with pytest.raises(LexiconError):
        list(all_encoded([GOOD], jobs=1))


def test_unreadable_input_keeps_its_place() -> None:
    results = list(all_encoded([GOOD, InputError("x.txt", "binary"), GOOD], jobs=1))
    assert results[1] == Failure("x.txt", "binary")


def test_text_that_cannot_be_encoded_is_named() -> None:
    (result,) = all_encoded([Document(id="odd", text="قال \ud800")], jobs=1)
    assert isinstance(result, Failure)
    assert "lone surrogate at code point 4" in result.reason
