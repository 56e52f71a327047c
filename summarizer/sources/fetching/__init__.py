"""Fetching over HTTP: one client that is polite to servers and can't be led to addresses that are not public."""

from __future__ import annotations

from summarizer.sources.fetching.client import Client, Page

__all__ = ["Client", "Page"]
