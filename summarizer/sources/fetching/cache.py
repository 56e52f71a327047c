"""Pages fetched before, kept with what is needed to ask whether they have changed."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

_MOST = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """A body, and the headers that it came with (`etag`, `last-modified`, `content-type`)."""

    headers: dict[str, str]
    body: bytes


class PageCache:
    """Files in one folder, named by the hash of the address; a damaged or missing one is as if it had never been."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> Kept | None:
        """What was kept for an address."""
        try:
            about, _, body = self._path(url).read_bytes().partition(b"\n")
            found = json.loads(about)
            headers = {str(name): str(value) for name, value in found["headers"].items()}
            whole = found["url"] == url and found["sha256"] == hashlib.sha256(body).hexdigest()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return Kept(headers, body) if whole else None

    def put(self, url: str, kept: Kept) -> None:
        """Keep a page, and let go of the oldest ones; a folder that can't be written to is no error."""
        about = {"url": url, "headers": kept.headers, "sha256": hashlib.sha256(kept.body).hexdigest()}
        path = self._path(url)
        draft = path.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(json.dumps(about).encode() + b"\n" + kept.body)
            draft.replace(path)
            pages = sorted(self._folder.glob("*.page"), key=lambda page: page.stat().st_mtime)
            for page in pages[:-_MOST]:
                page.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}.page"
