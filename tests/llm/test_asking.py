"""Modes, schemas and re-asks, and answers or chunks that are too long, against a real HTTP server on loopback."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from summarizer.engines.llm.engine import LlmEngine
from summarizer.errors import (
    AnswerInvalid,
    ContextTooLong,
    RequestRefused,
)
from tests.llm.faking import (
    ANSWER,
    SENTENCES,
    answers,
    by_length,
    chunk_of,
    sequence,
    with_engine,
)


@pytest.mark.parametrize("mode", ["tools", "json-schema", "json"])
def test_each_mode_is_asked_for_and_read(mode: str) -> None:
    with ChatServer(answers()) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), mode=mode, temperature=0.5)
        (request,) = server.requests
    assert len(found.drafts) == 1
    assert request["temperature"] == 0.5
    if mode == "tools":
        function = request["tools"][0]["function"]
        assert function["strict"] is True
        assert function["parameters"]["additionalProperties"] is False
        assert request["tool_choice"]["function"]["name"] == function["name"] == "extract_events"
    elif mode == "json-schema":
        assert request["response_format"]["json_schema"]["strict"] is True
        assert request["response_format"]["json_schema"]["schema"]["additionalProperties"] is False
    else:
        assert request["response_format"] == {"type": "json_object"}
        assert '"additionalProperties": false' in request["messages"][0]["content"]
        assert "genius" not in request["messages"][0]["content"]


@pytest.mark.parametrize("wrap", ["```json\n{}\n```", "<think>hm {{}}</think>{}", "Sure! {} Anything else?"])
@pytest.mark.parametrize("mode", ["json-schema", "json"])
def test_decorated_answers_are_read(wrap: str, mode: str) -> None:
    text = wrap.replace("{}", ANSWER, 1) if "think" not in wrap else f"<think>hm {{}}</think>{ANSWER}"
    with ChatServer(answers(text)) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), mode=mode)
        assert server.count == 1
    assert len(found.drafts) == 1


def test_content_is_read_where_a_server_ignores_tools() -> None:
    with ChatServer(lambda body, _: completion(body, "", tool_calls=None, content=ANSWER)) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()))
    assert len(found.drafts) == 1


def unsupported(*known: str) -> Any:
    def behave(body: Body, _number: int) -> Reply:
        used = "tools" if "tools" in body else body["response_format"]["type"].replace("_", "-").replace("-object", "")
        return completion(body, ANSWER) if used in known else failure(400, code="unsupported", message="no")

    return behave


def test_auto_falls_back_and_says_so_once() -> None:
    async def work(engine: LlmEngine) -> tuple[Any, Any]:
        return await engine.extract_events(chunk_of()), await engine.extract_events(chunk_of("Other."))

    with ChatServer(unsupported("json")) as server:
        first, second = with_engine(server, work)
        assert server.count == 4
    assert len(first.drafts) == 1
    assert len(first.notes) == 2
    assert "can't answer in mode tools" in first.notes[0]
    assert "going on in mode json" in first.notes[1]
    assert second.notes == ()


def test_a_given_mode_is_kept() -> None:
    with ChatServer(unsupported("json")) as server, pytest.raises(RequestRefused, match="unsupported"):
        with_engine(server, lambda e: e.extract_events(chunk_of()), mode="tools")


def test_the_limit_of_tokens_is_named_as_the_server_wants() -> None:
    def behave(body: Body, _number: int) -> Reply:
        if "max_tokens" in body:
            value = {"error": {"message": "no", "code": "unsupported_parameter", "param": "max_tokens"}}
            return Reply(400, json.dumps(value).encode())
        return completion(body, ANSWER)

    with ChatServer(behave) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), max_answer_tokens=700)
        assert server.requests[-1]["max_completion_tokens"] == 700
        assert server.count == 2
    assert len(found.drafts) == 1
    assert found.notes == ()


def test_a_malformed_answer_is_asked_for_again_with_the_reason() -> None:
    with ChatServer(sequence(answers('{"events": [NaN]}'), answers())) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()))
        assert server.count == 2
        again = server.requests[1]["messages"]
    assert len(found.drafts) == 1
    assert [message["role"] for message in again] == ["system", "user", "assistant", "tool"]
    assert "NaN" in json.dumps(again[2])
    assert found.usage.calls == 2
    assert found.usage.answer_tokens == len('{"events": [NaN]}') // 4 + len(ANSWER) // 4


@pytest.mark.parametrize("reasks", [0, 1, 3])
def test_re_asks_are_counted(reasks: int) -> None:
    with ChatServer(answers("no JSON here")) as server:
        with pytest.raises(AnswerInvalid):
            with_engine(server, lambda e: e.extract_events(chunk_of()), mode="tools", reasks=reasks)
        assert server.count == reasks + 1


def cut_below(limit: int) -> Any:
    def behave(body: Body, _number: int) -> Reply:
        return completion(body, ANSWER, finish=None if body["max_tokens"] >= limit else "length")

    return behave


def test_a_cut_answer_is_given_twice_the_room_once() -> None:
    with ChatServer(cut_below(200)) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), max_answer_tokens=100)
        assert [request["max_tokens"] for request in server.requests] == [100, 200]
    assert len(found.drafts) == 1
    assert found.usage.calls == 2


def test_a_model_without_twice_the_room_gets_halves() -> None:
    cut = by_length(4)

    def behave(body: Body, number: int) -> Reply:
        return failure(400, code="max_tokens_too_large") if body["max_tokens"] > 100 else cut(body, number)

    with ChatServer(behave) as server:
        found = with_engine(
            server, lambda e: e.extract_events(chunk_of(SENTENCES)), max_answer_tokens=100, mode="tools"
        )
    assert [draft.sentences for draft in found.drafts] == [(number,) for number in range(1, 9)]


@pytest.mark.parametrize("refusal", [None, failure(400, code="context_length_exceeded")])
def test_a_chunk_that_is_too_long_is_halved_and_nothing_is_lost_or_doubled(refusal: Reply | None) -> None:
    with ChatServer(by_length(2, refusal)) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of(SENTENCES)))
        texts = [user_text(request) for request in server.requests]
    assert [draft.sentences for draft in found.drafts] == [(number,) for number in range(1, 9)]
    assert "- Sentence number 1 is here." in texts[-1]  # the lead stays as context


def test_halving_ends() -> None:
    refusal = failure(400, code="context_length_exceeded")
    with ChatServer(by_length(0, refusal)) as server:
        with pytest.raises(ContextTooLong):
            with_engine(server, lambda e: e.extract_events(chunk_of("Word. " * 300)))
        assert server.count <= 6


def test_a_cut_tool_call_that_calls_itself_complete() -> None:
    def behave(body: Body, _number: int) -> Reply:
        if body["max_tokens"] >= 20:
            return completion(body, ANSWER)
        value = json.loads(completion(body, ANSWER[:20], finish="tool_calls").body)
        value["usage"]["completion_tokens"] = body["max_tokens"]
        return Reply(body=json.dumps(value).encode())

    with ChatServer(behave) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), max_answer_tokens=100, mode="tools")
        assert server.count == 1
        assert len(found.drafts) == 1


def test_instructor_counts_no_usage_of_its_own() -> None:
    from summarizer.engines.llm.completions import _NO_USAGE

    with ChatServer(sequence(answers("nothing"), answers())) as server:
        with_engine(server, lambda e: e.extract_events(chunk_of()))
    assert _NO_USAGE.total_tokens == _NO_USAGE.prompt_tokens == _NO_USAGE.completion_tokens == 0
