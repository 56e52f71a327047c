"""A thread tells each act once: on the timeline where it has a day of its own, else in its place."""

from __future__ import annotations

from test_composing import event

from summarizer.brief import CheckedThread, Section, Statement
from summarizer.composing.timelines import compose_thread, told_once
from summarizer.events import EventDate

EVENTS = {
    "e-1": event("e-1", date=EventDate(edtf="2021-04-24")),
    "e-2": event("e-2", date=EventDate(edtf="2021-04-20")),
    "e-3": event("e-3", date=None),
    "e-4": event("e-4", date=EventDate(edtf="2021-04-22")),
}


def told(text: str, *ids: str, section: Section = "happened") -> Statement:
    return Statement(text=text, section=section, events=ids, citations=())


def thread(
    *happened: Statement, claims: tuple[Statement, ...] = (), timeline: tuple[Statement, ...] = ()
) -> CheckedThread:
    return CheckedThread("T", happened, claims, (), timeline)


def test_sentences_of_one_date_stand_on_the_timeline_in_its_order_and_nowhere_else() -> None:
    found = compose_thread(
        thread(told("First.", "e-1"), told("Second.", "e-2"), told("Undated.", "e-3"), told("Two days.", "e-1", "e-4")),
        EVENTS,
        (),
    )
    assert [statement.text for statement in found.happened] == ["Undated.", "Two days."]
    assert [(entry.date, entry.statement.text) for entry in found.timeline] == [
        ("2021-04-20", "Second."), ("2021-04-24", "First."),
    ]  # fmt: skip
    assert {entry.statement.section for entry in found.timeline} == {"timeline"}


def test_what_hangs_together_stays_together() -> None:
    found = compose_thread(thread(told("Norway acted.", "e-1"), told("It was late.", "e-2")), EVENTS, ())
    assert [statement.text for statement in found.happened] == ["Norway acted.", "It was late."]
    assert found.timeline == ()


def test_what_a_sentence_of_the_thread_tells_is_not_told_again() -> None:
    derived = (told("Source words 1.", "e-1", section="timeline"), told("Source words 4.", "e-4", section="timeline"))
    found = compose_thread(thread(claims=(told("A claim.", "e-1"),), timeline=derived), EVENTS, ())
    assert [entry.statement.text for entry in found.timeline] == ["Source words 4."]


def test_the_head_lends_its_words() -> None:
    derived = (told("SOURCE words 4.", "e-4", section="timeline"),)
    head = (told("A key point.", "e-4", section="key_points"), told("Both.", "e-1", "e-4", section="bottom_line"))
    found = compose_thread(thread(timeline=derived), EVENTS, head, full=True)
    assert [(entry.date, entry.statement.text) for entry in found.timeline] == [("2021-04-22", "A key point.")]


def test_no_sentence_stands_in_two_threads() -> None:
    one = compose_thread(thread(told("Both, once.", "e-1", "e-4")), EVENTS, ())
    other = compose_thread(thread(told("Both, once.", "e-1", "e-4"), told("More.", "e-1", "e-4")), EVENTS, ())
    first, second = told_once([one, other], ())
    assert [s.text for s in first.happened] == ["Both, once."]
    assert [s.text for s in second.happened] == ["More."]
    assert told_once([one, one], ()) == (one,)
    assert told_once([one], one.happened) == ()


def test_what_the_head_tells_is_told_again_only_in_full() -> None:
    derived = (told("Source words 4.", "e-4", section="timeline"),)
    head = (told("Both.", "e-1", "e-4", section="bottom_line"),)
    assert compose_thread(thread(timeline=derived), EVENTS, head).timeline == ()
    assert len(compose_thread(thread(timeline=derived), EVENTS, head, full=True).timeline) == 1
