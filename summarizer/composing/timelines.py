"""A thread's timeline put together from what holds, so that nothing is told twice within a thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.brief import CONTEXT, CheckedThread, Statement, Thread, TimelineEntry
from summarizer.composing.derive import date_key
from summarizer.events import Event

_TO_COME = ("announced", "planned", "proposed", "demanded", "threatened")
_SENTENCE_STARTS = re.compile(r"\A|[.!?]['\"”’)]* ")
_BEGINNING = 30  # characters by which statements that begin alike are found
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def compose_thread(
    thread: CheckedThread, events: Mapping[str, Event], head: Sequence[Statement], full: bool = False
) -> Thread:
    """The thread with its sentences on a timeline, each under the date of its acts; where none has a date, in `happened`.

    They are in order of time; one without a full date keeps its place behind the one before it. Of acts that another sentence
    of the thread tells the timeline says no more, nor of those that a sentence of the brief's head (bottom line, key points)
    tells, unless the brief is to be `full`: then it tells them in the head's words.
    """
    told = {id_ for statement in (*thread.happened, *thread.claims) for id_ in statement.events}
    if not full:
        told |= {id_ for statement in head for id_ in statement.events}
    worded: dict[tuple[str, ...], Statement] = {
        s.events: s for s in reversed(head) if len(s.events) == 1 and _tells(s, events)
    }
    derived = [worded.get(s.events, s) for s in thread.timeline if not set(s.events) <= told]
    derived = _told_once_begun(derived)
    entries = [
        *_in_place(thread.happened, events),
        *((date_key(date_of_acts(s.events, events)), date_of_acts(s.events, events), s) for s in derived),
    ]
    dated = thread.title != CONTEXT and any(date for _, date, _ in entries)
    return Thread(
        title=thread.title,
        happened=() if dated else thread.happened,
        claims=thread.claims,
        conflicts=thread.conflicts,
        timeline=tuple(
            TimelineEntry(date=date, statement=_on_timeline(statement))
            for _, date, statement in sorted(entries, key=lambda entry: entry[0])
        )
        if dated
        else tuple(TimelineEntry(date=None, statement=_on_timeline(s)) for s in derived),
    )


def _told_once_begun(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without those with whose words a longer one begins, which then tells their events too."""
    longest: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: len(s.text)):
        longest[statement.text[:_BEGINNING]] = statement
    begun: dict[str, list[Statement]] = {}
    kept = []
    for statement in statements:
        long = longest[statement.text[:_BEGINNING]].text
        if statement.text != long and long.startswith(statement.text):
            begun.setdefault(long, []).append(statement)
        else:
            kept.append(statement)
    return [_with_all_of(statement, begun.get(statement.text, ())) for statement in kept]


def _with_all_of(statement: Statement, begun: Sequence[Statement]) -> Statement:
    """A statement with the events of those whose words it holds, and with their sources behind its own."""
    if not begun:
        return statement
    events = dict.fromkeys(id_ for s in (*begun, statement) for id_ in s.events)
    sources = {citation.source: citation for s in (*begun, statement) for citation in s.citations}
    own = {citation.source for citation in statement.citations}
    others = [citation for source, citation in sources.items() if source not in own]
    return statement.model_copy(update={"events": tuple(events), "citations": (*statement.citations, *others)})


def _on_timeline(statement: Statement) -> Statement:
    return statement if statement.section == "timeline" else statement.model_copy(update={"section": "timeline"})


def _in_place(
    happened: Sequence[Statement], events: Mapping[str, Event]
) -> Iterator[tuple[tuple[int, str], str | None, Statement]]:
    """What sorts each sentence, and the date of its acts: a partial one, or none, sorts as the sentence before it."""
    dates = [date_of_acts(statement.events, events) for statement in happened]
    keys = [date_key(date) for date in dates]
    before = next((key for key in keys if key[0] == 0), (1, ""))
    for statement, date, key in zip(happened, dates, keys, strict=True):
        before = key if key[0] == 0 else before
        yield before, date, statement


def _tells(statement: Statement, events: Mapping[str, Event]) -> bool:
    """Whether a sentence rests on a passage of its event, and isn't only told beside it."""
    own = [part for id_ in statement.events if id_ in events for part in events[id_].evidence]
    cited = [citation.evidence for citation in statement.citations]
    return not cited or any(
        one.article == other.article and one.start < other.end and other.start < one.end
        for one in cited
        for other in own
    )


def told_once(threads: Sequence[Thread], head: Sequence[Statement]) -> tuple[Thread, ...]:
    """The threads without sentences whose words the head or an earlier thread has, alone or among others, and without those left empty."""
    seen: dict[str, list[str]] = {}

    def note(text: str) -> None:
        for start in _SENTENCE_STARTS.finditer(text):
            seen.setdefault(text[start.end() :][:_BEGINNING], []).append(text)

    def fresh(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        told = [s for s in statements if not any(s.text in text for text in seen.get(s.text[:_BEGINNING], ()))]
        kept = {statement.text: statement for statement in reversed(told)}
        for text in kept:
            note(text)
        return tuple(reversed(kept.values()))

    for statement in head:
        note(statement.text)
    kept: list[Thread] = []
    for thread in threads:
        happened, claims, conflicts = fresh(thread.happened), fresh(thread.claims), fresh(thread.conflicts)
        entries = {entry.statement.text: entry for entry in reversed(thread.timeline)}
        timeline = tuple(entries[statement.text] for statement in fresh([e.statement for e in thread.timeline]))
        if happened or claims or conflicts or timeline:
            update = {"happened": happened, "claims": claims, "conflicts": conflicts, "timeline": timeline}
            kept.append(thread.model_copy(update=update))
    return tuple(kept)


def date_of_acts(ids: Sequence[str], events: Mapping[str, Event]) -> str | None:
    """The date (EDTF) under which a sentence about these acts stands, from the first day to the last where they have several.

    A partial one only if it is alone. Of what is told as done and what is to come, the days of what is done; a month or year
    since when something has held dates no promise to end it.
    """
    told = [event for id_ in ids if (event := events.get(id_)) and event.date]
    done = [event for event in told if event.status not in _TO_COME]
    found = [event.date.edtf for event in done or told if event.date]
    days = sorted({edtf for edtf in found if _DAY.fullmatch(edtf)})
    if len(days) > 1:
        return f"{days[0]}/{days[-1]}"
    if done and len(done) < len(told) and not any(_DAY.match(edtf) for edtf in found):
        return None
    return next(iter(days or found), None)
