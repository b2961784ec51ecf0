"""How far the words of a speaker go.

The content of a cue runs to the end of its sentence, or of its quotation, unless the outlet or the next cue takes
over before: a participle after a comma («، مؤكدا أن»), a conjoined cue («وأضاف أن»), the outlet's own comment on
the act («، وذلك بعد …», «، بحسب تعبيره»).
"""

from __future__ import annotations

from bisect import bisect_right

from isnad.claims.borders import act_end, comments
from isnad.claims.credits import credit, framing, is_aside, opening_of
from isnad.claims.draft import Draft
from isnad.claims.forms import relays_words
from isnad.claims.nesting import nest
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import AND, HAMZA_ALIF, PLURAL_IN, PLURAL_UN
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import ASIDES, COLONS, COMMAS, QUESTION, SENTENCE_STOPS

_TAIL_SIGNS = ASIDES | COLONS | {"\n", "(", QUESTION, "!"}


def set_extents(r: Reading, drafts: list[Draft], known: frozenset[str]) -> list[Draft]:
    """Sets content and end of all drafts and returns those that have a content, in text order."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for number, group in by_sentence.items():
        _sentence(r, number, group)
        _carry_on(r, number, group, by_sentence)
    kept = [d for d in drafts if d.content >= 0 and d.end > d.content]
    return nest(r, kept, known)


def _carry_on(r: Reading, number: int, group: list[Draft], by_sentence: dict[int, list[Draft]]) -> None:
    """Lets a content that runs to the end of its sentence go on in the next one: «… إلى المدينة. وأن السوق فتحت»."""
    after = number + 1
    while after < len(r.sentences) and r.words[r.sentences[after][0]] == "\n":
        after += 1
    if after >= len(r.sentences) or after in by_sentence:
        return
    end, (first, stop) = r.sentences[number][1], r.sentences[after]
    although = r.words[first] in grammar.complementizers() and r.lights[first][1] != HAMZA_ALIF  # «even if»
    if r.words[first] not in grammar.words("carrying-on") or although:
        return
    for draft in group:
        if (
            draft.kind not in ("source", "headline")
            and draft.content >= 0
            and draft.end == _trim(r, draft.content, end)
        ):
            draft.end = _trim(r, draft.content, stop)


def _sentence(r: Reading, number: int, group: list[Draft]) -> None:
    first, stop = r.sentences[number]
    sources = [d for d in group if d.kind == "source" and not (d.pronoun and len(group) > 1)]
    asides = [d for d in sources if is_aside(r, d, stop)]
    inside = {opening_of(r, d) for d in asides}
    breaks = [i for i in comments(r, first, stop) if i not in inside and i + 1 not in inside]
    ordinary = [d for d in group if d.kind != "source"]
    for draft in ordinary:
        draft.end = _own_end(r, draft, stop, breaks)
    for n, draft in enumerate(ordinary):
        for later in ordinary[n + 1 :]:
            if later.at >= draft.end:
                break
            if _takes_over(r, draft, later, group):
                draft.end = _before(r, later.at, draft.content)
                break
    for draft in sources:
        _around(r, draft, first, stop, ordinary, breaks)
        for other in ordinary:
            within = other.content < draft.cue_first < other.end and not _in_quote(r, draft.cue_first, other)
            if within and draft not in asides:
                other.end = _before(r, opening_of(r, draft), other.content)


def _around(r: Reading, draft: Draft, first: int, stop: int, group: list[Draft], breaks: list[int]) -> None:
    """Sets the content of a source phrase: the clause that it credits, up to whatever takes over."""
    host = framing(draft, group)
    if host is not None:
        draft.host, draft.form = host, host.form
        draft.content, draft.content_offset, draft.end = host.content, host.content_offset, host.end
        return
    quote = r.quote_around[draft.cue_first]
    if quote >= 0:
        first, stop = max(first, quote + 1), min(stop, r.quote_close[quote] or stop)
    spoken = [d.content + 1 for d in group if d.form == "direct" and d.content < draft.cue_first < d.end]
    content, draft.content_offset, end = credit(r, draft, max(spoken, default=first), stop)
    draft.content = content
    if content > draft.cue_first:
        for later in group:
            if later.at > content and (_speaks_on(content, later, group) or _says_more(draft, later)):
                end = min(end, _before(r, later.at, content))
        end = min([end, *(i for i in breaks if i > content and not _inside_quote(r, i, content))])
    draft.end = _trim(r, content, end) if content >= 0 else -1


def _speaks_on(content: int, later: Draft, group: list[Draft]) -> bool:
    """Whether a participle goes on with the source whose words begin at token `content`, and not with somebody whom
    they tell of: «بحسب الصحيفة، ذكر التقرير أن …، مشيرا إلى»."""
    if later.kind != "participle":
        return False
    return not any(content <= d.at < later.at and d.subject is not None and _agrees(d, later) for d in group)


def _says_more(source: Draft, later: Draft) -> bool:
    """Whether a source goes on speaking for itself: «وبحسب الصحيفة، وصل الوفد، وذكرت أن …»."""
    gender = source.gender or (source.subject.parts[0].gender if source.subject is not None else "")
    return later.kind == "verb" and later.lead and later.subject is None and gender != "" and gender == later.gender


def _own_end(r: Reading, draft: Draft, stop: int, breaks: list[int]) -> int:
    """The end of the content before other claims are looked at."""
    if draft.kind == "headline":
        return _trim(r, draft.content, _paragraph_end(r, draft.content))  # one line, whatever dots it has
    if draft.until >= 0:
        return _trim(r, draft.content, draft.until)
    stop = _quotation_end(r, draft, stop)
    quote = _quote_at(r, draft.content)
    if quote is None and draft.form == "clause" and draft.content + 1 < stop:
        quote = _quote_at(r, draft.content + 1)
    if quote is not None:
        opening, close = quote
        if close is None:
            return _trim(r, draft.content, _paragraph_end(r, opening))
        alone = draft.form == "direct" or close + 1 >= stop or _ends_after_quote(r, close, stop)
        if alone and not _goes_on(r, close, stop):
            return close + 1
    end = stop
    at = bisect_right(breaks, draft.content)
    while at < len(breaks):
        if breaks[at] > draft.content and not _inside_quote(r, breaks[at], draft.content):
            end = min(end, breaks[at])
            break
        at += 1
    if draft.form == "act" and not relays_words(r, draft):
        end = act_end(r, draft, end)
    return _trim(r, draft.content, end)


def _quotation_end(r: Reading, draft: Draft, stop: int) -> int:
    """Where the quotation ends whose words tell of the claim: «وأضاف: "رفضت النقابة الخطة"، ثم غادر»."""
    around = r.quote_around[draft.at]
    close = r.quote_close[around] if around >= 0 else None
    if close is None or not draft.content < close < stop or _goes_on(r, close, stop):
        return stop
    return close


def _goes_on(r: Reading, close: int, stop: int) -> bool:
    """Whether the speaker's sentence goes on after the quotation («"سنمضي" وسيتم التقدم», «"سنقف" ضد القرار»)."""
    if close + 2 >= stop:
        return False
    following, second = r.words[close + 1], r.words[close + 2]
    if following in COMMAS:
        again = close + 3 in r.quote_close and second in grammar.words("turn")
        return again or second in grammar.words("cause") or (second[0] == AND and second in grammar.complementizers())
    if not following[0].isalpha() or following in grammar.words("turn") or word(following).relative:
        return False
    if following in grammar.words("in"):
        w = word(second)
        return not (w.is_a("occasion") or w.time or second in grammar.words("act-setting"))
    if following in grammar.words("preposition"):
        return following in grammar.words("onto-preposition")
    return not any(
        x.form.tense in ("perfect", "imperfect", "participle", "preposition") and not x.cue.weak
        for x in cues.find(following)
    )


