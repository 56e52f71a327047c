"""On what an infinitive hangs: a verb before it, one that asks for it, a decree, a "to" shared with the verb before."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup, before_date
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_DECREES = frozenset("decree decrees order orders directive instruction instructions ordinance".split())
_ISSUE = frozenset("issue issues issued sign signs signed gave give gives publish published adopt adopted".split())


def governor(reading: Reading, group: VerbGroup, lexicon: Lexicon) -> int:
    """The token on which "to" hangs, adverbs and times apart: "vowed on Monday to"; below 0 where the sentence begins with it."""
    low = reading.words.low
    k = before_date(low, group.start - 1)
    while (
        k >= 0
        and low[k] not in lexicon.control_forms
        and low[k] not in ("about", "on")
        and (
            tk.is_adverb(low[k])
            or ((low[k] in tk.TIME_WORDS or low[k].isdigit()) and k not in reading.at)
            or (low[k] == "in" and low[k + 1] in tk.TIME_WORDS)
        )
    ):
        k -= 1
    return k


def shared_to(reading: Reading, frame: Frame) -> int | None:
    """The "to" that a bare verb after "and" shares with the one before: "agreed to lift the ban and free the crew"."""
    low, verb = reading.words.low, frame.group.verb
    if (
        frame.group.auxiliaries
        or verb < 3
        or low[verb].endswith(("ed", "s", "ing"))
        or low[frame.group.start - 1] not in ("and", ",", "or")
    ):
        return None
    return next(
        (j for j in range(verb - 2, max(frame.clause[0], verb - 16), -1) if low[j] == "to" and reading.verb[j + 1]),
        None,
    )


def decreed(reading: Reading, start: int) -> bool:
    """Whether "to" hangs on a decree, a time apart: "issued a decree on the 26th to summon …"."""
    low = reading.words.low
    for j in range(start - 1, max(start - 7, -1), -1):
        if low[j] in _DECREES:
            return any(word in _ISSUE for word in low[max(0, j - 7) : j])
        if not (
            low[j] in tk.TIME_WORDS
            or low[j] in ("on", "in", "the")
            or low[j][0].isdigit()
            or low[j] in ("th", "st", "nd", "rd")
        ):
            return False
    return False


def requester_of(reading: Reading, lexicon: Lexicon, k: int) -> int | None:
    """The token of the verb that asks for the act, with the one asked between: "urged Ethiopia to …"."""
    low = reading.words.low
    for j in range(k, max(k - 12, -1), -1):
        if low[j] in ";:" or low[j] in tk.QUOTES:
            return None
        for control, particle, _ in lexicon.control_forms.get(low[j], ()):
            if (
                control.name == "request"
                and reading.verb[j]
                and (not particle or (j + 1 < len(low) and low[j + 1] == particle))
            ):
                return j
    return None
