"""The brief as one HTML page that needs nothing else: no request leaves it, and nothing from an article is ever markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from summarizer.article import Article
from summarizer.brief import Brief, SourceEntry, Statement, Thread
from summarizer.events import Evidence
from summarizer.normalising.edtf import say_date
from summarizer.pausing import collector_paused
from summarizer.renderers.charts import CELL, LONGEST, draw_matrix, draw_timeline
from summarizer.renderers.display import JUDGEMENT, head_differences, say_moment, say_since, visible
from summarizer.renderers.eventview import EventView, Parties, filter_choices, party_pairs, view_events
from summarizer.renderers.passages import Reading, read_sources

# What must not stand raw in a script block: the ends of tags, and characters that some reader would drop or turn round.
_UNSAFE = re.compile(
    "[<>&\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_LANES = 10  # threads with a lane of their own on the timeline


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to a passage: its label `source.passage`, the anchor, and the link itself."""

    label: str
    anchor: str
    link: Markup


@dataclass(frozen=True, slots=True)
class StatementView:
    """A sentence as shown; `holds` is False when a cited passage isn't in the article that was given."""

    text: str
    events: str
    cites: tuple[Cite, ...]
    flags: tuple[str, ...]
    statuses: tuple[str, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as listed, with its cited passages."""

    number: int
    title: str
    meta: tuple[str, ...]
    url: str | None
    host: str | None
    notes: tuple[str, ...]
    cited: bool
    passages: tuple[tuple[Cite, str, Evidence], ...]


class _Views:
    """Turns records into what the template shows: text without control characters, and links by passage."""

    def __init__(self, brief: Brief, articles: Sequence[Article]) -> None:
        self.brief = brief
        self.readings = read_sources(brief, articles)
        self.languages = {article.id: article.language for article in articles}
        self._labels = {
            (id_, passage.evidence.start, passage.evidence.end, passage.evidence.quote): passage
            for id_, reading in self.readings.items()
            for passage in reading.passages
        }
        self._index = {event.id: at for at, event in enumerate(brief.events)}

    def cites(self, evidence: Sequence[Evidence]) -> tuple[Cite, ...]:
        found = {self._labels.get((e.article, e.start, e.end, e.quote)) for e in evidence}
        labels = {passage.label for passage in found if passage}
        return tuple(
            _cite(label) for label in sorted(labels, key=lambda label: [int(part) for part in label.split(".")])
        )

    def statement(self, statement: Statement) -> StatementView:
        spans = [(c.evidence.article, c.evidence.start, c.evidence.end, c.evidence.quote) for c in statement.citations]
        known = [self._index[id_] for id_ in statement.events if id_ in self._index]
        statuses = dict.fromkeys(self.brief.events[at].status for at in known)
        return StatementView(
            text=statement.text,
            events=" ".join(map(str, known)),
            cites=self.cites([citation.evidence for citation in statement.citations]),
            flags=statement.flags,
            statuses=tuple(status for status in statuses if status != "occurred"),
            holds=bool(spans) and all(span in self._labels and self._labels[span].exact for span in spans),
        )

    def thread(self, at: int, thread: Thread) -> dict[str, Any]:
        return {
            "id": f"t{at}",
            "title": thread.title,
            "happened": [self.statement(s) for s in thread.happened],
            "claims": [self.statement(s) for s in thread.claims],
            "conflicts": [self.statement(s) for s in thread.conflicts],
            "differing": head_differences(thread.conflicts),
            "timeline": [
                (say_date(e.date, note=False) if e.date else "", self.statement(e.statement)) for e in thread.timeline
            ],
        }

    def members(self, thread: Thread) -> list[int]:
        told = thread.statements()
        ids = dict.fromkeys(id_ for statement in told for id_ in statement.events)
        return [self._index[id_] for id_ in ids if id_ in self._index]

    def source(self, source: SourceEntry) -> SourceView:
        reading = self.readings.get(source.article)
        url = safe_url(source.url)
        passages = [(_cite(p.label), p.evidence.quote, p.evidence) for p in reading.passages] if reading else []
        return SourceView(
            number=source.number,
            title=_name(source),
            meta=tuple(_meta(source)),
            url=url,
            host=urlsplit(url).hostname if url else None,
            notes=source.notes,
            cited=source.cited,
            passages=tuple(passages),
        )


@collector_paused()
def render_html(brief: Brief, articles: Sequence[Article] = ()) -> str:
    """One self-contained page. With `articles`, a citation opens the article's text; without, the cited passages alone."""
    views = _Views(brief, articles)
    parties = Parties()
    events = view_events(brief, parties)
    threads = [(thread.title, views.members(thread)) for thread in brief.threads]
    lanes = [*threads[:_LANES], ("Other threads", [at for _, members in threads[_LANES:] for at in members])]
    placed = {at for _, members in threads for at in members}
    lanes.append(("Outside the threads", [at for at in range(len(brief.events)) if at not in placed]))
    style, script = _file("page.css"), _file("page.js")
    check = brief.verification
    return _template().render(
        brief=brief,
        title=visible(brief.title) or "Brief",
        as_of=say_moment(brief.as_of),
        sections=[
            ("bottom-line", "Bottom line", "bottom_line", [views.statement(s) for s in brief.bottom_line]),
            (
                "changes",
                f"What changed {say_since(brief.since)}" if brief.since else "What changed",
                "changes",
                [views.statement(s) for s in brief.changes],
            ),
            ("key-points", "Key points", "key_points", [views.statement(s) for s in brief.key_points]),
            ("assessment", "Assessment", "assessment", [views.statement(s) for s in brief.assessment]),
        ],
        nothing_new=f"Nothing new {say_since(brief.since)}." if brief.since and not brief.changes else "",
        threads=[views.thread(at, thread) for at, thread in enumerate(brief.threads, 1)],
        judgement=JUDGEMENT,
        gaps=brief.gaps,
        sources=[views.source(source) for source in brief.sources],
        withheld=[(w.text, w.section, w.reasons) for w in check.withheld],
        left_out=[(item.what, item.reason) for item in check.left_out],
        events=events,
        rows=[(view, views.cites(brief.events[view.number].evidence)) for view in sorted(events, key=_by_day)],
        parties=parties.names,
        timeline=draw_timeline(brief.events, lanes),
        matrix=draw_matrix(party_pairs(events), parties.names),
        cell=CELL,
        longest=LONGEST,
        choices=filter_choices(
            events, parties, [(s.number, visible(s.publisher or "") or _name(s)) for s in brief.sources]
        ),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_data(brief, views, events)),  # noqa: S704 - JSON with `<`, `>` and `&` escaped
    )


