"""One article through the engine: chunks, drafts, mentions, events."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from summarizer.article import Article, Failure
from summarizer.chunking import Chunk, chunk_article
from summarizer.drafts import Mention, Rejected
from summarizer.engines.base import Engine
from summarizer.errors import AuthenticationFailed, BudgetExhausted, EngineError, QuotaExhausted
from summarizer.grounding import ground_events
from summarizer.merging import merge_mentions
from summarizer.ontology import Ontology
from summarizer.settings import Settings
from summarizer.summary import ArticleResult
from summarizer.usage import Usage

_CAST = 40
_SUSPICIOUS = 2  # events of the rules that make an empty answer of a model worth a look
_WHOLE = 10**9


@dataclass(slots=True)
class _Tally:
    """What one article has brought so far."""

    mentions: list[Mention]
    rejected: list[Rejected]
    notes: list[str]
    usage: Usage


async def code_article(
    article: Article, settings: Settings, ontology: Ontology, engine: Engine, stop: list[EngineError]
) -> ArticleResult:
    """One article through the engine, chunk by chunk; a chunk that fails leaves what the others gave."""
    tokens = settings.max_chunk_tokens if engine.name != "rules" else _WHOLE
    chunks = chunk_article(article, tokens)
    tally = _Tally([], [], [], Usage())
    problems: list[str] = []
    for at, chunk in enumerate(chunks, 1):
        try:
            if stop:
                raise stop[0]
            cast = tuple(dict.fromkeys(p.name for m in tally.mentions for p in (*m.actors, *m.recipients)))[:_CAST]
            await _chunk(replace(chunk, cast=cast) if at > 1 else chunk, ontology, engine, tally)
        except EngineError as error:
            if isinstance(error, AuthenticationFailed | QuotaExhausted | BudgetExhausted):
                stop[:] = stop or [error]  # no later call can fare better
            problems.append(f"part {at} of {len(chunks)}: {error}" if len(chunks) > 1 else str(error))
        except Exception as error:
            if os.environ.get("SUMMARIZER_DEBUG"):
                raise
            problems.append(f"internal error {type(error).__name__}; SUMMARIZER_DEBUG=1 shows where, please report it")
    if engine.name != "rules" and chunks and not (problems or tally.mentions or tally.rejected):
        tally.notes += await _suppressed(article, ontology)
    name = article.file or article.title or article.id
    failure = Failure(source=name, reason="; ".join(dict.fromkeys(problems))) if problems else None
    return ArticleResult(
        article=article,
        events=merge_mentions(tally.mentions, [article]),
        mentions=tuple(tally.mentions),
        rejected=tuple(tally.rejected),
        notes=tuple(f"{name}: {note}" for note in tally.notes),
        failure=failure,
        usage=tally.usage,
    )


async def _suppressed(article: Article, ontology: Ontology) -> tuple[str, ...]:
    """A note when a model saw nothing in an article in which the rules see events: a text can talk a model into silence."""
    from summarizer.engines.rules.engine import RulesEngine

    rules = RulesEngine(ontology)
    found = 0
    for chunk in chunk_article(article, _WHOLE):
        drafts = (await rules.extract_events(chunk)).drafts
        found += len(ground_events(drafts, chunk, ontology, rules.name, final=True).mentions)
    if found < _SUSPICIOUS:
        return ()
    return (f"the model found no event, the built-in rules found {found}; look at the article itself",)


async def _chunk(chunk: Chunk, ontology: Ontology, engine: Engine, tally: _Tally) -> None:
    """Drafts of a chunk, grounded; what is rejected goes back to the engine once."""
    extraction = await engine.extract_events(chunk)
    tally.usage += extraction.usage
    tally.notes += extraction.notes
    grounded = ground_events(extraction.drafts, chunk, ontology, engine.name)
    tally.mentions += grounded.mentions
    tally.notes += grounded.notes
    if not grounded.rejected:
        return
    try:
        revision = await engine.revise_events(chunk, grounded.rejected)
    except EngineError as error:
        tally.notes.append(f"{len(grounded.rejected)} rejected events could not be asked again: {error}")
        drafts = tuple(item.draft for item in grounded.rejected)
    else:
        tally.usage += revision.usage
        tally.notes += revision.notes
        drafts = revision.drafts or tuple(item.draft for item in grounded.rejected)
    second = ground_events(drafts, chunk, ontology, engine.name, final=True)
    tally.mentions += second.mentions
    tally.rejected += second.rejected
    tally.notes += second.notes
