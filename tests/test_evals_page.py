"""The HTML report: looked at as a parser sees it, with hostile text in every place."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from evals.metrics import METRICS
from evals.outcomes import BriefView, CaseOutcome, Told
from evals.page import page
from evals.results import as_json
from evals.running import Problem, Run, RunOptions
from summarizer import Event
from tests.evals_perfect import perfect_brief, perfect_outcome, replace_events, write_cluster

EVIL = "<script>alert(1)</script><img src=http://x.example/ onerror=alert(2)>"


class Seen(HTMLParser):
    """Tags with attributes, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def render(case: CaseOutcome, problems: tuple[Problem, ...] = ()) -> Seen:
    units = {name: metric.units(case) for name, metric in METRICS.items()}
    run = Run(RunOptions(), (case,), units, problems, 1.0)
    seen = Seen()
    seen.feed(page(run, as_json(run)))
    return seen


@pytest.fixture
def perfect(tmp_path: Path) -> CaseOutcome:
    case = write_cluster(tmp_path)
    return perfect_outcome(case, perfect_brief(case))


def test_nothing_of_an_article_or_engine_becomes_markup(perfect: CaseOutcome) -> None:
    event = perfect.articles[0].predicted[0]
    evil = Event.model_validate(event.model_dump() | {"id": EVIL, "type": EVIL, "summary": EVIL})
    case = replace_events(perfect, 0, [evil, *perfect.articles[0].predicted[1:]])
    told = BriefView((Told(EVIL, EVIL),))
    case = CaseOutcome(case.case, case.articles, case.merged, told)
    seen = render(case, (Problem(EVIL, EVIL, EVIL),))
    assert {tag for tag, _ in seen.tags}.isdisjoint({"script", "img", "iframe", "link", "a", "object"})
    assert not [
        name for _, attributes in seen.tags for name in attributes if name.startswith("on") or name in ("src", "href")
    ]
    assert seen.text.count("<script>alert(1)</script>") >= 4


def test_page_may_load_nothing(perfect: CaseOutcome) -> None:
    policies = [a["content"] for tag, a in render(perfect).tags if tag == "meta" and "http-equiv" in a]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_whole_text_is_there_with_found_and_missed_words_marked(perfect: CaseOutcome) -> None:
    seen = render(replace_events(perfect, 0, perfect.articles[0].predicted[1:]))
    for article in perfect.articles:
        assert article.gold.text.strip() in seen.text
    classes = [attributes.get("class") for tag, attributes in seen.tags if tag == "span"]
    assert "missed" in classes
    assert "found shown" in classes


def test_missed_invented_and_confused_are_listed(perfect: CaseOutcome) -> None:
    first, second, *others = perfect.articles[0].predicted
    late = Event.model_validate(second.model_dump() | {"status": "planned"})
    invented = Event.model_validate(first.model_dump() | {"type": "AID", "mode": None, "summary": "a gift"})
    seen = render(replace_events(perfect, 0, [invented, late, *others]))
    assert "2 right, 1 confused, 1 missed, 1 invented" in seen.text
    assert "status: planned instead of alleged" in seen.text
    assert "a gift" in seen.text
