from __future__ import annotations

import ipaddress
import socket

import pytest
from sources.making import failure

from summarizer.errors import SourceError
from summarizer.settings import Settings
from summarizer.sources.fetching.addresses import check_address, refusal, resolve_host

PUBLIC = "93.184.215.14"

# Hosts that the system's resolver turns into an address without asking anybody.
LITERAL = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.255.255.254/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a00:1::1]/",
    "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[fec0::1]/",
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://3232235777/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "http://169.254.170.2/v2/credentials",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://168.63.129.16/",
    "http://192.0.0.8/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://203.0.113.7/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "https://127.0.0.1:443/",
    "http://127.0.0.1:8080/",
]

# Refused before any name is resolved.
WRITTEN = [
    ("file:///etc/passwd", "only http"),
    ("ftp://example.com/a", "only http"),
    ("gopher://example.com/", "only http"),
    ("data:text/html,hello", "only http"),
    ("javascript:alert(1)", "only http"),
    ("ldap://example.com/", "only http"),
    ("dict://example.com:11211/", "only http"),
    ("http:///nohost", "plain host"),
    ("http://user:secret@example.com/", "user name"),
    ("http://example.com@127.0.0.1/", "user name"),
    ("http://127.0.0.1\\@example.com/", "backslashes"),
    ("http://exa mple.com/", "spaces"),
    ("http://example.com/\r\nHost: x", "control"),
    ("http://[fe80::1%25eth0]/", "plain host"),
    ("http://127.0.0.1%2f.example.com/", "plain host"),
    ("http://example.com:22/", "port 22"),
    ("http://example.com:25/", "port 25"),
    ("http://example.com:99999/", "no valid address"),
    ("http://[::1/", "no valid address"),
    ("http://" + "a" * 64 + ".example/", "no valid host name"),
]


@pytest.mark.parametrize("url", LITERAL)
def test_no_form_of_a_private_address_is_fetched(url: str) -> None:
    with pytest.raises(SourceError, match="refused: the host is"):
        check_address(url, resolve_host, 5)


@pytest.mark.parametrize(("url", "words"), WRITTEN)
def test_what_is_no_plain_web_address_is_refused_unresolved(url: str, words: str) -> None:
    def never(host: str, port: int, seconds: float) -> list[str]:
        raise AssertionError(f"{host} was resolved")

    with pytest.raises(SourceError, match=words):
        check_address(url, never, 5)


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:192.168.0.1"], ["fe80::1%eth0"], ["nonsense"], []]
)
def test_a_name_is_judged_by_all_that_it_resolves_to(answers: list[str]) -> None:
    with pytest.raises(SourceError):
        check_address("http://innocent.example/", lambda host, port, seconds: answers, 5)


def test_the_checked_address_is_the_one_to_connect_to() -> None:
    target = check_address(
        "https://Bücher.example/a b?q=ü".replace(" ", "%20"), lambda host, port, seconds: [PUBLIC], 5
    )
    assert (target.host, target.address, target.port) == ("xn--bcher-kva.example", PUBLIC, 443)
    assert target.path == "/a%20b?q=%C3%BC"


@pytest.mark.parametrize(
    "address", [PUBLIC, "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1", "2002:5db8:d70e::1", "64:ff9b::5db8:d70e"]
)
def test_public_addresses_may_be_fetched(address: str) -> None:
    assert refusal(ipaddress.ip_address(address)) is None


@pytest.mark.parametrize(("address", "allowed"), [("127.0.0.1", True), ("10.1.2.3", True), ("169.254.169.254", False),
                                                  ("fd00:ec2::254", False),
                                                  ("::ffff:169.254.169.254", False), ("0.0.0.0", False)])  # fmt: skip
def test_an_intranet_may_be_allowed_but_metadata_services_never(address: str, allowed: bool) -> None:
    assert (refusal(ipaddress.ip_address(address), private=True) is None) == allowed


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    hanging = threading.Event()

    def never_answers(*args: object, **kwargs: object) -> list[object]:
        hanging.wait(60)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", never_answers)
    with pytest.raises(SourceError, match="not resolved in time"):
        resolve_host("slow.example", 80, 0.05)
    hanging.set()


@pytest.mark.parametrize("url", ["http://127.0.0.1:9999/", "file:///etc/passwd", "http://[::1]/"])
def test_a_source_that_is_a_refused_address_is_a_failure(url: str) -> None:
    refused = failure(url, settings=Settings())
    assert refused.source == url
    assert "only" in refused.reason
