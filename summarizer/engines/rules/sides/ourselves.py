"""Whom "we", "our boats" and "theirs" mean outside quotations.

That is the body that publishes, who has the turn in a transcript, or the people of a place that tells of itself.
"""

from __future__ import annotations

import re

from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.mentions import Mention, Reading

WE = frozenset(("we", "us", "our"))
_OWNING = frozenset(("our", "ours", "theirs"))
# Begins with what stands before a word: `re` skips all that is within words.
_OURS = re.compile(
    r"\W(?:[Ww]e|us|[Oo]urs?(?! (?:own )?(?:correspondents?|reporters?|sources?|readers?|newspaper|paper|website|photographer)))\b"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_OFTEN = 3  # times that a place speaks of itself, not of one reporter
_HOSTILE = 3  # the first quadrant of conflict: "we asked", "we agreed" may be a reporter's
_VOICES = frozenset(("GOV", "MIL"))
_ASKING = frozenset(("host", "moderator", "question"))


def speaks_for_a_place(text: str) -> bool:
    """Whether an article speaks of "us" and "our" outside quotations, not only of its own reporters."""
    return sum(1 for _ in _OURS.finditer(_QUOTED.sub(" ", f" {text}"))) >= _OFTEN


def we_at(memory: Memory, text: str, at: int, quadrant: int) -> Known | None:
    """Who "we" is at a character of a text, for an act of a quadrant; nobody inside a quotation."""
    if _quoted(text, at):
        return None
    if memory.issuer is not None:
        return memory.issuer
    home = memory.home
    if home is None:
        return None
    if memory.turns:
        return home._replace(sector="GOV") if _for_the_state(memory, text, at) else None
    return home._replace(sector="CVL") if memory.ours and quadrant >= _HOSTILE else None


def whose(mention: Mention, reading: Reading, memory: Memory, text: str) -> Known | None:
    """To whom belongs what is "ours" or "theirs", or called "our boats", in an article that speaks for a place."""
    word = reading.words.low[mention.start]
    if word not in _OWNING or memory.home is None or _quoted(text, reading.words.starts[mention.start]):
        return None
    if memory.issuer is not None:
        return memory.issuer if word == "ours" else None
    if memory.turns:
        if not _for_the_state(memory, text, reading.words.starts[mention.start]):
            return None
    elif not memory.ours:
        return None
    return memory.other_side(memory.home.codes) if word == "theirs" else memory.home


def _for_the_state(memory: Memory, text: str, at: int) -> bool:
    """Whether who has the turn holds an office of the article's home: "MINISTER: We have protested"."""
    turn = next((turn for turn in memory.turns if turn[0] <= at < turn[1]), None)
    if turn is None:
        return False
    words = tk.tokenize(text[turn[0] : turn[2]]).low
    if not _ASKING.isdisjoint(words):
        return False
    known = memory.people.get(words[-1])
    if known is not None and known.codes:
        return memory.home is not None and known.codes == memory.home.codes and known.sector in _VOICES
    return any(load_heads().sectors.get(word) in _VOICES for word in words)


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at) or text.count('"', 0, at) % 2 == 1
