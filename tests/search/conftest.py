"""Projects for the tests of search, on the stores of `tests/store`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.articles import TALKS, add, article
from tests.store.conftest import place, postgres

from isnad.store import Project, open_project

__all__ = ["place", "postgres"]

MINISTRY = (
    "الوزارة تنفي\n\n"
    "نفت المتحدثة باسم الوزارة ليلى الحداد أن يكون الوزير قد استقال.\n"
    "وقال كريم الصالح إنه زار الزيريين في القرية. وأكد نادر العلي أن والده يعمل بالعراق.\n"
)


@pytest.fixture
def project(place: str) -> Iterator[Project]:
    """A project with a few invented articles."""
    with open_project(place, create=True) as found:
        add(
            found,
            article("talks", TALKS, outlet="Alalam", crawled="2018-03-01"),
            article("ministry", MINISTRY, outlet="Alarabia", crawled="2018-03-05"),
            article("bridge", crawled="2018-02-10"),
        )
        yield found
