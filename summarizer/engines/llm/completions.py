"""Chat completions: how JSON is asked for in each mode, what the model wrote in an answer, and what instructor is given of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final

from openai.types import CompletionUsage

from summarizer.engines.llm import mapping
from summarizer.engines.llm.questions import Form
from summarizer.engines.llm.reading import Unreadable, find_object
from summarizer.errors import ServerFailed


@dataclass(frozen=True, slots=True)
class Written:
    """The JSON that a model wrote, and an id of its tool call."""

    text: str
    identity: str


def response_form(mode: str, form: Form) -> dict[str, Any]:
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


def written_in(answer: Mapping[str, Any], field: str, limit: int) -> Written:
    """What the model wrote, with the JSON object that has `field`; `limit` tokens were allowed. Raises EngineError."""
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
        return Written(find_object(text, field), identity)
    except Unreadable as error:
        usage = answer.get("usage")
        told = usage.get("completion_tokens") if isinstance(usage, dict) else None
        if isinstance(told, int) and told >= limit:  # some servers call a cut tool call complete
            raise mapping.truncated() from None
        return Written(json.dumps({"problem": str(error)}), identity)


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


def completion(mode: str, name: str, written: Written) -> Any:
    """What instructor is given to read: only the one choice."""
    calls = None
    if mode == "tools":
        function = SimpleNamespace(name=name, arguments=written.text)
        calls = [SimpleNamespace(id=written.identity, type="function", function=function)]
    message = _Message(
        role="assistant", content=None if calls else written.text, tool_calls=calls, refusal=None, function_call=None
    )
    return SimpleNamespace(choices=[SimpleNamespace(finish_reason="stop", message=message)], usage=_NO_USAGE)
