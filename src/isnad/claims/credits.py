"""Which clause a source phrase credits: the one around it, after it or before it, or that of another cue.

«بحسب الوكالة، فتح الطريق»; «فتح الطريق، بحسب الوكالة»; «فتح الطريق، بحسب الوكالة، بين المدينتين»;
«قالت الوكالة، بحسب مصدر، إن الطريق فتح».
"""

from __future__ import annotations

from isnad.claims.draft import Draft
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import AND, ARTICLE, BY, FOR, IMPERFECT, THEN
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import ASIDES, COMMAS, DASHES, SENTENCE_STOPS

_LONGEST_TOPIC = 7  # tokens of a subject between a complementizer and the source that interrupts its clause
_LONGEST_SOURCE = 30  # tokens from a source whose end is not known to the clause that answers it


def opening_of(r: Reading, draft: Draft) -> int:
    """The first token of a source phrase with what introduces it («بحسب ما أفادت»)."""
    at = draft.cue_first
    while at > 0 and r.words[at - 1] in grammar.words("source-opener"):
        at -= 1
    return at


def credit(r: Reading, draft: Draft, first: int, stop: int) -> tuple[int, int, int]:
    """First token of the clause that the source `draft` credits, the code points of it to leave out, and its end."""
    opening, after = opening_of(r, draft), _after(draft)
    content = _answer(r, draft, stop)
    start = _clause_start(r, first, opening, draft) if content is None or content > after + 1 else None
    if start is not None:
        return (*start, stop if is_aside(r, draft, stop) else opening)
    if content is None:
        content = after
        while content < stop and not _opens_clause(r, content):
            content += 1
    if content >= stop:
        return _sentence_before(r, draft, first)
    text = r.words[content]
    if text in grammar.words("answering"):
        return content + 1, 0, stop
    return content, int(text[0] == THEN and text in grammar.complementizers()), stop


def framing(draft: Draft, group: list[Draft]) -> Draft | None:
    """The claim of a medium or a document between whose cue and content the source stands: «أكدت الصحيفة، بحسب مصدر،
    أن …». Who else speaks there is told of by the source: «أكد الوزير، بحسب الصحيفة، أن …»."""
    before = [d for d in group if d.at < draft.cue_first]
    near = before[-1] if before else None
    if near is None or near.subject is None or near.content < _after(draft):
        return None
    return near if near.subject.parts[0].kind in ("media", "document") else None


def is_aside(r: Reading, draft: Draft, stop: int) -> bool:
    """Whether the source stands in the middle of its clause: «وعمد المسلحون، بحسب شهود، إلى الفرار»."""
    opening, after = opening_of(r, draft), _after(draft)
    if after + 1 >= stop or r.words[opening - 1] not in ASIDES:
        return False
    if r.words[after] not in ASIDES:
        return r.words[after] in grammar.words("goes-on")  # «the paper explains, says the daily, how …»
    if r.words[after + 1][0] in SENTENCE_STOPS or r.words[after + 1] == "\n":
        return False  # the aside ends the sentence
    if r.words[opening - 1] in DASHES and r.words[after] in DASHES:
        return True
    following = r.words[after + 1]
    if not following[0].isalpha():
        return following in '"«“'
    joined = following[0] in (BY + FOR) and (following[1:3] == ARTICLE or len(following) == 1)
    if following[0] not in (AND + THEN) and _awaits_verb(r, opening - 1):
        return not any(x.form.tense == "participle" for x in cues.find(following))
    return joined or following in grammar.words("inner-preposition") or following in grammar.words("goes-on")


def _awaits_verb(r: Reading, comma: int) -> bool:
    """Whether the words before the comma are only the subject of a clause: «أضاف أن البعثة، بحسب الوكالة، غادرت»."""
    for at in range(comma - 1, max(comma - _LONGEST_TOPIC, 0) - 1, -1):
        text = r.words[at]
        if text.removeprefix(AND).removeprefix(BY) in grammar.words("complementizer"):
            return at < comma - 1
        w = word(text)
        maybe_verb = text.startswith(IMPERFECT) and not (w.nouns or w.geo or w.name >= 0.3)
        if not text[0].isalpha() or w.verb or w.relative or maybe_verb:
            return False
    return False


def _after(draft: Draft) -> int:
    return draft.subject.end if draft.subject is not None else draft.cue_end


def _opens_clause(r: Reading, i: int) -> bool:
    return r.words[i][0].isalnum() or i in r.quote_close or r.words[i] == "#"


def _sentence_before(r: Reading, draft: Draft, first: int) -> tuple[int, int, int]:
    """A source that is a sentence by itself credits the sentence before: «… إلى المدينة. بحسب الوكالة.»."""
    number = r.sentence_of[first] - 1
    if number >= 0 and r.words[r.sentences[number][0]] != "\n" and draft.subject is not None:
        start, end = r.sentences[number]
        return start, 0, end
    return -1, 0, -1


def _answer(r: Reading, draft: Draft, stop: int) -> int | None:
    """The token at which a clause answers the source with a ف: «وبحسب الهيئة، فإن …», also behind words that were not
    read as part of the source («وبحسب مراجعة أجرتها الهيئة، فقد …»)."""
    after = _after(draft)
    reach = after + 2 if after < len(r) and r.words[after] in COMMAS else after + _LONGEST_SOURCE
    for i in range(after, min(reach, stop)):
        text = r.words[i]
        if text[0] == THEN and (text in grammar.complementizers() or text in grammar.words("answering")):
            return i
    return None


def _clause_start(r: Reading, first: int, opening: int, draft: Draft) -> tuple[int, int] | None:
    """Where the clause before a trailing source phrase begins, with its proclitic; None if the phrase leads."""
    if draft.cue_cut[0] and draft.cue_first == opening:
        return None
    start = first
    while start < opening and not _opens_clause(r, start):
        start += 1
    if start >= opening or (opening - start <= 1 and r.words[start] in grammar.words("no-clause")):
        return None
    text = r.words[start]
    if text in grammar.words("sentence-opener") and start + 1 < opening:
        return start + 1, 0
    if text[0] in (AND + THEN) and len(text) > 3 and r.lights[start][0] == text[0]:
        w = word(text)
        if w.lead[:1] == text[0] or (is_everyday(text[1:]) and not is_everyday(text)):
            return start, 1
    return start, 0
