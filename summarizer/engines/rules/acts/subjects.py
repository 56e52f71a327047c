"""Who is the subject of a verb: the group before it, what that hangs on, what a relative pronoun refers to, lists.

`subject_of` passes over adverbials and then asks by what stands before the verb; `start` is where the verb's clause begins,
`depth`, how often the subject of another verb was asked for on the way.
"""

from __future__ import annotations

from summarizer.engines.rules.acts.adverbials import before_adverbials, is_lapse
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
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.acts.relatives import described, head_before, head_of
from summarizer.engines.rules.acts.sharing import listed_with, reporter_of, shares_with_teller, verb_before_aside
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_SPEAKING = frozenset("we i you us me".split())
_JOINTS = tk.PREPOSITIONS | tk.CONJUNCTIONS | {"then"}
_OPENS_ASIDE = frozenset(("(", "—", "–"))
_DEEPEST = 3
_LONGEST = 9  # tokens from "took" to what it led up to


def _who_took(reading: Reading, group: VerbGroup) -> Mention | None:
    """Who needed a time for what "to" leads in: "It took Chad until the Friday to refuse"."""
    low = reading.words.low
    if not group.infinitive or "took" not in low[max(group.start - _LONGEST, 0) : group.start]:
        return None
    at = low.index("took", max(group.start - _LONGEST, 0))
    if at < 1 or low[at - 1] != "it":
        return None
    return next((m for m in reading.mentions if m.start == at + 1 and m.codes), None)


def subject_of(reading: Reading, group: VerbGroup, depth: int = 0) -> list[Mention]:
    """Who does what the verb says (or to whom it is done, in the passive); empty when the clause names nobody."""
    low = reading.words.low
    apart = doer(reading, group) or _fronted(reading, group) or _who_took(reading, group)
    if apart is not None:
        return siblings(reading, apart)
    start = _clause_start(reading, group)
    k = before_adverbials(reading, group.start - 1, start)
    if k < start:
        return _left_out(reading, group, start, depth)
    word, mention = low[k], reading.at.get(k)
    if word in tk.PREDICATES and mention is None:  # "is ready to", "was unwilling to"
        return subject_of(reading, verb_group(reading, k), depth + 1) if depth < _DEEPEST else []
    if word in tk.RELATIVES:
        return head_of(reading, k)
    if word in DASHES and (opened := opening_dash(low, k)) > start and (named := reading.at.get(opened - 1)):
        return siblings(reading, climb(reading, named) or named)
    if word == ",":
        return _before_comma(reading, group, start, k, depth)
    if mention is not None:
        return _by_nearest(reading, group, start, mention, depth)
    if reading.verb[k] and depth < _DEEPEST:
        return subject_of(reading, verb_group(reading, k), depth + 1)
    if word == "and":
        return _before_and(reading, group, start, k, depth)
    if word in _JOINTS:
        return _before_joint(reading, group, start, k)
    return first_subject(reading, start, group.verb) or _after_who(reading, group, start)


def _fronted(reading: Reading, group: VerbGroup) -> Mention | None:
    """Who does what the participle says with which a sentence begins: "Expelling two envoys on Friday, Ghana …"."""
    low, first = reading.words.low, group.start
    if first == 0 or (low[first].endswith("ing") and " ".join(low[:first]) in FRONTS):
        return fronted_subject(reading, group.verb)
    return None


def _clause_start(reading: Reading, group: VerbGroup) -> int:
    """Where the clause of a verb begins, before what stands between its auxiliaries and before who only tells it."""
    start = clause_start(reading, group.verb)
    if start > group.start:  # "had not, as the station reported, closed …"
        start = clause_start(reading, group.start)
    return clause_start(reading, start - 3) if _told_in_passing(reading, start) else start


def _left_out(reading: Reading, group: VerbGroup, start: int, depth: int) -> list[Mention]:
    """Whose verb begins its clause: who owns up to it, what a relative pronoun refers to, or the main clause's subject."""
    low = reading.words.low
    if not start:
        return []
    before = start - 1
    owning = low[group.start] == "having" or (low[before] in OWNING_UP and low[group.start].endswith("ing"))
    if owning and reading.verb[before] and depth < _DEEPEST:
        return subject_of(reading, verb_group(reading, before), depth + 1)  # "Peru denied on Friday having …"
    if low[before] in TEMPORAL or low[before] in _OPENS_ASIDE:
        return first_subject(reading, 0, before)
    return head_of(reading, before)


def _before_comma(reading: Reading, group: VerbGroup, start: int, comma: int, depth: int) -> list[Mention]:
    """Who stands before a comma and a verb: the subject of the verbs listed there, or who stands before an aside."""
    listed = listed_with(reading, group, comma) if depth < _DEEPEST else None
    if listed is not None:
        return subject_of(reading, listed, depth + 1)
    who = described(reading, start, comma)
    if who is not None:
        return who
    nearest, outer = reading.at.get(comma - 1), _before_aside(reading, start, comma)
    if outer is not None:
        if nearest is not None and _is_name_of(nearest, outer):
            return [nearest]
        top = climb(reading, outer) if not reading.words.low[group.verb].endswith("ing") else None
        if top is not None:
            return siblings(reading, top)
    return first_subject(reading, start, group.verb)


