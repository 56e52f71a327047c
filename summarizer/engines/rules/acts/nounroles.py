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
ABOUT_OTHERS = all_forms(
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
_NEAR = 5  # tokens between a request and whose it is


def noun_parties(reading: Reading, frame: Frame, outer: Frame | None = None) -> None:
    """Parties of a noun: its possessor or adjective, "by", and what its prepositions lead in.

    Of a request or an offer the addressee is who does what the verb before it (`outer`) tells: "turned down a plea from".
    """
    flags, at = frame.pattern.flags, frame.first
    noun = next((m for m in reading.mentions if m.start <= at < m.stop), None)
    after = [m for m in reading.mentions if at < m.start < frame.clause[1]]
    actors = _doers(reading, frame, noun, after)
    thanking: list[Mention] = []
    if not actors and noun is not None and noun.prep == "for":
        actors, thanking = _thanked(reading, noun)
    if frame.charge is not None:
        actors = charged(reading, frame)
    if "mutual" in flags:
        frame.actors, frame.recipients = _partners(reading, frame, noun, after, actors), []
        return
    recipients = _struck(reading, frame, after) or thanking
    if not recipients and "asks" in flags:
        recipients = asked(reading, frame)
    if not recipients:
        recipients = _led_in(reading, frame, after, actors)
    if not actors and "needboth" in flags:
        actors = _governing(reading, frame, noun, outer)
    if "inner" in flags and outer is not None and not outer.pattern.noun and outer.clause[0] <= at < outer.clause[1]:
        addressed = outer.actors or ([] if outer.passive else subject_of(reading, outer.group))
        recipients = [m for m in addressed if m not in actors] or recipients
    if "noactor" in flags and noun is not None and actors == [noun]:
        actors = []
    if "crowd" in flags and not actors and recipients and recipients[0].prep in _SCENES:
        actors, recipients = recipients, _against(after)  # "Protests against Togo broke out in Chad"
    if actors and recipients and actors[0] is recipients[0]:
        recipients = []
    frame.actors, frame.recipients = actors, recipients


def _doers(reading: Reading, frame: Frame, noun: Mention | None, after: list[Mention]) -> list[Mention]:
    """Who does what a noun tells, by its own group ("Chad's raid"), "by", or "of" and "from" where they may lead him in."""
    at, flags = frame.first, frame.pattern.flags
    if noun is not None and noun.codes and any(hit <= at for hit in reading.hits if noun.start <= hit < noun.stop):
        return [noun]
    subject = first_subject(reading, frame.clause[0], at) if frame.pattern.particle else []
    if subject:  # "The crews went on strike"
        return subject
    inside = "noactor" in flags  # "A mine laid by rebels killed two"
    doer = next((m for m in after if m.prep == "by" and (m.known or (m.party and not inside))), None)
    if doer is not None and inside and doer.start >= frame.last:
        doer = None
    if doer is None and "own" in flags:  # "the withdrawal of French forces from Mali"
        doer = next((m for m in after if m.prep == "of" and m.known and m.start <= frame.last), None)
    if doer is None and "inner" in flags:  # "a plea from Togo"
        near = frame.last + _NEAR
        doer = next((m for m in after if m.prep in _WHOSE and m.start <= near and m.party and not m.inner), None)
    return siblings(reading, doer) if doer is not None else []


def _partners(
    reading: Reading, frame: Frame, noun: Mention | None, after: list[Mention], doers: list[Mention]
) -> list[Mention]:
    """All who take part in what a noun says that several do: "talks with Chad", "talks between the prefect and the union"."""
    preps = frame.pattern.preps
    led = [m for m in after if m.prep in preps]
    lead = next((m for m in led if m.known), None)
    if lead is None:
        lead = next((m for m in led if m.role and m.party and not m.own), None)
    both = siblings(reading, lead) if lead is not None else []
    if not doers and preps[:1] == ("with",) and noun is not None:
        start = noun.start if noun.prep else 0
        subject = first_subject(reading, start, len(reading.words.low))
        doers = [m for m in subject if m is not noun and m not in both]
    return [*doers, *both]


def _struck(reading: Reading, frame: Frame, after: list[Mention]) -> list[Mention]:
    """The object of a verb that belongs to the pattern: "A mine laid by rebels killed two Turks"; one unknown is kept to fall back on."""
    verb = next((j for j in range(frame.last, frame.first, -1) if reading.verb[j]), None)
    if verb is None and _hits(reading, frame):
        verb = frame.last
    direct = next((m for m in after if m.start > verb and not m.prep), None) if verb is not None else None
    if direct is None:
        return []
    if direct.known:
        return siblings(reading, direct)
    if direct.party:
        frame.fallback = [direct]
    return []


def _led_in(reading: Reading, frame: Frame, after: list[Mention], doers: list[Mention]) -> list[Mention]:
    """Whom the pattern's prepositions lead in, best first: "a raid on Togo"."""
    for prep in frame.pattern.preps:
        lead = next((m for m in after if m.prep == prep and m.known and not m.inner and m not in doers), None)
        if lead is not None:
            return siblings(reading, lead)
    return []


def _governing(reading: Reading, frame: Frame, noun: Mention | None, outer: Frame | None) -> list[Mention]:
    """The subject of the verb right before a noun: "Chad launched a raid on"; empty where that verb only speaks of it."""
    at = frame.first
    verb = next((j for j in range(at - 1, max(at - 6, -1), -1) if reading.verb[j]), None)
    group = verb_group(reading, verb) if verb is not None else None
    if group is None or group.be:
        return []  # "were killed in a raid on …"
    if noun is not None and noun.prep in _OBJECTS:
        turned_down = "inner" in frame.pattern.flags and outer is not None and outer.pattern.type == "REJECT"
        if turned_down or reading.words.low[group.verb] in ABOUT_OTHERS:
            return []
    return subject_of(reading, group)


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
