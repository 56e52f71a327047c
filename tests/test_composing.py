from __future__ import annotations

import asyncio

import pytest

from summarizer.article import Article, Failure
from summarizer.brief import (
    BriefDraft,
    BriefRequest,
    CheckedBrief,
    CheckedThread,
    Citation,
    Section,
    SentenceDraft,
    Statement,
    ThreadDraft,
)
from summarizer.composing import BriefContext, complete_draft, compose_brief, untold_conflicts
from summarizer.engines.rules.briefs.writing import write_brief
from summarizer.engines.rules.engine import RulesEngine
from summarizer.events import Conflict, ConflictValue, Event, EventDate, Evidence, Party, SourceRef
from summarizer.ontology import load_ontology
from summarizer.pipeline.briefs import write_checked

ONTOLOGY = load_ontology()
ONE = Article(text="Norway expelled eight envoys of Chile.", publisher="Wire", published="2021-04-25")
TWO = Article(text="Norway expelled ten envoys of Chile.", publisher="Wire", published="2021-04-26")
PAPER = Article(text="Norway expelled ten envoys of Chile, it said.", publisher="Paper", published="2021-04-26")
COPY = Article(text="Norway expelled ten envoys of Chile!", publisher="Paper", copy_of=TWO.id)


def event(id_: str = "e-1", **slots: object) -> Event:
    values: dict[str, object] = {
        "id": id_, "type": "SANCTION", "mode": "expel", "status": "occurred", "summary": "", "engine": "test", "confidence": 1.0,
        "actors": (Party(name="Norway", country="NOR"),), "recipients": (Party(name="Chile", country="CHL"),),
        "date": EventDate(edtf="2021-04-24"),
        "evidence": (Evidence(article=ONE.id, start=0, end=len(ONE.text), quote=ONE.text),),
        "sources": (SourceRef(article=ONE.id),),
    }  # fmt: skip
    return Event.model_validate(values | slots)


def request(*events: Event) -> BriefRequest:
    return BriefRequest(events, (ONE, TWO, COPY))


def test_events_that_no_thread_tells_get_one_and_a_timeline_in_order() -> None:
    late, early, undated = event("e-2", date=EventDate(edtf="2021-05-01")), event("e-1"), event("e-3", date=None)
    draft = complete_draft(
        BriefDraft(threads=(ThreadDraft("T", events=("e-2",)),)), request(late, early, undated), ONTOLOGY
    )
    assert [thread.title for thread in draft.threads] == ["T", "Also reported"]
    assert [line.events for line in draft.threads[1].timeline] == [("e-1",), ("e-3",)]


def test_an_undated_event_that_is_told_elsewhere_is_not_on_the_timeline() -> None:
    told = ThreadDraft("T", happened=(SentenceDraft("Told.", ("e-3",)),))
    draft = complete_draft(BriefDraft(threads=(told,)), request(event("e-3", date=None)), ONTOLOGY)
    assert draft.threads[0].timeline == ()


def test_what_a_writer_passed_over_may_be_left_out_unless_reports_conflict_on_it() -> None:
    values = (ConflictValue(value="8 envoys", articles=(ONE.id,)), ConflictValue(value="10 envoys", articles=(TWO.id,)))
    disputed = event("e-2", conflicts=(Conflict(slot="quantities", values=values),))
    draft = complete_draft(BriefDraft(), request(event("e-1"), disputed), ONTOLOGY, leave_out=True)
    assert [thread.events for thread in draft.threads] == [("e-2",)]
    assert complete_draft(BriefDraft(), request(event("e-1")), ONTOLOGY, leave_out=True).threads == ()


def untold(*events: Event, told: tuple[Statement, ...] = ()) -> tuple[SentenceDraft, ...]:
    """What is said of the conflicts of events that no sentence of their thread tells."""
    here = Statement(text="T.", section="happened", events=tuple(item.id for item in events), citations=())
    pairs = untold_conflicts(CheckedThread("T", (here,), (), (), ()), told, request(*events), ONTOLOGY)
    return tuple(sentence for sentence, _ in pairs)


def cites(*articles: Article, text: str = "It differs.", section: Section = "conflicts") -> Statement:
    """A sentence about the event that cites the beginning of each article."""
    passages = [Evidence(article=one.id, start=0, end=4, quote=one.text[:4]) for one in articles]
    numbers = {ONE.id: 1, TWO.id: 2}
    citations = tuple(Citation(source=numbers[item.article], evidence=item) for item in passages)
    return Statement(text=text, section=section, events=(event().id,), citations=citations)


