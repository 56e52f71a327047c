"""Items of the proof suite: passages, events, a sentence that they bear out, and faithful ways to say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from evals.labels import PartyLabel
from summarizer.events import Event, EventDate, Evidence, Party, Place, Quantity, Speaker
from summarizer.normalising.actors import display_name
from summarizer.verifying import Passage

SPLITS = ("dev", "test")


@dataclass(frozen=True)
class Item:
    """One item; `wrong` are mistakes written by hand; `elsewhere` holds names of the same article outside the passages, by
    kind (countries, people, places).
    """

    id: str
    passages: tuple[Passage, ...]
    events: tuple[Event, ...]
    sentence: str
    faithful: tuple[str, ...]
    wrong: tuple[str, ...]
    elsewhere: Mapping[str, tuple[str, ...]]


def load_items(split: str) -> tuple[Item, ...]:
    """All items of a split, `dev` or `test`, of all its files (`dev.yaml`, `dev-styles.yaml`).

    An entry with `of` adds sentences to the item that it names.
    """
    paths = sorted(path for path in Path(__file__).parent.glob("*.yaml") if path.stem.split("-")[0] == split)
    entries = [e for path in paths for e in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)]
    items = {entry["id"]: _item(entry) for entry in entries if "of" not in entry}
    for entry in entries:
        if "of" in entry:
            item = items[entry["of"]]
            items[item.id] = replace(
                item,
                faithful=(*item.faithful, *entry.get("faithful", ())),
                wrong=(*item.wrong, *entry.get("wrong", ())),
            )
    return tuple(items.values())


def _item(entry: dict[str, Any]) -> Item:
    published = dt.date.fromisoformat(entry["published"]) if "published" in entry else None
    return Item(
        entry["id"],
        tuple(Passage(text, published) for text in entry["passages"]),
        tuple(_event(f"{entry['id']}-{at}", value, entry["passages"]) for at, value in enumerate(entry["events"], 1)),
        entry["sentence"],
        tuple(entry["faithful"]),
        tuple(entry.get("wrong", ())),
        {kind: tuple(names) for kind, names in entry["elsewhere"].items()},
    )


def _event(id_: str, entry: dict[str, Any], passages: Sequence[str]) -> Event:
    """An event; `in` tells by number which passages are its own, if not all are."""
    type_, _, mode = entry["type"].partition("/")
    place = PartyLabel.parse(entry["place"]) if "place" in entry else None
    return Event(
        id=id_,
        type=type_,
        mode=mode or None,
        status=entry["status"],
        summary="",
        actors=tuple(_party(text) for text in entry["actors"]),
        recipients=tuple(_party(text) for text in entry["recipients"]),
        date=EventDate(edtf=entry["date"]) if "date" in entry else None,
        place=Place(name=place.name or display_name(place.country or ""), country=place.country) if place else None,
        attribution=tuple(_speaker(text) for text in entry.get("by", ())),
        quantities=tuple(_quantity(text) for text in entry.get("quantities", ())),
        evidence=tuple(_evidence(passages[int(at)]) for at in entry.get("in", ())),
        engine="hand",
        confidence=1.0,
    )


def _evidence(quote: str) -> Evidence:
    return Evidence(article="a-1", start=0, end=len(quote), quote=quote)


def _party(text: str) -> Party:
    label = PartyLabel.parse(text)
    return Party(name=label.name or display_name(label.country or ""), country=label.country, sector=label.sector)


def _speaker(text: str) -> Speaker:
    party, _, reporting = text.rpartition(" ")
    label = PartyLabel.parse(party)
    name = label.name or display_name(label.country or "")
    return Speaker.model_validate({"name": name, "country": label.country, "reporting": reporting})


def _quantity(text: str) -> Quantity:
    value, _, unit = text.partition(" ")
    number = float(value)
    return Quantity(value=int(number) if number.is_integer() else number, unit=unit, text=text)
