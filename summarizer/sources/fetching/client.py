"""The client: redirects checked hop by hop, robots.txt, a pause between requests to one host, and a cache."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources.decoding import decode
from summarizer.sources.fetching.addresses import Resolve, Target, check_address, resolve_host
from summarizer.sources.fetching.cache import Kept, PageCache
from summarizer.sources.fetching.wire import Response, request

AGENT = "summarizer"
_HOPS = 5
_ROBOTS = 500_000
_PAUSE = 30.0  # a longer crawl delay is taken for this many seconds
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,text/plain,*/*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A body, the address it came from in the end, and what the server said of it."""

    body: bytes
    url: str
    media_type: str | None
    charset: str | None


class Client:
    """Fetches pages; use one client for a run, so that pauses and robots.txt hold across it. It knows no proxies or cookies."""

    def __init__(
        self, settings: Settings, resolve: Resolve = resolve_host, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings
        self._resolve = resolve
        self._sleep = sleep
        self._headers = {
            "User-Agent": f"{AGENT}/{version('summarizer')} (fetches single articles on a user's request)",
            "Accept": _ACCEPT,
        }
        self._rules: dict[str, RobotFileParser] = {}
        self._free_at: dict[str, float] = {}
        self._cache = PageCache(_folder(settings))

    def get(self, url: str) -> Page:
        """The page at an address. Raises SourceError with the reason why there is none."""
        left = self._settings.fetch_deadline
        for _ in range(_HOPS + 1):
            started = time.monotonic()
            target = self._target(url, left)
            rules = self._robots(target, started + left)
            if not rules.can_fetch(AGENT, target.origin + target.path):
                raise SourceError("the site's robots.txt asks not to fetch this page", "save it with a browser")
            left -= time.monotonic() - started
            self._wait(target, float(rules.crawl_delay(AGENT) or 0))
            started = time.monotonic()
            kept = self._cache.get(url)
            response = request(target, self._conditions(kept), started + left, self._settings.max_source_bytes)
            left -= time.monotonic() - started
            if response.status in (301, 302, 303, 307, 308):
                url = urljoin(url, response.headers.get("location", "").strip())
                continue
            return self._page(url, response, kept)
        raise SourceError(f"more than {_HOPS} redirects", "give the page's final address")

    def _target(self, url: str, seconds: float) -> Target:
        return check_address(url, self._resolve, seconds, self._settings.fetch_private)

    def _conditions(self, kept: Kept | None) -> dict[str, str]:
        headers = dict(self._headers)
        if kept is not None and kept.headers.get("etag"):
            headers["If-None-Match"] = kept.headers["etag"]
        if kept is not None and kept.headers.get("last-modified"):
            headers["If-Modified-Since"] = kept.headers["last-modified"]
        return headers

    def _page(self, url: str, response: Response, kept: Kept | None) -> Page:
        headers, body = response.headers, response.body
        if response.status == 304 and kept is not None:
            headers, body = kept.headers, kept.body
        elif response.status != 200:
            raise SourceError(*_status(response))
        elif headers.get("etag") or headers.get("last-modified"):
            told = {name: headers[name] for name in ("etag", "last-modified", "content-type") if name in headers}
            self._cache.put(url, Kept(told, body))
        kind, _, parameters = headers.get("content-type", "").partition(";")
        _, _, charset = parameters.lower().partition("charset=")
        return Page(body, url, kind.strip().lower() or None, charset.split(";")[0].strip(" \"'") or None)

    def _robots(self, target: Target, deadline: float) -> RobotFileParser:
        """The rules of a host, by RFC 9309: none when there is no file (4xx), nothing allowed when it can't be had (5xx)."""
        known = self._rules.get(target.origin)
        if known is not None:
            return known
        rules = RobotFileParser()
        url = target.origin + "/robots.txt"
        for _ in range(_HOPS + 1):
            response = request(self._target(url, deadline - time.monotonic()), self._headers, deadline, _ROBOTS)
            if response.status not in (301, 302, 303, 307, 308):
                break
            url = urljoin(url, response.headers.get("location", "").strip())
        if response.status == 200:
            try:
                rules.parse(decode(response.body or b" ").text.splitlines())
            except SourceError:
                rules.parse([])
        elif 400 <= response.status < 500:
            rules.parse([])
        else:
            raise SourceError(f"the site's robots.txt could not be had (status {response.status})", "try again later")
        self._rules[target.origin] = rules
        return rules

    def _wait(self, target: Target, delay: float) -> None:
        now = time.monotonic()
        pause = max(self._settings.fetch_interval, min(delay, _PAUSE))
        due = max(now, self._free_at.get(target.host, 0.0))
        self._free_at[target.host] = due + pause
        if due > now:
            self._sleep(due - now)


def _status(response: Response) -> tuple[str, str]:
    if response.status in (429, 503):
        after = response.headers.get("retry-after", "")[:40]
        return (
            f"the server is busy (status {response.status})",
            f"try again {'after ' + after + ' s' if after.isdigit() else 'later'}",
        )
    if response.status in (401, 402, 403, 451):
        return f"the server doesn't give this page to us (status {response.status})", "save it with a browser"
    if response.status in (404, 410):
        return f"no such page (status {response.status})", "check the address"
    return f"the server answered with status {response.status}", "try again later"


def _folder(settings: Settings) -> Path:
    if settings.fetch_cache:
        return Path(settings.fetch_cache)
    from platformdirs import user_cache_path

    return user_cache_path("summarizer") / "pages"
