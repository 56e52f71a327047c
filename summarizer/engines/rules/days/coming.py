"""Whether a day in a sentence is one to come, or that on which an act is made known."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.belonging import goes_on
from summarizer.engines.rules.days.candidates import Search
from summarizer.engines.rules.days.parting import decided_then
from summarizer.engines.rules.days.presenting import fronts
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import STRONG, STRONG_PASTS
from summarizer.normalising.dates import DateMention

_AUDIENCE = 60  # characters
_OPENING = frozenset((",", ";", ":", "that", "who", "which", "“", '"'))
_CALL = 6  # words: "called a 48-hour shutdown"
_PRESENT = frozenset(base for base, forms in STRONG.items() if base not in forms and base not in STRONG_PASTS) | {
    "start"
}
_CALLED = frozenset("called calls calling announced ordered".split())
_AHEAD = frozenset("will would due scheduled expected".split())
_FROM = re.compile(r"\bfrom (?:midnight|noon|dawn)? ?(?:on )?$", re.I)


def begins_then(search: Search, mention: DateMention) -> bool:
    """Whether a day is to come: "pulls the plug from January", "called a shutdown from Sunday", "flies on to Rome on Friday"."""
    reading, frame, text = search.reading, search.frame, search.text
    verb = reading.words.low[frame.group.verb]
    if mention.kind not in ("day", "weekday", "month") or frame.group.auxiliaries:
        return False
    if frame.pattern.noun:
        clause = min(frame.clause[0], max(frame.first - _CALL, 0))
        called = not _CALLED.isdisjoint(reading.words.low[clause : frame.first])
        return called and _FROM.search(text, 0, mention.start) is not None
    if text.startswith(":", mention.end):
        return False  # "Monday: Thailand closes a border post": a chronicle
    present = (verb.endswith("s") and not verb.endswith("ss")) or (verb in _PRESENT and _is_finite(reading, frame))
    if mention.start + reading.words.starts[0] < reading.words.starts[frame.group.start] and goes_on(reading, frame):
        return False  # "spoke on Wednesday of bullying and wants them to meet"
    if present and mention.kind == "weekday" and not any(r.start <= frame.first < r.end for r in search.reports):
        return not _in_participle(reading, frame, mention.start + reading.words.starts[0])
    return (present or verb == "called") and _FROM.search(text, 0, mention.start) is not None


def _is_finite(reading: Reading, frame: Frame) -> bool:
    """Whether a bare form is the verb of a clause: no "to hold", no "saw the envoys leave on Monday"."""
    begin, start = frame.clause[0], frame.group.start
    return reading.words.low[frame.group.verb - 1] != "to" and not any(reading.verb[begin:start])


def _in_participle(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a day from character `start` on closes what describes a subject: "Chad's protest, delivered on Tuesday, accuses …"."""
    words = reading.words
    date = bisect_left(words.starts, start)
    if date >= frame.group.start:
        return False
    after = bisect_left(words.starts, words.ends[date] + 1)
    closed = any(words.low[j] == "," for j in range(date, min(after + 2, frame.group.start)))
    return closed and reading.verb[date - 1] and words.low[date - 1].endswith("ed")


def lies_ahead(reading: Reading, frame: Frame) -> bool:
    """Whether a noun tells an act that its clause puts into the future: "is due to discuss it on a visit on Sunday"."""
    return frame.pattern.noun and not _AHEAD.isdisjoint(reading.words.low[frame.clause[0] : frame.first])


def makes_known(search: Search, mention: DateMention) -> bool:
    """Whether an expression of time stands at a verb that makes the act known, or opens the sentence before it."""
    words, start, end = search.reading.words, mention.start + search.base, mention.end + search.base
    return decided_then(search.text, mention) or any(
        (0 <= start - words.ends[verb] <= 12 and words.low[verb + 1] != "that")
        or 0 <= words.starts[verb] - end <= 1
        or start == words.starts[0]
        or fronts(search.reading, verb, (start, end))
        or _with(search.reading, verb, start)
        for verb in search.clock.own
    )


def _with(reading: Reading, verb: int, start: int) -> bool:
    """Whether nothing but an audience or a place stands between a verb and a date: "told a news conference in Oslo on Monday"."""
    words = reading.words
    if not 0 < start - words.ends[verb] <= _AUDIENCE:
        return False
    for j in range(verb + 1, len(words)):
        if words.starts[j] >= start:
            return True
        if reading.verb[j] or words.low[j] in _OPENING:
            return False
    return False
