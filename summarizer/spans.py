"""Character spans, and finding words in a text although quotes, dashes, spaces or ligatures are written differently.

All offsets are half-open Python string indices into the canonical text, which is never altered: folding makes a second
string and keeps, for each of its characters, the place it came from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
# Western letters, the usual marks, and white space: each character is folded to just one, if the spaces are single.
_ONE_TO_ONE = frozenset("\n\u00a0‘’“”„‐‑–—−€").union(
    map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x250)))
)
_LIKE = {**{a: b for a, b in _SAME.items() if len(b) == 1}, "\n": " ", "\u00a0": " "}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Python string indices."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character i of it stands for `starts[i]:ends[i]` of the raw text."""

    text: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    def find(self, words: str, start: int = 0, base: int = 0) -> Span | None:
        """Raw span of the first place at or after folded index `start` where `words`, folded, stand as whole words.

        `base` is added to what it indexes: where the raw text begins in a longer one.
        """
        text, needle = self.text, (words if _is_plain(words) else fold(words).text).strip()
        at = text.find(needle, start) if needle else -1
        if at >= 0:
            end = at + len(needle)
            if (at == 0 or not text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
                return Span(base + self.starts[at], base + self.ends[end - 1])
        elif needle.lower() not in text.lower():
            return None
        found = next(self._each(words, start), None)
        return found if found is None or not base else Span(base + found.start, base + found.end)

    def find_all(self, words: str, start: int = 0) -> list[Span]:
        """Raw spans of all places where `words`, folded, stand as whole words, letter case apart only if unfound otherwise."""
        return list(self._each(words, start))

    def _each(self, words: str, start: int) -> Iterator[Span]:
        needle = fold(words).text.strip()
        if not needle:
            return
        found = False
        for at in _occurrences(self.text, needle, start):
            found = True
            yield self._raw(at, at + len(needle))
        if found:
            return
        low, low_needle = self.text.lower(), needle.lower()
        if len(low) == len(self.text):
            for at in _occurrences(low, low_needle, start):
                yield self._raw(at, at + len(low_needle))

    def _raw(self, start: int, end: int) -> Span:
        return Span(self.starts[start], self.ends[end - 1])


def _occurrences(text: str, needle: str, start: int) -> Iterator[int]:
    at = text.find(needle, start)
    while at >= 0:
        end = at + len(needle)
        glued_left = at > 0 and text[at - 1].isalnum() and needle[0].isalnum()
        glued_right = end < len(text) and text[end].isalnum() and needle[-1].isalnum()
        if not (glued_left or glued_right):
            yield at
        at = text.find(needle, at + 1)


def _is_plain(text: str) -> bool:
    """Whether folding leaves a text as it is."""
    return (
        text.isascii()
        and "  " not in text
        and (text.isprintable() or not any(c in text for c in "\n\r\t\f\v"))
        and "`" not in text
    )


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """Fold quotes, dashes, ligatures, invisible characters, runs of white space and NFC; case and digits stay as they are."""
    if _is_plain(text):
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    characters = set(text)
    if characters <= _ONE_TO_ONE:
        folded = text
        for mark in characters & _LIKE.keys():
            folded = folded.replace(mark, _LIKE[mark])
        if "  " not in folded:
            return Folded(folded, range(len(text)), range(1, len(text) + 1))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, length = 0, len(text)
    while at < length:
        end = at + 1
        while end < length and unicodedata.combining(text[end]):
            end += 1
        piece = text[at:end]
        if end == at + 1:
            if piece.isspace():
                piece = " "
            elif piece in _SAME:
                piece = _SAME[piece]
            elif unicodedata.category(piece) in ("Cf", "Cc"):
                piece = ""
            else:
                piece = unicodedata.normalize("NFC", piece)
        else:
            piece = unicodedata.normalize("NFC", piece)
        if piece == " " and out and out[-1] == " ":
            ends[-1] = end
        else:
            for character in piece:
                out.append(character)
                starts.append(at)
                ends.append(end)
        at = end
    return Folded("".join(out), tuple(starts), tuple(ends))
