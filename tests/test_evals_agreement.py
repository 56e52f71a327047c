"""Agreement of two labellers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.agreement import agreement, kappa, load_both
from evals.cases import Case
from tests.evals_perfect import write_cluster
from tests.test_evals_running import LABELS, make_fixture


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return write_cluster(tmp_path)


def test_the_same_labels_agree_entirely(case: Case) -> None:
    found = agreement([(case, case)])
    assert (found.articles, found.events) == (2, (7, 7))
    assert found.pair_and_type.value == found.event_f1.value == found.status_same.value == 1.0
    assert found.span_overlap.value == found.spans_touch.value == found.status_kappa == 1.0


def test_each_difference_shows_where_it_should(case: Case) -> None:
    first, *others = case.articles[0].events
    for other, lower in (
        (
            (
                replace(first, statuses=("planned",), label=first.label.model_copy(update={"status": "planned"})),
                *others,
            ),
            "status_same",
        ),
        (tuple(others), "event_f1"),
        ((replace(first, actors=frozenset({"BOR"})), *others), "pair_and_type"),
        ((replace(first, triggers=((0, 9),)), *others), "span_overlap"),
    ):
        second = replace(case, articles=(replace(case.articles[0], events=other), case.articles[1]))
        found = getattr(agreement([(case, second)]), lower)
        assert found.value < 1.0, lower


def test_kappa() -> None:
    # Cohen's own kind of table: 20 + 15 of 50 agree; by chance (25 * 30 + 25 * 20) / 2500 = 0.5
    ratings = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(ratings) == pytest.approx(0.4)
    assert kappa([("y", "y")] * 3) == 1.0
    assert kappa([]) is None


def test_only_cases_with_both_labellings_count(tmp_path: Path) -> None:
    root = make_fixture(tmp_path, "test-one")
    make_fixture(tmp_path, "test-two")
    for kind in ("first", "second"):
        (root / "test-one" / f"wire.{kind}.yaml").write_text(LABELS, encoding="utf-8")
    (root / "test-two" / "wire.first.yaml").write_text(LABELS, encoding="utf-8")
    assert [one.name for one, _ in load_both(sorted(root.iterdir()))] == ["test-one"]
