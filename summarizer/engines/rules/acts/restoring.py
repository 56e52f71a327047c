"""Clauses that leave out words which stand before, put back to be read like any other.

"Peru banned Chilean wine on 3 March, and Chile, on the 5th, Peruvian fish" leaves out the verb; "called on Egypt to free the
editor and on Iraq to open an inquiry", who calls. Token indices, half-open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates

_NAMES = frozenset(("name", "capital", "organisation"))
_JOINTS = frozenset(("and", ",", ";"))
_ENDS = frozenset(";.:—–()") | tk.QUOTES
_FINITE = tk.AUXILIARIES - {"to"}
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split())
_BEGIN = tk.DETERMINERS | _NUMBERS
_LONGEST = 22  # tokens of such a clause
_TOO = frozenset(("too", "likewise", "also", ","))


class Restored(NamedTuple):
    """A clause with the words put back, and the tokens `start:end` of its sentence that are its own.

    `repeats`: all but who acts and when is left out; `led`: it shares all that stands before what is listed, days included.
    """

    words: tk.Tokens
    start: int
    end: int
    repeats: bool = False
    led: bool = False


class _Name(NamedTuple):
    """A name behind a joint: the tokens of the joint, of the name with its article or preposition, and what follows."""

    joint: int
    start: int
    end: int
    stop: int


def find_gaps(reading: Reading, text: str, acts: Sequence[Act], lexicon: Lexicon) -> list[tuple[int, Restored]]:
    """The clauses of a sentence that leave words out, each with the token of its joint; `text` is the article's."""
    if not acts or len(reading.hits) < 2 or _JOINTS.isdisjoint(reading.words.forms):
        return []
    found: list[tuple[int, Restored]] = []
    for name in _names(reading):
        if found and name.joint < found[-1][1].end:
            continue
        restored = _infinitive(reading, name, lexicon) or _verbless(reading, text, name, acts)
        if restored is not None:
            found.append((name.joint, restored))
    return found


def _names(reading: Reading) -> Iterator[_Name]:
    """Names of countries and bodies that stand right behind "and", a comma or a semicolon."""
    words, low = reading.words, reading.words.low
    for at in sorted(reading.hits):
        hit = reading.hits[at]
        if hit.kind not in _NAMES:
            continue
        start = at - (low[at - 1] == "the")
        if start > 0 and low[start - 1] in ("on", "upon", "to"):
            start -= 1
        joint = start - 1
        if joint < 3 or low[joint] not in _JOINTS:
            continue
        joint -= low[joint] == "and" and low[joint - 1] in (",", ";")
        end = bisect_left(words.starts, hit.end)
        stop = next((j for j in range(end, len(low)) if low[j] in _ENDS), len(low))
        yield _Name(joint, start, end, stop)


def _infinitive(reading: Reading, name: _Name, lexicon: Lexicon) -> Restored | None:
    """ "promised to free him, and Chad to send an envoy"; "urged Togo to sign and Benin to lift its toll"."""
    low, verbs = reading.words.low, reading.verb
    if low[name.end : name.end + 1] != ["to"] or not verbs[name.end + 1 : name.end + 2] or not verbs[name.end + 1]:
        return None
    stop = next((j for j in range(name.end + 2, name.stop) if _goes_on(reading, j)), name.stop)
    for to in range(name.joint - 1, 0, -1):
        verb = next((j for j in range(to - 1, 0, -1) if verbs[j]), None) if low[to] == "to" and verbs[to + 1] else None
        restored = _governed(reading, name, (verb, to, stop), lexicon) if verb is not None else None
        if restored is not None:
            return restored
    return None


def _governed(reading: Reading, name: _Name, at: tuple[int, int, int], lexicon: Lexicon) -> Restored | None:
    """A clause with "to" under the verb that governs an earlier one, whose "to" is told; `at` is these two and where it ends."""
    words, low = reading.words, reading.words.low
    verb, to, stop = at
    controls = {control.name for control, _, _ in lexicon.control_forms.get(low[verb], ())}
    led = low[name.start] in tk.PREPOSITIONS
    if verb == to - 1:
        if led or not controls or low[verb].endswith("ing"):
            return None
        return Restored(_with_verb(words, (verb, to), (name.start, name.end, stop)), name.start, stop)
    asked = next((m for m in reading.mentions if verb < m.start < to and not m.inner), None)
    if "request" not in controls or asked is None or (led and asked.prep != low[name.start]):
        return None
    lead = asked.start - (led and low[asked.start - 1] == asked.prep)
    return Restored(_with_lead(words, lead, (name.start, stop)), name.start, stop, led=True) if lead > verb else None


def _goes_on(reading: Reading, j: int) -> bool:
    """Whether a further such clause begins at a joint: ", on Jordan to drop …"."""
    low = reading.words.low
    if low[j] not in _JOINTS:
        return False
    return any(name.joint == j and low[name.end : name.end + 1] == ["to"] for name in _names(reading))


