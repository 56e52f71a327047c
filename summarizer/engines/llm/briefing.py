"""A model writes a brief from the records of events: whole, in parts with a head of its own, and with judgements if asked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarizer.brief import (
    BriefDraft,
    BriefLine,
    BriefRequest,
    Edit,
    Finding,
    SentenceDraft,
    ThreadDraft,
    Withheld,
)
from summarizer.chunking import estimate_tokens
from summarizer.composing import SIZES
from summarizer.engines.llm import messages
from summarizer.engines.llm.material import NOTHING, gather
from summarizer.engines.llm.questions import Form, Question, brief_form, edit_form
from summarizer.engines.llm.reading import plain_sentence
from summarizer.engines.llm.replies import Asks, NeedsSplit
from summarizer.engines.llm.schema import (
    LeadAnswer,
    SentencesAnswer,
    assessment_schema,
    lead_schema,
    sentences_schema,
)
from summarizer.errors import EngineError
from summarizer.events import Event, Evidence
from summarizer.ontology import Ontology
from summarizer.prompts import load_prompt

_RECORD_TOKENS: Final = 24_000  # of event records, or of points, in one question
_MOST_JUDGEMENTS: Final = 3


def lead_form() -> Form:
    """For the head of a brief that was written in parts."""
    prompt = load_prompt("write_lead")
    wanted = json.dumps(lead_schema())
    return Form(prompt.name, prompt.fingerprint, prompt.system_text(), wanted, LeadAnswer, "bottom_line")


def assessment_form() -> Form:
    """For judgements."""
    prompt = load_prompt("write_assessment")
    wanted = json.dumps(assessment_schema())
    return Form(prompt.name, prompt.fingerprint, prompt.system_text(), wanted, SentencesAnswer, "sentences")


def _revision_form(name: str) -> Form:
    """For sentences that are asked again, under the rules of the prompt that they were written by."""
    prompt = load_prompt(name)
    wanted = json.dumps(sentences_schema())
    return Form("revise_sentences", prompt.fingerprint, prompt.system_text(), wanted, SentencesAnswer, "sentences")


class BriefWriter:
    """Asks for prose about events and reads it; nothing that it gives is checked yet."""

    def __init__(self, asker: Asks, ontology: Ontology) -> None:
        self._asker, self._ontology = asker, ontology

    async def write(self, request: BriefRequest) -> BriefDraft:
        """What `Engine.write_brief` promises. Raises EngineError."""
        if not request.events:
            return BriefDraft()
        draft = await (self._lead(request) if request.points else self._whole(request))
        if not request.assess:
            return draft
        judged, notes = await self._assess(request)
        return BriefDraft(draft.bottom_line, draft.key_points, draft.threads, (*draft.notes, *notes), judged)

    async def revise(self, request: BriefRequest, withheld: Sequence[Withheld]) -> tuple[SentenceDraft | None, ...]:
        """What `Engine.revise_sentences` promises. Raises EngineError."""
        better: list[SentenceDraft | None] = [None] * len(withheld)
        by_prompt: dict[str, list[int]] = {}
        for at, item in enumerate(withheld):
            by_prompt.setdefault("write_assessment" if item.section == "assessment" else "write_lead", []).append(at)
        for name, places in by_prompt.items():
            for at, draft in zip(places, await self._revise(name, request, [withheld[i] for i in places]), strict=True):
                better[at] = draft
        return tuple(better)

    async def edit(
        self, request: BriefRequest, lines: Sequence[BriefLine], findings: Sequence[Finding]
    ) -> tuple[Edit, ...]:
        """What `Engine.edit_brief` promises. Raises EngineError."""
        events, _ = self._shown(request)
        shown = gather(request, events)
        message = messages.edit_message(request, events, shown, lines, findings)
        value = await self._ask(Question("edit_brief", edit_form(), message))
        prose = _Prose([_Row((event.id,)) for event in events], shown.passages)
        found = [_edit(item, len(lines), prose) for item in value["edits"]]
        return tuple(edit for edit in found if edit is not None)

    async def _ask(self, question: Question) -> Mapping[str, Any]:
        try:
            return (await self._asker.ask(question)).value
        except NeedsSplit as error:
            raise error.error from None

    async def _whole(self, request: BriefRequest) -> BriefDraft:
        events, notes = self._shown(request)
        shown = gather(request, events)
        value = await self._ask(Question("write_brief", brief_form(), messages.brief_message(request, events, shown)))
        prose = _Prose([_Row((event.id,)) for event in events], shown.passages)
        threads = []
        for item in value["threads"]:
            thread = prose.thread(item)
            if thread is not None:
                threads.append(thread)
        bottom, points = prose.sentences(value["bottom_line"])[:3], prose.sentences(value["key_points"])
        return BriefDraft(bottom, points, tuple(threads), (*notes, *prose.notes(), *self._asker.take_notes()))

    async def _lead(self, request: BriefRequest) -> BriefDraft:
        points, notes = _shown_points(request)
        value = await self._ask(Question("write_lead", lead_form(), messages.lead_message(request, points)))
        prose = _Prose([_Row(point.events, point.passages) for point in points])
        chosen = dict.fromkeys(
            number
            for number in value["key_points"]
            if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= len(points)
        )
        most = SIZES[request.length][1]
        picked = tuple(points[number - 1] for number in chosen)[:most]
        bottom = prose.sentences(value["bottom_line"])[:3]
        return BriefDraft(bottom, picked, (), (*notes, *prose.notes(), *self._asker.take_notes()))

    async def _assess(self, request: BriefRequest) -> tuple[tuple[SentenceDraft, ...], tuple[str, ...]]:
        """Judgements, or a note why there are none: a brief is not lost for them."""
        rows, message = self._records(request)
        try:
            value = await self._ask(Question("assess", assessment_form(), message))
        except EngineError as error:
            return (), (f"no assessment could be had: {error}",)
        prose = _Prose(rows)
        judged = prose.sentences(value["sentences"])[:_MOST_JUDGEMENTS]
        notes = () if judged else ("the model gave no assessment",)
        return judged, (*notes, *prose.notes(), *self._asker.take_notes())

    async def _revise(
        self, name: str, request: BriefRequest, withheld: Sequence[Withheld]
    ) -> list[SentenceDraft | None]:
        rows, records = self._records(request, name)
        message = messages.sentences_message(records, [row.events for row in rows], withheld)
        question = Question("revise_sentences", _revision_form(name), message)
        prose = _Prose(rows)
        better: list[SentenceDraft | None] = [None] * len(withheld)
        for item in (await self._ask(question))["sentences"]:
            number = item.get("n") if isinstance(item, dict) else None
            if isinstance(number, int) and 1 <= number <= len(withheld):
                better[number - 1] = prose.sentence(item)
        return better

    def _records(self, request: BriefRequest, name: str = "write_assessment") -> tuple[list[_Row], str]:
        """What stands behind each number that a sentence may cite, and the message that shows them."""
        if request.points:
            points, _ = _shown_points(request)
            rows = [_Row(point.events, point.passages) for point in points]
            return rows, messages.lead_message(request, points, name)
        events, _ = self._shown(request)
        return [_Row((event.id,)) for event in events], messages.brief_message(request, events, NOTHING, name)

    def _shown(self, request: BriefRequest) -> tuple[tuple[Event, ...], tuple[str, ...]]:
        """The events that one question can hold: those with most sources and weight, in the order given."""

        def weight(event: Event) -> tuple[int, float]:
            return len(event.sources), abs(self._ontology.score(event.type, event.mode))

        chosen: set[str] = set()
        room = _RECORD_TOKENS
        for event in sorted(request.events, key=weight, reverse=True):
            room -= estimate_tokens(event.summary) + 80
            if room < 0 and chosen:
                break
            chosen.add(event.id)
        events = tuple(event for event in request.events if event.id in chosen)
        missing = len(request.events) - len(events)
        return events, (f"{missing} events of less weight were not shown to the model",) if missing else ()


def _shown_points(request: BriefRequest) -> tuple[tuple[SentenceDraft, ...], tuple[str, ...]]:
    """The points that one question can hold, the first ones first."""
    room = _RECORD_TOKENS
    shown: list[SentenceDraft] = []
    for point in request.points:
        room -= estimate_tokens(point.text) + 8
        if room < 0 and shown:
            break
        shown.append(point)
    missing = len(request.points) - len(shown)
    return tuple(shown), (f"{missing} candidates for key points were not shown to the model",) if missing else ()


def _edit(item: Any, lines: int, prose: _Prose) -> Edit | None:
    """A change to one of so many lines, or None when it can't be used."""
    number = item.get("n") if isinstance(item, dict) else None
    section = messages.SECTIONS.get(str(item.get("section"))) if isinstance(item, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= lines or section is None:
        return None
    if number and item.get("text") == "":
        return Edit(number - 1, section, None)
    sentence, before = prose.sentence(item), item.get("before")
    placed = isinstance(before, int) and not isinstance(before, bool) and 1 <= before <= lines
    return Edit(number - 1 if number else None, section, sentence, before - 1 if placed else None) if sentence else None


@dataclass(frozen=True, slots=True)
class _Row:
    """What a number that a sentence names stands for."""

    events: tuple[str, ...]
    passages: tuple[Evidence, ...] = ()


class _Prose:
    """Sentences of a model as plain text that names known events; others are left out and counted.

    `rows` are behind the numbers that a sentence may name, from 1; `passages` behind the names of sentences of articles.
    """

    def __init__(self, rows: Sequence[_Row], passages: Mapping[str, Evidence] | None = None) -> None:
        self._rows, self._passages = rows, passages or {}
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
        rows = [
            self._rows[number - 1] for number in numbers if isinstance(number, int) and 1 <= number <= len(self._rows)
        ]
        if not rows:
            self._unfounded += 1
            return None
        names = item.get("s")
        named = [self._passages.get(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []
        passages = [*(passage for row in rows for passage in row.passages), *filter(None, named)]
        ids = dict.fromkeys(name for row in rows for name in row.events)
        return SentenceDraft(plain, tuple(ids), tuple(dict.fromkeys(passages)))

    def sentences(self, items: Any) -> tuple[SentenceDraft, ...]:
        """Those of a list that can be used."""
        found = [self.sentence(item) for item in items] if isinstance(items, list) else []
        return tuple(sentence for sentence in found if sentence is not None)

    def thread(self, item: Any) -> ThreadDraft | None:
        """A thread, or None when nothing in it can be used."""
        if not isinstance(item, dict):
            return None
        happened, claims, differ = (self.sentences(item.get(name)) for name in ("happened", "claims", "differ"))
        title = item.get("title")
        plain = plain_sentence(title) if isinstance(title, str) else None
        if not plain or not (happened or claims or differ):
            return None
        ids = dict.fromkeys(name for sentence in (*happened, *claims, *differ) for name in sentence.events)
        return ThreadDraft(plain, happened, claims, tuple(ids), differ)
