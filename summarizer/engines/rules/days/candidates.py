"""An act whose day is sought, and the expressions of time that may tell it."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.hinges import Hinge
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention


class Search(NamedTuple):
    """An act, and the sentence in which its day is sought.

    `base` is where the sentence begins in the article; `opening`, where it begins behind its dateline, `trigger` and `clause` are
    characters of its `text`.
    """

    reading: Reading
    frame: Frame
    sentence: Sentence
    text: str
    base: int
    opening: int
    reports: list[Report]
    clock: Clock
    mentions: tuple[DateMention, ...]
    trigger: int
    clause: tuple[int, int]


class Candidate(NamedTuple):
    """An expression of time, the one at `at` of its sentence; `span` is where it stands in the article.

    `announced`: it tells when the act was made known; `ahead`: it was read as one to come; `hinge`: what it counts from.
    """

    at: int
    mention: DateMention
    span: tuple[int, int]
    edtf: str
    hinge: Hinge | None
    announced: bool
    ahead: bool
