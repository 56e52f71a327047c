"""Why an expression of time in a sentence doesn't date an act: it belongs to the saying, to another clause or verb, or sets a limit."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.reduced import own_verb
from summarizer.engines.rules.days.belonging import definite_past, elsewhere, of_the_saying
from summarizer.engines.rules.days.candidates import Candidate, Search
from summarizer.engines.rules.days.counting import to_come
from summarizer.engines.rules.days.limiting import is_deadline, is_set
from summarizer.engines.rules.days.objecting import of_who_speaks_of_it
from summarizer.engines.rules.days.other_verbs import of_another
from summarizer.engines.rules.days.papers import heads_paper
from summarizer.engines.rules.days.parting import (
    after_colon,
    in_aside,
    in_clause_before,
    in_opening_clause,
    of_its_occasion,
    of_others_too,
    of_the_harm,
    of_the_pluperfect,
    of_the_promised,
    of_what_led_to_it,
    with_perfect,
)
from summarizer.engines.rules.days.sharing import of_the_verb_before
from summarizer.engines.rules.status.at_last import done_at_last
from summarizer.engines.rules.status.conditions import in_condition

_WILL = frozenset(("will", "shall", "'ll"))
# Of what is promised, asked for or threatened the day to come may stand for the act; of these never.
_OF_THE_PAST = frozenset(("ACCUSE", "REJECT"))


def is_of_others(search: Search, one: Candidate) -> bool:
    """Whether an expression of time dates anything but the act."""
    if _of_the_outer_act(search, one) or _of_words(search, one):
        return True
    perfect = not one.announced and definite_past(search.frame, one.mention, search.clock)
    if perfect and not with_perfect(search.reading, search.frame, one.span):
        return True
    return _of_another_clause(search, one) or _sets_limit(search, one) or _of_the_verb_before(search, one)


def _of_the_outer_act(search: Search, one: Candidate) -> bool:
    """Whether it stands before the act and is still to come, or dates what holds the act: a charge, a refusal."""
    frame, clock, mention = search.frame, search.clock, one.mention
    early = mention.start < search.trigger or (mention.kind == "anchored" and not clock.speech)
    early = early or frame.pattern.type in _OF_THE_PAST  # "declines an invitation to talks on 1 June"
    if early and not one.ahead and not clock.future and to_come(one.edtf, clock):
        return True  # "Before the court rules on 3 June, Ghana seized …"
    inner = frame.pattern.noun and "inner" in frame.pattern.flags
    # "on Monday accused them of having …" dates the charge, "on Monday turned down a plea" the refusal
    before = mention.start < search.trigger
    return (frame.charge is not None and (before or _right_behind(search, one))) or (inner and before)


def _right_behind(search: Search, one: Candidate) -> bool:
    """Whether it follows the first word of an act, with nothing that it is done to: "accused them of spying on Tuesday"."""
    return search.reading.words.starts[search.frame.first + 1] == one.span[0]


def _of_words(search: Search, one: Candidate) -> bool:
    """Whether it dates the saying, or what is asked for, promised or spoken of."""
    reading, frame, reports, clock, mention = search.reading, search.frame, search.reports, search.clock, one.mention
    if of_the_saying(reading, frame, reports, one.span, clock) or of_another(reading, frame, reports, one.span, clock):
        return True
    if not clock.speech:
        return False
    promised = not clock.future and mention.start > search.trigger and of_the_promised(reading, frame, mention)
    return promised or of_the_harm(search.text, mention, search.trigger)


def _of_another_clause(search: Search, one: Candidate) -> bool:
    """Whether it stands with what came before the act, with what led to it, or with what others did."""
    reading, frame, mention, span = search.reading, search.frame, one.mention, one.span
    if _of_whom_it_describes(search, one) or _of_what_will_be(search, one):
        return True
    if of_the_pluperfect(reading, frame, span[0]) or in_opening_clause(
        reading, frame, span, search.base, search.mentions[-1].start + search.base
    ):
        return True
    if of_who_speaks_of_it(reading, frame, span):
        return True
    if of_others_too(reading, frame, span[0]) or of_its_occasion(reading, search.sentence, mention, search.trigger):
        return True
    if of_what_led_to_it(reading, frame, span[1]):
        return True
    if mention.start < search.trigger:
        return in_aside(reading, frame, span) or _parted(search, one)
    # "asked it to explain a second thing: since Wednesday the site has been down"
    return _parted(search, one) or after_colon(reading, frame, span)


def _of_whom_it_describes(search: Search, one: Candidate) -> bool:
    """Whether it stands outside a participle that only tells about whom another verb is: "Two men held in Niger were freed on Monday"."""
    verb, starts = search.frame.group.verb, search.reading.words.starts
    own = None if search.frame.pattern.noun else own_verb(search.reading, verb)
    return own is not None and not starts[verb] < one.span[0] < starts[own]


def _of_what_will_be(search: Search, one: Candidate) -> bool:
    """Whether it stands before the act with what is to come: "The two will meet on the 22nd, and Chad promises to free nine"."""
    reading, words = search.reading, search.reading.words
    if one.mention.start >= search.trigger or search.clock.future or _WILL.isdisjoint(words.forms):
        return False
    at = bisect_left(words.starts, one.span[0])
    verb = next((j for j in range(at - 1, -1, -1) if reading.verb[j]), None)
    if verb is None or verb >= search.frame.group.start or verb_group(reading, verb).modal not in _WILL:
        return False
    if "that" in words.low[verb:at]:
        return False  # "It will be recalled that on Monday …"
    return any(word in ("and", ";", "but") for word in words.low[at : search.frame.group.start])


def _parted(search: Search, one: Candidate) -> bool:
    speech = search.clock.speech
    if speech and in_clause_before(search.reading, search.frame, one.span):
        return True
    return elsewhere(search.reading, search.frame, one.span, speech)


def _sets_limit(search: Search, one: Candidate) -> bool:
    """Whether it only tells for when a thing is set, or until when."""
    if search.clock.speech and heads_paper(search.frame, search.text, one.mention):
        return False
    if in_condition(search.reading, search.frame, one.span[0]):
        return True  # "If they aren't paid by Friday, …"
    behind = one.mention.start > search.trigger
    if behind and done_at_last(search.reading, search.frame):
        return False
    if behind and not search.clock.future and is_set(search.text, one.mention):
        return True
    return is_deadline(search.text, one.mention, search.trigger, search.clock)


def _of_the_verb_before(search: Search, one: Candidate) -> bool:
    others = [one.mention, *(m for m in search.mentions[one.at + 1 :] if not is_set(search.text, m))]
    bounds = (search.base, search.clause[1])
    return of_the_verb_before(search.reading, search.frame, others, bounds, search.clock.speech)