def _ends_after_quote(r: Reading, close: int, stop: int) -> bool:
    following = r.words[close + 1]
    return following in COMMAS or following in SENTENCE_STOPS or following[0] == "."


def _quote_at(r: Reading, token: int) -> tuple[int, int | None] | None:
    return (token, r.quote_close[token]) if token in r.quote_close else None


def _inside_quote(r: Reading, token: int, since: int) -> bool:
    return r.quote_around[token] >= since


def _in_quote(r: Reading, token: int, draft: Draft) -> bool:
    return _inside_quote(r, token, draft.content)


def _paragraph_end(r: Reading, token: int) -> int:
    at = bisect_right(r.paragraphs, (token, len(r) + 1)) - 1
    return r.paragraphs[at][1] if at >= 0 else len(r)


def _takes_over(r: Reading, draft: Draft, later: Draft, group: list[Draft]) -> bool:
    """Whether the later cue of the sentence ends the content of `draft` instead of standing inside it."""
    if _in_quote(r, later.at, draft):
        return False
    if later.kind == "participle":
        return _participle_of(r, draft, later, group) is draft
    if later.until >= 0 and r.words[later.until] in grammar.words("taking-up"):
        return True  # «, which the company denies»: the outlet goes on with another's answer
    if later.relative or later.kind == "bare":
        return False
    if later.subject_at == "before" and later.subject is not None and later.subject.first >= draft.content:
        return r.words[later.subject.first - 1] in grammar.words("turn")
    if later.tense == "imperfect" and draft.tense == "perfect":
        return later.subject is not None and later.lead
    if _of_somebody_inside(r, later, group):
        return False
    previous = r.words[later.at - 1]
    return later.lead or previous in COMMAS or previous in grammar.words("turn")


