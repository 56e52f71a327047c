"""Composing: what code adds to a brief around an engine's sentences."""

from __future__ import annotations

from summarizer.composing.compose import BriefContext, compose_brief
from summarizer.composing.derive import complete_draft

__all__ = ["BriefContext", "complete_draft", "compose_brief"]
