"""The memory: articles, mentions, events with lasting ids, briefs and runs, in the file that the ledger of calls lives in too."""

from __future__ import annotations

from summarizer.store.care import Damage, Pruned, check_store, export_store, prune_store
from summarizer.store.query import EventQuery
from summarizer.store.rebuilding import rebuild_store
from summarizer.store.remembering import Remembered, RunInfo
from summarizer.store.store import Store
from summarizer.store.tallying import Pair

__all__ = [
    "Damage",
    "EventQuery",
    "Pair",
    "Pruned",
    "Remembered",
    "RunInfo",
    "Store",
    "check_store",
    "export_store",
    "prune_store",
    "rebuild_store",
]
