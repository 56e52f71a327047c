"""The words of each question. Article text is folded to one line a sentence and concatenated, never rendered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from summarizer.brief import BriefLine, BriefRequest, Finding, Section, SentenceDraft, Withheld
from summarizer.chunking import Chunk
from summarizer.composing import HEAD_WORDS, SIZES, words_wanted
from summarizer.drafts import EventDraft, PartyDraft, Rejected
from summarizer.engines.llm.lines import one_line
from summarizer.engines.llm.material import NOTHING, Material
from summarizer.events import Event, Evidence, Party
from summarizer.ontology import EventType, Ontology
from summarizer.prompts import Prompt, load_prompt

# What a model calls the sections of a brief.
SECTIONS: Final[Mapping[str, Section]] = {
    "bottom_line": "bottom_line",
    "key_points": "key_points",
    "happened": "happened",
    "claims": "claims",
    "differ": "conflicts",
}


def extraction_system(ontology: Ontology, prompt: Prompt) -> str:
    """The constant part of `extract_events`."""
    told = ontology.data.get("prompt", {})
    lines = "\n".join(_type_line(kind) for kind in ontology.types.values())
    guidance, example = (str(told.get(name, "")).strip() for name in ("guidance", "example"))
    values = {
        "ontology_name": f"{ontology.name} {ontology.version}",
        "ontology": lines,
        "guidance": guidance and f"\n{guidance}\n",
        "example": example and f"\n{example}",
    }
    return prompt.system_text(values)


def _type_line(kind: EventType) -> str:
    modes = "; ".join(f"/{mode.name} {mode.definition}" for mode in kind.modes.values())
    return f"{kind.name}: {kind.definition}" + (f". {modes}" if modes else "")


def article_message(chunk: Chunk) -> str:
    """One chunk, for the prompt to frame: what is known of the article, then its sentences between two marker lines."""
    article = chunk.article
    digest = hashlib.sha256(
        "\x1f".join(sentence.text for sentence in chunk.sentences).encode("utf-8", "surrogatepass")
    ).hexdigest()[:16]
    lines = [
        f"{label}: {one_line(value)}"
        for label, value in (
            ("Title", article.title),
            ("Publisher", article.publisher),
            ("Published", article.published),
        )
        if value
    ]
    if not article.published:
        lines.append("Published: unknown")
    lines.append(f"----- article {digest} -----")
    if chunk.context or chunk.cast:
        lines.append("From earlier in the article, to understand names; not to be cited:")
        lines += [f"- {one_line(sentence.text)}" for sentence in chunk.context]
        if chunk.cast:
            lines.append("- named so far: " + "; ".join(one_line(name) for name in chunk.cast))
        lines.append("The part to code:")
    lines += [f"[{sentence.number}] {one_line(sentence.text)}" for sentence in chunk.sentences]
    lines.append(f"----- end of article {digest} -----")
    return "\n".join(lines)


def revision_message(chunk: Chunk, rejected: Sequence[Rejected]) -> str:
    """The same message, then the records that the text doesn't bear out, with the reasons."""
    lines = [
        "",
        "These records of yours are not borne out by the article. Give each again, put right, or leave it out if the "
        "article doesn't tell it. Give no others.",
    ]
    for item in rejected:
        lines.append("- " + _draft_line(item.draft))
        lines += [f"  wrong: {one_line(reason)}" for reason in item.reasons]
    return article_message(chunk) + "\n" + "\n".join(lines)


def recall_message(chunk: Chunk, drafts: Sequence[EventDraft]) -> str:
    """The same message, then the records found so far, to be asked for those that are missing."""
    lines = ["", "You have found these records. Give only those that are missing; an empty list when none is.", ""]
    lines += ["- " + _draft_line(draft) for draft in drafts]
    return article_message(chunk) + "\n" + "\n".join(lines)


def _draft_line(draft: EventDraft) -> str:
    def parties(drafts: Sequence[PartyDraft]) -> str:
        return "; ".join(f"{party.name}|{party.country or ''}|{party.sector or ''}" for party in drafts)

    kind = f"{draft.type}/{draft.mode}" if draft.mode else draft.type
    parts = [
        f"s: {', '.join(map(str, draft.sentences))}", f"w: {draft.trigger}", f"t: {kind}", f"st: {draft.status}",
        f"a: {parties(draft.actors)}", f"r: {parties(draft.recipients)}",
        f"d: {draft.date_text or ''}|{draft.date_edtf or ''}",
        "p: " + (f"{draft.place.name}|{draft.place.country or ''}" if draft.place else ""),
        "by: " + "; ".join(f"{who.name}|{who.country or ''}|{who.reporting}" for who in draft.attribution),
        "q: " + "; ".join(f"{item.text}|{item.value}|{item.unit or ''}" for item in draft.quantities),
    ]  # fmt: skip
    return one_line(" · ".join(parts))


_PART_SIZES = (1, 3)


def brief_message(
    request: BriefRequest, events: Sequence[Event], shown: Material = NOTHING, prompt: str = "write_brief"
) -> str:
    """How long the brief may be, the sentences that may be cited, and the records, numbered from 1."""
    bottom, points = _PART_SIZES if request.part else SIZES[request.length]
    sizes = f"Write up to {bottom} sentences for bottom_line and up to {points} key_points."
    most = words_wanted(request)
    if most:
        sizes += f" At most {most} words in all, {HEAD_WORDS} of them in bottom_line."
    lines = [sizes] if prompt == "write_brief" else []
    if request.part:
        lines.append("These records are one part of a longer brief; write this part alone.")
    if request.title:
        lines.append(f"The brief is about: {one_line(request.title)}")
    lines += shown.lines
    sources = {ref.article for event in events for ref in event.sources} if request.part else request.articles
    lines.append(f"Records from {len(sources)} articles:")
    numbers = {article.id: number for number, article in enumerate(request.articles, 1)}
    lines += [_event_line(number, event, shown.names(event), numbers) for number, event in enumerate(events, 1)]
    return load_prompt(prompt).user_text("\n".join(lines))


