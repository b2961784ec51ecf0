"""How far the words of a speaker go, and which claim stands inside another.

The content of a cue runs to the end of its sentence, or of its quotation, unless the outlet or the next cue takes
over before: a participle after a comma («، مؤكدا أن»), a conjoined cue («وأضاف أن»), the outlet's own comment on
the act («، وذلك بعد …», «، بحسب تعبيره»).
"""

from __future__ import annotations

from bisect import bisect_right

from isnad.claims.draft import Draft
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import AND, ARTICLE, BY, FOR, THEN
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.text import Reading

_COMMAS = frozenset("،,")
_DEEPEST = 12  # contents that are looked at around one cue
_MOST_TELLERS = 8  # claims that stand one inside the other at most; deeper is no prose
_ASIDE_SIGNS = frozenset("،,-–—")
_STOPS = frozenset(".؟!")


def set_extents(r: Reading, drafts: list[Draft]) -> list[Draft]:
    """Sets content and end of all drafts and returns those that have a content, in text order."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for number, group in by_sentence.items():
        _sentence(r, number, group)
    kept = [d for d in drafts if d.content >= 0 and d.end > d.content]
    _nest(r, kept)
    kept = [d for d in kept if d.outer is None or _worth_nesting(r, d)]
    _nest(r, kept)
    return kept


def _worth_nesting(r: Reading, draft: Draft) -> bool:
    """Whether a cue inside somebody's words is a claim of its own: it needs a speaker of its own, and inside a
    quotation more than an act («نؤكد», «يطالب» in a speech are part of the speech)."""
    outer = draft.outer
    if outer is None or draft.kind in ("participle", "source", "bare"):
        return True
    if outer.kind == "source" or (outer.cue is not None and outer.cue.relay_prep):
        return True
    opening = r.quote_around[draft.at]
    named_before = draft.subject is not None and draft.subject.first < opening  # «إن الوزير "تعهد بالرد"»
    quoted = _in_quote(r, draft.at, outer) and not named_before
    if draft.form == "act":
        own = draft.subject is not None or (draft.relative and draft.pronoun) or draft.located
        return own and not quoted
    return draft.subject is not None or not quoted


def _sentence(r: Reading, number: int, group: list[Draft]) -> None:
    first, stop = r.sentences[number]
    breaks = _breaks(r, first, stop)
    ordinary = [d for d in group if d.kind != "source"]
    for draft in ordinary:
        draft.end = _own_end(r, draft, stop, breaks)
    for n, draft in enumerate(ordinary):
        for later in ordinary[n + 1 :]:
            if later.at >= draft.end:
                break
            if _takes_over(r, draft, later, ordinary):
                draft.end = _before(r, later.at, draft.content)
                break
    for draft in group:
        if draft.kind == "source" and not (draft.pronoun and len(group) > 1):
            within = [d.content + 1 for d in ordinary if d.form == "direct" and d.content < draft.cue_first < d.end]
            _around(r, draft, max(within, default=first), stop, ordinary, breaks)
            for other in ordinary:
                if other.content < draft.cue_first < other.end and not _in_quote(r, draft.cue_first, other):
                    other.end = _before(r, _source_opening(r, draft), other.content)


def _own_end(r: Reading, draft: Draft, stop: int, breaks: list[int]) -> int:
    """The end of the content before other claims are looked at."""
    if draft.until >= 0:
        return _trim(r, draft.content, draft.until)
    quote = _quote_at(r, draft.content)
    if quote is None and draft.form == "clause" and draft.content + 1 < stop:
        quote = _quote_at(r, draft.content + 1)
    if quote is not None:
        opening, close = quote
        if close is None:
            return _trim(r, draft.content, _paragraph_end(r, opening))
        alone = draft.form == "direct" or close + 1 >= stop or _ends_after_quote(r, close, stop)
        if alone and not _goes_on(r, close, stop):
            return close + 1
    end = stop
    at = bisect_right(breaks, draft.content)
    while at < len(breaks):
        if breaks[at] > draft.content and not _inside_quote(r, breaks[at], draft.content):
            end = min(end, breaks[at])
            break
        at += 1
    if draft.form == "act":
        end = _act_end(r, draft, end)
    return _trim(r, draft.content, end)


def _goes_on(r: Reading, close: int, stop: int) -> bool:
    """Whether the speaker's sentence goes on after the quotation («"سنمضي" وسيتم التقدم»)."""
    if close + 1 >= stop:
        return False
    following = r.words[close + 1]
    if following in _COMMAS and close + 2 < stop:
        return r.words[close + 2][0] == AND and r.words[close + 2] in grammar.complementizers()
    if not following[0].isalpha() or following in grammar.words("turn"):
        return False
    return not (
        following in grammar.words("preposition") and following not in grammar.words("onto-preposition")
    ) and not any(
        x.form.tense in ("perfect", "imperfect", "participle", "preposition") and not x.cue.weak
        for x in cues.find(following)
    )


