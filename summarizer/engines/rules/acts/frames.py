"""Frames: the most specific pattern on each word that can set one off, with its parties."""

from __future__ import annotations

from summarizer.engines.rules.acts.charges import laid_to
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.acts.matching import Frame, Site, are_people, match_pattern
from summarizer.engines.rules.acts.nounroles import noun_parties
from summarizer.engines.rules.acts.roles import verb_parties
from summarizer.engines.rules.words.kinds import CUE
from summarizer.engines.rules.words.mentions import Reading

__all__ = ["CROWDS", "Frame", "find_frames"]

CROWDS = frozenset("CVL LAB EDU OPP REF MED AGR REL BUS JRN NGO".split())

_ARMED = "UAF"


def find_frames(reading: Reading, lexicon: Lexicon, alone: bool = False) -> list[Frame]:
    """The most specific pattern on each word that can set one off, with its parties; none that a lone sentence can't bear."""
    frames: list[Frame] = []
    low, verbs = reading.words.low, reading.verb
    used = nouns_from = -1
    people = any(are_people(reading, j) for j in reading.hits)  # "held two Moldovans"
    unmet = lexicon.unmet(reading.words.forms | {"person"} if people else reading.words.forms)
    for i in [i for i, kind in enumerate(reading.kinds) if kind & CUE]:
        best: tuple[int, Frame] | None = None
        rival: Frame | None = None
        site: Site | None = None
        options, needs = (lexicon.as_verb if verbs[i] else lexicon.as_noun)[low[i]]
        if not options:
            continue
        for pattern, kind in [option for option, needed in zip(options, needs, strict=True) if not needed & unmet]:
            if best is not None and pattern.weight < best[0]:
                continue
            if (alone and "weak" in pattern.flags) or (
                ((i <= used and not laid_to(low, i)) or (i < nouns_from and pattern.noun))
                and "inner" not in pattern.flags
            ):
                continue
            if site is None:
                site = Site(reading, i)
            frame = match_pattern(site, pattern, kind)
            if frame is None:
                continue
            if best is None or pattern.weight > best[0] or frame.last < best[1].last:
                rival = best[1] if best is not None and best[0] == pattern.weight else None
                best = (pattern.weight, frame)
            elif pattern.weight == best[0] and (rival is None or _of_crowds(rival) == _of_crowds(best[1])):
                rival = frame
        if best is None:
            continue
        frame = best[1]
        if frame.pattern.noun:
            noun_parties(reading, frame, frames[-1] if frames else None)
        else:
            verb_parties(reading, frame)
            if rival is not None and _of_crowds(rival) != _of_crowds(frame):
                frame = _by_actor(reading, frame, rival)
            if frames and _same_deed(frames[-1], frame):
                frame.pattern = frame.pattern._replace(mode=frames.pop().pattern.mode or frame.pattern.mode)
        frames.append(frame)
        if frame.pattern.elements and not frame.pattern.noun:
            used = max(used, min(frame.last, i + 3))
            nouns_from = max(nouns_from, frame.last + 1)
    return frames


def _by_actor(reading: Reading, frame: Frame, rival: Frame) -> Frame:
    """Of two readings, one of them for crowds, the one that suits who acts: "exiles protested", "Poland protested"."""
    crowd = any(m.sector in CROWDS for m in frame.actors)
    if not frame.actors or crowd == _of_crowds(frame):
        return frame
    verb_parties(reading, rival)
    return rival


def _same_deed(noun: Frame, verb: Frame) -> bool:
    """Whether armed men and the verb behind them, which tells whom they hit, were read as two acts: "Gunmen shot dead two Turks"."""
    if not noun.pattern.noun or noun.last != verb.first or noun.pattern.type != verb.pattern.type:
        return False
    return bool(verb.recipients) and any(m.sector == _ARMED and m.start <= noun.first < m.stop for m in verb.actors)


def _of_crowds(frame: Frame) -> bool:
    return "crowd" in frame.pattern.flags
