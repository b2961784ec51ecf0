"""What stands between a cue and its content besides the speaker: times, places, occasions, a medium, a listener."""

from __future__ import annotations

from functools import cache

from isnad.lexicon import actors, cues, grammar
from isnad.lexicon.affixes import BY, FEMININE, FEMININE_YA, FOR, FOR_THE, YA, without_article
from isnad.lexicon.calendars import calendars
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import COMMAS, DASHES

_LONGEST_ASIDE = 12  # tokens between two dashes at most


class Walk:
    """What was met between the cue and its content."""

    __slots__ = ("addressee", "subject", "via")

    def __init__(self) -> None:
        self.subject: Phrase | None = None
        self.via: tuple[int, int, int] | None = None
        self.addressee: tuple[int, int, int] | None = None


def is_adverbial_start(r: Reading, i: int) -> bool:
    text = r.words[i]
    if text[0].isdigit() and i + 1 < len(r.words):
        counted = word(r.words[i + 1]).noun("")
        return not (counted is not None and counted.noun.human and counted.number != "s")
    if not text[0].isalpha():
        return i not in r.quote_close and text != "#"
    w = word(text)
    if len(text) < 2 or w.function or w.time or opens_time(r, i):
        return True
    if text.startswith(FOR) and len(text) > 2:
        lead = w.lead
        if lead in (FOR, FOR_THE):
            return True
        return any(e.start == 1 for e in actors.at(r.words, i))
    return w.lead == BY


def opens_time(r: Reading, i: int) -> bool:
    """«العام الماضي», «وقت سابق», «يوم الاثنين»: a time although its first word is none."""
    following = r.words[i + 1] if i + 1 < len(r) else "\n"
    if r.words[i] in grammar.words("day-word") and word(following).time:
        return True
    if r.words[i] in grammar.words("time-qualifier") and word(r.words[i - 1]).time:
        return True
    return r.words[i] in grammar.words("time-unit") and following in grammar.words("time-qualifier")


def pass_adverbial(r: Reading, i: int, stop: int, known: frozenset[str], walk: Walk) -> int:
    """The position after one adverbial step; notes a medium («لقناة …») and a person spoken to on the way."""
    text = r.words[i]
    if text == "(":
        for close in range(i + 1, min(stop, i + 12)):
            if r.words[close] == ")":
                return close + 1
        return i + 1
    if text in DASHES:
        return _after_aside(r, i, stop)
    if (date_end := after_date(r, i, stop)) > i:
        return date_end
    if not text[0].isalpha():
        return i + 1
    if opens_time(r, i):
        return min(i + 2, stop)
    lead, start = "", i
    if text == FOR and i + 1 < stop:
        start = i + 1
        lead = FOR + "*"
    elif text.startswith(FOR) and word(text).lead in (FOR, FOR_THE):
        lead = word(text).lead
    elif text.startswith(FOR) and any(e.start == 1 for e in actors.at(r.words, i)):
        lead = FOR
    elif text in grammar.words("toward") and i + 1 < stop and r.words[i + 1][0].isalpha():
        phrase = read_phrase(r, i + 1, stop, known=known)
        if phrase is not None:
            through, with_whom = grammar.words("through"), grammar.words("companion")
            _note(r, walk, phrase, via_only=text in through, strict=text in with_whom)
            return phrase.end
        return i + 1
    if lead:
        phrase = read_phrase(r, start, stop, lead="" if lead == (FOR + "*") else lead, known=known)
        if phrase is not None:
            _note(r, walk, phrase, via_only=False, strict=False)
            return phrase.end
        return start + 1
    w = word(text)
    if w.relative:
        return _after_relative(r, i, stop)
    if w.preposition and (date_end := after_date(r, i + 1, stop)) > i + 1:
        return date_end
    if w.preposition and not w.pronoun and i + 1 < stop and r.words[i + 1][0].isalpha():
        occasion = _occasion(r, i + 1, stop)
        if occasion is not None:
            after = _after_occasion(r, occasion + 1, stop)
            told = after < stop and any(x.suffix and not x.cue.direct for x in cues.find(r.words[after]))
            return _after_relative(r, after, stop) if told else after
        phrase = read_phrase(r, i + 1, stop, known=known)
        if phrase is not None:
            return phrase.end
        return _after_unread(r, i + 2, stop)
    genitive = word(r.words[i + 1]) if i + 1 < stop else w
    place = w.lead == BY and not w.article and (genitive.article or genitive.place("") is not None)
    return i + 2 if place and i + 1 < stop else i + 1


