"""One sentence through all checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from summarizer.events import Event
from summarizer.normalising.dates import say_date
from summarizer.spans import fold
from summarizer.verifying.attribution import check_attribution
from summarizer.verifying.bearing import check_bearing
from summarizer.verifying.case import Case, Check, Passage, called
from summarizer.verifying.dates import check_dates
from summarizer.verifying.form import check_form
from summarizer.verifying.hedges import check_hedges
from summarizer.verifying.judgement import check_judgement
from summarizer.verifying.names import check_names
from summarizer.verifying.negation import check_negation
from summarizer.verifying.numbers import check_numbers
from summarizer.verifying.quotations import check_quotations
from summarizer.verifying.roles import check_roles
from summarizer.verifying.status import check_status
from summarizer.verifying.superlatives import check_superlatives
from summarizer.verifying.update_line import check_update_line, is_update_line

CHECKS: tuple[Callable[[Case], Check], ...] = (
    check_numbers,
    check_names,
    check_dates,
    check_negation,
    check_status,
    check_roles,
    check_quotations,
    check_attribution,
    check_hedges,
    check_superlatives,
    check_bearing,
)

# How a partial date is told ("the 24th (month not given)"): no claim that needs bearing out.
_LABEL = re.compile(r"\A(?:New|Updated|Corrected|Retracted): ")  # what kind of change a line tells: no claim either
_NOT_GIVEN = re.compile(r"\s*\((?:month|year|month and year) not given\)")


def check_sentence(text: str, events: Sequence[Event], passages: Sequence[Passage], judgement: bool = False) -> Check:
    """Whether the cited passages and the cited events' slots bear a sentence out. Nothing else of the articles counts.

    No reasons: it holds. A sentence that stands in a passage word for word can fail only by its form or by leaving out
    the speaker, who may stand outside it. A judgement is held to its own form, and to names, numbers and dates.
    """
    folded = tuple(
        replace(p, text=fold(p.text).text, names=called(tuple(fold(n).text for n in p.names))) for p in passages
    )
    told = fold(text).text
    for passage in folded:  # "Danube Wire of 13 May 2025" names a source, no day of the act
        if passage.published is not None:
            day = say_date(passage.published.isoformat())
            for name in passage.names:
                told = told.replace(f"{name}, {day}", name).replace(f"{name} of {day}", name)
    case = Case(_LABEL.sub("", _NOT_GIVEN.sub("", told)), tuple(events), folded)
    result = check_form(text, case.body)
    if is_update_line(case.text):
        return result + check_update_line(case)
    for check in (check_judgement,) if judgement else (check_attribution,) if case.verbatim else CHECKS:
        result += check(case)
    return result
