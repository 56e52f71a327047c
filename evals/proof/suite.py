"""Caught rate of each class of mutation and false alarms on faithful sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.proof.items import Item
from evals.proof.mutations import MUTATIONS
from summarizer.verifying import check_sentence

CAUGHT = 0.95
FALSE_ALARMS = 0.03


@dataclass(frozen=True)
class Outcome:
    """A sentence put to the proof, and the reasons against it (none: it passed)."""

    item: str
    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """Outcomes of one split: mutated sentences by class, and faithful ones."""

    mutated: dict[str, tuple[Outcome, ...]]
    faithful: tuple[Outcome, ...]

    def caught(self, name: str) -> float:
        """Share of a class that the proof refuses; all of it where there is none."""
        outcomes = self.mutated[name]
        return sum(bool(outcome.reasons) for outcome in outcomes) / len(outcomes) if outcomes else 1.0

    @property
    def false_alarms(self) -> float:
        """Share of the faithful sentences that the proof refuses."""
        return sum(bool(outcome.reasons) for outcome in self.faithful) / len(self.faithful)


def run_suite(items: Sequence[Item]) -> Result:
    """Put every mutation and every faithful sentence of the items to the proof."""
    mutated = {name: tuple(_outcomes(items, name)) for name in MUTATIONS}
    faithful = tuple(_outcome(item, text) for item in items for text in (item.sentence, *item.faithful))
    return Result(mutated, faithful)


def _outcomes(items: Sequence[Item], name: str) -> list[Outcome]:
    outcomes = []
    for item in items:
        texts = dict.fromkeys(MUTATIONS[name](item))
        outcomes += [_outcome(item, text) for text in texts if text not in (item.sentence, *item.faithful)]
    return outcomes


def _outcome(item: Item, text: str) -> Outcome:
    return Outcome(item.id, text, check_sentence(text, item.events, item.passages).reasons)
