"""Composing: what code adds to a brief around an engine's sentences."""

from __future__ import annotations

from summarizer.composing.compose import BriefContext, compose_brief
from summarizer.composing.derive import LEFT_OVER, complete_draft
from summarizer.composing.parts import split_request

__all__ = ["LEFT_OVER", "BriefContext", "complete_draft", "compose_brief", "split_request"]
