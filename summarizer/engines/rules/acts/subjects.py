"""Who is the subject of a verb: the group before it, what that hangs on, what a relative pronoun refers to, lists."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import (
    DASHES,
    REPORTING,
    TEMPORAL,
    VerbGroup,
    clause_start,
    opening_comma,
    opening_dash,
    verb_group,
)
from summarizer.engines.rules.acts.fronting import fronted_subject
from summarizer.engines.rules.acts.gerunds import FRONTS, OWNING_UP, doer
from summarizer.engines.rules.acts.listing import WHERE, siblings
from summarizer.engines.rules.acts.sharing import listed_with, reporter_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_OPENING = tk.RELATIVES | TEMPORAL
_TIMES = frozenset(("minute", "moment", "hour", "instant", "time"))
_SPEAKING = frozenset("we i you us me".split())


def subject_of(reading: Reading, group: VerbGroup, depth: int = 0) -> list[Mention]:
    """Who does what the verb says (or to whom it is done, in the passive); empty when the clause names nobody."""
    words = reading.words
    low = words.low
    who = doer(reading, group)
    if who is not None:
        return siblings(reading, who)
    start = clause_start(reading, group.verb)
    if start > group.start:  # "had not, as the station reported, closed …"
        start = clause_start(reading, group.start)
    if _told_in_passing(reading, start):
        start = clause_start(reading, start - 3)
    if group.start == 0 or (low[group.start].endswith("ing") and " ".join(low[: group.start]) in FRONTS):
        fronted = fronted_subject(reading, group.verb)
        if fronted is not None:  # "Expelling two envoys on Friday, Ghana …"
            return siblings(reading, fronted)
    k = group.start - 1
    while (
        k >= start
        and (
            tk.is_adverb(low[k])
            or (low[k] in tk.TIME_WORDS and k not in reading.hits)
            or low[k].isdigit()
            or _before_time(low, k)
            or (low[k] in ("the", "on") and tk.date_end(low, k + (low[k] == "on")) > k + 1)
        )
        and (k not in reading.at or _day_number(low, k))
    ):
        k -= 1
    while k > start and k in reading.at and (_lapse(reading, reading.at[k]) or _this_time(reading, reading.at[k])):
        k = reading.at[k].start - 1  # "which two days earlier had …"
        k -= low[k] == "this" and k not in reading.at
    if k > start and low[k] == ")" and k not in reading.at:
        while k > start and low[k] != "(":
            k -= 1
        k -= 1
    if k < start:
        owning = low[group.start] == "having" or (low[start - 1] in OWNING_UP and low[group.start].endswith("ing"))
        if owning and start and reading.verb[start - 1] and depth < 3:
            return subject_of(reading, verb_group(reading, start - 1), depth + 1)  # "Peru denied on Friday having …"
        return _antecedent(reading, start - 1)
    if low[k] in tk.PREDICATES and reading.at.get(k) is None:  # "is ready to", "was unwilling to"
        return subject_of(reading, verb_group(reading, k), depth + 1) if depth < 3 else []
    word = low[k]
    if word in tk.RELATIVES:
        return _antecedent(reading, k)
    if word in DASHES and (opened := opening_dash(low, k)) > start and (named := reading.at.get(opened - 1)):
        return siblings(reading, climb(reading, named) or named)
    if word == ",":
        listed = listed_with(reading, group, k) if depth < 3 else None
        if listed is not None:
            return subject_of(reading, listed, depth + 1)
        described = _described(reading, start, k)
        if described is not None:
            return described
        previous: int | None = opening_comma(reading, k)
        if previous is None or previous < 0:
            previous = next((j for j in range(k - 1, start - 1, -1) if low[j] == ","), None)
        ending = reading.at.get(previous - 1) if previous else reading.at.get(k - 1)
        nearest = reading.at.get(k - 1)
        if (
            ending is not None
            and nearest is not None
            and nearest.known
            and not nearest.prep
            and (not (ending.known or ending.role) or (ending.own and nearest.hit and not ending.hit))
        ):
            return [nearest]  # "Their host, President Seo, promised …"
        if ending is not None and not low[group.verb].endswith("ing"):
            top = climb(reading, ending)
            if top is not None:
                return siblings(reading, top)
        return first_subject(reading, start, group.verb)
    mention = reading.at.get(k)
    if mention is not None:
        of_whom = _told_of(reading, mention, depth) if group.infinitive and mention.prep == "by" else []
        if of_whom:
            return of_whom
        top = climb(reading, mention)
        if top is None and start and low[start - 1] == "who" and any(reading.verb[start : mention.start]):
            described = _antecedent(reading, start - 1)  # "Two drivers who had asked for a receipt were …"
            if described and group.auxiliaries:
                return described
        if top is None:
            return first_subject(reading, start, group.verb)
        apart = low[top.start - 1] == ","  # "In Meru, which would lose its customers, growers parked …"
        if (
            start
            and not apart
            and low[start - 1] in ("who", "which", "that")
            and any(reading.verb[start : top.start])
            and not _both_do(reading, start, top)
        ):
            outer = _antecedent(reading, start - 1)
            if outer and not reading.verb[start - 2]:
                return outer
        if not (top.known or top.party or top.role or top.pronoun):
            first = first_subject(reading, start, top.start)
            if group.infinitive and first:  # "Berg issued a decree to …"
                return first
            if low[group.verb].endswith("ing") and not group.be and first:
                return first
            return first if any(m.known for m in first) and low[top.start - 1] in (")", ",") else [top]
        return siblings(reading, top)
    if reading.verb[k] and depth < 3:
        return subject_of(reading, verb_group(reading, k), depth + 1)
    if word in tk.PREPOSITIONS or word in tk.CONJUNCTIONS or word in ("to", "then", "by", "than"):
        shared = _sharing(reading, start, k) if word == "and" and depth < 3 else None
        if shared is not None:
            found = subject_of(reading, shared, depth + 1)
            if any(m.known or m.party or m.role or m.pronoun for m in found):
                return found
        if word == "and" and _said_besides(reading, start, group):
            return first_subject(reading, 0, start)
        found = first_subject(reading, start, group.verb)
        if not found and start > 0 and word in tk.PREPOSITIONS:
            found = first_subject(reading, 0, group.verb)
        if (
            word in ("and", "but")
            and low[k - 1] == ","
            and start > 1
            and low[start - 1] in TEMPORAL
            and not group.auxiliaries
        ):
            outer = first_subject(reading, 0, start)  # "Qatar freed him a day after an envoy came, but refused …"
            if any(m.known for m in outer):
                return outer
        reporter = reporter_of(reading, group, k, start, found) if word == "and" and depth < 3 else None
        if reporter is not None:
            return subject_of(reading, reporter, depth + 1)
        if word == "and" and start > 0 and not any(m.known or m.party or m.role or m.pronoun for m in found):
            return first_subject(reading, 0, start) or found  # "France said the posts were foul and conveyed …"
        return found
    return first_subject(reading, start, group.verb)


def _told_of(reading: Reading, teller: Mention, depth: int) -> list[Mention]:
    """Of whom somebody tells something: "Chad, said by a website to have …", "Chad was reported by the army to have …"."""
    low = reading.words.low
    verb = teller.start - 2 - (low[teller.start - 1] in tk.DETERMINERS)
    if verb < 1 or low[verb] not in REPORTING or depth > 2:
        return []
    group = verb_group(reading, verb)
    if group.be:
        return subject_of(reading, group, depth + 1)
    noun = reading.at.get(verb - 1 - (low[verb - 1] == ","))
    top = climb(reading, noun) if noun is not None else None
    return siblings(reading, top) if top is not None else []


def _both_do(reading: Reading, start: int, last: Mention) -> bool:
    """Whether a relative clause from `start` on has two subjects, of which this is the last: "that Togo took and Chad declined"."""
    if not last.known or reading.words.low[last.start - 1] not in ("and", "but"):
        return False
    return any(m.start == start and not m.prep for m in reading.mentions)


def _told_in_passing(reading: Reading, start: int) -> bool:
    """Whether a clause begins with who only tells it, behind the verb: "He walked across, say the Ghanaians, and asked to stay"."""
    low = reading.words.low
    if start < 3 or low[start - 1] not in REPORTING or low[start - 2] != ",":
        return False
    teller = next((m for m in reading.mentions if m.start == start), None)
    if teller is None or low[teller.stop : teller.stop + 1] != [","]:
        return False
    return not low[min(teller.stop + 1, len(low) - 1)].endswith("ing")  # "…, said the Ghanaians, asking Chad for help"


def _said_besides(reading: Reading, start: int, group: VerbGroup) -> bool:
    """Whether an active verb behind a passive goes on with who tells that: "It said that its men had been hurt and asked Togo to pay"."""
    low = reading.words.low
    if start < 2 or low[start - 1] != "that" or low[start - 2] not in REPORTING or group.auxiliaries:
        return False
    if not any(m.start == group.verb + 1 and not m.prep for m in reading.mentions):
        return False
    verb = next((j for j in range(group.start - 2, start, -1) if reading.verb[j]), None)
    return verb is not None and verb_group(reading, verb).be


def _sharing(reading: Reading, start: int, joint: int) -> VerbGroup | None:
    """The verb behind an aside whose subject a verb after "and" shares: "Chad, which denies it, shut its border and expelled …"."""
    low = reading.words.low
    verb = next((j for j in range(joint - 1, start, -1) if reading.verb[j]), None)
    if verb is None or low[verb].endswith("ing") or not _OPENING.isdisjoint(low[verb:joint]):
        return None
    before = verb_group(reading, verb)
    return before if before.start > start and low[before.start - 1] == "," and not before.infinitive else None


def _described(reading: Reading, start: int, comma: int) -> list[Mention] | None:
    """Who is described up to a comma by a relative clause from `start` on: "Mensah, a minister who served in Togo, on Friday …"."""
    low = reading.words.low
    if start < 2 or low[start - 1] not in ("who", "which", "that") or not any(reading.verb[start:comma]):
        return None
    noun = reading.at.get(start - 2)
    noun = climb(reading, noun) if noun is not None else None
    if noun is None or noun.pronoun or noun.prep or (noun.start and low[noun.start - 1] != ","):
        return None
    named = reading.at.get(noun.start - 2) if noun.start else None
    top = climb(reading, named) if named is not None else None
    if top is None:  # "In Ghana, soldiers that came from Togo, on Friday …"
        return siblings(reading, noun) if noun.known or noun.role or noun.party else None
    return siblings(reading, top) if not top.pronoun else None


def _lapse(reading: Reading, mention: Mention) -> bool:
    """Whether a number only counts days or hours: "two days earlier", "one night"."""
    if mention.known or mention.role or mention.end - mention.start > 1:
        return False
    counted = reading.words.low[mention.end : max(mention.stop, mention.end + 1)]
    return all(word in tk.TIME_WORDS for word in counted)


def _this_time(reading: Reading, mention: Mention) -> bool:
    """Whether a group only tells when: "has this minute invited"."""
    low, first = reading.words.low, mention.start
    told = low[first] == "this" or (first > 0 and low[first - 1] == "this")
    return told and mention.end - first <= 2 and low[mention.end - 1] in _TIMES


def _day_number(low: list[str], k: int) -> bool:
    """Whether a number only ends a date: "on February 27"."""
    return k > 1 and low[k].isdigit() and low[k - 1] in tk.TIME_WORDS and low[k - 2] == "on"


def _before_time(low: list[str], k: int) -> bool:
    return (
        low[k] in ("on", "in", "at", "late", "early")
        and k + 1 < len(low)
        and (low[k + 1] in tk.TIME_WORDS or low[k + 1].isdigit() or low[k + 1] in ("late", "early"))
    )


def _antecedent(reading: Reading, boundary: int) -> list[Mention]:
    """What a relative pronoun at `boundary` refers to; for a temporal clause without subject, the main clause's subject."""
    low = reading.words.low
    if boundary < 0:
        return []
    if low[boundary] in ("who", "which", "that", "whom"):
        j = boundary - 1
        shared = j > 1 and low[j] == "of" and low[j - 1] in ("each", "both", "all", "some", "most", "none", "two")
        j -= 2 if shared else 0
        if j >= 0 and low[j] == ",":
            j -= 1
        mention = reading.at.get(j)
        if mention is not None and shared:  # "Lithuania and Latvia, each of which summoned …"
            return siblings(reading, mention)
        if mention is not None:
            top = mention
            placed = mention.prep in WHERE and mention.end - 1 in reading.hits and j == boundary - 1
            if placed or (low[boundary] == "who" and mention.prep in ("of", "to", "for", "in")):
                top = climb(reading, mention) or mention  # "a blast in Kabul which killed two"
            return [top] if not top.pronoun else []
        return []
    if low[boundary] in TEMPORAL or low[boundary] in "(—–":
        return first_subject(reading, 0, boundary)
    return []


def first_subject(reading: Reading, start: int, end: int) -> list[Mention]:
    """The first group from `start` on that no preposition leads in and that a verb follows."""
    low = reading.words.low
    for mention in reading.mentions:
        if mention.start < start:
            continue
        if mention.start >= end:
            break
        if mention.prep or mention.inner or _lapse(reading, mention):
            continue
        if mention.start > start and reading.verb[mention.start - 1]:
            continue
        if tk.is_day_number(low, mention.end - 1):
            continue  # "On Thursday, 9 May, a court …"
        quoting = mention.pronoun and (low[mention.start] in _SPEAKING or low[mention.start] in tk.RELATIVES)
        if quoting and any(word in tk.QUOTES for word in low[mention.end : end]):
            continue  # "“We share nothing,” he said, and demanded …"
        group = siblings(reading, mention)
        return [m for m in group if m.start >= start] or [mention]
    return []
