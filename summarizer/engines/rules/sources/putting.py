"""Media and rumours that make somebody do something: "The Ledger had Uganda move a battalion", "rumour has Kenya closing the border".

Token indices, half-open.
"""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.acts.gerunds import made_to
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.tellers import is_media
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.engines.rules.words.tokens import HAVE

_RUMOURS = frozenset("rumour rumours rumor rumors gossip talk".split())
_PAPERS = frozenset("paper papers website ledger gazette tabloid tabloids bulletin".split())


def puts_about(reading: Reading, group: VerbGroup) -> tuple[Mention, int] | None:
    """The medium or rumour that only tells what a verb says, and its "had"; None where somebody tells or does it himself."""
    had = made_to(reading, group)
    if had is None:
        return None
    who = subject_of(reading, verb_group(reading, had))
    return (who[0], had) if who and _only_tells(reading, who[0]) else None


def _only_tells(reading: Reading, who: Mention) -> bool:
    """Whether a group is a medium or a rumour."""
    low = reading.words.low[who.start : who.end]
    if is_media(reading, who) or not _PAPERS.isdisjoint(low):
        return True
    return low[-1] in _RUMOURS


def put_about(reading: Reading) -> list[tuple[Mention, int, int]]:
    """Media that make somebody act, each with its "had" and the first token of what they tell."""
    low = reading.words.low
    if HAVE.isdisjoint(reading.words.forms):
        return []
    found: list[tuple[Mention, int, int]] = []
    for mention in reading.mentions:
        if mention.known and reading.verb[mention.stop : mention.stop + 1] == [True]:
            told = puts_about(reading, verb_group(reading, mention.stop))
            if told is not None and low[told[0].end - 1] not in _RUMOURS:
                found.append((*told, mention.start))
    return found
