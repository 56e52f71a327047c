"""How long a brief may be."""

from __future__ import annotations

from typing import Final

from summarizer.brief import BriefRequest, Length

SIZES: Final[dict[Length, tuple[int, int]]] = {"short": (1, 3), "standard": (3, 6), "full": (3, 10)}
"""Sentences of the bottom line and key points, at most."""
HEAD_WORDS: Final = 85
"""Words of a bottom line, at most."""
_SHARE: Final = 0.5  # of the articles' words: about what a plain brief of three short articles takes
_WORDS: Final = {"short": (80, 200), "standard": (150, 520)}


def words_wanted(request: BriefRequest) -> int | None:
    """How many words a brief may have: a share of those of its articles, within bounds; None for one that may be long."""
    if request.part or request.points or request.length == "full":
        return None
    least, most = _WORDS[request.length]
    tens = round(_SHARE * sum(len(article.text.split()) for article in request.articles) / 10)
    return min(most, max(least, 10 * tens))
