"""What `isnad search` prints: for a person in a terminal, or one JSON object a hit."""

from __future__ import annotations

import sys
from typing import get_args

import msgspec
import typer

from isnad.cli.output import ReaderGoneError, writing
from isnad.explain.words import visible
from isnad.search import Hit, search
from isnad.search.query import Kind
from isnad.store import open_project


def run_search(project: str, query: str, kinds: list[str], limit: int, as_of: str | None, json: bool) -> int:
    """Prints the hits, the newest day first; the exit status: 0 where there is one, 1 for none."""
    chosen: list[Kind] = [kind for kind in get_args(Kind) if kind in kinds]
    if len(chosen) < len(set(kinds)):
        raise typer.BadParameter(f"kinds are {', '.join(get_args(Kind))}")
    with open_project(project) as store:
        # One more than is shown tells whether there are more.
        hits = search(store, query, kinds=tuple(chosen), limit=limit + 1, as_of=as_of)
    try:
        with writing(None) as write:
            for hit in hits[:limit]:
                write(msgspec.json.encode(hit) + b"\n" if json else _shown(hit).encode())
    except ReaderGoneError:
        return 0
    if len(hits) > limit:
        sys.stderr.write(f"isnad: these are the first {limit}; ask for more with --limit\n")
    elif not hits:
        sys.stderr.write("isnad: nothing found\n")
    return 0 if hits else 1


def _shown(hit: Hit) -> str:
    """A hit on a line of its own, its place below it; the words that were asked for stand in brackets."""
    first = hit.captures[0]
    parts, done = [], hit.span.start
    for start, end in hit.found:
        before = hit.quoted[done - hit.span.start : start - hit.span.start]
        parts += [before, "[", hit.quoted[start - hit.span.start : end - hit.span.start], "]"]
        done = end
    parts.append(hit.quoted[done - hit.span.start :])
    more = f" and {len(hit.captures) - 1} more with this text" if len(hit.captures) > 1 else ""
    place = f"{first.day or 'no date'}  {first.outlet_name or 'no outlet'}  {visible(first.document)}{more}"
    return f"{visible(''.join(parts))}\n    {hit.kind} {hit.key}  {place}  {hit.span.start}-{hit.span.end}\n"
