"""Who belongs to whom: names and addresses of one publisher count as one source."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

_SECOND_LEVEL = frozenset("co com org net gov ac edu gob gouv or ne go nom in".split())


def publisher_family(publisher: str | None, url: str | None) -> str | None:
    """A key that is the same for all names and sites of one publisher, or None when neither name nor address is known.

    By a small table of the large houses; else the name without "news", "online" and the like; else the registrable domain.
    """
    domain = registrable_domain(url) if url else None
    names, domains = _families()
    if publisher:
        plain = _plain(publisher)
        return names.get(plain) or domains.get(publisher.strip().lower().removeprefix("www.")) or plain or None
    return domains.get(domain, domain) if domain else None


def registrable_domain(url: str) -> str | None:
    """The part of an address's host that one owner registers, without a full list of public suffixes: `bbc.co.uk`."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    parts = host.split(".")
    if len(parts) < 2 or parts[-1].isdigit():
        return host or None
    keep = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-keep:])


def _plain(name: str) -> str:
    words = re.findall(r"\w+", re.sub(r"(?i)\.(?:com|org|net|co\.uk|info)\b", "", name).casefold())
    kept = [word for word in words if word not in ("the", "news", "online", "website", "com", "www", "agency", "press")]
    return " ".join(kept or words)


@lru_cache(maxsize=1)
def _families() -> tuple[dict[str, str], dict[str, str]]:
    table = tomllib.loads(files("summarizer").joinpath("data/publishers.toml").read_text("utf-8"))
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for family, entry in table.items():
        names.update({_plain(name): family for name in (family, *entry.get("names", ()))})
        domains.update(dict.fromkeys(entry.get("domains", ()), family))
    return names, domains
