"""`isnad kb`: own entries are checked, added and taken over, and win."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnad.cli.kb import run_add, run_against, run_check, run_import
from isnad.errors import InputError, IsnadError
from isnad.lexicon.kb.entries import packaged
from isnad.lexicon.kb.own import checked, own_tables

SALIM = "- {id: salim-al-haddad, name: سالم الحداد, name_en: Salim al-Haddad, country: OMN}\n"
NADIA = "- {id: nadia-saqr, name: نادية الصقر, name_en: Nadia Saqr, country: OMN}\n"
OFFICE = "omn-foreign-minister"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file of an invented user, not there yet."""
    path = tmp_path / "kb.yaml"
    monkeypatch.setenv("ISNAD_KB", str(path))
    return path


def person(
    name: str = "سالم الحداد", name_en: str = "Salim al-Haddad", country: str | None = "OMN"
) -> dict[str, object]:
    return {"id": None, "name": name, "name_en": name_en, "country": country, "aliases": []}


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (f"persons:\n{SALIM}{SALIM}", 3, "stands twice"),
        ("persons:\n- {id: a, name: سالم, name_en: A, country: XYZ}\n", 2, "unknown country"),
        ("persons:\n- {id: a, name: [\n", 3, "not YAML"),
        ("persons:\n- {id: a, nam: سالم, name_en: A}\n", 2, "the fields are"),
        (f"persons:\n{SALIM}- {{id: b, name: نادية, name_en: B, aliases: [سالم الحداد]}}\n", 3, "one person"),
        ("terms:\n- {person: nobody-here, office: omn-foreign-minister}\n", 2, "no person"),
        ("kings: []\n", 1, "accepted is a mapping"),
        (
            f"persons:\n{SALIM}{NADIA}terms:\n"
            f"- {{person: salim-al-haddad, office: {OFFICE}, start: 2031-01-01, end: 2032-01-01}}\n"
            f"- {{person: nadia-saqr, office: {OFFICE}, start: 2031-06-01, end: open}}\n",
            6,
            "do not overlap",
        ),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_is_accepted(
    text: str, line: int, word: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text(text, "utf-8")
    assert run_check(None) == 1
    said = capsys.readouterr().err
    assert f"{own}, line {line}: " in said
    assert word in said
    with pytest.raises(IsnadError, match=f"line {line}"):
        own_tables(own, packaged())


def test_what_is_added_can_be_read_again(own: Path) -> None:
    assert run_add(person(), {"office": OFFICE, "start": "2031-02", "end": "open"}) == 0
    tables, faults = checked(own, packaged())
    assert not faults
    assert (tables.persons[0].id, tables.terms[0].start) == ("salim-al-haddad", "2031-02")


def test_a_refused_entry_leaves_the_file_as_it_was(own: Path) -> None:
    run_add(person(), None)
    before = own.read_bytes()
    with pytest.raises(IsnadError, match="unknown country"):
        run_add(person("نادية الصقر", "Nadia Saqr", "XYZ"), None)
    assert own.read_bytes() == before


def test_people_of_follow_the_money_are_taken(own: Path, tmp_path: Path) -> None:
    entity = {"id": "x1", "schema": "Person", "properties": {"name": ["Salim al-Haddad", "سالم الحداد"]}}
    source = tmp_path / "people.json"
    source.write_text(json.dumps(entity) + "\n", "utf-8")
    assert run_import(str(source)) == 0
    assert checked(own, packaged())[0].persons[0].name == "سالم الحداد"


def test_a_row_of_csv_brings_person_and_office(own: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text(f"name,name_en,country,office,start\nسالم الحداد,Salim al-Haddad,OMN,{OFFICE},2031\n", "utf-8")
    assert run_import(str(source)) == 0
    assert checked(own, packaged())[0].terms[0].office == OFFICE


def test_a_broken_line_is_named(own: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.json"
    source.write_text("{}\n{broken\n", "utf-8")
    with pytest.raises(InputError, match="line 1: no FollowTheMoney entity"):
        run_import(str(source))
    assert not own.exists()


def _ftm(tmp_path: Path, post: str) -> Path:
    """Nadia Saqr and an office that she holds since 2031, as FollowTheMoney writes them."""
    entities = (
        {"id": "p", "schema": "Person", "properties": {"name": ["Nadia Saqr", "نادية الصقر"]}},
        {"id": "o", "schema": "Position", "properties": {"name": [post]}},
        {
            "id": "h",
            "schema": "Occupancy",
            "properties": {"holder": ["p"], "post": ["o"], "startDate": ["2031-02"]},
        },
    )
    path = tmp_path / "people.ftm"
    path.write_text("\n".join(json.dumps(entity) for entity in entities), "utf-8")
    return path


@pytest.mark.parametrize("post", ["وزير خارجية عمان", "Foreign Minister of Oman"])
def test_occupancy_of_an_office_of_the_base_becomes_a_term(own: Path, tmp_path: Path, post: str) -> None:
    assert run_import(str(_ftm(tmp_path, post))) == 0
    assert [(t.person, t.office, t.start) for t in own_tables(own, packaged()).terms] == [
        ("nadia-saqr", OFFICE, "2031-02")
    ]


def test_occupancy_of_an_unknown_office_is_left_out(own: Path, tmp_path: Path) -> None:
    assert run_import(str(_ftm(tmp_path, "Keeper of the Wells"))) == 0
    assert own_tables(own, packaged()).terms == ()


def test_against_a_corpus_the_disagreements_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "خبر قصير\n\nقال الرئيس الأميركي باراك أوباما إن الطريق مفتوح.\n"
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "n1", "text": text, "crawled": "2018-05-01"}), "utf-8")
    assert run_against([str(path)], 50) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[:2] == ["1 offices beside names, 0 as in the base (0.0 %)", "1\tformer"]
    assert shown[3].startswith("usa-president\tباراك اوباما\tدونالد ترامب\tformer\t1\tn1\t2018-05-01")


def test_unreadable_corpus_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_against([str(tmp_path / "none.jsonl")], 50) == 1
    assert "none.jsonl" in capsys.readouterr().err
