"""What a brief by rules is made of: events told in checked words, those of the same sentences as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.brief import BriefRequest, SentenceDraft, Withheld
from summarizer.composing.passages import LAST_RESORT, Run, Telling, ways_to_tell
from summarizer.events import Event
from summarizer.ontology import Ontology
from summarizer.verifying import verify_sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """Words with the events that they tell, most important first; `run` when they are an article's own.

    Those that are told `beside` an event rest on their run alone. `day` is the sentence that gives the day put into the words.
    """

    text: str
    events: tuple[Event, ...]
    run: Run | None = None
    beside: bool = False
    day: Run | None = None

    @property
    def draft(self) -> SentenceDraft:
        """The sentence as a brief takes it: it rests on its run, and on what other articles say of its events."""
        if self.run is not None and self.beside:
            return SentenceDraft(self.text, tuple(event.id for event in self.events), (self.run.evidence,))
        return Telling(self.text, self.run, self.day).draft(self.events)


def tell_all(events: Sequence[Event], request: BriefRequest, ontology: Ontology) -> list[Unit]:
    """The events in order, each in the best words that hold, those that share sentences told once.

    An event of which nothing holds is told in our words all the same, to be listed as withheld.
    """
    told: dict[str, Unit] = {}
    ways = {event.id: ways_to_tell(event, request.by_id, ontology) for event in events}
    waiting = list(events)
    while waiting:
        tried = [(event, _next(ways[event.id])) for event in waiting]
        asked = [(event, Unit(way.text, (event,), way.run, day=way.day)) for event, way in tried if way is not None]
        results = verify_sentences([(unit.draft, "key_points") for _, unit in asked], request)
        waiting = []
        for (event, unit), result in zip(asked, results, strict=True):
            told[event.id] = unit
            if isinstance(result, Withheld):
                waiting.append(event)
    for unit in list(told.values()):
        told[unit.events[0].id] = _beside_what_it_repeats(unit, list(told.values()), request, ontology)
    return _without_headings(_joined([told[event.id] for event in events]))


def _next(ways: Iterator[Telling]) -> Telling | None:
    return next(ways, None)


def _beside_what_it_repeats(unit: Unit, others: Sequence[Unit], request: BriefRequest, ontology: Ontology) -> Unit:
    """The unit; if sentences before its own repeat what another tells, in words that go on from that one's where they hold."""
    (event,) = unit.events
    run = unit.run
    if run is None or run.first == run.last:
        return unit
    repeated = [other.run for other in others if other is not unit and other.run and _repeats(run, other)]
    if not repeated:
        return unit
    for way in ways_to_tell(event, request.by_id, ontology):
        if way.run and any(_overlap(way.run, other) for other in repeated):
            again = Unit(way.text, (event,), way.run, day=way.day)
            (result,) = verify_sentences([(again.draft, "key_points")], request)
            if not isinstance(result, Withheld):
                return again
    return unit


def _repeats(run: Run, other: Unit) -> bool:
    """Whether a run holds what a unit tells in sentences of its own."""
    told = run.evidence
    return not (other.run and run.meets(other.run)) and all(
        any(
            part.article == told.article and told.start <= part.start and part.end <= told.end
            for part in event.evidence
        )
        for event in other.events
    )


def _joined(units: Sequence[Unit]) -> list[Unit]:
    """Units of the same words, but for their source, or of sentences that overlap, as one, in the place of the first."""
    joined: list[Unit] = []
    worded: dict[str, int] = {}
    placed: dict[str, list[int]] = {}
    for unit in units:
        at = worded.get(_without_source(unit.text))
        if at is None and unit.run:
            at = next((at for at in placed.get(unit.run.article.id, ()) if _overlap(joined[at].run, unit.run)), None)
        if at is None:
            at = len(joined)
            joined.append(unit)
            if unit.run:
                placed.setdefault(unit.run.article.id, []).append(at)
        else:
            other = joined[at]
            run = other.run | unit.run if other.run and unit.run else other.run
            joined[at] = replace(
                other, text=run.text if run else other.text, events=(*other.events, *unit.events), run=run
            )
        worded[_without_source(joined[at].text)] = at
    return joined


def _without_source(text: str) -> str:
    """The words before ", according to …", which stands behind what only one of two events of a sentence has its source for."""
    return text.partition(", according to ")[0].removesuffix(".")


def _without_headings(units: Sequence[Unit]) -> list[Unit]:
    """Units, those of headings told by a sentence of the same article on the same kind of act by the same party, if there is one."""
    told = [unit for unit in units if not (unit.run and unit.run.is_heading)]
    kept = list(told)
    for unit in units:
        if not (unit.run and unit.run.is_heading):
            continue
        at = next((at for at, other in enumerate(told) if _elaborates(other, unit)), None)
        if at is None:
            kept.append(unit)
        else:
            kept[at] = replace(kept[at], events=(*kept[at].events, *unit.events))
    return kept


def _elaborates(unit: Unit, heading: Unit) -> bool:
    head = heading.events[0]
    return any(
        event.type == head.type
        and {p.key for p in event.actors} & {p.key for p in head.actors}
        and {part.article for part in event.evidence} & {part.article for part in head.evidence}
        for event in unit.events
    )


def _overlap(one: Run | None, other: Run) -> bool:
    """Whether runs share a sentence and are short enough to be told as one."""
    return one is not None and one.meets(other) and len((one | other).text) <= LAST_RESORT
