"""Heads of lines, which leave out the verb: "Chilean envoys expelled: four, according to …", "Chileans expelled: four"."""

from __future__ import annotations

import re

from summarizer.verifying.case import WORD, names_in
from summarizer.verifying.verbs import is_past

_HEAD = re.compile(r"(?P<who>[^.;:,]{3,90}?)\s+(?P<verb>[a-z]+)(?P<by>\s+by\s+[^.;:,]{2,60})?(?=:\s)")
_AUXILIARY = frozenset("was were is are be been being has have had did does do will would may might could".split())


def head_told(text: str) -> str:
    """The text with a head that says what was done to somebody as a clause: "Chilean envoys were expelled: four"."""
    head = _HEAD.match(text)
    if not head or not is_past(head["verb"]):
        return text
    words = WORD.findall(head["who"])
    if any(is_past(word) or word in _AUXILIARY for word in words[1:]):
        return text
    if len(words) < 2 and [hit.kind for hit in names_in(head["who"])] != ["demonym"]:  # a state alone is who acts
        return text
    return f"{head['who']} were {text[head.start('verb') :]}"
