"""The order of the stages: sources, articles, chunks, drafts, mentions, events, brief. Nothing else knows it."""

from summarizer.pipeline.estimating import RunEstimate, estimate_run
from summarizer.pipeline.extracting import extract
from summarizer.pipeline.reading import Source, load_articles
from summarizer.pipeline.summarizing import asummarize, summarize
from summarizer.pipeline.watch import Watch

__all__ = ["RunEstimate", "Source", "Watch", "asummarize", "estimate_run", "extract", "load_articles", "summarize"]
