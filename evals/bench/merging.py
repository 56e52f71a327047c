"""Merging and conflicts on their own: hand-labelled mentions in, so that what an engine misses doesn't count.

python -m evals.bench.merging [--show]: the dev clusters of evals/fixtures and all clusters of evals/training.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evals.agreement import label_as_event
from evals.cases import FIXTURES, Case, GoldArticle, case_folders, load_case
from evals.counting import pool
from evals.linking import gold_names, mention_links
from evals.metrics import METRICS
from evals.outcomes import ArticleOutcome, CaseOutcome
from evals.running import load_texts
from summarizer import Article
from summarizer.chunking import chunk_article
from summarizer.drafts import Mention
from summarizer.merging import mark_copies, merge_mentions
from summarizer.normalising.actors import display_name
from summarizer.spans import Span

TRAINING = Path(__file__).parents[1] / "training"


def label_mentions(gold: GoldArticle, article: Article) -> list[Mention]:
    """The labels of an article as grounded mentions: their sentences are those that hold a trigger."""
    (chunk,) = chunk_article(article, 10**9)
    mentions = []
    for label in gold.events:
        event = label_as_event(label, gold)
        spans = [s.span for start, end in label.triggers for s in chunk.sentences if s.span.start <= start < s.span.end]
        spans = list(dict.fromkeys(spans)) or [chunk.sentences[0].span]
        start, end = label.triggers[0] if label.triggers else (spans[0].start, spans[0].end)
        mentions.append(
            Mention(
                article.id, event.type, event.mode, event.status, tuple(spans), Span(start, end), article.text[start:end],
                tuple(p.model_copy(update={"name": display_name(p.name)}) for p in event.actors),
                tuple(p.model_copy(update={"name": display_name(p.name)}) for p in event.recipients),
                event.date, event.place, event.attribution, event.quantities,
                article.text[spans[0].start : spans[0].end], "label", 0.9,
            )
        )  # fmt: skip
    return sorted(mentions, key=lambda mention: mention.trigger)


def merged_outcome(case: Case, articles: Sequence[Article]) -> CaseOutcome:
    """What merging makes of a case's labelled mentions."""
    order = sorted(range(len(articles)), key=lambda at: (articles[at].published or "9999", articles[at].id))
    marked = mark_copies([articles[at] for at in order])
    by_article = {articles[at].id: label_mentions(case.articles[at], articles[at]) for at in order}
    merged = merge_mentions([m for article in marked for m in by_article[article.id]], marked)
    outcomes = tuple(
        ArticleOutcome(gold, article.id, merge_mentions(by_article[article.id], [article]))
        for gold, article in zip(case.articles, articles, strict=True)
    )
    return CaseOutcome(case, outcomes, merged)


def main() -> None:
    """Print conflict F1 and B³ of the clusters, pooled and, with --show, what is wrong."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()
    folders = [*FIXTURES.glob("dev-*/"), *(folder for folder in case_folders(TRAINING))]
    cases = [load_case(folder) for folder in sorted(folders)]
    outcomes = [merged_outcome(*load_texts(case)) for case in cases if case.is_cluster]
    for name in ("conflict_f1", "b3_precision", "b3_recall", "b3_f1"):
        metric = METRICS[name]
        counts = pool([unit for outcome in outcomes for unit in metric.units(outcome).values()])
        value = metric.formula(counts)
        print(f"{name:<14}{'–' if value is None else f'{value:.3f}'}  {dict(counts)}")
    for outcome in outcomes if arguments.show else ():
        _show(outcome)


def _show(outcome: CaseOutcome) -> None:
    print(f"\n{outcome.case.name}")
    called = gold_names(outcome)
    gold = {(c.event, str(c.slot)): (c.values, c.status) for c in outcome.case.info.conflicts}
    found = {
        (called.get(e.id, "?"), c.slot): (tuple(v.value for v in c.values), c.status)
        for e in outcome.merged
        for c in e.conflicts
    }
    for key in sorted(gold.keys() | found.keys()):
        mark = "ok    " if key in gold and key in found else "missed" if key in gold else "false "
        print(f"  {mark} {key}: gold {gold.get(key)}, found {found.get(key)}")
    links = mention_links(outcome)
    for merged in sorted(set(links.values())):
        members = sorted({gold for (_, gold), into in links.items() if into == merged})
        if len(members) > 1:
            print(f"  joined wrongly: {', '.join(members)}")
    for name in sorted({gold for _, gold in links}):
        homes = {into for (_, gold), into in links.items() if gold == name}
        if len(homes) > 1:
            where = [article for (article, gold) in links if gold == name]
            print(f"  kept apart wrongly: {name} ({', '.join(where)})")


if __name__ == "__main__":
    main()
