"""Has anything become worse? Values of a run against pinned baselines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.metrics import METRICS

BASELINES = Path(__file__).parent / "baselines.json"
TOLERANCE = 0.005
# What a change must not make worse; the other metrics explain these.
GATED = (
    "event_precision",
    "event_recall",
    "event_f1",
    "actors_f1",
    "recipients_f1",
    "date_f1",
    "date_over_precision",
    "status_f1",
    "attribution_f1",
    "quantities_f1",
    "duplicate_rate",
    "false_events_per_no_event_article",
    "b3_f1",
    "must_not_rate",
    "nugget_recall_vital",
    "support_rate",
    "citation_precision",
    "citation_recall",
    "unattributed_claim_rate",
    "unreal_as_fact_rate",
    "conflict_f1",
)
INVARIANTS = tuple(name for name, metric in METRICS.items() if metric.better == "exactly 1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found: broken invariants and regressions, and what keeps it from judging."""

    worse: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 ok, 1 a regression or broken invariant, 3 an incomplete run or baselines of something else."""
        return 1 if self.worse else 3 if self.unknown else 0


def loss(metric: str, before: float | None, after: float | None) -> float:
    """By how much a value became worse, 0 or less when it did not; a value that vanished is lost entirely."""
    if before is None:
        return 0.0
    if after is None:
        return float("inf")
    return after - before if METRICS[metric].better == "lower" else before - after


def judge(data: Mapping[str, Any], baseline: Mapping[str, Any] | None) -> Verdict:
    """The verdict on one run (the JSON of `run`) against its baseline."""
    name, worse, unknown = data["name"], [], []
    values = {metric: entry["value"] for metric, entry in data["metrics"].items()}
    worse += [
        f"{name}: {metric} is {values[metric]:.4f}, must be exactly 1"
        for metric in INVARIANTS
        if values[metric] not in (None, 1.0)
    ]
    if not data["complete"]:
        unknown.append(f"{name}: incomplete, {len(data['problems'])} failed")
    if baseline is None:
        unknown.append(f"{name}: no baseline; pin one with --update")
    elif changed := _changed(data, baseline):
        unknown.append(f"{name}: {changed} changed since the baseline was pinned; measure again with --update")
    else:
        for metric in GATED:
            before, after = baseline["values"].get(metric), values[metric]
            if loss(metric, before, after) > TOLERANCE:
                shown = "nothing" if after is None else f"{after:.4f}"
                worse.append(f"{name}: {metric} was {before:.4f}, is {shown}")
    return Verdict(tuple(worse), tuple(unknown))


def _changed(data: Mapping[str, Any], baseline: Mapping[str, Any]) -> str:
    """Which of the pinned digests differ; prompts matter only to a model."""
    pinned = ("fixtures",) if data["engine"] == "rules" else ("fixtures", "prompts")
    return " and ".join(name for name in pinned if baseline["digests"].get(name) != data["digests"][name])


def updated(
    data: Mapping[str, Any], baseline: Mapping[str, Any] | None, lower: bool
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """A new baseline for a run, and the values that it would lower, which are kept unless `lower` says otherwise."""
    values, kept = {}, []
    before = (baseline or {}).get("values", {})
    for metric in GATED:
        now = data["metrics"][metric]["value"]
        if loss(metric, before.get(metric), now) > 0 and not lower:
            kept.append(metric)
            now = before[metric]
        values[metric] = None if now is None else round(now, 4)
    return {"digests": dict(data["digests"]), "values": values}, tuple(kept)


def load_baselines(path: Path = BASELINES) -> dict[str, Any]:
    """Baselines by name of run; none without a file."""
    if not path.exists():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def save_baselines(baselines: Mapping[str, Any], path: Path = BASELINES) -> None:
    """Write the baselines, in an order that makes changes easy to see."""
    path.write_text(json.dumps(baselines, indent=1, sort_keys=True) + "\n", encoding="utf-8")
