"""What changed, in sentences: an update line in the manner of the wires, then a line for each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from summarizer.article import Article
from summarizer.brief import BriefRequest, Length, SentenceDraft
from summarizer.changes import Change, ChangeKind, Changes
from summarizer.composing.differing import say_conflict
from summarizer.events import Event
from summarizer.normalising.dates import say_date
from summarizer.normalising.phrasing import join_names, say_event, say_party
from summarizer.normalising.quoting import tell_event
from summarizer.ontology import Ontology

_LONGEST = 320  # characters of a source sentence that stands as it is
_LINES: Final[dict[Length, int]] = {"short": 5, "standard": 12, "full": 1000}
_VERBS: Final[dict[ChangeKind, str]] = {
    "new": "adds",
    "updated": "updates",
    "corrected": "corrects",
    "retracted": "withdraws",
}
_SLOTS: Final = {
    "quantities": "figure",
    "date": "date",
    "status": "status",
    "actors": "who acted",
    "recipients": "who was concerned",
    "place": "place",
}
_MOST_TOLD = 3  # acts that the update line names for each verb


def say_changes(changes: Changes, request: BriefRequest, ontology: Ontology) -> tuple[SentenceDraft, ...]:
    """Sentences for the section "what changed"; nothing when nothing changed or all is new."""
    told = [change for change in changes.items if change.kind != "dropped"]
    if not told or changes.since is None:
        return ()
    articles = {article.id: article for article in request.articles}
    lines = [_line(change, articles, ontology) for change in told]
    return (_update_line(told, ontology), *lines[: _LINES[request.length]])


def _update_line(changes: Sequence[Change], ontology: Ontology) -> SentenceDraft:
    """`Adds expulsion (Belarus and Bulgaria); corrects figure of expulsion (Bulgaria and Belarus).`"""
    parts: list[str] = []
    ids: list[str] = []
    for kind, verb in _VERBS.items():
        named = [change for change in changes if change.kind == kind][:_MOST_TOLD]
        ids += [change.event.id for change in named]
        if named:
            parts.append(f"{verb} {join_names([_topic(change, ontology) for change in named])}")
    text = "; ".join(parts)
    return SentenceDraft(f"{text[:1].upper()}{text[1:]}.", tuple(dict.fromkeys(ids)))


def _topic(change: Change, ontology: Ontology) -> str:
    event = change.event
    sides = [*map(say_party, event.actors[:2]), *map(say_party, event.recipients[:2])]
    plain = change.kind == "retracted" or event.status in ("occurred", "ongoing")
    qualified = "" if plain else f"{event.status} "
    act = qualified + ontology.noun(event.type, event.mode)
    where = f" ({join_names(sides)})" if sides else ""
    slots = [_SLOTS.get(slot.slot, slot.slot) for slot in change.slots]
    return f"{act}{where}" if change.kind in ("new", "retracted") else f"{join_names(slots)} of {act}{where}"


def _line(change: Change, articles: Mapping[str, Article], ontology: Ontology) -> SentenceDraft:
    event = change.event
    if change.kind == "new":
        return SentenceDraft(f"New: {tell_event(event, ontology, _LONGEST)}", (event.id,))
    label = change.kind.capitalize()
    values = {slot.after for slot in change.slots}
    conflict = next((c for c in reversed(event.conflicts) if c.values[-1].value in values), None)
    if conflict is not None:
        return SentenceDraft(f"{label}: {say_conflict(event, conflict, dict(articles), ontology)}", (event.id,))
    return SentenceDraft(f"{label}: {_updated(event, change, ontology)}", (event.id,))


def _updated(event: Event, change: Change, ontology: Ontology) -> str:
    """The act as it is told now, and which of it is new."""
    new = []
    for slot in change.slots:
        value = say_date(slot.after) if slot.slot == "date" else slot.after
        if slot.slot == "status":
            continue  # the sentence itself tells it
        new.append(f"{_SLOTS.get(slot.slot, slot.slot)}: {value}")
    tail = f" ({'; '.join(new)})" if new else ""
    return f"{say_event(event, ontology)}{tail}."


def say_dropped(changes: Changes, ontology: Ontology) -> tuple[str, ...]:
    """Notes on events that were briefed and that no article tells any more."""
    return tuple(
        f"No longer reported: “{say_event(change.event, ontology)}”; the article that told it was replaced by another version."
        for change in changes.of("dropped")
    )
