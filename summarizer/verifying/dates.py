"""Dates of a sentence against the cited events' dates and the passages, through the same resolver."""

from __future__ import annotations

import re

from summarizer.events import Event
from summarizer.normalising.dates import (
    DateMention,
    date_borne_out,
    edtf_bounds,
    edtf_compatible,
    find_dates,
    resolve_date,
    say_date,
)
from summarizer.normalising.edtf import Point, parse_edtf
from summarizer.verifying.case import Case, Check, holds, show, stems_of

_BESIDE = re.compile(
    r"\b(?:the\s+)?(?:day|evening|night)\s+(?:after|before|earlier|later)\b|\b(?:next|previous|following)\s+day\b", re.I
)
_STARTS = re.compile(r"\b(?:start|begin|take\s+effect|come\s+into\s+force|enter\s+into\s+force)\w*\s+(?:on\s+)?$", re.I)
_NEXT_DAY = re.compile(
    r"\b(?:the\s+)?day\s+after\b|\ba\s+day\s+later\b|\b(?:next|following)\s+(?:day|morning|evening|night)\b", re.I
)
# What is reported, corrected or withdrawn on a day: "corrected to two on 15 May".
_REPORTED = re.compile(
    r"\b(?:correct(?:s|ed|ing|ion)|retract(?:s|ed|ion)?|withdr(?:ew|aws?|awn)(?=\s+(?:on|(?:its|the|that)\s+(?:report|story|claim)))"
    r"|(?:first|earlier|original|initial)(?:ly)?\s+report(?:s|ed)?|report(?:s|ed)?|story|published|repeated|revised|amended)"
    r"(?:\s+(?:(?!and\b|but\b|that\b|when\b|after\b|before\b|[a-z]+ed\b)[\w'-]+)){0,6}\s+(?:on\s+)?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:said|says|told\s+\w+|announced|reported|added|speaking|statement|warned|by|until|till|before|from|of|since|after|following|for|than|between|through)\s+(?:the\s+)?$",
    re.I,
)
# "By midnight on Sunday": not when the act was.
_UNTIL = re.compile(r"\b(?:by|until|before)\s+[a-z]+\s+(?:on\s+)?$")
_SAID_THEN = re.compile(r"\s+(?:called|said|told|denied|wrote|termed|described|insisted|confirmed|corrected|claimed)\b")


def check_dates(case: Case) -> Check:
    """Each date must be an event's or be borne out by a passage and its publication; an event's own date must be its own."""
    reasons: list[str] = []
    flags: list[str] = []
    mentions = [mention for mention in find_dates(case.text) if mention.kind != "vague"]
    for mention in mentions:
        readings = _readings(mention, case)
        if not readings:
            if not _same_words(mention, case) and not (_NEXT_DAY.search(mention.text) and _one_day_on(case)):
                reasons.append(f"says “{mention.text}”, which no cited passage says")
            continue
        if any(_is_events(edtf, event) for edtf in readings for event in case.events) or (
            _day_beside(readings, case) or _of_report(mention, readings, case)
        ):
            pass
        elif not _given(mention, readings, case) or _other_year(readings, case) or _is_the_act(mention, mentions, case):
            reasons.append(f"says “{mention.text}”, {_instead(case)}")
        if mention.kind in ("relative", "weekday") and not _same_words(mention, case):
            flags.append(f"says “{mention.text}”, which depends on when it is read")
    return Check(tuple(dict.fromkeys(reasons)), tuple(dict.fromkeys(flags)))


def _one_day_on(case: Case) -> bool:
    """Whether one cited event is of the day after another's, or a passage says so in other words."""
    if _NEXT_DAY.search(case.body):
        return True
    bounds = [edtf_bounds(event.date.edtf) for event in case.events if event.date]
    days = [day[0] for day in bounds if day and day[0] == day[1]]
    return any((b - a).days == 1 for a in days for b in days)


def _day_beside(readings: list[str], case: Case) -> bool:
    """Whether it is the day before or after an event's, and the passages tell something of that day."""
    if not _BESIDE.search(case.body):
        return False
    days = [edtf_bounds(event.date.edtf) for event in case.events if event.date]
    told = [edtf_bounds(edtf) for edtf in readings]
    return any(a and b and a[0] == a[1] and b[0] == b[1] and abs((a[0] - b[0]).days) == 1 for a in days for b in told)


def _of_report(mention: DateMention, readings: list[str], case: Case) -> bool:
    """Whether it is the day of a cited article, and the sentence tells then of reporting, correcting or withdrawing."""
    told = _REPORTED.search(case.text, 0, mention.start)
    days = {passage.published.isoformat() for passage in case.passages if passage.published}
    return told is not None and bool(days & set(readings))


