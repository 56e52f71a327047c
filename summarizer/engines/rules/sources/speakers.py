"""The sources of an act: who reports it, who says it, who accuses."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from summarizer.drafts import PartyDraft, SpeakerDraft
from summarizer.engines.rules.acts.charging import accusers
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.parties import PartyResolver, at_home
from summarizer.engines.rules.sides.titles import name_of
from summarizer.engines.rules.sources.offices import Doing, ahead, alike, of_actor, their_own
from summarizer.engines.rules.sources.papers import is_paper, refers_back
from summarizer.engines.rules.sources.reports import Report, speakers_of
from summarizer.engines.rules.sources.resuming import speaking_on
from summarizer.engines.rules.sources.tellers import source_end
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_BYSTANDERS = frozenset(("witness", "witnesses", "bystanders"))
_PEOPLE = frozenset(("person", "persons", "people"))
_COMMON = frozenset("agency broadcaster channel station website site portal newspaper daily weekly".split())
_OWN = frozenset(("his", "her", "their"))
_SERVICES = frozenset(
    "government military army naval navy police security intelligence ministry presidency palace administration".split()
)
_UNTOLD = _SERVICES | frozenset("official officials diplomat diplomats alliance embassy".split())
_ANNOUNCING = frozenset(("announced", "announces", "announcing"))
_ASKING = frozenset("want demand ask request urge call seek".split())
_NAMED_BY = frozenset("on at after during before over for in against since".split())
_SUMMING_UP = frozenset(
    "something suggestion claim charge accusation version account assertion demand proposal idea".split()
)


def speaking(resolver: PartyResolver, place: Place, frame: Frame, via: list[int]) -> tuple[PartyDraft, ...]:
    """Who says what the act consists in: an act of speech whose words name no other actor."""
    reading = place.reading
    for report in place.reports:
        if report.start <= frame.first < report.end and report.reporting in ("said", "alleged"):
            found = [p for m in speakers_of(reading, report) for p in resolver.party(m, reading, via, 3)]
            return resolver.settle(tuple(found), reading, via)
    return ()


def sources(
    resolver: PartyResolver, place: Place, frame: Frame, doing: Doing, via: list[int]
) -> tuple[SpeakerDraft, ...]:
    """Sources of an act, outermost first, two at most. Who acts by speech doesn't count as a source of that."""
    reading = place.reading
    if frame.charge is not None:
        return tuple(SpeakerDraft(p.name, p.country, "alleged") for p in accusers(resolver, reading, frame, via))[:2]
    found: list[SpeakerDraft] = []
    names = {p.name for p in doing.actors}
    asking = _Asking(resolver, place, frame, doing, via)
    for report in place.reports:
        own = report.verb == frame.first and reading.words.low[frame.first] in _ANNOUNCING
        if own and not (doing.words or frame.passive):
            found += [SpeakerDraft(p.name, p.country, "said") for p in doing.actors if p.country]
            continue  # "announced the recall of its envoy"
        speaker = _they(place, report)
        if not _tells(reading, frame, report, speaker):
            continue
        parties = asking.who(report, speaker)
        if len(parties) == 1:
            resolver.memory.heard[speaker.start] = parties[0]
        for party in parties:
            if not (doing.speech and party.name in names):
                found.append(SpeakerDraft(party.name, party.country, report.reporting))
    if doing.words and _now(reading, frame) and {s.country for s in found} == {p.country for p in doing.actors}:
        return ()
    return tuple(dict.fromkeys(found))[:2]


def _tells(reading: Reading, frame: Frame, report: Report, speaker: Mention) -> bool:
    """Whether a reporting phrase, whose speaker isn't part of the act, tells the act of the frame."""
    if not report.start <= frame.first < report.end or report.verb == frame.first:
        return False
    if frame.group.start < report.verb < frame.group.verb:  # "had not, as the same station reported, closed …"
        return False
    if _aside(reading, frame, report) or _beside(reading, frame, report) or _mentioned(reading, frame):
        return False
    return not speaker.start <= frame.first < speaker.end


