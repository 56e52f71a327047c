"""What calls cost, and a limit that is never overspent."""

from __future__ import annotations

import asyncio
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from summarizer.errors import BudgetExhausted, SettingsError

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$|-\d{8}$|-latest$")


@dataclass(frozen=True, slots=True)
class Price:
    """USD per million tokens; `cached`: prompt tokens that the provider had in its cache."""

    prompt: float
    answer: float
    cached: float

    def cost(self, prompt: int, answer: int, cached: int = 0) -> float:
        """USD of one call; `cached` is the part of `prompt` that came from the provider's cache."""
        cached = min(max(cached, 0), prompt)
        return ((prompt - cached) * self.prompt + cached * self.cached + answer * self.answer) / 1e6


def _read(text: str, where: str) -> dict[str, Price]:
    try:
        return {
            name: Price(float(entry["prompt"]), float(entry["answer"]), float(entry.get("cached", entry["prompt"])))
            for name, entry in tomllib.loads(text)["models"].items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError):
        raise SettingsError(
            f"{where} is no list of prices", "write [models] and name = { prompt = …, answer = … }"
        ) from None


@lru_cache(maxsize=4)
def load_prices(file: str | None = None) -> Mapping[str, Price]:
    """The built-in prices, with those of a TOML file laid over them. Raises SettingsError."""
    prices = _read((resources.files("summarizer") / "data" / "prices.toml").read_text(encoding="utf-8"), "prices.toml")
    if file:
        try:
            prices |= _read(Path(file).read_text(encoding="utf-8"), file)
        except (OSError, UnicodeDecodeError):
            raise SettingsError(f"no list of prices {file}", "check the path") from None
    return prices


def find_price(model: str, file: str | None = None) -> Price | None:
    """The price of a model, its date or provider's prefix apart, or None when it is unknown."""
    prices = load_prices(file)
    for name in (model, _DATED.sub("", model), _DATED.sub("", model.rpartition("/")[2])):
        if name in prices:
            return prices[name]
    return None


class Budget:
    """A limit in USD for one run: each call reserves the most it may cost, and gives back what it didn't."""

    def __init__(self, limit: float | None) -> None:
        self.limit = limit
        self.spent = 0.0
        self._reserved = 0.0
        self._changed = asyncio.Event()

    async def reserve(self, amount: float) -> None:
        """Set `amount` aside; waits while calls in flight may give some back. Raises BudgetExhausted."""
        while self.limit is not None and self.spent + self._reserved + amount > self.limit + 1e-12:
            if self._reserved <= 1e-12:
                raise BudgetExhausted(
                    f"the cost limit of ${self.limit:g} leaves no room for a call that may cost ${amount:.4f}",
                    "raise --max-cost, or lower max_answer_tokens; what was answered is kept",
                )
            self._changed.clear()
            await self._changed.wait()
        self._reserved += amount

    def settle(self, amount: float, cost: float | None) -> None:
        """End a reservation; an unknown cost counts as all of it."""
        self._reserved -= amount
        self.spent += amount if cost is None else cost
        self._changed.set()
