"""Events as the page lists, filters and draws them: parties by number, types and dates in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.brief import Brief
from summarizer.events import STATUSES, Event, Party
from summarizer.normalising.actors import display_name
from summarizer.renderers.charts import FAMILIES, bounds, say_when
from summarizer.renderers.display import visible


@dataclass(frozen=True, slots=True)
class EventView:
    """One event; `actors` and `toward` are numbers of parties, `days` ISO dates or None when no year is known.

    What several do with each other is `mutual`: it has no recipient, so each of them is one.
    """

    number: int
    type: str
    mode: str | None
    status: str
    family: str
    summary: str
    actors: tuple[int, ...]
    toward: tuple[int, ...]
    mutual: bool
    who: str
    whom: str
    when: str
    days: tuple[str, str] | None
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a filter offers: the value to compare with, what the reader sees, and the number of events."""

    value: str
    label: str
    events: int


class Parties:
    """Numbers for parties in order of appearance: one for a country however its people are called, else one for a name."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, party: Party) -> int:
        """The number of a party, given at its first appearance."""
        if party.key not in self._numbers:
            name = display_name(party.country).removeprefix("the ") if party.country else party.name
            self._numbers[party.key] = len(self.names)
            self.names.append(visible(name) or "unnamed")
        return self._numbers[party.key]


def view_events(brief: Brief, parties: Parties) -> tuple[EventView, ...]:
    """All events of a brief, in its order."""
    numbers = {source.article: source.number for source in brief.sources}
    return tuple(_view(at, event, parties, numbers) for at, event in enumerate(brief.events))


def _view(at: int, event: Event, parties: Parties, numbers: dict[str, int]) -> EventView:
    articles = dict.fromkeys([*(ref.article for ref in event.sources), *(item.article for item in event.evidence)])
    found = bounds(event)
    actors = tuple(dict.fromkeys(parties.number(party) for party in event.actors))
    recipients = tuple(dict.fromkeys(parties.number(party) for party in event.recipients))
    mutual = not recipients and len(actors) > 1
    return EventView(
        number=at,
        type=_say(event.type),
        mode=_say(event.mode).lower() if event.mode else None,
        status=event.status,
        family=FAMILIES[event.status],
        summary=visible(event.summary),
        actors=actors,
        toward=actors if mutual else recipients,
        mutual=mutual,
        who=_names(event.actors),
        whom=_names(event.recipients),
        when=say_when(event),
        days=_days(found) if found else None,
        sources=tuple(numbers[id_] for id_ in articles if id_ in numbers),
    )


def _days(found: tuple[dt.date, dt.date]) -> tuple[str, str]:
    return found[0].isoformat(), found[1].isoformat()


def _say(word: str) -> str:
    return visible(word).replace("_", " ").replace("-", " ").capitalize()


def _names(parties: Sequence[Party]) -> str:
    """Names as the article has them, with the country where the name doesn't tell it."""
    told = []
    for party in parties:
        name = visible(party.name)
        country = display_name(party.country).removeprefix("the ") if party.country else ""
        hint = f" ({country})" if country and country.casefold() not in name.casefold() else ""
        told.append(name + hint)
    return ", ".join(dict.fromkeys(told))


def party_pairs(events: Sequence[EventView]) -> list[tuple[int, int, int]]:
    """(actor, recipient, event) of all events; what several do with each other counts for each pair, in both directions."""
    return [
        (actor, other, view.number)
        for view in events
        for actor in view.actors
        for other in view.toward
        if not (view.mutual and actor == other)
    ]


def filter_choices(
    events: Sequence[EventView], parties: Parties, sources: Sequence[tuple[int, str]]
) -> dict[str, list[Choice]]:
    """What each filter of the page offers; parties by number of events, sources as (number, name) in their order."""
    numbered = list(enumerate(parties.names))
    who = _count(numbered, [view.actors for view in events])
    whom = _count(numbered, [view.toward for view in events])
    types = [(name, name) for name in sorted({view.type for view in events})]
    statuses = [(status, status) for status in STATUSES]
    return {
        "actor": sorted(who, key=lambda choice: (-choice.events, choice.label)),
        "recipient": sorted(whom, key=lambda choice: (-choice.events, choice.label)),
        "type": _count(types, [(view.type,) for view in events]),
        "status": _count(statuses, [(view.status,) for view in events]),
        "source": _count([(n, f"{n}. {name}") for n, name in sources], [view.sources for view in events]),
    }


def _count(options: Sequence[tuple[int | str, str]], values: Sequence[Sequence[int | str]]) -> list[Choice]:
    """The options that occur, with the number of events in which they do."""
    counted = Counter(value for found in values for value in found)
    return [Choice(str(value), label, counted[value]) for value, label in options if counted[value]]
