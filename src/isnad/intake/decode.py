"""Bytes to text, whatever the file says or leaves unsaid about its encoding.

The order: a mark at the start, UTF-16 by its shape, strict UTF-8 (a text of some length is valid UTF-8 only
when it is UTF-8, so it outranks every declaration), then the declared encoding, Windows-1256, ISO-8859-6 and
the detector's guess, of which the one that reads as Arabic wins. Nothing is ever replaced by U+FFFD: a text
that cannot be read whole is refused with the place where it breaks.
"""

from __future__ import annotations

import codecs
import re

from isnad.errors import InputError
from isnad.intake.streams import utf16_kind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of what people most often take for text.
_MAGIC = (
    (b"%PDF-", "a PDF file: export its text first"),
    (b"PK\x03\x04", "a ZIP file (or .docx, .xlsx, .epub): unpack it or save it as text"),
    (b"\x1f\x8b", "gzip data: name it .gz after its own suffix, as in news.jsonl.gz"),
    (b"\xfd7zXZ\x00", "xz data: name it .xz after its own suffix, as in news.jsonl.xz"),
    (b"BZh", "bzip2 data: name it .bz2 after its own suffix, as in news.jsonl.bz2"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data: unpack it with zstd -d"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as text"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"{\\rtf", "an RTF document: save it as text"),
)

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
# The eight most frequent letters make up about 60 % of the letters of Arabic news, and 20-35 % of what comes
# out when its bytes are read in another Arabic code page.
_FREQUENT = re.compile("[\u0627\u0644\u064a\u0645\u0648\u0646\u0631\u062a]")
_OTHER_LETTER = re.compile("[\u00aa-\u024f\u0370-\u052f]")
_MIXED = re.compile("[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_C1 = re.compile("[\x80-\x9f\ufffd]")
_ESCAPED = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")

# Windows-1252 gives these bytes characters; everything else of it is Latin-1, which encode() undoes.
_WINDOWS_1252 = {ord(char): byte for byte in range(0x80, 0xA0) if (char := bytes((byte,)).decode("cp1252", "ignore"))}


def decode(data: bytes, where: str, *, declared: str | None = None, cut: bool = False) -> str:
    """The text of `data`, without its byte order mark.

    `declared`: the encoding that a header or the page itself names; it is a hint, not an order.
    `cut`: whether the input may end in the middle of a character, which is then left out (half a web page).
    A text that went through a wrong encoding before it was saved («Ø§Ù„» for «ال») is restored where this
    is certain: the whole text must turn back without a remainder and then read as Arabic.

    Raises InputError naming `where`: binary data, or an encoding that breaks off or is not known.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _refuse_binary(_strict(data, len(mark), name, where, cut), where)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(where, f"this is no text but {what}")
    if kind := utf16_kind(data[:4096]):
        return _refuse_binary(_strict(data, 0, kind, where, cut), where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if cut and error.reason == "unexpected end of data":
            text = data[: error.start].decode("utf-8")
        else:
            return _legacy(data, error, declared, where)
    return _restored(_refuse_binary(text, where))


def _strict(data: bytes, start: int, name: str, where: str, cut: bool) -> str:
    """`data[start:]` decoded as the encoding `name` that it was found to be in."""
    try:
        return data[start:].decode(name)
    except UnicodeDecodeError as error:
        if cut and error.end + start >= len(data) - 3:
            return data[start : start + error.start].decode(name)
        raise InputError(where, _broken(name.upper(), data, start + error.start, error.reason)) from None


def _broken(name: str, data: bytes, at: int, reason: str) -> str:
    line = data.count(b"\n", 0, at) + 1
    return f"broken {name} at byte {at} (line {line}): {reason}; copy the file again or convert it with iconv"


def _refuse_binary(text: str, where: str) -> str:
    """`text`, unless more than one character in twenty is a control character that no text has."""
    head = text[: 1 << 20]
    if len(_CONTROL.findall(head)) * 20 > len(head):
        raise InputError(where, "binary data, not text")
    return text


def _legacy(data: bytes, error: UnicodeDecodeError, declared: str | None, where: str) -> str:
    """The text of `data`, which is no valid UTF-8 (`error`), in an 8-bit encoding."""
    head = data[: 1 << 20].decode("utf-8", "surrogateescape")
    if len(_CONTROL.findall(head)) * 20 > len(head):
        raise InputError(where, "binary data, not text")
    # Text in a code page forms valid UTF-8 sequences only by chance (ta marbuta before a comma in Windows-1256).
    if len(_BEYOND_ASCII.findall(head)) * 4 >= len(_ESCAPED.findall(head)):
        raise InputError(where, _broken("UTF-8", data, error.start, error.reason))

    from resiliparse.parse.encoding import detect_encoding

    guess = detect_encoding(data, html5_compatible=False)
    best, best_score = "", 0.0
    for name in dict.fromkeys((declared, guess, "cp1256", "iso8859-6")):
        text = _attempt(data, name)
        if text is not None and (score := arabic_score(text)) > best_score:
            best, best_score = text, score
    if best_score >= 0.4:
        return best
    for name in (guess, declared):
        text = _attempt(data, name)
        if text is not None and not _C1.search(text):
            return text
    raise InputError(where, _broken("UTF-8", data, error.start, "in no encoding that could be told either"))


def _attempt(data: bytes, name: str | None) -> str | None:
    if not name:
        return None
    try:
        return codecs.lookup(name).decode(data, "strict")[0] if codecs.lookup(name)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def arabic_score(text: str) -> float:
    """How much `text` reads as Arabic, 0 to 1, by its letters alone (0.5 to 0.7 for news).

    The share of the frequent letters among the Arabic ones, lowered by accented Latin, Greek and Cyrillic
    letters and by words that mix Latin with Arabic: the marks of a wrong code page.

    >>> arabic_score("قالت مصادر محلية") > 0.5
    True
    >>> arabic_score("ط§ظ„ط³ظ„ط§ظ…") > 0.4 or arabic_score("plain English") > 0
    False
    """
    head = text[: 1 << 16]
    arabic = len(_ARABIC.findall(head))
    if arabic < 3:
        return 0.0
    wrong = len(_OTHER_LETTER.findall(head)) + len(_C1.findall(head)) + 2 * len(_MIXED.findall(head))
    return len(_FREQUENT.findall(head)) / arabic * arabic / (arabic + 3 * wrong)


def _restored(text: str) -> str:
    """`text`, or what it was before its UTF-8 bytes were taken for a code page and saved so."""
    head = text[:4096]
    # Letters of the Arabic block are D8-DB in UTF-8: Ø Ù Ú Û in Windows-1252, tah zah ain ghain in Windows-1256.
    if len(re.findall("[ØÙÚÛ]", head)) * 5 >= len(head) - head.count(" ") and len(head) > 8:
        try:
            before = text.translate(_WINDOWS_1252).encode("latin-1").decode("utf-8")
        except UnicodeError:
            return text
    elif len(re.findall("[\u0637\u0638]", head)) * 4 >= len(head) - head.count(" ") and len(head) > 8:
        try:
            before = text.encode("cp1256").decode("utf-8")
        except UnicodeError:
            return text
    else:
        return text
    return before if arabic_score(before) >= 0.4 else text
