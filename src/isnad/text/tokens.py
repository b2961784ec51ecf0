"""Tokens, quotations, sentences and paragraphs of one text.

Positions inside a `Reading` are token indices unless a name says otherwise; raw spans come from
`Reading.span`. A sentence ends at . ! ؟ ? … or a line break, not inside a closed quotation of the same line, not
after an abbreviation of one letter (د.، أ.) and not inside a number (3.5) or a name such as العربية.نت.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from isnad.records import Span
from isnad.text.signs import SENTENCE_STOPS
from isnad.text.view import View, fold_word

# Arabic and Latin letters are never one word: a preposition may be written onto «RT».
_TOKEN = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*|[^\W\d_a-zA-Z]+|[a-zA-Z]+|\n|[.…]{2,}|[^\w\s]|_")
_OPEN = {"«": "»", "‹": "›"}
_CLOSE = {close: open for open, close in _OPEN.items()}
# Double marks stand for each other («"word”», «”word“»): the spaces beside them decide first, then what they are.
_DOUBLE = '"'
_DOUBLES: dict[str, bool | None] = {_DOUBLE: None, "“": True, "”": False}  # whether it opens
# Alef maksura and ta marbuta end words; a hamza, or one last letter, after them is a slip of spelling.
_FINAL = re.compile("[\u0649\u0629](?=[^\\W\\d_a-zA-Z\u0621]{2})")
_COMPLEMENTIZER = re.compile("[\u0648\u0641]?[\u0628\u0644]?[\u0623\u0625]\u0646")
_PRONOUNS = frozenset(
    ["", "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0646\u0627",
     "\u0646\u064a", "\u064a", "\u0643", "\u0643\u0645"]
)  # fmt: skip
_LONGEST_WHOLE = 4  # letters of the longest word in which no space is sought
_SHORTEST_JOINED = 6  # letters of the shortest run in which words are sought
_CONJUNCTIONS = "\u0648\u0641"  # waw and fa, which are written onto the next word
_ENDS = SENTENCE_STOPS | {"?", "…"}


class Quote(NamedTuple):
    """A quotation: token indices of its opening and closing sign; `close` is None where it never closes."""

    open: int
    close: int | None


class Reading:
    """One text cut into tokens, with its quotations, sentences and paragraphs.

    `quote_around[i]` is the opening token of the innermost closed quotation around token `i`, -1 where there is none.
    `quote_close` maps the token of each opening quotation sign to its closing one (None where it never closes), and
    `quote_open` each closing sign to its opening one.
    `words[i]` is the folded form and `lights[i]` the light form of token `i`; `starts` and `ends` are positions
    in the view, `raw_starts` in the raw
    text. `sentences` and `paragraphs` are half-open ranges of token indices that cover all tokens.
    """

    __slots__ = (
        "_cuts", "_joined", "ends", "lights", "paragraphs", "quote_around", "quote_close", "quote_open", "quotes",
        "raw_starts", "sentence_of", "sentences", "starts", "view", "words",
    )  # fmt: skip

    def __init__(
        self, view: View, cuts: Sequence[int] = (), joined: Callable[[str], tuple[int, ...]] | None = None
    ) -> None:
        """Reads the view; a sentence also ends before each raw position in `cuts` (ascending). `joined` says where a
        folded token comes apart into words."""
        self.view = view
        self._cuts = cuts
        self._joined = joined
        self.starts: list[int] = []
        self.ends: list[int] = []
        light = view.light
        for match in _TOKEN.finditer(light):
            start, end = match.span()
            for cut in self._lost_spaces(start, match.group()) if end - start > _LONGEST_WHOLE else ():
                self.starts.append(start)
                self.ends.append(cut)
                start = cut
            self.starts.append(start)
            self.ends.append(end)
        self.lights = [light[s:e] for s, e in zip(self.starts, self.ends, strict=True)]
        self.words = [fold_word(text) for text in self.lights]
        self.raw_starts = view.all_at(self.starts)
        self.paragraphs = self._paragraphs()
        self.quotes = self._quotes()
        self.quote_close = {quote.open: quote.close for quote in self.quotes}
        self.quote_open = {close: opening for opening, close in self.quote_close.items() if close is not None}
        self.quote_around = self._quote_around()
        self.sentences = self._sentences()
        self.sentence_of = [n for n, (a, b) in enumerate(self.sentences) for _ in range(a, b)]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The raw span of the tokens `[first, end)`."""
        return self.view.span(self.starts[first], self.ends[end - 1])

    def text(self, first: int, end: int) -> str:
        """The raw words of the tokens `[first, end)`."""
        return self.span(first, end).of(self.view.raw)

    def glued(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def _lost_spaces(self, start: int, text: str) -> list[int]:
        """View positions inside the run of letters `text` at `start` at which a space was lost: behind a letter that
        only ends words («علىجريمة», «الأميركيةفي»), and behind a complementizer that its shadda shows («أنّالوضع»)."""
        opened, cuts = _gaps(text, self._joined)
        if opened:
            at = self.view.at(start + opened - 1) + 1
            if "\u0651" in self.view.raw[at : self.view.at(start + opened)]:
                cuts = (opened, *(opened + cut for cut in _gaps(text[opened:], self._joined)[1]))
        return [start + cut for cut in cuts]

    def _paragraphs(self) -> list[tuple[int, int]]:
        result, first = [], 0
        for i, word in enumerate(self.words):
            if word == "\n":
                if i > first:
                    result.append((first, i))
                first = i + 1
        if first < len(self.words):
            result.append((first, len(self.words)))
        return result

    def _quotes(self) -> list[Quote]:
        """Pairs of quotation signs. Pairs are sought inside a paragraph first, since a lost closing sign must not
        swallow the text after it; a sign that stays open is kept with `close` None."""
        result: list[Quote] = []
        for first, end in self.paragraphs:
            stack: list[tuple[str, int]] = []
            waiting = dict.fromkeys(_OPEN, 0)  # how many of each sign the stack holds
            for i in range(first, end):
                word = self.words[i]
                if word in _OPEN:
                    stack.append((word, i))
                    waiting[word] += 1
                elif word in _CLOSE:
                    wanted = _CLOSE[word]
                    sign = ""
                    while waiting[wanted] and sign != wanted:
                        sign, at = stack.pop()
                        result.append(Quote(at, i if sign == wanted else None))
                        if sign in waiting:
                            waiting[sign] -= 1
                elif word in _DOUBLES:
                    opens = self._opens(i, end)
                    if opens is None:
                        opens = _DOUBLES[word]
                    if stack and stack[-1][0] == _DOUBLE and opens is not True:
                        result.append(Quote(stack.pop()[1], i))
                    elif opens is not False:
                        stack.append((_DOUBLE, i))
            result.extend(Quote(at, None) for _, at in stack)
        return sorted(result)

    def _quote_around(self) -> list[int]:
        """For each token the opening sign of the innermost closed quotation that it stands in, -1 for none."""
        around = [-1] * len(self.words)
        stack: list[tuple[int, int]] = []
        for i in range(len(self.words)):
            while stack and stack[-1][1] <= i:
                stack.pop()
            if stack:
                around[i] = stack[-1][0]
            close = self.quote_close.get(i)
            if close is not None:
                stack.append((i, close))
        return around

    def _opens(self, i: int, end: int) -> bool | None:
        """Whether a double quotation mark opens or closes, by the spaces beside it; None where they do not tell."""
        before, after = self.glued(i), i + 1 < end and self.glued(i + 1)
        if before == after:
            # a preposition of one letter is written onto the sign that opens: its name in quotation marks.
            return True if before and len(self.words[i - 1]) == 1 and self.words[i - 1].isalpha() else None
        if after:
            return True
        return False if self.words[i - 1] not in _OPEN and self.words[i - 1] != "(" else None

    def _sentences(self) -> list[tuple[int, int]]:
        closed = sorted((q.open, q.close) for q in self.quotes if q.close is not None)
        result: list[tuple[int, int]] = []
        first, quote, quote_end, cut = 0, 0, -1, 0
        for i, word in enumerate(self.words):
            while cut < len(self._cuts) and self._cuts[cut] <= self.raw_starts[i]:
                cut += 1
                if i > first:
                    result.append((first, i))
                    first = i
            while quote < len(closed) and closed[quote][0] <= i:
                quote_end = max(quote_end, closed[quote][1])
                quote += 1
            if word == "\n":
                if i > first:
                    result.append((first, i))
                result.append((i, i + 1))
                first = i + 1
            elif i > quote_end and (word in _ENDS or word[0] == ".") and self._ends_sentence(i):
                result.append((first, i + 1))
                first = i + 1
        if first < len(self.words):
            result.append((first, len(self.words)))
        return result

    def _ends_sentence(self, i: int) -> bool:
        following = self.words[i + 1] if i + 1 < len(self.words) else "\n"
        if following == "\n":
            return True
        if following in _ENDS or following in _CLOSE or following == "”":
            return False
        if self.words[i] == "." and self.glued(i):
            previous = self.words[i - 1]
            if previous.isalpha() and (len(previous) == 1 or (len(previous) == 2 and previous[0] == _CONJUNCTIONS[0])):
                return False  # abbreviations: one letter, letters and stops, a conjunction before one
            if self.glued(i + 1) and following[0].isalnum():
                # «Site.net» and «a.b» are one name, but any other stop is a lost space: names have short tails.
                return len(following) > 4 or following[0] in _CONJUNCTIONS
        return True


@lru_cache(maxsize=1 << 16)
def _gaps(text: str, joined: Callable[[str], tuple[int, ...]] | None) -> tuple[int, tuple[int, ...]]:
    """The end of a complementizer that may stand before a lost space in these light letters (0 for none), and the
    positions at which a space was lost all the same: behind letters that only end words, and where `joined` says."""
    opening = _COMPLEMENTIZER.match(text)
    opened = opening.end() if opening is not None and text[opening.end() :] not in _PRONOUNS else 0
    cuts = [match.end() for match in _FINAL.finditer(text)]
    if joined is not None and len(text) >= _SHORTEST_JOINED:
        pieces = list(zip([0, *cuts], [*cuts, len(text)], strict=True))
        cuts += [a + at for a, b in pieces for at in joined(fold_word(text[a:b]))]
    return opened, tuple(sorted(cuts))
