"""Speech acts that are events themselves: whoever accuses, praises, demands, rejects, threatens.

The claims room has read the cue, the speaker and the content; here the cue is the trigger, the speaker the actor,
and whom the content is about the recipient («اتهم [الوزير] [المسلحين] بقتل …»).
"""

from __future__ import annotations

from isnad.events.aims import aim_of
from isnad.events.draft import Draft
from isnad.events.parties import Group, Member, read_group
from isnad.events.scene import Scene, bare
from isnad.lexicon import grammar, triggers
from isnad.lexicon.affixes import FOR, FOR_THE
from isnad.records import Claim, EventType, Span, Speaker, Stance

ACTS: dict[Stance, EventType] = {
    "accuses": "ACCUSE",
    "condemns": "ACCUSE",
    "praises": "SUPPORT",
    "greets": "SUPPORT",
    "demands": "REQUEST",
    "rejects": "REJECT",
    "threatens": "THREATEN",
    "promises": "AGREE",
}
_CREDITED = frozenset({"COERCE", "MOBILIZE", "ASSAULT", "CONSULT", "AGREE", "AID"})  # what one tells of oneself
_PREDICATE = 20  # tokens of the content in which what somebody is called stands
_HEAD = 4  # tokens of the content in which its noun stands («offered [condolences]»)
_FORMAL = frozenset({"SUPPORT", "REJECT"})  # types whose clause is mere opinion: an act only over a noun phrase


def act_drafts(s: Scene) -> list[Draft]:
    """The events that the claims of the document are, in text order."""
    result = []
    for claim in s.claims:
        kind = ACTS.get(claim.stance) or _by_content(s, claim)
        if kind is None or claim.cue is None or (kind in _FORMAL and claim.form != "act"):
            continue
        if kind == "ACCUSE" and _strikes(s, claim):
            s.void.add(claim.id)
            continue
        if is_paper(s, claim):
            continue
        reticent = kind == "REJECT" and _silent(s, claim)
        if reticent or _prays(s, claim) or (claim.speakers and claim.kind == "document"):
            continue
        if kind == "AGREE" and _menaces(s, claim):
            kind = "THREATEN"
        draft = _draft(s, claim, kind)
        if draft is not None:
            result.append(draft)
    return result


def _by_content(s: Scene, claim: Claim) -> EventType | None:
    """«وصف الوزير القانون بأنه عنصري» blames; «حذر الرئيس إيران من الرد» threatens whom it names."""
    if claim.cue is None:
        return None
    first, end = s.tokens(claim.content)
    if claim.stance == "judges":
        token = s.token(claim.cue.start)
        cue = s.r.words[token][claim.cue.start - s.r.raw_starts[token] :]
        if cue not in grammar.words("describing"):
            return None
        harsh = any(bare(w) in grammar.words("blame-sign") for w in s.r.words[first : min(end, first + _PREDICATE)])
        return "ACCUSE" if harsh else None
    if claim.stance != "warns":
        return None
    warned = aim_of(s, claim, "THREATEN")
    return "THREATEN" if warned is not None and warned.political else None


def is_paper(s: Scene, claim: Claim) -> bool:
    """«مشروع قرار يدعو إلى …», «لافتات تطالب بـ…»: what is written demands nothing by itself."""
    if not claim.speakers or claim.speakers[0].span is None:
        return False
    head, _ = s.tokens(claim.speakers[0].span)
    return bare(s.r.words[head]) in grammar.words("paper")


def _strikes(s: Scene, claim: Claim) -> bool:
    """«شن الجيش هجوما»: a light verb and a deed of force, which a cue of criticism («شن هجوما لاذعا») looks like."""
    assert claim.cue is not None
    first, _ = s.tokens(claim.content)
    light = triggers.carriers(s.r.words[s.token(claim.cue.start)])
    return bool(light) and any(x.trigger.type == "ASSAULT" for x in triggers.find(s.r.words[first]))


def _menaces(s: Scene, claim: Claim) -> bool:
    """«تعهد بالرد على الهجوم»: what is promised is force."""
    first, end = s.tokens(claim.content)
    return any(s.r.words[i] in grammar.words("threat-sign") for i in range(first, min(end, first + 14)))


def _silent(s: Scene, claim: Claim) -> bool:
    """«رفض الحديث عن …», «رفضه كل أشكال العنف»: a wish not to speak, or a matter of principle."""
    first, end = s.tokens(claim.content)
    return any(s.r.words[i] in grammar.words("no-reject") for i in range(first, min(end, first + 2)))


def _prays(s: Scene, claim: Claim) -> bool:
    """«داعيا الله أن …», «متمنيا للمصابين الشفاء»: a prayer or wish is no act towards anybody."""
    first, end = s.tokens(claim.content)
    cue = s.tokens(claim.cue)[1] if claim.cue is not None else first
    near = (*range(cue, min(cue + 2, first)), *range(first, min(end, first + 3)))
    return any(s.r.words[i] in grammar.words("prayer") for i in near)


