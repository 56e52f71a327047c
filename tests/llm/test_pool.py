"""The pool: slots, rates, and what a 429 does to all."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

import pytest

from summarizer.engines.llm.pool import Bucket, Pool
from summarizer.errors import Interrupted
from summarizer.settings import Settings
from tests.llm.faking import FakeClock


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def test_no_more_than_the_slots_are_inside() -> None:
    async def work() -> None:
        pool, inside, most = Pool(Settings(concurrency=3), FakeClock()), 0, 0

        async def call() -> None:
            nonlocal inside, most
            await pool.enter(1)
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1
            pool.leave()

        await asyncio.gather(*(call() for _ in range(20)))
        assert most == 3

    run(work())


def test_a_429_halves_the_slots_once_for_those_under_way() -> None:
    async def work() -> None:
        clock = FakeClock()
        pool = Pool(Settings(concurrency=32), clock)
        entered = [await pool.enter(1) for _ in range(8)]
        clock.now += 1
        for moment in entered:
            pool.throttled(moment, None)
        assert pool.limit == 16
        clock.now += 100
        pool.throttled(clock.now, None)
        assert pool.limit == 8

    run(work())


def test_success_widens_step_by_step_and_not_beyond_the_setting() -> None:
    clock = FakeClock()
    pool = Pool(Settings(concurrency=4), clock)
    pool.throttled(clock.now, None)
    assert pool.limit == 2
    for _ in range(3):
        pool.succeeded()
    assert pool.limit == 3
    for _ in range(100):
        pool.succeeded()
    assert pool.limit == 4


def test_the_slots_never_fall_below_one() -> None:
    clock = FakeClock()
    pool = Pool(Settings(concurrency=4), clock)
    for _ in range(10):
        clock.now += 1000
        pool.throttled(clock.now, None)
    assert pool.limit == 1


@pytest.mark.parametrize(("asked", "least"), [(None, 0.5), (30.0, 30.0)])
def test_the_door_is_shut_for_a_while(asked: float | None, least: float) -> None:
    async def work() -> None:
        clock = FakeClock()
        pool = Pool(Settings(concurrency=4), clock)
        before = clock.now
        pool.throttled(await pool.enter(1), asked)
        pool.leave()
        assert await pool.enter(1) >= before + least

    run(work())


def test_pauses_grow_while_nothing_succeeds() -> None:
    async def work() -> None:
        clock = FakeClock()
        pool = Pool(Settings(concurrency=4), clock)
        waits = []
        for _ in range(4):
            entered = await pool.enter(1)
            pool.throttled(entered, None)
            pool.leave()
            before = clock.now
            await pool.enter(1)
            pool.leave()
            waits.append(clock.now - before)
        assert waits == sorted(waits)
        assert waits[-1] > 3

    run(work())


def test_a_bucket_refills_steadily() -> None:
    clock = FakeClock()
    bucket = Bucket(60, clock)
    assert bucket.wait(60) == 0
    bucket.take(60)
    assert bucket.wait(1) == pytest.approx(1.0)
    clock.now += 30
    assert bucket.wait(30) == 0
    assert bucket.wait(1000) == pytest.approx(30)  # more than a full bucket can't be waited for
    assert Bucket(None, clock).wait(1e9) == 0


def test_tokens_announced_wrongly_are_put_right() -> None:
    async def work() -> None:
        clock = FakeClock()
        pool = Pool(Settings(tpm=6000), clock)
        await pool.enter(1000)
        pool.leave(5000)
        before = clock.now
        await pool.enter(100)
        assert clock.now - before >= 0.9

    run(work())


def test_a_run_is_stopped_from_another_thread() -> None:
    class Never(FakeClock):
        async def sleep(self, seconds: float) -> None:
            await asyncio.Event().wait()

    async def work() -> None:
        pool = Pool(Settings(concurrency=4), Never())
        pool.throttled(await pool.enter(1), 100)
        waiting = [asyncio.create_task(pool.enter(1)) for _ in range(3)]
        await asyncio.sleep(0.01)
        threading.Thread(target=pool.stop).start()
        results = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), 10)
        assert {type(result) for result in results} == {Interrupted}

    run(work())


def test_nobody_gets_in_once_the_run_is_being_stopped() -> None:
    async def work() -> None:
        pool = Pool(Settings(concurrency=1), FakeClock())
        await pool.enter(1)
        waiting = [asyncio.create_task(pool.enter(1)) for _ in range(3)]
        await asyncio.sleep(0)
        pool.stop()
        for task in waiting:
            with pytest.raises(Interrupted):
                await task

    run(work())
