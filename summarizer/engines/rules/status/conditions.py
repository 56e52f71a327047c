"""What somebody says that he would do under a condition: "Should they stay, Chad would close the bridge, its minister said"."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING, verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.words.mentions import Reading

_IF = frozenset(("if", "unless"))
_INVERTED = frozenset(("were", "should"))
_OPENERS = _IF | _INVERTED
_OPENS = frozenset((",", "that", ";", ":", "“", '"'))
# One that watches isn't one that acts.
_ONLOOKERS = frozenset(
    """analysts analyst experts expert observers observer diplomats diplomat commentators commentator economists economist
    reports report papers polls""".split()
)


def opens_condition(low: list[str]) -> bool:
    """Whether a sentence begins with a condition by inversion: "Were that to happen, …", "Should they stay, …"; not "Were they there?"."""
    return low[0] in _INVERTED and "," in low


def said_under_condition(reading: Reading, frame: Frame) -> bool:
    """Whether who acts, or one who speaks for him, says what he would do under a condition told before it."""
    low, start = reading.words.low, frame.group.start
    begins = next((j for j in range(start - 2, -1, -1) if _begins(low, j)), None)
    if begins is None:
        return False
    within = (
        low.index(",", begins) if "," in low[begins:start] else start
    )  # where the condition ends, or an aside in it begins
    doers = {code for m in frame.actors for code in m.codes}
    return any(
        low[j] in REPORTING and reading.verb[j] and _speaks_for(reading, j, doers)
        for j in (*range(begins), *range(within, start), *range(frame.last + 1, len(low)))
    )


def in_condition(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether the character `start` is within the condition before an act: "If they aren't freed by Friday, Chad will …"."""
    words, act = reading.words, frame.group.start
    if "," not in words.low[:act] or _OPENERS.isdisjoint(words.low[:act]):
        return False
    begins = next((j for j in range(act - 2, -1, -1) if _begins(words.low, j)), None)
    if begins is None or "," not in words.low[begins:act]:
        return False
    return words.starts[begins] < start < words.starts[words.low.index(",", begins)]


def _begins(low: list[str], j: int) -> bool:
    """Whether a condition begins at a token."""
    return low[j] in _IF or (low[j] in _INVERTED and (not j or low[j - 1] in _OPENS))


def _speaks_for(reading: Reading, verb: int, doers: set[str]) -> bool:
    """Whether the subject of a verb of saying may speak for those who act: their office, "he", a bare name; no onlooker."""
    words, group = reading.words, verb_group(reading, verb)
    if group.start and words.low[group.start - 1] in _ONLOOKERS:
        return False
    for m in subject_of(reading, group):
        if m.codes:
            if doers & set(m.codes):
                return True
        elif not _ONLOOKERS.isdisjoint(words.low[m.start : m.end]):
            return False
        elif m.own or m.pronoun or m.role or m.person or words.raw[m.end - 1][:1].isupper():
            return True
    return False
