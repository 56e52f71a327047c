"""What the words make of an act that a noun tells: done, planned, denied, or none at all."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.status.rumours import unconfirmed
from summarizer.engines.rules.status.stance import Stance
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_HEDGES = frozenset(("allegedly", "reportedly", "apparently", "purportedly", "supposedly"))
_ON_THE_PHONE = frozenset("return returns returned returning answer answers answered answering missed".split())
# Near a noun that tells an act: it is only possible, still to come, or didn't happen.
_MAYBE = frozenset("may might could should if possible potential would future".split())
_AHEAD = frozenset("will planned plans upcoming scheduled".split())
_NOT = frozenset(("no", "denied", "not"))
_DELAYING = tk.all_forms("postpone cancel delay")
_CALLS = frozenset(
    "call calls called calling appeal appeals appealed press pressed pressing plead pleaded push pushed".split()
)
_COMING_ABOUT = tk.all_forms("begin start resume hold take happen occur convene open materialise materialize")
_MARKS = frozenset((",", ";", ":", "which", "that", "who"))
_NEVER = frozenset(("not", "never", "n't"))
_SET = frozenset("planned scheduled set fixed slated foreseen pencilled expected".split())
_REMAINING = frozenset(("remains", "remain", "remained"))
_DUE = frozenset("is are due set scheduled slated planned".split())


def _wished_for(low: list[str], noun: int) -> bool:
    """Whether a noun only says what somebody calls for: "called for the closure of the border", "demanded an end to the ban"."""
    at = noun - 1 - (low[noun - 1] in ("the", "a", "an", "immediate", "their", "its"))
    at -= low[at] == "the"
    return low[at] == "for" and low[at - 1] in _CALLS


def _put_off(reading: Reading, noun: int) -> bool:
    """Whether a noun names what somebody puts off or cancels: "put off the signing of an agreement"."""
    low = reading.words.low
    at = noun - 1
    while at > 0 and (low[at] in tk.DETERMINERS or (at in reading.at and not reading.verb[at])):
        at -= 1
    return low[at] in _DELAYING or (low[at] == "off" and low[at - 1] in ("put", "called", "call", "puts", "calls"))


def noun_stance(reading: Reading, frame: Frame, lexicon: Lexicon) -> Stance | None:
    """The stance of an act that a noun tells, or None where it tells none."""
    low = reading.words.low
    if frame.charge is not None:
        return Stance(frame.pattern.type, frame.pattern.mode, "alleged")
    if _wished_for(low, frame.first) or _put_off(reading, frame.first):
        return None
    near = range(max(0, frame.first - 5), min(frame.last + 6, len(low)))
    window = [low[j] for j in near if low[j] != "may" or reading.words.raw[j] == "may"]  # not the month
    if not _MAYBE.isdisjoint(window):
        return None
    before = low[max(0, frame.first - 4) : frame.first]
    if low[frame.first] in ("call", "calls") and not _ON_THE_PHONE.isdisjoint(before):
        return None  # "did not return calls from reporters"
    if not _NOT.isdisjoint(before) or not _NEVER.isdisjoint(low[frame.first : frame.last + 1]):
        return Stance(frame.pattern.type, frame.pattern.mode, "denied")
    if _not_held(reading, frame):
        return Stance(frame.pattern.type, frame.pattern.mode, "denied")
    future = lexicon.controls.get("future")
    promised = future.result(frame.pattern.type, frame.pattern.mode) if future and _to_come(reading, frame) else None
    if promised:
        return Stance(*promised, "planned")
    status: Status = "alleged" if is_hedged(reading, frame) else "occurred"
    if not _AHEAD.isdisjoint(window):
        status = "planned"
    return Stance(frame.pattern.type, frame.pattern.mode, status)


def _not_held(reading: Reading, frame: Frame) -> bool:
    """Whether the next verb says that it hasn't come about: "Talks between Togo and Benin have not begun"."""
    low = reading.words.low
    verb = next((j for j in range(frame.last + 1, len(low)) if reading.verb[j] or low[j] in _MARKS), None)
    return verb is not None and low[verb] in _COMING_ABOUT and verb_group(reading, verb).negated


def _to_come(reading: Reading, frame: Frame) -> bool:
    """Whether the next verb sets a day for it: "Talks between Togo and Benin are to open on 3 May", "remains planned for Friday"."""
    low, noun = reading.words.low, reading.at.get(frame.first)
    verb = next((j for j in range(frame.last + 1, len(low)) if reading.verb[j] or low[j] in _MARKS), None)
    if verb is None or noun is None or noun.prep or not reading.verb[verb]:
        return False
    if any(noun.stop <= m.start < verb and not m.prep and low[m.start - 1] != "and" for m in reading.mentions):
        return False
    if low[verb] in _REMAINING and low[verb + 1 : verb + 2] and low[verb + 1] in _SET:
        return True
    group = verb_group(reading, verb)
    if group.negated:
        return False
    if low[verb] in _SET:
        return group.be
    if low[verb] not in _COMING_ABOUT:
        return False
    return group.modal in ("will", "shall") or (group.infinitive and low[group.start - 1] in _DUE)


def is_hedged(reading: Reading, frame: Frame) -> bool:
    """Whether a word near by leaves an act to hearsay: "allegedly"."""
    low = reading.words.low
    return not _HEDGES.isdisjoint(low[max(0, frame.group.start - 3) : frame.last + 2]) or unconfirmed(reading.words)
