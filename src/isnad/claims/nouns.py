"""Drafts whose cue is a verbal noun or a noun of speech: «قوله إن …», «إشادة مصرية بـ…», «رفض الحكومة للخطة».

Such a noun says who speaks in one of four ways: by its pronoun («قوله»), by what completes it («ترحيب القيادة»), by
an adjective of a state («مزاعم أميركية»), or not at all, when it goes on with the speaker of its clause («بالقول»).
"""

from __future__ import annotations

from msgspec.structs import replace

from isnad.claims.draft import Draft, draft_of
from isnad.claims.frames import Frame, read_frame
from isnad.claims.openings import has_clitic
from isnad.lexicon import actors, cues, grammar
from isnad.lexicon.affixes import AND, ARTICLE, BY, BY_THE, FOR, FOR_THE
from isnad.lexicon.cues import Cue, CueReading
from isnad.names.parts import Part, Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import COMMAS

_NEAR = 3  # tokens between the holder of a verbal noun and what it says
_LONGEST_PLACE = 8  # tokens of the place of words between a verbal noun and its clause
_LONGEST_OBJECT = 2  # tokens between a verbal noun with its pronoun and what it says
_SHORTEST_CHANT = 3  # tokens from one quotation sign to the other around a slogan of several words
_CHANTED = frozenset({"n_slogan", "shout"})
_SPOKEN = frozenset({"accuses", "affirms", "alleges", "condemns", "demands", "denies", "praises", "promises", "rejects",
                     "threatens", "warns"})  # fmt: skip


def noun_draft(
    r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str], headline: bool
) -> Draft | None:
    """The draft whose cue is the noun at token `i`; `headline` says that its sentence is a headline or a deck."""
    first, stop = r.sentences[number]
    lead = r.words[i][: reading.start]
    if i > first and r.words[i - 1] in grammar.words("other-than"):
        return None
    if reading.cue.id in _CHANTED:
        return _draft(r, i, reading, number, _chanted(r, i, reading), None)
    if reading.suffix:
        frame = _after_pronoun(r, i, reading, stop, known)
        return _draft(r, i, reading, number, frame, None)
    heads = word(r.words[i]).is_a("body", lead) or word(r.words[i]).is_a("media", lead)
    if headline and i == first and lead in ("", ARTICLE) and not heads:
        frame = read_frame(r, i, reading, stop, known)
        if frame is not None and frame.kind == "act":
            return _draft(r, i, reading, number, frame, frame.subject)
    holder = _holder(r, i, reading, number, known)
    if holder is not None:
        return _draft(r, i, reading, number, *holder)
    if lead in (BY, BY_THE) and reading.cue.direct:
        frame = read_frame(r, i, reading, stop, known)
        return _draft(r, i, reading, number, frame if frame is None or frame.kind != "act" else None, None)
    if lead == FOR_THE and _protest(r, i, first):
        frame = read_frame(r, i, reading, stop, known)
        wanted = frame is not None and frame.kind == "act" and frame.content == i + 1
        return _draft(r, i, reading, number, frame if wanted else None, None)
    return None


def _draft(
    r: Reading, i: int, reading: CueReading, number: int, frame: Frame | None, holder: Phrase | None
) -> Draft | None:
    if frame is None:
        return None
    draft = draft_of("masdar", r, i, reading, number, frame)
    draft.lead = holder is None and r.words[i][: reading.start][:1] == BY
    draft.pronoun = reading.suffix != ""
    draft.subject, draft.subject_at = holder, "after" if holder is not None else "none"
    return draft


def _after_pronoun(r: Reading, i: int, reading: CueReading, stop: int, known: frozenset[str]) -> Frame | None:
    """What a noun with the pronoun of its speaker says: «قوله إن …», «بعد انتقادها القرار», «اتهامه لها بالتقصير»."""
    frame = read_frame(r, i, reading, stop, known)
    if frame is not None and frame.kind != "act" and frame.subject is None:
        following = r.words[i + 1] if i + 1 < stop else ""
        named = reading.cue.weak or reading.form.tense == "noun"
        if named and frame.content > i + 1 and not frame.colon:
            return None
        placed = reading.cue.direct and following in grammar.words("in") and frame.content - i <= _LONGEST_PLACE
        if placed or frame.kind == "direct" or following in grammar.complementizers() or frame.form_near(i):
            return frame
        return None
    cue = reading.cue
    if cue.weak or cue.stance not in _SPOKEN or reading.form.tense != "masdar" or not _after_preposition(r, i, reading):
        return None
    frame = read_frame(r, i, reading._replace(suffix=""), stop, known, subject_before=True)
    if frame is None or frame.kind != "act" or frame.content - i > _LONGEST_OBJECT:
        return None
    # «the charge against him», «his demand that»: the pronoun may be the one who is spoken of.
    whom = (cue.object == "content" or cue.stance == "demands") and r.words[frame.content][0] == BY
    return None if whom else frame


def _chanted(r: Reading, i: int, reading: CueReading) -> Frame | None:
    """The words of a slogan, which stand right behind it between signs: «تحت شعار "الأرض لنا"»."""
    opening = i + 1
    close = r.quote_close.get(opening) if opening < len(r) else None
    if close is None or close - opening < _SHORTEST_CHANT or r.words[i][: reading.start].endswith(ARTICLE):
        return None
    return Frame("direct", opening, 0, None, None, None, False)


