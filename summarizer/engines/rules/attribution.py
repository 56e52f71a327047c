"""Who the article names as its source for what a sentence tells: reported speech in both orders, "according to", chains."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.mentions import Mention, Reading
from summarizer.engines.rules.subjects import climb
from summarizer.events import Reporting

_SAY = frozenset(
    """said says say saying announced announces confirmed confirms stated states told tells added adds declared insisted insists noted
    acknowledged admitted denied denies revealed explained argued maintained maintains quoted wrote warned""".split()
)
_REPORT = frozenset("reported reports".split())
_ALLEGE = frozenset("claimed claims alleged alleges".split())
_MEDIA = frozenset(
    """newspaper daily agency broadcaster media television tv radio outlet site magazine press reuters afp tass xinhua bbc cnn
    ap interfax""".split()
)
_ANONYMOUS = frozenset("source sources insider".split())


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
            if speaker is not None and speaker.start <= i + 3 and not speaker.pronoun:
                reports.append(Report(speaker, _kind(reading, speaker, "said"), i, 0, count))
            continue
        if word in ("citing", "quoting") or (word in ("cited", "quoted") and i + 1 < count):
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 2 and (speaker.role or speaker.codes or speaker.person):
                reports.append(Report(speaker, _kind(reading, speaker, "said"), i, 0, count))
            continue
        verb = "said" if word in _SAY else "reported" if word in _REPORT else "alleged" if word in _ALLEGE else None
        if verb is None or not reading.verb[i]:
            continue
        report = _spoken(reading, i, verb)  # type: ignore[arg-type]
        if report is not None:
            reports.append(report)
    return reports


def _spoken(reading: Reading, i: int, reporting: Reporting) -> Report | None:
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
    before = reading.at.get(k) if k >= 0 else None
    after = next((m for m in reading.mentions if m.start in (i + 1, i + 2)), None)
    following = low[i + 1] if i + 1 < count else "."
    # "…, said the ministry": the speaker follows, what was said stands before.
    if (
        i > 0
        and (low[i - 1] == "," or low[i - 1] in tk.QUOTES)
        and after is not None
        and (after.role or after.codes or after.person)
        and after.start == i + 1
    ):
        return Report(after, _kind(reading, after, reporting), i, 0, i)
    if before is None:
        return None
    speaker = climb(reading, before)
    if speaker is None:
        return None
    speaker = _whole(reading, speaker)
    lead = speaker.start - 1
    if (
        (
            following in (",", ".", ";")
            or (following in ("on", "in", "late", "earlier") and lead >= 0 and low[lead] == ",")
            or i == count - 1
        )
        and lead >= 0
        and low[lead] in (",", *tk.QUOTES)
    ):
        return Report(speaker, _kind(reading, speaker, reporting), i, 0, speaker.start)
    if lead >= 0 and (low[lead] == "," or low[lead] in tk.QUOTES) and following not in ("that",) and _ends(low, i):
        return Report(speaker, _kind(reading, speaker, reporting), i, 0, speaker.start)
    return Report(speaker, _kind(reading, speaker, reporting), i, i + 1, count)


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
    if at and not mention.role and not mention.hit:
        previous = reading.mentions[at - 1]
        if previous.role and reading.words.low[previous.stop : mention.start] == [","]:
            return previous
    return mention


def _kind(reading: Reading, speaker: Mention, reporting: Reporting) -> Reporting:
    words = reading.words.low[speaker.start : speaker.end]
    if any(word in _ANONYMOUS for word in words) or "anonymity" in reading.words.low:
        return "leaked"
    if any(word in _MEDIA for word in words):
        return "reported"
    return "said" if reporting == "reported" else reporting
