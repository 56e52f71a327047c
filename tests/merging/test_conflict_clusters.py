"""Where clusters of short reports differ, and where they only seem to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import EventDate, Party, Place, Quantity, Speaker
from summarizer.merging import merge_mentions
from summarizer.spans import Span

DATA = Path(__file__).parents[1] / "data"
CLUSTERS = [
    cluster
    for name in ("conflict_clusters.toml", "conflict_rivals.toml")
    for cluster in tomllib.loads((DATA / name).read_text("utf-8"))["cluster"]
]


# What is known to be beyond the rules must still fail, so that a rule that reaches it is noticed.
MARKED = [
    pytest.param(c, id=c["name"], marks=[pytest.mark.xfail(reason=c["limit"], strict=True)] if "limit" in c else [])
    for c in CLUSTERS
]


def party(written: str) -> Party:
    """A party written `CODE/SECTOR:name` or `CODE:name`."""
    code, name = written.split(":", 1)
    country, _, sector = code.partition("/")
    return Party(name=name, country=country, sector=sector or None)


def reports(cluster: dict[str, Any], told: dict[str, Any]) -> tuple[Article, list[Mention]]:
    """An article of a cluster and its mentions: of its first sentence alone where it says so."""
    article = Article(text=told["text"], publisher=told["publisher"], published=told["published"])
    return article, [mention(article, {**cluster, **told, **act}) for act in ({}, *told.get("also", ()))]


def mention(article: Article, told: dict[str, Any]) -> Mention:
    """A mention that an article makes of an act."""
    text, trigger = article.text, told["trigger"]
    start = text.index(trigger)
    end = re.split(r"(?<=\.) |\n", text)[0] if told.get("first") else text
    type_, _, mode = told["type"].partition("/")
    speaker = (
        tuple(Speaker(name=n, country=c or None) for n, _, c in [told["by"].partition("|")]) if "by" in told else ()
    )
    return Mention(
        article.id, type_, mode or None, told.get("status", "occurred"), (Span(0, len(end)),),
        Span(start, start + len(trigger)), trigger, tuple(map(party, told["actors"])),
        tuple(map(party, told["recipients"])), EventDate(edtf=told["date"]) if "date" in told else None, place(told), speaker,
        tuple(Quantity(value=value, unit=unit, text=words) for value, unit, words in told["figures"]),
        end, "test", 0.8,
    )  # fmt: skip


def place(told: dict[str, Any]) -> Place | None:
    """The place of a mention, written `name|CODE`, where it has one."""
    return Place(**dict(zip(("name", "country"), told["place"].split("|"), strict=True))) if "place" in told else None


def differing(cluster: dict[str, Any]) -> dict[str, str]:
    """The slots on which the reports of a cluster differ, with what became of it; fails when they make more or fewer acts."""
    told = [reports(cluster, one) for one in cluster["article"]]
    events = merge_mentions([m for _, mentions in told for m in mentions], [article for article, _ in told])
    assert len(events) == cluster.get("events", 1), [event.summary for event in events]
    found = [(c.slot, c.status) for event in events for c in event.conflicts]
    assert len(found) == len(dict(found)), found
    return dict(found)


def test_every_figure_stands_in_its_report() -> None:
    for cluster in CLUSTERS:
        for told in cluster["article"]:
            assert all(words in told["text"] for _, _, words in told["figures"]), told["text"]


@pytest.mark.parametrize("cluster", MARKED)
def test_reports_differ_on_these_slots_alone(cluster: dict[str, Any]) -> None:
    assert differing(cluster) == cluster["differ"]


@pytest.mark.parametrize("cluster", MARKED)
def test_reports_in_any_order_differ_alike(cluster: dict[str, Any]) -> None:
    assert differing({**cluster, "article": cluster["article"][::-1]}) == cluster["differ"]
