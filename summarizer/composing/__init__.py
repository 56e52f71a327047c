"""Composing: what code adds to a brief around an engine's sentences."""

from __future__ import annotations

from summarizer.composing.changing import say_changes, say_dropped
from summarizer.composing.compose import BriefContext, compose_brief
from summarizer.composing.derive import LEFT_OVER, background_thread, complete_draft, untold_conflicts
from summarizer.composing.introducing import bare_surnames, short_names
from summarizer.composing.parts import split_request
from summarizer.composing.sizing import HEAD_WORDS, SIZES, words_wanted
from summarizer.composing.timelines import date_of_acts

__all__ = [
    "HEAD_WORDS",
    "LEFT_OVER",
    "SIZES",
    "BriefContext",
    "background_thread",
    "bare_surnames",
    "complete_draft",
    "compose_brief",
    "date_of_acts",
    "say_changes",
    "say_dropped",
    "short_names",
    "split_request",
    "untold_conflicts",
    "words_wanted",
]
