"""Verdicts on disputes, checked against the sentences that they name; what holds becomes the conflicts of the events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from summarizer.article import Article
from summarizer.disputes import Dispute, DisputeRequest, Slot, Verdict, Version
from summarizer.events import STATUSES, Conflict, ConflictValue, Event, Evidence, SourceRef
from summarizer.normalising.dates import date_borne_out, edtf_compatible, edtf_valid
from summarizer.normalising.numbers import numbers_in

_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disown\w*|disput\w+|refut\w+|repudiat\w+|(?:reject|dismiss)\w*|contradict\w*|withdr[ae]w\w*"
    r"|retract\w*|correct(?:s|ed|ion)|untrue|false|baseless|lies?|lie|invent(?:ed|ions?)|fabricat\w+|laughable|absurd|contrary to"
    r"|rul(?:es?|ed|ing) out|brush\w* (?:off|aside)|not|no|none|nobody|never|neither|nor|nothing|without)\b|n['’]t\b",
    re.I,
)
_WORD: Final = re.compile(r"\w{3,}")


def judge_events(request: DisputeRequest, verdicts: Sequence[Verdict]) -> tuple[Event, ...]:
    """The request's events with the conflicts that verdicts and code's checks leave, and with the passages that show them.

    A slot that is not judged keeps the conflicts that code found; so does one whose contradiction can't be checked.
    """
    articles = {article.id: article for article in request.articles}
    disputes: dict[tuple[str, Slot], Dispute] = {(d.event, d.slot): d for d in request.disputes}
    judged: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        judged.setdefault(verdict.event, []).append(verdict)
    events = []
    for event in request.events:
        found: list[Conflict] = []
        proof: list[Evidence] = []
        settled: set[str] = set()
        for verdict in judged.get(event.id, ()):
            dispute = disputes.get((event.id, verdict.slot))
            if verdict.finding == "none":
                settled.add(verdict.slot)
                continue
            versions = _checked(verdict, dispute, articles)
            if versions:
                settled.add(verdict.slot)
                found.append(_conflict(verdict, versions, articles))
                proof += [passage for version in versions for passage in version.passages]
        kept = [conflict for conflict in event.conflicts if conflict.slot not in settled]
        conflicts = tuple(dict.fromkeys((*kept, *found)))
        events.append(_with(event, conflicts, proof, articles))
    return tuple(events)


def conflicts_among(event: Event, articles: set[str]) -> tuple[Conflict, ...]:
    """What is left of an event's conflicts between some of its articles alone; without the value that stands, unresolved."""
    found = []
    for conflict in event.conflicts:
        told = [(value.value, tuple(id_ for id_ in value.articles if id_ in articles)) for value in conflict.values]
        values = tuple(ConflictValue(value=value, articles=ids) for value, ids in told if ids)
        if len(values) > 1:
            status = conflict.status if told[-1][1] else "unresolved"
            found.append(Conflict(slot=conflict.slot, values=values, status=status))
    return tuple(found)


def _checked(verdict: Verdict, dispute: Dispute | None, articles: Mapping[str, Article]) -> tuple[Version, ...]:
    """The versions that their sentences bear out, if these are two at least, told by two reports at least; else nothing."""
    versions: list[Version] = []
    for version in verdict.versions:
        known = dispute.versions if dispute else ()
        borne = [
            passage
            for article in version.articles
            for passage in version.passages
            if passage.article == article and _borne(verdict.slot, version, articles[article], known)
        ]
        value = _named(verdict.slot, version.value, known)
        same = next((at for at, other in enumerate(versions) if _SAME[verdict.slot](other.value, value)), None)
        if same is not None:
            versions[same] = Version(versions[same].value, (*versions[same].passages, *borne))
        elif borne:
            versions.append(Version(value, tuple(borne)))
    reports = [frozenset(articles[id_].copy_of or id_ for id_ in version.articles) for version in versions]
    if len(versions) < 2 or len(frozenset().union(*reports)) < 2:
        return ()
    if verdict.slot == "status" and len({version.value == "denied" for version in versions}) < 2:
        return ()
    if verdict.slot in ("status", "quantities", "date") and len(set(reports)) < 2:
        return ()
    return tuple(versions)


