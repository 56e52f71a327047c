"""The one seam to the outside: what an engine is asked, and what it may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.brief import BriefDraft, BriefLine, BriefRequest, Edit, Finding, SentenceDraft, Withheld
from summarizer.chunking import Chunk
from summarizer.disputes import DisputeRequest, Verdict
from summarizer.drafts import EventDraft, Rejected
from summarizer.usage import Usage


@dataclass(frozen=True, slots=True)
class Extraction:
    """Drafts for one chunk, and notes for the reader (an item that could not be read, a suspicion)."""

    drafts: tuple[EventDraft, ...] = ()
    notes: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)


class Engine(Protocol):
    """Proposes events and prose. Everything it says is checked afterwards, by the same code for every engine."""

    @property
    def name(self) -> str:
        """What goes into `Event.engine`: `rules`, or the model's name."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever prompts, lexica or parameters change what the engine would answer."""
        ...

    @property
    def usage(self) -> Usage:
        """What all calls so far cost."""
        ...

    async def extract_events(self, chunk: Chunk) -> Extraction:
        """Propose the events of one chunk. Raises EngineError."""
        ...

    async def revise_events(self, chunk: Chunk, rejected: Sequence[Rejected]) -> Extraction:
        """Propose better versions of what grounding rejected, once; empty when there is nothing better. Raises EngineError."""
        ...

    async def judge_conflicts(self, request: DisputeRequest) -> tuple[Verdict, ...]:
        """Judge on which of the disputed slots, or others, reports contradict each other. Raises EngineError.

        A dispute without a verdict is left to code's own judgement.
        """
        ...

    async def write_brief(self, request: BriefRequest) -> BriefDraft:
        """Propose a brief about events. Raises EngineError."""
        ...

    async def edit_brief(
        self, request: BriefRequest, lines: Sequence[BriefLine], findings: Sequence[Finding]
    ) -> tuple[Edit, ...]:
        """Propose changes to a checked brief that is read over; none when nothing is to be changed. Raises EngineError."""
        ...

    async def revise_sentences(
        self, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> tuple[SentenceDraft | None, ...]:
        """For each sentence of a head or a judgement that failed the check a better one or None, in order. Raises EngineError."""
        ...

    def drain(self) -> None:
        """Start no further calls; those under way go on, and what waits fails with an EngineError. For any thread."""
        ...

    async def aclose(self) -> None:
        """Give back connections."""
        ...
