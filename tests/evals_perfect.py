"""What a perfect engine would give: events, merged events and a brief made from gold labels, for the tests of the measure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evals.agreement import label_as_event
from evals.cases import Case, GoldArticle, load_case
from evals.metrics.changes import gold_changes
from evals.outcomes import ArticleOutcome, BriefView, CaseOutcome, Cited, Told
from summarizer import Event

FIRST = """Ruritania expelled four diplomats of Arcadia on 3 May.

Police fired on a crowd in Strelsau in April, an opposition leader said, and twelve people died.

Ruritania denied that it had closed its embassy in Arcadia.

The president of Borduria plans to visit Arcadia on 20 May.
"""
SECOND = """Ruritania threw out five diplomats of Arcadia on 3 May, the ministry said in a correction.

Borduria condemned the expulsion on 4 May.

Syldavia condemned the expulsion on 5 May.
"""
CASE = """about: A small cluster.
split: dev
stratum: plain
register: mixed
features: [cluster]
nuggets:
- {say: expulsion, vital: true, words: [ruritania, expel, diplomats]}
- {say: shooting, vital: true, words: [police, fired, crowd]}
- {say: visit, vital: false, words: [borduria, visit]}
must_not:
- {say: Arcadia expelled, event: {type: SANCTION/expel, actors: [ARC]}}
- {say: the embassy was closed, event: {type: SANCTION/withdraw, status: occurred}, words: [embassy, 'was closed|has closed']}
conflicts:
- {event: expulsion, slot: quantities, values: [4 diplomats, 5 diplomats], status: superseded}
"""
FIRST_LABELS = """labeller: A
events:
- {id: expulsion, type: SANCTION/expel, status: occurred, actors: [RUR], recipients: [ARC], date: 2024-05-03,
   quantities: [4 diplomats], triggers: [expelled]}
- {id: shooting, type: ASSAULT/firearms, status: alleged, or_status: [occurred], actors: [RUR/COP], recipients: [RUR/CVL],
   date: 2024-04, place: "RUR:Strelsau", by: [":opposition leader said"], quantities: [12 people], triggers: [fired, died]}
- {id: embassy, type: SANCTION/withdraw, status: denied, actors: [RUR], recipients: [ARC], triggers: [closed]}
- {id: visit, type: AGREE, or_types: [CONSULT/visit], status: planned, actors: [BOR], recipients: [ARC], date: 2024-05-20,
   triggers: [plans to visit]}
"""
SECOND_LABELS = """labeller: A
events:
- {id: expulsion, type: SANCTION/expel, status: occurred, actors: [RUR], recipients: [ARC], date: 2024-05-03,
   by: ["RUR:the ministry said"], quantities: [5 diplomats], triggers: [threw out]}
- {id: borduria, type: ACCUSE/disapprove, status: occurred, actors: [BOR], recipients: [RUR], date: 2024-05-04,
   triggers: [condemned]}
- {id: syldavia, type: ACCUSE/disapprove, status: occurred, actors: [SYL], recipients: [RUR], date: 2024-05-05,
   triggers: [condemned @2]}
"""


def write_cluster(root: Path) -> Case:
    """The small cluster as a loaded fixture."""
    folder = root / "small"
    folder.mkdir(parents=True)
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    for name, text, labels, day in (("a", FIRST, FIRST_LABELS, "06"), ("b", SECOND, SECOND_LABELS, "07")):
        (folder / f"{name}.md").write_text(f"---\npublished: 2024-05-{day}\n---\n{text}", encoding="utf-8")
        (folder / f"{name}.labels.yaml").write_text(labels, encoding="utf-8")
    return load_case(folder)


def perfect_merged(case: Case) -> tuple[Event, ...]:
    """One event for each gold id, with the evidence of all its mentions and the labelled conflicts."""
    mentions: dict[str, list[Event]] = {}
    for article in case.articles:
        for gold in article.events:
            mentions.setdefault(gold.id, []).append(label_as_event(gold, article))
    merged = []
    for name, events in mentions.items():
        conflicts = [
            {"slot": c.slot, "status": c.status, "values": [{"value": value, "articles": ["?"]} for value in c.values]}
            for c in case.info.conflicts
            if c.event == name
        ]
        data = events[0].model_dump() | {"id": name, "conflicts": conflicts}
        merged.append(Event.model_validate(data | {"evidence": [part for event in events for part in event.evidence]}))
    return tuple(merged)


def sentence(text: str, article: GoldArticle, words: str, event: str) -> Told:
    """A sentence that cites one passage."""
    start = article.text.index(words)
    return Told(text, "key_points", (event,), (Cited(article.name, start, start + len(words), words),))


def perfect_brief(case: Case) -> BriefView:
    """The brief of the small cluster that leaves nothing to be wished for."""
    first, second = case.articles
    expelled, thrown = first.text.splitlines()[0], second.text.splitlines()[0]
    told = sentence("Ruritania expelled 5 diplomats of Arcadia on 3 May, the ministry said; another report has 4.",
                    second, thrown, "expulsion")  # fmt: skip
    both = Told(told.text, told.section, told.events, (*told.citations, *sentence("", first, expelled, "").citations))
    lines = first.text.splitlines()
    return BriefView(
        (
            both,
            sentence(
                "Police fired on a crowd in Strelsau in April, an opposition leader said.", first, lines[2], "shooting"
            ),
            sentence("Ruritania denied having left Arcadia.", first, lines[4], "embassy"),
            sentence("The president of Borduria plans to visit Arcadia on 20 May.", first, lines[6], "visit"),
        ),
        events=frozenset({"expulsion", "shooting", "embassy", "visit", "borduria", "syldavia"}),
    )


def perfect_articles(case: Case) -> tuple[ArticleOutcome, ...]:
    """Each article with exactly its gold events."""
    return tuple(
        ArticleOutcome(article, article.name, tuple(label_as_event(gold, article) for gold in article.events))
        for article in case.articles
    )


def perfect_outcome(case: Case, brief: BriefView | None = None) -> CaseOutcome:
    """The outcome of a perfect engine on a case; changes too, as if each article were a day."""
    return CaseOutcome(case, perfect_articles(case), perfect_merged(case), brief or BriefView(), gold_changes(case))


def replace_events(case: CaseOutcome, article: int, events: Iterable[Event]) -> CaseOutcome:
    """The outcome with other events in one article."""
    parts = list(case.articles)
    part = parts[article]
    parts[article] = ArticleOutcome(part.gold, part.article, tuple(events), part.accounted)
    return CaseOutcome(case.case, tuple(parts), case.merged, case.brief, case.changes, case.cost)
