"""Fixtures as values: cases, their articles, and gold events with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from evals.keys import amount, party_key
from evals.labels import (
    CaseInfo,
    EventLabel,
    Labels,
    PartyLabel,
    article_body,
    read_yaml,
    split_quantity,
    split_speaker,
)
from evals.labels import trigger_text as split_trigger

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A labelled event: parties and speakers as keys, `triggers` as half-open offsets into the article's text."""

    id: str
    types: tuple[tuple[str, str | None], ...]
    statuses: tuple[str, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    other_actors: frozenset[str]
    other_recipients: frozenset[str]
    date: str | None
    other_dates: frozenset[str]
    place: tuple[str | None, str | None] | None
    speakers: frozenset[str]
    other_speakers: frozenset[str]
    amounts: tuple[float, ...]
    triggers: tuple[tuple[int, int], ...]
    label: EventLabel


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of a fixture and its gold events; `text` starts after the front matter, `whole` with it."""

    name: str
    path: Path
    text: str
    whole: str
    published: str | None
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A fixture folder; `name` is the folder's."""

    name: str
    info: CaseInfo
    articles: tuple[GoldArticle, ...]

    @property
    def is_cluster(self) -> bool:
        """Whether several articles tell one story."""
        return len(self.articles) > 1


def find_trigger(text: str, trigger: str) -> tuple[int, int] | None:
    """Where the words of a trigger stand, half-open, or None when they don't occur often enough."""
    words, nth = split_trigger(trigger)
    if words not in text:
        words = words.replace("\u00ad", "")  # a loader may take soft hyphens out
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return at, at + len(words)


def party_keys(parties: Iterable[str]) -> frozenset[str]:
    """The keys of parties as labels write them."""
    return frozenset(party_key(label.country, label.name) for label in map(PartyLabel.parse, parties))


def _type(label: str) -> tuple[str, str | None]:
    name, _, mode = label.partition("/")
    return name, mode or None


def gold_event(label: EventLabel, text: str) -> GoldEvent:
    """The gold event of a label; triggers that stand only in the headline have no span."""
    spans = [find_trigger(text, trigger) for trigger in label.triggers]
    place = PartyLabel.parse(label.place) if label.place else None
    return GoldEvent(
        id=label.id,
        types=tuple(map(_type, (label.type, *label.or_types))),
        statuses=(label.status, *label.or_status),
        actors=party_keys(label.actors),
        recipients=party_keys(label.recipients),
        other_actors=party_keys(label.or_actors),
        other_recipients=party_keys(label.or_recipients),
        date=label.date or None,
        other_dates=frozenset(label.or_dates),
        place=(place.country, place.name) if place else None,
        speakers=frozenset(party_key(s.party.country, s.party.name) for s in map(split_speaker, label.by)),
        other_speakers=frozenset(party_key(s.party.country, s.party.name) for s in map(split_speaker, label.or_by)),
        amounts=tuple(amount(*split_quantity(item)) for item in label.quantities),
        triggers=tuple(span for span in spans if span),
        label=label,
    )


def with_text(article: GoldArticle, text: str) -> GoldArticle:
    """The article with the text that the product loaded, its labels placed there. ValueError when a trigger was lost."""
    if text == article.text:
        return article
    events = tuple(gold_event(gold.label, text) for gold in article.events)
    for before, after in zip(article.events, events, strict=True):
        if len(after.triggers) < len(before.triggers):
            raise ValueError(f"{article.name}: a trigger of {before.id} is not in the text as it was loaded")
    return replace(article, text=text, events=events)


def load_case(folder: Path, kind: str = "labels") -> Case:
    """A fixture folder with its gold labels (or `first`, `second`). Raises OSError or ValueError, naming the folder."""
    try:
        info = CaseInfo.model_validate(read_yaml(folder / "case.yaml"))
        articles = tuple(_article(path, kind) for path in sorted(folder.glob("*.md")))
    except ValueError as error:
        raise ValueError(f"{folder.name}: {error}") from error
    if not articles:
        raise ValueError(f"{folder.name}: no article")
    return Case(folder.name, info, articles)


def _article(path: Path, kind: str) -> GoldArticle:
    whole = path.read_text(encoding="utf-8")
    text = article_body(whole)
    published = re.search(r"^published:\s*(\S+)", whole[: len(whole) - len(text)], re.M)
    labels = Labels.model_validate(read_yaml(path.with_suffix(f".{kind}.yaml")))
    events = tuple(gold_event(label, text) for label in labels.events)
    return GoldArticle(path.stem, path, text, whole, published[1] if published else None, events)


def case_folders(root: Path = FIXTURES) -> list[Path]:
    """Fixture folders by name."""
    return sorted(path.parent for path in root.glob("*/case.yaml"))
