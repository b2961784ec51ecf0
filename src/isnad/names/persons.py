"""Steps of a phrase that read a person's own name: where it begins, which words it takes, what may follow it."""

from __future__ import annotations

from isnad.lexicon import cues, grammar, nouns, people
from isnad.lexicon.affixes import (
    ALIF,
    AND,
    ARTICLE,
    FEMININE_YA,
    FOR_THE,
    HAMZA_ALIF,
    JOINED_ARTICLE,
    LONG_ALIF,
    PLURAL_UN,
    TA_MARBUTA,
    without_article,
)
from isnad.lexicon.everyday import is_everyday
from isnad.names.scan import (
    TITLE_CLASSES,
    Scan,
    is_family,
    is_ordinary,
    is_strange,
    is_verb,
    last_before_border,
    next_word,
)
from isnad.names.words import Word, word
from isnad.text.signs import COMMAS


def on_to_name(s: Scan) -> int:
    """Where a bounded title would stop although a rank or a name is still to come, the words on the way to it:
    «المتحدث بمديرية الدفاع المدني بمنطقة الوادي العقيد سالم الحداد»."""
    if not (s.bounded and s.titled and s.number == "s") or s.named or s.pos == s.first:
        return 0
    for i in range(s.pos, min(s.stop, s.pos + 7)):
        text = s.r.words[i]
        if not text[0].isalpha():
            return 0
        w = word(text)
        following = word(s.r.words[i + 1]) if i + 1 < s.stop else None
        ranked = w.article and not w.lead and (w.is_a("rank") or w.is_a("honorific"))
        named = people.is_given(text) and w.name >= 0.8
        goes_on = following is not None and (following.name >= 0.3 or is_strange(following.text))
        if i > s.pos and (ranked or named) and following is not None and goes_on and not (ranked and following.article):
            s.open, s.closed = False, True
            return i - s.pos
        if w.clause or w.relative or w.time or w.pronoun or (w.verb and not w.nouns):
            return 0
    return 0


def opens_foreign_name(s: Scan, w: Word) -> bool:
    """Whether a word that folds to «الآن» or «أن» is the name «آلان», «آن», or one that seems to have the article is
    «أليس»: its alef and what follows tell."""
    light = s.r.lights[s.pos]
    if w.article and s.titled and not (s.named or w.nouns or w.geo) and light.startswith(HAMZA_ALIF):
        return s.number == "s" and (people.is_given(w.text) or word(next_word(s) or "\n").name >= 0.5)
    if not (w.time or w.function) or s.named or not light.startswith(LONG_ALIF):
        return False
    following = word(next_word(s) or "\n")
    return following.name >= 0.5 or is_strange(following.text)


def given_after_rank(s: Scan, w: Word) -> bool:
    """Whether a word that is no name by itself is one here: «النائب حاكم الزاملي», «الشيخ مالك الشعار»."""
    if w.article or w.lead or not s.titled or s.number != "s":
        return False
    if next_word(s) in grammar.words("son-of") and w.nouns and people.is_given(w.text):
        return True  # «the engineer Sultan son of Salim»
    at = s.pos - 1
    while at > s.first and s.r.words[at] in grammar.words("rank-qualifier"):
        at -= 1
    before = word(s.r.words[at])
    if not (before.article and any(TITLE_CLASSES.intersection(n.noun.classes) for n in before.nouns)):
        return False
    following = word(next_word(s) or "\n")
    surname = following.article and (following.name >= 0.3 or (not following.nouns and not is_everyday(following.text)))
    return surname or (people.is_given(w.text) and following.article and not following.nouns)


def after_name(s: Scan, w: Word, noun: nouns.NounReading | None) -> int:
    """What may follow a name without a comma: another name word, or a title."""
    before = s.r.words[s.pos - 1]
    if not people.is_given(w.text) and any(x.suffix or x.form.tense == "imperfect" for x in cues.find(w.text)):
        return 0
    if before in "_-#":
        s.name_end = s.pos + 1
        return 1
    if people.is_particle(before) or before in grammar.words("name-compound"):
        s.name_end = s.pos + 1
        return 1
    if any(reading.suffix for reading in w.nouns) and not _feminine(s, w):
        return 0
    if is_everyday(w.text) and w.name < 0.5 and not people.is_given(w.text) and (s.strict or w.text.endswith(ALIF)):
        return 0  # an object or an adverb right behind the name
    if w.text[0] == AND and people.is_given(w.text[1:]) and not people.is_given(w.text):
        return 0
    following = next_word(s) or "\n"
    surname = w.name >= 0.4 and (
        (w.article and s.name_end - s.name_start == 1) or last_before_border(s) or word(following).name >= 0.5
    )
    fathered = s.name_end - s.name_start >= 3 and s.r.words[s.pos - 2] in grammar.words("son-of")
    if fathered and w.article and noun is not None and noun.number == "s":
        s.name_end = s.pos + 1  # the family name behind the father's
        return 1
    second = s.name_end - s.name_start == 1 and word(before).given and word(following).function
    if second and noun is not None and noun.number == "s" and not noun.definite and not noun.suffix:
        s.name_end = s.pos + 1  # a family name that is also a noun
        return 1
    if _middle_name(s, noun, following):
        s.name_end = s.pos + 1
        return 1
    if noun is not None and TITLE_CLASSES.intersection(noun.noun.classes) and w.name < 0.8 and not surname:
        if noun.number != "s" or s.strict or not (s.bounded or noun.definite or _construct(s)):
            return 0
        if noun.definite and s.name_end - s.name_start == 1 and last_before_border(s):
            s.name_end = s.pos + 1
            return 1
        s.open, s.closed = not noun.definite, noun.definite
        s.retitled = True
        s.classify((*s.classes, *noun.noun.classes))
        s.titles.add(without_article(w.text))
        return 1
    if w.text in grammar.words("member") and s.bounded:
        s.open, s.closed, s.retitled = True, False, True
        return 1
    place = w.place("")
    if w.article and place is not None and place.what == "nisba" and place.number == "s" and last_before_border(s):
        s.name_end = s.pos + 1
        return 1
    likely = 0.3 if s.name_end - s.name_start == 1 else 0.45
    pair = f"{before} {w.text}" in s.known or _goes_on(s, following)
    fits = pair or (w.name >= likely and not (before in s.known and w.text in s.known)) or people.is_particle(w.text)
    if len(w.text) < 2 or w.time or w.text in grammar.words("no-name"):
        return 0
    if not fits and noun is None and place is None and not w.lead and not w.function and not w.time:
        listed = w.text in grammar.words("adjective") or is_ordinary(w.text) or is_verb(w.text) or len(w.text) < 3
        length = s.name_end - s.name_start
        opening = s.r.words[s.name_start]
        given = people.is_given(opening) or opening in grammar.words("name-compound")
        given = given or (s.bounded and people.name_score(opening) >= 0.7 and is_strange(opening))
        if w.article:
            second = length == 2 and s.r.words[s.name_start + 1].startswith(ARTICLE)
            second = second or (length == 2 and s.r.words[s.name_start] in grammar.words("name-compound"))
            family = s.bounded and length <= 2 and is_family(w.text)
            fits = not listed and given and (length == 1 or second or family) and not w.text.endswith(FEMININE_YA)
        else:
            strange = length <= 2 and is_strange(w.text)
            fits = not listed and (
                s.bounded or strange or (given and (length == 1 or (length == 2 and last_before_border(s))))
            )
    if fits and not (place is not None and place.what == "nisba" and w.name < 0.8 and not s.bounded):
        s.name_end = s.pos + 1
        return 1
    return 0


