"""Who is meant by words for several whom an article has told before: "both sides", "the two ministers", "all parties", "they"."""

from __future__ import annotations

from summarizer.engines.rules.sides.antecedents import is_same
from summarizer.engines.rules.sides.memory import NUMBERS, Known, Memory
from summarizer.engines.rules.sides.titles import name_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_PAIRED = frozenset(
    """sides neighbours neighbors countries governments armies capitals states parties ministries nations leaders presidents
    ministers powers camps partners premiers delegations foes rivals allies republics kingdoms shores banks heads
    peoples envoys ambassadors embassies forces presidencies counterparts colleagues belligerents adversaries militaries""".split()
)
_ONE_OF_TWO = frozenset("side country government army capital state party ministry".split())
_FEW = 3  # words of "the foreign ministers"
_FURTHER = (["also"], ["then"])
_ALL = frozenset(("all", "warring"))  # "urged all parties to stop"
_SIDES = frozenset(("parties", "sides", "factions"))
_HAVE = (["had"], ["have"])
_NEAR = 2  # sentences from an act of two to what is said of both


def words_of(mention: Mention, reading: Reading) -> list[str]:
    """The words of a group in lower case, with "both" before it: "spoke with both of his colleagues"."""
    low = reading.words.low
    if low[max(mention.start - 2, 0) : mention.start] == ["both", "of"]:
        return ["both", low[mention.end - 1]]
    return low[mention.start : mention.end]


def is_both(mention: Mention, words: list[str], reading: Reading) -> bool:
    """Whether a group, of the words `words`, means both sides, or somebody of both: "the boats of the two countries"."""
    low, end = reading.words.low, mention.end
    return _tells_both(words) or _tells_both(low[end + 1 : end + 4], low[end : end + 1])


def is_undergone(mention: Mention, reading: Reading) -> bool:
    """Whether something is done to a group: it stands right behind a verb, before "were" or "had been", or is described by a participle."""
    low, after = reading.words.low, mention.stop
    if mention.start and reading.verb[mention.start - 1]:
        return True
    if low[after : after + 1] == [","] and after + 1 < len(low):
        return reading.verb[after + 1] and not low[after + 1].endswith("ing")  # "The two, picked up in Accra, …"
    return low[after : after + 1] == ["were"] or (
        low[after : after + 1] in _HAVE and low[after + 1 : after + 2] == ["been"]
    )


def both_sides(memory: Memory, mention: Mention, reading: Reading, text: str) -> tuple[Known, ...]:
    """The two who are told in the sentence before a mention, in an act just before, or who stand out in the article."""
    before = {m.codes: m for m in reading.mentions if m.start < mention.start and m.hit and len(m.codes) == 1}
    if len(before) == 2 and reading.words.low[mention.start : mention.end] == ["the", "two"] and not mention.prep:
        return tuple(Known(name_of(m, reading, text), m.codes, m.sector, reading.number) for m in before.values())
    recent, about = memory.lists.get(2, ()), memory.both()
    if memory.at_odds([one.codes[0] for one in about]) and not memory.at_odds([one.codes[0] for one in recent]):
        return about  # a mediator has just met one of them
    if recent and reading.number - recent[0].sentence <= _NEAR:
        return recent
    return memory.both() or _both_but_the_scene(memory, reading) or recent


def only_both(memory: Memory, mentions: list[Mention], reading: Reading, text: str) -> tuple[Known, ...]:
    """Both sides of the article, where those who act together are nothing but "the sides" or "the foreign ministers"."""
    if len(mentions) != 1 or mentions[0].hit:
        return ()
    low, group = reading.words.low, mentions[0]
    if low[group.start] not in ("the", "their") or low[group.end - 1] not in _PAIRED:
        return ()
    if low[group.stop : group.stop + 1] == ["of"] or group.end - group.start > _FEW:
        return ()
    if NUMBERS.get(low[group.start + 1], 2) != 2:
        return ()  # "the three leaders"
    both = both_sides(memory, group, reading, text)
    return both if len(both) == 2 else ()


def told_group(memory: Memory, words: list[str], reading: Reading, numbered: bool) -> tuple[Known, ...] | None:
    """Who "all parties", "the four states", "the two men" or, if `numbered`, "209 of them" are; None where words tell no such group."""
    if words[-1] in _SIDES and not _ALL.isdisjoint(words[:-1]):
        return _those_who_fight(memory, reading)
    count = NUMBERS.get(words[words[0] == "the"]) if len(words) > 1 else None
    if count and words[-1] in _PAIRED and count in memory.lists:
        return memory.lists[count]
    counted = memory.the_counted(words)
    if counted is not None:
        return (counted,)  # "The three were sent home"
    return memory.group[:1] if numbered else None  # "let 209 of them go", "two were freed"


def they(memory: Memory, pronoun: Mention, reading: Reading) -> tuple[Known, ...]:
    """Whom "they" means: those told last, but not those of its own sentence where it stands there for the second time."""
    if memory.doers and reading.words.low[pronoun.stop : pronoun.stop + 1] in _FURTHER:
        return memory.doers  # "They also shut the border"
    again = any(m.start < pronoun.start and is_same(m, pronoun, reading) for m in reading.mentions)
    own = bool(memory.group) and memory.group[0].sentence == reading.number
    return memory.group_before if again and own else memory.group


def _tells_both(low: list[str], of: list[str] | None = None) -> bool:
    """Whether words mean two sides known from before: "both governments"; with "of" before, "the boats of the two countries"."""
    if of is not None and of != ["of"]:
        return False
    if low[:1] == ["neither"]:
        return of is None and low[-1] in _ONE_OF_TWO
    if low[:1] == ["both"]:
        return low[-1] in _PAIRED if of is None else low[1:2] == [] or low[1] in _PAIRED or low[1] in tk.AUXILIARIES
    if low in (["the", "two"], ["the", "pair"]):
        return of is None
    return low[:2] == ["the", "two"] and low[-1] in _PAIRED


def _both_but_the_scene(memory: Memory, reading: Reading) -> tuple[Known, ...]:
    """The two sides of the article besides those whose land is only where a sentence plays: "will meet in Arusha"."""
    scenes = [m.codes[0] for m in reading.mentions if m.prep in ("in", "at") and m.hit and len(m.codes) == 1]
    return memory.both(scenes) if scenes else ()


def _those_who_fight(memory: Memory, reading: Reading) -> tuple[Known, ...]:
    """Whom "all parties" means: two who have just dealt with each other, else those at home in the article."""
    recent, home = memory.lists.get(2, ()), memory.home
    if recent and reading.number - recent[0].sentence <= _NEAR:
        return recent
    return (home,) if home is not None else ()
