"""From mentions to events: blocked by type and party, then joined to the most alike event so far."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Event, EventDate, Evidence, Party, Quantity, SourceRef, Speaker, Status
from summarizer.merging.conflicts import find_conflicts
from summarizer.merging.likeness import SAME, likeness, told_apart
from summarizer.merging.parties import names_of
from summarizer.merging.profiles import SLIP, Profile, profile
from summarizer.merging.rivals import find_rivals
from summarizer.normalising.dates import edtf_precision
from summarizer.pausing import collector_paused

_COMPARED = 40  # most recent events of a block that a mention is compared with, so that merging stays near linear


@collector_paused()
def merge_mentions(mentions: Sequence[Mention], articles: Sequence[Article]) -> tuple[Event, ...]:
    """One event per real-world act, in order of first mention, with all its sources and the conflicts between them."""
    known = {article.id: article for article in articles}
    return make_events(group_mentions(mentions, known), known)


def make_events(groups: Sequence[Sequence[Mention]], articles: Mapping[str, Article]) -> tuple[Event, ...]:
    """The event of each group, with what other groups say against it."""
    rivals = find_rivals(groups, articles)
    return tuple(make_event(group, articles, against) for group, against in zip(groups, rivals, strict=True))


def group_mentions(
    mentions: Sequence[Mention], articles: Mapping[str, Article], groups: Sequence[Sequence[Mention]] = ()
) -> list[list[Mention]]:
    """Mentions of one act each: the given groups, in order, with what joins them, then new ones. `articles` are by id."""
    found: list[_Group] = []
    blocks: dict[Hashable, list[int]] = defaultdict(list)

    def add(this: Profile, home: int, keys: Sequence[Hashable]) -> None:
        if home == len(found):
            found.append(_Group())
        found[home].add(this)
        for key in keys:
            if home not in blocks[key][-_COMPARED:]:
                blocks[key].append(home)

    for home, group in enumerate(groups):
        for mention in group:
            this = profile(mention, articles[mention.article])
            add(this, home, list(_blocks(this)))
    for mention in mentions:
        this = profile(mention, articles[mention.article])
        keys = list(_blocks(this))
        near = dict.fromkeys(chain.from_iterable(blocks[key][-_COMPARED:] for key in keys))
        first, last = _days(this)
        fits = [
            (fit, -at)
            for at in near
            if found[at].first <= last + SLIP and first - SLIP <= found[at].last
            if (fit := _fit(this, found[at].items)) >= SAME
        ]
        add(this, -max(fits)[1] if fits else len(found), keys)
    return [[item.mention for item in group.items] for group in found]


class _Group:
    """Profiles of one act, and the days (ordinals) between which all of them lie: endless unless each is of one day alone."""

    __slots__ = ("first", "items", "last")

    def __init__(self) -> None:
        self.items: list[Profile] = []
        self.first, self.last = math.inf, -math.inf

    def add(self, item: Profile) -> None:
        first, last = _days(item)
        self.items.append(item)
        self.first, self.last = min(self.first, first), max(self.last, last)


def _days(item: Profile) -> tuple[float, float]:
    """The day of an act, twice; endless when it may be of another one, too."""
    return (-math.inf, math.inf) if item.on is None or (item.day and item.day.others) else (item.on, item.on)


def _fit(this: Profile, group: Sequence[Profile]) -> float:
    """How well a mention fits a group: as well as its likest, unless its own article tells the group's act apart from it."""
    fit = max((likeness(this, other) for other in group[-8:] if not this.elsewhere(other)), default=0.0)
    article = this.mention.article
    if fit >= SAME and any(other.mention.article == article and told_apart(this, other) for other in group):
        return 0.0
    return fit


def _blocks(item: Profile) -> Iterator[Hashable]:
    kind = item.kind
    for actor in item.actors:
        yield kind, "by", actor
    for recipient in item.recipients:
        yield kind, "to", recipient
    if item.mention.place and not all(item.coded):
        for name in names_of(item.mention.place):
            yield kind, "at", name
    if not (item.actors or item.recipients):
        yield kind, "by nobody"


