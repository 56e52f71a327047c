"""A store of many events: how fast it is filled and searched.

`python -m evals.bench.store_speed [--events 1000000]` writes a file of made-up events whose parties, types and words are spread
as unevenly as in news (a few states and words are in most of them), and has `summarizer store import` read it. It does so twice:
as they were made up, with their dates strewn over 31 years, which is the hardest order, and in that of our own export
(`summarizer search --format jsonl`, newest first). Making them up isn't counted; starting the program is.
Then it asks questions of each kind and prints the median and the slowest of their times. As a floor, the same file is asked for
one event by its id. Other work on the machine slows an import by the clock, so that its CPU time is told too.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from evals.cases import FIXTURES
from summarizer import Event, EventQuery, Store
from summarizer.events import EventDate, Evidence, Party, Place, SourceRef, Speaker
from summarizer.exporting import write_events
from summarizer.ontology import load_ontology

_ROUNDS = 15


def made_up(count: int, seed: int = 5) -> Iterator[Event]:
    """Events with the vocabulary of the fixtures; parties and words follow Zipf's law."""
    chance = random.Random(seed)
    names = (Path(__file__).parent.parent / "countries.txt").read_text(encoding="utf-8").splitlines()
    codes = [line[:3] for line in names if line[:3].isupper()]
    words = sorted(
        {w for path in FIXTURES.glob("*/*.md") for w in path.read_text(encoding="utf-8").split() if w.isalpha()}
    )
    chance.shuffle(codes)
    chance.shuffle(words)
    ontology = load_ontology()
    kinds = [(t.name, mode) for t in ontology.types.values() for mode in (*t.modes, None)]
    states = [1 / (rank + 1) for rank in range(len(codes))]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    spread = {"codes": _sampler(chance, codes, states), "words": _sampler(chance, words, weights)}
    for number in range(count):
        actor, recipient = next(spread["codes"]), next(spread["codes"])
        type_, mode = kinds[min(len(kinds) - 1, int(chance.expovariate(0.06)))]
        said = " ".join(next(spread["words"]) for _ in range(22))
        year, month, day = 1995 + number % 31, 1 + chance.randrange(12), 1 + chance.randrange(28)
        quote = f"{actor} told {recipient}: {said}."
        yield Event(
            id=f"e-{number:09x}",
            type=type_,
            mode=mode,
            status="occurred" if number % 5 else "alleged",
            summary=quote[:100],
            actors=(Party(name=actor, country=actor, sector="GOV"),),
            recipients=(Party(name=recipient, country=recipient, sector="GOV"),),
            date=EventDate(edtf=f"{year}-{month:02}-{day:02}" if number % 9 else f"{year}-{month:02}"),
            place=Place(name=recipient, country=recipient) if number % 3 == 0 else None,
            attribution=(Speaker(name=f"Minister {next(spread['words'])}", country=actor),) if number % 5 == 0 else (),
            evidence=(Evidence(article=f"a-{number // 8:x}", start=0, end=len(quote), quote=quote),),
            sources=(SourceRef(article=f"a-{number // 8:x}", publisher=f"Paper {number % 40}"),),
            engine="made up",
            confidence=0.7,
        )


def _sampler(chance: random.Random, items: list[str], weights: list[float]) -> Iterator[str]:
    while True:
        yield from chance.choices(items, weights, k=10_000)


def questions(sample: list[Event], chance: random.Random) -> dict[str, list[EventQuery]]:
    """Questions of each kind about what is in the store, common and rare alike."""
    asked: dict[str, list[EventQuery]] = {
        name: []
        for name in (
            "pair",
            "pair, type and dates",
            "actor and dates",
            "type and dates",
            "words",
            "words and actor",
            "speaker",
        )
    }
    for event in chance.sample(sample, _ROUNDS):
        actor, recipient = event.actors[0].country or "", event.recipients[0].country or ""
        year = int(event.date.edtf[:4]) if event.date else 2000
        since, until = str(year), str(year + 2)
        words = event.evidence[0].quote.removesuffix(".").split()[3:]
        one, two = chance.sample(words, 2)
        asked["pair"].append(EventQuery(between=(actor, recipient)))
        asked["pair, type and dates"].append(
            EventQuery(actor=actor, recipient=recipient, type=event.type, since=since, until=until)
        )
        asked["actor and dates"].append(EventQuery(actor=actor, since=since, until=until))
        asked["type and dates"].append(EventQuery(type=event.type, since=since, until=until))
        asked["words"].append(EventQuery(text=f"{one} {two}"))
        asked["words and actor"].append(EventQuery(text=one, actor=actor))
        asked["speaker"].append(EventQuery(by=f"Minister {words[0]}"))
    return asked


def main() -> None:
    """Fill, ask, export, fill again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path, help="keep the store in this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = options.store or folder / "bench.db"
        with (folder / "strewn.jsonl").open("wb") as stream:
            write_events(made_up(options.events), "jsonl", stream)
        _filled("dates strewn", folder / "strewn.jsonl", path, options.events)
        (folder / "strewn.jsonl").unlink()
        _ask(path, min(20_000, options.events))
        export = _Run(
            "search", "--limit", "0", "--format", "jsonl", "-o", str(folder / "export.jsonl"), "--store", str(path)
        )
        print(f"exported: {options.events:,} events in {export.wall:.0f} s ({options.events / export.wall:,.0f}/s)")
        _filled("as exported", folder / "export.jsonl", folder / "again.db", options.events)


class _Run:
    """A command of ours, run to its end: seconds by the clock and of CPU (its children's too), and its largest size in bytes."""

    def __init__(self, *words: str) -> None:
        began = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", "from summarizer.cli import main; main()", *words])
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{words} failed")
        self.wall = time.perf_counter() - began
        self.cpu = used.ru_utime + used.ru_stime
        self.size = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _filled(order: str, source: Path, path: Path, count: int) -> None:
    ran = _Run("store", "import", str(source), "--store", str(path))
    with Store.open(path) as store:
        kept = store.sizes()["events"]
    if kept != count:
        raise SystemExit(f"{kept:,} of {count:,} events were kept")
    print(
        f"filled, {order}: {count:,} events in {ran.wall:.0f} s ({count / ran.wall:,.0f}/s), {ran.cpu:.0f} s CPU "
        f"({count / ran.cpu:,.0f}/s), at most {ran.size / 1e6:.0f} MB of memory; {path.stat().st_size / 1e9:.2f} GB, "
        f"load of the machine {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores"
    )


def _ask(path: Path, known: int) -> None:
    chance = random.Random(11)
    sample = list(made_up(known))
    with Store.open(path) as store:
        floor = [_timed(partial(store.event, event.id)) for event in chance.sample(sample, min(50, known))]
        print(f"{'one event by its id':22} median {statistics.median(floor) * 1000:7.2f} ms")
        for name, queries in questions(sample, chance).items():
            times = [_timed(partial(store.search, query)) for query in queries]
            hits = statistics.mean(len(store.search(query)) for query in queries)
            print(
                f"{name:22} median {statistics.median(times) * 1000:7.2f} ms, slowest {max(times) * 1000:8.2f} ms, "
                f"{hits:.0f} found (of at most 50)"
            )


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
