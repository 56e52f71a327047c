"""A model judges on which points reports contradict each other; it names the sentences, and code checks them afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from summarizer.disputes import FINDINGS, SLOTS, Dispute, DisputeRequest, Verdict, Version
from summarizer.engines.llm.lines import one_line
from summarizer.engines.llm.material import Material, gather_passages
from summarizer.engines.llm.questions import Form, Question
from summarizer.engines.llm.replies import Asks, NeedsSplit
from summarizer.engines.llm.schema import VerdictsAnswer, verdicts_schema
from summarizer.events import Event, Evidence, Party
from summarizer.prompts import load_prompt

_MOST_VALUES: Final = 8  # of one contradiction
_LONGEST: Final = 120  # characters of a value


def judging_form() -> Form:
    """For contradictions."""
    prompt = load_prompt("judge_conflicts")
    wanted = json.dumps(verdicts_schema())
    return Form(prompt.name, prompt.fingerprint, prompt.system_text(), wanted, VerdictsAnswer, "verdicts", prompt)


def judging_question(request: DisputeRequest) -> tuple[Question, Material]:
    """The question about disputes, and what the sentences' names in it stand for."""
    passages = [passage for dispute in request.disputes for version in dispute.versions for passage in version.passages]
    shown = gather_passages(request.articles, passages)
    lines = [*shown.lines, "Records:"]
    for number, (event, disputes) in enumerate(_by_event(request), 1):
        lines += _record(number, event, disputes, shown, request)
    return judging_form().question("judge_conflicts", "\n".join(lines)), shown


async def judge(request: DisputeRequest, asker: Asks) -> tuple[Verdict, ...]:
    """What `Engine.judge_conflicts` promises. Raises EngineError."""
    if not request.disputes:
        return ()
    question, shown = judging_question(request)
    try:
        value = (await asker.ask(question)).value
    except NeedsSplit as error:
        raise error.error from None
    events = [event for event, _ in _by_event(request)]
    read = [_verdict(item, events, shown.passages) for item in value["verdicts"]]
    return tuple(verdict for verdict in read if verdict is not None)


def _by_event(request: DisputeRequest) -> list[tuple[Event, list[Dispute]]]:
    """The events that are asked about, with their disputes."""
    asked: dict[str, list[Dispute]] = {}
    for dispute in request.disputes:
        asked.setdefault(dispute.event, []).append(dispute)
    return [(event, asked[event.id]) for event in request.events if event.id in asked]


def _record(
    number: int, event: Event, disputes: Sequence[Dispute], shown: Material, request: DisputeRequest
) -> Iterator[str]:
    """The record, and under it each slot with its versions."""
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    sides = [_parties(event.actors), _parties(event.recipients)]
    told = [kind, event.status, f"{sides[0] or '?'} -> {sides[1] or '?'}"]
    told += [event.date.edtf] if event.date else []
    told += ["sentences " + ", ".join(shown.names(event))]
    others = [other for other in request.events if any(other.id in dispute.others for dispute in disputes)]
    near = dict.fromkeys(name for other in others for name in shown.names(other)[:2])
    told += ["perhaps the same act: " + ", ".join(near)] if near else []
    yield one_line(f"[{number}] " + " · ".join(told))
    for dispute in disputes:
        versions = [_version(version, shown, request) for version in dispute.versions]
        yield one_line(f"- {dispute.slot}? " + " / ".join(versions))


def _parties(parties: Sequence[Party]) -> str:
    return "; ".join(dict.fromkeys(party.name for party in parties))


def _version(version: Version, shown: Material, request: DisputeRequest) -> str:
    names = {passage: name for name, passage in shown.passages.items()}
    told = [
        name
        for passage in version.passages
        for held, name in names.items()
        if held.article == passage.article and held.start < passage.end and passage.start < held.end
    ]
    numbers = {article.id: number for number, article in enumerate(request.articles, 1)}
    unseen = [f"article {numbers[id_]}" for id_ in version.articles if id_ in numbers] if not told else []
    return f"{version.value} ({', '.join(dict.fromkeys((*told, *unseen)))})"


def _verdict(item: Any, events: Sequence[Event], passages: Mapping[str, Evidence]) -> Verdict | None:
    """One verdict, or None when it can't be used."""
    if not isinstance(item, dict):
        return None
    number, slot, finding, told = (item.get(name) for name in ("e", "slot", "finding", "v"))
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= len(events):
        return None
    if slot not in SLOTS or finding not in FINDINGS or not isinstance(told, list):
        return None
    versions = []
    for entry in told[:_MOST_VALUES]:
        value, names = (entry.get("value"), entry.get("s")) if isinstance(entry, dict) else (None, None)
        if not isinstance(value, str) or not isinstance(names, list) or len(value) > _LONGEST:
            continue
        named = [passages[name] for name in names if isinstance(name, str) and name in passages]
        versions.append(Version(one_line(value), tuple(dict.fromkeys(named))))
    return Verdict(events[number - 1].id, slot, finding, tuple(versions))
