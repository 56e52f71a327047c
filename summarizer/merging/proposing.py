"""Slots on which reports of an act may contradict each other: far more than do, for a reader who understands them to judge."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.article import Article
from summarizer.disputes import SLOTS, Dispute, Slot, Version
from summarizer.drafts import Mention
from summarizer.events import Event, Evidence, Party
from summarizer.merging.figures import acts_of, figures_of
from summarizer.merging.parties import alike, anybody, named_alike, overlap, same_crowd, same_place
from summarizer.merging.rivals import find_rivals
from summarizer.merging.units import unit_kind
from summarizer.normalising.dates import edtf_bounds, edtf_compatible

MOST: Final = 16  # disputes of one run
_DAYS: Final = 4  # by which reports of one act may differ
_WEEK: Final = 8  # days between reports of one act of which one has no day
_VIEWS: Final = frozenset({"alleged", "occurred", "ongoing", "announced", "denied"})
_DENIAL: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disown\w*|disput\w+|refut\w+|repudiat\w+|(?:reject|dismiss)\w*|contradict\w*|withdr[ae]w\w*"
    r"|retract\w*|correct(?:s|ed|ion)|untrue|false(?:ly|hoods?)?|baseless|absurd|lies?|invent(?:ed|ions?)|fabricat\w+"
    r"|nothing (?:of the (?:kind|sort)|to do with)|no such|not true|rul(?:es?|ed|ing) out|contrary to)\b",
    re.I,
)
_NEXT: Final = re.compile(r"\s*([^\n]{1,400}?[.!?][”\"’]?)(?=\s|$)")
_PEOPLE: Final = frozenset({"", "person", "more", "other", "dead", "killed", "death"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """An act as all mentions that may tell it have it; `own` are those that merging put together."""

    own: Sequence[Mention]
    mentions: Sequence[Mention]
    articles: Mapping[str, Article]

    def reports(self) -> set[str]:
        """The articles that tell it, copies left out."""
        return {self.articles[m.article].copy_of or m.article for m in self.mentions}


def propose_disputes(
    groups: Sequence[Sequence[Mention]], events: Sequence[Event], articles: Mapping[str, Article]
) -> tuple[Dispute, ...]:
    """At most `MOST` disputes, those that weigh most; `groups` are the mentions of each event, `articles` are by id.

    All conflicts that code finds, and what it turns down for want of understanding: other figures of a kind, other days, other
    doers, denials beside the act, and acts that it kept apart although they may be one.
    """
    rivals = find_rivals(groups, articles)
    shared = _of_shared_affairs(groups, articles)
    hosts, denied = (_hosts(groups, articles, denial) for denial in (False, True))
    found: list[tuple[tuple[int, int], Dispute]] = []
    for at, (group, event) in enumerate(zip(groups, events, strict=True)):
        near = [i for i, host in enumerate(hosts) if host == at]
        against = [i for i, host in enumerate(denied) if host == at and i not in near]
        hints = {conflict.slot for conflict in event.conflicts}
        for slot in SLOTS:
            joined = (*near, *against) if slot == "status" else near
            more = [m for i in joined for m in groups[i]]
            versions = _versions(slot, _Seen(group, [*group, *rivals[at], *more], articles), event)
            told = {article for version in versions for article in version.articles}
            if len(told) > 1 or told & shared:
                weight = 4 if slot in hints else 2 if len(versions) > 1 else 0
                others = tuple(events[i].id for i in joined)
                found.append(((weight + (not joined), len(told)), Dispute(event.id, slot, versions, others)))
    found.sort(key=lambda item: item[0], reverse=True)
    chosen = [dispute for _, dispute in found[:MOST]]
    order = {event.id: at for at, event in enumerate(events)}
    return tuple(sorted(chosen, key=lambda dispute: (order[dispute.event], SLOTS.index(dispute.slot))))


def _of_shared_affairs(groups: Sequence[Sequence[Mention]], articles: Mapping[str, Article]) -> set[str]:
    """Articles that tell an act which another report tells too, so that this may speak of what only one of them tells."""
    found: set[str] = set()
    for group in groups:
        told = {m.article for m in group}
        if len({articles[id_].copy_of or id_ for id_ in told}) > 1:
            found |= told
    return found


def _versions(slot: Slot, seen: _Seen, event: Event) -> tuple[Version, ...]:
    """What is told of a slot, if that is to be judged."""
    told: _Told = []
    if slot == "status":
        told = _statuses(seen)
    elif slot in _READERS and len(seen.reports()) > 1:
        told = _READERS[slot](seen)
    for conflict in event.conflicts if not told else ():
        if conflict.slot == slot:
            told += [
                (value.value, [e for m in seen.mentions if m.article == article for e in _passages(m, seen)[:1]])
                for value in conflict.values
                for article in value.articles
            ]
    by_value: dict[str, dict[Evidence, None]] = {}
    for value, passages in told:
        by_value.setdefault(value, {}).update(dict.fromkeys(passages))
    return tuple(Version(value, tuple(passages)) for value, passages in by_value.items())


_Told = list[tuple[str, list[Evidence]]]


def _figures(seen: _Seen) -> _Told:
    """All figures of the kinds of which two reports have other largest ones."""
    acts = acts_of(seen.mentions)
    kinds: dict[str, dict[str, float]] = {}
    told: list[tuple[str, str, list[Evidence]]] = []
    for mention in seen.mentions:
        for figure in figures_of([mention], seen.articles[mention.article].text, acts):
            q = figure.quantity
            kind = "people" if figure.kind != "hurt" and unit_kind(q.unit) in _PEOPLE else figure.kind
            largest = kinds.setdefault(kind, {})
            largest[mention.article] = max(largest.get(mention.article, 0.0), float(q.value))
            label = q.text if abs(q.value) >= 1e6 else f"{q.value:g} {q.unit}".strip()
            told.append((kind, label, _passages(mention, seen, q.text)))
    differ = {kind for kind, largest in kinds.items() if len(set(largest.values())) > 1}
    return [(label, passages) for kind, label, passages in told if kind in differ]


def _days(seen: _Seen) -> _Told:
    """All days, when two reports give days that can't be one."""
    given: dict[str, set[str]] = {}
    told: _Told = []
    for mention in seen.mentions:
        if mention.date is not None:
            given.setdefault(mention.article, set()).add(mention.date.edtf)
            told.append((mention.date.edtf, _passages(mention, seen, mention.date.text or "")))
    sets = list(given.values())
    differ = any(
        not any(edtf_compatible(a, b) for a in one for b in two)
        for at, one in enumerate(sets)
        for two in sets[at + 1 :]
    )
    return told if differ else []


