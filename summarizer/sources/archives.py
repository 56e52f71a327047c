"""gzip and zip: read in memory and piece by piece, never unpacked to disk, so that names in them can do no harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from summarizer.article import Failure
from summarizer.errors import SourceError
from summarizer.sources.base import Context, Document, Item, Reader
from summarizer.sources.cleaning import display_name
from summarizer.sources.streams import Inflated, Stream, check_ratio

_DIRECTORY = 10_000_000  # bytes of the list of members; more would only be needed for over 100,000 of them
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/container.xml")


def _read_gzip(document: Document, _context: Context) -> Iterator[Item]:
    origin = document.origin
    name = origin.name[:-3] if origin.name.lower().endswith(".gz") else origin.name
    yield Document(replace(origin, name=name), Stream(Inflated(document.stream)), document.values)


class _Bounded(io.RawIOBase):
    """A file whose single reads are bounded: `zipfile` reads the whole list of members in one."""

    def __init__(self, raw: io.BufferedIOBase) -> None:
        self._raw = raw

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        return self._raw.tell()

    def read(self, size: int = -1, /) -> bytes:
        if size > _DIRECTORY:
            raise SourceError("a zip archive with too many members", "split it")
        return self._raw.read(_DIRECTORY if size < 0 else size)


class _Member:
    """The bytes of one member, bounded by ratio; damage is a SourceError."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._info = info
        try:
            self._raw = archive.open(info)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
            raise SourceError(
                "a damaged or unusual member of a zip archive", "unpack it yourself, and give the folder"
            ) from None
        self._came_out = 0

    def read(self, size: int = -1, /) -> bytes:
        try:
            piece = self._raw.read(65_536 if size < 0 else size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise SourceError("a damaged member of a zip archive", "get the file again") from None
        self._came_out += len(piece)
        check_ratio(self._info.compress_size, self._came_out)
        return piece


def _read_zip(document: Document, context: Context) -> Iterator[Item]:
    raw = document.stream.random_access(context.settings.max_source_bytes)
    try:
        archive = zipfile.ZipFile(_Bounded(raw))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError):
        raise SourceError("a damaged zip archive", "get the file again") from None
    with archive:
        members = archive.infolist()
        if any(info.filename in _OFFICE for info in members[:50]):
            raise SourceError("a Word, OpenDocument or EPUB document", "save it as PDF, HTML or text")
        total = 0
        packed = sum(info.compress_size for info in members)
        size = raw.seek(0, io.SEEK_END)
        for info in members:
            name = info.filename
            plain = name.replace("\\", "/").split("/")
            if info.is_dir() or plain[-1].startswith(".") or plain[0] == "__MACOSX":
                continue
            origin = document.origin.member(display_name(name).lstrip("/"))
            reason = _refused(info)
            if not reason:
                total += info.file_size
                try:
                    # Members that overlap, so that each byte is unpacked many times, are caught by the sum.
                    check_ratio(min(size, packed), total)
                    if packed > 2 * size + 1_000_000:
                        raise SourceError("a zip archive whose members overlap", "unpack it yourself if you trust it")
                    yield Document(origin, Stream(_Member(archive, info)))
                    continue
                except SourceError as error:
                    reason = str(error)
            yield Failure(source=origin.name, reason=reason)


def _refused(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x1:
        return "encrypted; unpack it yourself, and give the folder"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed in an unusual way; unpack it yourself, and give the folder"
    return ""


GZIP = Reader("gzip", (".gz",), lambda document: document.head.startswith(b"\x1f\x8b"), _read_gzip)
ZIP = Reader("zip", (".zip",), lambda document: document.head.startswith((b"PK\x03\x04", b"PK\x05\x06")), _read_zip)
