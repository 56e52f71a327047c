"""The event record: who did what to whom, when, where, according to whom, and which characters of which article say so."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Status = Literal[
    "occurred", "ongoing", "announced", "planned", "threatened", "demanded", "proposed", "denied", "alleged"
]
Reporting = Literal["said", "reported", "alleged", "leaked"]
STATUSES: tuple[Status, ...] = (
    "occurred", "ongoing", "announced", "planned", "threatened", "demanded", "proposed", "denied", "alleged",
)  # fmt: skip
FACTUAL: frozenset[Status] = frozenset({"occurred", "ongoing", "announced"})


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Record):
    """An actor or recipient. `country` is ISO 3166 alpha-3 or an organisation's code; `sector` a PLOVER sector."""

    name: str
    country: str | None = None
    sector: str | None = None

    @property
    def key(self) -> str:
        """What makes two parties the same: the country, else the name."""
        return self.country or self.name.casefold()


class EventDate(_Record):
    """`edtf` is ISO 8601-2 (EDTF) with X for what the text doesn't give; `text` is verbatim."""

    edtf: str
    text: str | None = None


class Place(_Record):
    """Where the text puts the act."""

    name: str
    country: str | None = None


class Speaker(_Record):
    """Somebody whom the article names as its source."""

    name: str
    country: str | None = None
    reporting: Reporting = "said"

    @property
    def key(self) -> str:
        """What makes two speakers the same: the country, else the name."""
        return self.country or self.name.casefold()


class Quantity(_Record):
    """A number that belongs to the act, with its unit; `text` is verbatim."""

    value: int | float
    unit: str
    text: str


class Evidence(_Record):
    """A span of an article: `article.text[start:end] == quote`. Half-open Python string indices."""

    article: str
    file: str | None = None
    start: int
    end: int
    quote: str


class SourceRef(_Record):
    """An article that reports the event."""

    article: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


class ConflictValue(_Record):
    """One of several values that articles give for a slot, and the articles that give it."""

    value: str
    articles: tuple[str, ...]


class Conflict(_Record):
    """A slot on which articles differ: unresolved, or superseded by a later report (then the last value stands)."""

    slot: str
    values: tuple[ConflictValue, ...]
    status: Literal["unresolved", "superseded"] = "unresolved"


class Event(_Record):
    """One real-world act, merged from all its mentions."""

    id: str
    type: str
    mode: str | None = None
    status: Status
    summary: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: EventDate | None = None
    place: Place | None = None
    attribution: tuple[Speaker, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    engine: str
    confidence: float
