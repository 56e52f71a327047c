"""Briefs for the tests of the page: a plain one, a hostile one, a large one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summarizer.article import Article
from summarizer.brief import (
    Brief,
    Citation,
    LeftOut,
    Section,
    SourceEntry,
    Statement,
    Thread,
    TimelineEntry,
    Verification,
    WithheldSentence,
)
from summarizer.events import Event, EventDate, Evidence, Party, SourceRef, Status

# Line ends of three kinds, characters outside the Basic Multilingual Plane before the cited words, NUL, a lone surrogate,
# a bidi override, markup: whatever it holds, the page must show exactly the cited characters.
ODD = (
    "RIGA, 3 May \U0001f1f1\U0001f1fb\r\n\r\nLatvia expelled two Ruritanian\r\ndiplomats on Monday \U0001f600, the ministry said.\r"
    "A spokesman: <b>no</b> &amp; \x00 never\u202e again\u202c; tag \U000e0041; half a pair: \ud83d end. Ruritania denied "
    "</script><script>alert(1)</script> it.\n"
)
PLAIN = (
    "STRELSAU, 4 May. Ruritania denied that its diplomats had spied. It will expel three Latvian envoys on 7 May, its "
    "foreign minister told parliament.\n\nIn 2014 Ruritania closed its border with Graustark. Latvia and Graustark held "
    "talks on Tuesday."
)


def span(article: Article, words: str) -> Evidence:
    """The evidence that stands at the first place of these words."""
    start = article.text.index(words)
    return Evidence(article=article.id, file=article.file, start=start, end=start + len(words), quote=words)


def event(
    id_: str,
    evidence: Sequence[Evidence],
    *,
    type_: str = "SANCTION/expel",
    status: Status = "occurred",
    **rest: Any,
) -> Event:
    """An event; `who`, `whom` are countries' codes, `date` is EDTF."""
    type_, _, mode = type_.partition("/")
    names = {"LVA": "Latvia", "DEU": "Germany", "RUR": "Ruritania", "GRA": "Graustark"}
    date = rest.get("date")
    return Event(
        id=id_,
        type=type_,
        mode=mode or None,
        status=status,
        summary=f"summary of {id_}",
        actors=tuple(
            Party(name=names.get(c, c), country=c if c in ("LVA", "DEU") else None) for c in rest.get("who", ())
        ),
        recipients=tuple(
            Party(name=names.get(c, c), country=c if c in ("LVA", "DEU") else None) for c in rest.get("whom", ())
        ),
        date=EventDate(edtf=str(date)) if date else None,
        evidence=tuple(evidence),
        sources=tuple(SourceRef(article=id_) for id_ in dict.fromkeys(item.article for item in evidence)),
        engine="rules",
        confidence=0.8,
    )


def brief(articles: Sequence[Article], events: Sequence[Event], texts: Sequence[str], **rest: Any) -> Brief:
    """One key point, one thread sentence and one timeline entry an event; the first event is the bottom line too."""
    numbers = {article.id: at for at, article in enumerate(articles, 1)}

    def say(at: int, section: Section) -> Statement:
        item = events[at]
        cited = tuple(Citation(source=numbers[e.article], evidence=e) for e in item.evidence)
        return Statement(text=texts[at], section=section, events=(item.id,), citations=cited)

    order = range(len(events))
    facts = [at for at in order if events[at].status == "occurred"]
    thread = Thread(
        title="Latvia and Ruritania",
        happened=tuple(say(at, "happened") for at in facts),
        claims=tuple(say(at, "claims") for at in order if at not in facts),
        timeline=tuple(
            TimelineEntry(date=d.edtf if (d := events[at].date) else None, statement=say(at, "timeline"))
            for at in order
        ),
    )
    values: dict[str, Any] = {
        "title": "Latvia and Ruritania: expulsions",
        "as_of": "2021-05-05T09:30Z",
        "period": "3 May 2021 to 4 May 2021",
        "run": "r-1",
        "engine": "rules",
        "fingerprint": "f-1",
        "articles": len(articles),
        "publishers": len(articles),
        "bottom_line": (say(0, "bottom_line"),) if events else (),
        "key_points": tuple(say(at, "key_points") for at in order),
        "threads": (thread,) if events else (),
        "gaps": ("1 of 5 events is undated.",),
        "sources": tuple(
            SourceEntry(
                number=numbers[a.id], article=a.id, sha256=a.sha256, title=a.title, publisher=a.publisher,
                published=a.published, url=a.url, file=a.file,
            )
            for a in articles
        ),
        "verification": Verification(
            sentences=17,
            verified=16,
            withheld=(
                WithheldSentence(text="Latvia expelled nine.", section="key_points", reasons=("9 is in no cited passage",)),
            ),
            left_out=(LeftOut(what="broken.pdf", reason="not readable"),),
        ),
        "events": tuple(events),
    }  # fmt: skip
    return Brief.model_validate(values | rest)


