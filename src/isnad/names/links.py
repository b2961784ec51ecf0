"""Steps of a phrase over what joins its nouns: signs, commas, prepositions and proclitics."""

from __future__ import annotations

from isnad.lexicon import actors, grammar, people
from isnad.lexicon.affixes import AND, ARTICLE, BY, FOR, FOR_THE, PLURAL_AT, RELATIONAL, without_article
from isnad.lexicon.everyday import is_everyday
from isnad.names.scan import Scan, await_complement, is_ordinary, is_strange, is_verb, name_follows, next_word
from isnad.names.words import Word, word
from isnad.text import fold
from isnad.text.signs import COMMAS, SENTENCE_STOPS

_AFTER_NAME = SENTENCE_STOPS | {":", '"'}  # what follows a name in quotation marks
_LONGEST_QUOTED_NAME = 6
_LONGEST_ASIDE = 26


def take_sign(s: Scan, text: str) -> int:
    """The tokens that a sign inside the phrase opens: a bracket, a quotation, a hash tag, a comma, a number."""
    words = s.r.words
    if text == "(":
        return next((i + 1 - s.pos for i in range(s.pos + 1, min(s.stop, s.pos + 9)) if words[i] == ")"), 0)
    close = s.r.quote_close.get(s.pos)
    if close is not None:
        return _take_quotation(s, close)
    if s.named and s.pos == s.name_end and text in "_-" and s.r.glued(s.pos) and s.r.glued(s.pos + 1):
        s.name_end = s.pos + 1  # hash tags and foreign double names
        return 1
    if s.named and s.pos == s.name_end and text == "#":
        s.name_end = s.pos + 1
        return 1
    if text in ("#", "_"):
        goes_on = s.open or s.pos == s.first or text == "_" or (s.titled and not s.named)
        return 1 if goes_on or words[s.pos - 1] == "#" else 0
    if text == "." and s.pos > s.first and len(words[s.pos - 1]) == 1 and words[s.pos - 1].isalpha():
        return 1
    if text in COMMAS and s.pos > s.first:
        return _apposition(s)
    if text[0].isdigit() and s.pos == s.first and not s.offset:
        return count_people(s)
    if text[0].isdigit() and s.pos > s.first and ("media" in s.classes or (s.bounded and not s.named)):
        return 1
    return 0


def count_people(s: Scan) -> int:
    """The one token of a number that counts people at the head of the phrase: «7 مصابين», «ثلاثة مسؤولين»."""
    counted = word(next_word(s) or "\n").noun("")
    s.quantified = counted is not None and counted.number != "s" and counted.noun.human
    s.number = "p" if s.quantified else s.number
    return int(s.quantified)


def _take_quotation(s: Scan, close: int) -> int:
    """A short quotation inside the phrase is a name, or one noun that the outlet keeps at a distance."""
    words = s.r.words
    inside = words[s.pos + 1 : close]
    if not inside or len(inside) > _LONGEST_QUOTED_NAME or close >= s.stop:
        return 0
    s.quoted = True
    # A noun that the outlet keeps at a distance waits for its complement all the same.
    waits = len(inside) == 1 and not word(inside[0]).article and any(n.start == 0 for n in word(inside[0]).nouns)
    s.open, s.closed = waits and s.open, not (waits and s.open)
    if not s.head:
        noun = word(inside[0]).noun("")
        if noun is not None and (waits or noun.noun.is_a("body") or noun.noun.is_a("group")):
            s.head, s.kind, s.sure = noun.noun.lemma, noun.noun.kind, noun.noun.kind is not None
            s.number, s.gender = noun.number, noun.gender
            s.classify(noun.noun.classes)
    if (not s.head and s.kind is None) or s.kind == "organisation":
        entry = next((e for e in actors.at(words, s.pos + 1) if len(e.tokens) <= len(inside)), None)
        if entry is not None and (s.kind is None or entry.kind == "media"):  # «the agency "Sahluna"» is no body
            s.kind, s.country, s.sure = entry.kind, entry.country, True
            named = word(inside[0]).noun("")
            s.gender = s.gender or (named.gender if named is not None else "")
    if fold(s.head) in grammar.words("agency") and s.pos == s.first + 1 and s.kind == "organisation":
        known = next((e for e in actors.at(words, s.pos + 1) if len(e.tokens) <= len(inside)), None)
        s.kind = known.kind if known is not None else "media"
    waiting = s.pos == s.first or (s.titled and not s.named)
    foreign = s.titled and len(inside) >= 2 and word(words[s.pos - 1]).article
    if waiting and all(w in s.known or people.name_score(w) >= 0.5 or (foreign and is_strange(w)) for w in inside):
        s.begin_name(s.pos + 1)
        s.name_end = close
    return close + 1 - s.pos


