"""Grounding: a draft becomes a mention with exact spans, or is rejected with exact reasons."""

from __future__ import annotations

from summarizer.grounding.ground import Grounded, ground_events

__all__ = ["Grounded", "ground_events"]
