"""What a sentence makes somebody say: the record of it, and the forms that need no verb of saying of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.gapping import gapped_speakers
from summarizer.engines.rules.sources.reach import object_before, segment, shared_from
from summarizer.engines.rules.sources.tellers import can_speak, is_media, kind_of
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.events import Reporting

MADE_KNOWN = frozenset("announced revealed confirmed reported disclosed admitted".split())
_DASHES = frozenset(("-", "–", "—"))


@dataclass(frozen=True, slots=True)
class Report:
    """A speaker and the half-open token range of what they are made to say; `listed`: others may speak with them."""

    speaker: Mention
    reporting: Reporting
    verb: int
    start: int
    end: int
    listed: bool = True


def speakers_of(reading: Reading, report: Report) -> list[Mention]:
    """Who speaks together: "two relatives and a councillor said"."""
    return siblings(reading, report.speaker) if report.listed else [report.speaker]


def with_gaps(reading: Reading, reports: list[Report]) -> list[Report]:
    """The reports and those that share the verb of an earlier one; what one says ends where the next begins."""
    if not reports:
        return reports
    low = reading.words.low
    for later in reports:
        joint = shared_from(reading, later.speaker.start, later.verb) if later.start > later.verb else None
        if joint is not None:
            reports = [
                replace(r, end=joint)
                if r.verb < joint and r.start < joint < r.end and r.start > r.verb
                else replace(r, listed=False)
                if r is later and r.listed and object_before(reading, joint)
                else r
                for r in reports
            ]
    for speaker, said in gapped_speakers(reading, min(report.verb for report in reports)):
        before = [r for r in reports if r.verb < speaker.start]
        outer = [r for r in before if r.start > r.verb] or before
        if not outer or low[outer[-1].verb] == "according":
            continue
        reports = [replace(r, end=speaker.start) if r.start < speaker.start < r.end else r for r in reports]
        reports.append(Report(speaker, outer[-1].reporting, said - 1, said, segment(low, said)[1], False))
    return reports


def after_dash(reading: Reading) -> list[Report]:
    """The source that telegrams add at the end: "… exchanged fire overnight - Interior Ministry." """
    low = reading.words.low
    if _DASHES.isdisjoint(reading.words.forms):
        return []
    dash = next((j for j in range(len(low) - 2, max(len(low) - 10, 3), -1) if low[j] in _DASHES), None)
    if dash is None or any(reading.verb[dash:]):
        return []
    speaker = next((m for m in reading.mentions if m.start == dash + 1), None)
    if speaker is None or not can_speak(reading, speaker) or speaker.prep:
        return []
    return [Report(speaker, kind_of(reading, speaker, "said"), dash, 0, dash)]


def quoted_as(reading: Reading, i: int) -> list[Report]:
    """Who "was quoted as saying", by which medium: what follows is said, else what stands before."""
    low = reading.words.low
    group = verb_group(reading, i)
    who = subject_of(reading, group)
    if not who or not group.be:
        return []
    after = next((m for m in reading.mentions if m.start > i + 2), None)
    medium = after if after is not None and after.prep in ("by", "in") and is_media(reading, after) else None
    first = medium.stop if medium is not None and after is not None and after.start <= i + 5 else i + 3
    inside = any(reading.verb[first:])
    start, end = (first, len(low)) if inside else (0, who[0].start)
    outer = [Report(medium, "reported", i, start, end, False)] if medium is not None else []
    return [*outer, Report(who[0], kind_of(reading, who[0], "said"), i, start, end)]


def made_known(reading: Reading, i: int) -> Report | None:
    """Who it was announced by: "…, it was revealed on Monday by the bank", "That … was announced by the army"."""
    low, group = reading.words.low, verb_group(reading, i)
    by = next((j for j in range(i + 1, min(i + 6, len(low) - 1)) if low[j] == "by"), None)
    who = next((m for m in reading.mentions if m.start == by + 1), None) if by is not None and group.be else None
    if who is None or not can_speak(reading, who):
        return None
    told = low[who.stop : who.stop + 1] == ["that"]
    if low[0] == "that" and not told:
        span = (0, group.start)
    elif group.start and low[group.start - 1] == "it":
        span = (who.stop + 1, len(low)) if told else (0, group.start - 1)
    else:
        return None
    return Report(who, kind_of(reading, who, "said"), i, *span)
