"""The frozen values that every room speaks in.

Spans are half-open ranges of Unicode code points of the raw document text. Field names and their
meaning are the outside contract of `isnad extract`; records may gain fields, never change one.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, dataclass_transform

import msgspec


class Span(NamedTuple):
    """`text[start:end]` in code points of the raw text, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in `text`, the raw text it was measured on."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span (equal spans hold each other)."""
        return self.start <= other.start and other.end <= self.end


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, keyword-only, encoded to JSON in field order."""


class Document(Record):
    """One article as it was read. `text` is unchanged input; the rest is what its container said of it.

    `crawled` is the container's own string (ISO 8601 or an e-mail date), not yet parsed.
    """

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    crawled: str | None = None


BlockLabel = Literal["headline", "dateline", "byline", "deck", "body", "repeat", "boilerplate", "related"]


class Block(Record):
    """A stretch of the text with its role; the blocks of a document tile its whole text.

    `story` is the index in `Layout.stories` of the story that it belongs to, None for furniture.
    """

    span: Span
    label: BlockLabel
    story: int | None


class Story(Record):
    """One story of a document; `body` runs from its first to its last body block."""

    headline: Span | None
    body: Span


class Outlet(Record):
    """Who published the document; `span` is where the text says so, None when metadata did."""

    id: str
    name: str
    country: str | None
    span: Span | None


class Published(Record):
    """The publication date that the text itself states. `value` is ISO 8601, to the minute with its offset
    when `precision` is minute, else a date."""

    value: str
    precision: Literal["day", "minute"]
    calendar: Literal["gregorian", "solar-hijri", "hijri"]
    span: Span


class Anchor(Record):
    """The date that relative expressions are counted from (ISO 8601 date)."""

    value: str
    source: Literal["text", "metadata"]


Kind = Literal["person", "office", "organisation", "government", "media", "group", "anonymous", "document", "place"]
Form = Literal["direct", "indirect", "mixed", "act"]
Stance = Literal[
    "states", "affirms", "judges", "alleges", "denies", "accuses", "condemns", "praises", "demands",
    "rejects", "promises", "threatens", "warns", "asks", "greets", "relays",
]  # fmt: skip


class Mention(Record):
    """A place that refers to an entity; a `dropped` one has the span of the verb that carries the subject."""

    span: Span
    form: Literal["name", "title", "short", "pronoun", "dropped"]


class Entity(Record):
    """Somebody or something of the document's cast. `name` is its fullest proper name in the document."""

    id: str
    kind: Kind
    name: str
    country: str | None
    mentions: tuple[Mention, ...]
    kb: str | None = None
    kb_name: str | None = None
    kb_by: Literal["name", "alias", "office and date"] | None = None
    sector: str | None = None
    name_en: str | None = None


class Speaker(Record):
    """One of the speakers of a claim."""

    span: Span | None
    entity: str | None
    name: str | None
    kind: Kind
    country: str | None


class Via(Record):
    """The medium through which the words came."""

    span: Span
    name: str
    entity: str | None


class Addressee(Record):
    """Who was spoken to."""

    span: Span
    name: str
    entity: str | None


class Claim(Record):
    """Something that the text attributes to a source."""

    id: str
    story: int | None
    cue: Span | None
    speaker: Span | None
    entity: str | None
    name: str | None
    kind: Kind
    country: str | None
    speakers: tuple[Speaker, ...]
    content: Span
    form: Form
    stance: Stance
    via: Via | None
    addressee: Addressee | None
    outer: str | None
    chain: tuple[str, ...]
    score: float
    why: str


UnreadWhat = Literal[
    "quotation without a speaker", "number without a measure", "name not resolved",
    "cue without content", "date not resolved",
]  # fmt: skip


class Unread(Record):
    """A place that looked like something and gave no record, with the reason."""

    span: Span
    what: UnreadWhat
    why: str


Measure = Literal[
    "killed", "injured", "missing", "detained", "released", "displaced", "kidnapped", "casualties",
]  # fmt: skip
Bound = Literal["exact", "at_least", "at_most", "about", "dozens", "hundreds", "thousands"]
Who = Literal["all", "civilians", "women", "children", "soldiers", "militants", "journalists", "other"]


class Figure(Record):
    """A count of victims. `value` is null for «عشرات» and the like, whose `bound` says how many; `part_of` is the
    figure that this one is a part of, `claim` the innermost claim that states it (null: the outlet itself)."""

    id: str
    span: Span
    measure: Measure
    value: int | None
    bound: Bound
    who: Who
    part_of: str | None
    claim: str | None
    event: str | None
    score: float
    why: str


EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "planned", "demanded", "denied", "hypothetical"]


class Party(Record):
    """One actor or recipient of an event."""

    span: Span
    entity: str | None
    name: str
    country: str | None


class EventPlace(Record):
    """Where an event took place; `lat` and `lon` in degrees (WGS 84) and the English name, null where the place is not
    known."""

    span: Span
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    name_en: str | None


class EventDate(Record):
    """When an event took place: ISO 8601 to its `precision`; `span` is where the text says so, null for the date
    of the report itself."""

    value: str
    precision: Literal["day", "month", "year"]
    span: Span | None


class Event(Record):
    """Something that somebody did to somebody, by PLOVER's types, once a document."""

    id: str
    story: int | None
    trigger: Span
    mentions: tuple[Span, ...]
    type: EventType
    mode: str | None
    actor: Span | None
    actor_entity: str | None
    actor_country: str | None
    actors: tuple[Party, ...]
    recipient: Span | None
    recipient_entity: str | None
    recipient_country: str | None
    recipients: tuple[Party, ...]
    place: EventPlace | None
    date: EventDate | None
    status: Status
    background: bool
    claim: str | None
    score: float
    why: str


class Tie(Record):
    """One member of an arrangement."""

    span: Span
    name: str
    entity: str | None
    country: str | None
    role: Literal["member", "leader", "left", "mediator"]


class Arrangement(Record):
    """A standing or agreed tie between parties, once a document; `loaded` says that its name is itself a judgement."""

    id: str
    span: Span
    mentions: tuple[Span, ...]
    name: str
    kind: Literal["body", "alliance", "agreement", "truce", "process"]
    members: tuple[Tie, ...]
    terms: tuple[Span, ...]
    loaded: bool
    claim: str | None
    score: float
    why: str


class Analysis(Record):
    """All that was read from one document, in the shape that `isnad extract` prints."""

    id: str
    sha256: str
    text: str
    version: str
    skipped: str | None
    outlet: Outlet | None
    published: Published | None
    anchor: Anchor | None
    blocks: tuple[Block, ...]
    stories: tuple[Story, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
