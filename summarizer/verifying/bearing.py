"""Grave words that need a passage to bear them out: a man remanded is not sentenced, a silence is no denial."""

from __future__ import annotations

import re

from summarizer.verifying.case import Case, Check

_NO_COMMENT = re.compile(
    r"\b(?:(?:has|have|had|did|does|do|would)(?:\s+not|n't)\s+(?:yet\s+)?(?:comment|repl|answer|respond|react)\w*|no\s+(?:comment|reply|answer|response))\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing)?)\b", re.I)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject|dismiss|refus|refut|disput|contradict|not\b|never|no\b|none|nobody|nothing|nor\b|neither|untrue|false"
    r"|baseless|call(?:s|ed)\b|rul\w+\s+out|insist)",
    re.I,
)
# What a sentence says, and which words of the passages bear it out.
_GRAVE = tuple(
    (re.compile(rf"\b(?:{says})\b", re.I), re.compile(rf"\b(?:{borne_out_by})", re.I))
    for says, borne_out_by in (
        (
            r"killed|kills|died|dead|deaths?",
            r"kill|die[sd]|dying|dead|death|lives\b|life\b|fatal|murder|assassin|slain|bod(?:y|ies)\b|toll|execut|perish|drown"
            r"|massacr|funeral|buri|corpse|lynch|slaughter|homicid|victim|casualt|lost\b|survived",
        ),
        (
            r"sentenced|convicted",
            r"sentenc|convict|guilty|years?\b|months?\b|jail|imprison|life\b|fine[sd]?\b|verdict|term|condemn",
        ),
        (r"apologi[sz]ed|apology", r"apolog|sorry|regret|pardon|forgiv"),
    )
)


def check_bearing(case: Case) -> Check:
    """Refuse a grave word for which the cited passages and slots have nothing."""
    body = "\n".join((case.body, *case.names))
    silent = bool(_NO_COMMENT.search(case.body)) and not _DENIED.search(_NO_COMMENT.sub(" ", case.body))
    denied = _DENIES.search(case.text) if silent else None
    told = (f"says “{denied[0]}”, the cited passages only that nothing was said",) if denied else ()
    return Check(
        told
        + tuple(
            f"says “{found[0]}”, which no cited passage bears out"
            for says, borne_out_by in _GRAVE
            for found in [says.search(case.text)]
            if found and not borne_out_by.search(body)
        )
    )
