"""The same act in other words round it: whichever clause tells it, it keeps its sides and the day that the clause gives."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.article import Article
from summarizer.chunking import chunk_article
from summarizer.engines.rules.engine import RulesEngine
from summarizer.grounding import ground_events
from summarizer.ontology import load_ontology

_ONTOLOGY = load_ontology()
_ENGINE = RulesEngine(_ONTOLOGY)
_PUBLISHED = "2026-05-14"  # a Thursday
# What Poland does to Ghana.
_ACTS = [
    ("accused Ghana of theft", "ACCUSE"),
    ("summoned the Ghanaian ambassador", "ACCUSE"),
    ("sent Ghana a note of protest", "ACCUSE"),
    ("expelled two Ghanaian diplomats", "SANCTION"),
    ("put a Ghanaian bank under sanctions", "SANCTION"),
    ("cut off contacts with Ghana", "SANCTION"),
    ("demanded an apology from Ghana", "REQUEST"),
    ("urged Ghana to free the crew", "REQUEST"),
    ("refused to meet the Ghanaian envoy", "REJECT"),
    ("arrested three Ghanaians", "COERCE"),
    ("beat a Ghanaian reporter", "ASSAULT"),
    ("shelled a Ghanaian village", "ASSAULT"),
    ("threatened Ghana with sanctions", "THREATEN"),
    ("set Ghana a deadline", "REQUEST"),
    ("praised Ghana", "SUPPORT"),
    ("offered Ghana talks", "AGREE"),
    ("released eleven Ghanaian sailors", "RETREAT"),
    ("let eleven Ghanaian sailors go", "RETREAT"),
    ("sent Ghana 20 tons of rice", "AID"),
    ("apologised to Ghana", "CONCEDE"),
]
# Sentences that tell such an act, with its day.
_FRAMES = [
    ("Poland on Tuesday {}.", "2026-05-12"),
    ("Poland, too, {} on Tuesday.", "2026-05-12"),
    ("Poland, for its part, {} on Tuesday.", "2026-05-12"),
    ("Poland, which had kept silent for weeks, {} on Tuesday.", "2026-05-12"),
    ("Poland, whose minister had fallen ill on Monday, {} on Tuesday.", "2026-05-12"),
    ("Poland, an agency said, {} on Tuesday.", "2026-05-12"),
    ("Poland – tired of waiting – {} on Tuesday.", "2026-05-12"),
    ("Poland — which had waited for weeks — {} on Tuesday.", "2026-05-12"),
    ("Poland {} on Tuesday, an agency said on Wednesday.", "2026-05-12"),
    ("An agency said on Wednesday that Poland on Tuesday {}.", "2026-05-12"),
    ("It was Poland that {} on Tuesday.", "2026-05-12"),
    ("It was on Tuesday that Poland {}.", "2026-05-12"),
    ("Poland thought about it on Monday and {} on Tuesday.", "2026-05-12"),
    ("Poland thought about it and on Tuesday {}.", "2026-05-12"),
    ("Nobody else moved, but Poland {} on Tuesday.", "2026-05-12"),
    ("Poland {} on Tuesday, while its neighbours looked on.", "2026-05-12"),
    ("On Monday nothing happened; on Tuesday Poland {}.", "2026-05-12"),
    ("The rain stopped on Monday, and on Tuesday Poland {}.", "2026-05-12"),
    ("The mood changed on Tuesday, when Poland {}.", "2026-05-12"),
    ("After a bomb went off on Monday, Poland {} on Tuesday.", "2026-05-12"),
    ("After the talks failed on Monday, Poland {} on Tuesday.", "2026-05-12"),
    ("On the 12th our neighbour Poland {}.", "2026-05-12"),
    ("It rained on Monday. Then, on Tuesday, Poland {}.", "2026-05-12"),
    ("Poland kept silent for weeks. On Tuesday it {}.", "2026-05-12"),
    ("Poland kept silent for weeks. On Tuesday its foreign minister {}.", "2026-05-12"),
    ("A ship sank off the coast on Sunday. Two days later Poland {}.", "2026-05-12"),
    ("A ship sank off the coast on Tuesday. Hours later Poland {}.", "2026-05-12"),
    ("A ship sank off the coast on Tuesday. Poland {} the same day.", "2026-05-12"),
    ("A ship sank off the coast on Wednesday. The day before, Poland {}.", "2026-05-12"),
    ("Yesterday Poland {}.", "2026-05-13"),
    ("Last week Poland {}.", "2026-05-04/2026-05-10"),
]


@pytest.mark.parametrize(("frame", "day"), _FRAMES, ids=[frame for frame, _ in _FRAMES])
def test_an_act_keeps_its_sides_and_its_day_in_any_clause(frame: str, day: str) -> None:
    told = {words: _told(frame.format(words)) for words, _ in _ACTS}
    assert told == {words: [(kind, ["POL"], ["GHA"], day)] for words, kind in _ACTS}


@pytest.mark.parametrize(("frame", "day"), _FRAMES, ids=[frame for frame, _ in _FRAMES])
@pytest.mark.parametrize(
    "article",
    [
        "On 2 May Togo expelled three Beninese envoys. A week later Benin arrested a Togolese priest. {} Nobody cared.",
        "The weather was fine. {} Two days earlier Togo had expelled three Beninese envoys.",
        "WARSAW, May 13 (Baltic Wire) - {}\n\nNobody cared. The weather was fine.",
        "ACCRA, May 13 (Volta Wire) - The harbour was calm on Wednesday, fishermen said.\n\n{}\n\nNobody cared.",
        "What happened this week:\n\n- {}\n\n- Nobody cared.\n\n- The weather was fine.",
        "The weather was fine. {} In 2019 Togo expelled three Beninese envoys. Nobody cared.",
    ],
)
def test_an_act_keeps_its_sides_and_its_day_whatever_else_an_article_tells(article: str, frame: str, day: str) -> None:
    for words, kind in _ACTS[3:6]:
        found = _read(article.format(frame.format(words)))
        assert (kind, ["POL"], ["GHA"], day) in found


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("On Tuesday gunmen cut down a Ghanaian officer.", "ASSAULT", ["GHA"]),
        ("Two days later Poland was scathing about the Ghanaian plan.", "ACCUSE", ["POL"]),
        ("The mood was bad on Monday, and on Tuesday fighting erupted between Ghana and Togo.", "ASSAULT", ["GHA", "TGO"]),
        ("The rain stopped on Monday, and on Tuesday fighting erupted between Ghana and Togo.", "ASSAULT", ["GHA", "TGO"]),
        ("Yesterday Chad expelled two Ghanaian diplomats.", "SANCTION", ["TCD"]),
        ("Eventually Georgia expelled two Ghanaian diplomats.", "SANCTION", ["GEO"]),
    ],
)  # fmt: skip
def test_words_of_time_before_a_subject_are_no_part_of_it(text: str, kind: str, actors: list[str | None]) -> None:
    assert [(found, who) for found, who, _, _ in _told(text)] == [(kind, actors)]


def _told(text: str) -> list[tuple[str, list[str | None], list[str | None], str | None]]:
    return _read(f"The weather was fine in the town. {text} Nobody cared.")


def _read(text: str) -> list[tuple[str, list[str | None], list[str | None], str | None]]:
    article = Article(text=text, published=_PUBLISHED)
    (chunk,) = chunk_article(article, 1_000_000)
    drafts = asyncio.run(_ENGINE.extract_events(chunk)).drafts
    return [
        (
            mention.type,
            [party.country for party in mention.actors],
            [party.country for party in mention.recipients],
            mention.date.edtf if mention.date else None,
        )
        for mention in ground_events(drafts, chunk, _ONTOLOGY, _ENGINE.name, final=True).mentions
        if mention.trigger_text and "bomb" not in mention.trigger_text
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana, accused of theft by Poland on Tuesday, kept silent.", "ACCUSE"),
        ("Ghana, threatened with sanctions by Poland on Tuesday, kept silent.", "THREATEN"),
        ("Two Ghanaian attachés, sent home by Poland on Tuesday, kept silent.", "SANCTION"),
        ("Poland on Tuesday protested against sanctions by Ghana.", "ACCUSE"),
        ("Poland, which borders Togo, protested on Tuesday against sanctions by Ghana.", "ACCUSE"),
        ("Poland protested on Tuesday against sanctions by Ghana.", "ACCUSE"),
        ("Poland accused Ghana of spying on Tuesday.", "ACCUSE"),
        ("Two Ghanaians were charged by Poland with spying on Tuesday.", "ACCUSE"),
    ],
)
def test_who_does_it_where_somebody_stands_behind_by(text: str, kind: str) -> None:
    assert (kind, ["POL"], ["GHA"], "2026-05-12") in _told(text)
