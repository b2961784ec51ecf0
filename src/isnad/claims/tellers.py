"""Gives every draft its speaker: the one its clause names, the sentence's, or the one who was speaking before.

The steps go from the nearest evidence to the farthest, and the first that finds somebody decides: the clause's own
subject; an occasion that a pronoun takes up; an earlier claim of the sentence at the same level; the sentence's
subject; the last speaker outside quotations with whom the verb agrees; the last inside one; the last person named.
What stands inside a quotation or another claim's content does not change who is speaking outside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from isnad.claims.draft import Draft
from isnad.claims.subjects import set_off, topic
from isnad.lexicon import geo, grammar
from isnad.lexicon.affixes import AND, BY, FOR
from isnad.names.cast import Cast
from isnad.names.documents import is_described, is_statement, mentioned_before, with_issuer
from isnad.names.members import Member
from isnad.names.parts import Part, Phrase
from isnad.names.phrases import read_phrase
from isnad.text import Reading, fold

_ISSUE = frozenset({"person", "office", "organisation", "government"})  # who issues statements
_HEARD = 6  # speakers whom a dropped subject may continue
_OPENING = 6  # tokens of an adverbial before a verb that opens its sentence
_LONGEST_TITLE = 10  # tokens of an office before its bearer's name
_LEAD = 3  # tokens before the cue of a source that opens its sentence («but according to what it reported»)
_NAMED = 120  # tokens before a cue in which the person named last may be its subject


class Teller(NamedTuple):
    """Who speaks a draft: the phrase of its own sentence, if any, and the members of the cast. `gender` is that of the
    words used («البيان» for a ministry), with which the next verb may agree."""

    phrase: Phrase | None
    members: list[Member]
    gender: str = ""


class Talk(NamedTuple):
    """The document while its claims get their tellers in text order: `tellers` are those of the drafts so far, `heard`
    the drafts outside any other's content whose speakers hold the floor."""

    r: Reading
    drafts: list[Draft]
    cast: Cast
    known: frozenset[str]
    tellers: list[Teller]
    heard: list[int]

    def of_sentence(self, n: int) -> Iterator[int]:
        """The earlier drafts of the sentence of draft `n`, the nearest first."""
        for m in range(n - 1, -1, -1):
            if self.drafts[m].sentence != self.drafts[n].sentence:
                return
            yield m

    def named(self, phrase: Phrase) -> Teller:
        """Those whom the phrase names."""
        gender = phrase.parts[0].gender if phrase.parts[0].kind in ("document", "media") else ""
        return Teller(phrase, [self.cast.member(_of_state(self.r, part)) for part in phrase.parts], gender)


_NOBODY = Teller(None, [])


def _of_state(r: Reading, part: Part) -> Part:
    """The ministry without a state as that of the state with which its sentence opens: «وفي تونس، أصدرت وزارة الخارجية
    بيانا», «أما تونس، فقد شددت وزارة الخارجية فيها على …»."""
    if part.country is not None or fold(part.head) not in grammar.words("ministry"):
        return part
    first, stop = r.sentences[r.sentence_of[part.first]]
    opening = r.words[first]
    opens = opening.removeprefix(AND) in grammar.words("in") or opening in grammar.words("as-for")
    if not opens or first + 1 >= stop:
        return part
    state = next((g.iso3 for g in geo.at(r.words, first + 1) if g.iso3 and g.what in ("name", "capital")), None)
    return part._replace(country=state)


def tell(r: Reading, drafts: list[Draft], cast: Cast, known: frozenset[str]) -> list[Teller]:
    """The teller of each draft, in the order of the drafts (text order)."""
    talk = Talk(r, drafts, cast, known, [], [])
    steps = (
        _issued, _own, _impersonal, _of_occasion, _set_off, _shared, _of_source, _of_topic, _of_guest, _of_news,
        _still_heard, _of_statement, _heard_inside, _named_before,
    )  # fmt: skip
    for n, draft in enumerate(drafts):
        found = (teller for step in steps if (teller := step(talk, n)) is not None)
        talk.tellers.append(_with_mention(talk, n, next(found, _NOBODY)))
        if draft.outer is None and talk.tellers[n].members and (draft.kind != "source" or not talk.heard):
            talk.heard.append(n)
    _lift(talk)
    return talk.tellers


