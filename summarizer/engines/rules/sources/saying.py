"""Small questions about a verb of saying and who stands beside it. Token indices."""

from __future__ import annotations

from dataclasses import replace

from summarizer.engines.rules.sources.papers import RELEASED, is_paper
from summarizer.engines.rules.sources.reach import only_where
from summarizer.engines.rules.sources.tellers import can_speak, is_media
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading, climb

_COUNTS = frozenset(
    "a an one two three four five six seven eight nine ten dozens scores hundreds thousands some several".split()
)
_STANDING = frozenset(
    "speaks heads leads runs represents chairs commands directs governs spoke headed led commanded".split()
)
_ADDRESSING = frozenset("told tells informed informs".split())
_QUERIED = frozenset("asked reached pressed contacted".split())


def told_to(reading: Reading, i: int) -> Mention | None:
    """Who was told, when that ends the clause: "…, an official told the agency Dagen"."""
    low = reading.words.low
    if low[i] not in _ADDRESSING:
        return None
    told = next((m for m in reading.mentions if m.start in (i + 1, i + 2) and not m.prep), None)
    if told is None:
        return None
    after = low[told.stop] if told.stop < len(low) else "."
    return told if after in (".", ",", ";", "on", "in", "by") or after in tk.TIME_WORDS else None


def told_medium(reading: Reading, i: int) -> Mention | None:
    """The medium by its name that was told: "told the agency Dagen that …", not "told the press that …"."""
    low, raw = reading.words.low, reading.words.raw
    to = next((m for m in reading.mentions if m.start in (i + 1, i + 2) and not m.prep), None)
    if low[i] not in _ADDRESSING or to is None or not is_media(reading, to):
        return None
    named = any(word[0].isupper() for word in raw[to.start : to.end])
    return to if told_to(reading, i) is to or (named and low[to.stop : to.stop + 1] == ["that"]) else None


def of_a_figure(reading: Reading, speaker: Mention, at: int) -> bool:
    """Whether "according to" at `at` only tells whose count follows: "among them, according to Oslo, 40 children"."""
    low = reading.words.low
    after = speaker.stop + 1
    if at < 2 or low[at - 1] != "," or low[speaker.stop : after] != [","] or after >= len(low):
        return False
    return (low[after].isdigit() or low[after] in _COUNTS) and not any(reading.verb[after:])


def of_something(reading: Reading, i: int) -> bool:
    """Whether somebody was only told of a thing: "told parliament of the plan"."""
    low = reading.words.low
    told = next((m for m in reading.mentions if i < m.start <= i + 2), None)
    at = told.stop if told is not None else i + 1
    return low[at : at + 1] in (["of"], ["about"]) and low[at + 1 : at + 2] not in (["how"], ["having"])


def past_adjuncts(reading: Reading, at: int) -> int:
    """The first token from `at` on that tells no more than when, where or how something was said."""
    low = reading.words.low
    while at < len(low):
        led = low[at] in tk.PREPOSITIONS
        phrase = next((m for m in reading.mentions if m.start == at + 1), None) if led else None
        if phrase is not None:
            at = phrase.stop + (low[phrase.stop : phrase.stop + 1] != [] and low[phrase.stop] in RELEASED)
        elif (
            tk.is_adverb(low[at]) or low[at] in tk.TIME_WORDS or low[at].isdigit() or low[at] in ("on", "late", "early")
        ):
            at += 1
        else:
            break
    return at


def only_where_or_when(reading: Reading, lead: int) -> bool:
    """Whether nothing is told before the token, as in "In Kinshasa, the army said …": no verb, no quotation."""
    low = reading.words.low
    return not any(reading.verb[:lead]) and tk.QUOTES.isdisjoint(low[:lead]) and tk.AUXILIARIES.isdisjoint(low[:lead])


def tells(reading: Reading, mention: Mention) -> bool:
    return can_speak(reading, mention) or is_paper(reading, mention)


def says_so(reading: Reading, i: int) -> bool:
    """Whether a verb that seldom says something does: before "that" or "how", or behind what is said."""
    low = reading.words.low
    after = past_adjuncts(reading, i + 1)
    if low[after : after + 1] in (["that"], ["how"]) or low[i - 1] in tk.QUOTES:
        return True
    who = reading.at.get(i - 1)
    who = climb(reading, who) if who is not None else None
    behind = who is not None and who.start > 1 and low[who.start - 1] in (",", *tk.QUOTES)
    return behind and (low[i + 1 : i + 2] in ([], ["."], [","], [";"]) or only_where(reading, who.start - 1, i + 1))  # type: ignore[union-attr]


def placed(reading: Reading, speaker: Mention) -> Mention:
    """Somebody by name with the country of whom they are told to stand for: "Zhao Ming, who heads the Chinese mission"."""
    low, at = reading.words.low, speaker.stop
    if speaker.codes or not speaker.person or low[at : at + 2] != [",", "who"] or low[at + 2 : at + 3] == []:
        return speaker
    whose = next((m for m in reading.mentions if m.start > at + 2), None) if low[at + 2] in _STANDING else None
    if whose is None or not whose.codes or whose.start > at + 5:
        return speaker
    return replace(speaker, codes=whose.codes, role=whose.role, sector=whose.sector, party=True)


def renamed(reading: Reading, speaker: Mention) -> Mention:
    """Of "Turkmenistan, the channel’s third choice, said", Turkmenistan."""
    low, comma = reading.words.low, speaker.start - 1
    if speaker.codes or speaker.person or comma < 1 or low[comma] != "," or low[speaker.stop] != ",":
        return speaker
    before = reading.at.get(comma - 1)
    if before is None or not before.codes or before.prep or any(reading.verb[:comma]):
        return speaker
    return before


def goes_on(reading: Reading, at: int) -> bool:
    """Whether a verb follows: "said forces had been sent"."""
    return at < len(reading.verb) and (reading.verb[at] or reading.words.low[at] in tk.AUXILIARIES - {"to"})


def ends_there(low: list[str], i: int) -> bool:
    """Whether nothing is said after the verb: only a time or an addressee up to the end of the clause, "when asked"."""
    if low[i + 1 : i + 2] == ["when"] and not _QUERIED.isdisjoint(low[i + 2 : i + 3]):
        return True
    return all(
        tk.is_adverb(word)
        or word in tk.TIME_WORDS
        or word in tk.PREPOSITIONS
        or word in tk.DETERMINERS
        or word in ("reporters", ".", "statement", "told", "afp", "reuters")
        for word in low[i + 1 : i + 6]
        if word not in (",",)
    )


def whole(reading: Reading, mention: Mention) -> Mention:
    """In "the envoy, Galuzin, said" the envoy stands for both."""
    at = reading.mentions.index(mention)
    if at and not mention.role and not mention.hit and not mention.pronoun:
        previous = reading.mentions[at - 1]
        low = reading.words.low
        gap = low[previous.stop : mention.start]
        if gap in ([","], ["there", ","], ["here", ","]) and low[mention.stop : mention.stop + 1] == [","]:
            top = climb(reading, previous) or previous
            if top.role or previous.role:
                return top
    return mention
