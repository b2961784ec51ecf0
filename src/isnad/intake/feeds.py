"""News feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, one document an item.

Read with the standard library's expat, which knows at every moment whether an item is complete and in which
line the feed breaks. A DOCTYPE (and with it every entity of the feed's own) is refused before it is read.
"""

from __future__ import annotations

import html as entities
import re
import xml.parsers.expat as expat
from collections.abc import Iterator
from html.entities import html5
from urllib.parse import urlsplit

from isnad.errors import InputError
from isnad.intake.decode import decode
from isnad.intake.html import read_page
from isnad.intake.limits import Limits, admit
from isnad.records import Document, Record

_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
_DECLARATION = re.compile(r"\s*+<\?xml.*?\?>|\s++", re.DOTALL)
_MARKUP = re.compile(r"<[A-Za-z/!]")
# Characters that XML 1.0 does not allow and that careless feeds contain.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&(#?\w{1,40};)?")

_ROOTS = frozenset({"rss", "feed", "rdf:RDF", "RDF", "atom:feed"})
_ITEMS = frozenset({"item", "entry", "atom:entry", "rss:item"})
# Element names as feeds write them, and the field that they fill, by rank: the fullest text, the truest date.
_FIELDS = {
    "title": ("title", 0), "atom:title": ("title", 0),
    "content:encoded": ("text", 0), "content": ("text", 0), "atom:content": ("text", 0),
    "description": ("text", 1), "summary": ("text", 1), "atom:summary": ("text", 1),
    "pubDate": ("date", 0), "published": ("date", 0), "atom:published": ("date", 0), "issued": ("date", 1),
    "dc:date": ("date", 1), "dcterms:created": ("date", 2), "modified": ("date", 3), "updated": ("date", 3),
    "atom:updated": ("date", 3),
    "link": ("link", 0), "atom:link": ("link", 0), "guid": ("link", 2),
}  # fmt: skip


class _Item(Record, frozen=True, kw_only=True):
    """An item as the feed gives it: fields by name, of each the best-ranked value (HTML or plain text)."""

    fields: dict[str, str]


def read_feed(data: bytes, where: str, name: str, limits: Limits) -> Iterator[Document | InputError]:
    """The items of the feed `data`: title, empty line, the fullest text that the item carries.

    Documents are named `name#n`, n the item's number (from 1). `crawled` is the item's date as written
    (also one that no program reads: «الثلاثاء، 21 يوليو 2015 02:51»), `outlet` the feed's title or else the
    item's domain. A feed that breaks gives its complete items and an InputError naming the line.
    Raises InputError for a DOCTYPE, for what is no feed, and for an unreadable encoding.
    """
    declared = _DECLARED.match(data[:400].lstrip())
    source = decode(data, where, declared=declared[1].decode("ascii") if declared else None)
    if declaration := _DECLARATION.match(source):
        source = source[declaration.end() :]
    reader = _parse(source, where)
    if reader.broken:
        # Most broken feeds are broken by a bare & or an HTML entity.
        mended = _parse(_NOT_XML.sub(" ", _REFERENCE.sub(_mend, source)), where)
        if not mended.broken or len(mended.items) > len(reader.items):
            reader = mended
    if not reader.is_feed:
        raise InputError(where, f"no RSS or Atom feed ({reader.broken or 'another kind of XML'})")
    for number, item in enumerate(reader.items, 1):
        yield _document(item, reader.title, f"{where}, item {number}", f"{name}#{number}", limits)
    if reader.broken:
        yield InputError(where, f"the feed is damaged ({reader.broken}): its {len(reader.items)} items before are read")
    elif not reader.items:
        yield InputError(where, "empty: the feed has no items")


def _mend(found: re.Match[str]) -> str:
    """Makes a reference one that XML knows."""
    reference = found[1]
    if reference is None:
        return "&amp;"
    if reference in ("amp;", "lt;", "gt;", "quot;", "apos;"):
        return found[0]
    if reference.startswith("#"):
        char = entities.unescape(found[0])
        return found[0] if char and not _NOT_XML.search(char) else " "
    known = html5.get(reference)
    return known if known and known not in "<&" else f"&amp;{reference}"


class _Reader:
    """What expat reports, gathered into items."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.is_feed = False
        self.title: str | None = None
        self.items: list[_Item] = []
        self.broken: str | None = None
        self._depth = 0
        self._item_depth = 0
        self._values: dict[str, tuple[int, str]] = {}
        self._field: tuple[str, int] | None = None
        self._field_depth = 0
        self._escape = False
        self._pieces: list[str] = []

    def doctype(self, *_: object) -> None:
        raise InputError(self.where, "the feed has a DOCTYPE, which can make it expand without end: refused")

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self.is_feed = tag in _ROOTS
        if self._field is not None:
            # Markup that is not escaped, as in Atom's xhtml: written back for the reader of pages.
            self._pieces.append(f"<{tag}>")
            return
        if not self._item_depth and tag in _ITEMS:
            self._item_depth, self._values = self._depth, {}
        field = _FIELDS.get(tag)
        if field is None:
            return
        if self._item_depth and self._depth == self._item_depth + 1:
            if field[0] == "link" and attrs.get("href"):
                rank = 0 if attrs.get("rel", "alternate") == "alternate" else 3
                self._keep("link", rank, attrs["href"])
                return
            if tag == "guid" and attrs.get("isPermaLink", "true") == "false":
                return
        elif self._item_depth or field[0] != "title" or self._depth > 3 or self.title:
            return
        kind = attrs.get("type", "")
        self._escape = kind in ("text", "xhtml", "application/xhtml+xml") or (
            not kind and tag in ("summary", "content", "atom:summary", "atom:content")
        )
        self._field, self._field_depth, self._pieces = field, self._depth, []

    def characters(self, text: str) -> None:
        if self._field is not None:
            self._pieces.append(entities.escape(text, quote=False) if self._escape else text)

    def end(self, tag: str) -> None:
        if self._field is not None:
            if self._depth == self._field_depth:
                value = "".join(self._pieces).strip()
                if self._item_depth:
                    self._keep(*self._field, value)
                else:
                    self.title = _visible(value) or None
                self._field = None
            else:
                self._pieces.append(f"</{tag}>")
        if self._item_depth == self._depth:
            self.items.append(_Item(fields={name: value for name, (_, value) in self._values.items()}))
            self._item_depth = 0
        self._depth -= 1

    def _keep(self, name: str, rank: int, value: str) -> None:
        if value and (name not in self._values or rank < self._values[name][0]):
            self._values[name] = rank, value


def _parse(source: str, where: str) -> _Reader:
    reader = _Reader(where)
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(source.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        reader.broken = f"line {error.lineno}: {expat.errors.messages[error.code]}"
    return reader


def _visible(value: str) -> str:
    """The text of a field: markup read as a page; without markup its own line breaks stay."""
    if _MARKUP.search(value):
        return read_page(value).text
    return entities.unescape(value).strip()


def _document(item: _Item, feed: str | None, place: str, name: str, limits: Limits) -> Document | InputError:
    fields = item.fields
    parts = [_visible(fields.get("title", "")), _visible(fields.get("text", ""))]
    link = entities.unescape(fields.get("link", "")).strip()
    try:
        parts_of_link = urlsplit(link)
        host = parts_of_link.hostname if parts_of_link.scheme in ("http", "https") else None
    except ValueError:
        host = None
    document = Document(
        id=name,
        text="\n\n".join(filter(None, parts)),
        url=link if host else None,
        outlet=feed or (host.removeprefix("www.") if host else None),
        crawled=fields.get("date"),
    )
    return admit(document, place, limits)
