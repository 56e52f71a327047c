"""Who the article names as its source for what a sentence tells: reported speech in both orders, "according to", chains."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sources.gapping import past_time
from summarizer.engines.rules.sources.hearsay import disowned, hearsay
from summarizer.engines.rules.sources.papers import SEEN, author_of, is_paper, is_picture
from summarizer.engines.rules.sources.putting import put_about
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
from summarizer.events import Reporting

_TOLD = frozenset("account words".split())
_CUES = SAYING | _TOLD | frozenset("citing quoting cited quoted known clear public plain know notice".split())
_MADE = frozenset(("clear", "public", "plain"))
_KNOWN = _MADE | {"known", "know", "notice"}
_MAKES = frozenset(("made", "makes"))
_GIVES = frozenset("gave gives served serves".split())
_LETS = frozenset(("let", "lets"))
_TELLING = frozenset(("told", "tells"))
_CITING = frozenset(("citing", "quoting"))
_CITED = frozenset(("cited", "quoted"))
_HEARING = frozenset(
    "court tribunal inquiry commission parliament jury committee chamber panel hearing senate council".split()
)


def find_reports(reading: Reading) -> list[Report]:
    """All reporting phrases of a sentence, outermost first."""
    low = reading.words.low
    claims = [Report(who, kind_of(reading, who, "alleged"), i, said, len(low)) for who, i, said in hearsay(reading)]
    claims += [Report(who, kind_of(reading, who, "said"), i, said, len(low)) for who, i, said in disowned(reading)]
    claims += [Report(who, "reported", had, said, len(low)) for who, had, said in put_about(reading)]
    told = versions(reading) if not VERSION_WORDS.isdisjoint(reading.words.forms) else []
    if _CUES.isdisjoint(reading.words.forms):
        return [*after_dash(reading), *claims, *told]
    reports = [
        report for i in compress(range(len(low)), map(_CUES.__contains__, low)) for report in _told_at(reading, i)
    ]
    return with_gaps(reading, [*after_dash(reading), *claims, *told, *reports])


def _told_at(reading: Reading, i: int) -> list[Report]:
    """The reporting phrases that the cue at `i` makes, outermost first."""
    low, word = reading.words.low, reading.words.low[i]
    if word == "according" and low[i + 1 : i + 2] == ["to"]:
        return _according_to(reading, i)
    if word in _TOLD and i > 1 and low[i - 1] in ("the", "an", "one"):
        return _in_the_words_of(reading, i)
    if word == "quoted" and low[i + 1 : i + 3] == ["as", "saying"]:
        return quoted_as(reading, i)
    if word in _CITING or (word in _CITED and i + 1 < len(low)):
        return _citing(reading, i)
    letting = _letting(low, i) if word in _KNOWN else None
    if letting is not None:
        return _let_known(reading, letting, i)
    if word in _MADE and i and low[i - 1] in ("made", "makes", "make"):
        return _listed(spoken(reading, i - 1, "said", i))
    if word in GOES:
        return _goes_on(reading, i)
    verb = _reporting(word)
    if verb is None or _says_nothing(reading, i):
        return []
    made = made_known(reading, i) if word in MADE_KNOWN else None
    if made is not None:
        return [made]
    report = spoken(reading, i, verb)
    if report is None or not _voices(reading, report, word):
        return []
    to = told_medium(reading, i)
    return [*([Report(to, "reported", i, report.start, report.end)] if to is not None else []), report]


def _according_to(reading: Reading, i: int) -> list[Report]:
    """ "according to the ministry", "according to a report from the embassy"."""
    low = reading.words.low
    speaker = next((m for m in reading.mentions if m.start >= i + 2), None)
    if speaker is not None and is_paper(reading, speaker):
        author = next((m for m in reading.mentions if m.start > speaker.start), None)
        seen = author is not None and not SEEN.isdisjoint(low[speaker.stop : author.start])
        seen = seen and not is_picture(reading, speaker)
        far = author is None or author.prep not in ("from", "by", "of") or author.start >= i + 9
        speaker = author_of(reading, speaker) if seen or far else author
    elif speaker is not None and not can_speak(reading, speaker):
        speaker = None
    if speaker is None or speaker.pronoun or (speaker.start > i + 3 and speaker.prep == "per"):
        return []
    start, end = segment(low, i)
    if low[i - 2 : i] == ["and", ","] or of_a_figure(reading, speaker, i):
        start = i  # "a cinema and, according to the file, a pool"
    return [Report(speaker, kind_of(reading, speaker, "said"), i, start, end)]


def _in_the_words_of(reading: Reading, i: int) -> list[Report]:
    """ "in the account given by the ministry", "in the words of the minister"."""
    speaker = next((m for m in reading.mentions if m.start > i), None)
    if speaker is None or speaker.start > i + 4 or speaker.prep not in ("of", "by", "from"):
        return []
    return [Report(speaker, kind_of(reading, speaker, "said"), i, *segment(reading.words.low, i))]


def _citing(reading: Reading, i: int) -> list[Report]:
    """ "the daily reported, citing the ministry", "the daily quoted the ministry"."""
    count = len(reading.words.low)
    speaker = next((m for m in reading.mentions if m.start > i), None)
    if speaker is None or speaker.start > i + 2 or not can_speak(reading, speaker):
        return []
    outer = reading.at.get(i - 1) if reading.verb[i] else _before_verb(reading, i)
    inner = Report(speaker, kind_of(reading, speaker, "said"), i, 0, count)
    if outer is None or outer.prep or not is_media(reading, outer):
        return [inner]
    return [Report(outer, "reported", i, 0, count, False), inner]


def _letting(low: list[str], i: int) -> int | None:
    """The verb of "let it be known", "made it clear that", "gave notice that", "let Oslo know that", the last word of which is at `i`."""
    word, that = low[i], low[past_time(low, i + 1) :][:1] == ["that"]
    if word == "known" and low[max(i - 3, 0) : i] in (["let", "it", "be"], ["made", "it", "be"]):
        return i - 3
    if not that or i < 2:
        return None
    if word == "notice":
        return i - 1 if low[i - 1] in _GIVES else None
    if word == "know":
        return next((j for j in range(i - 2, max(i - 6, 0), -1) if low[j] in _LETS), None)
    return i - 2 if low[i - 1] == "it" and low[i - 2] in _MAKES else None


def _let_known(reading: Reading, verb: int, i: int) -> list[Report]:
    """ "The ministry let it be known that", "…, the ministry let it be known"."""
    count = len(reading.words.low)
    who = subject_of(reading, verb_group(reading, verb)) if reading.verb[verb] else []
    if not who:
        return []
    span = (0, who[0].start) if i + 2 >= count else (i + 1, count)
    return [Report(who[0], kind_of(reading, who[0], "said"), i, *span)]


def _goes_on(reading: Reading, i: int) -> list[Report]:
    """ "He went on to say that", "he goes on, …"."""
    low = reading.words.low
    if low[i + 1 : i + 2] != ["on"]:
        return []
    saying = low[i + 2 : i + 4] in (["to", "say"], ["to", "add"])
    if not saying and low[i + 2 : i + 3] not in ([","], ["."]):
        return []
    return _listed(spoken(reading, i, "said", i + 3 if saying else i + 1))


def _says_nothing(reading: Reading, i: int) -> bool:
    """Whether a verb of saying tells here of something, counts or charges, and no more."""
    low, word = reading.words.low, reading.words.low[i]
    if not reading.verb[i] or (i and reading.words.raw[i] == "Said"):  # "…, Said Bakri, …"
        return True
    if word in ADDING and word != "saying" and not (i and low[i - 1] == "," and low[i + 1 : i + 2] == ["that"]):
        return True
    if word in _TELLING and of_something(reading, i):
        return True
    if (word in NARROW or word in HEARD) and not says_so(reading, i):
        return True
    before = reading.at.get(i - 1) if i else None
    if word in PLURAL and (before is None or not low[before.end - 1].endswith(MANY)):
        return True
    charged = word in CHARGED or word == "charge"
    return charged and low[past_time(low, i + 1) :][:1] != ["that"] and not says_so(reading, i)


def _reporting(word: str) -> Reporting | None:
    """How a verb of saying reports; None if the word is none."""
    if word in SAY or word in NARROW or word in ADDING or word in HEARD or word in PLURAL:
        return "said"
    if word in REPORT or word in LEARNED:
        return "reported"
    return "alleged" if word in ALLEGE else None


def _listed(report: Report | None) -> list[Report]:
    return [report] if report is not None else []


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
