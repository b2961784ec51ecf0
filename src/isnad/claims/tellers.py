"""Gives every draft its speaker: the one its clause names, the sentence's, or the one who was speaking before.

A dropped subject («وأضاف») continues the last speaker of the same frame; what stands inside a quotation or
another claim's content does not change who is speaking outside it.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.claims.draft import Draft
from isnad.claims.subjects import topic
from isnad.lexicon import grammar
from isnad.names.cast import Cast
from isnad.names.documents import is_statement, mentioned_before, with_issuer
from isnad.names.members import Member
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.text import Reading

_COMMAS = frozenset("،,")
_ISSUE = frozenset({"person", "office", "organisation", "government"})  # who issues statements


class Teller(NamedTuple):
    """Who speaks a draft: the phrase of its own sentence, if any, and the members of the cast. `gender` is that of the
    words used («البيان» for a ministry), with which the next verb may agree."""

    phrase: Phrase | None
    members: list[Member]
    gender: str = ""


def tell(r: Reading, drafts: list[Draft], cast: Cast, known: frozenset[str]) -> list[Teller]:
    """The teller of each draft, in the order of the drafts (text order)."""
    result: list[Teller] = []
    heard: list[Teller] = []  # who spoke at the outermost level, last one last
    voices: list[tuple[int, Member]] = []  # everybody who spoke at that level, with the sentence
    in_sentence: dict[int, list[int]] = {}
    for n, draft in enumerate(drafts):
        earlier = in_sentence.setdefault(draft.sentence, [])
        teller = _issued(r, draft, voices) or _own(draft, cast)
        if teller is None and draft.impersonal:
            teller = Teller(None, [])
            result.append(teller)
            earlier.append(n)
            continue
        if teller is None and draft.located:
            teller = _of_occasion(r, draft, cast, known)
        if teller is None:
            teller = _set_off(r, draft, cast, known) or _shared(r, draft, drafts, result, earlier)
        if teller is None:
            teller = _of_topic(r, draft, cast, known) or _of_source(r, draft, drafts, result, earlier)
        if teller is None:
            teller = _heard(draft, heard)
        if not teller.members:
            teller = _named_before(r, draft, cast, known)
        result.append(teller)
        earlier.append(n)
        if draft.outer is None and teller.members:
            voices.append((draft.sentence, teller.members[0]))
        if draft.outer is None and teller.members and (draft.kind != "source" or not heard):
            heard.append(teller)
    return result


def _of_occasion(r: Reading, draft: Draft, cast: Cast, known: frozenset[str]) -> Teller | None:
    """«أجرى الوزير اتصالا اتهم فيه …» is the sentence's subject, «تلقى الوزير اتصالا من نظيره أعرب فيه …» whoever
    called."""
    first, _ = r.sentences[draft.sentence]
    openers = grammar.words("topic-opener")
    opening = next((w for w in r.words[first : draft.at] if w[0].isalpha() and w not in openers), "")
    if opening in grammar.words("receive"):
        for i in range(first, draft.at):
            if r.words[i] in grammar.words("from"):
                phrase = read_phrase(r, i + 1, draft.at, bounded=True, known=known)
                if phrase is not None and phrase.parts[0].speaks:
                    return Teller(phrase, [cast.member(part) for part in phrase.parts])
        return None
    phrase = topic(r, first, draft.at, known)
    if phrase is not None:
        return Teller(phrase, [cast.member(part) for part in phrase.parts])
    named = _named_before(r, draft, cast, known)
    return named if named.members else None


def _named_before(r: Reading, draft: Draft, cast: Cast, known: frozenset[str]) -> Teller:
    """The last person named before the cue in its sentence («تصريحات أدلى بها النائب سالم الحداد، قال فيها»)."""
    first, _ = r.sentences[draft.sentence]
    for i in range(draft.at - 1, first, -1):
        if r.words[i] in known:
            for start in range(max(first, i - 10), i + 1):
                phrase = read_phrase(r, start, draft.at, known=known)
                if phrase is not None and phrase.parts[-1].name is not None and phrase.parts[-1].name[1] > i:
                    return Teller(phrase, [cast.member(part) for part in phrase.parts])
    return Teller(None, [])


def _heard(draft: Draft, heard: list[Teller]) -> Teller:
    """The last speaker whom a cue without subject can continue: «وأضافت» passes over a man."""
    for teller in reversed(heard[-6:]):
        if _agree(draft, teller):
            return teller._replace(phrase=None)
    return Teller(None, [])


def _issued(r: Reading, draft: Draft, voices: list[tuple[int, Member]]) -> Teller | None:
    """«البيان» that nothing describes is said by whoever spoke when it was mentioned: «قالت النقابة في بيان إن …».

    The statement may be mentioned a sentence after its news: «أعلنت النقابة … وجاء ذلك في بيان».
    """
    if draft.subject is None or len(draft.subject.parts) > 1 or not is_statement(draft.subject.parts[0]):
        return None
    part, issuer = with_issuer(r, draft.subject.parts[0])
    if issuer is not None or part.end > part.first + 1:
        return None
    mention = mentioned_before(r, part.first)
    if mention < 0:
        return None
    for sentence, member in reversed(voices):
        if member.kind == "document":
            return None
        here = sentence == r.sentence_of[mention] and member.kind == "media"  # the media office of a body
        if here or (sentence <= r.sentence_of[mention] and member.kind in _ISSUE):
            return Teller(draft.subject, [member], part.gender)
    return None


def _own(draft: Draft, cast: Cast) -> Teller | None:
    if draft.subject is None:
        return None
    members = [cast.member(part) for part in draft.subject.parts]
    if len(members) == 1 and members[0].kind == "person" and draft.kind == "verb" and draft.number == "s":
        members[0].gender = draft.gender
    gender = draft.subject.parts[0].gender if draft.subject.parts[0].kind == "document" else ""
    return Teller(draft.subject, members, gender)


def _shared(r: Reading, draft: Draft, drafts: list[Draft], tellers: list[Teller], earlier: list[int]) -> Teller | None:
    """The speaker of an earlier claim of the same sentence at the same level («قال X إن …، وأضاف أن …»)."""
    candidates = [n for n in earlier if drafts[n].outer is draft.outer and drafts[n].kind != "source"]
    if draft.outer is not None:
        # A participle inside a relay is said by whoever is relayed.
        candidates = candidates or [
            n for n in earlier if drafts[n] is draft.outer and draft.kind == "participle" and draft.cue is not None
        ]
    fitting = [n for n in candidates if _agree(draft, tellers[n])]
    for n in reversed(fitting):
        if tellers[n].members:
            return tellers[n]
    return None


def _set_off(r: Reading, draft: Draft, cast: Cast, known: frozenset[str]) -> Teller | None:
    """«أما النقابة فقد قالت …» has its subject set off before the ف."""
    first, _ = r.sentences[draft.sentence]
    if draft.kind != "verb" or first + 1 >= draft.at or r.words[first] not in grammar.words("as-for"):
        return None
    stop = draft.at
    while stop > first + 2 and (r.words[stop - 1] in grammar.words("perfect-sign") or r.words[stop - 1] in _COMMAS):
        stop -= 1
    phrase = read_phrase(r, first + 1, stop, bounded=True, known=known)
    if phrase is None or phrase.end != stop:
        return None
    return Teller(phrase, [cast.member(part) for part in phrase.parts])


def _of_source(r: Reading, draft: Draft, drafts: list[Draft], tellers: list[Teller], earlier: list[int]) -> Teller | None:
    """«بحسب النقابة فإن الطريق مغلق، مشيرة إلى …»: a source that opens the sentence goes on in it."""
    if draft.kind != "participle" or draft.outer is not None or not earlier:
        return None
    source, teller = drafts[earlier[0]], tellers[earlier[0]]
    opens = source.kind == "source" and source.cue_first == r.sentences[draft.sentence][0]
    return teller if opens and teller.members and _agree(draft, teller) else None


def _agree(draft: Draft, teller: Teller) -> bool:
    """Whether the number and gender of the cue can go with these members; unknown gender fits everything."""
    if not draft.number or not teller.members:
        return True
    member = teller.members[0]
    if draft.number in ("d", "p"):
        return len(teller.members) > 1 or member.number != "s"
    if len(teller.members) > 1:
        return draft.kind != "participle"
    if member.gender and draft.gender and member.number == "s":
        return draft.gender in (member.gender, teller.gender)
    return member.number != "p" or draft.gender == "f"


def _of_topic(r: Reading, draft: Draft, cast: Cast, known: frozenset[str]) -> Teller | None:
    """A participle, a relative clause or a bare verb in the middle of a sentence takes the sentence's subject."""
    first, _ = r.sentences[draft.sentence]
    if draft.at - first < 3 or draft.kind == "source" or (draft.outer is not None and draft.kind != "participle"):
        return None
    phrase = topic(r, first, draft.at, known)
    if phrase is None:
        return None
    teller = Teller(phrase, [cast.member(part) for part in phrase.parts])
    return teller if _agree(draft, teller) else None
