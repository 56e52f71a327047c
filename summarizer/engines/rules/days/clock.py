"""What the expressions of time of an act count from."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from summarizer.engines.rules.days.hinges import NONE, Hinges


class Clock(NamedTuple):
    """The publication day, the last day named, whether the act lies ahead or is one of speech.

    `own`: tokens of the reporting verbs with which the acting side announces its own act: these date it.
    `near`: the last day named, if the paragraph names it and the sentence may count from it: "the previous night".
    `hinges`: expressions of time that count from an act told before, each with its day.
    """

    published: dt.date | None
    anchor: str | None
    future: bool
    speech: bool
    own: frozenset[int] = frozenset()
    near: str | None = None
    hinges: Hinges = NONE
