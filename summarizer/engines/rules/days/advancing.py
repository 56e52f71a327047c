"""The day that a story has come to: "two days later" counts from it, told in a sentence or more after."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from operator import itemgetter

from summarizer.engines.rules.days.counting import in_apposition
from summarizer.engines.rules.days.hinges import Hinges, holder, with_hinges
from summarizer.engines.rules.days.limiting import waited_until
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.words.tokens import TIME_WORDS, Tokens
from summarizer.normalising.date_words import ORDINALS
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.edtf import DAY

_NAMING = TIME_WORDS | {name for name, day in ORDINALS.items() if day > 10} | {"morrow", "eve"}
_ASIDE = re.compile(r"(?:, (?:which|who|whose) had|\b(?:will|must|(?:is|are) (?:due )?to))\b[^,.;:]*$")
_DUE = re.compile(r"[^,.;:]*\b(?:will|(?:is|are) (?:due |scheduled |expected )?to)\b")
_BACK = frozenset(("previous", "before", "earlier", "ago", "since"))
_IN_RELATIVE = re.compile(r", (?:which|who|whose|where|when)\b[^,.;:]*$")
_HAD = re.compile(r"\w (?:that|which|who|whom) (?:.* )?had .*$")  # "a ship that it had stopped on 1 May"
_FIRST = itemgetter(0)
_OCCASION = re.compile(r"\b(?:after|following|over|because of|in response to|in retaliation for) [^.;:]*$")
_CLOSING = " .!”\"’'"
# "the three of 14 April", "the note of the 5th"; not "the night of 14 April"
_WHICH = re.compile(r"(?<!\bnight)(?<!\bmorning)(?<!\bevening)(?<!\bafternoon)(?<!\bhours)(?<!\bday)(?<!\bweek) of\s*$")
_WORDS = re.compile(r"\w+")
_COUNTED = frozenset(("day", "weekday", "anchored", "relative", "month"))
_LIMITS = (["before"], ["until"], ["till"], ["since"])


def names_time(words: Tokens) -> bool:
    """Whether a sentence may name a day: a cheap look."""
    if words.timed is None:
        words.timed = not _NAMING.isdisjoint(words.forms) or any(map(str.isdigit, map(_FIRST, words.forms)))
    return words.timed


def last_day(text: str, hinges: Hinges, anchor: str | None, published: dt.date | None, opening: int = 0) -> str | None:
    """The day (EDTF) that the story has come to with a sentence, when `anchor` is the one before; None when nobody can place it.

    "Within five days", "until May 3", "which had been announced on the 11th" are no days to count from, nor is a dateline, behind
    which the sentence begins at character `opening`.
    """
    mentions = with_hinges(find_dates(text), hinges)
    if len(mentions) == 1 and mentions[0].text.lower().startswith("since "):
        return _begun(mentions[0].text, anchor, published)
    told = False
    for at, mention in enumerate(mentions):
        if mention.kind not in _COUNTED or holder(mention, hinges) is not None:
            continue
        if mention.kind == "month" and (
            anchor is not None or len(mentions) > 1 or not mention.text.lower().startswith("in ")
        ):
            continue
        if mention.start < opening:
            continue
        if mention.kind == "weekday" and published is None:
            anchor = None  # what follows doesn't count from the day before
            continue
        if _points_back(mention.text):
            continue  # the story goes on from where it was
        hinge = hinges.get(mention)
        if (hinge is None or hinge.day is None) and in_apposition(text, mentions, at):
            continue  # "On 29 April, ten days before the vote, …"
        edtf = hinge.day if hinge else resolve_date(mention.text, published, anchor)
        front = text[opening : mention.start]
        if not edtf or "/" in edtf or _to_come(edtf, published) or _is_due(text, mention.end):
            continue
        if _bounded(front) and not waited_until(front, text[mention.end :]):
            continue
        earlier = anchor is not None and edtf < anchor
        if earlier and _WHICH.search(front) is not None:
            continue  # only tells which one is meant
        back = earlier and _OCCASION.search(front) is not None
        if told and (back or _closes_with_saying(front, text[mention.end :])):
            continue
        if len(mentions) == 1 or not _looks_back(front, edtf, anchor):
            anchor, told = edtf, True
    return anchor


def _begun(text: str, anchor: str | None, published: dt.date | None) -> str | None:
    """The day since which all that a sentence tells is so, if it isn't before the one told last."""
    begin = (resolve_date(text, published, anchor) or "").removesuffix("/..")
    return begin if DAY.fullmatch(begin) and (anchor is None or begin >= anchor) else anchor


def _closes_with_saying(front: str, behind: str) -> bool:
    """Whether a sentence ends on the day when somebody says what it tells: "…, their employer said on Tuesday."."""
    if behind.strip(_CLOSING):
        return False
    _, comma, clause = front.rpartition(",")
    return bool(comma) and not SAYING.isdisjoint(clause.split())


@lru_cache(maxsize=4096)
def _points_back(text: str) -> bool:
    """Whether an expression of time tells of what was before the day told last."""
    return not _BACK.isdisjoint(_WORDS.findall(text.lower()))


def _looks_back(front: str, edtf: str, anchor: str | None) -> bool:
    """Whether a relative clause that these words end in tells of a day before the one told last."""
    if anchor is not None and len(anchor) == len(edtf) and edtf > anchor:
        return False
    if _IN_RELATIVE.search(front):
        return True
    clause = front[max(map(front.rfind, ",.;:")) + 1 :].lower()
    return _HAD.search(clause) is not None and SAYING.isdisjoint(clause.split())


def _is_due(text: str, end: int) -> bool:
    """Whether what follows the day that ends at this character is still to be: "On the 14th the two will meet"."""
    due = _DUE.match(text, end)
    return due is not None and (SAYING | {"that"}).isdisjoint(due.group().split())


def _to_come(edtf: str, published: dt.date | None) -> bool:
    return published is not None and edtf[:4].isdigit() and edtf[: len("2025-01-31")] > published.isoformat()


def _bounded(front: str) -> bool:
    """Whether these words make the day after them a limit, or one told in passing."""
    if front.lower().rsplit(maxsplit=1)[-1:] in _LIMITS:
        return True
    last = max(map(front.rfind, ",.;:"))
    return _ASIDE.search(front, max(last, 0)) is not None