def _doers(seen: _Seen) -> _Told:
    """The named doers, when two reports name others."""
    named = [
        (m, party) for m in seen.mentions if m.status in _VIEWS for party in m.actors if not anybody(party)
    ]  # fmt: skip
    differ = any(
        m.article != n.article and alike(a, b) < 0.4 and not named_alike(a, b) for m, a in named for n, b in named
    )
    return [(party.name, _passages(m, seen)[:1]) for m, party in named] if differ else []


def _statuses(seen: _Seen) -> _Told:
    """Charge or deed and denial, where a mention is a denial, or words of denial stand in or after what some article tells."""
    told: _Told = [(m.status, _passages(m, seen)[:2]) for m in seen.mentions if m.status in _VIEWS]
    denials = [("denied", near) for m in seen.own if m.status in _VIEWS and (near := _denials(m, seen))]
    claim = len(seen.reports()) < 2 and all(status == "alleged" for status, _ in told)
    denied = any(status == "denied" for status, _ in told)
    if not (told and (denied or claim or (denials and len(seen.reports()) > 1))):
        return []
    return [*told, *denials]


def _denials(mention: Mention, seen: _Seen) -> list[Evidence]:
    """Sentences of a mention and the two that follow that speak of a denial or a correction."""
    article = seen.articles[mention.article]
    spans = [(span.start, span.end) for span in mention.sentences]
    at = spans[0][1]
    for _ in range(2):
        after = _NEXT.match(article.text, at)
        if after is None:
            break
        spans.append(after.span(1))
        at = after.end()
    return [_evidence(article, *span) for span in spans if _DENIAL.search(article.text, *span)]


def _hosts(groups: Sequence[Sequence[Mention]], articles: Mapping[str, Article], denial: bool) -> list[int | None]:
    """For each group the one, told before it, whose act it may tell although it was kept apart: the likest; None without one.

    With `denial` one of both is denied, else no article may tell both.
    """
    firsts = [
        min(((articles[m.article].published or "9999", m.article, m.trigger.start) for m in group), default=("", "", 0))
        for group in groups
    ]
    reach = [_Reach.of(group, articles) for group in groups]
    by_type: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        if group:
            by_type[group[0].type].append(at)
    found: list[int | None] = [None] * len(groups)
    for homes in by_type.values():
        for at in homes:
            fits = [
                (max(_fit(a, b, articles, denial) for a in groups[host] for b in groups[at]), -host)
                for host in homes
                if firsts[host] < firsts[at]
                and (not denial or reach[host].denied or reach[at].denied)
                and reach[host].meets(reach[at])
                and (denial or not {m.article for m in groups[host]} & {m.article for m in groups[at]})
            ]
            best = max(fits, default=(0.0, 0))
            found[at] = -best[1] if best[0] > 0 else None
    return found


