"""The page as text: what it holds, what it never holds. `tests/browser` looks at it in a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from html_sample import BAD_URLS, NASTY, ODD, brief, hostile, many, sample, span

from summarizer.article import Article
from summarizer.renderers import render_brief
from summarizer.renderers.html import render_html, safe_url, say_moment
from summarizer.renderers.passages import read_sources
from summarizer.renderers.schema import SCHEMA_FILE, brief_schema


class Page(HTMLParser):
    """Elements with attributes in order, and the contents of style and script elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.words: list[str] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("style", "script") else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.raw.append((*self._open, data))
            self._open = None
        else:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def data(self) -> Any:
        return json.loads(next(text for tag, attrs, text in self.raw if attrs.get("type") == "application/json"))


def test_policy_names_the_very_style_and_script_of_the_page() -> None:
    page = Page(render_html(*sample()))
    policy = next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy") or ""
    ours = [(tag, text) for tag, attrs, text in page.raw if attrs.get("type") != "application/json"]
    assert [tag for tag, _ in ours] == ["style", "script"]
    for tag, text in ours:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("made", [sample(), hostile()], ids=["plain", "hostile"])
def test_nothing_in_the_page_runs_or_loads_but_its_own_script(made: tuple) -> None:  # type: ignore[type-arg]
    page = Page(render_html(*made))
    assert len(page.all("script")) == 2
    assert not {
        "img",
        "iframe",
        "object",
        "embed",
        "link",
        "base",
        "video",
        "audio",
        "image",
        "use",
        "foreignobject",
    } & {tag for tag, _ in page.elements}
    for _, attrs in page.elements:
        assert not [
            name
            for name in attrs
            if name.startswith("on") or name in ("src", "style", "srcdoc", "action", "xlink:href")
        ]
        if "href" in attrs:
            assert re.match(r"#[\w-]+$|https?://", attrs["href"] or "")


def test_every_local_link_has_a_target_and_ids_are_unique() -> None:
    page = Page(render_html(*sample()))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in page.all("a") if (a["href"] or "").startswith("#")} <= set(ids)  # type: ignore[index]


def test_no_control_or_bidi_character_is_shown_and_templates_in_text_stay_text() -> None:
    text = render_html(*hostile())
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]", text
    )
    assert "{{7*7}}" in text
    assert "49" not in "".join(Page(text).words)


def test_data_block_holds_the_exact_text_and_utf16_offsets() -> None:
    made, articles = sample()
    data = Page(render_html(made, articles)).data
    source = data["sources"]["1"]
    assert source["segments"] == [[0, ODD]]
    units = ODD.encode("utf-16-le", "surrogatepass")
    quotes = [
        units[2 * first : 2 * last].decode("utf-16-le", "surrogatepass") for _, first, last, *_ in source["passages"]
    ]
    assert quotes == [ODD[start:end] for *_, start, end, _ in source["passages"]]
    assert quotes == sorted(
        (e.quote for event in made.events for e in event.evidence if e.article == articles[0].id), key=ODD.index
    )


def test_without_articles_the_cited_passages_alone_are_there() -> None:
    made, articles = sample()
    data = Page(render_html(made)).data
    for source in data["sources"].values():
        assert source["kind"] == "passages"
    kept = [text for _, text in data["sources"]["1"]["segments"]]
    assert kept == [
        e.quote
        for e in sorted(
            (e for v in made.events for e in v.evidence if e.article == articles[0].id), key=lambda e: e.start
        )
    ]


def test_an_article_with_another_digest_is_not_shown_as_the_source() -> None:
    made, articles = sample()
    sources = tuple(source.model_copy(update={"sha256": "0" * 64}) for source in made.sources)
    data = Page(render_html(made.model_copy(update={"sources": sources}), articles)).data
    assert {source["kind"] for source in data["sources"].values()} == {"passages"}


