"""A brief without a model: trimmed source sentences, and sentences made from the slots of events."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from summarizer.brief import BriefDraft, BriefRequest, SentenceDraft, ThreadDraft
from summarizer.events import FACTUAL, Event, Speaker
from summarizer.normalising.actors import country_of, display_name
from summarizer.normalising.phrasing import join_names, say_event
from summarizer.ontology import Ontology

KEY_POINTS = {"short": 4, "standard": 6, "full": 7}
THREAD_SENTENCES = {"short": 0, "standard": 6, "full": 40}
_LEAD_IN = re.compile(
    r"^(?:(?:meanwhile|in addition|additionally|moreover|furthermore|also|at the same time|on the other hand|in parallel|"
    r"separately|however|but|and|besides|alongside these developments|for its part|for their part)\b,?\s+)+",
    re.I,
)
_DATELINE = re.compile(r"^[A-Z][A-Z .,/'-]{2,40}(?:,\s*\w+\.?\s*\d{0,2})?\s*(?:\([^)]{2,20}\))?\s*[-–—]+\s*")
_LONGEST = 320


def trim_sentence(sentence: str) -> str:
    """A source sentence fit for a brief: no dateline, no lead-in word, no line breaks; a capital first, a full stop last."""
    text = " ".join(sentence.split()).lstrip(",;:-–— ")
    text = _LEAD_IN.sub("", _DATELINE.sub("", text))
    if text and not text.endswith((".", "!", "?", '"', "”", "…")):
        text += "."
    return text[:1].upper() + text[1:]


def importance(event: Event, ontology: Ontology) -> float:
    """How far up an event belongs: weight of the act, sources, whether it is a fact, confidence."""
    publishers = len({source.publisher or source.article for source in event.sources})
    weight = abs(ontology.score(event.type, event.mode)) / 10
    told = 1.0 if event.status in FACTUAL else 0.6
    dated = 0.15 if event.date else 0.0
    parties = 0.15 * bool(event.actors) + 0.1 * bool(event.recipients)
    return (0.4 + weight) * told * (1 + 0.35 * (publishers - 1)) + dated + parties + 0.2 * event.confidence


def write_brief(request: BriefRequest, ontology: Ontology) -> BriefDraft:
    """Key points from the most important events, a bottom line from the top of them, threads by the parties."""
    ranked = sorted(request.events, key=lambda event: -importance(event, ontology))
    sentences = [sentence_for(event, ontology) for event in _lead_events(ranked)]
    groups = _same_sentence(sentences)
    key_points = tuple(groups[: KEY_POINTS[request.length]])
    told = {id_ for point in key_points for id_ in point.events}
    bottom = tuple(_bottom_line([event for event in ranked if event.id in told] or ranked, ontology))
    threads = _threads(ranked, ontology, THREAD_SENTENCES[request.length])
    return BriefDraft(bottom_line=bottom, key_points=key_points, threads=threads)


def sentence_for(event: Event, ontology: Ontology) -> SentenceDraft:
    """The event in its source's own words, with its speaker; in ours when the source sentence is long, a fragment or a question."""
    quote = event.evidence[0].quote if event.evidence else ""
    text = trim_sentence(quote)
    speaker = event.attribution[0] if event.attribution else None
    fit = 25 <= len(text) <= _LONGEST and not text.endswith("?") and text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    if not fit or _pronoun_first(text) or (speaker and not _names(speaker, text)):
        text = say_event(event, ontology) + "."
    return SentenceDraft(text, (event.id,))


def _pronoun_first(text: str) -> bool:
    return bool(re.match(r"(?:he|she|it|they|this|that|these|those|his|her|its|their|such|the (?:ministry|source|move|measures?|same))\b", text, re.I))


def _names(speaker: Speaker, text: str) -> bool:
    return speaker.name.lower() in text.lower() or speaker.name.split()[-1] in text


def _lead_events(ranked: Sequence[Event]) -> list[Event]:
    """Ranked events, those that only repeat a type between the same parties pushed back a little."""
    seen: Counter[tuple[object, ...]] = Counter()
    scored = []
    for at, event in enumerate(ranked):
        key = (event.type, event.mode, *sorted(p.key for p in (*event.actors, *event.recipients)))
        scored.append((at + 3 * seen[key], at, event))
        seen[key] += 1
    return [event for *_, event in sorted(scored, key=lambda item: item[:2])]


def _same_sentence(drafts: Iterable[SentenceDraft]) -> list[SentenceDraft]:
    """Drafts with one text become one that cites all their events."""
    events: dict[str, list[str]] = {}
    for draft in drafts:
        events.setdefault(draft.text, []).extend(draft.events)
    return [SentenceDraft(text, tuple(dict.fromkeys(ids))) for text, ids in events.items()]


def _bottom_line(ranked: Sequence[Event], ontology: Ontology) -> list[SentenceDraft]:
    facts = [event for event in ranked if event.status in FACTUAL and not event.attribution and event.actors]
    chosen: list[Event] = []
    pairs: set[tuple[str, ...]] = set()
    for event in [*facts, *ranked]:
        pair = (event.type, *sorted(party.key for party in (*event.actors[:1], *event.recipients[:1])))
        if event not in chosen and pair not in pairs:
            chosen.append(event)
            pairs.add(pair)
        if len(chosen) == 3:
            break
    return [SentenceDraft(say_event(event, ontology) + ".", (event.id,)) for event in chosen]


def _threads(ranked: Sequence[Event], ontology: Ontology, most: int) -> tuple[ThreadDraft, ...]:
    """Events grouped by the pair of sides; lone ones by their busiest party; the rest together."""
    busiest = Counter(side for event in ranked for side in set(_sides(event)))
    groups: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in ranked:
        groups[_pair(event, busiest)].append(event)
    merged: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for pair, events in groups.items():
        merged[pair if len(events) > 1 or len(groups) <= 4 else pair[:1]].extend(events)
    threads = []
    for pair, events in sorted(merged.items(), key=lambda item: -len(item[1])):
        facts = [e for e in events if e.status in FACTUAL and not e.attribution]
        claims = [e for e in events if e not in facts]
        title = join_names([_name(side, events) for side in pair]) or "Others"
        if len(pair) == 1 and len({side for e in events for side in _sides(e)}) > 1:
            title += " and others"
        threads.append(
            ThreadDraft(
                title,
                tuple(_same_sentence(sentence_for(e, ontology) for e in facts)[:most]),
                tuple(_same_sentence(sentence_for(e, ontology) for e in claims)[:most]),
                tuple(e.id for e in events),
            )
        )
    return tuple(threads)


def _sides(event: Event) -> list[str]:
    return [party.key for party in (*event.actors, *event.recipients)]


def _pair(event: Event, busiest: Counter[str]) -> tuple[str, ...]:
    sides = sorted(set(_sides(event)), key=lambda side: (-busiest[side], side))
    return tuple(sides[:2])


def _name(side: str, events: Sequence[Event]) -> str:
    if side.isupper() and len(side) <= 4:
        return display_name(side)
    named = next((p.name for e in events for p in (*e.actors, *e.recipients) if p.key == side), side)
    return display_name(country_of(named) or "") or named if country_of(named) else named


