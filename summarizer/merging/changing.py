"""What changed in an event since an earlier state of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.changes import Change, ChangeKind, Changes, SlotChange
from summarizer.events import Conflict, Event, Party
from summarizer.merging.units import leading_values
from summarizer.normalising.dates import edtf_compatible, edtf_precision


def compare_events(
    before: Mapping[str, Event], after: Sequence[Event], since: str | None, replaced: frozenset[str] = frozenset()
) -> Changes:
    """Changes of events (by id) against earlier states; `replaced` are ids of articles that other versions took the place of.

    Corrected: a later report supersedes a value, or an article was replaced and tells another. Retracted: a later report takes
    back that it happened. Dropped: known events that no article tells any more. A mere further report changes nothing.
    """
    items: list[Change] = []
    background: list[Event] = []
    for event in after:
        known = before.get(event.id)
        if known is None:
            items.append(Change("new", event))
            continue
        slots = changed_slots(known, event)
        if slots:
            items.append(Change(_kind(known, event, slots, replaced), event, slots))
        else:
            background.append(event)
    here = {event.id for event in after}
    items += [
        Change("dropped", event)
        for id_, event in before.items()
        if id_ not in here and event.sources and all(source.article in replaced for source in event.sources)
    ]
    order: tuple[ChangeKind, ...] = ("retracted", "corrected", "updated", "new", "dropped")
    items.sort(key=lambda change: order.index(change.kind))
    return Changes(since, tuple(items), tuple(background))


def changed_slots(before: Event, after: Event) -> tuple[SlotChange, ...]:
    """Slots that tell something else than before, or more: status, date, figures, parties, place, and new conflicts."""
    slots = [*_conflicts(before, after)]
    settled = {slot.slot for slot in slots}
    if before.status != after.status and "status" not in settled:
        slots.append(SlotChange("status", before.status, after.status))
    if "date" not in settled:
        slots += _date(before, after)
    if "quantities" not in settled:
        slots += _quantities(before, after)
    slots += _parties("actors", before.actors, after.actors)
    slots += _parties("recipients", before.recipients, after.recipients)
    if after.place and before.place is None:
        slots.append(SlotChange("place", None, after.place.name))
    elif after.place and before.place and before.place.country != after.place.country:
        slots.append(SlotChange("place", before.place.name, after.place.name))
    return tuple(slots)


def _kind(before: Event, after: Event, slots: Sequence[SlotChange], replaced: frozenset[str]) -> ChangeKind:
    superseded = [c for c in _new_conflicts(before, after) if c.status == "superseded"]
    if after.status == "denied" and before.status != "denied":
        return "retracted"
    if any(c.slot == "status" and c.values[-1].value == "denied" for c in superseded):
        return "retracted"
    rewritten = any(source.article in replaced for source in before.sources)
    if superseded or (rewritten and any(slot.before is not None for slot in slots)):
        return "corrected"
    return "updated"


def _new_conflicts(before: Event, after: Event) -> list[Conflict]:
    """Conflicts that the earlier state didn't have, or had with other values or unresolved."""
    known = {(c.slot, tuple(v.value for v in c.values), c.status) for c in before.conflicts}
    return [c for c in after.conflicts if (c.slot, tuple(v.value for v in c.values), c.status) not in known]


def _conflicts(before: Event, after: Event) -> list[SlotChange]:
    return [SlotChange(c.slot, c.values[-2].value, c.values[-1].value) for c in _new_conflicts(before, after)]


def _date(before: Event, after: Event) -> list[SlotChange]:
    if after.date is None:
        return []
    if before.date is None:
        return [SlotChange("date", None, after.date.edtf)]
    old, new = before.date.edtf, after.date.edtf
    same = edtf_compatible(old, new) and edtf_precision(new) <= edtf_precision(old)
    return [] if same else [SlotChange("date", old, new)]


def _quantities(before: Event, after: Event) -> list[SlotChange]:
    old, new = leading_values(before.quantities), leading_values(after.quantities)
    return [
        SlotChange("quantities", old[kind].text if kind in old else None, quantity.text)
        for kind, quantity in new.items()
        if kind not in old or old[kind].value != quantity.value
    ]


def _parties(slot: str, before: Sequence[Party], after: Sequence[Party]) -> list[SlotChange]:
    """Parties that are told now and weren't; one told before and now not is no change of the event."""
    known = {party.key for party in before}
    added = [party for party in after if party.key not in known]
    if not added:
        return []
    names = ", ".join(dict.fromkeys(party.name for party in before)) or None
    return [SlotChange(slot, names, ", ".join(dict.fromkeys(party.name for party in added)))]
