"""Claims without a reporting word of their own: «الوزير: سنعود» in a headline, and the words behind «نقل … عن …»."""

from __future__ import annotations

from functools import cache

from isnad.claims.draft import Draft
from isnad.claims.frames import read_frame
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import FOR
from isnad.lexicon.cues import Cue, CueForm, CueReading
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading

_LONGEST_HEADLINE_SPEAKER = 14
_LONGEST_LABEL = 7  # tokens of a label with its colon
_SOURCES = frozenset({"office", "group", "anonymous"})  # whom a medium quotes in its headline


@cache
def _any_content() -> CueReading:
    """What may follow the person whose words a medium passes on: anything that opens content."""
    cue = Cue(
        id="relayed",
        lemma="",
        kind="phrase",
        stance="states",
        sense="",
        example="",
        clause=("", *grammar.words("clause-lead")),
        direct=True,
    )
    return CueReading(cue, CueForm("perfect", 3, "s", "m", "active", "", False), 0, 0, "")


def behind_label(r: Reading, first: int, stop: int) -> int:
    """The token at which a headline begins that is printed once more behind a label: «رابط الخبر بصحيفة الضفة: …»."""
    if " ".join(r.words[first : min(first + 2, stop)]) not in grammar.words("headline-label"):
        return first
    reach = range(first + 2, min(first + _LONGEST_LABEL, stop - 1))
    return next((i + 1 for i in reach if r.words[i] == ":"), first)


def headline_draft(r: Reading, number: int, known: frozenset[str]) -> Draft | None:
    """«المتحدث: لا تغيير» at the head of sentence `number`, a headline or deck: the speaker before the colon."""
    first, stop = r.sentences[number]
    first = behind_label(r, first, stop)
    for colon in range(first + 1, min(stop - 1, first + _LONGEST_HEADLINE_SPEAKER)):
        if r.words[colon] == ":":
            break
    else:
        return None
    start = first
    while start < colon and not r.words[start][0].isalpha() and r.words[start] not in '«"“#':
        start += 1
    phrase = read_phrase(r, start, colon, bounded=True, known=known)
    if phrase is None or not phrase.parts[0].speaks:
        return None
    if phrase.parts[0].kind == "government" and not _speech(r, phrase.first, colon + 1, stop):
        return None
    via = None
    if phrase.end < colon and r.words[phrase.end] not in grammar.words("about"):  # «Salim on the plan: …»
        text = r.words[phrase.end]
        lead = word(text).lead if text[0].isalpha() else ""
        if not (text == "(" or text in grammar.words("medium-link") or text.startswith(FOR)):
            return None
        at = phrase.end + int(text == FOR)
        medium = read_phrase(r, at, colon, lead=lead, known=known)
        if medium is not None and medium.parts[0].kind == "media":
            via = (medium.first, medium.end, medium.offset)
    draft = Draft("headline", None, -1, -1, number)
    draft.form, draft.colon = "direct", True
    draft.content = colon + 1
    draft.subject, draft.subject_at = phrase, "after"
    draft.via = via
    draft.why.append("speaker before a colon in a headline")
    return draft


def passing_on(r: Reading, headline: Draft, known: frozenset[str]) -> Draft | None:
    """The medium of a headline that names its source: «"الضفة" عن مصدر أمني: لا تغيير». The words of `headline` become
    the source's."""
    medium = headline.subject
    if medium is None or medium.parts[0].kind != "media" or r.words[medium.end] not in grammar.words("about"):
        return None
    colon = headline.content - 1
    source = read_phrase(r, medium.end + 1, colon, known=known) if medium.end + 1 < colon else None
    part = source.parts[0] if source is not None and source.end == colon else None
    if part is None or not (part.name or (part.kind in _SOURCES and part.number == "p")):
        return None  # one official of a headline may be the one whom the story names
    draft = Draft("headline", None, medium.end, medium.end + 1, headline.sentence)
    draft.form, draft.content, draft.stance = "act", medium.end, "relays"
    draft.subject, draft.subject_at = medium, "before"
    draft.why.append("medium and source before a colon in a headline")
    headline.subject, headline.via = source, None
    return draft


def _speech(r: Reading, label: int, first: int, stop: int) -> bool:
    """Whether what follows the name of a state and a colon are its words, and not the news from there: a capital
    speaks, and so does whoever says we, shall, or stands in quotation marks."""
    place = word(r.words[label]).place("")
    if place is not None and place.what in ("capital", "metonym"):
        return True
    if first in r.quote_close:
        return True
    return any(
        w in grammar.words("first-person-opener")
        or w in grammar.words("refusal")
        or any(x.form.person == 1 for x in cues.find(w))
        for w in r.words[first : min(stop, first + 3)]
    )


def relayed_draft(r: Reading, relay: Draft, known: frozenset[str]) -> Draft | None:
    """The words that a relay (نقل عن …) passes on: their speaker stands after the preposition at its content."""
    _, stop = r.sentences[relay.sentence]
    speaker = read_phrase(r, relay.content + 1, stop, known=known)
    if speaker is None or not speaker.parts[0].speaks:
        return None
    frame = read_frame(r, speaker.end - 1, _any_content(), stop, known)
    if frame is None or frame.kind == "act":
        return None
    if frame.subject is not None:
        longer = read_phrase(r, speaker.first, frame.content, bounded=True, known=known)
        speaker = longer if longer is not None else speaker
    draft = Draft("bare", None, -1, -1, relay.sentence)
    draft.form, draft.content, draft.colon = frame.kind, frame.content, frame.colon
    draft.subject, draft.subject_at = speaker, "after"
    draft.why.append("the source that a relay names")
    return draft
