"""Where a text names a tie: its noun, and how far its name goes."""

from __future__ import annotations

from typing import NamedTuple

from isnad.arrangements.parties import Bound, makers, read_bound
from isnad.lexicon import arrangements, grammar
from isnad.lexicon.affixes import BY, FEMININE, FOR, FOR_THE, without_article
from isnad.lexicon.arrangements import TieHead, TieNoun
from isnad.names.words import word
from isnad.text import Reading, fold

_LONGEST_CORE = 5  # tokens of adjectives and complements behind the noun
_LONGEST_ABOUT = 9  # tokens of what an agreement is about
_NEAR = 3  # tokens within which a noun's distinguishing word stands


class TieMention(NamedTuple):
    """One place that names a tie. Positions are token indices, half-open: `core` ends the proper name («محور
    المقاومة»), `about` what it is about («اتفاق على …»), `end` the fullest words («… الذي يضم …»). `words` are the
    folded words of the core behind the noun,
    without article; `alone` says that it has none and takes up a tie named elsewhere;
    `truce`, that it is about a truce."""

    entry: TieNoun
    first: int
    offset: int
    core: int
    about: int
    end: int
    words: frozenset[str]
    alone: bool
    definite: bool
    bound: tuple[Bound, ...]
    truce: bool


def find_mentions(r: Reading, sentences: list[int]) -> list[TieMention]:
    """The ties that the sentences with these indices name, in text order; no mention stands inside another."""
    result: list[TieMention] = []
    for number in sentences:
        first, stop = r.sentences[number]
        behind = first
        for i in [n for n in range(first, stop) if arrangements.opens(r.words[n])]:
            head = arrangements.at(r.words, i) if i >= behind else None
            mention = _mention(r, i, stop, head) if head is not None else None
            if mention is not None:
                result.append(mention)
                behind = mention.end
    return result


def _mention(r: Reading, i: int, stop: int, head: TieHead) -> TieMention | None:
    if not _is_tie(r, i, stop, head):
        return None
    named = _is_named(r, i, stop, head)
    if not named and not head.definite:
        return None
    if not named:  # it may take up a tie that was named: «the committee»
        core = i + head.length
        bound = tuple(makers(r, i)) if head.entry.kind == "agreement" else ()
        return TieMention(head.entry, i, head.start, core, core, core, frozenset(), True, True, bound, False)
    core = _core_end(r, i, stop, head)
    words = frozenset(without_article(r.words[j]) for j in range(i + head.length, core) if r.words[j][0].isalpha())
    about = core if _obliges(r, i) else _about_end(r, core, stop, head.entry)
    end, bound = read_bound(r, i, core, about, stop, head.entry)
    return TieMention(
        head.entry, i, head.start, core, about, end, words, not words and end == core, head.definite, bound,
        _of_truce(r, core, about),
    )  # fmt: skip


def _of_truce(r: Reading, core: int, about: int) -> bool:
    """Whether what the tie is about is a truce: «اتفاق على وقف إطلاق النار»."""
    heads = (arrangements.at(r.words, j) for j in range(core, about) if r.words[j][0].isalpha())
    return any(head is not None and head.entry.kind == "truce" for head in heads)


def _is_tie(r: Reading, i: int, stop: int, head: TieHead) -> bool:
    """Whether the noun may name a tie here, and is no act of agreeing («بالاتفاق مع», «تم الاتفاق على»)."""
    after = i + head.length
    following = r.words[after] if after < stop else "\n"
    if without_article(following) in {fold(text) for text in head.entry.never}:
        return False
    if i > 0 and r.words[i - 1] in grammar.words("no-tie-before"):
        return False
    agreement = head.definite and head.entry.kind == "agreement"
    agreeing = agreement and following in grammar.words("on") and not _obliges(r, i)
    together = r.words[i][: head.start].endswith(BY) and following in grammar.words("accompanied")
    return not (agreeing or together)


def _obliges(r: Reading, i: int) -> bool:
    """«ينص الاتفاق على …»: the tie is the subject of what it obliges to."""
    return i > 0 and r.words[i - 1] in grammar.words("tie-obliges")


def _is_named(r: Reading, i: int, stop: int, head: TieHead) -> bool:
    """Whether the noun has the word that it needs to be a tie's: «مركز التنسيق», but not «مركز المدينة»."""
    needs = {fold(text) for text in head.entry.needs}
    after = i + head.length
    return not needs or any(without_article(text) in needs for text in r.words[after : min(stop, after + _NEAR)])


def _core_end(r: Reading, i: int, stop: int, head: TieHead) -> int:
    """The end of the noun's adjectives and its complement: «الاتفاق النووي الإيراني», «اتفاقيات إبراهيم»."""
    j = i + head.length
    complement = head.definite  # a definite noun takes adjectives only
    while j < min(stop, i + head.length + _LONGEST_CORE):
        text = r.words[j]
        close = r.quote_close.get(j)
        if close is not None and close - j <= 4 and close < stop and j == i + head.length:
            return close + 1
        if not text[0].isalpha():
            break
        w = word(text)
        if w.function or w.time or w.verb or text in grammar.words("no-name") or text in grammar.words("has-members"):
            break
        if w.article and not w.lead:
            other = head.definite and w.text.endswith(FEMININE) != head.feminine
            if complement and (not w.adjective or other):
                break  # the adjective of a noun before the tie's: «the Saudi forces of the coalition»
            complement = True  # what follows are adjectives of it
        elif complement or w.lead in (FOR, FOR_THE) or (head.accusative and not w.adjective):
            break
        elif not w.adjective:
            needs = {fold(need) for need in head.entry.needs}
            if not (w.place("") is not None or w.name >= 0.5 or text in needs or text in grammar.words("tie-subject")):
                break
            complement = w.place("") is not None or w.name >= 0.5
        j += 1
    return j


def _about_end(r: Reading, core: int, stop: int, entry: TieNoun) -> int:
    """The end of what a tie is about: «اتفاق على وقف إطلاق النار», «اتفاقا للتعاون العسكري», «الهدنة في سوريا»."""
    if core + 1 >= stop or not r.words[core][0].isalpha():
        return core
    w = word(r.words[core])
    following = r.words[core + 1]
    if entry.kind == "truce":
        return core + 2 if r.words[core] in grammar.words("in") and word(following).geo else core
    agreement = entry.kind == "agreement" and r.words[core] in grammar.words("tie-takes")
    purpose = entry.kind in ("agreement", "alliance") and w.lead in (FOR, FOR_THE) and len(r.words[core]) > 3
    if not (agreement or purpose) or w.time or word(following).time:
        return core
    end = core + 1
    while end < min(stop, core + _LONGEST_ABOUT):
        text = r.words[end]
        next_one = word(text) if text[0].isalpha() else None
        if next_one is None or next_one.verb or next_one.clause or next_one.relative or next_one.time:
            break
        if next_one.preposition and (purpose or text not in grammar.words("in")):
            break
        end += 1
    while end > core and (word(r.words[end - 1]).preposition or (agreement and end == core + 1)):
        end -= 1
    return end
