"""kill -9 while runs are written: what was told to be kept is kept, and the store is sound, fifty times."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from summarizer.store import Store, check_store

KILLS = 50
WRITE = """
import sys
sys.path.insert(0, sys.argv[3])
from store.making import Act, told
from summarizer.store import Store
store = Store.open(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    acts = [Act(number=2 + number, day=1 + (number + at) % 28, actor=who) for at, who in enumerate(("POL", "USA", "BGR"))]
    article, mentions = told(*acts, publisher=f"P{number}", opening=f"Report number {number}. ")
    found = store.remember([article], mentions, f"run-{number}")
    print(number, article.id, *found.ids, flush=True)
"""


def test_fifty_kills_lose_nothing_that_was_told_to_be_kept(tmp_path: Path) -> None:
    path, told = tmp_path / "s.db", {}
    chance = random.Random(7)
    number = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(path), str(number), str(Path(__file__).parent.parent)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        lines = chance.randint(1, 6)
        for line in process.stdout:
            first, article, *ids = line.split()
            number = int(first)
            told[article] = ids
            lines -= 1
            if lines <= 0:
                os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        number += 5  # the one under way when it was killed may be there or not
    with Store.open(path) as store:
        assert check_store(store) == ()
        kept = store.articles(told)
        assert kept.keys() == told.keys()
        events = {row[0] for row in store.database.read("SELECT id FROM events")}
        assert {id_ for ids in told.values() for id_ in ids} <= events
        doubled = store.database.read("SELECT record, count(*) FROM mentions GROUP BY record HAVING count(*) > 1")
        assert doubled == []
