"""Text from articles made safe to show: no control, bidi or other invisible characters."""

from __future__ import annotations

import unicodedata

JUDGEMENT = (
    "Judgement, not reported fact; likelihood in the terms of ICD 203. Each sentence cites the reports it rests on."
)


def visible(text: str) -> str:
    """One line of text without control and format characters (categories Cc, Cf, Cs, Co); white space folded."""
    if text.isprintable():  # then nothing has to go, and only plain spaces are white
        return " ".join(text.split())
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")
    )
    return " ".join("".join(kept).split())
