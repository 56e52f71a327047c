"""How far two mentions can be the same act."""

from __future__ import annotations

import math

from summarizer.drafts import Mention
from summarizer.events import FACTUAL, Status
from summarizer.merging.parties import named_alike, overlap, same_crowd, same_place, same_target
from summarizer.merging.profiles import SLIP, WORD, Profile
from summarizer.normalising.dates import edtf_compatible, edtf_precision

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
_UNDATED = 0.5  # how far dates agree of which one isn't told
_COPIED = 0.75  # of the words: one report taken over by another
_NEWS_DAYS = 7  # for which an act stays news, so that articles may tell it again without its date
_LONG_NEWS_DAYS = 30  # for what befell somebody who is named
_ANOTHER_NAME = 0.2  # of somebody who may be the other's under a name of his own


def likeness(one: Profile, two: Profile) -> float:
    """0 (can't be the same) to 1; from `SAME` on they count as one act. Weighs parties, date, wording and quantities."""
    a, b = one.mention, two.mention
    if _cannot_be_one(one, two):
        return 0.0
    words = _share(one.words, two.words)
    actors, recipients = _compare_sides(one, two, words)
    if actors == 0 or recipients == 0 or (_domestic(one, two) and max(actors, recipients) < 0.5):
        return 0.0
    if not ((a.actors and b.actors) or (a.recipients and b.recipients)) and not _plainly_one(one, two, words):
        return 0.0
    if _other_country(a, b) and not (words >= 0.2 and _days_between(one, two) == 0 and a.article != b.article):
        return 0.0
    when = _compare_days(one, two, (actors, recipients), words)
    if when is None or (a.article == b.article and _numbers_differ(one, two)):
        return 0.0
    return max(0.0, _weigh(one, two, (actors, recipients, when, words)))


def _cannot_be_one(one: Profile, two: Profile) -> bool:
    """Whether type, mode or status, or what one article tells of both, make two acts of them."""
    a, b = one.mention, two.mention
    if one.kind != two.kind or one.elsewhere(two):
        return True
    if not (_views(one, two) or _carried_out(one, two)) or _too_early(one, two):
        return True
    same_article = a.article == b.article
    if same_article and (told_apart(one, two) or _done_to_others(a, b)):
        return True
    if _modes_differ(a, b) and (same_article or "denied" in (a.status, b.status)):
        return True
    return not same_article and _claim_and_denial(a, b) and not _speak_of_one(one, two)


def _compare_sides(one: Profile, two: Profile, words: float) -> tuple[float, float]:
    """How far actors and recipients are the same, each 0 to 1; `words`: how far the wording is. 0 and 0 when they are others."""
    a, b = one.mention, two.mention
    domestic = _domestic(one, two)
    actors, recipients = overlap(a.actors, b.actors, domestic), overlap(a.recipients, b.recipients, domestic)
    if a.article == b.article:
        return (0.0, 0.0) if a.actors and b.actors and actors < 0.5 else (actors, recipients)
    if actors == 0 and same_target(a, b):
        actors = _ANOTHER_NAME
    crowd = recipients == 0 and actors >= 0.6 and same_place(a.place, b.place) and not _modes_differ(a, b)
    if crowd and same_crowd(a, b):
        recipients = 0.5 if _days_between(one, two) <= (actors == 1 and _claim_and_denial(a, b)) else 0.0
    if actors > 0.5 and words >= _COPIED and not _abroad(a, b):
        recipients = max(recipients, 0.5)
    return (0.0, 0.0) if _claim_and_denial(a, b) and 0 < recipients < 0.5 else (actors, recipients)


def _compare_days(one: Profile, two: Profile, sides: tuple[float, float], words: float) -> float | None:
    """How far the dates agree, 0 to 1, a slip being 0; None when they are too far apart for what `sides` and `words` share."""
    a, b = one.mention, two.mention
    if not (a.date and b.date):
        return _UNDATED
    elsewhere = a.article != b.article
    if edtf_compatible(a.date.edtf, b.date.edtf) or (elsewhere and one.decided(two)):
        return 1.0 if min(edtf_precision(a.date.edtf), edtf_precision(b.date.edtf)) >= 3 else 0.6
    return 0.0 if elsewhere and _may_slip(one, two, sides, words) else None


def _may_slip(one: Profile, two: Profile, sides: tuple[float, float], words: float) -> bool:
    """Whether two articles' mentions are so alike that one of their dates is taken for a slip."""
    a, b = one.mention, two.mention
    if words >= 0.6 and _days_between(one, two) <= SLIP:
        return True
    if _days_between(one, two) != 1 or _modes_differ(a, b):
        return False
    if words >= 0.25 and len(one.words & two.words) > 5:
        return True
    actors, recipients = sides
    alike = min(sides) == 1 or (actors == 1 and recipients >= 0.5 and _claim_and_denial(a, b))
    return alike and a.mode is not None and same_place(a.place, b.place)


def _weigh(one: Profile, two: Profile, shares: tuple[float, float, float, float]) -> float:
    """The likeness by how far actors, recipients, days and words are the same, each 0 to 1; may be below 0."""
    a, b = one.mention, two.mention
    actors, recipients, when, words = shares
    domestic = _domestic(one, two)
    weights = (0.2, 0.15, 0.25, 0.4) if domestic else (0.3, 0.25, 0.2, 0.25)
    score = sum(
        weight * value for weight, value in zip(weights, (actors, recipients, when, min(1.0, 2 * words)), strict=True)
    )
    if _other_country(a, b):
        score -= 0.15
    if _modes_differ(a, b):
        score -= 0.25
    elif domestic and a.mode is not None and a.mode == b.mode:
        score += 0.1
    if domestic and min(actors, recipients) < 0.5:
        score *= 0.6
    if a.article == b.article and words < 0.12 and when <= _UNDATED:
        score -= 0.1
    news = _LONG_NEWS_DAYS if _one_by_name(one, two) else _NEWS_DAYS
    if when == _UNDATED and words < 0.3 and _far_apart(one, two, news):
        score -= 0.3
    return score


def _domestic(one: Profile, two: Profile) -> bool:
    """Whether all parties of both are of one country, which then says little."""
    return len(one.actors | two.actors | one.recipients | two.recipients) == 1


def _modes_differ(one: Mention, two: Mention) -> bool:
    """Whether both have a mode, and not the same one."""
    return one.mode != two.mode and one.mode is not None and two.mode is not None


def _other_country(one: Mention, two: Mention) -> bool:
    """Whether they are told of places in different countries."""
    here, there = (m.place.country if m.place else None for m in (one, two))
    return bool(here and there) and here != there


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
    names = {word[:5].lower() for name in named for word in WORD.findall(name) if word[:1].isupper()}
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
