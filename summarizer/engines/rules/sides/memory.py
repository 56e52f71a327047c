"""What an article has said so far: who belongs to which country, who dealt with whom, whom "they" or "the three" may be.

`learning` adds what a sentence tells of people and institutions, `coreference` tells whom a later one means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.actors import country_of

NO_HOME = frozenset(("EUR", "NATO", "UNO", "IGO", "NGO", "IMG"))
MEDIA = frozenset(
    "newspaper paper daily weekly agency station broadcaster channel website site portal magazine".split()
)
_SEVERAL = ("s", "ese", "ish", "ch")  # ends of demonyms that may be plural after "the"
_PEOPLE = frozenset(
    """men women people children boys girls students drivers fishermen sailors soldiers guards traders farmers workers journalists
    reporters tourists pilots diplomats citizens nationals detainees prisoners captives suspects""".split()
)
NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven".split(), 2)}
_LEADING = 3  # tokens before the group that a sentence is about


class Known(NamedTuple):
    """A party told earlier: its words, codes and sector, and the number of the sentence that tells them."""

    name: str
    codes: tuple[str, ...]
    sector: str | None
    sentence: int


@dataclass
class Memory:
    """Grows sentence by sentence. `home` is where the article is at home; `scene`, where its last sentence played,
    `stage`, where the last did that begins with the place ("In Accra, …").

    `met` is the sentence that told of `person`, `person_before` who that was up to it,
    `teller` and `body` are the person and the institution that were made to speak last ("he added", "it said"), `unnamed` the
    sources without a name that spoke last, `medium` the one that was named last as a source,
    `heard` the speakers of the sentence just read, by their first token; `voices` all people who spoke, by each part of their name,
    `group` whom "they" means, `group_before` whom it meant up to the sentence that told of those, `doers` who acted last,
    `offices` the words and the party that spoke last in each office, `bodies` organisations by the last word of their name ("the
    League"), `given` the people of each surname by their first names. `issuer` is who "we" means outside quotations, `ours`
    whether the article speaks for its home, `turns` where each turn of a transcript begins and ends, and where its speaker's
    name does. `counted` holds to how many people acts were done, and who they are ("the three"), `craft` the
    ships, planes and lorries of each country, `two` the countries of the last sentence that named two, in their order.
    """

    people: dict[str, Known] = field(default_factory=dict)
    roles: dict[str, Known] = field(default_factory=dict)
    person: Known | None = None
    person_before: Known | None = None
    met: int = 0
    thing: Known | None = None
    home: Known | None = None
    scene: Known | None = None
    stage: Known | None = None
    sides: dict[str, Known] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    seen: dict[str, Known] = field(default_factory=dict)
    targets: dict[str, int] = field(default_factory=dict)
    lists: dict[int, tuple[Known, ...]] = field(default_factory=dict)
    group: tuple[Known, ...] = ()
    group_before: tuple[Known, ...] = ()
    doers: tuple[Known, ...] = ()
    teller: Known | None = None
    body: Known | None = None
    heard: dict[int, PartyDraft] = field(default_factory=dict)
    unnamed: Known | None = None
    medium: Known | None = None
    voices: dict[str, Known] = field(default_factory=dict)
    offices: dict[str, tuple[frozenset[str], Known]] = field(default_factory=dict)
    issuer: Known | None = None
    ours: bool = False
    turns: Sequence[tuple[int, int, int]] = ()
    bodies: dict[str, Known] = field(default_factory=dict)
    given: dict[str, dict[str, Known]] = field(default_factory=dict)
    counted: dict[int, Known] = field(default_factory=dict)
    craft: dict[str, Known] = field(default_factory=dict)
    two: tuple[Known, ...] = ()

    def enlist(self, parties: Sequence[PartyDraft], sentence: int) -> None:
        """Remember whom an act named together ("the four states", "they")."""
        several = tuple(Known(p.name, (p.country,), p.sector, sentence) for p in parties if p.country)
        if len(several) > 1:
            self.lists[len(several)] = several
        if several:
            if self.group and self.group[0].sentence != sentence:
                self.group_before = self.group
            self.group = several

    def enlist_others(self, actors: Sequence[PartyDraft], others: Sequence[PartyDraft], sentence: int) -> None:
        """Remember to whom it was done, unless "they" can't mean these: "Indian troops crossed into Pakistan. They …"."""
        many = any(_many(party.name) for party in actors)
        self.doers = tuple(Known(p.name, (p.country,), p.sector, sentence) for p in actors if p.country)
        if not (many and all(country_of(party.name) and not _many(party.name) for party in others)):
            self.enlist(others, sentence)

    def tally(self, parties: Sequence[PartyDraft], sentence: int) -> None:
        """Remember how many people of one state an act is done to: "expelled three Belarusian envoys"."""
        for party in parties:
            number = number_of(party.name.split(" ", 1)[0].lower())
            if party.country and number > 1:
                self.counted[number] = Known(party.name, (party.country,), party.sector, sentence)

    def the_counted(self, low: Sequence[str]) -> Known | None:
        """Who "the three", or "the two men", are."""
        several = len(low) == 2 or (len(low) == 3 and low[2] in _PEOPLE)
        return self.counted.get(number_of(low[1])) if several and low[0] == "the" else None

    def muster(self, reading: Reading) -> None:
        """Remember whom a sentence that tells no act begins with, if several: "The Danes did not wait. They …"."""
        low = reading.words.low
        first = next((m for m in reading.mentions if not m.prep and not m.inner and not m.pronoun), None)
        if first is None or len(first.codes) != 1 or first.start > _LEADING or first.person:
            return
        last = reading.hits.get(first.end - 1)
        many = last.kind == "demonym" if last is not None else bool(first.role) and not first.institution
        ending = "s" if last is None or low[first.start] != "the" else _SEVERAL
        if many and low[first.end - 1].endswith(ending) and low[first.start] not in ("a", "an", "one"):
            name = " ".join(reading.words.raw[first.start : first.end])
            self.group = (Known(name, first.codes, first.sector, reading.number),)

    def count(self, code: str, name: str, sentence: int) -> None:
        """Note that a country was named, and where by which name first."""
        self.counts[code] = self.counts.get(code, 0) + 1
        if code not in self.seen:
            self.seen[code] = Known(name, (code,), None, sentence)

    def pair(self, actors: Sequence[PartyDraft], recipients: Sequence[PartyDraft], sentence: int) -> None:
        """Remember who acted against whom, both ways."""
        for party in recipients:
            if party.country:
                self.targets[party.country] = self.targets.get(party.country, 0) + 1
                if party.country not in self.seen:
                    self.seen[party.country] = Known(party.name, (party.country,), party.sector, sentence)
        between = self.at_odds([p.country for p in recipients])
        for left, right in ((actors, recipients), (recipients, actors)):
            if between and left is recipients:
                break  # "Djibouti offered to host both": they are still against each other
            others = [p for p in right if p.country]
            if len(others) != 1 or not others[0].country:
                continue
            known = Known(others[0].name, (others[0].country,), others[0].sector, sentence)
            for party in left:
                if not party.country or party.country == others[0].country:
                    continue
                if (
                    known.codes[0] not in NO_HOME or party.country not in self.sides
                ):  # organisations stand beside a quarrel
                    self.sides[party.country] = known

    def at_odds(self, codes: Sequence[str | None]) -> bool:
        """Whether these are two states that have dealt with each other."""
        known = [self.sides.get(code) for code in codes if code]
        return len(known) == 2 and all(
            one is not None and one.codes == (code,) for one, code in zip(known, reversed(codes), strict=True)
        )

    def other_side(self, codes: Sequence[str]) -> Known | None:
        """Against whom these acted before, else the one other country that the article is about."""
        for code in codes:
            if code in self.sides:
                return self.sides[code]
        struck = max((c for c in self.targets if c not in codes), key=self.targets.__getitem__, default=None)
        if struck:
            return self.seen[struck]
        ranked = sorted((c for c in self.counts if c not in codes), key=lambda c: -self.counts[c])
        if (
            ranked
            and self.counts[ranked[0]] >= 2
            and (len(ranked) < 2 or self.counts[ranked[0]] >= 2 * self.counts[ranked[1]])
        ):
            return self.seen[ranked[0]]
        return None

    def last_pair(self) -> tuple[Known, ...]:
        """The two that last acted against each other, or none when one of them has dealt with others since."""
        last = max(self.sides.values(), key=lambda side: side.sentence, default=None)
        first = self.sides.get(last.codes[0]) if last is not None else None
        back = self.sides.get(first.codes[0]) if first is not None else None
        return (last, first) if last and first and back and back.codes == last.codes else ()

    def both(self, besides: Sequence[str] = ()) -> tuple[Known, ...]:
        """The two countries that the article is about ("both sides"), `besides` some, or none when they don't stand out."""
        ranked = sorted((c for c in self.counts if c not in besides), key=lambda c: -self.counts[c])
        if len(ranked) < 2 or (len(ranked) > 2 and self.counts[ranked[2]] * 2 > self.counts[ranked[1]]):
            return ()
        return tuple(self.seen[code] for code in ranked[:2])


def _many(name: str) -> bool:
    """Whether a name tells several people: "Indian troops"."""
    last = name.rsplit(" ", 1)[-1]
    return last[:1].islower() and last.endswith("s") and not last.endswith("ss")


def number_of(word: str) -> int:
    """The number that a word or figure means; 0 when it is none."""
    return NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
