"""Bytes to text, without altering what was written."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from summarizer.errors import SourceError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its line ends as they were, and a note when the encoding had to be guessed."""

    text: str
    notes: tuple[str, ...] = ()


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text in any usual encoding: NUL bytes, or many control characters, near the start."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return False
    head = data[:8192]
    if b"\0" in head:
        return True
    odd = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 27) for byte in head)
    return odd * 20 > len(head)


def decode(data: bytes) -> Decoded:
    """Text of bytes: by byte-order mark, else UTF-8, else the best guess. Raises SourceError when nothing fits."""
    if looks_binary(data):
        raise SourceError("binary data, not text", "give a text file, or save the document as text")
    try:
        for bom, encoding in _BOMS:
            if data.startswith(bom):
                return Decoded(data.decode(encoding))
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return Decoded(data.decode(best.encoding), (f"not UTF-8; read as {best.encoding}, a guess",))
        except (UnicodeDecodeError, LookupError):
            pass
    raise SourceError("the text's encoding could not be told", "convert it to UTF-8, for example with iconv")
