"""Who is to do something: the subjects of infinitives and of "that" clauses after a verb of asking or bringing about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.verifying.case import stem
from summarizer.verifying.mentions import Name
from summarizer.verifying.verbs import BE, EMPTY, phrasal

# "prompted Armenia to protest", "asked Chad to leave".
_BROUGHT = re.compile(
    r"\b(?:prompt|lead|led|forc|push|mov|caus|ask|urg|order|invit|want|expect|press|allow|help|call\w*\s+on|requir|request|appeal\w*\s+to|wait\w*\s+for)"
    r"(?:s|es|ed|ing)?\s+(?:the\s+)?$"
)
_TO = re.compile(r"\s+(?:not\s+)?to\s+(?P<verb>(?!be\b|have\b)[a-z]+)(?:\s+and\s+to\s+(?P<then>[a-z]+))?\b")
# "demanded that Belarus release", "a request that Chad leave".
_THAT = re.compile(r"\b(?:demand|request|propos|ask|insist|urg|recommend)(?:s|es|e|ed|al|ing)?\s+that\s+(?:the\s+)?$")
_BARE = re.compile(r"\s+(?:should\s+)?(?:not\s+)?(?P<verb>(?!be\b|have\b)[a-z]+(?<!ed)(?<!s)(?<!ing))\b")
_PASSIVE = re.compile(BE + r"$")


def read_told_to(clause: str, name: Name) -> Iterator[str]:
    """Stems of the verbs that a party is asked, made or led to do: {"protest"} of Armenia in "prompted Armenia to protest"."""
    before, after = clause[: name.start], clause[name.end :]
    brought = _BROUGHT.search(before)
    found = None
    if brought and not _PASSIVE.search(before[: brought.start()]):
        found = _TO.match(after)
    elif _THAT.search(before):
        found = _BARE.match(after)
    if found is None:
        return
    yield from {phrasal(found["verb"], after)} - EMPTY
    then = found.groupdict().get("then")
    if then:
        yield stem(then)
