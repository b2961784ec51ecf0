"""When and where a document's news happened, as far as it says so."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import NamedTuple

from isnad.merge.days import ordinal
from isnad.merge.records import Incident, Profile

BACK = 14  # days before its publication to which a report may go back as news
# What a report without a date speaks of: mostly the day of its publication, less and less of the days before it.
_UNSAID = (0.25, 0.15, 0.06, 0.04)
_KILOMETRES = 111.2  # of one degree
RECENT = 0.1
NEAR, FAR = 40.0, 120.0  # kilometres


class Scene(NamedTuple):
    """`days` are weights of day numbers that sum to 1; `points` the weighty places with coordinates; `countries`
    the states of all places."""

    days: dict[int, float]
    points: tuple[tuple[float, float], ...]
    countries: frozenset[str]


def scene(profile: Profile) -> Scene:
    """The days, points and states of the document's incidents."""
    published = ordinal(profile.day) if profile.day is not None else None
    days: dict[int, float] = {}
    for incident in profile.incidents:
        number = ordinal(incident.day) if incident.day is not None else None
        if number is not None and (published is None or published - BACK <= number <= published + 1):
            days[number] = days.get(number, 0.0) + incident.weight * _recent(published, number)
    if published is not None:
        for back, weight in enumerate(_UNSAID):
            days[published - back] = days.get(published - back, 0.0) + weight
    total = sum(days.values())
    return Scene(
        days={day: weight / total for day, weight in sorted(days.items())},
        points=tuple(dict.fromkeys(points(profile.incidents))),
        countries=frozenset(i.country for i in profile.incidents if i.country is not None),
    )


def _recent(published: int | None, day: int) -> float:
    """News is of late days: what lies further back is rather its background."""
    return 1.0 if published is None else 1 / (1 + RECENT * max(published - day, 0))


def points(incidents: tuple[Incident, ...]) -> list[tuple[float, float]]:
    """The places of incidents that have coordinates."""
    return [(i.lat, i.lon) for i in incidents if i.lat is not None and i.lon is not None]


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points that are not far apart."""
    east = (b[1] - a[1]) * cos(radians((a[0] + b[0]) / 2))
    return _KILOMETRES * hypot(b[0] - a[0], east)


def common_day(a: dict[int, float], b: dict[int, float]) -> tuple[float, int | None]:
    """How far two documents speak of the same days (0 to 1), and the weightiest of these."""
    shared = {day: min(weight, b[day]) for day, weight in a.items() if day in b}
    if not shared:
        return 0.0, None
    return sum(shared.values()), max(shared, key=lambda day: (shared[day], -day))


def nearest(a: Scene, b: Scene) -> float | None:
    """Kilometres between their nearest places, None where one has none."""
    return min((distance(p, q) for p in a.points for q in b.points), default=None)
