"""Who stands where round a verb that tells an act: its subject and its object, by its voice and by what its pattern says."""

from __future__ import annotations

from summarizer.engines.rules.acts.charges import laid_to
from summarizer.engines.rules.acts.clauses import REPORTING, verb_group
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.acts.objects import recipients_behind
from summarizer.engines.rules.acts.passives import passive_parties
from summarizer.engines.rules.acts.relatives import related_object
from summarizer.engines.rules.acts.subjects import first_subject, subject_of
from summarizer.engines.rules.words.mentions import Mention, Reading


def verb_parties(reading: Reading, frame: Frame) -> None:
    """Fill in who acts and on whom: `actors`, `recipients`, whom to fall back on, and of a passive its places."""
    flags, subject = frame.pattern.flags, subject_of(reading, frame.group)
    if frame.clause[0] == 1 and reading.words.low[0] == "that":
        subject = _told_of_first(reading, frame, subject)
    if "must" in flags:
        frame.actors, frame.recipients = _demanding(reading, frame), [m for m in subject if m.known]
        return
    parties = passive_parties if frame.passive else _active_parties
    actors, recipients = parties(reading, frame, subject)
    if "none" in flags:
        recipients, frame.fallback = [], []
    frame.actors, frame.recipients = [] if "noactor" in flags else actors, recipients


def _told_of_first(reading: Reading, frame: Frame, subject: list[Mention]) -> list[Mention]:
    """Whom a pronoun means in a clause that stands before who speaks of it: "That it had shelled a village, Chad denied"."""
    if len(subject) != 1 or not subject[0].pronoun:
        return subject
    verb = next(
        (j for j in range(frame.last + 1, len(reading.words)) if reading.verb[j] and reading.words.low[j] in REPORTING),
        None,
    )
    speaker = subject_of(reading, verb_group(reading, verb)) if verb is not None else []
    return speaker if speaker and speaker[0].start > frame.last else subject


def _demanding(reading: Reading, frame: Frame) -> list[Mention]:
    """Who says that somebody must do something: "Chad said that Togo must sign"; empty where the sentence tells nobody."""
    low, start = reading.words.low, frame.clause[0]
    said = start > 0 and (low[start - 1] in REPORTING or low[start - 2] in REPORTING)
    return first_subject(reading, 0, start) if said else []


def _active_parties(reading: Reading, frame: Frame, subject: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who acts and on whom, in the active: the subject (or who is charged with the act), and what stands behind the verb."""
    flags = frame.pattern.flags
    actors = charged(reading, frame) if frame.charge is not None else subject
    recipients = asked(reading, frame) if "asks" in flags else recipients_behind(reading, frame, skip=actors)
    meant = related_object(reading, actors) if "none" not in flags else None
    if meant is not None:
        recipients, frame.fallback = ([meant], []) if meant.known else ([], [meant])
    if "crowd" in flags and frame.pattern.elements:
        goal = reading.at.get(frame.last)
        if goal is not None and goal.hit and goal.institution and goal not in actors:
            recipients = [goal]  # "marched to the Belarusian embassy in Riga"
    return (recipients, actors) if "swap" in flags else (actors, recipients)


def asked(reading: Reading, frame: Frame) -> list[Mention]:
    """Of whom it is demanded that something be done: who stands before "that", else the subject after it, else its agent."""
    that = frame.last
    told = next((m for m in reading.mentions if frame.first < m.start < that and m.prep in ("of", "from")), None)
    if told is not None and told.known:
        return siblings(reading, told)
    doer = next((m for m in reading.mentions if m.start > that and not m.prep), None)
    verb = next((j for j in range(that + 1, min(that + 15, len(reading.words))) if reading.verb[j]), len(reading.words))
    if doer is not None and doer.start < verb and doer.known:
        return siblings(reading, doer)
    opposed = any("opposition" in reading.words.low[m.start : m.end] for m in subject_of(reading, frame.group))
    if opposed and doer is not None and doer.start < verb and doer.role and doer.sector in ("GOV", "LEG"):
        frame.fallback = [doer]  # "The opposition demanded that the government expel the Chadian envoy"
        return []
    agent = next((m for m in reading.mentions if verb < m.start < verb + 10 and m.prep == "by" and m.known), None)
    return siblings(reading, agent) if agent is not None else []


def charged(reading: Reading, frame: Frame) -> list[Mention]:
    """Who is charged with the act: the object of the charge, or its subject in the passive."""
    charge = frame.charge or 0
    laid = laid_to(reading.words.low, frame.group.verb)
    if laid is not None:
        culprit = next((m for m in reading.mentions if laid[1] < m.start <= laid[1] + 2), None)
        return siblings(reading, culprit) if culprit is not None else []
    group = verb_group(reading, charge)
    if group.be:
        return subject_of(reading, group)
    objects = [m for m in reading.mentions if charge < m.start < min(frame.group.start, frame.first) and not m.prep]
    return siblings(reading, objects[0]) if objects else []
