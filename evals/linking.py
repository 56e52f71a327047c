"""Which gold events a sentence of a brief tells, and which merged event a gold mention went into."""

from __future__ import annotations

from collections import Counter

from evals.cases import GoldEvent
from evals.keys import keys, set_f1
from evals.outcomes import ArticleOutcome, CaseOutcome, Cited, Told
from evals.wording import sentence_round, stems
from summarizer import Event


def shown_events(citation: Cited, case: CaseOutcome) -> tuple[GoldEvent, ...]:
    """Gold events of which the cited passage holds a trigger."""
    return tuple(
        gold
        for article in case.articles
        if article.article == citation.article
        for gold in article.gold.events
        if any(start < citation.end and citation.start < end for start, end in gold.triggers)
    )


def told_event(sentence: Told, case: CaseOutcome) -> GoldEvent | None:
    """The gold event that the sentence most likely tells: shown in a cited passage, and worded most alike; or None.

    Alike: at least two, and three tenths, of the sentence's stems stand in the article's sentence round the trigger.
    """
    wording = stems(sentence.text)
    best: tuple[int, GoldEvent | None] = (1, None)
    for citation in sentence.citations:
        for gold in shown_events(citation, case):
            around = stems(" ".join(sentence_round(case.texts[citation.article], *span) for span in gold.triggers))
            shared = len(wording & around)
            if shared > best[0] and shared >= 0.3 * len(wording):
                best = (shared, gold)
    return best[1]


def _likeness(mention: Event, merged: Event, article: str) -> float:
    """How well a merged event fits an event of one article; 0 when they share no passage."""
    mine = [(part.start, part.end) for part in mention.evidence]
    shared = any(
        part.start < end and start < part.end
        for part in merged.evidence
        if part.article == article
        for start, end in mine
    )
    if not shared:
        return 0.0
    exact = any((part.start, part.end) in mine for part in merged.evidence if part.article == article)
    return (
        1.0
        + 3.0 * (mention.type == merged.type)
        + exact
        + (mention.mode == merged.mode)
        + (mention.date == merged.date)
        + set_f1(keys(mention.actors), keys(merged.actors))
        + set_f1(keys(mention.recipients), keys(merged.recipients))
    )


def merged_into(mention: Event, article: ArticleOutcome, merged: tuple[Event, ...]) -> str | None:
    """The id of the merged event that took up an article's event (shared passage, most alike), or None."""
    ranked = [(_likeness(mention, event, article.article), event.id) for event in merged]
    best = max(ranked, key=lambda item: item[0], default=(0.0, ""))
    return best[1] if best[0] > 0 else None


def mention_links(case: CaseOutcome) -> dict[tuple[str, str], str]:
    """For each gold mention (article name, event id) that was found: the merged event it went into, or its own."""
    links: dict[tuple[str, str], str] = {}
    for article in case.articles:
        for pair in article.pairs:
            mention, gold = article.predicted[pair.predicted], article.gold.events[pair.gold]
            into = merged_into(mention, article, case.merged)
            links[article.gold.name, gold.id] = into or f"lost:{article.gold.name}:{gold.id}"
    return links


def gold_names(case: CaseOutcome) -> dict[str, str]:
    """For each merged event the gold id that most of its mentions have (of equals, the first by name)."""
    votes: dict[str, Counter[str]] = {}
    for (_, gold), merged in sorted(mention_links(case).items()):
        votes.setdefault(merged, Counter())[gold] += 1
    return {merged: max(sorted(counts), key=lambda name: counts[name]) for merged, counts in votes.items()}
