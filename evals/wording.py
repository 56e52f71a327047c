"""What sentences say, as far as code can tell without a model: stems, numbers, names, the sentence round a place."""

from __future__ import annotations

import datetime as dt
import re

_WORD = re.compile(r"[^\W\d_]{2,}(?:[’'-][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[,\u00a0\u202f\u2009 ]\d{3}(?!\d))*(?:\.\d+)?")
_NAME = re.compile(r"(?:(?<=[^\W_] )|(?<=[,;’'”)\]] ))[A-ZÀ-Þ][^\W\d_]{2,}")
_END = re.compile(r"[.!?…]+[”’\"')\]]*\s|\n")
_SMALL = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = {
    word: 10 * at for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_UNDER_HUNDRED = "|".join([*(f"{ten}(?:-\\w+)?" for ten in _TENS), *_SMALL])
_HUNDREDS = re.compile(rf"\b({'|'.join(_SMALL)}|a)[ -]hundred(?: and ({_UNDER_HUNDRED}))?\b")
_THOUSANDS = re.compile(rf"\b({_UNDER_HUNDRED}|a)[ -]thousand(?:,?(?: and)? ({_HUNDREDS.pattern}|{_UNDER_HUNDRED}))?\b")
_THE_TWO = re.compile(r"\bthe two (?=(?:sides|countries|states|parties|neighbours|governments|capitals)\b)")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_CALENDAR = frozenset(
    "january february march april may june july august september october november december".split() + _WEEKDAYS
)
_EMPTY = frozenset(
    """that this with from have been were will would their there which after before about into over when while than then
    they them also said says more most some such what where whose being under between against because""".split()
)


def stems(text: str) -> frozenset[str]:
    """The first five letters of each content word of four letters or more, and all numbers."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:5] for word in words if len(word) > 3 and word not in _EMPTY) | numbers(text)


def numbers(text: str) -> frozenset[str]:
    """Numbers in figures or words, in one form.

    A bare "one" is a pronoun more often than a number, and "the two" points to parties named before: both are left aside.
    """
    found = {re.sub(r"[^\d.]", "", figure) for figure in _NUMBER.findall(text)}
    lower = text.lower()
    for thousand in _THOUSANDS.finditer(lower):
        many, more = (sum(map(int, numbers(part or ""))) for part in (thousand[1], thousand[2]))
        found.add(str(1000 * (many or 1) + more))
    lower = _THOUSANDS.sub(" ", lower)
    for hundred in _HUNDREDS.finditer(lower):
        found.add(str(100 * _SMALL.get(hundred[1], 1) + sum(map(int, numbers(hundred[2] or "")))))
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", _THE_TWO.sub(" ", _HUNDREDS.sub(" ", lower))):
        tens, _, unit = word.partition("-")
        if word in _SMALL and word != "one":
            found.add(str(_SMALL[word]))
        elif tens in _TENS and (not unit or unit in _SMALL):
            found.add(str(_TENS[tens] + _SMALL.get(unit, 0)))
    return frozenset(figure.rstrip(".").lstrip("0") or "0" for figure in found)


def days_meant(text: str, published: str | None) -> frozenset[str]:
    """Days of the month that weekdays, "today", "yesterday" and "tomorrow" in a text can mean, seen from its publication."""
    try:
        day = dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return frozenset()
    words = set(re.findall(r"[a-z]+", text.lower()))
    meant = {shift for word, shift in (("today", 0), ("yesterday", -1), ("tomorrow", 1)) if word in words}
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday in words:
            after = (number - day.weekday()) % 7
            meant |= {after, after - 7}
    return frozenset(str((day + dt.timedelta(days=shift)).day) for shift in meant)


def names(text: str) -> frozenset[str]:
    """Capitalised words inside a sentence, months and weekdays apart."""
    return frozenset(name for name in _NAME.findall(text) if name.casefold() not in _CALENDAR)


def sentence_round(text: str, start: int, end: int) -> str:
    """The sentence (or line) of the text that holds the half-open range."""
    left = max((found.end() for found in _END.finditer(text, 0, start)), default=0)
    right = _END.search(text, end)
    return text[left : right.end() if right else len(text)].strip()


def split_prose(text: str) -> list[str]:
    """Prose or Markdown as sentences, without heading and list marks; an approximation that a chat answer needs."""
    sentences: list[str] = []
    for line in text.splitlines():
        bare = re.sub(r"^[\s#>*+-]+|^\s*\d+[.)]\s+", "", line).replace("**", "").strip()
        at = 0
        for found in re.finditer(
            r"(?:(?<=[^\W_]{3})|(?<=[\])%”\"]))[.!?…]+[”’\"')\]]*(?:\s*\[\d+(?:[,\s\d]*)\])*(?=\s+[A-ZÀ-Þ“\"‘(\[]|$)",
            bare,
        ):
            sentences.append(bare[at : found.end()].strip())
            at = found.end()
        sentences.append(bare[at:].strip())
    return [sentence for sentence in sentences if len(sentence.split()) > 2 and not _is_heading(sentence)]


def _is_heading(line: str) -> bool:
    """Whether a line looks like a heading: short, and without a full stop or a mark at its end."""
    return len(line.split()) < 10 and line[-1] not in ".!?…”\"')]:;,%"
