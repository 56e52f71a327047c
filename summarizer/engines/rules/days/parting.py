"""Whether a colon, a semicolon, an occasion or a promise parts an expression of time from the act, or leads it in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.chunking import Sentence
from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.days.belonging import RELATIVES
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import AUXILIARIES, DETERMINERS, PREPOSITIONS
from summarizer.normalising.dates import DateMention

_AGAIN = frozenset("he she it they".split())
_PROMISING = frozenset("agreed agree promised offered pledged vowed undertook undertaken volunteered".split())
# "After Chad expelled two on Monday, Togo …"
_LEADING = frozenset("after because since once although though".split())
_REASONS = frozenset(("after", "because", "following"))
_SOON = frozenset(
    "shortly soon immediately just right straight day days night hours hour minutes moments week weeks months years".split()
)
_CLOSING = frozenset((",", ";", ":", "and", "but"))
_SPOKEN_OF = SAYING | frozenset(
    "had threatened planned promised agreed demanded ordered predicted feared decided foreseen".split()
)
_AS_CLAUSE = 9  # words: "as the daily paper of the capital had reported on Monday"
_APART = _CLOSING | {"(", ")", "-", "–", "—"}
_DID = frozenset("did does had has have".split())
_JOINING = frozenset(("and", "but", "while"))
# How a paper came about is when what it says was done; who came along came at the same time.
_WITH_IT = frozenset(
    """signed issued published announced released posted adopted approved passed dated sent delivered circulated read broadcast aired
    supported accompanied joined flanked followed assisted helped called summoned invited convoked""".split()
)
_OCCASION = re.compile(
    r"(?:(?<=[a-z,] )|^)(?:after|following) (?:a|an|the|two|three|several|violent|deadly)\b(?: [\w’'-]+){1,9} $", re.I
)
# What is agreed after a meeting on a day is agreed on that day.
_MEETINGS = frozenset(
    "meeting talks session summit call conversation visit vote debate sitting hearing trial ceremony".split()
)
_HAD_ASIDE = re.compile(r", (?:which|who|whose) (?:\w+ ){0,3}had [^,.;:]*$")
_DECIDED = re.compile(r", [^,;:]{3,60}\b(?:decided|ruled|decreed)(?: in [A-Z]\w+)? $")
_LED_ON = PREPOSITIONS | DETERMINERS | {"and", "but", ",", "or"}
_LISTING = frozenset((",", "and"))
_CAUSES = frozenset(("by", "at", "over"))
_TOLL = re.compile(
    r" (?:in which|that|which) (?:[\w,-]+ ){0,10}?(?:killed|wounded|injured|died|dead|hurt|maimed|destroyed|buried)\b"
)


def left_behind(reading: Reading, frame: Frame, mentions: tuple[DateMention, ...], base: int) -> bool:
    """Whether an act behind a semicolon is told of a time before the first of these dates, or after another of them."""
    words = reading.words
    stop = next((j for j in range(frame.first - 1, 0, -1) if words.low[j] == ";"), None)
    if stop is None or words.starts[stop] < mentions[0].end + base:
        return False
    clause = range(words.starts[stop], words.starts[frame.first])
    return "had" in frame.group.auxiliaries or any(mention.start + base in clause for mention in mentions[1:])


def governs(reading: Reading, frame: Frame, end: int) -> bool:
    """Whether the act stands in the clause that "two days after" (up to character `end`) leads in."""
    words = reading.words
    first = bisect_left(words.starts, end)
    if first == len(words) or frame.first < first or frame.pattern.noun:
        return False
    between: Sequence[int] = range(_behind_list(reading, first), frame.first)
    commas = [j for j in between if words.low[j] == ","]
    if len(commas) == 2 and commas[1] + 1 == frame.group.start and words.low[commas[0] + 1] not in PREPOSITIONS:
        # "three days after drivers, tired of waiting, burned it"
        between = (*range(between[0], commas[0]), *range(commas[1] + 1, frame.first))
    return not any(words.low[j] in (",", ";", ":", "that") or words.low[j] in RELATIVES for j in between)


def _behind_list(reading: Reading, first: int) -> int:
    """The token behind several countries that begin at token `first`: "British, Danish and Norwegian"; else `first` itself."""
    low, hits, stop = reading.words.low, reading.hits, first
    while stop < len(low) and (stop in hits or low[stop] in _LISTING or low[stop] in DETERMINERS):
        stop += 1
    return stop if "and" in low[first:stop] else first


def of_occasion(reading: Reading, frame: Frame, end: int) -> bool:
    """Whether what follows "two days after" (up to character `end`) is no clause of the act: "after the concert Togo recalled …"."""
    low, first = reading.words.low, bisect_left(reading.words.starts, end)
    subject = min((who.start for who in subject_of(reading, frame.group)), default=0)
    if low[first] in DETERMINERS and subject > first + 1 and low[subject - 1] not in _LED_ON:
        return True  # "two days after the first round Nepal freed three"
    others = (other.start for other in reading.mentions if first <= other.start < subject)
    return any(at == first or low[at - 1] not in PREPOSITIONS for at in others)


def of_the_promised(reading: Reading, frame: Frame, mention: DateMention) -> bool:
    """Whether a month or a span of time tells when what is said will be done: "agreed to hold it in November"."""
    if mention.kind not in ("month", "year", "range") and not mention.text.lower().startswith("within "):
        return False
    low, first = reading.words.low, frame.first
    promised = low[first - 1] == "to" and not _PROMISING.isdisjoint(low[max(first - 5, 0) : first - 1])
    return promised or any(low[j] == "to" and reading.verb[j + 1] for j in range(first + 1, frame.last))


def after_colon(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether an expression of time stands behind a colon after the act, in a statement with a verb of its own."""
    words = reading.words
    date = bisect_left(words.starts, span[0])
    colon = next((j for j in range(frame.last + 1, date) if words.low[j] == ":"), None)
    if colon is None or words.low[colon + 1] in _AGAIN:  # "flew to Tashkent: he arrived on the 27th"
        return False
    return any(reading.verb[j] or words.low[j] in AUXILIARIES for j in range(colon + 1, len(words)))


