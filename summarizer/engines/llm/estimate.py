"""What a run will send and cost, before anything is sent: the run itself, with an engine that only counts.

What is answered already is followed as the run would follow it, so that a later chunk shows the cast that its prompt will
show. A chunk without an answer is coded by another engine, to guess how much a model will find there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.brief import BriefDraft, BriefLine, BriefRequest, Edit, Finding, SentenceDraft, Withheld
from summarizer.chunking import Chunk
from summarizer.disputes import DisputeRequest, Verdict
from summarizer.drafts import Rejected
from summarizer.engines.base import Engine, Extraction
from summarizer.engines.llm import messages
from summarizer.engines.llm.briefing import assessment_form, lead_form
from summarizer.engines.llm.engine import LlmEngine
from summarizer.engines.llm.judging import judging_question
from summarizer.engines.llm.material import gather
from summarizer.engines.llm.prices import find_price
from summarizer.engines.llm.questions import Form, Question, brief_form, edit_form, question_key
from summarizer.engines.llm.replies import Reply, kept_reply
from summarizer.errors import EngineError
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings
from summarizer.usage import Usage

# Measured on the labelled dev fixtures: in a text in which the rules see nothing there is nothing; elsewhere there are a
# seventh more events than the rules see, and three more in a thousand tokens of text. An event takes so many tokens of an
# answer (python -m evals.bench.answer_size).
_MORE_THAN_RULES: Final = 1.15
_MORE_IN_TEXT: Final = 0.003
_EVENT_TOKENS: Final = 56
_VERDICT_TOKENS: Final = 60
_ANSWERS: Final = Counter(
    {
        "write_brief": 900,
        "judge_conflicts": 400,
        "write_lead": 180,
        "assess": 180,
        "edit_brief": 400,
        "revise_sentences": 180,
    }
)


_READINGS: Final = 2  # times that a brief is read over; nearly always as many as may be


@dataclass(frozen=True, slots=True)
class Estimate:
    """Calls and tokens of a run; `cost` in USD, None when the price is unknown; `known`: questions answered already."""

    calls: int
    prompt_tokens: int
    answer_tokens: int
    cost: float | None
    known: int = 0


class NotAsked(EngineError):
    """A question without an answer, in a run that only counts."""


def likely_tokens(text: str) -> int:
    """About how many tokens a text has: one for four ASCII characters, or for three bytes of others."""
    size = len(text.encode("utf-8", "surrogatepass"))
    plain = len(text.encode("ascii", "ignore"))
    return plain // 4 + (size - plain) // 3 + 1


class _Counter:
    """Answers questions from the ledger; others are counted and raise NotAsked."""

    def __init__(self, settings: Settings, ledger: Ledger | None) -> None:
        self._settings, self._ledger = settings, ledger
        self._constant: dict[Form, int] = {}
        self.calls = self.prompt = self.answer = self.known = 0

    async def ask(self, question: Question) -> Reply:
        kept = self._ledger.answer(question_key(question, self._settings)) if self._ledger else None
        if kept is not None:
            self.known += 1
            return kept_reply(kept)
        self.count(question.form, likely_tokens(question.user), _ANSWERS[question.kind])
        raise NotAsked("not asked in a dry run")

    def count(self, form: Form, prompt: int, answer: int) -> None:
        """A call that will be made, with so many tokens beside the form's own."""
        if form not in self._constant:
            self._constant[form] = likely_tokens(form.system) + likely_tokens(form.schema)
        self.calls += 1
        self.prompt += self._constant[form] + prompt
        self.answer += answer

    def take_notes(self) -> tuple[str, ...]:
        return ()


