"""From drafts to records: the claims of a document, the cast they name, and what stayed unread."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from msgspec.structs import replace

from isnad.claims.bare import behind_label, headline_draft, passing_on, relayed_draft
from isnad.claims.draft import Draft
from isnad.claims.drafts import find_drafts
from isnad.claims.extents import set_extents
from isnad.claims.forms import form_of
from isnad.claims.tellers import Teller, tell
from isnad.lexicon import grammar
from isnad.lexicon.affixes import AND
from isnad.names.cast import Cast
from isnad.names.members import Member
from isnad.names.parts import Part
from isnad.names.people import People, read_people, with_speakers
from isnad.names.phrases import read_phrase
from isnad.names.scene import read_scene, settle
from isnad.records import Addressee, Block, Claim, Entity, Kind, Mention, Span, Speaker, Unread, Via
from isnad.text import Reading

_READ = frozenset({"headline", "deck", "body", "repeat", "related"})
_SHORT_TITLES = frozenset({"headline", "deck", "repeat", "related"})
_SHORTEST_QUOTATION = 6


class Claims(NamedTuple):
    """What the claims room adds to a document; `people` are those whom it names, for the rooms after it."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    people: People


def read_claims(r: Reading, blocks: tuple[Block, ...], outlet: str | None = None) -> Claims:
    """The claims of the text in `r`, whose blocks (raw spans) say what is furniture and what is a headline; `outlet`
    is the state of whoever published it."""
    sentences, headlines, stories = _sentences(r, blocks)
    people = read_people(r, [r.sentences[n] for n in sentences])
    drafts, rejected = find_drafts(r, sentences, people.known, headlines)
    speaking = with_speakers(r, people, [d.subject for d in drafts if d.subject is not None])
    if fresh := speaking.known - people.known:
        people = speaking
        again = [n for n in sentences if not fresh.isdisjoint(r.words[slice(*r.sentences[n])])]
        drafts, rejected = _reread(r, drafts, rejected, again, people.known, headlines)
    drafts = _with_bare(r, drafts, sentences, headlines, people.known)
    drafts = [draft for draft in set_extents(r, drafts, people.known) if not _says_nothing(r, draft)]
    cast = Cast(r, with_speakers(r, people, [d.subject for d in drafts if d.subject is not None]))
    tellers = tell(r, drafts, cast, people.known)
    settle(r, cast.members, read_scene(r, sentences, headlines, outlet))
    return _records(r, drafts, tellers, cast, stories, rejected, people)


def _sentences(r: Reading, blocks: tuple[Block, ...]) -> tuple[list[int], frozenset[int], dict[int, int | None]]:
    """The sentences to read, those that are headlines, and the story of each."""
    sentences: list[int] = []
    headlines: list[int] = []
    stories: dict[int, int | None] = {}
    at = 0
    for number, (first, stop) in enumerate(r.sentences):
        if r.words[first] == "\n":
            continue
        start = r.raw_starts[first]
        while at + 1 < len(blocks) and blocks[at].span.end <= start:
            at += 1
        if not blocks or blocks[at].label not in _READ:
            continue
        sentences.append(number)
        stories[number] = blocks[at].story
        if blocks[at].label in _SHORT_TITLES or behind_label(r, first, stop) > first:
            headlines.append(number)
    if len(sentences) == 1:
        headlines = sentences  # a text of one sentence may be a headline by itself
    return sentences, frozenset(headlines), stories


def _says_nothing(r: Reading, draft: Draft) -> bool:
    """A text that breaks off behind «إن» attributes nothing."""
    return draft.end - draft.content == 1 and r.words[draft.content] in grammar.complementizers()


def _reread(
    r: Reading, drafts: list[Draft], rejected: list[tuple[int, str]], sentences: list[int], known: frozenset[str],
    headlines: frozenset[int],
) -> tuple[list[Draft], list[tuple[int, str]]]:  # fmt: skip
    """The drafts after another look at the sentences that name somebody whom only a verb showed to be a person:
    «قال فيرنو شندروفسكي إن …» tells who «بحسب شندروفسكي» is."""
    again, unread = find_drafts(r, sentences, known, headlines)
    changed = frozenset(sentences)
    drafts = [d for d in drafts if d.sentence not in changed] + again
    rejected = [x for x in rejected if r.sentence_of[x[0]] not in changed] + unread
    return sorted(drafts, key=lambda d: d.at), sorted(rejected)


