"""What lies between an engine's answer and an event: drafts (proposed), mentions (grounded), rejections."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.events import EventDate, Party, Place, Quantity, Reporting, Speaker, Status
from summarizer.spans import Span


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A party or place as an engine names it: verbatim words of the article, with code and sector where it can tell."""

    name: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class SpeakerDraft:
    """A speaker as an engine names it."""

    name: str
    country: str | None = None
    reporting: Reporting = "said"


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    """A quantity as an engine names it: verbatim words ("eight diplomats"), value and unit."""

    text: str
    value: int | float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as an engine proposes it.

    `sentences` are sentence numbers of the article (1-based), the one with `trigger` first; `trigger` is the shortest
    verbatim words in one of them that say the act; further sentences hold antecedents or repeated mentions.
    `date_text` is verbatim, `date_edtf` the engine's reading of it.
    """

    type: str
    mode: str | None
    status: Status
    sentences: tuple[int, ...]
    trigger: str
    actors: tuple[PartyDraft, ...] = ()
    recipients: tuple[PartyDraft, ...] = ()
    date_text: str | None = None
    date_edtf: str | None = None
    place: PartyDraft | None = None
    attribution: tuple[SpeakerDraft, ...] = ()
    quantities: tuple[QuantityDraft, ...] = ()
    summary: str | None = None
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Mention:
    """A draft that was found in the text: one act as one article tells it.

    `sentences` are spans of whole sentences, the trigger's first; `trigger` is its own span. All index `article` text.
    """

    article: str
    type: str
    mode: str | None
    status: Status
    sentences: tuple[Span, ...]
    trigger: Span
    trigger_text: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: EventDate | None
    place: Place | None
    attribution: tuple[Speaker, ...]
    quantities: tuple[Quantity, ...]
    summary: str
    engine: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rejected:
    """A draft that the text doesn't bear out, with exact reasons."""

    article: str
    draft: EventDraft
    reasons: tuple[str, ...]
