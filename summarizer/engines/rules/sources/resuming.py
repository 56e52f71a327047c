"""Whoever spoke before and speaks on: "he added", "the minister stressed", "the Coast Guard said", "one of them said"."""

from __future__ import annotations

from summarizer.engines.rules.sides.antecedents import antecedent
from summarizer.engines.rules.sides.memory import MEDIA, Known, Memory
from summarizer.engines.rules.sources.papers import is_paper, refers_back
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Mention, Reading

_DEFINITE = frozenset(("the", "this", "that", "our"))


def speaking_on(memory: Memory, reading: Reading, report: Report) -> Known | None:
    """Who spoke before and speaks on, where a pronoun, an office or a surname is all that is said."""
    speaker = report.speaker
    if is_paper(reading, speaker):
        return _latest(memory) if refers_back(reading, speaker) and not speaker.codes else None
    if not speaker.pronoun:
        if _same_medium(reading, speaker):
            return memory.medium
        return _same_office(memory, reading, speaker) or _same_name(memory, reading, speaker)
    word = reading.words.low[speaker.start]
    if word == "them":  # "One of them said"
        return memory.unnamed
    if speaker.start > 2 and report.start > report.verb:
        return None
    if word in ("he", "she"):
        person = memory.person
        later = person is not None and memory.teller is not None and person.sentence > memory.teller.sentence
        return None if later and person is not None and person.codes else memory.teller
    return memory.body if word == "it" and antecedent(speaker, reading) is None else None


def _latest(memory: Memory) -> Known | None:
    """The person or body that spoke last."""
    told = [known for known in (memory.body, memory.teller) if known is not None]
    return max(told, key=lambda known: known.sentence, default=None)


def _same_office(memory: Memory, reading: Reading, speaker: Mention) -> Known | None:
    """Who spoke before in an office that is told again without name or country: "the minister", "the Coast Guard"."""
    words = reading.words.low[speaker.start : speaker.end]
    if speaker.role is None or speaker.hit or words[0] not in _DEFINITE or len(words) < 2:
        return None
    told = memory.offices.get(reading.words.raw[speaker.end - 1]) or memory.offices.get(speaker.role)
    if told is None:
        return None
    if speaker.codes and max(speaker.via, default=0) > told[1].sentence:
        return None
    after = reading.words.low[speaker.stop : speaker.stop + 1]
    if after in (["of"], ["in"], ["for"]):
        return None
    return told[1] if told[0].issuperset(words[1:]) else None


def _same_medium(reading: Reading, speaker: Mention) -> bool:
    """Whether a medium is only called that again: "the newspaper", "the same agency"."""
    low = reading.words.low[speaker.start : speaker.end]
    return not speaker.codes and low[0] == "the" and low[-1] in MEDIA and all(word == "same" for word in low[1:-1])


def _same_name(memory: Memory, reading: Reading, speaker: Mention) -> Known | None:
    """Who spoke before under a longer name: "Qin said", of the spokesperson Qin Boyuan."""
    if not speaker.person or speaker.codes or speaker.end - speaker.start > 1:
        return None
    return memory.voices.get(reading.words.raw[speaker.start])
