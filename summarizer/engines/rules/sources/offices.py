"""For whom an office speaks that no country is told of: for who acts, for the article's home, for the victim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.memory import Known
from summarizer.engines.rules.sides.parties import at_home, countries, opening_place
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_CLOSE = frozenset(
    """widow widower wife husband mother father parents brother sister son daughter family families relatives cousin uncle lawyer lawyers
    colleague colleagues employer""".split()
)


@dataclass(frozen=True, slots=True)
class Doing:
    """What is told of: its two sides, whether it is done by saying it, whether to harm, whether it is no more than words, or to come.

    `subject`: the countries that its subject alone tells, where several act. `announced`: it is told as news of one's own;
    `measure`: it is a measure of a state, which nobody but its own offices announces.
    """

    actors: tuple[PartyDraft, ...]
    recipients: tuple[PartyDraft, ...]
    speech: bool
    hostile: bool
    words: bool = False
    ahead: bool = False
    subject: tuple[str, ...] = ()
    announced: bool = False
    measure: bool = False


def ahead(frame: Frame) -> bool:
    """Whether somebody will do it, which his own side announces."""
    return frame.group.modal in ("will", "would")


def alike(reading: Reading, frame: Frame, speaker: Mention) -> bool:
    """Whether speaker and actor share a word: "Chad's police have arrested five men, a police spokesman said"."""
    low = reading.words.low
    acting = {word for actor in frame.actors for word in low[actor.start : actor.end]}
    return not acting.isdisjoint(set(low[speaker.start : speaker.end]) - tk.DETERMINERS)


def their_own(speakers: tuple[PartyDraft, ...], doing: Doing, word: str) -> tuple[PartyDraft, ...]:
    """Of "The premier will fly to Rome, his office said", the office of who acts; of "his widow", that of the victim."""
    sides = doing.recipients if word in _CLOSE and doing.recipients else doing.actors
    codes = countries(sides)
    code = next(iter(codes)) if len(codes) == 1 else None
    return tuple(replace(p, country=code) for p in speakers) if code else speakers


def of_actor(
    speakers: tuple[PartyDraft, ...], doing: Doing, place: Place, home: Known | None
) -> tuple[PartyDraft, ...]:
    """Offices without a country speak for who acts: at home, or when the sentence names no other country.

    A sentence that begins with a place tells of the offices there: "In Accra, the army said".
    But of harm that is done to the home of the article, or by others to nobody of another country, its own offices tell.
    """
    there = opening_place(place.reading)
    if there is not None:
        return tuple(at_home(p, there) for p in speakers)
    codes = countries(doing.actors)
    codes = codes if len(codes) == 1 else set(doing.subject)
    if len(codes) != 1:
        return speakers
    against = countries(doing.recipients) - codes
    others = not (against or doing.announced or (home is not None and set(home.codes) & codes))
    own = doing.ahead or (doing.announced and doing.measure)
    if doing.hostile and not own and home is not None and (set(home.codes) & against or others):
        return speakers
    named = {m.codes[0] for m in place.reading.mentions if m.codes and not m.prep and not m.via}
    if not own and named != codes and home is not None and codes != set(home.codes):
        return speakers
    code = codes.pop()
    return tuple(at_home(p, code) if code and p.sector in ("GOV", "MIL", "COP", "JUD") else p for p in speakers)
