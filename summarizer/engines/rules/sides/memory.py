"""What an article has said so far: who belongs to which country, and whom a pronoun or "the ministry" may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.sides.titles import CREW, VEHICLES, first_name, goes_on, opens, portfolio
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import country_of

NO_HOME = frozenset(("EUR", "NATO", "UNO", "IGO", "NGO", "IMG"))
_SINGULAR = frozenset(("he", "she", "him", "her", "himself", "herself"))
MEDIA = frozenset(
    "newspaper paper daily weekly agency station broadcaster channel website site portal magazine".split()
)
_SPOKEN_BY = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_RANKS = frozenset(
    "commissioner colonel general brigadier major captain superintendent commander admiral commodore inspector".split()
)
_STATESMEN = frozenset("president premier minister chancellor king queen emir sultan ambassador envoy consul".split())
_SEVERAL = ("s", "ese", "ish", "ch")  # ends of demonyms that may be plural after "the"
_PEOPLE = frozenset(
    """men women people children boys girls students drivers fishermen sailors soldiers guards traders farmers workers journalists
    reporters tourists pilots diplomats citizens nationals detainees prisoners captives suspects""".split()
)
NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven".split(), 2)}
_LEADING = 3  # tokens before the group that a sentence is about
_BODIES = frozenset((None, "delegation", "detachment", "squadron", "fleet", "convoy", "unit", "battalion"))
_THING = frozenset(("it", "itself"))


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

    `met` is the sentence that told of `person`,
    `teller` and `body` are the person and the institution that were made to speak last ("he added", "it said"), `unnamed` the
    sources without a name that spoke last, `medium` the one that was named last as a source,
    `heard` the speakers of the sentence just read, by their first token; `voices` all people who spoke, by each part of their name,
    `group` whom "they" means, `group_before` whom it meant up to the sentence that told of those, `doers` who acted last,
    `offices` the words and the party that spoke last in each office, `bodies` organisations by the last word of their name ("the
    League"), `given` the people of each surname by their first names. `issuer` is who "we" means outside quotations, `ours`
    whether the article speaks for its home, `turns` where each turn of a transcript begins and ends, and where its speaker's
    name does. `counted` holds to how many people acts were done, and who they are ("the three"), `craft` the
    ships, planes and lorries of each country.
    """

    people: dict[str, Known] = field(default_factory=dict)
    roles: dict[str, Known] = field(default_factory=dict)
    person: Known | None = None
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

    def learn(self, reading: Reading, text: str) -> None:
        """Remember the parties of a sentence. `text` is the article's."""
        words = reading.words
        staged = thing = False  # whom "it" means is who comes first in the sentence
        for mention in reading.mentions:
            if mention.pronoun:
                thing = thing or goes_on(mention, words.low)
                continue
            if not mention.codes and not mention.person:
                if mention.role and opens(mention, words.low):
                    thing = self._note_office(mention, reading, text) or thing
                continue
            name = text[words.starts[mention.start] : words.ends[mention.end - 1]]
            if mention.person and mention.role in MEDIA:
                self._note_medium(mention, reading, text)
            namesake = self._namesake(mention, reading)
            if mention.person and not mention.codes and mention.person.lower() in self.people and not namesake:
                known = self.people[mention.person.lower()]
                self._meet(mention, reading, known)
                continue
            if mention.codes and len(mention.codes) <= 2:
                known = Known(name, mention.codes, mention.sector, reading.number)
                if (
                    not staged
                    and mention.codes[0] not in NO_HOME
                    and (not mention.prep or mention.prep in ("in", "at"))
                ):
                    self.scene, staged = known, True
                    if mention.prep and mention.hit and mention.start == 1:
                        self.stage = known
                self._note_body(mention, reading, known, text)
                for key in (mention.person, mention.alias):
                    if key:
                        self.people[key.lower()] = known
                if mention.person and (given := first_name(mention, reading)):
                    self.given.setdefault(mention.person.lower(), {})[given] = known
                if mention.person and mention.role and words.low[mention.end - 3] == mention.role:
                    self.people.setdefault(words.low[mention.end - 2], known)  # of "Vice President Luo Jianhong", Luo
                if mention.role in VEHICLES and mention.hit:
                    self.craft[mention.codes[0]] = known
                if mention.role:
                    self.roles[mention.role] = known
                    self.roles[portfolio(words.low, mention)] = known
                if not mention.prep and not mention.inner:
                    if (
                        mention.person
                        or mention.alias
                        or (mention.role and not mention.institution and _single(words.low, mention))
                    ) and mention.role not in VEHICLES:
                        self._meet(mention, reading, known)
                    body = mention.institution or mention.role in _BODIES
                    if (mention.hit or not mention.via) and body and not thing:
                        self.thing, thing = known, True
            elif mention.person and (mention.role or mention.prep == ""):
                known = Known(name, (), mention.sector, reading.number)
                if len(mention.person) > 2 and (mention.person.lower() not in self.people or namesake):
                    self.people[mention.person.lower()] = known
                    if given := first_name(mention, reading):
                        self.given.setdefault(mention.person.lower(), {})[given] = known
                self._meet(mention, reading, known)

    def _namesake(self, mention: Mention, reading: Reading) -> bool:
        """Whether a person's first name tells that another of the same surname is meant than those told before."""
        named = self.given.get((mention.person or "").lower(), {})
        first = first_name(mention, reading)
        return bool(named and first) and first not in named

    def _note_body(self, mention: Mention, reading: Reading, known: Known, text: str) -> None:
        """Remember an organisation by the last word of its name, of several."""
        for token in range(mention.start, mention.end) if len(mention.codes) == 1 else ():
            hit = reading.hits.get(token)
            if hit is not None and hit.kind == "organisation" and " " in (name := text[hit.start : hit.end]):
                self.bodies[name.split()[-1]] = known._replace(name=name)
                if " of " in name:
                    self.bodies[name.split(" of ")[0].split()[-1]] = known._replace(name=name)

    def _note_office(self, mention: Mention, reading: Reading, text: str) -> bool:
        """Remember an office of nobody's country as whom "it", "he" or "she" may mean; True for an institution."""
        words = reading.words
        known = Known(
            text[words.starts[mention.start] : words.ends[mention.end - 1]], (), mention.sector, reading.number
        )
        if mention.institution:
            self.thing = known
        elif _single(words.low, mention):
            self._meet(mention, reading, known)
        return mention.institution

    def _meet(self, mention: Mention, reading: Reading, known: Known) -> None:
        """Remember whom "he" or "she" means: who comes last in a sentence, unless he is an unnamed office acted upon."""
        if mention.prep or mention.inner:
            return
        acted_on = mention.start > 0 and reading.verb[mention.start - 1] and not (mention.person or mention.alias)
        if not (acted_on and self.met == reading.number):
            self.person, self.met = known, reading.number

    def _note_medium(self, mention: Mention, reading: Reading, text: str) -> None:
        """Remember a newspaper or agency by its proper name."""
        words, first = reading.words, mention.end
        while first > mention.start and words.raw[first - 1][0].isupper() and first - 1 not in reading.hits:
            first -= 1
        self.medium = Known(text[words.starts[first] : words.ends[mention.end - 1]], (), "JRN", reading.number)

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
            number = _number(party.name.split(" ", 1)[0].lower())
            if party.country and number > 1:
                self.counted[number] = Known(party.name, (party.country,), party.sector, sentence)

    def the_counted(self, low: Sequence[str]) -> Known | None:
        """Who "the three", or "the two men", are."""
        several = len(low) == 2 or (len(low) == 3 and low[2] in _PEOPLE)
        return self.counted.get(_number(low[1])) if several and low[0] == "the" else None

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
        for left, right in ((actors, recipients), (recipients, actors)):
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

    def find(self, mention: Mention, reading: Reading) -> Known | None:
        """Whom a mention without a country of its own means: a person by surname, a pronoun, an institution named before."""
        low = reading.words.low
        if mention.pronoun:
            word = low[mention.start]
            if word in _SINGULAR:
                return self.person
            return self.thing if word in _THING else None
        last = reading.words.raw[mention.end - 1]
        if mention.end - mention.start == 2 and low[mention.start] == "the" and last in self.bodies:
            return self.bodies[last]
        if mention.person:
            known = self.people.get(mention.person.lower())
            given = first_name(mention, reading)
            if known is not None and given and (named := self.given.get(mention.person.lower())):
                known = named.get(given)  # else a namesake
            chief = low[mention.start] in ("its", "their") and mention.role in _STATESMEN
            if known is None and (chief or (mention.role and self._just_told(mention, reading))):
                return self.thing  # "Its chancellor, Ulrike Hollmayr, …"
            if known is None and mention.role == "minister" and not mention.own:
                ministry = self.roles.get(portfolio(low, mention).replace("minister", "ministry"))
                near = (
                    ministry is not None and reading.number - ministry.sentence <= 1 and " " in portfolio(low, mention)
                )
                known = ministry._replace(sector="GOV") if near and ministry is not None else None
            return self.thing if known is None and self._speaks_for(mention, reading) else known
        if mention.role and (self._just_told(mention, reading) or self._speaks_for(mention, reading)):
            return self.thing
        if mention.role and (low[mention.start] in ("the", "its", "their", "his", "her") or mention.institution):
            if low[mention.start] in ("his", "her") and mention.institution and self._just_spoken_of(reading):
                return self.person  # "Her government has offered …"
            known = self.roles.get(portfolio(low, mention))
            if known is None and mention.role in VEHICLES and low[mention.start] == "the" and len(self.craft) == 1:
                return next(iter(self.craft.values()))  # "a Chadian fishing vessel … the trawler"
            crew = mention.role in CREW and low[mention.start] == "the"
            if known is None and crew and low[mention.stop : mention.stop + 1] != ["of"]:
                return self._foreign_craft()  # "seized a Chilean trawler … The captain"
            if known is None and mention.own and mention.sector == "GOV":
                return self.thing if low[mention.start] in ("its", "their") else self.person
            return known
        return None

    def _foreign_craft(self) -> Known | None:
        """The one ship, plane or lorry told of that isn't of the article's home."""
        home = self.home.codes if self.home is not None else ()
        abroad = [known for known in self.craft.values() if known.codes != home]
        return abroad[0] if len(abroad) == 1 else None

    def _speaks_for(self, mention: Mention, reading: Reading) -> bool:
        """Whether a spokesman at the head of a sentence can be that of the institution which the sentence before is about."""
        low, thing = reading.words.low, self.thing
        if mention.start > 1 or thing is None or not thing.codes:
            return False
        ranked = mention.role in _RANKS and thing.sector in ("MIL", "COP")
        if mention.role not in _SPOKEN_BY and not ranked:
            return False
        first = mention.start + (low[mention.start] in ("a", "the", "deputy"))
        return low[first] == mention.role and reading.number - thing.sentence == 1

    def _just_spoken_of(self, reading: Reading) -> bool:
        """Whether the sentence before is about a person of a known country, and this one names nobody."""
        person = self.person
        return person is not None and bool(person.codes) and reading.number - person.sentence == 1

    def _just_told(self, mention: Mention, reading: Reading) -> bool:
        """Whether "its" at the head of a sentence can mean the institution or country that the sentence before is about."""
        thing = self.thing
        its = mention.start <= 1 and reading.words.low[mention.start] == "its"
        return its and thing is not None and bool(thing.codes) and reading.number - thing.sentence == 1


def _single(low: list[str], mention: Mention) -> bool:
    """Whether a group told by an office or trade is one somebody: no "diplomats", no "two trawlers"."""
    return not low[mention.end - 1].endswith("s") or low[mention.end - 1].endswith("ss")


def _many(name: str) -> bool:
    """Whether a name tells several people: "Indian troops"."""
    last = name.rsplit(" ", 1)[-1]
    return last[:1].islower() and last.endswith("s") and not last.endswith("ss")


def _number(word: str) -> int:
    """The number that a word or figure means; 0 when it is none."""
    return NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
