"""Whom a preposition leads in, where only the article tells a country: "on both", those who are hit, partners in talks."""

from __future__ import annotations

from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.words.mentions import Mention, Reading

_MEANT = frozenset("both him her them it".split())
_AIMED = frozenset(("at", "on", "against"))
_HIT = frozenset("CVL LAB EDU AGR REF JRN OPP MED REL".split())
_PARTNERS = frozenset("LAB OPP PTY REL REB BUS AGR".split())  # with whom one negotiates; not the witnesses one talks to


def told_before(reading: Reading, frame: Frame, found: list[Mention]) -> list[Mention]:
    """Nobody, but whom a preposition leads in by words that only the article explains is kept to fall back on.

    That is "on both", "to him"; people who are hit ("fired tear gas at dockers"); a partner ("held talks with the union").
    """
    low = reading.words.low
    sectors = _PARTNERS if "mutual" in frame.pattern.flags else _HIT
    if not frame.fallback and "own" not in frame.pattern.flags:
        frame.fallback = next(
            (
                [m]
                for prep in frame.pattern.preps
                for m in found
                if (m.prep == prep or (low[m.start - 2 : m.start] == ["both", "of"] and low[m.start - 3] == prep))
                and not m.known
                and (
                    (low[m.start] in _MEANT and not (low[m.start] == "both" and low[m.stop : m.stop + 1] == ["and"]))
                    or low[m.start - 2] == "both"
                    or low[m.stop : m.stop + 2] == ["of", "both"]
                    or low[m.stop : m.stop + 3] == ["of", "the", "two"]
                    or _in_power(m, frame)
                    or low[m.start : m.start + 2] == ["the", "two"]
                    or (m.party and m.sector in sectors and (sectors is _PARTNERS or prep in _AIMED))
                )
            ),
            [],
        )
    return []


def _in_power(mention: Mention, frame: Frame) -> bool:
    """Whether people ask those who govern them: "The party called on the government to publish it"; not one state another."""
    asked = mention.role is not None and mention.sector in ("GOV", "LEG", "COP", "MIL") and not mention.own
    return asked and frame.pattern.type == "REQUEST" and not any(m.hit for m in frame.actors)
