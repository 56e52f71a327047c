"""The brief: the engine's sentences, checked, those that fail asked for once more; a long one part by part, then its head."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from summarizer.brief import (
    BriefDraft,
    BriefRequest,
    CheckedBrief,
    CheckedThread,
    Section,
    SentenceDraft,
    Statement,
    Withheld,
)
from summarizer.changes import Changes
from summarizer.composing import (
    LEFT_OVER,
    background_thread,
    complete_draft,
    say_changes,
    split_request,
    untold_conflicts,
)
from summarizer.engines.base import Engine
from summarizer.engines.rules.briefs.threads import title_of
from summarizer.engines.rules.briefs.weighing import importance
from summarizer.engines.rules.briefs.writing import write_brief
from summarizer.errors import EngineError
from summarizer.ontology import Ontology
from summarizer.pipeline.editing import lines_of, look_over, with_edits
from summarizer.verifying import verify_brief, verify_sentences

Written = tuple[CheckedBrief, tuple[str, ...]]
_NONE: Final = "no contradiction to the writer: "


async def write_checked(request: BriefRequest, engine: Engine, ontology: Ontology, most: int) -> Written:
    """The brief's sentences, checked, and notes; those that fail go back to the engine once, then are withheld.

    With more than `most` events a model writes it part by part, and then the head from what of the parts holds. What the
    engine can't write is noted and written by the rules.
    """
    if not request.events:
        return CheckedBrief(), ()
    parts = split_request(request, most) if engine.name != "rules" else (request,)
    if len(parts) == 1:
        draft, own = await _draft(request, engine, ontology)
        picked = own and _picked(draft, request)
        checked, notes = await _checked(
            complete_draft(draft, request, ontology, picked), request, engine, ontology, own
        )
        whole = _with_conflicts(checked, request, ontology, notes)
        return (_in_own_words(whole) if picked else whole), notes
    written = await asyncio.gather(*(_part(part, engine, ontology) for part in parts))
    points = _candidates([checked for checked, _ in written], request, ontology)
    head, notes = CheckedBrief(), tuple[str, ...]()
    if points:
        told = {id_ for point in points for id_ in point.events}
        events = tuple(event for event in request.events if event.id in told)
        asked = replace(request, events=events, points=points)
        draft, own = await _draft(asked, engine, ontology)
        head, notes = await _checked(draft, asked, engine, ontology, own)
    notes = (*(note for _, own in written for note in own), *notes)
    brief = replace(
        head,
        threads=_joined([thread for checked, _ in written for thread in checked.threads]),
        withheld=(*(item for checked, _ in written for item in checked.withheld), *head.withheld),
    )
    return _with_conflicts(brief, request, ontology, notes), notes


def _in_own_words(checked: CheckedBrief) -> CheckedBrief:
    """The brief without sentences of the articles for what the writer passed over, or told in a sentence that doesn't hold."""
    own = [replace(thread, timeline=()) for thread in checked.threads if thread.title != LEFT_OVER]
    spare = [replace(thread, timeline=()) for thread in checked.threads if thread.title == LEFT_OVER]
    if own and spare:  # kept for its conflicts alone
        own[0] = replace(own[0], conflicts=(*own[0].conflicts, *(s for thread in spare for s in thread.conflicts)))
    return replace(checked, threads=tuple(own or spare))


def _with_conflicts(
    checked: CheckedBrief, request: BriefRequest, ontology: Ontology, notes: Sequence[str]
) -> CheckedBrief:
    """The brief with every conflict told in the thread of its event: in the engine's words where they hold, else in ours.

    Not those that are noted as none to the engine.
    """
    told = [*checked.bottom_line, *checked.key_points]
    for thread in checked.threads:
        told += [*thread.happened, *thread.claims, *thread.conflicts]
    withheld, threads = list(checked.withheld), []
    for thread in checked.threads:
        found: list[Statement] = []
        for sentence, row in untold_conflicts(thread, told, request, ontology):
            if f"{_NONE}{sentence.text}" in notes:
                continue
            said, plain = verify_sentences([(sentence, "conflicts"), (row, "conflicts")], request)
            sound = [result for result in (said, plain) if isinstance(result, Statement)]
            if sound:  # what stands for a doubtful sentence of ours is its row, not a note on it
                better = next((statement for statement in sound if not statement.flags), sound[-1])
                found.append(better.model_copy(update={"flags": ()}))
            elif isinstance(said, Withheld):
                withheld.append(said)
        told += found
        threads.append(replace(thread, conflicts=(*thread.conflicts, *found)))
    return replace(checked, threads=tuple(threads), withheld=tuple(withheld))


