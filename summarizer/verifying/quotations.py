"""Words in quotation marks: verbatim in a cited passage, or refused."""

from __future__ import annotations

import re

from summarizer.spans import fold
from summarizer.verifying.case import Case, Check

_QUOTED = re.compile(r"\"([^\"]+)\"|(?<!\w)'([^']{3,}?)'(?!\w)")
_GAP = re.compile(r"\.{3,}|\[[^\]]*\]")


def check_quotations(case: Case) -> Check:
    """Every quoted run of words must stand in one passage, in that order; "…" and "[…]" split a quotation."""
    for found in _QUOTED.finditer(case.text):
        words = found[1] or found[2]
        pieces = [piece.strip(" ,.;:!?-") for piece in _GAP.split(words)]
        pieces = [piece for piece in pieces if piece]
        if not any(all(_stands(piece, passage.text) for piece in pieces) for passage in case.passages) and not any(
            words.strip(" ,.") in name for name in case.names
        ):
            return Check((f"quotes words that no cited passage holds: “{words[:80]}”",))
    if case.text.count('"') % 2:
        return Check(("opens a quotation and doesn't close it",))
    return Check()


def _stands(words: str, passage: str) -> bool:
    return fold(passage).find(words) is not None
