"""What must be exactly 1.0 in every run of our own engines."""

from __future__ import annotations

from evals.counting import Counts
from evals.outcomes import CaseOutcome


def quotes_exact(case: CaseOutcome) -> Counts:
    """Evidence and citations whose quote is the very slice of the article that they claim, of all."""
    events = (*case.merged, *(event for article in case.articles for event in article.predicted))
    parts = [(part.article, part.start, part.end, part.quote) for event in events for part in event.evidence]
    parts += [
        (part.article, part.start, part.end, part.quote)
        for sentence in case.brief.sentences
        for part in sentence.citations
    ]
    good = sum(0 <= a < b and case.texts.get(article, "")[a:b] == quote for article, a, b, quote in parts)
    return {"hit": good, "all": len(parts)}


def citations_resolve(case: CaseOutcome) -> Counts:
    """Pointers of sentences (to listed sources, to known events) that lead somewhere, of all."""
    told = case.brief.sentences
    good = sum(part.listed and part.article in case.texts for sentence in told for part in sentence.citations)
    good += sum(event in case.brief.events for sentence in told for event in sentence.events)
    return {"hit": good, "all": sum(len(sentence.citations) + len(sentence.events) for sentence in told)}


def articles_accounted(case: CaseOutcome) -> Counts:
    """Articles that came out as done, or as failed with a reason, of all."""
    return {"hit": sum(article.accounted for article in case.articles), "all": len(case.articles)}
