"""How far two labellers agree who read the same articles without seeing each other's labels.

Pair-and-type F1 (of two labellers F1 is the same in both directions; Hripcsak and Rothschild 2005), Cohen's kappa (1960) of the
status of events that both have, and how often and how far their trigger spans overlap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.cases import Case, GoldArticle, GoldEvent, load_case
from evals.counting import Counts, Interval, f1, interval, share
from evals.labels import PartyLabel, split_quantity, split_speaker
from evals.matching import match_events
from summarizer import Event


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures over all articles with two labellings; intervals are 95 %, bootstrap over articles."""

    articles: int
    events: tuple[int, int]
    pair_and_type: Interval
    event_f1: Interval
    status_kappa: float | None
    status_same: Interval
    spans_touch: Interval
    span_overlap: Interval


def _party(text: str) -> dict[str, Any]:
    label = PartyLabel.parse(text)
    return {"name": label.name or label.country, "country": label.country, "sector": label.sector}


def _speaker(text: str) -> dict[str, Any]:
    label = split_speaker(text)
    name, country = label.party.name or label.party.country, label.party.country
    return {"name": name, "country": country, "reporting": label.reporting}


def _quantity(text: str) -> dict[str, Any]:
    value, unit = split_quantity(text)
    return {"value": value, "unit": unit, "text": text}


def label_as_event(gold: GoldEvent, article: GoldArticle) -> Event:
    """The event record that says exactly what a label says; its evidence are the triggers, `article.name` the id."""
    label, (type_, mode) = gold.label, gold.types[0]
    return Event.model_validate(
        {
            "id": f"{article.name}:{gold.id}",
            "type": type_,
            "mode": mode,
            "status": label.status,
            "summary": gold.id,
            "actors": [_party(text) for text in label.actors],
            "recipients": [_party(text) for text in label.recipients],
            "date": {"edtf": label.date, "text": label.date_text} if label.date else None,
            "place": {name: value for name, value in _party(label.place).items() if name != "sector"}
            if label.place
            else None,
            "attribution": [_speaker(text) for text in label.by],
            "quantities": [_quantity(text) for text in label.quantities],
            "evidence": [
                {"article": article.name, "start": start, "end": end, "quote": article.text[start:end]}
                for start, end in gold.triggers
            ],
            "engine": "label",
            "confidence": 1.0,
        }
    )


def _pairs(article: GoldArticle) -> Counter[tuple[str, str, str]]:
    """Actor, recipient and type of every event, each actor with each recipient; '' where there is none."""
    return Counter(
        (actor, recipient, gold.types[0][0])
        for gold in article.events
        for actor in sorted(gold.actors) or [""]
        for recipient in sorted(gold.recipients) or [""]
    )


def kappa(ratings: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of ratings; None without any, 1.0 when only one value ever occurs."""
    if not ratings:
        return None
    first, second = Counter(one for one, _ in ratings), Counter(two for _, two in ratings)
    size = len(ratings)
    seen = sum(one == two for one, two in ratings) / size
    by_chance = sum(first[value] * second[value] for value in first) / size**2
    return 1.0 if by_chance == 1 else (seen - by_chance) / (1 - by_chance)


def _characters(gold: GoldEvent) -> set[int]:
    return {at for start, end in gold.triggers for at in range(start, end)}


def agreement(cases: Sequence[tuple[Case, Case]]) -> Agreement:
    """Agreement of first and second labellings of the same cases."""
    pairs: list[Counts] = []
    events: list[Counts] = []
    same: list[Counts] = []
    touching: list[Counts] = []
    overlap: list[Counts] = []
    statuses: list[tuple[str, str]] = []
    sizes = [0, 0]
    articles = [both for one, two in cases for both in zip(one.articles, two.articles, strict=True)]
    for first, second in articles:
        mine, other = _pairs(first), _pairs(second)
        common = sum((mine & other).values())
        pairs.append({"tp": common, "fp": other.total() - common, "fn": mine.total() - common})
        matched = match_events([label_as_event(gold, second) for gold in second.events], first.events, second.name)
        events.append(
            {"tp": len(matched), "fp": len(second.events) - len(matched), "fn": len(first.events) - len(matched)}
        )
        both = [(first.events[pair.gold], second.events[pair.predicted]) for pair in matched]
        ratings = [(one.statuses[0], two.statuses[0]) for one, two in both]
        statuses += ratings
        same.append({"hit": sum(one == two for one, two in ratings), "all": len(ratings)})
        spans = [(_characters(one), _characters(two)) for one, two in both if one.triggers and two.triggers]
        touching.append({"hit": sum(bool(one & two) for one, two in spans), "all": len(spans)})
        overlap.append({"hit": sum(len(one & two) / len(one | two) for one, two in spans), "all": len(spans)})
        sizes = [sizes[0] + len(first.events), sizes[1] + len(second.events)]
    return Agreement(
        len(articles),
        (sizes[0], sizes[1]),
        interval(pairs, f1),
        interval(events, f1),
        kappa(statuses),
        interval(same, share),
        interval(touching, share),
        interval(overlap, share),
    )


def load_both(folders: Sequence[Path]) -> list[tuple[Case, Case]]:
    """First and second labellings of the folders where every article has both. Raises ValueError for a damaged one."""
    complete = [
        folder
        for folder in folders
        if all(
            path.with_suffix(f".{kind}.yaml").exists() for path in folder.glob("*.md") for kind in ("first", "second")
        )
    ]
    return [(load_case(folder, "first"), load_case(folder, "second")) for folder in complete]
