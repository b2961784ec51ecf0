"""Words that lost the space between them («مراسلالقناة»): where they come apart.

A spelling is cut only where no table knows it as a word, and where all that the cut leaves are everyday words. A
reporting verb is never cut off: who says what is not guessed («قالالوزير»).
"""

from __future__ import annotations

from functools import lru_cache

from isnad.lexicon import actors, cues, grammar, people
from isnad.lexicon.affixes import AND, ARTICLE, BY, BY_THE, FOR, FOR_THE, JOINED_ARTICLE, LIKE, THEN, without_article
from isnad.lexicon.everyday import is_everyday

_SHORTEST = 6  # letters of two words
_FIRST = 3  # letters of the first one at least
_SECOND = 5  # letters of the second one, with its article
_BEFORE_TAIL = 6  # the same where a third word follows
_CLITICS = (AND, THEN, BY, FOR, LIKE, ARTICLE, BY_THE, FOR_THE, *JOINED_ARTICLE, AND + FOR, AND + BY, AND + FOR_THE)


@lru_cache(maxsize=1 << 16)
def cuts(word: str) -> tuple[int, ...]:
    """The positions inside a folded token at which a space was lost; empty for a word.

    >>> cuts("مراسلالقناه"), cuts("قالالوزير"), cuts("العلاقات"), cuts("مسلسلات")
    ((5,), (), (), ())
    """
    if len(word) < _SHORTEST or _is_word(word):
        return ()
    return _before_article(word) or _before_tail(word)


def _is_word(word: str) -> bool:
    if is_everyday(word) or cues.find(word) or people.is_given(word):
        return True
    return any(word.startswith(clitic) and is_everyday(word[len(clitic) :]) for clitic in _CLITICS)


def _before_article(word: str) -> tuple[int, ...]:
    """The cuts before a word with its article, and behind it where a preposition or أن follows: «مراسلالقناةفي»."""
    at = word.find(ARTICLE, _FIRST)
    while at > 0:
        rest = word[at:]
        first = word[:at]
        if is_everyday(first) and not _is_verb(first) and len(without_article(first)) >= _FIRST:
            if len(rest) >= _SECOND and _is_second(rest):
                return (at,)
            for tail in grammar.words("joined-tail"):
                second = rest.removesuffix(tail)
                if second != rest and len(second) >= _BEFORE_TAIL and _is_second(second):
                    return at, at + len(second)
        at = word.find(ARTICLE, at + 1)
    return ()


def _is_second(word: str) -> bool:
    """Whether the rest is a word: an everyday one, or an outlet's or body's name of one word («مراسلالضفة»)."""
    return is_everyday(word) or any(e.start == 0 and len(e.tokens) == 1 for e in actors.entities(word))


def _before_tail(word: str) -> tuple[int, ...]:
    """The cut between a word with its article and a preposition, or behind a name that ends many others: «الميادينفي»,
    «حزب اللهفي الجنوب»."""
    for tail in grammar.words("joined-preposition"):
        first = word.removesuffix(tail)
        if first == word or not first.startswith(ARTICLE):
            continue
        if first in grammar.words("joined-head") or (len(first) >= _BEFORE_TAIL and _is_second(first)):
            return (len(first),)
    return ()


def _is_verb(word: str) -> bool:
    return any(reading.form.tense in ("perfect", "imperfect") for reading in cues.find(word))
