"""What changed since an earlier state: events that are new, updated, corrected, retracted, or told no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.events import Event

ChangeKind = Literal["new", "updated", "corrected", "retracted", "dropped"]


@dataclass(frozen=True, slots=True)
class SlotChange:
    """A slot of an event before and after, in words; `before` is None where nothing was told."""

    slot: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One event that changed; `event` is its state now (of a dropped one, its last state)."""

    kind: ChangeKind
    event: Event
    slots: tuple[SlotChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since `since` (the moment of the last brief, or a day; None when this is the first), and what didn't.

    `background`: events that were known and are as they were.
    """

    since: str | None
    items: tuple[Change, ...] = ()
    background: tuple[Event, ...] = ()

    @property
    def news(self) -> tuple[Event, ...]:
        """The events worth telling: all that changed, but for those told no more."""
        return tuple(change.event for change in self.items if change.kind != "dropped")

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """Changes of one kind."""
        return tuple(change for change in self.items if change.kind == kind)
