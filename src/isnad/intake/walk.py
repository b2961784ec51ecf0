"""From the paths that a user names to the files that are read, in a stable order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from isnad.errors import InputError
from isnad.intake.streams import COMPRESSED, os_error
from isnad.records import Record

# Suffix to format.
FORMATS = {
    ".txt": "text", ".text": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "csv",
    ".warc": "warc",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip

ACCEPTED = "accepted are .txt .html .jsonl .csv .warc .xml (RSS, Atom), each also as .gz .xz .bz2"


class Source(Record, frozen=True, kw_only=True):
    """A file to read: its path, its name in ids (the path below the PATH given, with /), its format and
    compression suffix ("" where there is none)."""

    path: str
    name: str
    format: str
    compression: str


def printable(path: str) -> str:
    r"""`path` with the bytes that are no UTF-8 written as escapes.

    >>> printable("a\udcff")
    'a\\xff'
    """
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def source(path: str, name: str) -> Source | None:
    """The file at `path` as its suffix says, None where the suffix is none of ours.

    >>> source("a/News.JSONL.gz", "News.JSONL.gz").format
    'jsonl'
    """
    stem, suffix = os.path.splitext(name.lower())
    compression = ""
    if suffix in COMPRESSED:
        compression, suffix = suffix, os.path.splitext(stem)[1]
    kind = FORMATS.get(suffix)
    if kind is None:
        return None
    return Source(path=path, name=printable(name), format=kind, compression=compression)


def sources(path: str) -> Iterator[Source | InputError]:
    """The file at `path`, or all files of ours in the folder `path` and below it.

    Files come in code-point order of their path below `path`. Left out without a word: names that begin
    with a dot, other suffixes, broken links, pipes and devices. A link to a folder is followed once, unless
    the folder lies in or around one that is read already. What cannot be opened is an InputError
    in its place.
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield (os_error(printable(path), error) if isinstance(error, OSError) else InputError(repr(path), str(error)))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
        return
    if not stat.S_ISREG(mode):
        yield InputError(printable(path), "not a regular file (a pipe, socket or device): pipe JSON Lines into -")
        return
    found = source(path, os.path.basename(path))
    yield found or InputError(printable(path), f"its suffix says no format that is read: {ACCEPTED}")


def _folder(root: str) -> Iterator[Source | InputError]:
    walked = [os.path.realpath(root)]
    seen = False
    # A stack of what is left of each open folder, last first.
    stack: list[list[tuple[str, str, bool]]] = []
    try:
        stack.append(_entries(root, ""))
    except OSError as error:
        yield os_error(printable(root), error)
        return
    while stack:
        if not stack[-1]:
            stack.pop()
            continue
        _, name, is_folder = stack[-1].pop()
        path = os.path.join(root, *name.split("/"))
        if not is_folder:
            if found := source(path, name):
                seen = True
                yield found
            continue
        if os.path.islink(path):
            target = os.path.realpath(path)
            if any(_within(target, known) or _within(known, target) for known in walked):
                continue
            walked.append(target)
        try:
            stack.append(_entries(path, f"{name}/"))
        except OSError as error:
            seen = True
            yield os_error(printable(path), error)
    if not seen:
        yield InputError(printable(root), f"no file to read in this folder: {ACCEPTED}")


def _entries(path: str, prefix: str) -> list[tuple[str, str, bool]]:
    """Sort key, path below the root and whether it is a folder, in reverse order.

    A folder sorts as its name with the slash that follows it, so that this is the order of whole paths.
    """
    found = []
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                is_folder, is_file = entry.is_dir(), entry.is_file()
            except OSError:
                continue  # a loop of links
            if is_folder or is_file:
                found.append((entry.name + "/" * is_folder, prefix + entry.name, is_folder))
    return sorted(found, reverse=True)


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
