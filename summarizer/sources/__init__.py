"""Sources: whatever people have, read into articles.

`iter_articles` walks the sources; `READERS` holds one small reader a format, tried in order by content; `inspect_sources`
tells what each of them finds. Risky parsers (`parsing`) run in a limited process (`worker`); `fetching` is the one HTTP client.
"""

from __future__ import annotations

from summarizer.sources.inspecting import SourceReport, inspect_sources
from summarizer.sources.walking import READERS, iter_articles

__all__ = ["READERS", "SourceReport", "inspect_sources", "iter_articles"]
