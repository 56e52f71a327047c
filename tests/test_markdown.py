"""A thread's days in Markdown."""

from __future__ import annotations

import pytest
from html_sample import sample

from summarizer.brief import Statement, Thread, TimelineEntry
from summarizer.renderers import render_brief


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2021-04-24", "2021-04-24"], "**24 April 2021**\n\n- T0.\n- T1.\n"),
        (["2021-04-24", "2021-04-26"], "**Timeline, 2021**\n\n- **24 April**: T0.\n- **26 April**: T1.\n"),
        ([None], "**Timeline**\n\n- T0.\n"),
    ],
)
def test_a_single_day_stands_above_what_it_brought(dates: list[str | None], expected: str) -> None:
    told = [Statement(text=f"T{at}.", section="timeline", events=(), citations=()) for at in range(len(dates))]
    entries = tuple(TimelineEntry(date=date, statement=own) for date, own in zip(dates, told, strict=True))
    text = render_brief(sample()[0].model_copy(update={"threads": (Thread(title="Affair", timeline=entries),)}), "md")
    assert f"## Affair\n\n{expected}" in text
