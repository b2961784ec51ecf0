"""What people decided on records and links, and how that bears on what an engine reads.

A decision names its record by the text's hash, the kind and the key span, and holds the words there and the full
human value, so that it outlives any engine version. Decisions are only ever appended: an undo is a decision too. All
that is computed here is a pure function of the log, in whatever order two reviewers' logs were joined.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple, get_args

import msgspec
from msgspec.structs import replace

from isnad.errors import StoreError
from isnad.records import Analysis, Arrangement, Claim, Entity, Event, Figure, Record, Span

Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]
DecidedKind = Literal["entity", "claim", "event", "figure", "arrangement", "link"]
Decidable = Entity | Claim | Event | Figure | Arrangement

ACTIONS: tuple[Action, ...] = get_args(Action)
LISTS: dict[DecidedKind, str] = {
    "entity": "entities", "claim": "claims", "event": "events", "figure": "figures", "arrangement": "arrangements",
}  # fmt: skip
TYPES: dict[DecidedKind, type[Decidable]] = {
    "entity": Entity, "claim": Claim, "event": Event, "figure": Figure, "arrangement": Arrangement,
}  # fmt: skip
_JUDGEMENTS = frozenset({"accept", "reject", "edit"})


class Decision(Record):
    """One entry of the log. `value` is the full human value: the record as the reviewer left it (of a link: both ends
    and the judgement); `undoes` the id of the decision that an undo takes back."""

    id: str
    made: str
    who: str
    why: str
    action: Action
    kind: DecidedKind
    sha256: str
    span: Span
    quoted: str
    value: Any = None
    undoes: str | None = None

    @property
    def target(self) -> tuple[Any, ...]:
        """What a later decision replaces: a judgement of one record, or one merge, split or link."""
        if self.action in _JUDGEMENTS and self.kind != "link":
            return (self.sha256, self.kind, self.span, "judgement")
        return (self.sha256, self.kind, self.span, msgspec.json.encode(self.value, order="deterministic"))


def identified(decision: Decision) -> Decision:
    """The decision with its id: a digest of all it says, so that importing a file twice changes nothing."""
    bare = msgspec.json.encode(replace(decision, id=""), order="deterministic")
    return replace(decision, id=hashlib.sha256(bare).hexdigest()[:32])


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold: not undone, and the latest on their target, in the order of their times."""
    ordered = sorted(log, key=lambda d: (d.made, d.id))
    undone: set[str] = set()
    # From the end: an undo that was itself undone undoes nothing.
    for decision in reversed(ordered):
        if decision.undoes is not None and decision.id not in undone:
            undone.add(decision.undoes)
    latest = {d.target: d for d in ordered if d.id not in undone and d.action != "undo"}
    return sorted(latest.values(), key=lambda d: (d.made, d.id))


class Conflict(NamedTuple):
    """Two reviewers who judged one record differently, neither of whom took it back."""

    first: Decision
    second: Decision


def conflicts(log: Sequence[Decision]) -> list[Conflict]:
    """The judgements on which reviewers differ. The later one holds until somebody undoes it."""
    by_person: dict[str, list[Decision]] = {}
    for decision in log:
        by_person.setdefault(decision.who, []).append(decision)
    # A person's own later decision replaces the earlier one; an undo may be anybody's.
    undos = [d for d in log if d.action == "undo"]
    held: dict[tuple[Any, ...], list[Decision]] = {}
    for own in by_person.values():
        for decision in in_force([*(d for d in own if d.action != "undo"), *undos]):
            held.setdefault(decision.target, []).append(decision)
    found = []
    for same in held.values():
        same.sort(key=lambda d: (d.made, d.id))
        found += [Conflict(a, b) for a, b in pairwise(same) if _differ(a, b)]
    return found


def _differ(a: Decision, b: Decision) -> bool:
    return a.action != b.action or (a.action == "edit" and a.value != b.value)


def key_span(record: Decidable) -> Span:
    """The span that a record is known by: content, trigger, first mention, or its own."""
    match record:
        case Claim():
            return record.content
        case Event():
            return record.trigger
        case Entity():
            return record.mentions[0].span if record.mentions else Span(0, 0)
        case _:
            return record.span


class Settled(NamedTuple):
    """What became of one decision on a text: it `applies` to the record `key`, waits for `review` since only an
    overlapping record was found, or stays as a `human` record beside what was read."""

    decision: Decision
    state: Literal["applies", "review", "human"]
    key: str | None


def settle(analysis: Analysis, held: Iterable[Decision]) -> list[Settled]:
    """How the decisions `held` on this text bear on what was read from it."""
    return [_settled(analysis, decision) for decision in held if decision.kind != "link"]


def _settled(analysis: Analysis, decision: Decision) -> Settled:
    records: Sequence[Decidable] = getattr(analysis, LISTS[decision.kind])
    exact = [record for record in records if key_span(record) == decision.span]
    if exact and decision.span.of(analysis.text) == decision.quoted:
        return Settled(decision, "applies", max(exact, key=lambda record: _alike(record, decision.value)).id)
    near = next((record for record in records if key_span(record).overlaps(decision.span)), None)
    return Settled(decision, "review" if near is not None else "human", near.id if near is not None else None)


def _alike(record: Decidable, value: Any) -> int:
    """In how many fields a record agrees with a human value: two records may have one key span."""
    fields = msgspec.to_builtins(record)
    return sum(fields.get(name) == held for name, held in value.items()) if isinstance(value, dict) else 0


def applied(analysis: Analysis, settled: Iterable[Settled]) -> Analysis:
    """The analysis as people left it: rejected records are gone, edited ones have the human value, and records that
    only a person holds are there with an id of their own (h1, h2 …)."""
    lists: dict[str, list[Any]] = {name: list(getattr(analysis, name)) for name in LISTS.values()}
    for number, (decision, state, key) in enumerate(settled, 1):
        records = lists[LISTS[decision.kind]]
        at = next((i for i, record in enumerate(records) if record.id == key), None)
        if state == "applies" and at is not None and decision.action == "reject":
            gone = records.pop(at)
            if isinstance(gone, Claim):
                _unlink(gone, lists)
        elif state == "applies" and at is not None and decision.action == "edit":
            records[at] = replace(valued(decision), id=records[at].id)
        elif state == "human" and decision.action in ("accept", "edit"):
            records.append(replace(valued(decision), id=f"h{number}"))
    return replace(analysis, **{name: tuple(records) for name, records in lists.items()})


def valued(decision: Decision) -> Decidable:
    """The record in a decision's value; raises StoreError where it is none of that kind."""
    try:
        return msgspec.convert(decision.value, TYPES[decision.kind])
    except msgspec.ValidationError as error:
        raise StoreError(f"decision {decision.id}: its value is no {decision.kind}: {error}") from error


def _unlink(gone: Claim, lists: dict[str, list[Any]]) -> None:
    """Hands what stood inside a rejected claim to the claim around it."""
    for name in ("figures", "events", "arrangements"):
        lists[name] = [replace(r, claim=gone.outer) if r.claim == gone.id else r for r in lists[name]]
    lists["claims"][:] = [
        replace(
            claim,
            outer=gone.outer if claim.outer == gone.id else claim.outer,
            chain=tuple(link for link in claim.chain if link != gone.id),
        )
        for claim in lists["claims"]
    ]
