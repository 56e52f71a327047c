"""Whether a fixture folder is sound: its labels can be read, and what they quote stands in its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from evals.labels import CaseInfo, Labels, MustNot, pattern_hits_label, read_yaml, trigger_text

_GOLD = "labels"  # the label file that counts; the others are the labellers' own, and may be missing
_KINDS = (_GOLD, "first", "second")


def check_folder(folder: Path) -> list[str]:
    """Everything that is wrong with a fixture folder, as lines to read; an empty list when it is sound."""
    try:
        case = CaseInfo.model_validate(read_yaml(folder / "case.yaml"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        return [f"{folder.name}/case.yaml: {error}"]
    articles = sorted(folder.glob("*.md"))
    problems = [] if articles else [f"{folder.name}: no article"]
    known: set[str] = set()
    for article in articles:
        text = article.read_text(encoding="utf-8")
        for kind in _KINDS:
            path = article.with_suffix(f".{kind}.yaml")
            if not path.exists():
                problems += [f"{folder.name}/{path.name}: missing"] if kind == _GOLD else []
                continue
            try:
                labels = Labels.model_validate(read_yaml(path))
            except (ValueError, yaml.YAMLError) as error:
                problems.append(f"{folder.name}/{path.name}: {error}")
                continue
            known.update(event.id for event in labels.events if kind == _GOLD)
            problems += _check_labels(labels, text, path, case.must_not if kind == _GOLD else ())
    return [*problems, *_check_case(case, known, folder)]


def _check_labels(labels: Labels, text: str, path: Path, must_not: Sequence[MustNot]) -> Iterator[str]:
    """What is wrong with the labels of an article (`text`), or with `must_not` by them."""
    where = f"{path.parent.name}/{path.name}"
    ids = [event.id for event in labels.events]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"{where}: id {twice!r} twice"
    for event in labels.events:
        for trigger in event.triggers:
            words, nth = trigger_text(trigger)
            if text.count(words) < nth:
                yield f"{where}: {event.id}: {words!r} is not in the text {nth} time(s)"
        for rule in must_not:
            if rule.event is not None and pattern_hits_label(rule.event, event):
                yield f"{path.parent.name}/case.yaml: must_not {rule.say!r} forbids {path.name}: {event.id}"
        if event.date_text and event.date_text not in text:
            yield f"{where}: {event.id}: date_text {event.date_text!r} is not in the text"


def _check_case(case: CaseInfo, known: set[str], folder: Path) -> Iterator[str]:
    """What is wrong with `case.yaml`: conflicts about events that aren't `known`, regular expressions that aren't."""
    where = f"{folder.name}/case.yaml"
    for conflict in case.conflicts:
        if conflict.event not in known:
            yield f"{where}: conflict about unknown event {conflict.event!r}"
    dates = [rule.event.date for rule in case.must_not if rule.event and rule.event.date]
    for expressions in [*(n.words for n in case.nuggets), *(m.words for m in case.must_not), dates]:
        for word in expressions:
            try:
                re.compile(word)
            except re.error as error:
                yield f"{where}: {word!r}: {error}"
