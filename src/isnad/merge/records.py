"""The frozen values of merging.

A `Profile` is all that merging needs of one document. It follows from the document's analysis alone, so it is computed
once and kept; everything else follows from profiles, and is the same whatever order they come in.
"""

from __future__ import annotations

from typing import Literal

from isnad.records import Bound, EventType, Measure, Record, Span, Who


class Incident(Record):
    """Something that the document tells or refers to, as far as it helps to know the same event elsewhere.

    `weight` is larger the nearer it stands to the headline; `day` is an ISO date where the text says it to the day.
    """

    type: EventType
    day: str | None
    place: str | None
    name_en: str | None
    country: str | None
    lat: float | None
    lon: float | None
    weight: float


class Toll(Record):
    """One figure of a document with what its comparison needs.

    `teller` is who states it, None for the outlet, `chain` all who pass it on, outlet first. `day` is the day that its
    sentence gives for what it counts, `since` that it runs since an earlier day («منذ»). `narrow` names a part of the
    victims: the badly hurt, or others than those counted before; `rising`, `earlier` and `final` say that its sentence
    replaces a count, calls it an older one, or ends the counting.
    """

    id: str
    span: Span
    measure: Measure
    value: int | None
    bound: Bound
    who: Who
    part_of: str | None
    teller: str | None
    teller_key: str | None
    official: bool
    chain: tuple[str, ...]
    day: str | None
    since: bool
    narrow: str | None
    rising: bool
    earlier: bool
    final: bool
    quoted: str
    why: str


class Blame(Record):
    """Somebody blamed for what a document tells of, or who says that he has not done it."""

    blamed: str
    by: str
    stance: Literal["asserts", "denies"]
    span: Span


class Term(Record):
    """A word that one outlet prefers for somebody (`slot`), where another says something else."""

    slot: str
    term: str
    span: Span
    quoted: bool


class Credit(Record):
    """An agency or outlet that the document names as the origin of its report."""

    outlet: str
    name: str
    span: Span
    whole: bool


class Profile(Record):
    """One document as merging sees it.

    `time` is when it was published, as exactly as is known (ISO 8601), `day` that day. `words` are the stems that
    tell it from other documents with their weights (unit length, heaviest first), `title` those of its headline.
    `shingles` are hashes of all its word n-grams, `lead` of those of its first words in order, `bands` MinHash values
    of its paragraphs; these three are empty in a profile that was stored, until `printed` makes them anew.
    """

    id: str
    sha256: str
    outlet: str
    outlet_name: str
    country: str | None
    url: str | None
    time: str | None
    day: str | None
    words: tuple[tuple[str, float], ...]
    title: tuple[str, ...]
    incidents: tuple[Incident, ...]
    tolls: tuple[Toll, ...]
    blame: tuple[Blame, ...]
    terms: tuple[Term, ...]
    credits: tuple[Credit, ...]
    shingles: tuple[int, ...]
    lead: tuple[int, ...]
    bands: tuple[int, ...]


Judgement = Literal["same", "different", "unsure"]


class Link(Record):
    """What joins two documents or keeps them apart; `a` is the smaller id. `why` is a sentence for the reader."""

    a: str
    b: str
    score: float
    judgement: Judgement
    why: str


class Reuse(Record):
    """Two documents with words of one text. `share` of the shorter one's n-grams stand in the other; `kind` says
    whether they are one text, one report, or have only paragraphs of background in common."""

    a: str
    b: str
    share: float
    kind: Literal["copy", "report", "background"]
    why: str


class Entry(Record):
    """One figure of a thread's ledger. `as_of` is when its document was published, `origin` that document's origin,
    `scope` what part of the victims it counts."""

    document: str
    span: Span
    measure: Measure
    value: int | None
    bound: Bound
    who: Who
    teller: str | None
    chain: tuple[str, ...]
    outlet: str
    as_of: str | None
    origin: int
    scope: str
    official: bool


class Relation(Record):
    """What two figures of one measure are to each other; `a` is the earlier one."""

    a: tuple[str, Span]
    b: tuple[str, Span]
    relation: Literal["same", "update", "conflict", "different_scope"]
    why: str


class Member(Record):
    """A document of a thread. `parent` is the earlier document that it has most words of."""

    id: str
    role: Literal["about", "mentions"]
    origin: int
    copy_of: str | None
    parent: str | None
    outlet: str
    time: str | None


class ThreadPlace(Record):
    """Where the event took place."""

    name: str
    country: str | None


class ThreadBlame(Record):
    """One accusation or denial with its document."""

    blamed: str
    by: str
    stance: Literal["asserts", "denies"]
    document: str
    span: Span


class TermCount(Record):
    """How often an outlet uses a term for somebody in a thread, in its own voice and in quoted words, and where."""

    slot: str
    term: str
    outlet: str
    own: int
    quoted: int
    places: tuple[tuple[str, Span], ...]


class Estimate(Record):
    """The victims of one measure under a policy."""

    low: int
    best: int
    high: int


class Thread(Record):
    """One real event as one or more documents tell it."""

    id: str
    type: EventType | None
    date: str | None
    place: ThreadPlace | None
    score: float
    weakest: str | None
    origins: int
    documents: tuple[Member, ...]
    figures: tuple[Entry, ...]
    relations: tuple[Relation, ...]
    toll: dict[str, str | Estimate]
    blame: tuple[ThreadBlame, ...]
    terms: tuple[TermCount, ...]
    links: tuple[Link, ...]
