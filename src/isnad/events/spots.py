"""The phrases of a sentence that say where: «في البوكمال بمحافظة دير الزور», «شهدت العاصمة …», «إلى دمشق»."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from isnad.events.scene import Scene, bare, country_of
from isnad.lexicon import geo, grammar
from isnad.lexicon.affixes import AND, ARTICLE, BY, BY_THE, FOR, FOR_THE
from isnad.names.words import word
from isnad.places import PlaceMention, kinds_of
from isnad.records import EventPlace
from isnad.text import fold
from isnad.text.signs import COLONS, COMMAS

_LONGEST = 14
_QUOTES = frozenset('"«“#')
Lead = Literal["in", "by", "on", "from", "to", "scene", ""]


class Spot(NamedTuple):
    """Tokens `[first, end)` without `offset` code points that name a place, and the word that leads to them at token
    `opener`. `vague`: they only point at a place («المدينة»); `named`: a known
    name stands in them, or they are no building («أمام مقر الشركة»); `front`: it opens its clause («وفي إب، …»)."""

    first: int
    end: int
    offset: int
    lead: Lead
    opener: int
    vague: bool
    named: bool
    front: bool


def spots_of(s: Scene, number: int) -> list[Spot]:
    """The places that the words of sentence `number` say something is in, from or to, in text order."""
    if number not in s.spots:
        s.spots[number] = list(_read(s, *s.r.sentences[number]))
    return s.spots[number]


def _read(s: Scene, first: int, stop: int) -> list[Spot]:
    found: list[Spot] = []
    words, behind = s.r.words, first
    for i in [n for n in range(first, stop) if _opener(words[n])]:
        if i < behind:
            continue
        lead, at, offset = _led(s, i, stop)
        if not lead:
            continue
        end = phrase_end(s, at, stop, offset)
        aside = all(bare(s.r.words[j]) in grammar.words("direction") for j in range(at, end))
        bare_head = end == at + 1 and _indefinite_head(s, at, offset)
        if end <= at or bare_head or (aside and lead in ("by", "on", "from", "to", "scene")):
            continue
        front = lead in ("in", "by") and _fronted(s, i, first)
        found.append(Spot(at, end, offset, lead, i, _vague(s, at, end, offset), _named(s, at, end), front))
        behind = end
    return found


def _indefinite_head(s: Scene, i: int, offset: int) -> bool:
    """Whether token `i` is a head noun that names nothing («في محافظة»)."""
    text = s.r.words[i][offset:]
    return text in grammar.words("place-head") and not text.startswith(ARTICLE) and i not in s.place_at


def _led(s: Scene, i: int, stop: int) -> tuple[Lead, int, int]:
    """How the word at token `i` leads to a place, and the token and offset at which that begins; "" for not."""
    r = s.r
    lead = _opener(r.words[i])
    if not lead:
        return "", 0, 0
    written = r.words[i] not in _leads()
    at, offset = (i, len(word_lead(r.words[i]))) if written else (i + 1, 0)
    if at >= stop:
        return "", 0, 0
    if lead == "from" and bare(r.words[at]) not in grammar.words("place-head"):
        return "", 0, 0
    known = s.place_at.get(at)
    if written and known is not None:
        offset = max(0, known.span.start - s.r.raw_starts[at])
    if r.words[at] in _QUOTES and at + 1 < stop:
        at += 1  # «towards "Zabraja"»
    return (lead, at, offset) if opens_place(s, at, offset) else ("", 0, 0)


@lru_cache(maxsize=1)
def _leads() -> dict[str, Lead]:
    """The words of their own that lead to a place."""
    classes: tuple[tuple[str, Lead], ...] = (
        ("place-opener", "in"),
        ("place-onto", "on"),
        ("from", "from"),
        ("place-toward", "to"),
        ("place-witness", "scene"),
    )
    return {
        prefix + text + suffix: lead
        for name, lead in reversed(classes)
        for text in grammar.words(name)
        for prefix in ("", AND)
        for suffix in ("", *(grammar.words("attached-pronoun") if lead == "scene" else ()))
    }


@lru_cache(maxsize=1 << 14)
def _opener(text: str) -> Lead:
    """What the folded token can do before a place, or with a ب or ل written onto it."""
    found = _leads().get(text, "")
    if found or len(text) <= 3:
        return found
    proclitic = word_lead(text)
    if BY in proclitic:
        return "by"
    return "to" if FOR in proclitic else ""


@lru_cache(maxsize=1 << 14)
def word_lead(text: str) -> str:
    """The ب or ل written onto a folded token, with the و before it: «بمحافظة», «وبمدينة», «لدمشق»."""
    for proclitic in (AND + BY, AND + FOR, BY, FOR):
        if text.startswith(proclitic):
            return proclitic
    return ""


def _fronted(s: Scene, i: int, first: int) -> bool:
    """Whether the preposition at token `i` opens its sentence or the words behind a colon or comma with و: «وفي إب»."""
    before = [j for j in range(max(first, i - 3), i) if s.r.words[j][0].isalpha()]
    return not before or (s.r.words[i - 1] in _CLAUSE and s.r.words[i].startswith(AND))


_CLAUSE = COMMAS | COLONS | {"."}


def opens_place(s: Scene, i: int, offset: int) -> bool:
    """Whether a place stands at token `i`: its head noun («محافظة»), a direction («شمال») or its name."""
    r = s.r
    text = r.words[i][offset:]
    if not text or not text[0].isalpha():
        return False
    plain = text.removeprefix(ARTICLE)
    if text in grammar.words("place-not-definite"):
        return False
    if (
        plain in grammar.words("place-head")
        or plain in grammar.words("direction")
        or text in grammar.words("home-land")
    ):
        return True
    known = s.place_at.get(i)
    if known is not None and r.view.span(r.starts[i] + offset, r.ends[i]).start == known.span.start:
        return True
    return any(
        reading.start == offset and reading.what in ("place", "capital", "name") and not reading.weak
        for reading in geo.at(r.words, i)
    )


def phrase_end(s: Scene, at: int, stop: int, offset: int) -> int:
    """Where the place phrase at token `at` ends: heads, directions, names, their joined parts."""
    r = s.r
    limit = min(stop, at + _LONGEST)
    i = at
    named = False
    while i < limit:
        text = r.words[i]
        if not text[0].isalpha():
            break
        w = word(text)
        plain = bare(text[offset:] if i == at else text)
        readings = [g for g in geo.at(r.words, i) if g.iso3 or g.what != "nisba"]
        names = [g for g in readings if g.what in ("place", "capital", "name")]
        known = s.place_at.get(i)
        if known is not None and i == at:
            named, i = True, known.end
            continue
        lead = w.lead if i > at else ""
        if lead == AND and not (names and named) and plain not in grammar.words("place-head"):
            break
        if i > at and lead in (BY, BY_THE) and not names and plain not in grammar.words("place-head"):
            break
        if names and (i > at or names[0].start == offset):
            named = True
            i += len(names[0].tokens)
            continue
        if plain in grammar.words("place-head") or plain in grammar.words("direction"):
            i += 1
            continue
        if i > at and (w.function or w.time or w.verb) and text not in grammar.words("in"):
            break
        if i > at and text in grammar.words("in"):
            if i + 1 < limit and opens_place(s, i + 1, 0):
                i += 1
                continue
            break
        if i > at and text in grammar.words("place-compound") and bare(r.words[i - 1]) in grammar.words("place-head"):
            i += 2  # «the district of Bayt Zabraja»
            continue
        if i > at and _describes(s, i, at, offset, named=named):
            i += 1
            continue
        break
    return min(i, limit)


def _describes(s: Scene, i: int, at: int, offset: int, *, named: bool) -> bool:
    """Whether token `i` goes on with the place: the name behind its head («قرية الزبرجة»), an adjective («المنطقة
    الشرقية»), but no «طائرة» after «المخيم»."""
    w = word(s.r.words[i])
    before = s.r.words[i - 1][offset if i - 1 == at else 0 :]
    if bare(before) in grammar.words("place-head"):
        return not before.startswith(ARTICLE) or w.article
    return bool(w.geo) or (w.article and not named)


def _vague(s: Scene, first: int, end: int, offset: int) -> bool:
    """Whether the words only point at a place («المدينة», «جنوب البلاد»)."""
    pointing = grammar.words("place-head") | grammar.words("direction") | grammar.words("home-land")
    texts = [s.r.words[first][offset:], *s.r.words[first + 1 : end]]
    return all(bare(text) in pointing or text in pointing for text in texts)


def _named(s: Scene, first: int, end: int) -> bool:
    """Whether the words hold the name of a place, or open with a noun that such a name follows («منطقة النخيل»)."""
    building = bare(s.r.words[first]) in grammar.words("place-building")
    return not building or any(i in s.place_at or bool(geo.at(s.r.words, i)) for i in range(first, end))


def place_of(s: Scene, first: int, end: int, offset: int) -> EventPlace:
    """The place that the tokens name, with the position of the first known one in them, which is the smallest:
    «البوكمال بمحافظة دير الزور»; one that they only point at has that of the place that they take up."""
    r = s.r
    raw = r.view.span(r.starts[first] + offset, r.ends[end - 1])
    known = [s.place_at[i] for i in range(first, end) if i in s.place_at]
    if not known and (taken := taken_up(s, first, offset)) is not None:
        known = [taken]
    country = next((mention.country for mention in known if mention.country is not None), None)
    found = known[0] if known and known[0].id is not None else None
    return EventPlace(
        span=raw,
        name=raw.of(r.view.raw),
        lat=found.lat if found is not None else None,
        lon=found.lon if found is not None else None,
        country=country or _named_state(s, first, end),
        name_en=found.name_en if found is not None else None,
    )


def taken_up(s: Scene, first: int, offset: int) -> PlaceMention | None:
    """The mention that a definite head noun alone takes up: «مدينة تعز … في المدينة», «القطاع» after «قطاع غزة»."""
    text = s.r.words[first][offset:]
    head = bare(text)
    if head == text and not text.startswith(FOR_THE[len(FOR) :]):
        return None
    kinds = kinds_of(head)
    for mention in reversed(s.places_before(first)):
        named = head in fold(mention.whole.of(s.r.view.raw)).split()[:1]
        if named or (mention.kind in kinds):
            return mention
    return None


def _named_state(s: Scene, first: int, end: int) -> str | None:
    """The state that the tokens name, or that a nisba in them is of («الأراضي السورية»)."""
    for i in range(first, end):
        for reading in geo.at(s.r.words, i):
            if reading.iso3 is not None and reading.what != "nisba" and not reading.weak:
                return reading.iso3
        country = country_of(s.r.words[i])
        if country is not None:
            return country
    return None
