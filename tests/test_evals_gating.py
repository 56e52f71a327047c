"""The gate: its verdicts, and the command with its exit codes on a small fixture run by the rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evals.cli import main
from evals.digest import digests
from evals.gating import GATED, INVARIANTS, judge, updated
from evals.metrics import METRICS
from tests.test_evals_running import make_fixture


def result(**values: float | None) -> dict[str, Any]:
    metrics: dict[str, dict[str, float | None]] = {
        name: {"value": 1.0 if metric.better != "lower" else 0.0} for name, metric in METRICS.items()
    }
    metrics |= {name: {"value": value} for name, value in values.items()}
    return {
        "name": "rules-dev",
        "engine": "rules",
        "complete": True,
        "problems": [],
        "digests": {"fixtures": "f", "prompts": "p"},
        "metrics": metrics,
    }


BASELINE, _ = updated(result(event_f1=0.8, must_not_rate=0.1), None, lower=False)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"event_f1": 0.8, "must_not_rate": 0.1}, 0),
        ({"event_f1": 0.9, "must_not_rate": 0.0}, 0),
        ({"event_f1": 0.797, "must_not_rate": 0.1}, 0),
        ({"event_f1": 0.79, "must_not_rate": 0.1}, 1),
        ({"event_f1": 0.8, "must_not_rate": 0.11}, 1),
        ({"event_f1": None, "must_not_rate": 0.1}, 1),
        ({"event_f1": 0.8, "quotes_exact": 0.9999}, 1),
    ],
)
def test_verdict_on_values(values: dict[str, float | None], code: int) -> None:
    assert judge(result(**values), BASELINE).exit_code == code


@pytest.mark.parametrize("name", INVARIANTS)
def test_every_invariant_must_be_exactly_one(name: str) -> None:
    assert judge(result(**{name: 0.99999}), BASELINE).exit_code == 1


@pytest.mark.parametrize("name", GATED)
def test_every_gated_metric_can_fail_the_gate(name: str) -> None:
    bad = 0.5 if METRICS[name].better == "lower" else 0.4
    verdict = judge(result(**{"event_f1": 0.8, "must_not_rate": 0.1, name: bad}), BASELINE)
    assert [line for line in verdict.worse if name in line]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"complete": False, "problems": [{}]}, "incomplete"),
        ({"digests": {"fixtures": "other", "prompts": "p"}}, "fixtures changed"),
        ({"engine": "llm", "digests": {"fixtures": "f", "prompts": "other"}}, "prompts changed"),
    ],
)
def test_what_cannot_be_judged_is_incomplete(change: dict[str, Any], words: str) -> None:
    verdict = judge(result(event_f1=0.8, must_not_rate=0.1) | change, BASELINE)
    assert verdict.exit_code == 3
    assert words in verdict.unknown[0]


def test_prompts_do_not_matter_to_the_rules() -> None:
    data = result(event_f1=0.8, must_not_rate=0.1) | {"digests": {"fixtures": "f", "prompts": "other"}}
    assert judge(data, BASELINE).exit_code == 0


def test_baselines_rise_but_fall_only_when_told_to() -> None:
    pinned, kept = updated(result(event_f1=0.7, must_not_rate=0.05), BASELINE, lower=False)
    assert (pinned["values"]["event_f1"], pinned["values"]["must_not_rate"], kept) == (0.8, 0.05, ("event_f1",))
    pinned, kept = updated(result(event_f1=0.7, must_not_rate=0.2), BASELINE, lower=True)
    assert (pinned["values"]["event_f1"], pinned["values"]["must_not_rate"], kept) == (0.7, 0.2, ())


def gate(folder: Path, *options: str) -> tuple[int, str]:
    arguments = [
        "gate",
        "--fixtures",
        str(folder / "fixtures"),
        "--baselines",
        str(folder / "baselines.json"),
        *options,
    ]
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.output


def test_gate_from_first_pin_to_regression(tmp_path: Path) -> None:
    make_fixture(tmp_path / "fixtures")
    assert gate(tmp_path)[0] == 3  # nothing pinned yet
    assert gate(tmp_path, "--update", "--run", "rules-dev")[0] == 0
    assert gate(tmp_path)[0] == 0
    path = tmp_path / "baselines.json"
    pinned = json.loads(path.read_text(encoding="utf-8"))
    pinned["rules-dev"]["values"]["support_rate"] = 1.2
    path.write_text(json.dumps(pinned), encoding="utf-8")
    code, output = gate(tmp_path)
    assert code == 1
    assert "support_rate was 1.2000" in output


def test_gate_asks_to_measure_again_when_a_fixture_changed(tmp_path: Path) -> None:
    folder = make_fixture(tmp_path / "fixtures") / "dev-small"
    assert gate(tmp_path, "--update", "--run", "rules-dev")[0] == 0
    with (folder / "case.yaml").open("a", encoding="utf-8") as file:
        file.write("features: [passive]\n")
    code, output = gate(tmp_path)
    assert code == 3
    assert "fixtures changed" in output


def test_digest_of_a_split_sees_its_own_fixtures_only(tmp_path: Path) -> None:
    make_fixture(tmp_path)
    other = make_fixture(tmp_path, "test-other") / "test-other" / "case.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("split: dev", "split: test"), encoding="utf-8")
    before = digests("dev", tmp_path), digests("test", tmp_path), digests("all", tmp_path)
    other.write_text(other.read_text(encoding="utf-8") + "features: [passive]\n", encoding="utf-8")
    after = digests("dev", tmp_path), digests("test", tmp_path), digests("all", tmp_path)
    assert [one == two for one, two in zip(before, after, strict=True)] == [True, False, False]


def test_gate_is_incomplete_when_a_fixture_cannot_be_read(tmp_path: Path) -> None:
    folder = make_fixture(tmp_path / "fixtures") / "dev-small"
    assert gate(tmp_path, "--update", "--run", "rules-dev")[0] == 0
    (folder / "wire.labels.yaml").unlink()
    assert gate(tmp_path)[0] == 3


def test_unknown_run_is_a_usage_error(tmp_path: Path) -> None:
    make_fixture(tmp_path / "fixtures")
    assert gate(tmp_path, "--run", "magic-dev")[0] == 2


def test_run_writes_reports_and_compare_reads_them(tmp_path: Path) -> None:
    make_fixture(tmp_path / "fixtures")
    arguments = ["run", "--fixtures", str(tmp_path / "fixtures"), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    saved = str(tmp_path / "out" / "rules-dev.json")
    assert (tmp_path / "out" / "rules-dev.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    compared = CliRunner().invoke(main, ["compare", saved, saved])
    assert compared.exit_code == 0
    assert "+0.000 … +0.000" in compared.output
    assert (
        CliRunner().invoke(main, ["compare", saved, str(tmp_path / "fixtures" / "dev-small" / "case.yaml")]).exit_code
        == 2
    )


def test_recording_needs_a_server() -> None:
    assert CliRunner().invoke(main, ["run", "--engine", "plain", "--record"]).exit_code == 2
