"""Remembers who is made to speak in a sentence, for a later "he added", "it said", "the minister stressed" or "one of them said"."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.sides.parties import PartyResolver, at_home
from summarizer.engines.rules.sources.papers import is_paper
from summarizer.engines.rules.sources.reports import Report, speakers_of
from summarizer.engines.rules.sources.resuming import speaking_on
from summarizer.engines.rules.sources.tellers import source_end
from summarizer.engines.rules.words.mentions import Mention, Reading


def note_speakers(resolver: PartyResolver, reading: Reading, reports: list[Report]) -> Known | None:
    """Remember who is made to speak; the first of them is returned."""
    memory = resolver.memory
    first: Known | None = None
    for report in reports:
        again = speaking_on(memory, reading, report)
        if report.speaker.pronoun:
            told = again or _note_pronoun(memory, reading, report.speaker)
            first = first or told
            break
        if again is not None:
            _note_last(memory, report.speaker, again._replace(sentence=reading.number))
        told = again or _note_new(resolver, reading, report)
        first = first or told
    memory.heard.clear()
    return first


def _note_pronoun(memory: Memory, reading: Reading, speaker: Mention) -> Known | None:
    """Remember whom a pronoun means who had not been quoted yet."""
    party = memory.heard.get(speaker.start)
    if party is None:
        return None
    known = _known(party, reading)
    _note_last(memory, speaker, known)
    return known


def _note_new(resolver: PartyResolver, reading: Reading, report: Report) -> Known | None:
    """Remember somebody who had not spoken before; None for papers, sources without a name, and several at once."""
    memory, speaker = resolver.memory, report.speaker
    party = memory.heard.get(speaker.start)
    if report.reporting == "reported" and not speaker.codes and party is not None:
        memory.medium = Known(party.name, (), party.sector, reading.number)
    if report.reporting == "leaked":
        memory.unnamed = _unnamed(resolver, reading, speaker)
        return None
    if is_paper(reading, speaker) or len(speakers_of(reading, report)) > 1:
        return None
    if party is None:
        party = _party(resolver, reading, speaker)
    if party is None:
        return None
    known = _known(party, reading)
    _note_office(memory, reading, speaker, known)
    if speaker.person and known.codes:
        memory.voices |= {word: known for word in known.name.split() if word[0].isupper()}
    _note_last(memory, speaker, known)
    return known


def _party(resolver: PartyResolver, reading: Reading, speaker: Mention) -> PartyDraft | None:
    """Who speaks without being the source of an act; None where that isn't one."""
    found = tuple(resolver.party(speaker, reading, [], 3))
    home = resolver.memory.home
    here = {m.codes[0] for m in reading.mentions if m.codes and not m.prep and not m.via}
    away = home is not None and here.isdisjoint(home.codes)
    if len(here) == 1 and not away:  # "Kenya’s embassy stays open, the permanent secretary said"
        found = tuple(at_home(one, next(iter(here))) for one in found)
    found = resolver.settle(found, reading, [])
    return found[0] if len(found) == 1 else None


def _unnamed(resolver: PartyResolver, reading: Reading, speaker: Mention) -> Known:
    """A source without a name, by the words for it."""
    party, words = resolver.memory.heard.get(speaker.start), reading.words
    name = resolver.text[words.starts[speaker.start] : words.ends[source_end(reading, speaker) - 1]]
    return Known(name, (party.country,) if party is not None and party.country else (), None, reading.number)


def _known(party: PartyDraft, reading: Reading) -> Known:
    return Known(party.name, (party.country,) if party.country else (), party.sector, reading.number)


def _note_last(memory: Memory, speaker: Mention, known: Known) -> None:
    """Note who spoke last: a person, or a body."""
    if speaker.person or (speaker.role and not speaker.institution):
        memory.teller = known
    else:
        memory.body = known


def _note_office(memory: Memory, reading: Reading, speaker: Mention, known: Known) -> None:
    """Remember under which office somebody spoke, so that "the minister" means the same one later on."""
    if speaker.role and known.codes:
        low = reading.words.low[speaker.start : speaker.end]
        told = (frozenset(low), known)
        written = reading.words.raw[speaker.start + low.index(speaker.role)] if speaker.role in low else speaker.role
        memory.offices[speaker.role] = memory.offices[written] = told
