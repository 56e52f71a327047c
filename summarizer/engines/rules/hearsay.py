"""Sources that a noun names: "claims by a Tripoli channel that …". Token indices, half-open."""

from __future__ import annotations

from summarizer.engines.rules.mentions import Mention, Reading
from summarizer.engines.rules.tellers import can_speak, is_media

_NOUNS = frozenset(
    "report reports claim claims rumour rumours rumor rumors allegation allegations broadcast assertion assertions".split()
)
_LED = frozenset("by of from in on".split())
_CALLED_FALSE = frozenset("denied denies deny denying false untrue baseless unfounded wrong withdraws withdrew".split())


def hearsay(reading: Reading) -> list[tuple[Mention, int, int]]:
    """Who is said to report or claim, with the noun and the first token of what; nobody when it is called false."""
    low = reading.words.low
    if _NOUNS.isdisjoint(low) or not _CALLED_FALSE.isdisjoint(low):
        return []
    found: list[tuple[Mention, int, int]] = []
    for i, word in enumerate(low[:-3]):
        if word not in _NOUNS or reading.verb[i] or low[i + 1] not in _LED:
            continue
        teller = next((m for m in reading.mentions if i + 2 <= m.start <= i + 3), None)
        if teller is None or not can_speak(reading, teller):
            continue
        if low[i + 1] in ("in", "on") and not is_media(reading, teller):  # "rumours in Accra"
            continue
        that = next((j for j in range(teller.stop, min(teller.stop + 4, len(low))) if low[j] == "that"), None)
        if that is not None:
            found.append((teller, i, that + 1))
    return found
