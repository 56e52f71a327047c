"""What changed since the last brief, on a story told day by day: from the second day on, events that are new, and corrections."""

from __future__ import annotations

from evals.cases import Case, GoldArticle
from evals.counting import Counts
from evals.labels import split_quantity
from evals.outcomes import CaseOutcome, DayChange


def gold_changes(case: Case) -> frozenset[DayChange]:
    """By day (article, in order of name): `new` what no earlier one tells; `corrected` a known event of which it is the first to
    tell the value that stands (the last one of a superseded conflict).
    """
    found: set[DayChange] = set()
    known: set[str] = set()
    settled: set[tuple[str, str]] = set()
    for article in case.articles:
        told = {event.id for event in article.events}
        if known:
            found |= {DayChange(article.name, "new", name) for name in told - known}
        for conflict in case.info.conflicts:
            key = conflict.event, conflict.slot
            if conflict.status != "superseded" or key in settled or not _tells(article, *key, conflict.values[-1]):
                continue
            settled.add(key)
            if conflict.event in known:
                found.add(DayChange(article.name, "corrected", conflict.event))
        known |= told
    return frozenset(found)


def _tells(article: GoldArticle, event: str, slot: str, value: str) -> bool:
    """Whether an article tells a value of an event's slot."""
    for gold in article.events:
        if gold.id != event:
            continue
        if slot == "status":
            return gold.statuses[0] == value
        if slot == "date":
            return gold.date == value
        if slot != "quantities":
            parties = (*gold.label.actors, *gold.label.recipients, *filter(None, [gold.label.place]))
            return any(value.casefold() in party.casefold() for party in parties)
        return any(split_quantity(item)[0] == split_quantity(value)[0] for item in gold.label.quantities)
    return False


def delta(case: CaseOutcome) -> Counts:
    """Changes found rightly, wrongly, missed (set F1); nothing where the engine was not asked for changes."""
    if case.changes is None:
        return {"tp": 0, "fp": 0, "fn": 0}
    gold = gold_changes(case.case)
    right = len(gold & case.changes)
    return {"tp": right, "fp": len(case.changes) - right, "fn": len(gold) - right}
