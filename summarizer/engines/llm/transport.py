"""One request and its retries: the only place that sends, waits, and writes down what was sent."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx2
import openai
import tenacity

from summarizer.engines.llm import mapping
from summarizer.engines.llm.client import CHAT
from summarizer.engines.llm.clock import Clock
from summarizer.engines.llm.pool import LONGEST_WAIT, Pool
from summarizer.engines.llm.prices import Budget, Price
from summarizer.errors import EngineError, RateLimited, ServerFailed
from summarizer.ledger import Attempt, Ledger
from summarizer.settings import Settings
from summarizer.usage import Usage

_LONGEST_BACKOFF: Final = 60.0


@dataclass(slots=True)
class Call:
    """What one question sends: its key and kind for the ledger, its limit of answer tokens, and what it cost so far."""

    key: str
    kind: str
    limit: int
    usage: Usage = field(default_factory=Usage)


class Transport:
    """Sends chat requests within the pool, the budget and the deadline, and records every attempt."""

    def __init__(self, client: openai.AsyncOpenAI, settings: Settings, clock: Clock, price: Price | None) -> None:
        self._client, self._settings, self._clock, self._price = client, settings, clock, price
        self.pool = Pool(settings, clock)
        self.budget = Budget(settings.max_cost)
        self.ledger: Ledger | None = None
        self.run = ""
        self.usage = Usage()

    async def send(self, body: bytes, call: Call) -> Mapping[str, Any]:
        """The decoded answer to a request; retried while that may help. Raises EngineError."""
        retrying = tenacity.AsyncRetrying(
            sleep=self.pool.pause,
            stop=tenacity.stop_after_attempt(self._settings.attempts),
            wait=self._wait,
            retry=tenacity.retry_if_exception(self._worth_it),
            reraise=True,
        )
        try:
            return await retrying(self._attempt, body, call)
        except EngineError:
            raise
        except Exception as error:
            raise mapping.explain(error) from None

    def _worth_it(self, error: BaseException) -> bool:
        if not isinstance(error, Exception) or self.pool.stopping:
            return False
        asked = mapping.retry_after(error, self._clock.time())
        return mapping.explain(error).retryable and (asked is None or asked <= LONGEST_WAIT)

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = mapping.retry_after(error, self._clock.time()) if error else None
        backoff = min(_LONGEST_BACKOFF, 0.5 * 2.0 ** (state.attempt_number - 1))
        return max(backoff, asked or 0.0) + random.uniform(0.0, backoff / 2)  # noqa: S311

    async def _attempt(self, body: bytes, call: Call) -> Mapping[str, Any]:
        announced = estimate_tokens_of(body)
        most = self._price.cost(len(body), call.limit) if self._price else 0.0  # a token is one byte at least
        entered = await self.pool.enter(announced)
        taken = announced
        try:
            await self.budget.reserve(most)
            if self.pool.stopping:
                self.budget.settle(most, 0.0)
                self.pool.check()
            started, begun = self._clock.time(), self._clock.monotonic()
            try:
                async with asyncio.timeout(self._settings.deadline):
                    response = await self._client.post(
                        CHAT,
                        cast_to=httpx2.Response,
                        options={"headers": {"Content-Type": "application/json"}},
                        content=body,
                    )
                answer = _decoded(response.content)
            except BaseException as error:
                unknown = mapping.may_be_billed(error)
                self.budget.settle(most, None if unknown else 0.0)
                mapped = mapping.explain(error)
                self._record(call, started, begun, _Outcome("unknown" if unknown else "failed", type(mapped).__name__))
                if isinstance(mapped, RateLimited):
                    self.pool.throttled(entered, mapping.retry_after(error, self._clock.time()))
                raise
            prompt, told, cached = _tokens(answer)
            taken = (prompt or 0) + (told or 0)
            cost = (
                self._price.cost(prompt, told, cached)
                if self._price and prompt is not None and told is not None
                else None
            )
            self.budget.settle(most, cost)
            self._record(call, started, begun, _Outcome("answered", None, prompt, told, cost))
            self.pool.succeeded()
            return answer
        finally:
            self.pool.leave(taken - announced)

    def _record(self, call: Call, started: float, begun: float, outcome: _Outcome) -> None:
        cost = outcome.cost if outcome.status != "failed" else 0.0
        used = Usage(1, 0, outcome.prompt or 0, outcome.told or 0, cost)
        call.usage += used
        self.usage += used
        if self.ledger is None:
            return
        attempt = Attempt(
            self.run,
            call.key,
            call.kind,
            self._settings.model,
            dt.datetime.fromtimestamp(started, dt.UTC).isoformat(timespec="milliseconds"),
            round(self._clock.monotonic() - begun, 4),
            outcome.status,
            outcome.error,
            outcome.prompt,
            outcome.told,
            cost,
        )
        self.ledger.record(attempt)


@dataclass(frozen=True, slots=True)
class _Outcome:
    status: Any
    error: str | None
    prompt: int | None = None
    told: int | None = None
    cost: float | None = None


def _decoded(content: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise ServerFailed(
            "the server answered with something that is no chat completion", "check --base-url (it often ends in /v1)"
        )
    problem = answer.get("error")
    if "choices" not in answer and isinstance(problem, dict):  # some gateways fail with status 200
        raise mapping.of_body(problem)
    return answer


def estimate_tokens_of(body: bytes) -> int:
    """Roughly the tokens of a request's body."""
    return len(body) // 4 + 1


def _tokens(answer: Mapping[str, Any]) -> tuple[int | None, int | None, int]:
    """Prompt tokens, answer tokens and cached prompt tokens as the server tells them."""
    usage = answer.get("usage")
    if not isinstance(usage, dict):
        return None, None, 0
    details = usage.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else 0
    return _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")), _count(cached) or 0


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 40 else None
