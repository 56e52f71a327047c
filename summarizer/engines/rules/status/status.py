"""Whether an act was done, is planned, threatened, denied, or is no event at all; and what it becomes under another verb."""

from __future__ import annotations

from summarizer.engines.rules.acts import gerunds
from summarizer.engines.rules.acts.clauses import REPORTING, VerbGroup
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Control, Lexicon
from summarizer.engines.rules.status.at_last import done_at_last
from summarizer.engines.rules.status.ceasing import ceased
from summarizer.engines.rules.status.conditions import opens_condition, said_under_condition
from summarizer.engines.rules.status.futures import future_stance
from summarizer.engines.rules.status.infinitives import infinitive_stance, shared_to
from summarizer.engines.rules.status.negating import generic, never_did, nobody, reported
from summarizer.engines.rules.status.nouns import is_hedged, noun_stance
from summarizer.engines.rules.status.retelling import before_that, retold
from summarizer.engines.rules.status.stance import Stance
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_CONDITION = frozenset(("if", "unless", "whether"))
_CONDITIONAL = _CONDITION | {"otherwise"}
_WILL = frozenset(("will", "would", "shall", "'ll"))
_TO_COME = frozenset(("will", "shall", "'ll", "wo"))
_IS = frozenset(("is", "are", "'s", "'re", "be"))
_BEGUN = frozenset("continued continues began begun started".split())
_UNDONE = frozenset("stopped stop without".split())
_PROVIDED = frozenset(("provided", "providing", "condition", "supposing"))
_JOINING = frozenset(("and", "but"))
_DATED = 7  # words from "and" to who acts, a day between them
_WISHES = frozenset(
    "demand demands demanded request requests requested insist insists insisted urge urged ask asked hope hopes hoped wish wishes".split()
)


def stance_of(reading: Reading, frame: Frame, lexicon: Lexicon) -> Stance | None:
    """Type, mode and status of an act in its sentence, or None when the words tell no event.

    `lends` is the token of a request whose mode this act tells ("called on Syria to free …"): no event of its own.
    """
    pattern, group = frame.pattern, frame.group
    if pattern.noun:
        return noun_stance(reading, frame, lexicon)
    if "must" in pattern.flags:
        return Stance(pattern.type, pattern.mode, "occurred")
    if _supposed(reading, frame):
        return None
    if frame.charge is not None:
        return Stance(pattern.type, pattern.mode, "alleged")
    given_up = ceased(reading, frame)
    if given_up is not None:
        return given_up
    if group.infinitive:
        return infinitive_stance(reading, frame, lexicon)
    led = shared_to(reading, frame)
    if led is not None:
        frame.group = VerbGroup(led, group.verb, (), group.negated, True)
        return infinitive_stance(reading, frame, lexicon)
    return _finite_stance(reading, frame, lexicon)


def _supposed(reading: Reading, frame: Frame) -> bool:
    """Whether an act is only a condition or a wish: "if it shelled", "provided that it left", "demanded that it be shut"."""
    low, start = reading.words.low, frame.clause[0]
    if low[0] in ("were", "should", "had") and "to" in low[:6] and frame.group.modal == "would":
        return not said_under_condition(reading, frame)  # "Were that to happen, Athens would …"
    opener = low[start - 1] if start else ""
    if opener == "that" and low[start - 2] in _PROVIDED:
        return True  # "provided that the drones stayed away"
    if "unless" in low[start : frame.group.start]:
        return True
    if opener in _CONDITION or (start < len(low) and low[start] in _CONDITION):
        return True
    return opener == "that" and _wished(reading, start - 1) and not _begins_anew(reading, frame)


def _finite_stance(reading: Reading, frame: Frame, lexicon: Lexicon) -> Stance | None:
    """The stance of an act whose verb hangs on no "to"."""
    low, pattern, modal = reading.words.low, frame.pattern, frame.group.modal
    told = retold(reading, frame)
    denied = told == "denied" or _denied(reading, frame)
    if modal is not None and frame.passive and _to_nobody(low, frame):
        return None  # "nobody will be punished"
    if "future" in pattern.flags:
        return Stance(pattern.type, pattern.mode, "occurred") if modal in _WILL and not denied else None
    if modal is not None:
        return _modal_stance(reading, frame, lexicon, denied)
    if denied:
        return Stance(pattern.type, pattern.mode, "denied") if _is_told_denial(reading, frame) else None
    alleged = told == "alleged" or is_hedged(reading, frame)
    if gerunds.made_to(reading, frame.group) is not None:  # by a medium that only tells it, or really
        return Stance(pattern.type, pattern.mode, "alleged") if told == "alleged" else None
    if low[frame.group.verb].endswith("ing"):
        if _goes_on(low, frame.group, alleged):
            return Stance(pattern.type, pattern.mode, "ongoing")
        if frame.group.start and low[frame.group.start - 1] in _UNDONE:
            return None
    status: Status = "alleged" if alleged else "planned" if "due" in pattern.flags else "occurred"
    return Stance(pattern.type, pattern.mode, status)


