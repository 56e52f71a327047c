"""Sentences that are derived from events by code, never asked of a model: timelines and conflicts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.brief import BriefDraft, BriefRequest, CheckedThread, SentenceDraft, Statement, ThreadDraft
from summarizer.composing.differing import say_conflict, say_plainly
from summarizer.composing.passages import Telling, ways_to_tell
from summarizer.events import Conflict, Event
from summarizer.normalising.actors import codes_in
from summarizer.normalising.dates import edtf_bounds
from summarizer.normalising.numbers import find_numbers
from summarizer.ontology import Ontology

LEFT_OVER = "Also reported"
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ial)|reject\w*|dismiss\w*|not|no|none|nothing|never|nor)\b|n't\b", re.I)

_CORRECTION = re.compile(
    r"\b(?:first|initial\w*|earlier|correct\w+|withdr[ae]w\w*|retract\w*|takes? back|took back)\b", re.I
)


def complete_draft(draft: BriefDraft, request: BriefRequest, ontology: Ontology, leave_out: bool = False) -> BriefDraft:
    """The draft with a thread for every event (left-over ones under "Also reported"), each with its timeline.

    With `leave_out` only left-over events on which reports conflict get one: what a writer passed over weighs less than room.
    """
    events = {event.id: event for event in request.events}
    threads = []
    placed: set[str] = set()
    for thread in draft.threads:
        cited = [*thread.events, *(id_ for s in (*thread.happened, *thread.claims) for id_ in s.events)]
        ids = [id_ for id_ in dict.fromkeys(cited) if id_ in events and id_ not in placed]
        placed |= set(ids)
        threads.append(replace(thread, events=tuple(ids)))
    told = {id_ for sentence in (*draft.bottom_line, *draft.key_points) for id_ in sentence.events}
    rest = tuple(event.id for event in request.events if event.id not in placed and (not leave_out or event.conflicts))
    if rest:
        threads.append(ThreadDraft(LEFT_OVER, events=rest))
    return replace(draft, threads=tuple(_derived(thread, request, ontology, told) for thread in threads))


def background_thread(request: BriefRequest, ontology: Ontology) -> ThreadDraft:
    """A thread of the request's events, which were briefed before: their timeline alone."""
    thread = ThreadDraft("Background: briefed before", events=tuple(event.id for event in request.events))
    return _derived(thread, request, ontology, set())


def _derived(thread: ThreadDraft, request: BriefRequest, ontology: Ontology, elsewhere: set[str]) -> ThreadDraft:
    """The thread with its timeline: undated events only if nothing else tells them."""
    events = {event.id: event for event in request.events}
    mine = [events[id_] for id_ in thread.events]
    told = {id_ for sentence in (*thread.happened, *thread.claims) for id_ in sentence.events} | elsewhere
    shown = [event for event in in_time(mine) if (event.date or event.id not in told) and not _toward_itself(event)]
    lines: dict[tuple[str | None, Telling], list[Event]] = {}
    for event in shown:
        when = event.date.edtf if event.date else None
        lines.setdefault((when, next(ways_to_tell(event, request.by_id, ontology))), []).append(event)
    timeline = tuple(telling.draft(told) for (_, telling), told in lines.items())
    return replace(thread, timeline=timeline)


def untold_conflicts(
    thread: CheckedThread, told: Sequence[Statement], request: BriefRequest, ontology: Ontology
) -> tuple[tuple[SentenceDraft, SentenceDraft], ...]:
    """For each conflict of the thread's events that no sentence in `told` tells with at least two of its sides: a sentence, and
    its plain row.

    A figure may be told beside the other one, a charge and its denial and rival doers also apart, anywhere; dates and places
    among the conflicts.
    """
    articles = {article.id: article for article in request.articles}
    statements = (*thread.happened, *thread.claims, *thread.conflicts, *thread.timeline)
    mine = {id_ for statement in statements for id_ in statement.events}
    return tuple(
        (
            SentenceDraft(say_conflict(event, conflict, articles, ontology), (event.id,)),
            SentenceDraft(say_plainly(conflict, articles), (event.id,)),
        )
        for event in request.events
        if event.id in mine
        for conflict in event.conflicts
        if not _is_told([statement for statement in told if event.id in statement.events], conflict)
    )


def _is_told(told: Sequence[Statement], conflict: Conflict) -> bool:
    """Whether sentences about the event tell the conflict: one with two of its sides, or several with a side each.

    That is, of rival doers each is named; of a charge and its denial one sentence denies, and together they cite both.
    """
    if any(_tells(statement, conflict) for statement in told):
        return True
    if conflict.slot == "status":
        denied = {id_ for value in conflict.values if value.value == "denied" for id_ in value.articles}
        cited = [{citation.evidence.article for citation in statement.citations} for statement in told]
        denies = any(_DENIAL.search(s.text) and denied & own for s, own in zip(told, cited, strict=True))
        return denies and all(any(own & set(value.articles) for own in cited) for value in conflict.values)
    return conflict.slot == "actors" and all(
        any(_names(statement.text, value.value) for statement in told) for value in conflict.values
    )


def _names(text: str, party: str) -> bool:
    names = {word for word in re.findall(r"\w+", party) if word[0].isupper()} - {"The"}
    return bool(codes_in(party) & codes_in(text)) or any(re.search(rf"\b{name}", text) for name in names)


def _tells(statement: Statement, conflict: Conflict) -> bool:
    if _sides(statement, conflict) < 2:
        return _gives_both(statement, conflict) or _corrects(statement, conflict)
    figures = conflict.slot == "quantities" and len(find_numbers(statement.text)) > 1
    denial = conflict.slot == "status" and _DENIAL.search(statement.text) is not None
    return statement.section == "conflicts" or figures or denial


def _gives_both(statement: Statement, conflict: Conflict) -> bool:
    """Whether a sentence has at least two of the figures in dispute, from whatever articles."""
    given = {number.value for number in find_numbers(statement.text)}
    values = [{number.value for number in find_numbers(value.value)} for value in conflict.values]
    return conflict.slot == "quantities" and sum(bool(value & given) for value in values) > 1


def _corrects(statement: Statement, conflict: Conflict) -> bool:
    """Whether a sentence among the conflicts tells that what was reported first was put right: one article may tell both."""
    return (
        conflict.status == "superseded"
        and statement.section == "conflicts"
        and _CORRECTION.search(statement.text) is not None
    )


def _sides(statement: Statement, conflict: Conflict) -> int:
    """How many of a conflict's values a sentence cites an article for that gives them."""
    cited = {citation.evidence.article for citation in statement.citations}
    return sum(bool(cited & set(value.articles)) for value in conflict.values)


def _toward_itself(event: Event) -> bool:
    """Whether slots alone would say that somebody acted on itself: a domestic act, which our words would tell badly."""
    return bool(event.recipients) and {p.key for p in event.actors} == {p.key for p in event.recipients}


def in_time(events: Sequence[Event]) -> list[Event]:
    """Events by date; those without a full date after the dated ones, in their given order."""
    return sorted(events, key=lambda event: date_key(event.date.edtf if event.date else None))


def date_key(edtf: str | None) -> tuple[int, str]:
    """What sorts dates: those with a year by their first and then their last day, then partial ones, then none.

    What goes on is sorted by its first day alone.
    """
    bounds = edtf_bounds(edtf) if edtf else None
    if bounds is not None:
        return 0, f"{bounds[0]}/{bounds[0] if bounds[1] == dt.date.max else bounds[1]}"
    return (1, edtf.replace("X", "0")) if edtf else (2, "")