def _with_bare(
    r: Reading, drafts: list[Draft], sentences: list[int], headlines: frozenset[int], known: frozenset[str]
) -> list[Draft]:
    """Adds the claims without a cue and leaves one draft for each place where content begins."""
    result: list[Draft] = []
    taken: set[int] = set()
    relay: Draft | None = None
    masdars = _last_masdars(drafts)
    for draft in drafts:
        if draft.kind == "masdar" and draft.subject is None and relay is not None and relay.sentence == draft.sentence:
            speaker = read_phrase(r, relay.content + 1, draft.cue_first, bounded=True, known=known)
            draft.subject, draft.subject_at = speaker, "after"
        if draft.kind == "masdar" and result and _names_act(result[-1], draft):
            continue
        if draft.content in taken and draft.kind in ("masdar", "participle"):
            _prefer_participle(result, draft)
            continue
        if draft.content in taken and draft.tense == "imperfect" and result[-1].cue_end == draft.cue_first:
            continue  # a verb of going on and the verb of saying after it are one cue
        if draft.content >= 0:
            taken.add(draft.content)
        result.append(draft)
        if (
            draft.cue is not None
            and draft.cue.relay_prep
            and draft.kind == "verb"
            and r.words[draft.content] in grammar.words("relay-preposition")
        ):
            relay = draft
            inner = relayed_draft(r, draft, known)
            if inner is not None and inner.content not in taken and masdars.get(draft.sentence, -1) <= draft.at:
                taken.add(inner.content)
                result.append(inner)
    for number in sentences:
        if number in headlines:
            headline = headline_draft(r, number, known)
            if headline is not None and headline.content not in taken:
                medium = passing_on(r, headline, known)
                result += [headline] if medium is None else [medium, headline]
    result.sort(key=lambda d: (d.at, d.cue_first < 0))
    return result


def _names_act(verb: Draft, noun: Draft) -> bool:
    """«أعرب عن رفض بلاده للقرار», «أكد رفضه القرار»: the noun only says which act the verb before it is."""
    opens = verb.form == noun.form == "act" and 0 <= noun.cue_first - verb.content <= 1
    return opens and verb.cue is not None and (verb.cue.objects != () or noun.pronoun)


def _prefer_participle(drafts: list[Draft], participle: Draft) -> None:
    """«رد الوزير قائلا …»: where the verb need not be one of speech, the participle is the cue of its claim; «بالقول»
    only opens what it says."""
    verb = next((d for d in reversed(drafts) if d.content == participle.content), None)
    if verb is None or verb.cue is None or participle.cue is None or verb.kind != "verb":
        return
    if participle.kind == "masdar" and participle.lead:
        return
    if verb.cue.weak and not verb.cue.continues and participle.cue.direct and not participle.cue.object:
        verb.cue_first, verb.cue_end, verb.cue_cut = participle.cue_first, participle.cue_end, participle.cue_cut
        verb.cue = participle.cue


def _last_masdars(drafts: list[Draft]) -> dict[int, int]:
    """The token of the last verbal noun that is a cue (قوله) by sentence."""
    return {d.sentence: d.at for d in drafts if d.kind == "masdar"}


def _records(
    r: Reading,
    drafts: list[Draft],
    tellers: list[Teller],
    cast: Cast,
    stories: dict[int, int | None],
    rejected: list[tuple[int, str]],
    people: People,
) -> Claims:
    ids = {id(draft): f"c{n}" for n, draft in enumerate(drafts, 1)}
    claims: list[Claim] = []
    for draft, teller in zip(drafts, tellers, strict=True):
        claims.append(_claim(r, draft, teller, cast, stories, ids))
    chains = {claim.id: claim.outer for claim in claims}
    claims = [_with_chain(claim, chains) for claim in claims]
    unread = _unread(r, claims, stories, rejected)
    entities = tuple(_entity(r, member) for member in cast.members if member.places)
    return Claims(entities, tuple(claims), unread, people)


def _with_chain(claim: Claim, outers: dict[str, str | None]) -> Claim:
    chain = [claim.id]
    outer = claim.outer
    while outer is not None:
        chain.append(outer)
        outer = outers.get(outer)
    return replace(claim, chain=("outlet", *reversed(chain)))


