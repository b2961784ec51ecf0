"""Projects for the tests of exports, on the stores of `tests/store`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.articles import BRIDGE, ENGLISH, TALKS, add, article
from tests.store.conftest import place, postgres

from isnad.store import Project, open_project

__all__ = ["place", "postgres"]

RAID = (
    "قتلى في غارة على دوما\n\n"
    "دوما 7 مارس 2018\n"
    "قصفت طائرات النظام السوري مدينة دوما الثلاثاء، ما أدى إلى مقتل 12 مدنيا بينهم 3 أطفال وإصابة العشرات.\n"
    "واتهم المتحدث باسم الدفاع المدني سالم الحداد الحكومة السورية بالقصف.\n"
    "ونفى المتحدث باسم الجيش السوري كريم الصالح أن تكون طائراته قصفت المدينة.\n"
    "ومن المقرر أن يلتقي وزير الخارجية الروسي نظيره السوري الخميس في موسكو.\n"
    "وقالت موسكو إن الهدنة قائمة. وقالت وزارة الصحة إن الحصيلة سترتفع.\n"
    "وقعت سوريا وروسيا اتفاق التعاون العسكري في دمشق.\n"
)
FORMULA = '=سالم، قال\n\nقال سالم الحداد: «+1 للجميع، والجسر "مغلق"».\n'


def fill(project: Project) -> None:
    """Adds what every format has something to say of: events, figures, a copy, a skipped text, awkward signs."""
    add(
        project,
        article("raid", RAID, outlet="Alalam", url="https://example.org/raid", crawled="2018-03-07T10:00:00+00:00"),
        article("copy", RAID, outlet="Alarabia", crawled="2018-03-07"),
        article("talks", TALKS, outlet="Alalam", crawled="2018-03-01"),
        article("bridge", BRIDGE),
        article("english", ENGLISH),
        article("=formula", FORMULA),
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project in a file."""
    with open_project(tmp_path / "p.isnad", create=True) as found:
        fill(found)
        yield found
