# ruff: noqa: E501 - one case, one line
from __future__ import annotations

import datetime as dt

import pytest

from summarizer.article import Article
from summarizer.brief import BriefDraft, BriefRequest, SentenceDraft, Statement, ThreadDraft, Withheld
from summarizer.events import Event, EventDate, Evidence, Party, Place, Quantity, SourceRef, Speaker, Status
from summarizer.verifying import Passage, check_sentence, verify_brief, verify_sentence

PASSAGE = (
    "On Monday, Romania expelled at least two Russian diplomats from Bucharest and called Alexei Gresham an “unwelcome person”, "
    "Foreign Minister Dan Ionescu said."
)
TEXT = f"{PASSAGE} Bulgaria did nothing, and Pavel Orlov kept silent."
DAY = dt.date(2021, 4, 28)


def event(status: Status = "occurred", by: bool = True) -> Event:
    return Event(
        id="e-1",
        type="SANCTION",
        mode="expel",
        status=status,
        summary="",
        actors=(Party(name="Romania", country="ROU"),),
        recipients=(Party(name="Russia", country="RUS"),),
        date=EventDate(edtf="2021-04-26", text="On Monday"),
        place=Place(name="Bucharest", country="ROU"),
        attribution=(Speaker(name="Dan Ionescu", country="ROU"),) if by else (),
        quantities=(Quantity(value=2, unit="diplomats", text="at least two Russian diplomats"),),
        evidence=(Evidence(article=ARTICLE.id, start=0, end=len(PASSAGE), quote=PASSAGE),),
        sources=(SourceRef(article=ARTICLE.id),),
        engine="rules",
        confidence=0.7,
    )


ARTICLE = Article(text=TEXT, published="2021-04-28", publisher="Morning Wire", title="Row over Orlov")


def reasons(text: str, status: Status = "occurred", passage: str = PASSAGE, by: bool = True) -> str:
    return "; ".join(check_sentence(text, [event(status, by)], [Passage(passage, DAY, ("Morning Wire",))]).reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Romania expelled at least two Russian diplomats on 26 April 2021, Dan Ionescu said.",
        "At least 2 diplomats from Russia were expelled by Romania on Monday, according to Dan Ionescu.",
        'Bucharest expelled Russian diplomats, Foreign Minister Dan Ionescu said, and called one an "unwelcome person".',
        "Moscow's diplomats were expelled from Romania, Ionescu said.",
        PASSAGE,
        "Morning Wire: Romania expelled Russian diplomats, Dan Ionescu said.",
    ],
)
def test_faithful_sentences_pass(text: str) -> None:
    assert reasons(text) == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Romania expelled at least twelve Russian diplomats, Ionescu said.", "says twelve, the cited passages say at least two Russian diplomats"),
        ("Romania expelled two Russian diplomats, Ionescu said.", "drops “more than”"),
        ("Romania expelled up to two Russian diplomats, Ionescu said.", "says up to two Russian diplomats"),
        ("Bulgaria expelled Russian diplomats, Ionescu said.", "names Bulgaria, which no cited passage names"),
        ("Romania expelled Pavel Orlov, Ionescu said.", "names Pavel Orlov, which no cited passage names"),
        ("Romania expelled Russian diplomats on 27 April 2021, Ionescu said.", "the event is dated 26 April 2021"),
        ("Romania expelled Russian diplomats in April 2020, Ionescu said.", "the event is dated 26 April 2021"),
        ("Romania did not expel Russian diplomats, Ionescu said.", "says “not expel”, the cited passages don't"),
        ("Russia expelled Romanian diplomats, Ionescu said.", "swaps who acts and who is acted on: Romania acts on Russia"),
        ("Romanian diplomats were expelled by Russia, Ionescu said.", "swaps who acts and who is acted on"),
        ("Romania expelled a “most unwelcome person”, Ionescu said.", "quotes words that no cited passage holds"),
        ("Romania expelled Russian diplomats.", "drops the speaker Dan Ionescu"),
        ("Romania expelled Russian diplomats, officials said.", "drops the speaker Dan Ionescu"),
        ("Romania expelled Russian diplomats, Ionescu said (https://example.org).", "holds a link or markup"),
        ("Romania <b>expelled</b> Russian diplomats, Ionescu said.", "holds a link or markup"),
        ("As an AI, I note that Romania expelled Russian diplomats, Ionescu said.", "talks about itself"),
    ],
)  # fmt: skip
def test_what_the_passage_does_not_say_is_refused(text: str, reason: str) -> None:
    assert reason in reasons(text)