class _Asking(NamedTuple):
    """The act whose sources are asked for; `via` collects the numbers of the other sentences that tell them."""

    resolver: PartyResolver
    place: Place
    frame: Frame
    doing: Doing
    via: list[int]

    def who(self, report: Report, speaker: Mention) -> list[PartyDraft]:
        """Whom a reporting phrase names as the speaker; nobody where that is only a word for somebody told before."""
        reading, memory = self.place.reading, self.resolver.memory
        words = reading.words
        again = speaking_on(memory, reading, report)
        if again is not None:
            self.via.append(again.sentence)
            return [PartyDraft(again.name, code, again.sector) for code in again.codes or (None,)]
        if words.low[speaker.start] == "them":
            return []
        if is_paper(reading, speaker) and refers_back(reading, speaker) and not speaker.codes:
            return []
        if speaker.start in memory.heard:  # who speaks in one sentence is the same for all that it tells
            parties = [memory.heard[speaker.start]]
        elif report.reporting == "reported" and not speaker.codes:
            parties = self._media(speaker)
        else:
            parties = self._speakers(report, speaker)
        unnamed = report.reporting == "leaked"
        if unnamed:
            parties = self._unnamed(speaker, parties)
        if parties and (parties[0].country or not unnamed):
            return parties
        name = self.resolver.text[words.starts[speaker.start] : words.ends[source_end(reading, speaker) - 1]]
        if speaker.pronoun or speaker.end - speaker.start > 7 or not name[:1].isalpha():
            return []
        return [PartyDraft(name)]

    def _media(self, speaker: Mention) -> list[PartyDraft]:
        """The medium that reports; "state television" is that of the article's home."""
        medium = _medium(self.resolver, speaker, self.place.reading)
        if medium.name.split()[0] != "state":
            return [medium]
        return list(self.resolver.settle((replace(medium, sector="JRN"),), self.place.reading, self.via))

    def _speakers(self, report: Report, speaker: Mention) -> list[PartyDraft]:
        """Who says it, an office without a country being that of the side for which it can speak."""
        reading, frame, doing = self.place.reading, self.frame, self.doing
        memory, low = self.resolver.memory, reading.words.low
        whole = speakers_of(reading, report) if speaker is report.speaker else [speaker]
        named = [p for m in whole for p in self.resolver.party(m, reading, self.via, 3)]
        if speaker.via and speaker.institution:  # named before for somebody, but it need not be the same one here
            loose = of_actor(tuple(replace(p, country=None) for p in named), doing, self.place, memory.home)
            named = list(loose) if all(p.country for p in loose) else named
        whose = replace(
            doing,
            hostile=doing.hostile and not alike(reading, frame, speaker),
            announced=low[report.verb] in _ANNOUNCING,
            ahead=ahead(frame),
            subject=tuple({m.codes[0] for m in frame.actors if m.codes}),
        )
        scene = memory.scene
        if low[speaker.stop : speaker.stop + 1] == ["there"] and scene is not None and len(scene.codes) == 1:
            named = [at_home(p, scene.codes[0]) for p in named]  # "Moscow protested. The ministry there said …"
        told = of_actor(tuple(named), whose, self.place, memory.home)
        if low[speaker.start] in _OWN and frame.first < speaker.start:
            told = their_own(told, doing, low[speaker.end - 1])
        return list(told if _anybody(reading, report) else self.resolver.settle(told, reading, self.via))

    def _unnamed(self, speaker: Mention, parties: list[PartyDraft]) -> list[PartyDraft]:
        """Whom "sources in the ministry" speak for: nobody by their name alone, else whose service it is."""
        reading = self.place.reading
        low = reading.words.low[speaker.start : speaker.end]
        if not speaker.codes and _UNTOLD & set(low) == {low[-1]}:
            parties = [replace(party, country=None) for party in parties]
        if parties or _SERVICES.isdisjoint(low):
            return parties
        office = PartyDraft(name_of(speaker, reading, self.resolver.text), None, "GOV")
        told = of_actor((office,), self.doing, self.place, self.resolver.memory.home)
        return list(self.resolver.settle(told, reading, self.via))


def _they(place: Place, report: Report) -> Mention:
    """Who speaks; of "Russia, Kyiv's officers said, fired; two, they said, fell", the officers."""
    if place.reading.words.low[report.speaker.start] == "they":
        before = [r.speaker for r in place.reports if r.verb < report.speaker.start and not r.speaker.pronoun]
        return before[-1] if before else report.speaker
    return report.speaker


def _mentioned(reading: Reading, frame: Frame) -> bool:
    """Whether an act is no more than named in what is said: "they meet at the request of Chad", "after a meeting with Chad"."""
    group = reading.at.get(frame.first) if frame.pattern.noun else None
    return group is not None and group.prep in _NAMED_BY and reading.words.low[frame.first - 1] in ("a", "the")


def _now(reading: Reading, frame: Frame) -> bool:
    """Whether words are told as they are spoken: "“Chad requests that …”, the minister said"."""
    word = reading.words.low[frame.group.verb]
    plain = not frame.pattern.noun and not frame.group.auxiliaries and not frame.group.negated
    return plain and ((word.endswith("s") and not word.endswith("ss")) or word in _ASKING)


def _aside(reading: Reading, frame: Frame, report: Report) -> bool:
    """Whether an act only says whom a report is about: "the engineer whom Sweden had sentenced was freed, he said"."""
    low, opener = reading.words.low, frame.clause[0] - 1
    noun = reading.at.get(opener - 1)
    free = noun is None or noun.prep != "on"  # "wrote on his account that"
    if opener > max(report.start, 3) and low[opener] == "that" and low[opener - 1] in _SUMMING_UP and free:
        return report.verb < frame.first  # "It said that Chad had lost them, a suggestion that Chad rejected"
    return (
        not frame.pattern.noun
        and opener >= max(report.start, 1)
        and low[opener] in ("who", "which", "whom")
        and low[opener - 1] not in tk.PREPOSITIONS
        and not {"it", "was"} <= set(low[max(opener - 8, 0) : opener])
        and not any(reading.verb[opener : frame.group.start])
    )


def _anybody(reading: Reading, report: Report) -> bool:
    """Whether nothing tells where a source belongs: witnesses, people who want no name."""
    word = reading.words.low[report.speaker.end - 1]
    retold = reading.words.low[report.verb] in tk.HAVE and report.speaker.prep == "from"  # "had it from a clerk that"
    return not report.speaker.codes and (
        retold or word in _BYSTANDERS or (report.reporting == "leaked" and word in _PEOPLE)
    )


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
