"""What tells how an article was made, and no act: who was asked, who won't be named, who is sought."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.status.ruling import Rules, one_holds
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_ASKING = tk.all_forms("ask request prefer want decline")
_WITHHELD = frozenset("named identified quoted cited photographed".split())
_ANSWERS = frozenset("comment comments interview interviews anonymity".split())
_WHOSE = frozenset("his her its their".split())
# Participles of whoever is interviewed, each with the words that may follow it.
_SOUGHT = {
    "asked": frozenset("about whether why how what if when where who by for".split()),
    "pressed": frozenset("about on whether why how what by for".split()),
    "questioned": frozenset("about on by".split()),
    "visited": frozenset("at in by there here".split()),
}
_KEEPING = tk.all_forms("decline refuse")
_TELLING = frozenset("comment elaborate say specify answer name identify explain disclose go be give provide".split())
_DETAILS = frozenset("detail details comment comments particulars drawn into".split())
_ALL_IN_ALL, _IN_ALL = ["all", "in", "all"], (["in", "all"], ["in", "total"])
_ASIDE = frozenset(("when", "if", "once", "as", "though", "although", "while", "even"))


def is_of_the_report(reading: Reading, frame: Frame) -> bool:
    """Whether the words of a frame only tell how the report was made, or whom somebody looks for."""
    return one_holds(_RULES, reading, frame)


def _withheld(reading: Reading, frame: Frame) -> bool:
    """How the report was made: "asked not to be named", "declined to go into detail", "briefed on the matter"."""
    low, i = reading.words.low, frame.first
    if low[i] in _KEEPING and low[i + 1 : i + 2] == ["to"] and not _TELLING.isdisjoint(low[i + 2 : i + 3]):
        return low[i + 2] not in ("go", "be", "give", "provide") or not _DETAILS.isdisjoint(low[i + 3 : i + 6])
    if low[i] in _ASKING:
        after = low[i + 1 : i + 6]
        nameless = "name" in low[i + 1 : i + 8] and not _WHOSE.isdisjoint(low[i + 1 : i + 8])
        return nameless or not _ANSWERS.isdisjoint(after) or ("be" in after and not _WITHHELD.isdisjoint(after))
    return low[i] == "briefed" and low[i + 1 : i + 2] in (["on"], ["about"], ["by"])


def _asked_back(reading: Reading, frame: Frame) -> bool:
    """What only leads to an answer: "when pressed, he said …"."""
    low, i = reading.words.low, frame.first
    bare = frame.pattern.type == "REQUEST" and not frame.pattern.noun and frame.group.start == i
    return bare and bool(i) and low[i - 1] in _ASIDE and low[i].endswith("ed")


def _questioned(reading: Reading, frame: Frame) -> bool:
    """Who was asked or visited before he spoke did neither: "The owner, asked for his opinion, thinks …"; "X, visited in Lomé, said"."""
    low, i = reading.words.low, frame.first
    if frame.pattern.noun or frame.passive or low[i] not in _SOUGHT or frame.group.start != i:
        return False
    if not i or low[i - 1] != "," or reading.at.get(i - 2) is None:
        return False
    end = next((j for j in range(i + 1, len(low)) if low[j] == ","), len(low))
    if end + 1 >= len(low) or low[end + 1] == "and" or not any(reading.verb[end + 1 : end + 4]):
        return False
    after = _first_not_time(low, i + 1)
    return low[after : after + 1] in ([","], []) or low[after] in _SOUGHT[low[i]]


def _first_not_time(low: list[str], at: int) -> int:
    """The first token from `at` on that is no part of "on Tuesday" or "last week"."""
    while at < len(low) and (low[at] in tk.TIME_WORDS or low[at] in ("on", "this", "last") or low[at].isdigit()):
        at += 1
    return at


def _sought(reading: Reading, frame: Frame) -> bool:
    """Persons who are sought, which is nobody's demand here: "two men wanted in Chad"; not "Chad wanted by Monday two men"."""
    low, i = reading.words.low, frame.first
    if low[i] != "wanted" or frame.pattern.type != "REQUEST" or low[i + 1 : i + 2] not in (["in"], ["by"], ["over"]):
        return False
    noun = reading.at.get(i - 1) if i else None
    return noun is not None and frame.group.start == i and not (noun.hit and noun.start + 1 == noun.end)


def _sums_up(reading: Reading, frame: Frame) -> bool:
    """What was told one by one, counted together: "All in all the two have expelled six people"; not "In all, it expelled six"."""
    low = reading.words.low
    opened = low[:3] == _ALL_IN_ALL or low[:2] in _IN_ALL or low[:1] == ["altogether"]
    return opened and frame.group.auxiliaries[:1] in (("have",), ("has",)) and not frame.pattern.noun


_RULES: Rules = (_withheld, _asked_back, _questioned, _sought, _sums_up)
