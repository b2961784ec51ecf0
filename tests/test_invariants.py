"""What holds for every text: the invariants 1 to 3 and 5 to 7 of the design, over any Unicode and over news-like
Arabic that a grammar makes up."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.analyse import analyse
from isnad.errors import InputError
from isnad.lexicon import cues, grammar
from isnad.lexicon.cues import Cue
from isnad.lexicon.morphology import inflect
from isnad.records import Analysis, Claim, Document, Figure, Span
from isnad.text import Reading, View, fold, light

# A grammar of news. Speakers are invented; cues come from the lexicon.

_AN = {
    "": "أن",
    "ب": "بأن",
    "على": "على أن",
    "إلى": "إلى أن",
    "عن": "عن أن",
    "من": "من أن",
    "في": "في أن",
    "ل": "لأن",
}
_TELLING = [cue for cue in cues.entries() if cue.verb and cue.clause and cue.direct and not cue.weak]
_PARTICIPLES = ["مؤكدا أن", "مضيفا أن", "مشيرا إلى أن", "نافيا أن", "معتبرة أن", "قائلا إن"]

_speakers = st.sampled_from(
    [
        "وزير الخارجية سالم الحداد",
        "المتحدث باسم الحكومة، كريم النجار",
        "رئيس بلدية الوادي سلمى العطار",
        "اللواء الركن فريد الصياد",
        "وزارة الصحة",
        "وكالة أنباء الوادي",
        "مصدر أمني",
        "شهود عيان",
        "الوزير",
        "الحداد",
        "نظيره السوري",
        "طهران",
        "الوزير سالم الحداد ونظيره كريم النجار",
        "",
    ]
)
_facts = st.sampled_from(
    [
        "الوفد عاد مساء أمس",
        "سبعة أشخاص قتلوا في الهجوم",
        "الحصيلة ارتفعت إلى 89 قتيلا بينهم 5 أطفال وامرأتان",
        "المحادثات، التي بدأت الثلاثاء، انتهت بلا اتفاق",
        "القرار نافذ منذ 3.5 ساعة",
        "بلاده لن تتراجع",
        "«الطريق مفتوح» أمام الجميع",
        "الأمر لا يعني أحدا",
    ]
)
_endings = st.sampled_from([".", ". ", "", "،", "؟", "…", "\n", "\r\n", ".\n\n", " -- ", '"', "»"])
_furniture = st.sampled_from(
    [
        "وصول وفد إلى الوادي\n",
        "\nالمصدر: وكالات\n",
        "\nاقرأ أيضا\nانتهاء المحادثات في الوادي\n",
        "الثلاثاء ٠٢ أكتوبر ٢٠١٨ - ٠٧:٤٦ بتوقيت غرينتش\n",
        "عمان (رويترز) - ",
        "بحسب مصدر أمني، ",
        "ووفقا لبيان الوزارة فإن ",
        "\u202b",
        "ـــ",
    ]
)


def _form(cue: Cue, tense: str) -> str:
    """The third person masculine singular of a cue's verb; for `jussive` the spelling after لم."""
    assert cue.verb is not None
    wanted = ("imperfect" if tense == "jussive" else tense, 3, "s", "m", "active")
    forms = [f for f in inflect(cue.verb) if (f.tense, f.person, f.number, f.gender, f.voice) == wanted]
    if tense == "jussive":
        forms.sort(key=lambda form: not form.short)
    return forms[0].spelling


def _clause(cue: Cue) -> str:
    return "إن" if cue.id == "say" else _AN[cue.clause[0]]


@st.composite
def _said(draw: st.DrawFn, depth: int = 2) -> str:
    """A statement with its teller, perhaps with another one inside or behind it."""
    cue = draw(st.sampled_from(_TELLING))
    verb = draw(st.sampled_from(["", "و", "كما ", "وقد "])) + _form(
        cue, draw(st.sampled_from(["perfect", "imperfect"]))
    )
    speaker = draw(_speakers)
    inner = draw(_said(depth=depth - 1)) if depth and draw(st.booleans()) else draw(_facts)
    match draw(st.sampled_from(["clause", "quote", "colon", "relay", "mixed", "open", "trailing"])):
        case "clause":
            text = f"{verb} {speaker} {_clause(cue)} {inner}"
        case "quote":
            text = f"{verb} {speaker}: «{inner}»"
        case "colon":
            text = f"{speaker}: {inner}"
        case "relay":
            text = f"ونقل موقع الوادي عن {speaker} قوله: «{inner}»"
        case "mixed":
            text = f'{verb} {speaker} {_clause(cue)} "{inner}" غدا'
        case "open":
            text = f"{verb} {speaker}: «{inner}"
        case _:
            text = f"{inner}، بحسب ما أفادت به {speaker}"
    return text + draw(st.sampled_from(["", f"، {draw(st.sampled_from(_PARTICIPLES))} {draw(_facts)}"]))


