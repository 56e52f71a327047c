"""The days for which something is set: "called its members out for Wednesday and Thursday", "called a march on Monday for the 5th"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from summarizer.normalising.date_moving import move
from summarizer.normalising.dates import DateMention, resolve_date
from summarizer.normalising.edtf import DAY

_FOR = re.compile(r"\bfor $", re.I)
_TO = re.compile(r"(?: (?:to|through|until|till) |\s?[-–—]\s?)(?:the )?")
_AND = re.compile(r",? (?:and )?|, and ")
_ENDS = re.compile(
    r"\W*$|[.,;:!?)]| (?:and|but|in|at|on|to|over|against|before|after|outside|as|when|if|because|with)\b"
)

_DAYS = frozenset(("day", "weekday"))
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Mentions = Sequence[DateMention]


def set_days(text: str, mentions: Mentions, trigger: int, published: dt.date | None) -> tuple[str, str] | None:
    """The words, and their EDTF, for the days that "for" leads in behind a trigger (character); None where it leads in none.

    A weekday counts from the day on which it is set, where that is told. Days in a row make a range; of others the first is given.
    """
    at = next((at for at, m in enumerate(mentions) if m.start > trigger and _FOR.search(text, 0, m.start)), None)
    if at is None:
        return None
    first = mentions[at]
    since = (_day_told(mentions[:at], published) if first.kind == "weekday" else None) or published
    begin = resolve_date(first.text, since, None, True)
    if begin is None or not _FULL_DAY.fullmatch(begin):
        return (first.text, begin) if begin else None
    last, end = _last(text, mentions[at:], begin)
    return text[first.start : last.end], f"{begin}/{end}" if end != begin else begin


def and_next_day(text: str, mentions: Mentions, at: int, edtf: str) -> tuple[str, str] | None:
    """The words and EDTF of two days in a row, one of which is that at `at`, on `edtf`: "clashed on Tuesday and Wednesday"."""
    if mentions[at].kind not in _DAYS or not _FULL_DAY.fullmatch(edtf):
        return None
    opens = at > 0 and not text[: mentions[at - 1].start].strip() and mentions[at - 1].kind in _DAYS
    at -= opens
    if len(mentions) == at + 1 or text[mentions[at].end : mentions[at + 1].start] != " and ":
        return None
    if opens:  # "On Monday and Tuesday Chad deported them"
        begin = move(edtf, -1, "day")
        first = resolve_date(mentions[at].text, dt.date.fromisoformat(edtf))
        return (text[mentions[at].start : mentions[at + 1].end], f"{begin}/{edtf}") if begin == first else None
    last, end = _last(text, mentions[at : at + 2], edtf)
    return (text[mentions[at].start : last.end], f"{edtf}/{end}") if end != edtf else None


def _day_told(mentions: Mentions, published: dt.date | None) -> dt.date | None:
    """The last day before the publication among these."""
    for mention in reversed(mentions):
        edtf = resolve_date(mention.text, published) if mention.is_day else None
        if edtf is not None and published is not None and DAY.fullmatch(edtf) and edtf <= published.isoformat():
            return dt.date.fromisoformat(edtf)
    return None


def _last(text: str, mentions: Mentions, begin: str) -> tuple[DateMention, str]:
    """The last of the days that go on from the first of these, on `begin`: "Wednesday, Thursday and Friday", "Monday to Friday"."""
    last, end = mentions[0], begin
    for mention in mentions[1:]:
        if mention.kind not in _DAYS:
            break
        following = resolve_date(mention.text, dt.date.fromisoformat(end), None, True)
        if following is None or not DAY.fullmatch(following) or following <= end:
            break
        if not _TO.fullmatch(text, last.end, mention.start) and not (
            _AND.fullmatch(text, last.end, mention.start) and following == move(end, 1, "day")
        ):
            break
        last, end = mention, following
    return (last, end) if _ENDS.match(text, last.end) else (mentions[0], begin)
