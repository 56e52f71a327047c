"""Streams of bytes that show their beginning before they are read, and that never give more than they may."""

from __future__ import annotations

import io
import zlib
from typing import Protocol

from summarizer.errors import SourceError

HEAD = 65_536
_BLOCK = 65_536
_FREE = 16_000_000  # bytes that may come out before the ratio counts
_RATIO = 200  # ordinary pages and archives stay below 50


class Readable(Protocol):
    """All that is asked of a file object."""

    def read(self, size: int = -1, /) -> bytes: ...


class Stream(io.RawIOBase):
    """A readable stream; `head` holds its first 64 KiB (all of it, when shorter) and is read again with the rest."""

    def __init__(self, raw: Readable) -> None:
        self._raw = raw
        self._at = 0
        self._broken: SourceError | None = None
        pieces: list[bytes] = []
        try:
            while (left := HEAD - sum(map(len, pieces))) > 0 and (piece := raw.read(left)):
                pieces.append(piece)
        except SourceError as error:  # what came before the damage is still good
            self._broken = error
        self.head = b"".join(pieces)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, fewer only near the end or where the source gives fewer; all that is left when negative."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_BLOCK), b""))
        if self._at < len(self.head):
            piece = self.head[self._at : self._at + size]
            self._at += len(piece)
            return piece
        if self._broken is not None:
            raise self._broken
        return self._raw.read(size)

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def lines(self) -> io.BufferedReader:
        """The same bytes with `readline`."""
        return io.BufferedReader(self, _BLOCK)

    def take(self, limit: int) -> bytes:
        """All bytes. Raises SourceError when they are more than `limit`, without reading further."""
        data = read_up_to(self, limit + 1)
        if len(data) > limit:
            raise SourceError(f"larger than {limit / 1e6:,.0f} MB", "split it, or raise max_source_bytes")
        return data

    def random_access(self, limit: int) -> io.BufferedIOBase:
        """A file object that can seek: the file itself, or a copy in memory of at most `limit` bytes. Raises SourceError."""
        if self._broken is None and isinstance(self._raw, io.BufferedReader) and self._raw.seekable():
            return self._raw
        return io.BytesIO(self.take(limit))


def stream_of(data: bytes) -> Stream:
    """A stream over bytes."""
    return Stream(io.BytesIO(data))


def read_up_to(raw: Readable, size: int) -> bytes:
    """Exactly `size` bytes, or all there are."""
    pieces = []
    left = size
    while left > 0 and (piece := raw.read(min(left, _BLOCK))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


class Inflated:
    """The bytes inside gzip (all members), never more than a sane ratio of what went in. `read` raises SourceError."""

    def __init__(self, raw: Readable) -> None:
        self._raw = raw
        self._inflater = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._went_in = 0
        self._came_out = 0

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; empty at the end."""
        size = _BLOCK if size < 0 else size
        while size:
            if not self._waiting:
                self._waiting = self._raw.read(_BLOCK)
                self._went_in += len(self._waiting)
            given = self._waiting
            if self._inflater.eof:
                if not given:
                    return b""
                if not given.strip(b"\0"):  # padding after the last member
                    self._waiting = b""
                    continue
                self._inflater = zlib.decompressobj(wbits=31)
            try:
                piece = self._inflater.decompress(given, size)
            except zlib.error:
                raise SourceError("damaged gzip data", "get the file again") from None
            self._waiting = self._inflater.unconsumed_tail or self._inflater.unused_data
            self._came_out += len(piece)
            check_ratio(self._went_in, self._came_out)
            if piece:
                return piece
            if not given and not self._inflater.eof:
                raise SourceError("the gzip data ends too early", "get the file again")
        return b""


def check_ratio(went_in: int, came_out: int) -> None:
    """Raise SourceError when compressed bytes unfold to so many more that they can only be a bomb."""
    if came_out > _FREE and came_out > _RATIO * max(1, went_in):
        raise SourceError(
            f"unpacks to more than {_RATIO} times its size, as no archive of articles does; left unread from there",
            "unpack it yourself if you trust it",
        )