def _after_aside(r: Reading, i: int, stop: int) -> int:
    """The position after an aside between dashes: «الوزير - وهو نائب سابق - إلى»."""
    for close in range(i + 1, min(stop, i + _LONGEST_ASIDE)):
        if r.words[close] in DASHES:
            return close + 1
    return i + 1


def after_date(r: Reading, i: int, stop: int) -> int:
    """The position after a date that begins at token `i`, else `i`: «6 كانون الأول/ديسمبر الماضي»."""
    end = _after_month(r, i + r.words[i].isdigit(), stop) if i < stop else 0
    if not end:
        return i
    if end + 1 < stop and r.words[end] == "/":
        end = _after_month(r, end + 1, stop) or end
    while end < stop and (r.words[end].isdigit() or r.words[end] in grammar.words("time-qualifier")):
        end += 1
    return end


def _after_month(r: Reading, i: int, stop: int) -> int:
    """The position after the name of a month at token `i`, 0 where there is none."""
    table = calendars()
    for form in table.forms.get(r.words[i], ()) if i < stop else ():
        end = i + 1 + len(form.rest)
        if table.senses[form.sense].kind == "month" and tuple(r.words[i + 1 : end]) == tuple(form.rest):
            return end if form.doubt == 0 else 0
    return 0


def _occasion(r: Reading, i: int, stop: int) -> int | None:
    """The token of an occasion at `i`, or of the one right behind a noun there: «مؤتمر صحفي», «ختام جلسة مغلقة»."""
    w = word(r.words[i])
    behind = word(r.words[i + 1]) if i + 1 < stop and not w.article else w
    if behind is not w and behind.is_a("occasion"):
        return i + 1
    return i if w.is_a("occasion") else None


def _after_unread(r: Reading, i: int, stop: int) -> int:
    """The position after the rest of a noun phrase that no table knows: «خلال حلقة نقاش», «في ختام لقائهما»."""
    while i < stop and r.words[i][0].isalpha():
        w = word(r.words[i])
        if w.function or cues.find(r.words[i]) or (w.nouns and not any(n.suffix for n in w.nouns)):
            break
        i += 1
        if w.nouns:
            break
    return min(i, stop)


def _after_relative(r: Reading, i: int, stop: int) -> int:
    """The position of the comma that ends a relative clause: «في الخطاب الذي بثته القناة،», «في بيان نشره المكتب،»."""
    for end in range(i + 1, min(stop, i + 16)):
        if r.words[end] in COMMAS:
            return end
    return i + 1


def _after_occasion(r: Reading, i: int, stop: int) -> int:
    """The position after the adjectives of an occasion: «في مؤتمر صحفي مشترك»."""
    definite = word(r.words[i - 1]).article
    for _ in range(3):
        if i >= stop or not r.words[i][0].isalpha():
            break
        w = word(r.words[i])
        if not definite and any(n.suffix for n in w.nouns):
            return i + 1  # an occasion and whose it was
        listed = w.adjective or without_article(w.text) in _plain_adjectives() or w.text.endswith((YA, FEMININE_YA))
        loose = (
            not definite and not w.article and not w.nouns and not w.geo and not w.lead and w.text.endswith(FEMININE)
        )
        if not (listed or loose) or w.function or w.verb or w.name >= 0.5:
            break
        i += 1
    return i


@cache
def _plain_adjectives() -> frozenset[str]:
    return frozenset(without_article(w) for w in grammar.words("adjective"))


def _note(r: Reading, walk: Walk, phrase: Phrase, *, via_only: bool, strict: bool) -> None:
    part = phrase.parts[0]
    place = (phrase.first, phrase.end, phrase.offset)
    if part.kind == "media":
        walk.via = walk.via or place
    elif not via_only and walk.addressee is None:
        human = part.kind in ("person", "office", "group", "government", "anonymous")
        if (human and not strict) or (
            strict and part.kind in ("person", "office") and part.titles & grammar.words("counterpart")
        ):
            walk.addressee = place