def _act_end(r: Reading, draft: Draft, end: int) -> int:
    """An act's complement is a noun phrase: an adverbial or a new clause after a comma is no part of it."""
    for i in range(draft.content + 1, end - 1):
        if i <= draft.content + 2 and r.words[i] in grammar.words("act-time"):
            return i
        if i < draft.content + 2 or r.words[i] not in _COMMAS or _inside_quote(r, i, draft.content):
            continue
        following = r.words[i + 1]
        if following in grammar.words("act-border") or r.view.raw[
            r.view.at(r.starts[i + 1]) : r.span(i + 1, i + 2).end
        ].endswith("\u0627\u064b"):
            return i
    return end


def _ends_after_quote(r: Reading, close: int, stop: int) -> bool:
    following = r.words[close + 1]
    return following in _COMMAS or following in _STOPS or following[0] == "."


def _quote_at(r: Reading, token: int) -> tuple[int, int | None] | None:
    return (token, r.quote_close[token]) if token in r.quote_close else None


def _inside_quote(r: Reading, token: int, since: int) -> bool:
    return r.quote_around[token] >= since


def _in_quote(r: Reading, token: int, draft: Draft) -> bool:
    return _inside_quote(r, token, draft.content)


def _paragraph_end(r: Reading, token: int) -> int:
    at = bisect_right(r.paragraphs, (token, len(r) + 1)) - 1
    return r.paragraphs[at][1] if at >= 0 else len(r)


def _breaks(r: Reading, first: int, stop: int) -> list[int]:
    """Tokens after a comma at which the outlet's own comment begins: the position of the comma."""
    singles, openers = grammar.words("breaker"), cues.phrase_openers()
    result = []
    for i in range(first, stop - 1):
        if r.words[i] not in _COMMAS:
            continue
        one = r.words[i + 1]
        two = f"{one} {r.words[i + 2]}" if i + 2 < stop else one
        three = f"{two} {r.words[i + 3]}" if i + 3 < stop else two
        if one in singles or two in singles or three in singles:
            result.append(i)
    for i in range(first, stop):
        phrase = cues.phrase_at(r.words, i) if r.words[i] in openers else None
        if phrase is not None and phrase.cue.frame == "source":
            result.append(i)
    return sorted(set(result))


def _takes_over(r: Reading, draft: Draft, later: Draft, group: list[Draft]) -> bool:
    """Whether the later cue of the sentence ends the content of `draft` instead of standing inside it."""
    if _in_quote(r, later.at, draft):
        return False
    if later.kind == "participle":
        return _participle_of(r, draft, later, group) is draft
    if later.relative or later.kind == "bare":
        return False
    if later.subject_at == "before" and later.subject is not None and later.subject.first >= draft.content:
        return r.words[later.subject.first - 1] in grammar.words("turn")
    if later.tense == "imperfect" and draft.tense == "perfect":
        return later.subject is not None and later.lead
    previous = r.words[later.at - 1]
    return later.lead or previous in _COMMAS or previous in grammar.words("turn")


