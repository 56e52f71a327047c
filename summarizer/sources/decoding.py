"""Bytes to text, without altering what was written."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from summarizer.errors import SourceError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SAMPLE = 100_000
_HEAD = 8192
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ODD = bytes(byte for byte in range(32) if byte not in (9, 10, 11, 12, 13, 27)) + b"\x7f"
# Labels that the web uses for something wider (WHATWG Encoding Standard).
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030",
          "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "iso-8859-9": "cp1254"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its line ends as they were, and a note when the encoding had to be guessed."""

    text: str
    notes: tuple[str, ...] = ()


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text in any usual encoding: many control characters near the start."""
    head = data[:_HEAD]
    if _mark(data) or _wide(head):
        return False
    return (len(head) - len(head.translate(None, _ODD))) * 20 > len(head)


def sniff_encoding(head: bytes, charset: str | None = None) -> str:
    """The encoding of a stream by its first bytes, for reading line by line; unknown ones are read as UTF-8."""
    found = _mark(head) or _wide(head)
    if found:
        return found
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a character cut at the end is no error
        return "utf-8-sig"
    except UnicodeDecodeError:
        return _declared(charset) or "cp1252"


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Text of bytes: by byte-order mark, else UTF-8, else as declared, else the best guess. Raises SourceError."""
    if looks_binary(data):
        raise SourceError("binary data, not text", "give a text file, or save the document as text")
    marked = _mark(data) or _wide(data[:_HEAD])
    if marked:
        return _lossy(data, marked)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    mixed = _mixed(data)
    if mixed is not None:
        return mixed
    declared = _declared(charset)
    if declared:
        decoded = _lossy(data, declared)
        if not decoded.notes:
            return decoded
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return Decoded(data.decode(best.encoding), (f"not UTF-8; read as {best.encoding}, a guess",))
        except (UnicodeDecodeError, LookupError):
            pass
    return Decoded(data.decode("cp1252", "replace"), ("encoding unknown; read as cp1252, a guess",))


def _mark(data: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: ASCII letters leave a NUL at every other place."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half > 8 and odd * 10 > half * 4 and not even:
        return "utf-16-le"
    if half > 8 and even * 10 > half * 4 and not odd:
        return "utf-16-be"
    return None


def _declared(charset: str | None) -> str | None:
    name = (charset or "").strip().strip("\"'").lower()
    name = _WIDER.get(name, name)
    try:
        info = codecs.lookup(name) if name and len(name) < 40 else None
    except LookupError:
        return None
    # Only encodings of text: "hex" and "zlib" are codecs too, and UTF-7 hides things.
    return (
        info.name
        if info is not None
        and info._is_text_encoding
        and info.name not in ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape")
        else None
    )


def _lossy(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, (f"{text.count('�')} characters are damaged (bytes that are no {encoding})",))


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 in which some stretches are Windows-1252, as pasted pages have it; None when it is mostly not UTF-8."""
    good = len(_MULTIBYTE.findall(data))
    rest = _MULTIBYTE.sub(b"", data)
    bad = len(rest) - len(rest.translate(None, bytes(range(128, 256))))
    if bad > good:
        return None
    pieces: list[str] = []
    at = 0
    for found in _MULTIBYTE.finditer(data):
        pieces.append(data[at : found.start()].decode("cp1252", "replace"))
        pieces.append(found.group().decode("utf-8", "replace"))
        at = found.end()
    pieces.append(data[at:].decode("cp1252", "replace"))
    return Decoded("".join(pieces), (f"mixed encodings: {bad} bytes that are no UTF-8 were read as cp1252",))
