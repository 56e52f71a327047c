"""Whether an expression of time only sets a limit, or says how often: "promised 400 million by June", "before dawn on Tuesday" doesn't."""

from __future__ import annotations

import re

from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.gatherings import at_that_days
from summarizer.normalising.dates import DateMention

_BEFORE = frozenset(("before", "until", "till", "for"))
_LIMITS = frozenset(("before", "until", "till"))  # in small letters: "Until Friday" may open the act's own sentence
_ENDS = frozenset(("until", "till"))
_DEADLINES = _BEFORE | {"by", "from"}
_OUTSIDE = re.compile(r"(?:\btime|\bkind|\bsince then|\bso far|\balready|['’]s (?:first|second|third))$", re.I)
_LOCAL_TIME = re.compile(r"\d(?: ?[ap]\.?m\.?)? (?:[\w'’]+ ){1,2}time,? $", re.I)
_OUTSIDE_ENDS = ("time", "kind", "then", "far", "already", "first", "second", "third")
WHEN = re.compile(
    r",? (?:when|the (?:day|night|morning|afternoon|evening) (?:on which|when|that))\b"
    r"| (?:in|during|at) which\b"  # "the air strike of 4 June in which …"
    r"|['’]s (?:[\w-]+ ){0,2}[\w-]+,? (?:in|at|during) which\b"  # "Wednesday's vote, in which …"
)
# "gave no answer until Wednesday, when it turned the offer down", "waited until Sunday before expelling two"
_AND_THEN = re.compile(r", when |,? before \w+ing\b")
_WAITED = re.compile(r"\b(?:waited|took|needed|wanted|held off)\b[^,.;:]{0,20} until (?:late |early )?(?:on )?$")
_TO_DO_BY = re.compile(r"\b(?:urged|asked|told|ordered|warned|called (?:up)?on)\b[^.,;:]{0,50} to [^.,;:]{3,60} $")
_HOUR = len("until midnight ") + 1  # characters
_HOUR_OF = re.compile(r"(?<=\buntil )(?:midnight|noon|midday) $", re.I)  # "until midnight on Sunday"
_HOUR_BEFORE = re.compile(
    r"\b(?:(?:shortly|just|well|long) )?(?:before|after|since|until) "
    r"(?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|midnight) $"
)
_LONGEST_HOUR = 24  # characters
_SET = re.compile(
    r"\b(?:due|planned|scheduled|set|slated|booked|arranged)(?: to (?:be held|take place|begin|start|open))?(?: for| in [A-Z]\w+)? $"
)
_LONGEST_SETTING = 50  # characters
_LONGEST = 12  # characters, more than `_OUTSIDE` looks at


def is_deadline(text: str, mention: DateMention, trigger: int, clock: Clock) -> bool:
    """Whether an act done or asked for only names a later day: "promised 400 million by June"."""
    front = text[: mention.start]
    if front[-1:].isspace():
        end = front.rstrip()[-_LONGEST:]
        if end.lower().endswith(_OUTSIDE_ENDS) and _OUTSIDE.search(end) and not _dates_anyway(front, mention):
            return True  # "for the second time this month"
    if (
        mention.kind == "month"
        and mention.text.lower().startswith("the ")
        and text[mention.end : mention.end + 1] == " "
        and " of " not in mention.text
    ):
        return True  # "in breach of the September truce"
    if "until " in front[-_HOUR:].lower():
        front = _HOUR_OF.sub("", front)
    words = front.rsplit(maxsplit=1)[-1:]
    word = words[0] if words else ""
    if word in _ENDS and mention.start < trigger and _AND_THEN.match(text, mention.end):
        return False
    if word in _ENDS and waited_until(front, text[mention.end :]):
        return False
    if word in _LIMITS and mention.start < trigger:
        return True  # "to leave before January 31, and dismissed its claim"
    if mention.text.startswith("by ") and _TO_DO_BY.search(text, 0, mention.start):
        return not clock.future
    if text[mention.end : mention.end + 2] in ("’s", "'s") and mention.end + 3 != trigger:
        return not (WHEN.match(text, mention.end) or at_that_days(text, mention))  # "called off next week's meeting"
    if word.lower() in _ENDS and clock.future and not clock.speech and mention.start > trigger:
        return True  # "will bar its lorries until Friday"
    if mention.start < trigger or (clock.future and not clock.speech) or mention.kind == "range":
        return False
    limits = _DEADLINES if clock.speech else _BEFORE
    if mention.text.startswith("before the "):
        return False  # "agreed before the day was out": that day
    return word.lower() in limits or mention.text.split(maxsplit=1)[0].lower() in limits


def waited_until(front: str, behind: str) -> bool:
    """Whether a day between these words is that of what somebody got round to: "needed until Sunday to free them"."""
    return behind.startswith(" to ") and _WAITED.search(front) is not None


def _dates_anyway(front: str, mention: DateMention) -> bool:
    """Whether it dates by itself: "a second time on Monday", "already yesterday", "already in May", "at 10:30 local time Tuesday"."""
    low = mention.text.lower()
    if mention.kind not in ("day", "weekday"):
        return low.startswith("yesterday") or (mention.kind == "month" and low.startswith("in "))
    return low.startswith("on ") or _LOCAL_TIME.search(front) is not None


def with_hour(text: str, start: int) -> int:
    """Where "before dawn on Tuesday" begins when its day does at `start`: no "before" of a clause."""
    hour = _HOUR_BEFORE.search(text, max(start - _LONGEST_HOUR, 0), start)
    return hour.start() if hour is not None else start


def is_set(text: str, mention: DateMention) -> bool:
    """Whether a day is only that for which something is set: "called off a visit planned for Friday"."""
    return _SET.search(text, max(mention.start - _LONGEST_SETTING, 0), mention.start) is not None
