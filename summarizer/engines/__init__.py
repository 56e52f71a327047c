"""Engines, behind one protocol (`engines.base.Engine`). A new one is a file and a line in `ENGINES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.engines.base import Engine
from summarizer.ontology import load_ontology
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.ledger import Ledger


def _rules(settings: Settings, ledger: Ledger | None) -> Engine:  # noqa: ARG001 - every engine is made the same way
    from summarizer.engines.rules.engine import RulesEngine

    return RulesEngine(load_ontology(settings.ontology))


def _llm(settings: Settings, ledger: Ledger | None) -> Engine:
    from summarizer.engines.llm.engine import LlmEngine

    return LlmEngine(settings, load_ontology(settings.ontology), ledger)


ENGINES: Mapping[str, Callable[[Settings, Ledger | None], Engine]] = {
    "rules": _rules,
    "llm": _llm,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which engine was chosen and why, in words for the user."""

    engine: str
    reason: str


def choose_engine(settings: Settings) -> Choice:
    """The engine that the settings name; `auto` takes the model when a key or a server is configured, else the rules."""
    if settings.engine != "auto":
        return Choice(settings.engine, "asked for")
    if settings.has_model:
        what = f"server {settings.base_url}" if settings.base_url else "an API key"
        return Choice("llm", f"{what} is configured; --engine rules works without it")
    return Choice("rules", "no key or server is configured; set OPENAI_API_KEY or --base-url for a model")


def make_engine(settings: Settings, ledger: Ledger | None = None) -> Engine:
    """The engine for the settings. Raises SettingsError, OntologyError, EngineError."""
    return ENGINES[choose_engine(settings).engine](settings, ledger)


def open_ledger(settings: Settings) -> Ledger | None:
    """The ledger of the store file when the model is going to be asked, else None. Raises StoreError."""
    if not settings.use_store or choose_engine(settings).engine == "rules":
        return None
    from summarizer.ledger import Ledger, default_path

    return Ledger.open(settings.store or default_path())
