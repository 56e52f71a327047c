"""Rules about an act that are asked one after the other until one holds."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Reading

Rules = tuple[Callable[[Reading, Frame], bool], ...]


def one_holds(rules: Rules, reading: Reading, frame: Frame) -> bool:
    """Whether one of the rules holds for an act."""
    for rule in rules:  # noqa: SIM110  (dozens are asked for each act, and a loop is faster than a generator)
        if rule(reading, frame):
            return True
    return False
