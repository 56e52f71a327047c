"""Sources: whatever people have, read into articles.

`iter_articles` walks the sources; `READERS` holds one small reader a format, tried in order by content.
"""

from __future__ import annotations

from summarizer.sources.walking import READERS, iter_articles

__all__ = ["READERS", "iter_articles"]
