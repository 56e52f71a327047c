"""Messages between a process and its child: a length of four bytes, then so many bytes."""

from __future__ import annotations

from typing import Any, Final

_MOST: Final = 256_000_000


def write_frame(pipe: Any, frame: bytes) -> None:
    """One frame, sent at once. Raises OSError when nobody reads."""
    pipe.write(len(frame).to_bytes(4, "big"))
    pipe.write(frame)
    pipe.flush()


def read_frame(pipe: Any) -> bytes | None:
    """One frame, or None when the other side has ended."""
    size = pipe.read(4)
    if len(size) < 4:
        return None
    length = int.from_bytes(size, "big")
    if length > _MOST:
        return None
    frame: bytes = pipe.read(length)
    return frame if len(frame) == length else None
