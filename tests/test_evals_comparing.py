"""Two runs side by side, and the plain script beside a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evals.bench.chat_server import ChatServer
from evals.comparing import compare
from evals.results import Result, as_json, beside, case_table, table
from evals.running import RunOptions, run_now
from tests.test_evals_running import answer, make_fixture


def result(hits: list[int], found: list[int], complete: bool = True) -> Result:
    """A run in which article i has `found[i]` of 10 events and case i makes `hits[i]` of 10 forbidden statements."""
    units = {
        "event_f1": {f"c/{at}": {"tp": value, "fp": 0, "fn": 10 - value} for at, value in enumerate(found)},
        "must_not_rate": {f"c{at}": {"hit": value, "all": 10} for at, value in enumerate(hits)},
    }
    metrics: dict[str, dict[str, float | None]] = {name: {"value": 0.5} for name in units}
    return Result("x", complete, {"fixtures": "f"}, metrics, units, () if complete else ({},))


def line(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(name))


def test_better_and_worse_follow_each_metrics_own_direction() -> None:
    low, high = [1, 2, 1, 2, 1, 2], [5, 6, 7, 5, 6, 7]
    up, down = compare(result(low, low), result(high, high)), compare(result(high, high), result(low, low))
    assert line(up, "event_f1").endswith("* better")
    assert line(up, "must_not_rate").endswith("* worse")
    assert line(down, "event_f1").endswith("* worse")
    assert line(down, "must_not_rate").endswith("* better")


def test_difference_that_may_be_chance_is_not_marked() -> None:
    text = compare(result([], [5, 5, 5, 5]), result([], [6, 4, 6, 5]))
    assert "*" not in line(text, "event_f1")


def test_incomplete_runs_and_other_fixtures_are_told() -> None:
    one, two = result([], [5]), replace(result([], [5], complete=False), digests={"fixtures": "other"})
    assert "INCOMPLETE" in compare(one, two)
    assert "different fixtures" in compare(one, two)
    assert "INCOMPLETE" not in compare(one, one)


def test_script_is_scored_beside_a_run(tmp_path: Path) -> None:
    options = RunOptions(engine="plain", fixtures=make_fixture(tmp_path / "fixtures"))
    with ChatServer(answer) as server:
        script = run_now(replace(options, record=True, base_url=server.url))
    run = run_now(replace(options, engine="rules"))
    data = as_json(run) | {"script": beside(run, script)}
    assert data["script"]["complete"]
    assert data["script"]["metrics"]["event_f1"]["value"] == 1.0
    assert data["script"]["metrics"]["evidence_characters"]["value"] == len(
        "Utopia on Monday expelled two diplomats of Arcadia"
    )
    assert "script" in table(data).splitlines()[1]
    assert "dev-small" in case_table(run)
