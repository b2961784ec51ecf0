"""Analyses as one self-contained right-to-left HTML page.

Nothing is loaded from outside: style and script stand in the page, and its content security policy admits
these two by digest and nothing else. Every text is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from isnad.explain.segments import Mark, Segment, segments, unread_id
from isnad.explain.words import count, facts, heading, links, parties, speaker_name, tellers, tie_facts, title, visible
from isnad.records import Analysis, Arrangement, Block, Claim, Entity, Figure, Span, Unread

_HERE = Path(__file__).parent
_ROLES = (
    "content", "speaker", "cue", "via", "addressee", "figure", "outlet", "published", "mention", "arrangement",
    "unread",
)  # fmt: skip
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), "\ufffd")
_LONG = 220  # code points of content that the list beside the text shows


def page(analyses: Sequence[Analysis]) -> Iterator[str]:
    """The page, piece by piece: a table of contents, then each document with its records beside its text."""
    style = (_HERE / "page.css").read_text("utf-8")
    script = (_HERE / "page.js").read_text("utf-8")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>isnad explain</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    yield _contents(analyses)
    for number, analysis in enumerate(analyses, 1):
        yield from _article(number, analysis)
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _contents(analyses: Sequence[Analysis]) -> str:
    rows = "".join(
        f'<li><a href="#d{number}"><bdi>{_html(title(a) or a.id)}</bdi></a> '
        f'<span class="latin">{_html(a.id)} · {_html(a.skipped or heading(a))}</span></li>\n'
        for number, a in enumerate(analyses, 1)
    )
    count = f"{len(analyses)} document" + ("" if len(analyses) == 1 else "s")
    top = f'<h1 class="latin">isnad explain: {count}</h1>'
    return f'<header>\n{top}\n<ul class="contents">\n{rows}</ul>\n</header>\n'


def _article(number: int, analysis: Analysis) -> Iterator[str]:
    status = f"skipped: {analysis.skipped}" if analysis.skipped is not None else heading(analysis)
    yield (
        f'<article id="d{number}">\n<h2><bdi>{_html(title(analysis))}</bdi></h2>\n'
        f'<p class="latin">{_html(visible(analysis.id))}</p>\n<p class="latin">{_html(status)}</p>\n'
        '<div class="pair">\n<div class="text">'
    )
    yield from _blocks(analysis)
    yield '</div>\n<div class="records">\n'
    by_id = {claim.id: claim for claim in analysis.claims}
    yield from _list("claims", (_claim(analysis, claim, by_id) for claim in analysis.claims))
    yield from _list("figures", (_figure(analysis, figure, by_id) for figure in analysis.figures))
    yield from _list("arrangements", (_arrangement(analysis, tie) for tie in analysis.arrangements))
    yield from _list("unread", (_unread(analysis, n, place) for n, place in enumerate(analysis.unread)))
    yield from _list("names", map(_entity, analysis.entities))
    yield "</div>\n</div>\n</article>\n"


def _blocks(analysis: Analysis) -> Iterator[str]:
    """The text with its marks, block by block; a document without blocks is one block without a label."""
    blocks = analysis.blocks or (Block(span=Span(0, len(analysis.text)), label="body", story=None),)
    pieces = segments(analysis)
    piece = next(pieces, None)
    for block in blocks:
        label = block.label if analysis.blocks else "text"
        story = f" {block.story}" if block.story else ""
        yield f'<div class="block {label}"><span class="latin">{label}{story}</span>'
        while piece is not None and piece.span.start < block.span.end:
            yield _segment(analysis, piece)
            piece = next(pieces, None)
        yield "</div>"


def _segment(analysis: Analysis, segment: Segment) -> str:
    text = _html(segment.span.of(analysis.text))
    if not segment.marks:
        return text
    classes, data = [], []
    for role in _ROLES:
        ids = _ids(segment.marks, role)
        if not ids:
            continue
        classes.append(role)
        if role == "content" and len(ids) > 1:
            classes.append(f"depth{min(len(ids), 3)}")
        data.append(f' data-{role}="{_html(" ".join(ids))}"')
    return f'<span class="{" ".join(classes)}"{"".join(data)}>{text}</span>'


def _ids(marks: Iterable[Mark], role: str) -> list[str]:
    return [mark.id for mark in marks if mark.role == role]


def _list(name: str, rows: Iterable[str]) -> Iterator[str]:
    found = list(rows)
    yield f"<h3>{name} ({len(found)})</h3>\n<ul>\n"
    yield from found
    yield "</ul>\n"


def _row(show: str, inside: str) -> str:
    return f'<li tabindex="0" data-show="{_html(show)}">{inside}</li>\n'


def _claim(analysis: Analysis, claim: Claim, by_id: dict[str, Claim]) -> str:
    chain = " ← ".join(f"<bdi>{_html(name)}</bdi>" for name in links(analysis, claim, by_id))
    cue = f"<b>{_html(claim.cue.of(analysis.text))}</b> " if claim.cue else ""
    content = visible(claim.content.of(analysis.text))
    words = content if len(content) <= _LONG else content[: _LONG - 1] + "…"
    speaker = speaker_name(analysis, claim)
    return _row(
        claim.id,
        f"<strong>{chain or _html(speaker)}</strong> "
        f'<span class="words"><bdi>{cue}{_html(words)}</bdi></span>'
        f'<span class="latin">{_html(claim.id)} · {_html(facts(claim))}</span>'
        f'<span class="latin">{_html(claim.why)}</span>',
    )


def _figure(analysis: Analysis, figure: Figure, by_id: dict[str, Claim]) -> str:
    chain = " ← ".join(f"<bdi>{_html(name)}</bdi>" for name in tellers(analysis, figure, by_id))
    return _row(
        figure.id,
        f"<strong>{chain}</strong> "
        f'<span class="words"><bdi>{_html(visible(figure.span.of(analysis.text)))}</bdi></span>'
        f'<span class="latin">{_html(figure.id)} · {_html(count(figure))}</span>'
        f'<span class="latin">{_html(figure.why)}</span>',
    )


def _arrangement(analysis: Analysis, tie: Arrangement) -> str:
    return _row(
        tie.id,
        f"<strong><bdi>{_html(visible(tie.name))}</bdi></strong> <bdi>{_html(parties(tie))}</bdi>"
        f'<span class="latin">{_html(tie.id)} · {_html(tie_facts(analysis, tie))}</span>'
        f'<span class="latin">{_html(tie.why)}</span>',
    )


def _unread(analysis: Analysis, number: int, place: Unread) -> str:
    return _row(
        unread_id(number),
        f"<bdi>{_html(visible(place.span.of(analysis.text)))}</bdi>"
        f'<span class="latin">{_html(place.what)}</span>'
        f'<span class="latin">{_html(place.why)}</span>',
    )


def _entity(entity: Entity) -> str:
    known = " · ".join(part for part in (entity.id, entity.kind, entity.sector, entity.country, entity.kb) if part)
    count = len(entity.mentions)
    return _row(entity.id, f'<bdi>{_html(entity.name)}</bdi> <span class="latin">{_html(known)} · {count}×</span>')


def _html(text: str) -> str:
    """`text` for an element or an attribute in double quotes; what HTML cannot hold becomes U+FFFD."""
    return escape(text.translate(_CONTROLS))
