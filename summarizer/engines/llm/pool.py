"""How many calls are in flight: as many as allowed until the server says it is too much, then fewer, all together."""

from __future__ import annotations

import asyncio
import random
from typing import Final

from summarizer.engines.llm.clock import Clock
from summarizer.errors import Interrupted, RateLimited
from summarizer.settings import Settings

LONGEST_WAIT: Final = 600.0  # seconds; a server that asks for more is given up rather than asked too early
_LONGEST_PAUSE: Final = 60.0


class Bucket:
    """A rate a minute, as a bucket that refills steadily; None is no limit."""

    def __init__(self, per_minute: int | None, clock: Clock) -> None:
        self._rate = (per_minute or 0) / 60.0
        self._size = float(per_minute or 0)
        self._level = self._size
        self._clock = clock
        self._at = clock.monotonic()

    def wait(self, amount: float) -> float:
        """Seconds until `amount` (or a full bucket, if that is less) is there."""
        if not self._rate:
            return 0.0
        now = self._clock.monotonic()
        self._level = min(self._size, self._level + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (min(amount, self._size) - self._level) / self._rate)

    def take(self, amount: float) -> None:
        """Take it out, even below zero."""
        self._level -= amount


class Pool:
    """Slots for calls: additive increase, multiplicative decrease. A 429 halves them and shuts the door for a while."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._most = float(settings.concurrency)
        self._limit = self._most
        self._clock = clock
        self._requests = Bucket(settings.rpm, clock)
        self._tokens = Bucket(settings.tpm, clock)
        self._in_flight = 0
        self._opens_at = 0.0
        self._cut_at = -1.0
        self._strikes = 0
        self._door = asyncio.Lock()  # first come, first served; who holds it waits for all conditions
        self._freed = asyncio.Event()
        self._stopping = asyncio.Event()
        self._stopped = False
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def limit(self) -> int:
        """Slots at present."""
        return int(self._limit)

    @property
    def stopping(self) -> bool:
        """Whether the run is being stopped."""
        return self._stopped

    async def enter(self, tokens: int) -> float:
        """Wait for a slot and for the rates; returns the moment (monotonic). Raises Interrupted, RateLimited."""
        self._loop = asyncio.get_running_loop()
        async with self._door:
            while True:
                self.check()
                now = self._clock.monotonic()
                if self._opens_at - now > LONGEST_WAIT:
                    minutes = (self._opens_at - now) / 60
                    raise RateLimited(f"the server asks to wait {minutes:.0f} minutes", "run it again then")
                wait = max(self._opens_at - now, self._requests.wait(1), self._tokens.wait(tokens))
                if wait > 0:
                    await self.pause(wait)
                elif self._in_flight < self.limit:
                    break
                else:
                    self._freed.clear()
                    await self._freed.wait()
            self._in_flight += 1
            self._requests.take(1)
            self._tokens.take(tokens)
            return now

    def check(self) -> None:
        """Raise Interrupted when the run is being stopped."""
        if self.stopping:
            raise Interrupted("the run is being stopped", "run the same command again: what was answered is kept")

    def leave(self, excess_tokens: int = 0) -> None:
        """Give a slot back; `excess_tokens`: how many more tokens than announced it took."""
        self._in_flight -= 1
        self._tokens.take(excess_tokens)
        self._freed.set()

    def succeeded(self) -> None:
        """A call was answered: widen a little."""
        self._strikes = 0
        self._limit = min(self._most, self._limit + 1.0 / self._limit)

    def throttled(self, entered: float, retry_after: float | None) -> None:
        """A call that entered at `entered` was told that it is too much: all wait, and fewer go on."""
        now = self._clock.monotonic()
        if entered >= self._cut_at:  # those that were under way already tell nothing new
            self._cut_at = now
            self._strikes += 1
            self._limit = max(1.0, self._limit / 2)
        pause = max(retry_after or 0.0, min(_LONGEST_PAUSE, 0.25 * 2**self._strikes))
        self._opens_at = max(self._opens_at, now + pause * random.uniform(1.0, 1.1))  # noqa: S311

    async def pause(self, seconds: float) -> None:
        """Sleep, but wake when the run is being stopped."""
        sleeping = asyncio.ensure_future(self._clock.sleep(seconds))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait({sleeping, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            stopping.cancel()

    def stop(self) -> None:
        """Let nobody in any more; those inside go on. May be called from any thread and from a signal handler."""
        self._stopped = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._stopping.set()
        self._freed.set()