def with_changes(checked: CheckedBrief, changes: Changes, request: BriefRequest, ontology: Ontology) -> CheckedBrief:
    """The brief with what changed and, as a last thread, the background; code writes both, and they are checked like all else."""
    told = say_changes(changes, request, ontology)
    results = verify_sentences([(sentence, "changes") for sentence in told], request)
    background = BriefDraft(threads=(background_thread(replace(request, events=changes.background), ontology),))
    known = verify_brief(background, request)
    return replace(
        checked,
        changes=tuple(result for result in results if isinstance(result, Statement)),
        threads=(*checked.threads, *known.threads),
        withheld=(*checked.withheld, *(r for r in results if isinstance(r, Withheld)), *known.withheld),
    )


async def _part(part: BriefRequest, engine: Engine, ontology: Ontology) -> Written:
    """One part: its bottom line and key points are candidates for the head, and open its first thread."""
    draft, own = await _draft(part, engine, ontology)
    complete = complete_draft(draft, part, ontology, own and _picked(draft, part))
    checked, notes = await _checked(complete, part, engine, ontology, own)
    told = [s.model_copy(update={"section": "happened"}) for s in (*checked.bottom_line, *checked.key_points)]
    threads = list(checked.threads)
    if not threads or threads[0].title == LEFT_OVER:
        threads.insert(0, CheckedThread(title_of(part.events), (), (), (), ()))
    happened = {statement.text: statement for statement in (*told, *threads[0].happened)}
    threads[0] = replace(threads[0], happened=tuple(happened.values()))
    return replace(checked, threads=tuple(threads)), notes


def _picked(draft: BriefDraft, request: BriefRequest) -> bool:
    """Whether what a model's draft passes over stays untold: it chose, and there isn't room for everything."""
    return request.length != "full" and bool(draft.threads)


async def _draft(request: BriefRequest, engine: Engine, ontology: Ontology) -> tuple[BriefDraft, bool]:
    """What the engine writes, and whether a model did; what the rules write, with a note, if it can't."""
    try:
        return await engine.write_brief(request), engine.name != "rules"
    except EngineError as error:
        draft = write_brief(request, ontology)
        what = f"nothing about {title_of(request.events)}" if request.part else "no brief"
        what = "no bottom line" if request.points else what
        note = f"the model wrote {what} ({error}); it was written by the rules from its events"
        return replace(draft, notes=(note, *draft.notes)), False


async def _checked(draft: BriefDraft, request: BriefRequest, engine: Engine, ontology: Ontology, own: bool) -> Written:
    """The draft's sentences that hold. The engine that wrote it reads it over: a whole brief line by line, of a head or of
    judgements what doesn't hold. A conflict that it doesn't tell then is none to it, which is noted.
    """
    checked = verify_brief(draft, request)
    if not own:
        return checked, draft.notes
    notes = list(draft.notes)
    if not request.points:
        draft, told = await _read_over(draft, checked, request, engine, ontology)
        notes += told
    failed = [item for item in checked.withheld if request.points or item.section == "assessment"]
    if failed:
        try:
            revised = await engine.revise_sentences(request, failed)
        except EngineError as error:
            notes.append(f"{len(failed)} sentences could not be asked again: {error}")
        else:
            pairs = zip(failed, revised, strict=False)
            better = {(item.section, item.sentence): sentence for item, sentence in pairs if sentence is not None}
            draft = _with_revised(draft, better)
    return _headed(verify_brief(draft, request), draft), tuple(notes)