def _apposition(s: Scan) -> int:
    """A comma inside the phrase: «وزير الدفاع، اللواء سالم الحداد،» or «سالم الحداد، وزير الدفاع،»."""
    if s.pos + 1 >= s.stop:
        return 0
    text = s.r.words[s.pos + 1]
    if not text[0].isalpha():
        return 0
    w = word(text)
    if w.time:
        return 0
    noun = w.noun("") if not w.lead else None
    if s.named:
        titled = noun is not None and noun.noun.kind in ("person", "anonymous") and noun.number == "s"
        if titled or text in grammar.words("member"):
            s.open, s.closed, s.retitled = True, False, True
            return 1
    if not s.titled or s.named or w.relative or text in grammar.words("unwilling"):
        return _aside(s, w)
    if w.function or w.lead:
        return 0
    if s.titled and (s.closed or not s.open) and s.number == "s":
        if text in s.known or (w.name >= 0.4 and _name_goes_on(s)) or w.is_a("rank") or w.is_a("honorific"):
            s.open, s.closed = False, True
            return 1
        nisba = w.geo != () and all(g.what == "nisba" for g in w.geo)  # «Kobi» behind a comma is no Cuban
        strange = nisba or not (w.geo or is_ordinary(text))
        if not noun and strange and not is_verb(text) and not w.article:
            # A name that no list has: a comma must close it.
            for close in range(s.pos + 2, min(s.stop, s.pos + 6)):
                if s.r.words[close] in COMMAS:
                    s.awaited = True
                    return 1
            s.awaited = s.bounded and s.stop - s.pos <= 5
            return int(s.awaited)
    return 0


def _name_goes_on(s: Scan) -> bool:
    """Whether what follows the first word behind the comma fits a name: no «، فضل عدم ذكر اسمه»."""
    following = s.r.words[s.pos + 2] if s.pos + 2 < s.stop else "\n"
    w = word(following)
    if people.is_particle(s.r.words[s.pos + 1]):
        return True
    return not following[0].isalpha() or w.name >= 0.3 or w.function or w.time or w.verb or not is_ordinary(following)


def _aside(s: Scan, w: Word) -> int:
    """The tokens of an aside between two commas: «، الجناح العسكري للحزب،», «، التي ترأس الاتحاد،»."""
    unnamed = not s.named and not s.article and w.text in grammar.words("unwilling")
    apposed = w.article and not w.lead and not w.time and w.text not in s.known and w.name < 0.5
    # Behind a name things stand in apposition to nobody, they are the verb's object.
    apposed = apposed and not (s.named and w.text.endswith(PLURAL_AT))
    being = w.text in grammar.words("being") or w.text in grammar.words("seat")
    if not (w.relative or unnamed or apposed or being):
        return 0
    for close in range(s.pos + 2, min(s.stop + 1, s.pos + _LONGEST_ASIDE, len(s.r.words))):
        if s.r.words[close] in COMMAS or (close == s.stop and s.bounded):
            return close - s.pos
        if s.r.words[close] in _AFTER_NAME:
            return 0
    return 0