def safe_url(url: str | None) -> str | None:
    """The address if it is plain http or https with a host and holds no space or control character, else None."""
    if not url or any(c.isspace() or unicodedata.category(c)[0] == "C" for c in url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _by_day(view: EventView) -> tuple[bool, tuple[str, str], int]:
    return view.days is None, view.days or ("", ""), view.number


@lru_cache(maxsize=16384)
def _cite(label: str) -> Cite:
    number, rank = map(int, label.split("."))
    anchor, spoken = f"p-{number}-{rank}", f"Source {number}, passage {rank}"
    link = f'<a class="cite" href="#{anchor}" data-p="{number}.{rank}" aria-label="{spoken}">{number}.{rank}</a>'
    return Cite(label, anchor, Markup(link))  # noqa: S704 - two numbers, and words of ours


def _name(source: SourceEntry) -> str:
    return visible(source.title or (source.file or source.article).rsplit("/", 1)[-1]) or source.article


def _meta(source: SourceEntry) -> list[str]:
    meta = [visible(source.publisher)] if source.publisher else []
    meta.append(say_moment(source.published) if source.published else "no publication date")
    if source.title and source.file:
        meta.append(visible(source.file.rsplit("/", 1)[-1]))
    if source.copy_of:
        meta.append(f"repeats source {source.copy_of}")
    return meta


def _data(brief: Brief, views: _Views, events: Sequence[EventView]) -> str:
    """What the script needs, as JSON that may stand inside a script element."""

    def source(reading: Reading) -> dict[str, Any]:
        entry = reading.source
        return {
            "title": _name(entry),
            "meta": " · ".join(_meta(entry)),
            "url": safe_url(entry.url),
            "lang": views.languages.get(entry.article),
            "kind": reading.kind,
            "segments": [[segment.start, segment.text] for segment in reading.segments],
            "passages": [
                [p.segment, p.first, p.last, p.evidence.start, p.evidence.end, int(p.exact)] for p in reading.passages
            ],
        }

    data = {
        "events": [
            {
                "a": view.actors,
                "r": view.toward,
                "m": int(view.mutual),
                "t": view.type,
                "s": view.status,
                "d": view.days,
                "n": view.sources,
                "p": next((cite.label for cite in views.cites(event.evidence)), None),
            }
            for view, event in zip(events, brief.events, strict=True)
        ],
        "sources": {str(reading.source.number): source(reading) for reading in views.readings.values()},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=8)
def _file(name: str) -> str:
    return (resources.files("summarizer.renderers") / "page" / name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """Every text that the template puts out loses its control characters; what is markup already is ours."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("brief.html.j2")
