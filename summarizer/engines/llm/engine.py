"""The model engine: an OpenAI-compatible server proposes events and prose; all that it says is checked afterwards."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from summarizer.brief import BriefDraft, BriefRequest, SentenceDraft, ThreadDraft, Withheld
from summarizer.chunking import Chunk, estimate_tokens
from summarizer.drafts import EventDraft, Rejected
from summarizer.engines.base import Extraction
from summarizer.engines.llm import messages
from summarizer.engines.llm.asking import Asker, NeedsSplit, Reply
from summarizer.engines.llm.client import make_client
from summarizer.engines.llm.clock import Clock, SystemClock
from summarizer.engines.llm.prices import find_price
from summarizer.engines.llm.questions import Question, brief_form, extraction_form, sentences_form
from summarizer.engines.llm.reading import plain_sentence, read_events
from summarizer.engines.llm.transport import Transport
from summarizer.errors import EngineError, SettingsError
from summarizer.events import Event
from summarizer.ledger import Ledger
from summarizer.ontology import Ontology
from summarizer.settings import Settings
from summarizer.usage import Usage

_DEEPEST: Final = 4  # how often a chunk may be halved
_BRIEF_TOKENS: Final = 24_000  # of event records in one question


@dataclass(slots=True)
class _Found:
    drafts: list[EventDraft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)


class LlmEngine:
    """An Engine over chat completions. Needs a running asyncio loop; one engine serves one run."""

    def __init__(
        self, settings: Settings, ontology: Ontology, ledger: Ledger | None = None, clock: Clock | None = None
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
        self._asker = Asker(self._transport, settings, ledger)
        self._extraction, self._brief, self._sentences = extraction_form(ontology), brief_form(), sentences_form()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._settings.model

    @property
    def fingerprint(self) -> str:
        """12 hex digits over prompts, ontology, model and parameters."""
        parts = [self._settings.model, repr(self._settings.temperature)]
        for form in (self._extraction, self._brief, self._sentences):
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
                Question("revise_events", self._extraction, messages.revision_message(chunk, rejected))
            )
        except NeedsSplit as error:
            raise error.error from None
        self._read(reply, found)
        return self._told(found)

    async def write_brief(self, request: BriefRequest) -> BriefDraft:
        """Propose a brief about events; the model is shown their records only. Raises EngineError."""
        events, notes = self._shown(request)
        if not events:
            return BriefDraft()
        question = Question("write_brief", self._brief, messages.brief_message(request, events))
        try:
            value = (await self._asker.ask(question)).value
        except NeedsSplit as error:
            raise error.error from None
        prose = _Prose(events)
        threads = []
        for item in value["threads"]:
            thread = prose.thread(item)
            if thread is not None:
                threads.append(thread)
        bottom, points = prose.sentences(value["bottom_line"])[:3], prose.sentences(value["key_points"])
        return BriefDraft(bottom, points, tuple(threads), (*notes, *prose.notes(), *self._asker.take_notes()))

    async def revise_sentences(
        self, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> tuple[SentenceDraft | None, ...]:
        """For each sentence that failed the check a better one or None, in order. Raises EngineError."""
        if not withheld:
            return ()
        events, _ = self._shown(request)
        question = Question("revise_sentences", self._sentences, messages.sentences_message(request, events, withheld))
        try:
            value = (await self._asker.ask(question)).value
        except NeedsSplit as error:
            raise error.error from None
        prose = _Prose(events)
        better: list[SentenceDraft | None] = [None] * len(withheld)
        for item in value["sentences"]:
            number = item.get("n") if isinstance(item, dict) else None
            if isinstance(number, int) and 1 <= number <= len(withheld):
                better[number - 1] = prose.sentence(item)
        return tuple(better)

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
            reply = await self._asker.ask(Question("extract_events", self._extraction, messages.article_message(chunk)))
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
        user = messages.recall_message(chunk, drafts)
        try:
            self._read(await self._asker.ask(Question("recall_events", self._extraction, user)), found)
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

    def _shown(self, request: BriefRequest) -> tuple[tuple[Event, ...], tuple[str, ...]]:
        """The events that one question can hold: those with most sources and weight, in the order given."""

        def weight(event: Event) -> tuple[int, float]:
            return len(event.sources), abs(self._ontology.score(event.type, event.mode))

        chosen: set[str] = set()
        room = _BRIEF_TOKENS
        for event in sorted(request.events, key=weight, reverse=True):
            room -= estimate_tokens(event.summary) + 80
            if room < 0 and chosen:
                break
            chosen.add(event.id)
        events = tuple(event for event in request.events if event.id in chosen)
        missing = len(request.events) - len(events)
        return events, (f"{missing} events of less weight were not shown to the model",) if missing else ()


class _Prose:
    """Sentences of a model as plain text that names known events; others are left out and counted."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._markup = self._unfounded = 0

    def notes(self) -> tuple[str, ...]:
        """What was left out."""
        told = ((self._markup, "with links or markup"), (self._unfounded, "that name no record"))
        return tuple(f"{count} sentences {why} were left out" for count, why in told if count)

    def sentence(self, item: Any) -> SentenceDraft | None:
        """One sentence, or None when it can't be used."""
        text = item.get("text") if isinstance(item, dict) else None
        numbers = item.get("e") if isinstance(item, dict) else None
        if not isinstance(text, str) or not text.strip() or not isinstance(numbers, list):
            return None
        plain = plain_sentence(text)
        if plain is None:
            self._markup += 1
            return None
        known = [number for number in numbers if isinstance(number, int) and 1 <= number <= len(self._events)]
        if not known:
            self._unfounded += 1
            return None
        return SentenceDraft(plain, tuple(dict.fromkeys(self._events[number - 1].id for number in known)))

    def sentences(self, items: Any) -> tuple[SentenceDraft, ...]:
        """Those of a list that can be used."""
        found = [self.sentence(item) for item in items] if isinstance(items, list) else []
        return tuple(sentence for sentence in found if sentence is not None)

    def thread(self, item: Any) -> ThreadDraft | None:
        """A thread, or None when nothing in it can be used."""
        if not isinstance(item, dict):
            return None
        happened, claims = self.sentences(item.get("happened")), self.sentences(item.get("claims"))
        title = item.get("title")
        plain = plain_sentence(title) if isinstance(title, str) else None
        if not plain or not (happened or claims):
            return None
        ids = dict.fromkeys(name for sentence in (*happened, *claims) for name in sentence.events)
        return ThreadDraft(plain, happened, claims, tuple(ids))
