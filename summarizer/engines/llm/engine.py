"""The model engine: an OpenAI-compatible server proposes events and prose; all that it says is checked afterwards."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from summarizer.brief import BriefDraft, BriefLine, BriefRequest, Edit, Finding, SentenceDraft, Withheld
from summarizer.chunking import Chunk
from summarizer.disputes import DisputeRequest, Verdict
from summarizer.drafts import EventDraft, Rejected
from summarizer.engines.base import Extraction
from summarizer.engines.llm import messages
from summarizer.engines.llm.asking import Asker
from summarizer.engines.llm.briefing import BriefWriter, assessment_form, lead_form
from summarizer.engines.llm.client import make_client
from summarizer.engines.llm.clock import Clock, SystemClock
from summarizer.engines.llm.judging import judge, judging_form
from summarizer.engines.llm.prices import find_price
from summarizer.engines.llm.questions import brief_form, edit_form, extraction_form
from summarizer.engines.llm.reading import read_events
from summarizer.engines.llm.replies import Asks, NeedsSplit, Reply
from summarizer.engines.llm.transport import Transport
from summarizer.errors import EngineError, SettingsError
from summarizer.ledger import Ledger
from summarizer.ontology import Ontology
from summarizer.settings import Settings
from summarizer.usage import Usage

_DEEPEST: Final = 4  # how often a chunk may be halved


@dataclass(slots=True)
class _Found:
    drafts: list[EventDraft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)


class LlmEngine:
    """An Engine over chat completions. Needs a running asyncio loop; one engine serves one run."""

    def __init__(
        self,
        settings: Settings,
        ontology: Ontology,
        ledger: Ledger | None = None,
        clock: Clock | None = None,
        asker: Asks | None = None,
    ) -> None:
        price = find_price(settings.model, settings.prices)
        if settings.max_cost is not None and price is None:
            raise SettingsError(
                f"the price of {settings.model} is unknown, so that --max-cost can't be held",
                "give a list of prices with --prices, or leave --max-cost out",
            )
        self._settings, self._ontology = settings, ontology
        self._client = make_client(settings)
        self._transport = Transport(self._client, settings, clock or SystemClock(), price)
        self._transport.ledger = ledger
        self._transport.run = self.run = uuid.uuid4().hex
        self._asker: Asks = asker or Asker(self._transport, settings, ledger)
        self.extraction = extraction_form(ontology, settings.prompts)
        self._writer = BriefWriter(self._asker, ontology)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._settings.model

    @property
    def fingerprint(self) -> str:
        """12 hex digits over prompts, ontology, model and parameters."""
        parts = [self._settings.model, repr(self._settings.temperature)]
        for form in (self.extraction, brief_form(), edit_form(), lead_form(), assessment_form(), judging_form()):
            parts += [form.fingerprint, form.system, form.schema]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]

    @property
    def usage(self) -> Usage:
        """What this engine's calls cost so far, failed ones included, and how many answers were kept ones."""
        return self._transport.usage

    async def extract_events(self, chunk: Chunk) -> Extraction:
        """Propose the events of one chunk; one that is too long for the model is halved. Raises EngineError."""
        found = _Found()
        await self._extract(chunk, found, 0)
        return self._told(found)

    async def revise_events(self, chunk: Chunk, rejected: Sequence[Rejected]) -> Extraction:
        """Propose better versions of what grounding rejected. Raises EngineError."""
        if not rejected:
            return Extraction()
        found = _Found()
        try:
            reply = await self._asker.ask(
                self.extraction.question("revise_events", messages.revision_message(chunk, rejected))
            )
        except NeedsSplit as error:
            raise error.error from None
        self._read(reply, found)
        return self._told(found)

    async def judge_conflicts(self, request: DisputeRequest) -> tuple[Verdict, ...]:
        """Judge where reports contradict each other; the model is shown the articles and what code suspects. Raises EngineError."""
        return await judge(request, self._asker)

    async def write_brief(self, request: BriefRequest) -> BriefDraft:
        """Propose a brief about events; the model is shown their records and the articles' sentences. Raises EngineError."""
        return await self._writer.write(request)

    async def edit_brief(
        self, request: BriefRequest, lines: Sequence[BriefLine], findings: Sequence[Finding]
    ) -> tuple[Edit, ...]:
        """Propose changes to a checked brief that is read over. Raises EngineError."""
        return await self._writer.edit(request, lines, findings)

    async def revise_sentences(
        self, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> tuple[SentenceDraft | None, ...]:
        """For each sentence that failed the check a better one or None, in order. Raises EngineError."""
        if not withheld:
            return ()
        return await self._writer.revise(request, withheld)

    def drain(self) -> None:
        """Make no further calls; those in flight go on and are kept. What waits raises Interrupted. From any thread."""
        self._transport.pool.stop()

    async def aclose(self) -> None:
        """Give back connections; waits until all attempts are written down."""
        await self._client.close()
        if self._transport.ledger is not None:
            await self._transport.ledger.settle()

    async def _extract(self, chunk: Chunk, found: _Found, depth: int) -> None:
        try:
            reply = await self._asker.ask(self.extraction.question("extract_events", messages.article_message(chunk)))
        except NeedsSplit as error:
            middle = len(chunk.sentences) // 2
            if not middle or depth >= _DEEPEST:
                raise error.error from None
            context = chunk.context or chunk.sentences[:2]
            await self._extract(replace(chunk, sentences=chunk.sentences[:middle]), found, depth + 1)
            await self._extract(replace(chunk, sentences=chunk.sentences[middle:], context=context), found, depth + 1)
        else:
            drafts = self._read(reply, found)
            if self._settings.recall_pass:
                await self._recall(chunk, drafts, found)

    async def _recall(self, chunk: Chunk, drafts: Sequence[EventDraft], found: _Found) -> None:
        """Ask for what was missed; a failure leaves what is there."""
        question = self.extraction.question("recall_events", messages.recall_message(chunk, drafts))
        try:
            self._read(await self._asker.ask(question), found)
        except NeedsSplit as error:
            found.notes.append(f"events that were missed could not be asked for: {error.error}")
        except EngineError as error:
            found.notes.append(f"events that were missed could not be asked for: {error}")

    def _read(self, reply: Reply, found: _Found) -> Sequence[EventDraft]:
        drafts, notes = read_events(reply.value["events"])
        found.drafts += drafts
        found.notes += notes
        found.usage += reply.usage
        return drafts

    def _told(self, found: _Found) -> Extraction:
        return Extraction(tuple(found.drafts), (*found.notes, *self._asker.take_notes()), found.usage)
