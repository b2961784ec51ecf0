"""Invented articles for the tests of projects, and short ways to add them."""

from __future__ import annotations

from isnad.analyse import analyse
from isnad.records import Document
from isnad.store import Project
from isnad.store.rows import Bundle, bundle
from isnad.store.write import Stored

BRIDGE = (
    "انهيار جسر الوادي\n\n"
    "قال وزير النقل سالم الحداد إن الجسر انهار فجر الثلاثاء بعد أمطار غزيرة. وأضاف أن فرق الإنقاذ وصلت إلى المكان.\n"
    "ونفى رئيس البلدية كريم الصالح أن تكون الشركة مسؤولة عن الحادث.\n"
)
TALKS = (
    "محادثات بسوريا\n\n"
    "أعلن المتحدث باسم الوزارة نادر العلي أن المحادثات بدأت بسوريا يوم الأحد.\n"
    "وطالب سالم الحداد بوقف إطلاق النار في حلب.\n"
)
ENGLISH = "A short text in English, which the engine leaves alone. It has two sentences and no claims."


def article(
    name: str,
    text: str = BRIDGE,
    *,
    outlet: str | None = None,
    url: str | None = None,
    crawled: str | None = None,
) -> Document:
    """One document as intake would hand it over."""
    return Document(id=name, text=text, outlet=outlet, url=url, crawled=crawled)


def bundles(*documents: Document) -> list[Bundle]:
    """The documents as the writer takes them."""
    return [bundle(document, analyse(document)) for document in documents]


def add(project: Project, *documents: Document) -> Stored:
    """Adds the documents; what was new."""
    return project.put(bundles(*documents))


def corpus(size: int) -> list[Document]:
    """That many different articles of two outlets, some with one text, one page in two versions."""
    found = []
    for number in range(size):
        text = (BRIDGE if number % 2 else TALKS).replace("الثلاثاء", f"الثلاثاء {number // 3 + 1} مارس")
        url = f"https://example.org/{number // 4}"
        outlet = "Alalam" if number % 2 else "Alarabia"
        found.append(article(f"a{number}", text, outlet=outlet, url=url, crawled=f"2018-03-{number % 27 + 1:02}"))
    return found
