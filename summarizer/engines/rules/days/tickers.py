"""Live tickers: texts whose paragraphs are headed by the hour ("13:55 – …"), so that their news is of the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.chronicles import Heading
from summarizer.engines.rules.days.lending import SPANS, Before
from summarizer.engines.rules.days.moments import Moment
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates
from summarizer.ontology import Ontology

_HOUR = re.compile(r"^[ \t]*(?:[-*•–] )?[*_\[(]{0,3}(?P<hour>(?:[01]?\d|2[0-3])[:.][0-5]\d)(?!\d|[.:]\d| ?%)", re.M)
_FEWEST = 3  # paragraphs headed by the hour
_DEEDS = frozenset((2, 4))  # quadrants
_NEWS = frozenset(("occurred", "ongoing"))


def hour_headings(text: str, published: dt.date | None) -> tuple[Heading, ...]:
    """The lines of a ticker with the hours that head them; none without a day of publication, where few are, or past midnight."""
    if published is None:
        return ()
    found: list[Heading] = []
    for head in _HOUR.finditer(text):
        stop = text.find("\n", head.end())
        if stop >= 0 and not text[head.end() : stop].strip(" *_)]-–:"):
            stop = text.find("\n\n", stop + 2)  # the hour stands alone: its paragraph follows
        found.append(
            Heading(head.start("hour"), stop if stop >= 0 else len(text), Moment(head["hour"], published.isoformat()))
        )
    hours = [_minutes(heading.day.text or "") for heading in found]
    in_order = hours in (sorted(hours), sorted(hours, reverse=True))  # else it runs over midnight, or is a timetable
    return tuple(found) if in_order and len(set(hours)) >= _FEWEST else ()


def _minutes(hour: str) -> int:
    hours, minutes = re.split(r"[:.]", hour)
    return int(hours) * 60 + int(minutes)


def with_day_of_ticker(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft of a deed that a ticker tells as news, with the hour that heads it; others as they are."""
    hour = before.hour
    if hour is None or draft.date_text or draft.status not in _NEWS:
        return draft
    group, low = act.frame.group, reading.words.low
    if ontology.types[draft.type].quadrant not in _DEEDS or act.frame.pattern.noun or act.frame.charge is not None:
        return draft
    if group.modal or group.negated or group.infinitive or "had" in group.auxiliaries or not SPANS.isdisjoint(low):
        return draft
    if any(mention.kind != "vague" for mention in find_dates(before.here.text)):
        return draft
    heading = next(s.number for s in (*before.earlier, before.here) if s.span.start <= hour.start < s.span.end)
    sentences = tuple(dict.fromkeys((*draft.sentences, heading)))
    return replace(draft, sentences=sentences, date_text=hour.day.text, date_edtf=hour.day.edtf)
