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
from types import SimpleNamespace
from typing import Any, Final, Protocol

import instructor
from openai.types import CompletionUsage
from pydantic import ValidationError

from summarizer.engines.llm import mapping
from summarizer.engines.llm.questions import Form, Question, question_key
from summarizer.engines.llm.reading import Unreadable, find_object
from summarizer.engines.llm.schema import Answer
from summarizer.engines.llm.transport import Call, Transport
from summarizer.errors import (
    AnswerInvalid,
    AnswerTruncated,
    ContextTooLong,
    EngineError,
    ServerFailed,
    StoreError,
)
from summarizer.ledger import Ledger
from summarizer.settings import Settings
from summarizer.usage import Usage

MODES: Final = {
    "tools": instructor.Mode.TOOLS,
    "json-schema": instructor.Mode.JSON_SCHEMA,
    "json": instructor.Mode.JSON,
}
_LADDER: Final = tuple(MODES)
_HIT: Final = Usage(calls=0, cache_hits=1)
SPLIT: Final = '{"split":true}'  # kept as the answer to a question that had to be split


class NeedsSplit(Exception):
    """The question or its answer is too long for the model, now or as it turned out earlier."""

    def __init__(self, error: EngineError) -> None:
        super().__init__()
        self.error = error


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer as decoded JSON, and what it cost now."""

    value: Mapping[str, Any]
    usage: Usage


def kept_reply(kept: str) -> Reply:
    """The reply that a kept answer gives. Raises NeedsSplit where it says so."""
    if kept == SPLIT:
        raise NeedsSplit(mapping.truncated())
    return Reply(json.loads(kept), _HIT)


class Asks(Protocol):
    """What questions are put to: a server, or something that only counts them."""

    async def ask(self, question: Question) -> Reply:
        """The answer to a question. Raises NeedsSplit and EngineError."""
        ...

    def take_notes(self) -> tuple[str, ...]:
        """Notes since the last call."""
        ...


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
        return _completion(turn.mode, turn.form.name, written)

    async def _written(self, messages: Sequence[Mapping[str, Any]], form: Form, call: Call, mode: str) -> _Written:
        """What the model writes in answer to the messages. Raises EngineError."""
        head, tail = self._parts(mode, form)
        later = json.dumps(messages[1:]).encode()
        limit = f',"{self._limit_field}":{call.limit}}}'.encode()
        answer = await self._transport.send(head + later[1:] + tail + limit, call)
        return _text_of(answer, form.field, call)

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
            rest = _response_form(mode, form)
            if self._settings.temperature is not None:
                rest["temperature"] = self._settings.temperature
            known = json.dumps(start).encode()[:-2] + b",", b"," + json.dumps(rest).encode()[1:-1]
            self._constant[mode, form] = known
        return known


@dataclass(frozen=True, slots=True)
class _Written:
    """The JSON that a model wrote, and an id of its tool call."""

    text: str
    identity: str


@dataclass(frozen=True, slots=True)
class _Turn:
    """What `_send` needs beside the messages; `given` holds the first answer, which has been sent for already."""

    form: Form
    call: Call
    mode: str
    given: list[_Written]


def _response_form(mode: str, form: Form) -> dict[str, Any]:
    """The part of a request that asks for JSON; strict, so that a server that can makes the model follow the schema."""
    schema = json.loads(form.schema)
    if mode == "tools":
        function = {"name": form.name, "parameters": schema, "strict": True}
        return {
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": form.name}},
        }
    if mode == "json-schema":
        wanted = {"name": form.name, "schema": schema, "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": wanted}}
    return {"response_format": {"type": "json_object"}}


def _text_of(answer: Mapping[str, Any], field: str, call: Call) -> _Written:
    """What the model wrote. Raises EngineError for what is no answer."""
    choices = answer.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise ServerFailed("the server answered without any choice", "try again, or another --mode")
    finish = choice.get("finish_reason")
    if message.get("refusal") or finish == "content_filter":
        raise mapping.refused()
    if finish == "length":
        raise mapping.truncated()
    identity, text = _content(message)
    try:
        return _Written(find_object(text, field), identity)
    except Unreadable as error:
        usage = answer.get("usage")
        told = usage.get("completion_tokens") if isinstance(usage, dict) else None
        if isinstance(told, int) and told >= call.limit:  # some servers call a cut tool call complete
            raise mapping.truncated() from None
        return _Written(json.dumps({"problem": str(error)}), identity)


def _content(message: Mapping[str, Any]) -> tuple[str, str]:
    """Id and text of the tool call, or an empty id and the content: servers that ignore `tools` answer there."""
    calls = message.get("tool_calls")
    first = calls[0] if isinstance(calls, list) and calls else None
    function = first.get("function") if isinstance(first, dict) else message.get("function_call")
    if isinstance(function, dict) and function.get("arguments") is not None:
        arguments = function["arguments"]
        identity = first.get("id") if isinstance(first, dict) else None
        return str(identity or "call_1"), arguments if isinstance(arguments, str) else json.dumps(arguments)
    content = message.get("content")
    if isinstance(content, list):
        content = "".join(part.get("text") or "" for part in content if isinstance(part, dict))
    return "call_1", content if isinstance(content, str) else ""


# instructor would turn the usage of what it is given into a running total. Ours is kept per attempt, so that it gets zeros.
_NO_USAGE: Final = CompletionUsage(prompt_tokens=0, completion_tokens=0, total_tokens=0)


class _Message(SimpleNamespace):
    """A message as far as instructor looks at it; the SDK's own classes cost a third of a millisecond to build."""

    def model_dump(self) -> dict[str, Any]:
        """The part that instructor sends back when it asks again."""
        calls = [{"id": call.id, "type": "function", "function": vars(call.function)} for call in self.tool_calls]
        return {"role": self.role, "content": self.content, "tool_calls": calls}


def _completion(mode: str, name: str, written: _Written) -> Any:
    """What instructor is given to read: only the one choice."""
    calls = None
    if mode == "tools":
        function = SimpleNamespace(name=name, arguments=written.text)
        calls = [SimpleNamespace(id=written.identity, type="function", function=function)]
    message = _Message(
        role="assistant", content=None if calls else written.text, tool_calls=calls, refusal=None, function_call=None
    )
    return SimpleNamespace(choices=[SimpleNamespace(finish_reason="stop", message=message)], usage=_NO_USAGE)
