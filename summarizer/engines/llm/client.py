"""The connection to an OpenAI-compatible server: one SDK client, its own retries off, its answers capped."""

from __future__ import annotations

import logging
import ssl
import urllib.request
from collections.abc import AsyncIterator
from typing import Any, Final
from urllib.parse import urlsplit

import httpx2
import openai

from summarizer.engines.llm.reading import MAX_ANSWER
from summarizer.errors import SettingsError
from summarizer.settings import Settings

CHAT: Final = "/chat/completions"
_LANES: Final = 64  # a connection pool searches all its connections for each request, so several small ones cost less
_MAX_BODY: Final = 4 * MAX_ANSWER  # bytes


def silence_libraries() -> None:
    """Keep the model libraries from logging prompts and answers, which they do at ERROR and DEBUG."""
    for name in ("instructor", "openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def make_client(settings: Settings) -> openai.AsyncOpenAI:
    """A client for the server of the settings. Raises SettingsError."""
    silence_libraries()
    if settings.base_url and urlsplit(settings.base_url).scheme not in ("http", "https"):
        raise SettingsError("the base URL is no http(s) address", "write it like http://127.0.0.1:8080/v1")
    key = settings.api_key.get_secret_value().strip() if settings.api_key else ""
    if any(not 33 <= ord(character) <= 126 for character in key):
        raise SettingsError("the API key holds characters that no key has", "copy it again")
    lanes = min(_LANES, settings.concurrency)
    timeout = httpx2.Timeout(settings.deadline, connect=min(30.0, settings.deadline), pool=None)
    return openai.AsyncOpenAI(
        api_key=key or "none",
        base_url=settings.base_url or None,
        max_retries=0,
        timeout=timeout,
        default_headers={"Accept-Encoding": "identity"},
        http_client=httpx2.AsyncClient(
            transport=_Lanes(lanes, _proxy(settings.base_url)), timeout=timeout, follow_redirects=False
        ),
    )


def _proxy(base_url: str | None) -> str | None:
    """The proxy that the environment names for an address; a transport of our own has to look itself."""
    parts = urlsplit(base_url or "https://api.openai.com")
    if urllib.request.proxy_bypass(parts.hostname or ""):
        return None
    proxies = urllib.request.getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


class _Lanes(httpx2.AsyncBaseTransport):
    """Several connection pools, taken by turns."""

    def __init__(self, lanes: int, proxy: str | None) -> None:
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=64, keepalive_expiry=30)
        context: ssl.SSLContext = httpx2.create_ssl_context()
        self._lanes = [httpx2.AsyncHTTPTransport(verify=context, limits=limits, proxy=proxy) for _ in range(lanes)]
        self._busy = [0] * lanes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send over the least busy lane."""
        lane = self._busy.index(min(self._busy))
        self._busy[lane] += 1
        try:
            response = await self._lanes[lane].handle_async_request(request)
        except BaseException:
            self._busy[lane] -= 1
            raise
        response.stream = _Capped(response.stream, self._busy, lane)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise httpx2.DecodingError("compressed although not asked for", request=request)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        for lane in self._lanes:
            await lane.aclose()


class _Capped(httpx2.AsyncByteStream):
    """A body that ends with an error when it grows too large."""

    def __init__(self, stream: Any, busy: list[int], lane: int) -> None:
        self._stream, self._busy, self._lane, self._open = stream, busy, lane, True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._stream:
            size += len(part)
            if size > _MAX_BODY:
                raise httpx2.DecodingError("the answer is too large")
            yield part

    async def aclose(self) -> None:
        """Give the connection back."""
        if self._open:
            self._open = False
            self._busy[self._lane] -= 1
        await self._stream.aclose()
