"""Two saved runs side by side, by the paired bootstrap over the units that both have."""

from __future__ import annotations

from evals.counting import difference
from evals.metrics import METRICS
from evals.results import Result, show


def compare(first: Result, second: Result) -> str:
    """One line a metric: both values, second - first with its 95 % interval, and `*` where that excludes 0."""
    lines = [f"{'metric':36}{first.name:>14}{second.name:>14}{'difference':>12}  95 % interval"]
    for name, metric in METRICS.items():
        before, after = first.units.get(name, {}), second.units.get(name, {})
        found = difference(before, after, metric.formula)
        if found.value is None or found.low is None or found.high is None:
            continue
        sure = found.low > 0 or found.high < 0
        verdict = ""
        if sure and metric.better != "neither":
            verdict = " * better" if (found.value > 0) != (metric.better == "lower") else " * worse"
        one, two = (result.metrics.get(name, {}).get("value") for result in (first, second))
        lines.append(
            f"{name:36}{show(one):>14}{show(two):>14}{found.value:>+12.3f}  {found.low:+.3f} … {found.high:+.3f}{verdict}"
        )
    for result in (first, second):
        if not result.complete:
            lines.append(f"INCOMPLETE: {result.name}, {len(result.problems)} failed")
    if first.digests["fixtures"] != second.digests["fixtures"]:
        lines.append("the two runs used different fixtures: only what both have is compared in the difference")
    return "\n".join(lines)
