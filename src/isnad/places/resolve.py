"""Which place a name means: by the words around it, by the countries that the document speaks of, by how large the
places are; or none of them decides, and it stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, hypot, radians

from isnad.lexicon import geo
from isnad.lexicon.everyday import is_everyday
from isnad.lexicon.places_table import Place, PlaceKind
from isnad.places.around import HEADS, Before, before
from isnad.places.found import Found
from isnad.places.mention import PlaceMention
from isnad.records import Span
from isnad.text import Reading

_KINDS: dict[Before, frozenset[PlaceKind]] = {
    "town": frozenset({"city", "town", "island"}),
    "area": frozenset({"governorate", "region", "district"}),
    "part": frozenset({"neighbourhood", "camp"}),
    "site": frozenset({"site", "base", "airport", "port", "sea", "river", "mountain", "island", "crossing", "region"}),
}
_AREAS = frozenset({"governorate", "region", "district"})
_SENTENCE, _HOME = 4.0, 2.0  # what a country of the same sentence, and the outlet's own, add to its count
_CLEAR = 2.0  # how many times more than the next the first must be spoken of
_LARGER, _LARGE = 8, 100_000  # how many times larger, and how large, where nothing else decides
_KNOWN = 300_000  # people of a city that needs no sign of its country
_WORLD_CITY = 1_000_000  # the same where no preposition stands before its name
_SAME = 25.0  # kilometres within which two entries of one name are one place
_NEAR = 150.0  # kilometres from the larger place, or from other places of the sentence
_ONLY = "the only place of this name"
_DEGREE = 111.2  # kilometres


def kinds_of(word: str) -> frozenset[PlaceKind]:
    """The kinds of place that a folded head noun speaks of: «بلدة» of towns; none where it is no head noun."""
    return _KINDS.get(before(word), frozenset())


class _Scene:
    """What the document says of where it is."""

    def __init__(self, r: Reading, lands: list[tuple[int, str]], home: str | None) -> None:
        self.r, self.lands, self.home = r, lands, home
        self.counts = Counter(land for _, land in lands)

    def weight(self, country: str | None, sentence: int) -> float:
        """How much speaks for a country in this sentence."""
        if country is None:
            return 0.0
        first, end = self.r.sentences[sentence]
        near = any(land == country and first <= i < end for i, land in self.lands)
        return self.counts[country] + _SENTENCE * near + _HOME * (country == self.home)

    def supports(self, place: Place) -> bool:
        """Whether anything in the document speaks for the country of a place."""
        country = place.country
        return country is None or country == self.home or self.counts[country] > 0

    def known(self, f: Found) -> bool:
        """Whether the name is one that the table of states has, and no everyday word («الرباط»)."""
        words = [self.r.words[f.first][f.start :], *self.r.words[f.first + 1 : f.end]]
        return (len(words) > 1 or not is_everyday(words[0])) and any(
            reading.what in ("capital", "place") and not reading.weak for reading in geo.at(words, 0)
        )


def resolve(r: Reading, found: Sequence[Found], lands: list[tuple[int, str]], home: str | None) -> list[PlaceMention]:
    """The mentions with their places; names without any sign of a place that bears them are left out. `lands` are the
    tokens at which the document speaks of a country."""
    scene = _Scene(r, lands, home)
    chosen: dict[int, tuple[Place | None, tuple[Place, ...], str]] = {}
    # Names that only one country has say which countries the document speaks of.
    for f in found:
        countries = f.countries
        if len(countries) == 1 and f.grade == "sure" and f.what:
            scene.counts.update(country for country in countries if country is not None)
    numbers = {f.first: n for n, f in enumerate(found)}
    for n in reversed(range(len(found))):  # larger places are named after those that lie in them
        f = found[n]
        parent = chosen[numbers[f.parent]][0] if f.parent is not None and f.parent in numbers else None
        sentence = r.sentence_of[f.first]
        siblings = [chosen[m][0] for m in (n + 1, n + 2) if m in chosen and r.sentence_of[found[m].first] == sentence]
        chosen[n] = _choose(scene, f, parent, [place for place in siblings if place is not None])
    kept = [n for n in range(len(found)) if chosen[n][2]]
    at = {found[n].first: number for number, n in enumerate(kept)}
    return [_mention(r, found[n], *chosen[n], at) for n in kept]


def _choose(
    scene: _Scene, f: Found, parent: Place | None, siblings: list[Place]
) -> tuple[Place | None, tuple[Place, ...], str]:
    """The place, all candidates where it stays open, and the reason; an empty reason where it is no place."""
    if not f.readings:
        return None, (), "no table has this name; the head noun before it says that it is a place"
    if len(f.readings) == 1 and f.grade == "sure" and f.what not in HEADS and scene.supports(f.readings[0].place):
        return f.readings[0].place, (), _ONLY
    fitting = _fitting(f)
    if not fitting:
        return None, (), "" if f.grade == "common" else "no place of this kind with this name is known"
    land = f.land or (parent.country if parent is not None else None)
    why = ""
    if land is not None and any(place.country == land for place in fitting):
        fitting = tuple(place for place in fitting if place.country == land)
        why = "the words beside it name the country"
    elif len(fitting) > 1:
        fitting = _not_dwarfed(fitting)
    countries = dict.fromkeys(place.country for place in fitting)
    if len(countries) > 1:
        country, why = _country(scene, f, fitting)
        if not why:
            return None, fitting, "places of several countries bear this name, and the document does not decide"
        fitting = tuple(place for place in fitting if place.country == country)
    place, reason = _one(scene, f, fitting, parent, siblings)
    if place is None:
        return None, fitting, reason
    if not why and not _plausible(scene, f, place):
        if f.what in HEADS:
            return None, (), "nothing in the document speaks of the country of the one place known by this name"
        return None, (), ""
    return place, (), "; ".join(filter(None, (why, reason))) or _ONLY


def _fitting(f: Found) -> tuple[Place, ...]:
    """The places whose kind agrees with the head noun before the name; where none does, those whose name is clear
    (in «مطار حلب» the city is meant)."""
    wanted = _KINDS.get(f.what)
    if wanted is None:
        return f.places
    fitting = tuple(place for place in f.places if place.kind in wanted)
    if fitting or (f.what in ("town", "area") and f.grade != "common"):
        return fitting or f.places
    return tuple(dict.fromkeys(reading.place for reading in f.readings if reading.grade != "common"))


def _not_dwarfed(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places without the small ones that share their name with a state or a city many times larger: nobody writes
    of Moscow in Idaho without saying so."""
    if any(place.kind == "country" for place in places):
        return tuple(place for place in places if place.kind not in ("city", "town") or place.population >= _LARGE)
    large = max(place.population for place in places)
    if large < _LARGE:
        return places
    return tuple(
        place for place in places if place.kind not in ("city", "town") or place.population * _LARGER > large
    )  # fmt: skip


