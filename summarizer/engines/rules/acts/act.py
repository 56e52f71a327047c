"""An act as a sentence tells it."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.status.stance import Stance


class Act(NamedTuple):
    """A frame and what the sentence makes of it."""

    frame: Frame
    stance: Stance
