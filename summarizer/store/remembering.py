"""What a run found, joined to what is known: new mentions go to the event that they tell, which keeps its id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Event
from summarizer.merging import find_rivals, group_mentions, make_event, mark_copies
from summarizer.normalising.dates import edtf_bounds
from summarizer.store.rows import ACTOR, ARTICLE, MENTION, RECIPIENT, read_record
from summarizer.store.schema import DAY
from summarizer.store.writing import EventWriter, drop_event, prepare, put_article, put_mentions, replace_older

_NEAR = 60  # days between two reports of one act whose dates may be told differently
_MOST = 40  # known events of one type and party that a mention is compared with, nearest in time first


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as the store lists it; `started` is ISO 8601 in UTC, `name` the briefing it belongs to."""

    id: str
    started: str
    engine: str
    fingerprint: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What became of a run's mentions: the events they tell, with lasting ids, and all articles that these rest on.

    `ids`: for each mention of the run, in order, its event. `groups`: all mentions of each event, in order of `events`.
    `replaced`: ids of articles that stood at an address of this run's
    with other words before. `gone`: ids of known events that nothing tells any more, since their articles were replaced or read anew.
    """

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    ids: tuple[str, ...]
    groups: tuple[tuple[Mention, ...], ...]
    replaced: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(slots=True)
class _Known:
    """Known events near the new mentions: their mentions by event id, in order, and the articles of these."""

    groups: dict[str, list[Mention]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)


def remember(
    connection: sqlite3.Connection, articles: Sequence[Article], mentions: Sequence[Mention], run: str
) -> Remembered:
    """Keep articles and mentions, and the events that they make with what is known; all in the caller's transaction."""
    for article in articles:
        put_article(connection, article, run)
    replaced = [old for article in articles for old in replace_older(connection, article)]
    again = {*replaced, *(article.id for article in articles)}  # their known mentions give way to the new ones
    known = _near(connection, mentions, again)
    texts = {**known.articles, **{article.id: article for article in articles}}
    marked = {article.id: article for article in mark_copies(list(texts.values()))}
    order = list(known.groups)
    seeds, loose = _placed(known.groups, mentions, again)

    fresh = {id(mention) for mention in mentions}
    homes: dict[int, str] = {}
    events: list[Event] = []
    told: list[tuple[Mention, ...]] = []
    gone: list[str] = []
    writer = EventWriter(connection, run)
    taken = set(order)
    groups = group_mentions(loose, marked, seeds)
    rivals = find_rivals(groups, marked)
    for at, group in enumerate(groups):
        before = known.groups[order[at]] if at < len(order) else []
        kept = [mention for mention in group if id(mention) in fresh or mention.article not in again]
        against = [mention for mention in rivals[at] if id(mention) in fresh or mention.article not in again]
        told_now = any(id(mention) in fresh for mention in (*kept, *against))
        if kept == before and not told_now and len(against) == len(rivals[at]):
            continue
        if not kept:
            _forget(connection, order[at])
            gone.append(order[at])
            continue
        event = make_event(kept, marked, against)
        id_ = order[at] if before else _free(connection, event.id, taken)
        event = event.model_copy(update={"id": id_})
        taken.add(id_)
        if kept != before or rivals[at]:
            _forget(connection, id_)
            writer.put(prepare([event], marked))
            put_mentions(connection, id_, kept)
        homes |= {id(mention): id_ for mention in kept}
        if told_now:
            events.append(event)
            told.append(tuple(kept))
    needed = {source.article for event in events for source in event.sources} | {article.id for article in articles}
    return Remembered(
        tuple(events),
        tuple(article for id_, article in marked.items() if id_ in needed),
        tuple(homes[id(mention)] for mention in mentions),
        tuple(told),
        tuple(replaced),
        tuple(gone),
    )


def _placed(
    groups: Mapping[str, Sequence[Mention]], mentions: Sequence[Mention], again: set[str]
) -> tuple[list[list[Mention]], list[Mention]]:
    """Known groups, in which a mention that was read before stands in the place of its earlier reading; and all other mentions."""
    seeds = [list(group) for group in groups.values()]
    places = {
        (mention.article, mention.type, mention.trigger.start): (home, at)
        for home, group in enumerate(seeds)
        for at, mention in enumerate(group)
        if mention.article in again
    }
    loose = []
    for mention in mentions:
        place = places.pop((mention.article, mention.type, mention.trigger.start), None)
        if place is None:
            loose.append(mention)
        else:
            seeds[place[0]][place[1]] = mention
    return seeds, loose


def _forget(connection: sqlite3.Connection, id_: str) -> None:
    drop_event(connection, id_)
    connection.execute("DELETE FROM mentions WHERE event = ?", (id_,))


def _free(connection: sqlite3.Connection, id_: str, taken: set[str]) -> str:
    """An id that no other event has."""
    number, free = 1, id_
    while free in taken or connection.execute("SELECT 1 FROM events WHERE id = ?", (free,)).fetchone():
        number += 1
        free = f"{id_}-{number}"
    return free


def _near(connection: sqlite3.Connection, mentions: Iterable[Mention], again: set[str]) -> _Known:
    """Events that a mention could belong to (same type, a party in the same role, near in time), and all of articles read anew."""
    ids: dict[str, None] = {}
    marks = ", ".join("?" * len(again))
    for row in connection.execute(f"SELECT DISTINCT event FROM mentions WHERE article IN ({marks})", tuple(again)):  # noqa: S608
        ids[row[0]] = None
    asked: set[tuple[str, str, int, int | None]] = set()
    for mention in mentions:
        bounds = edtf_bounds(mention.date.edtf) if mention.date else None
        day = bounds[0].toordinal() if bounds else None
        for role, parties in ((ACTOR, mention.actors), (RECIPIENT, mention.recipients)):
            asked |= {(mention.type, party.key, role, day) for party in parties}
    for type_, key, role, day in sorted(asked, key=repr):
        spans = [(0, DAY)]
        spans.append(((day - _NEAR) * DAY, (day + _NEAR) * DAY) if day else (DAY, 1 << 62))
        for low, high in spans:
            rows = connection.execute(
                "SELECT e.id FROM parties p CROSS JOIN events e ON e.at = p.at WHERE p.key = ? AND p.role = ? AND p.type = ? "
                "AND p.at >= ? AND p.at < ? ORDER BY p.at DESC LIMIT ?",
                (key, role, type_, low, high, _MOST),
            )
            ids |= {row[0]: None for row in rows}
    known = _Known()
    for id_ in ids:
        group = _mentions(connection, id_)
        if group:  # events that came without mentions (an import) are not joined to
            known.groups[id_] = group
    known.groups = dict(sorted(known.groups.items(), key=lambda item: item[0]))
    wanted = {mention.article for group in known.groups.values() for mention in group}
    known.articles = {id_: article for id_ in sorted(wanted) if (article := read_article(connection, id_)) is not None}
    known.groups = {
        id_: kept for id_, group in known.groups.items() if (kept := [m for m in group if m.article in known.articles])
    }
    return known


def _mentions(connection: sqlite3.Connection, event: str) -> list[Mention]:
    rows = connection.execute("SELECT record FROM mentions WHERE event = ? ORDER BY id", (event,))
    return [read_record(MENTION, row[0]) for row in rows]


def read_article(connection: sqlite3.Connection, id_: str) -> Article | None:
    """An article by its id, or None."""
    row = connection.execute("SELECT record FROM articles WHERE id = ?", (id_,)).fetchone()
    return read_record(ARTICLE, row[0]) if row else None
