"""Who announces an act of their own: the day on which they say so is then the act's."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.status.stance import Stance
from summarizer.ontology import VERBAL, EventType

_ANNOUNCE = frozenset("announced announces announce declared declares decreed unveiled pledged vowed promised".split())
_AHEAD = frozenset(("announced", "planned", "ongoing"))
_PERFECT = frozenset(("has", "have"))  # "has called off the meeting, the minister said on Tuesday"
_WILLING = frozenset(("ready", "willing", "prepared"))  # "is ready to lend them more, its governor said on Tuesday"
_HARM = 4
_DECREED = frozenset(("restrict", "censor", "martial-law"))  # modes of COERCE
_OFFICES = frozenset(("GOV", "MIL", "JUD", "COP"))


def announcing(
    place: Place, frame: Frame, stance: Stance, actors: tuple[PartyDraft, ...], kind: EventType
) -> frozenset[int]:
    """The verbs (token indices) with which who acts makes the act known; a denial makes none known.

    A deed in the perfect ("has arrested five, the prosecutor said on Friday") was done before it was told; a measure, or what
    is done by saying it, is done when it is made known. An act of speech is what "said that it would never accept it" does.
    """
    if stance.status == "denied" or frame.charge is not None:
        return frozenset()
    low = place.reading.words.low
    going = frame.group.be and low[frame.group.verb].endswith("ing")  # "said on Monday that it was freezing …"
    speech = kind.quadrant in VERBAL
    decreed = kind.speech or (kind.quadrant == _HARM and kind.needs_recipient) or frame.pattern.mode in _DECREED
    fresh = going or stance.status in _AHEAD or (decreed and not _PERFECT.isdisjoint(frame.group.auxiliaries))
    willing = stance.control is not None and low[stance.control] in _WILLING
    fresh = (
        fresh
        or "must" in frame.pattern.flags
        or (speech and (bool(frame.group.modal) or willing or _says_so(low, frame)))
    )
    codes = {p.country for p in actors if p.country}
    decided = frozenset(() if stance.decided is None else (stance.decided,))  # "voted on Tuesday to leave"
    return decided.union(
        report.verb
        for report in place.reports
        if report.start <= frame.first < report.end
        and (low[report.verb] in _ANNOUNCE or (fresh and report.reporting == "said"))
        and _own(report, codes, frame)
    )


def _says_so(low: list[str], frame: Frame) -> bool:
    """Whether an act is told as what is said there and then: "said on Tuesday that it rejects the demand"."""
    return not frame.group.auxiliaries and not frame.pattern.noun and low[frame.group.verb].endswith("s")


def _own(report: Report, codes: set[str], frame: Frame) -> bool:
    """Whether the speaker is on the acting side: the actor, its country, an office whose country isn't told."""
    speaker = report.speaker
    if any(speaker is actor for actor in frame.actors):
        return True
    if speaker.codes:
        open_ = frame.passive and not frame.actors and not codes  # "Chad announced that three firms are barred"
        return open_ or bool(codes.intersection(speaker.codes))
    return bool(codes) and speaker.sector in _OFFICES
