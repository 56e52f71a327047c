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


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of an event type; `score` runs from -10 (conflict) to 10 (cooperation)."""

    name: str
    definition: str
    score: float


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type. `quadrant`: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""

    name: str
    definition: str
    quadrant: int
    score: float
    needs_recipient: bool
    modes: Mapping[str, Mode]


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
        types = {
            name: EventType(
                name,
                entry["definition"],
                int(entry["quadrant"]),
                float(entry["score"]),
                bool(entry.get("needs_recipient", False)),
                {
                    mode: Mode(mode, value["definition"], float(value.get("score", entry["score"])))
                    for mode, value in entry.get("modes", {}).items()
                },
            )
            for name, entry in data["types"].items()
        }
        return Ontology(str(data["name"]), str(data["version"]), types, data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise OntologyError(f"{where}: missing or wrong entry: {error}", "compare it with the built-in plover.toml") from None


@lru_cache(maxsize=4)
def load_ontology(name: str = "plover") -> Ontology:
    """A built-in ontology by name, or one from a path that ends in `.toml`. Raises OntologyError."""
    try:
        if name.endswith(".toml"):
            text = Path(name).read_text(encoding="utf-8")
        else:
            text = (resources.files("summarizer") / "ontologies" / f"{name}.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise OntologyError(f"no ontology {name!r}", "give a built-in name (plover) or the path of a .toml file") from None
    try:
        return _read(tomllib.loads(text), name)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{name}: not TOML: {error}") from None