async def _read_over(
    draft: BriefDraft, checked: CheckedBrief, request: BriefRequest, engine: Engine, ontology: Ontology
) -> tuple[BriefDraft, list[str]]:
    """The draft as its writer leaves it, and notes: read over until nothing is noticed in it or changed, twice at most."""
    notes: list[str] = []
    given_up: set[SentenceDraft] = set()  # struck where they didn't hold: listed as withheld, but not shown again
    for again in (False, True):
        placed = sorted(lines_of(draft, checked, request), key=lambda item: item.line.sentence in given_up)
        lines = [item.line for item in placed if item.line.sentence not in given_up]
        untold = [] if again else _untold(checked, request, ontology)
        findings = look_over(lines, request, untold, ontology, again)
        if not findings and not any(line.reasons for line in lines):
            break
        try:
            edits = await engine.edit_brief(request, lines, findings)
        except EngineError as error:
            notes.append(f"the brief could not be read over{' again' if again else ''}: {error}")
            break
        draft = with_edits(draft, placed, edits, request)
        given_up |= {
            lines[e.line].sentence for e in edits if e.sentence is None and e.line is not None and lines[e.line].reasons
        }
        checked = verify_brief(draft, request)
        new = {id_ for edit in edits if edit.sentence and edit.section == "conflicts" for id_ in edit.sentence.events}
        notes += [f"{_NONE}{sentence.text}" for sentence in untold if not new & set(sentence.events)]
        if not edits:
            break
    return draft, notes


def _headed(checked: CheckedBrief, draft: BriefDraft) -> CheckedBrief:
    """The brief with a sentence from below in place of each of the bottom line's that doesn't hold: the one that tells most of
    what is missing there now, so that a reader doesn't begin in the middle of the affair.
    """
    bottom, points = list(checked.bottom_line), list(checked.key_points)
    for lost in (item.sentence for item in checked.withheld if item.section == "bottom_line"):
        missing = set(lost.events) - {id_ for statement in bottom for id_ in statement.events}
        below = [*points, *(s for thread in checked.threads for s in (*thread.happened, *thread.claims))]
        first = next((id_ for id_ in lost.events if id_ in missing), None)
        best = max(below, key=lambda s: (first in s.events, len(missing & set(s.events))), default=None)
        if best is None or not missing & set(best.events):
            continue
        place = next((at for at, sentence in enumerate(draft.bottom_line) if sentence == lost), len(bottom))
        bottom.insert(place, best.model_copy(update={"section": "bottom_line"}))
        points = [point for point in points if point is not best]
    return replace(checked, bottom_line=tuple(bottom), key_points=tuple(points))


def _untold(checked: CheckedBrief, request: BriefRequest, ontology: Ontology) -> list[SentenceDraft]:
    """Our sentences on conflicts that no line tells."""
    told = [*checked.bottom_line, *checked.key_points]
    for thread in checked.threads:
        told += [*thread.happened, *thread.claims, *thread.conflicts]
    found = [
        sentence for thread in checked.threads for sentence, _ in untold_conflicts(thread, told, request, ontology)
    ]
    return list({sentence.text: sentence for sentence in found}.values())


def _candidates(parts: Sequence[CheckedBrief], request: BriefRequest, ontology: Ontology) -> tuple[SentenceDraft, ...]:
    """What the parts would put into a head, most important first, nothing twice."""
    weight = {event.id: importance(event, ontology) for event in request.events}
    found = {
        s.text: SentenceDraft(s.text, s.events, tuple(citation.evidence for citation in s.citations))
        for part in parts
        for s in (*part.bottom_line, *part.key_points)
    }
    return tuple(sorted(found.values(), key=lambda point: -max(weight[id_] for id_ in point.events)))


def _joined(threads: Sequence[CheckedThread]) -> tuple[CheckedThread, ...]:
    """Threads of one title as one, in order of the first; left-over events last."""
    by_title: dict[str, CheckedThread] = {}
    for thread in threads:
        known = by_title.get(thread.title.casefold())
        by_title[thread.title.casefold()] = (
            thread
            if known is None
            else CheckedThread(
                known.title,
                (*known.happened, *thread.happened),
                (*known.claims, *thread.claims),
                (*known.conflicts, *thread.conflicts),
                (*known.timeline, *thread.timeline),
            )
        )
    return tuple(sorted(by_title.values(), key=lambda thread: thread.title == LEFT_OVER))


def _with_revised(draft: BriefDraft, better: Mapping[tuple[Section, SentenceDraft], SentenceDraft]) -> BriefDraft:
    """The head or the judgements with the revised sentences in the places of those that failed."""

    def put(sentences: Sequence[SentenceDraft], section: Section) -> tuple[SentenceDraft, ...]:
        return tuple(better.get((section, sentence), sentence) for sentence in sentences)

    return replace(
        draft,
        bottom_line=put(draft.bottom_line, "bottom_line"),
        key_points=put(draft.key_points, "key_points"),
        assessment=put(draft.assessment, "assessment"),
    )
