"""What both views say of a record, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, starmap
from typing import NamedTuple

from isnad.records import Analysis, Arrangement, Claim, Figure, Span
from isnad.text.signs import COMMA

NO_OUTLET = "outlet not named"
NO_SPEAKER = "nobody named"

# Signs that would move the cursor, start an escape sequence or turn the reading direction of what follows.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), "\ufffd")
_DIRECTION = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def visible(text: str) -> str:
    """`text` on one line, safe to print: line breaks as ⏎, controls as U+FFFD, direction signs left out.

    >>> visible("قال:\\n«نعم»\\x1b[2J")
    'قال: ⏎ «نعم»\ufffd[2J'
    """
    return text.replace("\r\n", "\n").replace("\n", " ⏎ ").translate(_CONTROLS).translate(_DIRECTION)


class Piece(NamedTuple):
    """A stretch of raw text, in code points, with the roles that it has in a claim."""

    span: Span
    roles: frozenset[str]


def roles(claim: Claim) -> dict[str, Span]:
    """The spans of a claim by role: cue, speaker, content, via, addressee, as far as the text has them."""
    found: dict[str, Span | None] = {
        "content": claim.content,
        "speaker": claim.speaker,
        "cue": claim.cue,
        "via": claim.via.span if claim.via else None,
        "addressee": claim.addressee.span if claim.addressee else None,
    }
    return {role: span for role, span in found.items() if span is not None}


def pieces(claim: Claim, text: str, *, around: int) -> Iterator[Piece]:
    """The claim's own words in order, cut where a role begins or ends, with `around` code points beside.

    `text` is the raw text. Roles that stand far from the content (a speaker of another sentence) are left
    out: their words are shown apart.
    """
    near = {role: span for role, span in roles(claim).items() if _distance(span, claim.content) <= 4 * around}
    begin, end = min(span.start for span in near.values()), max(span.end for span in near.values())
    first, last = context(Span(begin, end), text, around=around)
    borders = sorted({first, last, *(edge for span in near.values() for edge in span)})
    for piece in starmap(Span, pairwise(borders)):
        yield Piece(piece, frozenset(role for role, span in near.items() if span.holds(piece)))


def context(span: Span, text: str, *, around: int) -> Span:
    """The span with up to `around` code points of `text` on each side, cut between words."""
    first = 0 if span.start <= around else text.find(" ", span.start - around, span.start) + 1 or span.start
    last = len(text) if len(text) <= span.end + around else text.rfind(" ", span.end, span.end + around)
    return Span(first, span.end if last < 0 else last)


def _distance(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def links(analysis: Analysis, claim: Claim, by_id: dict[str, Claim]) -> list[str]:
    """The tellers of a claim from the outlet to the speaker, as names; a medium in between says so."""
    result = []
    for link in claim.chain:
        teller = by_id.get(link)
        if link == "outlet":
            result.append(analysis.outlet.name if analysis.outlet else NO_OUTLET)
        elif teller is None:
            result.append(link)
        else:
            if teller.via is not None:
                result.append(teller.via.name)
            result.append(speaker_name(analysis, teller))
    return result


def speaker_name(analysis: Analysis, claim: Claim) -> str:
    """The name of a claim's speaker; else its words in the text; else that nobody is named."""
    if claim.name:
        return claim.name
    return claim.speaker.of(analysis.text) if claim.speaker else NO_SPEAKER


def facts(claim: Claim) -> str:
    """Stance, form, kind, country and score in one line."""
    parts = [claim.stance, claim.form, claim.kind, claim.country, f"{claim.score:.2f}"]
    return " · ".join(part for part in parts if part)


def tellers(analysis: Analysis, figure: Figure, by_id: dict[str, Claim]) -> list[str]:
    """The tellers of a figure from the outlet to whoever states it, as names."""
    claim = by_id.get(figure.claim) if figure.claim is not None else None
    if claim is not None:
        return links(analysis, claim, by_id)
    return [analysis.outlet.name if analysis.outlet else NO_OUTLET]


def count(figure: Figure) -> str:
    """What a figure says, in one line: measure, value, bound, who, whole and score."""
    value = "no number" if figure.value is None else str(figure.value)
    whole = f"part of {figure.part_of}" if figure.part_of else ""
    parts = [figure.measure, value, figure.bound, figure.who, whole, f"{figure.score:.2f}"]
    return " · ".join(part for part in parts if part)


def parties(tie: Arrangement) -> str:
    """Who is bound by an arrangement, with the role of those who are more or less than members."""
    return f"{COMMA} ".join(m.name + ("" if m.role == "member" else f" ({m.role})") for m in tie.members)


def tie_facts(analysis: Analysis, tie: Arrangement) -> str:
    """Kind, judgement and teller of an arrangement in one line."""
    teller = next((claim for claim in analysis.claims if claim.id == tie.claim), None)
    told = f"told by {speaker_name(analysis, teller)}" if teller is not None else "told by the outlet"
    return " · ".join(part for part in (tie.kind, "loaded" if tie.loaded else "", told, f"{tie.score:.2f}") if part)


def heading(analysis: Analysis) -> str:
    """Outlet, dates and counts of a document in one line."""
    outlet, published, anchor = analysis.outlet, analysis.published, analysis.anchor
    parts = []
    if outlet is not None:
        parts.append(f"outlet {outlet.id}" + (f" ({outlet.country})" if outlet.country else ""))
    if published is not None:
        parts.append(f"published {published.value} ({published.calendar})")
    if anchor is not None and anchor.source == "metadata":
        parts.append(f"date of the container {anchor.value}")
    parts.append(f"{len(analysis.claims)} claims")
    parts.append(f"{len(analysis.figures)} figures")
    parts.append(f"{len(analysis.arrangements)} arrangements")
    parts.append(f"{len(analysis.unread)} unread")
    return " · ".join(parts)


def title(analysis: Analysis) -> str:
    """The first headline of a document, or the beginning of its text, at most 120 code points."""
    story = next((s for s in analysis.stories if s.headline), None)
    text = story.headline.of(analysis.text) if story and story.headline else analysis.text.strip()
    return " ".join(visible(text[:200]).replace("⏎", " ").split())[:120]
