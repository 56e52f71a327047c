"""Acts whose verb is left out the second time: "visited Tehran on the 15th and Muscat on the 16th", "and again a week later"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Literal, NamedTuple

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.hinges import with_hinges
from summarizer.engines.rules.sides.parties import Parties, PartyResolver, countries
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.date_moving import NUMBERS
from summarizer.normalising.dates import DateMention, find_dates, resolve_date
from summarizer.normalising.edtf import DAY

_MONTH = re.compile(r"\d{4}-\d\d")
_KINDS = frozenset(("day", "weekday", "relative", "anchored"))
_JOINTS = frozenset(("and", ";", ","))
_ENDS = frozenset(",;.:") | tk.QUOTES
_REST = frozenset(
    "those its their more another third fourth fifth sixth two three four five six seven eight nine ten dozen".split()
)
_CHARGES = frozenset(("of", "with", "for"))
_AHEAD = frozenset(("planned", "announced"))
_PLACES = frozenset(("in", "at", "near", "from", "by", "under", "over"))
_FINITE = tk.AUXILIARIES - {"to"}
_AS_DID = (["as", "did"], ["as", "had"], ["so", "did"])
_Role = Literal["actor", "subject", "other"]
_LONGEST = 14  # tokens of such a conjunct


class _Part(NamedTuple):
    """A conjunct without a verb: its tokens `start:end`, those of its expression of time `first:stop`, and the EDTF day."""

    start: int
    end: int
    first: int
    stop: int
    day: str


class _Way(NamedTuple):
    """How an act is told: whether who did it and to whom change places, whether those before in a list did it, a passive."""

    swapped: bool
    listed: bool
    passive: bool


def seconds(draft: EventDraft, frame: Frame, place: Place, resolver: PartyResolver) -> list[EventDraft]:
    """The acts that a sentence tells after `draft`, as `frame` has it, with its verb and other days."""
    text = place.sentence.text
    days = find_dates(text)
    if len(days) < 2 or not draft.date_text or draft.date_edtf is None or draft.status == "denied":
        return []
    days = with_hinges(days, place.hinges)
    own = next((at for at, mention in enumerate(days) if mention.text == draft.date_text), None)
    if own is None:
        return []
    reading, base = place.reading, place.sentence.span.start
    found: list[EventDraft] = []
    anchor, after = draft.date_edtf, max(frame.last, bisect_left(reading.words.starts, days[own].end + base) - 1)
    for mention in days[own + 1 :]:
        if mention.kind not in _KINDS and not (mention.kind == "month" and _MONTH.fullmatch(draft.date_edtf)):
            continue
        day = resolve_date(mention.text, resolver.chunk.article.published_on, anchor, draft.status in _AHEAD)
        exact = DAY if mention.kind != "month" else _MONTH  # "one in August and three more in April"
        if not day or not exact.fullmatch(day) or day < anchor:
            continue
        part = _conjunct(reading, mention._replace(start=mention.start + base, end=mention.end + base), day, after)
        if part is None:
            continue
        listed = bool(found) and found[-1].actors != draft.actors  # "…, Peru a day later and Chile on Friday"
        told = _told(draft, part, reading, resolver, _Way("swap" in frame.pattern.flags, listed, frame.passive))
        if told is None:
            break
        found.append(replace(told, date_text=mention.text))
        anchor, after = day, part.end - 1
    return found


def _conjunct(reading: Reading, mention: DateMention, day: str, after: int) -> _Part | None:
    """The conjunct, behind token `after`, in which an expression of time stands, if nothing in it is a verb."""
    words, low = reading.words, reading.words.low
    date = bisect_left(words.starts, mention.start)
    joint = next((j for j in range(date - 1, after, -1) if low[j] in _JOINTS), None)
    if joint is None or date - joint > _LONGEST:
        return None
    other = next((j for j in range(after + 1, joint) if low[j] == ";"), joint)
    if any(reading.verb[other:joint]):
        return None  # "…; Georgia sent three packing, and a fourth on the day after": of that clause's act
    if low[joint] == ",":
        if low[joint + 1 : joint + 3] in _AS_DID:
            joint += 2
        if joint + 1 not in reading.hits and low[joint + 1 : joint + 3] != ["the", "latter"]:
            return None  # only who did it too: ", Peru a day later", ", as did Peru on Monday"
    stop = bisect_left(words.starts, mention.end)
    charged = stop + 1 < len(low) and low[stop] in _CHARGES and low[stop + 1].endswith("ing")
    ended = charged or low[stop : stop + 1] == ["and"]  # "Latvia five on Tuesday and Estonia three on Friday"
    end = stop if ended else next((j for j in range(stop, len(low)) if low[j] in _ENDS), len(low))
    part = range(joint + 1, end)
    if end - joint > _LONGEST or any(
        reading.verb[j] or low[j] in _FINITE or low[j] in tk.RELATIVES or low[j] == "that"
        for j in part
        if not date <= j < stop  # "on 4 May"
    ):
        return None
    bare = stop < end and low[stop] not in tk.PREPOSITIONS and date <= joint + 2
    if bare and low[end : end + 1] == [","] and any(reading.verb[end:]):
        return None  # "and on the next day some 2,000 people, most of them women, sat down …"
    return _Part(joint + 1, end, date, stop, day)


def _told(draft: EventDraft, part: _Part, reading: Reading, resolver: PartyResolver, way: _Way) -> EventDraft | None:
    """The act of a conjunct: another party's, on another party, or once more between the same; None when none is told."""
    words = reading.words
    via: list[int] = []
    inside = (m for m in reading.mentions if part.start <= m.start < part.end)
    named = [m for m in inside if m.codes and not m.inner and not m.pronoun]
    sides: tuple[Parties, Parties] | None = draft.actors, draft.recipients
    if named and not named[0].own:
        by_whom = named[0].prep == "by" and way.passive
        if named[0].prep in _PLACES and not by_whom:
            return None
        parties = tuple(p for p in resolver.parties(named, reading, via, 2) if p.country)
        if by_whom:  # "was praised by Togo on Monday and by Benin on Tuesday"
            sides = _sides(draft, parties, "actor", False)
        elif countries(parties) == countries(draft.recipients) and _another_thing(draft, named[0], part):
            sides = draft.actors, draft.recipients
        else:
            sides = _sides(draft, parties, _role(named[0], part, words.low, way.listed), way.swapped)
    elif part.day == draft.date_edtf or not _once_more(draft, part, words.low):
        return None
    if sides is None:
        return None
    return replace(
        draft,
        sentences=tuple(dict.fromkeys((*draft.sentences, *via))),
        trigger=resolver.text[words.starts[part.start] : words.ends[min(part.end, part.start + 10) - 1]],
        actors=sides[0],
        recipients=sides[1],
        date_edtf=part.day,
        place=None,
        quantities=(),
        confidence=0.6,
    )