def _before_aside(reading: Reading, start: int, closing: int) -> Mention | None:
    """The group before the aside that a comma closes; before that comma itself where no other one stands in the clause."""
    opened = opening_comma(reading, closing)
    if opened < 0:
        low = reading.words.low
        opened = next((j for j in range(closing - 1, start - 1, -1) if low[j] == ","), closing)
    return reading.at.get((opened or closing) - 1)


def _is_name_of(nearest: Mention, outer: Mention) -> bool:
    """Whether a group in an aside names whom the one before only describes: "Their host, President Seo, promised …"."""
    if not nearest.known or nearest.prep:
        return False
    return not (outer.known or outer.role) or (outer.own and nearest.hit and not outer.hit)


def _by_nearest(reading: Reading, group: VerbGroup, start: int, mention: Mention, depth: int) -> list[Mention]:
    """Whom the group right before a verb leads to: itself, what it hangs on, or who stands before its clause."""
    of_whom = _told_of(reading, mention, depth) if group.infinitive and mention.prep == "by" else []
    if of_whom:
        return of_whom
    top = climb(reading, mention)
    if top is None:
        return _after_who(reading, group, start) or first_subject(reading, start, group.verb)
    who = head_before(reading, start, top)
    if who:
        return who
    return siblings(reading, top) if _can_act(top) else _by_thing(reading, group, start, top)


def _after_who(reading: Reading, group: VerbGroup, start: int) -> list[Mention]:
    """Who goes on behind a clause on him: "Two drivers who had asked for a receipt (who had sat in a cell since May) were …"."""
    if not start or not group.auxiliaries or reading.words.low[start - 1] != "who":
        return []
    return head_of(reading, start - 1) if any(reading.verb[start : group.start]) else []


def _by_thing(reading: Reading, group: VerbGroup, start: int, thing: Mention) -> list[Mention]:
    """Who acts where a thing stands right before the verb: the thing, or who stands at the front of its clause."""
    low = reading.words.low
    first = first_subject(reading, start, thing.start)
    if first and (group.infinitive or (low[group.verb].endswith("ing") and not group.be)):
        return first  # "Berg issued a decree to …"
    return first if any(m.known for m in first) and low[thing.start - 1] in (")", ",") else [thing]


def _before_and(reading: Reading, group: VerbGroup, start: int, joint: int, depth: int) -> list[Mention]:
    """Who stands before "and" and a verb: the subject of an earlier verb, of the clause, or who tells what is said before."""
    listed = verb_before_aside(reading, start, joint) if depth < _DEEPEST else None
    found = subject_of(reading, listed, depth + 1) if listed is not None else []
    if any(map(_can_act, found)):
        return found
    if shares_with_teller(reading, start, group):
        return first_subject(reading, 0, start)
    outer = _past_temporal(reading, group, start, joint)
    if outer:
        return outer
    found = first_subject(reading, start, group.verb)
    reporter = reporter_of(reading, group, joint, start, found) if depth < _DEEPEST else None
    if reporter is not None:
        return subject_of(reading, reporter, depth + 1)
    if start and not any(map(_can_act, found)):
        return first_subject(reading, 0, start) or found  # "France said the posts were foul and conveyed …"
    return found


def _before_joint(reading: Reading, group: VerbGroup, start: int, joint: int) -> list[Mention]:
    """Who stands before a preposition, or another conjunction than "and", and a verb."""
    word = reading.words.low[joint]
    outer = _past_temporal(reading, group, start, joint) if word == "but" else []
    found = outer or first_subject(reading, start, group.verb) or _after_who(reading, group, start)
    if not found and start and word in tk.PREPOSITIONS:
        return first_subject(reading, 0, group.verb)
    return found


def _past_temporal(reading: Reading, group: VerbGroup, start: int, joint: int) -> list[Mention]:
    """The main clause's subject, which goes on after a temporal clause: "Qatar freed him a day after an envoy came, but refused …"."""
    low = reading.words.low
    if low[joint - 1] != "," or start <= 1 or low[start - 1] not in TEMPORAL or group.auxiliaries:
        return []
    outer = first_subject(reading, 0, start)
    return outer if any(m.known for m in outer) else []


def _can_act(mention: Mention) -> bool:
    """Whether a group is somebody, not a thing."""
    return bool(mention.known or mention.party or mention.role or mention.pronoun)


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


def _told_in_passing(reading: Reading, start: int) -> bool:
    """Whether a clause begins with who only tells it, behind the verb: "He walked across, say the Ghanaians, and asked to stay"."""
    low = reading.words.low
    if start < 3 or low[start - 1] not in REPORTING or low[start - 2] != ",":
        return False
    teller = next((m for m in reading.mentions if m.start == start), None)
    if teller is None or low[teller.stop : teller.stop + 1] != [","]:
        return False
    return not low[min(teller.stop + 1, len(low) - 1)].endswith("ing")  # "…, said the Ghanaians, asking Chad for help"


def first_subject(reading: Reading, start: int, end: int) -> list[Mention]:
    """The first group from `start` on that no preposition leads in and that a verb follows."""
    low = reading.words.low
    for mention in reading.mentions:
        if mention.start < start:
            continue
        if mention.start >= end:
            break
        if mention.prep or mention.inner or is_lapse(reading, mention):
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
