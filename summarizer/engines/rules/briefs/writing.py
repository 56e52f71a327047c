"""A brief without a model: trimmed source sentences, and sentences made from the slots of events."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.brief import CONTEXT, BriefDraft, BriefRequest, ThreadDraft
from summarizer.engines.rules.briefs.background import find_background, is_lead
from summarizer.engines.rules.briefs.threads import group_events, title_of
from summarizer.engines.rules.briefs.units import Unit, tell_all
from summarizer.engines.rules.briefs.weighing import importance, rank, spread
from summarizer.events import FACTUAL, Event
from summarizer.ontology import Ontology
from summarizer.pausing import collector_paused

KEY_POINTS = {"short": 4, "standard": 6, "full": 7}
# Sentences that tell no event of ours, but what the story is about: so many, or until there are so many in all.
BACKGROUND = {"short": (1, 0), "standard": (4, 10), "full": (8, 20)}
MOST_POINTS = 7  # background takes the room that events leave; the rest of it is a thread
THREAD_SENTENCES = {"short": 0, "standard": 6, "full": 40}
BOTTOM_LINE = 3
PART_POINTS = 3
NO_JUDGEMENT = "no assessment: judgement needs a model, the rules only report"

_TOP = FACTUAL | {"alleged"}


@collector_paused()
def write_brief(request: BriefRequest, ontology: Ontology) -> BriefDraft:
    """The bottom line and key points from the most important events, in their source's words; threads by the parties.

    With `request.points` a choice of these alone. Nothing is judged: a judgement needs a model, which a note says.
    """
    if request.points:
        return _head(request, ontology)
    ranked = sorted(request.events, key=lambda event: -importance(event, ontology))
    units = tell_all(ranked, request, ontology)
    leading = spread(rank(units, ontology))
    bottom = _bottom_line(leading)
    most = PART_POINTS if request.part else KEY_POINTS[request.length]
    points = [unit for unit in leading if unit not in bottom][:most]
    head = [*bottom, *points]
    context: list[Unit] = []
    if not request.part:
        least, whole = BACKGROUND[request.length]
        background = find_background(request, units, head, ontology)[: max(least, whole - len(units))]
        lead = next((unit for unit in background if is_lead(unit, ontology)), None)
        if lead and not any(unit.run and lead.run and unit.run.first <= lead.run.first for unit in bottom):
            bottom, points = [lead, *bottom[: BOTTOM_LINE - 1]], [*bottom[BOTTOM_LINE - 1 :], *points]
        context = [unit for unit in background if unit not in bottom and request.length != "short"]
        room = max(0, MOST_POINTS - len(points))
        points, context = [*points, *context[:room]], context[room:]
    if len(request.articles) == 1:
        points.sort(key=_place)
        bottom.sort(key=_place)
    told = head if request.length != "full" else []
    threads = _threads([unit for unit in units if unit not in told], ranked, THREAD_SENTENCES[request.length])
    if context:
        threads = (*threads, ThreadDraft(CONTEXT, tuple(unit.draft for unit in sorted(context, key=_place))))
    return BriefDraft(tuple(u.draft for u in bottom), tuple(u.draft for u in points), threads, _notes(request))


def _head(request: BriefRequest, ontology: Ontology) -> BriefDraft:
    """The bottom line and key points of a brief that was written in parts, from the parts' own."""
    weight = {event.id: importance(event, ontology) for event in request.events}
    ranked = sorted(request.points, key=lambda point: -max(weight.get(id_, 0.0) for id_ in point.events))
    last = BOTTOM_LINE + KEY_POINTS[request.length]
    return BriefDraft(tuple(ranked[:BOTTOM_LINE]), tuple(ranked[BOTTOM_LINE:last]), (), _notes(request))


def _notes(request: BriefRequest) -> tuple[str, ...]:
    return (NO_JUDGEMENT,) if request.assess else ()


def _place(unit: Unit) -> int:
    """Where a unit stands in its article."""
    starts = [part.start for event in unit.events for part in event.evidence[:1]]
    return unit.run.evidence.start if unit.run else min(starts, default=0)


def _bottom_line(ranked: Sequence[Unit]) -> list[Unit]:
    """The two or three most important units of different kinds or parties; what named parties did before all else."""
    deeds = [
        (unit, next((event for event in unit.events if event.status in _TOP and event.actors), None)) for unit in ranked
    ]
    done = [(unit, event) for unit, event in deeds if event]
    chosen: list[Unit] = []
    seen: set[tuple[str, ...]] = set()
    for unit, event in [*done, *((unit, unit.events[0]) for unit in ranked)]:
        kind = (event.type, *sorted(party.key for party in (*event.actors[:1], *event.recipients[:1])))
        if kind not in seen and unit not in chosen:
            chosen.append(unit)
            seen.add(kind)
        if len(chosen) == BOTTOM_LINE:
            break
    return chosen


def _threads(units: Sequence[Unit], ranked: Sequence[Event], most: int) -> tuple[ThreadDraft, ...]:
    """Events grouped by who deals with whom: those that share a counterpart of the busiest party belong together."""
    threads = []
    groups = group_events(ranked)
    home = {event.id: at for at, events in enumerate(groups) for event in events}
    placed: list[list[Unit]] = [[] for _ in groups]
    for unit in units:
        placed[home[unit.events[0].id]].append(unit)
    for events, told in zip(groups, placed, strict=True):
        facts = [unit.draft for unit in told if _is_fact(unit)]
        claims = [unit.draft for unit in told if not _is_fact(unit)]
        threads.append(
            ThreadDraft(title_of(events), tuple(facts[:most]), tuple(claims[:most]), tuple(e.id for e in events))
        )
    return tuple(threads)


def _is_fact(unit: Unit) -> bool:
    return all(event.status in FACTUAL and not event.attribution for event in unit.events)
