"""The sources of an act: who reports it, who says it, who accuses."""

from __future__ import annotations

from dataclasses import replace

from summarizer.drafts import PartyDraft, SpeakerDraft
from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.attribution import DOCUMENTS, Report, source_end
from summarizer.engines.rules.clauses import verb_group
from summarizer.engines.rules.context import Place
from summarizer.engines.rules.frames import Frame
from summarizer.engines.rules.memory import Known
from summarizer.engines.rules.mentions import Mention, Reading
from summarizer.engines.rules.parties import PartyResolver, at_home
from summarizer.engines.rules.subjects import siblings, subject_of


def speaking(resolver: PartyResolver, place: Place, frame: Frame, via: list[int]) -> tuple[PartyDraft, ...]:
    """Who says what the act consists in: an act of speech whose words name no other actor."""
    reading = place.reading
    for report in place.reports:
        if report.start <= frame.first < report.end and report.reporting in ("said", "alleged"):
            found = [p for m in siblings(reading, report.speaker) for p in resolver.party(m, reading, via, 3)]
            return resolver.settle(tuple(found), reading, via)
    return ()


def sources(
    resolver: PartyResolver, place: Place, frame: Frame, acting: tuple[tuple[PartyDraft, ...], bool], via: list[int]
) -> tuple[SpeakerDraft, ...]:
    """Sources of an act, outermost first, two at most; `acting` says who acts, and whether by speech.

    Who acts by speech doesn't count as a source of that.
    """
    found: list[SpeakerDraft] = []
    reading = place.reading
    actors, speech = acting
    names = {p.name for p in actors}
    if frame.charge is not None:
        who = subject_of(reading, verb_group(reading, frame.charge))
        accusers = resolver.settle(tuple(p for m in who for p in resolver.party(m, reading, via, 3)), reading, via)
        return tuple(SpeakerDraft(p.name, p.country, "alleged") for p in accusers)[:2]
    for report in place.reports:
        if not report.start <= frame.first < report.end or report.verb == frame.first:
            continue
        speaker = report.speaker
        if _aside(reading, frame, report):
            continue
        if speaker.start <= frame.first < speaker.end:
            continue
        words = reading.words
        if words.low[speaker.end - 1] in DOCUMENTS and not speaker.codes:
            continue
        if report.reporting == "reported" and not speaker.codes:
            parties = [_medium(resolver, speaker, reading)]
        else:
            named = [p for m in siblings(reading, speaker) for p in resolver.party(m, reading, via, 3)]
            if speaker.via and speaker.institution:  # named before for somebody, but it need not be the same one here
                loose = _of_actor(tuple(replace(p, country=None) for p in named), actors, place, resolver.memory.home)
                named = list(loose) if all(p.country for p in loose) else named
            told = _of_actor(tuple(named), actors, place, resolver.memory.home)
            parties = list(resolver.settle(told, reading, via))
        if not parties or (report.reporting == "leaked" and not parties[0].country):
            name = resolver.text[words.starts[speaker.start] : words.ends[source_end(reading, speaker) - 1]]
            if speaker.pronoun or speaker.end - speaker.start > 7 or not name[:1].isalpha():
                continue
            parties = [PartyDraft(name)]
        for party in parties:
            if not (speech and party.name in names):
                found.append(SpeakerDraft(party.name, party.country, report.reporting))
    return tuple(dict.fromkeys(found))[:2]


def _aside(reading: Reading, frame: Frame, report: Report) -> bool:
    """Whether an act only says whom a report is about: "the engineer whom Sweden had sentenced was freed, he said"."""
    low, opener = reading.words.low, frame.clause[0] - 1
    return (
        not frame.pattern.noun
        and opener >= max(report.start, 1)
        and low[opener] in ("who", "which", "whom")
        and low[opener - 1] not in tk.PREPOSITIONS
        and not {"it", "was"} <= set(low[max(opener - 8, 0) : opener])
        and not any(reading.verb[opener : frame.group.start])
    )


def _medium(resolver: PartyResolver, speaker: Mention, reading: Reading) -> PartyDraft:
    """A newspaper or agency by its proper name: "the news agency Pacific Wire"."""
    words = reading.words
    start = speaker.end
    while start > speaker.start and words.raw[start - 1][0].isupper():
        start -= 1
    start = start if start < speaker.end else speaker.start
    return PartyDraft(resolver.text[words.starts[start] : words.ends[speaker.end - 1]])


def _of_actor(
    speakers: tuple[PartyDraft, ...], actors: tuple[PartyDraft, ...], place: Place, home: Known | None
) -> tuple[PartyDraft, ...]:
    """Offices without a country speak for who acts: at home, or when the sentence names no other country."""
    codes = {p.country for p in actors if p.country}
    if len(codes) != 1:
        return speakers
    named = {m.codes[0] for m in place.reading.mentions if m.codes and not m.prep and not m.via}
    if named != codes and not (home is not None and codes == set(home.codes)):
        return speakers
    code = codes.pop()
    return tuple(at_home(p, code) if code and p.sector in ("GOV", "MIL", "COP", "JUD") else p for p in speakers)
