"""Articles and mentions made on the spot: one sentence an act, with exact spans."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer import Article
from summarizer.drafts import Mention
from summarizer.events import EventDate, Party, Quantity, Speaker, Status
from summarizer.spans import Span

NAMES = {"RUS": "Russia", "USA": "the United States", "POL": "Poland", "CHN": "China", "BGR": "Bulgaria"}


@dataclass(frozen=True)
class Act:
    """An act to be told: who expelled how many diplomats of whom, on which day of May 2025."""

    actor: str = "POL"
    recipient: str = "RUS"
    day: int | None = 5
    number: int = 3
    status: Status = "occurred"
    words: str = ""
    by: str | None = None

    @property
    def sentence(self) -> str:
        """How it is told."""
        when = f" on {self.day} May 2025" if self.day else ""
        tail = f" {self.words}" if self.words else ""
        return f"{NAMES[self.actor]} expelled {self.number} diplomats of {NAMES[self.recipient]}{when}{tail}."


def told(
    *acts: Act, publisher: str = "Wire", published: str | None = "2025-05-06", url: str | None = None, opening: str = ""
) -> tuple[Article, tuple[Mention, ...]]:
    """An article that tells the acts, one a sentence, and their mentions."""
    text, spans = opening, []
    for act in acts:
        start = len(text)
        text += act.sentence
        spans.append(Span(start, len(text)))
        text += "\n"
    article = Article(text=text, publisher=publisher, published=published, url=url, title=f"{publisher} {published}")
    return article, tuple(_mention(article, act, span) for act, span in zip(acts, spans, strict=True))


def _mention(article: Article, act: Act, span: Span) -> Mention:
    at = article.text.index("expelled", span.start)
    return Mention(
        article=article.id,
        type="SANCTION",
        mode="expel",
        status=act.status,
        sentences=(span,),
        trigger=Span(at, at + len("expelled")),
        trigger_text="expelled",
        actors=(Party(name=NAMES[act.actor], country=act.actor, sector="GOV"),),
        recipients=(Party(name=NAMES[act.recipient], country=act.recipient, sector="GOV"),),
        date=EventDate(edtf=f"2025-05-{act.day:02}", text=f"on {act.day} May 2025") if act.day else None,
        place=None,
        attribution=(Speaker(name=act.by, country=None),) if act.by else (),
        quantities=(Quantity(value=act.number, unit="diplomats", text=f"{act.number} diplomats"),),
        summary=act.sentence,
        engine="rules",
        confidence=0.7,
    )
