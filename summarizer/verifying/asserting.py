"""What a sentence asserts of the passages, as against what it only mentions: "Tehran protested against the closing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.verifying.case import WORD, Case, names_in, stem
from summarizer.verifying.resting import sentences_of
from summarizer.verifying.verbs import EMPTY, LIGHT_VERBS, is_past, kind

PARTS = re.compile(r";|,?\s+(?:while|whereas|although|though)\s+|,\s+(?:and|but)\s+")
_ASIDE = re.compile(r",\s+(?:which|who|whose)\s[^,;]*(?=,)|,\s+an?\s+[a-z]+\s+(?:that|which)\s[^,;]*")
_SAYING = frozenset(
    stem(word)
    for word in """say tell report announce add state claim allege confirm insist note speak explain declare
    describe call according want take put set see use""".split()
)
_AUXILIARY = frozenset(
    "has have had will would could may might must should did does to be been was were is are".split()
)
_BEFORE_A_NOUN = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|of|this|that|new|american)|'s?|(?:[A-Z][\w-]*(?:ian|ish|ese|ean|an|i)))\s+$"
)
# "After a Spanish complaint": said of what came before, not told.
_MENTION = re.compile(
    r"\b(?:after|following|over|despite|amid|because\s+of|in\s+response\s+to)\s+(?:(?:an?|the|its|their)\s+)?(?:[A-Z][\w'-]+\s+)?[a-z]+\b(?!\s+(?:had|has|was|were)\b)"
)
_QUOTED = re.compile(r'"([^"]{3,})"')


def asserts_others(case: Case, his: Sequence[bool]) -> bool:
    """Whether each part of the sentence asserts an act that only other sentences of the passages than those marked tell.

    The same party stands by the act in both. An act of the marked ones may be mentioned as a noun; words that neither
    have tell nothing.
    """
    told = sentences_of(case.body)
    mine = frozenset().union(*(_acts(t) for t, is_his in zip(told, his, strict=True) if is_his))
    others = [t for t, is_his in zip(told, his, strict=True) if not is_his]
    parts = [part for part in PARTS.split(_ASIDE.sub(" ", case.text)) if part.strip(" .,")]
    return bool(parts) and all(_is_of(part, mine, others) for part in parts)


def _is_of(part: str, mine: frozenset[str], others: Sequence[str]) -> bool:
    asserted = {
        kind(stem(word[0]))
        for word in WORD.finditer(part)
        if word[0].islower() and not _BEFORE_A_NOUN.search(part, max(0, word.start() - 20), word.start())
    }
    if asserted & mine:
        return False
    here = _party_by_act(_MENTION.sub(" ", part))
    if any(
        act not in mine and (code, act) in here for t in others for code, act in _party_by_act(t) if act in _acts(t)
    ):
        return True
    return any(found[1].strip(" ,.") in t for found in _QUOTED.finditer(part) for t in others)


@lru_cache(maxsize=4096)
def _party_by_act(text: str) -> frozenset[tuple[str, str]]:
    """Countries with the kinds of the words close to them: the six after, and the three before ("urged by the UN")."""
    found: set[tuple[str, str]] = set()
    for hit in names_in(text):
        near = WORD.findall(text[hit.end :])[:6] + WORD.findall(text[: hit.start])[-3:]
        found |= {(hit.code, kind(stem(word))) for word in near if word.islower()}
    return frozenset(found)


@lru_cache(maxsize=4096)
def _acts(text: str) -> frozenset[str]:
    """Kinds of the verbs that a text tells, as far as their forms and auxiliaries show."""
    found: set[str] = set()
    before = ""
    for word in WORD.findall(text):
        if word.islower() and word not in _AUXILIARY and (is_past(word) or before in _AUXILIARY):
            found.add(kind(stem(word)))
        if not word.endswith("ly") and word not in ("not", "also", "never"):
            before = word
    return frozenset(found) - EMPTY - LIGHT_VERBS - _SAYING
