"""Who stands where round an act: subject, object, agent, what prepositions lead in."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING, verb_group
from summarizer.engines.rules.acts.contents import hearers
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame, causer
from summarizer.engines.rules.acts.passives import agent, fronted, places, takes
from summarizer.engines.rules.acts.subjects import first_subject, subject_of
from summarizer.engines.rules.sides.antecedents import antecedent
from summarizer.engines.rules.sides.partners import told_before
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_NEVER = frozenset(
    "like than as including alongside despite under during amid since after before until following per via".split()
)
_LATER = frozenset(("after", "before", "following", "during"))
_BASED = frozenset("based operating hiding sheltering stationed".split())  # "blamed militants based in Afghanistan"
_ADDRESSED = ("ACCUSE", "REQUEST", "REJECT", "THREATEN")  # "protested after a ship of Togo's entered the port"
_BEFORE = ("with", "before", "to")
_BODIES = frozenset(("IGO", "UNO"))
_COMPLAINTS = frozenset("complaint complaints complain complained complains suit lawsuit case petition".split())
_VIA = ("through", "via")
_APPOSED = 8  # words of a name or office between commas
_PLACE_PREPS = ("in", "inside", "across", "outside", "along")


def verb_parties(reading: Reading, frame: Frame) -> None:
    pattern, group = frame.pattern, frame.group
    subject = subject_of(reading, group)
    if "must" in pattern.flags:
        start = frame.clause[0]
        said = start > 0 and (reading.words.low[start - 1] in REPORTING or reading.words.low[start - 2] in REPORTING)
        frame.actors = first_subject(reading, 0, start) if said else []
        frame.recipients = [m for m in subject if m.known]
        return
    if frame.passive:
        frame.places = places(reading, frame)
        actors = agent(reading, frame)
        had = causer(reading, group)
        if had is not None:
            who = subject_of(reading, verb_group(reading, had))
            if subject and subject[0].own:
                subject = who if not any(m.known for m in subject) else subject  # "a reporter had his camera taken"
            else:
                actors = actors or who
        recipients = subject if "led" not in pattern.flags else []
        hanging = [m for m in reading.mentions if subject and subject[-1].stop < m.start < group.start and m.prep]
        if not any(m.known for m in recipients):
            frame.fallback = list(recipients)
            recipients = next(
                (
                    [m]
                    for m in hanging
                    if m.known and m.prep in ("of", "for", "from", "on", "against", "with", "to", "in", "between")
                ),
                [],
            )
        if not subject:
            recipients = fronted(reading, frame)
        if not recipients:
            recipients = _right(reading, frame, skip=actors)
            if not actors and "from" in pattern.preps:
                recipients = [m for m in recipients if m.prep != "from"]
        if not actors:
            office = next(
                (
                    m
                    for m in reading.mentions
                    if group.verb < m.start < frame.clause[1]
                    and m.prep in ("to", "at", "by", "before")
                    and m.institution
                    and m.known
                ),
                None,
            )
            if office is not None and recipients == [office] and office.prep not in pattern.preps:
                recipients = []  # "The envoy was called to the foreign ministry in Lomé"
            if office is not None and not any(set(office.codes) & set(m.codes) for m in recipients):
                actors = [office]
        if not actors and "from" in pattern.preps:
            out = next(
                (
                    m
                    for m in reading.mentions
                    if m.start > frame.group.verb and m.start < frame.clause[1] and m.prep == "from" and m.known
                ),
                None,
            )
            if out is not None and out not in recipients and recipients:
                actors = [out]
    else:
        actors = charged(reading, frame) if frame.charge is not None else subject
        recipients = asked(reading, frame) if "asks" in pattern.flags else _right(reading, frame, skip=actors)
        meant = _related(reading, actors) if "none" not in pattern.flags else None
        if meant is not None:
            recipients, frame.fallback = ([meant], []) if meant.known else ([], [meant])
    if "crowd" in pattern.flags and pattern.elements and not frame.passive:
        goal = reading.at.get(frame.last)
        if goal is not None and goal.hit and goal.institution and goal not in actors:
            recipients = [goal]  # "marched to the Belarusian embassy in Riga"
    if "swap" in pattern.flags:
        actors, recipients = recipients, actors
    elif frame.passive and not actors and pattern.preps[:1] == ("to",) and len(subject) == 1:
        given, taker = subject[0], next((m for m in reading.mentions if takes(m, frame, subject[0])), None)
        if taker is not None and given.hit and not (given.role or given.person):  # "German guns were handed to Chad"
            actors, recipients = subject, siblings(reading, taker)
    if frame.passive and "own" in pattern.flags and pattern.mode != "seize" and not actors:
        known = any(m.known for m in subject)
        actors, frame.fallback = subject if known or not recipients else recipients, []
        recipients = [m for m in recipients if m not in actors]
    if "none" in pattern.flags:
        recipients = []
        frame.fallback = []
    if "noactor" in pattern.flags:
        actors = []
    frame.actors, frame.recipients = actors, recipients


def _related(reading: Reading, actors: list[Mention]) -> Mention | None:
    """Whom "whom" or "which" before the subject of an active verb means: "three envoys whom Chad accuses of spying"."""
    low = reading.words.low
    at = actors[0].start - 1 if actors else 0
    at -= low[at] in tk.DETERMINERS
    if at < 2 or low[at] not in ("whom", "which"):
        return None
    noun = reading.at.get(at - 1 - (low[at - 1] == ","))
    if noun is None or noun.pronoun:
        return None
    if not noun.known:
        noun = climb(reading, noun) or noun
    return noun if noun.known or noun.party or noun.role else None


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
    group = verb_group(reading, charge)
    if group.be:
        return subject_of(reading, group)
    objects = [m for m in reading.mentions if charge < m.start < min(frame.group.start, frame.first) and not m.prep]
    return siblings(reading, objects[0]) if objects else []


def _right(reading: Reading, frame: Frame, skip: list[Mention]) -> list[Mention]:
    """Recipients to the right: the direct object, else what the pattern's prepositions lead in, else any known party."""
    pattern = frame.pattern
    start, end = frame.group.verb, _next_verb(reading, frame)
    found = [
        m
        for m in reading.mentions
        if start < m.start < end and m not in skip and not (m.prep == "by" and frame.passive)
    ]
    found = hearers(reading, frame, found, skip)
    skipped = {code for m in skip for code in m.codes}
    own = "own" in pattern.flags
    direct = None if frame.passive else next((m for m in found if not m.prep), None)
    if direct is not None and _tells(reading, direct):
        return []
    if direct is not None and direct.start - start > 6:
        direct = None
    if direct is not None and not own:
        if direct.pronoun:
            word = reading.words.low[direct.start]
            meant = word in ("him", "her", "them") or (word == "it" and antecedent(direct, reading) is not None)
            frame.fallback = (
                [direct] if meant else []
            )  # "gave it back": a thing, unless the sentence tells whom it means
        elif direct.known and not (direct.own and not direct.hit):
            led = "mutual" in pattern.flags and any(m.prep in pattern.preps and m.known for m in found)
            if set(direct.codes) != skipped and not led:
                return siblings(reading, direct)
        elif (direct.party or direct.role) and not _is_shared(reading, frame, direct):
            frame.fallback = siblings(reading, direct)
    against = next((m for m in found if m.prep == "against" and m.known), None)
    if against is not None and pattern.preps[:1] == ("against",):
        return siblings(reading, against)
    if pattern.type == "ACCUSE":
        found = [m for m in found if not _is_judge(reading, frame, m)]
    foreign = [m for m in found if m.known and set(m.codes) - skipped and not _is_channel(reading, m)]
    shared = frame.passive and "mutual" in pattern.flags  # "a treaty was signed between Iran and Iraq"
    for prep in (*pattern.preps, "between") if shared else pattern.preps:
        for mention in foreign:
            if mention.prep == prep and not mention.inner:
                return siblings(reading, mention)
    if "mutual" in pattern.flags or "led" in pattern.flags:
        with_ = next((siblings(reading, m) for m in foreign if m.prep == "with" and "mutual" in pattern.flags), [])
        return with_ or told_before(reading, frame, found)
    deed = pattern.type not in _ADDRESSED
    late = next((j for j in range(start + 1, end) if deed and reading.words.low[j] in _LATER), end)
    for mention in foreign:
        if mention.start > late and mention.prep not in pattern.preps:
            break  # "freed 14 prisoners after a visit by the American envoy"
        if (
            mention.inner
            or (mention.prep in _NEVER and mention.prep != pattern.particle)
            or (mention.prep in _PLACE_PREPS and frame.fallback and reading.words.low[mention.start - 2] not in _BASED)
        ):
            continue
        return siblings(reading, mention)
    for mention in foreign:
        if mention.inner and own:
            return [mention]
    return _domestic(reading, frame, found, direct) or told_before(reading, frame, found)


