"""The update line of a brief: labels of acts and slots with their parties, which assert nothing beyond who is concerned."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.verifying.case import Case, Check
from summarizer.verifying.names import check_names
from summarizer.verifying.numbers import check_numbers
from summarizer.verifying.quotations import check_quotations

_VERB = r"(?:adds|updates|corrects|withdraws)"
_LINE = re.compile(rf"\A{_VERB} [^.;]+\([^.;]+(?:; {_VERB} [^.;]+)*\.\Z", re.I)
_HEAD = re.compile(rf"(?:\A|(?<=; )){_VERB} ", re.I)


def is_update_line(text: str) -> bool:
    """Whether a text has the form `Adds act (parties); corrects slot of act (parties).`"""
    return bool(_LINE.match(text))


def check_update_line(case: Case) -> Check:
    """Whether its names, numbers and quotation marks are borne out."""
    labels = replace(case, text=_HEAD.sub("", case.text))
    return check_names(labels) + check_numbers(labels) + check_quotations(labels)