def _plausible(scene: _Scene, f: Found, place: Place) -> bool:
    """Whether the place may be meant in this document: its country is spoken of, or it is known all over the world."""
    if scene.supports(place):
        return True
    grade = next(reading.grade for reading in f.readings if reading.place.id == place.id)
    if place.kind not in ("city", "town"):
        return grade == "sure"
    if f.what == "part":
        return False  # «the quarter of Hilla» is no part of a city in a country that the document does not speak of
    if f.what == "" and f.parent is None:
        return place.population >= _WORLD_CITY or scene.known(f)
    return grade == "sure" or place.population >= _KNOWN


def _country(scene: _Scene, f: Found, places: tuple[Place, ...]) -> tuple[str | None, str]:
    """The country that the document speaks of most among those of the candidates, with the reason; "" where two are
    too close."""
    sentence = scene.r.sentence_of[f.first]
    ranked = sorted(
        dict.fromkeys(place.country for place in places), key=lambda c: -scene.weight(c, sentence)
    )  # fmt: skip
    first, second = scene.weight(ranked[0], sentence), scene.weight(ranked[1], sentence)
    if first > 0 and first >= _CLEAR * second:
        return ranked[0], f"the document speaks of {ranked[0]}"
    grades = {reading.place.country for reading in f.readings if reading.grade == "sure"}
    close = [c for c in ranked if scene.weight(c, sentence) * _CLEAR >= first]
    sure = [c for c in close if c in grades]
    if len(sure) == 1:
        return sure[0], "the best known place of this name"
    largest = _largest([place for place in places if place.country in close])
    if largest is not None:
        return largest.country, "by far the largest place of this name"
    return None, ""


