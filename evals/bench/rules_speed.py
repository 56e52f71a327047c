"""What the rule engine costs: sentences per second of CPU time through grounding, load time of all lexica, peak memory.

python -m evals.bench.rules_speed

Load: ontology and lexica from their files, nothing kept from an earlier run, in interpreters of their own. Speed: the bodies
of the `dev` fixtures, twice over. *Again* are rounds over the same articles in one process, in which dates, names and numbers
that were met before are remembered; *first* is the first round of an interpreter of its own, as who reads each article once
pays for it; *in a stream*, the same after one reading of all articles of `evals/training`: common words and expressions were
met before, the articles weren't. In both a full pass of the garbage collector is made before: one comes after some thousand
articles, and would fall into so short a round or beside it by chance. Articles that the engine declines to read (sport,
another language) are left out: they would flatter it.

Machines differ, and one machine between hours: beside each rate stands how many times a bare split of the same sentences
into words costs, timed in the same run.
"""

from __future__ import annotations

import asyncio
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Literal

from evals.cases import case_folders, load_case
from summarizer.article import Article
from summarizer.chunking import Chunk, chunk_article
from summarizer.engines.rules.engine import RulesEngine
from summarizer.grounding import ground_events
from summarizer.ontology import Ontology, load_ontology

_ROUNDS = 5
_TRAINING = Path(__file__).parents[1] / "training"
_WHOLE = 1_000_000  # characters: one chunk an article
_WORDS = re.compile(r"\w+|[^\w\s]")
# In an interpreter of its own: what a process pays before its first article, and what it then holds.
_LOAD = """
import resource, time
from summarizer.engines.rules.engine import RulesEngine
from summarizer.ontology import load_ontology
begin = time.process_time()
RulesEngine(load_ontology())
print(time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
# The same for a first round, over the articles whose places in `dev_chunks` are given.
_FIRST = """
import gc, sys
from evals.bench.rules_speed import dev_chunks, read_all, training_chunks
from summarizer.engines.rules.engine import RulesEngine
from summarizer.ontology import load_ontology
ontology, chunks = load_ontology(), dev_chunks()
engine = RulesEngine(ontology)
if sys.argv[1] == "stream":
    read_all(engine, ontology, training_chunks())
gc.collect()
print(read_all(engine, ontology, [chunks[int(at)] for at in sys.argv[2:]]))
"""


def load_cost() -> tuple[float, float]:
    """CPU seconds of loading ontology and lexica (median of five interpreters), and their peak memory in MB."""
    runs = [
        subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(5)
    ]
    return median(float(run[0]) for run in runs), max(int(run[1]) for run in runs) / 1024


def first_cost(places: list[int], before: Literal["nothing", "stream"] = "nothing") -> float:
    """CPU seconds of a first round over these of `dev_chunks` in an interpreter of its own: median of five, in a stream of three."""
    command = [sys.executable, "-c", _FIRST, before, *map(str, places)]
    runs = 3 if before == "stream" else 5
    return median(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)
    )


def dev_chunks() -> list[Chunk]:
    """The articles of the `dev` fixtures, one chunk each."""
    return _chunks(folder for folder in case_folders() if folder.name.startswith("dev-"))


def training_chunks() -> list[Chunk]:
    """The articles of `evals/training`, one chunk each."""
    return _chunks(case_folders(_TRAINING))


def _chunks(folders: Iterable[Path]) -> list[Chunk]:
    chunks: list[Chunk] = []
    for folder in folders:
        for article in load_case(folder).articles:
            chunks += chunk_article(Article(text=article.text, published=article.published), _WHOLE)
    return chunks


def read_all(engine: RulesEngine, ontology: Ontology, chunks: list[Chunk]) -> float:
    """CPU seconds of one round through grounding."""

    async def work() -> None:
        for chunk in chunks:
            extraction = await engine.extract_events(chunk)
            ground_events(extraction.drafts, chunk, ontology, engine.name, final=True)

    begin = time.process_time()
    asyncio.run(work())
    return time.process_time() - begin


def split_cost(chunks: list[Chunk]) -> float:
    """CPU seconds of a bare split of the sentences into lower-case words, the floor: median of five times ten rounds, a round's."""

    def rounds() -> float:
        begin = time.process_time()
        for _ in range(10):
            for chunk in chunks:
                for sentence in chunk.sentences:
                    _WORDS.findall(sentence.text.lower())
        return (time.process_time() - begin) / 10

    return median(rounds() for _ in range(5))


def main() -> None:
    """Print the load cost, the rates of further rounds, of a first one and of one in a stream, and the peak memory of the whole run."""
    seconds, megabytes = load_cost()
    print(f"load of ontology and lexica  {1000 * seconds:6.0f} ms CPU   {megabytes:4.0f} MB peak")
    ontology = load_ontology()
    engine = RulesEngine(ontology)
    read = {at: chunk for at, chunk in enumerate(dev_chunks()) if not _declined(engine, chunk)}
    sentences = sum(len(chunk.sentences) for chunk in read.values())
    rounds = [read_all(engine, ontology, list(read.values())) for _ in range(_ROUNDS)]
    floor = split_cost(list(read.values()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{sentences} sentences of {len(read)} articles, {peak:.0f} MB peak; a bare split into words: {sentences / floor:.0f}/s"
    )
    costs = {
        "again": median(rounds),
        "again, best round": min(rounds),
        "first": first_cost(list(read)),
        "in a stream": first_cost(list(read), "stream"),
    }
    for what, cost in costs.items():
        print(f"{what:18} {sentences / cost:6.0f} sentences/CPU second, {cost / floor:4.0f} times a bare split")


def _declined(engine: RulesEngine, chunk: Chunk) -> bool:
    extraction = asyncio.run(engine.extract_events(chunk))
    return bool(extraction.notes) and not extraction.drafts


if __name__ == "__main__":
    main()
