"""Noun phrases that can name a speaker: «رئيس أركان القوات المسلحة الإيرانية، اللواء محمد حسين باقري».

The reader walks from the head to the right and stops where Arabic grammar closes the phrase: a definite noun
after a definite phrase is no part of it (it is the verb's object), an indefinite noun takes a complement or an
adjective, a title may be followed by a name and a name by a title. Where the caller knows the place at which the
phrase must have ended (the complementizer أن), the phrase is *bounded* and doubtful words belong to it.
"""

from __future__ import annotations

from functools import lru_cache

from isnad.lexicon import actors, geo, grammar, nouns, people
from isnad.lexicon.affixes import ALIF, AND, ARTICLE, FEMININE, FOR, FOR_THE, MIM
from isnad.names.clauses import clause_end
from isnad.names.heads import take_entity, take_state, take_word
from isnad.names.links import count_people, names_medium, opens_affiliation, take_clitic, take_preposition, take_sign
from isnad.names.parts import Part, Phrase, one_person
from isnad.names.persons import (
    foreign_initial,
    given_after_rank,
    guess_name,
    on_to_name,
    opens_foreign_name,
    take_name_word,
)
from isnad.names.scan import Scan, await_complement, is_verb, name_follows, next_word
from isnad.names.words import Word, word
from isnad.records import Kind
from isnad.text import Reading, fold
from isnad.text.signs import COMMAS

_LONGEST_PHRASE = 48


def read_phrase(
    r: Reading,
    first: int,
    stop: int,
    *,
    lead: str = "",
    bounded: bool = False,
    strict: bool = False,
    known: frozenset[str] = frozenset(),
) -> Phrase | None:
    """The speaker phrase that begins at token `first` and ends before token `stop`, or None.

    `strict` says that the verb's object may follow at once, so that a title after a name is no part of the phrase.
    `lead` is the proclitic that stands before the phrase in its first token («ل» after وفقا); `known` are folded
    words of people's names that the document has elsewhere.
    """
    stop = min(stop, first + _LONGEST_PHRASE)
    parts: list[Part] = []
    position, offset = first, len(lead)
    while position < stop:
        part = _read_part(r, position, stop, offset, bounded, strict, known)
        if part is None:
            break
        parts.append(part)
        position = part.end
        if position >= stop or not _joins(r, position, parts[-1], known):
            break
        offset = 1
    if not parts:
        return None
    return Phrase(first, parts[-1].end, len(lead), one_person(parts))


def _joins(r: Reading, at: int, last: Part, known: frozenset[str]) -> bool:
    """Whether token `at` joins another speaker to the phrase with a و written onto it."""
    text = r.words[at]
    if len(text) < 3 or text[0] != AND or people.name_score(text) >= 0.5:
        return False
    found = word(text)
    if found.function or found.time:
        return False
    noun = found.noun(AND)
    if noun is not None and not noun.suffix:
        return noun.noun.kind is not None and (not is_verb(text) or noun.definite)
    place = found.place(AND)
    if place is not None:
        return last.kind == "government" and place.what in ("name", "capital", "metonym")
    if found.listed and any(e.start == 1 for e in actors.at(r.words, at)):
        return True
    rest = text[1:]
    return last.name is not None and not is_verb(text) and (people.is_given(rest) or rest in known)


def _read_part(
    r: Reading, first: int, stop: int, offset: int, bounded: bool, strict: bool, known: frozenset[str]
) -> Part | None:
    scan = Scan(r, first, stop, offset, bounded, known)
    scan.strict = strict
    while scan.pos < stop:
        step = _step(scan) or on_to_name(scan)
        if step <= 0:
            break
        scan.pos += step
    part = _finish(scan)
    if part is None:
        return None
    end = clause_end(scan, part.end, not part.definite)
    return part if end == part.end else part._replace(end=end)


