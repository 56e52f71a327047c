"""The day of what was done within a raid, a meeting or a visit told before: "In the raid two were shot", "On that visit he warned …"."""

from __future__ import annotations

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import Before, is_dated, lent_by, share_country, tells_saying, with_only_day
from summarizer.engines.rules.days.pointing import named_by, tells_of
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import AUXILIARIES, RELATIVES
from summarizer.normalising.dates import find_dates
from summarizer.ontology import VERBAL, Ontology

_SCENES = frozenset(
    """raid attack assault operation clash clashes shooting ambush bombing search storming blast explosion shelling fighting brawl
    scuffle scuffles riot riots violence collision swoop sweep protest march rally demonstration crackdown incident bombardment
    strike skirmish melee firefight""".split()
)
TALKS = frozenset(
    """meeting talks session sitting summit conversation call hearing visit trip ceremony encounter consultations negotiations
    debate dinner lunch audience conference briefing signing""".split()
)
_MET = frozenset(
    "meeting talks conversation encounter audience consultations negotiations".split()
)  # which any meeting is
_CONSULT = 1  # quadrant
_NOUNS = _SCENES | TALKS
_SEATS = frozenset("there table coffee tea dinner lunch breakfast meal".split())
_AT_ALL = _NOUNS | _SEATS
_WHERE = frozenset(("at", "over", "during"))  # … "that same coffee"
_SAME = frozenset(("that", "this", "same"))
_IN = frozenset(("in", "during", "at", "on"))
_AFTER = frozenset(
    ("after", "following")
)  # what is signed or said after talks is of their day, what follows a raid need not be
_PARTS = frozenset(("end", "close", "start", "beginning", "outset", "course"))
_POINTING = frozenset("the that this those his her their its".split())
_OTHER = frozenset(
    "first second third last latest next earlier previous other same-day planned scheduled coming new".split()
)
_OPENERS = frozenset("and but yet also then".split())
_ITS_OWN = frozenset(
    "of on against at with between in by that which".split()
)  # "the raid on a farm" may be another one
_LEAVES = RELATIVES | frozenset("after before because until when while if since as ; :".split())
_BETWEEN = 7  # words at most from "at the talks" to the verb behind it
_ADJECTIVES = 2  # between "the" and the noun
_FAR = {True: 9, False: 4}  # sentences back, for a scene and for talks


def with_day_of_occasion(
    draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology
) -> EventDraft:
    """The draft with the day of the raid, or the talks, within which its sentence says that it was done; as it is without one."""
    low = reading.words.low
    if draft.date_text or draft.status not in ("occurred", "alleged") or _AT_ALL.isdisjoint(reading.words.forms):
        return draft
    if act.frame.charge is not None or not before.earlier:
        return draft
    if _at_that_table(act, low, verbal=ontology.types[draft.type].quadrant in VERBAL):
        return _with_day_of_meeting(draft, before, ontology)
    if act.frame.group.modal or _NOUNS.isdisjoint(reading.words.forms):
        return draft
    noun = _occasion(act, reading, verbal=ontology.types[draft.type].quadrant in VERBAL)
    start = reading.words.starts[act.frame.first] - before.here.span.start
    # what is demanded or threatened may have a day of its own
    late = start if ontology.types[draft.type].speech else len(before.here.text)
    if noun is None or any(m.kind != "vague" and m.start < late for m in find_dates(before.here.text)):
        return draft
    scene = low[noun] in _SCENES
    near = {sentence.number for sentence in before.earlier[-_FAR[scene] :]}
    for other, _ in reversed(before.told):
        kind = ontology.types[other.type]
        met = low[noun] in _MET and kind.quadrant == _CONSULT and not kind.speech
        if other.sentences[0] in near and (met or named_by((low[noun],), other)):
            return lent_by(draft, other) if is_dated(other) and share_country(draft, other) else draft
    return _by_sentence(draft, low[noun], before, ontology)