def _draft(s: Scene, claim: Claim, kind: EventType) -> Draft | None:
    assert claim.cue is not None
    first, end = s.tokens(claim.cue)
    number = s.r.sentence_of[first]
    if number not in s.story:
        return None
    draft = Draft(None, kind, first, end, number)
    draft.raw = claim.cue
    draft.own = draft.told = True
    draft.actor = speakers_of(s, claim, first)
    draft.recipient = aim_of(s, claim, kind)
    draft.why.append(f"{claim.id} {claim.stance}")
    _noun_of_content(s, draft, claim, kind)
    if claim.stance == "greets" and not draft.also and not _evokes(s.r.words[first], kind):
        return None  # «he expressed his regret»
    return draft


def _evokes(text: str, kind: EventType) -> bool:
    """Whether the cue is itself a word of the trigger tables for this type («هنأ», «شكر»)."""
    return any(reading.trigger.type == kind for reading in triggers.find(text))


def _noun_of_content(s: Scene, draft: Draft, claim: Claim, kind: EventType) -> None:
    """«قدم تعازيه إلى الحكومة»: the noun in the content is the trigger, and the preposition after it names whom."""
    first, end = s.tokens(claim.content)
    for i in range(first, min(first + _HEAD, end)):
        text = s.r.words[i]
        for reading in triggers.find(text) if text[0].isalpha() else ():
            if reading.trigger.type != kind or reading.form.tense not in ("masdar", "noun") or reading.trigger.objects:
                continue
            start = s.r.starts[i] + reading.start
            draft.also.append(draft.raw or claim.content)
            draft.raw = s.r.view.span(start, s.r.ends[i] - len(reading.suffix))
            if first <= i < first + 2:
                draft.recipient = None  # the noun itself was read
            draft.recipient = _after_noun(s, i + 1, end, triggers.prepositions(reading.trigger.id)) or draft.recipient
            draft.first, draft.end = i, i + 1
            return


def _after_noun(s: Scene, start: int, end: int, preps: dict[str, triggers.Role]) -> Group | None:
    words = s.r.words
    for i in range(start, min(end, start + 6)):
        text = words[i]
        for prep, role in (preps or {FOR: "recipient"}).items():
            if role != "recipient":
                continue
            if text == prep and i + 1 < end:
                return read_group(s, i + 1, end)
            if len(prep) == 1 and text.startswith(prep) and len(text) > 3:
                lead = FOR_THE if text.startswith(FOR_THE) and prep == FOR else prep
                return read_group(s, i, end, lead=lead)
    return None


def speakers_of(s: Scene, claim: Claim, first: int) -> Group | None:
    """The speakers of the claim as parties; `first` is the token before which a name left out was given."""
    members = tuple(m for m in (_member(s, speaker, first) for speaker in claim.speakers) if m is not None)
    if not members:
        return None
    return Group(members[0].first, members[-1].end, members[0].offset, members, "", "", True)


def _member(s: Scene, speaker: Speaker, before: int) -> Member | None:
    """A speaker as a party; where the sentence does not name him, the last place that does."""
    span = speaker.span or _last_mention(s, speaker.entity, before)
    if span is None:
        return None
    first, end = s.tokens(span)
    offset = max(0, span.start - s.r.raw_starts[first])
    government = speaker.kind == "government"
    entity = s.entities.get(speaker.entity or "")
    country = speaker.country or (entity.country if entity is not None else None)
    group = read_group(s, first, end, lead=s.r.words[first][:offset], strict=False)
    political = government or country is not None or (group is not None and group.political)
    armed = group is not None and group.armed
    return Member(
        first, end, offset, country or (group.country if group else None), None, political, armed, True,
        speaker.entity, speaker.name or span.of(s.r.view.raw), group is not None and group.members[0].fixed,
    )  # fmt: skip


def _last_mention(s: Scene, entity: str | None, before: int) -> Span | None:
    found = s.entities.get(entity or "")
    if found is None:
        return None
    limit = s.r.raw_starts[before]
    spans = [m.span for m in found.mentions if m.form != "dropped"]
    earlier = [span for span in spans if span.end <= limit]
    return earlier[-1] if earlier else (spans[0] if spans else None)


def credit_speaker(s: Scene, draft: Draft) -> None:
    """Whoever reports his own deed did it: «أعلن الجيش مقتل عشرة مسلحين», «أعلنت الشرطة اعتقال …», «أعرب عن …»."""
    if draft.actor is not None or draft.own or not draft.naming:
        return
    if draft.type not in _CREDITED or (draft.article and draft.type not in ("COERCE", "MOBILIZE")):
        return
    claim = draft.claim or _beside(s, draft)
    speakers = speakers_of(s, claim, draft.first) if claim is not None else None
    if speakers is None:
        return
    target = draft.recipient
    if draft.type in ("COERCE", "MOBILIZE"):
        credited = speakers.armed
    elif draft.type == "ASSAULT":
        credited = speakers.armed and target is not None and target.armed
    else:
        credited = True
    if credited:
        draft.actor = speakers


def _beside(s: Scene, draft: Draft) -> Claim | None:
    """The claim whose cue stands in the sentence of the draft: «وفي رسالة إلى الوزير، قال السفير إن …»."""
    if draft.type not in ("CONSULT", "AGREE"):
        return None
    return next((c for c in s.claims if c.cue and s.r.sentence_of[s.token(c.cue.start)] == draft.sentence), None)
