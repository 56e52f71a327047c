"""Which sentence of the cited passages a sentence rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from summarizer.events import Event
from summarizer.normalising.actors import codes_in
from summarizer.spans import fold
from summarizer.verifying.case import WORD, Case, names_in, stem

_END = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[A-Z\"'(\d])|\n")
_FEW = frozenset(("two", "three"))
_TITLE_DOT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Prof|Sen|Rep|No)\.$")
EMPTY_WORDS = frozenset(
    """the a an and or but of to in on at by for from with as its his her their it he she they that this who which whom was were
    is are be been has have had will would said says say told tell also after before when while about some more than least
    not no day days""".split()
)
_MOSTLY = 0.4  # of the sentence's own content words
CLEARLY = 2  # content words that another sentence must share more of
_AHEAD = 0.5  # of a word that stands in one sentence alone
_PARTS = re.compile(
    r"[;:]|,?\s+(?:while|whereas|although|though|after|but|because|unless)\s+|,\s+(?:and|saying|with|which)\s+|\s+(?:followed|drew|prompted|sparked|brought|led\s+to|came\s+after|was\s+followed\s+by)\s+|\s+and\s+(?=[a-z]+ed\b)"
)


def rests_elsewhere(case: Case, given_by: tuple[bool, ...], margin: int = CLEARLY) -> bool:
    """Whether the sentence shares more words, by the margin, with other sentences of the passages than those marked."""
    sentences = sentences_of(case.body)
    if len(sentences) < 2 or not any(given_by) or all(given_by):
        return False
    mine = content_stems(case.text)
    shared = [len(mine & content_stems(sentence)) for sentence in sentences]
    his = max(count for count, is_his in zip(shared, given_by, strict=True) if is_his)
    best = max(count for count, is_his in zip(shared, given_by, strict=True) if not is_his)
    return best >= his + margin and best >= _MOSTLY * len(mine)


def tells(event: Event, case: Case) -> bool:
    """Whether the sentence tells a cited event: not where it clearly rests on the passages of other cited events alone."""
    own = _of_evidence(event)
    others = [s for other in case.events if other.id != event.id for s in _of_evidence(other) if s not in own]
    if not own or not others:
        return True
    mine = _content(case.text)
    shared = max(len(mine & _content(sentence)) for sentence in own)
    best = max(len(mine & _content(sentence)) for sentence in others)
    if not (best < shared + CLEARLY or (shared > 1 and best < _MOSTLY * len(mine))):
        return False
    told = sentences_of(case.body)
    return not each_part_rests_elsewhere(case, [sentence in own for sentence in told])


def each_part_rests_elsewhere(case: Case, given_by: Sequence[bool]) -> bool:
    """Whether every part of the sentence has more of other sentences of the passages than of those marked.

    A word counts the less, the more sentences of the passages have it; the speakers' names don't count.
    """
    sentences = sentences_of(case.body)
    if not any(given_by) or all(given_by):
        return False
    known = [_kin(sentence) for sentence in sentences]
    often = Counter(word for words in known for word in words)
    speakers = frozenset().union(*(_kin(s.name) for event in case.events for s in event.attribution))
    elsewhere = False
    for part in _PARTS.split(case.text):
        mine = _kin(part) - speakers
        # Rounded, since a set gives its words in another order each time.
        shared = [round(fsum(1 / often[word] for word in mine & words), 6) for words in known]
        his = max(score for score, is_his in zip(shared, given_by, strict=True) if is_his)
        if max(score for score, is_his in zip(shared, given_by, strict=True) if not is_his) >= his + _AHEAD:
            elsewhere = True
        elif his > 0:
            return False
    return elsewhere


def _of_evidence(event: Event) -> tuple[str, ...]:
    return tuple(s for evidence in event.evidence for s in sentences_of(fold(evidence.quote).text))


@lru_cache(maxsize=4096)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a folded text."""
    found: list[str] = []
    for part in _END.split(text):
        if found and _TITLE_DOT.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part.strip():
            found.append(part.strip())
    return tuple(found)


@lru_cache(maxsize=8192)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that say something."""
    return frozenset(stem(word) for word in WORD.findall(text) if word.lower() not in EMPTY_WORDS)


@lru_cache(maxsize=8192)
def _kin(text: str) -> frozenset[str]:
    """As `_content`, the stems cut so that "jammed" and "jammer" are one."""
    return frozenset(word if word.isupper() else word[:6] for word in _content(text) - _FEW)


@lru_cache(maxsize=8192)
def _content(text: str) -> frozenset[str]:
    """Stems of the words that say something, and the countries by any of their names."""
    codes = codes_in(text)
    for hit in names_in(text):
        text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    return content_stems(text) | codes
