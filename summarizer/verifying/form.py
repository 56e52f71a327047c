"""What must never stand in a sentence, whoever wrote it: links, markup, a model's talk about itself; and tidying."""

from __future__ import annotations

import re
import unicodedata

from summarizer.verifying.case import Check

_LINK = re.compile(r"https?:|www\.|\bdata:|javascript:|!?\[[^\]]*\]\(|<[a-zA-Z/!]|&#?\w+;|\{\{|\}\}|```", re.I)
_SELF = re.compile(
    r"\bas an? (?:AI|language model)|\b(?:I|we) (?:can(?:not|'t)|was asked|have been asked|will now)\b|</?think"
    r"|\b(?:the user|these instructions|the prompt|in conclusion|to summari[sz]e|in summary)\b",
    re.I,
)


def tidy(text: str) -> str:
    """The text without invisible, control and private characters, white space in runs made one space."""
    if text.isprintable():  # then it has none of these, and only plain spaces are white
        return " ".join(text.split())
    kept = (" " if character.isspace() else character for character in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")).split())


def check_form(text: str, body: str) -> Check:
    """`text` as written, `body` the passages: words that these hold too are no one's talk about himself."""
    reasons = []
    if _LINK.search(text):
        reasons.append("holds a link or markup")
    talk = _SELF.search(text)
    if talk and talk[0].lower() not in body.lower():
        reasons.append(f"talks about itself: “{talk[0]}”")
    if not text.strip():
        reasons.append("is empty")
    return Check(tuple(reasons))
