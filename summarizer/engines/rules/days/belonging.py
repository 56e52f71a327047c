"""Whether an expression of time in a sentence belongs to other words than the act: to the saying, to another verb or clause."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import compress
from typing import NamedTuple

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.gatherings import is_held, takes_place
from summarizer.engines.rules.days.hinges import NONE, Hinges
from summarizer.engines.rules.days.papers import PAPER_CLAUSE, PAPERS, put_out
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import PREPOSITIONS, QUOTES, WEEKDAYS, Tokens
from summarizer.normalising.date_moving import NUMBERS
from summarizer.normalising.dates import DateMention

_BARRIERS = frozenset((";", "that", "who", "which", "said", "says", "denied", "whose"))
# "rejected that on Tuesday", "earlier that week, on the 22nd"
_AFTER_THAT = frozenset("on in at as by , . week day month year night evening morning afternoon same".split())
RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))
_PERFECT = frozenset(("has", "have"))
_JOINING = frozenset(("and", "but", "while"))
_NO_VERBS = frozenset("the a an its his her their our this that these those both all some any each".split())
_WILL = frozenset(("will", "would"))
_CHARGE = frozenset(("of", "with", "for"))
_PARTICIPLES = frozenset(
    "held taken led caught shot sent made given begun hurt built kept seen hidden stolen fought won lost driven thrown torn"
    " bought sold brought drawn flown paid struck dug laid".split()
)
_CARRYING = frozenset("loaded packed laden filled armed stuffed piled".split())  # "trucks loaded with fish"
# What somebody or something is for long, not what befell it on a day: "a ship chartered by Guyana".
_STATES = frozenset(
    """chartered owned rented used run operated registered flagged based backed led headed commanded controlled manned crewed
    inhabited populated named called known employed hired guarded claimed dominated suspected wanted allied affiliated""".split()
)
_SHARES = frozenset("each both all most some many none two three".split())  # "…, each of which summoned …"
_SPOKE = frozenset("spoke addressed appeared".split())
_SAT = frozenset("met sat convened assembled gathered".split())  # "The parliament, which met on Wednesday, ratified …"
_DESCRIBING = frozenset(("who", "which", "that", "whom"))
_CLOSES_GROUP = frozenset(("and", "but", "while", ",", ";", ":", "–", "-"))
_NEAR = 4  # words between a verb and what dates it


class Clock(NamedTuple):
    """What dates count from: the publication day, the last day named, whether the act lies ahead or is one of speech.

    `own`: tokens of the reporting verbs with which the acting side announces its own act: these date it.
    `near`: the last day named, if the paragraph names it and the sentence may count from it: "the previous night".
    `hinges`: expressions of time that count from an act told before, each with its day.
    """

    published: dt.date | None
    anchor: str | None
    future: bool
    speech: bool
    own: frozenset[int] = frozenset()
    near: str | None = None
    hinges: Hinges = NONE


def of_the_saying(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether an expression of time stands with a verb of saying, and dates that alone."""
    if clock.speech:
        return False
    words = reading.words
    if (
        words.low[:2] == ["according", "to"]
        and span[0] < words.starts[_comma_after(words, 0)] < words.starts[frame.first]
    ):
        return True  # "According to a statement on Wednesday, …"
    for r in reports:
        if r.verb in clock.own or frame.first <= r.verb <= frame.last:
            continue
        start, end = words.starts[r.verb], words.ends[r.verb]
        gapped = not r.listed and not reading.verb[r.verb] and r.speaker.start < r.verb
        if gapped and words.ends[r.speaker.end - 1] < span[0] < words.starts[r.verb]:
            return True  # "…, and Chad, on Thursday, that …"
        dash = not words.low[r.verb][0].isalpha()  # "… on Wednesday - Interior Ministry"
        told = words.low[r.verb + 1 : r.verb + 2] == ["that"] and span[0] > end  # "said that on the 17th it will …"
        if not dash and not told and (0 <= span[0] - end <= 12 or 0 <= start - span[1] <= 1):
            return True
        # "…, the minister said in Oslo on Thursday": from the speaker on, only the saying is dated.
        if r.start == 0 and r.speaker.start > frame.first and span[0] > words.starts[r.speaker.start]:
            return True
    return False


