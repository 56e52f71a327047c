"""What an extractor leaves wrong at the edges of an article: furniture before and after it, headings that it lost."""

from __future__ import annotations

import re
from typing import Any

_ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_STAMP = re.compile(
    r"(?ix)^\W*(?:(?:first\ |last\ )?(?:published|updated?|posted|modified|issued|aktualisiert|stand)\b[\s:]*(?:on\b|at\b|am\b)?)?"
    r"\s*(?:\w{3,9},?\s+)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d]{3,10}\.?,?\s+\d{4}|[^\W\d]{3,10}\.?\s+\d{1,2},?\s+\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})?"
    r"(?:[\s,|·–-]*(?:at\ )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|[a-z]{2,4})?)?\W*$"
)
_BYLINE = re.compile(
    r"(?i)^(?:by|von|par|por)\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+[\w.'’-]+){0,5}$|^.{0,40}\b(?:reporter|correspondent|editor|staff writer)\b.{0,40}$"
)
_HEADINGS = ("h2", "h3", "h4")
_TOP = 12


def tidy(paragraphs: list[str], tree: Any, title: str | None, is_aside: Any) -> list[str]:
    """The paragraphs from the title's place on, without link lines, date lines and bylines, and with lost headings put back."""
    kept = _after_title(paragraphs, title)
    links = {text for element in tree.iter("a") if (text := squash("".join(element.itertext())))}
    kept = [line for line in kept if not (squash(line) in links and len(line) < 120 and not _ENDED.search(line))]
    shorter = len(kept) < len(paragraphs)
    kept = _without_lead_in(kept)
    while shorter and len(kept) > 1 and len(kept[-1]) < 40 and not _ENDED.search(kept[-1]):
        kept.pop()  # the heading of a list of links that is gone
    return _with_headings(kept, tree, title, is_aside)


def _after_title(paragraphs: list[str], title: str | None) -> list[str]:
    wanted = squash(title or "")
    for at, line in enumerate(paragraphs[:_TOP]):
        if wanted and squash(line) == wanted and all(len(other) < 120 for other in paragraphs[:at]):
            return paragraphs[at + 1 :]
    return paragraphs


def _without_lead_in(paragraphs: list[str]) -> list[str]:
    kept: list[str] = []
    for at, line in enumerate(paragraphs):
        if _STAMP.match(line) and len(line) < 60:
            continue
        if at < 4 and len(line) < 90 and not _ENDED.search(line) and _BYLINE.match(line):
            continue
        kept.append(line)
    return kept


def _with_headings(paragraphs: list[str], tree: Any, title: str | None, is_aside: Any) -> list[str]:
    """Put back a heading of the page that stands right before a kept paragraph and was dropped."""
    places: dict[str, int] = {}
    for at, line in enumerate(paragraphs):
        places.setdefault(squash(line), at)
    before: dict[int, str] = {}
    last = ""
    for element in tree.iter(*_HEADINGS, "p", "li"):
        text = " ".join("".join(element.itertext()).split())
        key = squash(text)
        if element.tag in _HEADINGS:
            last = (
                text
                if 3 <= len(text) <= 200 and key not in places and key != squash(title or "") and not is_aside(element)
                else ""
            )
        elif key:
            if last and key in places:
                before.setdefault(places[key], last)
            last = ""
    return [piece for at, line in enumerate(paragraphs) for piece in ((before[at], line) if at in before else (line,))]


def squash(text: str) -> str:
    """Letters and digits alone, in one case."""
    return re.sub(r"[\W_]+", "", text).casefold()
