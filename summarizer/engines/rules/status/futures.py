"""What an act that is still to come is: planned, announced, refused or threatened."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.status.menacing import menace_before
from summarizer.engines.rules.status.stance import Stance
from summarizer.engines.rules.words.mentions import Reading


def future_stance(reading: Reading, frame: Frame, lexicon: Lexicon, denied: bool, conditional: bool) -> Stance | None:
    """The stance of what is still to come: planned or announced, a refusal when `denied`, a threat under a condition."""
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
        )  # "that the strike would be extended": only the threat tells by whom
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
