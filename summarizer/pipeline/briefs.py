"""The brief: the engine's sentences, checked, those that fail asked for once more."""

from __future__ import annotations

from dataclasses import replace

from summarizer.brief import BriefRequest, CheckedBrief, CheckedThread, SentenceDraft, Statement, Withheld
from summarizer.composing import complete_draft
from summarizer.engines.base import Engine
from summarizer.errors import EngineError
from summarizer.ontology import Ontology
from summarizer.verifying import verify_brief, verify_sentence


async def write_checked(
    request: BriefRequest, engine: Engine, ontology: Ontology
) -> tuple[CheckedBrief, tuple[str, ...]]:
    """The brief's sentences, checked, and notes; those that fail go back to the engine once, then are withheld."""
    notes: list[str] = []
    if not request.events:
        return CheckedBrief(), ()
    try:
        draft = await engine.write_brief(request)
        notes += draft.notes
    except EngineError as error:
        from summarizer.engines.rules.writing import write_brief

        notes.append(f"the model wrote no brief ({error}); it was written by the rules from its events")
        draft = write_brief(request, ontology)
    checked = verify_brief(complete_draft(draft, request, ontology), request)
    asked = [item for item in checked.withheld if item.section not in ("timeline", "conflicts")]
    if not asked:
        return checked, tuple(notes)
    try:
        revised = await engine.revise_sentences(request, asked)
    except EngineError as error:
        notes.append(f"{len(asked)} withheld sentences could not be asked again: {error}")
        return checked, tuple(notes)
    return _with_revised(checked, asked, revised, request), tuple(notes)


def _with_revised(
    checked: CheckedBrief, asked: list[Withheld], revised: tuple[SentenceDraft | None, ...], request: BriefRequest
) -> CheckedBrief:
    """Put back the revised sentences that now hold, at the end of their section."""
    placed: dict[str, list[Statement]] = {}
    still: list[Withheld] = [item for item in checked.withheld if item not in asked]
    for item, draft in zip(asked, [*revised, *[None] * (len(asked) - len(revised))], strict=False):
        result = verify_sentence(draft, item.section, request) if draft is not None else item
        if isinstance(result, Withheld):
            still.append(replace(result, sentence=item.sentence) if draft is None else result)
        else:
            placed.setdefault(item.section, []).append(result)

    def thread_of(statement: Statement) -> int:
        for at, thread in enumerate(checked.threads):
            if any(set(statement.events) & set(entry.events) for entry in thread.timeline):
                return at
        return 0

    threads: list[CheckedThread] = list(checked.threads)
    for statement in placed.get("happened", ()):
        at = thread_of(statement)
        threads[at] = replace(threads[at], happened=(*threads[at].happened, statement))
    for statement in placed.get("claims", ()):
        at = thread_of(statement)
        threads[at] = replace(threads[at], claims=(*threads[at].claims, statement))
    return CheckedBrief(
        (*checked.bottom_line, *placed.get("bottom_line", ())),
        (*checked.key_points, *placed.get("key_points", ())),
        tuple(threads),
        tuple(still),
    )
