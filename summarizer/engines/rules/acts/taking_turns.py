"""Subjects with a day each before one verb: "Hungary on Monday and Slovakia on Tuesday summoned the envoy"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.parties import PartyResolver, countries
from summarizer.normalising.dates import DateMention, find_dates, resolve_date

_BETWEEN = frozenset(("and", ",", "the", "then", "on"))
_APART = ("after", "before")  # "Hungary, two days after Slovakia, recalled"
_DAYS = frozenset(("day", "weekday", "anchored"))


def each_on_its_day(draft: EventDraft, frame: Frame, place: Place, resolver: PartyResolver) -> list[EventDraft]:
    """The acts of subjects that have a day each, in the place of a draft with one of them; the draft alone where they haven't."""
    days = find_dates(place.sentence.text)
    if len(days) < 2 or frame.pattern.noun or frame.passive or not draft.actors:
        return [draft]
    parts = _subjects(place, frame, days)
    if len(parts) < 2:
        return [draft]
    found: list[EventDraft] = []
    anchor = place.anchor
    published = resolver.chunk.article.published_on
    for start, stop, mention in parts:
        named = [m for m in place.reading.mentions if start <= m.start < stop and m.codes and not m.inner]
        via: list[int] = []
        parties = tuple(p for p in resolver.parties(named, place.reading, via, 2) if p.country)
        anchor = resolve_date(mention.text, published, anchor)
        if not parties or anchor is None or countries(parties) & countries(draft.recipients):
            return [draft]
        found.append(replace(draft, actors=parties, date_text=mention.text, date_edtf=anchor))
    return found


def _subjects(place: Place, frame: Frame, days: tuple[DateMention, ...]) -> list[tuple[int, int, DateMention]]:
    """The stretches of tokens before the verb that name who acted on which day; none where anything else stands there."""
    words, base = place.reading.words, place.sentence.span.start
    spans = [(bisect_left(words.starts, m.start + base), bisect_left(words.starts, m.end + base), m) for m in days]
    spans = [span for span in spans if span[1] <= frame.group.start]
    if not spans or any(m.kind not in _DAYS or m.text.endswith(_APART) for _, _, m in spans):
        return []
    if spans[0][0]:  # "Hungary on Monday and Slovakia on Tuesday"
        starts, stops = [0, *(stop for _, stop, _ in spans)], [first for first, _, _ in spans]
        rest = range(starts.pop(), frame.group.start)
    else:  # "On Monday Hungary and on Tuesday Slovakia"
        starts, stops = [stop for _, stop, _ in spans], [*(first for first, _, _ in spans[1:]), frame.group.start]
        rest = range(0)
    named = {j for m in place.reading.mentions for j in range(m.start, m.stop)}
    parts = [range(*part) for part in zip(starts, stops, strict=True)]
    if any(words.low[j] != "," for j in rest) or not all(named.intersection(part) for part in parts):
        return []
    if any(j not in named and words.low[j] not in _BETWEEN for part in parts for j in part):
        return []
    return [(part.start, part.stop, mention) for part, (_, _, mention) in zip(parts, spans, strict=True)]
