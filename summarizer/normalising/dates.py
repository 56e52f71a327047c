"""Dates in English text: where they stand, and what they mean beside a publication date. Nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.normalising.date_moving import shift_back
from summarizer.normalising.date_resolving import resolve_date
from summarizer.normalising.edtf import (
    Point,
    edtf_bounds,
    edtf_compatible,
    edtf_precision,
    edtf_valid,
    parse_edtf,
    say_date,
)
from summarizer.normalising.wording import starts_of, words_of

__all__ = [
    "DateMention",
    "date_borne_out",
    "edtf_bounds",
    "edtf_compatible",
    "edtf_precision",
    "edtf_valid",
    "find_dates",
    "parse_edtf",
    "resolve_date",
    "say_date",
    "shift_back",
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time: `text == source[start:end]`, half-open, with a leading on, in, since or by.

    `kind`: day · month · year · weekday · relative (to the publication) · anchored (to another date of the text) ·
    range · vague.
    """

    start: int
    end: int
    text: str
    kind: str


_MONTH = (
    "(?=(?-i:[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?![a-z-])"
)
# "May" and "March" alone may be a verb or a name, so they need a word of time in front.
_SURE_MONTH = "(?=(?-i:[A-Z]))(?:january|february|april|june|july|august|september|october|november|december)(?![\\w-])"
_FULL_MONTH = (
    "(?=(?-i:[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![\\w-])"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.:]\d|,\d{3}(?!\d)|[a-z%])"
