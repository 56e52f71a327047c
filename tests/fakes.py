"""An engine whose answers a test writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.brief import BriefDraft, BriefLine, BriefRequest, Edit, Finding, SentenceDraft, Withheld
from summarizer.chunking import Chunk
from summarizer.disputes import DisputeRequest, Verdict
from summarizer.drafts import EventDraft, Rejected
from summarizer.engines.base import Extraction
from summarizer.usage import Usage


class FakeEngine:
    """Answers with what the given functions return; without a function, with nothing."""

    name = "fake"
    fingerprint = "fake-1"
    usage = Usage()

    def __init__(
        self,
        drafts: Callable[[Chunk], Sequence[EventDraft]] = lambda chunk: (),
        revised: Callable[[Chunk, Sequence[Rejected]], Sequence[EventDraft]] = lambda chunk, rejected: (),
        brief: Callable[[BriefRequest], BriefDraft] = lambda request: BriefDraft(),
        better: Callable[[Withheld], SentenceDraft | None] = lambda withheld: None,
        edits: Callable[[Sequence[BriefLine], Sequence[Finding]], Sequence[Edit]] = lambda lines, findings: (),
        verdicts: Callable[[DisputeRequest], Sequence[Verdict]] = lambda request: (),
    ) -> None:
        self._drafts, self._revised, self._brief = drafts, revised, brief
        self._better, self._edits, self._verdicts = better, edits, verdicts
        self.asked: list[Chunk] = []
        self.closed = self.drained = False

    async def extract_events(self, chunk: Chunk) -> Extraction:
        self.asked.append(chunk)
        return Extraction(tuple(self._drafts(chunk)))

    async def revise_events(self, chunk: Chunk, rejected: Sequence[Rejected]) -> Extraction:
        return Extraction(tuple(self._revised(chunk, rejected)))

    async def judge_conflicts(self, request: DisputeRequest) -> tuple[Verdict, ...]:
        return tuple(self._verdicts(request))

    async def write_brief(self, request: BriefRequest) -> BriefDraft:
        return self._brief(request)

    async def edit_brief(
        self, request: BriefRequest, lines: Sequence[BriefLine], findings: Sequence[Finding]
    ) -> tuple[Edit, ...]:
        return tuple(self._edits(lines, findings))

    async def revise_sentences(
        self, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> tuple[SentenceDraft | None, ...]:
        return tuple(self._better(item) for item in withheld)

    def drain(self) -> None:
        self.drained = True

    async def aclose(self) -> None:
        self.closed = True
