"""Requests over aiohttp's connections, which cost a fraction of the CPU of httpcore's; the SDK sees an httpx2 transport.

The SDK has an adapter of its own. It isn't used, because it calls a dropped connection one that never came about, so that
a call which may have been paid would be written down as free; and it holds no more than 100 calls at once.
"""

from __future__ import annotations

import io
import ssl
from typing import Final

import aiohttp
import httpx2
from yarl import URL

from summarizer.engines.llm.reading import MAX_ANSWER

_MAX_BODY: Final = 4 * MAX_ANSWER  # bytes
_MAX_HEADER: Final = 65_536  # bytes
_LARGE: Final = 1_000_000  # bytes; aiohttp warns of more in one piece
_KEEP_ALIVE: Final = 30.0  # seconds


class Wire(httpx2.AsyncBaseTransport):
    """A pool of connections without a bound, for one event loop. `connect` and `read` are seconds, for each step and each read.

    It never sends a POST twice. `proxy` is an http(s) address, with credentials if it wants any.
    """

    def __init__(self, connect: float, read: float, proxy: str | None = None) -> None:
        self._timeout = aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send, and read the whole answer. Raises httpx2.TransportError and httpx2.DecodingError."""
        session = self._session or self._open(request.url.scheme)
        sent = await request.aread()
        try:
            async with session.request(
                request.method,
                URL(str(request.url), encoded=True),
                headers=[(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw],
                data=io.BytesIO(sent) if len(sent) > _LARGE else sent or None,
                allow_redirects=False,
                proxy=self._proxy,
            ) as answer:
                body = await _body(answer)
        except (
            aiohttp.ClientError,
            OSError,
        ) as error:  # its timeouts are among the first, TimeoutError is among the second
            raise in_httpx2(error) from error
        return httpx2.Response(answer.status, headers=answer.raw_headers, content=body, request=request)

    def _open(self, scheme: str) -> aiohttp.ClientSession:
        """A session; aiohttp wants it to be made where the loop runs. Certificates are loaded only where one is met."""
        secure = scheme == "https" or (self._proxy or "").startswith("https:")
        context: ssl.SSLContext | bool = httpx2.create_ssl_context() if secure else True
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, ssl=context, keepalive_timeout=_KEEP_ALIVE),
            cookie_jar=aiohttp.DummyCookieJar(),  # the client above keeps them
            timeout=self._timeout,
            auto_decompress=False,
            max_line_size=_MAX_HEADER,
            max_field_size=_MAX_HEADER,
        )
        return self._session

    async def aclose(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    """The whole body, unless it grows too large or is compressed although nobody asked for that."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise httpx2.DecodingError("compressed although not asked for")
    parts: list[bytes] = []
    size = 0
    async for part in answer.content.iter_any():
        size += len(part)
        if size > _MAX_BODY:
            raise httpx2.DecodingError("the answer is too large")
        parts.append(part)
    return b"".join(parts)


_NEVER_SENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ServerFingerprintMismatch,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


def in_httpx2(error: Exception) -> httpx2.TransportError:
    """The httpx2 error for one of aiohttp's; a ConnectError or ConnectTimeout only where nothing reached the server."""
    kind: type[httpx2.TransportError] = httpx2.ReadError
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        kind = httpx2.ConnectTimeout
    elif isinstance(error, _NEVER_SENT):
        kind = httpx2.ConnectError
    elif isinstance(error, TimeoutError):
        kind = httpx2.ReadTimeout
    return kind(type(error).__name__)
