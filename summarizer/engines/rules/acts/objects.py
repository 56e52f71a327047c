"""On whom an act is done, by what stands behind its verb: the object, what prepositions lead in, any foreign party. Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import REPORTING
from summarizer.engines.rules.acts.contents import hearers
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.matching import Frame
from summarizer.engines.rules.sides.antecedents import antecedent
from summarizer.engines.rules.sides.partners import told_before
from summarizer.engines.rules.words.mentions import Mention, Reading

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
_NEAR = 6  # tokens between a verb and its object
_PLACE_PREPS = ("in", "inside", "across", "outside", "along")


def recipients_behind(reading: Reading, frame: Frame, skip: list[Mention]) -> list[Mention]:
    """The direct object, else what the pattern's prepositions lead in, else any known party; `skip` are those who act.

    Who may be meant but has no country by the words alone becomes the frame's `fallback`.
    """
    pattern, end = frame.pattern, _next_verb(reading, frame)
    found = _candidates(reading, frame, end, skip)
    direct = None if frame.passive else next((m for m in found if not m.prep), None)
    if direct is not None and _tells(reading, direct):
        return []
    if direct is not None and direct.start - frame.group.verb > _NEAR:
        direct = None
    skipped = {code for m in skip for code in m.codes}
    if direct is not None and "own" not in pattern.flags:
        named = _direct_object(reading, frame, direct, found, skipped)
        if named:
            return named
    against = next((m for m in found if m.prep == "against" and m.known), None)
    if against is not None and pattern.preps[:1] == ("against",):
        return siblings(reading, against)
    if pattern.type == "ACCUSE":
        found = [m for m in found if not _is_judge(reading, frame, m)]
    foreign = [m for m in found if m.known and set(m.codes) - skipped and not _is_channel(reading, m)]
    led = _led_in(reading, frame, foreign)
    if led:
        return led
    if "mutual" not in pattern.flags and "led" not in pattern.flags:
        others = _any_foreign(reading, frame, foreign, end) or _domestic(reading, frame, found, direct)
        if others:
            return others
    return told_before(reading, frame, found)


def _candidates(reading: Reading, frame: Frame, end: int, skip: list[Mention]) -> list[Mention]:
    """The groups between the verb and where its part of the clause ends that may name whom it is done to."""
    start, passive = frame.group.verb, frame.passive
    found = [
        m for m in reading.mentions if start < m.start < end and m not in skip and not (m.prep == "by" and passive)
    ]
    return hearers(reading, frame, found, skip)


def _direct_object(
    reading: Reading, frame: Frame, direct: Mention, found: list[Mention], skipped: set[str]
) -> list[Mention]:
    """The direct object with those listed with it, where it names another party; one that names none is kept to fall back on."""
    if direct.pronoun:
        word = reading.words.low[direct.start]
        meant = word in ("him", "her", "them") or (word == "it" and antecedent(direct, reading) is not None)
        frame.fallback = [direct] if meant else []  # "gave it back": a thing, unless the sentence tells whom it means
    elif direct.known and not (direct.own and not direct.hit):
        led = "mutual" in frame.pattern.flags and any(m.prep in frame.pattern.preps and m.known for m in found)
        if set(direct.codes) != skipped and not led:
            return siblings(reading, direct)
    elif (direct.party or direct.role) and not _is_shared(reading, frame, direct):
        frame.fallback = siblings(reading, direct)
    return []


def _led_in(reading: Reading, frame: Frame, foreign: list[Mention]) -> list[Mention]:
    """Whom the pattern's prepositions lead in, best first; "with" leads in who takes part in what several do."""
    mutual, preps = "mutual" in frame.pattern.flags, frame.pattern.preps
    if mutual and frame.passive:
        preps = (*preps, "between")  # "a treaty was signed between Iran and Iraq"
    for prep in preps:
        for mention in foreign:
            if mention.prep == prep and not mention.inner:
                return siblings(reading, mention)
    partner = next((m for m in foreign if m.prep == "with"), None) if mutual else None
    return siblings(reading, partner) if partner is not None else []


def _any_foreign(reading: Reading, frame: Frame, foreign: list[Mention], end: int) -> list[Mention]:
    """The first foreign party that stands in no place, time or comparison."""
    pattern, low = frame.pattern, reading.words.low
    late = end
    if pattern.type not in _ADDRESSED:
        late = next((j for j in range(frame.group.verb + 1, end) if low[j] in _LATER), end)
    for mention in foreign:
        if mention.start > late and mention.prep not in pattern.preps:
            break  # "freed 14 prisoners after a visit by the American envoy"
        if not mention.inner and not _is_circumstance(reading, frame, mention):
            return siblings(reading, mention)
    inner = next((m for m in foreign if m.inner), None) if "own" in pattern.flags else None
    return [inner] if inner is not None else []


def _is_circumstance(reading: Reading, frame: Frame, mention: Mention) -> bool:
    """Whether a preposition leads in when, where or like whom: "like Togo", "hit rebels in Mali", not "militants based in Mali"."""
    if mention.prep in _NEVER:
        return mention.prep != frame.pattern.particle
    placed = mention.prep in _PLACE_PREPS and bool(frame.fallback)
    return placed and reading.words.low[mention.start - 2] not in _BASED


def _tells(reading: Reading, mention: Mention) -> bool:
    """Whether a group behind a comma is who says the clause before it: "will answer in kind, its minister, Lena Berg, warned"."""
    low, at = reading.words.low, mention.stop
    if low[mention.start - 1] != ",":
        return False
    if low[at : at + 1] == [","]:
        at = next((j for j in range(at + 1, min(at + _APPOSED, len(low))) if low[j] == ","), at) + 1
    return at < len(low) and reading.verb[at] and low[at] in REPORTING


def _is_shared(reading: Reading, frame: Frame, thing: Mention) -> bool:
    """Whether a thing is what several do together, and nobody: "began joint patrols", "suspended the joint patrols"."""
    noun_of_cue = "mutual" in frame.pattern.flags and thing.stop <= frame.last + 1
    return noun_of_cue or "joint" in reading.words.low[thing.start : thing.end]


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
