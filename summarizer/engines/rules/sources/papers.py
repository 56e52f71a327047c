"""Papers that say something: "a statement from the ministry said", "a memo seen by this newspaper shows". Token indices."""

from __future__ import annotations

from dataclasses import replace

from summarizer.engines.rules.sources.tellers import DOCUMENTS, can_speak
from summarizer.engines.rules.words.mentions import Mention, Reading

_FROM = frozenset(("from", "by", "of"))
_NAMED = frozenset(
    """file files memo document documents letter indictment note cable dossier transcript draft log ledger logbook diary notebook minutes
    lawsuit affidavit petition filing book study circular telegram gazette register""".split()
)
_SHOWN = frozenset("footage recording recordings tape video videos photographs images".split())
SEEN = frozenset("seen obtained viewed reviewed leaked read".split())
RELEASED = SEEN | frozenset(
    """carried aired shown broadcast kept shared recorded taken opened published released issued signed dated
    filed circulated presented sent posted submitted drafted""".split()
)
_BEFORE = frozenset("the its their his her our".split())
_REPEATED = frozenset("statement note letter report communique communiqué text document".split())


def is_paper(reading: Reading, mention: Mention) -> bool:
    """Whether a group names something written, not somebody."""
    return not mention.hit and not mention.pronoun and reading.words.low[mention.end - 1] in DOCUMENTS


def is_picture(reading: Reading, mention: Mention) -> bool:
    """Whether a group names what was filmed or recorded, which is the word of whoever shows or has seen it."""
    return reading.words.low[mention.end - 1] in _SHOWN


def released_paper(reading: Reading, verb: int) -> Mention | None:
    """The paper that speaks by the verb, with words about it between: "A report published on Monday by the mission says"."""
    low = reading.words.low
    opening = next((j for j in range(verb - 1, -1, -1) if low[j] in (",", ";", ":", "and", "but")), -1)
    first = next((m for m in reading.mentions if opening < m.start <= opening + 2), None)
    if first is None or first.prep or first.stop >= verb or low[first.stop] not in RELEASED:
        return None
    if not is_paper(reading, first) or any(reading.verb[first.stop + 1 : verb]):
        return None
    return first


def issuer_of(reading: Reading, paper: Mention, verb: int) -> Mention | None:
    """Who speaks in a paper with words about it: who put it out, else its author, else itself."""
    between = [m for m in reading.mentions if paper.stop < m.start < verb]
    by = next((m for m in between if m.prep == "by" and can_speak(reading, m)), None)
    if by is not None and (reading.words.low[paper.stop] not in SEEN or is_picture(reading, paper)):
        return by
    return author_of(reading, paper) or paper


def author_of(reading: Reading, paper: Mention) -> Mention | None:
    """Who speaks in a paper: whose it is, whom it is from, the paper itself; nobody for what only counts ("figures")."""
    low = reading.words.low
    filed = paper.role == "court" and low[paper.end - 1] in _NAMED  # "a court file" is nobody's word
    if paper.role in low[paper.start : paper.end - 1] and not filed:  # "a defence ministry statement"
        end = paper.start + low[paper.start : paper.end].index(paper.role or "") + 1
        end = paper.end if paper.role == "police" else end
        return replace(paper, end=end, stop=end, party=True)
    after = next((m for m in reading.mentions if m.start > paper.start), None)
    if (
        after is not None
        and after.prep in _FROM
        and low[paper.stop : paper.stop + 1] == [after.prep]
        and after.start <= paper.stop + 3
        and can_speak(reading, after)
    ):
        return after
    word = low[paper.end - 1]
    if low[paper.start] in ("its", "their") and not paper.codes:
        owner = next((m for m in reading.mentions if m.codes and not m.prep and m.end <= paper.start), None)
        if owner is not None:  # "The army retook it, its communiqué claims"
            return replace(paper, codes=owner.codes, via=owner.via, party=True)
    return paper if word in _NAMED or (word in _REPEATED and low[paper.start] in _BEFORE) else None


def refers_back(reading: Reading, paper: Mention) -> bool:
    """Whether a paper is only called that again: "the statement", "the note"."""
    low = reading.words.low
    return low[paper.end - 1] in _REPEATED and low[paper.start] in _BEFORE and paper.end - paper.start == 2