def test_a_citation_that_the_given_article_does_not_bear_out_loses_its_badge() -> None:
    made, articles = sample()
    altered = (
        made.key_points[0]
        .citations[0]
        .evidence.model_copy(update={"quote": "Latvia expelled ten Ruritanian diplomats."})
    )
    point = made.key_points[0].model_copy(
        update={"citations": (made.key_points[0].citations[0].model_copy(update={"evidence": altered}),)}
    )
    edited = made.model_copy(update={"key_points": (point,)})
    assert "not proven" not in render_html(made, articles)
    assert render_html(edited, articles).count("not proven: a cited passage") == 1
    passages = read_sources(edited, articles)[articles[0].id].passages
    assert [p.exact for p in passages if p.evidence == altered] == [False]


def test_a_sentence_that_cites_nothing_has_no_badge_of_proof() -> None:
    made, articles = sample()
    bare = made.key_points[0].model_copy(update={"citations": ()})
    text = render_html(made.model_copy(update={"changes": (bare,)}), articles)
    assert text.count("not proven: it cites no passage") == 1


def test_long_articles_become_excerpts_around_what_is_cited() -> None:
    made, articles = many(3, characters=300_000)
    data = Page(render_html(made, articles)).data
    kinds = [source["kind"] for source in data["sources"].values()]
    assert sorted(kinds) == ["excerpts", "excerpts", "full"]
    for number, source in data["sources"].items():
        whole = articles[int(number) - 1].text
        for start, text in source["segments"]:
            assert whole[start : start + len(text)] == text
        for at, first, last, start, end, exact in source["passages"]:
            assert exact
            assert source["segments"][at][1][first:last] == whole[start:end]


def test_fifty_articles_stay_below_a_megabyte() -> None:
    made, articles = many(50)
    assert len(articles) == 50
    assert sum(len(article.text) for article in articles) > 180_000
    assert len(render_html(made, articles).encode()) < 1_000_000
    heavy, long_articles = many(50, characters=40_000)
    assert len(render_html(heavy, long_articles).encode()) < 1_000_000


def test_a_brief_without_events_is_a_page_too() -> None:
    article = Article(text="The weather was fine.", title="Weather")
    text = render_html(brief([article], [], []), [article])
    assert "No events were found in this article." in text
    assert 'class="timeline"' not in text
    assert 'class="matrix"' not in text


def test_withheld_sentences_and_what_was_left_out_are_listed_with_reasons() -> None:
    words = " ".join(" ".join(Page(render_brief(sample()[0], "html")).words).split())
    assert "16 of 17 sentences verified" in words
    assert "withheld from the key points: Latvia expelled nine. 9 is in no cited passage" in words
    assert "broken.pdf : not readable" in words


@pytest.mark.parametrize("url", BAD_URLS)
def test_refused_addresses(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("url", ["https://a.example/x?y=1&z=%22#f", "http://a.example", "HTTPS://A.example/"])
def test_accepted_addresses(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2021-05-03", "3 May 2021"),
        ("2021-05-03T09:30Z", "3 May 2021, 09:30 UTC"),
        ("2021-05-03T09:30:00+02:00", "3 May 2021, 09:30 UTC+02:00"),
        ("2021-05-03T09:30", "3 May 2021, 09:30"),
        ("some time\u202e", "some time"),
    ],
)
def test_moments_in_words(moment: str, words: str) -> None:
    assert say_moment(moment) == words


def test_evidence_in_the_sample_is_exact() -> None:
    for made, articles in (sample(), hostile(), many(2)):
        texts = {article.id: article.text for article in articles}
        for item in (e for event in made.events for e in event.evidence):
            assert texts[item.article][item.start : item.end] == item.quote
    assert span(hostile()[1][0], NASTY).start == 2


def test_published_schema_is_current() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == brief_schema(), "run: python -m summarizer.renderers.schema"


def test_schema_names_every_field_of_what_a_brief_writes() -> None:
    schema = json.loads(brief_schema())
    assert set(json.loads(sample()[0].to_json())) == set(schema["properties"])
