"""Which addresses may be fetched: http(s) only, and only hosts all of whose resolved addresses are public.

`ipaddress.is_global` alone is not enough: it is true for NAT64 and 6to4 forms of private addresses.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from summarizer.errors import SourceError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int, float], list[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
_TUNNELS = [ipaddress.ip_network(net) for net in ("2001::/32", "64:ff9b:1::/48")]
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_NOT_PUBLIC = [
    ipaddress.ip_network(net)
    for net in ("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
                "203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32", "2001:db8::/32", "2001:20::/28", "3fff::/20")
]  # fmt: skip
_METADATA = {
    ipaddress.ip_address(a)
    for a in ("169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "fd00:ec2::254")
}
_PORTS = (80, 443)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `address` has been checked, and is the one to connect to; `host` is for Host and TLS."""

    scheme: str
    host: str
    port: int
    path: str
    address: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def refusal(address: IPAddress, private: bool = False) -> str | None:
    """Why an address may not be fetched from, or None. With `private`, loopback and private ones may, metadata services not."""
    inner = _embedded(address)
    if inner is not None:
        return refusal(inner, private)
    if address in _METADATA:
        return "the metadata service of a cloud"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast or address.is_unspecified:
        return "no address of one host"
    if private and (address.is_loopback or address.is_private):
        return None
    if address.is_loopback:
        return "an address of this machine"
    if address.is_private:
        return "a private address"
    if address.version == 6 and (address not in _GLOBAL_UNICAST or any(address in net for net in _TUNNELS)):
        return "no public address"
    listed = any(address in net for net in _NOT_PUBLIC if net.version == address.version)
    return "no public address" if listed or address.is_reserved or not address.is_global else None


def _embedded(address: IPAddress) -> IPAddress | None:
    """The IPv4 address inside an IPv6 one that is only another way to write or reach it."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _SIX_TO_FOUR:
        return address.sixtofour
    if address in _NAT64 or (int(address) >> 32 == 0 and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def resolve_host(host: str, port: int, seconds: float) -> list[str]:
    """Addresses of a host by the system's resolver, within `seconds`. Raises SourceError."""
    answers: queue.Queue[list[str] | None] = queue.Queue()

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError):
            answers.put(None)
        else:
            answers.put([str(info[4][0]) for info in infos])

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=max(0.05, seconds))
    except queue.Empty:
        raise SourceError("the host's name was not resolved in time", "try again later") from None
    if not found:
        raise SourceError("the host is not known", "check the address")
    return found


def check_address(url: str, resolve: Resolve, seconds: float, private: bool = False) -> Target:
    """The one place that says whether an address may be fetched, and where to connect. Raises SourceError with the reason."""
    if not url.isprintable() or " " in url or "\\" in url or len(url) > 4000:
        raise SourceError("an address with spaces, backslashes or control characters", "check the address")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise SourceError("no valid address", "check the address") from None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise SourceError(
            f"{scheme[:20] or 'no scheme'}: only http and https are fetched", "give a file's path for a file"
        )
    if "@" in parts.netloc:
        raise SourceError("an address with a user name", "remove what stands before the @")
    if not host or "%" in host:
        raise SourceError("an address without a plain host", "check the address")
    port = port if port is not None else (443 if scheme == "https" else 80)
    if port not in _PORTS and (port < 1024 and not private):
        raise SourceError(f"port {port} is none of the web", "leave the port out")
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise SourceError("no valid host name", "check the address") from None
    addresses = resolve(name, port, seconds)
    for text in addresses:
        try:
            reason = refusal(ipaddress.ip_address(text.partition("%")[0]), private)
        except ValueError:
            reason = "no valid address"
        if reason:
            raise SourceError(f"refused: the host is {reason}", "only public addresses are fetched")
    if not addresses:
        raise SourceError("the host is not known", "check the address")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    return Target(scheme, name, port, path + query, addresses[0].partition("%")[0])