def test_a_conflict_that_a_sentence_sets_side_by_side_is_not_told_again() -> None:
    values = (ConflictValue(value="8 envoys", articles=(ONE.id,)), ConflictValue(value="10 envoys", articles=(TWO.id,)))
    differing = event(conflicts=(Conflict(slot="quantities", values=values),))
    assert untold(differing, told=(cites(ONE, TWO),)) == ()
    assert len(untold(differing, told=(cites(ONE),))) == 1
    assert len(untold(differing, told=(cites(ONE, TWO, section="claims"),))) == 1


def test_both_figures_or_a_correction_told_by_one_article_tell_the_conflict() -> None:
    values = (ConflictValue(value="8 envoys", articles=(ONE.id,)), ConflictValue(value="10 envoys", articles=(TWO.id,)))
    corrected = event(conflicts=(Conflict(slot="quantities", values=values, status="superseded"),))
    assert untold(corrected, told=(cites(TWO, text="Envoys: eight at first, ten in truth.", section="claims"),)) == ()
    assert len(untold(corrected, told=(cites(TWO, text="Norway expelled ten envoys.", section="claims"),))) == 1
    turned = (ConflictValue(value="alleged", articles=(ONE.id,)), ConflictValue(value="denied", articles=(TWO.id,)))
    withdrawn = event(conflicts=(Conflict(slot="status", values=turned, status="superseded"),))
    assert untold(withdrawn, told=(cites(TWO, text="Wire has withdrawn its report of an expulsion."),)) == ()
    assert len(untold(withdrawn, told=(cites(TWO, text="Norway did not expel anybody."),))) == 1


def test_a_charge_may_be_told_with_its_denial_anywhere() -> None:
    values = (ConflictValue(value="alleged", articles=(ONE.id,)), ConflictValue(value="denied", articles=(TWO.id,)))
    disputed = event(status="alleged", conflicts=(Conflict(slot="status", values=values),))
    assert untold(disputed, told=(cites(ONE, TWO, text="Chile says so, Norway denies it.", section="claims"),)) == ()
    assert len(untold(disputed, told=(cites(ONE, TWO, text="Chile says so.", section="claims"),))) == 1


def test_a_conflict_names_each_value_and_tells_two_reports_of_one_publisher_apart() -> None:
    values = (ConflictValue(value="8 envoys", articles=(ONE.id,)), ConflictValue(value="10 envoys", articles=(TWO.id,)))
    differing = event(conflicts=(Conflict(slot="quantities", values=values),))
    (line,) = untold(differing)
    assert line.text == (
        "Norway expelled representatives of Chile, but reports differ on the figure: Wire of 25 April 2021 gives 8 envoys; "
        "Wire of 26 April 2021 gives 10 envoys."
    )
    corrected = event(conflicts=(Conflict(slot="quantities", values=values, status="superseded"),))
    (line,) = untold(corrected)
    assert line.text == (
        "Norway expelled representatives of Chile; the figure, first given as 8 envoys (Wire of 25 April 2021), "
        "was later corrected to 10 envoys (Wire of 26 April 2021)."
    )


def test_header_sources_and_footer_are_counted_by_code() -> None:
    context = BriefContext(
        "2021-05-02", "test", "f", (Failure(source="x.txt", reason="empty"),), (COPY,), 3, ("a note",)
    )
    open_ended = event("e-2", date=EventDate(edtf="2021-04-20/.."))
    brief = compose_brief(CheckedBrief(), request(event(), open_ended), context)
    assert brief.period == "20 April 2021 to 24 April 2021"
    assert (brief.articles, brief.publishers) == (3, 1)
    assert [source.copy_of for source in brief.sources] == [None, None, 2]
    left_out = {item.what: item.reason for item in brief.verification.left_out}
    assert left_out["x.txt"] == "empty"
    assert left_out["note"] == "a note"
    assert left_out["event e-1"] == "told by no sentence"
    assert brief.verification.rejected_drafts == 3
    assert any("1 of 3 articles carries no publication date" in gap for gap in brief.gaps)


@pytest.mark.parametrize(
    ("date", "source", "gap"),
    [
        (
            EventDate(edtf="XXXX-XX-24", text="on the 24th"),
            COPY,
            ", so that dates such as “on the 24th” have no month and year.",
        ),
        (EventDate(edtf="XXXX-03", text="in March"), COPY, ", so that dates such as “in March” have no year."),
        (EventDate(edtf="XXXX-03", text="in March"), ONE, "."),
        (EventDate(edtf="2021-04-24", text="on 24 April 2021"), COPY, "."),
    ],
)
def test_what_an_article_without_a_date_leaves_open_is_shown_by_its_own_words(
    date: EventDate, source: Article, gap: str
) -> None:
    undated = event(date=date, sources=(SourceRef(article=source.id),))
    brief = compose_brief(CheckedBrief(), request(undated), BriefContext("2021-05-02", "test", "f"))
    assert brief.gaps[0] == f"1 of 3 articles carries no publication date{gap}"


