"""How far two mentions can be the same act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.drafts import Mention
from summarizer.events import Status
from summarizer.normalising.dates import edtf_compatible, edtf_precision

SAME = 0.5
# Statuses within one group can be two views of one act; a plan and a deed can't.
_GROUPS: tuple[frozenset[Status], ...] = (
    frozenset({"occurred", "ongoing", "alleged", "denied", "announced"}),
    frozenset({"announced", "planned"}),
    frozenset({"planned", "proposed"}),
    frozenset({"threatened"}),
    frozenset({"demanded"}),
)
_WORD = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a mention is compared, made once."""

    mention: Mention
    actors: frozenset[str]
    recipients: frozenset[str]
    words: frozenset[str]
    numbers: tuple[tuple[str, float], ...]


def profile(mention: Mention, text: str) -> Profile:
    """Profile of a mention whose article has `text`."""
    told = " ".join(text[span.start : span.end] for span in mention.sentences[:2])
    return Profile(
        mention,
        frozenset(party.key for party in mention.actors),
        frozenset(party.key for party in mention.recipients),
        frozenset(word.lower() for word in _WORD.findall(told)),
        tuple((quantity.unit, float(quantity.value)) for quantity in mention.quantities),
    )


def likeness(one: Profile, two: Profile) -> float:
    """0 (can't be the same) to 1; from `SAME` on they count as one act. Weighs parties, date, wording and quantities."""
    a, b = one.mention, two.mention
    same_article = a.article == b.article
    if a.type != b.type or not any({a.status, b.status} <= group for group in _GROUPS):
        return 0.0
    modes_differ = a.mode != b.mode and a.mode is not None and b.mode is not None
    if modes_differ and same_article:
        return 0.0
    actors, recipients = _overlap(one.actors, two.actors), _overlap(one.recipients, two.recipients)
    if actors == 0 or recipients == 0 or (not (one.actors & two.actors) and not (one.recipients & two.recipients)):
        return 0.0
    if a.place and b.place and a.place.country and b.place.country and a.place.country != b.place.country:
        return 0.0
    words = _share(one.words, two.words)
    if a.date and b.date:
        if edtf_compatible(a.date.edtf, b.date.edtf):
            exact = min(edtf_precision(a.date.edtf), edtf_precision(b.date.edtf)) >= 3
            when = 1.0 if exact else 0.6
        elif same_article or words < 0.6:
            return 0.0
        else:
            when = 0.0
    else:
        when = 0.5
    numbers = _numbers(one.numbers, two.numbers)
    if numbers == 0 and same_article:
        return 0.0
    score = 0.3 * actors + 0.25 * recipients + 0.2 * when + 0.25 * min(1.0, 2 * words)
    if modes_differ:
        score -= 0.15
    if same_article and words < 0.12 and when <= 0.5:
        score -= 0.1
    return max(0.0, score)


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Share of the larger set that both have; 0.6 when one side isn't told."""
    if not one or not two:
        return 0.6 if one or two else 0.8
    return len(one & two) / max(len(one), len(two))


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


def _numbers(one: Sequence[tuple[str, float]], two: Sequence[tuple[str, float]]) -> float:
    """1 when a unit has the same value in both, 0 when all shared units differ, 0.5 without a shared unit."""
    shared = [(value, other) for unit, value in one for unit_two, other in two if unit == unit_two]
    if not shared:
        return 0.5
    return 1.0 if any(value == other for value, other in shared) else 0.0