def _participle_of(r: Reading, draft: Draft, later: Draft, group: list[Draft]) -> Draft | None:
    """The claim whose speaker the participle continues: the nearest that agrees with it, the outermost at best."""
    open_drafts = [
        d for d in group
        if d.at < later.at and d.content < later.at < max(d.end, d.content + 1) and not _in_quote(r, later.at, d)
    ]  # fmt: skip
    relayed = [d for d in open_drafts if d.cue is None or d.kind == "masdar"]
    if relayed:
        return relayed[-1]
    fitting = [d for d in open_drafts if _agrees(d, later)]
    if fitting:
        return fitting[0]
    return open_drafts[0] if open_drafts else None


def _agrees(draft: Draft, participle: Draft) -> bool:
    if not draft.number or not participle.number:
        return True
    subject = draft.subject.parts if draft.subject else ()
    plural = len(subject) > 1 or draft.number != "s" or any(p.number != "s" for p in subject)
    if participle.number == "s":
        return not (plural and draft.gender == "m" and draft.number != "s") and draft.gender == participle.gender
    return plural


def _source_opening(r: Reading, draft: Draft) -> int:
    """The first token of a source phrase with what introduces it («بحسب ما أفادت»)."""
    at = draft.cue_first
    while at > 0 and r.words[at - 1] in grammar.words("source-opener"):
        at -= 1
    return at


def _around(r: Reading, draft: Draft, first: int, stop: int, group: list[Draft], breaks: list[int]) -> None:
    """A source phrase has the clause around it as its content: what follows it at the head of the sentence, else
    what stands before it."""
    opening = _source_opening(r, draft)
    after = draft.subject.end if draft.subject is not None else draft.cue_end
    start = _clause_start(r, first, opening, draft)
    if start is not None and _parenthetical(r, draft, opening, after, stop):
        draft.content, draft.content_offset = start
        draft.end = _trim(r, draft.content, stop)
        return
    if start is None:
        content = after
        while (
            content < stop
            and not r.words[content][0].isalnum()
            and content not in r.quote_close
            and r.words[content] != "#"
        ):
            content += 1
        if content >= stop:
            _sentence_before(r, draft, first)
            return
        draft.content = content
        text = r.words[content]
        if text[0] == THEN and (text in grammar.complementizers() or text in grammar.words("answering")):
            draft.content_offset = 1
            if text in grammar.words("answering"):
                draft.content, draft.content_offset = content + 1, 0
        end = stop
        for later in group:
            if later.at > content and later.kind == "participle":
                end = min(end, _before(r, later.at, content))
        for i in breaks:
            if i > content and not _inside_quote(r, i, content):
                end = min(end, i)
        draft.end = _trim(r, content, end)
        return
    draft.content, draft.content_offset = start
    draft.end = _trim(r, draft.content, opening)


def _sentence_before(r: Reading, draft: Draft, first: int) -> None:
    """A source that is a sentence by itself credits the sentence before: «… إلى المدينة. بحسب الوكالة.»."""
    number = r.sentence_of[first] - 1
    if number >= 0 and r.words[r.sentences[number][0]] != "\n" and draft.subject is not None:
        start, end = r.sentences[number]
        draft.content = start
        draft.end = _trim(r, start, end)


def _parenthetical(r: Reading, draft: Draft, opening: int, after: int, stop: int) -> bool:
    """Whether the source stands in the middle of its clause: «وعمد المسلحون، بحسب شهود، إلى الفرار»."""
    if after + 1 >= stop or r.words[opening - 1] not in _ASIDE_SIGNS or r.words[after] not in _ASIDE_SIGNS:
        return False
    following = r.words[after + 1]
    if not following[0].isalpha():
        return following in '"«“'
    return following in grammar.words("inner-preposition") or (following[0] in (BY + FOR) and following[1:3] == ARTICLE)


