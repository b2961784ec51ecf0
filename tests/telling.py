"""Runs the engine on a short invented article and shows its claims as words instead of spans."""

from __future__ import annotations

from typing import NamedTuple

from isnad.analyse import analyse
from isnad.records import Analysis, Document, Span

HEADLINE = "خبر قصير من الوادي"


class Told(NamedTuple):
    """One claim in words. `speaker` is "" where the sentence names nobody; `outer` is the cue of the claim around
    it, "" for an outer claim without a cue and None for none; `entity` tells whether two claims have one
    speaker; `speakers` are the names of all who speak together."""

    cue: str
    speaker: str
    name: str | None
    content: str
    form: str
    stance: str
    via: str | None
    addressee: str | None
    outer: str | None
    kind: str
    entity: str | None
    speakers: tuple[str | None, ...]


def read(body: str, headline: str = HEADLINE) -> Analysis:
    """The analysis of an article with this headline and body."""
    return analyse(Document(id="invented", text=f"{headline}\n\n{body}\n"))


def told(body: str, headline: str = HEADLINE) -> list[Told]:
    """The claims of an article with this headline and body, in text order."""
    analysis = read(body, headline)

    def words(span: Span | None) -> str:
        return span.of(analysis.text) if span is not None else ""

    cues = {claim.id: words(claim.cue) for claim in analysis.claims}
    return [
        Told(
            cue=words(claim.cue),
            speaker=words(claim.speaker),
            name=claim.name,
            content=words(claim.content),
            form=claim.form,
            stance=claim.stance,
            via=claim.via.name if claim.via is not None else None,
            addressee=claim.addressee.name if claim.addressee is not None else None,
            outer=cues[claim.outer] if claim.outer is not None else None,
            kind=claim.kind,
            entity=claim.entity,
            speakers=tuple(speaker.name for speaker in claim.speakers),
        )
        for claim in analysis.claims
    ]


def only(body: str, headline: str = HEADLINE) -> Told:
    """The claim of an article that has exactly one."""
    claims = told(body, headline)
    assert len(claims) == 1, claims
    return claims[0]


def cues(body: str, headline: str = HEADLINE) -> list[str]:
    """The reporting words of the article's claims."""
    return [claim.cue for claim in told(body, headline)]


def names(body: str, headline: str = HEADLINE) -> list[tuple[str, str | None]]:
    """Each reporting word with the name of who speaks."""
    return [(claim.cue, claim.name) for claim in told(body, headline)]


def contents(body: str, headline: str = HEADLINE) -> list[tuple[str, str]]:
    """Each reporting word with what it attributes."""
    return [(claim.cue, claim.content) for claim in told(body, headline)]
