"""Which predicted event stands for which gold event.

The best one-to-one matching by summed weight is Kuhn's assignment problem (Naval Research Logistics 2, 1955), solved by
the shortest augmenting paths of Jonker and Volgenant (Computing 38, 1987), as is usual in scoring entities and events
(CEAF: Luo 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.cases import GoldEvent
from evals.keys import keys, party_key, set_f1
from summarizer import Event

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted event (index), the gold event (index) it stands for, and their weight."""

    predicted: int
    gold: int
    weight: float


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of the one-to-one assignment of greatest summed weight, without pairs of weight 0."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return sorted((row, column) for column, row in assign([list(line) for line in zip(*weights, strict=True)]))
    rows, columns = len(weights), len(weights[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken_by = [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken_by[0], column = row, 0
        best, came_from, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken_by[column]:
            seen[column] = True
            here, step, following = taken_by[column], float("inf"), 0
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                cost = -weights[here - 1][other - 1] - row_price[here] - column_price[other]
                if cost < best[other]:
                    best[other], came_from[other] = cost, column
                if best[other] < step:
                    step, following = best[other], other
            for other in range(columns + 1):
                if seen[other]:
                    row_price[taken_by[other]] += step
                    column_price[other] -= step
                else:
                    best[other] -= step
            column = following
        while column:
            taken_by[column], column = taken_by[came_from[column]], came_from[column]
    found = [(row - 1, column - 1) for column, row in enumerate(taken_by) if row and column]
    return sorted((row, column) for row, column in found if weights[row][column] > 0)


def type_accepted(event: Event, gold: GoldEvent) -> bool:
    """Whether the event's type is the gold type or an accepted other one (modes are scored on their own)."""
    return any(event.type == type_ for type_, _ in gold.types)


def date_accepted(event: Event, gold: GoldEvent) -> bool:
    """Whether the event's EDTF date is exactly the gold date, or an accepted other one, or rightly missing."""
    found = event.date.edtf if event.date else None
    return found == gold.date or found in gold.other_dates


def place_accepted(event: Event, gold: GoldEvent) -> bool:
    """Whether the event's place has the gold place's country or name, or is rightly missing."""
    if event.place is None or gold.place is None:
        return event.place is None and gold.place is None
    country, name = gold.place
    same_name = bool(name) and party_key(None, event.place.name) == party_key(None, name)
    return same_name or (country is not None and event.place.country == country)


def weight(event: Event, gold: GoldEvent) -> float:
    """φ = [type accepted] · (0.3 + 0.25·F1(actors) + 0.25·F1(recipients) + 0.1·[date] + 0.1·[place]), from 0 to 1.

    0 too when no party is right on either side: otherwise an act with actor and recipient swapped would just pass as found.
    """
    actors = set_f1(keys(event.actors), gold.actors, gold.other_actors)
    recipients = set_f1(keys(event.recipients), gold.recipients, gold.other_recipients)
    if not type_accepted(event, gold) or not actors + recipients:
        return 0.0
    return 0.3 + 0.25 * (actors + recipients) + 0.1 * date_accepted(event, gold) + 0.1 * place_accepted(event, gold)


def covered(event: Event, gold: GoldEvent, article: str) -> float:
    """Share of the gold triggers' characters that the event's evidence in this article covers; 0 without triggers."""
    marked = {at for start, end in gold.triggers for at in range(start, end)}
    shown = {at for part in event.evidence if part.article == article for at in range(part.start, part.end)}
    return len(marked & shown) / len(marked) if marked else 0.0


def match_events(predicted: Sequence[Event], gold: Sequence[GoldEvent], article: str) -> tuple[Pair, ...]:
    """The best matching of pairs with φ ≥ 0.5; of look-alikes with equal φ, the one that shows the triggers."""
    weights = [[weight(event, label) for label in gold] for event in predicted]
    ranked = [
        [
            value + 1e-3 * covered(event, label, article) if value >= THRESHOLD else 0.0
            for value, label in zip(line, gold, strict=True)
        ]
        for event, line in zip(predicted, weights, strict=True)
    ]
    return tuple(Pair(row, column, weights[row][column]) for row, column in assign(ranked))
