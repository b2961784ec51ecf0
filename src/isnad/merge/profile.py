"""From one document's analysis to all that merging needs of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from isnad.dates import find_expressions, parse_timestamp
from isnad.lexicon import joined
from isnad.merge.blame import blame
from isnad.merge.credits import credits
from isnad.merge.incidents import incidents
from isnad.merge.records import Profile
from isnad.merge.shingles import prints
from isnad.merge.terms import terms
from isnad.merge.tolls import tolls
from isnad.merge.wording import weighed
from isnad.records import Analysis, Document
from isnad.text import Reading, View


def profile(analysis: Analysis, document: Document | None = None) -> Profile:
    """The profile of one document; `document` adds what only its container knows, time and address."""
    view = View(analysis.text)
    reading = Reading(view, [block.span.start for block in analysis.blocks], joined.cuts)
    anchor = date.fromisoformat(analysis.anchor.value[:10]) if analysis.anchor is not None else None
    times = find_expressions(view, anchor)
    words, title = weighed(view, analysis.blocks)
    outlet = analysis.outlet
    time = _time(analysis, document)
    day = time[:10] if time is not None else analysis.anchor.value[:10] if analysis.anchor is not None else None
    return Profile(
        id=analysis.id,
        sha256=analysis.sha256,
        outlet=outlet.id if outlet is not None else "",
        outlet_name=outlet.name if outlet is not None else "",
        country=outlet.country if outlet is not None else None,
        url=document.url if document is not None else None,
        time=time,
        day=day,
        words=words,
        title=title,
        incidents=incidents(analysis),
        tolls=tolls(analysis, reading, times),
        blame=blame(analysis),
        terms=terms(analysis, reading),
        credits=credits(analysis),
        **prints(view, analysis.blocks)._asdict(),
    )


def _time(analysis: Analysis, document: Document | None) -> str | None:
    """When it was published, to the minute where text or container say so; in UTC where the zone is known."""
    stated = analysis.published
    container = parse_timestamp(document.crawled) if document is not None and document.crawled is not None else None
    if stated is not None and stated.precision == "minute":
        return _utc(datetime.fromisoformat(stated.value))
    if isinstance(container, datetime) and (stated is None or _utc(container)[:10] == stated.value[:10]):
        return _utc(container)
    if stated is not None:
        return stated.value
    return container.isoformat() if container is not None else None


def _utc(moment: datetime) -> str:
    known = moment.astimezone(UTC) if moment.tzinfo is not None else moment
    return known.isoformat(timespec="minutes")