def _lift(talk: Talk) -> None:
    """Takes a claim out of the source that credits the same speaker once more: «قالت الصحيفة إن السوق أغلقت، وفق ما
    ذكرت الصحيفة» tells nobody's words through another."""
    members = {id(draft): teller.members for draft, teller in zip(talk.drafts, talk.tellers, strict=True)}
    for draft in talk.drafts:
        outer = draft.outer
        same = members[id(draft)] == members.get(id(outer)) != []
        if outer is not None and outer.kind == "source" and same:
            draft.outer = outer.outer


def _issued(talk: Talk, n: int) -> Teller | None:
    """«البيان» that nothing describes is said by whoever spoke when it was mentioned: «قالت النقابة في بيان إن …».

    The statement may be mentioned a sentence after its news: «أعلنت النقابة … وجاء ذلك في بيان».
    """
    r, draft = talk.r, talk.drafts[n]
    if draft.subject is None or len(draft.subject.parts) > 1 or not is_statement(draft.subject.parts[0]):
        return None
    part, issuer = with_issuer(r, draft.subject.parts[0])
    mention = mentioned_before(r, part.first)
    if issuer is not None or part.end > part.first + 1 or mention < 0 or is_described(r, mention):
        return None
    member = _issuer(talk, n, mention)
    return Teller(draft.subject, [member], part.gender) if member is not None else None


def _of_statement(talk: Talk, n: int) -> Teller | None:
    """«أعلنت النقابة فتح السوق. جاء ذلك في بيان، وذكر أن …»: the statement speaks on, and with it who issued it."""
    draft = talk.drafts[n]
    mention = mentioned_before(talk.r, draft.at)
    if draft.gender != "m" or mention < talk.r.sentences[draft.sentence][0]:
        return None
    member = _issuer(talk, n, mention)
    return Teller(None, [member], draft.gender) if member is not None else None


def _issuer(talk: Talk, n: int, mention: int) -> Member | None:
    """Who had the floor when the statement was mentioned at token `mention`."""
    for m in range(n - 1, -1, -1):
        if mention < 0 or talk.drafts[m].outer is not None or not talk.tellers[m].members:
            continue
        member, sentence = talk.tellers[m].members[0], talk.drafts[m].sentence
        if member.kind == "document":
            return None
        here = sentence == talk.r.sentence_of[mention] and member.kind == "media"  # the media office of a body
        if here or (sentence <= talk.r.sentence_of[mention] and member.kind in _ISSUE):
            return member
    return None


def _own(talk: Talk, n: int) -> Teller | None:
    """The subject of the draft's own clause; its verb tells whether a person is a woman."""
    draft = talk.drafts[n]
    if draft.subject is None:
        return None
    teller = talk.named(draft.subject)
    only = teller.members[0]
    if len(teller.members) == 1 and only.kind == "person" and draft.kind == "verb" and draft.number == "s":
        only.gender = draft.gender
    return teller


def _impersonal(talk: Talk, n: int) -> Teller | None:
    return _NOBODY if talk.drafts[n].impersonal else None


def _of_occasion(talk: Talk, n: int) -> Teller | None:
    """«أجرى الوزير اتصالا اتهم فيه …» is the sentence's subject, «تلقى الوزير اتصالا من نظيره أعرب فيه …» whoever
    called; «المظاهرات … تصريحات أدلى بها سالم الحداد، وصف فيها …» goes to the last name, since the verb is a man's."""
    r, draft = talk.r, talk.drafts[n]
    if not draft.located:
        return None
    first, _ = r.sentences[draft.sentence]
    openers = grammar.words("topic-opener")
    opening = next((w for w in r.words[first : draft.at] if w[0].isalpha() and w not in openers), "")
    if opening in grammar.words("receive"):
        for i in range(first, draft.at):
            if r.words[i] in grammar.words("from"):
                phrase = read_phrase(r, i + 1, draft.at, bounded=True, known=talk.known)
                if phrase is not None and phrase.parts[0].speaks:
                    return talk.named(phrase)
        return None
    phrase = topic(r, first, draft.at, talk.known)
    teller = talk.named(phrase) if phrase is not None else None
    passes_on = teller is not None and _is_outlet(teller.members[0])  # «published his speech, in which he said»
    if teller is not None and not passes_on and _agree(draft, teller):
        return teller
    return _last_name(talk, first, draft.at) or teller


