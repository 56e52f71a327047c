"""Matching: the best assignment, the weight, and when values are the same."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from evals.agreement import label_as_event
from evals.keys import amount, given_parts, hits, party_key, set_f1
from evals.matching import assign, match_events, weight
from summarizer import Event
from tests.evals_perfect import write_cluster


def brute_force(weights: list[list[float]]) -> float:
    """The greatest sum over all one-to-one assignments, by trying every one."""
    if len(weights) > len(weights[0]):
        weights = [list(line) for line in zip(*weights, strict=True)]
    columns = range(len(weights[0]))
    chosen = itertools.permutations(columns, len(weights))
    return max(sum(weights[row][column] for row, column in enumerate(order)) for order in chosen)


@pytest.mark.parametrize("seed", range(40))
def test_assignment_is_as_good_as_the_best_of_all(seed: int) -> None:
    chance = random.Random(seed)
    rows, columns = chance.randint(1, 5), chance.randint(1, 5)
    weights = [[chance.choice([0.0, 0.0, chance.random()]) for _ in range(columns)] for _ in range(rows)]
    pairs = assign(weights)
    assert sum(weights[row][column] for row, column in pairs) == pytest.approx(brute_force(weights))
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)


def test_nothing_to_assign() -> None:
    assert assign([]) == []
    assert assign([[]]) == []


def test_best_sum_is_taken_not_the_best_single_pair() -> None:
    assert assign([[0.9, 0.8], [0.8, 0.0]]) == [(0, 1), (1, 0)]


def changed(event: Event, **slots: object) -> Event:
    return Event.model_validate(event.model_dump() | slots)


def test_weight_is_one_for_the_same_and_zero_for_another_type(tmp_path: Path) -> None:
    article = write_cluster(tmp_path).articles[0]
    gold = article.events[0]
    event = label_as_event(gold, article)
    assert weight(event, gold) == pytest.approx(1.0)
    assert weight(changed(event, type="AID", mode=None), gold) == 0.0
    assert weight(changed(event, date=None), gold) == pytest.approx(0.9)
    assert weight(changed(event, actors=[]), gold) == pytest.approx(0.75)


def test_swapped_parties_are_no_match(tmp_path: Path) -> None:
    article = write_cluster(tmp_path).articles[0]
    event = label_as_event(article.events[0], article)
    dump = event.model_dump()
    swapped = changed(event, actors=dump["recipients"], recipients=dump["actors"])
    assert match_events([swapped], article.events, article.name) == ()


def test_look_alikes_are_told_apart_by_their_passages(tmp_path: Path) -> None:
    article = write_cluster(tmp_path).articles[1]
    _, borduria, syldavia = article.events
    first, second = (label_as_event(gold, article) for gold in (borduria, syldavia))
    alike = {"actors": [{"name": "Borduria", "country": "BOR"}, {"name": "Syldavia", "country": "SYL"}], "date": None}
    pairs = match_events([changed(second, **alike), changed(first, **alike)], (borduria, syldavia), article.name)
    assert [(pair.predicted, pair.gold) for pair in pairs] == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("found", "gold", "accepted", "expected"),
    [
        ({"A", "B"}, {"A", "B"}, (), (2, 0, 0)),
        ({"A"}, {"A", "B"}, (), (1, 0, 1)),
        ({"A", "C"}, {"A", "B"}, (), (1, 1, 1)),
        ({"A", "C"}, {"A", "B"}, {"C"}, (2, 0, 0)),
        (set(), {"A"}, {"C"}, (0, 0, 1)),
        ({"C"}, set(), {"C"}, (1, 0, 0)),
        (set(), set(), (), (0, 0, 0)),
    ],
)
def test_hits(found: set[str], gold: set[str], accepted: set[str], expected: tuple[int, int, int]) -> None:
    assert hits(found, gold, accepted) == expected


def test_f1_of_two_empty_sets_is_one() -> None:
    assert set_f1(set(), set()) == 1.0
    assert set_f1({"A"}, set()) == 0.0


@pytest.mark.parametrize(
    ("country", "name", "key"),
    [
        ("ROU", "Bucharest", "ROU"),
        (None, "The Grey  Lantern", "grey lantern"),
        (None, None, ""),
        (None, "Thea", "thea"),
    ],
)
def test_party_key(country: str | None, name: str | None, key: str) -> None:
    assert party_key(country, name) == key


@pytest.mark.parametrize(
    ("value", "unit", "same"),
    [(4, "million euros", 4e6), (4000000, "euros", 4e6), (1.2, "billion", 1.2e9), (3, "months", 3), (3, "", 3)],
)
def test_amount(value: float, unit: str, same: float) -> None:
    assert amount(value, unit) == same


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("2021-04-26", {"year", "month", "day"}),
        ("2021-04", {"year", "month"}),
        ("2021-04-27~", {"year", "month", "day"}),
        ("XXXX-XX-24", {"day"}),
        ("XXXX-03", {"month"}),
        ("2021-04-24/2021-04-26", {"year", "month", "day"}),
        ("2021-03/2021-05-01", {"year", "month"}),
        ("2021-04-24/..", {"year", "month", "day"}),
        (None, set()),
    ],
)
def test_given_parts_of_a_date(edtf: str | None, parts: set[str]) -> None:
    assert given_parts(edtf) == parts