def _largest(places: Sequence[Place]) -> Place | None:
    """The place that is large and many times larger than the next, if there is one."""
    ranked = sorted(places, key=lambda place: -place.population)
    if ranked[0].population < _LARGE or any(place.kind == "country" for place in places):
        return None  # «Amman» alone is the capital of one state or the name of another, Oman
    if len(ranked) > 1 and ranked[0].population < _LARGER * ranked[1].population:
        return None
    return ranked[0]


def _one(
    scene: _Scene, f: Found, places: tuple[Place, ...], parent: Place | None, siblings: list[Place]
) -> tuple[Place | None, str]:
    """One of the places of a country, with the reason where there was a choice."""
    if len(places) == 1:
        return places[0], ""
    states = [place for place in places if place.kind == "country"]
    if states and f.what != "town":
        return states[0], ""  # «Kuwait» is the state before it is its capital
    areas = [place for place in places if place.kind in _AREAS]
    towns = tuple(place for place in places if place.kind not in _AREAS and _in_one(place, areas))
    if f.what not in ("area", "zone") and towns:
        places = towns
    elif len(places) > len(towns) > 0:
        places = tuple(place for place in places if place not in towns)
    places = _distinct(places)
    if len(places) == 1:
        return places[0], ""
    for other in [parent] if parent is not None else siblings:
        near = sorted((_distance(place, other), n) for n, place in enumerate(places))
        if near[0][0] <= _NEAR and near[1][0] > 2 * near[0][0]:
            return places[near[0][1]], f"the nearest to {other.name_en}"
    graded = [reading.place for reading in f.readings if reading.grade == "sure" and reading.place in places]
    if len(graded) == 1:
        return graded[0], "the best known place of this name"
    ranked = sorted(places, key=lambda place: -place.population)
    if ranked[0].population >= _LARGE / 5 and ranked[0].population >= _LARGER * ranked[1].population:
        return ranked[0], "by far the largest place of this name"
    return None, "several places of the country bear this name"


def _in_one(place: Place, areas: list[Place]) -> bool:
    """Whether a town may share its name with one of the areas because it is its seat: «حلب», but no small Oregon."""
    if not areas:
        return True
    return place.population >= _KNOWN or any(_distance(place, area) <= _NEAR for area in areas)


def _distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places without those that lie where a larger one of them lies."""
    result: list[Place] = []
    for place in sorted(places, key=lambda place: -place.population):
        if all(_distance(place, other) > _SAME for other in result):
            result.append(place)
    return tuple(result)


def _distance(a: Place, b: Place) -> float:
    """Kilometres between two places, on a map that is flat there; infinite where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return _DEGREE * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat)))


def _mention(
    r: Reading, f: Found, place: Place | None, candidates: tuple[Place, ...], why: str, at: dict[int, int]
) -> PlaceMention:
    name = r.view.span(r.starts[f.first] + f.start, r.ends[f.end - 1])
    whole = Span(min(name.start, r.span(f.whole, f.whole + 1).start), name.end) if f.whole < f.first else name
    countries = {candidate.country for candidate in candidates}
    open_country = next(iter(countries)) if len(countries) == 1 else f.land
    return PlaceMention(
        span=name,
        whole=whole,
        first=f.first,
        end=f.end,
        locative=f.what in HEADS or f.what in ("in", "list") or f.parent is not None,
        within=at.get(f.parent) if f.parent is not None else None,
        id=place.id if place is not None else None,
        name_en=place.name_en if place is not None else None,
        kind=place.kind if place is not None else None,
        country=place.country if place is not None else open_country,
        lat=place.lat if place is not None else None,
        lon=place.lon if place is not None else None,
        candidates=candidates,
        why=why,
    )
