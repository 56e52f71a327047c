"""Who the article names as its source for what a sentence tells: reported speech in both orders, "according to", chains."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.clauses import clause_start, verb_group
from summarizer.engines.rules.gapping import gapped_speakers, past_time
from summarizer.engines.rules.hearsay import disowned, hearsay
from summarizer.engines.rules.mentions import Mention, Reading, climb
from summarizer.engines.rules.reach import (
    aside_from,
    object_before,
    only_where,
    part_from,
    relative_end,
    segment,
    shared_from,
)
from summarizer.engines.rules.subjects import siblings, subject_of
from summarizer.engines.rules.tellers import DOCUMENTS, can_speak, described_speaker, is_media, kind_of
from summarizer.events import Reporting

_SAY = frozenset(
    """said says say saying announced announces confirmed confirms stated states told tells added adds declared insisted insists noted
    acknowledged admitted denied denies revealed disclosed explained stressed stresses emphasised emphasized
    underlined reiterated reaffirmed recalled recalls testified informed informs argued maintained maintains quoted wrote writes
    warned warns claims conceded concedes specified observed remarked affirmed affirms indicated indicates assured assures
    assured replied related relates declares communicated estimated estimates counted commented snapped fumed sniffed thundered
    joked boasted hissed shrugged sighed muttered clarified pointed pledged revealed believes swears vowed""".split()
)
_ONLY_WITH_THAT = frozenset("recalled recalls".split())
_SHOWS = frozenset(("showed", "shows"))
_REPORT = frozenset("reported reports broadcast relayed".split()) | _SHOWS
_CHARGED = frozenset(("charged", "charges"))
_ALLEGE = frozenset("claimed claims alleged alleges".split()) | _CHARGED
SAYING = _SAY | _REPORT | _ALLEGE | {"according"}
_CUES = SAYING | frozenset("account citing quoting cited quoted known clear".split())
_DASHES = frozenset(("-", "–", "—"))
_TELLING = frozenset(("told", "tells"))
_BETWEEN = frozenset(("and", "but", ",", "who", "which"))


@dataclass(frozen=True, slots=True)
class Report:
    """A speaker and the half-open token range of what they are made to say; `listed`: others may speak with them."""

    speaker: Mention
    reporting: Reporting
    verb: int
    start: int
    end: int
    listed: bool = True


def find_reports(reading: Reading) -> list[Report]:
    """All reporting phrases of a sentence, outermost first."""
    low = reading.words.low
    claims = [Report(who, kind_of(reading, who, "alleged"), i, said, len(low)) for who, i, said in hearsay(reading)]
    claims += [Report(who, kind_of(reading, who, "said"), i, said, len(low)) for who, i, said in disowned(reading)]
    if _CUES.isdisjoint(low):
        return [*_after_dash(reading), *claims]
    count = len(low)
    reports: list[Report] = []
    for i, word in enumerate(low):
        if word not in _CUES:
            continue
        if word == "according" and i + 1 < count and low[i + 1] == "to":
            speaker = next((m for m in reading.mentions if m.start >= i + 2), None)
            if speaker is not None and low[speaker.end - 1] in DOCUMENTS:  # "according to a report from …"
                author = next((m for m in reading.mentions if m.start > speaker.start), None)
                speaker = author if author and author.prep in ("from", "by", "of") and author.start < i + 9 else speaker
            if speaker is not None and not can_speak(reading, speaker):
                speaker = None
            if speaker is not None and (speaker.start <= i + 3 or speaker.prep != "per") and not speaker.pronoun:
                reports.append(Report(speaker, kind_of(reading, speaker, "said"), i, *segment(low, i)))
            continue
        if word == "account" and i and low[i - 1] in ("the", "an", "one"):  # "in the account given by …"
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 4 and speaker.prep in ("of", "by", "from"):
                reports.append(Report(speaker, kind_of(reading, speaker, "said"), i, *segment(low, i)))
            continue
        if word in ("citing", "quoting") or (word in ("cited", "quoted") and i + 1 < count):
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 2 and (speaker.role or speaker.codes or speaker.person):
                outer = reading.at.get(i - 1) if reading.verb[i] else None
                if outer is not None and not outer.prep and is_media(reading, outer):
                    reports.append(Report(outer, "reported", i, 0, count))
                reports.append(Report(speaker, kind_of(reading, speaker, "said"), i, 0, count))
            continue
        if word == "known" and i > 2 and low[i - 3 : i] in (["let", "it", "be"], ["made", "it", "be"]):
            who = subject_of(reading, verb_group(reading, i - 3))
            reports += [Report(who[0], kind_of(reading, who[0], "said"), i, i + 1, count)] if who else []
            continue
        if word == "clear" and i and low[i - 1] in ("made", "makes", "make"):
            report = _spoken(reading, i - 1, "said", i)
            reports += [report] if report is not None else []
            continue
        if word in _ONLY_WITH_THAT and low[i + 1 : i + 2] != ["that"]:
            continue
        if word in _CHARGED and low[past_time(low, i + 1) :][:1] != ["that"]:
            continue
        verb = "said" if word in _SAY else "reported" if word in _REPORT else "alleged" if word in _ALLEGE else None
        if verb is None or not reading.verb[i] or (i and reading.words.raw[i] == "Said"):  # "…, Said Bakri, …"
            continue
        report = _spoken(reading, i, verb)  # type: ignore[arg-type]
        if report is not None and not (word in _SHOWS and not is_media(reading, report.speaker)):
            told = _told_to(reading, i)
            if told is not None and is_media(reading, told):
                reports.append(Report(told, "reported", i, report.start, report.end))
            reports.append(report)
    return _with_gaps(reading, [*_after_dash(reading), *claims, *reports])


def _with_gaps(reading: Reading, reports: list[Report]) -> list[Report]:
    """The reports and those that share the verb of an earlier one; what one says ends where the next begins."""
    if not reports:
        return reports
    low = reading.words.low
    for later in reports:
        joint = shared_from(reading, later.speaker.start, later.verb) if later.start > later.verb else None
        if joint is not None:
            reports = [
                replace(r, end=joint)
                if r.verb < joint and r.start < joint < r.end and r.start > r.verb
                else replace(r, listed=False)
                if r is later and r.listed and object_before(reading, joint)
                else r
                for r in reports
            ]
    for speaker, said in gapped_speakers(reading, min(report.verb for report in reports)):
        outer = [r for r in reports if r.verb < speaker.start]
        if not outer or low[outer[-1].verb] == "according":
            continue
        reports = [replace(r, end=speaker.start) if r.start < speaker.start < r.end else r for r in reports]
        reports.append(Report(speaker, outer[-1].reporting, said - 1, said, segment(low, said)[1], False))
    return reports


def _after_dash(reading: Reading) -> list[Report]:
    """The source that telegrams add at the end: "… exchanged fire overnight - Interior Ministry." """
    low = reading.words.low
    if _DASHES.isdisjoint(low):
        return []
    dash = next((j for j in range(len(low) - 2, max(len(low) - 10, 3), -1) if low[j] in _DASHES), None)
    if dash is None or any(reading.verb[dash:]):
        return []
    speaker = next((m for m in reading.mentions if m.start == dash + 1), None)
    if speaker is None or not can_speak(reading, speaker) or speaker.prep:
        return []
    return [Report(speaker, kind_of(reading, speaker, "said"), dash, 0, dash)]


def _told_to(reading: Reading, i: int) -> Mention | None:
    """Who was told, when that ends the clause: "…, an official told the agency Dagen"."""
    low = reading.words.low
    if low[i] not in ("told", "tells"):
        return None
    told = next((m for m in reading.mentions if m.start in (i + 1, i + 2) and not m.prep), None)
    if told is None:
        return None
    after = low[told.stop] if told.stop < len(low) else "."
    return told if after in (".", ",", ";", "on", "in", "by") else None


def _spoken(reading: Reading, i: int, reporting: Reporting, last: int = -1) -> Report | None:
    """What the verb at `i` (to `last`) makes somebody say."""
    last = max(i, last)
    low = reading.words.low
    count = len(low)
    k = i - 1
    while (
        k >= 0
        and k not in reading.at
        and (
            tk.is_adverb(low[k])
            or low[k] in tk.TIME_WORDS
            or low[k] in tk.HAVE
            or low[k].isdigit()
            or low[k] in ("on", "in", "also", ",")
        )
    ):
        if low[k] == "," and k > 0 and reading.at.get(k - 1) is None:
            break
        k -= 1
    if k > 2 and low[k] == ")" and "(" in low[k - 4 : k]:  # "the Joint Chiefs of Staff (JCS) said"
        k = next(j for j in range(k - 1, -1, -1) if low[j] == "(") - 1
    before = reading.at.get(k) if k >= 0 else None
    after = next((m for m in reading.mentions if m.start in (i + 1, i + 2)), None)
    following = low[last + 1] if last + 1 < count else "."
    # "…, said the ministry": the speaker follows, what was said stands before.
    if (
        i > 0
        and low[i] not in _TELLING
        and (low[i - 1] == "," or low[i - 1] in tk.QUOTES)
        and after is not None
        and (after.role or after.codes or after.person)
        and after.start == i + 1
        and not _goes_on(reading, after.stop)
    ):
        opening = part_from(low, i - 1)
        inside = low[i - 1] == "," and low[after.stop : after.stop + 1] == [","] and not any(reading.verb[opening:i])
        return Report(after, kind_of(reading, after, reporting), i, opening if inside else 0, count if inside else i)
    if low[i] == "saying" and i > 1 and low[i - 1] == ",":
        who = subject_of(reading, verb_group(reading, i))
        return Report(who[0], kind_of(reading, who[0], reporting), i, i + 1, count) if who else None
    described = (
        described_speaker(reading, i) if before is None or before.prep or not can_speak(reading, before) else None
    )
    if before is None and described is None:
        who = subject_of(reading, verb_group(reading, i)) if k >= 0 and low[k] in _BETWEEN else []
        if not who or not (low[k] in ("and", "but") or can_speak(reading, who[0])):
            return None  # "It accused them of … and said …", "Fishermen, for their part, say …"
        if (
            low[i] in _TELLING
            and low[k] == ","
            and who[0].start
            and low[who[0].start - 1] == ","
            and _told_to(reading, i)
        ):
            start = aside_from(reading, who[0].start - 1)  # "…, a spokeswoman, Ms Papazian, told the agency"
            return Report(who[0], kind_of(reading, who[0], reporting), i, start, who[0].start)
        return Report(
            who[0],
            kind_of(reading, who[0], reporting),
            i,
            last + 1,
            relative_end(reading, clause_start(reading, i), i),
        )
    before = described or before
    assert before is not None
    speaker = climb(reading, before)
    start = clause_start(reading, i)
    if (
        start and low[start - 1] in ("who", "that", "which") and "," not in low[start:i]
    ):  # "the charity that runs it said"
        who = subject_of(reading, verb_group(reading, i))
        speaker = who[0] if who and who[0].start < start else speaker
    if speaker is None:
        who = subject_of(reading, verb_group(reading, i))  # "Fishermen, for their part, say …"
        speaker = who[0] if who and who[0].end <= before.start and can_speak(reading, who[0]) else None
    if speaker is None:
        return None
    count = relative_end(reading, start, i)
    speaker = _whole(reading, speaker)
    if not (speaker.pronoun or can_speak(reading, speaker)):  # "Turkmenistan, the channel's third choice, said"
        who = subject_of(reading, verb_group(reading, i))
        if not who or not can_speak(reading, who[0]):
            return None
        speaker = who[0]
    else:
        speaker = _renamed(reading, speaker)
    lead = siblings(reading, speaker)[0].start - 1  # "…, a doctor and two nurses said"
    if following == "." and low[lead - 1 : lead + 1] == [",", "as"]:  # "…, as the daily writes."
        return Report(speaker, kind_of(reading, speaker, reporting), i, part_from(low, lead), lead)
    if (
        (
            following in (",", ".", ";")
            or (following in ("on", "in", "late", "earlier") and lead >= 0 and low[lead] == ",")
            or last == count - 1
        )
        and lead >= 0
        and low[lead] in (",", "–", "—", *tk.QUOTES)
    ):
        aside = following == "," and low[last + 2 : last + 3] not in (["adding"], ["who"], ["which"], ["citing"])
        start = aside_from(reading, lead) if aside else part_from(low, lead)
        return Report(speaker, kind_of(reading, speaker, reporting), i, start, count if aside else lead)
    closed = (following != "that" and _ends(low, last)) or _told_to(reading, i) is not None
    if lead >= 0 and low[lead] in (",", *tk.QUOTES) and (closed or only_where(reading, lead, last + 1)):
        return Report(speaker, kind_of(reading, speaker, reporting), i, 0, speaker.start)
    return Report(speaker, kind_of(reading, speaker, reporting), i, last + 1, count)


def _renamed(reading: Reading, speaker: Mention) -> Mention:
    """Of "Turkmenistan, the channel’s third choice, said", Turkmenistan."""
    low, comma = reading.words.low, speaker.start - 1
    if speaker.codes or speaker.person or comma < 1 or low[comma] != "," or low[speaker.stop] != ",":
        return speaker
    before = reading.at.get(comma - 1)
    if before is None or not before.codes or before.prep or any(reading.verb[:comma]):
        return speaker
    return before


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a verb follows: "said forces had been sent"."""
    return at < len(reading.verb) and (reading.verb[at] or reading.words.low[at] in tk.AUXILIARIES - {"to"})


def _ends(low: list[str], i: int) -> bool:
    """Whether nothing is said after the verb: only a time or an addressee up to the end of the clause."""
    return all(
        tk.is_adverb(word)
        or word in tk.TIME_WORDS
        or word in tk.PREPOSITIONS
        or word in tk.DETERMINERS
        or word in ("reporters", ".", "statement", "told", "afp", "reuters")
        for word in low[i + 1 : i + 6]
        if word not in (",",)
    )


def _whole(reading: Reading, mention: Mention) -> Mention:
    """In "the envoy, Galuzin, said" the envoy stands for both."""
    at = reading.mentions.index(mention)
    if at and not mention.role and not mention.hit and not mention.pronoun:
        previous = reading.mentions[at - 1]
        low = reading.words.low
        if previous.role and low[previous.stop : mention.start] == low[mention.stop : mention.stop + 1] == [","]:
            return climb(reading, previous) or previous
    return mention
