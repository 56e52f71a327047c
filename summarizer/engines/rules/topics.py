"""Texts that use the words of politics without telling any: sport, stage, weather, cooking, glossaries, old history."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from summarizer.normalising.dates import find_dates

_WORD = re.compile(r"[a-zéê]+(?:[-’'][a-z]+)*")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_LEAST_WORDS = 4
_LONG = 6
_DATED = frozenset(("day", "weekday", "relative", "anchored", "range"))
_LEAST_SHARE = 0.016
_MARKS = 3
_MARKED_SHARE = 0.008


@lru_cache(maxsize=1)
def _topics() -> dict[str, frozenset[str]]:
    """Each word with the topics that it gives away."""
    text = (resources.files("summarizer.engines.rules") / "data" / "topics.txt").read_text(encoding="utf-8")
    topics: dict[str, set[str]] = {}
    for line in text.splitlines():
        name, _, words = line.partition(":")
        if words and not line.startswith("#"):
            for word in words.split():
                topics.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in topics.items()}


def off_topic(text: str) -> str | None:
    """The topic that a text is plainly about instead of public affairs, or None."""
    known = _topics()
    words = _WORD.findall(text[:20000].lower())
    if len(words) < 60:
        return None
    hits: dict[str, int] = {}
    distinct: dict[str, set[str]] = {}
    for word in words:
        for topic in known.get(word, ()):
            hits[topic] = hits.get(topic, 0) + 1
            distinct.setdefault(topic, set()).add(word)
    for topic, count in sorted(hits.items(), key=lambda item: -item[1]):
        if len(distinct[topic]) >= _LEAST_WORDS and count >= _LEAST_SHARE * len(words):
            return topic
    return None


def is_commentary(sentences: Sequence[str]) -> bool:
    """Whether a longer text has the marks of analysis, review or feature, and places nothing in time at its beginning."""
    if len(sentences) < _LONG:
        return False
    marks = _topics()
    words = [word for text in sentences for word in _WORD.findall(text.lower())]
    counts = Counter(topic for word in words for topic in marks.get(word, ()))
    distinct = Counter(topic for word in set(words) for topic in marks.get(word, ()))
    if not any(distinct[topic] >= _MARKS and count >= _MARKED_SHARE * len(words) for topic, count in counts.items()):
        return False
    early = sum(m.kind in _DATED for text in sentences[:5] for m in find_dates(text))
    return early == 0 and sum(m.kind in _DATED for text in sentences[5:] for m in find_dates(text)) < 2


def is_history(sentences: Sequence[str], published_year: int | None) -> bool:
    """Whether most years that a text names, three at least, lie more than a year before its publication, from end to end of it.

    News may recall old quarrels in one paragraph: the sentences with such years must stretch over half of the text.
    """
    if published_year is None:
        return False
    years = [[int(year) for year in _YEAR.findall(text)] for text in sentences]
    old = [sum(year < published_year - 1 for year in named) for named in years]
    if sum(old) < 3 or sum(old) <= 2 * (sum(map(len, years)) - sum(old)):
        return False
    places = [at for at, count in enumerate(old) if count]
    return 2 * (places[-1] - places[0] + 1) >= len(sentences)


_TO_MACHINES = re.compile(
    r"</?(?:system|article|assistant|user|instructions?|prompt)\b|\b(?:ignore|disregard|forget) (?:all |any )?(?:the |your )?"
    r"(?:previous|prior|above|earlier|preceding) (?:instructions?|text|prompts?)|\bautomated readers?\b|\blanguage models?\b"
    r"|\bAI (?:assistants?|models?|systems?|readers?)\b|\boutput (?:exactly|only)\b|\bnew task:|\bsystem prompt\b"
    r"|^\s*\[\d{1,3}\]\s+\S|\bsummari[sz]ers? must\b"
    r"|[\"']?(?:type|actors|recipients)[\"']?\s*:\s*[\"'\[{]",
    re.I | re.M,
)


def addressed_to_machines(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the lines of a text that speak to a program instead of telling news."""
    if _TO_MACHINES.search(text) is None:
        return []
    ranges: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if _TO_MACHINES.search(line):
            ranges.append((at, at + len(line)))
        at += len(line)
    return ranges