def _set_off(talk: Talk, n: int) -> Teller | None:
    """«أما النقابة فقد قالت …» has its subject set off before the ف."""
    draft = talk.drafts[n]
    if draft.kind != "verb":
        return None
    phrase = set_off(talk.r, talk.r.sentences[draft.sentence][0], draft.at, talk.known)
    return talk.named(phrase) if phrase is not None else None


def _shared(talk: Talk, n: int) -> Teller | None:
    """The speaker of an earlier claim of the same sentence at the same level («قال X إن …، وأضاف أن …»)."""
    draft = talk.drafts[n]
    earlier = list(talk.of_sentence(n))
    level = [m for m in earlier if talk.drafts[m].outer is draft.outer and talk.drafts[m].kind != "source"]
    if draft.kind == "source":
        level += [m for m in earlier if talk.drafts[m].outer is draft]  # «she affirmed that …, as she said»
    if not level and draft.kind == "participle" and draft.outer is not None and draft.outer.cue is not None:
        # A participle inside a relay is said by whoever is relayed.
        level = [m for m in earlier if talk.drafts[m] is draft.outer]
    return next((talk.tellers[m] for m in level if talk.tellers[m].members and _agree(draft, talk.tellers[m])), None)


def _of_topic(talk: Talk, n: int) -> Teller | None:
    """A participle, a relative clause or a bare verb in the middle of a sentence takes the sentence's subject."""
    draft = talk.drafts[n]
    first, _ = talk.r.sentences[draft.sentence]
    short = draft.at - first < 3 and draft.kind != "participle"
    if short or draft.kind == "source" or (draft.outer is not None and draft.kind != "participle"):
        return None
    phrase = topic(talk.r, first, draft.at, talk.known)
    if phrase is None:
        return None
    teller = talk.named(phrase)
    return teller if _agree(draft, teller) else None


def _of_guest(talk: Talk, n: int) -> Teller | None:
    """«تحدثت الصحيفة مع النائب سالم الحداد، وأكد أن …»: the verb goes on with the one whom the sentence names behind
    its subject, with which it does not agree."""
    draft = talk.drafts[n]
    if draft.kind != "verb" or not draft.lead or draft.outer is not None or draft.gender != "m" or draft.number != "s":
        return None
    phrase = topic(talk.r, talk.r.sentences[draft.sentence][0], draft.at, talk.known)
    if phrase is None or phrase.parts[0].gender != "f" or phrase.parts[0].kind == "person":
        return None
    here = _last_name(talk, phrase.end, draft.at)
    return here if here is not None and _agree(draft, here) else None


def _of_source(talk: Talk, n: int) -> Teller | None:
    """«بحسب النقابة فإن الطريق مغلق، مشيرة إلى …»: a source that opens the sentence goes on in it."""
    draft = talk.drafts[n]
    earlier = list(talk.of_sentence(n))
    joins = draft.kind == "participle" or (draft.kind == "verb" and draft.lead)
    if not joins or draft.outer is not None or not earlier:
        return None
    source, teller = talk.drafts[earlier[-1]], talk.tellers[earlier[-1]]
    opens = source.kind == "source" and source.cue_first - talk.r.sentences[draft.sentence][0] <= _LEAD
    return teller if opens and teller.members and _agree(draft, teller) else None


def _of_news(talk: Talk, n: int) -> Teller | None:
    """«زار سالم الحداد الميناء أمس. وقال إن …»: the person of whom the sentence before tells without a claim."""
    draft = talk.drafts[n]
    first, _ = talk.r.sentences[draft.sentence]
    if draft.kind != "verb" or draft.outer is not None or draft.at - first > 1 or not talk.heard:
        return None
    before = draft.sentence - 1
    if talk.drafts[talk.heard[-1]].sentence >= before:
        return None
    phrase = topic(talk.r, *talk.r.sentences[before], talk.known)
    if phrase is None or phrase.parts[0].kind != "person":
        return None
    teller = talk.named(phrase)._replace(phrase=None)
    return teller if _agree(draft, teller) else None


