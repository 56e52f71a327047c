"""Threats put as what will be done: "warned that it would withdraw its soldiers"."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.words.mentions import Reading

_MENACES = frozenset("threaten threatens threatened threatening warn warns warned warning".split())
_FAR, _NEAR = 22, 5  # tokens from the act back to "that", and from there to the verb


def menace_before(reading: Reading, frame: Frame) -> int | None:
    """The token of the verb by which somebody threatens to do what is still to come, or None; not what others may do."""
    low, start = reading.words.low, frame.group.start
    if _MENACES.isdisjoint(low[:start]):
        return None
    that = next((j for j in range(start - 1, max(start - _FAR, -1), -1) if low[j] == "that"), None)
    if that is None:
        return None
    verb = next((j for j in range(that - 1, max(that - _NEAR, -1), -1) if low[j] in _MENACES and reading.verb[j]), None)
    if verb is None:
        return None
    speakers = {code for m in subject_of(reading, verb_group(reading, verb)) for code in m.codes}
    doers = {code for m in frame.actors for code in m.codes}
    return verb if not speakers or not doers or speakers & doers else None
