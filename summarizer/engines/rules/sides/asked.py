"""The act whose sides are asked for, with all that tells them."""

from __future__ import annotations

from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.context import Place
from summarizer.ontology import VERBAL, EventType

_HARM = 4  # the quadrant of material conflict


class Asked:
    """The act whose sides are asked for; `via` collects the numbers of the other sentences that tell them.

    `speech`, `harm`: whether it is one of words, or of material conflict.
    """

    __slots__ = ("act", "frame", "harm", "kind", "place", "reading", "speech", "via")

    def __init__(self, act: Act, place: Place, kind: EventType, via: list[int]) -> None:
        self.act, self.place, self.kind, self.via = act, place, kind, via
        self.frame, self.reading = act.frame, place.reading
        self.speech, self.harm = kind.quadrant in VERBAL, kind.quadrant == _HARM
