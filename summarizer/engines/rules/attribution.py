"""Who the article names as its source for what a sentence tells: reported speech in both orders, "according to", chains."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.clauses import clause_start, verb_group
from summarizer.engines.rules.gapping import gapped_speakers
from summarizer.engines.rules.mentions import Mention, Reading, climb
from summarizer.engines.rules.subjects import siblings, subject_of
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
_REPORT = frozenset("reported reports broadcast relayed".split())
_ALLEGE = frozenset("claimed claims alleged alleges".split())
SAYING = _SAY | _REPORT | _ALLEGE | {"according"}
_MEDIA = frozenset(
    """newspaper daily agency broadcaster media television tv radio outlet site magazine press reuters afp tass xinhua bbc cnn
    ap interfax""".split()
)
_ANONYMOUS = frozenset("source sources insider".split())
DOCUMENTS = frozenset(
    "report reports statement communique communiqué document letter note text decree account figures data".split()
)
_UNNAMED = _ANONYMOUS | frozenset("person persons people official officials diplomat diplomats".split())


@dataclass(frozen=True, slots=True)
class Report:
    """A speaker and the half-open token range of what they are made to say."""

    speaker: Mention
    reporting: Reporting
    verb: int
    start: int
    end: int


def find_reports(reading: Reading) -> list[Report]:
    """All reporting phrases of a sentence, outermost first."""
    low = reading.words.low
    count = len(low)
    reports: list[Report] = []
    for i, word in enumerate(low):
        if word == "according" and i + 1 < count and low[i + 1] == "to":
            speaker = next((m for m in reading.mentions if m.start >= i + 2), None)
            if speaker is not None and low[speaker.end - 1] in DOCUMENTS:  # "according to a report from …"
                author = next((m for m in reading.mentions if m.start > speaker.start), None)
                speaker = author if author and author.prep in ("from", "by", "of") and author.start < i + 9 else speaker
            if speaker is not None and not _can_speak(reading, speaker):
                speaker = None
            if speaker is not None and (speaker.start <= i + 3 or speaker.prep != "per") and not speaker.pronoun:
                reports.append(Report(speaker, _kind(reading, speaker, "said"), i, *_segment(low, i)))
            continue
        if word == "account" and i and low[i - 1] in ("the", "an", "one"):  # "in the account given by …"
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 4 and speaker.prep in ("of", "by", "from"):
                reports.append(Report(speaker, _kind(reading, speaker, "said"), i, *_segment(low, i)))
            continue
        if word in ("citing", "quoting") or (word in ("cited", "quoted") and i + 1 < count):
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 2 and (speaker.role or speaker.codes or speaker.person):
                outer = reading.at.get(i - 1) if reading.verb[i] else None
                if outer is not None and not outer.prep and _is_media(reading, outer):
                    reports.append(Report(outer, "reported", i, 0, count))
                reports.append(Report(speaker, _kind(reading, speaker, "said"), i, 0, count))
            continue
        if word == "known" and i > 2 and low[i - 3 : i] in (["let", "it", "be"], ["made", "it", "be"]):
            who = subject_of(reading, verb_group(reading, i - 3))
            reports += [Report(who[0], _kind(reading, who[0], "said"), i, i + 1, count)] if who else []
            continue
        if word == "clear" and i and low[i - 1] in ("made", "makes", "make"):
            report = _spoken(reading, i - 1, "said", i)
            reports += [report] if report is not None else []
            continue
        if word in _ONLY_WITH_THAT and low[i + 1 : i + 2] != ["that"]:
            continue
        verb = "said" if word in _SAY else "reported" if word in _REPORT else "alleged" if word in _ALLEGE else None
        if verb is None or not reading.verb[i]:
            continue
        report = _spoken(reading, i, verb)  # type: ignore[arg-type]
        if report is not None:
            told = _told_to(reading, i)
            if told is not None and _is_media(reading, told):
                reports.append(Report(told, "reported", i, report.start, report.end))
            reports.append(report)
    return _with_gaps(reading, [*_after_dash(reading), *reports])


def _with_gaps(reading: Reading, reports: list[Report]) -> list[Report]:
    """The reports and those that share the verb of an earlier one; what one says ends where the next begins."""
    if not reports:
        return reports
    low = reading.words.low
    for speaker, said in gapped_speakers(reading, min(report.verb for report in reports)):
        outer = [r for r in reports if r.verb < speaker.start]
        if not outer or low[outer[-1].verb] == "according":
            continue
        reports = [replace(r, end=speaker.start) if r.start < speaker.start < r.end else r for r in reports]
        reports.append(Report(speaker, outer[-1].reporting, said - 1, said, _segment(low, said)[1]))
    return reports


def _after_dash(reading: Reading) -> list[Report]:
    """The source that telegrams add at the end: "… exchanged fire overnight - Interior Ministry." """
    low = reading.words.low
    dash = next((j for j in range(len(low) - 2, max(len(low) - 10, 3), -1) if low[j] in ("-", "–", "—")), None)
    if dash is None or any(reading.verb[dash:]):
        return []
    speaker = next((m for m in reading.mentions if m.start == dash + 1), None)
    if speaker is None or not (speaker.role or speaker.person) or speaker.prep:
        return []
    return [Report(speaker, _kind(reading, speaker, "said"), dash, 0, dash)]


def _segment(low: list[str], i: int) -> tuple[int, int]:
    """The part between semicolons in which a token stands."""
    start = next((j + 1 for j in range(i, -1, -1) if low[j] == ";"), 0)
    return start, next((j for j in range(i, len(low)) if low[j] == ";"), len(low))


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
        and (low[i - 1] == "," or low[i - 1] in tk.QUOTES)
        and after is not None
        and (after.role or after.codes or after.person)
        and after.start == i + 1
    ):
        return Report(after, _kind(reading, after, reporting), i, 0, i)
    if low[i] == "saying" and i > 1 and low[i - 1] == ",":
        who = subject_of(reading, verb_group(reading, i))
        return Report(who[0], _kind(reading, who[0], reporting), i, i + 1, count) if who else None
    if before is None:
        if k < 0 or low[k] not in ("and", "but"):
            return None
        who = subject_of(reading, verb_group(reading, i))  # "It accused them of … and said …"
        return Report(who[0], _kind(reading, who[0], reporting), i, last + 1, count) if who else None
    speaker = climb(reading, before)
    start = clause_start(reading, i)
    if (
        start and low[start - 1] in ("who", "that", "which") and "," not in low[start:i]
    ):  # "the charity that runs it said"
        who = subject_of(reading, verb_group(reading, i))
        speaker = who[0] if who and who[0].start < start else speaker
    if speaker is None:
        return None
    relative = start and low[start - 1] in ("who", "which") and not any(reading.verb[start:i])
    if relative and start > 1 and low[start - 2] == ",":  # "Hauliers, who say that …, blocked the road"
        count = next((j for j in range(last + 1, count) if low[j] == ","), count)
    speaker = _whole(reading, speaker)
    if not (speaker.pronoun or _can_speak(reading, speaker)):  # "Turkmenistan, the channel's third choice, said"
        who = subject_of(reading, verb_group(reading, i))
        if not who or not _can_speak(reading, who[0]):
            return None
        speaker = who[0]
    lead = siblings(reading, speaker)[0].start - 1  # "…, a doctor and two nurses said"
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
        return Report(speaker, _kind(reading, speaker, reporting), i, 0, count if aside else lead)
    closed = (following != "that" and _ends(low, last)) or _told_to(reading, i) is not None
    if lead >= 0 and (low[lead] == "," or low[lead] in tk.QUOTES) and closed:
        return Report(speaker, _kind(reading, speaker, reporting), i, 0, speaker.start)
    return Report(speaker, _kind(reading, speaker, reporting), i, last + 1, count)


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
    at = next(index for index, other in enumerate(reading.mentions) if other is mention)
    if at and not mention.role and not mention.hit and not mention.pronoun:
        previous = reading.mentions[at - 1]
        low = reading.words.low
        if previous.role and low[previous.stop : mention.start] == low[mention.stop : mention.stop + 1] == [","]:
            return previous
    return mention


def source_end(reading: Reading, speaker: Mention) -> int:
    """Where the words for an unnamed source end: "a person with knowledge of the matter"."""
    low = reading.words.low
    if low[speaker.end - 1] not in _UNNAMED:
        return speaker.end
    end = speaker.stop
    while (
        end < len(low)
        and low[end] not in tk.RELATIVES
        and (low[end] in tk.PREPOSITIONS or low[end] in tk.DETERMINERS or end in reading.at)
    ):
        end += 1
    mention = reading.at.get(end - 1)
    return min(end, mention.end) if mention is not None else speaker.end


def _can_speak(reading: Reading, mention: Mention) -> bool:
    """Whether a group can be a source: somebody, a body or a medium, and no thing."""
    someone = bool(mention.role or mention.person or mention.codes) or reading.words.low[mention.end - 1] in _UNNAMED
    return someone or _is_media(reading, mention)


def _is_media(reading: Reading, mention: Mention) -> bool:
    words = reading.words
    low = set(words.low[mention.start : mention.end])
    if "agency" in low and words.raw[mention.end - 1] == "Agency" and low.isdisjoint(("news", "press", "telegraph")):
        return False  # an agency of a government
    return not _MEDIA.isdisjoint(low)


def _kind(reading: Reading, speaker: Mention, reporting: Reporting) -> Reporting:
    words = reading.words.low[speaker.start : speaker.end]
    if (
        any(word in _ANONYMOUS for word in words)
        or ("anonymity" in reading.words.low or ("named" in reading.words.low and "not" in reading.words.low))
        or (words and words[-1] in ("person", "persons") and not speaker.codes)
    ):
        return "leaked"
    if _is_media(reading, speaker):
        return "reported"
    return "said" if reporting == "reported" else reporting
