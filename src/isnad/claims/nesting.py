"""Which claim stands inside the content of another, and which cue inside somebody's words is a claim of its own.

«ذكرت الوكالة أن الوزير حذر من …» are two claims, the minister's inside the agency's; «"نؤكد أن …"» in a speech is
part of the speech.
"""

from __future__ import annotations

from isnad.claims.draft import Draft
from isnad.lexicon import grammar
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.text import Reading

_DEEPEST = 12  # contents that are looked at around one cue
_MOST_TELLERS = 8  # claims that stand one inside the other at most; deeper is no prose


def nest(r: Reading, drafts: list[Draft], known: frozenset[str]) -> list[Draft]:
    """Sets the outer of all drafts and returns those that are claims of their own, in text order."""
    _set_outer(drafts)
    kept: list[Draft] = []
    for draft in drafts:
        if draft.outer is None or _is_own_claim(r, draft, kept, known):
            kept.append(draft)
    _set_outer(kept)
    return kept


def _is_own_claim(r: Reading, draft: Draft, earlier: list[Draft], known: frozenset[str]) -> bool:
    """Whether a cue inside somebody's words is a claim of its own: it needs a speaker other than whoever speaks there
    («"عرضت الحكومة دعمها"», «بعد تهديدها بالحرب»; «نؤكد», «يطالب» in a speech are part of the speech)."""
    outer = draft.outer
    if outer is None or draft.kind in ("participle", "source", "bare"):
        return True
    if outer.kind == "source" or (outer.cue is not None and outer.cue.relay_prep):
        return True
    if draft.subject is not None:
        return True
    quoted = r.quote_around[draft.at] >= outer.content
    if draft.form == "act":
        own = draft.located or (draft.pronoun and (draft.relative or draft.kind == "masdar"))
        return own or _goes_on(r, draft, outer, earlier, known) or (not quoted and _of_pronoun(r, draft))
    return not quoted or _goes_on(r, draft, outer, earlier, known)


def _goes_on(r: Reading, draft: Draft, outer: Draft, earlier: list[Draft], known: frozenset[str]) -> bool:
    """Whether a conjoined verb goes on with whom somebody's words tell of: «قال إن المدير "حذر من الخطر، ودعا إلى …"»,
    «أن الوزير "ناقش الخطة، وتعهد بـ…"». Sets that speaker as its subject."""
    joined = draft.lead or r.words[draft.at - 1] in grammar.words("turn")
    if not (joined and draft.kind == "verb" and draft.number == "s"):
        return False
    told = next((d for d in reversed(earlier) if d.outer is outer and d.kind == "verb"), None)
    topic = told.subject if told is not None and told.subject is not None else _topic(r, outer, draft, known)
    if topic is None or not _fits(draft, topic):
        return False
    draft.subject, draft.subject_at = topic, "shared"
    return True


def _of_pronoun(r: Reading, draft: Draft) -> bool:
    """Whether the verb is right behind its pronoun: «قال إنه رفض العرض»."""
    previous = r.words[draft.at - 1]
    pronoun = previous in grammar.complementizers() and previous.endswith(tuple(grammar.words("complementizer-suffix")))
    return pronoun and draft.kind == "verb" and draft.tense == "perfect"


def _topic(r: Reading, outer: Draft, draft: Draft, known: frozenset[str]) -> Phrase | None:
    """The speaker whom the clause of `outer` has as its subject: «أن الوزير "ناقش …"»."""
    first = outer.content
    if r.words[first] not in grammar.complementizers():
        return None
    first += 1 + (first + 1 in r.quote_close)
    phrase = read_phrase(r, first, draft.at, known=known) if first < draft.at else None
    return phrase if phrase is not None and phrase.parts[0].speaks else None


def _fits(draft: Draft, phrase: Phrase) -> bool:
    """Whether the verb agrees with the one whom the phrase names."""
    part = phrase.parts[0]
    return len(phrase.parts) == 1 and part.number == draft.number == "s" and part.gender in ("", draft.gender)


def _set_outer(drafts: list[Draft]) -> None:
    """The outer of a claim is the smallest content that holds its cue (or its content, where it has no cue)."""
    by_content = sorted(drafts, key=lambda d: (d.content, -d.end))
    open_contents: list[Draft] = []
    waiting = 0
    for draft in sorted(drafts, key=lambda d: d.at):
        while waiting < len(by_content) and by_content[waiting].content <= draft.at:
            open_contents.append(by_content[waiting])
            waiting += 1
        open_contents = [d for d in open_contents[-_DEEPEST:] if d.end > draft.at or d is draft]
        draft.outer = draft.host
        for other in reversed(open_contents if draft.host is None else []):
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
