"""Where a subject begins right after the place or time that opens a sentence, without a comma between. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.kinds import MANY
from summarizer.engines.rules.words.mentions import Reading

LANDS = frozenset(("name", "capital"))
OPENERS = frozenset("in at on by for near outside inside across before after during since until within".split())
_MEALS = frozenset("breakfast lunch lunchtime midday dinner".split())
_PEOPLE = frozenset("police people men women gendarmerie troops".split())
_SINGLE = frozenset(
    "patrol guard office service council party session chief head house board watch force state".split()
)


def begins(reading: Reading, j: int, covered: dict[int, int]) -> bool:
    """Whether the subject begins at `j`, after a place or time without a comma: "In Dhaka students took", "in the morning police".

    Only for words that are marked as MANY or HEAD.
    """
    low, raw, before = reading.words.low, reading.words.raw, j - 1
    word, sectors = low[j], load_heads().sectors
    counted = reading.kinds[j] & MANY > 0
    if (low[before] in tk.TIME_WORDS or low[before] in _MEALS) and before not in reading.hits:
        return counted or (word in sectors and word not in _SINGLE)
    name = covered.get(before, before)
    if name in reading.hits:
        if reading.hits[name].kind not in LANDS:
            return False
    elif not raw[before][0].isupper() or low[before] in sectors:
        return False
    if raw[j][0].isupper():  # "In Berlin Chancellor Meyer told …"
        return name in reading.hits and word in sectors and j + 1 < len(raw) and raw[j + 1][0].isupper()
    if not counted and (word not in sectors or not (word.endswith("s") or word in _PEOPLE)):
        return False
    after = j + 1
    while after < min(j + 5, len(low)) and not reading.verb[after]:
        if low[after] not in tk.AUXILIARIES and low[after] != "of" and tk.is_stop(low[after]):
            return False
        after += 1
    return after < len(low) and reading.verb[after]
