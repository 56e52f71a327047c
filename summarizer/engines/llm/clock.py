"""Time as the engine sees it, so that tests can stand in for it."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Seconds."""

    def time(self) -> float:
        """Since the epoch."""
        ...

    def monotonic(self) -> float:
        """Since some moment; never goes back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return after so long."""
        ...


class SystemClock:
    """The machine's clock."""

    def time(self) -> float:
        """Since the epoch."""
        return time.time()

    def monotonic(self) -> float:
        """Since some moment; never goes back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Return after so long."""
        await asyncio.sleep(seconds)