PLAN = "Romania will expel two Russian diplomats on Friday, Dan Ionescu said."


@pytest.mark.parametrize(
    ("status", "passage", "text", "reason"),
    [
        ("planned", PLAN, "Romania expelled two Russian diplomats, Dan Ionescu said.", "tells a plan as done"),
        ("planned", PLAN, "Romania plans to expel two Russian diplomats, Dan Ionescu said.", ""),
        ("denied", "Romania did not expel Russian diplomats, Dan Ionescu said.", "Romania expelled Russian diplomats, Dan Ionescu said.", "tells as a fact what is denied"),
        ("denied", "Romania did not expel Russian diplomats, Dan Ionescu said.", "Dan Ionescu denied that Romania had expelled Russian diplomats.", ""),
        ("threatened", "Dan Ionescu threatened that Romania would expel Russians.", "Romania expelled Russians, in Dan Ionescu's words.", "tells a threat as done"),
        ("proposed", "Dan Ionescu proposed to expel Russians from Romania.", "Romania expelled Russians, in Dan Ionescu's words.", "tells a proposal as done"),
        ("demanded", "Dan Ionescu urged Romania to expel Russians.", "Romania expelled Russians, in Dan Ionescu's words.", "tells a demand as done"),
        ("alleged", "Romania reportedly expelled Russians; Dan Ionescu was there.", "Romania expelled Russians; Dan Ionescu was there.", "tells an allegation as a fact"),
    ],
)  # fmt: skip
def test_status_is_told_as_it_is(status: Status, passage: str, text: str, reason: str) -> None:
    found = reasons(text, status, passage)
    assert (reason in found) if reason else found == ""


def test_a_dropped_hedge_is_refused() -> None:
    passage = "Romania reportedly expelled two Russian diplomats."
    assert "drops “reportedly”" in reasons("Romania expelled two Russian diplomats.", passage=passage, by=False)
    assert (
        reasons(
            "Romania reportedly expelled two Russian diplomats on Monday.", passage=f"On Monday {passage}", by=False
        )
        == ""
    )


def test_rankings_and_judgements_are_flagged_not_refused() -> None:
    check = check_sentence(
        "Romania expelled the first Russian diplomats, Ionescu said.", [event()], [Passage(PASSAGE, DAY)]
    )
    assert check.reasons == ()
    assert check.flags == ("ranks (“first”) where no cited passage does",)


def request(*events: Event) -> BriefRequest:
    return BriefRequest(events=events or (event(),), articles=(Article(text="Nothing here."), ARTICLE))


def test_a_statement_cites_its_passages_by_number_of_the_source() -> None:
    told = verify_sentence(
        SentenceDraft("Romania expelled Russian\u200b diplomats,\n Ionescu said.", ("e-1",)), "key_points", request()
    )
    assert isinstance(told, Statement)
    assert told.text == "Romania expelled Russian diplomats, Ionescu said."
    assert [(c.source, c.evidence.quote) for c in told.citations] == [(2, PASSAGE)]
    assert told.events == ("e-1",)


@pytest.mark.parametrize("ids", [(), ("e-9",)])
def test_a_sentence_without_events_is_withheld(ids: tuple[str, ...]) -> None:
    told = verify_sentence(SentenceDraft("Romania acted.", ids), "bottom_line", request())
    assert isinstance(told, Withheld)
    assert told.reasons == ("cites no event",)


def test_an_event_without_passage_proves_nothing() -> None:
    bare = event().model_copy(update={"evidence": ()})
    told = verify_sentence(
        SentenceDraft("Romania expelled Russian diplomats, Ionescu said.", ("e-1",)), "claims", request(bare)
    )
    assert isinstance(told, Withheld)
    assert told.reasons == ("cites no passage",)


def test_one_wrong_sentence_leaves_the_others() -> None:
    good = SentenceDraft("Romania expelled Russian diplomats, Ionescu said.", ("e-1",))
    bad = SentenceDraft("Russia expelled Romanian diplomats, Ionescu said.", ("e-1",))
    draft = BriefDraft(
        bottom_line=(bad, good), key_points=(good,), threads=(ThreadDraft("Thread", happened=(bad,), claims=(good,)),)
    )
    checked = verify_brief(draft, request())
    assert [s.text for s in checked.bottom_line] == [good.text]
    assert [s.text for s in checked.key_points] == [good.text]
    assert checked.threads[0].happened == ()
    assert [s.text for s in checked.threads[0].claims] == [good.text]
    assert [(w.section, w.sentence) for w in checked.withheld] == [("bottom_line", bad), ("happened", bad)]


