"""Digests of what a score depends on besides the code: fixtures and prompts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from evals.cases import FIXTURES, case_folders

PROMPTS = Path(__file__).parent.parent / "prompts"


def _digest(root: Path, paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(root)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def _is_of(folder: Path, split: str) -> bool:
    return (
        split == "all"
        or re.search(rf"^split: *{split}\b", (folder / "case.yaml").read_text(encoding="utf-8"), re.M) is not None
    )


def digests(split: str = "all", fixtures: Path = FIXTURES, prompts: Path = PROMPTS) -> dict[str, str]:
    """Sixteen hex digits each: articles, gold labels and cases of a split (dev, test, all); and the prompts."""
    folders = [folder for folder in case_folders(fixtures) if _is_of(folder, split)]
    scored = [
        path for folder in folders for kind in ("*.md", "*.labels.yaml", "case.yaml") for path in folder.glob(kind)
    ]
    return {"fixtures": _digest(fixtures, scored), "prompts": _digest(prompts, prompts.glob("*.toml"))}
