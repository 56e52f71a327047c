"""Days of the papers and speeches in which an act of words stands: "in a note handed over on Monday", "Tuesday's statement"."""

from __future__ import annotations

import re
from bisect import bisect_left

from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import DateMention

_ISSUED = frozenset(
    """issued published released posted sent read circulated distributed dated broadcast aired delivered made given handed presented
    submitted addressed filed lodged written uploaded printed shown transmitted""".split()
)
PAPERS = frozenset(
    """statement communique communiqué letter note message video post interview speech address declaration broadcast recording report
    memorandum memo complaint petition cable telegram tweet article bulletin sermon lecture communication""".split()
)
_CARRIED_IN = frozenset("in through via by with".split())
_LEADS_IN = 5  # words from "in" to the paper: "in a strongly worded joint note"
PAPER_CLAUSE = frozenset(("which", "that"))
_BREAKS = frozenset(("and", "but", "while", ";", ":", "that", "after", "as", "when", "because"))
_PAPER = re.compile(rf"['’]s (?:[\w-]+ )?(?:{'|'.join(sorted(PAPERS))})\b")


def put_out(low: list[str], j: int) -> bool:
    """Whether a participle tells when a paper went out that tells the act: "in a note handed over on Monday", not "over a note …"."""
    if low[j] not in _ISSUED or low[j - 1] not in PAPERS:
        return False
    return not _CARRIED_IN.isdisjoint(low[max(j - 1 - _LEADS_IN, 0) : j - 1])


def of_paper(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether the date at character `start` tells when a paper came in which an act of words stands: "in a note which came on Monday".

    An aside may part them: "protested against the drill, which it calls a threat, in a note handed over on Monday".
    """
    low = reading.words.low
    between = range(frame.last + 1, bisect_left(reading.words.starts, start))
    if PAPERS.isdisjoint(low[between.start : between.stop]):
        return False
    if any(low[j] in PAPER_CLAUSE and low[j - 1] in PAPERS for j in between):
        return True
    out = next((j for j in between if put_out(low, j)), None)
    return out is not None and _BREAKS.isdisjoint(low[between.start : out])


def heads_paper(frame: Frame, text: str, mention: DateMention) -> bool:
    """Whether a sentence opens with a paper of that day, which does what is told: "Tuesday's statement by Chad accused Niger"."""
    if frame.passive or text[: mention.start].strip() not in ("", "In"):
        return False
    return _PAPER.match(text, mention.end) is not None
