"""Pooling, intervals and paired differences."""

from __future__ import annotations

import pytest

from evals.counting import Interval, difference, f1, interval, pool, precision, recall, share

LARGE, SMALL = {"hit": 90, "all": 100}, {"hit": 0, "all": 1}


def test_counts_are_pooled_not_averaged() -> None:
    assert share(pool([LARGE, SMALL])) == pytest.approx(90 / 101)  # the mean of means would be 0.45


@pytest.mark.parametrize(
    ("formula", "expected"), [(precision, 2 / 3), (recall, 2 / 4), (f1, 4 / 7)], ids=["precision", "recall", "f1"]
)
def test_formulas(formula: object, expected: float) -> None:
    assert callable(formula)
    assert formula({"tp": 2, "fp": 1, "fn": 2}) == pytest.approx(expected)
    assert formula({"tp": 0, "fp": 0, "fn": 0}) is None


def test_nothing_to_count_is_no_value() -> None:
    assert interval([], share) == Interval(None)
    assert interval([{"hit": 0, "all": 0}], share) == Interval(None)


def test_interval_holds_the_value_and_is_the_same_every_time() -> None:
    units = [{"hit": float(at % 3 > 0), "all": 1.0} for at in range(60)]
    found = interval(units, share)
    assert found == interval(units, share)
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.value < found.high
    assert found.high - found.low == pytest.approx(0.24, abs=0.05)  # binomial: 4 * sqrt(p (1 - p) / n)


def test_interval_of_equal_units_has_no_width() -> None:
    assert interval([{"hit": 1, "all": 2}] * 9, share) == Interval(0.5, 0.5, 0.5)


def test_paired_difference_takes_out_what_is_hard_for_both() -> None:
    before = {f"u{at}": {"hit": float(at % 2) * 9, "all": 10.0} for at in range(40)}
    after = {name: {"hit": counts["hit"] + 1, "all": 10.0} for name, counts in before.items()}
    found = difference(before, after, share)
    assert found.value == pytest.approx(0.1)
    assert found.low == pytest.approx(0.1)  # every unit gained the same, though the units differ widely
    assert found.high == pytest.approx(0.1)


def test_difference_looks_only_at_what_both_have() -> None:
    found = difference({"a": {"hit": 1, "all": 2}, "b": {"hit": 2, "all": 2}}, {"a": {"hit": 2, "all": 2}}, share)
    assert found.value == pytest.approx(0.5)
    assert difference({"a": LARGE}, {"b": SMALL}, share) == Interval(None)
