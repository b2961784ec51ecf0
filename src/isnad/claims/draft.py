"""One claim in the making."""

from __future__ import annotations

from typing import Literal

from isnad.claims.frames import Frame
from isnad.claims.openings import object_stance
from isnad.lexicon.cues import Cue, CueReading
from isnad.names.parts import Phrase
from isnad.records import Stance
from isnad.text import Reading

DraftKind = Literal["verb", "participle", "masdar", "source", "bare", "headline"]


class Draft:
    """One claim in the making. Token positions are half-open; `cue_first` is -1 for a claim without a cue;
    `cue_cut` are the code points to leave out at the start of the first and the end of the last cue token."""

    __slots__ = (
        "addressee", "colon", "content", "content_offset", "cue", "cue_cut", "cue_end", "cue_first", "end", "form",
        "gender", "host", "impersonal", "kind", "lead", "located", "number", "outer", "pronoun", "relative", "sentence",
        "stance", "subject", "subject_at", "tense", "until", "via", "why",
    )  # fmt: skip

    def __init__(self, kind: DraftKind, cue: Cue | None, first: int, end: int, sentence: int) -> None:
        self.kind = kind
        self.cue = cue
        self.cue_first = first
        self.cue_end = end
        self.cue_cut = (0, 0)
        self.sentence = sentence
        self.form: Literal["clause", "direct", "act"] = "clause"
        self.content = -1
        self.content_offset = 0
        self.end = -1
        self.until = -1  # where content that stands before its cue ends
        self.colon = False
        self.subject: Phrase | None = None
        self.subject_at: Literal["after", "before", "shared", "none"] = "none"
        self.via: tuple[int, int, int] | None = None
        self.addressee: tuple[int, int, int] | None = None
        self.lead = False
        self.relative = False
        self.number = ""
        self.gender = ""
        self.impersonal = False  # a passive: nobody is named, and nobody is meant
        self.outer: Draft | None = None
        self.host: Draft | None = None  # the claim whose content a source shares that stands before it
        self.tense = ""
        self.located = False  # a pronoun after the verb takes up an occasion
        self.pronoun = False  # the verb carries its object
        self.stance: Stance = cue.stance if cue is not None else "states"
        self.why: list[str] = []

    @property
    def at(self) -> int:
        """The token at which the claim stands in the text: its cue, or its content where it has none."""
        return self.cue_first if self.cue_first >= 0 else self.content


def draft_of(kind: DraftKind, r: Reading, i: int, reading: CueReading, number: int, frame: Frame) -> Draft:
    draft = Draft(kind, reading.cue, i, i + 1, number)
    draft.cue_cut = (reading.start, 0)
    draft.form, draft.content, draft.content_offset = frame.kind, frame.content, frame.offset
    draft.subject, draft.via, draft.addressee = frame.subject, frame.via, frame.addressee
    draft.subject_at = "after" if frame.subject is not None else "none"
    draft.colon = frame.colon
    draft.stance = reading.cue.stance
    if frame.kind == "act" and reading.cue.objects:
        draft.stance = object_stance(r, frame.content, reading.cue, r.sentences[number][1]) or draft.stance
    draft.why.append(f"{reading.cue.id} ({reading.form.tense}) + {frame.kind}")
    return draft
