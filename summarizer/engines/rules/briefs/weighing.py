"""How far up in a brief something belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from summarizer.engines.rules.briefs.units import Unit
from summarizer.events import FACTUAL, Event
from summarizer.normalising.numbers import numbers_in
from summarizer.normalising.quoting import tells_what_had_been
from summarizer.ontology import Ontology

_DEATHS = re.compile(r"\b(?:killed|dead|died|deaths?|wounded|injured|drowned)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TOLD = {"alleged": 0.85, "denied": 0.6}
_LEAD = (0.6, 0.25)  # what the first sentences of an article are worth
_HEAD = 12  # units among which the bottom line and key points are chosen, or nearly so
_FEW, _MOST = 4, 0.66  # content words, and the share of them that another unit has
_DONE = frozenset(("occurred", "ongoing", "alleged"))
_OPENS = 0.25  # what the first act told is worth where these tell none


def importance(event: Event, ontology: Ontology) -> float:
    """How far up an event belongs: weight of the act, deaths, sources, whether it is a fact, confidence."""
    publishers = len({source.publisher or source.article for source in event.sources})
    weight = abs(ontology.score(event.type, event.mode)) / 10
    if any(_DEATHS.search(part.quote) for part in event.evidence[:1]):
        weight += 0.4
    told = 1.0 if event.status in FACTUAL else _TOLD.get(event.status, 0.6)
    dated = 0.15 if event.date else 0.0
    parties = 0.15 * bool(event.actors) + 0.1 * bool(event.recipients)
    return (0.4 + weight) * told * (1 + 0.35 * (publishers - 1)) + dated + parties + 0.2 * event.confidence


def weight_of(unit: Unit, ontology: Ontology) -> float:
    """The importance of its weightiest event, with something for the others, for standing first, and for the source's words."""
    weights = sorted((importance(event, ontology) for event in unit.events), reverse=True)
    lead = _LEAD[unit.run.first] if unit.run and unit.run.first < len(_LEAD) else 0.0
    weight = weights[0] + 0.1 * min(len(weights) - 1, 3) + lead - (0.2 if unit.run is None else 0.0)
    if unit.run and unit.run.article.title:
        weight += 0.15 * min(3, len(content_words(unit.text) & content_words(unit.run.article.title)))
    if unit.events[0].quantities:
        weight += 0.1
    said = sum(map(len, _QUOTED.findall(unit.text)))
    weight -= 0.3 * (said > 0.5 * len(unit.text))
    return weight - 0.4 * tells_what_had_been(unit.text) - 0.6 * bool(unit.run and unit.run.is_heading)


def rank(units: Sequence[Unit], ontology: Ontology) -> list[Unit]:
    """The units, weightiest first; what an article tells first is its news, though scene-setting may stand before it."""
    opening: dict[str, Unit] = {}
    for unit in units:
        first = opening.get(unit.run.article.id) if unit.run else None
        if unit.run and (first is None or first.run is None or unit.run.first < first.run.first):
            opening[unit.run.article.id] = unit
    late = [unit for unit in opening.values() if unit.run and unit.run.first >= len(_LEAD)]
    return sorted(units, key=lambda unit: -weight_of(unit, ontology) - _OPENS * any(unit is other for other in late))


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """What a text is about: the first letters of its longer words."""
    return frozenset(word.lower()[:6] for word in _WORD.findall(text))


def spread(units: Sequence[Unit]) -> list[Unit]:
    """Ranked units, those that only repeat a type between the same parties, or another article's words, pushed back."""
    seen: Counter[tuple[object, ...]] = Counter()
    scored = []
    for at, unit in enumerate(units):
        event = unit.events[0]
        key = (event.type, event.mode, *sorted(p.key for p in (*event.actors, *event.recipients)))
        again = any(_says_again(unit, better) for better in units[: min(at, _HEAD)])
        scored.append((at + 3 * seen[key] + _HEAD * again, at, unit))
        seen[key] += 1
    return [unit for *_, unit in sorted(scored, key=lambda item: item[:2])]


def _says_again(unit: Unit, better: Unit) -> bool:
    """Whether a unit says little that the better one, of another article, doesn't: "Peru froze the assets of 17 people"."""
    if unit.run is None or better.run is None or unit.run.article.id == better.run.article.id:
        return False
    stands = [_DONE if event.status in _DONE else {event.status} for event in (unit.events[0], better.events[0])]
    if stands[0] != stands[1]:
        return False
    words = content_words(unit.text)
    if len(words) < _FEW or not numbers_in(unit.text) <= numbers_in(better.text):
        return False
    return len(words & content_words(better.text)) >= _MOST * len(words)
