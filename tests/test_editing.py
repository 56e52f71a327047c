"""A brief read over by its writer: what is shown, what is noticed, and which changes are taken."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from summarizer.article import Article
from summarizer.brief import BriefDraft, BriefLine, BriefRequest, Edit, Length, SentenceDraft, ThreadDraft
from summarizer.composing import words_wanted
from summarizer.errors import EngineError
from summarizer.events import Event, EventDate, Evidence, Party, SourceRef
from summarizer.ontology import load_ontology
from summarizer.pipeline.briefs import write_checked
from summarizer.pipeline.editing import PlacedLine, lines_of, look_over, with_edits
from summarizer.verifying import verify_brief
from tests.fakes import FakeEngine

ONTOLOGY = load_ontology()
NEWS = Article(
    text="Norway expelled eight envoys of Chile on 24 April 2021. Chile recalled its ambassador from Oslo on 25 April 2021. "
    "Foreign Minister Astrid Vollan regretted that.",
    publisher="Wire",
    published="2021-04-26",
)


def event(id_: str, part: str, **slots: object) -> Event:
    start = NEWS.text.index(part)
    evidence = Evidence(article=NEWS.id, start=start, end=start + len(part), quote=part)
    values: dict[str, object] = {
        "id": id_, "type": "SANCTION", "mode": "expel", "status": "occurred", "summary": "", "engine": "test", "confidence": 1.0,
        "evidence": (evidence,), "sources": (SourceRef(article=NEWS.id),),
    }  # fmt: skip
    return Event.model_validate(values | slots)


NORWAY, CHILE = Party(name="Norway", country="NOR"), Party(name="Chile", country="CHL")
EXPELLED = event(
    "e-1", "Norway expelled eight envoys of Chile on 24 April 2021.", actors=(NORWAY,), recipients=(CHILE,),
    date=EventDate(edtf="2021-04-24"),
)  # fmt: skip
RECALLED = event(
    "e-2", "Chile recalled its ambassador from Oslo on 25 April 2021.", type="SANCTION", mode="withdraw", actors=(CHILE,),
    recipients=(NORWAY,), date=EventDate(edtf="2021-04-25"),
)  # fmt: skip
REQUEST = BriefRequest((EXPELLED, RECALLED), (NEWS,))
TRUE = SentenceDraft("Norway expelled eight envoys of Chile.", ("e-1",))
FALSE = SentenceDraft("Norway expelled nine envoys of Chile.", ("e-1",))
SHORT = SentenceDraft("Norway expelled envoys of Chile.", ("e-1",))
RECALL = SentenceDraft("Chile recalled its ambassador from Oslo.", ("e-2",))
DRAFT = BriefDraft((TRUE,), (FALSE,), (ThreadDraft("Norway and Chile", happened=(RECALL,)),))


def placed() -> tuple[PlacedLine, ...]:
    return lines_of(DRAFT, verify_brief(DRAFT, REQUEST), REQUEST)


def edited(*edits: Edit) -> BriefDraft:
    return with_edits(DRAFT, placed(), edits, REQUEST)


def test_lines_stand_in_reading_order_with_why_they_do_not_hold() -> None:
    lines = [item.line for item in placed()]
    assert [(line.section, line.sentence) for line in lines] == [
        ("bottom_line", TRUE), ("key_points", FALSE), ("happened", RECALL),
    ]  # fmt: skip
    assert [bool(line.reasons) for line in lines] == [False, True, False]
    assert [item.thread for item in placed()] == [None, None, 0]
    assert [line.date for line in lines] == [None, None, "2021-04-25"]  # what a timeline prints before it


def test_a_line_gives_way_to_one_that_holds_and_a_failed_one_to_any() -> None:
    assert edited(Edit(0, "bottom_line", SHORT)).bottom_line == (SHORT,)
    assert edited(Edit(0, "bottom_line", FALSE)).bottom_line == (TRUE,)
    assert edited(Edit(1, "key_points", SHORT)).key_points == (SHORT,)


def test_what_holds_may_be_struck_what_does_not_stays_to_be_listed_as_withheld() -> None:
    assert edited(Edit(2, "happened", None)).threads[0].happened == ()
    assert edited(Edit(1, "key_points", None)).key_points == (FALSE,)
    assert edited(Edit(0, "bottom_line", None)).bottom_line == (TRUE,)  # a brief keeps its head


def test_a_new_line_is_put_where_it_is_wanted_or_last_and_one_of_another_section_moves() -> None:
    draft = edited(Edit(None, "happened", SHORT), Edit(0, "key_points", TRUE), Edit(None, "bottom_line", RECALL))
    assert draft.threads[0].happened == (RECALL, SHORT)
    assert draft.key_points == (FALSE, TRUE)
    assert draft.bottom_line == (RECALL,)
    draft = edited(Edit(None, "happened", SHORT, before=2), Edit(0, "key_points", TRUE, before=1))
    assert draft.threads[0].happened == (SHORT, RECALL)
    assert draft.key_points == (TRUE, FALSE)
    without = with_edits(BriefDraft((TRUE,)), placed()[:1], [Edit(None, "conflicts", SHORT)], REQUEST)
    assert [thread.conflicts for thread in without.threads] == [(SHORT,)]


def test_a_line_that_says_who_somebody_is_gives_way_only_if_another_says_so() -> None:
    whole = (Evidence(article=NEWS.id, start=0, end=len(NEWS.text), quote=NEWS.text),)
    full = SentenceDraft("Foreign minister Astrid Vollan regretted that.", ("e-1",), whole)
    bare = replace(full, text="Vollan regretted that.")
    draft = BriefDraft((full,), (bare,))
    lines = (PlacedLine(BriefLine("bottom_line", full), None), PlacedLine(BriefLine("key_points", bare), None))

    def after(*edits: Edit) -> BriefDraft:
        return with_edits(draft, lines, edits, REQUEST)

    assert after(Edit(0, "bottom_line", bare)).bottom_line == (full,)
    assert after(Edit(0, "bottom_line", TRUE)).bottom_line == (full,)
    both = after(Edit(0, "bottom_line", TRUE), Edit(1, "key_points", full))
    assert (both.bottom_line, both.key_points) == ((TRUE,), (full,))
    assert after(Edit(0, "bottom_line", TRUE), Edit(1, "key_points", None)).bottom_line == (TRUE,)


def test_a_bottom_line_has_three_sentences_and_what_is_more_opens_the_key_points() -> None:
    more = [
        SentenceDraft(text, ("e-1",)) for text in ("Norway expelled eight envoys.", "Envoys of Chile were expelled.")
    ]
    draft = edited(*(Edit(None, "bottom_line", sentence) for sentence in (RECALL, *more)))
    assert draft.bottom_line == (TRUE, RECALL, more[0])
    assert draft.key_points == (more[1], FALSE)


def test_code_notices_acts_that_no_line_tells_and_bare_surnames_and_repeats() -> None:
    vollan = BriefLine("claims", SentenceDraft("Vollan regretted that.", ("e-1",)))
    told = [BriefLine("key_points", TRUE), BriefLine("happened", SHORT), vollan]
    texts = [(finding.text, finding.events) for finding in look_over(told, REQUEST, (RECALL,), ONTOLOGY)]
    assert texts == [
        ("no line tells that reports may differ here: Chile recalled its ambassador from Oslo.", ("e-2",)),
        ("line 3 is the first that holds to name Vollan, and doesn't say who that is", ()),
        ("no line that holds tells these", ("e-2",)),
    ]
    again = [
        BriefLine("bottom_line", TRUE),
        BriefLine("key_points", TRUE),
        BriefLine("happened", TRUE),
        BriefLine("happened", RECALL),
    ]
    assert [f.text for f in look_over(again, REQUEST, (), ONTOLOGY)] == ["lines 2 and 3 tell partly the same"]
    assert look_over([told[1]], REQUEST, (), ONTOLOGY, again=True) == (), "passed over once, not named again"
    whole = [BriefLine("key_points", TRUE), BriefLine("happened", RECALL)]
    assert look_over(whole, REQUEST, (), ONTOLOGY) == ()


def test_half_a_name_before_the_whole_one_is_noticed() -> None:
    request = replace(REQUEST, articles=(Article(text="The Workers' League struck. The League wants more."),))
    half, whole = (
        BriefLine("claims", SentenceDraft(f"{name} wants more.", ("e-1", "e-2")))
        for name in ("The League", "The Workers' League")
    )
    found = "line 1 says the League where its whole name wasn't told yet"
    assert [finding.text for finding in look_over([half], request, (), ONTOLOGY)] == [found]
    assert look_over([whole, half], request, (), ONTOLOGY, again=True) == ()


@pytest.mark.parametrize(
    ("length", "words", "most"),
    [("standard", 900, 450), ("standard", 20, 150), ("standard", 9999, 520), ("short", 300, 150), ("full", 99, None)],
)
def test_a_brief_may_have_a_share_of_the_words_of_its_articles(length: Length, words: int, most: int | None) -> None:
    request = BriefRequest(REQUEST.events, (Article(text="word " * words),), length=length)
    assert words_wanted(request) == most
    assert words_wanted(replace(request, part=True)) is None


def test_a_brief_of_more_words_than_wanted_is_noticed() -> None:
    long = replace(TRUE, text=" ".join([TRUE.text] * 30))
    lines = [BriefLine("bottom_line", long), BriefLine("happened", RECALL)]
    assert [finding.text for finding in look_over(lines, REQUEST, (), ONTOLOGY)] == [
        "the brief has 186 words (bottom_line 180, happened 6); at most 150 are wanted",
        "bottom_line has 180 words; at most 85 are wanted",
    ]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Norway will expel envoys of Chile next week.", ["next week"]),
        ("Norway expelled envoys of Chile on Friday.", ["Friday"]),
        ("Norway expelled envoys of Chile on Friday, 24 April, not yesterday.", ["yesterday"]),
        ("Norway expelled envoys of Chile last September.", ["last September"]),
        ("Norway expelled envoys of Chile on 24 April.", []),
    ],
)
def test_a_day_that_only_the_articles_reader_knows_is_noticed(text: str, vague: list[str]) -> None:
    lines = [BriefLine("bottom_line", replace(TRUE, text=text)), BriefLine("happened", RECALL)]
    found = [finding.text for finding in look_over(lines, REQUEST, (), ONTOLOGY)]
    assert found == [f'line 1 says "{words}", not which day' for words in vague]


def written(engine: FakeEngine, request: BriefRequest = REQUEST) -> tuple[list[str], tuple[str, ...]]:
    checked, notes = asyncio.run(write_checked(request, engine, ONTOLOGY, 100))
    return [s.text for s in (*checked.bottom_line, *checked.key_points, *checked.threads[0].happened)], notes


def test_a_brief_in_which_nothing_is_noticed_is_not_read_over() -> None:
    sound = BriefDraft((TRUE,), (), (ThreadDraft("Norway and Chile", happened=(RECALL,)),))
    strike = [Edit(1, "happened", None)]
    engine = FakeEngine(brief=lambda _: sound, edits=lambda lines, _: strike)
    assert written(engine)[0] == [TRUE.text, RECALL.text]
    faulty = BriefDraft((TRUE,), (FALSE,), sound.threads)
    engine = FakeEngine(brief=lambda _: faulty, edits=lambda lines, _: [Edit(2, "happened", None)][: len(lines) - 2])
    assert written(engine)[0] == [TRUE.text]


def test_a_brief_is_read_over_again_while_something_is_noticed_and_changed_and_no_third_time() -> None:
    faulty = BriefDraft((TRUE,), (FALSE,), (ThreadDraft("Norway and Chile", happened=(RECALL,)),))
    seen: list[int] = []

    def told(*answers: Sequence[Edit]) -> list[str]:
        seen.clear()

        def edits(lines: Sequence[BriefLine], _: object) -> Sequence[Edit]:
            seen.append(len(lines))
            return answers[len(seen) - 1]

        return written(FakeEngine(brief=lambda _: faulty, edits=edits))[0]

    mends, strikes = Edit(1, "key_points", SHORT), Edit(2, "happened", None)
    assert told([mends, strikes]) == [TRUE.text, SHORT.text], "nothing is left to notice"
    assert told([strikes], [mends]) == [TRUE.text, SHORT.text]
    assert told([]) == [TRUE.text, RECALL.text], "asked again, the writer would see what it saw"
    assert told([strikes], [Edit(0, "bottom_line", SHORT)]) == [SHORT.text]
    assert seen == [3, 2]
    given_up, wrong = Edit(1, "key_points", None), Edit(None, "claims", replace(FALSE, text="Norway lost 7 boats."))
    assert told([given_up, wrong], []) == [TRUE.text, RECALL.text]
    assert seen == [3, 3], "what was given up isn't shown again"


def test_a_brief_that_cannot_be_read_over_stays_as_it_was() -> None:
    def fails(*_: object) -> tuple[Edit, ...]:
        raise EngineError("no more money")

    told, notes = written(FakeEngine(brief=lambda _: DRAFT, edits=fails))
    assert told == [TRUE.text, RECALL.text]
    assert notes == ("the brief could not be read over: no more money",)


def test_what_the_rules_write_in_a_model_s_place_keeps_its_timeline_and_is_not_read_over() -> None:
    def fails(_: BriefRequest) -> BriefDraft:
        raise EngineError("the server is down")

    def never(*_: object) -> tuple[Edit, ...]:
        raise AssertionError("nothing of the model's to read over")

    checked, notes = asyncio.run(write_checked(REQUEST, FakeEngine(brief=fails, edits=never), ONTOLOGY, 100))
    told = {id_ for thread in checked.threads for s in (*thread.happened, *thread.timeline) for id_ in s.events}
    assert told | {id_ for s in checked.bottom_line for id_ in s.events} == {"e-1", "e-2"}
    assert any(thread.timeline for thread in checked.threads)
    assert "written by the rules" in notes[0]
