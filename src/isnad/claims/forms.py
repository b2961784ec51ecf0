"""In which form words come: direct, indirect, mixed, or an act over a noun phrase."""

from __future__ import annotations

from bisect import bisect_left

from isnad.claims.draft import Draft
from isnad.claims.quotes import is_name
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import AND, ARTICLE, BY
from isnad.records import Form
from isnad.text import Reading

_FEW = 2  # quoted words of a clause that make no sentence


def form_of(r: Reading, draft: Draft) -> Form:
    """The form of the content of a finished draft."""
    first, end = draft.content, draft.end
    if relays_words(r, draft):
        return _relayed_form(r, first, end)
    if draft.form == "act":
        return _clause_form(r, first, end) if _described(r, draft) else "act"
    for start in (first, first + 1):
        if start in r.quote_close and start < end:
            close = r.quote_close[start]
            if start == first and _quoted_act(r, draft):
                return "act"
            if close is None or close >= end - 2:
                few = close is not None and start > first and close - start <= _FEW + 1
                return "mixed" if few else "direct"
            if start == first or not is_name(r, start, close):
                return "mixed"
    return "direct" if draft.form == "direct" else _clause_form(r, first, end)


def relays_words(r: Reading, draft: Draft) -> bool:
    """Whether the content is a source with its words («نقلت الوكالة عن الوزير أن …», «نقلت عنه قوله: …»), and no noun
    phrase."""
    if draft.cue is None or not draft.cue.relay_prep or draft.form != "act":
        return False
    opening = r.words[draft.content]
    spoken = any(x.form.tense == "masdar" and x.cue.direct and not x.cue.weak for x in cues.find(opening))
    return spoken or opening in grammar.words("relay-preposition")


def _quoted_act(r: Reading, draft: Draft) -> bool:
    """Whether the quotation at the content begins with the act's own preposition: «ندد "بالقرار الجائر"»."""
    inner = r.words[draft.content + 1] if draft.content + 1 < len(r) else ""
    return draft.cue is not None and (
        inner in draft.cue.prep or any(inner.startswith(p + ARTICLE) for p in draft.cue.prep if len(p) == 1)
    )


def _relayed_form(r: Reading, first: int, end: int) -> Form:
    """«عن الوزير قوله: "…"» is direct, «عن الوزير أن …» indirect."""
    for i in range(first, end):
        if r.words[i] in grammar.complementizers():
            break
        if r.words[i] == ":" and i + 1 not in r.quote_close:
            break
        close = r.quote_close.get(i)
        if close is not None and close >= end - 2 and not is_name(r, i, close):
            return "direct"
    return _clause_form(r, first, end)


def _described(r: Reading, draft: Draft) -> bool:
    """Whether a clause says what the object of an act is said to be: «وصف الوزير القرار بأنه جائر»."""
    if draft.cue is None or draft.cue.object != "content" or BY not in draft.cue.clause:
        return False
    return any(grammar.complementizers().get(w) == BY for w in r.words[draft.content : draft.end] if w[0] != AND)


def _clause_form(r: Reading, first: int, end: int) -> Form:
    """Mixed where words of the clause are quoted; a name in quotation marks is no quotation."""
    at = bisect_left(r.quotes, (first,))
    while at < len(r.quotes) and r.quotes[at].open < end:
        close = r.quotes[at].close
        if close is not None and not is_name(r, r.quotes[at].open, close):
            return "mixed"
        at += 1
    return "indirect"
