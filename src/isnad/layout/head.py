"""Where a story begins: its headline, what stands between headline and body, and its first paragraph.

Two cases. Most texts open with the headline and go on with the body, with a byline or a deck between at most.
Pages with their menus open with a run of short lines; there the headline is the title nearest above the first
paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.layout.lines import Line
from isnad.records import BlockLabel, Record
from isnad.text.signs import COMMA

_MENU_RUN = 4  # so many short lines before the first paragraph make a menu
_TITLE_WORDS = 4  # a title in a page with menus has so many words at least
_MOST_BETWEEN = 4  # more lines between headline and first paragraph than this are a body of short lines
_EXCERPT = 30  # letters that a cut excerpt shares with the paragraph it was cut from
_CAPTIONS = 6  # lines that may stand between an excerpt and its paragraph


class Head(Record):
    """Line indices: `headline` or None, `body` the first line of the body, `labels` of lines before it."""

    headline: int | None
    body: int
    labels: tuple[tuple[int, BlockLabel], ...]


def find_head(lines: Sequence[Line], free: Sequence[int], taken: Sequence[int]) -> Head:
    """The head of the story whose unmarked lines are `free` (ascending, at least one).

    `taken` are the marked lines of the document (menus, dates): short ones among them count for a menu.
    """
    first = next((i for i in free if lines[i].is_prose), None)
    if first is not None:
        above = [i for i in free if i < first]
        short = sum(lines[i].is_short for i in above) + sum(1 for i in taken if i < first and lines[i].is_short)
        if short >= _MENU_RUN:
            return _under_menu(lines, free, above, first)
    return _plain(lines, free)


def _under_menu(lines: Sequence[Line], free: Sequence[int], above: Sequence[int], first: int) -> Head:
    titles = [i for i in above if lines[i].words >= _TITLE_WORDS and lines[i].size >= 18]
    labels: list[tuple[int, BlockLabel]] = []
    if not titles and lines[first].is_title and any(i > first for i in free):
        headline: int | None = first  # a headline as long as a paragraph
        first = next(i for i in free if i > first)
    elif titles:
        # The titles that stand together above the paragraph; a menu between cuts off those of other stories.
        group = [titles[-1]]
        for i in reversed(titles[:-1]):
            if sum(i < j < group[0] for j in above) >= 2:
                break
            group.insert(0, i)
        headline = group[0]
        same = lines[headline].letters
        labels = [(i, "repeat" if lines[i].letters == same else "deck") for i in group[1:]]
    else:
        headline = None
    known = {i for i, _ in labels}
    for i in above:
        if i not in known and i != headline:
            if headline is not None and i > headline:
                labels.append((i, "byline" if lines[i].words >= 2 else "boilerplate"))
            elif headline is not None and lines[i].letters == lines[headline].letters:
                labels.append((i, "repeat"))
            else:
                labels.append((i, "boilerplate"))
    return _with_deck(lines, free, headline, first, labels)


def _plain(lines: Sequence[Line], free: Sequence[int]) -> Head:
    top = lines[free[0]]
    if len(free) == 1:
        return Head(headline=None, body=free[0], labels=())
    after = lines[free[1]]
    headlike = top.is_title or (top.size <= 80 and after.size >= 2 * top.size)
    if not headlike:
        return _with_deck(lines, free, None, free[0], [])
    labels: list[tuple[int, BlockLabel]] = []
    at = 1
    sizes = sorted(lines[i].size for i in free[1:])
    usual = sizes[len(sizes) // 2]
    while at < len(free) - 1 and at <= _MOST_BETWEEN:
        line = lines[free[at]]
        if line.letters == top.letters:
            labels.append((free[at], "repeat"))
        elif (
            line.is_prose
            or line.words >= 9
            or line.size * 2 >= usual
            or line.text[-1] in (":", COMMA)
            or line.text[0].isdigit()
        ):
            break
        elif line.words >= 6:
            if lines[free[at + 1]].size < 2 * line.size:
                break
            labels.append((free[at], "deck"))
        else:
            labels.append((free[at], "byline"))
        at += 1
    if at > _MOST_BETWEEN:  # a body of short lines: a list, verse
        labels = [(i, label) for i, label in labels if label == "repeat"]
        at = 1 + len(labels)
    return _with_deck(lines, free, free[0], free[at], labels)


def _with_deck(
    lines: Sequence[Line],
    free: Sequence[int],
    headline: int | None,
    body: int,
    labels: list[tuple[int, BlockLabel]],
) -> Head:
    """Moves the start of the body past a deck: a first paragraph printed again, whole or continued."""
    rest = [i for i in free if i > body]
    line = lines[body]
    if rest and headline is not None and line.size >= 30:
        letters = line.letters
        again = [i for i in rest if lines[i].letters == letters]
        if again and again[0] in rest[:_CAPTIONS] and again[-1] != rest[-1]:
            # Excerpt, caption, then the paragraph itself.
            labels.extend((i, "deck") for i in free if body <= i < again[0])
            body = again[0]
        elif again and len(rest) > len(again):
            labels.append((body, "deck"))
            body = next(i for i in rest if i not in again)
        elif len(letters) >= _EXCERPT:
            whole = next((i for i in rest[:_CAPTIONS] if lines[i].letters.startswith(letters)), None)
            if whole is not None:
                labels.extend((i, "deck") for i in free if body <= i < whole)
                body = whole
    return Head(headline=headline, body=body, labels=tuple(labels))
