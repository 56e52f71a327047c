"""Nothing is paid for twice, nothing is lost, and a limit of cost holds."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evals.bench.articles import answer_to, article, model_of
from evals.bench.chat_server import Body, ChatServer, Reply, completion, failure, user_text
from summarizer.chunking import chunk_article
from summarizer.engines.llm.engine import LlmEngine
from summarizer.errors import BudgetExhausted
from summarizer.ledger import Ledger
from summarizer.usage import Usage
from tests.llm.faking import ANSWER, NONE, SENTENCES, by_length, chunk_of, sequence, with_engine


def extract(*chunks: Any) -> Any:
    async def work(engine: LlmEngine) -> list[Any]:
        return await asyncio.gather(*(engine.extract_events(chunk) for chunk in chunks), return_exceptions=True)

    return work


def test_a_second_run_asks_nothing_and_one_more_article_asks_once(tmp_path: Path) -> None:
    chunks = [chunk_article(article(number), 10_000)[0] for number in range(12)]
    ledger = Ledger.open(tmp_path / "s.db")
    with ChatServer(model_of(0.0)) as server:
        first = with_engine(server, extract(*chunks), ledger)
        assert server.count == 12
        second = with_engine(server, extract(*chunks, chunk_of()), ledger)
        assert server.count == 13
    assert [item.drafts for item in second[:12]] == [item.drafts for item in first]
    assert [item.usage.cache_hits for item in second] == [1] * 12 + [0]
    assert [item.usage.calls for item in second] == [0] * 12 + [1]
    with ChatServer(model_of(0.0)) as unused:

        async def total(engine: LlmEngine) -> Any:
            await asyncio.gather(*(engine.extract_events(chunk) for chunk in chunks))
            return engine.usage

        assert with_engine(unused, total, ledger, base_url=server.url) == Usage(0, 12)
        assert unused.count == 0
    assert len(ledger.attempts()) == 13
    ledger.close()


def test_what_had_to_be_split_is_not_asked_whole_again(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    with ChatServer(by_length(2)) as server:
        (first,) = with_engine(server, extract(chunk_of(SENTENCES)), ledger)
        asked = server.count
        (second,) = with_engine(server, extract(chunk_of(SENTENCES)), ledger)
        assert server.count == asked
    assert second.drafts == first.drafts
    ledger.close()


@pytest.mark.parametrize(
    "changes", [{"model": "other"}, {"temperature": 0.3}, {"base_url": "again"}], ids=lambda value: next(iter(value))
)
def test_another_model_or_parameter_is_another_question(tmp_path: Path, changes: dict[str, Any]) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    with ChatServer(model_of(0.0)) as server:
        with_engine(server, extract(chunk_of()), ledger)
        if "base_url" in changes:
            changes = {"base_url": server.url + "/"}
        with_engine(server, extract(chunk_of()), ledger, **changes)
        assert server.count == 2
    ledger.close()


def test_the_same_question_under_way_is_not_asked_beside_it(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    with ChatServer(model_of(0.2)) as server:
        found = with_engine(server, extract(*[chunk_of()] * 5), ledger, concurrency=5)
        assert server.count == 1
    assert sorted(item.usage.calls for item in found) == [0, 0, 0, 0, 1]
    assert len({item.drafts for item in found}) == 1
    ledger.close()


def test_every_attempt_has_a_row_with_its_own_tokens(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    behaviour = sequence(
        lambda body, _: failure(500),
        lambda body, _: Reply(drop=True),
        lambda body, _: completion(body, "no JSON"),
        lambda body, _: completion(body, ANSWER),
    )
    with ChatServer(behaviour) as server:
        (found,) = with_engine(server, extract(chunk_of()), ledger, model="gpt-5-mini")
        assert server.count == 4
        sizes = [len(str(request["messages"])) for request in server.requests]
    rows = ledger.attempts()
    assert [(row.outcome, row.error) for row in rows] == [
        ("failed", "ServerFailed"),
        ("unknown", "ServerUnreachable"),
        ("answered", None),
        ("answered", None),
    ]
    assert [row.answer_tokens for row in rows] == [None, None, 1, len(ANSWER) // 4]
    assert rows[2].prompt_tokens is not None
    assert rows[3].prompt_tokens is not None
    assert rows[3].prompt_tokens > rows[2].prompt_tokens  # the re-ask is longer, and neither is a running total
    assert rows[3].prompt_tokens < sizes[3]
    assert rows[0].cost == 0.0
    assert rows[1].cost is None
    assert rows[2].cost is not None
    assert len({row.key for row in rows}) == 1
    assert found.usage.calls == 4
    assert found.usage.cost is None
    assert found.usage.prompt_tokens == rows[2].prompt_tokens + rows[3].prompt_tokens
    ledger.close()


def test_a_store_that_fails_costs_a_note_and_no_result(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    ledger.close()
    with ChatServer(model_of(0.0)) as server:
        (found,) = with_engine_leaving_store(server, ledger)
    assert len(found.drafts) == 0
    assert any("answers are not kept" in note for note in found.notes)


def with_engine_leaving_store(server: ChatServer, ledger: Ledger) -> Any:
    class Broken:
        """A ledger whose file has gone."""

        answer = staticmethod(lambda key: None)
        record = ledger.record
        keep = ledger.keep
        settle = staticmethod(lambda: asyncio.sleep(0))

    return with_engine(server, extract(chunk_of()), Broken())  # type: ignore[arg-type]


def test_a_budget_holds_with_64_in_flight(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "s.db")
    limit = 0.30

    def behave(body: Body, number: int) -> Reply:
        if number % 10 == 3:
            return Reply(drop=True)  # may have been billed
        return Reply(body=answer_to(body).body, delay=0.02)

    chunks = [chunk_article(article(number), 10_000)[0] for number in range(400)]
    with ChatServer(behave) as server:
        results = with_engine(
            server, extract(*chunks), ledger, model="gpt-5-mini", max_cost=limit, concurrency=64, max_answer_tokens=2000
        )
        sent = server.requests
    stopped = [result for result in results if isinstance(result, BudgetExhausted)]
    done = [result for result in results if not isinstance(result, BaseException)]
    assert len(stopped) + len(done) == 400
    assert stopped
    assert len(done) > 40
    rows = ledger.attempts()
    assert len(rows) == len(sent)
    known = sum(row.cost or 0.0 for row in rows)
    unknown = sum(row.cost is None for row in rows)
    dearest = max(len(str(request)) for request in sent) * 0.25e-6 + 2000 * 2e-6
    assert known <= limit
    assert known + unknown * dearest > limit * 0.8  # it was used, not hoarded
    ledger.close()


RUN = """
import asyncio, sys
from evals.bench.articles import article
from summarizer.chunking import chunk_article
from summarizer.engines.llm.engine import LlmEngine
from summarizer.ledger import Ledger
from summarizer.ontology import load_ontology
from summarizer.settings import Settings
async def main():
    engine = LlmEngine(Settings(base_url=sys.argv[1], model="m", concurrency=8), load_ontology(), Ledger.open(sys.argv[2]))
    slots = asyncio.Semaphore(8)
    async def one(number):
        async with slots:
            await engine.extract_events(chunk_article(article(number), 10_000)[0])
    await asyncio.gather(*(one(number) for number in range(int(sys.argv[3]))))
    await engine.aclose()
asyncio.run(main())
"""


def test_kill_9_loses_nothing_and_repays_only_what_was_in_flight(tmp_path: Path) -> None:
    asked: Counter[str] = Counter()
    moment = threading.Event()
    killed = [threading.Event(), threading.Event()]

    def behave(body: Body, number: int) -> Reply:
        asked[user_text(body)] += 1
        if number in (30, 75):
            moment.set()
        after = None if number < 30 else killed[number >= 75]
        return Reply(body=completion(body, NONE).body, delay=0.03, after=after)

    kills = 0
    with ChatServer(behave) as server:
        while True:
            moment.clear()
            process = subprocess.Popen([sys.executable, "-c", RUN, server.url, str(tmp_path / "s.db"), "120"])
            if kills < 2 and moment.wait(300):
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
                killed[kills].set()
                kills += 1
                continue
            assert process.wait(300) == 0
            break
    ledger = Ledger.open(tmp_path / "s.db")
    assert kills == 2
    assert len(asked) == 120  # every article was answered
    assert sum(asked.values()) <= 120 + kills * 8
    assert len(ledger.attempts()) >= 120
    ledger.close()
