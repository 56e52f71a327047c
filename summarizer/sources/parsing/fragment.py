"""A fragment of HTML, as feeds and mails carry it, to paragraphs. Nothing in it is run, fetched or guessed away."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

_BLOCKS = frozenset(
    """p div br h1 h2 h3 h4 h5 h6 li ul ol tr table tbody td th blockquote section article header footer pre hr dl dt dd
    figure figcaption main center""".split()
)
_HIDDEN = frozenset("script style template noscript head title svg object iframe select button".split())
_HEAVY = 20_000_000


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self._break()
        if tag == "body":
            self._hidden = []  # a head that was never closed
        elif tag in _HIDDEN and len(self._hidden) < 50:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def _break(self) -> None:
        line = re.sub(r"\s+", " ", "".join(self._words)).strip()
        if line:
            self.paragraphs.append(line)
        self._words = []

    def close(self) -> None:
        super().close()
        self._break()


def parse(data: bytes, _options: dict[str, Any]) -> list[str]:
    """Paragraphs of a fragment in UTF-8; text without any tag is split at its blank lines."""
    return paragraphs_of(data.decode("utf-8", "replace"))


def paragraphs_of(fragment: str) -> list[str]:
    """Paragraphs of a fragment of HTML, or of plain text."""
    if "<" not in fragment and "&" not in fragment:
        pieces = re.split(r"\n\s*\n", fragment)
        return [line for piece in pieces if (line := " ".join(piece.split()))]
    parser = _Paragraphs()
    parser.feed(fragment[:_HEAVY])
    parser.close()
    return parser.paragraphs
