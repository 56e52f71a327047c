"""The act whose sides are asked for, with all that tells them."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Reading
from summarizer.ontology import VERBAL, EventType

_HARM = 4  # the quadrant of material conflict


class Asked(NamedTuple):
    """The act whose sides are asked for; `via` collects the numbers of the other sentences that tell them."""

    act: Act
    place: Place
    kind: EventType
    via: list[int]

    @property
    def frame(self) -> Frame:
        return self.act.frame

    @property
    def reading(self) -> Reading:
        return self.place.reading

    @property
    def speech(self) -> bool:
        return self.kind.quadrant in VERBAL

    @property
    def harm(self) -> bool:
        return self.kind.quadrant == _HARM
