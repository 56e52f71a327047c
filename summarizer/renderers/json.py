"""The brief as JSON: it stands alone, with every cited passage, its offsets and its article's digest."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.brief import Brief


def render_json(brief: Brief, articles: Sequence[Article] = ()) -> str:  # noqa: ARG001 - all renderers are called the same way
    """Indented JSON of the whole brief, with a line end."""
    return brief.model_dump_json(indent=1) + "\n"
