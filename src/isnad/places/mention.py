"""A mention of a place as a value."""

from __future__ import annotations

from isnad.lexicon.places_table import Place, PlaceKind
from isnad.records import Record, Span


class PlaceMention(Record):
    """One place that the text names.

    `span` holds the name, without proclitics and head noun («دير الزور»), `whole` the head noun too («محافظة دير
    الزور»); `first` and `end` are the tokens of the name. `locative`: the words before it say that something is or
    happens there; else the name may also stand for a government («طهران ترفض»). `within` is the index, in the list
    that `find_places` returns, of the mention that names the larger place around it («البوكمال بمحافظة دير الزور»).

    A resolved mention has `id`, `name_en`, `kind`, `country` and, where the lexicon has them, `lat` and `lon`. An open
    one has `id` None and in `candidates` the places that it may be; its `country` is that of all candidates, or of
    the place around it, or None. `why` says what decided, or why nothing did.
    """

    span: Span
    whole: Span
    first: int
    end: int
    locative: bool
    within: int | None
    id: str | None
    name_en: str | None
    kind: PlaceKind | None
    country: str | None
    lat: float | None
    lon: float | None
    candidates: tuple[Place, ...]
    why: str
