"""The same article, however it comes, gives the same text and the same events."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from sources.making import feed, json_lines, mail, page, pdf, warc

from summarizer import Settings, summarize

PARAGRAPHS = [
    "Corvia expelled two Russian diplomats on Tuesday, its foreign ministry said.",
    "Russia condemned the expulsion on Wednesday and promised an answer within a week. The Russian foreign ministry "
    "summoned the French ambassador to Moscow on Thursday and handed him a note of protest about the matter.",
    "What comes next",
    "The foreign ministers of France and Germany met in Paris on Friday to discuss the dispute. France called on "
    "Russia to release the three engineers whom it arrested on 5 April.",
]
TITLE = "Two diplomats told to go"
TEXT = "\n\n".join(PARAGRAPHS)
URL = "https://corviawire.example/a"
HTML = page(
    PARAGRAPHS,
    title=TITLE,
    head='<meta property="article:published_time" content="2023-04-14"><meta property="og:site_name" content="Wire">',
)


PDF_LINES = [line for paragraph in PARAGRAPHS for line in [*textwrap.wrap(paragraph, 72), ""]]
FORMS = {
    "a.txt": f"---\ntitle: {TITLE}\npublished: 2023-04-14\npublisher: Wire\n---\n{TEXT}\n".encode(),
    "a.html": HTML.encode(),
    "a.pdf": pdf([PDF_LINES], title=TITLE),
    "a.eml": mail(text=TEXT, Subject=TITLE, From="Wire <wire@example.org>", Date="Fri, 14 Apr 2023 08:00:00 +0000"),
    "a.warc.gz": warc([(URL, HTML.encode())]),
    "a.jsonl": json_lines({"text": TEXT, "title": TITLE, "date": "2023-04-14", "source": "Wire"}),
    "a.csv": ('title,text,date,source\n"' + '","'.join((TITLE, TEXT, "2023-04-14", "Wire")) + '"\n').encode(),
    "a.rss": feed(f"<item><title>{TITLE}</title><pubDate>Fri, 14 Apr 2023 08:00:00 GMT</pubDate><description><![CDATA["
                  + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "]]></description></item>", title="Wire").encode(),
}  # fmt: skip


def told(folder: Path, name: str) -> list[tuple[object, ...]]:
    path = folder / name
    path.write_bytes(FORMS[name])
    summary = summarize(
        [path], settings=Settings(engine="rules", published="2023-04-14", publisher="Wire", use_store=False)
    )
    assert summary.failures == ()
    (article,) = summary.articles
    assert article.text.strip() == TEXT
    assert (article.title, article.publisher, (article.published or "")[:10]) == (TITLE, "Wire", "2023-04-14")
    return sorted(
        (
            event.type,
            event.status,
            event.date.edtf if event.date else "",
            tuple(actor.name for actor in event.actors),
            tuple(evidence.quote for evidence in event.evidence),
        )
        for event in summary.events
    )


@pytest.mark.parametrize("name", [name for name in FORMS if name != "a.txt"])
def test_each_form_gives_what_the_plain_text_gives(tmp_path: Path, name: str) -> None:
    plain = told(tmp_path, "a.txt")
    assert len(plain) >= 3
    assert told(tmp_path, name) == plain
