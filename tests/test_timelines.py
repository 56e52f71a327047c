"""A thread tells each act once: on the timeline where it has a day of its own, else in its place."""

from __future__ import annotations

from test_composing import event

from summarizer.brief import CONTEXT, CheckedThread, Citation, Section, Statement
from summarizer.composing.timelines import compose_thread, told_once
from summarizer.events import EventDate, Evidence

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


def test_sentences_stand_on_the_timeline_in_order_of_time_and_nowhere_else() -> None:
    found = compose_thread(
        thread(told("First.", "e-1"), told("Undated.", "e-3"), told("Second.", "e-2"), told("Days.", "e-4", "e-1")),
        EVENTS,
        (),
    )
    assert found.happened == ()
    assert [(entry.date, entry.statement.text) for entry in found.timeline] == [
        ("2021-04-20", "Second."), ("2021-04-22/2021-04-24", "Days."), ("2021-04-24", "First."), (None, "Undated."),
    ]  # fmt: skip
    assert {entry.statement.section for entry in found.timeline} == {"timeline"}


def test_what_took_days_stands_behind_what_its_first_day_brought() -> None:
    events = EVENTS | {"e-7": event("e-7", date=EventDate(edtf="2021-04-20"))}
    events |= {"e-8": event("e-8", date=EventDate(edtf="2021-04-20/.."))}
    days, day, since = told("Days.", "e-2", "e-4"), told("Day.", "e-7"), told("Since.", "e-8")
    found = compose_thread(thread(days, since, day), events, ())
    assert [entry.statement.text for entry in found.timeline] == ["Since.", "Day.", "Days."]


def test_what_is_told_with_a_plan_stands_on_the_day_it_was_done() -> None:
    events = EVENTS | {"e-6": event("e-6", status="announced", date=EventDate(edtf="2021-06-01"))}
    found = compose_thread(thread(told("Done, and one to come.", "e-1", "e-6"), told("To come.", "e-6")), events, ())
    assert [entry.date for entry in found.timeline] == ["2021-04-24", "2021-06-01"]


def test_a_promise_is_not_told_under_the_month_since_when_what_it_ends_has_held() -> None:
    ban = event("e-6", status="ongoing", date=EventDate(edtf="2021-03/.."))
    lifted = event("e-7", status="announced", date=EventDate(edtf="2021-12"))
    found = compose_thread(
        thread(told("One.", "e-2"), told("The ban shall end.", "e-6", "e-7")), EVENTS | {"e-6": ban, "e-7": lifted}, ()
    )
    assert [entry.date for entry in found.timeline] == ["2021-04-20", None]


def test_a_partial_date_keeps_its_place_behind_the_sentence_before() -> None:
    events = EVENTS | {"e-5": event("e-5", date=EventDate(edtf="XXXX-04-21"))}
    found = compose_thread(thread(told("One.", "e-2"), told("Two.", "e-5"), told("Three.", "e-1")), events, ())
    assert [(entry.date, entry.statement.text) for entry in found.timeline] == [
        ("2021-04-20", "One."), ("XXXX-04-21", "Two."), ("2021-04-24", "Three."),
    ]  # fmt: skip


def test_what_has_no_date_at_all_is_told_as_it_comes() -> None:
    found = compose_thread(thread(told("Norway acted.", "e-3"), told("So did Chile.", "e-3")), EVENTS, ())
    assert [statement.text for statement in found.happened] == ["Norway acted.", "So did Chile."]
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
    assert [entry.statement.text for entry in first.timeline] == ["Both, once."]
    assert [entry.statement.text for entry in second.timeline] == ["More."]
    assert told_once([one, one], ()) == (one,)
    twice = one.model_copy(update={"timeline": one.timeline * 2})
    assert told_once([twice], ()) == (one,)
    assert told_once([one], one.statements()) == ()


def test_words_with_which_a_longer_sentence_begins_are_not_told_before_it() -> None:
    first, both = "The ministers of Norway met in Oslo.", "The ministers of Norway met in Oslo. They signed a treaty."
    derived = (told(first, "e-2", section="timeline"), told(both, "e-1", section="timeline"))
    found = compose_thread(thread(timeline=derived), EVENTS, ())
    assert [(entry.date, entry.statement.text) for entry in found.timeline] == [("2021-04-20/2021-04-24", both)]
    other = told("The ministers of Norway met in Rome.", "e-2", section="timeline")
    assert len(compose_thread(thread(timeline=(other, derived[1])), EVENTS, ()).timeline) == 2


def test_who_holds_anothers_words_rests_on_its_sources_too() -> None:
    def cited(text: str, *sources: int) -> Statement:
        part = Evidence(article="a-1", start=0, end=len(text), quote=text)
        citations = tuple(Citation(source=source, evidence=part) for source in sources)
        return told(text, "e-1", section="timeline").model_copy(update={"citations": citations})

    short = cited("The ministers of Norway met in Oslo.", 1, 2)
    longer = cited("The ministers of Norway met in Oslo. They signed a treaty.", 1)
    (entry,) = compose_thread(thread(timeline=(short, longer)), EVENTS, ()).timeline
    assert [citation.source for citation in entry.statement.citations] == [1, 2]
    assert entry.statement.citations[0] == longer.citations[0]


def test_what_is_told_among_other_words_is_not_told_again() -> None:
    words = "They signed a treaty of eleven pages."
    head = (told(f"The ministers met in Oslo. {words}", "e-1", section="bottom_line"),)
    one = compose_thread(thread(told(words, "e-1"), told(f"{words} It rained.", "e-1")), EVENTS, ())
    (kept,) = told_once([one], head)
    assert [entry.statement.text for entry in kept.timeline] == [f"{words} It rained."]


def test_what_the_head_tells_is_told_again_only_in_full() -> None:
    derived = (told("Source words 4.", "e-4", section="timeline"),)
    head = (told("Both.", "e-1", "e-4", section="bottom_line"),)
    assert compose_thread(thread(timeline=derived), EVENTS, head).timeline == ()
    assert len(compose_thread(thread(timeline=derived), EVENTS, head, full=True).timeline) == 1


def test_context_takes_no_date_of_the_events_beside_it() -> None:
    found = compose_thread(CheckedThread(CONTEXT, (told("Wool is its trade.", "e-1"),), (), (), ()), EVENTS, ())
    assert [statement.text for statement in found.happened] == ["Wool is its trade."]
    assert found.timeline == ()
