"""The plain script that the product is measured against: what a competent developer writes in an hour.

One instructor call an article that asks for events with quotes, and one chat-style brief of all articles.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, Field

from evals.outcomes import BriefView, Cited, Cost, Told
from evals.wording import split_prose
from summarizer import Article, Event, load_ontology

_TIMEOUT = 7200.0
_EXTRACT = """You extract political events from news articles. An event is who did what to whom, when and where.
List every event of the article once. Use these event types (PLOVER):
{types}

For each event give:
- type and, if one fits, mode
- status: occurred, ongoing, announced, planned, threatened, demanded, proposed, denied or alleged
- actors and recipients: ISO 3166 alpha-3 country codes (EUR, NATO, UNO, IGO, NGO for organisations), or the name if \
there is no country
- date: YYYY-MM-DD, or YYYY-MM or YYYY if that is all that is known; a range as start/end
- place, if given
- attribution: who says so, if the article names a source (country code or name)
- quantities: numbers that belong to the event
- quote: the exact words of the article that report the event"""
_BRIEF = """You are a news analyst. Write a concise brief of the articles below for a busy reader: the bottom line first,
then the key developments, who claims what, where reports differ, and dates. Only use the articles. Cite the sources of
each sentence as [1], [2] ... after it."""


class PlainQuantity(BaseModel):
    """A number and its unit."""

    value: float
    unit: str


class PlainEvent(BaseModel):
    """An event as the model gives it."""

    type: str
    mode: str | None = None
    status: Literal[
        "occurred", "ongoing", "announced", "planned", "threatened", "demanded", "proposed", "denied", "alleged"
    ]
    actors: list[str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    date: str | None = None
    place: str | None = None
    attribution: list[str] = Field(default_factory=list)
    quantities: list[PlainQuantity] = Field(default_factory=list)
    quote: str


class PlainEvents(BaseModel):
    """All events of an article."""

    events: list[PlainEvent]


@dataclass(frozen=True, slots=True)
class PlainRun:
    """What the script made of a case: events article by article, the brief (as sentences, and as it came), and the cost."""

    events: tuple[tuple[Event, ...], ...]
    brief: BriefView
    cost: Cost
    text: str


def _type_list() -> str:
    return "\n".join(
        f"{name}: {kind.definition}" + (f" (modes: {', '.join(kind.modes)})" if kind.modes else "")
        for name, kind in load_ontology().types.items()
    )


def _shown(article: Article, number: int = 0) -> str:
    about = [f"[{number}]" if number else "", article.title or "", article.publisher or "", article.published or ""]
    return "\n".join(part for part in about if part) + "\n\n" + article.text


def _party(word: str) -> dict[str, Any]:
    return {"name": word, "country": word if re.fullmatch(r"[A-Z]{3,4}", word) else None}


def plain_event(found: PlainEvent, article: Article, number: int) -> Event:
    """The model's event as a record; a quote that isn't in the article is kept at offset -1, which is no slice."""
    start = article.text.find(found.quote)
    evidence = {"article": article.id, "start": start, "end": start + len(found.quote), "quote": found.quote}
    return Event.model_validate(
        {
            "id": f"p-{article.id[2:]}-{number}",
            "type": found.type.partition("/")[0],
            "mode": found.mode or found.type.partition("/")[2] or None,
            "status": found.status,
            "summary": found.quote,
            "actors": [_party(word) for word in found.actors],
            "recipients": [_party(word) for word in found.recipients],
            "date": {"edtf": found.date} if found.date else None,
            "place": _party(found.place) if found.place else None,
            "attribution": [_party(word) for word in found.attribution],
            "quantities": [
                {"value": q.value, "unit": q.unit, "text": f"{q.value:g} {q.unit}"} for q in found.quantities
            ],
            "evidence": [evidence],
            "sources": [{"article": article.id}],
            "engine": "plain",
            "confidence": 1.0,
        }
    )


def plain_brief(text: str, articles: Sequence[Article]) -> BriefView:
    """A chat answer as sentences; a mark like [2] points at the whole second article, since that is all it says."""
    sentences = []
    for sentence in split_prose(text):
        marks = [
            int(number) for group in re.findall(r"\[([\d,\s]+)\]", sentence) for number in re.findall(r"\d+", group)
        ]
        cited = [articles[mark - 1] for mark in dict.fromkeys(marks) if 0 < mark <= len(articles)]
        lost = [mark for mark in dict.fromkeys(marks) if not 0 < mark <= len(articles)]
        bare = re.sub(r"\s*\[[\d,\s]+\]", "", sentence).strip()
        pointers = [Cited(article.id, 0, len(article.text), article.text) for article in cited]
        pointers += [Cited("", 0, 0, "", listed=False) for _ in lost]
        sentences.append(Told(bare, "brief", (), tuple(pointers)))
    return BriefView(tuple(sentences))


async def run_plain(articles: Sequence[Article], base_url: str, model: str) -> PlainRun:
    """Run the script on the articles of a case. Raises what openai and instructor raise."""
    import instructor
    from openai import AsyncOpenAI

    logging.getLogger("instructor").setLevel(logging.CRITICAL)  # it prints what models say
    async with AsyncOpenAI(base_url=base_url, api_key="none", timeout=_TIMEOUT, max_retries=0) as server:
        client = instructor.from_openai(server)
        system = _EXTRACT.format(types=_type_list())

        async def extract(article: Article) -> tuple[PlainEvents, Any]:
            found, answer = await client.chat.completions.create_with_completion(
                model=model,
                response_model=PlainEvents,
                max_retries=1,
                messages=[{"role": "system", "content": system}, {"role": "user", "content": _shown(article)}],
            )
            return found, answer.usage

        async def write() -> Any:
            together = "\n\n-----\n\n".join(_shown(article, at) for at, article in enumerate(articles, 1))
            return await server.chat.completions.create(
                model=model,
                messages=[{"role": "system", "content": _BRIEF}, {"role": "user", "content": together}],
            )

        answer, *found = await asyncio.gather(write(), *(extract(article) for article in articles))
    usages = [answer.usage, *(usage for _, usage in found)]
    text = answer.choices[0].message.content or ""
    return PlainRun(
        tuple(
            tuple(plain_event(event, article, at) for at, event in enumerate(events.events, 1))
            for article, (events, _) in zip(articles, found, strict=True)
        ),
        plain_brief(text, articles),
        Cost(sum(usage.prompt_tokens for usage in usages), sum(usage.completion_tokens for usage in usages)),
        text,
    )