def _still_heard(talk: Talk, n: int) -> Teller | None:
    """The last speaker whom a cue without subject can continue: «وأضافت» passes over a man."""
    return _continued(talk, n, talk.heard[-_HEARD:])


def _heard_inside(talk: Talk, n: int) -> Teller | None:
    """Somebody quoted by another, where nobody outside agrees: «ونشر موقع كلمة للحداد قال فيها … وأضاف …»."""
    return _continued(talk, n, [m for m in range(max(0, n - _HEARD), n) if talk.drafts[m].kind != "source"])


def _continued(talk: Talk, n: int, earlier: list[int]) -> Teller | None:
    draft = talk.drafts[n]
    relay = draft.outer if draft.kind == "masdar" else None  # «the agency quoted him as saying»: not the agency's words
    for m in reversed(earlier):
        if talk.drafts[m] is not relay and talk.tellers[m].members and _agree(draft, talk.tellers[m]):
            return talk.tellers[m]._replace(phrase=None)
    return None


def _named_before(talk: Talk, n: int) -> Teller | None:
    """The last person named before the cue: in its sentence («تصريحات أدلى بها النائب سالم الحداد، قال فيها»), or in
    the sentences before («حوكم سالم الحداد أمس. وقال إن …»)."""
    draft = talk.drafts[n]
    first, _ = talk.r.sentences[draft.sentence]
    here = _last_name(talk, first, draft.at)
    said = draft.kind == "verb" and draft.tense == "perfect" and draft.cue is not None and draft.cue.direct
    opens = draft.at - first <= _OPENING and talk.r.words[draft.at - 1] not in grammar.words("perfect-sign")
    if here is not None or draft.gender != "m" or not (said and opens):
        return here
    before = _last_name(talk, max(0, first - _NAMED), first)
    return before._replace(phrase=None) if before is not None and _agree(draft, before) else None


def _with_mention(talk: Talk, n: int, teller: Teller) -> Teller:
    """The teller with the words that name him in the sentence of his claim, wherever they stand before the cue: «جاء
    ذلك في تغريدة للحداد، وقال فيها»."""
    draft = talk.drafts[n]
    if teller.phrase is not None or len(teller.members) != 1 or teller.members[0].kind != "person":
        return teller
    first, _ = talk.r.sentences[draft.sentence]
    named = teller.members[0].words
    for i in range(draft.at - 1, first - 1, -1):
        text = talk.r.words[i]
        lead = text[0] if text[0] in BY + FOR + AND and text not in talk.known else ""
        word = text[len(lead) :]
        if word not in talk.known or word not in named:
            continue
        for start in (i,) if lead else range(max(first, i - _LONGEST_TITLE), i + 1):
            phrase = read_phrase(talk.r, start, draft.at, lead=lead, known=talk.known)
            name = phrase.parts[-1].name if phrase is not None else None
            if phrase is not None and name is not None and name[0] <= i < name[1] and len(phrase.parts) == 1:
                return teller._replace(phrase=phrase)
    return teller


def _is_outlet(member: Member) -> bool:
    """Whether the member passes on what others say; the media office of a body speaks itself."""
    return member.kind == "media" and fold(member.head) not in grammar.words("media-office")


def _last_name(talk: Talk, first: int, stop: int) -> Teller | None:
    """The last person whom the tokens name."""
    for i in range(stop - 1, first, -1):
        if talk.r.words[i] in talk.known:
            for start in range(max(first, i - _LONGEST_TITLE), i + 1):
                phrase = read_phrase(talk.r, start, stop, known=talk.known)
                if phrase is not None and phrase.parts[-1].name is not None and phrase.parts[-1].name[1] > i:
                    return talk.named(phrase)
    return None


def _agree(draft: Draft, teller: Teller) -> bool:
    """Whether the number and gender of the cue can go with these members; unknown gender fits everything."""
    if not draft.number or not teller.members:
        return True
    member = teller.members[0]
    if fold(member.head) in grammar.words("quantifier"):
        return True
    if draft.number in ("d", "p"):
        return len(teller.members) > 1 or member.number != "s"
    if len(teller.members) > 1:
        return draft.kind != "participle"
    if member.gender and draft.gender and member.number == "s":
        return draft.gender in (member.gender, teller.gender)
    return member.number != "p" or draft.gender == "f"
