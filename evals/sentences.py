"""Score the rule engine on lone labelled sentences: `python -m evals.sentences FILE.jsonl`.

One JSON object a line: `text`; `no_event` (true: the sentence tells none); `gold`, a list of relations with `source` and
`target` (country or organisation code, or null), `plover_type`, `plover_ok` (every type to accept), `dyad_ok` (both codes can
be trusted). A sentence may hold more relations than are labelled, so that recall is measured there, and false events only where
there is none:

- recall: labelled relations of which a draft has source, target and an accepted type (either order where both sides act);
- macro-F1 of the type among relations whose pair was found, over the labelled types (macro-averaged: Lewis et al., JMLR 5, 2004);
- false events: the share of the sentences without an event of which anything is told.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals.labels import AnyParty
from summarizer import Article, ArticleResult, Event, Settings, extract

Relation = dict[str, Any]
_BODIES = frozenset(("UNO", "EUR", "NATO", "IGO"))  # where labels say IGO, these are meant


class Scores(NamedTuple):
    """Counts behind the three figures, and the figures."""

    relations: int
    found: int
    paired: int
    without_event: int
    false: int
    macro_f1: float

    @property
    def recall(self) -> float:
        """Share of the labelled relations that were found."""
        return self.found / self.relations if self.relations else 0.0

    @property
    def false_share(self) -> float:
        """Share of the sentences without an event of which one is told."""
        return self.false / self.without_event if self.without_event else 0.0


def has_pair(event: Event, relation: Relation) -> bool:
    """Whether an event stands between the two sides of a relation."""
    actors, recipients = _codes(event.actors), _codes(event.recipients)
    source, target = relation["source"], relation["target"]
    if source in actors and target in recipients:
        return True
    return not recipients and source != target and {source, target} <= actors


def _codes(parties: Iterable[AnyParty]) -> set[str | None]:
    codes = {party.country for party in parties}
    return codes | {"IGO"} if codes & _BODIES else codes


def told_type(events: Iterable[Event], relation: Relation) -> str | None:
    """The type given to a relation: its own where an event has an accepted one, else the first event's; None without a pair."""
    types = [event.type for event in events if has_pair(event, relation)]
    if not types:
        return None
    return relation["plover_type"] if set(types) & set(relation["plover_ok"]) else types[0]


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the labelled types, of pairs (labelled, told)."""
    right = Counter(label for label, told in pairs if label == told)
    labelled, given = Counter(label for label, _ in pairs), Counter(told for _, told in pairs)
    return (
        sum(2 * right[kind] / (labelled[kind] + given[kind]) for kind in labelled) / len(labelled) if labelled else 0.0
    )


def score(sentences: Iterable[Relation]) -> Scores:
    """Run the rules on each sentence alone and count."""
    rows = list(sentences)
    articles = [Article(text=row["text"], file=f"{at}") for at, row in enumerate(rows)]
    results = extract(articles, settings=Settings(engine="rules", use_store=False))
    told = {int(r.article.file or 0): r.events for r in results if isinstance(r, ArticleResult)}
    relations = [
        (relation, told_type(told.get(at, ()), relation))
        for at, row in enumerate(rows)
        for relation in row["gold"]
        if relation["dyad_ok"]
    ]
    paired = [(relation["plover_type"], kind) for relation, kind in relations if kind]
    empty = [at for at, row in enumerate(rows) if row["no_event"]]
    return Scores(
        relations=len(relations),
        found=sum(label == kind for label, kind in paired),
        paired=len(paired),
        without_event=len(empty),
        false=sum(bool(told.get(at)) for at in empty),
        macro_f1=macro_f1(paired),
    )


def main(path: str) -> None:
    """Print the figures for a file."""
    with Path(path).open(encoding="utf-8") as lines:
        scores = score(json.loads(line) for line in lines if line.strip())
    print(f"recall of (source, target, type)  {scores.recall:.3f}   {scores.found} of {scores.relations} relations")
    print(f"macro-F1 of the type, given pair  {scores.macro_f1:.3f}   {scores.paired} pairs found")
    print(
        f"sentences with a false event      {scores.false_share:.3f}   {scores.false} of {scores.without_event} without one"
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m evals.sentences FILE.jsonl")
    main(sys.argv[1])
