"""Which of several days in a sentence is that of the verb before the act, and which the act's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.belonging import apart
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention

_DATING = frozenset(("day", "weekday", "relative", "anchored"))
_JOINING = frozenset(("and", "but", "before"))
_THEN = frozenset("then later afterwards subsequently finally also".split())
_CLOSING = frozenset((",", ")"))
_AT_ONCE = frozenset("meeting sitting convening gathering speaking acting".split())  # as who acts does so
_LEADING = frozenset(("before", "after", "by"))  # "Before arresting four on Wednesday, Chad …"


def in_brackets(reading: Reading, frame: Frame, text: str, mention: DateMention, base: int) -> bool:
    """Whether a day stands alone in brackets behind the act: "expelled two envoys (Tuesday) and arrested four traders (Wednesday)"."""
    if (
        mention.kind not in _DATING
        or text[mention.start - 1 : mention.start] != "("
        or text[mention.end : mention.end + 1] != ")"
    ):
        return False
    date = bisect_left(reading.words.starts, mention.start + base)
    return not frame.pattern.noun and frame.last < date and not any(reading.verb[frame.last + 1 : date])


def of_the_verb_before(
    reading: Reading, frame: Frame, mentions: Sequence[DateMention], bounds: tuple[int, int], speech: bool
) -> bool:
    """Whether the first of these dates closes the clause of the verb before: "took it on 3 May and gave it back a week later"."""
    if len(mentions) < 2:
        return False
    words, (base, right) = reading.words, bounds
    nxt = bisect_left(words.starts, mentions[0].end + base)
    while nxt < frame.first and words.low[nxt] in _CLOSING:
        nxt += 1
    if nxt > frame.first:
        return False
    date = bisect_left(words.starts, mentions[0].start + base)
    if words.low[nxt - 1] == "," and _while_acting(words.low, date):
        return False
    joined = words.low[nxt] in _JOINING and nxt >= frame.group.start - 3
    joined = joined or (words.low[nxt - 1] == "," and _listed(reading, frame, nxt))
    simple = not joined
    if (
        simple
        and not _of_outer_verb(reading, frame, date)
        and (speech or not _of_participle(reading, frame, date, nxt))
    ):
        return False
    trigger = words.ends[frame.last]
    return any(
        trigger <= other.start + base
        and other.start <= right
        and other.kind in _DATING
        and not apart(words, words.starts[frame.first], other.start + base)
        and not (simple and _of_verb_behind(reading, frame, other.start + base))
        for other in mentions[1:]
    )


def _listed(reading: Reading, frame: Frame, at: int) -> bool:
    """Whether the act is the next of several, behind a comma: "… on Monday, condemned it on Tuesday and …"."""
    return not frame.pattern.noun and frame.group.start == at + (reading.words.low[at] in _THEN)


def _of_outer_verb(reading: Reading, frame: Frame, date: int) -> bool:
    """Whether the token `date` stands right behind the verb whose object tells the act: "condemned on Friday the raid of Sunday"."""
    return frame.pattern.noun and reading.verb[date - 1] and not any(reading.verb[date + 1 : frame.first])


def _of_participle(reading: Reading, frame: Frame, date: int, subject: int) -> bool:
    """Whether a comma closes, behind the date at token `date`, what a participle leads in: "Having expelled two on Tuesday, Chad …"."""
    low = reading.words.low
    if frame.pattern.noun or low[subject - 1] != "," or "," in low[subject : frame.group.start]:
        return False
    first = next((j + 1 for j in range(date - 1, -1, -1) if low[j] == ","), 0)
    first += low[first] in _LEADING
    return first < date and low[first].endswith("ing") and (reading.verb[first] or low[first] == "having")


def _while_acting(low: list[str], date: int) -> bool:
    """Whether the date at token `date` says when those sat who then acted: "The government, meeting on Monday, closed the port …"."""
    opening = next((j for j in range(date - 1, -1, -1) if low[j] == ","), -1)
    return low[opening + 1] in _AT_ONCE


def _of_verb_behind(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether another verb stands between the act and the date at character `start`."""
    return any(reading.verb[frame.last + 1 : bisect_left(reading.words.starts, start)])