def _of_somebody_inside(r: Reading, later: Draft, group: list[Draft]) -> bool:
    """Whether a conjoined verb without a subject fits none of those who spoke before it in the sentence: «قال الوزير
    إن اللجنة شكلت فريقا وحذرت الشركات»."""
    if later.kind != "verb" or later.subject is not None or later.number != "s":
        return False
    genders = {_gender(r, d) for d in group if d.at < later.at}
    return "" not in genders and later.gender not in genders


def _gender(r: Reading, draft: Draft) -> str:
    """The gender of the one speaker of the draft, or of the people who speak («مسؤولون»); "" where it is not known."""
    parts = draft.subject.parts if draft.subject is not None else ()
    if draft.kind == "source" and draft.gender:
        return draft.gender
    if len(parts) != 1:
        return ""
    people = r.words[parts[0].first].endswith((PLURAL_UN, PLURAL_IN))
    return parts[0].gender if parts[0].number == "s" or people else ""


def _participle_of(r: Reading, draft: Draft, later: Draft, group: list[Draft]) -> Draft | None:
    """The claim whose speaker the participle continues: the nearest that agrees with it, the outermost at best."""
    open_drafts = [
        d for d in group
        if d.at < later.at and d.content < later.at < max(d.end, d.content + 1) and not _in_quote(r, later.at, d)
    ]  # fmt: skip
    relayed = [d for d in open_drafts if d.cue is None or (d.kind == "masdar" and d.form != "act")]
    if relayed:
        return relayed[-1]
    fitting = [d for d in open_drafts if _agrees(d, later)]
    if fitting:
        return fitting[0]
    return open_drafts[0] if open_drafts else None


def _agrees(draft: Draft, participle: Draft) -> bool:
    if not draft.number or not participle.number:
        return True
    subject = draft.subject.parts if draft.subject else ()
    plural = len(subject) > 1 or draft.number != "s" or any(p.number != "s" for p in subject)
    if participle.number == "s":
        return not (plural and draft.gender == "m" and draft.number != "s") and draft.gender == participle.gender
    return plural


def _before(r: Reading, at: int, content: int) -> int:
    """The end of what stands before token `at`, without the comma or conjunction that introduces it."""
    while at > content and r.words[at - 1] in grammar.words("turn"):
        at -= 1
    if at > content + 1 and at < len(r) and f"{r.words[at - 1]} {r.words[at]}" in grammar.words("while"):
        at -= 1
    return _trim(r, content, at)


def _trim(r: Reading, content: int, end: int) -> int:
    while end > content and (
        r.words[end - 1] in _TAIL_SIGNS or r.words[end - 1][0] in ".…" or _lone_open(r, content, end - 1)
    ):
        end -= 1
    return end


def _lone_open(r: Reading, content: int, at: int) -> bool:
    return at > content and r.words[at] in "«“‹"
