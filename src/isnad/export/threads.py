"""The rows of the tables of threads, from what `isnad threads` prints, one thread at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from isnad.export.tidy import Row, whole
from isnad.records import Span

TABLES = (
    "threads", "thread_documents", "thread_figures", "thread_relations", "thread_blame", "thread_links", "thread_terms",
)  # fmt: skip
_TOLLED = ("killed", "injured")


class Source(NamedTuple):
    """The text of a document that a thread names: its hash and its words."""

    sha256: str
    text: str


def rows(thread: dict[str, Any], find: Callable[[str], Source]) -> Iterator[tuple[str, Row]]:
    """All rows of one thread, each with the id of its table; `find` gives the text of a document by its id."""
    for document in thread["documents"]:
        yield "thread_documents", _document(thread["id"], document, find)
    for figure in thread["figures"]:
        yield "thread_figures", _figure(thread["id"], figure, find)
    for relation in thread["relations"]:
        yield "thread_relations", _relation(thread["id"], relation, find)
    for blame in thread["blame"]:
        yield "thread_blame", _blame(thread["id"], blame, find)
    for link in thread.get("links", ()):
        yield "thread_links", _link(thread["id"], link, find)
    for term in thread.get("terms", ()):
        for place in term["places"]:
            yield "thread_terms", _term(thread["id"], term, place, find)
    yield "threads", _thread(thread, find)


def _thread(thread: dict[str, Any], find: Callable[[str], Source]) -> Row:
    about = [document for document in thread["documents"] if document["role"] == "about"]
    place, toll = thread["place"] or {}, thread["toll"] or {}
    row = {
        "thread": thread["id"],
        **_text((about or thread["documents"])[0]["id"], find),
        **{name: thread[name] for name in ("type", "date", "score", "weakest")},
        "place": place.get("name"),
        "country": place.get("country"),
        "documents": len(about),
        "mentions": len(thread["documents"]) - len(about),
        "origins": len({document["origin"] for document in about}),
        "policy": toll.get("policy"),
    }
    for measure in _TOLLED:
        told = toll.get(measure) or {}
        row |= {f"{measure}_{end}": whole(told.get(end)) for end in ("low", "best", "high")}
    return row


def _document(thread: str, document: dict[str, Any], find: Callable[[str], Source]) -> Row:
    return {
        "thread": thread,
        **_text(document["id"], find),
        **{name: document[name] for name in ("role", "origin", "copy_of")},
    }


def _figure(thread: str, figure: dict[str, Any], find: Callable[[str], Source]) -> Row:
    names = ("measure", "bound", "who", "teller", "as_of")
    row = {name: figure[name] for name in names}
    return {"thread": thread, **_words(figure, find), **row, "value": whole(figure["value"])}


def _relation(thread: str, relation: dict[str, Any], find: Callable[[str], Source]) -> Row:
    (first, (start, end)), (other, (other_start, other_end)) = relation["a"], relation["b"]
    return {
        "thread": thread,
        "document": first,
        "sha256": find(first).sha256,
        "start": start,
        "end": end,
        "other_document": other,
        "other_sha256": find(other).sha256,
        "other_start": other_start,
        "other_end": other_end,
        "relation": relation["relation"],
        "why": relation["why"],
    }


def _blame(thread: str, blame: dict[str, Any], find: Callable[[str], Source]) -> Row:
    return {"thread": thread, **_words(blame, find), **{name: blame[name] for name in ("blamed", "by", "stance")}}


def _link(thread: str, link: dict[str, Any], find: Callable[[str], Source]) -> Row:
    return {
        "thread": thread,
        **_text(link["a"], find),
        "other_document": link["b"],
        "other_sha256": find(link["b"]).sha256,
        **{name: link[name] for name in ("score", "judgement", "why")},
    }


def _term(thread: str, term: dict[str, Any], place: Any, find: Callable[[str], Source]) -> Row:
    document, span = place
    row = {name: term[name] for name in ("slot", "term", "outlet", "own")}
    return {"thread": thread, **_words({"document": document, "span": span}, find), **row, "in_quotes": term["quoted"]}


def _text(document: str, find: Callable[[str], Source]) -> Row:
    """The columns that lead to the whole text of a document."""
    source = find(document)
    return {"document": document, "sha256": source.sha256, "start": 0, "end": len(source.text)}


def _words(told: dict[str, Any], find: Callable[[str], Source]) -> Row:
    """The columns that lead to the words of a figure or of blame."""
    source, span = find(told["document"]), Span(*told["span"])
    return {
        "document": told["document"],
        "sha256": source.sha256,
        "start": span.start,
        "end": span.end,
        "quoted": span.of(source.text),
    }
