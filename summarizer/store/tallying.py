"""Who did how much to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Pair:
    """Actor and recipient (codes, or names without one), their number of events, and the mean conflict-cooperation score."""

    actor: str
    recipient: str
    events: int
    score: float


def tally_pairs(
    rows: Iterable[tuple[str, str | None, str]], ontology: Ontology, most: int | None = None
) -> tuple[Pair, ...]:
    """Pairs of rows of (type, mode, dyads), the busiest first; an event counts once for each of its pairs."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
    for type_, mode, dyads in rows:
        score = ontology.score(type_, mode)
        for dyad in dyads.split("\n") if dyads else ():
            tally = counts[dyad]
            tally[0] += 1
            tally[1] += score
    ranked = sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))
    pairs = ((dyad.split("\t"), tally) for dyad, tally in ranked[:most])
    return tuple(Pair(who, whom, int(count), round(total / count, 2)) for (who, whom), (count, total) in pairs)
