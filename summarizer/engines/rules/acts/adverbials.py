"""Adverbials between a subject and its verb, which are passed over: "Chad on Monday (again) …". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import points_back
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_TIMES = frozenset(("minute", "moment", "hour", "instant", "time"))
_LEADS_IN_TIME = frozenset(("on", "in", "at", "late", "early"))


def before_adverbials(reading: Reading, last: int, start: int) -> int:
    """The token before the adverbs, times and parentheses that end at `last`; below `start` where nothing else stands from there on."""
    low, at = reading.words.low, reading.at
    k = last
    while k >= start and _is_adverbial(reading, k):
        k -= 1
    while k > start and k in at and (is_lapse(reading, at[k]) or _this_time(reading, at[k])):
        k = at[k].start - 1  # "which two days earlier had …"
        k -= low[k] == "this" and k not in at
    if k > start and low[k] == ")" and k not in at:
        while k > start and low[k] != "(":
            k -= 1
        k -= 1
    return k


def is_lapse(reading: Reading, mention: Mention) -> bool:
    """Whether a number only counts days or hours: "two days earlier", "one night"."""
    if mention.known or mention.role or mention.end - mention.start > 1:
        return False
    counted = reading.words.low[mention.end : max(mention.stop, mention.end + 1)]
    return all(word in tk.TIME_WORDS for word in counted)


def _is_adverbial(reading: Reading, k: int) -> bool:
    """Whether a word is an adverb or belongs to a time, and to no noun group."""
    low = reading.words.low
    word = low[k]
    return (
        tk.is_adverb(word)
        or (word in tk.TIME_WORDS and k not in reading.hits)
        or word.isdigit()
        or _leads_in_time(low, k)
        or (word == "that" and k + 2 < len(low) and low[k + 1] in tk.TIME_WORDS and points_back(low, k))
        or (word in ("the", "on") and tk.date_end(low, k + (word == "on")) > k + 1)
    ) and (k not in reading.at or _is_day_on(low, k))


def _leads_in_time(low: list[str], k: int) -> bool:
    """Whether a time follows a word that leads one in: "late Friday", "in 1999"."""
    if low[k] not in _LEADS_IN_TIME or k + 1 >= len(low):
        return False
    after = low[k + 1]
    return after in tk.TIME_WORDS or after.isdigit() or after in ("late", "early")


def _is_day_on(low: list[str], k: int) -> bool:
    """Whether a number only ends a date: "on February 27"."""
    return k > 1 and low[k].isdigit() and low[k - 1] in tk.TIME_WORDS and low[k - 2] == "on"


def _this_time(reading: Reading, mention: Mention) -> bool:
    """Whether a group only tells when: "has this minute invited"."""
    low, first = reading.words.low, mention.start
    told = low[first] == "this" or (first > 0 and low[first - 1] == "this")
    return told and mention.end - first <= 2 and low[mention.end - 1] in _TIMES