def _is_channel(reading: Reading, mention: Mention) -> bool:
    """Whether a place is only where somebody's own office stands that passes a message on: "through its embassy in Beijing"."""
    office = reading.at.get(mention.start - 2) if mention.prep in ("in", "at") else None
    return office is not None and office.own and office.prep in _VIA


def _is_judge(reading: Reading, frame: Frame, mention: Mention) -> bool:
    """Whether a body only hears a complaint about somebody else: "filed a complaint with the International Court of Justice"."""
    if mention.prep not in _BEFORE or not _BODIES.issuperset(mention.codes):
        return False
    return not _COMPLAINTS.isdisjoint(reading.words.low[frame.first : frame.last + 1])


def _next_verb(reading: Reading, frame: Frame) -> int:
    """Where the next verb of the same subject begins: "detained four men and handed the Chadian side a list"; else the clause's end."""
    low, verb = reading.words.low, reading.verb
    for j in range(frame.last + 1, frame.clause[1] - 1):
        if low[j] in ("and", "but") and verb[j + 1] and not low[j + 1].endswith("ing") and j + 1 not in reading.at:
            return j
    return frame.clause[1]


def _is_shared(reading: Reading, frame: Frame, thing: Mention) -> bool:
    """Whether a thing is what several do together, and nobody: "began joint patrols", "suspended the joint patrols"."""
    noun_of_cue = "mutual" in frame.pattern.flags and thing.stop <= frame.last + 1
    return noun_of_cue or "joint" in reading.words.low[thing.start : thing.end]


def _tells(reading: Reading, mention: Mention) -> bool:
    """Whether a group behind a comma is who says the clause before it: "will answer in kind, its minister, Lena Berg, warned"."""
    low, at = reading.words.low, mention.stop
    if low[mention.start - 1] != ",":
        return False
    if low[at : at + 1] == [","]:
        at = next((j for j in range(at + 1, min(at + _APPOSED, len(low))) if low[j] == ","), at) + 1
    return at < len(low) and reading.verb[at] and low[at] in REPORTING


def _domestic(reading: Reading, frame: Frame, found: list[Mention], direct: Mention | None) -> list[Mention]:
    """A recipient of the actor's own country, when the words put it in a recipient's place."""
    if "own" in frame.pattern.flags or "mutual" in frame.pattern.flags:
        return []
    if direct is not None and direct.known and direct.hit and not direct.own:
        return siblings(reading, direct)
    for mention in found:
        if (
            mention.known
            and mention.hit
            and (mention.prep in frame.pattern.preps or mention.prep in ("against", "on", "of"))
        ):
            if mention.prep == "in" and frame.fallback:
                continue
            return siblings(reading, mention)
    return []
