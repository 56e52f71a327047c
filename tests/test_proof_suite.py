from __future__ import annotations

import pytest

from evals.proof.items import load_items
from evals.proof.mutations import MUTATIONS
from evals.proof.suite import run_suite

# What the proof reaches today on the half that it is developed on; `python -m evals.proof` prints both halves.
CAUGHT = dict.fromkeys(MUTATIONS, 0.95) | {"roles swapped": 0.92, "written errors": 0.80}
FALSE_ALARMS = 0.03


@pytest.fixture(scope="module")
def result() -> object:
    return run_suite(load_items("dev"))


@pytest.mark.parametrize("name", MUTATIONS)
def test_errors_of_each_class_are_caught(name: str, result) -> None:  # type: ignore[no-untyped-def]
    assert len(result.mutated[name]) >= 40
    assert result.caught(name) >= CAUGHT[name]


def test_faithful_sentences_are_let_through(result) -> None:  # type: ignore[no-untyped-def]
    assert len(result.faithful) >= 200
    assert result.false_alarms <= FALSE_ALARMS


def test_no_mutation_repeats_a_faithful_sentence(result) -> None:  # type: ignore[no-untyped-def]
    faithful = {(outcome.item, outcome.text) for outcome in result.faithful}
    assert not faithful & {(outcome.item, outcome.text) for outcomes in result.mutated.values() for outcome in outcomes}


def test_the_halves_share_no_item() -> None:
    dev, test = ({item.id for item in load_items(split)} for split in ("dev", "test"))
    assert not dev & test
    assert min(len(dev), len(test)) >= 30
