"""How far two mentions can be the same act."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.events import FACTUAL, Status
from summarizer.merging.days import Day, day_told, decided_and_done
from summarizer.merging.parties import named_alike, overlap, same_crowd, same_place, same_target
from summarizer.merging.units import values_by_kind
from summarizer.normalising.dates import edtf_bounds, edtf_compatible, edtf_precision

SAME = 0.5
# Statuses within one group can be two views of one act; a plan and a deed can't.
_GROUPS: tuple[frozenset[Status], ...] = (
    frozenset({"occurred", "ongoing", "alleged", "denied", "announced"}),
    frozenset({"announced", "planned"}),
    frozenset({"planned", "proposed"}),
    frozenset({"planned", "denied"}),
    frozenset({"threatened"}),
    frozenset({"demanded"}),
)
_AHEAD: frozenset[Status] = frozenset({"announced", "planned"})
_DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
_TOLD_SO: frozenset[Status] = _DONE | {"announced"}
_COPIED = 0.75  # of the words: one report taken over by another
_NEWS_DAYS = 7  # for which an act stays news, so that articles may tell it again without its date
_LONG_NEWS_DAYS = 30  # for what befell somebody who is named
SLIP = 3  # days by which reports of one act differ through date lines, time zones and slips
_ANOTHER_NAME = 0.2  # of somebody who may be the other's under a name of his own
_WORD = re.compile(r"[^\W_]{4,}")
_GIVEN = re.compile(r"\b(?:grants?|loans?|gifts?|donat\w+|aid|credits?)\b", re.I)
_EMPTY = frozenset(
    """that this with from have been were will would said says told according they their there which when where after before
    also into over about more than some most other year years monday tuesday wednesday thursday friday saturday sunday
    minister ministry foreign government spokesman spokeswoman president statement country reporters""".split()
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a mention is compared, made once."""

    mention: Mention
    kind: str
    actors: frozenset[str]
    recipients: frozenset[str]
    words: frozenset[str]
    numbers: dict[str, frozenset[float]]
    day: Day | None
    days: tuple[dt.date, dt.date] | None
    on: int | None  # the ordinal of the one day that they are, if it is one
    published: dt.date | None
    coded: tuple[bool, bool]  # whether all actors, all recipients have a country

    def elsewhere(self, other: Profile) -> bool:
        """Whether the other can't be the same for reasons that are seen at once: other countries, or days far apart."""
        on, others = self.on, other.on
        if on is not None and others is not None and not -SLIP <= on - others <= SLIP and not self.decided(other):
            return True
        if self.coded[0] and other.coded[0] and self.actors.isdisjoint(other.actors):
            return True
        return self.coded[1] and other.coded[1] and self.recipients.isdisjoint(other.recipients)

    def decided(self, other: Profile) -> bool:
        """Whether one is of the day on which the other's act, still to come, was decided."""
        return self.day is not None and other.day is not None and decided_and_done(self.day, other.day)

    def shares_a_number(self, other: Profile) -> bool:
        """Whether both count some kind of things alike."""
        return any(self.numbers[kind] & other.numbers[kind] for kind in self.numbers.keys() & other.numbers.keys())


def profile(mention: Mention, article: Article) -> Profile:
    """Profile of a mention of an article."""
    told = " ".join(article.text[span.start : span.end] for span in mention.sentences[:2])
    days = edtf_bounds(mention.date.edtf) if mention.date else None
    return Profile(
        mention,
        _kind(mention, told),
        frozenset(party.key for party in mention.actors),
        frozenset(party.key for party in mention.recipients),
        frozenset(word.lower() for word in _WORD.findall(told)) - _EMPTY,
        values_by_kind(mention.quantities),
        day_told(mention, article),
        days,
        days[0].toordinal() if days and days[0] == days[1] else None,
        article.published_on,
        (
            bool(mention.actors) and all(p.country for p in mention.actors),
            bool(mention.recipients) and all(p.country for p in mention.recipients),
        ),
    )


def _kind(mention: Mention, told: str) -> str:
    """The type under which acts are compared: a sum that somebody promises to give is the same aid as one that he gives."""
    pledge = mention.type == "AGREE" and bool(mention.quantities) and _GIVEN.search(told) is not None
    return "AID" if pledge else mention.type


