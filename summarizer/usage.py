"""What a run cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """What calls cost: tokens as reported per attempt, failed attempts included; `cost` in USD, None when a price is unknown."""

    calls: int = 0
    cache_hits: int = 0
    prompt_tokens: int = 0
    answer_tokens: int = 0
    cost: float | None = 0.0

    def __add__(self, other: Usage) -> Usage:
        cost = None if self.cost is None or other.cost is None else self.cost + other.cost
        return Usage(
            self.calls + other.calls,
            self.cache_hits + other.cache_hits,
            self.prompt_tokens + other.prompt_tokens,
            self.answer_tokens + other.answer_tokens,
            cost,
        )

    def __sub__(self, other: Usage) -> Usage:
        cost = None if self.cost is None or other.cost is None else self.cost - other.cost
        return Usage(
            self.calls - other.calls,
            self.cache_hits - other.cache_hits,
            self.prompt_tokens - other.prompt_tokens,
            self.answer_tokens - other.answer_tokens,
            cost,
        )