def _after_preposition(r: Reading, i: int, reading: CueReading) -> bool:
    """Whether the noun stands where it names an event: «حول تهديدها», «بعد رفض الحكومة»."""
    if i == 0 or reading.start or not r.words[i - 1][0].isalpha():
        return False
    previous = word(r.words[i - 1])
    return (previous.preposition and not previous.pronoun) or previous.text in grammar.words("after-event")


def _holder(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> tuple[Frame, Phrase] | None:
    """The complement of a noun whose speaker completes it: «إعلان الوزير أن …», «رفض الحكومة للخطة»."""
    _, stop = r.sentences[number]
    lead = r.words[i][: reading.start]
    if i + 2 >= stop or lead not in ("", AND, BY, ARTICLE) or (reading.cue.weak and not reading.cue.clause):
        return None
    if reading.form.tense == "noun" and reading.cue.stance not in _SPOKEN:
        return None  # «in a statement of the union»: where words stand
    nation = _nation(r, i + 1, article=lead == ARTICLE)
    if nation is None and not (lead == BY or _after_preposition(r, i, reading) or _told(r, i, reading)):
        return None
    holder = nation or read_phrase(r, i + 1, stop, known=known, strict=True)
    if holder is not None and reading.cue.object == "content":
        holder = read_phrase(r, i + 1, _object_in(r, holder), known=known, strict=True) if nation is None else nation
    if holder is None or not (holder.parts[0].speaks and holder.parts[0].definite):
        return None
    if holder.parts[0].kind == "document" or any(x.suffix for x in cues.find(r.words[holder.first])):
        return None  # «the announcement of the results»: what is announced; «remarks that it aired …»: a verb
    cue = reading.cue
    taking = replace(cue, prep=(*cue.prep, FOR)) if cue.object == "content" else cue
    frame = read_frame(r, holder.end - 1, reading._replace(cue=taking), stop, known, subject_before=True)
    if frame is None or frame.kind == "direct" or not _adjoins(r, holder, frame):
        return None
    if frame.kind == "clause":
        # «reminding the people that …»: who is told
        return None if cue.object == "addressee" else (frame, holder)
    link = _link(r, frame.content, cue)
    spoken = cue.stance in _SPOKEN or (cue.stance == "states" and link in (BY, ""))
    if cue.weak or link is None or not spoken or (nation is not None and link == ""):
        return None
    whom = nation is None and cue.object == "content" and link == BY
    return None if whom else (frame, holder)


def _object_in(r: Reading, holder: Phrase) -> int:
    """Where the holder ends before the ل of the noun's object: «رفض الحكومة للخطة», but not «المجلس الأعلى للثقافة»."""
    body = max((len(entry.tokens) for entry in actors.at(r.words, holder.first)), default=1)
    for at in range(holder.end - 1, holder.first + body - 1, -1):
        if r.words[at][0] == FOR and has_clitic(r, at, FOR):
            return at
    return holder.end


def _adjoins(r: Reading, holder: Phrase, frame: Frame) -> bool:
    """Whether nothing but a short adverbial parts the noun's holder from what it says."""
    between = r.words[holder.end : frame.content]
    timed = all(word(t).time or t in grammar.words("time-unit") | grammar.words("time-qualifier") for t in between)
    if frame.kind == "clause" or timed:
        return len(between) <= _NEAR
    opening = r.words[frame.content]
    apart = grammar.words("clause-start") if opening[0] in BY + FOR else COMMAS | grammar.words("clause-start")
    return len(between) <= 1 and not apart.intersection(between)


def _link(r: Reading, content: int, cue: Cue) -> str | None:
    """What joins a noun to what it says: its preposition, the ل of an object («رفض الوزارة للخطة»), or nothing («إعلان
    الوزارة إغلاق الطريق»); None where the words are no complement («بهذه الشدة»)."""
    text = r.words[content]
    if text in grammar.words("frame-preposition"):
        return text
    links = tuple(c for c in (BY, FOR) if text[0] == c and has_clitic(r, content, c))
    if links and (links[0] == FOR or (links[0] in cue.prep and text[1:] not in grammar.words("quantifier"))):
        return links[0]
    w = word(text)
    plain = not (w.function or w.time or w.lead or text[1:] in grammar.words("quantifier"))
    return "" if plain and cue.object == "content" else None


def _told(r: Reading, i: int, reading: CueReading) -> bool:
    """Whether the noun at token `i` is what a reporting verb right before it says: «أكدت الصحيفة رفض الحزب …»."""
    finite = ("perfect", "imperfect")
    return reading.start == 0 and any(x.form.tense in finite for x in cues.find(r.words[i - 1]))


def _nation(r: Reading, i: int, *, article: bool) -> Phrase | None:
    """The state that the adjective at token `i` names as the speaker: «مزاعم أميركية», «الاعترافات الأميركية»."""
    w = word(r.words[i])
    place = w.place("")
    if place is None or place.what != "nisba" or w.article != article:
        return None
    country = place.iso3
    part = Part(i, i + 1, 0, "government", None, "", frozenset(), country, "s", place.gender, True, True)
    return Phrase(i, i + 1, 0, (part,))


def _protest(r: Reading, i: int, first: int) -> bool:
    """Whether a protest stands before the noun, which says what it is for: «تظاهر العمال للمطالبة بأجورهم»."""
    return any(t.removeprefix(AND).removeprefix(ARTICLE) in grammar.words("protest") for t in r.words[first:i])
