"""Where the particle of a verb stands: "called in", "kept its men out", "pulled on 3 May out of Niger". Token indices."""

from __future__ import annotations

from summarizer.engines.rules.acts.interposed_days import date_after
from summarizer.engines.rules.words import tokens as tk

BEFORE_PARTICLE = frozenset(("on", "yesterday", "today", "the")) | tk.WEEKDAYS | tk.MONTHS
_SEPARABLE = frozenset("in up off out home back away down free over".split())
_REACH = 7  # tokens from a verb to a particle behind its object
_AFTER_PARTICLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today again late early".split()
)
_AFTER_NO = tk.PREPOSITIONS | tk.TIME_WORDS | frozenset("and but or again twice too when as because since".split())
_LATER = frozenset(("later", "after"))
_SPANS = frozenset("a an one two three four five six seven eight nine ten few several some".split())


def find_particle(low: list[str], verb: int, particle: str, passive: bool) -> int:
    """The token of a verb's particle, right behind it, behind an adverb or a day, or behind the object; -1 where it has none."""
    near = low[verb + 1 : verb + 3]
    if near[:1] == [particle]:
        return verb + 1
    if len(near) == 2:
        if near[1] == particle and near[0].endswith("ly") and tk.is_adverb(near[0]):
            return verb + 2  # "rounded angrily on"
        # "pulled on 3 May out of Niger"; but "protested on Monday against" is a crowd's as well
        if near[0] in BEFORE_PARTICLE and particle != "against":
            at = date_after(low, verb + 1)
            if at > verb + 1 and low[at : at + 1] == [particle]:
                return at
    return _behind_object(low, verb, particle) if particle in _SEPARABLE and not passive else -1


def _behind_object(low: list[str], verb: int, particle: str) -> int:
    """The token of a particle behind the object: "kept its men out"; -1 where there is none."""
    for j in range(verb + 2, min(verb + _REACH, len(low))):
        if low[j] == particle:
            following = low[j + 1] if j + 1 < len(low) else "."
            leads_in = following[0].isalnum() and particle in ("in", "over")
            if not leads_in or following in tk.PREPOSITIONS or following in _AFTER_PARTICLE:
                return j
        if low[j] in ",;:" or low[j] == "to":
            return -1  # "told its citizens to keep off"
    return -1


def is_bare_no(following: list[str]) -> bool:
    """Whether "no" is the whole answer: "said no on Friday", not "said no damage was reported"."""
    if not following or not following[0].isalpha() or following[0] in _AFTER_NO:
        return True
    end = next((j for j, word in enumerate(following) if word in _LATER), 0)
    return (
        end > 1 and following[end - 1] in tk.TIME_WORDS and _SPANS.issuperset(following[: end - 1])
    )  # "no a week later"
