"""What one token can be inside a speaker phrase: the lexicons' answers for a folded token, put together once.

Readings depend on the token alone, so they are computed once per word type and shared by all documents.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from isnad.lexicon import actors, cues, geo, grammar, nouns, people
from isnad.lexicon.affixes import (
    ALIF,
    AND,
    AND_BY_THE,
    AND_FOR_THE,
    AND_THE,
    ARTICLE,
    BY,
    BY_THE,
    FOR,
    FOR_THE,
    JOINED_ARTICLE,
    LIKE_THE,
    RELATIONAL,
    THEN_BY_THE,
    THEN_FOR_THE,
    THEN_THE,
    without_article,
)
from isnad.lexicon.calendars import calendars
from isnad.lexicon.geo import GeoReading
from isnad.lexicon.nouns import NounClass, NounReading

_SPECIAL = (
    "same",
    "rank-qualifier",
    "title-link",
    "title-link-pronoun",
    "quantifier",
    "name-compound",
    "informed",
    "acknowledged",
)
_ADJECTIVE_ENDINGS = RELATIONAL


class Word(NamedTuple):
    """One folded token as a part of a noun phrase.

    `article`: it carries the article; `lead`: the proclitics before the noun («و», «ل», «ول» …), as far as a
    reading or the article shows them; `adjective`: it can be an adjective of a definite noun before it; `name`:
    how likely it is a word of a person's name (0-1); `function`: it belongs to a closed class that ends or
    interrupts a noun phrase; `verb`: it can be a finite reporting verb; `given`: it is a given name; `special`: a
    closed class of phrases has it; `manner`: it can say how somebody speaks («متعجبا»); `listed`: the
    name of a body, a group, an outlet or a state of several words may begin with it.
    """

    text: str
    nouns: tuple[NounReading, ...]
    geo: tuple[GeoReading, ...]
    lead: str
    article: bool
    adjective: bool
    name: float
    function: bool
    preposition: bool
    pronoun: bool
    time: bool
    clause: bool
    relative: bool
    verb: bool
    given: bool
    special: bool
    manner: bool
    listed: bool

    def noun(self, lead: str) -> NounReading | None:
        """Its first reading as a head noun whose proclitics are exactly `lead`."""
        for reading in self.nouns:
            if self.text[: reading.start] == lead:
                return reading
        return None

    def is_a(self, wanted: NounClass, lead: str = "") -> bool:
        """Whether it can be a head noun of the class `wanted` behind the proclitics `lead`."""
        return any(r.noun.is_a(wanted) and self.text[: r.start] == lead for r in self.nouns)

    def place(self, lead: str) -> GeoReading | None:
        """Its first reading as a state, people or place whose proclitics are exactly `lead`."""
        for reading in self.geo:
            if self.text[: reading.start] == lead:
                return reading
        return None


@lru_cache(maxsize=131072)
def word(text: str) -> Word:
    """The readings of one folded token."""
    found = nouns.find(text)
    places = geo.country(text)
    lead = _lead(text, found, places)
    stem = text[len(lead) :]
    article = (stem.startswith(ARTICLE) and len(stem) > 3) or lead in (FOR_THE, AND_FOR_THE, THEN_FOR_THE)
    bare = without_article(stem)
    adjective = (
        stem in grammar.words("adjective")
        or any(r.what == "nisba" for r in places)
        or (len(bare) > 3 and bare.endswith(_ADJECTIVE_ENDINGS) and not any(r.start == len(lead) for r in found))
    )
    bare_text = text[1:] if text[:1] == AND else text
    pronoun = bare_text in grammar.words("pronoun-preposition") and not any(r.start == 0 for r in found)
    preposition = pronoun or text in grammar.words("preposition") or bare_text in grammar.words("preposition")
    time = text in grammar.words("time") or bare_text in grammar.words("time") or (_is_month(text) and not found)
    time = time or text in grammar.words("manner")
    clause = text in grammar.words("clause-start") or text in grammar.complementizers()
    relative = text in grammar.words("relative")
    function = preposition or clause or relative or text in grammar.words("negation")
    joined = text.startswith(JOINED_ARTICLE) and not people.is_given(text)  # «Valerie» is a name
    score = 0.0 if function or joined or text in grammar.words("no-name") else people.name_score(text)
    return Word(
        text, found, places, lead, article, adjective, score, function, preposition, pronoun, time, clause, relative,
        any(r.form.tense in ("perfect", "imperfect") and not r.cue.weak for r in cues.find(text)),
        people.is_given(text), any(text in grammar.words(name) for name in _SPECIAL),
        text in grammar.words("manner")
        or (text.endswith(ALIF) and any(r.form.tense == "participle" for r in cues.find(text))),
        bool(actors.entities(text) or geo.places(text)),
    )  # fmt: skip


def _is_month(text: str) -> bool:
    table = calendars()
    return any(
        not form.rest and form.doubt == 0 and form.prefix == 0 and table.senses[form.sense].kind == "month"
        for form in table.forms.get(text, ())
    )


def _lead(text: str, found: tuple[NounReading, ...], places: tuple[GeoReading, ...]) -> str:
    """The proclitics of the token: those of its first reading, else what the article betrays."""
    starts = [r.start for r in found] + [r.start for r in places]
    starts += [e.start for e in actors.entities(text) if len(e.tokens) == 1 and not e.needs_head]
    joined = text.startswith(JOINED_ARTICLE) and not people.is_given(text)  # «Valerie» is a name
    if 0 in starts or (people.name_score(text) >= 0.5 and not joined):
        return ""
    if starts:
        return text[: min(starts)]
    for lead, after in ((BY, "region"), (FOR, "field")):
        if text.startswith(lead) and text[1:] in grammar.words(after):
            return lead
    for lead in (AND_FOR_THE, THEN_FOR_THE, FOR_THE):
        if text.startswith(lead) and len(text) > len(lead) + 2:
            return lead
    for lead in (AND_BY_THE, THEN_BY_THE, BY_THE, AND_THE, THEN_THE, LIKE_THE):
        if text.startswith(lead) and len(text) > len(lead) + 2:
            return lead[:-2]
    return ""