_ORDINAL = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_YEAR = r"(?:1[6-9]|20)\d\d(?![\d%]|[.,]\d|[a-z])"
_TAIL = rf"(?:,?\s+(?:of\s+)?{_YEAR}|,?\s+(?:of\s+)?(?:last|this|next)\s+year)?"
_WEEKDAY = "(?=(?-i:[A-Z]))(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_QUALIFIER = (
    r"(?:(?:the\s+)?(?:early|mid|late|beginning|start|middle|end|first\s+half|second\s+half"
    r"|course)(?:[\s-]+(?:in|of))?[\s-]+)"
)
_ABOUT = r"(?:(?:around|about|approximately|circa|roughly)\s+)?"
_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty"
    r"|(?:a\s+)?(?:few|couple\s+of)|several)"
)
_UNIT = r"(?:day|night|week|fortnight|month|year|decade)s?"
_JOIN = r"\s*(?:[-–—/]|\b(?:to|and|until|till|through)\b)\s*"
# After "on the 24th" a noun would make it an ordinal: the 24th floor, the 24th Infantry Division.
_NO_NOUN = (
    r"(?=\s*(?:[^\w\s]|$)|\s+(?:and|or|to|that|the|a|an|in|at|by|when|after|before|with|against|from|for|as"
    r"|but|on|it|he|until|till"
    r"|she|they|we|i|his|her|their|its|was|were|is|are|has|had|have|will|would|which|who|where|said|says"
    r"|into|over|under"
    r"|about|near|between|amid|during|following|despite|without|because|while|also|both|all|some|several"
    r"|many|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands"
    r"|senior|local|foreign|government|police|protesters|troops|officials"
    r"|withdrew|sent|took|told|met|held|shot|threw|fled|left|came|gave|began|struck|broke|made|put|cut|set|shut|drove|saw|went|brought)\b"
    r"|\s+\d"
    # No ordinal stands before a plural or a verb: "on the 22nd prosecutors charged", "on the 4th accused".
    r"|\s+(?=(?-i:[a-z]))(?!(?:armou?red|united|combined|motori[sz]ed|mechani[sz]ed|revised|amended|corps|congress|series|class|press|games|states)\b)[a-z]{2,}(?:ed|[^su\W]s)\b"
    r"|\s+(?=(?-i:[A-Z]))(?!(?:congress|infantry|division|brigade|regiment|battalion|amendment|army|parallel"
    r"|street|avenue"
    r"|floor|district|airborne|fleet|party|plenum|session|summit|anniversary|assembly|corps|air|armou?red|mountain)\b))"
)
_WHEN = r"(?:(?:on|in|since|by|during|from|at)\s+)?"
_DMY = (
    rf"(?:{_WEEKDAY}{_PART},?\s+(?:the\s+)?)?(?:the\s+)?{_DAY}(?:{_JOIN}(?:the\s+)?{_DAY})?\s+(?:of\s+)?{_MONTH}{_TAIL}"
)
_MDY = rf"(?:{_WEEKDAY}{_PART},?\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}(?:{_JOIN}(?:the\s+)?{_DAY}(?!\s+{_MONTH}))?{_TAIL}"
_NUMERIC = r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}/\d{1,2}/\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)"
_WEEKDAYS = (
    rf"(?:(?:early|late)\s+)?(?:last\s+|next\s+|this\s+"
    rf"|this\s+past\s+)?{_WEEKDAY}(?:,?\s+(?:of\s+)?(?:last|next|this)\s+week)?{_PART}(?:\s+\((?:the\s+)?{_ORDINAL}\)|,?\s+the\s+{_ORDINAL}(?!\s+of))?"
)
_NTH = rf"the\s+(?:same\s+)?{_ORDINAL}(?:\s+of\s+(?:this|last|next|that|the\s+same)\s+month)?"
_ANCHORED = (
    r"(?:later\s+)?(?:on\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:day|evening|night|morning|afternoon|week|month|year)"
    r"|(?:later\s+|earlier\s+)?(?:on\s+)?that\s+(?:day|night|evening|morning|afternoon)"
    r"|the\s+(?:very\s+)?(?:following|next)\s+(?:day|morning|afternoon|evening|night|week|month|year)"
    r"|next\s+(?:day|morning|afternoon|evening)\b(?!\s+deliver)"
    rf"|(?:just\s+|only\s+)?{_NUMBER}\s+{_UNIT}\s+(?:later|earlier|afterwards?|after|before(?!hand))\b"
    r"|(?:(?:earlier|later)\s+in|in\s+the\s+course\s+of)\s+the\s+day\b(?!\s+of)"
    r"|by\s+(?:nightfall|dusk|(?:the\s+)?(?:early|late)\s+(?:afternoon|evening))\b(?!\s+on)"
    r"|the\s+day\s+(?:after(?!\s+tomorrow)|before(?!\s+yesterday))\b"
    rf"|(?:just\s+|only\s+)?(?:(?:half\s+)?{_NUMBER}\s+)?(?:hour|minute)s?\s+(?:later|earlier|afterwards?)\b"
    r"|(?:forty-eight|twenty-four)\s+hours\s+(?:later|earlier|after)\b"
    r"|the\s+(?:day|morning|evening|night|afternoon)\s+(?:after|following)\b(?=\W*$|[,.;:])"
    rf"|the\s+{_WEEKDAY}\s+(?:before|after|following)\b(?=\W*$|[,.;:]|\s+and\b)"
    r"|within\s+(?:the\s+|an?\s+|(?:a\s+few|a\s+couple\s+of|two|three|four|some)\s+)?(?:hour|minute)s?\b(?!\s+of)"
    rf"|(?:(?<=on\s)the|the\s+(?:following|previous)|that(?:\s+same)?)\s+{_WEEKDAY}{_PART}{_NO_NOUN}"
)
_RELATIVE = (
    r"the\s+day\s+(?:after\s+tomorrow|before\s+yesterday)"
    rf"|(?:yesterday|today|tomorrow){_PART}|(?:earlier|later)\s+today|tonight|overnight|last\s+night"
    r"|the\s+(?:night|evening|afternoon|morning)\s+before\b(?=\W*$|[,.;:]|\s+(?:last|and|but))|the\s+night\s+before"
    r"|the\s+previous\s+(?:day|night|evening|morning|afternoon|week|month|year)|this\s+(?:morning|afternoon|evening)"
    r"|(?:earlier|later)\s+(?:this|last|next)\s+(?:week|month|year)"
    r"|(?:early|late|end\s+of)?\s*\b(?:last|this|next|the\s+coming)\s+(?:week|month|year|weekend|spring"
    r"|summer|autumn|fall|winter)(?:end)?\b"
    r"|(?:over|at)\s+the\s+weekend"
    rf"|(?:(?:half\s+)?{_NUMBER}\s+)?(?:hour|minute)s?\s+ago"
    rf"|{_NUMBER}\s+{_UNIT}\s+ago|(?:in|within)\s+(?:the\s+next\s+)?{_NUMBER}\s+(?:day|week|month"
    rf"|year)s(?!\s+of)(?:['’]\s+time)?"
)
_VAGUE = (
    r"in\s+(?:the\s+)?(?:coming|next\s+few|recent|past\s+few|last\s+few)\s+(?:hours|days|weeks|months"
    r"|years)|in\s+the\s+near\s+future"
)
_SEASON = rf"(?:(?:early|late|the)\s+)?(?:spring|summer|autumn|fall|winter)(?:\s+of)?,?\s+{_YEAR}"
_MONTHS = (
    rf"{_QUALIFIER}?{_MONTH},?\s+(?:of\s+)?(?:{_YEAR}|(?:last|this|next)\s+year)"
    rf"|(?:earlier|later)\s+in\s+{_FULL_MONTH}|(?:{_QUALIFIER}|(?:last|next|this|the|its|their|a)\s+){_FULL_MONTH}"
    rf"|(?:in|since|by|during|from|until|till|before|after|through)\s+{_FULL_MONTH}(?!\s+(?:the\s+)?{_DAY})|{_SURE_MONTH}"
)
_YEARS = (
    rf"(?:{_QUALIFIER}|(?:in|since|during|until|till|before|after|year|year\s+of"
    rf"|from)\s+(?:the\s+)?(?:year\s+)?){_YEAR}(?:[-–/]\d{{2,4}})?"
    rf"|(?<=the\s){_YEAR}(?=\s+[a-z])|(?<=\(){_YEAR}(?:[-–]{_YEAR})?(?=\))|(?:the\s+)?(?:19|20)\d0s"
)
_POINTS = (
    ("day", rf"{_WHEN}{_ABOUT}(?:{_NUMERIC}|{_DMY}|{_MDY})"),
    (
        "weekday",
        rf"{_WHEN}(?<!bloody\s)(?<!black\s)(?<!good\s)(?<!palm\s)(?:{_WEEKDAYS})(?!\s+(?-i:Times|Telegraph"
        rf"|Mirror|Herald|Mail|Express))",
    ),
    ("day", rf"{_WHEN}the\s+(?:night|morning|afternoon|evening)\s+of\s+the\s+{_ORDINAL}(?!\s+of)"),
    (
        "day",
        rf"(?:(?:on|since|by|from|until|of)\s+(?:about\s+)?){_NTH}{_NO_NOUN}|(?:(?<=^)|(?<=[.;,]\s)){_NTH}(?=,|\s+brought\b)",
    ),
    ("anchored", rf"{_WHEN}(?:{_ANCHORED})"),
    ("vague", _VAGUE),
    ("relative", rf"{_WHEN}(?:{_RELATIVE})"),
    ("season", rf"{_WHEN}(?:{_SEASON})"),
    ("month", rf"{_WHEN}{_ABOUT}(?:{_MONTHS})"),
    ("year", rf"{_WHEN}{_ABOUT}(?:{_YEARS})"),
)
_SIMPLE = rf"(?:{_NUMERIC}|{_DMY}|{_MDY}|(?:the\s+)?{_ORDINAL}|{_WEEKDAYS}|{_MONTHS}|{_YEAR})"
_RANGE = (
    rf"(?P<range>(?:from|between)\s+(?:{_SIMPLE}|{_DAY}){_JOIN}{_SIMPLE}|{_DMY}{_JOIN}{_DMY}"
    rf"|{_MDY}{_JOIN}{_MDY}"
    rf"|(?:on\s+)?the\s+{_ORDINAL}{_JOIN}(?:the\s+)?{_ORDINAL}{_NO_NOUN})"
)
_CHOICES = [f"(?P<k{at}>{pattern})" for at, (_, pattern) in enumerate(_POINTS)]