class DryEngine:
    """An Engine that sends nothing and counts what a run would send. Re-asks aren't foreseen: they come on top."""

    def __init__(self, settings: Settings, ledger: Ledger | None, guesser: Engine) -> None:
        self._settings, self._guesser = settings, guesser
        self._counter = _Counter(settings, ledger)
        self._inner = LlmEngine(settings, load_ontology(settings.ontology), asker=self._counter)
        self._guessed: set[tuple[str, int]] = set()
        self._missing = 0.0  # events that a model will propose beside the guessed ones
        self._drafts = 0
        self._events = self._record_tokens = self._text_tokens = 0

    @property
    def name(self) -> str:
        """The model's name."""
        return self._inner.name

    @property
    def fingerprint(self) -> str:
        """The model engine's."""
        return self._inner.fingerprint

    @property
    def usage(self) -> Usage:
        """None: nothing is sent."""
        return Usage()

    def estimate(self) -> Estimate:
        """What the run that has ended would send."""
        self._foresee_brief()
        counted, price = self._counter, find_price(self._settings.model, self._settings.prices)
        cost = price.cost(counted.prompt, counted.answer) if price else None
        return Estimate(counted.calls, counted.prompt, counted.answer, cost, counted.known)

    async def extract_events(self, chunk: Chunk) -> Extraction:
        """The kept answer, or a guess."""
        try:
            return await self._inner.extract_events(chunk)
        except NotAsked:
            self._guessed.add(_place(chunk))
        guess = await self._guesser.extract_events(chunk)
        text = sum(likely_tokens(sentence.text) for sentence in chunk.sentences)
        events = len(guess.drafts) * _MORE_THAN_RULES + text * _MORE_IN_TEXT if guess.drafts else 0.0
        self._missing += events - len(guess.drafts)
        self._drafts += len(guess.drafts)
        self._counter.answer += 3 + round(events * _EVENT_TOKENS)
        if self._settings.recall_pass:
            words = messages.recall_message(chunk, guess.drafts)
            self._counter.count(self._inner.extraction, likely_tokens(words), 3)
        return Extraction(guess.drafts)

    async def revise_events(self, chunk: Chunk, rejected: Sequence[Rejected]) -> Extraction:
        """The kept answer, or nothing."""
        if _place(chunk) in self._guessed:
            return Extraction()
        try:
            return await self._inner.revise_events(chunk, rejected)
        except NotAsked:
            self._counter.answer += _EVENT_TOKENS * len(rejected)
            return Extraction()

    async def judge_conflicts(self, request: DisputeRequest) -> tuple[Verdict, ...]:
        """The kept answer, or nothing; of guessed events the disputes are guessed as well."""
        if not self._guessed:
            return await self._inner.judge_conflicts(request)
        if request.disputes:
            question, _ = judging_question(request)
            answer = len(request.disputes) * _VERDICT_TOKENS
            self._counter.count(question.form, likely_tokens(question.user), answer)
        return ()

    async def write_brief(self, request: BriefRequest) -> BriefDraft:
        """The kept brief; nothing when its events are guessed in part, so that nobody knows the records."""
        if not self._guessed:
            return await self._inner.write_brief(request)
        if not request.points:
            self._events += len(request.events)
            shown = gather(request, request.events)
            text = sum(map(likely_tokens, shown.lines))
            self._text_tokens += text
            self._record_tokens += likely_tokens(messages.brief_message(request, request.events, shown)) - text
        return BriefDraft()

    async def edit_brief(
        self, request: BriefRequest, lines: Sequence[BriefLine], findings: Sequence[Finding]
    ) -> tuple[Edit, ...]:
        """The kept answer, or nothing."""
        return () if self._guessed else await self._inner.edit_brief(request, lines, findings)

    async def revise_sentences(
        self, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> tuple[SentenceDraft | None, ...]:
        """The kept answer, or nothing."""
        return () if self._guessed else await self._inner.revise_sentences(request, withheld)

    def drain(self) -> None:
        """Nothing is under way."""

    async def aclose(self) -> None:
        """Close what the inner engine opened."""
        await self._inner.aclose()

    def _foresee_brief(self) -> None:
        """Count the questions of a brief about guessed events."""
        if not self._events:
            return
        settings, counter = self._settings, self._counter
        events = self._events + self._missing * self._events / max(1, self._drafts)  # many are repeats, or don't hold
        records = round(self._record_tokens * events / self._events)
        parts = -(-round(events) // settings.brief_events)
        for _ in range(parts):
            asked = (records + self._text_tokens) // parts
            counter.count(brief_form(), asked, _ANSWERS["write_brief"])
            for _ in range(_READINGS):
                counter.count(edit_form(), asked + _ANSWERS["write_brief"], _ANSWERS["edit_brief"])
        points = _ANSWERS["write_brief"] * parts // 2
        if parts > 1:
            counter.count(lead_form(), points, _ANSWERS["write_lead"])
        if settings.assess:
            counter.count(assessment_form(), points if parts > 1 else records, _ANSWERS["assess"])


def _place(chunk: Chunk) -> tuple[str, int]:
    return chunk.article.id, chunk.sentences[0].number
