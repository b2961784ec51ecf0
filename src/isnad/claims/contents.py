"""Who tells of a place in the text: the innermost claim whose content holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from isnad.records import Claim, Span


class Contents:
    """The contents of a document's claims, asked for the innermost one around a span.

    >>> from isnad.analyse import analyse
    >>> from isnad.records import Document
    >>> text = "قال سالم الحداد إن ليلى النجار أكدت أن الوفد عاد."
    >>> contents = Contents(analyse(Document(id="1", text=text)).claims)
    >>> found = contents.innermost(Span(text.index("الوفد"), text.index("عاد")))
    >>> found.cue.of(text) if found and found.cue else None
    'أكدت'
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda claim: claim.content)
        self._starts = [claim.content.start for claim in self._claims]
        self._wider = _wider(self._claims)

    def innermost(self, span: Span, fits: Callable[[Claim], bool] | None = None) -> Claim | None:
        """The claim with the shortest content that holds `span`, of those that `fits` accepts; None where none does.

        Of two that are equally short the one that begins last, and of two with the same content the last told.
        """
        best: Claim | None = None
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0:
            content = self._claims[at].content
            if best is not None and span.end - content.start >= _length(best):
                break  # whatever begins here or before it is no shorter
            if content.end < span.end:
                at = self._wider[at]  # those between end before it does
                continue
            claim = self._claims[at]
            if (fits is None or fits(claim)) and (best is None or _length(claim) < _length(best)):
                best = claim
            at -= 1
        return best


def _length(claim: Claim) -> int:
    return claim.content.end - claim.content.start


def _wider(claims: Sequence[Claim]) -> list[int]:
    """For each claim the nearest one before it whose content ends later, -1 where there is none."""
    result: list[int] = []
    open_: list[int] = []
    for at, claim in enumerate(claims):
        while open_ and claims[open_[-1]].content.end <= claim.content.end:
            open_.pop()
        result.append(open_[-1] if open_ else -1)
        open_.append(at)
    return result
