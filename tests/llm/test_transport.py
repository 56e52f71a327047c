"""Requests and retries, against a real HTTP server on loopback: each failure in its one place, waits, rates, a run that is stopped."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.bench.articles import answer_to, article
from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure
from summarizer.chunking import chunk_article
from summarizer.engines.llm.engine import LlmEngine
from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AuthenticationFailed,
    DeadlineExceeded,
    EngineError,
    QuotaExhausted,
    RateLimited,
    RequestRefused,
    ServerFailed,
    ServerUnreachable,
)
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings
from tests.llm.faking import (
    ANSWER,
    NONE,
    FakeClock,
    ServerTime,
    chunk_of,
    fails,
    settings_for,
    until,
    with_engine,
)


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
    async def work() -> None:
        engine = LlmEngine(
            settings_for(server, attempts=2, deadline=0.2, mode="tools"), load_ontology(), clock=FakeClock()
        )
        with pytest.raises(DeadlineExceeded):
            await engine.extract_events(chunk_of())
        await engine.aclose()

    with (
        ChatServer(lambda body, _: Reply(body=b" " * 1000, drip=0.02)) as server,
        asyncio.Runner(loop_factory=lambda: ServerTime(server, 0.25)) as runner,
    ):
        runner.run(work())
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


def test_an_interrupted_run_lets_those_in_flight_finish() -> None:
    async def work(engine: LlmEngine) -> list[Any]:
        tasks = [asyncio.create_task(engine.extract_events(chunk_of(f"Text {number}."))) for number in range(9)]
        await until(lambda: server.in_flight == 3)
        engine.drain()
        drained.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    drained = threading.Event()
    with ChatServer(lambda body, _: replace(completion(body, NONE), after=drained)) as server:
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
            await asyncio.wait_for(task, 60)
        await engine.aclose()

    with ChatServer(fails(429, Retry_After="119")) as server:
        asyncio.run(work())
        assert server.count == 1


def test_two_hundred_in_flight() -> None:
    async def work(engine: LlmEngine) -> int:
        chunks = [chunk_article(article(number), 10_000)[0] for number in range(200)]
        found = await asyncio.gather(*(engine.extract_events(chunk) for chunk in chunks))
        return sum(len(item.drafts) for item in found)

    def behave(body: Body, number: int) -> Reply:
        if server.in_flight > 100:
            together.set()
        return replace(answer_to(body), after=together)

    together = threading.Event()
    with ChatServer(behave, keep=False) as server:
        assert with_engine(server, work, concurrency=200, attempts=1) == 800
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
            await asyncio.wait_for(task, 60)
        await engine.aclose()

    behaviour = fails(503, Retry_After="100") if moment == "in a pause" else lambda body, _: Reply(delay=600)
    with ChatServer(behaviour) as server:
        asyncio.run(work())
        assert server.count == 1
    assert [row.outcome for row in ledger.attempts()][:1] == (["failed"] if moment == "in a pause" else ["unknown"])
    ledger.close()
