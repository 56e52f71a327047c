"""Whether an expression of time dates another verb than the act: the one before or after it, what is asked for, a participle."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.reduced import own_verb
from summarizer.engines.rules.days.belonging import AFTER_THAT, goes_on
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.gatherings import is_held
from summarizer.engines.rules.days.papers import PAPERS, put_out
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import QUOTES, WEEKDAYS, Tokens
from summarizer.normalising.date_moving import NUMBERS

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
    inhabited populated named called known employed hired guarded claimed dominated suspected wanted allied affiliated
    connected linked believed thought said alleged""".split()
)
_DESCRIBING = frozenset(("who", "which", "that", "whom"))
_CLOSES_GROUP = frozenset(("and", "but", "while", ",", ";", ":", "–", "-"))
_NEAR = 4  # words between a verb and what dates it


def of_another(reading: Reading, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether an expression of time dates the saying, another act, or what is asked for, and not this act."""
    words = reading.words
    if _before_saying(words, frame, reports, span, clock) or _told_before(reading, frame, span):
        return True
    following = bisect_left(words.starts, span[1], frame.last + 1)
    if following >= len(words):
        return False
    if _in_next_clause(reading, frame, span[0]) or _opens_clause(reading, frame, span[0], following):
        return True
    if words.low[following] == "," and following + 1 < len(words) and _aside(words, span[0]):
        following += 1  # "thanked Tehran and, a day later, withdrew its complaint"
    if _next_act(reading, frame, span[0], following):
        return True
    before = range(frame.last + 1, bisect_left(words.starts, span[0], frame.last + 1, following))
    if clock.speech and _of_what_is_said(reading, frame, span[0], before):
        return True
    return _still_to_come(words, frame, following, before, clock) or _describes(reading, frame, reports, before, clock)


def _before_saying(words: Tokens, frame: Frame, reports: list[Report], span: tuple[int, int], clock: Clock) -> bool:
    """Whether it stands before the verb of saying that leads in the act: "On the 20th a news site reported that …"."""
    return any(
        0 < r.start <= frame.first
        and r.verb < frame.first
        and span[0] < words.starts[r.verb]
        and r.verb not in clock.own
        for r in reports
    )


def _told_before(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether it dates what is told before the act: "denied on Friday having expelled …", "a letter had come on Monday and …"."""
    words, start = reading.words, frame.group.start
    if words.low[start] == "having" and span[0] < words.starts[start]:
        return True
    return (goes_on(reading, frame) and _had_before(reading, frame, span[0])) or _before_after(reading, frame, span)


def _next_act(reading: Reading, frame: Frame, start: int, following: int) -> bool:
    """Whether the date at character `start` stands right before the verb of the next act: "… and on Thursday launched two"."""
    if _only_describes(reading, frame) or _closes_subject(reading, frame, start):
        return False
    return following > frame.last + 1 and reading.verb[following] and not reading.words.low[following].endswith("ing")


def _of_what_is_said(reading: Reading, frame: Frame, start: int, before: range) -> bool:
    """Whether the date at character `start` is that of what an act of speech asks for or blames on somebody.

    "called on them to strike on Monday", "accused them of burning 30 homes in February", not "accused them of spying on Tuesday";
    `before`: the tokens between the act and the date.
    """
    low = reading.words.low
    if any(low[j] == "to" and (reading.verb[j + 1] or _asked_of(reading, frame, j)) for j in before):
        return True
    charged = range(frame.first + 1, bisect_left(reading.words.starts, start) - 1)
    if charged.stop > 0 and low[charged.stop] in PAPERS:
        return False  # "accused it of spying in an address on Tuesday"
    return any(low[j] in _CHARGE and low[j + 1].endswith("ing") and j + 1 < charged.stop for j in charged)


def _still_to_come(words: Tokens, frame: Frame, following: int, before: range, clock: Clock) -> bool:
    """Whether it dates what comes after the act: "was charged and will appear in court on Monday"."""
    if clock.future or frame.last >= following:
        return False
    return any(words.low[j] in _WILL and "and" in words.low[frame.last + 1 : j] for j in before)


def _describes(reading: Reading, frame: Frame, reports: list[Report], before: range, clock: Clock) -> bool:
    """Whether it dates a participle behind a noun: "freed two executives arrested on Monday"."""
    low = reading.words.low
    said = {r.verb for r in reports}
    quoted = _quoted(low, before)
    return any(
        j not in said
        and j not in quoted
        and not (clock.speech and put_out(low, j))
        and not is_held(low, j)
        and _reduced(reading, frame, j)
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
    """Whether an act only tells of another's subject: "a boat that Niger seized on Tuesday sank", "a man shot on Sunday died"."""
    if not frame.pattern.noun and own_verb(reading, frame.group.verb) is not None:
        return True
    low = reading.words.low
    subjects = () if frame.passive else (m.start for m in frame.actors if m.start < frame.group.start)
    return any(at > 1 and low[at - 1] in _DESCRIBING and low[at - 2] != "," for at in (frame.group.start, *subjects))


def _closes_subject(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether the date at character `start` closes the act's noun group, a subject: "Chad's expulsion of two on Monday angered"."""
    low, date = reading.words.low, bisect_left(reading.words.starts, start)
    between = range(frame.last + 1, date)
    if not frame.pattern.noun or any(
        reading.verb[j] or low[j] in _CLOSES_GROUP for j in between if not _of_two(reading, j)
    ):
        return False
    return not any(reading.verb[frame.clause[0] : frame.first])


def _of_two(reading: Reading, j: int) -> bool:
    """Whether "and" at token `j` joins two countries: "Talks between Togo and Ghana on 3 May failed"."""
    return reading.words.low[j] == "and" and j - 1 in reading.hits and j + 1 in reading.hits


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
    at -= low[at] in AFTER_THAT
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


def _reduced(reading: Reading, frame: Frame, j: int) -> bool:
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
