"""A document in our own words, with the records that a reader would make of it by hand."""

from __future__ import annotations

from isnad.records import Analysis, Block, Claim, Entity, Figure, Mention, Outlet, Span, Speaker, Story, Unread, Via

TEXT = (
    "إذاعة الوادي: تحقيق في انهيار الجسر\n"
    "نقلت صحيفة الضفة عن الوزير سالم الحداد قوله إن «التحقيق بدأ». وقال شاهد <b>قريب</b>: «سمعت صوتا»."
)


def at(words: str) -> Span:
    """The first place of `words` in the sample."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(
    id: str,
    cue: str | None,
    speaker: str | None,
    content: str,
    *,
    name: str | None = None,
    outer: str | None = None,
    chain: tuple[str, ...] = ("outlet",),
    via: Via | None = None,
) -> Claim:
    """A claim whose parts are given by their words in the sample."""
    said = at(speaker) if speaker else None
    return Claim(
        id=id,
        story=0,
        cue=at(cue) if cue else None,
        speaker=said,
        entity=None,
        name=name,
        kind="person",
        country=None,
        speakers=(Speaker(span=said, entity=None, name=name, kind="person", country=None),),
        content=at(content),
        form="indirect",
        stance="states",
        via=via,
        addressee=None,
        outer=outer,
        chain=(*chain, id),
        score=0.9,
        why=f"rule of {id}",
    )


def figure(id: str, words: str, *, claim: str | None, part_of: str | None = None) -> Figure:
    """A figure whose words stand in the sample."""
    return Figure(
        id=id,
        span=at(words),
        measure="killed",
        value=3,
        bound="exact",
        who="all",
        part_of=part_of,
        claim=claim,
        event=None,
        score=0.95,
        why=f"rule of {id}",
    )


def analysis(**changed: object) -> Analysis:
    """The sample's analysis: a relayed claim that holds another, and a claim without a name."""
    parts: dict[str, object] = {
        "id": "sample.txt",
        "sha256": "0" * 64,
        "text": TEXT,
        "version": "isnad 0",
        "skipped": None,
        "outlet": Outlet(id="wadi", name="إذاعة الوادي", country=None, span=at("إذاعة الوادي")),
        "published": None,
        "anchor": None,
        "blocks": (
            Block(span=Span(0, TEXT.index("\n") + 1), label="headline", story=0),
            Block(span=Span(TEXT.index("\n") + 1, len(TEXT)), label="body", story=0),
        ),
        "stories": (Story(headline=Span(0, TEXT.index("\n")), body=Span(TEXT.index("\n") + 1, len(TEXT))),),
        "entities": (
            Entity(
                id="e1",
                kind="person",
                name="سالم الحداد",
                country=None,
                mentions=(Mention(span=at("الوزير سالم الحداد"), form="title"),),
            ),
        ),
        "claims": (
            claim("c1", "نقلت", "صحيفة الضفة", "عن الوزير سالم الحداد قوله إن «التحقيق بدأ»", name="صحيفة الضفة"),
            claim(
                "c2",
                "قوله",
                "الوزير سالم الحداد",
                "إن «التحقيق بدأ»",
                name="سالم الحداد",
                outer="c1",
                chain=("outlet", "c1"),
            ),
            claim("c3", "قال", "شاهد <b>قريب</b>", "«سمعت صوتا»"),
        ),
        "unread": (Unread(span=at("تحقيق"), what="name not resolved", why="a reason with <angle> & sign"),),
    }
    return Analysis(**{**parts, **changed})  # type: ignore[arg-type]
