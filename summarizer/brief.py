"""The brief: what an engine proposes (drafts) and what was verified, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

from summarizer.article import Article
from summarizer.events import Event, Evidence

Length = Literal["short", "standard", "full"]
CONTEXT = "Context"  # a thread of sentences beside the events that they name, so that they have no date of theirs
Section = Literal["bottom_line", "changes", "key_points", "assessment", "happened", "claims", "conflicts", "timeline"]


@dataclass(frozen=True, eq=False)
class BriefRequest:
    """What an engine is asked to write about: verified events, and the articles that they stand in.

    Two requests are the same only if they are one object, so that what is looked up in one can be kept as long as it lives.

    `part` is set when the events are some of a larger brief's. With `points` (sentences of its parts, all checked) only a
    bottom line and a choice of these points are wanted. `assess` asks for judgements too.
    """

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    title: str | None = None
    length: Length = "standard"
    part: bool = False
    points: tuple[SentenceDraft, ...] = ()
    assess: bool = False

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.articles}


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """A proposed sentence, the ids of the events that it tells, and the passages that it rests on.

    Without passages it rests on all those of its events.
    """

    text: str
    events: tuple[str, ...]
    passages: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadDraft:
    """A proposed thread: events of the same parties and topic, told as what happened and who claims what."""

    title: str
    happened: tuple[SentenceDraft, ...] = ()
    claims: tuple[SentenceDraft, ...] = ()
    events: tuple[str, ...] = ()
    conflicts: tuple[SentenceDraft, ...] = ()
    timeline: tuple[SentenceDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefDraft:
    """A proposed brief. Engines leave timelines of threads empty: code derives them, and conflicts that no sentence tells, as
    it does gaps, sources and the numbers of citations.
    """

    bottom_line: tuple[SentenceDraft, ...] = ()
    key_points: tuple[SentenceDraft, ...] = ()
    threads: tuple[ThreadDraft, ...] = ()
    notes: tuple[str, ...] = ()
    assessment: tuple[SentenceDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that doesn't hold, where it stood, and the exact reasons."""

    sentence: SentenceDraft
    section: Section
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A sentence of a draft as its writer reads it over; `reasons` are why it doesn't hold, none if it does.

    `date` (EDTF) is that of the acts which a line of a timeline tells; it is printed under it.
    """

    section: Section
    sentence: SentenceDraft
    reasons: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What code noticed in a draft as a whole, and the ids of the events that it is about."""

    text: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What a writer changes: the sentence in place of a line, None to strike it; without `line` (an index) a new one.

    A new line, or one that moves to another section, stands before the line `before` (an index), or last without it.
    """

    line: int | None
    section: Section
    sentence: SentenceDraft | None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedThread:
    """A thread whose sentences all hold."""

    title: str
    happened: tuple[Statement, ...]
    claims: tuple[Statement, ...]
    conflicts: tuple[Statement, ...]
    timeline: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class CheckedBrief:
    """A draft after the check: what holds, and what was withheld."""

    bottom_line: tuple[Statement, ...] = ()
    key_points: tuple[Statement, ...] = ()
    threads: tuple[CheckedThread, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    assessment: tuple[Statement, ...] = ()
    changes: tuple[Statement, ...] = ()


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(_Record):
    """A passage that a sentence rests on; `source` is its article's number in the list of sources, from 1."""

    source: int
    evidence: Evidence


class Statement(_Record):
    """One sentence of the brief with the events it tells and the passages it was checked against.

    `flags` name what a reader should look at twice although it passed (a superlative that no passage holds …).
    """

    text: str
    section: Section
    events: tuple[str, ...]
    citations: tuple[Citation, ...]
    flags: tuple[str, ...] = ()


class TimelineEntry(_Record):
    """One event on the timeline; `date` is EDTF or None for an undated one."""

    date: str | None
    statement: Statement


class Thread(_Record):
    """Events of the same parties and topic."""

    title: str
    happened: tuple[Statement, ...] = ()
    claims: tuple[Statement, ...] = ()
    conflicts: tuple[Statement, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()

    def statements(self) -> tuple[Statement, ...]:
        """All its sentences, in reading order."""
        told = (*self.happened, *self.claims, *self.conflicts)
        return (*told, *(entry.statement for entry in self.timeline))


class SourceEntry(_Record):
    """An article in the list of sources; `copy_of` is the number of the source that it repeats."""

    number: int
    article: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    file: str | None = None
    copy_of: int | None = None
    cited: bool = True
    notes: tuple[str, ...] = ()


class WithheldSentence(_Record):
    """A sentence that was kept out of the brief, and why."""

    text: str
    section: Section
    reasons: tuple[str, ...]


class LeftOut(_Record):
    """An article, event or source that the brief doesn't cover, and why."""

    what: str
    reason: str


class Verification(_Record):
    """What was checked: counts of sentences, the withheld ones, and all that was left out."""

    sentences: int = 0
    verified: int = 0
    withheld: tuple[WithheldSentence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    rejected_drafts: int = 0


class Brief(_Record):
    """A verified brief. It stands alone: every cited passage, its offsets and its article's digest are inside.

    `since`: what its changes are counted from (the moment of the last brief, or a day); None when nothing was known before.
    """

    title: str
    as_of: str
    period: str | None = None
    since: str | None = None
    run: str
    engine: str
    fingerprint: str
    articles: int
    publishers: int
    bottom_line: tuple[Statement, ...] = ()
    changes: tuple[Statement, ...] = ()
    key_points: tuple[Statement, ...] = ()
    assessment: tuple[Statement, ...] = ()
    threads: tuple[Thread, ...] = ()
    gaps: tuple[str, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    verification: Verification = Verification()
    events: tuple[Event, ...] = ()

    def statements(self) -> tuple[Statement, ...]:
        """All sentences that are told, in reading order."""
        told = [*self.bottom_line, *self.changes, *self.key_points, *self.assessment]
        for thread in self.threads:
            told += thread.statements()
        return tuple(told)

    def to_markdown(self) -> str:
        """The brief as Markdown."""
        from summarizer.renderers import render_brief

        return render_brief(self, "md")

    def to_html(self) -> str:
        """The brief as one self-contained HTML page."""
        from summarizer.renderers import render_brief

        return render_brief(self, "html")

    def to_json(self) -> str:
        """The brief as JSON."""
        from summarizer.renderers import render_brief

        return render_brief(self, "json")
