"""What the document says of one member of its cast: the offices in the phrases that name or mention it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from isnad.lexicon import grammar
from isnad.lexicon.affixes import ARTICLE
from isnad.lexicon.kb.base import Named, offices_named
from isnad.names.people import People
from isnad.records import Entity, Span
from isnad.text import Reading, fold

_LONGEST = 25  # tokens of an office before a name
_FORMS = frozenset({"name", "title", "short"})


def offices_said(r: Reading, entity: Entity, people: People, state: str | None) -> tuple[Named, ...]:
    """The offices that the document gives to the entity, in its mentions and where it is introduced.

    «قال وزير النقل العماني سالم الحداد» says one, «وأضاف الحداد» none. `state` stands in where the words name none.
    """
    name = tuple(fold(entity.name).split()) if entity.kind == "person" else ()
    phrases = [phrase for m in entity.mentions if m.form in _FORMS for phrase in _around_name(_words(r, m.span), name)]
    if name in people.names:
        phrases.append(_introduction(r, people.names[name][3], name))
    found: dict[Named, None] = {}
    for phrase in dict.fromkeys(phrases):
        if phrase:
            named = offices_named(phrase, state)
            found.update((office, None) for office in named if not _serves(phrase[: office.words.first]))
    return tuple(named for named in found if named.offices)


def _serves(before: tuple[str, ...]) -> bool:
    """Whether a noun before the office makes it somebody else's: «مساعد قائد الجيش», but not «جلالة ملك عمان»."""
    last = before[-1] if before else ""
    return last.isalpha() and not last.startswith(ARTICLE) and last not in grammar.words("courtesy")


def _words(r: Reading, span: Span) -> tuple[str, ...]:
    """The folded tokens of a raw span, the first without the proclitics that stand outside it."""
    first = max(bisect_right(r.starts, span.start, key=r.view.at) - 1, 0)
    end = bisect_left(r.starts, span.end, key=r.view.at)
    words = r.words[first:end]
    if not words:
        return ()
    cut = next((k for k in range(4) if r.view.at(r.starts[first] + k) >= span.start), 0)
    return (words[0][cut:] or words[0], *words[1:])


def _around_name(words: tuple[str, ...], name: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words before and behind the name; all of them where the name is not there."""
    at = [i for i, word in enumerate(words) if word in name]
    if not at:
        return [words]
    behind = next((i for i in range(at[-1] + 1, len(words)) if words[i][0].isalnum()), len(words))
    return [words[: at[0]], words[behind:]]


def _introduction(r: Reading, first: int, name: tuple[str, ...]) -> tuple[str, ...]:
    """The words between the head of the phrase that introduces a name and the name."""
    for i in range(first, min(first + _LONGEST, len(r.words))):
        if tuple(r.words[i : i + len(name)]) == name:
            return tuple(r.words[first:i])
    return ()
