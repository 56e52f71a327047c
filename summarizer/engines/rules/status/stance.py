"""What the words make of an act."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.events import Status


class Stance(NamedTuple):
    """What the words make of an act. `control` is the token of a governing verb that joins the trigger.

    `decided` is the token that tells that the act was decided, and may be dated as its making known is.
    """

    type: str
    mode: str | None
    status: Status
    control: int | None = None
    lends: int | None = None
    decided: int | None = None
