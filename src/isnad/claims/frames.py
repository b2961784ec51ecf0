"""What a reporting cue takes: where its content begins, and what stands between the cue and the content.

Between them stand the subject and adverbials («قال الوزير، أمس، في مؤتمر صحفي مع نظيره، إن …»). A *hard* opening
is a complementizer, a colon or a quotation; a *soft* one is the preposition or the object that makes an act
(«أشاد بـ…», «دان الجريمة»). A hard opening wins unless a convincing soft one stands before it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from isnad.claims.adverbials import Walk, is_adverbial_start, pass_adverbial
from isnad.claims.openings import hard_opening, has_clitic, is_patient, soft_opening
from isnad.lexicon import grammar
from isnad.lexicon.affixes import BY, FOR
from isnad.lexicon.cues import Cue, CueReading
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading, fold
from isnad.text.signs import COMMAS

_REACH = 70  # tokens from a cue to its content at most


class Frame(NamedTuple):
    """The complement of one cue. `content` is its first token and `offset` the code points of that token outside
    the content; `subject` is the speaker phrase after the cue; `via` and `addressee` are token ranges with the
    code points of their first token to leave out."""

    kind: Literal["clause", "direct", "act"]
    content: int
    offset: int
    subject: Phrase | None
    via: tuple[int, int, int] | None
    addressee: tuple[int, int, int] | None
    colon: bool

    def form_near(self, at: int) -> bool:
        """Whether the content follows the cue at token `at` directly, but for one preposition."""
        return self.content - at <= 2


def read_frame(
    r: Reading, at: int, reading: CueReading, stop: int, known: frozenset[str], *, subject_before: bool = False
) -> Frame | None:
    """The complement of the cue at token `at` before token `stop` (the sentence's end), or None.

    `known` are folded words of people's names that the document has; `subject_before` says that the subject stands
    before the cue, so that a noun phrase after it is an object.
    """
    cue = reading.cue
    stop = min(stop, at + _REACH)
    pronoun = bool(reading.suffix) or reading.form.tense == "participle"
    hard = hard_opening(r, at, reading, stop, subject_before or pronoun)
    soft_stop = hard[1] if hard else stop
    walk = Walk()
    soft = soft_opening(r, at, reading, soft_stop, known, walk, subject_before)
    described = hard is not None and cue.object == "content" and r.words[hard[1]][0] == BY and hard[0] == "clause"
    settled = soft is not None and hard is not None and (_set_apart(r, hard, soft) or _one_speaker(r, at, hard, known))
    if hard and (soft is None or settled or not (described or _convincing(r, soft, hard[1], walk, cue))):
        return _hard_frame(r, at, reading, hard, known, subject_before)
    if soft is None:
        return _object_alone(r, reading, walk)
    if cue.object == "addressee" and walk.addressee is not None:
        # Whoever is urged opens the content of the act.
        return Frame("act", walk.addressee[0], walk.addressee[2], walk.subject, walk.via, walk.addressee, False)
    return Frame("act", soft, 0, walk.subject, walk.via, walk.addressee, False)


def _one_speaker(r: Reading, at: int, hard: tuple[str, int, int, bool], known: frozenset[str]) -> bool:
    """Whether all between the cue and its clause is one speaker with a name: «أكد مدير إدارة القطاع الصحي الخاص سالم
    الحداد أن …»."""
    phrase = read_phrase(r, at + 1, hard[2], bounded=True, known=known) if hard[2] > at + 1 else None
    return phrase is not None and phrase.end == hard[2] and phrase.parts[-1].name is not None


def _set_apart(r: Reading, hard: tuple[str, int, int, bool], soft: int) -> bool:
    """Whether a comma stands before the clause, so that it is no part of a noun phrase: «أكد الوزير خلال ترؤسه جلسة
    في المجلس، أن …»."""
    kind, opening, limit, _ = hard
    apart = kind == "clause" and r.words[limit - 1] in COMMAS and r.words[opening][0] != BY
    if not apart or r.words[soft] in grammar.words("relay-preposition"):
        return False
    return not any(word(text).verb for text in r.words[soft:limit])


def _hard_frame(
    r: Reading,
    at: int,
    reading: CueReading,
    hard: tuple[str, int, int, bool],
    known: frozenset[str],
    subject_before: bool,
) -> Frame:
    cue = reading.cue
    kind, opening, limit, colon = hard
    walk = Walk()
    subject = None
    tried = subject_before
    if limit > at + 1 and not tried and not is_adverbial_start(r, at + 1):
        subject = read_phrase(r, at + 1, limit, bounded=True, known=known)
    elif limit > at + 1 and not is_adverbial_start(r, at + 1):
        # What looked like a subject before the verb may end another clause between commas.
        after = read_phrase(r, at + 1, limit, bounded=True, known=known)
        if after is not None and after.parts[0].speaks and cue.object == "addressee":
            walk.addressee = (after.first, after.end, after.offset)  # who is informed stands behind the verb
        elif after is not None and after.parts[0].speaks and not is_patient(r, after, reading):
            subject = after
    if subject is not None and r.words[opening][0] == BY and is_patient(r, subject, reading):
        # «it called on the states that …»: who does not agree with the verb is whom it speaks to or of.
        return Frame("clause", subject.first, subject.offset, None, walk.via, walk.addressee, colon)
    position = at + 1
    while position < limit:
        if subject is None and not tried and position > at + 1 and not is_adverbial_start(r, position):
            subject = read_phrase(r, position, limit, bounded=True, known=known)
        if subject is not None and position == subject.first:
            position = subject.end
            continue
        position = pass_adverbial(r, position, limit, known, walk)
    return Frame("direct" if kind == "direct" else "clause", opening, 0, subject, walk.via, walk.addressee, colon)


def _convincing(r: Reading, soft: int, hard: int, walk: Walk, cue: Cue) -> bool:
    """Whether an act opening before a clause or quotation is really the complement."""
    text = r.words[soft]
    if text in grammar.words("frame-preposition") or (cue.weak and not cue.by):
        return True
    if text[0] in (BY + FOR) and has_clitic(r, soft, text[0]) and text[0] in cue.prep:
        return True
    if cue.object != "content":
        return False
    w = word(text)
    if w.nouns and any({"role", "rank", "honorific"} & set(n.noun.classes) for n in w.nouns):
        return False
    if w.name >= 0.4 or (w.adjective and w.article):
        return False
    if any(t in COMMAS and word(r.words[j]).verb for j, t in enumerate(r.words[soft : hard - 1], soft + 1)):
        return True  # «some hold the news untrue, and she notes that …»: the clause is another verb's
    complete = walk.subject is None or walk.subject.parts[-1].definite or walk.subject.parts[-1].name is not None
    return complete and (not w.article or r.words[soft - 1] in COMMAS or walk.subject is not None)


def _object_alone(r: Reading, reading: CueReading, walk: Walk) -> Frame | None:
    """«دان الوزير.» has no content; «دان الجريمة» read as a subject is an act with a dropped subject."""
    cue = reading.cue
    finite = reading.form.tense in ("perfect", "imperfect") and not reading.suffix
    told = walk.subject is not None or (finite and fold(cue.lemma) in grammar.words("needs-object"))
    if cue.object == "addressee" and told and walk.addressee is not None and not cue.weak:
        return Frame("act", walk.addressee[0], walk.addressee[2], walk.subject, walk.via, None, False)
    if walk.subject is None or cue.object != "content" or cue.weak or reading.suffix:
        return None
    return Frame("act", walk.subject.first, walk.subject.offset, None, walk.via, walk.addressee, False)
