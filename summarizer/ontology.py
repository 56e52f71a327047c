"""Event types as data: read from a TOML file, never named in code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from summarizer.errors import OntologyError
from summarizer.pausing import collector_paused

VERBAL = frozenset((1, 3))
"""The quadrants of acts of speech: verbal cooperation and verbal conflict."""


@dataclass(frozen=True, slots=True)
class Say:
    """How an act is told: past and base form; without a recipient `{r}` what is in brackets falls away, or what is behind a bar is told."""

    past: str
    base: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of an event type; `score` from -10 (conflict) to 10 (cooperation); `speech` as in the type.

    `cameo`: a code of that list.
    """

    name: str
    definition: str
    score: float
    speech: bool
    say: Say
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type. `quadrant`: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.

    `speech`: the act is done by saying it to anybody, so that its actor is its speaker; not so an act that goes to an
    addressee (a note, a request, an inquiry), of which the press is told by somebody. `news`: while it is only to come, who
    tells of it is its source ("we will send aid", "she will sue"). `cameo`: the nearest CAMEO code, if any.
    """

    name: str
    definition: str
    quadrant: int
    score: float
    needs_recipient: bool
    speech: bool
    say: Say
    modes: Mapping[str, Mode]
    cameo: str | None = None
    news: bool = False

    def spoken(self, mode: str | None) -> bool:
        """Whether an act of this mode is done by saying it."""
        return self.modes[mode].speech if mode and mode in self.modes else self.speech


@dataclass(frozen=True)
class Ontology:
    """A set of event types; `data` is the whole file, for readers of further tables (cue patterns)."""

    name: str
    version: str
    types: Mapping[str, EventType]
    data: Mapping[str, Any]

    def score(self, type_: str, mode: str | None = None) -> float:
        """Conflict-cooperation score of a type and mode, -10 to 10; 0 for one that the ontology doesn't have."""
        kind = self.types.get(type_)
        if kind is None:
            return 0.0
        return kind.modes[mode].score if mode and mode in kind.modes else kind.score

    def cameo(self, type_: str, mode: str | None = None) -> str | None:
        """The CAMEO code that comes nearest, two to four digits; None where the ontology gives none."""
        kind = self.types.get(type_)
        if kind is None:
            return None
        return kind.modes[mode].cameo if mode and mode in kind.modes else kind.cameo

    def say(self, type_: str, mode: str | None = None) -> Say:
        """How an act of this type and mode is told."""
        kind = self.types.get(type_)
        if kind is None:
            return Say(f"did something of type {type_}", f"do something of type {type_}")
        return kind.modes[mode].say if mode and mode in kind.modes else kind.say

    def noun(self, type_: str, mode: str | None = None) -> str:
        """What an act of this type and mode is called: the entry of `[nouns]`, else the type's, else the type itself."""
        nouns: Mapping[str, str] = self.data.get("nouns", {})
        return nouns.get(f"{type_}/{mode}") or nouns.get(type_) or type_.lower()

    def problem(self, type_: str, mode: str | None) -> str | None:
        """Why type and mode don't belong to the ontology, or None when they do."""
        kind = self.types.get(type_)
        if kind is None:
            return f"event type {type_} is not in the ontology {self.name}"
        if mode is not None and mode not in kind.modes:
            return f"{type_} has no mode {mode}"
        return None


def _read(data: Mapping[str, Any], where: str) -> Ontology:
    try:
        types = {name: _type(name, entry) for name, entry in data["types"].items()}
        return Ontology(str(data["name"]), str(data["version"]), types, data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise OntologyError(
            f"{where}: missing or wrong entry: {error}", "compare it with the built-in plover.toml"
        ) from None


def _type(name: str, entry: Mapping[str, Any]) -> EventType:
    say = _say(entry, None)
    cameo = _cameo(entry, None)
    modes = {
        mode: Mode(
            mode,
            value["definition"],
            float(value.get("score", entry["score"])),
            bool(value.get("speech", entry.get("speech", False))),
            _say(value, say),
            _cameo(value, cameo),
        )
        for mode, value in entry.get("modes", {}).items()
    }
    return EventType(
        name,
        entry["definition"],
        int(entry["quadrant"]),
        float(entry["score"]),
        bool(entry.get("needs_recipient", False)),
        bool(entry.get("speech", False)),
        say,
        modes,
        cameo,
        bool(entry.get("news", False)),
    )


def _cameo(entry: Mapping[str, Any], default: str | None) -> str | None:
    code = entry.get("cameo", default)
    if code is not None and not (isinstance(code, str) and code.isdecimal() and 2 <= len(code) <= 4):
        raise ValueError(f"cameo {code!r} is no text of two to four digits")
    return code


def _say(entry: Mapping[str, Any], default: Say | None) -> Say:
    if "say" not in entry and default is not None:
        return default
    return Say(entry["say"]["past"], entry["say"]["base"])


@lru_cache(maxsize=4)
def load_ontology(name: str = "plover") -> Ontology:
    """A built-in ontology by name, or one from a path that ends in `.toml`. Raises OntologyError."""
    try:
        if name.endswith(".toml"):
            text = Path(name).read_text(encoding="utf-8")
        else:
            text = (resources.files("summarizer") / "ontologies" / f"{name}.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise OntologyError(
            f"no ontology {name!r}", "give a built-in name (plover) or the path of a .toml file"
        ) from None
    try:
        with collector_paused():
            return _read(tomllib.loads(text), name)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{name}: not TOML: {error}") from None