def _comma_after(words: Tokens, at: int) -> int:
    """The next comma behind a token; 0 when there is none."""
    return next((j for j in range(at + 1, len(words)) if words.low[j] == ","), 0)


def of_another(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether an expression of time dates the saying, the next act, or what is asked for, and not this act."""
    words = reading.words
    low = words.low
    if any(
        0 < r.start <= frame.first
        and r.verb < frame.first
        and span[0] < words.starts[r.verb]
        and r.verb not in clock.own
        for r in reports
    ):
        return True  # "On the 20th a news site reported that …"
    if low[frame.group.start] == "having" and span[0] < words.starts[frame.group.start]:
        return True  # "denied on Friday having expelled …"
    if goes_on(reading, frame) and _had_before(reading, frame, span[0]):
        return True  # "confirmed that a letter had come on Monday and called on both …"
    if _before_after(reading, frame, span):
        return True  # "on Friday protested after Iranian troops had killed a shepherd"
    following = bisect_left(words.starts, span[1], frame.last + 1)
    if following >= len(low):
        return False
    if _in_next_clause(reading, frame, span[0]):
        return True  # "asked for their papers, and Tbilisi sent them on Monday"
    if _opens_clause(reading, frame, span[0], following):
        return True  # "denounced the text, and on Thursday its supporters marched"
    if low[following] == "," and following + 1 < len(low) and _aside(words, span[0]):
        following += 1  # "thanked Tehran and, a day later, withdrew its complaint"
    described = _only_describes(reading, frame) or _closes_subject(reading, frame, span[0])
    if not described and following > frame.last + 1 and reading.verb[following] and not low[following].endswith("ing"):
        return True  # "… and on Thursday launched two missiles"
    before = range(frame.last + 1, bisect_left(words.starts, span[0], frame.last + 1, following))
    if clock.speech and any(low[j] == "to" and (reading.verb[j + 1] or _asked_of(reading, frame, j)) for j in before):
        return True  # "called on them to strike on Monday"
    charged = range(frame.first + 1, bisect_left(words.starts, span[0]) - 1)
    spoken = charged.stop > 0 and low[charged.stop] in PAPERS  # "accused it of spying in an address on Tuesday"
    # not "accused them of spying on Tuesday"
    deeds = [j + 1 for j in charged if low[j] in _CHARGE and low[j + 1].endswith("ing") and j + 1 < charged.stop]
    if clock.speech and not spoken and deeds:
        return True  # "accused them of burning 30 homes in February"
    if (
        frame.last < following
        and any(low[j] in _WILL and "and" in low[frame.last + 1 : j] for j in before)
        and not clock.future
    ):
        return True  # "was charged and will appear in court on Monday"
    said = {r.verb for r in reports}
    quoted = _quoted(low, before)
    return any(
        j not in said
        and j not in quoted
        and not (clock.speech and put_out(low, j))
        and not is_held(low, j)
        and reduced(reading, frame, j)
        for j in before
    )


def _before_after(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a day (characters `span`) stands with a verb before "after", behind which the act is told."""
    low, starts = reading.words.low, reading.words.starts
    if "after" not in low:
        return False
    first, date = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    if not any(low[j] in WEEKDAYS or low[j].isdigit() for j in range(first, date)):
        return False
    after = next((j for j in range(frame.first - 1, date - 1, -1) if low[j] == "after"), None)
    return after is not None and low[after + 1] not in ("that", "this", "which") and any(reading.verb[date:after])


def _quoted(low: list[str], among: range) -> range:
    """The tokens from the first to the last quotation mark among these."""
    marks = [j for j in among if low[j] in QUOTES]
    return range(marks[0], marks[-1]) if len(marks) > 1 else range(0)


def _had_before(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether the date at character `start`, before the act, follows a verb in the pluperfect, which the act is not in."""
    date = bisect_left(reading.words.starts, start)
    if date >= frame.group.start or "had" in frame.group.auxiliaries:
        return False
    verb = next((j for j in range(date - 1, max(date - _NEAR, 0), -1) if reading.verb[j]), None)
    return verb is not None and "had" in verb_group(reading, verb).auxiliaries


def _only_describes(reading: Reading, frame: Frame) -> bool:
    """Whether an act stands in a relative clause in the midst of another: "a boat that Niger seized on Tuesday sank on Wednesday"."""
    low = reading.words.low
    subjects = () if frame.passive else (m.start for m in frame.actors if m.start < frame.group.start)
    return any(at > 1 and low[at - 1] in _DESCRIBING and low[at - 2] != "," for at in (frame.group.start, *subjects))


def _closes_subject(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether the date at character `start` closes the act's noun group, a subject: "Chad's expulsion of two on Monday angered"."""
    low, date = reading.words.low, bisect_left(reading.words.starts, start)
    between = range(frame.last + 1, date)
    if not frame.pattern.noun or any(reading.verb[j] or low[j] in _CLOSES_GROUP for j in between):
        return False
    return not any(reading.verb[frame.clause[0] : frame.first])


def of_its_object(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a date right before an act closes what describes its subject: "Traders arrested on 3 May were freed on Tuesday"."""
    words, low = reading.words, reading.words.low
    date, after = (bisect_left(words.starts, at) for at in span)
    group = frame.group
    if frame.pattern.noun or after != group.start or group.infinitive or not group.auxiliaries:
        return False
    verb = next((j for j in range(date - 1, max(date - 1 - _NEAR, 0), -1) if reading.verb[j]), None)
    if verb is None or not (low[verb].endswith("ed") or low[verb] in _PARTICIPLES):
        return False
    noun = reading.at.get(verb - 1)
    return noun is not None and not noun.pronoun and not verb_group(reading, verb).auxiliaries


def _in_next_clause(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a comma and "and", after the act, lead in a clause of its own in which an expression of time from `start` on stands."""
    words = reading.words
    low = words.low
    date = bisect_left(words.starts, start)
    for j in range(frame.last + 1, date - 1):
        if low[j] == "," and low[j + 1] in _JOINING:
            rest = range(j + 2, date)
            return len(rest) <= 1 or low[date - 1] == "," or any(reading.verb[k] for k in rest)
    return False


def _aside(words: Tokens, start: int) -> bool:
    """Whether "and," stands before character `start`."""
    at = bisect_left(words.starts, start)
    return at > 1 and words.low[at - 1] == "," and words.low[at - 2] in _JOINING


def _opens_clause(reading: Reading, frame: Frame, start: int, following: int) -> bool:
    """Whether an expression of time from character `start` on leads in the next clause, whose subject is at token `following`."""
    words = reading.words
    low = words.low
    at = next((j for j in range(frame.last + 1, following) if words.starts[j] >= start), following) - 1
    at -= low[at] in _AFTER_THAT
    if not frame.last < at or low[at] not in _JOINING:
        return False
    subject = next((m for m in reading.mentions if m.start in (following, following + 1) and not m.prep), None)
    if subject is None:
        return False
    after = range(subject.stop, min(subject.stop + 6, len(low)))
    verb = next((j for j in after if reading.verb[j]), None)
    return verb is not None and "," not in low[subject.stop : verb]


def _asked_of(reading: Reading, frame: Frame, to: int) -> bool:
    """Whether "to" leads in what somebody is asked to do, with a word that may be a noun as well: "called on them to down tools"."""
    asked = reading.at.get(to - 1)
    word = reading.words.low[to + 1]
    meant = asked is not None and (asked in frame.recipients or asked.prep == "on")
    return meant and (to + 1) not in reading.hits and word not in _NO_VERBS


def definite_past(frame: Frame, mention: DateMention, clock: Clock) -> bool:
    """Whether a day is told of an act in the perfect ("have sent two more"), which takes none but "since" one.

    "is said to have sent two on Monday" takes any.
    """
    group = frame.group
    if group.infinitive:
        return False
    if frame.pattern.noun or group.modal or clock.speech or clock.future or _PERFECT.isdisjoint(group.auxiliaries):
        return False
    if group.infinitive:
        return False  # "is said to have sent two more on Monday"
    return mention.kind in ("day", "weekday") and not mention.text.lower().startswith("since")


def goes_on(reading: Reading, frame: Frame) -> bool:
    """Whether a verb shares the subject of the one before it ("closed its border on Friday after …, and called in …")."""
    return reading.words.low[frame.group.start - 1] == "and" and frame.group.start > 1


def reduced(reading: Reading, frame: Frame, j: int) -> bool:
    """Whether the verb at `j` only tells of the noun before it: "two executives arrested in 2019"."""
    low = reading.words.low
    if not reading.verb[j] or j >= frame.clause[1] or frame.pattern.noun:
        return False
    if not (low[j].endswith("ed") or low[j] in _PARTICIPLES) or (
        low[j] in _CARRYING and low[j + 1 : j + 2] == ["with"]
    ):
        return False
    if frame.passive and low[j - 1] in NUMBERS and low[j - 2] == "and":
        return False  # "Two soldiers were killed and four wounded when …"
    if low[j] in _STATES and low[j + 1 : j + 2] != ["on"]:
        return False
    noun = reading.at.get(j - 1)
    return noun is not None and noun.start > frame.group.verb and not noun.pronoun


def elsewhere(reading: Reading, frame: Frame, span: tuple[int, int], speech: bool) -> bool:
    """Whether a relative clause holds either the act or the expression of time, and not the other; `speech`: it is one of words."""
    words = reading.words
    low = words.low
    if RELATIVES.isdisjoint(low):
        return False
    date = bisect_left(words.starts, span[0])
    for j in compress(range(1, len(low) - 1), map(RELATIVES.__contains__, low[1:])):
        if low[j - 1] == "," or (low[j - 1] in PREPOSITIONS and low[j - 2] == ","):
            if low[j] == "where" and words.starts[j - 1] == span[1]:
                continue  # "was called in on Tuesday, where she was handed a note, and …"
            if j < date < frame.first and (low[j + 1] in _SAT or (speech and low[j + 1] in _SPOKE)):
                continue  # "Okoro, who spoke at a congress yesterday, asked …"
            close = next((k for k in range(j + 2, len(low)) if low[k] in (",", ".", ";", ":")), len(low))
            if (j <= frame.first < close) != (j <= date < close) and close < len(low) and low[close] == ",":
                return True
        elif low[j] in ("whom", "whose") and date < j < frame.first:
            return True  # "froze on Tuesday the assets of 17 people whom it accuses of …"
        elif j < date < frame.first and low[date - 1] != "," and any(reading.verb[j:date]):
            return True  # "Gunmen who hijacked a bus last Friday released …"
    return False


def apart(words: Tokens, one: int, other: int, speech: bool = False) -> bool:
    """Whether a new statement begins between two places of the sentence; what is said in "a note which came on Monday" is not apart."""
    first, last = min(one, other), max(one, other)
    low = words.low
    between = range(bisect_right(words.starts, first), bisect_left(words.starts, last))
    if _BARRIERS.isdisjoint(low[between.start : between.stop]):
        return False
    return any(
        low[j] in _BARRIERS
        and not (low[j] == "that" and (low[j + 1] in _AFTER_THAT or low[j - 1] in PREPOSITIONS))
        and not (low[j] in ("which", "whom") and low[j - 1] == "of" and low[j - 2] in _SHARES)
        and not (speech and low[j] in PAPER_CLAUSE and low[j - 1] in PAPERS)
        and not (speech and low[j] == "who" and low[j + 1] in _SPOKE)
        and not takes_place(low, j)
        for j in between
    )
