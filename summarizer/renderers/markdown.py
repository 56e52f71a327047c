"""The brief as Markdown that reads well in a terminal and in a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.article import Article
from summarizer.brief import CONTEXT, Brief, SourceEntry, Statement, Thread
from summarizer.renderers.display import JUDGEMENT, group_days, head_differences, say_since, visible

_IN_A_LINE = 2  # sentences on one day
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def escape(text: str) -> str:
    """Text with Markdown's and HTML's own characters made plain."""
    return _MARKUP.sub(r"\\\1", visible(text))


def render_markdown(brief: Brief, articles: Sequence[Article] = ()) -> str:  # noqa: ARG001 - all renderers are called the same way
    """Bottom line first, then key points, threads, gaps, sources and what was checked."""
    lines = [f"# {escape(brief.title)}", "", _header(brief), ""]
    if brief.bottom_line:
        lines += ["## Bottom line", "", " ".join(_told(s) for s in brief.bottom_line), ""]
    if brief.since is not None:
        lines += _section(f"## What changed {say_since(brief.since)}", brief.changes)
        if not brief.changes:
            lines += [f"Nothing new {say_since(brief.since)}.", ""]
    lines += _section("## Key points", brief.key_points)
    if brief.assessment:
        lines += _section(f"## Assessment\n\n*{JUDGEMENT}*", brief.assessment)
    for thread in brief.threads:
        lines += _thread(thread)
    if not brief.events:
        lines += ["No events were found in these articles.", ""]
    lines += _list("## Gaps", (escape(gap) for gap in brief.gaps))
    lines += _list("## Sources", (_source(source) for source in brief.sources))
    lines += _footer(brief)
    return "\n".join(lines).rstrip() + "\n"


def _header(brief: Brief) -> str:
    parts = [f"As of {brief.as_of}"]
    if brief.period:
        parts.append(f"covers {brief.period}")
    parts.append(f"{_count(brief.articles, 'article')} from {_count(brief.publishers, 'independent source')}")
    parts += [f"engine {escape(brief.engine)}", f"run {brief.run}"]
    return "*" + " · ".join(parts) + "*"


def _told(statement: Statement) -> str:
    numbers = dict.fromkeys(citation.source for citation in statement.citations)
    marks = "".join(f"[{number}]" for number in numbers)
    flags = f" *(check: {escape('; '.join(statement.flags))})*" if statement.flags else ""
    return f"{escape(statement.text)} {marks}{flags}".rstrip()


def _section(heading: str, statements: Sequence[Statement]) -> list[str]:
    return _list(heading, (_told(statement) for statement in statements))


def _list(heading: str, items: Iterable[str]) -> list[str]:
    told = [f"- {item}" for item in items]
    return [heading, "", *told, ""] if told else []


def _thread(thread: Thread) -> list[str]:
    lines = [f"## {escape(thread.title)}", ""]
    year, days = group_days(thread.timeline)
    dated = [_day(label, [_told(entry.statement) for entry in entries]) for label, entries in days]
    timeline = f"**Timeline, {year}**" if year else "**Timeline**"
    if len(days) == 1 and days[0][0] and not thread.happened:  # one day is no line of time
        timeline = f"**{' '.join(filter(None, (days[0][0], year)))}**"
        dated = [_told(entry.statement) for entry in thread.timeline]
    heading = "**What happened**" if thread.happened or not dated else timeline
    told = _list(heading, [*dated, *map(_told, thread.happened)])
    lines += told[2:] if thread.title == CONTEXT else told  # its title says enough
    lines += _section(f"**{head_differences(thread.conflicts)}**", thread.conflicts)
    lines += _section("**Claims, plans and denials**", thread.claims)
    return lines


def _day(label: str, told: Sequence[str]) -> str:
    """What one day brought: in a line, or below the day where that is much."""
    if len(told) > _IN_A_LINE:
        return "\n".join([f"**{label}**:", *(f"  - {sentence}" for sentence in told)])
    return (f"**{label}**: " if label else "") + " ".join(told)


def _source(source: SourceEntry) -> str:
    name = source.title or (source.file or source.article).rsplit("/", 1)[-1]
    parts = [f"\\[{source.number}\\] {escape(name)}"]
    if source.publisher:
        parts.append(escape(source.publisher))
    parts.append(escape(source.published) if source.published else "no publication date")
    if source.url and re.match(r"https?://[^\s<>]+$", source.url):
        parts.append(f"<{source.url}>")
    if source.title and source.file:
        parts.append(escape(source.file.rsplit("/", 1)[-1]))
    if source.copy_of:
        parts.append(f"repeats [{source.copy_of}]")
    if not source.cited:
        parts.append("not cited")
    return ", ".join([*parts, *map(escape, source.notes)])


def _footer(brief: Brief) -> list[str]:
    check = brief.verification
    lines = [
        "## Verification",
        "",
        f"{check.verified} of {_count(check.sentences, 'sentence')} hold against the passages that they cite, checked by code; "
        f"{len(check.withheld)} withheld. {_count(check.rejected_drafts, 'proposed event')} rejected as not borne out by the text.",
        "",
    ]
    lines += [f"- Withheld: “{escape(item.text)}”: {escape('; '.join(item.reasons))}" for item in check.withheld]
    lines += [f"- Left out: {escape(item.what)}: {escape(item.reason)}" for item in check.left_out]
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