@dataclass(frozen=True, slots=True)
class _Reach:
    """Between which days (ordinals) mentions and their reports lie, and whether one is a denial; endless where it isn't told."""

    told: tuple[float, float]
    published: tuple[float, float]
    denied: bool

    @staticmethod
    def of(group: Sequence[Mention], articles: Mapping[str, Article]) -> _Reach:
        told = [bounds for m in group if m.date and (bounds := edtf_bounds(m.date.edtf))]
        days = [articles[m.article].published_on for m in group]
        known = [day.toordinal() for day in days if day]
        return _Reach(
            (
                min((b[0].toordinal() for b in told), default=math.inf),
                max((b[1].toordinal() for b in told), default=-math.inf),
            ),
            (min(known), max(known)) if known and len(known) == len(days) else (-math.inf, math.inf),
            any(m.status == "denied" for m in group),
        )

    def meets(self, other: _Reach) -> bool:
        """Whether any two of their mentions can be told soon after one another."""
        return _apart(self.told, other.told) <= _DAYS or _apart(self.published, other.published) <= _WEEK


def _apart(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Days between two spans of days, 0 or less where they meet."""
    return max(one[0] - two[1], two[0] - one[1])


def _fit(one: Mention, two: Mention, articles: Mapping[str, Article], denial: bool) -> float:
    """How far two mentions of two reports may be one act, of which one is told as denied or neither: 0 not at all."""
    if one.article == two.article or not {one.status, two.status} <= _VIEWS or not _soon(one, two, articles):
        return 0.0
    if ("denied" in (one.status, two.status)) != denial:
        return 0.0
    vague = _vague(one.actors) or _vague(two.actors)
    by = max(overlap(one.actors, two.actors), 0.3 * vague)
    to = max(overlap(one.recipients, two.recipients), 0.3 * same_crowd(one, two))
    here = same_place(one.place, two.place)
    shared = any(alike(a, b) >= 0.6 for a in one.actors for b in two.actors)
    shared_too = any(alike(a, b) >= 0.6 for a in one.recipients for b in two.recipients)
    untold = vague or not (one.actors and two.actors) or not (one.recipients and two.recipients)
    if min(by, to) < 0.3 or not (here or (shared and shared_too) or (untold and (shared or shared_too))):
        return 0.0
    modes = one.mode == two.mode or one.mode is None or two.mode is None
    return by + to + here + modes


def _vague(parties: Sequence[Party]) -> bool:
    """Whether they are called by no name, and of no known country: "the foreign ministry"."""
    return bool(parties) and not any(party.country or party.name != party.name.lower() for party in parties)


def _soon(one: Mention, two: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether their days, or those of the reports where one has none, are near each other."""
    days = [edtf_bounds(m.date.edtf) if m.date else None for m in (one, two)]
    if days[0] and days[1]:
        return (days[0][0] - days[1][1]).days <= _DAYS and (days[1][0] - days[0][1]).days <= _DAYS
    told = [articles[m.article].published_on for m in (one, two)]
    return not (told[0] and told[1]) or abs((told[0] - told[1]).days) <= _WEEK


def _passages(mention: Mention, seen: _Seen, words: str = "") -> list[Evidence]:
    """The sentence that tells the act, and the first that holds some words."""
    article = seen.articles[mention.article]
    spans = [(span.start, span.end) for span in mention.sentences]
    held = [span for span in spans if words and words.lower() in article.text[slice(*span)].lower()]
    return [_evidence(article, *span) for span in dict.fromkeys((*held[:1], *spans))][
        : 1 if held[:1] == spans[:1] else 2
    ]


def _evidence(article: Article, start: int, end: int) -> Evidence:
    return Evidence(article=article.id, file=article.file, start=start, end=end, quote=article.text[start:end])


_READERS: Final[Mapping[Slot, Callable[[_Seen], _Told]]] = {"quantities": _figures, "date": _days, "actors": _doers}
