"""The day of what was done hours before or after what a sentence tells: "freed on Tuesday evening, hours after gunmen had raided it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.parting import governs, of_occasion
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.date_moving import NUMBERS, move
from summarizer.normalising.dates import DateMention, resolve_date
from summarizer.normalising.edtf import DAY

_UNITS = frozenset(("hour", "hours", "minute", "minutes"))
_WAYS = frozenset(("after", "before"))
_BETWEEN = re.compile(
    r",?(?: (?:only|just|barely|scarcely|hardly|mere|some|about|an?|few|several|many|[a-z]+-?[a-z]*|\d+)){0,3} ?"
)
_PARTS = (
    (re.compile(r"\b(?:midnight|night)\b", re.I), 22),
    (re.compile(r"\bevening\b", re.I), 19),
    (re.compile(r"\bafternoon\b", re.I), 15),
    (re.compile(r"\b(?:noon|midday)\b", re.I), 12),
    (re.compile(r"\bmorning\b", re.I), 9),
)
_ANY_TIME = 12  # o'clock, for a day without a part
_FEW = 8  # hours: so many lie within the same day, as far as one is told
_DAY_LONG = 24


def hours_apart(
    reading: Reading, frame: Frame, text: str, base: int, mentions: Sequence[DateMention], clock: Clock
) -> tuple[str, str] | None:
    """The words and EDTF of the day of an act in the clause behind "hours after", where a day stands right before these words."""
    words = reading.words
    low = words.low
    if _UNITS.isdisjoint(low):
        return None
    for j in range(1, min(frame.first, len(low) - 2)):
        if low[j] not in _UNITS or low[j + 1] not in _WAYS:
            continue
        end = words.ends[j + 1]
        if not governs(reading, frame, end) or of_occasion(reading, frame, end):
            continue
        start = words.starts[j] - base
        named = next((m for m in reversed(mentions) if m.end <= start), None)
        if named is None or named.kind == "vague" or not _BETWEEN.fullmatch(text, named.end, start):
            continue
        day = resolve_date(named.text, clock.published, clock.anchor)
        shift = _shift(low, j, named.text)
        if day is None or shift is None or not DAY.fullmatch(day):
            return None
        edtf = move(day, shift, "day")
        told = text[words.starts[j - 1] - base : end - base] if shift else named.text
        return (told, edtf) if edtf is not None else None
    return None


def _shift(low: Sequence[str], unit: int, named: str) -> int | None:
    """How many days lie between, by the number before the unit and the part of the day that is named; None where nobody can tell."""
    count = low[unit - 1]
    hours = int(count) if count.isdigit() else NUMBERS.get(count, 0)
    if low[unit].startswith("minute"):
        hours = 0
    part = next((hour for pattern, hour in _PARTS if pattern.search(named)), None)
    if part is None and hours > _FEW and hours % _DAY_LONG:
        return None
    back = low[unit + 1] == "after"
    return ((part or _ANY_TIME) + (-hours if back else hours)) // _DAY_LONG