def _step(s: Scan) -> int:
    """How many tokens the phrase takes at its position: 0 where it ends."""
    text = s.r.words[s.pos]
    if not text[0].isalpha():
        return take_sign(s, text)
    at_start = s.pos == s.first or (s.pos == s.first + 1 and s.r.words[s.first] == "#")
    text = text[s.offset :] if at_start else text
    w = word(text)
    if at_start and s.offset == 2 and not w.article:  # the article is written into the preposition
        w = word(ARTICLE + text)
    if at_start:
        accusative = text.endswith(ALIF) and (_is_circumstance(w) or "\u064b" in s.r.text(s.pos, s.pos + 1))
        if len(text) < 2 or accusative:
            return 0
    elif len(text) < 2 and s.pos + 1 in s.r.quote_close:
        return 0  # the medium spoken to
    if word(s.r.words[s.pos]).listed:
        listed = take_entity(s, at_start) or take_state(s, at_start)
        if listed:
            return listed
    if opens_foreign_name(s, w) or (s.awaited and not s.named and s.r.words[s.pos - 1] in COMMAS):
        return take_name_word(s)
    if at_start and (guessed := guess_name(s)):
        return guessed
    if text in s.known and not (w.nouns and s.open and not at_start):
        return take_name_word(s)
    if w.special and (taken := _take_special(s, text, at_start)):
        return taken
    if not at_start and text[0] == FOR and names_medium(s, 1):
        return 0
    if not at_start and not s.named and given_after_rank(s, w):
        return take_name_word(s)
    if w.function:
        return take_preposition(s, text) if w.preposition and not at_start else 0
    if s.titled and s.closed and not s.named and _says_when_or_where(s, text):
        return 1
    if w.time and not (s.named or w.name >= 0.5):
        return 0
    if not at_start and w.manner:
        return 0  # it says how somebody speaks
    if at_start and _begins(s, text, w):
        return 1
    if w.lead and not at_start:
        if foreign_initial(s, w):
            return take_name_word(s)
        return take_clitic(s, w)
    if not at_start and s.closed and opens_affiliation(s, text):
        await_complement(s)
        return 1
    return take_word(s, w, at_start)


def _begins(s: Scan, text: str, w: Word) -> bool:
    """Whether the word at the head counts or ranks those whom the phrase names: «كبير المفاوضين», «ثلاثة شهود», «أحد
    السكان»."""
    if text in grammar.words("senior") and _senior(s):
        s.kind, s.number, s.gender, s.quantified = "person", "s", "f" if text.endswith(FEMININE) else "m", True
        return True
    if text in grammar.words("numeral") and count_people(s):
        return True
    if text not in grammar.words("quantifier") or _quoted_body(s, w):
        return False
    s.number = "s" if text in grammar.words("one-of") else "p"
    s.kind = "anonymous" if text in grammar.words("one-of") else None
    s.quantified = True
    return True


def _quoted_body(s: Scan, w: Word) -> bool:
    """Whether the quantifier is a body whose own name follows in quotation marks: «مجموعة "أهل الوادي"»."""
    return s.pos + 1 in s.r.quote_close and any(n.noun.is_a("body") for n in w.nouns)


def _senior(s: Scan) -> bool:
    """Whether a plural follows the word, so that both are one office: «كبير المفاوضين», «كبيرة الأطباء»."""
    return any(n.number == "p" and n.noun.human for n in word(next_word(s) or "\n").nouns)


def _take_special(s: Scan, text: str, at_start: bool) -> int:
    """What the closed classes of phrases do: «نفسه», «اللواء الركن», «القائم بأعمال», «المتحدثة باسمها», «أبو»."""
    if not at_start and text in grammar.words("same"):
        return 1
    if not at_start and "rank" in s.classes and text in grammar.words("rank-qualifier"):
        return 1
    if text in grammar.words("informed") and s.kind == "anonymous" and not s.closed and not at_start:
        s.open, s.described = False, True
        return 1
    if text in grammar.words("acknowledged") and s.closed and word(next_word(s) or "\n").pronoun:
        more = s.pos + 2 < s.stop and s.r.words[s.pos + 2] in grammar.words("widely")
        return 3 if more else 2
    if text in grammar.words("title-link") and s.titled and not s.settled:
        await_complement(s)
        return 1
    if text in grammar.words("title-link-pronoun") and s.titled and not s.settled:
        s.open, s.closed = False, True
        return 1
    if at_start and text in grammar.words("name-compound") and s.pos + 1 < s.stop:
        return take_name_word(s)
    return 0