def _denied(reading: Reading, frame: Frame) -> bool:
    """Whether the words say that an act wasn't done: "didn't shell", "denied shelling", "nobody shelled"."""
    start, group = frame.clause[0], frame.group
    if group.negated and not done_at_last(reading, frame):
        return True
    if start and reading.words.low[start - 1] in ("denied", "denies"):
        return True
    return nobody(reading, frame) or gerunds.denied(reading, group)


def _is_told_denial(reading: Reading, frame: Frame) -> bool:
    """Whether what wasn't done is worth telling: a denial of one act ("never shelled it"), not of a habit ("doesn't buy gas")."""
    group = frame.group
    if not (group.negated and generic(group)):
        return True
    return reading.words.low[group.start] in ("neither", "nor") or never_did(reading, frame)


def _to_nobody(low: list[str], frame: Frame) -> bool:
    """Whether an act is done to "nobody" or "none"."""
    return any(low[m.start] in ("nobody", "none") for m in (*frame.recipients, *frame.fallback))


def _modal_stance(reading: Reading, frame: Frame, lexicon: Lexicon, denied: bool) -> Stance | None:
    """The stance of an act under a modal verb: to come under "will", none under the others, nor under "would have"."""
    low, group = reading.words.low, frame.group
    if "have" in group.auxiliaries and group.modal == "would":
        return None
    conditional = not _CONDITIONAL.isdisjoint(low) or opens_condition(low)
    if group.modal not in _TO_COME:
        said = group.modal == "would" and (
            reported(reading, frame) or (conditional and _is_threat(reading, frame, lexicon))
        )
        if not said:
            return None
    return future_stance(reading, frame, lexicon, denied, conditional)


def _is_threat(reading: Reading, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether who acts says that he would do harm under a condition."""
    menace = lexicon.controls.get("menace")
    harm = menace.result(frame.pattern.type, frame.pattern.mode) if menace else None
    return harm is not None and said_under_condition(reading, frame)


def _goes_on(low: list[str], group: VerbGroup, alleged: bool) -> bool:
    """Whether a form in -ing tells what is still being done: "is shelling", "began shelling"; `alleged`: what may not be."""
    if group.be and group.auxiliaries[0] in _IS and not alleged:
        return True
    return group.start > 0 and low[group.start - 1] in _BEGUN


def _wished(reading: Reading, that: int) -> bool:
    """Whether what follows "that" is only wanted: "demanded on Monday that"; not "who asked for silence said that"."""
    low = reading.words.low
    if _WISHES.isdisjoint(before_that(reading, that)):
        return False
    verb = next(j for j in range(that - 1, -1, -1) if low[j] in _WISHES or (low[j] in REPORTING and reading.verb[j]))
    return low[verb] in _WISHES


def _begins_anew(reading: Reading, frame: Frame) -> bool:
    """Whether a clause of its own begins before who acts: "demanded that it be shut, and on Monday youths threw stones"."""
    low = reading.words.low
    at = frame.actors[0].start if frame.actors and not frame.passive else 0
    joint = next((j for j in range(at - 1, max(at - _DATED, 0), -1) if low[j] in _JOINING), None)
    if joint is None or joint - 1 <= frame.clause[0] or low[joint - 1] != ",":
        return False
    between = range(joint + 1, at)
    return not between or not (tk.TIME_WORDS.isdisjoint(low[joint + 1 : at]) or any(reading.verb[j] for j in between))


def request_mode(lexicon: Lexicon, type_: str, mode: str | None) -> str | None:
    """The mode of a request for such an act."""
    control: Control | None = lexicon.controls.get("request")
    found = control.result(type_, mode) if control else None
    return found[1] if found else None
