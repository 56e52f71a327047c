"""Who the article names as its source for what a sentence tells: reported speech in both orders, "according to", chains."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.sources.hearsay import disowned, hearsay
from summarizer.engines.rules.sources.papers import author_of, is_paper, is_picture
from summarizer.engines.rules.sources.reach import segment
from summarizer.engines.rules.sources.reports import MADE_KNOWN, Report, after_dash, made_known, quoted_as, with_gaps
from summarizer.engines.rules.sources.saying import (
    of_a_figure,
    of_something,
    says_so,
    told_medium,
)
from summarizer.engines.rules.sources.sayverbs import (
    ADDING,
    ALLEGE,
    CHARGED,
    GOES,
    HEARD,
    LEARNED,
    MANY,
    NARROW,
    PLURAL,
    REPORT,
    SAY,
    SAYING,
    SHOWS,
)
from summarizer.engines.rules.sources.spoken import spoken
from summarizer.engines.rules.sources.tellers import can_speak, is_media, kind_of
from summarizer.engines.rules.sources.versions import VERSION_WORDS, versions
from summarizer.engines.rules.words.mentions import Mention, Reading

_TOLD = frozenset("account words".split())
_CUES = SAYING | _TOLD | frozenset("citing quoting cited quoted known clear public plain".split())
_MADE = frozenset(("clear", "public", "plain"))
_TELLING = frozenset(("told", "tells"))
_SEEN = frozenset("seen obtained viewed reviewed leaked read".split())
_HEARING = frozenset(
    "court tribunal inquiry commission parliament jury committee chamber panel hearing senate council".split()
)


def find_reports(reading: Reading) -> list[Report]:
    """All reporting phrases of a sentence, outermost first."""
    low = reading.words.low
    claims = [Report(who, kind_of(reading, who, "alleged"), i, said, len(low)) for who, i, said in hearsay(reading)]
    claims += [Report(who, kind_of(reading, who, "said"), i, said, len(low)) for who, i, said in disowned(reading)]
    told = versions(reading) if not VERSION_WORDS.isdisjoint(low) else []
    if _CUES.isdisjoint(low):
        return [*after_dash(reading), *claims, *told]
    count = len(low)
    reports: list[Report] = []
    for i in compress(range(count), map(_CUES.__contains__, low)):
        word = low[i]
        if word == "according" and i + 1 < count and low[i + 1] == "to":
            speaker = next((m for m in reading.mentions if m.start >= i + 2), None)
            if speaker is not None and is_paper(reading, speaker):  # "according to a report from …"
                author = next((m for m in reading.mentions if m.start > speaker.start), None)
                seen = author is not None and not _SEEN.isdisjoint(low[speaker.stop : author.start])
                seen = seen and not is_picture(reading, speaker)
                far = author is None or author.prep not in ("from", "by", "of") or author.start >= i + 9
                speaker = author_of(reading, speaker) if seen or far else author
            elif speaker is not None and not can_speak(reading, speaker):
                speaker = None
            if speaker is not None and (speaker.start <= i + 3 or speaker.prep != "per") and not speaker.pronoun:
                listed = any(speaker is m for m in reading.mentions)
                start, end = segment(low, i)
                if low[i - 2 : i] == ["and", ","] or of_a_figure(reading, speaker, i):
                    start = i  # "a cinema and, according to the file, a pool"
                reports.append(Report(speaker, kind_of(reading, speaker, "said"), i, start, end, listed))
            continue
        if (
            word in _TOLD and i > 1 and low[i - 1] in ("the", "an", "one")
        ):  # "in the account given by …", "in the words of"
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 4 and speaker.prep in ("of", "by", "from"):
                reports.append(Report(speaker, kind_of(reading, speaker, "said"), i, *segment(low, i)))
            continue
        if word == "quoted" and low[i + 1 : i + 3] == ["as", "saying"]:
            reports += quoted_as(reading, i)
            continue
        if word in ("citing", "quoting") or (word in ("cited", "quoted") and i + 1 < count):
            speaker = next((m for m in reading.mentions if m.start > i), None)
            if speaker is not None and speaker.start <= i + 2 and can_speak(reading, speaker):
                outer = reading.at.get(i - 1) if reading.verb[i] else _before_verb(reading, i)
                if outer is not None and not outer.prep and is_media(reading, outer):
                    reports.append(Report(outer, "reported", i, 0, count, False))
                reports.append(Report(speaker, kind_of(reading, speaker, "said"), i, 0, count))
            continue
        if word == "known" and i > 2 and low[i - 3 : i] in (["let", "it", "be"], ["made", "it", "be"]):
            who = subject_of(reading, verb_group(reading, i - 3))
            closing = i + 2 >= count  # "…, the ministry let it be known."
            span = (0, who[0].start) if who and closing else (i + 1, count)
            reports += [Report(who[0], kind_of(reading, who[0], "said"), i, *span)] if who else []
            continue
        if word in _MADE and i and low[i - 1] in ("made", "makes", "make"):
            report = spoken(reading, i - 1, "said", i)
            reports += [report] if report is not None else []
            continue
        if word in GOES:
            last = i + 3 if low[i + 2 : i + 4] in (["to", "say"], ["to", "add"]) else i + 1
            report = spoken(reading, i, "said", last) if low[i + 1 : i + 2] == ["on"] else None
            said = last > i + 1 or low[i + 2 : i + 3] in ([","], ["."])
            reports += [report] if report is not None and said else []
            continue
        if word in ADDING and word != "saying" and not (i and low[i - 1] == "," and low[i + 1 : i + 2] == ["that"]):
            continue
        if word in _TELLING and of_something(reading, i):
            continue
        if (word in NARROW or word in HEARD) and not (reading.verb[i] and says_so(reading, i)):
            continue
        if word in PLURAL and not (
            i and reading.at.get(i - 1) is not None and low[reading.at[i - 1].end - 1].endswith(MANY)
        ):
            continue
        if (
            (word in CHARGED or word == "charge")
            and low[past_time(low, i + 1) :][:1] != ["that"]
            and not says_so(reading, i)
        ):
            continue
        verb = (
            "said"
            if word in SAY or word in NARROW or word in ADDING or word in HEARD or word in PLURAL
            else "reported"
            if word in REPORT or word in LEARNED
            else "alleged"
            if word in ALLEGE
            else None
        )
        if verb is None or not reading.verb[i] or (i and reading.words.raw[i] == "Said"):  # "…, Said Bakri, …"
            continue
        made = made_known(reading, i) if word in MADE_KNOWN else None
        if made is not None:
            reports.append(made)
            continue
        report = spoken(reading, i, verb)  # type: ignore[arg-type]
        if report is not None and _voices(reading, report, word):
            to = told_medium(reading, i)
            if to is not None:
                reports.append(Report(to, "reported", i, report.start, report.end))
            reports.append(report)
    return with_gaps(reading, [*after_dash(reading), *claims, *told, *reports])


def _voices(reading: Reading, report: Report, word: str) -> bool:
    """Whether a speaker can be a source by such a verb: a medium or paper shows and learns, a court or inquiry hears."""
    speaker = report.speaker
    if word in HEARD:
        return not _HEARING.isdisjoint(reading.words.low[speaker.start : speaker.end])
    if word in SHOWS or word in LEARNED:
        return is_media(reading, speaker) or is_paper(reading, speaker)
    return True


def _before_verb(reading: Reading, i: int) -> Mention | None:
    """Who stands before a verb that was read as part of their name: "the daily cited"."""
    group = reading.at.get(i)
    return replace(group, end=i, stop=i) if group is not None and group.start < i == group.end - 1 else None
