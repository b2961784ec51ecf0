"""The formats of other fields, read back as their users read them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from isnad.export import Request, export, plover
from isnad.export.codes import two_letters, war_number
from isnad.export.run import Format
from isnad.export.tidy import Told
from isnad.store import Project

POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|"
    "Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|"
    "Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|"
    "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|"
    "Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|"
    "Story Organizations|Story Locations|Language|Version"
).replace("|", "\t")


def exported(project: Project, form: Format, folder: Path) -> str:
    """The text of an export."""
    export(project, Request(form, folder / "out"))
    return (folder / "out").read_text("utf-8")


def json_lines(project: Project, form: Format, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(project, form, folder).splitlines()]


def spans(folder: Path) -> list[dict[str, str]]:
    with (folder / "out.spans.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_plover_tells_the_raid_with_its_actors(project: Project, tmp_path: Path) -> None:
    found = [event for event in json_lines(project, "plover", tmp_path) if event["document"] == "raid"]
    raid = next(event for event in found if event["event"] == ["ASSAULT"] and not event["context"])
    assert (raid["date"], raid["quad_code"], raid["status"]) == ("2018-03-06", 4, "actual")
    assert raid["actor"][0]["code"] == "SYR"
    text = project.text(raid["sha256"])
    assert raid["event_text"] == text[raid["text_info"]["start"] : raid["text_info"]["end"]]
    for party in (*raid["actor"], *raid["recipient"]):
        assert party["entity_text"] == text[party["start"] : party["end"]]


def test_plover_gives_the_whole_count_of_victims_of_an_event(project: Project) -> None:
    capture, analysis = next(project.analyses())
    told = replace(analysis, figures=tuple(replace(f, event=analysis.events[0].id) for f in analysis.figures[::-1]))
    raid = next(found for found in plover.records(Told(capture, told)) if not isinstance(found, str))
    assert raid[0]["size"] == {"dead": 12, "injured": None, "arrested": None}


def test_plover_has_all_that_its_manual_requires(project: Project, tmp_path: Path) -> None:
    found = json_lines(project, "plover", tmp_path)
    assert len({event["id"] for event in found}) == len(found) > 3
    for event in found:
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", event["date"])
        assert event["actor"]
        assert len(event["event"]) == 1
        assert event["context"] or event["status"] in ("actual", "planned")


def test_polecat_has_its_forty_columns(project: Project, tmp_path: Path) -> None:
    head, *rows = exported(project, "polecat", tmp_path).splitlines()
    assert head == POLECAT
    assert len(POLECAT.split("\t")) == 40
    assert rows
    cells = [row.split("\t") for row in rows]
    assert all(len(row) == 40 and all(row) for row in cells)
    by_name = [dict(zip(POLECAT.split("\t"), row, strict=True)) for row in cells]
    raid = next(row for row in by_name if row["Event Type"] == "ASSAULT")
    assert (raid["Actor Country"], raid["Actor COW"], raid["Quad Code"]) == ("SYR", "652", "MATERIAL CONFLICT")
    assert {row["Contexts"] for row in by_name} == {"None"}


def test_polecat_counts_no_denial_as_an_event(project: Project, tmp_path: Path) -> None:
    done = export(project, Request("polecat", tmp_path / "out"))
    assert any(event.status == "denied" for _, analysis in project.analyses() for event in analysis.events)
    keys = {(row["document"], row["key"]) for row in spans(tmp_path)}
    for capture, analysis in project.analyses():
        for event in analysis.events:
            if event.status in ("denied", "demanded", "hypothetical") or event.background:
                assert (capture.document, event.id) not in keys
    assert sum(done.left_out.values()) + done.files[0].rows == sum(len(a.events) for _, a in project.analyses())


@pytest.mark.parametrize("form", ["polecat", "ftm"])
def test_the_file_of_spans_leads_to_the_words(project: Project, tmp_path: Path, form: Format) -> None:
    body = exported(project, form, tmp_path).splitlines()
    found = spans(tmp_path)
    assert len(found) == len(body) - (form == "polecat")
    for row, line in zip(found, body[form == "polecat" :], strict=True):
        assert row["id"] in line
        if row["start"]:
            assert row["quoted"] == project.text(row["sha256"])[int(row["start"]) : int(row["end"])]


def test_geojson_puts_places_at_longitude_and_latitude(project: Project, tmp_path: Path) -> None:
    found = json.loads(exported(project, "geojson", tmp_path))
    assert found["type"] == "FeatureCollection"
    features = found["features"]
    assert len(features) == sum(len(analysis.events) for _, analysis in project.analyses())
    placed = [feature for feature in features if feature["geometry"] is not None]
    assert 0 < len(placed) < len(features)
    for feature in placed:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (feature["properties"]["longitude"], feature["properties"]["latitude"]) == (longitude, latitude)
    raid = next(feature for feature in placed if "دوما" in feature["properties"]["place"])
    assert (round(raid["geometry"]["coordinates"][0]), round(raid["geometry"]["coordinates"][1])) == (36, 34)


def test_geojson_of_nothing_is_still_geojson(project: Project, tmp_path: Path) -> None:
    export(project, Request("geojson", tmp_path / "out", published_before="1990-01-01"))
    assert json.loads((tmp_path / "out").read_text("utf-8")) == {"type": "FeatureCollection", "features": []}


def test_follow_the_money_links_only_what_is_there(project: Project, tmp_path: Path) -> None:
    found = json_lines(project, "ftm", tmp_path)
    schemata = {entity["id"]: entity["schema"] for entity in found}
    assert set(schemata.values()) >= {"Article", "Person", "PublicBody", "Documentation", "Event"}
    for entity in found:
        for name, values in entity["properties"].items():
            assert values
            assert all(isinstance(value, str) and value.strip() for value in values)
            if name in ("document", "entity", "involved"):
                assert {schemata[value] for value in values} <= {"Article", "Person", "PublicBody", "Organization"}


def test_two_people_of_one_name_stay_two(project: Project, tmp_path: Path) -> None:
    named = [
        entity["id"]
        for entity in json_lines(project, "ftm", tmp_path)
        if "سالم الحداد" in entity["properties"].get("name", ())
    ]
    assert len(set(named)) >= 3


def test_follow_the_money_takes_every_entity(project: Project, tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="needs followthemoney; make test-ftm installs it")
    for told in json_lines(project, "ftm", tmp_path):
        schema = followthemoney.model.get(told["schema"])
        assert set(told["properties"]) <= set(schema.properties), told
        schema.validate(told)
        proxy = followthemoney.model.get_proxy(told)
        # Cleaned values are the values: nothing was taken out.
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in told["properties"].items()
        }


def test_codes_of_states() -> None:
    assert [two_letters(code) for code in ("SYR", "NOR", "XKX", "arab", None)] == ["sy", "no", "xk", None, None]
    assert [war_number(code) for code in ("USA", "IRQ", "PSE", None)] == [2, 645, None, None]
