"""Statements that no output may make; each case lists its own (negative tests as in CheckList: Ribeiro et al. 2020)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.counting import Counts
from evals.labels import AnyParty, EventPattern, MustNot, PartyLabel, all_fit
from evals.outcomes import CaseOutcome
from summarizer import Event


def _named(parties: Sequence[AnyParty], event: Event) -> list[AnyParty]:
    """Parties, those given only by code with the evidence's words for a name: whoever is meant is named there, if at all."""
    quotes = " ".join(part.quote for part in event.evidence)
    return [
        PartyLabel(party.country, party.sector, quotes) if party.name == party.country else party for party in parties
    ]


def pattern_fits(pattern: EventPattern, event: Event) -> bool:
    """Whether every slot that the pattern gives is so in the event: type (and mode), all its parties, status, date."""
    type_, _, mode = (pattern.type or "").partition("/")
    return (
        (not type_ or type_ == event.type)
        and (not mode or mode == event.mode)
        and all_fit(pattern.actors, _named(event.actors, event))
        and all_fit(pattern.recipients, _named(event.recipients, event))
        and pattern.status in (None, event.status)
        and (pattern.date is None or bool(event.date and re.fullmatch(pattern.date, event.date.edtf)))
    )


def said(rule: MustNot, case: CaseOutcome) -> str | None:
    """The sentence or event (by its summary) that makes the forbidden statement, or None."""
    if rule.event is not None:
        found = (*case.merged, *(event for article in case.articles for event in article.predicted))
        for event in found:
            if pattern_fits(rule.event, event):
                return f"{event.type}/{event.mode} {event.status}: {event.summary}"
    if rule.words:
        for sentence in case.brief.sentences:
            if all(re.search(word, sentence.text, re.I) for word in rule.words):
                return sentence.text
    return None


def must_not_hits(case: CaseOutcome) -> Counts:
    """Of all forbidden statements those that an event record or a single sentence of the brief makes."""
    rules = case.case.info.must_not
    return {"hit": sum(said(rule, case) is not None for rule in rules), "all": len(rules)}