def _claim(
    r: Reading, draft: Draft, teller: Teller, cast: Cast, stories: dict[int, int | None], ids: dict[int, str]
) -> Claim:
    cue = _cue_span(r, draft)
    speakers: list[Speaker] = []
    parts = teller.phrase.parts if teller.phrase is not None else (None,) * len(teller.members)
    for part, member in zip(parts, teller.members, strict=False):
        span = _part_span(r, part.first, part.end, part.offset) if part is not None else None
        place = (part.first, part.end, part.offset) if part is not None else (draft.at, draft.at + 1, 0)
        form = "dropped" if part is None else _mention_form(part, member)
        member.places[*place, form] = None
        # «the statement» speaks as a document, whoever issued it.
        spoken = part.kind if part is not None and part.kind == "document" else member.kind
        speakers.append(
            Speaker(span=span, entity=f"e{member.index + 1}", name=member.name, kind=spoken, country=member.country)
        )
    whole = (
        _part_span(r, teller.phrase.first, teller.phrase.end, teller.phrase.offset)
        if teller.phrase is not None
        else None
    )
    countries = {s.country for s in speakers}
    content = _content_span(r, draft)
    kind: Kind = speakers[0].kind if speakers else "anonymous"
    via, addressee = _via(r, draft, cast), _addressee(r, draft, cast)
    return Claim(
        id=ids[id(draft)],
        story=stories.get(draft.sentence),
        cue=cue,
        speaker=whole,
        entity=speakers[0].entity if len(speakers) == 1 else None,
        name=(" " + AND).join(s.name or "" for s in speakers) or None,
        kind=kind,
        country=countries.pop() if len(countries) == 1 else None,
        speakers=tuple(speakers),
        content=content,
        form=form_of(r, draft),
        stance=draft.stance,
        via=via,
        addressee=addressee,
        outer=ids.get(id(draft.outer)) if draft.outer is not None else None,
        chain=(),
        score=_score(draft, teller),
        why="; ".join(draft.why),
    )


def _score(draft: Draft, teller: Teller) -> float:
    score = 0.95 if draft.form != "act" else 0.85
    if draft.subject is None:
        score -= 0.1
    if not teller.members:
        score -= 0.25
    if draft.kind in ("source", "headline", "bare"):
        score -= 0.1
    return round(score, 2)


def _cue_span(r: Reading, draft: Draft) -> Span | None:
    if draft.cue_first < 0:
        return None
    start = r.starts[draft.cue_first] + draft.cue_cut[0]
    return r.view.span(start, r.ends[draft.cue_end - 1])


def _part_span(r: Reading, first: int, end: int, offset: int) -> Span:
    return r.view.span(r.starts[first] + offset, r.ends[end - 1])


def _content_span(r: Reading, draft: Draft) -> Span:
    return _part_span(r, draft.content, draft.end, draft.content_offset)


def _mention_form(part: Part, member: Member) -> str:
    if part.name is not None:
        return "name" if part.name[1] - part.name[0] >= len(member.words) else "short"
    return "title" if part.kind in ("office", "person") else "name"


def _via(r: Reading, draft: Draft, cast: Cast) -> Via | None:
    if draft.via is None:
        return None
    first, end, offset = draft.via
    phrase = read_phrase(r, first, end, lead=r.words[first][:offset])
    if phrase is None:
        return None
    member = cast.member(phrase.parts[0])
    member.places[first, end, offset, "name"] = None
    return Via(span=_part_span(r, first, end, offset), name=member.name, entity=f"e{member.index + 1}")


def _addressee(r: Reading, draft: Draft, cast: Cast) -> Addressee | None:
    if draft.addressee is None:
        return None
    first, end, offset = draft.addressee
    phrase = read_phrase(r, first, end, lead=r.words[first][:offset])
    if phrase is None:
        return None
    part = phrase.parts[0]
    if part.kind in ("group", "anonymous"):
        return Addressee(span=_part_span(r, first, end, offset), name=cast.text(part), entity=None)
    member = cast.member(part)
    member.places[first, end, offset, _mention_form(part, member)] = None
    return Addressee(span=_part_span(r, first, end, offset), name=member.name, entity=f"e{member.index + 1}")


def _entity(r: Reading, member: Member) -> Entity:
    mentions = tuple(
        Mention(span=_part_span(r, first, end, offset), form=form)  # type: ignore[arg-type]
        for first, end, offset, form in sorted(member.places)
    )
    return Entity(
        id=f"e{member.index + 1}", kind=member.kind, name=member.name, country=member.country, mentions=mentions
    )


def _unread(
    r: Reading, claims: list[Claim], stories: dict[int, int | None], rejected: list[tuple[int, str]]
) -> tuple[Unread, ...]:
    result: list[Unread] = []
    contents = _merged([claim.content for claim in claims])
    for quote in r.quotes:
        close = quote.close if quote.close is not None else quote.open
        if close - quote.open <= _SHORTEST_QUOTATION or r.sentence_of[quote.open] not in stories:
            continue
        span = r.span(quote.open, close + 1)
        if not _touches(contents, span):
            result.append(Unread(span=span, what="quotation without a speaker", why="no cue takes it as its content"))
    for token, reason in rejected:
        span = r.span(token, token + 1)
        if not _touches(contents, span):
            result.append(Unread(span=span, what="cue without content", why=reason))
    return tuple(sorted(result, key=lambda u: u.span))


def _merged(spans: list[Span]) -> list[Span]:
    """The spans as few that do not overlap, in text order."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def _touches(merged: list[Span], span: Span) -> bool:
    at = bisect_left(merged, span.end, key=lambda s: s.start) - 1
    return at >= 0 and merged[at].end > span.start
