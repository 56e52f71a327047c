"""Where clusters of short reports differ, and where they only seem to."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import Event, EventDate, Party, Quantity, Speaker
from summarizer.merging import merge_mentions
from summarizer.spans import Span

CLUSTERS = tomllib.loads((Path(__file__).parents[1] / "data" / "conflict_clusters.toml").read_text("utf-8"))["cluster"]


def party(written: str) -> Party:
    """A party written `CODE/SECTOR:name` or `CODE:name`."""
    code, name = written.split(":", 1)
    country, _, sector = code.partition("/")
    return Party(name=name, country=country, sector=sector or None)


def report(cluster: dict[str, Any], told: dict[str, Any]) -> tuple[Article, Mention]:
    """An article of a cluster and its one mention: of its first sentence alone where it says so."""
    text, trigger = told["text"], told["trigger"]
    article = Article(text=text, publisher=told["publisher"], published=told["published"])
    start = text.index(trigger)
    end = text.index(". ") + 1 if told.get("first") and ". " in text else len(text)
    type_, _, mode = cluster["type"].partition("/")
    speaker = tuple(Speaker(name=n, country=c) for n, _, c in [told["by"].partition("|")]) if "by" in told else ()
    return article, Mention(
        article.id, type_, mode or None, told.get("status", "occurred"), (Span(0, end),),
        Span(start, start + len(trigger)), trigger, tuple(map(party, cluster["actors"])),
        tuple(map(party, cluster["recipients"])), EventDate(edtf=told["date"]) if "date" in told else None, None, speaker,
        tuple(Quantity(value=value, unit=unit, text=words) for value, unit, words in told["figures"]),
        text[:end], "test", 0.8,
    )  # fmt: skip


def merged(cluster: dict[str, Any]) -> Event:
    """The one event of a cluster; fails when merging keeps its reports apart."""
    pairs = [report(cluster, told) for told in cluster["article"]]
    (event,) = merge_mentions([mention for _, mention in pairs], [article for article, _ in pairs])
    return event


def test_every_figure_stands_in_its_report() -> None:
    for cluster in CLUSTERS:
        for told in cluster["article"]:
            assert all(words in told["text"] for _, _, words in told["figures"]), told["text"]


@pytest.mark.parametrize("cluster", CLUSTERS, ids=[cluster["name"] for cluster in CLUSTERS])
def test_reports_differ_on_these_slots_alone(cluster: dict[str, Any]) -> None:
    event = merged(cluster)
    assert {c.slot: c.status for c in event.conflicts} == cluster["differ"], event.conflicts


@pytest.mark.parametrize("cluster", CLUSTERS, ids=[cluster["name"] for cluster in CLUSTERS])
def test_reports_in_any_order_differ_alike(cluster: dict[str, Any]) -> None:
    turned = {**cluster, "article": cluster["article"][::-1]}
    assert {c.slot: c.status for c in merged(turned).conflicts} == cluster["differ"]
