"""From counts to values: pooled over all units, never a mean of means, with bootstrap intervals.

The interval is the percentile bootstrap (Efron 1979; for scores of text systems: Berg-Kirkpatrick, Burkett and Klein
2012), resampling whole units (articles, or cases for what is scored on a brief), with a fixed seed. The paired
difference resamples the units that two runs share, so that what is hard for both cancels out.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

Counts = Mapping[str, float]
Formula = Callable[[Counts], float | None]
SEED = 20260101
ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and its 95 % interval; all None where there is nothing to count."""

    value: float | None
    low: float | None = None
    high: float | None = None


def share(counts: Counts) -> float | None:
    """`hit` / `all`; None without any."""
    return counts["hit"] / counts["all"] if counts.get("all") else None


def precision(counts: Counts) -> float | None:
    """tp / (tp + fp); None when nothing was predicted."""
    found = counts["tp"] + counts["fp"]
    return counts["tp"] / found if found else None


def recall(counts: Counts) -> float | None:
    """tp / (tp + fn); None when there is no gold."""
    gold = counts["tp"] + counts["fn"]
    return counts["tp"] / gold if gold else None


def f1(counts: Counts) -> float | None:
    """2 tp / (2 tp + fp + fn); None when there is neither gold nor prediction."""
    whole = 2 * counts["tp"] + counts["fp"] + counts["fn"]
    return 2 * counts["tp"] / whole if whole else None


def pool(units: Sequence[Counts]) -> dict[str, float]:
    """Counts summed over units."""
    total: dict[str, float] = {}
    for unit in units:
        for name, value in unit.items():
            total[name] = total.get(name, 0.0) + value
    return total


@lru_cache(maxsize=64)
def _draws(size: int) -> tuple[tuple[int, ...], ...]:
    chance = random.Random(SEED)
    return tuple(tuple(chance.choices(range(size), k=size)) for _ in range(ROUNDS))


def _resampled(units: Sequence[Counts], formula: Formula) -> list[float | None]:
    names = sorted({name for unit in units for name in unit})
    columns = {name: [unit.get(name, 0.0) for unit in units] for name in names}
    return [formula({name: sum(map(columns[name].__getitem__, draw)) for name in names}) for draw in _draws(len(units))]


def _percentiles(values: Sequence[float | None]) -> tuple[float | None, float | None]:
    known = sorted(value for value in values if value is not None)
    if not known:
        return None, None
    return known[int(0.025 * (len(known) - 1))], known[round(0.975 * (len(known) - 1))]


def interval(units: Sequence[Counts], formula: Formula) -> Interval:
    """The pooled value with its 95 % bootstrap interval."""
    value = formula(pool(units)) if units else None
    if value is None:
        return Interval(None)
    return Interval(value, *_percentiles(_resampled(units, formula)))


def difference(before: Mapping[str, Counts], after: Mapping[str, Counts], formula: Formula) -> Interval:
    """after - before over the units both have, with the 95 % interval of the paired bootstrap."""
    shared = sorted(before.keys() & after.keys())
    old, new = [before[name] for name in shared], [after[name] for name in shared]
    first, second = formula(pool(old)) if old else None, formula(pool(new)) if new else None
    if first is None or second is None:
        return Interval(None)
    drawn = zip(_resampled(old, formula), _resampled(new, formula), strict=True)
    return Interval(second - first, *_percentiles([b - a for a, b in drawn if a is not None and b is not None]))
