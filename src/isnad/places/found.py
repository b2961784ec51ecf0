"""A name that may be that of a place, before it is known which one."""

from __future__ import annotations

from typing import NamedTuple

from isnad.lexicon.places import PlaceReading
from isnad.lexicon.places_table import Grade, Place
from isnad.places.around import Before


class Found(NamedTuple):
    """A name in the tokens `[first, end)`, its first `start` letters being proclitics.

    `readings` are the places that bear it, empty where no table has it, `grade` and `countries` those of the name;
    `what` says what stands before it, `whole` is the token of the head noun before it; `land` the country that a
    nisba beside it names; `parent` the first token of the larger place that is named after it.
    """

    first: int
    end: int
    start: int
    readings: tuple[PlaceReading, ...]
    grade: Grade
    countries: frozenset[str | None]
    what: Before
    whole: int
    land: str | None
    parent: int | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """Its places, each once."""
        return tuple(dict.fromkeys(reading.place for reading in self.readings))
