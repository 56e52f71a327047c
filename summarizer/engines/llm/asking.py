"""One question to a model: looked up, asked in a mode that the server knows, read, checked, kept.

`instructor` owns re-asks: an answer that doesn't follow the schema is handed to it, and it asks again with what was wrong.
What it calls to send is ours (`Asker._send`), so that everything about transport stays in one place. A first answer that
follows the schema doesn't pass through it, which would cost more time than all the rest of our work on it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import instructor
from pydantic import ValidationError

from summarizer.engines.llm import mapping
from summarizer.engines.llm.completions import Written, completion, response_form, written_in
from summarizer.engines.llm.questions import Form, Question, question_key
from summarizer.engines.llm.replies import SPLIT, NeedsSplit, Reply, kept_reply
from summarizer.engines.llm.schema import Answer
from summarizer.engines.llm.transport import Call, Transport
from summarizer.errors import (
    AnswerInvalid,
    AnswerTruncated,
    ContextTooLong,
    EngineError,
    StoreError,
)
from summarizer.ledger import Ledger
from summarizer.settings import Settings

MODES: Final = {
    "tools": instructor.Mode.TOOLS,
    "json-schema": instructor.Mode.JSON_SCHEMA,
    "json": instructor.Mode.JSON,
}
_LADDER: Final = tuple(MODES)


class Asker:
    """Asks questions, each once: answers are kept in the ledger, and a question under way is not asked beside it."""

    def __init__(self, transport: Transport, settings: Settings, ledger: Ledger | None) -> None:
        self._transport, self._settings, self._ledger = transport, settings, ledger
        self._mode = _LADDER[0] if settings.mode == "auto" else settings.mode
        self._proven = settings.mode != "auto"
        self._limit_field = (
            "max_tokens" if settings.base_url and "openai" not in settings.base_url else "max_completion_tokens"
        )
        self._limit_swapped = False
        self._create = {mode: instructor.patch(create=self._send, mode=MODES[mode]) for mode in _LADDER}
        self._constant: dict[tuple[str, Form], tuple[bytes, bytes]] = {}
        self._under_way: dict[str, asyncio.Future[None]] = {}
        self._notes: list[str] = []

    @property
    def mode(self) -> str:
        """The mode in use."""
        return self._mode

    def take_notes(self) -> tuple[str, ...]:
        """Notes since the last call: a fallback to another mode, an answer that could not be kept."""
        notes = tuple(self._notes)
        self._notes.clear()
        return notes

    async def ask(self, question: Question) -> Reply:
        """The answer to a question. Raises NeedsSplit and EngineError."""
        key = question_key(question, self._settings)
        while key in self._under_way:
            await asyncio.wait({self._under_way[key]})
        if self._ledger is not None:
            kept = self._ledger.answer(key)
            if kept is not None:
                reply = kept_reply(kept)
                self._transport.usage += reply.usage
                return reply
        self._under_way[key] = asyncio.get_running_loop().create_future()
        try:
            call = Call(key, question.kind, self._settings.max_answer_tokens)
            answer = await self._within_limits(question, call)
            await self._keep(key, question.kind, answer.model_dump_json())
            return Reply(answer.model_dump(), call.usage)
        except NeedsSplit:
            await self._keep(key, question.kind, SPLIT)
            raise
        finally:
            self._under_way.pop(key).set_result(None)

    async def _keep(self, key: str, kind: str, answer: str) -> None:
        if self._ledger is None:
            return
        try:
            await self._ledger.keep(key, kind, self._settings.model, answer)
        except StoreError as error:
            note = f"answers are not kept: {error}"
            if note not in self._notes:
                self._notes.append(note)

    async def _within_limits(self, question: Question, call: Call) -> Answer:
        """Ask; when the answer is cut, once more with twice the room."""
        for last in (False, True):
            try:
                return await self._in_some_mode(question, call)
            except AnswerTruncated as error:
                if last:
                    raise NeedsSplit(error) from None
                call.limit *= 2
            except mapping.FormRefused:
                if last:  # the model has no such room
                    raise NeedsSplit(mapping.truncated()) from None
                raise
            except ContextTooLong as error:
                raise NeedsSplit(error) from None
        raise AssertionError("unreachable")

    async def _in_some_mode(self, question: Question, call: Call) -> Answer:
        """Ask; until some answer has come, a refusal in one mode leads to the next."""
        while True:
            mode = self._mode
            try:
                answer = await self._in_mode(mode, question, call)
            except (mapping.FormRefused, AnswerInvalid) as error:
                if self._refused_limit_field(error):
                    continue
                if self._proven or mode == _LADDER[-1]:
                    raise
                if self._mode == mode:
                    self._mode = _LADDER[_LADDER.index(mode) + 1]
                    self._notes.append(
                        f"the server can't answer in mode {mode} ({error.message}); going on in mode {self._mode}"
                    )
            else:
                self._proven = True
                return answer

    def _refused_limit_field(self, error: EngineError) -> bool:
        """Whether the server wants the other name of the token limit; then it is used from now on."""
        unknown = error.parameter if isinstance(error, mapping.FormRefused) else None
        if self._limit_swapped or unknown != self._limit_field:
            return False
        self._limit_swapped = True
        self._limit_field = "max_tokens" if self._limit_field == "max_completion_tokens" else "max_completion_tokens"
        return True

    async def _in_mode(self, mode: str, question: Question, call: Call) -> Answer:
        form = question.form
        messages = [{"role": "system", "content": form.system}, {"role": "user", "content": question.user}]
        first = await self._written(messages, form, call, mode)
        try:
            return form.model.model_validate_json(first.text)
        except ValidationError:
            pass
        create: Any = self._create[mode]
        try:
            answer: Answer = await create(
                response_model=form.model,
                max_retries=self._settings.reasks,
                messages=messages,
                model=self._settings.model,
                turn=_Turn(form, call, mode, [first]),
            )
        except Exception as error:
            raise mapping.explain(error) from None
        return answer

    async def _send(self, **request: Any) -> Any:
        """What instructor calls to send: `messages` (grown by its re-asks) and the turn that `_in_mode` handed it."""
        turn: _Turn = request["turn"]
        if turn.given:
            written = turn.given.pop()
        else:
            written = await self._written(request["messages"], turn.form, turn.call, turn.mode)
        return completion(turn.mode, turn.form.name, written)

    async def _written(self, messages: Sequence[Mapping[str, Any]], form: Form, call: Call, mode: str) -> Written:
        """What the model writes in answer to the messages. Raises EngineError."""
        head, tail = self._parts(mode, form)
        later = json.dumps(messages[1:]).encode()
        limit = f',"{self._limit_field}":{call.limit}}}'.encode()
        answer = await self._transport.send(head + later[1:] + tail + limit, call)
        return written_in(answer, form.field, call.limit)

    def _parts(self, mode: str, form: Form) -> tuple[bytes, bytes]:
        """A request's JSON before the user message and after the messages: the same bytes for every call of a kind."""
        known = self._constant.get((mode, form))
        if known is None:
            system = form.system
            if mode == "json":
                system += (
                    f"\n\nAnswer with one JSON object and nothing else. It follows this JSON schema:\n{form.schema}"
                )
            start = {"model": self._settings.model, "messages": [{"role": "system", "content": system}]}
            rest = response_form(mode, form)
            if self._settings.temperature is not None:
                rest["temperature"] = self._settings.temperature
            known = json.dumps(start).encode()[:-2] + b",", b"," + json.dumps(rest).encode()[1:-1]
            self._constant[mode, form] = known
        return known


@dataclass(frozen=True, slots=True)
class _Turn:
    """What `_send` needs beside the messages; `given` holds the first answer, which has been sent for already."""

    form: Form
    call: Call
    mode: str
    given: list[Written]
