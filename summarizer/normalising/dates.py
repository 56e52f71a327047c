"""Dates in English text: where they stand, and what they mean beside a publication date. Nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.normalising.date_moving import shift_back
from summarizer.normalising.date_patterns import TRIED, TRIED_LAST
from summarizer.normalising.date_resolving import resolve_date
from summarizer.normalising.date_scanning import beginnings
from summarizer.normalising.edtf import (
    Point,
    edtf_bounds,
    edtf_compatible,
    edtf_precision,
    edtf_valid,
    parse_edtf,
    say_date,
)

__all__ = [
    "DateMention",
    "date_borne_out",
    "edtf_bounds",
    "edtf_compatible",
    "edtf_precision",
    "edtf_valid",
    "find_dates",
    "iter_dates",
    "parse_edtf",
    "resolve_date",
    "say_date",
    "shift_back",
]


class DateMention(NamedTuple):
    """An expression of time: `text == source[start:end]`, half-open, with a leading on, in, since or by.

    `kind`: day · month · year · weekday · relative (to the publication) · anchored (to another date of the text) ·
    range · vague.
    """

    start: int
    end: int
    text: str
    kind: str

    @property
    def is_day(self) -> bool:
        """Whether it names a day by itself or by the publication: "3 May", "on Monday", "yesterday"."""
        return self.kind in ("day", "weekday", "relative")


_DIGIT = re.compile(r"\d")
# Words in front that belong to the sentence, not to the date.
_DROP = re.compile(
    r"(?:of|until|till|before|after|through|at|its|their|a|year|from|during)\s+(?!the\s+(?:weekend|night|(?:same\s+)?day\s+(?:was|had|is|ended)\b))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def find_dates(text: str) -> tuple[DateMention, ...]:
    """All expressions of time in an English text, in order, not overlapping; clock times are left out."""
    return tuple(iter_dates(text))


def iter_dates(text: str) -> Iterator[DateMention]:
    """The same one by one, for who may not want all of them; nothing is remembered."""
    for kind, found in _expressions(text):
        start, end = found.span()
        if kind != "range":
            front = _DROP.match(text, start, end)
            if front and not (kind in ("anchored", "relative") and front.group().lower().startswith("a")):
                start = front.end()
        yield DateMention(start, end, text[start:end], kind)


def _expressions(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The expressions with their kinds, sought only where one may begin, and only those that may begin so."""
    done = 0
    for core, starts, end in beginnings(text):
        tried = TRIED if _DIGIT.search(text, end) else TRIED_LAST
        for start in starts:
            if start < done:
                continue
            # "from", "between": a range without a figure
            for kind, pattern in (TRIED if text[start] in "fFbB" else tried)[core]:
                found = pattern.match(text, start)
                if found:
                    yield kind, found
                    done = found.end()
                    break


@lru_cache(maxsize=16384)
def date_borne_out(edtf: str, text: str, published: dt.date | None, anchor: str | None = None) -> bool:
    """Whether every part of `edtf` (year, month, day of each end) is given by the text or follows from `published`.

    A partial date of the text may be filled from another one there ("in April 2021 … on the 24th"). `anchor` is the
    date that "the same day" or "two days later" counts from, when it stands outside the text.
    """
    wanted = parse_edtf(edtf)
    if wanted is None:
        return False
    mentions = find_dates(text)
    told: set[str | None] = set()
    for future in (False, True):
        plain = {m.text: resolve_date(m.text, published, anchor, future) for m in mentions}
        told.update(plain.values())
        for mention in mentions:
            if mention.kind == "anchored":
                anchors = [value for other, value in plain.items() if value and other != mention.text]
                told.update(resolve_date(mention.text, published, value, future) for value in anchors)
            elif published is not None:
                told.add(resolve_date(mention.text, None, anchor, future))
        given = {point for value in told for point in _points(value)}
        if all(end is None or any(_bears(point, end, given) for point in given) for end in wanted):
            return True
    return False


def _points(edtf: str | None) -> set[Point]:
    ends = parse_edtf(edtf) if edtf else None
    return {Point(end.year, end.month, end.day, False, end.decade) for end in ends if end} if ends else set()


def _bears(point: Point, wanted: Point, given: set[Point]) -> bool:
    for part in ("day", "month", "year"):
        value, has = getattr(wanted, part), getattr(point, part)
        if value is None or value == has:
            continue
        if has is not None or part == "day":
            return False
        if not any(getattr(other, part) == value for other in given):
            return False
    return wanted.decade is None or wanted.decade == point.decade
