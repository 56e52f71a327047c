"""How long somebody let pass before an act, counted from the day told last: "let six days go by and then summoned"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from summarizer.engines.rules.days.hinges import Hinge
from summarizer.normalising.date_moving import NUMBERS, move
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY

_COUNT = r"(?:another )?(?P<{0}>\d{{1,2}}|[a-z]+) (?P<{0}_unit>day|night|week)s?"
_REPLIES = (
    r"(?:refuse|decline|say (?:yes|no)|accept|agree|reject|turn it down|retaliate|follow suit|protest|expel|recall|summon"
    r"|apologi[sz]e|condemn|denounce|answer|deny|comment|sign|ratify|withdraw|release|free|return|impose|order|close|reopen|ban|lift)"
)
_WAYS = {
    "let": rf"lets? {_COUNT.format('let')} (?:go|pass|slip|tick)(?: by| past| away)?\b",
    "wait": rf"(?:waited|held (?:off|back)|(?:stayed|kept) (?:silent|quiet))(?: for)? {_COUNT.format('wait')}(?=,? (?:before|and)\b)",
    "past": rf"{_COUNT.format('past')} (?:had )?(?:passed|gone by|went by|elapsed)(?=,? (?:before|when|until)\b)",
    "been": rf"had (?:already |now |by then )?(?:been|lain|sat|stood|lasted|waited)\b[^,.;:]{{0,40}}? {_COUNT.format('been')}"
    r"(?=,? (?:already )?when\b)",
    "took": rf"(?:took|needed|wanted)(?: [A-Z]\w+| it| him| her| them)? {_COUNT.format('took')}"
    rf"(?= to (?:(?:respond|answer|reply|react|act)\b[^,.;:]{{0,20}}:|{_REPLIES}\b))",
    "hour": r"(?:took|needed|wanted)(?: [A-Z]\w+| it| him| her| them)?(?: (?:only|just|barely|hardly|less than|under|not even|all of))*"
    rf" (?:an|half an|one|two|three|a few|some)? ?(?P<hour>hour|minute)s?(?= to {_REPLIES}\b)",
}
_WAITED = re.compile(rf"\b(?:{'|'.join(_WAYS.values())})", re.I)
WAITING = frozenset(
    "let lets waited held stayed kept passed gone went elapsed took needed wanted been lain sat stood lasted".split()
)
"""One of these words stands in each such expression."""


def find_waits(
    text: str, low: Sequence[str], anchor: str | None, published: dt.date | None
) -> dict[DateMention, Hinge]:
    """The expressions of waiting in a sentence (`low`: its words), each with the day on which it ends; none without a day before it."""
    found: dict[DateMention, Hinge] = {}
    if WAITING.isdisjoint(low):
        return found
    told = anchor
    for wait in _WAITED.finditer(text):
        if wait["been"] and any(mention.is_day for mention in find_dates(text)):
            continue  # "had been there for two weeks when Togo expelled him on Monday"
        anchor = _day_before(text, wait.start(), told, published)
        if anchor is None:
            continue
        way = next(way for way in _WAYS if wait[way])
        name = wait[way].lower()
        if way == "hour":
            found[DateMention(wait.start(), wait.end(), wait.group(), "anchored")] = Hinge(anchor, None, since=anchor)
            continue
        count = int(name) if name.isdigit() else NUMBERS.get(name)
        day = move(anchor, count, wait[f"{way}_unit"].lower()) if count else None
        if day is not None:
            found[DateMention(wait.start(), wait.end(), wait.group(), "anchored")] = Hinge(day, None, since=anchor)
    return found


def _day_before(text: str, end: int, anchor: str | None, published: dt.date | None) -> str | None:
    """The last day that a sentence names up to a character, else the one told before it."""
    for mention in reversed(find_dates(text)):
        day = resolve_date(mention.text, published, anchor) if mention.end <= end else None
        if day is not None and DAY.fullmatch(day):
            return day
    return anchor
