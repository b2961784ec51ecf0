"""Runs the engine on a short invented article and shows its events as words instead of spans."""

from __future__ import annotations

from typing import NamedTuple

from isnad.analyse import analyse
from isnad.records import Analysis, Document, Span

HEADLINE = "خبر قصير من الوادي"


class Happened(NamedTuple):
    """One event in words; `mentions` are all words that evoke it, `claim` the cue of the claim that tells it."""

    type: str
    mode: str | None
    mentions: tuple[str, ...]
    actor: str
    actor_country: str | None
    recipient: str
    recipient_country: str | None
    place: str
    date: str
    status: str
    background: bool
    claim: str | None


def read(body: str, headline: str = HEADLINE, crawled: str = "2018-10-03") -> Analysis:
    """The analysis of an article with this headline and body, published on `crawled`."""
    return analyse(Document(id="invented", text=f"{headline}\n\n{body}\n", crawled=crawled))


def happened(body: str, headline: str = HEADLINE) -> list[Happened]:
    """The events of an article with this headline and body, in text order."""
    analysis = read(body, headline)

    def words(span: Span | None) -> str:
        return span.of(analysis.text) if span is not None else ""

    cues = {claim.id: words(claim.cue) for claim in analysis.claims}
    return [
        Happened(
            type=event.type,
            mode=event.mode,
            mentions=tuple(words(span) for span in event.mentions),
            actor=words(event.actor),
            actor_country=event.actor_country,
            recipient=words(event.recipient),
            recipient_country=event.recipient_country,
            place=event.place.name if event.place is not None else "",
            date=event.date.value if event.date is not None else "",
            status=event.status,
            background=event.background,
            claim=cues[event.claim] if event.claim is not None else None,
        )
        for event in analysis.events
    ]


def reported(body: str, headline: str = HEADLINE) -> list[tuple[str, str]]:
    """Type and status of the events that the article reports."""
    return [(event.type, event.status) for event in happened(body, headline) if not event.background]
