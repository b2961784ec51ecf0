"""Which agencies and outlets a document names as the origin of its report: in its byline, dateline and «المصدر:» line,
or as those through whom its claims came."""

from __future__ import annotations

import re

from isnad.lexicon.actors import outlet_by_name
from isnad.merge.records import Credit
from isnad.records import Analysis, Span
from isnad.text import fold

_NAMES = re.compile("[^()\\[\\]\u060c,/|:\\-–—\n]+")
_SOURCE_LINES = frozenset({"byline", "dateline", "boilerplate"})
_LONGEST = 200  # letters of a line that credits a source


def credits(analysis: Analysis) -> tuple[Credit, ...]:
    """All credits, those of the whole report first; the document's own outlet credits nobody."""
    own = analysis.outlet.id if analysis.outlet is not None else None
    found: dict[tuple[str, bool], Credit] = {}
    for block in analysis.blocks:
        if block.label in _SOURCE_LINES and block.span.end - block.span.start <= _LONGEST:
            for match in _NAMES.finditer(block.span.of(analysis.text)):
                start = block.span.start + match.start()
                _add(found, match[0].strip(), Span(start, start + len(match[0])), own, whole=True)
    for claim in analysis.claims:
        if claim.via is not None:
            _add(found, claim.via.name, claim.via.span, own, whole=False)
        elif claim.kind == "media" and claim.name is not None and claim.speaker is not None:
            _add(found, claim.name, claim.speaker, own, whole=False)
    return tuple(sorted(found.values(), key=lambda c: (not c.whole, c.span)))


def _add(found: dict[tuple[str, bool], Credit], name: str, span: Span, own: str | None, *, whole: bool) -> None:
    outlet = outlet_by_name(fold(name))
    if outlet is None or outlet.id == own or (whole and not outlet.agency):
        return
    found.setdefault((outlet.id, whole), Credit(outlet=outlet.id, name=outlet.name, span=span, whole=whole))
