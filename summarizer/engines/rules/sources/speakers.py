"""The sources of an act: who reports it, who says it, who accuses."""

from __future__ import annotations

from dataclasses import replace

from summarizer.drafts import PartyDraft, SpeakerDraft
from summarizer.engines.rules.acts.charging import accusers
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.subjects import siblings
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.sides.parties import PartyResolver, at_home
from summarizer.engines.rules.sources.offices import Doing, ahead, alike, of_actor, their_own
from summarizer.engines.rules.sources.papers import is_paper, refers_back
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.sources.resuming import note_office, speaking_on
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
        return tuple(SpeakerDraft(p.name, p.country, "alleged") for p in accusers(resolver, reading, frame, via))[:2]
    for report in place.reports:
        if (
            report.verb == frame.first
            and reading.words.low[frame.first] in _ANNOUNCING
            and not (doing.words or frame.passive)
        ):
            found += [SpeakerDraft(p.name, p.country, "said") for p in doing.actors if p.country]
            continue  # "announced the recall of its envoy"
        if not report.start <= frame.first < report.end or report.verb == frame.first:
            continue
        if frame.group.start < report.verb < frame.group.verb:  # "had not, as the same station reported, closed …"
            continue
        speaker = _they(place, report)
        if _aside(reading, frame, report) or _beside(reading, frame, report):
            continue
        if frame.charge is None and _mentioned(reading, frame):
            continue
        if speaker.start <= frame.first < speaker.end:
            continue
        words = reading.words
        again = speaking_on(resolver.memory, reading, report)
        if again is None and words.low[speaker.start] == "them":
            continue
        if again is None and is_paper(reading, speaker) and refers_back(reading, speaker) and not speaker.codes:
            continue
        if again is not None:
            via.append(again.sentence)
            parties = [PartyDraft(again.name, code, again.sector) for code in again.codes or (None,)]
        elif speaker.start in resolver.memory.heard:  # who speaks in one sentence is the same for all that it tells
            parties = [resolver.memory.heard[speaker.start]]
        elif report.reporting == "reported" and not speaker.codes:
            medium = _medium(resolver, speaker, reading)
            parties = [medium]
            if medium.name.split()[0] == "state":  # "state television", that of the article's home
                parties = list(resolver.settle((replace(medium, sector="JRN"),), reading, via))
        else:
            whole = _listed(reading, report) if speaker is report.speaker else [speaker]
            named = [p for m in whole for p in resolver.party(m, reading, via, 3)]
            if speaker.via and speaker.institution:  # named before for somebody, but it need not be the same one here
                loose = of_actor(tuple(replace(p, country=None) for p in named), doing, place, resolver.memory.home)
                named = list(loose) if all(p.country for p in loose) else named
            whose = replace(
                doing,
                hostile=doing.hostile and not alike(reading, frame, speaker),
                announced=words.low[report.verb] in _ANNOUNCING,
                ahead=ahead(frame),
                subject=tuple({m.codes[0] for m in frame.actors if m.codes}),
            )
            scene = resolver.memory.scene
            if words.low[speaker.stop : speaker.stop + 1] == ["there"] and scene is not None and len(scene.codes) == 1:
                named = [at_home(p, scene.codes[0]) for p in named]  # "Moscow protested. The ministry there said …"
            told = of_actor(tuple(named), whose, place, resolver.memory.home)
            if words.low[speaker.start] in _OWN and frame.first < speaker.start:
                told = their_own(told, doing, words.low[speaker.end - 1])
            parties = list(told if _anybody(reading, report) else resolver.settle(told, reading, via))
        unnamed = again is None and report.reporting == "leaked"
        if (
            unnamed
            and not speaker.codes
            and _UNTOLD & set(words.low[speaker.start : speaker.end]) == {words.low[speaker.end - 1]}
        ):
            parties = [replace(party, country=None) for party in parties]
        if unnamed and not parties and not _SERVICES.isdisjoint(words.low[speaker.start : speaker.end]):
            office = PartyDraft(resolver.text[words.starts[speaker.start] : words.ends[speaker.end - 1]], None, "GOV")
            parties = list(resolver.settle(of_actor((office,), doing, place, resolver.memory.home), reading, via))
        if not parties or (unnamed and not parties[0].country):
            name = resolver.text[words.starts[speaker.start] : words.ends[source_end(reading, speaker) - 1]]
            if speaker.pronoun or speaker.end - speaker.start > 7 or not name[:1].isalpha():
                continue
            parties = [PartyDraft(name)]
        if len(parties) == 1:
            resolver.memory.heard[speaker.start] = parties[0]
        for party in parties:
            if not (doing.speech and party.name in names):
                found.append(SpeakerDraft(party.name, party.country, report.reporting))
    if doing.words and _now(reading, frame) and {s.country for s in found} == {p.country for p in doing.actors}:
        return ()
    return tuple(dict.fromkeys(found))[:2]


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