def test_an_event_whose_sentence_stands_for_another_too_is_not_called_untold() -> None:
    def thread(title: str, id_: str) -> CheckedThread:
        one = Statement(text="Both, in one sentence.", section="happened", events=(id_,), citations=())
        return CheckedThread(title, (one,), (), (), ())

    checked = CheckedBrief(threads=(thread("A", "e-1"), thread("B", "e-2")))
    brief = compose_brief(checked, request(event("e-1"), event("e-2")), BriefContext("2021-05-02", "test", "f"))
    assert [statement.text for statement in brief.statements()] == ["Both, in one sentence."]
    assert brief.verification.left_out == ()


def test_the_rules_put_deaths_and_what_many_report_first() -> None:
    def told(id_: str, quote: str, **slots: object) -> Event:
        evidence = (Evidence(article="a-1", start=0, end=len(quote), quote=quote),)
        return event(id_, evidence=evidence, **slots)

    praise = told("e-1", "Norway praised the harbour workers of Chile on Monday.", type="SUPPORT", mode=None)
    deaths = told(
        "e-2",
        "Norwegian guards shot two men of Chile dead, Chile said.",
        type="ASSAULT",
        mode="firearms",
        status="alleged",
    )
    visit = told("e-3", "The envoy of Norway visited a school in Chile.", type="CONSULT", mode="visit")
    draft = write_brief(request(praise, visit, deaths), ONTOLOGY)
    assert draft.bottom_line[0].events == ("e-2",)
    short = write_brief(BriefRequest((praise, visit, deaths), (), part=True), ONTOLOGY)
    assert len(short.bottom_line) + len(short.key_points) <= 6


def test_rival_doers_may_be_named_by_a_sentence_each() -> None:
    values = (
        ConflictValue(value="Norway's agents", articles=(ONE.id,)),
        ConflictValue(value="Radio Bahar", articles=(TWO.id,)),
    )
    rivals = event(status="alleged", conflicts=(Conflict(slot="actors", values=values),))
    charge, answer = (cites(ONE, text=text, section="claims") for text in ("Norwegian agents did it.", "Bahar did it."))
    assert untold(rivals, told=(charge, answer)) == ()
    assert len(untold(rivals, told=(charge,))) == 1


def test_a_conflict_whose_sentence_does_not_hold_is_shown_as_a_plain_row_without_a_note() -> None:
    values = (ConflictValue(value="occurred", articles=(ONE.id,)), ConflictValue(value="denied", articles=(PAPER.id,)))
    both = tuple(Evidence(article=a.id, start=0, end=len(a.text), quote=a.text) for a in (ONE, PAPER))
    differing = event(evidence=both, conflicts=(Conflict(slot="status", values=values),))
    miscounted = differing.model_copy(update={"recipients": (Party(name="40 guards", country="CHL", sector="MIL"),)})

    def told(disputed: Event) -> list[tuple[str, tuple[str, ...]]]:
        asked = BriefRequest((disputed,), (ONE, PAPER))
        checked, _ = asyncio.run(write_checked(asked, RulesEngine(ONTOLOGY), ONTOLOGY, 50))
        return [(s.text, s.flags) for thread in checked.threads for s in thread.conflicts]

    said = "Reports differ on whether Norway expelled representatives of Chile: Wire reports it as a fact; Paper reports that it is denied."
    assert told(differing) == [(said, ())]
    assert told(miscounted) == [("Reports differ on whether it happened: occurred (Wire); denied (Paper).", ())]


def test_a_charge_and_its_denial_may_be_a_sentence_each() -> None:
    values = (ConflictValue(value="alleged", articles=(ONE.id,)), ConflictValue(value="denied", articles=(TWO.id,)))
    disputed = event(status="alleged", conflicts=(Conflict(slot="status", values=values),))
    charge, denial = (
        cites(ONE, text="Chile says so.", section="claims"),
        cites(TWO, text="Norway denies it.", section="claims"),
    )
    assert untold(disputed, told=(charge, denial)) == ()
    assert len(untold(disputed, told=(charge,))) == 1
    assert len(untold(disputed, told=(charge, cites(TWO, text="Norway says so.", section="claims")))) == 1
