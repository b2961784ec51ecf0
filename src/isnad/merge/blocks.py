"""Which documents are worth comparing: those of nearby days that share a telling word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from isnad.merge.links import WINDOW, Told

KEYS = 24  # words of a document by which others are found
_SHARED = 2  # of them that two documents must have in common


class Blocks:
    """The documents seen so far by day and telling word."""

    def __init__(self) -> None:
        self._found: defaultdict[tuple[str, int | None], list[Told]] = defaultdict(list)

    def add(self, document: Told) -> None:
        """Lets later documents find this one."""
        for word in _keys(document):
            self._found[word, document.published].append(document)

    def near(self, document: Told) -> Iterator[Told]:
        """The documents that may tell of the same event, each once, in the order in which they were added."""
        counts: dict[str, int] = {}
        others: dict[str, Told] = {}
        for day in _days(document.published):
            for word in _keys(document):
                for other in self._found.get((word, day), ()):
                    name = other.profile.id
                    counts[name] = counts.get(name, 0) + 1
                    others[name] = other
        return (others[name] for name, count in counts.items() if count >= _SHARED and name != document.profile.id)


def _keys(document: Told) -> list[str]:
    return [word for word, _ in document.profile.words[:KEYS]]


def _days(published: int | None) -> Iterable[int | None]:
    """A document without a date meets only its like."""
    return (None,) if published is None else range(published - WINDOW, published + WINDOW + 1)
