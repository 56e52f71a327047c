"""What code suspects reports to contradict each other on, and what an engine that understands texts finds of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from summarizer.article import Article
from summarizer.events import Event, Evidence

Slot = Literal["quantities", "date", "status", "actors", "recipients", "place"]
Finding = Literal["none", "unresolved", "superseded"]
SLOTS: Final[tuple[Slot, ...]] = ("quantities", "date", "status", "actors", "recipients", "place")
FINDINGS: Final[tuple[Finding, ...]] = ("none", "unresolved", "superseded")


@dataclass(frozen=True, slots=True)
class Version:
    """A value of a slot, and the passages that tell it."""

    value: str
    passages: tuple[Evidence, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it."""
        return tuple(dict.fromkeys(passage.article for passage in self.passages))


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot of an event on which reports may contradict each other, with the versions that code sees.

    `others` are ids of events that may be the same act, told by other reports; their versions are among these.
    """

    event: str
    slot: Slot
    versions: tuple[Version, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeRequest:
    """What an engine is asked to judge: disputes, those of one event beside each other, with their events and all articles."""

    disputes: tuple[Dispute, ...]
    events: tuple[Event, ...]
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an engine finds: the versions that contradict each other, of a superseded one the one that stands last."""

    event: str
    slot: Slot
    finding: Finding
    versions: tuple[Version, ...] = ()
