"""Judgements: one likelihood term each, no word on confidence, and nothing named or counted that the passages don't hold.

The terms are those of Intelligence Community Directive 203, "Analytic Standards" (2015), which also keeps likelihood and
confidence out of one sentence.
"""

from __future__ import annotations

import re

from summarizer.verifying.case import Case, Check
from summarizer.verifying.dates import check_dates
from summarizer.verifying.names import check_names
from summarizer.verifying.numbers import check_numbers
from summarizer.verifying.quotations import check_quotations

LIKELIHOOD = (
    "almost no chance", "remote chance", "remote possibility", "chances are remote", "very unlikely", "highly improbable",
    "unlikely", "improbable", "roughly even chance", "roughly even odds", "very likely", "highly probable", "highly likely",
    "likely", "probable", "probably", "almost certain", "almost certainly", "nearly certain",
)  # fmt: skip
_TERM = re.compile(rf"\b(?:{'|'.join(sorted(LIKELIHOOD, key=len, reverse=True))})\b", re.I)
_OTHER = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|possible|chances?|odds|likelihood|probability|expected to)\b"
)
_CONFIDENCE = re.compile(
    r"\bconfiden\w*|\b(?:certainty|certain|certainly|sure|surely|undoubtedly|doubtless|no doubt|without doubt|definitely|clearly"
    r"|credibl\w+|reliabl\w+)\b",
    re.I,
)


def check_judgement(case: Case) -> Check:
    """Whether a sentence of the assessment keeps the form of a judgement and invents nothing."""
    terms = _TERM.findall(case.text)
    rest = _TERM.sub(" ", case.text)
    reasons = []
    if not terms:
        reasons.append("gives no likelihood in the terms of ICD 203")
    elif len(terms) > 1:
        reasons.append(f"gives more than one likelihood: {', '.join(f'“{term}”' for term in terms)}")
    if terms and _OTHER.search(rest):
        reasons.append(f"hedges twice: “{_OTHER.search(rest)[0]}” beside “{terms[0]}”")  # type: ignore[index]
    sure = _CONFIDENCE.search(rest)
    if sure:
        reasons.append(f"speaks of confidence: “{sure[0]}”")
    found = Check(tuple(reasons))
    for check in (check_numbers, check_names, check_dates, check_quotations):
        found += check(case)
    return found