def _answered(r: Reading, draft: Draft) -> bool:
    """Whether the clause after the source begins with a ف that answers it: «وبحسب الهيئة، فإن …»."""
    after = draft.subject.end if draft.subject is not None else draft.cue_end
    for i in range(after, min(after + 2, len(r))):
        if r.words[i][0] == THEN and (
            r.words[i] in grammar.complementizers() or r.words[i] in grammar.words("answering")
        ):
            return True
    return False


def _clause_start(r: Reading, first: int, opening: int, draft: Draft) -> tuple[int, int] | None:
    """Where the clause before a trailing source phrase begins, with its proclitic; None if the phrase leads."""
    if (draft.cue_cut[0] and draft.cue_first == opening) or _answered(r, draft):
        return None
    i = first
    while i < opening and not r.words[i][0].isalnum() and i not in r.quote_close and r.words[i] != "#":
        i += 1
    if i >= opening or (opening - i <= 1 and r.words[i] in grammar.words("no-clause")):
        return None
    start = i
    for j in range(i + 1, opening - 1):
        if r.words[j] in _COMMAS and r.words[j + 1] in grammar.words("clause-connector"):
            start = j + 2
        elif r.words[j] in _COMMAS and f"{r.words[j + 1]} {r.words[j + 2]}" in grammar.words("while"):
            start = j + 3
    text = r.words[start]
    if text in grammar.words("sentence-opener") and start + 1 < opening:
        return start + 1, 0
    if text[0] in (AND + THEN) and len(text) > 3 and r.lights[start][0] == text[0]:
        w = word(text)
        if w.lead[:1] == text[0] or (is_everyday(text[1:]) and not is_everyday(text)):
            return start, 1
    return start, 0


def _before(r: Reading, at: int, content: int) -> int:
    """The end of what stands before token `at`, without the comma or conjunction that introduces it."""
    while at > content and r.words[at - 1] in grammar.words("turn"):
        at -= 1
    if at > content + 1 and at < len(r) and f"{r.words[at - 1]} {r.words[at]}" in grammar.words("while"):
        at -= 1
    return _trim(r, content, at)


def _trim(r: Reading, content: int, end: int) -> int:
    while end > content and (
        r.words[end - 1] in "،,؛:\n-–—(؟!" or r.words[end - 1][0] in ".…" or _lone_open(r, content, end - 1)
    ):
        end -= 1
    return end


def _lone_open(r: Reading, content: int, at: int) -> bool:
    return at > content and r.words[at] in "«“‹"


def _nest(r: Reading, drafts: list[Draft]) -> None:
    """The outer of a claim is the smallest content that holds its cue (or its content, where it has no cue)."""
    by_content = sorted(drafts, key=lambda d: (d.content, -d.end))
    open_contents: list[Draft] = []
    waiting = 0
    for draft in sorted(drafts, key=lambda d: d.at):
        while waiting < len(by_content) and by_content[waiting].content <= draft.at:
            open_contents.append(by_content[waiting])
            waiting += 1
        open_contents = [d for d in open_contents[-_DEEPEST:] if d.end > draft.at or d is draft]
        draft.outer = None
        for other in reversed(open_contents):
            if other is draft or other.end <= draft.at:
                continue
            if other.kind == "source" and draft.kind == "source" and other.cue_first > draft.cue_first:
                continue
            same = other.content == draft.content and other.end == draft.end and other.at > draft.at
            tellers = _tellers(other)
            if not same and draft not in tellers and len(tellers) < _MOST_TELLERS:
                draft.outer = other
                break


def _tellers(draft: Draft) -> list[Draft]:
    """The draft and all that it stands inside of, so far."""
    result = [draft]
    while result[-1].outer is not None and len(result) <= _MOST_TELLERS:
        result.append(result[-1].outer)
    return result
