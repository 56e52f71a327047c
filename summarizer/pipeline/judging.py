"""What reports contradict each other on, put to an engine that understands them; where it can't be asked, code's findings stand."""

from __future__ import annotations

from dataclasses import replace

from summarizer.disputes import DisputeRequest
from summarizer.engines.base import Engine
from summarizer.errors import EngineError
from summarizer.merging import judge_events, propose_disputes
from summarizer.pipeline.memory import Found


async def with_judged_conflicts(found: Found, engine: Engine) -> tuple[Found, tuple[str, ...]]:
    """The events with the conflicts that the engine finds in them and code can check, and a note if it could not be asked."""
    if engine.name == "rules":
        return found, ()
    articles = {article.id: article for article in found.articles}
    disputes = propose_disputes(found.groups, found.events, articles)
    if not disputes:
        return found, ()
    request = DisputeRequest(disputes, found.events, found.articles)
    try:
        verdicts = await engine.judge_conflicts(request)
    except EngineError as error:
        return found, (f"the model could not be asked where reports differ ({error}); the rules' findings stand",)
    return replace(found, events=judge_events(request, verdicts), judged=True), ()
