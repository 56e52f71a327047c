"""Who "we" is in a release: the organ of a state that publishes it, or the body that does and names itself at its head."""

from __future__ import annotations

import re

from summarizer.chunking import Chunk
from summarizer.engines.rules.sides.memory import NO_HOME, Known
from summarizer.engines.rules.words.heads import load_heads
from summarizer.normalising.actors import find_names
from summarizer.normalising.organs import organ_of

_OPENING = 3  # sentences in which a body that speaks for itself says who it is
_SPEAKS = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|OUR)\b")
_TOLD = re.compile(r"\b(?:told|to|with|by|in|from|of)(?: the)? $", re.I)
_ASIDE = re.compile(r"^the |\([^)]*\)", re.I)
_CIVIC = frozenset(
    """relief rescue rights watch international amnesty borders solidarity initiative committee association foundation network
    league campaign coalition federation centre center charity aid""".split()
)


def find_issuer(chunk: Chunk) -> Known | None:
    """The body that publishes an article of its own, or None: newspapers don't name themselves at the head of their news."""
    publisher = _ASIDE.sub("", chunk.article.publisher or "").strip()
    if not publisher or not _SPEAKS.search(chunk.article.text):
        return None
    organ = organ_of(publisher)
    if organ is not None and chunk.sentences:
        return Known(publisher, (organ.code,), "GOV", chunk.sentences[0].number)
    named = next(
        (
            sentence
            for sentence in chunk.sentences[:_OPENING]
            if (at := sentence.text.find(publisher)) >= 0 and not _TOLD.search(sentence.text[:at])
        ),
        None,
    )
    if named is None:
        return None
    words = publisher.lower().split()
    sectors = {load_heads().sectors.get(word) for word in words}
    codes = [hit.code for hit in find_names(publisher)]
    if len(codes) == 1 and " " not in codes[0] and ("GOV" in sectors or codes[0] in NO_HOME):
        return Known(publisher, (codes[0],), "GOV", named.number)
    return Known(publisher, ("NGO",), "NGO", named.number) if not codes and not _CIVIC.isdisjoint(words) else None
