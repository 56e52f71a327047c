"""The days that articles give for one act, and when two of them can't be the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Status
from summarizer.merging.corrections import is_correction
from summarizer.normalising.date_resolving import resolve_date
from summarizer.normalising.dates import edtf_bounds, edtf_compatible, edtf_precision, find_dates

_AHEAD: frozenset[Status] = frozenset({"announced", "planned", "proposed"})
_NIGHT = re.compile(
    r"\b(?:nights?|overnight|midnight|early hours|small hours|before dawn|at dawn|late (?:on|in)|late \w+day"
    r"|early on|early \w+day|evening|dusk|pre-dawn)\b"
    r"|\b(?:1[01]|[89])(?:[.:]\d\d)? ?p\.?m\b|\b(?:12|[1-5])(?:[.:]\d\d)? ?a\.?m\b|\b(?:2[0-3]|0?[0-5])[:h][0-5]\d\b(?! ?p)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that an article gives for an act; `others` are those that it names beside that of an act still to come."""

    edtf: str
    precision: int
    night: bool
    others: frozenset[str]

    def matches(self, edtf: str) -> bool:
        """Whether both can be one time."""
        return edtf_compatible(self.edtf, edtf)


def day_told(mention: Mention, article: Article) -> Day | None:
    """The day of an act as a mention tells it; None when it tells none."""
    if mention.date is None:
        return None
    told = " ".join(article.text[span.start : span.end] for span in mention.sentences)
    others: frozenset[str] = frozenset()
    if mention.status in _AHEAD and not is_correction(told):
        named = (resolve_date(found.text, article.published_on) for found in find_dates(told))
        others = frozenset(filter(None, named))
    edtf = mention.date.edtf
    return Day(edtf, edtf_precision(edtf), _by_night(told), others)


@lru_cache(maxsize=4096)
def _by_night(told: str) -> bool:
    return _NIGHT.search(told) is not None


def days_agree(one: Day, two: Day) -> bool:
    """Whether two mentions of one act can mean one day: one night has two dates."""
    night = one.night and two.night and _neighbours(one.edtf, two.edtf)
    return edtf_compatible(one.edtf, two.edtf) or night or decided_and_done(one, two)


def decided_and_done(one: Day, two: Day) -> bool:
    """Whether one is an act still to come that names the other's day as well: the decision has a day, and its effect."""
    return two.edtf in one.others or one.edtf in two.others


def _neighbours(one: str, two: str) -> bool:
    """Whether one day follows the other."""
    days = [edtf_bounds(edtf) for edtf in (one, two)]
    ends = [day for day in days if day and day[0] == day[1]]
    return len(ends) == 2 and abs((ends[0][0] - ends[1][0]).days) == 1
