"""Decisions of people outlive the engine, can be undone, and can be joined with those of another reviewer."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy.exc import DBAPIError
from tests.store.articles import add, article

from isnad.analyse import analyse
from isnad.errors import StoreError
from isnad.records import Analysis, Claim, Span
from isnad.store import Project, log, open_project
from isnad.store.decisions import Action, Decision, conflicts, in_force, key_span
from isnad.store.rows import bundle


def _decide(project: Project, action: Action, claim: Claim, *, who: str = "سلمى", value: object = None) -> Decision:
    sha256 = project.find("a").sha256
    value = value if value is not None else msgspec.to_builtins(claim)
    return project.decide(action, "claim", sha256=sha256, span=claim.content, who=who, why="قرأت الجملة", value=value)


def _contents(project: Project) -> list[str]:
    return [told.quoted for told in project.claims()]


def _read_by_a_new_engine(project: Project, change: Analysis) -> None:
    project.renew([bundle(article("a"), replace(change, version="isnad 9.9"))])


def test_a_rejected_claim_is_gone_and_an_undo_brings_it_back(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        claim = next(project.claims()).record
        assert isinstance(claim, Claim)
        before = _contents(project)
        _decide(project, "reject", claim)
        assert _contents(project) == before[1:]
        assert len(next(project.analyses(decided=False))[1].claims) == len(before)
        undone = project.undo(who="سلمى", why="أخطأت")
        assert _contents(project) == before
        project.undo(undone.id[:12], who="سلمى", why="لم أخطئ")
        assert _contents(project) == before[1:]
        assert len(project.decisions()) == 3


def test_what_stood_in_a_rejected_claim_goes_to_the_claim_around_it(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        claim = next(project.claims()).record
        assert isinstance(claim, Claim)
        _decide(project, "reject", claim)
        _, analysis = next(project.analyses())
        known = {found.id for found in analysis.claims} | {"outlet"}
        assert all(set(found.chain) <= known for found in analysis.claims)


def test_an_edit_holds_after_rereading(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        claim = next(project.claims()).record
        assert isinstance(claim, Claim)
        _decide(project, "edit", claim, value={**msgspec.to_builtins(claim), "name": "سالم الحداد الأكبر"})
        read = analyse(article("a"))
        _read_by_a_new_engine(project, replace(read, claims=tuple(replace(c, id=c.id + "x") for c in read.claims)))
        edited = next(project.claims()).record
        assert isinstance(edited, Claim)
        assert (edited.name, edited.id) == ("سالم الحداد الأكبر", claim.id + "x")


def test_an_overlapping_record_waits_for_review(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        read = analyse(article("a"))
        first = read.claims[0]
        _decide(project, "reject", first)
        longer = replace(first, content=Span(first.content.start, first.content.end + 1))
        _read_by_a_new_engine(project, replace(read, claims=(longer, *read.claims[1:])))
        assert [(one.state, one.key) for _, one in project.settled()] == [("review", first.id)]
        assert len(_contents(project)) == len(read.claims)


def test_what_no_engine_reads_any_more_stays_as_a_human_record(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        read = analyse(article("a"))
        _decide(project, "accept", read.claims[0])
        _read_by_a_new_engine(project, replace(read, claims=()))
        assert [one.state for _, one in project.settled()] == ["human"]
        assert [(told.record.id, told.quoted) for told in project.claims()] == [
            ("h1", read.claims[0].content.of(read.text))
        ]


def test_an_edit_needs_a_whole_record(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        claim = analyse(article("a")).claims[0]
        with pytest.raises(StoreError, match="is no claim"):
            _decide(project, "edit", claim, value={"name": "سالم"})
        assert project.decisions() == []


def test_a_decision_cannot_be_changed(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        _decide(project, "accept", analyse(article("a")).claims[0])
        for statement in ("UPDATE decisions SET why = ''", "DELETE FROM decisions"):
            with pytest.raises(DBAPIError, match="never changed"), project.engine.begin() as connection:
                connection.execute(sa.text(statement))
        assert len(project.decisions()) == 1


def test_two_reviewers_logs_join_in_any_order_and_conflicts_are_listed(tmp_path: Path) -> None:
    claims = analyse(article("a")).claims
    logs = []
    for who, action in (("سلمى", "accept"), ("هدى", "reject")):
        with open_project(tmp_path / f"{who}.isnad", create=True) as project:
            add(project, article("a"))
            _decide(project, action, claims[0], who=who)  # type: ignore[arg-type]
            _decide(project, "accept", claims[1], who=who)
            logs.append(project.decisions())
    joined = []
    for number, order in enumerate((logs, logs[::-1])):
        with open_project(tmp_path / f"{number}.isnad", create=True) as project:
            add(project, article("a"))
            for part in order:
                path = tmp_path / "decisions.jsonl"
                path.write_bytes(b"".join(log.lines(part)))
                assert project.join(log.read_file(path)) == 2
                assert project.join(log.read_file(path)) == 0
            found = project.decisions()
            assert [(a.who, b.who, b.action) for a, b in conflicts(found)] == [("سلمى", "هدى", "reject")]
            joined.append(in_force(found))
            assert _contents(project) == [key_span(claim).of(article("a").text) for claim in claims[1:]]
    assert joined[0] == joined[1]


def test_a_decision_changed_by_hand_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    with open_project(tmp_path / "p.isnad", create=True) as project:
        add(project, article("a"))
        made = _decide(project, "accept", analyse(article("a")).claims[0])
        path.write_bytes(msgspec.json.encode(replace(made, who="غيرها")))
        with pytest.raises(StoreError, match="line 1: is no decision"):
            log.read_file(path)
        path.write_text("{broken")
        with pytest.raises(StoreError, match="line 1: is no decision"):
            log.read_file(path)
