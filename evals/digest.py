"""Digests of what a score depends on besides the code: fixtures and prompts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from evals.cases import FIXTURES

PROMPTS = Path(__file__).parent.parent / "prompts"


def _digest(root: Path, paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(root)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def digests(fixtures: Path = FIXTURES, prompts: Path = PROMPTS) -> dict[str, str]:
    """Sixteen hex digits each: articles, gold labels and cases of the fixtures; and the prompts."""
    scored = [*fixtures.glob("*/*.md"), *fixtures.glob("*/*.labels.yaml"), *fixtures.glob("*/case.yaml")]
    return {"fixtures": _digest(fixtures, scored), "prompts": _digest(prompts, prompts.glob("*.toml"))}
