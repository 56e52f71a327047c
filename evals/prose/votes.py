"""Votes of readers, and what they come to."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.counting import Counts, Interval, interval, share
from evals.prose.pairs import FOLDER, digest

RUBRIC = ("clear", "complete", "emphasis", "shame")
TARGET = 0.6


class Vote(BaseModel):
    """One reader's choice in one pair, with a reason for every line of the rubric."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pair: str
    reader: str
    choice: Literal["A", "B", "tie"]
    reasons: dict[Literal["clear", "complete", "emphasis", "shame"], str]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the product's brief was preferred, tied or not, and the share of the first two with its interval over pairs."""

    preferred: int
    tied: int
    lost: int
    share: Interval
    pairs: int
    readers: int


def read_votes(folder: Path = FOLDER) -> list[Vote]:
    """All votes. Raises ValueError for a line that is no vote, lacks a reason, or repeats a reader's vote on a pair."""
    votes: list[Vote] = []
    lines = (folder / "votes.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            vote = Vote.model_validate_json(line)
        except ValidationError as error:
            raise ValueError(f"votes.jsonl, line {number}: {error.errors()[0]['msg']}") from None
        missing = [name for name in RUBRIC if not vote.reasons.get(name, "").strip()]  # type: ignore[call-overload]
        if missing:
            raise ValueError(f"votes.jsonl, line {number}: no reason for {', '.join(missing)}")
        votes.append(vote)
    twice = [who for who, count in Counter((v.reader, v.pair) for v in votes).items() if count > 1]
    if twice:
        raise ValueError(f"votes.jsonl: reader {twice[0][0]} voted twice on pair {twice[0][1]}")
    return votes


def count_votes(folder: Path = FOLDER) -> Tally:
    """The votes against the key. Raises ValueError when a vote is about no known pair or about a text that was changed."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    votes = read_votes(folder)
    units: dict[str, dict[str, float]] = {}
    counts = Counter[str]()
    for vote in votes:
        entry = key.get(vote.pair)
        if entry is None:
            raise ValueError(f"votes.jsonl: no pair {vote.pair}")
        if digest((folder / "pairs" / f"{vote.pair}.md").read_text(encoding="utf-8")) != entry["sha256"]:
            raise ValueError(f"pair {vote.pair} was changed after the key was written")
        outcome = "tied" if vote.choice == "tie" else "preferred" if vote.choice == entry["product"] else "lost"
        counts[outcome] += 1
        unit = units.setdefault(vote.pair, {"hit": 0.0, "all": 0.0})
        unit["hit"] += outcome != "lost"
        unit["all"] += 1
    pooled: list[Counts] = [units[name] for name in sorted(units)]
    return Tally(
        counts["preferred"], counts["tied"], counts["lost"], interval(pooled, share), len(units),
        len({vote.reader for vote in votes}),
    )  # fmt: skip
