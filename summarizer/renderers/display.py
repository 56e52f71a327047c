"""Text from articles made safe to show: no control, bidi or other invisible characters."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.brief import Statement, TimelineEntry
from summarizer.normalising.dates import say_date

JUDGEMENT = (
    "Judgement, not reported fact; likelihood in the terms of ICD 203. Each sentence cites the reports it rests on."
)


def visible(text: str) -> str:
    """One line of text without control and format characters (categories Cc, Cf, Cs, Co); white space folded."""
    if text.isprintable():  # then nothing has to go, and only plain spaces are white
        return " ".join(text.split())
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")
    )
    return " ".join("".join(kept).split())


@dataclass(frozen=True, slots=True)
class Days:
    """A timeline as it is shown: entries of one day beside each other, and the year that most share, left out of their labels."""

    year: str
    days: tuple[tuple[str, tuple[Statement, ...]], ...]


def group_days(timeline: Sequence[TimelineEntry]) -> Days:
    """The entries in their order, each label once where it repeats; "" for entries without a date. An act that goes on is shown
    under its first day.
    """
    labels = [say_date(entry.date.removesuffix("/.."), note=False) if entry.date else "" for entry in timeline]
    years = Counter(label[-4:] for label in labels if label[-4:].isdecimal())
    year, shared = years.most_common(1)[0] if years else ("", 0)
    if shared < 2 or shared <= sum(years.values()) / 2:
        year = ""
    short = (
        [label.removesuffix(f" {year}") if label.count(year) == 1 else label for label in labels] if year else labels
    )
    pairs = zip(short, (entry.statement for entry in timeline), strict=True)
    grouped = [
        (label, tuple(statement for _, statement in group)) for label, group in groupby(pairs, lambda pair: pair[0])
    ]
    days = [
        (label, part) for label, told in grouped for part in ([told] if label else [(statement,) for statement in told])
    ]
    return Days(year, tuple(days))


def say_moment(moment: str) -> str:
    """An ISO 8601 date or date-time in words, "22 November 2026, 00:45 UTC"; as it is if it is none."""
    try:
        if len(moment) <= 10:
            return say_date(dt.date.fromisoformat(moment).isoformat())
        time = dt.datetime.fromisoformat(moment)
    except ValueError:
        return visible(moment)
    zone = f" {time.tzinfo or ''}".rstrip()
    return f"{say_date(time.date().isoformat())}, {time:%H:%M}{zone}"


def say_since(since: str) -> str:
    """From when changes are counted: "since the brief of 1 May 2026, 07:00 UTC", "since April 2026"."""
    return f"since the brief of {say_moment(since)}" if "T" in since else f"since {say_date(since)}"
