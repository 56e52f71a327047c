"""Renderers of a brief. A new format is a file and a line in `RENDERERS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.errors import UsageError
from summarizer.renderers.json import render_json
from summarizer.renderers.markdown import render_markdown

Renderer = Callable[[Brief, Sequence[Article]], str]


def _html(brief: Brief, articles: Sequence[Article]) -> str:
    from summarizer.renderers.html import render_html  # jinja2 is loaded only for a page

    return render_html(brief, articles)


RENDERERS: Mapping[str, Renderer] = {
    "md": render_markdown,
    "html": _html,
    "json": render_json,
}


def render_brief(brief: Brief, format: str, articles: Sequence[Article] = ()) -> str:
    """The brief as text in one of the formats of `RENDERERS`. Raises UsageError for another one."""
    if format not in RENDERERS:
        raise UsageError(f"no format {format!r}", f"choose one of {', '.join(RENDERERS)}")
    return RENDERERS[format](brief, articles)
