"""What a day or time without a date means, counted from the publication or an anchor: "yesterday", "the same day", "last week"."""

from __future__ import annotations

import datetime as dt

from summarizer.normalising.date_moving import (
    NUMBERS,
    WITHIN,
    Edtf,
    around,
    before_last,
    day_of,
    days,
    move,
    remembered,
)

_AHEAD = remembered(
    r"\b(?:(?P<how>in|within) (?:the next )?)?(?P<count>\d{1,3}|[a-z]+)(?: of)? (?P<unit>day|week|month|year)s?\b(?(how)| from now)"
)
_AROUND_WEEK = remembered(
    r"\b(?P<side>last|this|next|previous|coming|following|same) (?P<unit>week|month|year|weekend)\b"
)
_TODAY = remembered(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b|\bthe (?:last|past) (?:(?:half[ -]|quarter of an )?hour|[\w-]+ minutes)\b"
)
_YESTERDAY = remembered(
    r"\b(?:yesterday|overnight|last night|previous (?:day|night|evening|morning|afternoon)|(?:night|evening|afternoon|morning) before)\b"
)
_SAME_DAY = remembered(
    r"\b(?:same|that)(?: very)? (?:day|date|evening|night|morning|afternoon)\b"
    r"|\b(?:(?:earlier|later) in|in the course of|within) the day\b"
    r"|\bbefore the day (?:was|had|is|ended)\b|\bthe day itself\b"
    r"|\bby (?:nightfall|dusk|evening|noon|midday|(?:the )?(?:early|late) (?:afternoon|evening))\b"
)
_NEXT_DAY = remembered(
    r"\b(?:(?:following|next) (?:day|dawn|daybreak|morning|noon|midday|afternoon|evening|night)"
    r"|(?:day|morning|afternoon|evening|night) (?:after|following|thereafter|(?:that|which) followed)|the morrow)\b"
)


def relative_date(words: str, published: dt.date | None, anchor: Edtf, future: bool) -> Edtf:
    """The EDTF date of an expression in lower case; None when it tells none, or what it counts from isn't known."""
    if "day before yesterday" in words or "day after tomorrow" in words:
        return days(published, -2 if "before" in words else 2)
    if _TODAY(words):
        return days(published, 0)
    if _YESTERDAY(words):
        return days(published, -1)
    if "tomorrow" in words:
        return days(published, 1)
    if _SAME_DAY(words):
        return anchor
    if WITHIN(words):
        return day_of(anchor)
    if _NEXT_DAY(words):
        return move(anchor, 1, "day")
    if words.endswith(("day before", "the eve")):
        return move(anchor, -1, "day")
    return _relative_period(words, published, anchor, future)


def _relative_period(words: str, published: dt.date | None, anchor: Edtf, future: bool) -> Edtf:
    """The week, weekend, month or year meant, or the day so many of them from now: "last week", "in two months"."""
    if "of the week" in words:
        words = "earlier this week"  # "the start of the week"
    elif words.endswith((" week after", " month after", " year after")):
        words = words.replace("the ", "following ").removesuffix(" after")
    elif words.endswith((" week before", " month before", " year before")):
        unit = words.split()[-2]
        back = move(anchor, -1, unit)
        return around("same", unit, published, back) if unit == "week" else back
    elif words.endswith(" before last"):
        return before_last(words, published)
    found = _AROUND_WEEK(words.replace(" in the ", " this "))  # "earlier in the month"
    if found:
        return around(found["side"], found["unit"], published, anchor, words.startswith("earlier "))
    if words.endswith("of the month"):
        told = published.isoformat() if published and (future or not anchor) else anchor
        return move(told, 0, "month")
    if "weekend" in words:
        return around("next" if future else "last", "weekend", published, anchor)
    found = _AHEAD(words)
    if found and published:
        count = NUMBERS.get(found["count"]) or (int(found["count"]) if found["count"].isdigit() else 0)
        end = move(published.isoformat(), count, found["unit"]) if count else None
        return f"{published}/{end}" if end and found["how"] == "within" else end
    return None
