from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.analyse import analyse
from isnad.errors import InputError
from isnad.records import Analysis, Document, Span

NEWS = "وصول وفد إلى الوادي\nقال الوزير سالم الحداد إن الوفد وصل صباح الثلاثاء، مؤكدا أن «المحادثات بدأت»."
_SCRAP = st.sampled_from(
    [
        "قال الوزير ",
        "إن ",
        "«",
        "»",
        '"',
        ".",
        "\n",
        "وأضاف ",
        "نقلا عن ",
        ": ",
        "2018-10-02",
        "٧ قتلى",
        "\u202b",
        "َ",
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_SCRAP, max_size=40).map("".join))


def spans(value: object) -> list[Span]:
    """All spans in a record, at any depth."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if isinstance(value, msgspec.Struct):
        return [span for name in value.__struct_fields__ for span in spans(getattr(value, name))]
    return []


def check(analysis: Analysis) -> None:
    for span in spans(analysis):
        assert 0 <= span.start <= span.end <= len(analysis.text)
    if analysis.skipped is None:
        assert "".join(block.span.of(analysis.text) for block in analysis.blocks) == analysis.text
    ids = {claim.id for claim in analysis.claims}
    for claim in analysis.claims:
        assert claim.why
        assert claim.outer is None or claim.outer in ids
        assert set(claim.chain) <= ids | {"outlet"}


@given(_TEXTS)
def test_any_unicode_gives_records_or_an_error_of_ours(text: str) -> None:
    try:
        analysis = analyse(Document(id="any", text=text))
    except InputError:
        return
    check(analysis)
    assert analysis.text == text


def test_same_document_gives_the_same_bytes_whatever_came_before() -> None:
    document = Document(id="one", text=NEWS)
    first = msgspec.json.encode(analyse(document))
    analyse(Document(id="two", text=NEWS[::-1]))
    assert msgspec.json.encode(analyse(document)) == first


def test_blocks_tile_a_text_that_was_read() -> None:
    analysis = analyse(Document(id="one", text=NEWS))
    assert analysis.skipped is None
    check(analysis)


@pytest.mark.parametrize("text", ["", " \n ", "Only Latin letters here.", "12345", "\u200f\u200f"])
def test_text_without_arabic_is_skipped_with_a_reason(text: str) -> None:
    analysis = analyse(Document(id="one", text=text))
    assert analysis.skipped
    assert not [*analysis.blocks, *analysis.stories, *analysis.claims]


def test_lone_surrogate_is_an_error_that_names_document_and_place() -> None:
    with pytest.raises(InputError, match="'odd': lone surrogate at code point 3"):
        analyse(Document(id="odd", text="abc\udc80"))


def _dates_unread(text: str, crawled: str | None) -> list[str]:
    analysis = analyse(Document(id="x", text=text, crawled=crawled))
    return [unread.span.of(text) for unread in analysis.unread if unread.what == "date not resolved"]


_WITH_DATES = "افتتاح جسر في الوادي\nقال الوزير سالم الحداد أمس إن الجسر سيفتح قريبا وإن العمل مستمر في المدينة."


def test_day_without_an_anchor_is_unread() -> None:
    assert _dates_unread(_WITH_DATES, None) == ["أمس"]


def test_day_with_an_anchor_is_not_unread() -> None:
    assert _dates_unread(_WITH_DATES, "2024-03-05 10:00:00") == []