def _at_that_table(act: Act, low: list[str], verbal: bool) -> bool:
    """Whether something is said where some had met: "There he promised …", "promised there", "over that same coffee"."""
    if not verbal or _SEATS.isdisjoint(low):
        return False
    verb = act.frame.group.verb
    if low[verb + 1 : verb + 2] == ["there"] or (low[0] == "there" and low[1] not in AUXILIARIES and verb > 1):
        return True
    at = next((j for j, word in enumerate(low) if word in _SEATS and word != "there"), 0)
    front = low[max(at - 3, 0) : at]
    return not _WHERE.isdisjoint(front[:-1]) and not _SAME.isdisjoint(front)


def _with_day_of_meeting(draft: EventDraft, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of the meeting told last in its paragraph, if one of those who met is one of its parties."""
    if any(mention.kind != "vague" for mention in find_dates(before.here.text)):
        return draft
    near = {sentence.number for sentence in before.earlier[max(before.parted, len(before.earlier) - _FAR[False]) :]}
    for other, _ in reversed(before.told):
        kind = ontology.types[other.type]
        if other.sentences[0] in near and kind.quadrant == _CONSULT and not kind.speech:
            return lent_by(draft, other) if is_dated(other) and share_country(draft, other) else draft
    return draft


def _occasion(act: Act, reading: Reading, verbal: bool) -> int | None:
    """The noun of the occasion that opens the act's sentence, stands before its verb, or closes its clause: "shot in the raid"."""
    low, frame = reading.words.low, act.frame
    opens = next((j for j, word in enumerate(low) if word not in _OPENERS), 0)
    noun = _noun(low, opens, early=True)
    if noun is not None and frame.first > noun:
        return noun if _LEAVES.isdisjoint(low[noun : frame.group.start]) else None
    for j in range(max(frame.group.start - _BETWEEN, opens), frame.group.start - 2):
        noun = _noun(low, j, early=True)  # "Ghana at the talks demanded …"
        if noun is not None and noun + 1 + (low[noun + 1] == ",") == frame.group.start:
            return noun
    control = act.stance.control
    for j in range((frame.last if control is None else control) + 1, len(low) - 2):
        if reading.verb[j] or low[j] in _LEAVES or low[j] == "to":
            return None  # "promised at the talks to free two", not "promised to free two in the talks"
        noun = _noun(low, j, early=False)
        if noun is not None:
            return noun if (low[noun] in TALKS) == verbal else None
    return None


def _noun(low: list[str], at: int, early: bool) -> int | None:
    """The noun behind "in the" at this token, if it names an occasion that was told, and no other one."""
    if low[at] not in _IN and not (early and low[at] in _AFTER):
        return None
    if low[at + 1 : at + 2] == ["the"] and low[at + 3 : at + 4] == ["of"] and low[at + 2] in _PARTS:
        at += 3  # "at the end of their talks"
    if low[at + 1 : at + 2] and low[at + 1] not in _POINTING:
        return None
    stop = min(at + 3 + _ADJECTIVES, len(low) - 1)
    noun = next((j for j in range(at + 2, stop) if low[j] in _NOUNS), None)
    if noun is None or not _OTHER.isdisjoint(low[at + 2 : noun]) or low[noun + 1] in _ITS_OWN:
        return None
    return None if low[at] in _AFTER and low[noun] not in TALKS else noun


def _by_sentence(draft: EventDraft, noun: str, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of the last sentence that tells of the occasion, not by an act's own words: "…, a raid which …"."""
    scene = noun in _SCENES
    for sentence in reversed(before.earlier[-_FAR[scene] :]):
        if not tells_of(noun, sentence.text):
            continue
        told = [other for other, _ in before.told if other.sentences[0] == sentence.number and other.date_edtf]
        deeds = [other for other in told if is_dated(other) and ontology.types[other.type].quadrant not in VERBAL]
        if scene and deeds:
            return lent_by(draft, deeds[-1]) if len({other.date_edtf for other in deeds}) == 1 else draft
        return (
            draft
            if scene and tells_saying(sentence.text)
            else with_only_day(draft, sentence.number, sentence.text, before.published)
        )
    return draft
