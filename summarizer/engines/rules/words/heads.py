"""Nouns that can be a party, by sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from summarizer.engines.rules.words import tokens as tk


@dataclass(frozen=True)
class Heads:
    """Head nouns: sector, and whether they are institutions."""

    sectors: dict[str, str]
    institutions: frozenset[str]


@lru_cache(maxsize=1)
def load_heads() -> Heads:
    """The list of nouns that can be a party."""
    text = (resources.files("summarizer.engines.rules") / "data" / "heads.txt").read_text(encoding="utf-8")
    sectors: dict[str, str] = {}
    institutions: set[str] = set()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        sector, mark, *words = line.split()
        for word in words:
            base = word.removeprefix("=")
            for form in (base,) if base != word else tk.noun_forms(word):
                sectors.setdefault(form, sector)
                if mark == "+":
                    institutions.add(form)
    return Heads(sectors, frozenset(institutions))
