"""A brief read over by its writer before it is handed on: its lines as the check left them, what is noticed, what is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from summarizer.brief import (
    BriefDraft,
    BriefLine,
    BriefRequest,
    CheckedBrief,
    Edit,
    Finding,
    Section,
    SentenceDraft,
    Statement,
    ThreadDraft,
)
from summarizer.composing import bare_surnames
from summarizer.engines.rules.threads import title_of
from summarizer.engines.rules.weighing import importance
from summarizer.events import FACTUAL
from summarizer.ontology import Ontology
from summarizer.pipeline.repeating import repeated
from summarizer.verifying import verify_sentences

_MOST_UNTOLD: Final = 5
_SHARE: Final = 0.45  # of the articles' words: about what a plain brief of three short articles takes
_WORDS: Final = {"short": (80, 200), "standard": (150, 480)}
_HEAD: Final = 3  # sentences of a bottom line
_IN_THREADS: Final[tuple[Section, ...]] = ("happened", "claims", "conflicts")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and its thread, by index; None for those of the head."""

    line: BriefLine
    thread: int | None


def lines_of(draft: BriefDraft, checked: CheckedBrief) -> tuple[PlacedLine, ...]:
    """All sentences of a draft that its writer wrote, in reading order, with why they don't hold."""
    reasons = {(item.section, item.sentence): item.reasons for item in checked.withheld}

    def placed(section: Section, sentences: Sequence[SentenceDraft], thread: int | None) -> list[PlacedLine]:
        return [PlacedLine(BriefLine(section, s, reasons.get((section, s), ())), thread) for s in sentences]

    found = [*placed("bottom_line", draft.bottom_line, None), *placed("key_points", draft.key_points, None)]
    for at, thread in enumerate(draft.threads):
        found += placed("happened", thread.happened, at)
        found += placed("claims", thread.claims, at)
        found += placed("conflicts", thread.conflicts, at)
    return tuple(found)


def look_over(
    lines: Sequence[BriefLine], request: BriefRequest, untold: Sequence[SentenceDraft], ontology: Ontology
) -> tuple[Finding, ...]:
    """What code notices in the lines that hold: conflicts and acts of weight that none tells, surnames without anything,
    lines below the bottom line that tell much the same, acts without a day among dated ones, more words than wanted.

    `untold` are our sentences on conflicts that no line tells.
    """
    held = [(at, line) for at, line in enumerate(lines, 1) if not line.reasons]
    found = [
        Finding(f"no line tells that reports may differ here: {sentence.text}", sentence.events) for sentence in untold
    ]
    for at, surname in bare_surnames([line.sentence.text for _, line in held], [a.text for a in request.articles]):
        found.append(
            Finding(f"line {held[at][0]} is the first that holds to name {surname}, and doesn't say who that is")
        )
    below = [(at, line) for at, line in held if line.section != "bottom_line"]
    for group in repeated([line.sentence for _, line in below]):
        numbers = [str(below[at][0]) for at in group]
        found.append(Finding(f"lines {', '.join(numbers[:-1])} and {numbers[-1]} tell partly the same"))
    dated = {event.id for event in request.events if event.date}
    days = {at: bool(dated & set(line.sentence.events)) for at, line in held if line.section == "happened"}
    if any(days.values()):
        found += [
            Finding(f"line {at} of happened has no day, its records have none") for at, day in days.items() if not day
        ]
    words, most = sum(len(line.sentence.text.split()) for _, line in held), words_wanted(request)
    if most and words > most:
        found.append(Finding(f"the brief has {words} words; at most {most} are wanted"))
    told = {id_ for _, line in held for id_ in line.sentence.events}
    missing = [event for event in request.events if event.id not in told and event.status in FACTUAL]
    if missing:
        weights = {event.id: importance(event, ontology) for event in request.events}
        middle = median(weights.values())
        heavy = sorted((e for e in missing if weights[e.id] >= middle), key=lambda e: -weights[e.id])[:_MOST_UNTOLD]
        if heavy:
            found.append(Finding("no line that holds tells these", tuple(event.id for event in heavy)))
    return tuple(found)


def words_wanted(request: BriefRequest) -> int | None:
    """How many words a brief may have: a share of those of its articles, within bounds; None for one that may be long."""
    if request.part or request.length == "full":
        return None
    least, most = _WORDS[request.length]
    tens = round(_SHARE * sum(len(article.text.split()) for article in request.articles) / 10)
    return min(most, max(least, 10 * tens))


def with_edits(
    draft: BriefDraft, lines: Sequence[PlacedLine], edits: Sequence[Edit], request: BriefRequest
) -> BriefDraft:
    """The draft with what its writer changed. A line that holds gives way only to one that holds; one that doesn't isn't struck,
    so that it is listed as withheld.
    """
    asked = [(edit.sentence, edit.section) for edit in edits if edit.sentence is not None]
    results = iter(verify_sentences(asked, request))
    kept: list[PlacedLine | None] = list(lines)
    added: list[PlacedLine] = []
    for edit in edits:
        sound = edit.sentence is not None and isinstance(next(results), Statement)
        old = lines[edit.line] if edit.line is not None else None
        held = old is not None and not old.line.reasons
        if edit.sentence is None:
            if held and edit.line is not None:
                kept[edit.line] = None
            continue
        if held and not sound:
            continue
        fresh = BriefLine(edit.section, edit.sentence)
        if old is None or edit.line is None:
            added.append(PlacedLine(fresh, 0 if edit.section in _IN_THREADS else None))
        elif edit.section == old.line.section:
            kept[edit.line] = replace(old, line=fresh)
        else:
            kept[edit.line] = None
            added.append(PlacedLine(fresh, (old.thread or 0) if edit.section in _IN_THREADS else None))
    if not any(item and item.line.section == "bottom_line" for item in (*kept, *added)):
        kept[:0] = [item for item in lines if item.line.section == "bottom_line"]
    return _put_together(draft, [item for item in (*kept, *added) if item is not None], request)


def _put_together(draft: BriefDraft, lines: Sequence[PlacedLine], request: BriefRequest) -> BriefDraft:
    def those(section: Section, thread: int | None = None) -> tuple[SentenceDraft, ...]:
        found = [item.line.sentence for item in lines if (item.line.section, item.thread) == (section, thread)]
        return tuple(dict.fromkeys(found))

    head = those("bottom_line")  # what is more than a bottom line holds opens the key points
    threads = draft.threads or (ThreadDraft(title_of(request.events)),)
    return replace(
        draft,
        bottom_line=head[:_HEAD],
        key_points=tuple(dict.fromkeys((*head[_HEAD:], *those("key_points")))),
        threads=tuple(
            replace(
                thread,
                happened=those("happened", at),
                claims=those("claims", at),
                conflicts=those("conflicts", at),
            )
            for at, thread in enumerate(threads)
        ),
    )
