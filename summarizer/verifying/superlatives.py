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
_AT_FIRST = re.compile(r"\bfirst (?:half|quarter|minister|lady|name)\b", re.I)


def check_superlatives(case: Case) -> Check:
    """Flags only: a ranking or judging word may be fair, but no passage says it."""
    flags = []
    for pattern, what in ((_RANKING, "ranks"), (_JUDGING, "judges")):
        for found in pattern.finditer(case.text):
            word = found[0].lower()
            if _AT_FIRST.match(case.text, found.start()) or word in case.lower or stem(word) in case.stems:
                continue
            flags.append(f"{what} (“{found[0]}”) where no cited passage does")
    return Check((), tuple(flags))
