"""Whether a colon, a semicolon, an occasion or a promise parts an expression of time from the act, or leads it in."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import AUXILIARIES, PREPOSITIONS
from summarizer.normalising.dates import DateMention

_AGAIN = frozenset("he she it they".split())
_PROMISING = frozenset("agreed agree promised offered pledged vowed undertook undertaken volunteered".split())
_RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))


def left_behind(reading: Reading, frame: Frame, mentions: tuple[DateMention, ...], base: int) -> bool:
    """Whether an act behind a semicolon is told of a time before the first of these dates, or after another of them."""
    words = reading.words
    stop = next((j for j in range(frame.first - 1, 0, -1) if words.low[j] == ";"), None)
    if stop is None or words.starts[stop] < mentions[0].end + base:
        return False
    clause = range(words.starts[stop], words.starts[frame.first])
    return "had" in frame.group.auxiliaries or any(mention.start + base in clause for mention in mentions[1:])


def governs(reading: Reading, frame: Frame, end: int) -> bool:
    """Whether the act stands in the clause that "two days after" (up to character `end`) leads in."""
    words = reading.words
    first = bisect_left(words.starts, end)
    if first == len(words) or frame.first < first or frame.pattern.noun:
        return False
    between = range(first, frame.first)
    return not any(words.low[j] in (",", ";", ":", "that") or words.low[j] in _RELATIVES for j in between)


def of_occasion(reading: Reading, frame: Frame, end: int) -> bool:
    """Whether what follows "two days after" (up to character `end`) is no clause of the act: "after the concert Togo recalled …"."""
    low, first = reading.words.low, bisect_left(reading.words.starts, end)
    subject = min((who.start for who in subject_of(reading, frame.group)), default=0)
    others = (other.start for other in reading.mentions if first <= other.start < subject)
    return any(at == first or low[at - 1] not in PREPOSITIONS for at in others)


def of_the_promised(reading: Reading, frame: Frame, mention: DateMention) -> bool:
    """Whether a month or a span of time tells when what is said will be done: "agreed to hold it in November"."""
    if mention.kind not in ("month", "year", "range") and not mention.text.lower().startswith("within "):
        return False
    low, first = reading.words.low, frame.first
    promised = low[first - 1] == "to" and not _PROMISING.isdisjoint(low[max(first - 5, 0) : first - 1])
    return promised or any(low[j] == "to" and reading.verb[j + 1] for j in range(first + 1, frame.last))


def after_colon(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether an expression of time stands behind a colon after the act, in a statement with a verb of its own."""
    words = reading.words
    date = bisect_left(words.starts, span[0])
    colon = next((j for j in range(frame.last + 1, date) if words.low[j] == ":"), None)
    if colon is None or words.low[colon + 1] in _AGAIN:  # "flew to Tashkent: he arrived on the 27th"
        return False
    return any(reading.verb[j] or words.low[j] in AUXILIARIES for j in range(colon + 1, len(words)))
