"""Wall clock and client CPU of the model engine against a bare `instructor` + gather loop, in the same run.

    python -m evals.bench.llm_throughput --articles 1000 --in-flight 200 --latency 0.5

All talk to the same stand-in server in a process of its own. Ours writes its ledger and grounds every event; the bare loop
only parses. Two more rows say what a call costs at least on this machine: the SDK without instructor, and a bare POST over
aiohttp. Rounds alternate, and the median of each is told; CPU is this process's, user and system, the server's is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import instructor
import openai
from pydantic import BaseModel

from evals.bench.articles import article
from summarizer import Article
from summarizer.chunking import chunk_article
from summarizer.engines.llm import LlmEngine
from summarizer.grounding import ground_events
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings


class PlainParty(BaseModel):
    """What the bare loop asks for."""

    name: str
    country: str | None = None


class PlainQuantity(BaseModel):
    """What the bare loop asks for."""

    value: float
    unit: str


class PlainEvent(BaseModel):
    """What the bare loop asks for."""

    type: str
    mode: str | None = None
    status: str
    quote: str
    actors: list[PlainParty]
    recipients: list[PlainParty]
    date: str | None = None
    place: str | None = None
    attribution: list[PlainParty]
    quantities: list[PlainQuantity]


class PlainEvents(BaseModel):
    """What the bare loop asks for."""

    events: list[PlainEvent]


def plain_messages() -> Callable[[Article], list[dict[str, str]]]:
    """What the bare loop and the two floors ask for an article."""
    kinds = "\n".join(f"{kind.name}: {kind.definition}" for kind in load_ontology().types.values())
    system = f"List the political events of the article, with exact quotes. Types:\n{kinds}"
    return lambda item: [{"role": "system", "content": system}, {"role": "user", "content": item.text}]


async def gathered(one: Callable[[Article], Awaitable[int]], articles: Sequence[Article], in_flight: int) -> int:
    """The sum over all articles, so many at a time."""
    slots = asyncio.Semaphore(in_flight)

    async def within(item: Article) -> int:
        async with slots:
            return await one(item)

    return sum(await asyncio.gather(*(within(item) for item in articles)))


async def bare(url: str, articles: Sequence[Article], in_flight: int) -> int:
    """The bare loop; the number of events."""
    client: Any = instructor.from_openai(openai.AsyncOpenAI(base_url=url, api_key="none"))
    messages = plain_messages()

    async def one(item: Article) -> int:
        found = await client.chat.completions.create(
            model="fake-model", response_model=PlainEvents, messages=messages(item)
        )
        return len(found.events)

    count = await gathered(one, articles, in_flight)
    await client.client.close()
    return count


async def sdk(url: str, articles: Sequence[Article], in_flight: int) -> int:
    """The openai SDK alone, which only decodes the answer; the number of events."""
    messages = plain_messages()
    async with openai.AsyncOpenAI(base_url=url, api_key="none") as client:
        create: Any = client.chat.completions.create

        async def one(item: Article) -> int:
            told = await create(model="fake-model", messages=messages(item), response_format={"type": "json_object"})
            return len(json.loads(told.choices[0].message.content)["events"])

        return await gathered(one, articles, in_flight)


async def post(url: str, articles: Sequence[Article], in_flight: int) -> int:
    """A POST over aiohttp alone, which only decodes the answer; the number of events."""
    messages = plain_messages()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def one(item: Article) -> int:
            body = {"model": "fake-model", "messages": messages(item)}
            async with session.post(f"{url}/chat/completions", json=body) as response:
                told = await response.json()
            return len(json.loads(told["choices"][0]["message"]["content"])["events"])

        return await gathered(one, articles, in_flight)


async def ours(url: str, articles: Sequence[Article], in_flight: int) -> int:
    """The model engine with ledger and grounding; the number of grounded events."""
    ontology = load_ontology()
    settings = Settings(base_url=url, model="fake-model", concurrency=in_flight)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "store.db")
        engine = LlmEngine(settings, ontology, ledger)

        async def one(item: Article) -> int:
            count = 0
            for chunk in chunk_article(item, settings.max_chunk_tokens):
                extraction = await engine.extract_events(chunk)
                count += len(ground_events(extraction.drafts, chunk, ontology, engine.name).mentions)
            return count

        counts = await asyncio.gather(*(one(item) for item in articles))
        await engine.aclose()
        if len(ledger.attempts()) != len(articles):
            raise SystemExit("the ledger doesn't hold one attempt for each article")
        ledger.close()
    return sum(counts)


def measured(run: Callable[[], Coroutine[Any, Any, int]]) -> tuple[float, float, int]:
    """Seconds of wall clock, seconds of CPU, and what the run gives."""
    wall, cpu = time.perf_counter(), time.process_time()
    count = asyncio.run(run())
    return time.perf_counter() - wall, time.process_time() - cpu, count


@contextmanager
def stand_in(latency: float) -> Any:
    """The base URL of a stand-in server in a process of its own."""
    command = [sys.executable, "-m", "evals.bench.chat_server", "--latency", str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


WAYS = {"bare": bare, "ours": ours, "sdk": sdk, "post": post}


def compare(articles: int, in_flight: int, latency: float, rounds: int) -> dict[str, Any]:
    """All figures of one run."""
    items = [article(number) for number in range(articles)]
    runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name in WAYS}
    with stand_in(latency) as url:
        for way in WAYS.values():  # what is imported or compiled at first use is not counted
            asyncio.run(way(url, items[:20], 20))
        for _ in range(rounds):
            for name, way in WAYS.items():
                runs[name].append(measured(lambda way=way: way(url, items, in_flight)))  # type: ignore[misc]
    figures: dict[str, Any] = {"articles": articles, "in_flight": in_flight, "latency_s": latency, "rounds": rounds}
    for name, told in runs.items():
        figures[f"{name}_wall_s"] = round(statistics.median(wall for wall, _, _ in told), 3)
        figures[f"{name}_cpu_ms_an_article"] = round(1000 * statistics.median(cpu for _, cpu, _ in told) / articles, 2)
        figures[f"{name}_events"] = told[0][2]
    figures["wall_ratio"] = round(figures["ours_wall_s"] / figures["bare_wall_s"], 3)
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--in-flight", type=int, default=200)
    options.add_argument("--latency", type=float, default=0.5)
    options.add_argument("--rounds", type=int, default=3)
    told = options.parse_args()
    print(json.dumps(compare(told.articles, told.in_flight, told.latency, told.rounds), indent=1))


if __name__ == "__main__":
    main()
