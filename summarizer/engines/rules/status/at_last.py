"""Acts that are negated only up to the day on which they were done: "didn't free them until Sunday"."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_UNTIL = frozenset(("until", "till"))
_DID = frozenset(("did", "was", "were"))
_PARTS = frozenset((",", ";", ":", "that", "and"))
_CALENDAR = tk.MONTHS | tk.WEEKDAYS | {"yesterday"}
_NEAR = 3  # words from "until" to the day: "until late on Sunday"


def done_at_last(reading: Reading, frame: Frame) -> bool:
    """Whether a negated act was done on the day behind its "until"."""
    low, group = reading.words.low, frame.group
    if not group.negated or group.modal or _UNTIL.isdisjoint(low) or _DID.isdisjoint(group.auxiliaries):
        return False
    until = next((j for j in range(frame.last + 1, len(low)) if low[j] in _UNTIL), None)
    if until is None or not _PARTS.isdisjoint(low[frame.last + 1 : until]):
        return False
    return any(word in _CALENDAR or word[0].isdigit() for word in low[until + 1 : until + 1 + _NEAR])