def _says_when_or_where(s: Scan, text: str) -> bool:
    """Whether the word goes on a title whose bearer's name follows: «قنصل البلاد سابقا في المدينة، سالم الحداد»,
    «عضو البلدية شمالي الوادي، سالم الحداد»."""
    when, where = text in grammar.words("former"), text in grammar.words("place-compass")
    if not (when or where) or not name_follows(s, s.pos + 1):
        return False
    if where:
        await_complement(s)
    return True


def _is_circumstance(w: Word) -> bool:
    """Whether the word says how something is done: «مستشهدا بالأبيات», «متعجبا»."""
    if not (w.text.endswith(ALIF) and w.text.startswith(MIM)) or w.nouns or w.geo or w.name >= 0.5:
        return False
    return len(w.text) > 4 and not people.is_given(w.text)


def _finish(s: Scan) -> Part | None:
    end = s.pos
    while end > s.first and (s.r.words[end - 1] in COMMAS or _dangling(s, end - 1)):
        end -= 1
    if end <= s.first:
        return None
    name = (s.name_start, min(s.name_end, end)) if s.named and not _of_another(s) else None
    kind: Kind
    if name is not None and (s.titled or s.kind in (None, "person", "anonymous", "office")):
        kind = "person"
    elif s.kind == "person":
        kind = _nameless(s)
    elif s.kind is not None:
        many = s.kind == "organisation" and s.number == "p" and fold(s.head) in grammar.words("collective")
        kind = "group" if many else s.kind
    else:
        kind = "media" if s.quoted else "organisation"
    if s.kind in ("media", "organisation", "document") and "role" not in s.classes:
        name = None
    country = _country(s, end)
    definite = ((s.closed and not s.vague) or (s.article and kind == "office")) and (kind != "anonymous" or s.article)
    return Part(
        s.first, end, s.offset, kind, name, s.head, _titles(s), country, s.number, s.gender, definite,
        s.sure or (s.named and not s.guessed),
    )  # fmt: skip


def _titles(s: Scan) -> frozenset[str]:
    """The words of the offices, without the article that a preposition has swallowed («للأمن»)."""
    return frozenset(map(_title, s.titles))


@lru_cache(maxsize=1 << 15)
def _title(text: str) -> str:
    return text[len(FOR_THE) :] if text.startswith(FOR_THE) and len(text) > 4 else text


def _nameless(s: Scan) -> Kind:
    """What an office without a name is: «مراسل القناة» speaks for a medium, «مسؤولون» and «دبلوماسي» for nobody in
    particular, «وزراء» for many, «الوزير» for his office."""
    classes = {c for n in nouns.find(fold(s.head)) if n.start == 0 for c in n.noun.classes}
    if "media" in classes:
        return "media"
    if "anonymous" in classes and (s.number == "p" or s.vague or not s.closed):
        return "anonymous"
    return "group" if s.number == "p" else "office"


def _of_another(s: Scan) -> bool:
    """Whether the name is that of somebody the speaker belongs to: «أحد مساعدي الحداد», «مصدر مقرب من سالم الحداد»."""
    many = s.r.words[s.first + 1] if s.first + 1 < s.pos else ""
    one_of = s.quantified and s.kind == "anonymous" and s.name_start == s.first + 2 and not many.startswith(ARTICLE)
    return one_of or (s.kind == "anonymous" and s.head in grammar.words("source-noun"))


def _dangling(s: Scan, at: int) -> bool:
    text = s.r.words[at]
    return text in grammar.words("inner-preposition") or text in ("_", "#")


def _country(s: Scan, end: int) -> str | None:
    """The first state that the phrase names outside the person's own name, or that of the first body in it.

    What stands behind a body of no state is only where it works: «الأونروا في غزة», but «السفير الروسي لدى الأمم
    المتحدة».
    """
    for i in range(s.first, end):
        w = word(s.r.words[i])
        if s.name_start <= i < s.name_end or not (w.geo or w.listed):
            continue
        for entry in actors.at(s.r.words, i):
            outlet = entry.kind == "media" and "media" in s.classes  # «the Wadi's correspondent in Tunis»
            if outlet or (entry.kind == "organisation" and not entry.needs_head):
                return entry.country
        for reading in geo.at(s.r.words, i):
            if reading.iso3 and not reading.weak:
                return s.country or reading.iso3
    return s.country
