"""A long article gives what its parts give, each once."""

from __future__ import annotations

import asyncio

from evals.bench.articles import article, model_of
from evals.bench.chat_server import ChatServer, user_text
from summarizer import Article, asummarize, extract
from summarizer.chunking import chunk_article
from summarizer.settings import Settings
from summarizer.summary import ArticleResult


def test_twenty_thousand_words() -> None:
    parts = [article(number, 400, 2).text for number in range(50)]
    whole = Article(text="\n\n".join(parts), published="2021-03-30")
    assert len(whole.text.split()) > 20_000
    with ChatServer(model_of(0)) as server:
        settings = Settings(engine="llm", base_url=server.url, model="fake-model", use_store=False)
        (result,) = extract([whole], settings=settings)
        assert isinstance(result, ArticleResult)
        asked = [user_text(request) for request in server.requests]
        pieces = list(extract([Article(text=text, published="2021-03-30") for text in parts], settings=settings))
    chunks = chunk_article(whole, settings.max_chunk_tokens)
    assert len(asked) == len(chunks) > 3
    assert len(result.mentions) == 100
    assert sorted(m.trigger for m in result.mentions) == sorted({m.trigger for m in result.mentions})
    assert sum(len(piece.mentions) for piece in pieces if isinstance(piece, ArticleResult)) == 100
    told = {(m.type, m.actors, m.recipients, m.date) for m in result.mentions}
    assert told == {
        (m.type, m.actors, m.recipients, m.date)
        for piece in pieces
        if isinstance(piece, ArticleResult)
        for m in piece.mentions
    }
    # later parts carry the lead and the parties named so far, and neither can be cited
    assert "named so far: " in asked[1]
    assert "- Report number 0 from the wire." in asked[1]
    assert "[1] " not in asked[1]


def test_a_brief_is_written_where_the_model_can_and_by_rule_where_not() -> None:
    with ChatServer(model_of(0)) as server:
        settings = Settings(engine="llm", base_url=server.url, model="fake-model", mode="tools", use_store=False)
        summary = asyncio.run(asummarize([article(1)], settings=settings))
    assert len(summary.events) == 4
    assert summary.failures == ()
    assert summary.brief.bottom_line
    assert summary.brief.engine == "fake-model"
