"""A small run through a server that fails all the time; `python -m evals.bench.chaos` is the large one."""

from __future__ import annotations

from pathlib import Path

from evals.bench.chaos import faults, storm
from tests.llm.faking import FakeClock


def test_nothing_is_lost(tmp_path: Path) -> None:
    figures = storm(250, 50, tmp_path, FakeClock())
    assert faults(figures) == []
    assert figures["hopeless"] == 10
    assert figures["failed"]["ServerFailed"] >= 10
    assert figures["done"] >= 225
    assert {"ServerFailed", "RateLimited", "ServerUnreachable", "answered"} <= set(figures["attempts_by_error"])


def test_what_is_lost_would_be_seen() -> None:
    sound = {
        "articles": 2, "accounted_for": 2, "done": 1, "with_all_events": 1, "failed": {"AnswerRefused": 1}, "refused": 1,
        "attempts_in_the_ledger": 3, "requests_the_server_saw": 3, "requests_of_a_second_run": 0,
        "second_run_is_the_same": True,
    }  # fmt: skip
    assert faults(sound) == []
    for name, value in (
        ("accounted_for", 1), ("with_all_events", 0), ("attempts_in_the_ledger", 2), ("refused", 0),
        ("requests_of_a_second_run", 1), ("second_run_is_the_same", False), ("done", 0),
    ):  # fmt: skip
        assert faults(sound | {name: value}), name
