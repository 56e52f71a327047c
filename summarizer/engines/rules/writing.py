"""A brief without a model: trimmed source sentences, and sentences made from the slots of events."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.brief import BriefDraft, BriefRequest, SentenceDraft, ThreadDraft
from summarizer.events import FACTUAL, Event
from summarizer.normalising.actors import display_name
from summarizer.normalising.phrasing import join_names, say_party, tell_event
from summarizer.ontology import Ontology

KEY_POINTS = {"short": 4, "standard": 6, "full": 7}
THREAD_SENTENCES = {"short": 0, "standard": 6, "full": 40}
BOTTOM_LINE = 3
PART_POINTS = 3
NO_JUDGEMENT = "no assessment: judgement needs a model, the rules only report"
LONGEST = 320  # characters of a source sentence that is told as it stands


_DEATHS = re.compile(r"\b(?:killed|dead|died|deaths?|wounded|injured|drowned)\b", re.I)
_TOLD = {"alleged": 0.85, "denied": 0.6}
_TOP = FACTUAL | {"alleged"}


def importance(event: Event, ontology: Ontology) -> float:
    """How far up an event belongs: weight of the act, deaths, sources, whether it is a fact, confidence."""
    publishers = len({source.publisher or source.article for source in event.sources})
    weight = abs(ontology.score(event.type, event.mode)) / 10
    if any(_DEATHS.search(part.quote) for part in event.evidence[:1]):
        weight += 0.4
    told = 1.0 if event.status in FACTUAL else _TOLD.get(event.status, 0.6)
    dated = 0.15 if event.date else 0.0
    parties = 0.15 * bool(event.actors) + 0.1 * bool(event.recipients)
    return (0.4 + weight) * told * (1 + 0.35 * (publishers - 1)) + dated + parties + 0.2 * event.confidence


def write_brief(request: BriefRequest, ontology: Ontology) -> BriefDraft:
    """The bottom line and key points from the most important events, in their source's words; threads by the parties.

    With `request.points` a choice of these alone. Nothing is judged: a judgement needs a model, which a note says.
    """
    if request.points:
        return _head(request, ontology)
    ranked = sorted(request.events, key=lambda event: -importance(event, ontology))
    leading = _lead_events(ranked)
    bottom = _bottom_line(leading, ontology)
    said = {draft.text for draft in bottom}
    groups = _same_sentence([*bottom, *(_sentence(event, ontology) for event in leading)])
    bottom = [group for group in groups if group.text in said]
    most = PART_POINTS if request.part else KEY_POINTS[request.length]
    key_points = tuple([group for group in groups if group.text not in said][:most])
    told_texts = (
        frozenset(point.text for point in (*bottom, *key_points)) if request.length != "full" else frozenset[str]()
    )
    threads = _threads(ranked, ontology, THREAD_SENTENCES[request.length], told_texts)
    return BriefDraft(tuple(bottom), key_points, threads, _notes(request))


def _head(request: BriefRequest, ontology: Ontology) -> BriefDraft:
    """The bottom line and key points of a brief that was written in parts, from the parts' own."""
    weight = {event.id: importance(event, ontology) for event in request.events}
    ranked = sorted(request.points, key=lambda point: -max(weight.get(id_, 0.0) for id_ in point.events))
    last = BOTTOM_LINE + KEY_POINTS[request.length]
    return BriefDraft(tuple(ranked[:BOTTOM_LINE]), tuple(ranked[BOTTOM_LINE:last]), (), _notes(request))


def _notes(request: BriefRequest) -> tuple[str, ...]:
    return (NO_JUDGEMENT,) if request.assess else ()


def _lead_events(ranked: Sequence[Event]) -> list[Event]:
    """Ranked events, those that only repeat a type between the same parties pushed back a little."""
    seen: Counter[tuple[object, ...]] = Counter()
    scored = []
    for at, event in enumerate(ranked):
        key = (event.type, event.mode, *sorted(p.key for p in (*event.actors, *event.recipients)))
        scored.append((at + 3 * seen[key], at, event))
        seen[key] += 1
    return [event for *_, event in sorted(scored, key=lambda item: item[:2])]


def _same_sentence(drafts: Iterable[SentenceDraft]) -> list[SentenceDraft]:
    """Drafts with one text become one that cites all their events."""
    events: dict[str, list[str]] = {}
    for draft in drafts:
        events.setdefault(draft.text, []).extend(draft.events)
    return [SentenceDraft(text, tuple(dict.fromkeys(ids))) for text, ids in events.items()]


def _bottom_line(ranked: Sequence[Event], ontology: Ontology) -> list[SentenceDraft]:
    """The two or three most important events of different kinds or parties; what named parties did before all else."""
    done = [event for event in ranked if event.status in _TOP and event.actors]
    chosen: list[SentenceDraft] = []
    seen: set[tuple[str, ...]] = set()
    for event in [*done, *ranked]:
        kind = (event.type, *sorted(party.key for party in (*event.actors[:1], *event.recipients[:1])))
        draft = _sentence(event, ontology)
        if kind not in seen and draft.text not in {other.text for other in chosen}:
            chosen.append(draft)
            seen.add(kind)
        if len(chosen) == BOTTOM_LINE:
            break
    return chosen


def _sentence(event: Event, ontology: Ontology) -> SentenceDraft:
    return SentenceDraft(tell_event(event, ontology, LONGEST), (event.id,))


def _threads(ranked: Sequence[Event], ontology: Ontology, most: int, told: frozenset[str]) -> tuple[ThreadDraft, ...]:
    """Events grouped by who deals with whom: those that share a counterpart of the busiest party belong together."""
    threads = []
    for events in _groups(ranked):
        facts = [e for e in events if e.status in FACTUAL and not e.attribution]
        claims = [e for e in events if e.status not in FACTUAL or e.attribution]
        threads.append(
            ThreadDraft(
                title_of(events),
                tuple(_untold(facts, ontology, told)[:most]),
                tuple(_untold(claims, ontology, told)[:most]),
                tuple(e.id for e in events),
            )
        )
    return tuple(threads)


def _untold(events: Sequence[Event], ontology: Ontology, told: frozenset[str]) -> list[SentenceDraft]:
    """The events' sentences, without those that stand in the brief already."""
    drafts = _same_sentence(_sentence(event, ontology) for event in events)
    return [draft for draft in drafts if draft.text not in told]


def _groups(events: Sequence[Event]) -> list[list[Event]]:
    """Groups of events joined by shared counterparts, largest first; the busiest party of all joins nothing."""
    busiest = Counter(side for event in events for side in set(_sides(event)))
    hub = busiest.most_common(1)[0][0] if busiest and busiest.most_common(1)[0][1] * 2 > len(events) else None
    home: dict[str, int] = {}
    groups: dict[int, list[Event]] = {}
    for at, event in enumerate(events):
        sides = {side for side in _sides(event) if side != hub} or {hub or ""}
        near = sorted({home[side] for side in sides if side in home})
        group = near[0] if near else at
        groups.setdefault(group, []).append(event)
        for other in near[1:]:
            groups[group] += groups.pop(other)
            home = {side: group if place == other else place for side, place in home.items()}
        home |= dict.fromkeys(sides, group)
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
