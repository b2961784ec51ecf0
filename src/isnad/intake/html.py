"""The visible text of a web page, character for character, and what the page says of itself.

A tokenizer, not a tree: it reads the page once from left to right in linear time, with a constant number of
open elements in memory. Tree builders copy unclosed formatting elements and search their stack, as the HTML
standard demands, so that 100 KB of unclosed tags cost them minutes or gigabytes; the reading order of the
text is the same. Line breaks follow what `innerText` gives in a browser: paragraphs and headings stand
apart by an empty line, other blocks by a line break, table cells by a tab. Runs of ASCII white space are one
space; no-break spaces, joiners and direction marks are text and stay.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections import Counter
from urllib.parse import urlsplit

from isnad.intake.decode import decode
from isnad.records import Record


class Page(Record, frozen=True, kw_only=True):
    """The visible `text` of a page; its canonical address; the site's name or domain; the date that its
    metadata gives as that of publication, as printed there (ISO 8601). None where the page is silent."""

    text: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


# The encoding that a Content-Type header or a meta element names.
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

# A comment, a declaration, or a tag with its attributes (where `=` alone opens a quotation, as in the
# standard). Every alternative runs to its end or the end of the page, so the whole scan is linear.
_TOKEN = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))
      | <(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)
      | <(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)
        (?P<attrs>(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+)(?P<end>>|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?+""")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_ISO_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")

# Contents that the tokenizer must not read as markup, up to their own end tag; none of it is seen.
_RAW = frozenset({"script", "style", "title", "noscript", "iframe", "noembed", "noframes", "xmp"})
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, "textarea")}
_UNSEEN = frozenset({"template", "svg", "object", "video", "audio", "canvas", "datalist", "rp"})
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    }
)  # fmt: skip
_APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _APART | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html",
    "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "pre", "search", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_CELLS = frozenset({"td", "th"})
# Boxes in the line: no line break, but never glued to their neighbours.
_BOXES = frozenset({"button", "select", "input", "textarea", "label", "img"})

_PUBLISHED_META = (
    "article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publish_date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dc.date", "date",
)  # fmt: skip


class _Lines:
    """Text being put together: pending breaks are written only before the next visible character."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks = 0
        self.line_feeds = 0
        self.gap = ""

    def words(self, text: str) -> None:
        """Adds running text with its white space as a browser shows it."""
        text = _SPACE.sub(" ", text)
        if not text:
            return
        body = text.strip(" ")
        if text[0] == " ":
            self.gap = self.gap or " "
        if body:
            self._flush()
            self.parts.append(body)
            self.gap = " " if text[-1] == " " else ""

    def verbatim(self, text: str) -> None:
        """Adds preformatted text."""
        if text:
            self._flush()
            self.parts.append(text)

    def block(self, breaks: int) -> None:
        self.breaks = max(self.breaks, breaks)

    def line_feed(self) -> None:
        self.line_feeds += 1

    def _flush(self) -> None:
        if self.parts:
            breaks = min(max(self.breaks, self.line_feeds), 2)
            self.parts.append("\n" * breaks or self.gap)
        self.breaks = self.line_feeds = 0
        self.gap = ""


def decode_page(data: bytes, where: str, declared: str | None = None) -> str:
    """The source of the page `data`, by its header's encoding `declared`, its own, or neither.

    Half a page may end within a character. Raises InputError.
    """
    if declared is None and (found := CHARSET.search(data[:4096].decode("ascii", "replace"))):
        declared = found[1]
    return decode(data, where, declared=declared, cut=True)


def read_page(source: str, url: str | None = None) -> Page:
    """The visible text and the metadata of the page `source`, whole or cut off anywhere.

    Menus, footers and forms are text: telling them from the article is not decided here. Left out are
    scripts, styles, templates, `noscript`, comments, drawings, fallback contents, and elements hidden by
    attribute or by their own style. A quotation marked as `q` gets the marks that browsers show.
    `url`: where the page came from, if known; it outranks what the page claims. Never raises.
    """
    source = source.replace("\0", "")
    lines, meta = _Lines(), _Meta()
    position = preformatted = 0
    hidden: str | None = None
    inside: Counter[str] = Counter()
    after_link = False

    while token := _TOKEN.search(source, position):
        if hidden is None and token.start() > position:
            run = source[position : token.start()]
            run = entities.unescape(run) if "&" in run else run
            if preformatted:
                lines.verbatim(run)
            else:
                lines.words(run)
            after_link = False
        position = token.end()
        if not token["name"]:
            continue
        name, opens, attrs = token["name"].lower(), not token["close"], token["attrs"]

        if opens and (name in _RAW or name == "textarea"):
            end = _RAW_END[name].search(source, position)
            content = source[position : end.start() if end else len(source)]
            position = end.start() if end else len(source)
            if name == "script" and "ld+json" in attrs:
                meta.linked_data.append(content)
            elif name == "textarea" and hidden is None:
                lines.gap = " "
                lines.verbatim(entities.unescape(content).strip())
            continue

        if hidden is not None:
            # The hidden element ends with its own end tag or with that of an element around it.
            if name in _VOID:
                continue
            if opens:
                if hidden != "p" or name not in _BLOCKS:
                    inside[name] += 1
                    continue
                hidden = None
            elif inside[name]:
                inside[name] -= 1
                continue
            else:
                ended_itself, hidden = name == hidden, None
                if ended_itself:
                    continue
        elif opens and name in ("meta", "link", "time"):
            meta.note(name, _attributes(attrs))
        if opens and name not in _VOID and _unseen(name, attrs):
            hidden, inside = name, Counter()
            if name in _BLOCKS:
                lines.block(1)
            continue

        if name in _BLOCKS:
            lines.block(2 if name in _APART else 1)
            if name in ("pre", "listing"):
                preformatted = max(0, preformatted + (1 if opens else -1))
        elif name == "br":
            lines.line_feed()
        elif name in _CELLS:
            if opens:
                lines.gap = "\t"
        elif name in _BOXES or (name == "a" and opens and after_link):
            lines.gap = lines.gap or " "
        elif name == "q":
            lines.words("\N{LEFT DOUBLE QUOTATION MARK}" if opens else "\N{RIGHT DOUBLE QUOTATION MARK}")
        after_link = name == "a" and not opens

    if hidden is None and position < len(source):
        # A page cut off right after the opening of a tag.
        lines.words(entities.unescape(source[position:].removesuffix("<")))
    address = url or meta.canonical
    return Page(
        text="".join(lines.parts),
        url=address,
        outlet=meta.site or _domain(address),
        published=meta.published(),
    )


def _attributes(attrs: str) -> dict[str, str]:
    """Names in lower case with their values; the first of two equal names counts, as in browsers."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(attrs):
        found.setdefault(name.lower(), entities.unescape(double or single or bare).strip())
    return found


