from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import feedparser
import pytest
from exporting.making import ALL, ARTICLE, EVIL, PLAIN, evil, written
from hypothesis import given
from hypothesis import strategies as st

from summarizer.events import Event, SourceRef

_FORMATS = ["rss", "atom"]


def parsed(format: str, *events: Event) -> feedparser.FeedParserDict:
    feed = feedparser.parse(io.BytesIO(written(format, *events)), sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.mark.parametrize("format", _FORMATS)
def test_a_feed_is_read(format: str) -> None:
    feed = parsed(format, PLAIN)
    assert feed.version == {"rss": "rss20", "atom": "atom10"}[format]
    assert feed.feed.title == "Events"
    entry = feed.entries[0]
    assert entry.title == PLAIN.summary
    assert entry.link == ARTICLE.url
    assert tuple(entry.published_parsed[:6]) == (2021, 4, 27, 6, 0, 0)
    assert {tag.term for tag in entry.tags} == {"SANCTION/expel", "occurred"}
    body = entry.summary if format == "rss" else entry.content[0].value
    assert f"<blockquote>{PLAIN.evidence[0].quote}</blockquote>" in body
    assert "According to: officials (RUS, said)" in body
    assert entry.id == PLAIN.id or entry.id.startswith("urn:uuid:")


@pytest.mark.parametrize("format", _FORMATS)
def test_an_event_has_the_same_id_in_every_feed_and_its_own(format: str) -> None:
    ids = [entry.id for entry in parsed(format, *ALL).entries]
    assert len(set(ids)) == len(ALL)
    assert parsed(format, PLAIN).entries[0].id in ids


@pytest.mark.parametrize("format", _FORMATS)
def test_the_newest_report_comes_first_and_undated_ones_last(format: str) -> None:
    later = PLAIN.model_copy(
        update={"id": "e-later", "summary": "Later.", "sources": (SourceRef(article="a-3", published="2021-05-02"),)}
    )
    undated = PLAIN.model_copy(update={"id": "e-undated", "summary": "Undated.", "sources": ()})
    titles = [entry.title for entry in parsed(format, undated, PLAIN, later).entries]
    assert titles == ["Later.", PLAIN.summary, "Undated."]


@pytest.mark.parametrize("format", _FORMATS)
def test_what_is_no_fact_says_so_in_its_title(format: str) -> None:
    assert parsed(format, evil("They will meet.")).entries[0].title == "[planned] They will meet."


@pytest.mark.parametrize("format", _FORMATS)
def test_nothing_of_an_article_is_markup_or_a_link(format: str) -> None:
    feed = parsed(format, *EVIL)
    assert len(feed.entries) == len(EVIL)
    for entry in feed.entries:
        body = entry.summary if format == "rss" else entry.content[0].value
        assert "<script" not in body
        assert "href" not in body
        assert entry.get("links", []) == []
        if format == "rss":  # readers take it for HTML; an Atom title says that it is text
            assert "<" not in entry.title
    root = ET.fromstring(written(format, *EVIL))
    tags = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
    assert tags <= set(
        "rss channel title link description lastBuildDate generator item guid category pubDate "
        "feed id updated author name entry content published".split()
    )


@pytest.mark.parametrize("format", _FORMATS)
def test_without_events_it_is_a_feed(format: str) -> None:
    assert parsed(format).entries == []


@given(st.text(st.characters(), max_size=60))
def test_any_text_makes_a_sound_feed(text: str) -> None:
    for format in _FORMATS:
        ET.fromstring(written(format, evil(text)))