def _middle_name(s: Scan, noun: nouns.NounReading | None, following: str) -> bool:
    """Whether a form of address between two given names is the father's name: «سالم الإمام محمود»."""
    honorific = noun is not None and noun.definite and "honorific" in noun.noun.classes
    given = people.is_given(following) and word(following).name >= 0.6
    alone = s.name_end - s.name_start == 1 and people.is_given(s.r.words[s.name_start])
    return honorific and given and alone and s.bounded and not s.strict


def _construct(s: Scan) -> bool:
    """Whether the title here is the first word of an office: «مدير الميناء», «رئيس كتلة النواب»."""
    w = word(next_word(s) or "\n")
    return bool(w.nouns or w.geo) or (w.article and not w.lead)


def guess_name(s: Scan) -> int:
    """The words of no list that stand alone between a verb and its clause or a comma, which can only be somebody's
    name: «قال شندروفسكي إن …», «قالت ميرفان الخربوطلي، مديرة الميناء، إن …»."""
    words = s.r.words
    text = words[s.pos]
    w = word(text)
    listed = text in s.known or w.name >= 0.4 or w.given or w.special or text.endswith(PLURAL_UN)
    if not s.bounded or s.offset or listed or not is_strange(text):
        return 0
    end = s.pos + 1
    while (
        end < min(s.stop, s.pos + 3) and words[end][0].isalpha() and (is_strange(words[end]) or is_family(words[end]))
    ):
        end += 1
    if end < s.stop and words[end] not in COMMAS:
        return 0
    s.begin_name(s.pos)
    s.name_end, s.guessed = end, True
    s.open, s.closed = False, True
    return end - s.pos


def _goes_on(s: Scan, following: str) -> bool:
    """Whether a particle of names follows and one more word: «بولو» in «ماركو بولو دل نيرو»."""
    joins = people.is_particle(following) and not word(following).function and s.name_end - s.name_start == 1
    return joins and s.pos + 2 < s.stop and s.r.words[s.pos + 2][0].isalpha()


def foreign_initial(s: Scan, w: Word) -> bool:
    """Whether a foreign name only looks like a proclitic and the article: «بالمر», «والترز», «فالكون»."""
    text = w.text
    joined = text.startswith(JOINED_ARTICLE) and not text.startswith(FOR_THE)
    if not joined or w.noun(w.lead) is not None or w.place(w.lead) is not None:
        return False
    if any(is_everyday(x) or people.name_score(x) >= 0.3 for x in (text[1:], text[3:])):
        return False
    second = s.named and s.pos == s.name_end == s.name_start + 1
    first = s.bounded and s.titled and s.closed and s.number == "s" and not s.named
    return second or (first and (is_strange(next_word(s)) or word(next_word(s) or "\n").name >= 0.5))


def _feminine(s: Scan, w: Word) -> bool:
    """Whether what looks like a pronoun is the ending of a woman's office: «سفيرة», not «سفيره»."""
    return s.r.lights[s.pos].endswith(TA_MARBUTA) and any(not reading.suffix for reading in w.nouns)


def take_name_word(s: Scan) -> int:
    if s.named and s.pos != s.name_end:
        return 0
    if not s.named:
        start = s.pos
        unread = not cues.find(s.r.words[s.first][s.offset :]) and not cues.find(s.r.words[s.first])
        if (
            unread
            and s.pos == s.first + 1
            and not s.head
            and s.kind is None
            and not s.quantified
            and s.r.words[s.first][0].isalpha()
        ):
            start = s.first  # a given name that no list has
        s.begin_name(start)
    s.name_end = s.pos + 1
    s.open, s.closed = False, True
    return 1
