"""Hedges of the cited passages that a sentence must not drop."""

from __future__ import annotations

import re

from summarizer.verifying.case import Case, Check

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|suspected|purportedly|believed\s+to|thought\s+to|unconfirmed|possibly|may\s+have|might\s+have"
    r"|could\s+have|appear(?:s|ed)?\s+to|seem(?:s|ed)?\s+to|presumed|rumou?red|not\s+(?:been\s+)?(?:independently\s+)?(?:verified|confirmed))\b",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:report\w*|alleg\w*|apparent\w*|suspect\w*|purport\w*|believ\w*|thought|unconfirmed|possibl\w+|may|might|could|appear\w*|seem\w*"
    r"|presum\w*|rumou?r\w*|accus\w*|claim\w*|according\s+to|said|says|likely|probabl\w+|unverified|verif\w+|confirm\w*|told|blam\w*)\b",
    re.I,
)


def check_hedges(case: Case) -> Check:
    """When every cited passage of the sentence's events hedges, the sentence must hedge or name who says so."""
    hedged = [found[0] for passage in case.passages for found in [_HEDGE.search(passage.text)] if found]
    if hedged and len(hedged) == len(case.passages) and not _KEPT.search(case.text):
        return Check((f"drops “{hedged[0]}”",))
    return Check()
