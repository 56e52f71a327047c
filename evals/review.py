"""What was missed, invented and confused in an article, as lines for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from evals.cases import GoldEvent
from evals.keys import amount, hits, keys
from evals.matching import date_accepted, place_accepted
from evals.outcomes import ArticleOutcome
from summarizer import Event


@dataclass(frozen=True, slots=True)
class Slip:
    """A slot of a matched event that is not as labelled."""

    slot: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Review:
    """One article: gold events nobody found, predicted ones that stand for none, and matched ones with their slips."""

    missed: tuple[GoldEvent, ...]
    invented: tuple[Event, ...]
    confused: tuple[tuple[GoldEvent, Event, tuple[Slip, ...]], ...]
    right: int


def told_as(event: Event) -> str:
    """Type, mode and status of an event as labels write them."""
    return f"{event.type}/{event.mode} {event.status}" if event.mode else f"{event.type} {event.status}"


def _list(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)) or "–"


def slips(event: Event, gold: GoldEvent) -> tuple[Slip, ...]:
    """Every slot in which a matched event differs from its gold."""
    found = []
    if (event.type, event.mode) not in gold.types:
        found.append(Slip("type", gold.label.type, f"{event.type}/{event.mode or '–'}"))
    if event.status not in gold.statuses:
        found.append(Slip("status", gold.statuses[0], event.status))
    for slot, mine, wanted, other in (
        ("actors", keys(event.actors), gold.actors, gold.other_actors),
        ("recipients", keys(event.recipients), gold.recipients, gold.other_recipients),
        ("speakers", keys(event.attribution), gold.speakers, gold.other_speakers),
    ):
        if hits(mine, wanted, other)[1:] != (0, 0):
            found.append(Slip(slot, _list(wanted), _list(mine)))
    if not date_accepted(event, gold):
        found.append(Slip("date", gold.date or "–", event.date.edtf if event.date else "–"))
    if not place_accepted(event, gold):
        found.append(Slip("place", gold.label.place or "–", event.place.name if event.place else "–"))
    amounts = sorted(amount(quantity.value, quantity.unit) for quantity in event.quantities)
    if amounts != sorted(gold.amounts):
        units = ", ".join(f"{quantity.value:g} {quantity.unit}" for quantity in event.quantities)
        found.append(Slip("quantities", ", ".join(gold.label.quantities) or "–", units or "–"))
    return tuple(found)


def review(article: ArticleOutcome) -> Review:
    """The review of an article."""
    matched = {pair.predicted for pair in article.pairs}
    covered = {pair.gold for pair in article.pairs}
    judged = [
        (gold, event, slips(event, gold))
        for gold, event in (
            (article.gold.events[pair.gold], article.predicted[pair.predicted]) for pair in article.pairs
        )
    ]
    confused = tuple(item for item in judged if item[2])
    return Review(
        tuple(gold for at, gold in enumerate(article.gold.events) if at not in covered),
        tuple(event for at, event in enumerate(article.predicted) if at not in matched),
        confused,
        len(judged) - len(confused),
    )


def as_lines(article: ArticleOutcome) -> dict[str, list[str]]:
    """The review as JSON values: one line an event."""
    found = review(article)
    return {
        "missed": [f"{gold.id}: {gold.label.type} {gold.statuses[0]}" for gold in found.missed],
        "invented": [f"{told_as(event)}: {event.summary}" for event in found.invented],
        "confused": [
            f"{gold.id}: " + "; ".join(f"{slip.slot} {slip.found} for {slip.gold}" for slip in wrong)
            for gold, _, wrong in found.confused
        ],
    }
