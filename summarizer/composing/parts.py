"""Events of a long brief in parts that one question each can hold: by parties, then by topic, then by time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from summarizer.brief import BriefRequest
from summarizer.composing.derive import in_time
from summarizer.events import Event

_SMALL = 4  # events between two parties that make no thread of their own


def split_request(request: BriefRequest, most: int) -> tuple[BriefRequest, ...]:
    """The request itself when it has at most `most` events, else requests for its parts; every event is in exactly one.

    All parts name all articles, so that citation numbers are the same throughout.
    """
    if len(request.events) <= most:
        return (request,)
    place = {event.id: at for at, event in enumerate(request.events)}
    parts: list[list[Event]] = []
    for thread in group_events(request.events, most):
        if parts and len(parts[-1]) + len(thread) <= most:
            parts[-1] += thread
        else:
            parts.append(list(thread))
    return tuple(
        replace(request, events=tuple(sorted(part, key=lambda e: place[e.id])), part=True, assess=False)
        for part in parts
    )


def group_events(events: Sequence[Event], most: int) -> list[list[Event]]:
    """Groups of at most `most` events, those of the same parties beside each other.

    Who deals with whom decides: the busiest actor and recipient of each event. What is too small goes to the busier of the
    two parties; what is too large is split by type of act, and that by time.
    """
    busy = Counter(side for event in events for side in set(_sides(event)))
    pairs: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in events:
        pairs[_pair(event, busy)].append(event)
    groups: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for pair, members in pairs.items():
        ends = sorted(pair, key=lambda side: (-busy[side], side))
        groups[tuple(ends[:1] if len(members) < _SMALL else ends)] += members
    order = sorted(groups, key=lambda ends: (-busy[ends[0]] if ends else 0, ends))
    return [part for ends in order for part in _cut(groups[ends], most)]


def _cut(events: list[Event], most: int) -> list[list[Event]]:
    if len(events) <= most:
        return [events]
    topics: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        topics[event.type].append(event)
    cut: list[list[Event]] = []
    for topic in topics.values():
        ordered = in_time(topic)
        slices = [ordered[at : at + most] for at in range(0, len(ordered), most)]
        if cut and len(cut[-1]) + len(slices[0]) <= most:
            cut[-1] += slices.pop(0)
        cut += slices
    return cut


def _sides(event: Event) -> list[str]:
    return [party.key for party in (*event.actors, *event.recipients)]


def _pair(event: Event, busy: Counter[str]) -> frozenset[str]:
    def busiest(keys: Sequence[str]) -> list[str]:
        return [max(keys, key=lambda key: (busy[key], key))] if keys else []

    ends = [*busiest([p.key for p in event.actors]), *busiest([p.key for p in event.recipients])]
    if len(set(ends)) < 2:
        ends = sorted(set(_sides(event)), key=lambda key: (-busy[key], key))[:2]
    return frozenset(ends)
