"""Days that stand between words which belong together: "pulled on 3 May out of Niger", "voted on 14 May to recognise". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk


def past_day(low: list[str], at: int) -> int:
    """The token after the day told from `at` on: "and Minsk on Friday blamed", "and Togo the same day recalled"."""
    day = at + (low[at : at + 1] == ["on"])
    return tk.date_end(low, day) if day < len(low) and tk.date_end(low, day) > day else at


def before_date(low: list[str], at: int) -> int:
    """The token before the day that ends at `at`, led in by "on": "voted on 14 May to recognise"; `at` when none does."""
    first = next((j for j in range(at - 1, max(at - 6, 0), -1) if low[j] == "on"), None)
    return first - 1 if first is not None and past_day(low, first) == at + 1 else at


def date_after(low: list[str], at: int) -> int:
    """The token after the day that begins at `at`, with or without "on"; `at` when none does."""
    day = at + (low[at] == "on")
    if day < len(low) and low[day] in ("yesterday", "today"):
        return day + 1
    end = tk.date_end(low, day) if day < len(low) else day
    return end if end > day else at


def after_aside(low: list[str], comma: int) -> int:
    """The token after a day between commas, of which the first is this: "the expulsion, on Monday, of two envoys"; `comma` if none."""
    end = date_after(low, comma + 1) if comma + 1 < len(low) else comma
    return end + 1 if comma + 1 < end < len(low) and low[end] == "," else comma