def take_preposition(s: Scan, text: str) -> int:
    """A preposition belongs to an office, a source or a body without a name yet: «مصدر في الشرطة»."""
    if s.settled or text not in grammar.words("inner-preposition") or s.pos + 1 >= s.stop:
        return 0
    if text in grammar.words("name-of"):
        await_complement(s)
        return 1
    following = s.r.words[s.pos + 1]
    if not following[0].isalpha():
        outlet = s.titled and text in grammar.words("in") and s.r.quote_close.get(s.pos + 1) is not None
        s.open, s.closed = s.open or outlet, s.closed and not outlet
        return int(outlet)
    w = word(following)
    before = s.r.words[s.pos - 1]
    topic = text in grammar.words("topic-preposition") and text not in grammar.words("about")
    known = before in grammar.words("informed") and topic
    issued = before in grammar.words("issued") and text in grammar.words("about")
    if (known or issued) and not w.function:
        await_complement(s)
        return 1
    if following in grammar.words("inside") and text in grammar.words("from") and s.kind == "anonymous":
        await_complement(s)
        return 2
    if w.time or w.function or w.is_a("occasion"):
        return 0
    human = s.titled or "group" in s.classes or s.kind == "anonymous"
    inside = text in grammar.words("in") and (bool(w.geo) or w.is_a("body"))
    common = (not s.quoted and not actors.at(s.r.words, s.first)) or any(g.what == "name" for g in w.geo)
    if inside and s.kind in ("organisation", "anonymous", "group") and not s.titled and common:
        await_complement(s)
        return 1
    region = text in grammar.words("in") and following in grammar.words("region")
    if (inside or region) and s.titled and name_follows(s, s.pos + 2):
        await_complement(s)
        return 1
    if text in grammar.words("topic-preposition") and not s.titled:
        return 0
    if text in grammar.words("about") and not s.titles & grammar.words("about-head"):
        return 0
    if not human and not (s.bounded and text not in grammar.words("in")):
        return 0
    if not s.bounded and text not in grammar.words("place-preposition"):
        return 0
    if s.closed and text in grammar.words("in") and w.geo and not s.bounded:
        return 0
    if text in grammar.words("from") and s.closed and not s.bounded and not (s.titled and name_follows(s, s.pos + 1)):
        return 0
    await_complement(s)
    return 1


def take_clitic(s: Scan, w: Word) -> int:
    """A word with proclitics inside the phrase: «السكرتير الخاص للرئيس», «وزارة الصحة والسكان»."""
    lead = w.lead
    noun, place = w.noun(lead), w.place(lead)
    if lead == AND:
        if s.named or is_verb(w.text):
            return 0
        if s.described and w.text.endswith(RELATIONAL):
            return 1
        if noun is not None and noun.noun.kind is not None and not (s.titled and noun.definite):
            return 0
        if noun is None and place is not None and place.what != "nisba":
            return 0 if s.kind == "government" else 1
        if w.article and s.closed:
            return 1
        return 1 if s.bounded and not s.closed else 0
    if lead in (FOR, FOR_THE, BY) and not s.settled:
        if w.text in grammar.words("title-link"):
            await_complement(s)
            return 1
        if w.is_a("media", lead) or w.is_a("occasion", lead):
            return 0
        if names_medium(s, len(lead)):
            return 0
        where = lead == BY and not s.strict and w.text[1:] in grammar.words("region") and (s.titled or _is_body(s))
        onward = lead == BY and s.titled and name_follows(s, s.pos + 1)
        if lead == BY and not (s.bounded or where or onward):
            return 0
        fits = s.titled or s.bounded or "body" in s.classes or s.kind in ("anonymous", "document")
        fits = fits or fold(s.head) in grammar.words("media-office")
        entity = next((e for e in actors.at(s.r.words, s.pos) if e.start == len(lead)), None)
        field = lead == FOR and w.text[1:] in grammar.words("field")
        plain = field or where or onward or s.bounded
        if not (fits or where) or not (w.article or noun or place or entity or plain):
            return 0
        if w.text in grammar.words("vocative-media") or ARTICLE + w.text[2:] in grammar.words("vocative-media"):
            return 0
        if noun is not None and not w.article and lead == FOR and "group" in noun.noun.classes:
            return 0
        definite = w.article or entity is not None or (place is not None and place.what != "nisba")
        await_complement(s)
        s.open, s.closed = not definite, definite
        if s.titled:
            s.titles.add(without_article(w.text[1:] if lead != FOR_THE else w.text[2:]))
        return 1 if entity is None else len(entity.tokens)
    return 0


def names_medium(s: Scan, start: int) -> bool:
    """Whether the longest name that stands here behind `start` letters is a medium's: not «للاتحاد الأوروبي»."""
    found = [e for e in actors.at(s.r.words, s.pos) if e.start == start]
    return bool(found) and found[0].kind == "media"


def _is_body(s: Scan) -> bool:
    return s.kind == "organisation" and not s.quoted and "body" in s.classes


def opens_affiliation(s: Scan, text: str) -> bool:
    """Whether a preposition on a common noun leads from a title to its bearer: «المتحدث لصحة المدينة سالم الحداد»."""
    if text[0] not in (BY + FOR) or s.named or not (s.titled and s.number == "s") or not is_everyday(text[1:]):
        return False
    return not is_everyday(text) and name_follows(s, s.pos + 1)
