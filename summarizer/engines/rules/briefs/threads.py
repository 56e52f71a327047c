"""Which events of a brief belong together, and what their thread is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.events import Event
from summarizer.normalising.actors import display_name
from summarizer.normalising.phrasing import join_names, say_party


def group_events(events: Sequence[Event]) -> list[list[Event]]:
    """Groups of events joined by shared counterparts, largest first; the busiest party of all joins nothing."""
    busiest = Counter(side for event in events for side in set(_sides(event)))
    hub = busiest.most_common(1)[0][0] if busiest and busiest.most_common(1)[0][1] * 2 > len(events) else None
    home: dict[str, int] = {}
    groups: dict[int, list[Event]] = {}
    parties: dict[int, list[str]] = {}
    for at, event in enumerate(events):
        sides = {side for side in _sides(event) if side != hub} or {hub or ""}
        near = sorted({home[side] for side in sides if side in home})
        group = near[0] if near else at
        groups.setdefault(group, []).append(event)
        fresh = [side for side in sides if side not in home]
        for other in near[1:]:
            groups[group] += groups.pop(other)
            fresh += parties.pop(other)
        parties.setdefault(group, []).extend(fresh)
        home |= dict.fromkeys(fresh, group)
    small = [group for group in groups.values() if len(group) == 1]
    large = sorted((group for group in groups.values() if len(group) > 1), key=lambda group: -len(group))
    return [*large, *small] if len(small) <= 2 else [*large, [event for group in small for event in group]]


def _sides(event: Event) -> list[str]:
    return [party.key for party in (*event.actors, *event.recipients)]


def title_of(events: Sequence[Event]) -> str:
    """The busiest parties of the events, four at most."""
    sides = Counter(side for event in events for side in dict.fromkeys(_sides(event)))
    countries = [side for side, _ in sides.most_common() if side.isupper()]
    names = [_name(side, events) for side in countries or [side for side, _ in sides.most_common()]]
    most = 4 if len(names) <= 4 else 3
    return join_names([*names[:most], *(["others"] if len(names) > most else [])]) or "Others"


def _name(side: str, events: Sequence[Event]) -> str:
    party = next(p for e in events for p in (*e.actors, *e.recipients) if p.key == side)
    name = say_party(party)
    if party.country and party.country not in ("IGO", "NGO"):
        name = display_name(party.country)
    return name[4:] if name.startswith("the ") else name[:1].upper() + name[1:]
