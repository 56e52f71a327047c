"""Meetings that date what was said or done at them: "during a meeting held on 4 May", "at Tuesday's briefing"."""

from __future__ import annotations

import re

from summarizer.normalising.dates import DateMention

_NOUN = (
    "meeting|talks|session|sitting|summit|conference|briefing|hearing|conversation|call|ceremony|rally|debate|assembly"
)
_NOUNS = frozenset(_NOUN.split("|"))
_AT = frozenset(("at", "during", "in"))
_DETERMINERS = 6  # words from "during" to the meeting and its verb
_AT_DAYS = re.compile(r"\b(?:at|during|in) $", re.I)
_DAYS_MEETING = re.compile(rf"['’]s (?:[\w-]+ ){{0,2}}(?:{_NOUN})\b", re.I)
_TAKING_PLACE = (["took", "place"], ["was", "held"], ["were", "held"], ["had", "taken"])
_LONGEST = len("during ")


def is_held(low: list[str], j: int) -> bool:
    """Whether the word at `j` says that a meeting was held at which the act was done: "at a meeting held in Niamey on 4 May"."""
    return low[j] == "held" and _was_there(low, j)


def takes_place(low: list[str], j: int) -> bool:
    """Whether the pronoun at `j` leads in only that such a meeting was held: "at a session that took place on 4 May"."""
    return low[j] in ("that", "which") and low[j + 1 : j + 3] in _TAKING_PLACE and _was_there(low, j)


def at_that_days(text: str, mention: DateMention) -> bool:
    """Whether a day is that of a meeting at which something is done: "at Tuesday's briefing"."""
    front = text[max(mention.start - _LONGEST - 1, 0) : mention.start]
    return _AT_DAYS.search(front) is not None and _DAYS_MEETING.match(text, mention.end) is not None


def _was_there(low: list[str], j: int) -> bool:
    return low[j - 1] in _NOUNS and not _AT.isdisjoint(low[max(j - _DETERMINERS, 0) : j - 1])
