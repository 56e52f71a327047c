"""Kinds of files that are known and not read, so that the message can say what to do."""

from __future__ import annotations

import re

_AS_TEXT = "save it as text, HTML or PDF"
_MAGIC = (
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", _AS_TEXT),
    (b"\x89PNG", "a picture", "run text recognition (OCR) on it first"),
    (b"\xff\xd8\xff", "a picture", "run text recognition (OCR) on it first"),
    (b"GIF8", "a picture", "run text recognition (OCR) on it first"),
    (b"II*\0", "a picture", "run text recognition (OCR) on it first"),
    (b"MM\0*", "a picture", "run text recognition (OCR) on it first"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ", "an xz archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it"),
    (b"SQLite format 3\0", "a SQLite database", "export its articles as JSON lines or CSV"),
    (b"PAR1", "a Parquet table", "export it as JSON lines or CSV"),
    (b"OggS", "a sound recording", "give a transcript"),
    (b"ID3", "a sound recording", "give a transcript"),
    (b"%!PS", "a PostScript document", "save it as PDF"),
    (b"\x7fELF", "binary data: a program", "give a document"),
    (b"MZ\x90", "binary data: a program", "give a document"),
)
_XML = re.compile(
    rb"(?is)^\s*(?:<\?xml[^>]{0,300}\?>\s*)(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,500}>\s*)*<(?!(?:\w+:)?(?:html|rss|feed|rdf)\b)(?!!)"
)


def unread_kind(head: bytes) -> tuple[str, str] | None:
    """What a file is and what to do, when its first bytes are those of a kind that is not read; else None."""
    for magic, kind, hint in _MAGIC:
        if head.startswith(magic):
            return kind, hint
    if head[257:262] == b"ustar":
        return "a tar archive", "unpack it, and give the folder"
    if head[4:8] == b"ftyp":
        return "a video or sound recording", "give a transcript"
    if head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI ", b"WEBP"):
        return "a picture or a recording", "give its text"
    if _XML.match(
        head[:8000]
        .replace(b"\0", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    ):
        return "XML that is neither a page nor a feed", _AS_TEXT
    return None
