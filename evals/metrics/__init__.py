"""All metrics: pure functions from the outcome of an article or case to counts, and formulas of pooled counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from evals.counting import Counts, Formula, f1, precision, recall, share
from evals.metrics import (
    changes,
    citations,
    claims,
    conflicts,
    cost,
    detection,
    evidence,
    forbidden,
    invariants,
    merging,
    nuggets,
    prose,
    slots,
    support,
)
from evals.outcomes import ArticleOutcome, CaseOutcome

Better = Literal["higher", "lower", "neither", "exactly 1"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric: counts per unit (one of the two functions), the formula over pooled counts, and which way is better."""

    formula: Formula
    better: Better
    of_article: Callable[[ArticleOutcome], Counts] | None = None
    of_case: Callable[[CaseOutcome], Counts] | None = None

    def units(self, case: CaseOutcome) -> dict[str, Counts]:
        """Counts by unit: `case/article` for a metric of articles, `case` for one of cases."""
        if self.of_article is not None:
            return {f"{case.case.name}/{part.gold.name}": self.of_article(part) for part in case.articles}
        assert self.of_case is not None
        return {case.case.name: self.of_case(case)}


METRICS: dict[str, Metric] = {
    "event_precision": Metric(precision, "higher", of_article=detection.found_events),
    "event_recall": Metric(recall, "higher", of_article=detection.found_events),
    "event_f1": Metric(f1, "higher", of_article=detection.found_events),
    "actors_f1": Metric(f1, "higher", of_article=slots.actors),
    "recipients_f1": Metric(f1, "higher", of_article=slots.recipients),
    "date_f1": Metric(f1, "higher", of_article=slots.date),
    "date_exact": Metric(share, "higher", of_article=slots.date_of_matched),
    "date_over_precision": Metric(share, "lower", of_article=slots.over_precise_dates),
    "status_f1": Metric(f1, "higher", of_article=slots.status),
    "status_accuracy": Metric(share, "higher", of_article=slots.status_of_matched),
    "mode_accuracy": Metric(share, "higher", of_article=slots.mode_of_matched),
    "place_accuracy": Metric(share, "higher", of_article=slots.place_of_matched),
    "attribution_f1": Metric(f1, "higher", of_article=slots.attribution),
    "attribution_matched_f1": Metric(f1, "higher", of_article=slots.attribution_of_matched),
    "quantities_f1": Metric(f1, "higher", of_article=slots.quantities),
    "evidence_overlap": Metric(share, "higher", of_article=evidence.trigger_overlap),
    "evidence_precision": Metric(share, "higher", of_article=evidence.evidence_precision),
    "evidence_characters": Metric(share, "lower", of_article=evidence.evidence_length),
    "duplicate_rate": Metric(share, "lower", of_article=detection.duplicates),
    "false_events_per_no_event_article": Metric(share, "lower", of_article=detection.false_alarms),
    "b3_precision": Metric(merging.b_cubed_precision, "higher", of_case=merging.b_cubed),
    "b3_recall": Metric(merging.b_cubed_recall, "higher", of_case=merging.b_cubed),
    "b3_f1": Metric(merging.b_cubed_f1, "higher", of_case=merging.b_cubed),
    "must_not_rate": Metric(share, "lower", of_case=forbidden.must_not_hits),
    "nugget_recall_vital": Metric(share, "higher", of_case=nuggets.vital_nuggets),
    "nugget_recall": Metric(share, "higher", of_case=nuggets.all_nuggets),
    "support_rate": Metric(share, "higher", of_case=support.support_rate),
    "withheld_rate": Metric(share, "lower", of_case=support.withheld_rate),
    "citation_precision": Metric(share, "higher", of_case=citations.citation_precision),
    "citation_recall": Metric(share, "higher", of_case=citations.citation_recall),
    "citation_characters": Metric(share, "lower", of_case=citations.passage_length),
    "unattributed_claim_rate": Metric(share, "lower", of_case=claims.unattributed_claims),
    "unreal_as_fact_rate": Metric(share, "lower", of_case=claims.unreal_as_fact),
    "conflict_f1": Metric(f1, "higher", of_case=conflicts.conflicts),
    "conflict_told": Metric(share, "higher", of_case=conflicts.told_conflicts),
    "delta_f1": Metric(f1, "higher", of_case=changes.delta),
    "redundancy": Metric(share, "lower", of_case=prose.redundancy),
    "brief_words": Metric(share, "neither", of_case=prose.length),
    "quotes_exact": Metric(share, "exactly 1", of_case=invariants.quotes_exact),
    "citations_resolve": Metric(share, "exactly 1", of_case=invariants.citations_resolve),
    "articles_accounted": Metric(share, "exactly 1", of_case=invariants.articles_accounted),
    "prompt_tokens_per_article": Metric(share, "neither", of_case=cost.prompt_tokens),
    "answer_tokens_per_article": Metric(share, "neither", of_case=cost.answer_tokens),
}
