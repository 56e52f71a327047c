"""News articles in, proven events and a verified brief out.

    from summarizer import summarize
    print(summarize(["a.txt", "b.txt"]).brief.to_markdown())

Names are loaded when first used, so that `import summarizer` stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.article import Article, Failure
    from summarizer.brief import Brief
    from summarizer.changes import Changes
    from summarizer.errors import EngineError, SourceError, SummarizerError, UsageError
    from summarizer.events import Event
    from summarizer.ontology import Ontology, load_ontology
    from summarizer.pipeline import Watch, asummarize, extract, load_articles, summarize
    from summarizer.settings import Settings
    from summarizer.store import EventQuery, Store
    from summarizer.summary import ArticleResult, Summary

__version__ = "0.1.0"
_HOME = {
    "Article": "article",
    "Failure": "article",
    "Brief": "brief",
    "Changes": "changes",
    "EngineError": "errors",
    "SourceError": "errors",
    "SummarizerError": "errors",
    "UsageError": "errors",
    "Event": "events",
    "Ontology": "ontology",
    "load_ontology": "ontology",
    "asummarize": "pipeline",
    "extract": "pipeline",
    "load_articles": "pipeline",
    "summarize": "pipeline",
    "Settings": "settings",
    "EventQuery": "store",
    "Store": "store",
    "ArticleResult": "summary",
    "Summary": "summary",
    "Watch": "pipeline",
}
__all__ = [
    "Article",
    "ArticleResult",
    "Brief",
    "Changes",
    "EngineError",
    "Event",
    "EventQuery",
    "Failure",
    "Ontology",
    "Settings",
    "SourceError",
    "Store",
    "SummarizerError",
    "Summary",
    "UsageError",
    "Watch",
    "asummarize",
    "extract",
    "load_articles",
    "load_ontology",
    "summarize",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(f"summarizer.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'summarizer' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