def sample() -> tuple[Brief, tuple[Article, ...]]:
    """Two articles, five events of several types, parties, statuses and dates."""
    odd = Article(
        text=ODD,
        title="Riga expels two",
        publisher="Baltic Wire",
        published="2021-05-03",
        url="https://baltic.example/1",
    )
    plain = Article(
        text=PLAIN, title="Strelsau answers", publisher="Strelsau Post", published="2021-05-04T10:00:00+02:00"
    )
    first = "Latvia expelled two Ruritanian\r\ndiplomats on Monday \U0001f600, the ministry said."
    second = "Ruritania denied </script><script>alert(1)</script> it."
    events = (
        event("e-1", [span(odd, first)], who=("LVA",), whom=("RUR",), date="2021-05-03"),
        event(
            "e-2",
            [span(plain, "Ruritania denied that its diplomats had spied."), span(odd, second)],
            type_="COERCE", status="denied", who=("RUR",), whom=("LVA",),
        ),
        event("e-3", [span(plain, "It will expel three Latvian envoys")], status="planned", who=("RUR",), whom=("LVA",), date="2021-05-07"),
        event(
            "e-4",
            [span(plain, "In 2014 Ruritania closed its border")],
            type_="COERCE/restrict", who=("RUR",), whom=("GRA",), date="2014",
        ),
        event("e-5", [span(plain, "Latvia and Graustark held talks on Tuesday.")], type_="CONSULT", who=("LVA", "GRA"), date="2021-05-04"),
    )  # fmt: skip
    texts = (
        "Latvia expelled two Ruritanian diplomats.",
        "Ruritania denied spying.",
        "Ruritania plans to expel three Latvian envoys.",
        "Ruritania closed its border with Graustark.",
        "Latvia and Graustark held talks.",
    )
    return brief((odd, plain), events, texts), (odd, plain)


BAD_URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "java\nscript:alert(1)",
    "https://ok.example/\u202egpj.exe",
    "//evil.example/x",
    "http://",
    "https://[bad",
    "vbscript:x",
)
NASTY = (
    '"><script>window.hacked=1</script><img src=x onerror="window.hacked=2"><a href="javascript:window.hacked=3">'
    "\u202ex\x1b[31m\x00{{7*7}}"
)


def hostile() -> tuple[Brief, tuple[Article, ...]]:
    """A brief in which every text that can hold markup, script, control or bidi characters does."""
    articles = tuple(
        Article(
            text=f"{at} {NASTY} said so.",
            title=NASTY,
            publisher=NASTY,
            published=NASTY,
            url=url,
            file=NASTY,
            language=NASTY,
        )
        for at, url in enumerate(BAD_URLS)
    )
    events = [
        event(
            f"e-{at}", [span(a, f"{NASTY} said so.")], type_=f"{NASTY}", who=(NASTY,), whom=("LVA",), date="2021-05-03"
        )
        for at, a in enumerate(articles)
    ]
    events = [item.model_copy(update={"summary": NASTY}) for item in events]
    thread = {"title": NASTY, "happened": ()}
    made = brief(
        articles,
        events,
        [NASTY] * len(events),
        title=NASTY,
        gaps=(NASTY,),
        run=NASTY,
        engine=NASTY,
        period=NASTY,
        as_of=NASTY,
    )
    extra = Thread.model_validate(thread | {"happened": made.key_points})
    return made.model_copy(update={"threads": (*made.threads, extra)}), articles


def many(count: int, characters: int = 4000) -> tuple[Brief, tuple[Article, ...]]:
    """`count` articles of `characters` characters with four events each."""
    articles, events, texts = [], [], []
    for at in range(count):
        sentence = "Officials in country {0} said on day {1} that the border talks would go on as planned. "
        text = "".join(sentence.format(at, day) for day in range(characters // 85))
        article = Article(
            text=text,
            title=f"Report {at}",
            publisher=f"Paper {at}",
            published="2021-05-03",
            url=f"https://p{at}.example/",
        )
        articles.append(article)
        for n in range(4):
            words = sentence.format(at, n * 3).strip()
            events.append(
                event(
                    f"e-{at}-{n}",
                    [span(article, words)],
                    who=("LVA",),
                    whom=(f"Country {at}",),
                    date=f"2021-05-{1 + n:02}",
                )
            )
            texts.append(f"Officials in country {at} said that the border talks would go on as planned on day {n * 3}.")
    return brief(articles, events, texts), tuple(articles)
