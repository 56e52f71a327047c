"""What one sentence tells as it is read: its names, who speaks in it, its acts and their tolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.tolls import told_with, with_toll
from summarizer.engines.rules.days.chronicles import Heading
from summarizer.engines.rules.sides.memory import Known
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import NameHit

_NEAR = 4  # drafts before a toll among which its act may be


@dataclass
class SentenceActs:
    """A sentence as it is read; `drafts` are its acts so far, each with the order of its cue."""

    sentence: Sentence
    hits: Sequence[NameHit]
    whole: Reading
    heading: Heading | None
    hanging: bool  # whether it counts days from other acts
    drafts: list[tuple[EventDraft, int]] = field(default_factory=list)
    acting: list[tuple[Mention, EventDraft]] = field(default_factory=list)
    reports: list[Report] | None = None
    speaker: Known | None = None
    _tolls: list[int] = field(default_factory=list)  # places in `drafts` of tolls whose act isn't told yet

    def add_toll(self, toll: EventDraft, order: int, earlier: list[tuple[EventDraft, int]]) -> None:
        """Give a toll to its act, told in this sentence or shortly before among `earlier`; keep it when none was."""
        if not (_count_toll(toll, self.drafts) or _count_toll(toll, earlier)):
            self._tolls.append(len(self.drafts))
            self.drafts.append((toll, order))

    def add_act(self, act: EventDraft, order: int) -> EventDraft:
        """Add an act, with the tolls told before it in the sentence: "were hurt when their post was attacked"."""
        for at in reversed(self._tolls):
            if told_with(self.drafts[at][0], (act,)) is not None:
                act = with_toll(act, self.drafts.pop(at)[0])
                self._tolls.remove(at)
        self.drafts.append((act, order))
        return act


def _count_toll(toll: EventDraft, drafts: list[tuple[EventDraft, int]]) -> bool:
    """Give a toll to its act among the last of some drafts; False when none is its."""
    at = told_with(toll, [draft for draft, _ in drafts[-_NEAR:]])
    if at is None:
        return False
    at += max(len(drafts) - _NEAR, 0)
    drafts[at] = (with_toll(drafts[at][0], toll), drafts[at][1])
    return True
