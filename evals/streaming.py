"""Memory of a long run: `python -m evals.streaming --articles 10000` reads that many pages from one WARC.gz by the rule engine.

Prints articles, events, seconds, and the peak of resident memory of this process and the one that parses, together. Linux only.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
import tempfile
import time
from pathlib import Path

from summarizer import Failure, Settings, extract

PAGES = Path(__file__).parent / "pages"
LIMIT_MB = 300
_LAYOUTS = ("wire-json-ld", "wordpress-classic", "microdata")


def write_archive(path: Path, count: int) -> None:
    """A WARC.gz of `count` pages in three layouts, no two alike."""
    pages = [(PAGES / name / "page.html").read_bytes() for name in _LAYOUTS]
    with path.open("wb") as file:
        for number in range(count):
            body = pages[number % len(pages)].replace(b"<p>", b"<p>Report %d. " % number)
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            head = (
                b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n%d.example/%d\r\n"
                b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
            )
            file.write(gzip.compress(head % (number % 50, number, len(http)) + http + b"\r\n\r\n", 6))


def resident() -> float:
    """Resident memory of this process and its children, in MB."""
    pages = 0
    for process in Path("/proc").iterdir():
        try:
            parent = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if process.name == str(os.getpid()) or parent == os.getpid():
                pages += int((process / "statm").read_text().split()[1])
        except (OSError, ValueError, IndexError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Exit code 1 when an article is lost or memory goes beyond the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    count = parser.parse_args().articles
    articles = events = failures = 0
    peak = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.warc.gz")
        write_archive(path, count)
        start = time.monotonic()
        for item in extract([path], settings=Settings(engine="rules", use_store=False)):
            if isinstance(item, Failure):
                failures += 1
                continue
            articles += 1
            events += len(item.events)
            if articles % 50 == 0:
                peak = max(peak, resident())
    print(
        f"{articles} articles, {events} events, {failures} failures, {time.monotonic() - start:.0f} s, peak {peak:.0f} MB"
    )
    return int(articles < count or peak > LIMIT_MB)


if __name__ == "__main__":
    sys.exit(main())