BESIDE = Article(
    text="Romania expelled Russian diplomats, Dan Ionescu said. The envoy Pavel Orlov left by train. Trains run again, Vera Lis said.",
    published="2021-04-26",
)


def passage_of(words: str, article: Article = BESIDE) -> Evidence:
    start = article.text.index(words)
    return Evidence(article=article.id, start=start, end=start + len(words), quote=words)


FIRST, SECOND, THIRD = map(
    passage_of, ("Romania expelled Russian diplomats, Dan Ionescu said.", "The envoy Pavel Orlov left by train.", "Trains run again, Vera Lis said.")
)  # fmt: skip


def beside(text: str, *passages: Evidence) -> Statement | Withheld:
    mine = event().model_copy(update={"evidence": (FIRST,)})
    asked = BriefRequest(events=(mine,), articles=(ARTICLE, BESIDE))
    return verify_sentence(SentenceDraft(text, ("e-1",), passages), "key_points", asked)


def test_a_sentence_that_names_its_passages_is_held_to_these_alone() -> None:
    told = beside("The envoy Pavel Orlov left by train.", SECOND)
    assert isinstance(told, Statement)
    assert [(c.source, c.evidence) for c in told.citations] == [(2, SECOND)]
    other = beside("Pavel Orlov left by train.", FIRST)
    assert isinstance(other, Withheld)
    assert "names Pavel Orlov, which no cited passage names" in other.reasons


def test_the_speaker_of_a_passage_beside_the_events_is_named_too() -> None:
    assert isinstance(beside("Trains run again, according to Lis.", THIRD), Statement)
    dropped = beside("Trains run again.", THIRD)
    assert isinstance(dropped, Withheld)
    assert dropped.reasons == ("drops the speaker Vera Lis",)


def test_a_speaker_beside_the_events_may_be_named_by_an_office_alone() -> None:
    article = Article(
        text="Romania expelled Russian diplomats, Dan Ionescu said. Trains run again, a presidential aide explained."
    )
    mine = event().model_copy(
        update={"evidence": (passage_of("Romania expelled Russian diplomats, Dan Ionescu said.", article),)}
    )
    passage = passage_of("Trains run again, a presidential aide explained.", article)
    for text, kind in (("Trains run again, an aide explained.", Statement), ("Trains run again.", Withheld)):
        draft = SentenceDraft(text, ("e-1",), (passage,))
        assert isinstance(verify_sentence(draft, "key_points", BriefRequest((mine,), (article,))), kind)


def test_an_event_is_told_by_a_passage_of_an_article_that_reports_it() -> None:
    elsewhere = Evidence(article=ARTICLE.id, start=0, end=len(PASSAGE), quote=PASSAGE)
    told = beside("Romania expelled Russian diplomats, Ionescu said.", elsewhere)
    assert isinstance(told, Statement)
    assert [citation.evidence for citation in told.citations] == [elsewhere, FIRST]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Romania on 14 May expelled two Russian diplomats, Ionescu said.", "On 14 May Romania expelled two Russian diplomats, Dan Ionescu said."),
        ("Romania expelled two Russian chargés d'affaires, Ionescu said.", "Romania expelled two Russian chargés d'affaires, Dan Ionescu said."),
        ("Neither the Romanian nor the Russian account could be verified, Ionescu said.", "The Romanian and the Russian account: neither could be verified, Dan Ionescu said."),
        ("Romania did not expel Russian diplomats; it was Bulgaria, Ionescu said.", "Bulgaria, not Romania, expelled Russian diplomats, Dan Ionescu said."),
        ("One man left Romania, Ionescu said.", "A Russian diplomat of forty left Romania, Dan Ionescu said."),
    ],
)  # fmt: skip
def test_a_faithful_sentence_holds(text: str, passage: str) -> None:
    bare = event("denied" if "not expel" in text else "occurred").model_copy(update={"quantities": (), "date": None})
    assert check_sentence(text, [bare], [Passage(passage, DAY)]).reasons == ()
