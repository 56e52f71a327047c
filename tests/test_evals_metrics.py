"""The measure measured: perfect output scores 1.0, and each way of spoiling it worsens exactly the metrics that it should."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.cases import case_folders, load_case
from evals.counting import pool
from evals.metrics import METRICS
from evals.metrics.support import supported
from evals.outcomes import ArticleOutcome, BriefView, CaseOutcome, Cited, Told
from summarizer import Event
from tests.evals_perfect import perfect_brief, perfect_outcome, replace_events, write_cluster

Corruption = Callable[[CaseOutcome], CaseOutcome]
FREE = {
    "brief_words",
    "citation_characters",
    "evidence_characters",
    "prompt_tokens_per_article",
    "answer_tokens_per_article",
    "withheld_rate",
}


def score(case: CaseOutcome, name: str) -> float | None:
    metric = METRICS[name]
    return metric.formula(pool(list(metric.units(case).values())))


def scores(case: CaseOutcome) -> dict[str, float | None]:
    return {name: score(case, name) for name in METRICS}


def ideal(name: str) -> float:
    return 0.0 if METRICS[name].better == "lower" else 1.0


@pytest.fixture
def perfect(tmp_path: Path) -> CaseOutcome:
    case = write_cluster(tmp_path)
    return perfect_outcome(case, perfect_brief(case))


def test_perfect_output_scores_exactly_the_ideal(perfect: CaseOutcome) -> None:
    found = {name: value for name, value in scores(perfect).items() if name not in FREE}
    expected: dict[str, float | None] = {name: ideal(name) for name in found}
    # Nothing to count here: there is no article without events.
    expected["false_events_per_no_event_article"] = None
    assert found == expected


def changed(event: Event, **slots: Any) -> Event:
    return Event.model_validate(event.model_dump() | slots)


def on_event(number: int, **slots: Any) -> Corruption:
    """Change slots of one event of the first article."""

    def spoil(case: CaseOutcome) -> CaseOutcome:
        events = list(case.articles[0].predicted)
        events[number] = changed(events[number], **slots)
        return replace_events(case, 0, events)

    return spoil


def drop_event(case: CaseOutcome) -> CaseOutcome:
    return replace_events(case, 0, case.articles[0].predicted[1:])


def swap_parties(case: CaseOutcome) -> CaseOutcome:
    event, *others = case.articles[0].predicted
    dump = event.model_dump()
    return replace_events(case, 0, [changed(event, actors=dump["recipients"], recipients=dump["actors"]), *others])


def duplicate_event(case: CaseOutcome) -> CaseOutcome:
    events = case.articles[0].predicted
    return replace_events(case, 0, [*events, events[0]])


def invent_event(case: CaseOutcome) -> CaseOutcome:
    events = case.articles[0].predicted
    return replace_events(case, 0, [*events, changed(events[0], type="AID", mode=None)])


def shift_span(case: CaseOutcome) -> CaseOutcome:
    event, *others = case.articles[0].predicted
    parts = [part | {"start": part["start"] + 1, "end": part["end"] + 1} for part in event.model_dump()["evidence"]]
    return replace_events(case, 0, [changed(event, evidence=parts), *others])


def wrong_passage(case: CaseOutcome) -> CaseOutcome:
    event, *others = case.articles[0].predicted
    return replace_events(case, 0, [changed(event, evidence=others[0].model_dump()["evidence"]), *others])


def merge_two_in_one_article(case: CaseOutcome) -> CaseOutcome:
    first, second, third = case.articles[1].predicted
    both = changed(
        second,
        actors=[*second.model_dump()["actors"], *third.model_dump()["actors"]],
        evidence=[*second.model_dump()["evidence"], *third.model_dump()["evidence"]],
    )
    return replace_events(case, 1, [first, both])


def merge_two_across(case: CaseOutcome) -> CaseOutcome:
    """Borduria's and Syldavia's criticism become one event."""
    merged = {event.id: event for event in case.merged}
    both = [*merged["borduria"].evidence, *merged.pop("syldavia").evidence]
    merged["borduria"] = changed(merged["borduria"], evidence=[part.model_dump() for part in both])
    return replace(case, merged=tuple(merged.values()))


def split_across(case: CaseOutcome) -> CaseOutcome:
    """The expulsion that two outlets tell becomes two events."""
    merged = {event.id: event for event in case.merged}
    one = merged["expulsion"]
    merged["expulsion"] = changed(one, evidence=[part.model_dump() for part in one.evidence if part.article == "a"])
    merged["again"] = changed(
        one, id="again", conflicts=[], evidence=[part.model_dump() for part in one.evidence if part.article == "b"]
    )
    return replace(case, merged=tuple(merged.values()))


def no_conflicts(case: CaseOutcome) -> CaseOutcome:
    return replace(case, merged=tuple(changed(event, conflicts=[]) for event in case.merged))


def invented_conflict(case: CaseOutcome) -> CaseOutcome:
    conflict = {"slot": "date", "values": [{"value": "x", "articles": ["a"]}]}
    first, *others = case.merged
    return replace(case, merged=(changed(first, conflicts=[*first.model_dump()["conflicts"], conflict]), *others))


def with_sentences(edit: Callable[[tuple[Told, ...]], tuple[Told, ...]]) -> Corruption:
    return lambda case: replace(case, brief=replace(case.brief, sentences=edit(case.brief.sentences)))


def reworded(number: int, text: str) -> Corruption:
    return with_sentences(lambda told: (*told[:number], replace(told[number], text=text), *told[number + 1 :]))


def shifted_citation(told: tuple[Told, ...]) -> tuple[Told, ...]:
    part = told[0].citations[0]
    moved = replace(part, start=part.start + 1, end=part.end + 1)
    return (replace(told[0], citations=(moved, *told[0].citations[1:])), *told[1:])


def unlisted_source(told: tuple[Told, ...]) -> tuple[Told, ...]:
    return (replace(told[0], citations=(replace(told[0].citations[0], listed=False),)), *told[1:])


def stray_citation(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """A citation of a passage between two paragraphs, where no labelled act stands."""
    part = told[3].citations[0]
    stray = replace(part, start=part.end - 1, end=part.end + 1, quote=".\n")
    return (*told[:3], replace(told[3], citations=(*told[3].citations, stray)))


def lost_article(case: CaseOutcome) -> CaseOutcome:
    first, *others = case.articles
    return replace(case, articles=(replace(first, accounted=False), *others))


BIG = "The president of Utopia, Anna Bell, gave 900 tanks to Freedonia."
CORRUPTIONS: dict[str, tuple[Corruption, set[str]]] = {
    "drop an event": (drop_event, {"event_recall", "event_f1", "actors_f1", "recipients_f1", "date_f1", "status_f1", "quantities_f1"}),
    "invent an event": (invent_event, {"event_precision", "event_f1", "actors_f1", "status_f1", "quantities_f1"}),
    "swap actor and recipient": (swap_parties, {"event_f1", "actors_f1", "recipients_f1", "must_not_rate"}),
    "wrong actor": (on_event(0, actors=[{"name": "x", "country": "SYL"}]), {"actors_f1"}),
    "wrong recipient": (on_event(0, recipients=[{"name": "x", "country": "SYL"}]), {"recipients_f1"}),
    "change a number": (on_event(0, quantities=[{"value": 40, "unit": "diplomats", "text": "40"}]), {"quantities_f1"}),
    "change a date": (on_event(0, date={"edtf": "2024-05-04"}), {"date_f1", "date_exact"}),
    "a day where the text has a month": (on_event(1, date={"edtf": "2024-04-01"}), {"date_f1", "date_exact", "date_over_precision"}),
    "a date where the text has none": (on_event(2, date={"edtf": "2024-05-06"}), {"date_f1", "date_exact", "date_over_precision"}),
    "drop a date": (on_event(0, date=None), {"date_f1", "date_exact"}),
    "a denied act told as fact": (on_event(2, status="occurred"), {"status_f1", "status_accuracy", "must_not_rate"}),
    "change a status": (on_event(3, status="occurred"), {"status_f1", "status_accuracy"}),
    "change a mode": (on_event(0, mode="convict"), {"mode_accuracy"}),
    "wrong place": (on_event(1, place={"name": "Zenda", "country": "BOR"}), {"place_accuracy"}),
    "drop a speaker": (on_event(1, attribution=[]), {"attribution_f1", "attribution_matched_f1"}),
    "invent a speaker": (on_event(0, attribution=[{"name": "x", "country": "BOR"}]), {"attribution_f1", "attribution_matched_f1"}),
    "shift a span by one": (shift_span, {"quotes_exact", "evidence_overlap"}),
    "show another passage": (wrong_passage, {"evidence_overlap", "evidence_precision"}),
    "duplicate an event": (duplicate_event, {"event_precision", "event_f1", "duplicate_rate"}),
    "merge two events of an article": (merge_two_in_one_article, {"event_recall", "event_f1", "actors_f1"}),
    "merge two events of the cluster": (merge_two_across, {"b3_precision", "b3_f1"}),
    "split an event of the cluster": (split_across, {"b3_recall", "b3_f1"}),
    "drop the conflicts": (no_conflicts, {"conflict_f1"}),
    "invent a conflict": (invented_conflict, {"conflict_f1"}),
    "miss a change": (lambda case: replace(case, changes=frozenset(sorted(case.changes or ())[1:])), {"delta_f1"}),
    "lose an article": (lost_article, {"articles_accounted"}),
    "brief: drop a vital sentence": (with_sentences(lambda told: told[1:]), {"nugget_recall", "nugget_recall_vital", "conflict_told"}),
    "brief: drop a minor sentence": (with_sentences(lambda told: told[:3]), {"nugget_recall"}),
    "brief: add an unsupported sentence": (
        with_sentences(lambda told: (*told, Told(BIG, "key_points"))), {"support_rate", "citation_recall"}),
    "brief: change a number": (
        reworded(3, "The president of Borduria plans to visit Arcadia on 21 May."), {"support_rate", "citation_recall"}),
    "brief: an invented name": (
        reworded(3, "The president of Borduria plans to visit Freedonia on 20 May."), {"support_rate", "citation_recall"}),
    "brief: drop the speaker": (
        reworded(1, "Police fired on a crowd in Strelsau in April and twelve people died."), {"unattributed_claim_rate"}),
    "brief: a denied act told as fact": (
        reworded(2, "The embassy of Ruritania in Arcadia was closed."), {"must_not_rate", "unreal_as_fact_rate"}),
    "brief: a plan told as done": (
        reworded(3, "The president of Borduria visited Arcadia on 20 May."), {"unreal_as_fact_rate"}),
    "brief: say something twice": (with_sentences(lambda told: (*told, told[3])), {"redundancy"}),
    "brief: shift a citation by one": (with_sentences(shifted_citation), {"quotes_exact"}),
    "brief: cite a source that isn't listed": (with_sentences(unlisted_source), {"citations_resolve"}),
    "brief: name an event that isn't there": (
        with_sentences(lambda told: (replace(told[0], events=("e-0",)), *told[1:])), {"citations_resolve"}),
    "brief: cite a passage that shows nothing": (with_sentences(stray_citation), {"citation_precision"}),
    "brief: keep back a sentence": (lambda case: replace(case, brief=replace(case.brief, withheld=1)), {"withheld_rate"}),
}  # fmt: skip


def worse(name: str, before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return False
    return after > before if METRICS[name].better == "lower" else after < before


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_corruption_worsens_the_metrics_that_it_should(name: str, perfect: CaseOutcome) -> None:
    spoil, expected = CORRUPTIONS[name]
    before, after = scores(perfect), scores(spoil(perfect))
    assert {metric for metric in expected if not worse(metric, before[metric], after[metric])} == set()


@pytest.mark.parametrize("name", [name for name in CORRUPTIONS if name.startswith("brief: ")])
def test_corruption_of_the_brief_leaves_the_event_metrics_alone(name: str, perfect: CaseOutcome) -> None:
    spoil, _ = CORRUPTIONS[name]
    before, after = scores(perfect), scores(spoil(perfect))
    of_articles = [metric for metric in METRICS if METRICS[metric].of_article]
    assert {metric: after[metric] for metric in of_articles} == {metric: before[metric] for metric in of_articles}


def test_every_metric_with_a_better_way_is_worsened_by_some_corruption() -> None:
    covered = {metric for _, expected in CORRUPTIONS.values() for metric in expected}
    judged = {name for name, metric in METRICS.items() if metric.better != "neither"}
    # These are covered by tests of their own below.
    assert judged - covered == {"false_events_per_no_event_article", "citation_characters", "evidence_characters"}


def test_false_events_are_counted_per_article_without_events(perfect: CaseOutcome) -> None:
    silent = [
        ArticleOutcome(replace(part.gold, events=()), part.article, part.predicted if number else ())
        for number, part in enumerate(perfect.articles)
    ]
    assert score(replace(perfect, articles=tuple(silent)), "false_events_per_no_event_article") == 1.5


def test_pointing_at_a_whole_article_costs_the_reader_characters(perfect: CaseOutcome) -> None:
    def whole(told: tuple[Told, ...]) -> tuple[Told, ...]:
        text = perfect.articles[0].gold.text
        part = replace(told[3].citations[0], start=0, end=len(text), quote=text)
        return (*told[:3], replace(told[3], citations=(part,)))

    assert worse(
        "citation_characters",
        score(perfect, "citation_characters"),
        score(with_sentences(whole)(perfect), "citation_characters"),
    )


def test_showing_the_whole_article_costs_the_reader_characters(perfect: CaseOutcome) -> None:
    text = perfect.articles[0].gold.text
    whole = [{"article": "a", "start": 0, "end": len(text), "quote": text}]
    shown = on_event(0, evidence=whole)(perfect)
    assert worse("evidence_characters", score(perfect, "evidence_characters"), score(shown, "evidence_characters"))


def test_accepted_alternatives_cost_nothing(perfect: CaseOutcome) -> None:
    """`or_status` and `or_types` of the labels."""
    other = on_event(3, type="CONSULT", mode="visit")(on_event(1, status="occurred")(perfect))
    judged = [name for name, metric in METRICS.items() if metric.of_article]
    assert {name: score(other, name) for name in judged} == {name: score(perfect, name) for name in judged}


@pytest.mark.parametrize(
    ("text", "told", "holds"),
    [
        (
            "The envoy telephoned on the 5th and was received on the 9th.",
            "The envoy was received four days later.",
            True,
        ),
        (
            "The envoy telephoned on the 5th and was received on the 9th.",
            "The envoy was received eleven days later.",
            False,
        ),
        ("The envoy telephoned on the 5th and was received on the 9th.", "The envoy met four ministers.", False),
        (
            "The envoy telephoned on Sept. 5. Two days later he was received.",
            "The envoy was received on the 7th.",
            True,
        ),
        (
            "The envoy telephoned on 25 May. Two days later he was received.",
            "The envoy was received on the 23rd.",
            False,
        ),
        ("The envoy telephoned on the 5th, two days earlier he had come.", "The envoy came on the 3rd.", True),
        ("A rumour had it so, and a second one agreed.", "There were two rumours.", True),
        ("A rumour had it so, and a second one agreed.", "There were seven rumours.", False),
        ("A rumour had it so, and the second agreed.", "There were two rumours.", False),
    ],
)
def test_numbers_that_follow_from_what_is_given(perfect: CaseOutcome, text: str, told: str, holds: bool) -> None:
    article = perfect.articles[0]
    case = replace(perfect, articles=(replace(article, gold=replace(article.gold, text=text)),))
    cited = Cited(article.article, 0, len(text), text)
    assert supported(Told(told, "happened", (), (cited,)), case) is holds


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_perfect_output_is_perfect_on_every_fixture(folder: Path) -> None:
    outcome = perfect_outcome(load_case(folder), BriefView())
    found = scores(outcome)
    judged = {name: value for name, value in found.items() if value is not None and name not in FREE}
    brief = {"nugget_recall", "nugget_recall_vital", "conflict_told"}
    assert {name: value for name, value in judged.items() if name not in brief and value != ideal(name)} == {}