def make_event(mentions: Sequence[Mention], articles: Mapping[str, Article], rivals: Sequence[Mention] = ()) -> Event:
    """The event that these mentions tell; its id comes from the first of them. `rivals` tell the same deed of others."""
    conflicts = find_conflicts(mentions, articles, rivals)
    against = [
        r for r in rivals if any(r.article in v.articles for c in conflicts if c.slot == "actors" for v in c.values)
    ]
    lead = max(mentions, key=partial(_weight, articles))
    ids = tuple(dict.fromkeys(mention.article for mention in (*mentions, *against)))
    first = mentions[0]
    return Event(
        id=_event_id(first),
        type=lead.type,
        mode=lead.mode or next((m.mode for m in mentions if m.mode), None),
        status=_status(mentions, articles),
        summary=lead.summary,
        actors=_union(lead.actors, [m.actors for m in mentions]),
        recipients=_union(lead.recipients, [m.recipients for m in mentions]),
        date=_date(lead, mentions),
        place=lead.place or next((m.place for m in mentions if m.place), None),
        attribution=_speakers(lead, mentions),
        quantities=_quantities(lead, mentions),
        evidence=tuple(
            dict.fromkeys(e for m in [lead, *mentions, *against] for e in _evidence(m, articles[m.article]))
        ),
        sources=tuple(_source(articles[i]) for i in ids),
        conflicts=conflicts,
        engine=lead.engine,
        confidence=_confidence(mentions, articles),
    )


def _weight(articles: Mapping[str, Article], mention: Mention) -> tuple[float, str]:
    """The fullest mention leads; among equals the latest report."""
    slots = (mention.actors, mention.recipients, mention.date, mention.place, mention.quantities, mention.mode)
    precision = edtf_precision(mention.date.edtf) / 4 if mention.date else 0
    return sum(map(bool, slots)) + precision + mention.confidence, articles[mention.article].published or ""


def _event_id(first: Mention) -> str:
    parts = (
        first.article,
        first.type,
        first.mode or "",
        str(first.trigger.start),
        *sorted(p.key for p in first.actors),
    )
    return "e-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _status(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Status:
    """What most independent articles say; among equals the latest, and a bare claim gives way to what an article tells itself.

    What was announced and is then told as done is done.
    """
    votes: dict[Status, set[str]] = defaultdict(set)
    for mention in mentions:
        article = articles[mention.article]
        votes[mention.status].add(article.copy_of or article.id)
    if votes.keys() & {"occurred", "ongoing"}:
        votes = defaultdict(set, {s: voters for s, voters in votes.items() if s not in ("planned", "announced")})
    latest = {s: max(articles[m.article].published or "" for m in mentions if m.status == s) for s in votes}
    return max(votes, key=lambda status: (len(votes[status]), latest[status], status == "occurred"))


def _union(lead: tuple[Party, ...], others: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    """The leading mention's parties, and those of mentions that have all of them and more."""
    keys = {party.key for party in lead}
    fuller = max((o for o in others if keys <= {party.key for party in o}), key=len, default=lead)
    return lead if len(fuller) <= len(lead) else (*lead, *(party for party in fuller if party.key not in keys))


def _date(lead: Mention, mentions: Sequence[Mention]) -> EventDate | None:
    return lead.date or next((mention.date for mention in mentions if mention.date), None)


def _speakers(lead: Mention, mentions: Sequence[Mention]) -> tuple[Speaker, ...]:
    """The leading mention's chain; nobody when some article tells the act in its own voice alone."""
    sourced = {m.article for m in mentions if m.attribution}
    if any(m.article not in sourced and m.status == lead.status for m in mentions):
        return ()
    return lead.attribution or next((m.attribution for m in mentions if m.attribution), ())


def _quantities(lead: Mention, mentions: Sequence[Mention]) -> tuple[Quantity, ...]:
    if lead.quantities:
        return lead.quantities
    return next((mention.quantities for mention in mentions if mention.quantities), ())


def _evidence(mention: Mention, article: Article) -> Iterator[Evidence]:
    for span in mention.sentences:
        quote = article.text[span.start : span.end]
        yield Evidence(article=article.id, file=article.file, start=span.start, end=span.end, quote=quote)


def _source(article: Article) -> SourceRef:
    return SourceRef(article=article.id, publisher=article.publisher, published=article.published, url=article.url)


def _confidence(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> float:
    """Noisy-or over independent articles (copies count once), 0.99 at the most."""
    best: dict[str, float] = {}
    for mention in mentions:
        article = articles[mention.article]
        source = article.copy_of or article.id
        best[source] = max(best.get(source, 0.0), mention.confidence)
    missing = 1.0
    for value in best.values():
        missing *= 1.0 - value
    return round(min(0.99, 1.0 - missing), 2)
