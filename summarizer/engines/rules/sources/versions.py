"""Sources told without a verb of saying: "by Oslo's account", "as Oslo tells it", "per the ministry". Token indices."""

from __future__ import annotations

from dataclasses import replace

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.reach import segment
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.sources.tellers import can_speak, kind_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_VERSIONS = frozenset("account version telling reckoning count admission estimate words".split())
_LEADING = frozenset("by in on to".split())
_TELLS = frozenset("tells tell has have puts put".split())
_BY_OF = frozenset(("by", "of"))
_OPENING = frozenset((",", ";", "(", "–", "—"))
_IS = frozenset(("is", "was", "are"))
_TRUE = frozenset(("right", "correct", "believed"))
VERSION_WORDS = _VERSIONS | {"per", "as", ":", "if", "it"}


def versions(reading: Reading) -> list[Report]:
    """Whose version of things a sentence gives."""
    low = reading.words.low
    found: list[Report] = []
    for i in [i for i, word in enumerate(low) if word in VERSION_WORDS]:
        who = _owner(reading, i) or _own(reading, i) or _teller(reading, i) or _telling(reading, i) or _per(reading, i)
        who = who or _believed(reading, i)
        if who is None and low[i] in _VERSIONS and low[i + 2 : i + 3] == ["that"] and low[i + 1] in _IS:
            owner = _owner(reading, i, False)  # "Oslo's version is that …"
            if owner is not None:
                found.append(Report(owner, kind_of(reading, owner, "said"), i, i + 3, len(low), False))
            continue
        if who is not None:
            found.append(Report(who, kind_of(reading, who, "said"), i, *segment(low, i)))
        elif low[i] == ":":
            found += _before_colon(reading, i)
        elif low[i] == "it":
            found += _has_it(reading, i)
    return found


def _believed(reading: Reading, i: int) -> Mention | None:
    """Of "if Oslo is to be believed", Oslo."""
    low = reading.words.low
    if low[i] != "if":
        return None
    who = next((m for m in reading.mentions if m.start == i + 1), None)
    if who is None or low[who.stop : who.stop + 1] == [] or low[who.stop] not in _IS or not can_speak(reading, who):
        return None
    return who if not _TRUE.isdisjoint(low[who.stop + 1 : who.stop + 4]) else None


def _owner(reading: Reading, i: int, led: bool = True) -> Mention | None:
    """Of "by Oslo's account", Oslo; `led`: a preposition leads it in."""
    low, mention = reading.words.low, reading.at.get(i)
    if low[i] not in _VERSIONS or mention is None or mention.end != i + 1:
        return None
    if led and (mention.start == 0 or low[mention.start - 1] not in _LEADING):
        return None
    at = i - 1 if low[i - 1] != "own" else i - 2
    if low[at] not in ("'s", "’s", "'", "’") or at <= mention.start:
        return None
    owner = replace(mention, end=at, stop=at, prep="", party=True)
    return owner if can_speak(reading, owner) else None


def _own(reading: Reading, i: int) -> Mention | None:
    """Of "Oslo has by its own account closed it", Oslo: whose verb follows, else who came first."""
    low, mention = reading.words.low, reading.at.get(i)
    if low[i] not in _VERSIONS or mention is None or mention.end != i + 1 or not mention.own:
        return None
    if "own" not in low[mention.start : i] or low[mention.start - 1] not in ("by", "on"):
        return None
    after = next((j for j in range(i + 1, len(low)) if reading.verb[j]), None)
    before = next((j for j in range(mention.start - 1, 0, -1) if reading.verb[j]), None)
    for verb in (after, before):
        who = subject_of(reading, verb_group(reading, verb)) if verb is not None else []
        if who and who[0] is not mention and can_speak(reading, who[0]):
            return who[0]
    return next((m for m in reading.mentions if not m.prep and m is not mention and can_speak(reading, m)), None)


def _teller(reading: Reading, i: int) -> Mention | None:
    """Of "in the telling of his employer", the employer."""
    low = reading.words.low
    if (
        low[i] not in _VERSIONS
        or i < 2
        or low[i - 1] not in ("the", "one")
        or low[i - 2] not in _LEADING
        or low[i] == "words"
    ):
        return None
    if low[i + 1 : i + 4] == [",", "that", "of"]:  # "in one telling, that of the army, …"
        that = next((m for m in reading.mentions if i + 4 <= m.start <= i + 5), None)
        return that if that is not None and can_speak(reading, that) else None
    who = next((m for m in reading.mentions if i + 2 <= m.start <= i + 3), None)
    return who if who is not None and low[i + 1] in _BY_OF and can_speak(reading, who) else None


def _telling(reading: Reading, i: int) -> Mention | None:
    """Of "as Oslo tells it", Oslo."""
    low = reading.words.low
    if low[i] != "as":
        return None
    who = next((m for m in reading.mentions if m.start == i + 1), None)
    if who is None or who.pronoun or low[who.stop : who.stop + 1] == [] or low[who.stop] not in _TELLS:
        return None
    return who if low[who.stop + 1 : who.stop + 2] == ["it"] and can_speak(reading, who) else None


def _per(reading: Reading, i: int) -> Mention | None:
    """Of "per the ministry, …", the ministry."""
    low = reading.words.low
    if low[i] != "per" or (i and low[i - 1] not in _OPENING):
        return None
    who = next((m for m in reading.mentions if m.start == i + 1), None)
    return who if who is not None and can_speak(reading, who) else None


def _has_it(reading: Reading, i: int) -> list[Report]:
    """Of "Radio Fjord had it from a clerk that …", the radio and the clerk."""
    low = reading.words.low
    if i < 2 or low[i - 1] not in ("had", "has", "have") or low[i + 1 : i + 2] not in (["that"], ["from"]):
        return []
    that = next((j for j in range(i + 1, min(i + 16, len(low))) if low[j] == "that"), None)
    teller = (
        next((m for m in reading.mentions if m.start > i + 1 and m.prep == "from"), None)
        if low[i + 1] == "from"
        else None
    )
    who = [m for m in (*subject_of(reading, verb_group(reading, i - 1))[:1], teller) if m is not None]
    if that is None:
        return []
    who = [m for m in who if m is teller or can_speak(reading, m)]
    return [Report(m, kind_of(reading, m, "reported"), i - 1, that + 1, len(low), False) for m in who]


def _before_colon(reading: Reading, i: int) -> list[Report]:
    """Of "Mayor Idris: “They shot first.”", the mayor."""
    low = reading.words.low
    who = reading.at.get(i - 1)
    if who is None or who.start > 1 or low[i + 1 : i + 2] == [] or low[i + 1] not in tk.QUOTES:
        return []
    if not (who.role or who.person) or any(reading.verb[:i]):
        return []
    return [Report(who, kind_of(reading, who, "said"), i, i + 1, len(low))]
