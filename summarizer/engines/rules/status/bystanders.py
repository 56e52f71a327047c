"""What is done by somebody or something that takes no part in affairs: the paper itself, its readers, boats that meet."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_PRESS = frozenset(
    """newspaper paper daily weekly magazine reporter reporters correspondent correspondents journalist journalists reader readers
    agency bulletin""".split()
)
_READERS = frozenset(("reader", "readers"))
_DEALINGS = frozenset(("CONSULT", "REQUEST"))
_MEETING = tk.all_forms("meet")
_VESSELS = frozenset(
    form
    for noun in """boat ship vessel trawler tanker ferry canoe launch frigate cutter longliner freighter tug dhow barge yacht
    tender patrol plane train convoy""".split()
    for form in tk.noun_forms(noun)
)
_REST_DAYS = frozenset("weekends sundays saturdays fridays mondays holidays night nights".split())
_NOTES = frozenset("note notes letter letters".split())
_THE = tk.DETERMINERS | tk.POSSESSIVES


def is_bystanders(reading: Reading, frame: Frame) -> bool:
    """Whether what a frame tells is no act of a party: "whom this paper visited", "two boats met in the dark"."""
    if _opening_hours(reading, frame):
        return True
    if frame.pattern.type == "PROTEST":
        return _paper_of_protest(reading, frame)
    if frame.pattern.type not in _DEALINGS or frame.pattern.noun:
        return False
    return _by_the_press(reading, frame) or _craft_met(reading, frame) or _told_whom(reading, frame)


def _opening_hours(reading: Reading, frame: Frame) -> bool:
    """When a shop or office is shut every week: "is closed on weekends"."""
    after = reading.words.low[frame.first + 1 : frame.first + 3]
    return frame.passive and len(after) > 1 and after[0] in ("on", "at") and after[1] in _REST_DAYS


def _by_the_press(reading: Reading, frame: Frame) -> bool:
    """What the press or its readers do: "this newspaper visited him", "Readers have asked us for the order of things"."""
    low = reading.words.low
    return any(low[m.end - 1] in (_PRESS if not m.codes else _READERS) for m in frame.actors)


def _craft_met(reading: Reading, frame: Frame) -> bool:
    """Boats that meet hold no talks."""
    low = reading.words.low
    if low[frame.first] not in _MEETING or len(frame.actors) < 2:
        return False
    return all(low[m.end - 1] in _VESSELS for m in frame.actors)


def _told_whom(reading: Reading, frame: Frame) -> bool:
    """To whom something is told, in translated prose: "told to the television that …"; "told Chad to go" is a demand."""
    low, last = reading.words.low, frame.last
    if low[last] != "to" or last != frame.first + 1 or frame.passive or last + 1 >= len(low):
        return False
    return low[frame.first] in ("told", "tells", "tell") and (low[last + 1] in _THE or last + 1 in reading.hits)


def _paper_of_protest(reading: Reading, frame: Frame) -> bool:
    """A note of protest is no crowd's: "delivered a note of protest over a conference held by exiles"."""
    low, start = reading.words.low, frame.clause[0]
    return any(
        low[j] == "protest" and low[j - 1] == "of" and low[j - 2] in _NOTES
        for j in range(max(start, 2), min(frame.last + 1, len(low)))
    )
