"""Words that lost the space between them («مراسلالقناة», «أكدوزير»): where they come apart.

A spelling is cut only where no table knows it as a word, and where all that the cut leaves are everyday words.
"""

from __future__ import annotations

from functools import lru_cache

from isnad.lexicon import cues, grammar, nouns, people
from isnad.lexicon.affixes import AND, ARTICLE, BY, BY_THE, FOR, FOR_THE, JOINED_ARTICLE, LIKE, THEN, without_article
from isnad.lexicon.everyday import is_everyday

_SHORTEST = 7  # letters of two words
_FIRST = 3  # letters of the first one at least
_SECOND = 5  # letters of the second one, with its article
_BEFORE_TAIL = 6  # the same where a third word follows
_CLITICS = (AND, THEN, BY, FOR, LIKE, ARTICLE, BY_THE, FOR_THE, *JOINED_ARTICLE, AND + FOR, AND + BY, AND + FOR_THE)


@lru_cache(maxsize=1 << 16)
def cuts(word: str) -> tuple[int, ...]:
    """The positions inside a folded token at which a space was lost; empty for a word.

    >>> cuts("مراسلالقناه"), cuts("اكدوزير"), cuts("العلاقات"), cuts("مسلسلات")
    ((5,), (3,), (), ())
    """
    if len(word) < _SHORTEST or _is_word(word):
        return ()
    return _before_article(word) or _behind_verb(word)


def _is_word(word: str) -> bool:
    if is_everyday(word) or cues.find(word) or people.is_given(word):
        return True
    return any(word.startswith(clitic) and is_everyday(word[len(clitic) :]) for clitic in _CLITICS)


def _before_article(word: str) -> tuple[int, ...]:
    """The cuts before a word with its article, and behind it where a preposition or أن follows: «مراسلالقناةفي»."""
    at = word.find(ARTICLE, _FIRST)
    while at > 0:
        rest = word[at:]
        if is_everyday(word[:at]) and len(without_article(word[:at])) >= _FIRST:
            if len(rest) >= _SECOND and is_everyday(rest):
                return (at,)
            for tail in grammar.words("joined-tail"):
                second = rest.removesuffix(tail)
                if second != rest and len(second) >= _BEFORE_TAIL and is_everyday(second):
                    return at, at + len(second)
        at = word.find(ARTICLE, at + 1)
    return ()


def _behind_verb(word: str) -> tuple[int, ...]:
    """The cut between a reporting verb and the noun of its speaker: «أكدوزير»."""
    for at in range(_FIRST, len(word) - _FIRST):
        first, second = word[:at], word[at:]
        if not (is_everyday(second) and is_everyday(first.removeprefix(AND) if len(first) > _FIRST else first)):
            continue
        speaker = any(n.start == 0 and n.noun.kind and not n.suffix for n in nouns.find(second))
        if speaker and any(_reports(x) for x in cues.find(first)):
            return (at,)
    return ()


def _reports(reading: cues.CueReading) -> bool:
    form = reading.form
    return not reading.cue.weak and form.tense == "perfect" and form.person == 3 and not reading.suffix