def of_the_pluperfect(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a date behind the act stands with a verb in the pluperfect: "freed two men whom its navy had seized on 2 March"."""
    low = reading.words.low
    date = bisect_left(reading.words.starts, start)
    between = low[frame.last + 1 : date]
    if "had" not in between or "where" in between or low[date - 1] == "," or frame.pattern.noun:
        return False
    if "had" in frame.group.auxiliaries:
        return False
    verb = next((j for j in range(date - 1, frame.last, -1) if reading.verb[j]), None)
    return verb is not None and "had" in verb_group(reading, verb).auxiliaries


def with_perfect(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a day stands right by a verb in the perfect, as translations have it, or tells since when: "From Monday it has closed …"."""
    low, group = reading.words.low, frame.group
    first, after = (bisect_left(reading.words.starts, at) for at in span)
    if low[first - 1 : first] == ["from"] or low[max(0, first - 2) : first] == ["as", "of"]:
        return True
    between = range(after, group.start) if first < group.verb else range(group.verb + 1, first)
    return not any(reading.verb[j] or low[j] in _APART or low[j] in RELATIVES for j in between)


def of_the_harm(text: str, mention: DateMention, trigger: int) -> bool:
    """Whether a date behind an act of speech is that of the harm spoken of: "an air strike on 4 March in which 23 were killed"."""
    return mention.start > trigger and _TOLL.match(text, mention.end) is not None


def in_opening_clause(reading: Reading, frame: Frame, span: tuple[int, int], base: int, last: int) -> bool:
    """Whether a date stands in a clause that opens the sentence with a subject of its own, before that of the act.

    A subject that is nobody ("After the talks failed on Monday, …") counts where the act has a date behind the comma; `base` is
    where the sentence begins, `last` where its last date does.
    """
    words, low = reading.words, reading.words.low
    start = bisect_left(words.starts, base)  # behind what leads in a list
    start += low[start] == "-"
    if low[start : start + 1] == [] or low[start] not in _LEADING:
        return False
    first, after = (bisect_left(words.starts, at) for at in span)
    comma = next((j for j in range(after, frame.first) if low[j] == ","), None)
    if comma is None:
        return False
    verb = next((j for j in range(start + 1, first) if reading.verb[j]), None)
    if verb is None:
        return False
    return last > words.starts[comma] or any(
        who.codes or who.pronoun or who.role or who.institution
        for who in subject_of(reading, verb_group(reading, verb))
    )


def in_clause_before(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a comma and "and" lead in the act with a subject of its own, behind a clause in the midst of which the date stands."""
    words, low = reading.words, reading.words.low
    who = min((who.start for who in subject_of(reading, frame.group)), default=None)
    if who is None or frame.pattern.noun:
        return False
    joint = next((j for j in range(who - 1, max(who - 4, 1), -1) if low[j] in _JOINING), None)
    if joint is None or low[joint - 1] not in (",", ";"):
        return False
    first, after = (bisect_left(words.starts, at) for at in span)
    clause = max((j for j in range(first) if low[j] in (";", ":")), default=0)
    return after < joint and any(reading.verb[clause:first])


def of_what_led_to_it(reading: Reading, frame: Frame, end: int) -> bool:
    """Whether a date up to character `end` is that of what an act led to: "closed it on Sunday after Ghana arrested two".

    "A day after" counts from it, and "hours after" is as good as the same day.
    """
    words, low = reading.words, reading.words.low
    after = bisect_left(words.starts, end)
    reason = next((j for j in range(after, frame.first) if low[j] in _REASONS), None)
    if reason is None or low[reason - 1] in _SOON or _CLOSING.intersection(low[reason : frame.first]):
        return False
    return not any(reading.verb[j] for j in range(after, reason))


def of_its_occasion(reading: Reading, sentence: Sentence, mention: DateMention, trigger: int) -> bool:
    """Whether a date closes a phrase for what an act behind or before it followed: "recalled him after a shooting on Sunday"."""
    found = _OCCASION.search(sentence.text[: mention.start]) if mention.text.startswith("on ") else None
    if found is None or not _MEETINGS.isdisjoint(found.group().split()):
        return False
    words, base = reading.words, sentence.span.start
    first, stop = (bisect_left(words.starts, at + base) for at in (found.start(), mention.start))
    if any(reading.verb[j] and words.low[j - 1] not in DETERMINERS for j in range(first, stop)):
        return False
    return trigger < found.start() if found.start() else trigger > mention.end


def of_others_too(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a date stands in a clause with "as" for when others did so too, or it was spoken of: "…, as Cuba had announced on Monday"."""
    low = reading.words.low
    if "as" not in low:
        return False
    date = bisect_left(reading.words.starts, start)
    if any(low[j] == "as" and low[j + 1] in _DID for j in range(frame.last + 1, date - 1)):
        return True
    heads = low[0] == "as" and "," in low[date : frame.first]
    begin = 0 if heads else next((j for j in range(frame.last + 2, date) if low[j - 1 : j + 1] == [",", "as"]), date)
    clause = low[begin + 1 : date]
    return "," not in clause and not _SPOKEN_OF.isdisjoint(clause[:_AS_CLAUSE])


def in_aside(reading: Reading, frame: Frame, span: tuple[int, int]) -> bool:
    """Whether a date stands between commas with what befell the subject before: "Kenya, angered by an arrest on Sunday, recalled"."""
    words, low = reading.words, reading.words.low
    first, stop = (bisect_left(words.starts, at) for at in span)
    close = next((j for j in range(stop, frame.group.start) if low[j] == ","), None)
    if close is None or low[close + 1] in _JOINING:
        return False
    opening = next((j for j in range(first - 1, -1, -1) if low[j] == ","), -1)
    participle, after = low[opening + 1 : opening + 3]
    if not participle.endswith("ed") or participle in _WITH_IT:
        return False
    return after in (PREPOSITIONS if opening > 0 else _CAUSES)


def told_aside(text: str, mention: DateMention) -> bool:
    """Whether an expression of time stands in a clause that tells of what was before: "Brussels, which had warned it in April, …"."""
    return _HAD_ASIDE.search(text[: mention.start]) is not None


def decided_then(text: str, mention: DateMention) -> bool:
    """Whether a day is that of a decision told behind what was decided: "is to send 100, parliament decided on Friday"."""
    return _DECIDED.search(text[: mention.start]) is not None