def _unseen(name: str, attrs: str) -> bool:
    """Whether an element and all in it is not shown."""
    if name in _UNSEEN:
        return not attrs.rstrip().endswith("/")
    if name == "dialog":
        return "open" not in _attributes(attrs)
    if "idden" not in attrs and "one" not in attrs and "IDDEN" not in attrs and "ONE" not in attrs:
        return False
    values = _attributes(attrs)
    return "hidden" in values or bool(_HIDDEN_STYLE.search(values.get("style", "")))


class _Meta:
    """What the page says of itself, gathered on the way."""

    def __init__(self) -> None:
        self.canonical: str | None = None
        self.site: str | None = None
        self.dates: dict[str, str] = {}
        self.first_time: str | None = None
        self.linked_data: list[str] = []

    def note(self, name: str, attrs: dict[str, str]) -> None:
        content = attrs.get("content") or ""
        if name == "link":
            if "canonical" in attrs.get("rel", "").lower().split() and _domain(attrs.get("href")):
                self.canonical = self.canonical or attrs["href"]
        elif name == "time":
            if self.first_time is None and _ISO_DATE.match(attrs.get("datetime", "")):
                self.first_time = attrs["datetime"]
        elif content:
            key = (attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower()
            if key == "og:url" and _domain(content):
                self.canonical = self.canonical or content
            elif key == "og:site_name":
                self.site = self.site or content
            elif key in _PUBLISHED_META and _ISO_DATE.match(content):
                self.dates.setdefault(key, content)

    def published(self) -> str | None:
        first = self.dates.get(_PUBLISHED_META[0])
        if first is None:
            first = next(filter(None, map(_date_published, self.linked_data)), None)
        if first is None:
            first = next((self.dates[key] for key in _PUBLISHED_META if key in self.dates), self.first_time)
        return first


def _date_published(source: str) -> str | None:
    """The first `datePublished` of a JSON-LD script, that of an article before any other thing's."""
    try:
        level: list[object] = [json.loads(source)]
    except (ValueError, RecursionError):
        return None
    other: str | None = None
    while level:
        below: list[object] = []
        for thing in level:
            if isinstance(thing, list):
                below.extend(thing)
            elif isinstance(thing, dict):
                date = thing.get("datePublished")
                if isinstance(date, str) and _ISO_DATE.match(date):
                    if "Article" in str(thing.get("@type")) or "Posting" in str(thing.get("@type")):
                        return date
                    other = other or date
                below.extend(thing.values())
        level = below
    return other


def _domain(url: str | None) -> str | None:
    """The host of an absolute web address, without www.

    >>> _domain("https://www.example.org/a"), _domain("/a")
    ('example.org', None)
    """
    try:
        parts = urlsplit(url or "")
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