def lead_message(request: BriefRequest, points: Sequence[SentenceDraft], prompt: str = "write_lead") -> str:
    """Checked sentences, numbered from 1, and how long the head of the brief may be."""
    bottom, most = SIZES[request.length]
    sizes = f"Write up to {bottom} sentences for bottom_line and choose up to {most} key_points."
    lines = [sizes] if prompt == "write_lead" else []
    if request.title:
        lines.append(f"The brief is about: {one_line(request.title)}")
    lines.append(f"Sentences about {len(request.articles)} articles:")
    lines += [f"[{number}] {one_line(point.text)}" for number, point in enumerate(points, 1)]
    return load_prompt(prompt).user_text("\n".join(lines))


def _event_line(number: int, event: Event, names: Sequence[str], articles: Mapping[str, int]) -> str:
    parts = [f"[{number}] {event.type}{'/' + event.mode if event.mode else ''}", event.status]
    if event.actors:
        parts.append("actors: " + "; ".join(map(_party, event.actors)))
    if event.recipients:
        parts.append("recipients: " + "; ".join(map(_party, event.recipients)))
    if event.date:
        parts.append(f"date: {event.date.edtf}" + (f' ("{event.date.text}")' if event.date.text else ""))
    if event.place:
        parts.append(f"place: {event.place.name}")
    if event.attribution:
        parts.append("by: " + ", citing ".join(f"{who.name} ({who.reporting})" for who in event.attribution))
    if event.quantities:
        parts.append("numbers: " + "; ".join(item.text for item in event.quantities))
    for conflict in event.conflicts:
        values = " / ".join(f"{value.value} ({_places(value.articles, articles)})" for value in conflict.values)
        parts.append(f"conflict in {conflict.slot}, {conflict.status}: {values}")
    parts.append(f"articles: {len(event.sources)}")
    if names:
        parts.append("sentences: " + ", ".join(names))
    else:
        parts.append("text: " + (event.evidence[0].quote if event.evidence else event.summary)[:600])
    return one_line(" · ".join(parts))


def _places(ids: Sequence[str], articles: Mapping[str, int]) -> str:
    numbers = [str(articles[id_]) for id_ in ids if id_ in articles]
    return f"article {', '.join(numbers)}" if numbers else f"{len(ids)} articles"


def _party(party: Party) -> str:
    return f"{party.name} ({party.country})" if party.country else party.name


def edit_message(
    request: BriefRequest,
    events: Sequence[Event],
    shown: Material,
    lines: Sequence[BriefLine],
    findings: Sequence[Finding],
) -> str:
    """The sentences and records, then the brief's lines, numbered from 1, with why they don't hold, and what was noticed."""
    cited = {passage: name for name, passage in shown.passages.items()}
    numbers = {event.id: number for number, event in enumerate(events, 1)}
    told = ["", "Your brief:"]
    names = {section: name for name, section in SECTIONS.items()}
    before: Section | None = None
    for number, line in enumerate(lines, 1):
        if line.section != before:
            told.append(f"{names[line.section]}:")
        before = line.section
        day = f"[{line.date or 'no date'}] " if line.section == "happened" else ""
        told.append(f"{number}. {day}{_cited_line(line.sentence, numbers, cited)}")
        told += [f"  wrong: {one_line(reason)}" for reason in line.reasons]
    if findings:
        told.append("Noticed by code, for you to judge:")
    for finding in findings:
        which = ", ".join(str(numbers[id_]) for id_ in finding.events if id_ in numbers)
        told.append(f"- {one_line(finding.text)}" + (f" (records {which})" if which else ""))
    return brief_message(request, events, shown) + "\n" + "\n".join(told)


def _cited_line(sentence: SentenceDraft, numbers: Mapping[str, int], cited: Mapping[Evidence, str]) -> str:
    """A sentence with the numbers of its records and the names of its sentences."""
    told = ", ".join(dict.fromkeys(str(numbers[name]) for name in sentence.events if name in numbers))
    named = ", ".join(cited[passage] for passage in sentence.passages if passage in cited)
    rests = f"records {told or 'none'}" + (f"; sentences {named}" if named else "")
    return f"{one_line(sentence.text)} ({rests})"


def sentences_message(records: str, rows: Sequence[tuple[str, ...]], withheld: Sequence[Withheld]) -> str:
    """The records, then the sentences that failed the check, numbered from 1, with the reasons.

    `records` is the message that shows them, `rows` holds the ids of the events behind each of its numbers.
    """
    numbers = {name: number for number, names in reversed(list(enumerate(rows, 1))) for name in names}
    lines = [
        records,
        "",
        "These sentences failed a check against what they cite. Give each again under its number n, put right; leave out "
        "one that can't be. Give no others.",
    ]
    for number, item in enumerate(withheld, 1):
        lines.append(f"{number}. {_cited_line(item.sentence, numbers, {})}")
        lines += [f"  wrong: {one_line(reason)}" for reason in item.reasons]
    return "\n".join(lines)
