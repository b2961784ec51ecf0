"""One event in the making."""

from __future__ import annotations

from isnad.events.parties import Group
from isnad.lexicon.triggers import Trigger, TriggerForm, TriggerReading
from isnad.records import Claim, EventDate, EventPlace, EventType, Span, Status


class Draft:
    """One event in the making. Positions are token indices, half-open; `cut` are the code points to leave out at the
    start of the first and the end of the last token of the trigger.

    `told` says that its sentence reports it («وقع انفجار», «قصف الطيران»), where a bare definite noun only
    refers to it; `places` are all its mentions, (first, end, cut) each, its own first.
    """

    __slots__ = (
        "actor", "also", "article", "away", "background", "carrier", "claim", "cut", "date", "end", "finite", "first",
        "form", "linked", "mutual", "naming", "own", "place", "raw", "recipient", "sentence", "site", "status",
        "suffix", "told", "trigger", "type", "why",
    )  # fmt: skip

    def __init__(self, trigger: Trigger | None, kind: EventType, first: int, end: int, sentence: int) -> None:
        self.trigger = trigger
        self.type: EventType = kind
        self.first = first
        self.end = end
        self.cut = (0, 0)
        self.sentence = sentence
        self.form: TriggerForm | None = None
        self.finite = False  # its trigger is a finite verb
        self.naming = False  # its trigger is a noun or a fixed phrase
        self.suffix = ""
        self.article = False
        self.actor: Group | None = None
        self.recipient: Group | None = None
        self.site: Group | None = None  # what the frame says is a place («took control of»)
        self.mutual = trigger.mutual if trigger is not None else False
        self.linked: Draft | None = None  # the noun whose event this verb goes on to tell
        self.own = False  # a speech act that a claim carries
        self.place: EventPlace | None = None
        self.away = 0  # how far the words that name the place are from it, the lower the surer
        self.date: EventDate | None = None
        self.status: Status = "actual"
        self.background = False
        self.told = False
        self.carrier = -1  # the token of the light verb
        self.claim: Claim | None = None
        self.why: list[str] = []
        self.raw: Span | None = None  # the trigger where a claim's cue gives it
        self.also: list[Span] = []  # further words of the same mention


def draft_of(reading: TriggerReading, first: int, end: int, sentence: int) -> Draft:
    """The draft whose trigger is `reading` at the tokens `[first, end)`."""
    draft = Draft(reading.trigger, reading.trigger.type, first, end, sentence)
    draft.cut = (reading.start, len(reading.suffix))
    draft.form = reading.form
    draft.finite = reading.form.tense in ("perfect", "imperfect")
    draft.naming = reading.form.tense in ("masdar", "noun", "phrase")
    draft.suffix = reading.suffix
    draft.article = reading.article
    draft.why.append(f"{reading.trigger.id} ({reading.form.tense})")
    return draft