def _borne(slot: Slot, version: Version, article: Article, known: Sequence[Version]) -> bool:
    """Whether the sentences of an article bear a value out: it stands in them, or code read it there."""
    quotes = " ".join(passage.quote for passage in version.passages if passage.article == article.id)
    value = version.value
    if slot == "quantities":
        numbers = numbers_in(value)
        return bool(numbers) and numbers <= numbers_in(quotes)
    if slot == "date":
        read = any(article.id in v.articles and edtf_compatible(v.value, value) for v in known if edtf_valid(v.value))
        return edtf_valid(value) and (read or date_borne_out(value, quotes, article.published_on))
    if slot == "status":
        return value in STATUSES and (value != "denied" or bool(_DENIED.search(quotes)))
    words = _WORD.findall(value.casefold())
    told = set(_WORD.findall(quotes.casefold()))
    return bool(words) and told.issuperset(words)


def _named(slot: Slot, value: str, known: Sequence[Version]) -> str:
    """A value in the words that code has for it."""
    same = _SAME[slot]
    return next((version.value for version in known if same(version.value, value)), value)


def _same_number(one: str, two: str) -> bool:
    return numbers_in(one) == numbers_in(two)


def _same_day(one: str, two: str) -> bool:
    return edtf_valid(one) and edtf_valid(two) and edtf_compatible(one, two)


def _same_name(one: str, two: str) -> bool:
    return one.casefold() == two.casefold()


_SAME: Final[Mapping[Slot, Callable[[str, str], bool]]] = {
    "quantities": _same_number,
    "date": _same_day,
    "status": _same_name,
    "actors": _same_name,
    "recipients": _same_name,
    "place": _same_name,
}


def _conflict(verdict: Verdict, versions: Sequence[Version], articles: Mapping[str, Article]) -> Conflict:
    """The conflict; superseded only if a report that tells the valid value is as new as all others."""

    def latest(version: Version) -> str:
        return max(articles[id_].published or "" for id_ in version.articles)

    *earlier, last = versions
    superseded = verdict.finding == "superseded" and latest(last) >= max(map(latest, earlier))
    ordered = versions if superseded else sorted(versions, key=lambda version: (latest(version), version.value))
    return Conflict(
        slot=verdict.slot,
        values=tuple(ConflictValue(value=v.value, articles=tuple(_with_copies(v, articles))) for v in ordered),
        status="superseded" if superseded else "unresolved",
    )


def _with_copies(version: Version, articles: Mapping[str, Article]) -> Iterator[str]:
    """The articles of a version, and those that repeat its very sentence."""
    yield from version.articles
    for article in articles.values():
        if article.copy_of not in version.articles or article.id in version.articles:
            continue
        if any(passage.quote in article.text for passage in version.passages):
            yield article.id


def _with(
    event: Event, conflicts: tuple[Conflict, ...], proof: Sequence[Evidence], articles: Mapping[str, Article]
) -> Event:
    """The event with conflicts, the passages that show them, and their articles among its sources."""
    held = {source.article for source in event.sources}
    ids = dict.fromkeys(id_ for conflict in conflicts for value in conflict.values for id_ in value.articles)
    new = [articles[id_] for id_ in ids if id_ in articles and id_ not in held]
    sources = [SourceRef(article=a.id, publisher=a.publisher, published=a.published, url=a.url) for a in new]
    return event.model_copy(
        update={
            "conflicts": conflicts,
            "evidence": tuple(dict.fromkeys((*event.evidence, *proof))),
            "sources": (*event.sources, *sources),
        }
    )
