"""A thread's timeline put together from what holds, so that nothing is told twice within a thread."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.brief import CheckedThread, Statement, Thread, TimelineEntry
from summarizer.composing.derive import date_key
from summarizer.events import Event

# A sentence that hangs on the one before it keeps its place.
_HANGING = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|there|both|such|the (?:same|latter|former|two|pair))\b",
    re.I,
)


def compose_thread(
    thread: CheckedThread, events: Mapping[str, Event], head: Sequence[Statement], full: bool = False
) -> Thread:
    """The thread; sentences that tell acts of one date stand on its timeline, under that date, and nowhere else in it.

    Of acts that another sentence of the thread tells the timeline says no more, nor of those that a sentence of the brief's
    head (bottom line, key points) tells, unless the brief is to be `full`: then it tells them in the head's words.
    """
    following = [statement.text for statement in thread.happened[1:]] + [""]
    dated = {
        id(statement): date
        for statement, after in zip(thread.happened, following, strict=False)
        if not (_HANGING.match(statement.text) or _HANGING.match(after)) and (date := _one_date(statement, events))
    }
    moved = [statement for statement in thread.happened if id(statement) in dated]
    stay = tuple(statement for statement in thread.happened if id(statement) not in dated)
    told = {id_ for statement in (*thread.happened, *thread.claims) for id_ in statement.events}
    if not full:
        told |= {id_ for statement in head for id_ in statement.events}
    worded: dict[tuple[str, ...], Statement] = {s.events: s for s in reversed(head) if len(s.events) == 1}
    derived = [s for s in thread.timeline if not set(s.events) <= told]
    entries: list[tuple[str | None, Statement]] = [(dated[id(s)], s) for s in moved]
    entries += [(_date(s, events), worded.get(s.events, s)) for s in derived]
    entries.sort(key=lambda entry: date_key(entry[0]))
    return Thread(
        title=thread.title,
        happened=stay,
        claims=thread.claims,
        conflicts=thread.conflicts,
        timeline=tuple(
            TimelineEntry(date=date, statement=statement.model_copy(update={"section": "timeline"}))
            for date, statement in entries
        ),
    )


def told_once(threads: Sequence[Thread], head: Sequence[Statement]) -> tuple[Thread, ...]:
    """The threads without sentences that the head or an earlier thread has word for word, and without those left empty."""
    seen = {statement.text for statement in head}

    def fresh(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        kept = tuple(statement for statement in statements if statement.text not in seen)
        seen.update(statement.text for statement in kept)
        return kept

    kept: list[Thread] = []
    for thread in threads:
        happened, claims, conflicts = fresh(thread.happened), fresh(thread.claims), fresh(thread.conflicts)
        left = {statement.text for statement in fresh([entry.statement for entry in thread.timeline])}
        timeline = tuple(entry for entry in thread.timeline if entry.statement.text in left)
        if happened or claims or conflicts or timeline:
            update = {"happened": happened, "claims": claims, "conflicts": conflicts, "timeline": timeline}
            kept.append(thread.model_copy(update=update))
    return tuple(kept)


def _one_date(statement: Statement, events: Mapping[str, Event]) -> str | None:
    """The date that all acts of a sentence share, or None."""
    dates = {event.date.edtf if event.date else None for id_ in statement.events if (event := events.get(id_))}
    return dates.pop() if len(dates) == 1 else None


def _date(statement: Statement, events: Mapping[str, Event]) -> str | None:
    """The first date of a sentence's acts."""
    found = (events[id_].date for id_ in statement.events if id_ in events)
    return next((date.edtf for date in found if date), None)
