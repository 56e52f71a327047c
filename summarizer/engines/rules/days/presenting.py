"""Sentences that bring somebody on with a day, and then tell what was done: "Monday's answer came from Ghana, which expelled four"."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import DETERMINERS

NEWS = frozenset(
    """surprise answer reply response blow news move twist step shock objection support help criticism reaction offer rebuke
    protest signal sign proposal condemnation praise relief backing opposition warning salvo retaliation initiative turn
    way gesture movement counter-blow counter-move stroke note resistance""".split()
)
_FROM = frozenset(("from", "by"))
_DONE = frozenset("struck dealt made put taken provided delivered supplied opened".split())
_COMES = frozenset(("came", "comes"))
_IN = frozenset(("in", "during", "at"))
_WHO = frozenset(("which", "who"))
_STOPS = frozenset((";", ":", "that", "who", "which", "“", '"'))
_FRONT = 8  # words between a day and the verb before which it stands


def presented(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether the act is what somebody did whom the sentence brings on with the day at these characters."""
    words, low = reading.words, reading.words.low
    which = frame.group.start - 1
    if frame.group.auxiliaries or which < 2 or low[which] not in _WHO or low[which - 1] != ",":
        return False
    date = bisect_left(words.starts, span[0])
    if date >= which or not _STOPS.isdisjoint(low[: which - 1]):
        return False
    verb = next((j for j in range(1, which - 1) if low[j] in _COMES or (low[j] in _DONE and reading.verb[j])), None)
    if verb is None or NEWS.isdisjoint(low[:verb]) or _FROM.isdisjoint(low[verb + 1 : which]):
        return False
    return low[verb] in _COMES or verb_group(reading, verb).be


def happened_in(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether the sentence opens with a noun of that day in which the act happened: "The 12 May raid on a village, in which …"."""
    words, low = reading.words, reading.words.low
    which = next((j for j in range(frame.group.start - 1, 1, -1) if low[j] == "which"), None)
    if which is None or low[which - 1] not in _IN or words.starts[which] < span[1] or "," in low[which : frame.first]:
        return False
    noun = 1 if low[0] in DETERMINERS else -1  # which may be a verb elsewhere: "The raid on", "The 12 May raid on"
    return all(j == noun or words.starts[j] == span[1] + 1 for j in range(which - 1) if reading.verb[j])


def fronts(reading: Reading, verb: int, span: tuple[int, int]) -> bool:
    """Whether a day stands right before the subject of a verb, at the head of its clause: "…, on the 3rd, Chad announced"."""
    words, low = reading.words, reading.words.low
    first, after = (bisect_left(words.starts, at) for at in span)
    after += low[after : after + 1] == [","]
    if not 0 < verb - after <= _FRONT or (first and low[first - 1] not in (",", ";", "and")):
        return False
    return not any(reading.verb[after:verb]) and _STOPS.isdisjoint(low[after:verb])
