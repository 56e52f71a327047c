"""A brief read over by its writer before it is handed on: its lines as the check left them, what is noticed, what is changed."""

from __future__ import annotations

import re
from collections import Counter
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
from summarizer.composing import HEAD_WORDS, bare_surnames, date_of_acts, short_names, words_wanted
from summarizer.engines.rules.briefs.threads import title_of
from summarizer.engines.rules.briefs.weighing import importance
from summarizer.events import FACTUAL
from summarizer.normalising.edtf import MONTHS
from summarizer.ontology import Ontology
from summarizer.pipeline.repeating import repeated
from summarizer.verifying import verify_sentences

_MOST_UNTOLD: Final = 5
_HEAD: Final = 3  # sentences of a bottom line
_DAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
# Days and months that mean nothing without the article's own date.
_VAGUE: Final = re.compile(
    rf"\b(?:today|tonight|tomorrow|yesterday|(?:next|last|this) (?:week|month|year|{_DAYS}|{'|'.join(MONTHS[1:])})|(?:{_DAYS}))"
    r"\b(?! \d|, \d)"
)
_IN_THREADS: Final[tuple[Section, ...]] = ("happened", "claims", "conflicts")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and its thread, by index; None for those of the head."""

    line: BriefLine
    thread: int | None


def lines_of(draft: BriefDraft, checked: CheckedBrief, request: BriefRequest) -> tuple[PlacedLine, ...]:
    """All sentences of a draft that its writer wrote, in reading order, with why they don't hold and the dates they stand under."""
    reasons = {(item.section, item.sentence): item.reasons for item in checked.withheld}
    events = {event.id: event for event in request.events}

    def placed(section: Section, sentences: Sequence[SentenceDraft], thread: int | None) -> list[PlacedLine]:
        days = [date_of_acts(s.events, events) if section == "happened" else None for s in sentences]
        lines = [
            BriefLine(section, s, reasons.get((section, s), ()), day) for s, day in zip(sentences, days, strict=True)
        ]
        return [PlacedLine(line, thread) for line in lines]

    found = [*placed("bottom_line", draft.bottom_line, None), *placed("key_points", draft.key_points, None)]
    for at, thread in enumerate(draft.threads):
        found += placed("happened", thread.happened, at)
        found += placed("claims", thread.claims, at)
        found += placed("conflicts", thread.conflicts, at)
    return tuple(found)


def look_over(
    lines: Sequence[BriefLine],
    request: BriefRequest,
    untold: Sequence[SentenceDraft],
    ontology: Ontology,
    again: bool = False,
) -> tuple[Finding, ...]:
    """What code notices in the lines that hold: conflicts and acts of weight that none tells, surnames and half names without
    anything, lines below the bottom line that tell much the same, days that only the article's reader knows, more words than wanted.

    `untold` are our sentences on conflicts that no line tells. `again` is for a second look: what the writer passed over when
    it was first named is not named again.
    """
    held = [(at, line) for at, line in enumerate(lines, 1) if not line.reasons]
    found = [
        Finding(f"no line tells that reports may differ here: {sentence.text}", sentence.events) for sentence in untold
    ]
    said, texts = [line.sentence.text for _, line in held], [article.text for article in request.articles]
    for at, surname in bare_surnames(said, texts):
        found.append(
            Finding(f"line {held[at][0]} is the first that holds to name {surname}, and doesn't say who that is")
        )
    for at, short in short_names(said, texts):
        found.append(Finding(f"line {held[at][0]} says {short} where its whole name wasn't told yet"))
    below = [(at, line) for at, line in held if line.section != "bottom_line"]
    for group in repeated([line.sentence for _, line in below]):
        numbers = [str(below[at][0]) for at in group]
        found.append(Finding(f"lines {', '.join(numbers[:-1])} and {numbers[-1]} tell partly the same"))
    for at, line in held:
        found += [
            Finding(f'line {at} says "{vague[0]}", not which day') for vague in _VAGUE.finditer(line.sentence.text)
        ]
    found += [Finding(text) for text in _too_long([line for _, line in held], request)]
    if again:
        return tuple(found)
    told = {id_ for _, line in held for id_ in line.sentence.events}
    missing = [event for event in request.events if event.id not in told and event.status in FACTUAL]
    if missing:
        weights = {event.id: importance(event, ontology) for event in request.events}
        middle = median(weights.values())
        heavy = sorted((e for e in missing if weights[e.id] >= middle), key=lambda e: -weights[e.id])[:_MOST_UNTOLD]
        if heavy:
            found.append(Finding("no line that holds tells these", tuple(event.id for event in heavy)))
    return tuple(found)


