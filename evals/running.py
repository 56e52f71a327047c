"""Run an engine over fixtures with pydantic-evals, and pool what the metrics count.

pydantic-evals' own averages are means of means that skip what failed; so each metric gives its counts per unit, these
are pooled here, and a task or metric that fails is a row of the report and makes the run incomplete.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic_evals import Case as Trial
from pydantic_evals import Dataset
from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

from evals.case_runs import run_events, run_product, run_script
from evals.cases import FIXTURES, Case, case_folders, load_case, with_text
from evals.cassettes import STALE, Cassette
from evals.counting import Counts, pool
from evals.daily import FEATURE, day_by_day
from evals.metrics import METRICS
from evals.outcomes import CaseOutcome, Cost
from summarizer import Article, Settings, load_articles

EngineName = Literal["rules", "llm", "plain"]
SplitName = Literal["dev", "test", "all"]
RECORDED_MODEL = "recorded"
_PATIENCE = 7200.0
_WITHOUT_BRIEF = frozenset(
    {"must_not_rate", "quotes_exact", "articles_accounted", "prompt_tokens_per_article", "answer_tokens_per_article"}
)
# What the harness itself decides.
OWN_SETTINGS = frozenset({"engine", "model", "base_url", "api_key", "store", "use_store", "prompts"})


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What to run. `base_url` alone asks that server; with `record` its answers are kept; without it, replayed.

    `settings` (names and values of the product's settings) and `prompts` (a folder) make a variant, which keeps only those
    answers of its own that the engine's plain cassette lacks. `events_only` leaves the briefs out.
    """

    engine: EngineName = "rules"
    split: SplitName = "dev"
    fixtures: Path = FIXTURES
    model: str | None = None
    base_url: str | None = None
    api_key: str = "none"
    record: bool = False
    concurrency: int = 8
    only: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    prompts: Path | None = None
    events_only: bool = False

    @property
    def name(self) -> str:
        """What this measures, as file names tell it: `llm-dev`, `llm-dev+recall_pass=true`."""
        parts = [f"{name}={value}" for name, value in sorted(self.settings)]
        parts += [f"prompts={self.prompts.name}"] if self.prompts else []
        return "+".join([f"{self.engine}-{self.split}", *(re.sub(r"[^\w.=-]", "_", part) for part in parts)])

    @property
    def cassette(self) -> Path:
        """The file with the recorded answers: in `cassettes`, beside the folder of fixtures."""
        return self.fixtures.parent / "cassettes" / f"{self.name}.jsonl"

    @property
    def metrics(self) -> tuple[str, ...]:
        """The names of the metrics that this can measure."""
        if not self.events_only:
            return tuple(METRICS)
        return tuple(name for name, metric in METRICS.items() if metric.of_article or name in _WITHOUT_BRIEF)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a run is incomplete: the case, what failed there (the task, or a metric's name), and the reason."""

    case: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave: outcomes by case, counts by metric and unit, and all that failed."""

    options: RunOptions
    outcomes: tuple[CaseOutcome, ...]
    units: Mapping[str, Mapping[str, Counts]]
    problems: tuple[Problem, ...]
    seconds: float
    notes: tuple[str, ...] = field(default=())

    @property
    def complete(self) -> bool:
        """Whether every case and every metric was measured."""
        return not self.problems


@dataclass
class Measure(Evaluator[Case, CaseOutcome, None]):
    """One metric on one case: its value there (0 where there is nothing to count), and as reason its counts per unit."""

    metric: str

    def get_default_evaluation_name(self) -> str:
        """The metric's name."""
        return self.metric

    def evaluate(self, ctx: EvaluatorContext[Case, CaseOutcome, None]) -> EvaluationReason:
        """Counts of the case."""
        metric = METRICS[self.metric]
        units = metric.units(ctx.output)
        value = metric.formula(pool(list(units.values())))
        return EvaluationReason(value or 0.0, json.dumps(units))


def choose_cases(options: RunOptions) -> tuple[list[Case], list[Problem]]:
    """Fixtures of the split, and those that can't be loaded."""
    cases, problems = [], []
    for folder in case_folders(options.fixtures):
        if options.only and folder.name not in options.only:
            continue
        try:
            case = load_case(folder)
        except (OSError, ValueError) as error:
            problems.append(Problem(folder.name, "fixture", f"{type(error).__name__}: {error}"))
            continue
        if options.split in ("all", case.info.split):
            cases.append(case)
    return cases, problems


def load_texts(case: Case) -> tuple[Case, list[Article]]:
    """A case's articles as the product loads them, and the case with its labels placed in these texts. Raises ValueError."""
    golds, articles = [], []
    for gold in case.articles:
        loaded, failures = load_articles([str(gold.path)], Settings(engine="rules"))
        if failures or len(loaded) != 1:
            raise ValueError(f"{gold.name}: {failures[0].reason if failures else f'{len(loaded)} articles'}")
        golds.append(with_text(gold, loaded[0].text))
        articles.append(loaded[0])
    return replace(case, articles=tuple(golds)), articles


def run_settings(options: RunOptions, base_url: str, model: str) -> Settings:
    """The product's settings for a run, those that its recording was made with."""
    chosen = dict(options.settings)
    if options.engine == "rules":
        return Settings.model_validate({**chosen, "engine": "rules", "use_store": False})
    return Settings.model_validate(
        {
            **chosen,
            "engine": "llm",
            "prompts": str(options.prompts) if options.prompts else None,
            "base_url": base_url,
            "api_key": options.api_key,
            "model": model,
            "use_store": False,
            # What is recorded must not depend on how a server was found to answer, nor on its pace.
            **({} if options.base_url and not options.record else {"mode": "tools", "deadline": _PATIENCE}),
        }
    )


async def run(options: RunOptions) -> Run:
    """Run the engine on every case of the split and measure it; a case that fails becomes a problem."""
    began = time.monotonic()
    cases, problems = choose_cases(options)
    with ExitStack() as stack:
        cassette = _open_cassette(options, stack)
        dataset = Dataset[Case, CaseOutcome, None](
            name=f"{options.engine}-{options.split}",
            cases=[Trial(name=case.name, inputs=case) for case in cases],
            evaluators=[Measure(name) for name in options.metrics],
        )
        # The rule engine is pure computing: more at once only wait for each other.
        width = 1 if options.engine == "rules" else options.concurrency
        report = await dataset.evaluate(
            partial(_run_case, options, cassette), task_name="task", max_concurrency=width, progress=False
        )
        stale = {name.removesuffix("--daily") for name in cassette.misses} if cassette else set()
        notes = _tidy(options, cassette, bool(problems or report.failures))
    units: dict[str, dict[str, Counts]] = {name: {} for name in METRICS}
    outcomes = []
    for trial in sorted(report.cases, key=lambda trial: trial.name):
        problems += [Problem(trial.name, bad.name, bad.error_message) for bad in trial.evaluator_failures]
        if trial.name in stale:
            problems.append(Problem(trial.name, "task", STALE))
            continue
        outcomes.append(trial.output)
        for name, result in trial.scores.items():
            units[name].update(json.loads(result.reason or "{}"))
    for bad_trial in report.failures:
        reason = STALE if bad_trial.name in stale else bad_trial.error_message
        problems.append(Problem(bad_trial.name, "task", reason))
    return Run(options, tuple(outcomes), units, tuple(problems), time.monotonic() - began, notes)


async def _run_case(options: RunOptions, cassette: Cassette | None, given: Case) -> CaseOutcome:
    """What the engine gives on a case, with the seconds that it took. Raises ValueError when an article failed."""
    start = time.monotonic()
    case, articles = load_texts(given)
    model = options.model or RECORDED_MODEL
    base_url = cassette.address(case.name) if cassette else options.base_url or ""
    if options.engine == "plain":
        outcome = await run_script(case, articles, base_url, model)
    else:
        way = run_events if options.events_only else run_product
        outcome = await way(case, articles, run_settings(options, base_url, model))
        if FEATURE in case.info.features and not options.events_only:
            # Under another address, since what it asks again is no cost of the case.
            again = cassette.address(f"{case.name}--daily") if cassette else base_url
            changes = await day_by_day(case, articles, run_settings(options, again, model))
            outcome = replace(outcome, changes=changes)
    cost = Cost(*cassette.spent.get(case.name, (0, 0))) if cassette else outcome.cost
    return replace(outcome, cost=replace(cost, seconds=time.monotonic() - start))


def _open_cassette(options: RunOptions, stack: ExitStack) -> Cassette | None:
    """The server to answer a model run, or None where no recording is involved."""
    if options.engine == "rules" or (options.base_url and not options.record):
        return None
    plain = replace(options, settings=(), prompts=None).cassette
    return stack.enter_context(
        Cassette(options.cassette, options.base_url, options.api_key, plain if plain != options.cassette else None)
    )


def _tidy(options: RunOptions, cassette: Cassette | None, failed: bool) -> tuple[str, ...]:
    """After a whole recording, drop answers to requests that are no longer made."""
    if cassette is None or not options.record or options.only or options.events_only or failed:
        return ()
    dropped = cassette.prune()
    return (f"{dropped} recorded answers to requests that are no longer made were dropped",) if dropped else ()


def run_now(options: RunOptions) -> Run:
    """`run` for callers without an event loop."""
    return asyncio.run(run(options))