def _verbless(reading: Reading, text: str, name: _Name, acts: Sequence[Act]) -> Restored | None:
    """A clause of a name with an object, or with a day alone, after one with an active verb."""
    words, low = reading.words, reading.words.low
    lead = next(
        (act.frame for act in reversed(acts) if act.frame.last < name.joint and not act.frame.pattern.noun), None
    )
    part = range(name.end, name.stop)
    if lead is None or lead.passive or not 0 < len(part) <= _LONGEST:
        return None
    doer = lead.actors[0] if lead.actors else None
    codes = set(reading.hits[name.end - 1 if name.end - 1 in reading.hits else _hit_at(reading, name)].code.split())
    if doer is None or doer.start > lead.group.verb or codes & set(doer.codes):
        return None
    if any(reading.verb[j] for j in range(lead.last + 1, name.joint)):
        return None
    if low[name.start] in tk.PREPOSITIONS:
        return None
    first = _object(reading, text, name)
    if (
        first is not None
        and not lead.group.infinitive
        and not any(reading.verb[j] or low[j] in _FINITE for j in range(first, name.stop))
    ):
        verb = (
            lead.group.start,
            lead.group.verb + 1 + (low[lead.group.verb + 1] in ("down", "up", "off", "out", "back")),
        )
        spliced = _with_verb(words, verb, (name.start, first, name.stop))
        return Restored(spliced, name.start, name.stop)
    if first is None and _dated(words, text, part) == "only" and _told_once(reading, text, lead.group.verb, name):
        return Restored(words, name.start, name.stop, repeats=True)
    return None


def _hit_at(reading: Reading, name: _Name) -> int:
    return max(at for at in reading.hits if at < name.end)


def _told_once(reading: Reading, text: str, verb: int, name: _Name) -> bool:
    """Whether the clause before has a day, and names no place or country that the name could stand beside."""
    named = any(verb < at < name.joint and reading.hits[at].kind in _NAMES for at in reading.hits)
    return not named and _dated(reading.words, text, range(verb + 1, name.joint)) is not None


def _object(reading: Reading, text: str, name: _Name) -> int | None:
    """Where the object of a clause without a verb begins: behind the name, or behind an aside with a day."""
    words, low = reading.words, reading.words.low
    first = name.end
    if low[first] == ",":
        close = next((j for j in range(name.stop - 1, first + 1, -1) if low[j] == ","), None)
        if close is None or _dated(words, text, range(first, close)) is None:
            return None
        first = close + 1
    elif low[first] in _JOINTS:
        return None
    if first >= name.stop or _dated(words, text, range(first, name.stop)) == "only":
        return None
    if first in reading.hits:
        return first if first + 1 < name.stop else None
    if low[first] not in _BEGIN or tk.date_end(low, first) > first or low[first : first + 2] == ["its", "own"]:
        return None
    if low[first] in _NUMBERS and (first + 1 >= name.stop or low[first + 1] in tk.PREPOSITIONS):
        return None  # "Latvia three on Tuesday"
    return first


def _dated(words: tk.Tokens, text: str, part: range) -> str | None:
    """Whether a stretch tells a day ("some"), and nothing else ("only")."""
    if not part:
        return None
    base, end = words.starts[part.start], words.ends[part.stop - 1]
    days = [day for day in find_dates(text[base:end]) if day.kind != "vague"]
    if not days:
        return None
    rest = [
        words.low[j]
        for j in part
        if not any(day.start + base <= words.starts[j] < day.end + base for day in days)
        and words.low[j] not in ("on", "in", "the")
    ]
    return "only" if _TOO.issuperset(rest) else "some"


def _with_verb(words: tk.Tokens, verb: tuple[int, int], part: tuple[int, int, int]) -> tk.Tokens:
    """The tokens `part[0]:part[2]` with those of a verb put in before `part[1]`, where they take up no room."""
    begin, at, stop = part
    gap = words.starts[at] - 1
    width = verb[1] - verb[0]
    return tk.Tokens(
        words.raw[begin:at] + words.raw[slice(*verb)] + words.raw[at:stop],
        words.low[begin:at] + words.low[slice(*verb)] + words.low[at:stop],
        words.starts[begin:at] + [gap] * width + words.starts[at:stop],
        words.ends[begin:at] + [gap] * width + words.ends[at:stop],
    )


def _with_lead(words: tk.Tokens, lead: int, part: tuple[int, int]) -> tk.Tokens:
    """The first `lead` tokens with those of a part behind."""
    return joined(cut(words, 0, lead), cut(words, *part))


def cut(words: tk.Tokens, start: int, stop: int) -> tk.Tokens:
    """Some of the tokens."""
    return tk.Tokens(words.raw[start:stop], words.low[start:stop], words.starts[start:stop], words.ends[start:stop])


def joined(one: tk.Tokens, other: tk.Tokens) -> tk.Tokens:
    """Tokens followed by others."""
    return tk.Tokens(one.raw + other.raw, one.low + other.low, one.starts + other.starts, one.ends + other.ends)
