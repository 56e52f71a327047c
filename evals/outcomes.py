"""What an engine made of a case, in the one form that all metrics read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from evals.cases import Case, GoldArticle
from evals.matching import Pair, match_events
from summarizer import Brief, Event


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that a sentence points at; `listed` tells whether its article is in the brief's list of sources."""

    article: str
    start: int
    end: int
    quote: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a brief."""

    text: str
    section: str
    events: tuple[str, ...] = ()
    citations: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefView:
    """A brief as metrics see it: told sentences, how many a check kept out, and the ids of events that may be named."""

    sentences: tuple[Told, ...] = ()
    withheld: int = 0
    events: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ArticleOutcome:
    """One article's gold and what an engine found in it; `article` is the id that evidence names."""

    gold: GoldArticle
    article: str
    predicted: tuple[Event, ...]
    accounted: bool = True

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The best one-to-one matching of predicted to gold events."""
        return match_events(self.predicted, self.gold.events, self.article)


@dataclass(frozen=True)
class Cost:
    """What a case took: tokens as the server reported them (0 without a model), and wall-clock seconds."""

    prompt_tokens: int = 0
    answer_tokens: int = 0
    seconds: float = 0.0


class DayChange(NamedTuple):
    """A change that a day's article (by name) brings: `new` or `corrected`, and which event, by its gold id where it has one."""

    day: str
    kind: str
    event: str


@dataclass(frozen=True)
class CaseOutcome:
    """One case: article outcomes, merged events, brief, and found changes (None where the engine keeps no memory)."""

    case: Case
    articles: tuple[ArticleOutcome, ...]
    merged: tuple[Event, ...] = ()
    brief: BriefView = BriefView()
    changes: frozenset[DayChange] | None = None
    cost: Cost = field(default_factory=Cost)

    @cached_property
    def texts(self) -> dict[str, str]:
        """Article texts by the id that evidence names."""
        return {outcome.article: outcome.gold.text for outcome in self.articles}


def view_brief(brief: Brief) -> BriefView:
    """Our own brief as metrics see it."""
    numbers = {entry.number: entry.article for entry in brief.sources}
    sentences = tuple(
        Told(
            statement.text,
            statement.section,
            statement.events,
            tuple(
                Cited(part.article, part.start, part.end, part.quote, numbers.get(number) == part.article)
                for number, part in ((citation.source, citation.evidence) for citation in statement.citations)
            ),
        )
        for statement in brief.statements()
    )
    return BriefView(sentences, len(brief.verification.withheld), frozenset(event.id for event in brief.events))
