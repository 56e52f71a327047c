"""What an act in the infinitive is by what "to" hangs on: a verb before it, one that asks for it, a decree, a "to" shared."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import VerbGroup, verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.interposed_days import before_date
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.status.carried_out import carried_out
from summarizer.engines.rules.status.futures import future_stance
from summarizer.engines.rules.status.retelling import retold
from summarizer.engines.rules.status.rumours import told_to_have
from summarizer.engines.rules.status.stance import Stance
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.events import Status

_DECREES = frozenset("decree decrees order orders directive instruction instructions ordinance".split())
_ISSUE = frozenset("issue issues issued sign signs signed gave give gives publish published adopt adopted".split())
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
_GO = frozenset("go goes went gone".split())  # "went on to"
_SETTING = frozenset(("at", "in", "under", "during"))
_ASIDE = 8  # tokens of the words of place or occasion between a control verb and its "to"
_MAY = frozenset("may might could can should".split())
_PROPOSED = frozenset("propose proposes proposed suggest suggested proposal".split())


def infinitive_stance(reading: Reading, frame: Frame, lexicon: Lexicon) -> Stance | None:
    """What "to" hangs on: a control verb changes the act, an aspect verb its status; a mere purpose is no event."""
    low, pattern, group = reading.words.low, frame.pattern, frame.group
    k = governor(reading, group, lexicon)
    if k > 0 and low[k] == "on":
        if low[k - 1] in _GO:
            return Stance(pattern.type, pattern.mode, "occurred")
        k -= k < group.start - 1
    if k < 0:
        return None
    outer = verb_group(reading, k)
    if outer.modal in _MAY:
        return None
    negated = group.negated or outer.negated or (k > 0 and low[k - 1] == "no")  # "has no plan to"
    raised = told_to_have(reading, k, group)
    if raised is not None:
        return Stance(pattern.type, pattern.mode, raised)
    if carried_out(reading, k):
        return Stance(pattern.type, pattern.mode, "occurred")
    controlled = _controlled(reading, frame, lexicon, k, negated)
    if controlled is not None:
        return controlled
    requester = requester_of(reading, lexicon, k)
    if requester is not None:
        return Stance(pattern.type, pattern.mode, "demanded", None, requester)
    return _under_aspect(reading, frame, lexicon, k, negated)


def _controlled(reading: Reading, frame: Frame, lexicon: Lexicon, k: int, negated: bool) -> Stance | None:
    """What a control verb at `k` makes of the act: "vowed to", "refused to"; None when there is none."""
    pattern = frame.pattern
    for control, particle, _ in lexicon.control_forms.get(reading.words.low[k], ()):
        if particle or control.name == "request":
            continue
        found = control.result(pattern.type, pattern.mode)
        if found is None:
            continue
        if negated:
            return Stance(pattern.type, pattern.mode, "denied")
        if retold(reading, frame) == "denied":
            return Stance(*found, "denied", k)  # "denied that it had offered to mediate"
        return Stance(*found, "planned" if verb_group(reading, k).modal == "will" else "occurred", k)
    return None


def _under_aspect(reading: Reading, frame: Frame, lexicon: Lexicon, k: int, negated: bool) -> Stance | None:
    """What a verb or noun at `k` that leaves the act as it is says of it: "continued to", "managed to", "decided to"."""
    word, plain = reading.words.low[k], (frame.pattern.type, frame.pattern.mode)
    if word in ("was", "were") and frame.group.auxiliaries[:1] == ("have",):
        return None  # "was to have signed"
    if decreed(reading, frame.group.start):
        return Stance(*plain, "denied" if negated else "occurred")
    if word in _PLANNED:
        return Stance(*plain, "denied") if negated else future_stance(reading, frame, lexicon, False, False)
    if word in _ONGOING:
        status: Status = "ongoing" if word.startswith(("contin", "kee", "kep")) else "occurred"
        return None if negated else Stance(*plain, status)
    if word in _DONE:
        return Stance(*plain, "occurred")
    if word in _DECIDED:
        decided = None if verb_group(reading, k).modal else k
        return Stance(*plain, "denied" if negated else "announced", decided=decided)
    if word in _PROPOSED:
        return Stance(*plain, "proposed")
    mention = reading.at.get(k)
    if mention is not None and mention.hit and not any(reading.verb[:k]) and not mention.prep:
        return future_stance(reading, frame, lexicon, False, False)  # "Chad to expel envoy"
    return None


def governor(reading: Reading, group: VerbGroup, lexicon: Lexicon) -> int:
    """The token on which "to" hangs, adverbs and times apart: "vowed on Monday to"; below 0 where the sentence begins with it."""
    low = reading.words.low
    k = before_date(low, group.start - 1)
    while (
        k >= 0
        and low[k] not in lexicon.control_forms
        and low[k] not in ("about", "on")
        and (
            tk.is_adverb(low[k])
            or ((low[k] in tk.TIME_WORDS or low[k].isdigit()) and k not in reading.at)
            or (low[k] == "in" and low[k + 1] in tk.TIME_WORDS)
        )
    ):
        k -= 1
    if k > 0 and low[k] not in lexicon.control_forms and low[k + 1] == "to":
        return _before_aside(reading, k, lexicon)
    return k


def _before_aside(reading: Reading, k: int, lexicon: Lexicon) -> int:
    """The control verb before words of place or occasion that end at token `k`: "promised at that table to"; else `k` itself."""
    low = reading.words.low
    for j in range(k, max(k - _ASIDE, 0), -1):
        if reading.verb[j] or not low[j][0].isalnum() or low[j] in ("to", "and"):
            verb = reading.verb[j] and low[j] in lexicon.control_forms and low[j + 1] in _SETTING
            return j if verb else k
        if low[j] in tk.DETERMINERS and low[j - 1] not in tk.PREPOSITIONS:
            return k  # "offered in Lima a plan to"
    return k


def shared_to(reading: Reading, frame: Frame) -> int | None:
    """The "to" that a bare verb after "and" shares with the one before: "agreed to lift the ban and free the crew"."""
    low, verb = reading.words.low, frame.group.verb
    if (
        frame.group.auxiliaries
        or verb < 3
        or low[verb].endswith(("ed", "s", "ing"))
        or low[frame.group.start - 1] not in ("and", ",", "or")
    ):
        return None
    return next(
        (j for j in range(verb - 2, max(frame.clause[0], verb - 16), -1) if low[j] == "to" and reading.verb[j + 1]),
        None,
    )


def decreed(reading: Reading, start: int) -> bool:
    """Whether "to" hangs on a decree, a time apart: "issued a decree on the 26th to summon …"."""
    low = reading.words.low
    for j in range(start - 1, max(start - 7, -1), -1):
        if low[j] in _DECREES:
            return any(word in _ISSUE for word in low[max(0, j - 7) : j])
        if not (
            low[j] in tk.TIME_WORDS
            or low[j] in ("on", "in", "the")
            or low[j][0].isdigit()
            or low[j] in ("th", "st", "nd", "rd")
        ):
            return False
    return False


def requester_of(reading: Reading, lexicon: Lexicon, k: int) -> int | None:
    """The token of the verb that asks for the act, with the one asked between: "urged Ethiopia to …"."""
    low = reading.words.low
    for j in range(k, max(k - 12, -1), -1):
        if low[j] in ";:" or low[j] in tk.QUOTES:
            return None
        for control, particle, _ in lexicon.control_forms.get(low[j], ()):
            if (
                control.name == "request"
                and reading.verb[j]
                and (not particle or (j + 1 < len(low) and low[j + 1] == particle))
            ):
                return j
    return None
