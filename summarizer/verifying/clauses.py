"""Clauses of a text, as far as punctuation and conjunctions tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.normalising.dates import find_dates

_SPEECH = (
    r"(?:said|says|told\s+[\w\s]{2,30}?|stated|claims?|claimed|reported|announced|added|confirmed|insisted|believes|argued"
    r"|noted|denied|alleged)"
)
_CONDITION = re.compile(
    r"\s*(?:[Ii]f|[Ww]hen|[Aa]fter|[Bb]efore|[Ss]ince|[Ww]hile|[Aa]lthough|[Bb]ecause|[Aa]s|[Oo]nce|[Uu]nless)\s[^,]*,"
)
_SAID = re.compile(_SPEECH.replace(r"\s+[\w\s]{2,30}?", ""))
_CLAUSE = re.compile(
    rf"[;:?!\n]|\.(?=\s|$)|\s[-–—]+\s|,?\s+(?:while|whereas|although|though|because|unless|when|once|after|before|as(?!\s+[a-z]+(?:less|ful|ous|al|ive|able|ible)\b)|since|following"
    rf"|in\s+response\s+to|in\s+retaliation\s+for|in\s+protest\s+at|prompting|leading|over\s+what|whom|who|which|whose|citing|despite"
    rf"|amid)\s+|,\s+(?:and|but|saying|with|adding|accusing|calling)\s+|\s+but\s+"
    rf"|(?<=[\w,])\s+(?!(?<=,\s)[a-z]+ed\s+(?:in|on|by|at)\b){_SPEECH}(?:\s+(?:that|on\s+\w+(?:\s+that)?))?(?=\s)|,?\s+according\s+to\s+"
)


def read_clauses(text: str) -> Iterator[tuple[str, str, bool]]:
    """Clauses with dates blanked, the verb of saying that ends one, if one does, and whether "which" or "who" opens it."""
    for date in find_dates(text):
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    at, relative = 0, False
    for found in _CLAUSE.finditer(text):
        word = found[0].strip(" ,").split(" ")[0]
        if found.start() > at:
            clause = text[at : found.start()]
            condition = _CONDITION.match(clause)
            if condition:
                yield condition[0], "", relative
                clause = clause[condition.end() :]
            if not _SAID.fullmatch(word):
                yield clause, "", relative
            else:  # "…, spokesman Jan Novak said": the speaker is no part of what he says
                comma = clause.rstrip(" ,").rfind(",")
                if comma > 0 and len(clause[comma:].split()) <= 9:
                    yield clause[:comma], "", relative
                    clause = clause[comma + 1 :]
                yield clause, word, relative
        at, relative = found.end(), word in ("which", "who")
    if at < len(text):
        condition = _CONDITION.match(text, at)
        if condition:
            yield condition[0], "", relative
            at = condition.end()
        yield text[at:], "", relative
