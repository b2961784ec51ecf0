"""Which line belongs to which story, and which to none.

The main story runs from its head to the first line that closes it («المصدر:», tags, a comment form); titles
after «اقرأ أيضا» are furniture and the story may go on after them. A title with paragraphs of its own after
the end is a second story; titles alone, and a run of unconnected single sentences at the end, are teasers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from isnad.layout.head import Head, find_head
from isnad.layout.lines import Line
from isnad.lexicon.affixes import ARTICLE, JOINED_ARTICLE
from isnad.lexicon.layout_marks import is_linked
from isnad.records import BlockLabel, Record

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARTICLE = re.compile(f"^(?:{'|'.join((*JOINED_ARTICLE, ARTICLE))})(?=...)")
_STEM = 4
_OWN_WORDS = 0.4  # the share of a title's words that its own story repeats in its first paragraphs
_NEW_WORDS = 2  # words of a title at least that the story above has not said
_LONGEST_TITLE = 110
_LEAST_STORY = 150  # code points of prose under a title that make a second story
_MOST_TITLES = 12  # in one list of related stories
_TEASERS = 3  # so many unconnected sentences at the end are teasers
_MOST_TEASERS = 8
_SHARED_WORDS = 0.45  # a teaser shares less of its words with the story than this
_LINKED = 0.3  # a news story ties so many of its paragraphs together; an essay may not, and has no teasers then
_UNSTOPPED_BONUS = 0.12  # added to that where teasers, cut by length, lack the stop that the paragraphs have
_MENU_RUN = 4
_AHEAD = 60  # unmarked lines that are looked at together after the end of a story: keeps time linear


class Part(Record):
    """The part of one line: its label and the number of its story, None for furniture."""

    label: BlockLabel
    story: int | None


class Plan(Record):
    """One part a line, and for each story the indices of its headline (or None), first and last body line."""

    parts: tuple[Part, ...]
    stories: tuple[tuple[int | None, int, int], ...]


def arrange(lines: Sequence[Line], marked: dict[int, BlockLabel]) -> Plan:
    """Gives every line its part; `marked` are those that are furniture of themselves (marks, dates)."""
    return _Arranger(lines, marked).plan()


def _stems(text: str) -> set[str]:
    return set(map(_stem, _WORD.findall(text)))


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    return _ARTICLE.sub("", word)[:_STEM]


class _Arranger:
    def __init__(self, lines: Sequence[Line], marked: dict[int, BlockLabel]) -> None:
        self.lines = lines
        self.marked = marked
        self.labels: list[BlockLabel] = [marked.get(i, "boilerplate") for i in range(len(lines))]
        self.story: list[int | None] = [None] * len(lines)
        self.heads: list[Head] = []
        self._words: dict[int, set[str]] = {}
        self.ends: list[int] = []  # of each story: the index of the line after it

    def plan(self) -> Plan:
        at = 0
        free = self._free(0, len(self.lines))
        if free:
            at = self._open(free, sorted(self.marked))
            while at < len(self.lines):
                at = self._after_end(at)
        stories = []
        for number, head in enumerate(self.heads):
            body = self._without_repeats(number, head)
            self._trim(body)
            self._claim_lines(number, head, body[-1])
            stories.append((head.headline, body[0], body[-1]))
        parts = tuple(Part(label=label, story=story) for label, story in zip(self.labels, self.story, strict=True))
        return Plan(parts=parts, stories=tuple(stories))

    def _free(self, start: int, end: int) -> list[int]:
        return [i for i in range(start, end) if i not in self.marked]

    def _put(self, index: int, label: BlockLabel, story: int | None) -> None:
        self.labels[index] = label
        self.story[index] = story

    def _open(self, free: Sequence[int], taken: Sequence[int]) -> int:
        """Begins a story whose head is among `free`, runs its body, and returns the index after its end."""
        number = len(self.heads)
        head = find_head(self.lines, free, taken)
        self.heads.append(head)
        if head.headline is not None:
            self._put(head.headline, "headline", number)
        for i, label in head.labels:
            self._put(i, label, None if label == "boilerplate" else number)
        end = self._run(head.body, number)
        self.ends.append(end)
        return end

    def _run(self, at: int, number: int) -> int:
        """Reads the body of story `number` from line `at`; returns the index of the line after its end."""
        said = 0
        while at < len(self.lines):
            if at not in self.marked:
                self._put(at, "body", number)
                said += self.lines[at].size
                at += 1
                continue
            hit = self.lines[at].hit
            reach = hit.mark.reach if hit else "line"
            if reach == "close" and said and not self._goes_on(at + 1, said):
                return at + 1
            if reach == "list" and hit is not None and not _WORD.search(self.lines[at].text, hit.value):
                titles = self._titles(at + 1)
                own = self._own_story(titles, number) if said else None
                for i in titles:
                    self._put(i, "related", None)
                if own is not None:
                    return own
                at = titles[-1] if titles else at
            at += 1
        return at

    def _titles(self, at: int) -> list[int]:
        """The titles of a list of related stories from line `at` on."""
        found: list[int] = []
        while at < len(self.lines) and len(found) < _MOST_TITLES:
            line = self.lines[at]
            if at in self.marked or not line.is_title or line.size >= _LONGEST_TITLE:
                break
            found.append(at)
            at += 1
        return found

    def _own_story(self, titles: list[int], number: int) -> int | None:
        """The last of the titles if the paragraphs after it are their own story, not story `number` again."""
        if not titles:
            return None
        after = [i for i in self._free(titles[-1] + 1, min(len(self.lines), titles[-1] + 6)) if self.lines[i].is_prose]
        if sum(self.lines[i].size for i in after) < _LEAST_STORY:
            return None
        if not after or is_linked(self.lines[after[0]].text):
            return None
        above = [i for i in range(max(0, titles[0] - _AHEAD), titles[0]) if self.story[i] == number]
        return titles[-1] if self._tells(titles[-1], after[:3], above) else None

    def _tells(self, title: int, paragraphs: Sequence[int], above: Sequence[int] = ()) -> bool:
        """Whether the paragraphs tell what the title says, by the words that `above` has not said."""
        known = set().union(*map(self._said, above))
        wanted = self._said(title) - known
        told = set().union(*map(self._said, paragraphs))
        return len(wanted) >= _NEW_WORDS and len(wanted & told) >= _OWN_WORDS * len(wanted)

    def _said(self, line: int) -> set[str]:
        """The stems of the line's words, which many titles near it ask for."""
        if line not in self._words:
            self._words[line] = _stems(self.lines[line].text)
        return self._words[line]

    def _goes_on(self, at: int, said: int) -> bool:
        """Whether the text after a closing line is the same story, of which `said` code points were read."""
        rest, _ = self._until_close(at)
        if not rest or self._second(rest) is not None:
            return False
        prose = [self.lines[i].size for i in rest if self.lines[i].is_prose]
        return len(prose) >= 2 and sum(prose) > said

    def _until_close(self, at: int) -> tuple[list[int], int]:
        """The unmarked lines from `at` up to the next closing line, as far as is looked ahead, and the index of
        the last line that was looked at."""
        rest: list[int] = []
        i = at
        for i in range(at, len(self.lines)):
            if i not in self.marked:
                rest.append(i)
                if len(rest) == _AHEAD:
                    break
                continue
            hit = self.lines[i].hit
            if hit is not None and hit.mark.reach == "close":
                break
        return rest, i

    def _second(self, rest: list[int]) -> int | None:
        """The position in `rest` of the headline of a second story, or None where there is none."""
        first = next((k for k, i in enumerate(rest) if self.lines[i].is_prose), None)
        if not first:
            return None
        title = rest[first - 1]
        prose = [i for i in rest[first : first + 4] if self.lines[i].is_prose]
        if not self.lines[title].is_title or self.lines[title].words < 3:
            return None
        if sum(self.lines[i].size for i in prose) < _LEAST_STORY:
            return None
        return first - 1 if self._tells(title, prose[:3]) else None

    def _after_end(self, at: int) -> int:
        """Reads what stands after the end of a story, up to the next closing line; returns where to go on."""
        rest, last = self._until_close(at)
        if not rest:
            return last + 1
        second = self._second(rest)
        for i in rest[:second]:
            line = self.lines[i]
            if line.is_prose or (line.is_title and line.words >= 5):
                self._put(i, "related", None)
        return rest[-1] + 1 if second is None else self._open(rest[second:], [])

    def _without_repeats(self, number: int, head: Head) -> list[int]:
        """The body lines of the story; headline and deck printed again become repeats."""
        heads = [i for i, label in head.labels if label == "deck"]
        if head.headline is not None:
            heads.append(head.headline)
        printed = {self.lines[i].letters for i in heads if self.lines[i].size >= 20}
        body = []
        for i in range(head.body, self.ends[number]):
            if self.story[i] == number and self.labels[i] == "body":
                if i > head.body and printed and self.lines[i].letters in printed:
                    self.labels[i] = "repeat"
                else:
                    body.append(i)
        return body

    def _claim_lines(self, number: int, head: Head, last: int) -> None:
        """Gives the story its datelines and bylines: those above and in the body, and just under it."""
        top = self.ends[number - 1] if number else 0
        for i in range(top, min(last + 4, self.ends[number])):
            if self.story[i] is None and self.labels[i] in ("dateline", "byline"):
                self.story[i] = number

    def _trim(self, body: list[int]) -> None:
        """Takes teasers, menus and a signature off the end of a body."""
        self._drop(self._teasers(body), "related", body)
        run = 0
        while run < len(body) - 1 and self.lines[body[-1 - run]].is_short:
            run += 1
        if not any(self.lines[i].is_prose for i in body[: len(body) - run]):
            return  # verse, a list: short lines are all there is
        if run >= _MENU_RUN or (run >= 2 and self._is_menu(body[-1] + 1)):
            self._drop(run, "boilerplate", body)
        elif run == 1 and self._is_signature(body):
            self._drop(1, "byline", body)

    def _drop(self, count: int, label: BlockLabel, body: list[int]) -> None:
        for i in body[len(body) - count :]:
            self._put(i, label, None if label != "byline" else self.story[i])
        del body[len(body) - count :]

    def _is_menu(self, index: int) -> bool:
        hit = self.lines[index].hit if index < len(self.lines) else None
        return hit is not None and hit.mark.id in ("menu", "form-button", "rights", "section")

    def _is_signature(self, body: list[int]) -> bool:
        """Whether a short last line is a name under sentences that all end with a stop."""
        line = self.lines[body[-1]]
        above = [self.lines[i] for i in body[:-1]]
        if len(above) < 3 or line.words < 2 or is_linked(line.text) or any(map(str.isdigit, line.text)):
            return False
        return above[-1].stops and self._stopped(body[:-1])

    def _teasers(self, body: list[int]) -> int:
        """How many last lines of the body are teasers: sentences tied neither to each other nor to it."""
        if len(body) < _TEASERS + 2:
            return 0
        count = 0
        while count < min(_MOST_TEASERS, len(body) - 2) and self._is_loose(self.lines[body[-1 - count]]):
            count += 1
        above = [self.lines[i] for i in body[1 : len(body) - count]]
        if count < _TEASERS:
            return 0
        if len(above) >= 4 and sum(is_linked(line.text) for line in above) < _LINKED * len(above):
            return 0
        told: set[str] = set()
        for i in body[: len(body) - count]:
            told |= self._said(i)
        while count >= _TEASERS:
            run = body[len(body) - count :]
            shares = [self._share(i, told) for i in run]
            unstopped = sum(not self.lines[i].stops for i in run)
            limit = _SHARED_WORDS + (_UNSTOPPED_BONUS if unstopped >= 2 and self._stopped(body[:-count]) else 0)
            if shares[0] < limit and sum(shares) < limit * count:
                return count if unstopped or count > _TEASERS else 0
            told |= self._said(run[0])
            count -= 1
        return 0

    def _stopped(self, body: Sequence[int]) -> bool:
        """Whether these paragraphs usually end with a stop."""
        return sum(self.lines[i].stops for i in body) >= 0.7 * len(body)

    def _share(self, index: int, told: set[str]) -> float:
        stems = self._said(index)
        return len(stems & told) / len(stems) if stems else 1.0

    def _is_loose(self, line: Line) -> bool:
        """Whether a line could be a teaser: one sentence of middle length that opens without a link."""
        return (
            60 <= line.size <= 300
            and not line.text[0].isdigit()
            and line.text[0] not in "-*•·–—"
            and line.text.count(". ") <= 2
            and not is_linked(line.text)
        )
