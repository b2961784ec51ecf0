"""Whose words a document holds: «بيان للنقابة», «تقرير صحيفة "الضفة"», «تقديرات الهيئة», and «البيان» alone."""

from __future__ import annotations

from functools import lru_cache

from isnad.lexicon import grammar
from isnad.lexicon.affixes import ALIF, ARTICLE, FEMININE_YA, FOR, FOR_THE, YA
from isnad.names.parts import Part, Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading, fold

_SPEAK = frozenset({"organisation", "government", "media"})
_LONGEST = 24  # tokens of a document's phrase with its issuer
_REACH = 250  # tokens before «the statement» in which the statement was mentioned


def is_statement(part: Part) -> bool:
    """Whether it is the kind of document in which a body or a person speaks: «بيان»."""
    return part.kind == "document" and part.number == "s" and fold(part.head) in grammar.words("statement")


def holds_figures(r: Reading, part: Part) -> bool:
    """Whether it is a document of figures: «تقديرات الهيئة»."""
    return r.words[part.first][part.offset :] in grammar.words("figures")


def with_issuer(r: Reading, part: Part) -> tuple[Part, Part | None]:
    """The document's phrase to the end of its issuer («بيان صادر عن النقابة»), and the issuer where it is named.

    Nothing but adjectives and an issuer belongs to a statement: «بيان وصل إلى الصحيفة» is «بيان».
    """
    at = part.first + 1
    while at < part.end and r.words[at] not in grammar.words("issued") and _indefinite_adjective(r.words[at]):
        at += 1
    phrase = _issuer(r, part, at)
    source = phrase.parts[0] if phrase is not None else None
    if source is not None and source.kind in _SPEAK and source.definite and (source.speaks or is_statement(part)):
        return part._replace(end=max(part.end, source.end)), source
    known = at < part.end and (word(r.words[at]).article or word(r.words[at]).lead or word(r.words[at]).nouns)
    if is_statement(part) and not known:
        return part._replace(end=min(part.end, at)), None
    return part, None


def _issuer(r: Reading, part: Part, at: int) -> Phrase | None:
    """The phrase of the issuer at token `at`: after «صادر عن», after ل, or as the complement of the head noun."""
    _, stop = r.sentences[r.sentence_of[part.first]]
    stop = min(stop, part.first + _LONGEST)
    if at + 2 < stop and r.words[at] in grammar.words("issued") and r.words[at + 1] in grammar.words("issued-by"):
        return read_phrase(r, at + 2, stop)
    if at >= part.end:
        return None
    lead = word(r.words[at]).lead
    if lead in (FOR, FOR_THE):
        return read_phrase(r, at, part.end, lead=lead, bounded=True)
    head = r.words[part.first]
    indefinite = not head[part.offset :].startswith(ARTICLE) and not head.startswith(FOR_THE)
    construct = at == part.first + 1 and indefinite and (at in r.quote_close or _nominal(r.words[at]))
    return read_phrase(r, at, part.end, bounded=True) if construct else None


def _nominal(text: str) -> bool:
    w = word(text)
    return not w.lead and (w.article or w.name >= 0.5 or bool(w.nouns or w.geo))


def _indefinite_adjective(text: str) -> bool:
    w = word(text)
    listed = w.adjective or ARTICLE + text in grammar.words("adjective")
    return not (w.article or w.lead) and (listed or text.endswith((YA, FEMININE_YA)))


def is_described(r: Reading, at: int) -> bool:
    """Whether the statement mentioned at token `at` has a name of its own: «في بيان النقابة», but «في بيان لها»."""
    _, stop = r.sentences[r.sentence_of[at]]
    at += 1
    while at < stop and _indefinite_adjective(r.words[at]):
        at += 1
    if at >= stop or not r.words[at][0].isalpha() or word(r.words[at]).function or word(r.words[at]).time:
        return r.words[at] in grammar.words("issued") if at < stop else False
    return _nominal(r.words[at])


def mentioned_before(r: Reading, at: int) -> int:
    """The last token before `at` that mentions a statement («في بيان», «ببيانها»); -1 for none."""
    return next((i for i in range(at - 1, max(-1, at - _REACH), -1) if _is_statement_word(r.words[i])), -1)


@lru_cache(maxsize=65536)
def _is_statement_word(text: str) -> bool:
    found = (*word(text).nouns, *word(text.removesuffix(ALIF)).nouns)
    return any(n.noun.is_a("document") and fold(n.noun.lemma) in grammar.words("statement") for n in found)
