"""Whether an act was done, is planned, threatened, denied, or is no event at all; and what it becomes under another verb."""

from __future__ import annotations

from summarizer.engines.rules.acts import gerunds
from summarizer.engines.rules.acts.clauses import REPORTING, VerbGroup, verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Control, Lexicon
from summarizer.engines.rules.status.at_last import done_at_last
from summarizer.engines.rules.status.infinitives import carried_out, decreed, governor, requester_of, shared_to
from summarizer.engines.rules.status.menacing import menace_before
from summarizer.engines.rules.status.negating import generic, never_did, nobody, reported
from summarizer.engines.rules.status.nouns import is_hedged, noun_stance
from summarizer.engines.rules.status.retelling import before_that, retold
from summarizer.engines.rules.status.rumours import told_to_have
from summarizer.engines.rules.status.stance import Stance
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_ONGOING = frozenset(
    "begin begins began begun start starts started continue continues continued proceed proceeded resume resumed keep kept".split()
)
_DONE = frozenset("manage manages managed proceeded moved rushed".split())
_DECIDED = frozenset(
    "decide decides decided vote votes voted decision resolve resolves resolved elected opted chose move moves".split()
)
_PLANNED = frozenset(
    """plan plans planned planning intend intends intended intention set due going scheduled prepare prepares prepared preparing
    aims aim strive striving about slated poised is are was were be""".split()
)
_PROPOSED = frozenset("propose proposes proposed suggest suggested proposal".split())
_CONDITION = frozenset(("if", "unless", "whether"))
_CONDITIONAL = _CONDITION | {"otherwise"}
_PROVIDED = frozenset(("provided", "providing", "condition", "supposing"))
_WISHES = frozenset(
    "demand demands demanded request requests requested insist insists insisted urge urged ask asked hope hopes hoped wish wishes".split()
)


def stance_of(reading: Reading, frame: Frame, lexicon: Lexicon) -> Stance | None:
    """Type, mode and status of an act in its sentence, or None when the words tell no event.

    `lends` is the token of a request whose mode this act tells ("called on Syria to free …"): no event of its own.
    """
    low = reading.words.low
    pattern, group = frame.pattern, frame.group
    plain = (pattern.type, pattern.mode)
    if pattern.noun:
        return noun_stance(reading, frame, lexicon)
    if "must" in pattern.flags:
        return Stance(*plain, "occurred")
    opener = low[frame.clause[0] - 1] if frame.clause[0] else ""
    if low[0] in ("were", "should", "had") and "to" in low[:6] and group.modal == "would":
        return None  # "Were that to happen, Athens would …"
    if opener == "that" and low[frame.clause[0] - 2] in _PROVIDED:
        return None  # "provided that the drones stayed away"
    if "unless" in low[frame.clause[0] : frame.group.start]:
        return None
    if opener in _CONDITION or (frame.clause[0] < len(low) and low[frame.clause[0]] in _CONDITION):
        return None
    if opener == "that" and _wished(reading, frame.clause[0] - 1) and not _begins_anew(reading, frame):
        return None
    status: Status = "occurred"
    if frame.charge is not None:
        return Stance(*plain, "alleged")
    if is_hedged(reading, frame):
        status = "alleged"
    if group.infinitive:
        return _infinitive(reading, frame, lexicon)
    led = shared_to(reading, frame)
    if led is not None:
        frame.group = VerbGroup(led, group.verb, (), group.negated, True)
        return _infinitive(reading, frame, lexicon)
    told = retold(reading, frame)
    status = "alleged" if told == "alleged" else status
    negated = group.negated and not done_at_last(reading, frame)
    denied = told == "denied" or negated or opener in ("denied", "denies") or nobody(reading, frame)
    denied = denied or gerunds.denied(reading, group)
    modal = group.modal
    if (
        modal is not None
        and frame.passive
        and any(low[m.start] in ("nobody", "none") for m in (*frame.recipients, *frame.fallback))
    ):
        return None  # "nobody will be punished"
    conditional = not _CONDITIONAL.isdisjoint(low) or low[0] == "should"
    if "future" in pattern.flags:
        return Stance(*plain, "occurred") if modal in ("will", "would", "shall", "'ll") and not denied else None
    if modal in ("will", "shall", "'ll", "wo") or (modal == "would" and reported(reading, frame)):
        if "have" in group.auxiliaries and modal == "would":
            return None
        return _future(reading, frame, lexicon, denied, conditional)
    if modal is not None:
        return None
    if denied:
        return (
            Stance(*plain, "denied")
            if not generic(group)
            or not group.negated
            or low[group.start] in ("neither", "nor")
            or never_did(reading, frame)
            else None
        )
    if low[group.verb].endswith("ing"):
        if (group.be and group.auxiliaries[0] in ("is", "are", "'s", "'re", "be") and status == "occurred") or (
            group.start and low[group.start - 1] in ("continued", "continues", "began", "begun", "started")
        ):
            status = "ongoing"
        elif group.start and low[group.start - 1] in ("stopped", "stop", "without"):
            return None
    if "due" in pattern.flags and status == "occurred":
        status = "planned"
    return Stance(*plain, status)


