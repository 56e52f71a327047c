"""What of a mention is compared with another, and what tells at once that two can't be one act."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.drafts import Mention
from summarizer.merging.days import Day, day_told, decided_and_done
from summarizer.merging.units import values_by_kind
from summarizer.normalising.dates import edtf_bounds

SLIP = 3  # days by which reports of one act differ through date lines, time zones and slips
WORD = re.compile(r"[^\W_]{4,}")
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
        frozenset(word.lower() for word in WORD.findall(told)) - _EMPTY,
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
