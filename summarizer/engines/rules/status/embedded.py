"""Acts that a verb tells only as part of something else: a condition, a wish, what is awaited, let, or still to come."""

from __future__ import annotations

from itertools import compress

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.status.ruling import Rules, one_holds
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading, climb

_INVERTED = frozenset(("should", "were", "had"))
_SUBJECTS = frozenset("a an the its their his her our my this that these those it he she they we".split())
_WANTING = tk.all_forms("want")
_AWAITED = frozenset(("before", "until", "till", "unless"))
_UNTIL = frozenset(("until", "till"))
_NEVER = frozenset(("not", "never", "no", "nothing", "nobody", "none"))
_LETTING = tk.all_forms("let make")
_WISHING = tk.all_forms("want need order wish demand")
_ONCE = frozenset(("when", "once"))
_MAYBE = frozenset(("should", "must", "may", "might", "could", "can"))
_ENDS = frozenset(("to", "and", "or", ",", ";", ":"))


def is_embedded(reading: Reading, frame: Frame) -> bool:
    """Whether an act is told only as part of something else, so that nobody is said to have done it."""
    return one_holds(_RULES, reading, frame)


def _inflected(form: str) -> bool:
    return form.endswith(("s", "ed", "ing")) or form in tk.STRONG_PASTS


def _inverted(reading: Reading, frame: Frame) -> bool:
    """A condition without "if": "Were Chad to let it lapse, …", "… should the trip proceed"."""
    low, i = reading.words.low, frame.first
    if low[0] in _INVERTED and i > 1 and not reading.verb[1] and "," not in low[:i]:
        return True
    if "should" not in low:
        return False
    for j in range(i, -1, -1):
        if low[j] in ",;:" or low[j] in tk.QUOTES:
            return False
        if low[j] == "should" and j + 1 < len(low) and j + 1 != frame.group.verb:
            return low[j + 1] in _SUBJECTS or j + 1 in reading.hits
    return False


def _own_wish(reading: Reading, frame: Frame) -> bool:
    """What somebody wants to do himself: "Italy wants to table the plan"."""
    low, i = reading.words.low, frame.first
    return low[i] in _WANTING and low[i + 1 : i + 2] == ["to"]


def _awaited(reading: Reading, frame: Frame) -> bool:
    """What something waits for: "won't be reopened before Chad apologises", "will stay until Chad pays"."""
    low, start = reading.words.low, frame.clause[0]
    at = start - 1 if start and low[start - 1] in _AWAITED else start
    if at >= len(low) or low[at] not in _AWAITED:
        return False
    if low[max(at - 1, 0)] == "long":
        return False  # "It was not long before Chad closed the road"
    bare = not frame.pattern.noun and frame.group.start == frame.first
    if bare and low[at] in _UNTIL and "not" not in low[max(at - 1, 0) : at] and _now(reading, frame):
        return True
    before = low[: max(at - 1, 0)]  # "Not until Monday did …" tells the act
    return any(word in _NEVER or word.endswith("n't") for word in before)


def _still_to_come(reading: Reading, frame: Frame) -> bool:
    """What will be, told in the present: "when they meet on Monday"."""
    low, group, start = reading.words.low, frame.group, frame.clause[0]
    at = start - 1 if start and low[start - 1] in _ONCE else start
    if frame.pattern.noun or group.start != frame.first or at >= len(low) or low[at] not in _ONCE:
        return False
    return _now(reading, frame)


def _now(reading: Reading, frame: Frame) -> bool:
    """Whether the verb stands in the present."""
    form = reading.words.low[frame.first]
    if form in tk.UNCHANGED and any(map(_past, compress(reading.words.low, reading.verb))):
        return False  # "It ended when Chad quit the bank"
    return form.endswith("s") or not _inflected(form)


def _past(form: str) -> bool:
    return form in tk.STRONG_PASTS or form.endswith("ed")


def _with_modal(reading: Reading, frame: Frame) -> bool:
    """What shares "should" or "may" with the verb before: "should free the men and allow lawyers in"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or frame.group.start != i or not i or low[i - 1] not in ("and", "or") or _inflected(low[i]):
        return False
    verb = next(
        (j for j in range(i - 2, max(i - 40, -1), -1) if verb_group(reading, j).modal and reading.verb[j]), None
    )
    return verb is not None and verb_group(reading, verb).modal in _MAYBE


def _under_let(reading: Reading, frame: Frame) -> bool:
    """What somebody is let or made to do belongs to that verb: "let the traders ship rice"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or frame.group.start != i or _inflected(low[i]):
        return False
    before = next((j for j in range(i - 1, max(i - 9, -1), -1) if reading.verb[j] or low[j] in _ENDS), None)
    return before is not None and low[before] in _LETTING and before < i - 1


def _wanted_done(reading: Reading, frame: Frame) -> bool:
    """What is wanted or ordered to be done: "want the smelter nationalised", "ordered the bureau shut"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or frame.group.start != i or i < 2 or low[i].endswith(("s", "ing")):
        return False
    thing = reading.at.get(i - 1)
    top = climb(reading, thing) if thing is not None and thing.prep else thing
    return top is not None and bool(top.start) and low[top.start - 1] in _WISHING


def _meant(reading: Reading, frame: Frame) -> bool:
    """What something is for: "offered a frigate to patrol the reef"."""
    low, last = reading.words.low, frame.last
    return frame.pattern.noun and last > frame.first and reading.verb[last] and low[last - 1] == "to"


_RULES: Rules = (
    _inverted,
    _own_wish,
    _awaited,
    _still_to_come,
    _with_modal,
    _under_let,
    _wanted_done,
    _meant,
)