def likeness(one: Profile, two: Profile) -> float:
    """0 (can't be the same) to 1; from `SAME` on they count as one act. Weighs parties, date, wording and quantities."""
    a, b = one.mention, two.mention
    same_article = a.article == b.article
    if (
        one.kind != two.kind
        or one.elsewhere(two)
        or not (_views(one, two) or _carried_out(one, two))
        or _too_early(one, two)
    ):
        return 0.0
    if same_article and (told_apart(one, two) or _done_to_others(a, b)):
        return 0.0
    modes_differ = a.mode != b.mode and a.mode is not None and b.mode is not None
    if modes_differ and (same_article or "denied" in (a.status, b.status)):
        return 0.0
    if not same_article and _claim_and_denial(a, b) and not _speak_of_one(one, two):
        return 0.0
    domestic = len(one.actors | two.actors | one.recipients | two.recipients) == 1
    actors, recipients = overlap(a.actors, b.actors, domestic), overlap(a.recipients, b.recipients, domestic)
    here = same_place(a.place, b.place)
    words = _share(one.words, two.words)
    if not same_article and actors == 0 and same_target(a, b):
        actors = _ANOTHER_NAME
    if not same_article and recipients == 0 and actors >= 0.6 and here and not modes_differ and same_crowd(a, b):
        recipients = 0.5 if _days_between(one, two) <= (actors == 1 and _claim_and_denial(a, b)) else 0.0
    if not same_article and actors > 0.5 and words >= _COPIED and not _abroad(a, b):
        recipients = max(recipients, 0.5)
    if a.actors and b.actors and actors < 0.5 and same_article:
        return 0.0
    if not same_article and _claim_and_denial(a, b) and 0 < recipients < 0.5:
        return 0.0
    if actors == 0 or recipients == 0 or (domestic and max(actors, recipients) < 0.5):
        return 0.0
    if not ((a.actors and b.actors) or (a.recipients and b.recipients)) and not _plainly_one(one, two, words):
        return 0.0
    abroad = bool(a.place and b.place and a.place.country and b.place.country and a.place.country != b.place.country)
    if abroad and not (words >= 0.2 and _days_between(one, two) == 0 and not same_article):
        return 0.0
    if not (a.date and b.date):
        when = 0.5
    elif edtf_compatible(a.date.edtf, b.date.edtf) or (not same_article and one.decided(two)):
        when = 1.0 if min(edtf_precision(a.date.edtf), edtf_precision(b.date.edtf)) >= 3 else 0.6
    elif same_article or not (
        (words >= 0.6 and _days_between(one, two) <= SLIP)
        or (words >= 0.25 and len(one.words & two.words) > 5 and _days_between(one, two) == 1 and not modes_differ)
        or (
            here
            and (min(actors, recipients) == 1 or (actors == 1 and recipients >= 0.5 and _claim_and_denial(a, b)))
            and a.mode is not None
            and not modes_differ
            and _days_between(one, two) == 1
        )
    ):
        return 0.0
    else:
        when = 0.0
    if same_article and _numbers_differ(one, two):
        return 0.0
    weights = (0.2, 0.15, 0.25, 0.4) if domestic else (0.3, 0.25, 0.2, 0.25)
    score = sum(
        weight * value for weight, value in zip(weights, (actors, recipients, when, min(1.0, 2 * words)), strict=True)
    )
    if abroad:
        score -= 0.15
    if modes_differ:
        score -= 0.25
    elif domestic and a.mode is not None and a.mode == b.mode:
        score += 0.1
    if domestic and min(actors, recipients) < 0.5:
        score *= 0.6
    if same_article and words < 0.12 and when <= 0.5:
        score -= 0.1
    if when == 0.5 and words < 0.3 and _far_apart(one, two, _LONG_NEWS_DAYS if _one_by_name(one, two) else _NEWS_DAYS):
        score -= 0.3
    return max(0.0, score)


def _claim_and_denial(one: Mention, two: Mention) -> bool:
    """Whether one denies what the other tells."""
    return (one.status == "denied") != (two.status == "denied")


def _done_to_others(one: Mention, two: Mention) -> bool:
    """Whether an article tells as done to some what is denied to have been done to others, who don't share a name with them."""
    deed, denial = sorted((one, two), key=lambda m: m.status == "denied")
    if denial.status != "denied" or deed.status not in _TOLD_SO:
        return False
    return bool(deed.recipients and denial.recipients) and not any(
        named_alike(party, other) for party in deed.recipients for other in denial.recipients
    )


