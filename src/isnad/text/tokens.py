"""Tokens, quotations, sentences and paragraphs of one text.

Positions inside a `Reading` are token indices unless a name says otherwise; raw spans come from
`Reading.span`. A sentence ends at . ! ؟ ? … or a line break, not inside a closed quotation of the same line, not
after an abbreviation of one letter (د.، أ.) and not inside a number (3.5) or a name such as العربية.نت.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
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
_QUOTING = frozenset({*_OPEN, *_CLOSE, *_DOUBLES})
_BREAKING = _ENDS | {"\n"}  # first characters of the tokens that may end a sentence

Joined = Callable[[str], tuple[int, ...]]


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

    def __init__(self, view: View, cuts: Sequence[int] = (), joined: Joined | None = None) -> None:
        """Reads the view; a sentence also ends before each raw position in `cuts` (ascending). `joined` says where a
        folded token comes apart into words."""
        self.view = view
        self._cuts = cuts
        self._joined = joined
        self.starts, self.ends, self.lights = self._tokens()
        self.words = [fold_word(text) for text in self.lights]
        self.raw_starts = view.all_at(self.starts)
        self.paragraphs = self._paragraphs()
        self.quotes = self._quotes()
        self.quote_close = {quote.open: quote.close for quote in self.quotes}
        self.quote_open = {close: opening for opening, close in self.quote_close.items() if close is not None}
        self.quote_around = self._quote_around()
        self.sentences = self._sentences()
        self.sentence_of: list[int] = []
        for n, (first, end) in enumerate(self.sentences):
            self.sentence_of.extend([n] * (end - first))

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

    def _tokens(self) -> tuple[list[int], list[int], list[str]]:
        """Where the tokens start and end in the view, and their light forms."""
        light = self.view.light
        spans = [match.span() for match in _TOKEN.finditer(light)]
        lights = [light[start:end] for start, end in spans]
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        gaps = _gap_finder(self._joined)
        doubtful = [i for i, text in enumerate(lights) if len(text) > _LONGEST_WHOLE and gaps(text) is not _WHOLE]
        inside = [(i, cuts) for i in doubtful if (cuts := self._lost_spaces(starts[i], lights[i]))]
        if not inside:
            return starts, ends, lights
        cut_starts: list[int] = []
        cut_ends: list[int] = []
        started = ended = 0
        for i, cuts in inside:
            cut_starts += starts[started : i + 1] + cuts
            cut_ends += ends[ended:i] + cuts
            started, ended = i + 1, i
        cut_starts += starts[started:]
        cut_ends += ends[ended:]
        return cut_starts, cut_ends, [light[start:end] for start, end in zip(cut_starts, cut_ends, strict=True)]

    def _lost_spaces(self, start: int, text: str) -> list[int]:
        """View positions inside the run of letters `text` at `start` at which a space was lost: behind a letter that
        only ends words («علىجريمة», «الأميركيةفي»), and behind a complementizer that its shadda shows («أنّالوضع»)."""
        gaps = _gap_finder(self._joined)
        opened, cuts = gaps(text)
        if opened:
            at = self.view.at(start + opened - 1) + 1
            if "\u0651" in self.view.raw[at : self.view.at(start + opened)]:
                cuts = (opened, *(opened + cut for cut in gaps(text[opened:])[1]))
        return [start + cut for cut in cuts]

    def _paragraphs(self) -> list[tuple[int, int]]:
        result, first = [], 0
        for i in [i for i, word in enumerate(self.words) if word == "\n"]:
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
        signs = [i for i, word in enumerate(self.words) if word in _QUOTING]
        at_sign = 0
        for _, end in self.paragraphs if signs else ():
            stack: list[tuple[str, int]] = []
            waiting = dict.fromkeys(_OPEN, 0)  # how many of each sign the stack holds
            here = at_sign
            at_sign = bisect_left(signs, end, here)
            for i in signs[here:at_sign]:
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
        stack: list[int] = []
        done = 0
        for i in sorted(self.quote_open.keys() | self.quote_open.values()):
            closes = i in self.quote_open
            until = i if closes else i + 1
            if stack:
                around[done:until] = [stack[-1]] * (until - done)
            done = until
            if closes:
                stack.pop()
            else:
                stack.append(i)
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
        words = self.words
        closed = sorted((q.open, q.close) for q in self.quotes if q.close is not None)
        cuts = {bisect_left(self.raw_starts, position) for position in self._cuts}
        cuts.discard(len(words))
        breaks = [i for i, word in enumerate(words) if word[0] in _BREAKING]
        result: list[tuple[int, int]] = []
        first, quote, quote_end = 0, 0, -1
        for i in sorted({*breaks, *cuts}):
            if i in cuts and i > first:
                result.append((first, i))
                first = i
            while quote < len(closed) and closed[quote][0] <= i:
                quote_end = max(quote_end, closed[quote][1])
                quote += 1
            if words[i] == "\n":
                if i > first:
                    result.append((first, i))
                result.append((i, i + 1))
                first = i + 1
            elif i > quote_end and (words[i] in _ENDS or words[i][0] == ".") and self._ends_sentence(i):
                result.append((first, i + 1))
                first = i + 1
        if first < len(words):
            result.append((first, len(words)))
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


_Gaps = tuple[int, tuple[int, ...]]
_WHOLE: _Gaps = (0, ())


@cache
def _gap_finder(joined: Joined | None) -> Callable[[str], _Gaps]:
    """A function that gives, for a token of light letters, the end of a complementizer that may stand before a lost
    space in it (0 for none), and the positions at which a space was lost all the same: behind letters that only end
    words, and where `joined` says. A token of one word gives `_WHOLE`."""

    @lru_cache(maxsize=1 << 16)
    def gaps(text: str) -> _Gaps:
        opening = _COMPLEMENTIZER.match(text)
        opened = opening.end() if opening is not None and text[opening.end() :] not in _PRONOUNS else 0
        cuts = [match.end() for match in _FINAL.finditer(text)]
        if joined is not None and len(text) >= _SHORTEST_JOINED:
            pieces = list(zip([0, *cuts], [*cuts, len(text)], strict=True))
            cuts += [a + at for a, b in pieces for at in joined(fold_word(text[a:b]))]
        return (opened, tuple(sorted(cuts))) if opened or cuts else _WHOLE

    return gaps
