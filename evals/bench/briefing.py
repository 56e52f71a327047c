"""CPU time to merge, verify and render the rule engine's brief of many articles, as a multiple of reading them.

python -m evals.bench.briefing [--articles 500]
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import random
import time

from summarizer import Article
from summarizer.brief import BriefRequest
from summarizer.chunking import chunk_article
from summarizer.composing import BriefContext, complete_draft, compose_brief
from summarizer.drafts import Mention
from summarizer.engines.rules.engine import RulesEngine
from summarizer.grounding import ground_events
from summarizer.merging import mark_copies, merge_mentions
from summarizer.ontology import load_ontology
from summarizer.renderers import render_brief
from summarizer.verifying import verify_brief

_STATES = (
    "Norway",
    "Chile",
    "Peru",
    "Ghana",
    "Kenya",
    "Japan",
    "Oman",
    "Latvia",
    "Serbia",
    "Nepal",
    "Fiji",
    "Qatar",
    "Chad",
    "Cuba",
)
_ACTS = (
    "{a} expelled {n} diplomats of {b} on {d}.",
    "{a} summoned the ambassador of {b} on {d}.",
    "{a} imposed sanctions on {b} on {d}.",
    "{a} condemned {b} on {d} over the fishing dispute.",
    "{a} and {b} held talks in Geneva on {d}.",
)


def news(count: int) -> list[Article]:
    """Articles of a few acts each, the same on every run."""
    chance = random.Random(7)
    articles = []
    for number in range(count):
        day = dt.date(2025, 1, 1) + dt.timedelta(days=number % 200)
        said = f"{day.day} {day:%B %Y}"
        lines = []
        for _ in range(5):
            a, b = chance.sample(_STATES, 2)
            lines.append(chance.choice(_ACTS).format(a=a, b=b, n=chance.randint(2, 90), d=said))
        articles.append(Article(text="\n\n".join(lines), publisher=f"Wire {number % 40}", published=day.isoformat()))
    return articles


def main() -> None:
    """Print CPU seconds of each stage."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--articles", type=int, default=500)
    articles = news(options.parse_args().articles)
    ontology = load_ontology()
    engine = RulesEngine(ontology)
    times: dict[str, float] = {}
    began = time.process_time()

    def lap(name: str) -> None:
        nonlocal began
        times[name] = time.process_time() - began
        began = time.process_time()

    mentions: list[Mention] = []
    for article in articles:
        (chunk,) = chunk_article(article, 10**9)
        drafts = asyncio.run(engine.extract_events(chunk)).drafts
        mentions += ground_events(drafts, chunk, ontology, engine.name, final=True).mentions
    lap("read")
    marked = mark_copies(articles)
    events = merge_mentions(mentions, marked)
    lap("merge")
    request = BriefRequest(events, marked)
    draft = complete_draft(asyncio.run(engine.write_brief(request)), request, ontology)
    lap("write")
    checked = verify_brief(draft, request)
    lap("verify")
    brief = compose_brief(checked, request, BriefContext("2026-01-01", engine.name, engine.fingerprint))
    sizes = {name: len(render_brief(brief, name, marked)) for name in ("md", "json", "html")}
    lap("render")
    after = sum(times.values()) - times["read"]
    print(
        f"{len(articles)} articles, {len(mentions)} mentions, {len(events)} events, {brief.verification.sentences} sentences checked"
    )
    print(", ".join(f"{name} {seconds:.2f} s" for name, seconds in times.items()))
    print(f"merge to render {after:.2f} s, {after / times['read']:.2f} x reading; sizes {sizes}")


if __name__ == "__main__":
    main()
