"""Who blames whom for what a document tells of, who takes it upon himself, and who denies it."""

from __future__ import annotations

from typing import Literal

from isnad.merge.records import Blame
from isnad.records import Analysis, Claim, Event, Party, Span

_MOST = 12
_PARTIES = frozenset({"person", "office", "organisation", "government", "group"})


def blame(analysis: Analysis) -> tuple[Blame, ...]:
    """All accusations and denials of the document, in text order."""
    claims = {claim.id: claim for claim in analysis.claims}
    parties = {e.id: e.name for e in analysis.entities if e.kind in _PARTIES}
    found = [
        record
        for event in analysis.events
        if event.type == "ACCUSE" and event.status in ("actual", "denied")
        for record in _accusation(event, claims, parties)
    ]
    found.extend(record for claim in analysis.claims if claim.stance == "denies" for record in _denial(claim))
    kept: dict[tuple[str, str, str], Blame] = {}
    for record in sorted(found, key=lambda r: r.span):
        kept.setdefault((record.blamed, record.by, record.stance), record)
    return tuple(kept.values())[:_MOST]


def _accusation(event: Event, claims: dict[str, Claim], parties: dict[str, str]) -> list[Blame]:
    """One record for everybody who is accused; by the accuser, else by whoever tells of it. A deed that is condemned
    («دان الهجوم») is nobody."""
    teller = claims.get(event.claim) if event.claim is not None else None
    by = _names(event.actors) or (teller.name if teller is not None else None)
    stance: Literal["asserts", "denies"] = "denies" if event.status == "denied" else "asserts"
    return [
        Blame(blamed=parties[party.entity], by=by, stance=stance, span=event.trigger)
        for party in event.recipients
        if by is not None and party.entity in parties and parties[party.entity] != by
    ]


def _denial(claim: Claim) -> list[Blame]:
    """Whoever denies speaks of what he is blamed for."""
    if claim.name is None or claim.kind not in _PARTIES:
        return []
    span = claim.cue if claim.cue is not None else Span(claim.content.start, claim.content.start + 1)
    return [Blame(blamed=claim.name, by=claim.name, stance="denies", span=span)]


def _names(parties: tuple[Party, ...]) -> str | None:
    return parties[0].name if parties else None