_news = st.lists(st.one_of(st.builds(str.__add__, _said(), _endings), _furniture), max_size=9).map("".join)
_any = st.one_of(st.text(max_size=300), st.lists(st.one_of(st.text(max_size=4), _facts, _furniture)).map(" ".join))


def read(text: str) -> Analysis:
    return analyse(Document(id="x", text=text, crawled="2023-10-07"))


def story(sentence: str) -> Analysis:
    """The analysis of a story that holds the sentence, after a headline and a sentence of the outlet's own."""
    return read(f"وصول وفد إلى الوادي اليوم\nوصل الوفد صباحا إلى المدينة. {sentence}\n")


def spans(value: object, *, where: str = "") -> Iterator[tuple[str, Span]]:
    """All spans in a record at any depth, each with the name of its field."""
    if isinstance(value, Span):
        yield where, value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item, where=where)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name), where=name)


def is_cue(span: Span, text: str) -> bool:
    """Whether the span holds a form of a cue of the lexicon, or the last word of one of its phrases
    («على حد قوله»)."""
    words = Reading(View(span.of(text))).words
    if cues.find(words[0]) or cues.phrase_at(words, 0):
        return True
    words = Reading(View(text[max(0, span.start - 30) : span.end])).words
    ends = {n + len(found.tokens) for n in range(len(words)) if (found := cues.phrase_at(words, n))}
    return len(words) in ends


def check(analysis: Analysis) -> None:
    """The invariants of one analysis."""
    text = analysis.text
    for where, span in spans(analysis):
        assert 0 <= span.start < span.end <= len(text), where
    if analysis.skipped is not None:
        assert analysis.skipped
        assert not [
            *analysis.blocks,
            *analysis.stories,
            *analysis.entities,
            *analysis.claims,
            *analysis.unread,
            *analysis.figures,
        ]
        return
    assert "".join(block.span.of(text) for block in analysis.blocks) == text
    assert [block.span.end for block in analysis.blocks[:-1]] == [block.span.start for block in analysis.blocks[1:]]
    assert {block.story for block in analysis.blocks} <= {*range(len(analysis.stories)), None}
    for number, told in enumerate(analysis.stories):
        bodies = [b.span for b in analysis.blocks if b.label == "body" and b.story == number]
        assert not light(text[bodies[0].start : told.body.start]).strip()
        assert told.body.end <= bodies[-1].end
    entities = {entity.id for entity in analysis.entities}
    assert len(entities) == len(analysis.entities)
    for entity in analysis.entities:
        assert entity.name
        assert entity.mentions
    claims = {claim.id: claim for claim in analysis.claims}
    assert len(claims) == len(analysis.claims)
    for claim in analysis.claims:
        check_claim(claim, claims, entities, analysis)
    for number, figure in enumerate(analysis.figures, 1):
        assert figure.id == f"f{number}"
        check_figure(figure, analysis)
    for unread in analysis.unread:
        assert unread.why
        assert unread.span.of(text).strip()


def check_figure(figure: Figure, analysis: Analysis) -> None:
    assert figure.why
    assert 0 <= figure.score <= 1
    assert (figure.value is None) == (figure.bound in ("dozens", "hundreds", "thousands"))
    assert figure.value is None or figure.value >= 0
    assert figure.part_of is None or int(figure.part_of[1:]) < int(figure.id[1:])
    holding = [claim for claim in analysis.claims if claim.content.holds(figure.span)]
    shortest = min((claim.content.end - claim.content.start for claim in holding), default=None)
    ours = [claim for claim in holding if claim.id == figure.claim]
    assert (ours[0].content.end - ours[0].content.start if ours else None) == shortest


def check_claim(claim: Claim, claims: dict[str, Claim], entities: set[str], analysis: Analysis) -> None:
    text = analysis.text
    assert claim.why
    assert 0 <= claim.score <= 1
    assert claim.content.of(text).strip()
    assert claim.story is None or 0 <= claim.story < len(analysis.stories)
    if claim.cue is not None:
        assert claim.cue.of(text) == claim.cue.of(text).strip()
        assert is_cue(claim.cue, text), (claim.why, claim.cue.of(text))
    named = [s.entity for s in claim.speakers] + [claim.entity]
    named += [x.entity for x in (claim.via, claim.addressee) if x is not None]
    assert {each for each in named if each is not None} <= entities
    if len(claim.speakers) > 1:
        assert claim.entity is None
        assert claim.name == " و".join(s.name or "" for s in claim.speakers)
    elif claim.speakers:
        assert (claim.entity, claim.name, claim.kind) == (
            claim.speakers[0].entity,
            claim.speakers[0].name,
            claim.kind,
        )
    outers = list(outer_ids(claim, claims))
    assert claim.chain[0] == "outlet"
    assert claim.chain[-1] == claim.id
    assert list(claim.chain[1:-1]) == outers[::-1]


