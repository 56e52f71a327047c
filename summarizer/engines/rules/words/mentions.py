"""Noun groups of a sentence and the parties they name: country, sector, person, what they hang on.

A shallow reading: a noun group is a run of words between closed-class words, punctuation and verbs. Token indices are
half-open ranges into `Tokens`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.engines.rules.words import tokens as tk
from summarizer.normalising.actors import NameHit

if TYPE_CHECKING:
    from summarizer.engines.rules.acts.clauses import VerbGroup


@dataclass(slots=True, eq=False)
class Mention:
    """A noun group `start:end`. `codes` are what it stands for; `via` are sentences that say so when it doesn't itself.

    `inner`: it only modifies the group before it ("Japan" in "the ambassador to Japan"). `own`: it begins with its, their.
    `name` is the range of tokens that names it best.
    """

    start: int
    end: int
    codes: tuple[str, ...] = ()
    sector: str | None = None
    role: str | None = None
    person: str | None = None
    prep: str = ""
    inner: bool = False
    own: bool = False
    pronoun: bool = False
    party: bool = False
    institution: bool = False
    hit: bool = False
    via: tuple[int, ...] = ()
    alias: str | None = None
    stop: int = 0

    @property
    def known(self) -> bool:
        """Whether it stands for a country or organisation."""
        return bool(self.codes)


@dataclass(slots=True, eq=False)
class Reading:
    """What is known of one sentence: words, names, noun groups, which words are verbs. `number` counts from 1;
    `kinds` are the marks of the words (see `kinds`).

    `groups`, `starts`, `ends`, `marks` and `closings` keep what `clauses` and `clause_ends` found out: they are asked again and again, when
    all else is settled.
    """

    number: int
    words: tk.Tokens
    hits: dict[int, NameHit]
    kinds: list[int]
    mentions: list[Mention] = field(default_factory=list)
    verb: list[bool] = field(default_factory=list)
    at: dict[int, Mention] = field(default_factory=dict)
    groups: dict[int, VerbGroup] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    marks: list[int] | None = None
    closings: list[int] | None = None


def climb(reading: Reading, mention: Mention) -> Mention | None:
    """From "Japan" in "the ambassador to Japan" up to the group that it hangs on; None for a free phrase ("In Japan, …")."""
    low = reading.words.low
    while mention.prep:
        before = mention.start - 2
        while (
            before >= 0
            and (low[before] in tk.TIME_WORDS or low[before] in ("on", "late", "early"))
            and before not in reading.at
        ):
            before -= 1
        parent = reading.at.get(before) if before >= 0 else None
        if parent is None or parent is mention:
            return None
        mention = parent
    return mention
