"""Slots, end to end: an item is right only within a matched event; each item of an unmatched event is wrong or missed.

Scored as event arguments are in TAC KBP; status, mode, place, date and speakers also among matched events alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from evals.cases import GoldEvent
from evals.counting import Counts
from evals.keys import amount, given_parts, hits, keys
from evals.matching import date_accepted, place_accepted
from evals.outcomes import ArticleOutcome
from summarizer import Event

Items = Collection[str]


def _sets(
    article: ArticleOutcome, of_event: Callable[[Event], Items], of_gold: Callable[[GoldEvent], tuple[Items, Items]]
) -> Counts:
    """Pooled hits of a set-valued slot."""
    right = wrong = missed = 0
    for pair in article.pairs:
        gold, accepted = of_gold(article.gold.events[pair.gold])
        one, two, three = hits(of_event(article.predicted[pair.predicted]), gold, accepted)
        right, wrong, missed = right + one, wrong + two, missed + three
    matched, covered = {pair.predicted for pair in article.pairs}, {pair.gold for pair in article.pairs}
    wrong += sum(len(set(of_event(event))) for at, event in enumerate(article.predicted) if at not in matched)
    missed += sum(len(set(of_gold(gold)[0])) for at, gold in enumerate(article.gold.events) if at not in covered)
    return {"tp": right, "fp": wrong, "fn": missed}


def _single(article: ArticleOutcome, right: Callable[[Event, GoldEvent], bool], given: tuple[int, int]) -> Counts:
    """Pooled hits of a slot with one value; `given` is how many predicted and gold events fill it."""
    agreeing = sum(right(article.predicted[pair.predicted], article.gold.events[pair.gold]) for pair in article.pairs)
    return {"tp": agreeing, "fp": given[0] - agreeing, "fn": max(0, given[1] - agreeing)}


def actors(article: ArticleOutcome) -> Counts:
    """Actors, by country or organisation code, else by name."""
    return _sets(article, lambda event: keys(event.actors), lambda gold: (gold.actors, gold.other_actors))


def recipients(article: ArticleOutcome) -> Counts:
    """Recipients, by country or organisation code, else by name."""
    return _sets(
        article,
        lambda event: keys(event.recipients),
        lambda gold: (gold.recipients, gold.other_recipients),
    )


def attribution(article: ArticleOutcome) -> Counts:
    """Speakers, by country or organisation code, else by name."""
    return _sets(
        article,
        lambda event: keys(event.attribution),
        lambda gold: (gold.speakers, gold.other_speakers),
    )


def attribution_of_matched(article: ArticleOutcome) -> Counts:
    """Speakers among matched events: wrong and missed ones count, those of events nobody found don't."""
    right = wrong = missed = 0
    for pair in article.pairs:
        gold = article.gold.events[pair.gold]
        one, two, three = hits(keys(article.predicted[pair.predicted].attribution), gold.speakers, gold.other_speakers)
        right, wrong, missed = right + one, wrong + two, missed + three
    return {"tp": right, "fp": wrong, "fn": missed}


def _numbered(values: Collection[float]) -> set[str]:
    """Values as items, the second of two equal ones as an item of its own."""
    return {f"{value:g}#{nth}" for value, count in Counter(values).items() for nth in range(count)}


def quantities(article: ArticleOutcome) -> Counts:
    """Quantities by their number, scale words ("million") multiplied in; units are worded too freely to compare."""
    return _sets(
        article,
        lambda event: _numbered([amount(quantity.value, quantity.unit) for quantity in event.quantities]),
        lambda gold: (_numbered(gold.amounts), ()),
    )


def status(article: ArticleOutcome) -> Counts:
    """Status of all events, end to end."""
    return _single(
        article, lambda event, gold: event.status in gold.statuses, (len(article.predicted), len(article.gold.events))
    )


def status_of_matched(article: ArticleOutcome) -> Counts:
    """Status among matched events."""
    return _of_matched(article, lambda event, gold: event.status in gold.statuses)


def mode_of_matched(article: ArticleOutcome) -> Counts:
    """Mode among matched events: that of an accepted label of the event's type."""
    return _of_matched(article, lambda event, gold: (event.type, event.mode) in gold.types)


def place_of_matched(article: ArticleOutcome) -> Counts:
    """Place among matched events: country or name, or rightly none."""
    return _of_matched(article, place_accepted)


def date_of_matched(article: ArticleOutcome) -> Counts:
    """Date among matched events: exactly the gold EDTF, or rightly none."""
    return _of_matched(article, date_accepted)


def _of_matched(article: ArticleOutcome, right: Callable[[Event, GoldEvent], bool]) -> Counts:
    agreeing = sum(right(article.predicted[pair.predicted], article.gold.events[pair.gold]) for pair in article.pairs)
    return {"hit": agreeing, "all": len(article.pairs)}


def date(article: ArticleOutcome) -> Counts:
    """Dates, exact EDTF, end to end over the events that have one."""
    predicted = sum(event.date is not None for event in article.predicted)
    gold = sum(label.date is not None for label in article.gold.events)
    return _single(
        article, lambda event, label: event.date is not None and date_accepted(event, label), (predicted, gold)
    )


def over_precise_dates(article: ArticleOutcome) -> Counts:
    """Of matched events whose gold date leaves year, month or day open, those that are given one of them."""
    over = openly = 0
    for pair in article.pairs:
        event, gold = article.predicted[pair.predicted], article.gold.events[pair.gold]
        known = given_parts(gold.date)
        if len(known) < 3:
            openly += 1
            over += not date_accepted(event, gold) and bool(
                given_parts(event.date.edtf if event.date else None) - known
            )
    return {"hit": over, "all": openly}
