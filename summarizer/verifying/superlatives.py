"""Words that rank or judge: flagged where no cited passage holds them."""

from __future__ import annotations

import re

from summarizer.verifying.case import Case, Check, stem

_RANKING = re.compile(
    r"\b(?:first|largest|biggest|worst|deadliest|highest|lowest|strongest|longest|latest ever|greatest|heaviest|most \w+|only"
    r"|unprecedented|historic|record|never before|for years|in decades)\b",
    re.I,
)
_JUDGING = re.compile(
    r"\b(?:significant(?:ly)?|dramatic(?:ally)?|crucial|notabl[ey]|alarming(?:ly)?|major|massive|sharp(?:ly)?|escalat\w+"
    r"|likely|unlikely|probabl[ey]|certainly|inevitabl[ey]|clearly|remarkabl[ey])\b",
    re.I,
)
# "At first", "first reported as four", "on the first day": an order in time, not a rank.
_IN_ORDER = re.compile(
    r"(?:(?<=\bat )first\b|first (?:half|quarter|minister|lady|name|day|night|morning|evening|week|time|then|[a-z]+ed|said|told|given|"
    r"put|spoke|called|gave|used|took|had|was|were|an?|the|of all)\b)",
    re.I,
)


_ONLY_ONE = re.compile(
    r"only\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|part|half|after|when|if|by|on|in|for|to|as)\b",
    re.I,
)
_THE_ONLY = re.compile(r"\b(?:the|its|his|her|their|an?)\s+$", re.I)


def _no_ranking(case: Case, at: int) -> bool:
    """Whether "only" limits what it stands before ("only one of them") and isn't "the only" one of its kind."""
    return bool(_ONLY_ONE.match(case.text, at)) and not _THE_ONLY.search(case.text, 0, at)


def check_superlatives(case: Case) -> Check:
    """Flags only: a ranking or judging word may be fair, but no passage says it."""
    flags = []
    for pattern, what in ((_RANKING, "ranks"), (_JUDGING, "judges")):
        for found in pattern.finditer(case.text):
            word = found[0].lower()
            idle = _IN_ORDER.match(case.text, found.start()) or (word == "only" and _no_ranking(case, found.start()))
            if idle or word in case.lower or stem(word) in case.stems:
                continue
            flags.append(f"{what} (“{found[0]}”) where no cited passage does")
    return Check((), tuple(flags))
