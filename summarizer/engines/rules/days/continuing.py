"""The day that an act without a date of its own has from the story round it: of the reply that it spells out, of the hour told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.moments import Moment, reach
from summarizer.engines.rules.days.overnight import is_late, tells_morning
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.date_moving import move
from summarizer.normalising.dates import find_dates, resolve_date

# "Belarus replied on Tuesday. It sent away two diplomats …": a short sentence that only says that an answer came, and when.
_ANSWER = re.compile(
    r"\b(?:replied|answered|responded|reacted|retaliated|followed|followed suit|hit back|struck back|acted|moved|came in|joined in"
    r"|(?:answer|reply|response|reaction) came)\b"
)
_SHORT = 11  # words
_NUMBER = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = rf"(?:\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.?m\b\.?|(?:\d{{1,2}}|{_NUMBER}) o[’']clock)"
_HOUR = re.compile(
    r"\b(?:(?:shortly |just |soon |long )?(?:at|before|after|by|towards|since|around) "
    r"(?:dawn|daybreak|sunrise|first light|breakfast|noon|midday|lunch(?:time)?|tea-?time|dusk|dark|sunset|sundown"
    r"|supper|dinner|nightfall|midnight"
    r"|the (?:day|night|evening) was (?:out|over)|the (?:evening|late|midday) (?:news|papers|bulletins?))"
    rf"|(?:shortly |just |soon )?(?:at|before|after|by|towards|around) (?:about |around |half past )?{_CLOCK}"
    rf"|^At (?:about |around |just after |shortly after |half past )?{_NUMBER}(?= [A-Za-z])(?! (?:of|other|more|places|per|in the)\b)"
    r"|(?:(?:early|late|later) )?(?:in|during|in the course of) the (?:(?:early|late) )?"
    r"(?:morning|afternoon|evening|night|small hours|early hours)"
    r"|(?:towards|by) evening)\b(?! of (?!\w{3,}ing\b)| on\b)",
    re.I,
)
_HAS_CLOCK = re.compile(r"\d ?[ap]\.?m\b|o[’']clock")
# One of these stands in each hour: a plain search for them is many times as fast.
_HOURS = (
    "noon",
    "night",
    "morning",
    "evening",
    "daybreak",
    "midday",
    "dawn",
    "dusk",
    "sunrise",
    "first light",
    "sunset",
    "breakfast",
    "lunch",
    "tea",
    "supper",
    "dinner",
    "dark",
    "sundown",
    "the day was",
    "hours",
)
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LATE = re.compile(r"\b(?:night|evening)\b")
_FRESH = dt.timedelta(days=2)
_OPEN = frozenset(("has", "have"))


class Story(NamedTuple):
    """What stands before a sentence: the sentences of its paragraph so far, the last day told, the article's sentences so far."""

    before: tuple[Sentence, ...]
    anchor: str | None
    published: dt.date | None
    earlier: Sequence[Sentence] = ()


def continued(reading: Reading, frame: Frame, sentence: Sentence, story: Story) -> tuple[Moment, int | None]:
    """The day that an act takes from its paragraph or its hour, and the number of the other sentence that tells it, if any."""
    if any(mention.kind != "vague" for mention in find_dates(sentence.text)):
        return Moment(), None
    base = sentence.span.start
    left, right = reach(reading, frame, base)
    low = sentence.text.lower()
    hours = low.startswith("at ") or any(word in low for word in _HOURS) or _HAS_CLOCK.search(low)
    for hour in _HOUR.finditer(sentence.text) if hours else ():
        if left <= hour.start() <= right or hour.start() < reading.words.starts[0] - base + 3:
            day = _day_in_paragraph(story, hour.group()) if names_day(story.before) else _only_day(story)
            day = day or (story.published.isoformat() if story.published else None)
            return (Moment(hour.group(), day), None) if day else (Moment(), None)
    group = frame.group
    if not story.before or frame.pattern.noun or group.modal or group.negated or _OPEN.intersection(group.auxiliaries):
        return Moment(), None
    other = story.before[-1]
    if len(other.text.split()) > _SHORT or not _ANSWER.search(other.text):
        return Moment(), None
    told = [mention for mention in find_dates(other.text) if mention.is_day or mention.kind == "anchored"]
    if len(told) != 1:
        return Moment(), None
    days = [told[0].text]
    edtf = resolve_date(days[0], story.published) if told[0].is_day else story.anchor
    return (Moment(days[0], edtf), other.number) if edtf else (Moment(), None)


def _day_in_paragraph(story: Story, hour: str) -> str | None:
    """The day told last, or the one after it where that was told of a night, and the hour is one of the morning."""
    if story.anchor is None or not tells_morning(hour):
        return story.anchor
    text, told = next((s.text, days) for s in reversed(story.before) if (days := _days(s)))
    at = text.rfind(told[-1])
    return move(story.anchor, 1, "day") if is_late(text, at, at + len(told[-1])) else story.anchor


def _only_day(story: Story) -> str | None:
    """The only day that the article has told so far, if it is that of publication or shortly before: the news itself.

    None where it told of a night: "at dawn" is on the next day then.
    """
    told = [mention for sentence in story.earlier for mention in find_dates(sentence.text) if mention.is_day]
    days = {resolve_date(mention.text, story.published) for mention in told}
    day = days.pop() if len(days) == 1 else None
    if (
        day is None
        or story.published is None
        or not _FULL_DAY.fullmatch(day)
        or any(_LATE.search(m.text) for m in told)
    ):
        return None
    return day if dt.timedelta() <= story.published - dt.date.fromisoformat(day) <= _FRESH else None


def names_day(sentences: tuple[Sentence, ...]) -> bool:
    """Whether one of the sentences names a day."""
    return any(_days(sentence) for sentence in sentences)


def _days(sentence: Sentence) -> tuple[str, ...]:
    return tuple(mention.text for mention in find_dates(sentence.text) if mention.is_day)