def _another_thing(draft: EventDraft, named: Mention, part: _Part) -> bool:
    """Whether a conjunct tells of another thing of the same country, on another day: "and on Tuesday Turkish carpets"."""
    return part.day != draft.date_edtf and not named.prep and named.hit and named.end - named.start > 1


def _role(who: Mention, part: _Part, low: list[str], listed: bool) -> _Role:
    """What a party named in a conjunct is in its act; `listed`: those before it in a list are who did it."""
    if low[part.start - 1] == ";" and not who.prep and part.first == part.start:
        return "actor"  # "…; on Tuesday Peru"
    if low[part.start - 1] in (",", "did", "had") or listed or _counts(who, low, part.first):
        return "subject"  # ", Peru a day later"
    return "other"


def _sides(draft: EventDraft, parties: Parties, role: _Role, swapped: bool) -> tuple[Parties, Parties] | None:
    """Who did it and to whom, where parties stand in the place of a side of an act told; None where that can't be.

    `swapped`: the subject is to whom it was done.
    """
    others, actors, recipients = countries(parties), countries(draft.actors), countries(draft.recipients)
    if not parties or others <= recipients:
        return None
    if role == "actor":
        return parties, draft.recipients
    if role == "subject":
        if others & (actors | recipients) or len(parties) > 1:
            return None
        return (draft.actors, parties) if swapped else (parties, draft.recipients)
    return None if others & actors else _on_others(draft, parties)


def _counts(who: Mention, low: list[str], date: int) -> bool:
    """Whether a bare name is followed by how many: "and Lithuania five on Tuesday", not "and Lithuania five days later"."""
    after = low[who.start + 1 : min(who.stop + 1, date)]
    return who.hit and not who.prep and not who.role and any(word in NUMBERS or word.isdigit() for word in after)


def _once_more(draft: EventDraft, part: _Part, low: list[str]) -> bool:
    """Whether a conjunct says that the same was done once more: "again", "three more", "those with maize", a further charge."""
    if part.end < len(low) and low[part.end] in _CHARGES:
        return True
    rest = [low[j] for j in range(part.start, part.end) if not part.first <= j < part.stop]
    if rest[:1] == ["again"]:
        return bool(draft.recipients)  # who "met on the 7th and again on the 8th" met once
    return not _REST.isdisjoint(rest)


def _on_others(draft: EventDraft, parties: Parties) -> tuple[Parties, Parties]:
    """The sides of an act done to others, or together with others."""
    if draft.recipients or len(draft.actors) < 2:
        return draft.actors, parties
    return (draft.actors[0], *parties), ()
