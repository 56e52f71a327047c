from __future__ import annotations

from summarizer.article import Article
from summarizer.brief import Brief, Citation, SourceEntry, Statement
from summarizer.events import Event, Evidence, Party
from summarizer.verifying import verify_again

TEXT = "Latvia summoned the Belarusian envoy on Monday. Nothing else happened."
QUOTE = "Latvia summoned the Belarusian envoy on Monday."
ARTICLE = Article(text=TEXT, published="2021-05-05")
EVIDENCE = Evidence(article=ARTICLE.id, start=0, end=len(QUOTE), quote=QUOTE)


def brief(text: str = QUOTE, evidence: Evidence = EVIDENCE, source: int = 1) -> Brief:
    event = Event(
        id="e-1",
        type="ACCUSE",
        status="occurred",
        summary="",
        actors=(Party(name="Latvia", country="LVA"),),
        recipients=(Party(name="Belarus", country="BLR"),),
        evidence=(EVIDENCE,),
        engine="rules",
        confidence=1.0,
    )
    citation = Citation(source=source, evidence=evidence)
    return Brief(
        title="Brief",
        as_of="2021-05-05",
        run="r-1",
        engine="rules",
        fingerprint="f",
        articles=1,
        publishers=1,
        key_points=(Statement(text=text, section="key_points", events=("e-1",), citations=(citation,)),),
        sources=(SourceEntry(number=1, article=ARTICLE.id, sha256=ARTICLE.sha256, published="2021-05-05"),),
        events=(event,),
    )


def reasons(*arguments: object, articles: tuple[Article, ...] = ()) -> tuple[str, ...]:
    failed = verify_again(brief(*arguments), articles)  # type: ignore[arg-type]
    return failed[0][1] if failed else ()


def test_an_unaltered_brief_holds_with_and_without_its_articles() -> None:
    assert reasons() == ()
    assert reasons(articles=(ARTICLE,)) == ()


def test_an_edited_sentence_loses_its_proof() -> None:
    assert reasons("Latvia summoned the Belarusian envoy on Friday.") == (
        "says “on Friday”, the cited passages say on Monday",
    )


def test_an_edited_passage_shows_against_event_and_text() -> None:
    forged = EVIDENCE.model_copy(update={"quote": QUOTE.replace("Belarusian", "Lithuanian")})
    found = reasons("Latvia summoned the Lithuanian envoy.", forged, articles=(ARTICLE,))
    assert "cites a passage in other words than its event does" in found
    assert "the passage doesn't stand in source 1 at its offsets" in found


def test_a_wrong_source_number_shows() -> None:
    assert reasons(QUOTE, EVIDENCE, 2) == ("cites source 2, which is not the passage's article",)


def test_an_altered_article_shows() -> None:
    other = Article(text=TEXT.replace("Nothing", "Something"), published="2021-05-05")
    assert reasons(articles=(other,)) == ("source 1 is not among the given articles, or was altered",)
