"""Whether an expression of time in a sentence belongs to other words than the act: to the saying, to another verb or clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.gatherings import takes_place
from summarizer.engines.rules.days.papers import PAPER_CLAUSE, PAPERS
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import PREPOSITIONS, Tokens
from summarizer.normalising.dates import DateMention

_BARRIERS = frozenset((";", "that", "who", "which", "said", "says", "denied", "whose"))
# "rejected that on Tuesday", "earlier that week, on the 22nd"
AFTER_THAT = frozenset("on in at as by , . week day month year night evening morning afternoon same".split())
RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))
_PERFECT = frozenset(("has", "have"))
_SHARES = frozenset("each both all most some many none two three".split())  # "…, each of which summoned …"
_SPOKE = frozenset("spoke addressed appeared".split())
_SAT = frozenset("met sat convened assembled gathered".split())  # "The parliament, which met on Wednesday, ratified …"


_SAID = frozenset("said reported rumoured rumored alleged believed thought known understood claimed".split())


def of_the_saying(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether an expression of time stands with a verb of saying, and dates that alone."""
    if clock.speech:
        return False
    words = reading.words
    if _said_to_have(reading, frame, span[0]):
        return True
    if (
        words.low[:2] == ["according", "to"]
        and span[0] < words.starts[_comma_after(words, 0)] < words.starts[frame.first]
    ):
        return True  # "According to a statement on Wednesday, …"
    for r in reports:
        if r.verb in clock.own or frame.first <= r.verb <= frame.last:
            continue
        start, end = words.starts[r.verb], words.ends[r.verb]
        gapped = not r.listed and not reading.verb[r.verb] and r.speaker.start < r.verb
        if gapped and words.ends[r.speaker.end - 1] < span[0] < words.starts[r.verb]:
            return True  # "…, and Chad, on Thursday, that …"
        dash = not words.low[r.verb][0].isalpha()  # "… on Wednesday - Interior Ministry"
        told = words.low[r.verb + 1 : r.verb + 2] == ["that"] and span[0] > end  # "said that on the 17th it will …"
        if not dash and not told and (0 <= span[0] - end <= 12 or 0 <= start - span[1] <= 1):
            return True
        # "…, the minister said in Oslo on Thursday": from the speaker on, only the saying is dated.
        if r.start == 0 and r.speaker.start > frame.first and span[0] > words.starts[r.speaker.start]:
            return True
    return False


def _said_to_have(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether the day at character `start` stands before what somebody is said to have done: "was reported on Friday to have left"."""
    group, low = frame.group, reading.words.low
    if not group.infinitive or "have" not in group.auxiliaries or start >= reading.words.starts[group.start]:
        return False
    saying = next((j for j in range(group.start - 1, 0, -1) if low[j] in _SAID), 0)
    return saying > 0 and reading.words.starts[saying] < start


def _comma_after(words: Tokens, at: int) -> int:
    """The next comma behind a token; 0 when there is none."""
    return next((j for j in range(at + 1, len(words)) if words.low[j] == ","), 0)


def definite_past(frame: Frame, mention: DateMention, clock: Clock) -> bool:
    """Whether a day is told of an act in the perfect ("have sent two more"), which takes none but "since" one.

    "is said to have sent two on Monday" takes any.
    """
    group = frame.group
    if group.infinitive or group.modal or frame.pattern.noun or clock.speech or clock.future:
        return False
    if _PERFECT.isdisjoint(group.auxiliaries):
        return False
    return mention.kind in ("day", "weekday") and not mention.text.lower().startswith("since")


def goes_on(reading: Reading, frame: Frame) -> bool:
    """Whether a verb shares the subject of the one before it ("closed its border on Friday after …, and called in …")."""
    return reading.words.low[frame.group.start - 1] == "and" and frame.group.start > 1


def elsewhere(reading: Reading, frame: Frame, span: tuple[int, int], speech: bool) -> bool:
    """Whether a relative clause holds either the act or the expression of time, and not the other; `speech`: it is one of words."""
    words = reading.words
    low = words.low
    if RELATIVES.isdisjoint(words.forms):
        return False
    date = bisect_left(words.starts, span[0])
    for j in compress(range(1, len(low) - 1), map(RELATIVES.__contains__, low[1:])):
        if low[j - 1] == "," or (low[j - 1] in PREPOSITIONS and low[j - 2] == ","):
            if low[j] == "where" and words.starts[j - 1] == span[1]:
                continue  # "was called in on Tuesday, where she was handed a note, and …"
            if j < date < frame.first and (low[j + 1] in _SAT or (speech and low[j + 1] in _SPOKE)):
                continue  # "Okoro, who spoke at a congress yesterday, asked …"
            close = next((k for k in range(j + 2, len(low)) if low[k] in (",", ".", ";", ":")), len(low))
            if (j <= frame.first < close) != (j <= date < close) and close < len(low) and low[close] == ",":
                return True
        elif low[j] in ("whom", "whose") and date < j < frame.first:
            return True  # "froze on Tuesday the assets of 17 people whom it accuses of …"
        elif j < date < frame.first and low[date - 1] != "," and any(reading.verb[j:date]):
            return True  # "Gunmen who hijacked a bus last Friday released …"
    return False


def apart(words: Tokens, one: int, other: int, speech: bool = False) -> bool:
    """Whether a new statement begins between two places of the sentence; what is said in "a note which came on Monday" is not apart."""
    first, last = min(one, other), max(one, other)
    low = words.low
    between = range(bisect_right(words.starts, first), bisect_left(words.starts, last))
    if _BARRIERS.isdisjoint(low[between.start : between.stop]):
        return False
    return any(
        low[j] in _BARRIERS
        and not (low[j] == "that" and (low[j + 1] in AFTER_THAT or low[j - 1] in PREPOSITIONS))
        and not (low[j] in ("which", "whom") and low[j - 1] == "of" and low[j - 2] in _SHARES)
        and not (speech and low[j] in PAPER_CLAUSE and low[j - 1] in PAPERS)
        and not (speech and low[j] == "who" and low[j + 1] in _SPOKE)
        and not takes_place(low, j)
        for j in between
    )
