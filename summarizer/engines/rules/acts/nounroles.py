"""Who stands where round a noun that tells an act: "the shelling of a port by Chad"."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.acts.roles import asked, charged
from summarizer.engines.rules.acts.subjects import first_subject, subject_of
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.engines.rules.words.tokens import all_forms

# Who does this does not do what its object tells: "condemned the seizure of the ferry", "asked for the release of the crew".
_ABOUT_OTHERS = all_forms(
    """condemn criticise criticize denounce deplore decry protest regret lament welcome praise hail ask demand urge request seek
    examine discuss study consider oppose reject fear await expect mourn deny dispute question quash overturn annul"""
)
# And of whom it is said is who did it: "thanked Chad for the release of the pilot".
_FOR_WHAT = all_forms(
    "thank praise commend applaud congratulate criticise criticize condemn denounce rebuke blame censure punish"
)
_WHOSE = frozenset(("from", "by", "of"))
_OBJECTS = frozenset(("", "for", "of", "against"))
_SCENES = frozenset(("", "in", "across", "of"))


def noun_parties(reading: Reading, frame: Frame, outer: Frame | None = None) -> None:
    """Parties of a noun: its possessor or adjective, "by", and what its prepositions lead in.

    Of a request or an offer the addressee is who does what the verb before it (`outer`) tells: "turned down a plea from".
    """
    i = frame.first
    pattern = frame.pattern
    mention = next((m for m in reading.mentions if m.start <= i < m.stop), None)
    low = reading.words.low
    after = [m for m in reading.mentions if m.start > i and m.start < frame.clause[1]]
    actor: list[Mention] = []
    if mention is not None and mention.codes and any(m <= i for m in reading.hits if mention.start <= m < mention.stop):
        actor = [mention]
    if pattern.particle:
        actor = actor or first_subject(reading, frame.clause[0], i)
    doer = None
    if not actor:
        inside = "noactor" in pattern.flags  # "A mine laid by rebels killed two"
        doer = next((m for m in after if m.prep == "by" and (m.known or (m.party and not inside))), None)
        if doer is not None and (not inside or doer.start < frame.last):
            actor = siblings(reading, doer)
    if not actor and "own" in pattern.flags:  # "the withdrawal of French forces from Mali"
        whose = next((m for m in after if m.prep == "of" and m.known and m.start <= frame.last), None)
        actor = siblings(reading, whose) if whose is not None else []
    if not actor and "inner" in pattern.flags:
        source = next(
            (m for m in after if m.prep in _WHOSE and m.start <= frame.last + 5 and m.party and not m.inner), None
        )
        actor = siblings(reading, source) if source is not None else []
    recipients: list[Mention] = []
    if not actor and mention is not None and mention.prep == "for":
        actor, recipients = _thanked(reading, mention)
    if frame.charge is not None:
        actor = charged(reading, frame)
    if "mutual" in pattern.flags:
        lead = next((m for m in after if m.prep in pattern.preps and m.known), None)
        if lead is None:  # "talks between the prefect and the union"
            lead = next((m for m in after if m.prep in pattern.preps and m.role and m.party and not m.own), None)
        both = siblings(reading, lead) if lead is not None else []
        if not actor and pattern.preps and pattern.preps[0] == "with" and mention is not None:
            start = mention.start if mention.prep else 0
            actor = [m for m in first_subject(reading, start, len(low)) if m is not mention and m not in both]
        frame.actors, frame.recipients = [*actor, *both], []
        return
    kill = next((j for j in range(frame.last, i, -1) if reading.verb[j]), None)
    if kill is None and _hits(reading, frame):
        kill = frame.last
    if kill is not None:
        direct = next((m for m in after if m.start > kill and not m.prep), None)
        if direct is not None and direct.known:
            recipients = siblings(reading, direct)
        elif direct is not None and direct.party:
            frame.fallback = [direct]
    if "asks" in pattern.flags:
        recipients = recipients or asked(reading, frame)
    for prep in pattern.preps:
        if recipients:
            break
        lead = next((m for m in after if m.prep == prep and m.known and not m.inner and m not in actor), None)
        if lead is not None:
            recipients = siblings(reading, lead)
    if not actor and "needboth" in pattern.flags:
        verb = next((j for j in range(i - 1, max(i - 6, -1), -1) if reading.verb[j]), None)
        judged = mention is not None and mention.prep in _OBJECTS
        turned_down = "inner" in pattern.flags and outer is not None and outer.pattern.type == "REJECT"
        group = verb_group(reading, verb) if verb is not None else None
        if group is not None and not group.be and not (judged and (turned_down or low[group.verb] in _ABOUT_OTHERS)):
            actor = subject_of(reading, group)  # not of "were killed in a raid on …"
    if (
        "inner" in pattern.flags
        and outer is not None
        and not outer.pattern.noun
        and outer.clause[0] <= i < outer.clause[1]
    ):
        addressed = outer.actors or ([] if outer.passive else subject_of(reading, outer.group))
        recipients = [m for m in addressed if m not in actor] or recipients
    if "noactor" in pattern.flags and mention is not None and actor == [mention]:
        actor = []
    if "crowd" in pattern.flags and not actor and recipients and recipients[0].prep in _SCENES:
        actor, recipients = recipients, _against(after)  # "Protests against Togo broke out in Chad"
    if low[i] and actor and recipients and actor[0] is recipients[0]:
        recipients = []
    frame.actors, frame.recipients = actor, recipients


def _thanked(reading: Reading, noun: Mention) -> tuple[list[Mention], list[Mention]]:
    """Who did what somebody is thanked or blamed for, and who thanks or blames him."""
    found = next((m for m in reversed(reading.mentions) if m.start < noun.start and m.known and not m.prep), None)
    if found is None or not found.start or reading.words.low[found.start - 1] not in _FOR_WHAT:
        return [], []
    group = verb_group(reading, found.start - 1)
    return siblings(reading, found), [] if group.be else subject_of(reading, group)


def _hits(reading: Reading, frame: Frame) -> bool:
    """Whether the last word of a pattern, which may as well be a noun, has an object at once: "A drone hit a refinery"."""
    last = frame.last
    return last > frame.first and any(m.start in (last + 1, last + 2) and not m.prep for m in reading.mentions)


def _against(after: list[Mention]) -> list[Mention]:
    """Against whom a crowd is, by the words behind the noun."""
    return [m for m in after if m.prep == "against" and m.known][:1]
