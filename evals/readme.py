"""Fill the README's example and figures from real runs.

python -m evals.readme            # from the reports in evals/results/, written by `python -m evals run`
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from summarizer import Settings, summarize

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
EXAMPLE = "evals/fixtures/dev-one-expelled-attaches"
_ROWS = {
    "event_f1": "event F1",
    "status_accuracy": "status right",
    "attribution_f1": "speakers F1",
    "date_exact": "date right",
    "date_over_precision": "dates more exact than the text",
    "false_events_per_no_event_article": "false events per article without events",
    "must_not_rate": "forbidden statements made",
    "nugget_recall_vital": "vital facts told in the brief",
    "support_rate": "sentences supported by what they cite",
    "citation_characters": "characters to read to check a sentence",
    "answer_tokens_per_article": "answer tokens per article",
}
_RUNS = ("rules-dev", "rules-test", "llm-dev", "llm-test", "plain-dev", "plain-test")


def example() -> str:
    """The brief of the example article by the rule engine, as Markdown, with the moment and the run's id left out."""
    brief = summarize([ROOT / EXAMPLE], settings=Settings(engine="rules", use_store=False)).brief
    return re.sub(r"As of \S+", "As of …", re.sub(r"run r-\w+", "run …", brief.to_markdown()))


def figures(results: Path) -> str:
    """A table of the runs whose reports are there, with 95 % intervals."""
    runs = [json.loads((results / f"{name}.json").read_text()) for name in _RUNS if (results / f"{name}.json").exists()]
    lines = [f"| | {' | '.join(_title(run) for run in runs)} |", "|---|" + "---|" * len(runs)]
    lines += [f"| {said} | {' | '.join(_value(run, name) for run in runs)} |" for name, said in _ROWS.items()]
    return "\n".join(lines)


def _title(run: dict[str, object]) -> str:
    return f"`run --engine {run['engine']} --split {run['split']}`, {run['articles']} articles, {run['events']} events"


def _value(run: dict[str, dict[str, dict[str, object]]], name: str) -> str:
    entry = run["metrics"].get(name, {})
    value, low, high = entry.get("value"), entry.get("low"), entry.get("high")
    if not isinstance(value, float | int):
        return "–"
    digits = 0 if value > 20 else 2
    said = f"{value:,.{digits}f}"
    if isinstance(low, float | int) and isinstance(high, float | int):
        said += f" ({low:,.{digits}f}–{high:,.{digits}f})"
    return said


def fill(text: str, name: str, content: str) -> str:
    """The text with what stands between the marks `name: begin` and `name: end` replaced. Raises ValueError without marks."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    if begin not in text or end not in text:
        raise ValueError(f"no marks for {name}")
    head, rest = text.split(begin, 1)
    return f"{head}{begin}{content.rstrip()}\n{end}{rest.split(end, 1)[1]}"


def main() -> None:
    """Write the README anew."""
    text = README.read_text(encoding="utf-8")
    quoted = "\n".join(f"> {line}".rstrip() for line in example().splitlines())
    text = fill(text, "example", quoted)
    text = fill(text, "figures", figures(Path(__file__).parent / "results"))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
