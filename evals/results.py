"""Results of a run as a JSON file, and as a table to read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from evals.counting import Counts, difference, interval, pool
from evals.digest import digests
from evals.metrics import METRICS
from evals.review import as_lines
from evals.running import Run

RESULTS = Path(__file__).parent / "results"
Units = Mapping[str, Mapping[str, Counts]]


@dataclass(frozen=True, slots=True)
class Result:
    """A saved run: what ran, whether it is complete, and its counts by metric and unit."""

    name: str
    complete: bool
    digests: Mapping[str, str]
    metrics: Mapping[str, Mapping[str, float | None]]
    units: Units
    problems: tuple[Mapping[str, str], ...]


def groups(run: Run) -> dict[str, list[str]]:
    """Names of cases by split, stratum and register (`stratum=hard`)."""
    found: dict[str, list[str]] = {}
    for outcome in run.outcomes:
        info = outcome.case.info
        for group in (f"split={info.split}", f"stratum={info.stratum}", f"register={info.register_}"):
            found.setdefault(group, []).append(outcome.case.name)
    return dict(sorted(found.items()))


def within(units: Mapping[str, Counts], cases: list[str]) -> dict[str, Counts]:
    """Units of some cases."""
    wanted = set(cases)
    return {name: counts for name, counts in units.items() if name.split("/")[0] in wanted}


def measured(run: Run) -> dict[str, dict[str, float | None]]:
    """Each metric's pooled value and 95 % interval."""
    found: dict[str, dict[str, float | None]] = {}
    for name, metric in METRICS.items():
        value = interval(list(run.units[name].values()), metric.formula)
        found[name] = {"value": value.value, "low": value.low, "high": value.high}
    return found


def as_json(run: Run) -> dict[str, Any]:
    """The run as JSON values."""
    by_group = {
        group: {
            name: metric.formula(pool(list(chosen.values()))) if (chosen := within(run.units[name], cases)) else None
            for name, metric in METRICS.items()
        }
        for group, cases in groups(run).items()
    }
    options = run.options
    return {
        "name": options.name,
        "engine": options.engine,
        "model": options.model,
        "split": options.split,
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(run.seconds, 2),
        "complete": run.complete,
        "cases": len(run.outcomes),
        "articles": sum(len(outcome.articles) for outcome in run.outcomes),
        "events": sum(len(part.gold.events) for outcome in run.outcomes for part in outcome.articles),
        "digests": digests(options.split, options.fixtures),
        "problems": [{"case": p.case, "what": p.what, "reason": p.reason} for p in run.problems],
        "metrics": measured(run),
        "groups": by_group,
        "reviews": {
            f"{outcome.case.name}/{part.gold.name}": as_lines(part)
            for outcome in run.outcomes
            for part in outcome.articles
        },
        "units": run.units,
    }


def beside(run: Run, script: Run) -> dict[str, Any]:
    """What the plain script scores on the same fixtures, and how much more the run has: paired, over what both measured."""
    found: dict[str, dict[str, float | None]] = {}
    for name, metric in METRICS.items():
        value = interval(list(script.units[name].values()), metric.formula).value
        more = difference(script.units[name], run.units[name], metric.formula)
        found[name] = {"value": value, "difference": more.value, "low": more.low, "high": more.high}
    return {"complete": script.complete, "cases": len(script.outcomes), "metrics": found}


def load_result(path: Path) -> Result:
    """A result from its JSON file. Raises OSError or ValueError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Result(
            data["name"],
            data["complete"],
            data["digests"],
            data["metrics"],
            data["units"],
            tuple(data["problems"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} is no result of `python -m evals run`: {error}") from error


def show(value: float | None, sign: Literal["+", "-"] = "-") -> str:
    """A value as the table writes it: rates with three decimals, counts without; `sign` "+" marks positive ones too."""
    if value is None:
        return "–"
    return format(value, f"{sign}.3f" if abs(value) < 10 else f"{sign},.0f")


def case_table(run: Run) -> str:
    """One line a case: event F1, status and dates of what was found, forbidden statements made, vital nuggets told."""
    shown = ("event_f1", "status_accuracy", "date_exact", "must_not_rate", "nugget_recall_vital")
    lines = [f"{'case':42}{'events':>7}" + "".join(f"{name:>21}" for name in shown)]
    for outcome in run.outcomes:
        values = [
            METRICS[name].formula(pool(list(within(run.units[name], [outcome.case.name]).values()))) for name in shown
        ]
        count = sum(len(part.gold.events) for part in outcome.articles)
        lines.append(f"{outcome.case.name:42}{count:>7}" + "".join(f"{show(value):>21}" for value in values))
    return "\n".join(lines)


def table(data: Mapping[str, Any]) -> str:
    """The result as lines for a terminal."""
    lines = [
        f"{data['name']}: {data['cases']} cases, {data['articles']} articles, {data['events']} gold events, {data['seconds']} s"
    ]
    strata = [data["groups"].get(f"stratum={name}", {}) for name in ("plain", "hard")]
    script = data.get("script", {}).get("metrics", {})
    head = f"{'script':>9}{'more':>8}  95 % interval" if script else ""
    lines.append(f"{'metric':34}{'value':>8}  {'95 % interval':16}{'of plain':>9}{'of hard':>8}{head}")
    for name, entry in data["metrics"].items():
        low, high = show(entry["low"]), show(entry["high"])
        span = f"{low} … {high}" if entry["value"] is not None else ""
        line = (
            f"{name:34}{show(entry['value']):>8}  {span:16}{show(strata[0].get(name)):>9}{show(strata[1].get(name)):>8}"
        )
        other = script.get(name)
        if other and other["difference"] is not None and other["low"] is not None:
            line += f"{show(other['value']):>9}{show(other['difference'], '+'):>8}"
            line += f"  {show(other['low'], '+')} … {show(other['high'], '+')}"
        lines.append(line)
    lines += [f"FAILED {problem['case']} ({problem['what']}): {problem['reason']}" for problem in data["problems"]]
    if not data["complete"]:
        lines.append(f"INCOMPLETE: {len(data['problems'])} failed")
    if script and not data["script"]["complete"]:
        lines.append(
            f"the script's answers are stale in part: {data['script']['cases']} of {data['cases']} cases compared"
        )
    return "\n".join(lines)
