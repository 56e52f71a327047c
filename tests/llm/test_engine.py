"""The engine against a real HTTP server on loopback that answers, refuses, cuts and fails on purpose."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path
from typing import Any

import pytest

from evals.bench.articles import article, model_of
from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from summarizer.brief import BriefRequest, SentenceDraft, Withheld
from summarizer.chunking import chunk_article
from summarizer.engines.llm import messages
from summarizer.engines.llm.engine import LlmEngine
from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AuthenticationFailed,
    ContextTooLong,
    DeadlineExceeded,
    EngineError,
    QuotaExhausted,
    RateLimited,
    RequestRefused,
    ServerFailed,
    ServerUnreachable,
    SettingsError,
)
from summarizer.grounding import ground_events
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.prompts import load_prompt
from summarizer.settings import Settings
from tests.llm.faking import ANSWER, NONE, FakeClock, chunk_of, sequence, settings_for, until, with_engine
from tests.llm.test_messages import event


def answers(text: str = ANSWER) -> Any:
    return lambda body, number: completion(body, text)


def fails(status: int, **told: Any) -> Any:
    return lambda body, number: failure(status, **told)


def test_an_answer_becomes_drafts_that_ground() -> None:
    with ChatServer(answers()) as server:
        found = with_engine(server, lambda engine: engine.extract_events(chunk_of()))
    grounded = ground_events(found.drafts, chunk_of(), load_ontology(), "m")
    (mention,) = grounded.mentions
    assert grounded.rejected == ()
    assert mention.date is not None
    assert mention.date.edtf == "2021-04-26"
    assert found.notes == ()
    assert (found.usage.calls, found.usage.cache_hits) == (1, 0)
    assert found.usage.answer_tokens == len(ANSWER) // 4
    assert found.usage.cost is None  # nobody knows the price of "fake-model"


def test_what_is_sent_is_constant_first_and_never_rendered() -> None:
    hostile = "{{7*7}} {% raw %} $article ${x} was said. {# no #}"
    with ChatServer(answers(NONE)) as server:

        async def work(engine: LlmEngine) -> None:
            await engine.extract_events(chunk_of(hostile))
            await engine.extract_events(chunk_of("Another text."))

        with_engine(server, work)
        first, second = server.requests
    assert first["messages"][0] == second["messages"][0]
    assert first["messages"][0]["content"] == messages.extraction_system(load_ontology(), load_prompt("extract_events"))
    assert [message["role"] for message in first["messages"]] == ["system", "user"]
    assert "[1] {{7*7}} {% raw %} $article ${x} was said." in user_text(first)
    assert first["tools"] == second["tools"]
    assert "temperature" not in first


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


def test_retries_never_multiply() -> None:
    def behave(body: Body, number: int) -> Reply:
        return failure(500) if number % 3 < 2 else completion(body, "no JSON here")

    with ChatServer(behave) as server:
        with pytest.raises(AnswerInvalid):
            with_engine(server, lambda e: e.extract_events(chunk_of()), mode="tools", attempts=3, reasks=1)
        assert server.count == 6  # attempts x (re-asks + 1), each needed


@pytest.mark.parametrize(
    ("behaviour", "error", "requests"),
    [
        (fails(500), ServerFailed, 4),
        (fails(503), ServerFailed, 4),
        (fails(408), DeadlineExceeded, 4),
        (fails(409), ServerFailed, 4),
        (fails(400), RequestRefused, 1),
        (fails(401), AuthenticationFailed, 1),
        (fails(404), RequestRefused, 1),
        (fails(422), RequestRefused, 1),
        (fails(429, code="insufficient_quota"), QuotaExhausted, 1),
        (lambda body, _: completion(body, "", refusal="I won't", tool_calls=None), AnswerRefused, 1),
        (lambda body, _: completion(body, ANSWER, finish="content_filter"), AnswerRefused, 1),
        (fails(400, code="content_filter"), AnswerRefused, 1),
        (lambda body, _: Reply(body=b'{"choices": []}'), ServerFailed, 1),
        (lambda body, _: Reply(body=b'{"choices": [{}]}'), ServerFailed, 1),
        (lambda body, _: Reply(body=b'{"error": {"code": 502, "message": "x"}}'), ServerFailed, 4),
        (lambda body, _: Reply(body=b'{"error": {"code": 402, "message": "x"}}'), QuotaExhausted, 1),
        (lambda body, _: Reply(body=b'{"error": {"message": "x"}}'), ServerFailed, 4),
        (lambda body, _: Reply(body=b"<html>hi</html>", headers={"Content-Type": "text/html"}), ServerFailed, 4),
        (lambda body, _: Reply(body=b"[" * 100_000), ServerFailed, 4),
        (lambda body, _: Reply(302, headers={"Location": "http://127.0.0.1:9/"}), RequestRefused, 1),
        (lambda body, _: Reply(drop=True), ServerUnreachable, 4),
        (lambda body, _: Reply(body=b"\x1f\x8b", headers={"Content-Encoding": "gzip"}), ServerUnreachable, 4),
    ],
)
def test_each_failure_is_met_in_one_way(behaviour: Any, error: type[EngineError], requests: int) -> None:
    with ChatServer(behaviour) as server:
        with pytest.raises(EngineError) as caught:
            with_engine(server, lambda e: e.extract_events(chunk_of()), mode="tools", attempts=4)
        assert isinstance(caught.value, error)
        assert caught.value.hint
        assert server.count == requests


def test_a_server_that_is_not_there() -> None:
    async def work() -> None:
        engine = LlmEngine(Settings(base_url="http://127.0.0.1:9/v1", attempts=2), load_ontology(), clock=FakeClock())
        with pytest.raises(ServerUnreachable, match="check --base-url"):
            await engine.extract_events(chunk_of())
        assert engine.usage.calls == 2
        assert engine.usage.cost == 0.0
        await engine.aclose()

    asyncio.run(work())


def test_the_deadline_is_hard() -> None:
    with ChatServer(lambda body, _: Reply(body=b" " * 1000, drip=0.02)) as server:
        with pytest.raises(DeadlineExceeded):
            with_engine(server, lambda e: e.extract_events(chunk_of()), attempts=2, deadline=0.2, mode="tools")
        assert server.count == 2


@pytest.mark.parametrize("asked", ["1", "90", "119", "date"])
def test_retry_after_is_never_undercut(asked: str) -> None:
    clock = FakeClock()
    seen: list[float] = []
    wait = 90.0 if asked == "date" else float(asked)

    def behave(body: Body, number: int) -> Reply:
        import email.utils

        seen.append(clock.now)
        told = email.utils.formatdate(clock.now + 90, usegmt=True) if asked == "date" else asked
        return failure(429, Retry_After=told) if number == 0 else completion(body, ANSWER)

    with ChatServer(behave) as server:
        with_engine(server, lambda e: e.extract_events(chunk_of()), clock=clock)
    assert wait <= seen[1] - seen[0] < wait * 1.7 + 5


def test_a_server_that_asks_for_an_hour_is_given_up() -> None:
    with ChatServer(fails(503, Retry_After="3600")) as server:
        with pytest.raises(ServerFailed):
            with_engine(server, lambda e: e.extract_events(chunk_of()))
        assert server.count == 1


def test_a_server_that_asks_all_for_an_hour_is_not_asked_again() -> None:
    async def work(engine: LlmEngine) -> list[Any]:
        chunks = [chunk_of(f"Text {number}.") for number in range(5)]
        return await asyncio.gather(*(engine.extract_events(chunk) for chunk in chunks), return_exceptions=True)

    with ChatServer(fails(429, Retry_After="3600")) as server:
        results = with_engine(server, work, concurrency=1)
        assert server.count == 1
    assert {type(result) for result in results} == {RateLimited}


def test_a_storm_of_429_slows_all_and_ends_with_all_done() -> None:
    turns = {"left": 0}

    def behave(body: Body, number: int) -> Reply:
        # after every eighth request a pause has to be made, else it is too much
        turns["left"] += 1
        return failure(429) if turns["left"] % 5 in (1, 2) and number < 400 else completion(body, NONE)

    async def work(engine: LlmEngine) -> list[Any]:
        chunks = [chunk_of(f"Text number {number}.") for number in range(150)]
        return await asyncio.gather(*(engine.extract_events(chunk) for chunk in chunks), return_exceptions=True)

    with ChatServer(behave) as server:
        results = with_engine(server, work, concurrency=64, attempts=8)
        sent = server.count
    assert [result for result in results if isinstance(result, BaseException)] == []
    assert sent > 150


def test_a_429_shuts_the_door_for_the_whole_pool() -> None:
    clock = FakeClock()
    seen: list[float] = []

    def behave(body: Body, number: int) -> Reply:
        seen.append(clock.now)
        return failure(429, Retry_After="50") if number == 0 else completion(body, NONE)

    async def work(engine: LlmEngine) -> None:
        await asyncio.gather(*(engine.extract_events(chunk_of(f"Text {number}.")) for number in range(6)))

    with ChatServer(behave) as server:
        with_engine(server, work, clock=clock, concurrency=1)
    assert len(seen) == 7
    assert all(moment >= seen[0] + 50 for moment in seen[1:])


def test_rates_are_held() -> None:
    clock = FakeClock()
    seen: list[float] = []

    def behave(body: Body, _number: int) -> Reply:
        seen.append(clock.now)
        return completion(body, NONE)

    async def work(engine: LlmEngine) -> None:
        for number in range(30):
            await engine.extract_events(chunk_of(f"Text {number}."))

    with ChatServer(behave) as server:
        with_engine(server, work, clock=clock, rpm=10)
    assert seen[-1] - seen[0] >= 60 * (30 - 10 - 1) / 10


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


SENTENCES = " ".join(f"Sentence number {number} is here." for number in range(1, 9))


def by_length(most: int, refusal: Reply | None = None) -> Any:
    """Cut or refuse what has more than so many sentences, else one event for each sentence."""

    def behave(body: Body, _number: int) -> Reply:
        lines = [line for line in user_text(body).splitlines() if line.startswith("[")]
        numbers = [int(line[1 : line.index("]")]) for line in lines]
        if len(numbers) > most:
            return refusal or completion(body, '{"events":[{"s"', finish="length")
        events = [
            {
                "s": [n],
                "w": "is here",
                "t": "AID",
                "st": "occurred",
                "a": [],
                "r": [],
                "d": "",
                "p": "",
                "by": [],
                "q": [],
            }
            for n in numbers
        ]
        return completion(body, json.dumps({"events": events}))

    return behave


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


def test_one_bad_item_is_noted() -> None:
    two = json.dumps({"events": [json.loads(ANSWER)["events"][0], {"s": "one"}]})
    with ChatServer(answers(two)) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()))
        assert server.count == 1
    assert len(found.drafts) == 1
    assert found.notes == ("record 2 of the answer was dropped: its status is unknown",)


def test_rejected_events_are_asked_again_with_their_reasons_only() -> None:
    bad = ANSWER.replace("expelled", "ousted")
    with ChatServer(sequence(answers(bad), answers())) as server:

        async def work(engine: LlmEngine) -> Any:
            first = await engine.extract_events(chunk_of())
            rejected = ground_events(first.drafts, chunk_of(), load_ontology(), "m").rejected
            assert len(rejected) == 1
            return await engine.revise_events(chunk_of(), rejected)

        found = with_engine(server, work)
        asked = [user_text(request) for request in server.requests]
    assert asked[1].startswith(asked[0])
    assert 'wrong: trigger "ousted" is not in the cited sentences' in asked[1]
    assert [draft.trigger for draft in found.drafts] == ["expelled"]


def test_a_recall_pass_asks_once_for_what_is_missing() -> None:
    missed = ANSWER.replace('"s": [1]', '"s": [2]').replace("expelled", "called")
    with ChatServer(sequence(answers(), answers(missed))) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), recall_pass=True)
        asked = [user_text(request) for request in server.requests]
    assert asked[1].startswith(asked[0])
    assert "- s: 1 · w: expelled · t: SANCTION/expel" in asked[1]
    assert [draft.trigger for draft in found.drafts] == ["expelled", "called"]
    with ChatServer(sequence(answers(), fails(400))) as server:
        found = with_engine(server, lambda e: e.extract_events(chunk_of()), recall_pass=True)
    assert [draft.trigger for draft in found.drafts] == ["expelled"]
    assert "could not be asked for" in found.notes[0]


def test_nothing_rejected_asks_nothing() -> None:
    with ChatServer(answers()) as server:
        found = with_engine(server, lambda e: e.revise_events(chunk_of(), []))
        assert server.count == 0
    assert found.drafts == ()


BRIEF = {
    "bottom_line": [
        {"text": "Chile sent aid. [1]", "e": [1]},
        {"text": "See https://evil.example", "e": [1]},
        {"text": "Nobody knows.", "e": [7]},
        "no sentence",
    ],
    "key_points": [{"text": "**Chile** helped twice.", "e": [2, 1, 2, 99]}],
    "threads": [
        {"title": "Aid", "happened": [{"text": "It did.", "e": [2]}], "claims": [{"text": "It says so.", "e": [1]}]},
        {"title": "<b>x</b>", "happened": [{"text": "It did.", "e": [2]}], "claims": []},
        {"title": "Empty", "happened": [], "claims": [{"text": "Nothing.", "e": []}]},
        7,
    ],
}


def test_a_brief_is_read_as_plain_sentences_about_known_events() -> None:
    request = BriefRequest((event(1), event(2)), ())
    with ChatServer(answers(json.dumps(BRIEF))) as server:
        draft = with_engine(server, lambda e: e.write_brief(request))
        asked = user_text(server.requests[0])
    assert draft.bottom_line == (SentenceDraft("Chile sent aid.", ("e-1",)),)
    assert draft.key_points == (SentenceDraft("Chile helped twice.", ("e-2", "e-1")),)
    (thread,) = draft.threads
    assert (thread.title, thread.events) == ("Aid", ("e-2", "e-1"))
    assert thread.claims == (SentenceDraft("It says so.", ("e-1",)),)
    assert draft.notes == (
        "1 sentences with links or markup were left out",
        "2 sentences that name no record were left out",
    )
    assert "[2] AID · occurred" in asked


def test_no_events_ask_for_no_brief() -> None:
    with ChatServer(answers()) as server:
        draft = with_engine(server, lambda e: e.write_brief(BriefRequest((), ())))
        assert server.count == 0
    assert draft.bottom_line == ()


def test_too_many_events_for_one_question_are_told() -> None:
    many = tuple(event(number, summary="w" * 2000) for number in range(200))
    with ChatServer(answers('{"bottom_line":[],"key_points":[],"threads":[]}')) as server:
        draft = with_engine(server, lambda e: e.write_brief(BriefRequest(many, ())))
    assert len(draft.notes) == 1
    assert "events of less weight were not shown" in draft.notes[0]


def test_sentences_are_revised_in_order() -> None:
    answer = {"sentences": [{"n": 2, "text": "Better.", "e": [1]}, {"n": 9, "text": "Odd.", "e": [1]}, {"n": 1}]}
    withheld = [Withheld(SentenceDraft(text, ("e-1",)), "key_points", ("no",)) for text in ("A.", "B.", "C.")]
    with ChatServer(answers(json.dumps(answer))) as server:
        found = with_engine(server, lambda e: e.revise_sentences(BriefRequest((event(1),), ()), withheld))
    assert found == (None, SentenceDraft("Better.", ("e-1",)), None)


def test_nothing_secret_is_logged_or_raised(caplog: pytest.LogCaptureFixture) -> None:
    key, secret = "sk-canary-123456", "canary sentence of the article"

    def behave(body: Body, number: int) -> Reply:
        if number == 0:
            return failure(401, message=f"wrong key {key} for {user_text(body)}")
        return completion(body, f"{secret} {{")

    with caplog.at_level(logging.DEBUG), ChatServer(behave) as server:
        errors = []
        for _ in range(2):
            with pytest.raises(EngineError) as caught:
                with_engine(server, lambda e: e.extract_events(chunk_of(secret)), api_key=key, mode="tools")
            errors.append(caught.value)
    assert [type(error) for error in errors] == [AuthenticationFailed, AnswerInvalid]
    told = caplog.text + "".join(map(repr, errors)) + "".join(map(str, errors))
    told += "".join(
        repr((error.__cause__, error.__context__ if not error.__suppress_context__ else "")) for error in errors
    )
    assert "canary" not in told


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"max_cost": 1.0, "model": "nobody-knows"}, "price of nobody-knows is unknown"),
        ({"base_url": "ftp://x"}, "no http"),
        ({"api_key": "a b"}, "characters that no key has"),
        ({"api_key": "a\nX-Evil: 1"}, "characters that no key has"),
    ],
)
def test_settings_that_cannot_work(changes: dict[str, Any], match: str) -> None:
    with pytest.raises(SettingsError, match=match):
        LlmEngine(Settings(**changes), load_ontology())


def test_the_fingerprint_follows_model_and_parameters() -> None:
    ontology = load_ontology()
    seen = {
        LlmEngine(Settings(**changes), ontology).fingerprint
        for changes in ({}, {"model": "other"}, {"temperature": 0.0}, {"concurrency": 3})
    }
    assert len(seen) == 3
    assert all(len(item) == 12 for item in seen)


def test_an_interrupted_run_lets_those_in_flight_finish() -> None:
    async def work(engine: LlmEngine) -> list[Any]:
        tasks = [asyncio.create_task(engine.extract_events(chunk_of(f"Text {number}."))) for number in range(9)]
        await until(lambda: server.in_flight == 3)
        engine.drain()
        return await asyncio.gather(*tasks, return_exceptions=True)

    with ChatServer(lambda body, _: completion(body, NONE)) as server:
        server.behaviour = lambda body, _: Reply(body=completion(body, NONE).body, delay=0.2)
        results = with_engine(server, work, concurrency=3)
        assert server.count == 3
    done = [result for result in results if not isinstance(result, BaseException)]
    assert len(done) == 3
    assert {type(result).__name__ for result in results if isinstance(result, BaseException)} == {"Interrupted"}


def test_waiting_ends_when_the_run_is_being_stopped() -> None:
    async def work() -> None:
        engine = LlmEngine(settings_for(server), load_ontology())
        task = asyncio.create_task(engine.extract_events(chunk_of()))
        await until(lambda: server.count == 1 and server.in_flight == 0)
        engine.drain()
        with pytest.raises(EngineError):
            await asyncio.wait_for(task, 5)
        await engine.aclose()

    with ChatServer(fails(429, Retry_After="119")) as server:
        asyncio.run(work())
        assert server.count == 1


def test_two_hundred_in_flight() -> None:
    async def work(engine: LlmEngine) -> int:
        chunks = [chunk_article(article(number), 10_000)[0] for number in range(200)]
        found = await asyncio.gather(*(engine.extract_events(chunk) for chunk in chunks))
        return sum(len(item.drafts) for item in found)

    with ChatServer(model_of(0.5), keep=False) as server:
        assert with_engine(server, work, concurrency=200) == 800
        assert server.most_in_flight > 100


@pytest.mark.parametrize("moment", ["in flight", "in a pause"])
def test_cancelling_is_never_swallowed(moment: str, tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")

    async def work() -> None:
        engine = LlmEngine(settings_for(server, attempts=8), load_ontology(), ledger)
        task = asyncio.create_task(engine.extract_events(chunk_of()))
        await until(lambda: server.count == 1 and (moment == "in flight" or engine.usage.calls == 1))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, 5)
        await engine.aclose()

    behaviour = fails(503, Retry_After="100") if moment == "in a pause" else lambda body, _: Reply(delay=30)
    with ChatServer(behaviour) as server:
        asyncio.run(work())
        assert server.count == 1
    assert [row.outcome for row in ledger.attempts()][:1] == (["failed"] if moment == "in a pause" else ["unknown"])
    ledger.close()


def test_instructor_counts_no_usage_of_its_own() -> None:
    from summarizer.engines.llm.asking import _NO_USAGE

    with ChatServer(sequence(answers("nothing"), answers())) as server:
        with_engine(server, lambda e: e.extract_events(chunk_of()))
    assert _NO_USAGE.total_tokens == _NO_USAGE.prompt_tokens == _NO_USAGE.completion_tokens == 0
