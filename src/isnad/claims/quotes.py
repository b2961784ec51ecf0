"""Quotation marks around a name, which hold nobody's words: «مستشفى "الأمل"», «رئيس شركة "سفر" سالم الحداد»."""

from __future__ import annotations

from isnad.lexicon import actors, grammar
from isnad.lexicon.affixes import AND, BY, FOR, THEN
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import COMMAS, SENTENCE_STOPS

_LONGEST_NAME = 3  # words of a name in quotation marks at most
_LONGEST_TITLE = 6  # words of a title or of a name between a cue and its content
_REACH = 10  # words from a name in quotation marks to the clause that is the content


def is_name(r: Reading, opening: int, close: int) -> bool:
    """Whether the words in these quotation marks are only a name: «مستشفى "الأمل"», «حركة "النهر"», "الجيش"."""
    inner = r.words[opening + 1 : close]
    if not inner or len(inner) > _LONGEST_NAME:
        return not inner
    before = r.words[opening - 1] if opening else "\n"
    if before in grammar.words("named") or before[1:] in grammar.words("named"):
        return True
    if any(len(entry.tokens) == len(inner) for entry in actors.at(r.words, opening + 1)):
        return True
    if len(inner) > 1:
        return False
    text, w = inner[0], word(inner[0])
    if w.is_a("body") or w.place("") is not None or not text.isalpha():
        return True
    joined = text[0] in (AND, BY, FOR) and is_everyday(text[1:])
    return not (w.function or joined or is_everyday(text))


def names_speaker(r: Reading, at: int, opening: int, close: int, *, subject_before: bool) -> bool:
    """Whether the quotation after the cue at token `at` is a name, or a title, on the way to the content: it is short,
    and something follows it («قالت صحيفة "الضفة" إن», «قال سالم الحداد "أبو جاد": سنعود»)."""
    if close - opening > _LONGEST_TITLE + 1 or close <= opening + 1 or close + 1 >= len(r.words):
        return False
    following = r.words[close + 1]
    if following in SENTENCE_STOPS or following == "\n" or following[0] == ".":
        return False
    words = close - opening - 1
    before = r.words[opening - 1]
    clause = following in grammar.complementizers() and following[0] not in (AND + THEN)
    if following == ":" or clause or before in grammar.words("named"):
        return True
    if words <= _LONGEST_NAME and _clause_follows(r, close + 1):
        return True
    w, inside = word(before), word(r.words[opening + 1])
    outlet = bool(actors.at(r.words, opening + 1))
    if opening == at + 1:
        if words <= _LONGEST_NAME and (inside.is_a("body") or inside.is_a("group") or outlet):
            return True  # a body or a medium whose name stands in quotation marks
        return not subject_before and words < _LONGEST_NAME and following not in COMMAS
    media = any(n.noun.is_a("media") or n.noun.is_a("body") for n in w.nouns)
    joined = before in grammar.words("quote-preposition") or (w.is_a("group", w.lead) and not w.article)
    office = w.is_a("role", w.lead) and not w.article
    return media or outlet or office or (joined and words <= _LONGEST_NAME)


def _clause_follows(r: Reading, i: int) -> bool:
    """Whether a complementizer or a colon comes within a few words, before any other verb: «رئيس شركة "سفر" سالم
    الحداد أن», «وكالة "سفر"، في بيان، أن»."""
    for text in r.words[i : i + _REACH]:
        if text == ":" or (text in grammar.complementizers() and text[0] not in (AND + THEN)):
            return True
        w = word(text)
        if not (text[0].isalpha() or text in COMMAS) or w.verb or (w.function and not w.preposition):
            return False
    return False