def _speak_of_one(claim: Profile, denial: Profile) -> bool:
    """Whether a claim and a denial share a word beside names, or a day, or a place; two words where their type says little.

    States do many things to each other, and deny one of them. What is done to somebody by name, or at home, is known by that,
    and an accusation calls for an answer.
    """
    a, b = claim.mention, denial.mention
    vague = a.mode is None or b.mode is None
    abroad = all(claim.coded) and all(denial.coded) and claim.actors != claim.recipients
    if not vague and (not abroad or "alleged" in (a.status, b.status)):
        return True
    if _days_between(claim, denial) == 0 or same_place(a.place, b.place):
        return True
    named = [p.name for m in (a, b) for p in (*m.actors, *m.recipients)]
    named += [speaker.name for m in (a, b) for speaker in m.attribution]
    names = {word[:5].lower() for name in named for word in _WORD.findall(name) if word[:1].isupper()}
    return len({w[:5] for w in claim.words} & {w[:5] for w in denial.words} - names) > vague


def _one_by_name(one: Profile, two: Profile) -> bool:
    """Whether both are done to one body or person by name, in one way and not to a country."""
    shared = {p.name for p in one.mention.recipients if not p.country} & {p.name for p in two.mention.recipients}
    return one.mention.mode == two.mention.mode is not None and any(name[:1].isupper() for name in shared)


def _far_apart(one: Profile, two: Profile, days: int) -> bool:
    """Whether acts of which one has no date are told so far apart that only their wording can make them one."""
    ends = [p.days[0] if p.days else p.published for p in (one, two)]
    return ends[0] is not None and ends[1] is not None and abs((ends[0] - ends[1]).days) > days


def _abroad(one: Mention, two: Mention) -> bool:
    """Whether both are done to countries, and to others: a sentence that lists several, or a phrase that is used again."""
    return all(party.country for party in (*one.recipients, *two.recipients))


def _plainly_one(one: Profile, two: Profile, words: float) -> bool:
    """Whether two articles' mentions without a common party are one by their wording, or by kind, place and day."""
    a, b = one.mention, two.mention
    if a.article == b.article:
        return False
    here = same_place(a.place, b.place)
    return words >= 0.5 or (here and a.mode is not None and a.mode == b.mode and _days_between(one, two) == 0)


def _days_between(one: Profile, two: Profile) -> float:
    """Days between the days that both name; endless when one names none."""
    return math.inf if one.on is None or two.on is None else abs(one.on - two.on)


def _views(one: Profile, two: Profile) -> bool:
    """Whether the statuses can be two views of one act."""
    return any({one.mention.status, two.mention.status} <= group for group in _GROUPS)


def told_apart(one: Profile, two: Profile) -> bool:
    """Whether one is a bare deed and the other the question who did it: an article that tells both tells two things."""
    a, b = one.mention, two.mention
    return any(
        not bare.actors and bare.status in FACTUAL and blamed.actors and blamed.status in ("alleged", "denied")
        for bare, blamed in ((a, b), (b, a))
    )


def _carried_out(one: Profile, two: Profile) -> bool:
    """Whether one tells as done what the other, earlier one announced for that very day."""
    before, after = sorted((one, two), key=lambda p: p.mention.status in _DONE)
    a, b = before.mention, after.mention
    return bool(
        a.status in _AHEAD and b.status in _DONE and a.article != b.article
        and a.mode == b.mode and one.days and one.days == two.days and one.days[0] == one.days[1]
        and before.published and after.published and before.published <= after.published
    )  # fmt: skip


def _too_early(one: Profile, two: Profile) -> bool:
    """Whether one tells as done what, going by the other's date, happened only after its publication."""
    return any(
        early.mention.status in FACTUAL and early.mention.status not in _AHEAD and early.mention.date is None
        and early.published is not None and late.days is not None and early.published < late.days[0]
        for early, late in ((one, two), (two, one))
    )  # fmt: skip


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


def _numbers_differ(one: Profile, two: Profile) -> bool:
    """Whether both count the same kind of things, and never the same number of them."""
    return bool(one.numbers.keys() & two.numbers.keys()) and not one.shares_a_number(two)
