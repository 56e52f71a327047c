"""The day of words that go on from a dated verb of the same subject: "Chad on Monday recalled its envoy and warned that it would …"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import SPANS, Before
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import QUOTES, RELATIVES
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.edtf import DAY
from summarizer.ontology import VERBAL, Ontology

_JOINTS = frozenset(("and", "but"))
_ASIDE = frozenset((",", "while"))  # … "recalled its envoy, warning that it would"
_SAYING = frozenset(
    "warning saying adding vowing insisting stressing threatening pledging promising announcing declaring arguing".split()
)
_SUBJECTS = frozenset("it he she they".split())
_PARTS = (
    RELATIVES | QUOTES | {";", ":", "that", "to", "when", "after", "before", "until", "since", "while", "because", "if"}
)
_LIMITS = frozenset(("by", "until", "till", "since", "from", "for"))
_NEAR = 5  # characters behind a verb in which a day of its own may stand


def with_shared_day(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft of an act of speech with the day of the verb before "and" that has the same subject; else as it is."""
    low = reading.words.low
    if draft.date_text or draft.status != "occurred" or (_JOINTS.isdisjoint(low) and _SAYING.isdisjoint(low)):
        return draft
    if ontology.types[draft.type].quadrant not in VERBAL or act.frame.pattern.noun or act.frame.charge is not None:
        return draft
    joint = _joint(act, reading)
    if joint is None or not SPANS.isdisjoint(low[joint : act.frame.first]):
        return draft
    mentions = [m for m in find_dates(before.here.text) if m.kind != "vague"]
    base = before.here.span.start
    said = reading.words.ends[joint + 1] - base
    opening = reading.words.starts[0] - base  # a dateline dates nothing
    told = [m for m in mentions if opening <= m.start and m.end <= reading.words.starts[joint] - base]
    if len(told) != 1 or not told[0].is_day or any(0 <= m.start - said <= _NEAR for m in mentions):
        return draft
    at = bisect_left(reading.words.starts, told[0].start + base)
    parted = (
        "that" in low[at:joint] and "," not in low[joint - 1 : joint + 1]
    )  # "said on Monday that Togo had left and threatened to …"
    if parted or not _PARTS.isdisjoint(low[:at]) or low[at] in _LIMITS or not any(reading.verb[:joint]):
        return draft  # the day is another clause's, or limits what is asked: "told them to leave by Monday"
    edtf = resolve_date(told[0].text, before.published)
    if edtf is None or not DAY.fullmatch(edtf) or (before.published and edtf > before.published.isoformat()):
        return draft
    return replace(draft, date_text=told[0].text, date_edtf=edtf)


def _joint(act: Act, reading: Reading) -> int | None:
    """What stands right before the verb with which something is said: that of the act, or one that leads in the act."""
    low, frame = reading.words.low, act.frame
    own = {frame.first, frame.group.verb, act.stance.control}
    for j in range(min(frame.first, len(low) - 3) - 1, 1, -1):
        past = low[j] in _JOINTS and low[j + 1].endswith(("ed", "said", "told", "swore", "spoke"))
        if not past and not (low[j] in _ASIDE and low[j + 1] in _SAYING):
            continue
        if j + 1 in own:
            return j
        leads_in = "that" in low[j + 2 : frame.first] or low[j + 2] in _SUBJECTS
        return j if leads_in and (not past or low[j + 1] in SAYING) else None
    return None
