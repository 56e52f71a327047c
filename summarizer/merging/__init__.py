"""Merging: mentions of one act become one event; copies of one text count as one source; differences become conflicts."""

from __future__ import annotations

from summarizer.merging.changing import compare_events
from summarizer.merging.copies import mark_copies
from summarizer.merging.judging import conflicts_among, judge_events
from summarizer.merging.merge import group_mentions, make_event, make_events, merge_mentions
from summarizer.merging.proposing import propose_disputes
from summarizer.merging.rivals import find_rivals

__all__ = [
    "compare_events",
    "conflicts_among",
    "find_rivals",
    "group_mentions",
    "judge_events",
    "make_event",
    "make_events",
    "mark_copies",
    "merge_mentions",
    "propose_disputes",
]
