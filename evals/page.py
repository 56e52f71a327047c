"""The report of a run as one HTML page that needs nothing else: the table, then article by article what went wrong.

Everything that comes from an article, label or engine is escaped, and the page may load and run nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from evals.metrics.claims import attributed
from evals.metrics.forbidden import said
from evals.metrics.nuggets import told
from evals.metrics.support import supported
from evals.outcomes import ArticleOutcome, CaseOutcome
from evals.results import show
from evals.review import review, told_as
from evals.running import Run

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.15rem .7rem;text-align:left;border-bottom:1px solid #ddd;
vertical-align:top}td.n{white-space:nowrap}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
summary{cursor:pointer;font-weight:600}details{margin:.5rem 0;border-left:3px solid #ccc;padding-left:.8rem}
.text{white-space:pre-wrap;background:#fafafa;padding:1rem;border:1px solid #e4e4e4}
.found{background:#cdeccd}.missed{background:#ffd2cc}.shown{border-bottom:2px solid #4a7bd0}
.bad{color:#a4161a;font-weight:600}.good{color:#1d6b2a}.note{color:#555}
"""


def page(run: Run, data: Mapping[str, Any]) -> str:
    """The whole page; `data` is the run's JSON."""
    title = escape(f"{data['name']}: {data['cases']} cases, {data['articles']} articles, {data['events']} gold events")
    state = "complete" if run.complete else f'<span class="bad">incomplete: {len(run.problems)} failed</span>'
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>",
        f"<p>{escape(data['date'])}, {data['seconds']} s, {state}. Fixtures {data['digests']['fixtures']}, "
        f"prompts {data['digests']['prompts']}.</p>",
        _problems(run),
        _metrics(data),
        _legend(),
        *(_case(outcome) for outcome in run.outcomes),
        "</body></html>",
    ]
    return "\n".join(parts)


def _problems(run: Run) -> str:
    rows = "".join(f"<tr>{_cells(p.case, p.what, p.reason)}</tr>" for p in run.problems)
    return f"<h2>Failed</h2><table><tr><th>case<th>what<th>reason</tr>{rows}</table>" if rows else ""


def _cells(*values: str) -> str:
    return "".join(f"<td>{escape(value)}</td>" for value in values)


def _metrics(data: Mapping[str, Any]) -> str:
    names = list(data["groups"])
    script = data.get("script", {}).get("metrics", {})
    head = "".join(f'<th class="n">{escape(name.partition("=")[2])}</th>' for name in names)
    head += '<th class="n">script<th class="n">more than script' if script else ""
    rows = []
    for name, entry in data["metrics"].items():
        values = [show(entry["value"]), f"{show(entry['low'])} … {show(entry['high'])}"]
        values += [show(data["groups"][group][name]) for group in names]
        if script:
            other = script[name]
            values += [
                show(other["value"]),
                f"{show(other['difference'])} ({show(other['low'])} … {show(other['high'])})",
            ]
        rows.append(
            f"<tr><td>{escape(name)}</td>" + "".join(f'<td class="n">{value}</td>' for value in values) + "</tr>"
        )
    return f'<table><tr><th>metric<th class="n">value<th class="n">95 % interval{head}</tr>{"".join(rows)}</table>'


def _legend() -> str:
    return (
        '<p class="note">In the texts: <span class="found">words of a labelled act that was found</span>, '
        '<span class="missed">of one that was missed</span>, <span class="shown">passages that the engine shows</span>.</p>'
    )


def _case(outcome: CaseOutcome) -> str:
    info = outcome.case.info
    about = f"{outcome.case.name} · {info.split} · {info.stratum} · {info.register_}"
    body = "".join(map(_article, outcome.articles))
    return f"<h2>{escape(about)}</h2><p>{escape(info.about)}</p>{_brief(outcome)}{body}"


def _brief(outcome: CaseOutcome) -> str:
    """The brief, sentence by sentence, and what it lacks or must not say."""
    if not outcome.brief.sentences and not outcome.case.info.nuggets:
        return ""
    rows = []
    for sentence in outcome.brief.sentences:
        marks = [] if supported(sentence, outcome) else ['<span class="bad">not borne out</span>']
        marks += ["says who"] if attributed(sentence) else []
        rows.append(f"<tr>{_cells(sentence.section, sentence.text)}<td>{', '.join(marks)}</td></tr>")
    lacking = [nugget for nugget in outcome.case.info.nuggets if not told(nugget, outcome)]
    lines = [f"<li>not told{' (vital)' if nugget.vital else ''}: {escape(nugget.say)}" for nugget in lacking]
    for rule in outcome.case.info.must_not:
        words = said(rule, outcome)
        if words is not None:
            lines.append(f'<li><span class="bad">must not be told</span>: {escape(rule.say)}: “{escape(words)}”')
    table = f"<table>{''.join(rows)}</table><ul>{''.join(lines)}</ul>"
    return f"<details><summary>Brief: {len(rows)} sentences, {len(lacking)} nuggets missing</summary>{table}</details>"


def _article(article: ArticleOutcome) -> str:
    found = review(article)
    rows = [
        f'<tr><td class="bad">missed</td>{_cells(gold.id, f"{gold.label.type} {gold.statuses[0]}", _parties(gold.label))}</tr>'
        for gold in found.missed
    ]
    rows += [
        f'<tr><td class="bad">invented</td>{_cells(event.id, told_as(event), event.summary)}</tr>'
        for event in found.invented
    ]
    for gold, event, wrong in found.confused:
        wrong_slots = "; ".join(f"{slip.slot}: {slip.found} instead of {slip.gold}" for slip in wrong)
        rows.append(f"<tr><td>confused</td>{_cells(gold.id, told_as(event), wrong_slots)}</tr>")
    counts = f"{found.right} right, {len(found.confused)} confused, {len(found.missed)} missed, {len(found.invented)} invented"
    return (
        f"<details><summary>{escape(article.gold.name)}: {counts}</summary><table>{''.join(rows)}</table>"
        f'<div class="text">{highlighted(article)}</div></details>'
    )


def _parties(label: Any) -> str:
    return f"{', '.join(label.actors) or '–'} → {', '.join(label.recipients) or '–'}"


def highlighted(article: ArticleOutcome) -> str:
    """The article's text as HTML with gold triggers and shown passages marked."""
    text = article.gold.text
    covered = {pair.gold for pair in article.pairs}
    classes: list[set[str]] = [set() for _ in text]
    for at, gold in enumerate(article.gold.events):
        for start, end in gold.triggers:
            for place in range(start, end):
                classes[place].add("found" if at in covered else "missed")
    for event in article.predicted:
        for part in event.evidence:
            if part.article == article.article:
                for place in range(max(0, part.start), min(part.end, len(text))):
                    classes[place].add("shown")
    pieces, start = [], 0
    for at in range(1, len(text) + 1):
        if at == len(text) or classes[at] != classes[start]:
            piece = escape(text[start:at])
            names = " ".join(sorted(classes[start]))
            pieces.append(f'<span class="{names}">{piece}</span>' if names else piece)
            start = at
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces))