def _too_long(lines: Sequence[BriefLine], request: BriefRequest) -> list[str]:
    """That the brief, or its bottom line, has more words than wanted, and how many each section has."""
    most = words_wanted(request)
    if not most:
        return []
    words: Counter[Section] = Counter()
    for line in lines:
        words[line.section] += len(line.sentence.text.split())
    found = []
    if words.total() > most:
        sections = ", ".join(f"{name} {count}" for name, count in words.items())
        found.append(f"the brief has {words.total()} words ({sections}); at most {most} are wanted")
    if words["bottom_line"] > HEAD_WORDS:
        found.append(f"bottom_line has {words['bottom_line']} words; at most {HEAD_WORDS} are wanted")
    return found


def with_edits(
    draft: BriefDraft, lines: Sequence[PlacedLine], edits: Sequence[Edit], request: BriefRequest
) -> BriefDraft:
    """The draft with what its writer changed. A line that holds gives way only to one that holds; one that doesn't isn't struck,
    so that it is listed as withheld. Nor does a line that says who somebody is give way if nothing else says so.
    """
    changed = _changed(lines, edits, request)
    lost = _bare([item.line for item in changed], request) - _bare([item.line for item in lines], request)
    if lost:
        first = {_first(surname, lines) for surname in lost}
        changed = _changed(lines, [edit for edit in edits if edit.line is None or edit.line not in first], request)
    return _put_together(draft, changed, request)


def _bare(lines: Sequence[BriefLine], request: BriefRequest) -> frozenset[str]:
    """Surnames that nothing introduces in the lines that hold."""
    held = [line.sentence.text for line in lines if not line.reasons]
    return frozenset(surname for _, surname in bare_surnames(held, [article.text for article in request.articles]))


def _first(surname: str, lines: Sequence[PlacedLine]) -> int | None:
    """The first line that holds and has a surname, by index."""
    named = (at for at, item in enumerate(lines) if not item.line.reasons and surname in item.line.sentence.text)
    return next(named, None)


def _changed(lines: Sequence[PlacedLine], edits: Sequence[Edit], request: BriefRequest) -> list[PlacedLine]:
    """The lines, those that changed among them, in reading order within each section."""
    asked = [(edit.sentence, edit.section) for edit in edits if edit.sentence is not None]
    results = iter(verify_sentences(asked, request))
    kept: list[PlacedLine | None] = list(lines)
    added: dict[int | None, list[PlacedLine]] = {}
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
            placed = PlacedLine(fresh, 0 if edit.section in _IN_THREADS else None)
            added.setdefault(edit.before, []).append(placed)
        elif edit.section == old.line.section:
            kept[edit.line] = replace(old, line=fresh)
        else:
            kept[edit.line] = None
            placed = PlacedLine(fresh, (old.thread or 0) if edit.section in _IN_THREADS else None)
            added.setdefault(edit.before, []).append(placed)
    whole = [item for at, line in enumerate(kept) for item in (*added.get(at, ()), line) if item is not None]
    whole += added.get(None, ())
    if not any(item.line.section == "bottom_line" for item in whole):
        whole[:0] = [item for item in lines if item.line.section == "bottom_line"]
    return whole


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
