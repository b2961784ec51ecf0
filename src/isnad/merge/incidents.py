"""What a document tells of, as far as it helps to know the same event in another document."""

from __future__ import annotations

from isnad.merge.records import Incident
from isnad.records import Analysis, Event

_LEAD = 500  # letters of headline and first sentences
_WEIGHT_HEADLINE, _WEIGHT_LEAD, _WEIGHT_BODY = 2.0, 1.0, 0.5
_REFERRED = 0.3
# A deed says more of what a report is about than the words about it, which follow many deeds.
_FORCE = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
_TALK = 0.4
_KEPT = 12


def incidents(analysis: Analysis) -> tuple[Incident, ...]:
    """The events of the document that did happen, weightiest first."""
    headline = next((block.span for block in analysis.blocks if block.label == "headline"), None)
    end = headline.end if headline is not None else 0
    found = [_incident(event, end) for event in analysis.events if event.status == "actual"]
    return tuple(sorted(found, key=lambda i: (-i.weight, i.day or "", i.place or ""))[:_KEPT])


def _incident(event: Event, headline: int) -> Incident:
    start = min(span.start for span in event.mentions) if event.mentions else event.trigger.start
    weight = _WEIGHT_HEADLINE if start < headline else _WEIGHT_LEAD if start < headline + _LEAD else _WEIGHT_BODY
    if event.background:
        weight *= _REFERRED
    if event.type not in _FORCE:
        weight *= _TALK
    place, date = event.place, event.date
    return Incident(
        type=event.type,
        day=date.value if date is not None and date.precision == "day" else None,
        place=place.name if place is not None and place.country is not None else None,
        name_en=place.name_en if place is not None else None,
        country=place.country if place is not None else None,
        lat=place.lat if place is not None else None,
        lon=place.lon if place is not None else None,
        weight=round(weight, 2),
    )