def note_speakers(resolver: PartyResolver, reading: Reading, reports: list[Report]) -> Known | None:
    """Remember who is made to speak, for a later "he added" or "it said"; the first of them is returned."""
    memory = resolver.memory
    first: Known | None = None
    for report in reports:
        speaker = report.speaker
        again = speaking_on(memory, reading, report)
        if speaker.pronoun and again is None and speaker.start in memory.heard:  # who had not been quoted yet
            she = memory.heard[speaker.start]
            again = Known(she.name, (she.country,) if she.country else (), she.sector, reading.number)
            _remember(memory, speaker, again)
        if speaker.pronoun or again is not None:
            first = first or again
            if speaker.pronoun:
                break
            if again is not None:
                _remember(memory, speaker, again._replace(sentence=reading.number))
            continue
        if report.reporting == "reported" and not speaker.codes and memory.heard.get(speaker.start) is not None:
            medium = memory.heard[speaker.start]
            memory.medium = Known(medium.name, (), medium.sector, reading.number)
        if report.reporting == "leaked":
            memory.unnamed = _unnamed(resolver, reading, speaker)
        if report.reporting == "leaked" or is_paper(reading, speaker) or len(_listed(reading, report)) > 1:
            continue
        party = memory.heard.get(speaker.start)
        if party is None:
            found = tuple(resolver.party(speaker, reading, [], 3))
            here = {m.codes[0] for m in reading.mentions if m.codes and not m.prep and not m.via}
            away = memory.home is not None and here.isdisjoint(memory.home.codes)
            if len(here) == 1 and not away:  # "Kenya’s embassy stays open, the permanent secretary said"
                found = tuple(at_home(one, next(iter(here))) for one in found)
            found = resolver.settle(found, reading, [])
            if len(found) != 1:
                continue
            party = found[0]
        known = Known(party.name, (party.country,) if party.country else (), party.sector, reading.number)
        note_office(memory, reading, speaker, known)
        if speaker.person and known.codes:
            memory.voices |= {word: known for word in known.name.split() if word[0].isupper()}
        _remember(memory, speaker, known)
        first = first or known
    memory.heard.clear()
    return first


def _unnamed(resolver: PartyResolver, reading: Reading, speaker: Mention) -> Known:
    """A source without a name, by the words for it."""
    party, words = resolver.memory.heard.get(speaker.start), reading.words
    name = resolver.text[words.starts[speaker.start] : words.ends[source_end(reading, speaker) - 1]]
    return Known(name, (party.country,) if party is not None and party.country else (), None, reading.number)


def _remember(memory: Memory, speaker: Mention, known: Known) -> None:
    """Note who spoke last: a person, or a body."""
    if speaker.person or (speaker.role and not speaker.institution):
        memory.teller = known
    else:
        memory.body = known


def _listed(reading: Reading, report: Report) -> list[Mention]:
    """Who speaks together: "two relatives and a councillor said"."""
    return siblings(reading, report.speaker) if report.listed else [report.speaker]


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
