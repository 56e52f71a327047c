"""What the tests of the model engine share: a clock that jumps, an engine on a loopback server, and answers."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from evals.bench.chat_server import Behaviour, Body, ChatServer, Reply, completion, failure, user_text
from summarizer import Article
from summarizer.chunking import Chunk, chunk_article
from summarizer.engines.llm.engine import LlmEngine
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings

T = TypeVar("T")
TEXT = "Romania expelled two Russian diplomats on 26 April 2021. Russia called it hostile.\n\nNothing else happened."
EVENT: dict[str, Any] = {
    "s": [1],
    "w": "expelled",
    "t": "SANCTION/expel",
    "st": "occurred",
    "a": ["Romania|ROU|GOV"],
    "r": ["Russian|RUS|GOV"],
    "d": "on 26 April 2021|2021-04-26",
    "p": "",
    "by": [],
    "q": ["two Russian diplomats|2|diplomats"],
}
ANSWER = json.dumps({"events": [EVENT]})
NONE = '{"events":[]}'


class FakeClock:
    """A clock whose sleeps return at once and move it on."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.sleeps: list[float] = []

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        self.sleeps.append(seconds)
        await asyncio.sleep(0)
        self.now = max(self.now, until)


class ServerTime(asyncio.SelectorEventLoop):
    """A loop in which each request that a server has read lets so many seconds pass: the way to the server takes no time.

    On a slow machine, too, a deadline of less than that ends only after the request has arrived.
    """

    def __init__(self, server: ChatServer, seconds: float) -> None:
        self._server, self._seconds = server, seconds
        self._passed, self._seen = 0.0, time.monotonic()
        super().__init__()

    def time(self) -> float:
        """Seconds of real time, as far as they are allowed to pass."""
        seen, self._seen = self._seen, time.monotonic()
        self._passed = min(self._passed + self._seen - seen, self._server.count * self._seconds)
        return self._passed


def chunk_of(text: str = TEXT, **fields: Any) -> Chunk:
    (chunk,) = chunk_article(Article(text=text, **fields), 100_000)
    return chunk


def settings_for(server: ChatServer, **changes: Any) -> Settings:
    return Settings(**{"base_url": server.url, "model": "fake-model", "deadline": 60.0, **changes})


def with_engine(
    server: ChatServer,
    work: Callable[[LlmEngine], Awaitable[T]],
    ledger: Ledger | None = None,
    clock: FakeClock | None = None,
    **changes: Any,
) -> T:
    """Run `work` with an engine on the server, in a loop of its own, on a clock that jumps."""

    async def run() -> T:
        engine = LlmEngine(settings_for(server, **changes), load_ontology(), ledger, clock or FakeClock())
        try:
            return await work(engine)
        finally:
            await engine.aclose()

    return asyncio.run(run())


def sequence(*behaviours: Behaviour) -> Behaviour:
    """The first behaviour for the first request, and so on; the last for all that follow."""
    return lambda body, number: behaviours[min(number, len(behaviours) - 1)](body, number)


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that happens in another thread; fails after a minute."""
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - a thread can't set this loop's events
            await asyncio.sleep(0.005)


def answers(text: str = ANSWER) -> Any:
    return lambda body, number: completion(body, text)


def fails(status: int, **told: Any) -> Any:
    return lambda body, number: failure(status, **told)


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
