from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.explain.sample import TEXT, analysis, at

from isnad.explain.segments import segments
from isnad.records import Span, Unread


def test_segments_tile_the_text() -> None:
    assert "".join(segment.span.of(TEXT) for segment in segments(analysis())) == TEXT


def test_nested_contents_are_both_on_the_inner_words() -> None:
    inner = next(s for s in segments(analysis()) if s.span == at("إن «التحقيق بدأ»"))
    assert {mark.id for mark in inner.marks if mark.role == "content"} == {"c1", "c2"}


def test_words_after_the_inner_content_belong_to_neither() -> None:
    after = next(s for s in segments(analysis()) if s.span.start == at("إن «التحقيق بدأ»").end)
    assert not [mark for mark in after.marks if mark.role == "content"]


def test_document_without_blocks_or_records_is_one_segment() -> None:
    bare = analysis(outlet=None, blocks=(), stories=(), entities=(), claims=(), unread=())
    assert [segment.span for segment in segments(bare)] == [Span(0, len(TEXT))]


def test_empty_text_has_no_segments() -> None:
    bare = analysis(text="", outlet=None, blocks=(), stories=(), entities=(), claims=(), unread=())
    assert list(segments(bare)) == []


_PLACES = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted), max_size=12)


@given(_PLACES)
def test_any_overlap_tiles_and_marks_exactly_its_words(places: list[list[int]]) -> None:
    spans = [Span(start, end) for start, end in places]
    unread = tuple(Unread(span=span, what="cue without content", why="") for span in spans)
    found = list(segments(analysis(unread=unread)))
    assert "".join(segment.span.of(TEXT) for segment in found) == TEXT
    for number, span in enumerate(spans, 1):
        marked = "".join(s.span.of(TEXT) for s in found if ("unread", f"u{number}") in s.marks)
        assert marked == span.of(TEXT)
