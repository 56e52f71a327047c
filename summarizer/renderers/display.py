"""Text from articles made safe to show: no control, bidi or other invisible characters."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from summarizer.brief import Statement, TimelineEntry
from summarizer.normalising.dates import say_date

JUDGEMENT = (
    "Judgement, not reported fact; likelihood in the terms of ICD 203. Each sentence cites the reports it rests on."
)

_MENDED = re.compile(
    r"\b(?:corrected|correct(?:s|ion|ions)|with(?:drew|drawn|draws|drawal)|retract\w*|took back|initially|first (?:reported|given|said))\b"
)
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPEN_DAY = re.compile(r"XXXX-(?:\d\d|XX)-\d\d|\d{4}-XX-\d\d")


def visible(text: str) -> str:
    """One line of text without control and format characters (categories Cc, Cf, Cs, Co); white space folded."""
    if text.isprintable():  # then nothing has to go, and only plain spaces are white
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")
    )
    return " ".join("".join(kept).split())


def label_days(timeline: Sequence[TimelineEntry]) -> tuple[str, tuple[str, ...]]:
    """The year that all dated entries share, left out of their labels, else ""; and a label for each entry, "" without a date.

    An act that goes on is shown under its first day.
    """
    labels = [say_date(entry.date.removesuffix("/.."), note=False) if entry.date else "" for entry in timeline]
    years = [label[-4:] for label in labels if label[-4:].isdecimal()]
    year = years[0] if len(years) > 1 and len(set(years)) == 1 else ""
    if any(label.count(year) != 1 for label in labels if label.endswith(year)) or year in labels:
        year = ""
    return year, tuple(label.removesuffix(f" {year}") if year else label for label in labels)


def group_days(timeline: Sequence[TimelineEntry]) -> tuple[str, tuple[tuple[str, tuple[TimelineEntry, ...]], ...]]:
    """The year as `label_days` gives it; and what stands together under one label.

    An entry whose date names the day alone ("the 15th") stands with those of such a day right before or after it.
    """
    year, labels = label_days(timeline)
    rows: list[tuple[str, str | None, list[TimelineEntry]]] = []
    for label, entry in zip(labels, timeline, strict=True):
        if rows and label and (label == rows[-1][0] or _fits(entry.date, rows[-1][1])):
            rows[-1][2].append(entry)
        elif rows and _fits(rows[-1][1], entry.date):
            rows[-1] = (label, entry.date, [*rows[-1][2], entry])
        else:
            rows.append((label, entry.date, [entry]))
    return year, tuple((label, tuple(entries)) for label, _, entries in rows)


def _fits(partial: str | None, day: str | None) -> bool:
    """Whether a day with an open month or year ("XXXX-XX-15") may be the full `day`."""
    if not partial or not day or not _FULL_DAY.fullmatch(day) or not _OPEN_DAY.fullmatch(partial):
        return False
    return all(told in ("X", own) for told, own in zip(partial, day, strict=True))


def head_differences(statements: Sequence[Statement]) -> str:
    """What stands over the points on which reports differ: that some were corrected only if one was."""
    mended = any(_MENDED.search(statement.text) for statement in statements)
    return "Where reports differ or were corrected" if mended else "Where reports differ"


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
