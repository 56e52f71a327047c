""" "The Russian one was summoned on Friday": which post or mission "one" stands for. Token indices."""

from __future__ import annotations

from collections.abc import Collection

from summarizer.engines.rules.words import tokens as tk

_POSTS = frozenset(
    form
    for noun in "ambassador envoy consul consulate embassy mission legation chargé attaché delegation".split()
    for form in tk.noun_forms(noun)
)
_SINGULAR = {plural: noun for noun in _POSTS for plural in tk.noun_forms(noun)[1:] if plural in _POSTS}
_PLURAL = {noun: plural for plural, noun in _SINGULAR.items()}


def stand_in(words: tk.Tokens, demonyms: Collection[int], before: str) -> None:
    """Put the post or mission that was named last for "one" behind a country's adjective; `before` is the text up to the sentence.

    `demonyms` are the tokens that end such an adjective.
    """
    low = words.low
    for j in [j for j in demonyms if low[j + 1 : j + 2] in (["one"], ["ones"])]:
        noun = next((word for word in reversed(low[:j]) if word in _POSTS), None)
        noun = noun or next((word for word in reversed(tk.tokenize(before).low) if word in _POSTS), None)
        if noun is None:
            continue
        single = _SINGULAR.get(noun, noun)
        words.put(j + 1, single if low[j + 1] == "one" else _PLURAL.get(single, single))
