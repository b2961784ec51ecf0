"""Where inside a sentence the outlet takes over from the speaker: its comment on the act of speaking («، وذلك بعد …»,
«، دون أن يوضح …»), and where the noun phrase ends that is the complement of an act («دان الهجوم، وسط …»)."""

from __future__ import annotations

from isnad.claims.draft import Draft
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import ALIF, AND, FEMININE_PAST, IMPERFECT, PLURAL_AT, PLURAL_PAST
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import COMMAS

_SHORT = 4  # letters of a perfect of three radicals behind its conjunction
_LONGEST = 3  # words of an opening of a comment at most
_TANWIN = "\u064b"


def comments(r: Reading, first: int, stop: int) -> list[int]:
    """Tokens at which a comment of the outlet begins, its comma included: «، في إشارة إلى», «وذلك بعد»."""
    return [i for i in range(first, stop) if _comments(r, i, stop)]


def _comments(r: Reading, i: int, stop: int) -> bool:
    text = r.words[i]
    if text in COMMAS:
        return _opens(r, i + 1, stop, grammar.words("breaker")) or _answers(r, i + 1, stop)
    if text in grammar.words("from"):
        return i + 1 < stop and r.words[i + 1] in grammar.words("comment-opener") and _comments(r, i + 1, stop)
    if text in grammar.words("comment-opener") and _opens(r, i, stop, grammar.words("comment")):
        return True
    if text in grammar.words("in") and _meanwhile(r, i, stop):
        return True
    phrase = cues.phrase_at(r.words, i) if text in cues.phrase_openers() else None
    return phrase is not None and phrase.cue.frame == "source"


def _opens(r: Reading, i: int, stop: int, phrases: frozenset[str]) -> bool:
    return any(" ".join(r.words[i : i + n]) in phrases for n in range(1, min(_LONGEST, stop - i) + 1))


def _answers(r: Reading, i: int, stop: int) -> bool:
    """Whether token `i`, after a comma, joins what somebody else did with words, whatever he said: «، ورد الوزير»."""
    if i + 1 >= stop or r.words[i][0] != AND:
        return False
    text = r.words[i]
    if not any(x.form.tense == "perfect" and x.start == len(AND) and not x.suffix for x in cues.find(text)):
        return False
    phrase = read_phrase(r, i + 1, stop, strict=True)
    return phrase is not None and phrase.parts[0].kind in ("person", "office")


def _meanwhile(r: Reading, i: int, stop: int) -> bool:
    """«في وقت» before a verb tells what happened meanwhile; «في وقت متأخر» is a time."""
    if i + 2 >= stop or r.words[i + 1] not in grammar.words("meantime"):
        return False
    following = r.words[i + 2]
    verb = following.startswith(IMPERFECT) or _past_of_many(following) or word(following).verb
    return verb and following not in grammar.words("time-qualifier") and not word(following).nouns


def act_end(r: Reading, draft: Draft, end: int) -> int:
    """The end of the noun phrase that is the complement of the act `draft`, at most `end`: an adverbial or a new
    clause after a comma is no part of it, nor what the speaker does next."""
    inside, plain = draft.relative or _bare_relative(draft), True
    for i in range(draft.content + 1, end - 1):
        if r.quote_around[i] >= draft.content:
            continue
        text = r.words[i]
        if i <= draft.content + 2 and text in grammar.words("act-time"):
            return i
        if text in COMMAS:
            if _leaves(r, i + 1, end) or (inside and _resumes(r, i + 1)) or _says_next(r, i + 1, draft):
                return i
            continue
        aside = text in grammar.words("in") and r.words[i + 1] in grammar.words("act-aside")
        if aside or text in grammar.words("act-turn") or (plain and _does_next(r, i, draft)):
            return i
        clause = word(text).relative or text in grammar.complementizers()
        inside, plain = inside and not clause, plain and not clause and not _past_of_many(text)
    return end


def _bare_relative(draft: Draft) -> bool:
    """Whether the verb may stand in a relative clause without a pronoun: «بعد تظاهرات حاشدة طالبت بالعدل»."""
    if draft.lead or draft.subject_at == "after":
        return False
    return draft.subject is None or not draft.subject.parts[-1].definite


def _leaves(r: Reading, i: int, end: int) -> bool:
    """Whether what begins at token `i`, after a comma, is no part of a noun phrase: «، وسط …», «، معربا …»."""
    text = r.words[i]
    if text in grammar.words("in"):
        following = r.words[i + 1] if i + 1 < end else "\n"
        return following in grammar.words("act-setting") or word(following).is_a("occasion")
    last = r.span(i, i + 1).end
    return text in grammar.words("act-border") or r.view.raw[last - 2 : last] == ALIF + _TANWIN


def _resumes(r: Reading, i: int) -> bool:
    """Whether the sentence goes on after the relative clause of the act: «المسيرة التي تندد بالقرار، تتواصل»."""
    w = word(r.words[i])
    return w.text.startswith(IMPERFECT) and not (w.function or w.time or w.nouns)


def _does_next(r: Reading, i: int, draft: Draft) -> bool:
    """Whether token `i` joins what the same speaker does next: «انتقدت اللجنة القرار ودعمت البديل»."""
    text = r.words[i]
    if text[0] != AND or len(text) < 5:
        return False
    if _says_next(r, i, draft):
        return True
    w = word(text)
    if draft.tense != "perfect" or cues.find(text) or w.nouns or w.name >= 0.5 or w.place(AND) is not None:
        return False
    return text.endswith(PLURAL_PAST) if draft.number == "p" else draft.gender == "f" and _past_of_many(text)


def _says_next(r: Reading, i: int, draft: Draft) -> bool:
    """Whether token `i` joins a verb of saying with the same speaker: «دانت اللجنة القرار، وعدته خطأ»."""
    text = r.words[i]
    found = cues.find(text) if text[0] == AND else ()
    if len(text) == _SHORT and draft.gender == "m" and ALIF not in text:
        return False  # as likely a noun: «the killing and the unmasking of the killer»
    verb = all(x.form.tense in ("perfect", "imperfect") and text[: x.start] == AND for x in found)
    agreeing = (draft.tense, draft.gender, draft.number)
    return any((x.form.tense, x.form.gender, x.form.number) == agreeing and (verb or x.suffix) for x in found)


def _past_of_many(text: str) -> bool:
    """Whether the ending is that of a perfect whose subject is feminine or many things («دعمت», «أدت»)."""
    return len(text) > 3 and text.endswith(FEMININE_PAST) and not text.endswith(PLURAL_AT) and not word(text).nouns
