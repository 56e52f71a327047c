"""Whether a server answers, which models it has, and how quickly: one cheap request, nothing paid."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import openai

from summarizer.engines.llm import mapping
from summarizer.engines.llm.client import make_client
from summarizer.errors import RequestRefused, SettingsError
from summarizer.settings import Settings

_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Probe:
    """`detail` is one line for the user; `latency` in seconds; `models` as far as the server lists them."""

    answers: bool
    detail: str
    models: tuple[str, ...] = ()
    latency: float | None = None


def probe_server(settings: Settings) -> Probe:
    """Ask the server of the settings for its models. Never raises for a server that fails; never shows the key."""
    try:
        return asyncio.run(_probe(settings))
    except SettingsError as error:
        return Probe(False, str(error))


async def _probe(settings: Settings) -> Probe:
    client = make_client(settings)
    begun = time.monotonic()
    try:
        async with asyncio.timeout(_PATIENCE):
            page: Any = await client.get("/models", cast_to=object)
    except (openai.OpenAIError, TimeoutError, ValueError) as error:
        mapped = mapping.explain(error)
        if isinstance(mapped, RequestRefused):  # it is there, and lists no models
            return Probe(True, "it answers, but lists no models", latency=time.monotonic() - begun)
        return Probe(False, str(mapped))
    finally:
        await client.close()
    latency = time.monotonic() - begun
    listed = page.get("data") if isinstance(page, dict) else None
    if not isinstance(listed, list):
        return Probe(False, "something else than a model server answers there; check --base-url (it often ends in /v1)")
    models = tuple(str(item["id"])[:100] for item in listed if isinstance(item, dict) and "id" in item)
    has = "is among them" if settings.model in models else "is NOT among them, set --model"
    return Probe(True, f"{len(models)} models, {settings.model} {has} ({latency * 1000:.0f} ms)", models, latency)
