"""The sources of an act: who reports it, who says it, who accuses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.drafts import PartyDraft, SpeakerDraft
from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.attribution import Report
from summarizer.engines.rules.charging import accusers
from summarizer.engines.rules.context import Place
from summarizer.engines.rules.frames import Frame
from summarizer.engines.rules.memory import Known
from summarizer.engines.rules.mentions import Mention, Reading
from summarizer.engines.rules.parties import PartyResolver, antecedent, at_home
from summarizer.engines.rules.subjects import siblings
from summarizer.engines.rules.tellers import DOCUMENTS, source_end

_BYSTANDERS = frozenset(("witness", "witnesses", "bystanders"))
_PEOPLE = frozenset(("person", "persons", "people"))
_COMMON = frozenset("agency broadcaster channel station website site portal newspaper daily weekly".split())
_OWN = frozenset(("his", "her", "their"))
_SUMMING_UP = frozenset(
    "something suggestion claim charge accusation version account assertion demand proposal idea".split()
)


@dataclass(frozen=True, slots=True)
class Doing:
    """What is told of: its two sides, whether it is done by saying it, and whether it is done to harm."""

    actors: tuple[PartyDraft, ...]
    recipients: tuple[PartyDraft, ...]
    speech: bool
    hostile: bool


def speaking(resolver: PartyResolver, place: Place, frame: Frame, via: list[int]) -> tuple[PartyDraft, ...]:
    """Who says what the act consists in: an act of speech whose words name no other actor."""
    reading = place.reading
    for report in place.reports:
        if report.start <= frame.first < report.end and report.reporting in ("said", "alleged"):
            found = [p for m in _listed(reading, report) for p in resolver.party(m, reading, via, 3)]
            return resolver.settle(tuple(found), reading, via)
    return ()


def sources(
    resolver: PartyResolver, place: Place, frame: Frame, doing: Doing, via: list[int]
) -> tuple[SpeakerDraft, ...]:
    """Sources of an act, outermost first, two at most. Who acts by speech doesn't count as a source of that."""
    found: list[SpeakerDraft] = []
    reading = place.reading
    names = {p.name for p in doing.actors}
    if frame.charge is not None:
        return tuple(
            SpeakerDraft(p.name, p.country, "alleged") for p in accusers(resolver, reading, frame.charge, via)
        )[:2]
    for report in place.reports:
        if not report.start <= frame.first < report.end or report.verb == frame.first:
            continue
        if frame.group.start < report.verb < frame.group.verb:  # "had not, as the same station reported, closed …"
            continue
        speaker = report.speaker
        if _aside(reading, frame, report) or _beside(reading, frame, report):
            continue
        if speaker.start <= frame.first < speaker.end:
            continue
        words = reading.words
        if words.low[speaker.end - 1] in DOCUMENTS and not speaker.codes:
            continue
        again = speaking_on(resolver, reading, report) or _heard_before(resolver, reading, speaker)
        if again is not None:
            via.append(again.sentence)
            parties = [PartyDraft(again.name, code, again.sector) for code in again.codes or (None,)]
        elif report.reporting == "reported" and not speaker.codes:
            medium = _medium(resolver, speaker, reading)
            parties = [medium]
            if medium.name.split()[0] == "state":  # "state television", that of the article's home
                parties = list(resolver.settle((replace(medium, sector="JRN"),), reading, via))
        else:
            named = [p for m in _listed(reading, report) for p in resolver.party(m, reading, via, 3)]
            if speaker.via and speaker.institution:  # named before for somebody, but it need not be the same one here
                loose = _of_actor(tuple(replace(p, country=None) for p in named), doing, place, resolver.memory.home)
                named = list(loose) if all(p.country for p in loose) else named
            told = _of_actor(tuple(named), doing, place, resolver.memory.home)
            if words.low[speaker.start] in _OWN and frame.first < speaker.start:
                told = _their_own(told, doing)
            parties = list(told if _anybody(reading, report) else resolver.settle(told, reading, via))
        if not parties or (report.reporting == "leaked" and not parties[0].country):
            name = resolver.text[words.starts[speaker.start] : words.ends[source_end(reading, speaker) - 1]]
            if speaker.pronoun or speaker.end - speaker.start > 7 or not name[:1].isalpha():
                continue
            parties = [PartyDraft(name)]
        if len(parties) == 1:
            resolver.memory.heard[speaker.start] = parties[0]
        for party in parties:
            if not (doing.speech and party.name in names):
                found.append(SpeakerDraft(party.name, party.country, report.reporting))
    return tuple(dict.fromkeys(found))[:2]


def note_speakers(resolver: PartyResolver, reading: Reading, reports: list[Report]) -> Known | None:
    """Remember who is made to speak, for a later "he added" or "it said"; the first of them is returned."""
    memory = resolver.memory
    first: Known | None = None
    for report in reports:
        speaker = report.speaker
        if speaker.pronoun:
            first = first or speaking_on(resolver, reading, report)
            break
        if report.reporting == "leaked" or len(_listed(reading, report)) > 1:
            continue
        party = memory.heard.get(speaker.start)
        if party is None:
            found = tuple(resolver.party(speaker, reading, [], 3))
            here = {m.codes[0] for m in reading.mentions if m.codes and not m.prep and not m.via}
            if len(here) == 1:  # "Kenya’s embassy stays open, the permanent secretary said"
                found = tuple(at_home(one, next(iter(here))) for one in found)
            found = resolver.settle(found, reading, [])
            if len(found) != 1:
                continue
            party = found[0]
        known = Known(party.name, (party.country,) if party.country else (), party.sector, reading.number)
        if speaker.person or (speaker.role and not speaker.institution):
            memory.teller = known
            if speaker.person and known.codes:
                memory.voices |= {word: known for word in known.name.split() if word[0].isupper()}
        else:
            memory.body = known
        first = first or known
    memory.heard.clear()
    return first


