"""A short run of the fuzzer, always the same one; `python -m evals.fuzz` runs for as long as it is given."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evals.fuzz import check_item, damage, fuzz, seeds
from summarizer.article import Article, Failure
from summarizer.settings import Settings
from summarizer.sources.base import Context, Document, Origin
from summarizer.sources.cleaning import clean_text
from summarizer.sources.parsing.child import run_job
from summarizer.sources.publication import dateline_date, read_published
from summarizer.sources.streams import stream_of
from summarizer.sources.walking import choose_reader

CONTEXT = Context(Settings(), lambda job, data, options: run_job(job, data, dict(options)).get("value") or {})


def test_no_damage_to_any_format_is_a_crash() -> None:
    told: list[str] = []
    assert fuzz(0.01, seed=1000, report=told.append) == 0, told
    assert told[0].startswith("25 damaged files")


def test_every_format_is_fuzzed_and_seeds_repeat() -> None:
    assert len(seeds()) == 10
    data = seeds()["html"][0]
    assert damage(data, random.Random(3)) == damage(data, random.Random(3)) != data


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=st.binary(min_size=1, max_size=400),
    name=st.sampled_from(["a.csv", "a.jsonl", "a.json", "a.txt", "a.mbox", "a.tsv", "a"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    from summarizer.errors import SourceError

    document = Document(Origin(name), stream_of(data))
    try:
        reader = choose_reader(document)
        if reader.name not in ("json", "table", "text", "mailbox", "gzip", "zip"):
            return
        for item in reader.read(document, CONTEXT):
            if isinstance(item, Article | Failure):
                check_item(item)
    except SourceError as error:
        check_item(Failure(source=name, reason=str(error)))


@given(st.one_of(st.text(max_size=60), st.integers(), st.floats(), st.none()))
def test_a_date_is_always_a_date(value: object) -> None:
    published = read_published(value)
    assert published is None or Article(text="x", published=published).published_on is not None


@given(st.text(max_size=200))
def test_a_dateline_is_a_date_or_nothing_and_cleaning_is_done_once(text: str) -> None:
    found = dateline_date(text)
    assert found is None or Article(text="x", published=found).published_on is not None
    cleaned = clean_text(text).text
    assert clean_text(cleaned).text == cleaned
    cleaned.encode()
