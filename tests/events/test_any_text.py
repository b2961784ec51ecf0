"""What holds for every text: spans reproduce, a place belongs to one event, the same text gives the same events."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.analyse import analyse
from isnad.events import refused
from isnad.records import Document

_words = st.sampled_from(
    [
        "قصف",
        "الجيش",
        "السوري",
        "المدينة",
        "مواقع",
        "المسلحين",
        "في",
        "حلب",
        "شن",
        "هجوما",
        "على",
        "قتل",
        "ثلاثة",
        "جنود",
        "بين",
        "و",
        "التقى",
        "الوزير",
        "نظيره",
        "أمس",
        "،",
        ".",
        "«",
        "»",
        "غارة",
        "إسرائيلية",
        "لم",
        "لن",
        "سيزور",
        "بعد",
        "مقتل",
        "انفجار",
        "استهدف",
        "الذي",
        "اتهم",
        "دعا",
        "إلى",
        "مظاهرة",
        "ضد",
        "أن",
        "وقع",
        "من",
        "قبل",
        "12",
        "القبض",
        "ألقت",
    ]
)
_prose = st.lists(_words, max_size=60).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.one_of(_prose, st.text(max_size=120)))
def test_spans_lie_in_the_text_and_belong_to_one_event(text: str) -> None:
    analysis = analyse(Document(id="x", text=text, crawled="2018-10-03"))
    taken = [span for event in analysis.events for span in event.mentions]
    assert len(taken) == len(set(taken))
    for event in analysis.events:
        parties = [party.span for party in (*event.actors, *event.recipients)]
        for span in (event.trigger, *event.mentions, *parties):
            assert 0 <= span.start < span.end <= len(text)
        assert event.trigger == event.mentions[0]
        assert event.why
    assert analysis.events == analyse(Document(id="x", text=text, crawled="2018-10-03")).events


@settings(max_examples=20, deadline=None)
@given(_prose)
def test_every_refused_trigger_has_a_reason(text: str) -> None:
    analysis = analyse(Document(id="x", text=text))
    if analysis.skipped is None:
        assert all(reason for _, reason in refused(analysis))


def test_long_sentence_is_read_in_bounded_time() -> None:
    text = "قصف الجيش السوري مواقع المسلحين في حلب و" * 700
    assert analyse(Document(id="x", text=text)).skipped is None
