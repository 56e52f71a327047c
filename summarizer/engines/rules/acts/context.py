"""What stands round an act: arms near by, quotation marks, an object, the sentences that tell who its parties are."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.chunking import Chunk, Sentence
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.hinges import NONE, Hinges
from summarizer.engines.rules.days.moments import Moment
from summarizer.engines.rules.sides.parties import Parties, countries
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.kinds import COUNT, FIGURE, OPENS
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.actors import codes_in

_SOME = OPENS | COUNT | FIGURE  # marks of a word that begins the name of one thing or more


class Place(NamedTuple):
    """Where an act stands: the sentence as read and as given, its reporting phrases, the last day named before.

    `heading` is the day that heads the paragraph, in a chronicle; `before`, the sentences of the paragraph so far; `at`, which
    of the chunk's sentences it is; `hinges`, the expressions of time that count from acts told before.
    """

    reading: Reading
    sentence: Sentence
    reports: list[Report]
    anchor: str | None
    heading: Moment | None = None
    before: tuple[Sentence, ...] = ()
    at: int = 0
    hinges: Hinges = NONE


def is_armed(chunk: Chunk, at: int, lexicon: Lexicon) -> bool:
    """Whether the sentence `at` that place or its neighbours speak of arms or casualties; a lone sentence is taken at its word."""
    if len(chunk.sentences) < 3:
        return True
    near = chunk.sentences[max(0, at - 1) : at + 2]
    return any(not lexicon.arms.isdisjoint(tk.tokenize(other.text).low) for other in near)


def other_sentences(via: list[int], sentence: Sentence, parties: Parties) -> list[int]:
    """The other sentences that tell who the parties are, unless the act's own sentence does."""
    others = [number for number in dict.fromkeys(via) if number != sentence.number]
    if not others or not all(p.name in sentence.text for p in parties):
        return others
    codes = countries(parties)
    return [] if codes <= codes_in(sentence.text) else others


def has_object(reading: Reading, frame: Frame) -> bool:
    """Whether something that could be an object follows the verb at once."""
    return not frame.passive and any(
        m.start - frame.last in (1, 2) and not m.prep and not m.pronoun for m in reading.mentions
    )


def aims_at(reading: Reading, frame: Frame) -> bool:
    """Whether the verb's particle leads in some one thing: "fired on a dinghy", but not "fired at goal", "fired on all cylinders"."""
    particle = frame.pattern.particle
    if frame.passive or particle is None or particle not in frame.pattern.preps:
        return False
    return any(
        m.prep == particle and 0 < m.start - frame.last <= 2 and reading.kinds[m.start] & _SOME
        for m in reading.mentions
    )


def leaves_place(reading: Reading, frame: Frame) -> bool:
    """Whether what follows the verb at once tells from where: "pulled back from the ridge"."""
    return any(m.prep == "from" and 0 < m.start - frame.last <= 2 for m in reading.mentions)


def is_own_word(reading: Reading, frame: Frame) -> bool:
    """Whether somebody tells in a quotation what "we" have done: "“We have sent a note to Chad,” the minister said"."""
    if len(frame.actors) != 1 or frame.pattern.noun or frame.passive:
        return False
    low, group, subject = reading.words.low, frame.group, frame.actors[0]
    if low[subject.start] != "we" or subject.end - subject.start != 1 or not in_quotation(reading, frame):
        return False
    perfect = group.auxiliaries[:1] in (("have",), ("'ve",), ("had",))
    return perfect or (
        not group.auxiliaries
        and low[group.verb] != "let"
        and (low[group.verb].endswith("ed") or low[group.verb] in tk.STRONG_PASTS)
    )


def in_quotation(reading: Reading, frame: Frame) -> bool:
    """Whether the act stands inside a longer quotation."""
    low = reading.words.low
    if tk.QUOTES.isdisjoint(reading.words.forms):
        return False
    opened = -1
    for j in range(frame.first):
        if low[j] in ("“", "«", "„") or (low[j] == '"' and opened < 0):
            opened = j
        elif low[j] in ("”", "»") or low[j] == '"':
            opened = -1
    if opened < 0:
        return False
    close = next((j for j in range(frame.first, len(low)) if low[j] in ("”", "»", '"', "“")), len(low))
    return close - opened > 5
