"""Acts of another world than that of the news: a story's, a game's, a past century's; and those that somebody only fears."""

from __future__ import annotations

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.status.retelling import before_that
from summarizer.engines.rules.status.ruling import Rules, one_holds
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading

_WORKS = frozenset(
    "film novel play opera book series drama comedy musical painting thriller sitcom documentary".split()
)
_TELLING = tk.all_forms("tell follow depict recount portray trace show revolve deal")
_GAMES = frozenset(
    """wicket wickets batsman batsmen bowler bowlers innings striker strikers goalkeeper keeper midfielder defender quarter-final
    semi-final semifinal playoff playoffs penalty penalties half-time knockout runner-up badminton tennis cricket football rugby
    hockey basketball set-piece tournament qualifier""".split()
)
_POINTS = frozenset("point points penalty penalties".split())
_SAVING = tk.all_forms("save")
_CENTURIES = frozenset(("century", "centuries"))
_FEARING = tk.all_forms("fear worry doubt dread expect predict believe")
# No sentence without one of these tells such an act: a cheap look.
_CLUES = _WORKS | _GAMES | _SAVING | _CENTURIES | _FEARING
_TO_COME = frozenset(("will", "would", "may", "might", "could", "'ll"))


def is_elsewhere(reading: Reading, frame: Frame) -> bool:
    """Whether an act is a story's, a game's or a past century's, or only feared to come."""
    return not _CLUES.isdisjoint(reading.words.forms) and one_holds(_RULES, reading, frame)


def _in_a_story(reading: Reading, frame: Frame) -> bool:
    """What happens in a work: "The film tells the story of an envoy who is expelled"; not what is done to the film."""
    low = reading.words.low
    work = next((j for j in range(min(5, len(low) - 1)) if low[j] in _WORKS), None)
    return work is not None and work + 2 <= frame.first and low[work + 1] in _TELLING


def _in_a_game(reading: Reading, frame: Frame) -> bool:
    """What players do: two words of games in the sentence, or points that are saved."""
    low, i = reading.words.low, frame.first
    if low[i] in _SAVING and not _POINTS.isdisjoint(low[i + 1 : i + 5]):
        return True
    return not _GAMES.isdisjoint(low) and len(_GAMES.intersection(low)) > 1


def _long_past(reading: Reading, frame: Frame) -> bool:
    """What was done in a century: "In the nineteenth century Britain and France fought …"; not a treaty of a century ago."""
    low = reading.words.low
    at = next((j for j in range(1, len(low)) if low[j] in _CENTURIES), None)
    return at is not None and "in" in low[max(at - 4, 0) : at] and at < frame.first and low[at - 1] != "this"


def _feared(reading: Reading, frame: Frame) -> bool:
    """What somebody fears or expects that others will do: "Many Poles fear that Russia will attack"."""
    start = frame.clause[0]
    if start < 2 or reading.words.low[start - 1] != "that" or frame.group.modal not in _TO_COME:
        return False
    return not _FEARING.isdisjoint(before_that(reading, start - 1))


_RULES: Rules = (_in_a_story, _in_a_game, _long_past, _feared)