def outer_ids(claim: Claim, claims: dict[str, Claim]) -> Iterator[str]:
    """The claims around this one, innermost first; fails on a cycle."""
    seen = {claim.id}
    while claim.outer is not None:
        assert claim.outer not in seen, "a claim stands inside itself"
        seen.add(claim.outer)
        yield claim.outer
        claim = claims[claim.outer]


@given(_any)
def test_any_unicode_gives_records_or_an_error_of_ours(text: str) -> None:
    try:
        analysis = read(text)
    except InputError:
        assert any("\ud800" <= char <= "\udfff" for char in text)
        return
    assert analysis.text == text
    check(analysis)


@settings(max_examples=300)
@given(_news)
def test_news_gives_records_that_hold_together(text: str) -> None:
    analysis = read(text)
    assert analysis.text == text
    check(analysis)


@settings(max_examples=30)
@given(st.lists(_news, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_same_text_gives_the_same_bytes_in_any_order(texts: list[str], random: object) -> None:
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    alone = {d.id: msgspec.json.encode(analyse(d)) for d in documents}
    for document in reversed(documents):
        assert msgspec.json.encode(analyse(document)) == alone[document.id]


_PRINT = """
import sys, msgspec
from isnad.analyse import analyse
from isnad.records import Document
texts = msgspec.json.decode(sys.stdin.buffer.read(), type=list[str])
for n in (reversed(range(len(texts))) if sys.argv[1] == "backwards" else range(len(texts))):
    sys.stdout.buffer.write(msgspec.json.encode(analyse(Document(id=str(n), text=texts[n]))) + b"\\n")
"""


def test_another_process_with_other_hashes_prints_the_same_bytes() -> None:
    people = ["وزير الخارجية سالم الحداد", "كريم النجار", "وزارة الصحة ووزارة الدفاع", "مصدر أمني", "الوزير"]
    texts = [
        "وصول وفد إلى الوادي\n" + " ".join(
            f"{_form(cue, 'perfect')} {people[(n + m) % 5]} {_clause(cue)} الوفد عاد، مؤكدا أن «الطريق مفتوح»."
            for m, cue in enumerate(_TELLING[n * 9 : n * 9 + 9])
        )
        for n in range(16)
    ]  # fmt: skip
    printed = [
        subprocess.run(
            [sys.executable, "-c", _PRINT, order],
            input=msgspec.json.encode(texts),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout.splitlines()
        for seed, order in (("1", "forwards"), ("20", "backwards"))
    ]
    assert printed[0] == printed[1][::-1]
    assert [msgspec.json.decode(line, type=Analysis).id for line in printed[0]] == [str(n) for n in range(16)]
    assert all(len(msgspec.json.decode(line, type=Analysis).claims) > 5 for line in printed[0])


@settings(max_examples=40)
@given(_any | _news, st.integers(20, 60))
def test_time_is_bounded_whatever_is_repeated(piece: str, times: int) -> None:
    text = piece * times
    start = time.process_time()
    try:
        check(read(text))
    except InputError:
        return
    assert time.process_time() - start < 0.5 + len(text) / 20_000


def test_reading_opens_no_connection_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "ونقل موقع https://example.org/a عن الوزير سالم الحداد قوله: «الطريق مفتوح»."
    before = msgspec.json.encode(story(sentence))

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if active and (event.startswith("socket.") or event == "open"):
            raise AssertionError(f"{event} {arguments}")

    active: list[Path] = []
    sys.addaudithook(refuse)
    active.append(Path())
    try:
        after = msgspec.json.encode(story(sentence))
    finally:
        active.clear()
    assert after == before


# A denial, a plan, a demand or a hypothesis is never counted as a fact.


@settings(max_examples=60)
@given(
    st.sampled_from(
        [("نفى", "نفت"), ("ونفى", "ونفت"), ("كما نفى", "كما نفت"), ("وقد نفى", "وقد نفت"), ("وينفي", "وتنفي")]
    ),
    _speakers.filter(bool),
    st.sampled_from(["أن", "بشكل قاطع أن", "أمس الثلاثاء أن", "، في مؤتمر صحفي، أن"]),
    _facts,
)
def test_denial_denies_and_never_states(cue: tuple[str, str], speaker: str, lead: str, fact: str) -> None:
    woman = speaker.split()[0].endswith("ة") or speaker == "طهران"
    analysis = story(f"{cue[woman]} {speaker} {lead} {fact}.")
    check(analysis)
    assert [claim.stance for claim in analysis.claims] == ["denies"]
    assert analysis.claims[0].content.of(analysis.text).startswith("أن")


def test_denial_by_a_participle_denies() -> None:
    analysis = story("قال الوزير سالم الحداد إن الوفد عاد، نافيا أن يكون الطريق مغلقا.")
    assert [claim.stance for claim in analysis.claims] == ["states", "denies"]


_NEGATED = (
    "لم {jussive} الوزير سالم الحداد {an} القرار نافذ.",
    "ولم {jussive} {an} القرار نافذ.",
    "لن {imperfect} الوزير {an} القرار نافذ.",
    "لا {imperfect} المتحدث كريم النجار {an} القرار نافذ.",
)
# Whoever does not rule something out says that it may be.
_SAID_NEGATED = [cue for cue in _TELLING if fold(cue.lemma) in grammar.words("said-negated")]


@pytest.mark.parametrize(
    "frame",
    [
        *_NEGATED,
        "من المقرر أن {imperfect} الوزير سالم الحداد {an} القرار نافذ.",
        "ومن المتوقع أن {imperfect} الرئيس {an} القرار نافذ.",
        "يريد الوزير سالم الحداد أن {imperfect} {an} القرار نافذ.",
        "يجب أن {imperfect} الوزير {an} القرار نافذ.",
    ],
)
def test_negated_planned_or_wished_telling_is_no_claim(frame: str) -> None:
    claimed = []
    for cue in _TELLING:
        if frame in _NEGATED and cue in _SAID_NEGATED:
            continue
        forms = {tense: _form(cue, tense) for tense in ("imperfect", "jussive")}
        sentence = frame.format(an=_clause(cue), **forms)
        claimed += [(cue.id, sentence) for _ in story(sentence).claims]
    assert not claimed


@pytest.mark.parametrize("cue", _SAID_NEGATED, ids=lambda cue: cue.id)
def test_not_ruling_out_is_a_claim(cue: Cue) -> None:
    sentence = _NEGATED[0].format(an=_clause(cue), jussive=_form(cue, "jussive"))
    assert [claim.name for claim in story(sentence).claims] == ["سالم الحداد"]


@pytest.mark.parametrize(
    "sentence",
    [
        "لم يقل الوزير ولم يؤكد أن القرار نافذ.",
        "كاد الوزير أن يعلن أن القرار نافذ.",
        "على الوزير أن يعلن أن القرار نافذ.",
        "ليعلن الوزير أن القرار نافذ.",
        "لم ينف الوزير أن القرار نافذ.",
        "كي يعلن الوزير أن القرار نافذ.",
        "أن يعلن الوزير أن القرار نافذ أمر مستبعد.",
    ],
)
def test_what_nobody_said_is_no_claim(sentence: str) -> None:
    assert story(sentence).claims == ()


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("رفض الوزير أن يؤكد أن القرار نافذ.", ["rejects"]),
        ("دعا الوزير إلى أن يعلن الرئيس أن القرار نافذ.", ["demands"]),
        ("طالب النائب الوزير بأن يعلن أن القرار نافذ.", ["demands"]),
        ("طالب النائب بألا يقول الوزير إن القرار نافذ.", ["demands"]),
        ("نفى الوزير أن يكون قد قال إن القرار نافذ.", ["denies"]),
        ("من المقرر أن يعلن الوزير أن القرار نافذ، وأن يؤكد أن الوفد عاد.", []),
        ("لو قال الوزير إن القرار نافذ لانتهى الأمر.", []),
        ("وانتهى اللقاء دون أن يؤكد الوزير أن القرار نافذ.", []),
        ("لم يسبق أن أعلن الوزير أن القرار نافذ.", []),
    ],
)
def test_demanded_denied_or_supposed_telling_is_no_claim_of_its_own(sentence: str, stances: list[str]) -> None:
    assert [claim.stance for claim in story(sentence).claims] == stances


@pytest.mark.parametrize(
    "sentence", ["قال الوزير سالم الحداد إن القرار نافذ.", "وكان الوزير سالم الحداد قد أكد أن القرار نافذ."]
)
def test_what_somebody_said_is_a_claim(sentence: str) -> None:
    (claim,) = story(sentence).claims
    assert claim.name == "سالم الحداد"
