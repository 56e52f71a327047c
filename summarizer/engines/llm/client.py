"""The connection to an OpenAI-compatible server: one SDK client, its own retries off, its answers capped."""

from __future__ import annotations

import logging
import urllib.request
from typing import Final
from urllib.parse import urlsplit

import httpx2
import openai

from summarizer.engines.llm.wire import Wire
from summarizer.errors import SettingsError
from summarizer.settings import Settings

CHAT: Final = "/chat/completions"


def silence_libraries() -> None:
    """Keep the model libraries from logging prompts and answers, which they do at ERROR and DEBUG."""
    for name in ("instructor", "openai", "httpx2", "aiohttp"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def make_client(settings: Settings) -> openai.AsyncOpenAI:
    """A client for the server of the settings. Raises SettingsError."""
    silence_libraries()
    if settings.base_url and urlsplit(settings.base_url).scheme not in ("http", "https"):
        raise SettingsError("the base URL is no http(s) address", "write it like http://127.0.0.1:8080/v1")
    key = settings.api_key.get_secret_value().strip() if settings.api_key else ""
    if any(not 33 <= ord(character) <= 126 for character in key):
        raise SettingsError("the API key holds characters that no key has", "copy it again")
    connect = min(30.0, settings.deadline)
    timeout = httpx2.Timeout(settings.deadline, connect=connect, pool=None)
    return openai.AsyncOpenAI(
        api_key=key or "none",
        base_url=settings.base_url or None,
        max_retries=0,
        timeout=timeout,
        default_headers={"Accept-Encoding": "identity"},
        http_client=httpx2.AsyncClient(
            transport=Wire(connect, settings.deadline, _proxy(settings.base_url)),
            timeout=timeout,
            follow_redirects=False,
        ),
    )


def _proxy(base_url: str | None) -> str | None:
    """The proxy that the environment names for an address. Raises SettingsError."""
    parts = urlsplit(base_url or "https://api.openai.com")
    if urllib.request.proxy_bypass(parts.hostname or ""):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy and "://" not in proxy:
        proxy = f"http://{proxy}"
    if proxy and urlsplit(proxy).scheme not in ("http", "https"):
        raise SettingsError(
            "the proxy that the environment names is no http(s) proxy",
            "name another in HTTPS_PROXY, or the host in NO_PROXY",
        )
    return proxy or None
