"""Prices and the budget."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from summarizer.engines.llm.prices import Budget, Price, find_price
from summarizer.errors import BudgetExhausted, SettingsError


@pytest.mark.parametrize("model", ["gpt-5-mini", "gpt-5-mini-2025-08-07", "openai/gpt-5-mini", "gpt-5-mini-latest"])
def test_a_model_is_found_by_its_names(model: str) -> None:
    assert find_price(model) == find_price("gpt-5-mini")


@pytest.mark.parametrize("model", ["llama3", "gpt-5-mini-turbo", "", "gpt"])
def test_an_unknown_price_is_none(model: str) -> None:
    assert find_price(model) is None


def test_cost() -> None:
    price = Price(prompt=1.0, answer=10.0, cached=0.1)
    assert price.cost(1_000_000, 0) == 1.0
    assert price.cost(0, 100_000) == 1.0
    assert price.cost(1_000_000, 0, 500_000) == pytest.approx(0.55)
    assert price.cost(10, 0, 99) == price.cost(10, 0, 10)


def test_own_prices_are_laid_over_ours(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text('[models]\n"llama3" = { prompt = 1, answer = 2 }\n"gpt-5" = { prompt = 7, answer = 8 }')
    assert find_price("llama3", str(file)) == Price(1.0, 2.0, 1.0)
    assert find_price("gpt-5", str(file)) == Price(7.0, 8.0, 7.0)
    assert find_price("gpt-5-nano", str(file)) == find_price("gpt-5-nano")


@pytest.mark.parametrize("text", ["", "[models]\nx = 1", "[models]\nx = {prompt = 1}", "no toml ="])
def test_a_wrong_list_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match="no list of prices"):
        find_price("x", str(file))
    with pytest.raises(SettingsError, match="no list of prices"):
        find_price("x", str(tmp_path / "missing.toml"))


def test_a_budget_waits_for_what_may_come_back_and_never_overspends() -> None:
    async def run() -> list[str]:
        budget, order = Budget(1.0), []

        async def call(name: str, cost: float | None) -> None:
            try:
                await budget.reserve(0.6)
            except BudgetExhausted:
                order.append(f"{name} refused")
                return
            assert budget.spent <= 1.0
            await asyncio.sleep(0)
            budget.settle(0.6, cost)
            order.append(name)

        await asyncio.gather(call("a", 0.1), call("b", 0.2), call("c", None), call("d", 0.1))
        assert budget.spent == pytest.approx(0.9)  # an unknown cost counts as all that it may be
        return order

    assert asyncio.run(run()) == ["a", "b", "c", "d refused"]


def test_no_limit_never_waits() -> None:
    async def run() -> None:
        budget = Budget(None)
        for _ in range(100):
            await budget.reserve(1e9)

    asyncio.run(run())
