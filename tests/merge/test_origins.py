"""Copies, rewrites and mere background."""

from __future__ import annotations

from tests.merge.stories import BACKGROUND, DEPOT, FERRY, bare, told

from isnad.merge import copies
from isnad.merge.origins import Origins, reuse


def test_one_text_of_two_outlets_is_one_origin() -> None:
    origins = Origins([told("a", DEPOT), told("b", DEPOT, outlet="Skynews", crawled="2018-05-08T12:00:00Z")])
    assert origins.count == 1
    assert origins.copy_of == {"b": "a"}


def test_a_rewrite_with_another_headline_is_one_origin() -> None:
    rewritten = "حريق كبير شمالي البلاد\n\n" + DEPOT.partition("\n\n")[2]
    origins = Origins([told("a", DEPOT), told("b", rewritten, outlet="Skynews")])
    assert origins.count == 1


def test_background_of_one_newsroom_is_no_common_origin() -> None:
    fire = "واستغرق إخماد الحريق ست ساعات كاملة شاركت فيها ثلاثون سيارة إطفاء جاءت من المحافظات القريبة تباعا.\n"
    sea = "وتوقفت الرحلات البحرية حتى إشعار آخر بعدما علقت حافلتان كبيرتان وعشرات السيارات داخل المرفأ القديم.\n"
    found = reuse(told("a", DEPOT + fire + BACKGROUND), told("b", FERRY + sea + BACKGROUND))
    assert found is not None
    assert found.kind == "background"


def test_reports_in_other_words_are_two_origins() -> None:
    assert reuse(told("a", DEPOT), told("b", FERRY, outlet="Skynews")) is None


def test_two_captures_of_one_text_are_copies_even_without_words() -> None:
    assert [r.why for r in copies([bare("a", sha256="x"), bare("b", sha256="x")])] == ["the same text"]


def test_the_later_document_hangs_on_the_earlier_one_it_shares_most_with() -> None:
    first, second = told("b", DEPOT), told("a", DEPOT, outlet="Skynews", crawled="2018-05-09T10:00:00Z")
    assert Origins([second, first]).parent == {"a": "b"}
