"""The day of a deed that one side tells of an affair told before: "It was the crew that fired at them", "The two accounts differ. …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import Before, is_dated, lent_by, of_one_scene, share_country, with_only_day
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import RELATIVES
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.ontology import Ontology

_WAS = frozenset(("was", "were", "is"))
_DENIED = frozenset("no nobody none never not nothing denies denied deny rejects rejected contrary".split())
_TELLING = SAYING | _DENIED | frozenset(("insists", "insist", "maintains", "maintain", "claims", "claim"))
_CLEFT = 9  # words from "it was" to the verb
_TWO = r"(?:two|three|several|different|differing|conflicting|contradictory|opposing|rival|competing)"
_TALES = r"(?:accounts?|versions?|stories|tales|tellings|narratives|reports)"
_VERSIONS = re.compile(
    rf"\b{_TWO} (?:\w+ )?{_TALES}\b|\b{_TALES} (?:differ|diverge|conflict|clash|disagree|contradict|part)\b"
    r"|\b(?:told|tell|tells|tell it|described|explained) (?:\w+ ){0,2}(?:in (?:two|three|several|different) ways|differently|twice)\b"
    r"|\bdepends on (?:who|whom)\b|\bis (?:disputed|contested|in dispute)\b"
    r"|['’]s (?:own )?(?:version|account|telling)\b|\bversion (?:one|two)\b|\bas [^.,;:]{3,40} tells? it\b"
    r"|\b(?:disagree|differ|divided|at odds) (?:on|about|over) (?:what|how|who)\b",
    re.I,
)
_FAR = 4  # sentences from the one that says that there are several versions
_FORCE = frozenset(("ASSAULT", "COERCE"))
_BACK = 8  # drafts among which the affair is told


def with_day_of_affair(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft of a deed of violence or force, with the day of the affair of which it is another version; else as it is."""
    if draft.date_text or draft.status not in ("occurred", "alleged") or draft.type not in _FORCE:
        return draft
    if act.frame.charge is not None or not before.earlier:
        return draft
    here = [mention for mention in find_dates(before.here.text) if mention.kind != "vague"]
    if _of_other_culprit(act, reading):
        affair = next(_affairs(draft, before, ontology), None)
        day = affair.date_edtf if affair is not None else None
        # "… sailed that night; it was the Cypriots who fired"
        return lent_by(draft, affair) if all(resolve_date(m.text, None, day) == day for m in here) else draft
    if here:
        return draft
    near = before.earlier[-_FAR:]
    at = next((at for at in range(len(near) - 1, -1, -1) if _VERSIONS.search(near[at].text)), None)
    if at is None:
        return draft
    for said in reversed(near[max(at - 1, 0) : at + 1]):
        if any(mention.kind != "vague" for mention in find_dates(said.text)):
            return with_only_day(draft, said.number, said.text, before.published)
    told = list(_affairs(draft, before, ontology))
    return lent_by(draft, told[0]) if len({other.date_edtf for other in told}) == 1 else draft


def _of_other_culprit(act: Act, reading: Reading) -> bool:
    """Whether a sentence says that somebody else did it: "They fired at nobody; it was the crew that fired at them"."""
    low, group = reading.words.low, act.frame.group
    if "it" not in low or act.frame.passive or group.modal or group.negated or _TELLING.isdisjoint(low):
        return False
    who = next((j for j in range(group.start - 1, 0, -1) if low[j] in RELATIVES), None)
    if who is None or any(reading.verb[who + 1 : group.start]):
        return False
    return any(
        low[j] == "it" and low[j + 1] in _WAS and low[j + 2] != "not" for j in range(max(who - _CLEFT, 0), who - 1)
    )


def _affairs(draft: EventDraft, before: Before, ontology: Ontology) -> Iterator[EventDraft]:
    """The last deeds of violence or force told before with a day, done by or to one of the same countries; the latest first."""
    for other, _ in reversed((*before.told, *before.same)[-_BACK:]):
        kind = ontology.types[other.type]
        if of_one_scene(kind, kind) and is_dated(other) and share_country(draft, other):
            yield other
