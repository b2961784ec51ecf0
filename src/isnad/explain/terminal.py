"""One document's analysis as lines for a terminal.

Arabic stands in bidi isolates (U+2068 … U+2069), so that a terminal that orders by direction keeps each value
in its own place, and one that does not prints it as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from isnad.events import refused
from isnad.explain.words import (
    context,
    count,
    facts,
    heading,
    links,
    parties,
    pieces,
    roles,
    tellers,
    tie_facts,
    title,
    visible,
)
from isnad.records import Analysis, Claim, Event, Figure

_AROUND = 40  # code points of context on each side of a claim
_STYLES = {
    "content": "green",
    "speaker": "bold cyan",
    "cue": "bold magenta",
    "via": "yellow",
    "addressee": "blue",
    "figure": "bold red",
}


def isolated(text: str) -> str:
    """`text`, made safe to print, in a first-strong isolate."""
    return f"\u2068{visible(text)}\u2069"


def lines(analysis: Analysis) -> Iterator[Text]:
    """The lines that explain one document: heading, each claim and figure with its chain and rule, each event with its
    roles, who is bound to whom, what gave no event, what is unread."""
    yield Text(isolated(analysis.id), style="bold")
    if analysis.skipped is not None:
        yield Text(f"  skipped: {analysis.skipped}", style="yellow")
        return
    yield Text(f"  {isolated(title(analysis))}")
    yield Text(f"  {heading(analysis)}", style="dim")
    by_id = {claim.id: claim for claim in analysis.claims}
    for claim in analysis.claims:
        yield Text()
        yield from _claim(analysis, claim, by_id)
    for figure in analysis.figures:
        yield Text()
        yield from _figure(analysis, figure, by_id)
    if analysis.arrangements:
        yield Text()
        yield Text("  arrangements", style="bold")
    for tie in analysis.arrangements:
        name, bound = isolated(tie.name), isolated(parties(tie))
        yield Text(f"    {tie.id}  {name}  {bound}  {tie_facts(analysis, tie)}  ({tie.why})")
    for event in analysis.events:
        yield Text()
        yield from _event(analysis, event)
    yield from _refused(analysis)
    if analysis.unread:
        yield Text()
        yield Text("  unread", style="bold")
    for place in analysis.unread:
        words = isolated(place.span.of(analysis.text))
        yield Text(f"    {place.span.start}-{place.span.end}  {place.what}: {words}  ({place.why})")
    yield Text()


def _claim(analysis: Analysis, claim: Claim, by_id: dict[str, Claim]) -> Iterator[Text]:
    chain = " → ".join(map(isolated, links(analysis, claim, by_id)))
    yield Text.assemble("  ", (claim.id, "bold"), "  ", (chain, "bold"))
    yield _row("reads", facts(claim))
    shown = list(pieces(claim, analysis.text, around=_AROUND))
    words = Text("\u2068" + ("… " if shown[0].span.start > 0 else ""))
    for piece in shown:
        style = " ".join(style for role, style in _STYLES.items() if role in piece.roles)
        words.append(visible(piece.span.of(analysis.text)), style=style or "dim")
    words.append((" …" if shown[-1].span.end < len(analysis.text) else "") + "\u2069")
    yield _row("words", words)
    for role, span in sorted(roles(claim).items(), key=lambda item: item[1]):
        yield _row(role, Text(isolated(span.of(analysis.text)), style=_STYLES[role]))
    yield _row("why", claim.why)


def _figure(analysis: Analysis, figure: Figure, by_id: dict[str, Claim]) -> Iterator[Text]:
    chain = " → ".join(map(isolated, tellers(analysis, figure, by_id)))
    yield Text.assemble("  ", (figure.id, "bold"), "  ", (chain, "bold"))
    yield _row("counts", count(figure))
    text, span = analysis.text, figure.span
    around = context(span, text, around=_AROUND)
    words = Text("\u2068" + ("… " if around.start > 0 else ""))
    words.append(visible(text[around.start : span.start]), style="dim")
    words.append(visible(span.of(text)), style=_STYLES["figure"])
    words.append(visible(text[span.end : around.end]), style="dim")
    words.append((" …" if around.end < len(text) else "") + "\u2069")
    yield _row("words", words)
    yield _row("why", figure.why)


def _event(analysis: Analysis, event: Event) -> Iterator[Text]:
    """An event: its type and words, who did it to whom, where and when, and the rule."""
    kind = f"{event.type} {event.mode or ''}".strip()
    told = f"{event.status}{', background' if event.background else ''}"
    yield Text.assemble(
        "  ", (event.id, "bold"), "  ", (kind, "bold"), f"  {told}, told by {event.claim or 'the outlet'}"
    )
    words = " … ".join(isolated(span.of(analysis.text)) for span in event.mentions)
    yield _row("triggers", Text(words, style=_STYLES["cue"]))
    for name, sides in (("actor", event.actors), ("recipient", event.recipients)):
        for party in sides:
            yield _row(name, Text.assemble(isolated(party.span.of(analysis.text)), f" {party.country or 'no state'}"))
    if event.place is not None:
        yield _row("place", Text.assemble(isolated(event.place.name), f" {event.place.country or ''}"))
    if event.date is not None:
        yield _row("date", event.date.value)
    yield _row("why", event.why)


def _refused(analysis: Analysis) -> Iterator[Text]:
    """The trigger words that evoke no event, and why."""
    found = refused(analysis)
    if found:
        yield Text()
        yield Text("  no event", style="bold")
    for span, why in found:
        yield Text(f"    {span.start}-{span.end}  {isolated(span.of(analysis.text))}  ({why})")


def _row(name: str, value: str | Text) -> Text:
    return Text.assemble("      ", (f"{name:10}", "dim"), value)
