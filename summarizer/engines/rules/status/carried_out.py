"""Whether the words before "to" say that an act was done: "was glad to accept", "had no choice but to", "prompted Chad to"."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading, climb

_MOVED = frozenset(
    "glad happy pleased quick swift forced compelled obliged constrained prompted led driven persuaded induced".split()
)
_MOVING = tk.all_forms("prompt lead cause drive compel provoke oblige induce persuade convince") - {"lead", "leads"}
_OPTIONS = frozenset("choice option alternative way".split())
_LEFT_WITH = frozenset(("had", "left", "saw", "found"))
_WENT_AHEAD = frozenset("hastened preferred condescended deigned".split())
_PASSED = frozenset("needed took waited".split())
_LENGTHS = frozenset(
    "one two three four five six half only just barely until more less than following next night nights st nd rd th".split()
)
_GONE = frozenset(("went", "gone"))
_TAKEN = frozenset("used uses took takes went".split())
# By which somebody speaks: "used a speech to condemn", "took to the radio to accuse", "took the floor to reject".
_MEDIA = frozenset(
    """speech address interview floor radio television tv airwaves podium rostrum lectern twitter facebook telegram broadcast
    briefing letter message""".split()
)
_SUPPOSED = frozenset("if unless whether as though".split())
_LONGEST = 7  # tokens between "needed" and "to"


def carried_out(reading: Reading, k: int) -> bool:
    """Whether the words up to `k`, before "to", say that it was done: "was glad to accept", "needed one night to refuse"."""
    low = reading.words.low
    word, outer = low[k], verb_group(reading, k)
    if outer.modal is not None or "to" in outer.auxiliaries:
        return False
    if word == "hesitate":
        return outer.negated and outer.auxiliaries[:1] == ("did",)
    if outer.negated:
        return False
    if word in _MOVED:
        return outer.auxiliaries[:1] in (("was",), ("were",), ("been",))
    if word == "had":
        return not outer.auxiliaries and _SUPPOSED.isdisjoint(low[: k + 1])
    if word in ("but", "as", "only", ","):
        return _in_the_end(low, k)
    return word in _WENT_AHEAD or _after_a_while(reading, k) or _spoke(reading, k) or _made_to(reading, k)


def _in_the_end(low: list[str], k: int) -> bool:
    """Whether a turn of phrase up to `k`, before "to", tells what came about: "had no choice but", "went so far as", ", only"."""
    if low[k] == "but":
        return low[k - 1] in _OPTIONS and not _LEFT_WITH.isdisjoint(low[max(k - 6, 0) : k])
    if low[k] == "as":
        return low[k - 1] == "far" and not _GONE.isdisjoint(low[max(k - 3, 0) : k])
    return low[k : k + 2] == [",", "only"] or low[max(k - 1, 0) : k + 1] == [",", "only"]


def _made_to(reading: Reading, k: int) -> bool:
    """Whether the group that ends at `k` was brought to do something: "prompted Chad to close the road"."""
    last = reading.at.get(k)
    whom = climb(reading, last) if last is not None else None
    if whom is None or whom.prep:
        return False
    verb = whom.start - 1 - (reading.words.low[whom.start - 1] in tk.DETERMINERS)
    if verb < 0 or reading.words.low[verb] not in _MOVING:
        return False
    outer = verb_group(reading, verb)
    return not (outer.modal or outer.negated or outer.infinitive)


def _spoke(reading: Reading, k: int) -> bool:
    """Whether the words up to `k`, before "to", tell by what means something was said: "used a speech in Paris to condemn"."""
    low = reading.words.low
    if _TAKEN.isdisjoint(low[: k + 1]):
        return False
    verb = next((j for j in range(k - 1, max(k - _LONGEST, -1), -1) if reading.verb[j]), None)
    if verb is None or low[verb] not in _TAKEN or _MEDIA.isdisjoint(low[verb + 1 : k + 1]):
        return False
    group = verb_group(reading, verb)
    return not (group.modal or group.negated or group.infinitive or "," in low[verb:k])


def _after_a_while(reading: Reading, k: int) -> bool:
    """Whether a time up to `k` is what somebody needed: "waited until the next day", "it took Chad a day", but not "it took a year"."""
    low = reading.words.low
    for j in range(k, max(k - _LONGEST, 0), -1):
        if low[j] in _PASSED:
            return j < k and low[j - 1] != "it"
        who = reading.at.get(j)
        if who is not None and low[who.start - 2 : who.start] == ["it", "took"]:
            return bool(who.codes or who.person or who.role)
        if not (low[j] in tk.TIME_WORDS or low[j] in _LENGTHS or low[j] in tk.DETERMINERS or low[j].isdigit()):
            return False
    return False