def _one_of(choices: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(choices)})(?![\w])", re.IGNORECASE)


# By what comes first in them: a number, month or weekday, or else a unit or part of time.
_FIND = _one_of([_RANGE, *(_CHOICES[at] for at in (0, 1, 3, 4, 6, 8, 9))])
_FIND_UNIT = _one_of([_CHOICES[at] for at in (2, 4, 5, 6, 7, 9)])
_KINDS = {"range": "range"} | {f"k{at}": "month" if kind == "season" else kind for at, (kind, _) in enumerate(_POINTS)}
_NAMES = """January February March April May June July August September October November December Jan Feb Mar Apr Jun
    Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
_PLAIN = """day days night nights nightfall dusk fortnight
    week weeks weekend month months year years decade decades hour hours minute minutes morning evening afternoon
    yesterday today tomorrow tonight overnight future hours spring summer autumn fall winter""".split()
_OPENERS = """on in since by during from at between around about approximately circa roughly the early mid late
    beginning start middle end first second course last next this earlier later that just only over within a an one two
    three four five six seven eight nine ten eleven twelve fourteen twenty thirty few several couple until till before
    after through of year its their half forty that""".split()
_UNITS = frozenset({*_PLAIN, *map(str.capitalize, _PLAIN), *map(str.upper, _PLAIN)})
_CORE = _UNITS.union(_NAMES, map(str.upper, _NAMES))
_OPEN = frozenset({*_OPENERS, *map(str.capitalize, _OPENERS), *map(str.upper, _OPENERS)})
# All that can stand in an expression before the word of time or number that makes it one.
_INNER = "very same following previous coming past recent near".split()
_LEADING = _OPEN.union(_INNER, map(str.capitalize, _INNER), map(str.upper, _INNER))
_DIGIT = re.compile(r"\d")
# Words in front that belong to the sentence, not to the date.
_DROP = re.compile(
    r"(?:of|until|till|before|after|through|at|its|their|a|year|from|during)\s+(?!the\s+(?:weekend|night))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def find_dates(text: str) -> tuple[DateMention, ...]:
    """All expressions of time in an English text, in order, not overlapping; clock times are left out."""
    mentions = []
    for found in _expressions(text):
        kind = _KINDS[found.lastgroup or "range"]
        start, end = found.span()
        if kind != "range":
            front = _DROP.match(text, start, end)
            if front and not (kind in ("anchored", "relative") and front.group().lower().startswith("a")):
                start = front.end()
        mentions.append(DateMention(start, end, text[start:end], kind))
    return tuple(mentions)


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """Matches of the pattern, tried only where a word opens an expression and nothing else stands before one of time."""
    words = words_of(text)
    told = _CORE.intersection(words)
    if _DIGIT.search(text):
        cores = [at for at, word in enumerate(words) if word in told or word.isdecimal()]
    else:
        cores = [at for at, word in enumerate(words) if word in told] if told else []
    if not cores:
        return
    starts = starts_of(text)
    done = 0
    for at, core in _beginnings(words, cores):
        start = starts[at]
        if start >= done:
            found = (_FIND_UNIT if words[core] in _UNITS else _FIND).match(text, start)
            if found:
                yield found
                done = found.end()


def _beginnings(words: Sequence[str], cores: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The words at which an expression may begin, each with its first word of time or number (`cores`): itself, or one it leads to."""
    done = 0
    for core in cores:
        first = core
        while first > done and words[first - 1] in _LEADING:
            first -= 1
        for at in range(first, core):
            if words[at] in _OPEN:
                yield at, core
        yield core, core
        done = core + 1


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
    given: set[Point] = set()
    for future in (False, True):
        plain = {m.text: resolve_date(m.text, published, anchor, future) for m in mentions}
        given.update(point for value in plain.values() for point in _points(value))
        for mention in mentions:
            if mention.kind == "anchored":
                for other, value in plain.items():
                    if value and other != mention.text:
                        given.update(_points(resolve_date(mention.text, published, value, future)))
            elif published is not None:
                given.update(_points(resolve_date(mention.text, None, anchor, future)))
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
