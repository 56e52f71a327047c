"""A run through a server that fails all the time: is every article accounted for, and every request written down?

    python -m evals.bench.chaos --articles 5000 --in-flight 100

About 10 % of requests get a 500, 3 % a 429, 5 % a malformed answer, 2 % a cut one, 1 % no answer at all; 1 % of articles are
refused, and ten fail whatever one does. Exit code 1 when something is lost.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import json
import random
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.bench.articles import answer_to, article
from evals.bench.chat_server import Behaviour, Body, ChatServer, Reply, completion, failure, user_text
from summarizer.chunking import Chunk, chunk_article
from summarizer.engines.llm.clock import Clock, SystemClock
from summarizer.engines.llm.engine import LlmEngine
from summarizer.errors import EngineError
from summarizer.grounding import ground_events
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings


def chaos_of(seed: int, hopeless: frozenset[str], refused: frozenset[str]) -> Behaviour:
    """The failing server; `hopeless` and `refused` are texts of articles."""
    dice = random.Random(seed)

    def behave(body: Body, _number: int) -> Reply:
        text = user_text(body)
        if any(mark in text for mark in hopeless):
            return failure(500)
        if any(mark in text for mark in refused):
            return completion(body, "", refusal="I can't help with that", tool_calls=None)
        roll = dice.random()
        if roll < 0.10:
            return failure(500)
        if roll < 0.13:
            return failure(429)
        if roll < 0.18:
            return completion(body, 'Sure! {"events": [{"s"')
        if roll < 0.20:
            return completion(body, '{"events":[{"s"', finish="length")
        if roll < 0.21:
            return Reply(drop=True)
        return answer_to(body)

    return behave


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: how many events, or why none could be had."""

    number: int
    events: int
    error: str | None


async def run(chunks: Iterable[tuple[int, Chunk]], settings: Settings, ledger: Ledger, clock: Clock) -> list[Outcome]:
    """All articles through the model engine and grounding."""
    ontology = load_ontology()
    engine = LlmEngine(settings, ontology, ledger, clock)

    async def one(number: int, chunk: Chunk) -> Outcome:
        try:
            found = await engine.extract_events(chunk)
        except EngineError as error:
            return Outcome(number, 0, type(error).__name__)
        return Outcome(number, len(ground_events(found.drafts, chunk, ontology, engine.name).mentions), None)

    outcomes = await asyncio.gather(*(one(number, chunk) for number, chunk in chunks))
    await engine.aclose()
    return list(outcomes)


def storm(articles: int, in_flight: int, folder: Path, clock: Clock) -> dict[str, Any]:
    """The figures of one run, and of a second one over the same store."""
    chunks = [(number, chunk_article(article(number, 120, 2), 10_000)[0]) for number in range(articles)]
    hopeless = frozenset(f"Report number {number} from" for number in range(3, articles, max(1, articles // 10)))
    refused = frozenset(f"Report number {number} from" for number in range(7, articles, 100))
    ledger = Ledger.open(folder / "store.db")
    begun = time.perf_counter()
    with ChatServer(chaos_of(1, hopeless, refused), keep=False) as server:
        settings = Settings(base_url=server.url, model="fake-model", concurrency=in_flight, mode="tools", attempts=8)
        outcomes = asyncio.run(run(chunks, settings, ledger, clock))
        seconds, requests = time.perf_counter() - begun, server.count
        rows = ledger.attempts()
        again = asyncio.run(run([item for item in chunks if outcomes[item[0]].error is None], settings, ledger, clock))
        repeated = server.count - requests
    ledger.close()
    errors = collections.Counter(outcome.error for outcome in outcomes if outcome.error)
    return {
        "articles": articles,
        "seconds": round(seconds, 1),
        "accounted_for": len({outcome.number for outcome in outcomes}),
        "done": sum(outcome.error is None for outcome in outcomes),
        "with_all_events": sum(outcome.events == 2 for outcome in outcomes),
        "failed": dict(errors),
        "hopeless": len(hopeless),
        "refused": len(refused),
        "requests_the_server_saw": requests,
        "attempts_in_the_ledger": len(rows),
        "attempts_by_error": dict(collections.Counter(row.error or row.outcome for row in rows)),
        "requests_of_a_second_run": repeated,
        "second_run_is_the_same": again == [outcome for outcome in outcomes if outcome.error is None],
    }


def faults(figures: dict[str, Any]) -> list[str]:
    """What was lost, in words; empty when nothing was."""
    wrong = []
    if (
        figures["accounted_for"] != figures["articles"]
        or figures["done"] + sum(figures["failed"].values()) != figures["articles"]
    ):
        wrong.append("an article is unaccounted for")
    if figures["done"] != figures["with_all_events"]:
        wrong.append("an article lost events")
    if figures["attempts_in_the_ledger"] != figures["requests_the_server_saw"]:
        wrong.append("the ledger doesn't agree with the server")
    if figures["failed"].get("AnswerRefused", 0) != figures["refused"]:
        wrong.append("refusals don't add up")
    if figures["requests_of_a_second_run"] or not figures["second_run_is_the_same"]:
        wrong.append("a second run paid again or differs")
    return wrong


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=5000)
    options.add_argument("--in-flight", type=int, default=100)
    told = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = storm(told.articles, told.in_flight, Path(folder), SystemClock())
    figures["faults"] = faults(figures)
    print(json.dumps(figures, indent=1))
    raise SystemExit(1 if figures["faults"] else 0)


if __name__ == "__main__":
    main()