def _readings(mention: DateMention, case: Case) -> list[str]:
    """What the words can mean: as they stand, or beside a passage's publication."""
    days = [None, *(passage.published for passage in case.passages)]
    if mention.kind == "day" and re.search(r"\d{4}", mention.text):
        days = [None]  # a full date means the same wherever it stands
    anchors: list[str | None] = [None]
    if mention.kind == "anchored":
        anchors += [event.date.edtf for event in case.events if event.date]
    found = [
        resolve_date(mention.text, day, anchor, future)
        for day in dict.fromkeys(days)
        for anchor in dict.fromkeys(anchors)
        for future in (False, True)
    ]
    return [edtf for edtf in dict.fromkeys(found) if edtf]


def _is_events(edtf: str, event: Event) -> bool:
    """Whether a reading says no more than the event's date and agrees with it."""
    if event.date is None:
        return False
    return edtf_compatible(edtf, event.date.edtf) and _covers(event.date.edtf, edtf)


def _covers(known: str, told: str) -> bool:
    ends, wanted = parse_edtf(known), parse_edtf(told)
    if ends is None or wanted is None:
        return False
    return all(
        end is None or any(_bears(point, end) for point in ends if point) or _within(ends, end) for end in wanted
    )


def _bears(point: Point, wanted: Point) -> bool:
    return all(getattr(wanted, part) in (None, getattr(point, part)) for part in ("year", "month", "day")) and (
        wanted.decade is None or wanted.decade == point.decade or point.year is not None
    )


def _within(ends: tuple[Point | None, Point | None], wanted: Point) -> bool:
    """A single day of an interval of days says more than it."""
    first, last = ends
    return (
        first is not None
        and last is not None
        and first != last
        and wanted.precision < min(first.precision, last.precision)
    )


def _borne_out(edtf: str, case: Case) -> bool:
    anchors: list[str | None] = list(dict.fromkeys(event.date.edtf for event in case.events if event.date))
    return any(
        date_borne_out(edtf, passage.text, passage.published, anchor)
        for passage in case.passages
        for anchor in (anchors or [None])
    ) or date_borne_out(edtf, case.body, next((p.published for p in case.passages if p.published), None))


def _given(mention: DateMention, readings: list[str], case: Case) -> bool:
    return any(_borne_out(edtf, case) for edtf in readings) or _same_words(mention, case)


def _same_words(mention: DateMention, case: Case) -> bool:
    words = re.sub(
        r"^(?:on|in|within|by|since|during|from|this(?=\s+(?:winter|spring|summer|autumn)))\s+",
        "",
        mention.text.lower(),
    )
    return holds(case.lower, words)


def _other_year(readings: list[str], case: Case) -> bool:
    """Whether it is an event's day or month, but of another year."""
    dates = [event.date.edtf for event in case.events if event.date and event.date.edtf[:4].isdigit()]
    return bool(dates) and all(
        any(edtf[:4] != date[:4] and edtf[4:] == date[4:] and len(edtf) > 4 for date in dates) for edtf in readings
    )


def _is_the_act(mention: DateMention, mentions: list[DateMention], case: Case) -> bool:
    """Whether the sentence's only date stands for when the cited events took place, though it is another's."""
    if len(mentions) != 1 or not case.events or any(event.date is None for event in case.events):
        return False
    if mention.kind not in ("day", "weekday") or mention.text.lower().startswith(("by ", "since ", "from ")):
        return False
    if _ELSEWHERE.search(case.text, max(0, mention.start - 20), mention.start):
        return False
    if _UNTIL.search(case.text, 0, mention.start) or _SAID_THEN.match(case.text, mention.end):
        return False
    if _STARTS.search(case.text, max(0, mention.start - 30), mention.start) and _since_then(mention, case):
        return False
    words = stems_of(" ".join(case.text[: mention.start].split()[-3:]))
    return not any(  # "had asked for help on Sunday": the passage says that very thing of this day
        len(words & stems_of(" ".join(passage.text[: other.start].split()[-4:]))) > 1
        for passage in case.passages
        for other in find_dates(passage.text)
    )


def _since_then(mention: DateMention, case: Case) -> bool:
    """Whether a passage says "from" of this very day."""
    day = re.sub(r"^on\s+", "", mention.text, flags=re.I)
    return any(re.search(rf"\b(?:from|as of|starting(?: on)?)\s+{re.escape(day)}", p.text, re.I) for p in case.passages)


def _instead(case: Case) -> str:
    told = [say_date(event.date.edtf) for event in case.events if event.date]
    if told:
        return f"the event is dated {show(told)}"
    given = [mention.text for passage in case.passages for mention in find_dates(passage.text)]
    return f"the cited passages say {show(given)}" if given else "which no cited passage says"