def _listed(reading: Reading, report: Report) -> list[Mention]:
    """Who speaks together: "two relatives and a councillor said"."""
    return siblings(reading, report.speaker) if report.listed else [report.speaker]


def speaking_on(resolver: PartyResolver, reading: Reading, report: Report) -> Known | None:
    """Who spoke before and speaks on, where a pronoun is all that is said: "…, he added", "She said that …"."""
    word, speaker = reading.words.low[report.speaker.start], report.speaker
    if not speaker.pronoun or (speaker.start > 2 and report.start > report.verb):
        return None
    memory = resolver.memory
    if word in ("he", "she"):
        person = memory.person
        later = person is not None and memory.teller is not None and person.sentence > memory.teller.sentence
        return None if later and person is not None and person.codes else memory.teller
    return memory.body if word == "it" and antecedent(speaker, reading) is None else None


def _aside(reading: Reading, frame: Frame, report: Report) -> bool:
    """Whether an act only says whom a report is about: "the engineer whom Sweden had sentenced was freed, he said"."""
    low, opener = reading.words.low, frame.clause[0] - 1
    if opener > max(report.start, 3) and low[opener] == "that" and low[opener - 1] in _SUMMING_UP:
        return report.verb < frame.first  # "It said that Chad had lost them, a suggestion that Chad rejected"
    return (
        not frame.pattern.noun
        and opener >= max(report.start, 1)
        and low[opener] in ("who", "which", "whom")
        and low[opener - 1] not in tk.PREPOSITIONS
        and not {"it", "was"} <= set(low[max(opener - 8, 0) : opener])
        and not any(reading.verb[opener : frame.group.start])
    )


def _heard_before(resolver: PartyResolver, reading: Reading, speaker: Mention) -> Known | None:
    """Who spoke before under a longer name: "Qin said", of the spokesperson Qin Boyuan."""
    if not speaker.person or speaker.codes or speaker.end - speaker.start > 1:
        return None
    return resolver.memory.voices.get(reading.words.raw[speaker.start])


def _anybody(reading: Reading, report: Report) -> bool:
    """Whether nothing tells where a source belongs: witnesses, people who want no name."""
    word = reading.words.low[report.speaker.end - 1]
    return not report.speaker.codes and (word in _BYSTANDERS or (report.reporting == "leaked" and word in _PEOPLE))


def _beside(reading: Reading, frame: Frame, report: Report) -> bool:
    """Whether the speaker does the act beside speaking: "She confirmed that …, and called on both to …"."""
    return (
        report.verb < frame.group.start
        and reading.words.low[frame.group.start - 1] in ("and", "but")
        and any(actor is report.speaker for actor in frame.actors)
    )


def _medium(resolver: PartyResolver, speaker: Mention, reading: Reading) -> PartyDraft:
    """A newspaper or agency by its proper name: "the news agency Pacific Wire", "the Trend news agency"."""
    words = reading.words
    start = stop = speaker.end
    if words.low[stop - 1] in _COMMON:
        while stop > speaker.start and not words.raw[stop - 1][0].isupper():
            stop -= 1
    start = stop
    while start > speaker.start and words.raw[start - 1][0].isupper() and words.low[start - 1] not in tk.DETERMINERS:
        start -= 1
    if start == stop:
        start, stop = speaker.start, speaker.end
    return PartyDraft(resolver.text[words.starts[start] : words.ends[stop - 1]])


def _their_own(speakers: tuple[PartyDraft, ...], doing: Doing) -> tuple[PartyDraft, ...]:
    """Of "The premier will fly to Rome, his office said", the office of who acts."""
    codes = {p.country for p in doing.actors if p.country}
    code = next(iter(codes)) if len(codes) == 1 else None
    return tuple(replace(p, country=code) for p in speakers) if code else speakers


def _of_actor(
    speakers: tuple[PartyDraft, ...], doing: Doing, place: Place, home: Known | None
) -> tuple[PartyDraft, ...]:
    """Offices without a country speak for who acts: at home, or when the sentence names no other country.

    But of harm that is done to the home of the article, its own offices tell.
    """
    codes = {p.country for p in doing.actors if p.country}
    if len(codes) != 1:
        return speakers
    if doing.hostile and home is not None and set(home.codes) & {p.country for p in doing.recipients} - codes:
        return speakers
    named = {m.codes[0] for m in place.reading.mentions if m.codes and not m.prep and not m.via}
    if named != codes and not (home is not None and codes == set(home.codes)):
        return speakers
    code = codes.pop()
    return tuple(at_home(p, code) if code and p.sector in ("GOV", "MIL", "COP", "JUD") else p for p in speakers)