def _wished(reading: Reading, that: int) -> bool:
    """Whether what follows "that" is only wanted: "demanded on Monday that"; not "who asked for silence said that"."""
    low = reading.words.low
    if _WISHES.isdisjoint(before_that(reading, that)):
        return False
    verb = next(j for j in range(that - 1, -1, -1) if low[j] in _WISHES or (low[j] in REPORTING and reading.verb[j]))
    return low[verb] in _WISHES


def _begins_anew(reading: Reading, frame: Frame) -> bool:
    """Whether a clause of its own begins before who acts: "to demand that it be shut, and youths threw stones"."""
    at = frame.actors[0].start if frame.actors and not frame.passive else 0
    return at - 2 > frame.clause[0] and reading.words.low[at - 2 : at] == [",", "and"]


def _future(reading: Reading, frame: Frame, lexicon: Lexicon, denied: bool, conditional: bool) -> Stance | None:
    low, pattern = reading.words.low, frame.pattern
    if denied:
        control = lexicon.controls.get("refuse")
        found = control.result(pattern.type, pattern.mode) if control else None
        return Stance(*found, "occurred", frame.group.start) if found else Stance(pattern.type, pattern.mode, "denied")
    announced = any(low[j].startswith(("announce", "decide")) for j in range(frame.group.start))
    warning, threaten = menace_before(reading, frame), lexicon.controls.get("threaten")
    if warning is not None and threaten is not None:
        found = threaten.result(pattern.type, pattern.mode)
        hidden = (
            frame.passive and not frame.actors
        )  # "that the strike would be extended": by whom, only the threat tells
        return Stance(*found, "occurred", frame.group.start if hidden else warning) if found else None
    control = lexicon.controls.get("future")
    found = control.result(pattern.type, pattern.mode) if control else None
    if found:
        return Stance(*found, "announced" if announced else "planned", frame.group.start)
    menace = lexicon.controls.get("menace")
    threat = menace.result(pattern.type, pattern.mode) if menace and conditional else None
    if threat is not None:  # "if they don't pay, the files will be published"
        return Stance(*threat, "occurred", frame.group.start)
    if conditional:
        return Stance(pattern.type, pattern.mode, "threatened")
    return Stance(pattern.type, pattern.mode, "announced" if announced else "planned")


def _infinitive(reading: Reading, frame: Frame, lexicon: Lexicon) -> Stance | None:
    """What "to" hangs on: a control verb changes the act, an aspect verb its status; a mere purpose is no event."""
    low, pattern, group = reading.words.low, frame.pattern, frame.group
    k = governor(reading, group, lexicon)
    if k > 0 and low[k] == "on":
        if low[k - 1] in ("go", "goes", "went", "gone"):
            return Stance(pattern.type, pattern.mode, "occurred")
        k -= k < group.start - 1
    if k < 0:
        return None
    outer = verb_group(reading, k)
    if outer.modal in ("may", "might", "could", "can", "should"):
        return None
    negated = group.negated or outer.negated or (k > 0 and low[k - 1] == "no")  # "has no plan to"
    raised = told_to_have(reading, k, group)
    if raised is not None:
        return Stance(pattern.type, pattern.mode, raised)
    if carried_out(reading, k):
        return Stance(pattern.type, pattern.mode, "occurred")
    told = retold(reading, frame)
    for control, particle, _ in lexicon.control_forms.get(low[k], ()):
        if particle or control.name == "request":
            continue
        found = control.result(pattern.type, pattern.mode)
        if found is None:
            continue
        if told == "denied" and not negated:
            return Stance(*found, "denied", k)  # "denied that it had offered to mediate"
        if negated:
            return Stance(pattern.type, pattern.mode, "denied")
        status: Status = "planned" if outer.modal == "will" else "occurred"
        return Stance(*found, status, k)
    requester = requester_of(reading, lexicon, k)
    if requester is not None:
        return Stance(pattern.type, pattern.mode, "demanded", None, requester)
    word = low[k]
    if word in ("was", "were") and group.auxiliaries[:1] == ("have",):
        return None  # "was to have signed"
    plain = (pattern.type, pattern.mode)
    if decreed(reading, group.start):
        return Stance(*plain, "denied" if negated else "occurred")
    if word in _PLANNED:
        if negated:
            return Stance(*plain, "denied")
        return _future(reading, frame, lexicon, False, False)
    if word in _ONGOING:
        return (
            None if negated else Stance(*plain, "ongoing" if word.startswith(("contin", "kee", "kep")) else "occurred")
        )
    if word in _DONE:
        return Stance(*plain, "occurred")
    if word in _DECIDED:
        return Stance(*plain, "denied" if negated else "announced", decided=None if outer.modal else k)
    if word in _PROPOSED:
        return Stance(*plain, "proposed")
    mention = reading.at.get(k)
    if mention is not None and mention.hit and not any(reading.verb[:k]) and not mention.prep:
        return _future(reading, frame, lexicon, False, False)
    return None


def request_mode(lexicon: Lexicon, type_: str, mode: str | None) -> str | None:
    """The mode of a request for such an act."""
    control: Control | None = lexicon.controls.get("request")
    found = control.result(type_, mode) if control else None
    return found[1] if found else None
