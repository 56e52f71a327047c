"""What comes back for a question, and what questions are put to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from summarizer.engines.llm import mapping
from summarizer.engines.llm.questions import Question
from summarizer.errors import EngineError
from summarizer.usage import Usage

SPLIT: Final = '{"split":true}'  # kept as the answer to a question that had to be split
_HIT: Final = Usage(calls=0, cache_hits=1)


class NeedsSplit(Exception):
    """The question or its answer is too long for the model, now or as it turned out earlier."""

    def __init__(self, error: EngineError) -> None:
        super().__init__()
        self.error = error


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer as decoded JSON, and what it cost now."""

    value: Mapping[str, Any]
    usage: Usage


def kept_reply(kept: str) -> Reply:
    """The reply that a kept answer gives. Raises NeedsSplit where it says so."""
    if kept == SPLIT:
        raise NeedsSplit(mapping.truncated())
    return Reply(json.loads(kept), _HIT)


class Asks(Protocol):
    """What questions are put to: a server, or something that only counts them."""

    async def ask(self, question: Question) -> Reply:
        """The answer to a question. Raises NeedsSplit and EngineError."""
        ...

    def take_notes(self) -> tuple[str, ...]:
        """Notes since the last call."""
        ...
