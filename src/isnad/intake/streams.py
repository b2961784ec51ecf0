"""Bytes in bounded pieces: opening, decompression with limits, lines of limited length.

Decompression is done here for every format, because only so can the expansion be watched while it happens.
"""

from __future__ import annotations

import bz2
import codecs
import errno
import io
import lzma
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from isnad.errors import InputError
from isnad.intake.limits import Limits, size

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

COMPRESSED = (".gz", ".xz", ".bz2")

_CHUNK = 1 << 16
_PIECE = 1 << 20
# What an .xz header may claim as its dictionary; xz -9 needs 65 MiB.
_XZ_MEMORY = 192 << 20

_WHY = {
    errno.ENOENT: "no such file (moved or deleted?)",
    errno.EACCES: "no permission to read it: check with ls -l",
    errno.EPERM: "no permission to read it: check with ls -l",
    errno.EISDIR: "this is a folder, not a file",
    errno.ELOOP: "a loop of symbolic links",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENXIO: "not a regular file (a pipe, socket or device): pipe JSON Lines into - instead",
}


def os_error(where: str, error: OSError) -> InputError:
    """The InputError for what the operating system said of the input `where`."""
    return InputError(where, _WHY.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__)


def open_regular(path: str) -> BinaryIO:
    """The regular file at `path`, opened for reading bytes; the caller closes it.

    Never waits on a pipe or device, not even on one that takes a file's place at this moment.
    Raises InputError where it cannot be opened or is no regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        raise os_error(path, error) from None
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise InputError(path, _WHY[errno.EISDIR])
        if not stat.S_ISREG(mode):
            raise InputError(path, _WHY[errno.ENXIO])
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


class _Pieces(io.RawIOBase):
    """A readable stream over an iterator of byte strings; what the iterator raises, reading raises."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def stream_of(pieces: Iterator[bytes]) -> BinaryIO:
    """A buffered binary stream over byte strings that are made one by one."""
    return cast(BinaryIO, io.BufferedReader(_Pieces(pieces), _CHUNK))


def inflate(source: BinaryIO, kind: str, where: str, limits: Limits) -> Iterator[bytes]:
    """What the compressed stream `source` holds, in pieces of at most 1 MiB.

    `kind` is a suffix of `COMPRESSED`; several members or streams in a row count as one.
    Raises InputError where the data is damaged, cut off, or expands beyond `limits`; all that came
    before has been given by then.
    """
    packed = given = 0
    try:
        for used, piece in _gunzip(source) if kind == ".gz" else _decompress(source, kind):
            packed += used
            given += len(piece)
            if given > limits.inflated_bytes:
                raise InputError(where, f"expands to more than {size(limits.inflated_bytes)}: split it")
            if given > limits.inflate_grace and given > packed * limits.inflate_ratio:
                raise InputError(
                    where,
                    f"{size(packed)} of it expand to more than {size(given)}, "
                    f"over {limits.inflate_ratio} times as much, which no news text does: refused",
                )
            if piece:
                yield piece
    except EOFError:
        raise InputError(where, f"the {kind} data is cut off: copy or download the file again") from None
    except (zlib.error, lzma.LZMAError, OSError, ValueError) as error:
        raise InputError(where, f"damaged or no {kind} data ({error})") from None


def _gunzip(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Pairs of bytes taken from `source` and what they gave; EOFError where the last member has no end."""
    member = None
    while chunk := source.read(_CHUNK):
        used = len(chunk)
        while chunk:
            if member is None:
                chunk = chunk.lstrip(b"\0")  # padding between members is allowed
                if not chunk:
                    break
                member = zlib.decompressobj(wbits=31)
            piece = member.decompress(chunk, _PIECE)
            chunk = member.unconsumed_tail
            if member.eof:
                chunk, member = member.unused_data, None
            yield used, piece
            used = 0
    if member is not None:
        raise EOFError


def _decompress(source: BinaryIO, kind: str) -> Iterator[tuple[int, bytes]]:
    """The same for .xz and .bz2."""
    part: lzma.LZMADecompressor | bz2.BZ2Decompressor | None = None
    while chunk := source.read(_CHUNK):
        used = len(chunk)
        while chunk:
            if part is None:
                chunk = chunk.lstrip(b"\0")
                if not chunk:
                    break
                part = bz2.BZ2Decompressor() if kind == ".bz2" else lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
            piece, chunk = part.decompress(chunk, _PIECE), b""
            while True:
                yield used, piece
                used = 0
                if part.eof:
                    chunk, part = part.unused_data, None
                    break
                if part.needs_input:
                    break
                piece = part.decompress(b"", _PIECE)
    if part is not None:
        raise EOFError


def read_all(stream: BinaryIO, where: str, limits: Limits) -> bytes:
    """The whole of `stream`; InputError where it is empty or larger than `limits.file_bytes`."""
    data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise InputError(where, f"larger than {size(limits.file_bytes)}: split it, or give its articles as JSON Lines")
    if not data:
        raise InputError(where, "empty: 0 bytes")
    return data


def utf8_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of `stream` with their line feeds; None stands for a line of more than `limit` bytes.

    UTF-16 (with a mark, or seen from its first line) is turned into UTF-8 on the way; half a
    surrogate pair or half a character becomes bytes that are no UTF-8. A UTF-8 mark is left out.
    """
    head = _some(stream)
    if head.startswith(codecs.BOM_UTF8):
        head = head[3:]
    rest = stream_of(_chain(head, stream))
    if kind := utf16_kind(head[:64]):
        rest = stream_of(_as_utf8(rest, kind))
    while line := rest.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = rest.readline(_CHUNK)
        yield None


def _some(stream: BinaryIO) -> bytes:
    """What one read gives: a loop over many would lose what it has when damaged data ends it."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read(_CHUNK)


def _chain(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    if head:
        yield head
    while chunk := _some(stream):
        yield chunk


def _as_utf8(stream: BinaryIO, kind: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(kind)(errors="surrogatepass")
    first = True
    while chunk := _some(stream):
        text = decoder.decode(chunk)
        if first and text:
            text, first = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), False
        yield text.encode("utf-8", "surrogatepass")
    if decoder.getstate()[0]:
        yield b"\xff"


def utf16_kind(head: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where the bytes `head` are the beginning of such a text, else None.

    Without a mark the high bytes decide: in Arabic they are U+06xx, in markup and digits U+00xx,
    and in no other encoding does every second byte of a text come from so small a set.
    """
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    if b"\x00" not in head and b"\x06" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    if not odd:
        return None
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if _share(high, b"\x00\x06\x20\xfb\xfc\xfd\xfe") >= 0.9 and _share(low, b"\x00\x06") < 0.2:
            return name
    return None


def _share(data: bytes, of: bytes) -> float:
    return sum(map(data.count, (bytes((value,)) for value in of))) / len(data)
