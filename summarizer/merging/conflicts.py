"""Slots on which the articles of one event differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Conflict, ConflictValue, Quantity
from summarizer.merging.units import leading_values
from summarizer.normalising.dates import edtf_compatible

_CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s|ing)|revis(?:ed|es|ing)|retract(?:ed|s|ion)?|clarif(?:ied|ication)|withdr[ae]wn? (?:its|the) report|"
    r"earlier (?:report|version|figure|toll|statement)|previously (?:reported|said|stated)|"
    r"not \S+ as (?:first |earlier |previously )?(?:reported|stated|said)|(?:down|up) from (?:the )?(?:earlier|initial|first))\b",
    re.I,
)


def find_conflicts(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> tuple[Conflict, ...]:
    """Conflicts between the articles that tell one event, slot by slot; nothing when only one article tells it.

    A conflict is superseded when the latest article that gives a value says that it corrects something.
    """
    if len({mention.article for mention in mentions}) < 2:
        return ()
    found = [_quantities(mentions), _dates(mentions), _statuses(mentions)]
    return tuple(_settle(slot, values, mentions, articles) for slot, values in found if len(values) > 1)


def _quantities(mentions: Sequence[Mention]) -> tuple[str, dict[str, list[str]]]:
    """The first kind of thing that the articles count differently; within an article its largest figure counts."""
    by_article: dict[str, list[Quantity]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article, []).extend(mention.quantities)
    by_kind: dict[str, dict[float, list[tuple[str, Quantity]]]] = {}
    for article, quantities in by_article.items():
        for kind, quantity in leading_values(quantities).items():
            by_kind.setdefault(kind, {}).setdefault(float(quantity.value), []).append((article, quantity))
    for values in by_kind.values():
        if len(values) > 1:
            return "quantities", {_label(told[0][1]): [article for article, _ in told] for told in values.values()}
    return "quantities", {}


def _label(quantity: Quantity) -> str:
    return f"{quantity.value:g} {quantity.unit}".strip() if abs(quantity.value) < 1e6 else quantity.text


def _dates(mentions: Sequence[Mention]) -> tuple[str, dict[str, list[str]]]:
    values: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.date is None:
            continue
        same = next((edtf for edtf in values if edtf_compatible(edtf, mention.date.edtf)), mention.date.edtf)
        values.setdefault(same, []).append(mention.article)
    return "date", values if len(values) > 1 else {}


def _statuses(mentions: Sequence[Mention]) -> tuple[str, dict[str, list[str]]]:
    values: dict[str, list[str]] = {}
    for mention in mentions:
        values.setdefault(mention.status, []).append(mention.article)
    disputed = "denied" in values and len(values) > 1
    return "status", values if disputed else {}


def _settle(
    slot: str, values: Mapping[str, Sequence[str]], mentions: Sequence[Mention], articles: Mapping[str, Article]
) -> Conflict:
    def latest(ids: Sequence[str]) -> str:
        return max((articles[i].published or "" for i in ids), default="")

    ordered = sorted(values, key=lambda value: (latest(values[value]), value))
    last = set(values[ordered[-1]])
    newest = latest(values[ordered[-1]])
    others = max(latest(values[value]) for value in ordered[:-1])
    corrected = newest > others and any(
        _CORRECTION.search(articles[m.article].text[s.start : s.end])
        for m in mentions
        if m.article in last
        for s in m.sentences
    )
    corrected = corrected or (newest > others and any(_CORRECTION.search(articles[i].title or "") for i in last))
    return Conflict(
        slot=slot,
        values=tuple(ConflictValue(value=v, articles=tuple(dict.fromkeys(values[v]))) for v in ordered),
        status="superseded" if corrected else "unresolved",
    )
