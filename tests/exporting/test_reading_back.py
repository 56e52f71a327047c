from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from exporting.making import ALL, PLAIN, evil, written
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import SourceError, UsageError
from summarizer.events import Event
from summarizer.exporting import READABLE, read_events, write_events


@pytest.mark.parametrize("format", READABLE)
def test_the_very_same_events_come_back(format: str) -> None:
    assert tuple(read_events(io.BytesIO(written(format, *ALL)), format)) == ALL
    assert tuple(read_events(io.BytesIO(written(format)), format)) == ()


@given(st.text(st.characters(), max_size=60))
def test_any_text_comes_back(text: str) -> None:
    event = evil(text)
    for format in READABLE:
        assert list(read_events(io.BytesIO(written(format, event)), format)) == [event]


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    data = b"\xef\xbb\xbf" + written("jsonl", PLAIN) + b"\n  \r\n" + written("jsonl", PLAIN)
    assert list(read_events(io.BytesIO(data))) == [PLAIN, PLAIN]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"{oops", "line 3 is not JSON"),
        (b"[1, 2]", "line 3 is no event"),
        (b'{"id": 7}', "line 3 is no event: id"),
        (b"\xff\xfe", "line 3 is not JSON"),
        (b"[" * 100_000, "line 3 is not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_events_before_it_are_delivered(bad: bytes, words: str) -> None:
    found: Iterator[Event] = read_events(io.BytesIO(written("jsonl", PLAIN) + b"\n" + bad + b"\n"))
    assert next(found) == PLAIN
    with pytest.raises(SourceError, match=words) as caught:
        next(found)
    assert "oops" not in str(caught.value)


def test_an_unknown_slot_is_named() -> None:
    record = json.loads(PLAIN.model_dump_json()) | {"mood": "secret words"}
    with pytest.raises(SourceError, match="line 1 is no event: mood") as caught:
        list(read_events(io.BytesIO(json.dumps(record).encode())))
    assert "secret" not in str(caught.value)


def test_a_sheet_without_records_and_a_format_that_holds_none() -> None:
    with pytest.raises(SourceError, match="line 2 has no column 'record'"):
        list(read_events(io.BytesIO(b"id,type\r\n1,2\r\n"), "csv"))
    with pytest.raises(UsageError, match="polecat"):
        read_events(io.BytesIO(), "polecat")
    with pytest.raises(SourceError, match="no JSON array"):
        list(read_events(io.BytesIO(b"{}"), "json"))


def test_a_very_long_passage_fits_into_a_cell() -> None:
    event = evil("x" * 300_000)
    assert list(read_events(io.BytesIO(written("csv", event)), "csv")) == [event]


def test_events_are_asked_for_one_by_one() -> None:
    stream = io.BytesIO()
    sizes = []

    def events() -> Iterator[Event]:
        for _ in range(3):
            sizes.append(stream.tell())
            yield PLAIN

    for format in ("jsonl", "json", "csv", "tsv", "polecat", "icews", "gdelt", "md", "html", "ical"):
        stream.seek(0)
        sizes.clear()
        write_events(events(), format, stream)
        assert sizes == sorted(set(sizes)) or format == "ical", format


def test_an_unknown_format_is_refused_before_any_event_is_asked_for() -> None:
    def events() -> Iterator[Event]:
        raise AssertionError("asked")
        yield PLAIN

    with pytest.raises(UsageError, match="docx"):
        write_events(events(), "docx", io.BytesIO())
