"""Invented reports and profiles for the tests of merging."""

from __future__ import annotations

from typing import Any

from isnad.analyse import analyse
from isnad.merge import Profile, profile
from isnad.merge.records import Toll
from isnad.records import Document, Measure, Span, Who

DEPOT = (
    "انفجار في مستودع الوقود بمدينة حلب\n\n"
    "قتل تسعة أشخاص وأصيب 40 آخرون في انفجار هز مستودع الوقود الكبير في مدينة حلب صباح الثلاثاء.\n"
    "وقال قائد الدفاع المدني سالم الحداد إن النيران امتدت إلى مخازن الزيوت المجاورة قبل أن تخمدها الفرق.\n"
)
DEPOT_LATER = (
    "حصيلة انفجار مستودع الوقود في حلب ترتفع\n\n"
    "أعلن قائد الدفاع المدني سالم الحداد الأربعاء ارتفاع عدد قتلى انفجار مستودع الوقود في مدينة حلب إلى 12 قتيلا.\n"
    "ووقع الانفجار الثلاثاء في مخازن الزيوت المجاورة وأخمدت الفرق النيران بعد ساعات.\n"
)
FERRY = (
    "غرق عبارة قرب ميناء الإسكندرية\n\n"
    "قتل تسعة ركاب وأصيب 40 آخرون في غرق عبارة سياحية قبالة ميناء الإسكندرية صباح الثلاثاء.\n"
    "وقال قبطان الميناء كريم النجار إن العبارة اصطدمت بصخور قبل أن تصل زوارق الإنقاذ.\n"
)
BACKGROUND = (
    "وتشهد البلاد منذ سنوات أزمة وقود خانقة دفعت الأهالي إلى تخزين المواد القابلة للاشتعال داخل الأحياء السكنية "
    "المكتظة رغم تحذيرات متكررة من نقابة المهندسين ومن خبراء السلامة العامة في الجامعات.\n"
)


def told(name: str, text: str, *, outlet: str = "Alarabia", crawled: str = "2018-05-08T10:00:00Z") -> Profile:
    """The profile of one report."""
    document = Document(id=name, text=text, outlet=outlet, crawled=crawled)
    return profile(analyse(document), document)


def toll(
    value: int | None,
    *,
    id: str = "f1",
    measure: Measure = "killed",
    who: Who = "all",
    teller: str | None = None,
    day: str | None = None,
    at: int = 10,
    **other: Any,
) -> Toll:
    """One figure with nothing said about it but what is given."""
    known: dict[str, Any] = dict.fromkeys(("official", "since", "rising", "earlier", "final"), False)
    known.update(dict.fromkeys(("part_of", "narrow")), **other)
    return Toll(
        id=id, span=Span(at, at + 5), measure=measure, value=value, bound="exact", who=who, teller=teller,
        teller_key=teller, chain=(), day=day, quoted="", why="", **known,
    )  # fmt: skip


def bare(name: str, *tolls: Toll, outlet: str = "a", time: str = "2018-05-08T10:00+00:00", **other: Any) -> Profile:
    """A profile that holds figures alone, unless more is given."""
    empty = ("words", "title", "incidents", "blame", "terms", "credits", "shingles", "lead", "bands")
    known: dict[str, Any] = {**dict.fromkeys(empty, ()), "sha256": name, **other}
    return Profile(
        id=name, outlet=outlet, outlet_name=outlet, country=None, url=None, time=time, day=time[:10], tolls=tolls,
        **known,
    )  # fmt: skip
