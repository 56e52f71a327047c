"""Sources: whatever people have, read into articles.

`iter_articles` walks the sources; `READERS` holds one small reader a format, tried in order by content; `inspect_sources`
tells what each of them finds. Risky parsers (`parsing`) run in a limited process (`worker`); `fetching` is the one HTTP client.
Names are loaded when first used, so that the process that parses starts fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.sources.inspecting import SourceReport, inspect_sources
    from summarizer.sources.walking import READERS, iter_articles

_HOME = {
    "SourceReport": "inspecting",
    "inspect_sources": "inspecting",
    "READERS": "walking",
    "iter_articles": "walking",
}
__all__ = ["READERS", "SourceReport", "inspect_sources", "iter_articles"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"summarizer.sources.{_HOME[name]}"), name)
