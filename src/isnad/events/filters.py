"""What keeps ordinary text silent: sport, business, culture, and crime without a political party give no event."""

from __future__ import annotations

from isnad.events.draft import Draft
from isnad.events.scene import Scene

_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})

_SPORT = "sport-sign"
_SPEECH = frozenset({"REQUEST", "REJECT", "THREATEN"})


def hopeless(s: Scene, draft: Draft) -> str:
    """Why the draft cannot be an event whoever takes part: force without a word of arms in its sentence."""
    if draft.trigger is None or draft.trigger.needs not in ("force", "armed"):
        return ""
    first, stop = s.r.sentences[draft.sentence]
    if s.has_sign("force-sign", first, stop, draft.first) or s.has_sign("armed-name", first, stop, draft.first):
        return ""
    return f"{draft.trigger.id}: no sign of force of arms"


def unfit(s: Scene, draft: Draft) -> str:
    """Why the draft is no event; empty where it is one."""
    actor, recipient = draft.actor, draft.recipient
    political = (actor is not None and actor.political) or (recipient is not None and recipient.political)
    if not political and s.political:
        political = (actor is not None and actor.acts) or (recipient is not None and recipient.acts)
    if draft.own and actor is None and recipient is None:
        return "an act of nobody towards nobody"
    if draft.own:
        return "" if political or s.domain == "" else f"a document of {s.domain} and no political party"
    assert draft.trigger is not None
    trigger = draft.trigger
    armed = (actor is not None and actor.armed) or (recipient is not None and recipient.armed)
    first, stop = s.r.sentences[draft.sentence]
    force = armed or s.has_sign("force-sign", first, stop, besides=draft.first)
    if draft.type in _SPEECH and not (actor is not None and actor.political):
        return f"{trigger.id}: nobody political says it"
    if trigger.needs == "party" and not political:
        return f"{trigger.id}: no political party takes part"
    if trigger.needs == "both" and not (_two(draft) and political):
        return f"{trigger.id}: needs a doer and somebody it is done to"
    if trigger.needs == "recipient" and recipient is None:
        return f"{trigger.id}: needs somebody it is done to"
    if trigger.needs == "country" and not any(g is not None and (g.country or g.political) for g in (actor, recipient)):
        return f"{trigger.id}: no state takes part"
    if trigger.needs in ("force", "armed") and not force:
        return f"{trigger.id}: no sign of force of arms"
    if trigger.needs == "armed" and not armed and not s.has_sign("armed-name", first, stop, besides=draft.first):
        return f"{trigger.id}: nobody armed takes part"
    if trigger.result and not force and s.has_sign("accident-sign", first, stop):
        return f"{trigger.id}: by accident"
    violent = draft.type in _VIOLENT
    if s.domain and not (political and ((armed if s.domain == _SPORT else force) or not violent)):
        return f"a document of {s.domain} and no political party"
    return ""


def unlikely(draft: Draft) -> str:
    """Why something that did not happen is not worth a record: nobody named does it, or it is but an aim."""
    if draft.own:
        return ""
    if draft.status == "actual":
        return "" if _asserted(draft) else "named, but nobody is said to have done it, nowhere and at no time"
    if draft.status == "planned" and draft.type in ("CONSULT", "AGREE", "RETREAT", "AID", "PROTEST"):
        return ""
    known = draft.actor is not None and (draft.recipient is not None or draft.place is not None)
    if (draft.finite or draft.carrier >= 0) and known:
        return ""
    if draft.status == "denied" and draft.claim is not None and draft.claim.stance == "denies":
        return ""
    if draft.status == "planned" and draft.told and draft.actor is not None:
        return ""
    return f"{draft.status}, and nobody is said to do it"


def _two(draft: Draft) -> bool:
    """Whether two sides are named: «بحث الوزير مع السفير», «ناقش الرئيسان», «لقائهما»."""
    if draft.actor is None:
        return False
    both = draft.mutual and (draft.actor.number in ("d", "p") or (draft.form is not None and draft.form.number == "d"))
    return draft.recipient is not None or both


def _asserted(draft: Draft) -> bool:
    """Whether a noun tells of one event and not of a kind: «توجيهات بإطلاق النار» does not."""
    if draft.told or not draft.naming or draft.background or draft.article:
        return True
    known = draft.actor is not None or (draft.recipient is not None and draft.recipient.political)
    return known or draft.place is not None or draft.date is not None
