"""Hand labels: what a fixture folder holds, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol

import yaml
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, field_validator

STATUSES = ("occurred", "ongoing", "announced", "planned", "threatened", "demanded", "proposed", "denied", "alleged")
Status = Literal[
    "occurred", "ongoing", "announced", "planned", "threatened", "demanded", "proposed", "denied", "alleged"
]
Slot = Literal["actors", "recipients", "date", "place", "status", "quantities", "attribution", "type"]
SCHEMAS = Path(__file__).parent / "schemas"
_PARTY = re.compile(r"^(?P<country>[A-Z]{3,4})?(?:/(?P<sector>[A-Z]{3}))?(?::(?P<name>.+))?$", re.S)
_SPEAKER = re.compile(r"^(?P<party>.+?) (?P<reporting>said|reported|alleged|leaked)$", re.S)
_QUANTITY = re.compile(r"^(?P<value>-?[0-9][0-9.]*) (?P<unit>.+)$", re.S)
_FRONT = re.compile(r"\A---[ \t]*\r?\n.*?^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_EDTF = re.compile(
    r"^(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[~?%]?|\.\.)(?:/(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[~?%]?|\.\.))?$"
)


# The same in the form that JSON schemas know, for editors; the validators below have the last word.
_PartyText = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^([A-Z]{3,4})?(/[A-Z]{3})?(:.+)?$"})]
_SpeakerText = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^.+ (said|reported|alleged|leaked)$"})]
_QuantityText = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^-?[0-9][0-9.]* .+$"})]
_DateText = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[0-9X.~?%/-]+$"})]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class PartyLabel:
    """A party of a label: country or organisation code, sector and name, each may be missing."""

    country: str | None
    sector: str | None
    name: str | None

    @classmethod
    def parse(cls, text: str) -> PartyLabel:
        """Read `CODE`, `CODE/SECTOR`, `CODE:Name`, `CODE/SECTOR:Name` or `:Name`; ValueError otherwise."""
        found = _PARTY.match(text.strip())
        if not found or not (found["country"] or found["name"]):
            raise ValueError(f"{text!r} is no party: write CODE, CODE/SECTOR, CODE:Name or :Name")
        return cls(found["country"], found["sector"], found["name"])


class AnyParty(Protocol):
    """A party of a label or of an event record."""

    @property
    def name(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def sector(self) -> str | None: ...


def party_fits(label: PartyLabel, party: AnyParty) -> bool:
    """Whether a party is the one that a pattern names: its country, and its name (whole or part), or else its sector.

    A party without a country may fit by its name alone.
    """
    if label.country and party.country != label.country and not (party.country is None and label.name):
        return False
    if label.name:
        mine, other = (set(re.findall(r"\w+", name.casefold())) for name in (label.name, party.name or ""))
        return bool(other) and (mine <= other or other <= mine)
    return label.sector is None or party.sector == label.sector


class EventLabel(_Strict):
    """One labelled event of one article."""

    id: str
    type: str = Field(pattern=r"^[A-Z]+(/[a-z-]+)?$")
    or_types: tuple[str, ...] = ()
    status: Status
    or_status: tuple[Status, ...] = ()
    actors: tuple[_PartyText, ...] = ()
    recipients: tuple[_PartyText, ...] = ()
    or_actors: tuple[_PartyText, ...] = ()
    or_recipients: tuple[_PartyText, ...] = ()
    date: _DateText | None = None
    or_dates: tuple[_DateText, ...] = ()
    date_text: str | None = None
    place: _PartyText | None = None
    by: tuple[_SpeakerText, ...] = ()
    or_by: tuple[_SpeakerText, ...] = ()
    quantities: tuple[_QuantityText, ...] = ()
    triggers: tuple[str, ...] = Field(min_length=1)
    note: str | None = None

    @field_validator("actors", "recipients", "or_actors", "or_recipients")
    @classmethod
    def _parties(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for item in value:
            PartyLabel.parse(item)
        return value

    @field_validator("place")
    @classmethod
    def _place(cls, value: str | None) -> str | None:
        if value:
            PartyLabel.parse(value)
        return value

    @field_validator("by", "or_by")
    @classmethod
    def _speakers(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for item in value:
            split_speaker(item)
        return value

    @field_validator("quantities")
    @classmethod
    def _quantities(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for item in value:
            split_quantity(item)
        return value

    @field_validator("date")
    @classmethod
    def _date(cls, value: str | None) -> str | None:
        if value and not _EDTF.match(value):
            raise ValueError(f"{value!r} is no EDTF date")
        return value


class Labels(_Strict):
    """All labels of one article by one labeller."""

    labeller: str
    events: tuple[EventLabel, ...]


class EventPattern(_Strict):
    """Slots of an event record that must not come together; `date` is a regular expression for the whole EDTF date."""

    type: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: Status | None = None
    date: str | None = None


def all_fit(labels: Iterable[str], parties: Sequence[AnyParty]) -> bool:
    """Whether each party that a pattern lists is among the parties."""
    return all(any(party_fits(label, party) for party in parties) for label in map(PartyLabel.parse, labels))


def pattern_hits_label(pattern: EventPattern, event: EventLabel) -> bool:
    """Whether a forbidden pattern would forbid what the gold says or accepts: any of its types, parties, statuses and dates."""
    wanted, _, wanted_mode = (pattern.type or "").partition("/")
    types = [label.partition("/")[::2] for label in (event.type, *event.or_types)]
    dates = [date for date in (event.date, *event.or_dates) if date]
    return (
        any(wanted in ("", type_) and wanted_mode in ("", mode) for type_, mode in types)
        and all_fit(pattern.actors, [PartyLabel.parse(party) for party in (*event.actors, *event.or_actors)])
        and all_fit(
            pattern.recipients, [PartyLabel.parse(party) for party in (*event.recipients, *event.or_recipients)]
        )
        and (pattern.status is None or pattern.status in (event.status, *event.or_status))
        and (pattern.date is None or any(re.fullmatch(pattern.date, date) for date in dates))
    )


class MustNot(_Strict):
    """A statement that no output may make, as an event pattern, as words of one sentence, or both."""

    say: str
    event: EventPattern | None = None
    words: tuple[str, ...] = ()


class Nugget(_Strict):
    """Something a good brief says."""

    say: str
    vital: bool
    words: tuple[str, ...] = Field(min_length=1)


class ConflictLabel(_Strict):
    """Where the outlets of a cluster differ about one event."""

    event: str
    slot: Slot
    values: tuple[str, ...] = Field(min_length=2)
    status: Literal["unresolved", "superseded"]


class CaseInfo(_Strict):
    """The `case.yaml` of a fixture."""

    about: str
    split: Literal["dev", "test"]
    stratum: Literal["plain", "hard"]
    register_: str = Field(alias="register")
    features: tuple[str, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    must_not: tuple[MustNot, ...] = ()
    conflicts: tuple[ConflictLabel, ...] = ()


def json_schemas() -> dict[str, dict[str, Any]]:
    """JSON schemas of the label files and of `case.yaml`; scalars are text, as `read_yaml` reads them."""
    return {"labels": Labels.model_json_schema(), "case": CaseInfo.model_json_schema()}


def read_yaml(path: Path) -> Any:
    """Parse a YAML file with every scalar left as text (BaseLoader), so that `NO` and dates stay what was written."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def article_body(whole: str) -> str:
    """An article file's text after its front matter: what offsets and `@n` count in."""
    found = _FRONT.match(whole)
    return whole[found.end() :] if found else whole


@dataclass(frozen=True)
class SpeakerLabel:
    """A speaker of a label and how they report."""

    party: PartyLabel
    reporting: str


def split_speaker(text: str) -> SpeakerLabel:
    """Read `CODE:Name said`; ValueError otherwise."""
    found = _SPEAKER.match(text)
    if not found:
        raise ValueError(f"{text!r} is no speaker: write 'CODE:Name said' (or reported, alleged, leaked)")
    return SpeakerLabel(PartyLabel.parse(found["party"]), found["reporting"])


def split_quantity(text: str) -> tuple[float, str]:
    """Read `12 people`; ValueError otherwise."""
    found = _QUANTITY.match(text)
    if not found:
        raise ValueError(f"{text!r} is no quantity: write a number, a space and the unit")
    return float(found["value"]), found["unit"]


def trigger_text(trigger: str) -> tuple[str, int]:
    """Split `words @3` into the words and which of their occurrences is meant (1 without a number)."""
    found = re.match(r"^(.*) @([0-9]+)$", trigger, re.S)
    return (found[1], int(found[2])) if found else (trigger, 1)
