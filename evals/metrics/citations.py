"""Citation precision and recall after ALCE (Gao et al. 2023), with labelled acts instead of a model as the judge.

Cases without labelled acts are left out: there is nothing there that a passage could show.
"""

from __future__ import annotations

from evals.counting import Counts
from evals.linking import shown_events
from evals.metrics.support import supported
from evals.outcomes import CaseOutcome, Told


def _sentences(case: CaseOutcome) -> tuple[Told, ...]:
    """The brief's sentences, none in a case without labelled acts."""
    return case.brief.sentences if any(article.gold.events for article in case.articles) else ()


def citation_precision(case: CaseOutcome) -> Counts:
    """Citations whose passage shows a labelled act, of all."""
    citations = [part for sentence in _sentences(case) for part in sentence.citations]
    return {"hit": sum(bool(shown_events(part, case)) for part in citations), "all": len(citations)}


def citation_recall(case: CaseOutcome) -> Counts:
    """Sentences that are supported and cite a passage that shows a labelled act, of all."""
    cited = [
        sentence
        for sentence in _sentences(case)
        if supported(sentence, case) and any(shown_events(part, case) for part in sentence.citations)
    ]
    return {"hit": len(cited), "all": len(_sentences(case))}


def passage_length(case: CaseOutcome) -> Counts:
    """Characters that a reader must read to check a citation, per citation."""
    citations = [part for sentence in case.brief.sentences for part in sentence.citations]
    return {"hit": sum(part.end - part.start for part in citations), "all": len(citations)}
