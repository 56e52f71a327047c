"""Whether a denial contradicts a deed, or is a step in a course of events: refused, then done; planned, then called off."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.merging.parties import overlap, same_crowd
from summarizer.normalising.dates import edtf_bounds, edtf_compatible

_CALLED_OFF = re.compile(
    r"\b(?:no longer|any ?more|any longer|call(?:ed|s|ing) off|cancel\w*|postpon\w*|put off|shelv(?:ed|es|ing)|scrapp(?:ed|ing)"
    r"|abandoned)\b",
    re.I,
)
_STILL_TO_COME = re.compile(
    r"\b(?:will (?:not|never)|won['’]t|(?:is|are|was|were) not going to|(?:is|are|was|were)n['’]t going to"
    r"|ha(?:s|ve|d) no (?:plan|intention)s?"
    r"|no plans? to|(?:do|does|did) not (?:plan|intend)|not (?:yet|so far)|ha(?:s|ve) yet to|rul(?:es?|ed) out)\b",
    re.I,
)
_UNTIL_NOW = re.compile(r"\b(?:has|have) (?:not|never)\b|\b(?:has|have)n['’]t\b", re.I)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|contradict\w*|untrue|false|baseless)\b", re.I
)
_OF_A_PLAN = re.compile(
    r"\b(?:would|plan(?:s|ned|ning)?|intend\w*|intentions?|about to|prepar\w+|consider\w*|going to|had in mind)\b", re.I
)
_ANOTHER_TIME = re.compile(
    r"\b(?:again|once more|(?:for )?(?:a|the) (?:second|third) time|more than once|repeatedly)\b", re.I
)
_ANOTHER = re.compile(r"\b(?:another|(?:a|the) (?:second|third|further)) (?:\w+ )?$", re.I)
_CHARGE = re.compile(
    r"\b(?:claim|accus|alleg|charge|blam|report|rumou?r|suggest|assert)\w*|\bnothing to do with\b", re.I
)
# Who turns something down says nothing of whether it was done, offered or asked for.
_REFUSES = re.compile(
    r"\b(?:refus\w*|declin\w*|turn(?:ed|s|ing)? (?:\w+ ){0,3}down|rebuff\w*|veto\w*|spurn\w*|abstain\w*|fail(?:ed|s)? to|stopped short"
    r"|reject(?:s|ed|ing)?(?! (?:\w+ ){0,3}(?:charge|claim|accusation|allegation|report|suggestion)))",
    re.I,
)


_HAND = re.compile(
    r"\b(?:behind|responsib\w+|involve\w+|to blame|nothing to do with|(?:had|has|have|having|any|played|plays|taken|took) (?:no |a |any )?"
    r"(?:hand|part|role))\b",
    re.I,
)
# Why it was done is denied, and so that it was done is not.
_MOTIVE = re.compile(
    r"(?<!,)(?<!, and) \b(?:because|on account of|on grounds of|out of (?:revenge|spite|fear|anger|hatred|greed)"
    r"|for \w+ reasons|motivated by)\b",
    re.I,
)
_NOTHING_HAPPENED = re.compile(
    r"\b(?:no such|never (?:happened|took place|occurred)|(?:not|n['’]t) (?:happen|take place|occur)"
    r"|nothing (?:happened|of the (?:kind|sort)))",
    re.I,
)


def contradicts(denial: Mention, deed: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether both speak of one occasion: what was called off, or is refused before it is done, leaves the deed as it is.

    So does who clears itself of a deed that is told without a doer, and who denies the reason or the figure alone.
    """
    told = _words(denial, articles)
    if _CALLED_OFF.search(told) or not same_parties(denial, deed):
        return False
    if (denial.date and deed.date and not _one_day(denial, deed)) or _told_before(denial, deed, articles):
        return False
    if denial.actors and not deed.actors and _speaks_itself(denial) and not _NOTHING_HAPPENED.search(told):
        return False
    if _MOTIVE.search(_after(denial, articles)):
        return False
    denies = bool(_DENIES.search(told))
    if _REFUSES.search(denial.trigger_text) or (_another_time(denial, articles) and not _another_time(deed, articles)):
        return False
    if deed.status in ("planned", "announced"):
        return (denies or (bool(_STILL_TO_COME.search(told)) and _has_country(deed))) and not _says_itself(deed)
    if denies:
        return not (_OF_A_PLAN.search(told) and _before(denial, deed, articles))
    if _STILL_TO_COME.search(told):
        return False
    return not (_UNTIL_NOW.search(told) and _before(denial, deed, articles))


def same_parties(one: Mention, two: Mention) -> bool:
    """Whether the doers can be the same, and those to whom it is done, under other words of a crowd's as well."""
    done = overlap(one.recipients, two.recipients) >= 0.3 or same_crowd(one, two)
    return done and overlap(one.actors, two.actors) >= 0.3


def clears_itself(denial: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether somebody denies to have done what was done: to have been behind it, or to be to blame."""
    return _speaks_itself(denial) and bool(_HAND.search(_words(denial, articles)))


def _one_day(one: Mention, two: Mention) -> bool:
    """Whether two dates can be one, or are a day apart: one night has two."""
    if one.date is None or two.date is None or edtf_compatible(one.date.edtf, two.date.edtf):
        return True
    days = edtf_bounds(one.date.edtf), edtf_bounds(two.date.edtf)
    if days[0] is None or days[1] is None:
        return False
    return (days[0][0] - days[1][1]).days <= 1 and (days[1][0] - days[0][1]).days <= 1


def _words(mention: Mention, articles: Mapping[str, Article]) -> str:
    span = mention.sentences[0]
    return articles[mention.article].text[span.start : span.end]


def says_not_so(denial: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether a denial doesn't answer a charge, but tells that nothing was done."""
    return not (_DENIES.search(told := _words(denial, articles)) or _CHARGE.search(told))


def _told_before(denial: Mention, deed: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether a denial was published before the day of the deed."""
    said, days = articles[denial.article].published_on, edtf_bounds(deed.date.edtf) if deed.date else None
    return said is not None and days is not None and said < days[0]


def _speaks_itself(denial: Mention) -> bool:
    """Whether the accused alone denies it."""
    keys = {party.key for party in denial.actors} | {party.country for party in denial.actors if party.country}
    return any({s.name.casefold(), s.country} & keys for s in denial.attribution)


def _after(mention: Mention, articles: Mapping[str, Article]) -> str:
    """What follows the trigger in the first sentence."""
    return articles[mention.article].text[
        max(mention.trigger.end, mention.sentences[0].start) : mention.sentences[0].end
    ]


def _another_time(mention: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether an act is told as a further one of its kind: "another attack", "fired again"; who denies again doesn't count."""
    before = articles[mention.article].text[mention.sentences[0].start : mention.trigger.start]
    return bool(_ANOTHER.search(before) or _ANOTHER_TIME.search(_after(mention, articles)))


def _says_itself(plan: Mention) -> bool:
    """Whether a plan is told without a source or by its own party, who may change its mind."""
    keys = {party.key for party in plan.actors} | {party.country for party in plan.actors if party.country}
    return not plan.attribution or any({s.name.casefold(), s.country} & keys for s in plan.attribution)


def _has_country(plan: Mention) -> bool:
    """Whether a plan is told by somebody whose country is known; what "officials" expect is dropped without a dispute."""
    return any(speaker.country for speaker in plan.attribution)


def _before(denial: Mention, deed: Mention, articles: Mapping[str, Article]) -> bool:
    said, told = articles[denial.article].published_on, articles[deed.article].published_on
    return said is not None and told is not None and said < told
