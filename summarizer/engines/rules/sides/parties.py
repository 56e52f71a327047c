"""Mentions as parties of a draft: whose country, told by which sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from summarizer.chunking import Chunk
from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.clauses import REPORTING
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.sides.antecedents import antecedent
from summarizer.engines.rules.sides.collectives import both_sides, is_both, is_undergone, they, told_group, words_of
from summarizer.engines.rules.sides.coreference import referent
from summarizer.engines.rules.sides.memory import NUMBERS, Known, Memory
from summarizer.engines.rules.sides.ourselves import WE, we_at
from summarizer.engines.rules.sides.stages import peer_of, stage_of
from summarizer.engines.rules.sides.titles import name_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import country_of, display_name
from summarizer.normalising.places import find_places
from summarizer.ontology import VERBAL

_ARMED = frozenset("UAF REB MIL COP CVL JUD".split())
ABROAD = frozenset(
    """ambassador ambassadors envoy envoys diplomat diplomats consul embassy consulate charge chargé attaché attache side sides
    neighbour neighbours neighbor neighbors neighbouring neighboring counterpart colleague opposite commissioner""".split()
)
_LONG = 8  # words; a longer group is told by its country's name alone
_HARM = 4
_TOURING = frozenset(("GOV", "LEG", "PTY"))  # may act far from where they belong
UNNAMED = frozenset("countries states nations members allies governments capitals others".split())
_PLURAL = frozenset("they them themselves both all".split())
_EARLIER = frozenset(("after", "following", "since"))
_SUBJECTS = frozenset(("he", "she", "it"))
_WORLDWIDE = frozenset(
    """watch observatory international global world worldwide borders frontiers amnesty rescue relief solidarity rights transparency
    initiative""".split()
)


Parties = tuple[PartyDraft, ...]
Sides = tuple[Parties, Parties]
"""Actors and recipients."""


class _Meant(NamedTuple):
    """Whom a pronoun meant in a sentence: the token at which it was read, the parties, the sentences that told them."""

    token: int
    parties: list[PartyDraft]
    told: list[int]


class PartyResolver:
    """Tells parties by what the article has said so far."""

    def __init__(self, chunk: Chunk, memory: Memory) -> None:
        self.chunk, self.memory = chunk, memory
        self.text = chunk.article.text
        self._pronouns: dict[tuple[int, str], _Meant] = {}

    def parties(self, mentions: list[Mention], reading: Reading, via: list[int], quadrant: int) -> Parties:
        """Drafts of several mentions, each once."""
        found: list[PartyDraft] = []
        listed = len(mentions) > 1 and any(mention.codes for mention in mentions)
        for mention in mentions:
            if listed and not mention.codes and reading.words.low[mention.end - 1] in UNNAMED:
                continue  # "Poland and seven other countries"
            found += self.party(mention, reading, via, quadrant)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def party(self, mention: Mention, reading: Reading, via: list[int], quadrant: int) -> list[PartyDraft]:
        """A mention as parties: by its own country, the one told before, or the article's home; `via` collects sentences."""
        if not (mention.pronoun and _is_kept(mention, reading)):
            return self._party(mention, reading, via, quadrant)
        word = reading.words.low[mention.start]
        by_place = word == "they"  # two acts of the same "they" are by the same; "it" means who it meant before
        key = (reading.number, f"{word} {mention.start}" if by_place else word)
        kept = self._pronouns.get(key)
        if kept is None or (kept.token >= mention.start and not by_place):
            told: list[int] = []
            kept = _Meant(mention.start, self._party(mention, reading, told, quadrant), told)
            self._pronouns[key] = kept
        via.extend(kept.told)
        return kept.parties

    def _party(self, mention: Mention, reading: Reading, via: list[int], quadrant: int) -> list[PartyDraft]:
        words = reading.words
        if words.low[mention.start] in WE and not mention.codes:
            us = we_at(self.memory, self.text, words.starts[mention.start], quadrant)
            if us is not None or self.memory.issuer is not None:
                return self.told((us,), via) if us is not None else []
        if mention.pronoun:
            return self._by_pronoun(mention, reading, via, quadrant)
        if mention.codes:
            return self._by_country(mention, reading, via)
        told_before = self._by_collective(mention, reading, via, quadrant)
        return self._of_no_country(mention, reading, quadrant) if told_before is None else told_before

    def _by_pronoun(self, mention: Mention, reading: Reading, via: list[int], quadrant: int) -> list[PartyDraft]:
        """Whom a pronoun means: somebody in its own sentence, else who was told before, at home where no country was told."""
        word = reading.words.low[mention.start]
        inside = antecedent(mention, reading)
        if inside is not None:
            group = siblings(reading, inside) if word in _PLURAL else [inside]
            return [party for one in group if not one.pronoun for party in self.party(one, reading, via, quadrant)]
        if word in _PLURAL:
            return self.told(they(self.memory, mention, reading), via)
        known = referent(self.memory, mention, reading)
        home = self.memory.home or self.memory.scene
        if known is not None and not known.codes and home is not None:
            via.extend((known.sentence, home.sentence))
            return [self.named(known.name, code, known.sector) for code in home.codes[:1]]
        if known is None and word == "it":
            known = self.memory.home
        return self.told((known,), via) if known is not None and known.codes else []

    def _by_country(self, mention: Mention, reading: Reading, via: list[int]) -> list[PartyDraft]:
        """Parties of a group whose countries are told, under its own words if they name no other country."""
        via.extend(mention.via)
        code, sector = mention.codes[0], mention.sector or "GOV"
        if len(mention.codes) > 1:
            return [PartyDraft(display_name(one), one, sector) for one in mention.codes]
        name = name_of(mention, reading, self.text)
        hits = [reading.hits[t] for t in range(mention.start, mention.end) if t in reading.hits]
        hit = next((h for h in hits if h.code == code), hits[0] if hits else None)
        told = country_of(name)
        if hit is not None and (told != code or mention.end - mention.start > _LONG):
            name = self.text[hit.start : hit.end]
        elif hit is None and told is not None and told != code:
            return []
        if mention.role is None and mention.hit and reading.words.raw[mention.end - 1][0].islower():
            sector = "CVL"
        return [PartyDraft(name, code, sector)]

    def _by_collective(
        self, mention: Mention, reading: Reading, via: list[int], quadrant: int
    ) -> list[PartyDraft] | None:
        """Those meant by "both sides", "all parties", "the three" or a bare number; None for any other group."""
        words, low = words_of(mention, reading), reading.words.low
        people = quadrant not in VERBAL and words == ["the", "two"] and is_undergone(mention, reading)
        counted = self.memory.the_counted(words) if people else None
        if counted is not None:
            return self.told((counted,), via)  # "Peru expelled two Chileans. … The two were put on a ferry"
        if is_both(mention, words, reading):
            return self.told(both_sides(self.memory, mention, reading, self.text), via)
        numbered = (words[-1] in NUMBERS or words[-1].isdigit()) and not tk.is_day_number(low, mention.end - 1)
        whole = _whole(mention, reading) if numbered else None
        if whole is not None and (whole.codes or (whole.own and whole.role)):
            return self.party(whole, reading, via, quadrant)  # "two of its soldiers", not "two of its crossings"
        group = told_group(self.memory, words, reading, numbered)
        return self.told(group, via) if group is not None else None

    def _of_no_country(self, mention: Mention, reading: Reading, quadrant: int) -> list[PartyDraft]:
        """A group of nobody's country: a worldwide body; people who were hit, of where that was; else a party of no country."""
        name, words = name_of(mention, reading, self.text), words_of(mention, reading)
        named = reading.words.raw[mention.end - 1][0].isupper()
        if named and mention.sector in (None, "NGO") and len(words) > 1 and not _WORLDWIDE.isdisjoint(words):
            return [PartyDraft(name, "NGO", "NGO")]
        if not (mention.role or mention.person) or not mention.party:
            return []
        code = None
        if mention.sector in _ARMED and quadrant == _HARM and not mention.own and country_of(name) is None:
            code = self._place_of_harm(mention, reading)
        if code is not None:
            return [PartyDraft(name, code, mention.sector)]
        return [PartyDraft(name, None, mention.sector or self._human(mention, reading))]

    def _place_of_harm(self, mention: Mention, reading: Reading) -> str | None:
        """The country in which a sentence puts those who were hit, by its name or that of a town."""
        for m in reading.mentions:
            there = m.prep in ("in", "at", "near") and len(m.codes) == 1 and m.end - 1 in reading.hits
            if there and _EARLIER.isdisjoint(reading.words.low[m.stop : mention.start]):
                return m.codes[0]  # not "bombed a camp in Iraq after two soldiers …"
        sentence = self.chunk.sentence(reading.number)
        return next((p.country for p in find_places(sentence.text) if p.country), None) if sentence else None

    def _human(self, mention: Mention, reading: Reading) -> str | None:
        """A sector for a bare name that must be a person's: first and last name, or a surname told with one before."""
        raw = reading.words.raw[mention.start : mention.end]
        full = (
            len(raw) in (2, 3) and all(word[:1].isupper() for word in raw) and raw[0].lower() not in ("the", "a", "an")
        )
        return "CVL" if full or (mention.person or "").lower() in self.memory.people else None

    def settle(self, parties: Parties, reading: Reading, via: list[int]) -> Parties:
        """Parties that only a role names belong where the sentence plays, to the article's home, or to whom it spoke of last."""
        if all(party.country or party.sector is None for party in parties):
            return parties
        body = all(
            party.name[0].islower() for party in parties
        )  # "From Kinshasa, the government …"; not an exile by name
        here = opening_place(reading, ("in", "at", "from") if body else ("in", "at"))
        if here is not None:
            code, sentence = here, reading.number
        else:
            placed = all(party.sector not in _TOURING and party.name[1:].islower() for party in parties)
            home = stage_of(self.memory, self.chunk, reading) if placed else peer_of(self.memory, reading)
            home = home or self.memory.home or self.memory.scene
            if home is None or len(home.codes) != 1:
                return parties
            code, sentence = home.codes[0], home.sentence
        settled = tuple(at_home(party, code) for party in parties)
        if settled != parties:
            via.append(sentence)
        return settled

    def told(self, known: Iterable[Known], via: list[int]) -> list[PartyDraft]:
        """Parties that earlier sentences told; these are added to `via`."""
        parties: list[PartyDraft] = []
        for one in known:
            via.append(one.sentence)
            parties += [self.named(one.name, code, one.sector) for code in one.codes]
        return parties

    def named(self, name: str, code: str, sector: str | None) -> PartyDraft:
        """A party by words of the article if they don't tell another country, else by the country's name."""
        told = country_of(name)
        return PartyDraft(name if told in (None, code) else display_name(code), code, sector or "GOV")


def opening_place(reading: Reading, leads: tuple[str, ...] = ("in", "at")) -> str | None:
    """The country of the place with which a sentence begins: "In Accra, the army said"."""
    here = next((m for m in reading.mentions if m.prep in leads and m.start <= 3 and len(m.codes) == 1), None)
    return here.codes[0] if here is not None and here.hit else None


def _is_kept(pronoun: Mention, reading: Reading) -> bool:
    """Whether a pronoun means who it meant before in its sentence: "it seized two – and it let one go"; not "Chad said it"."""
    low, at = reading.words.low, pronoun.start
    if low[at] == "they":
        return True
    said = at > 0 and (low[at - 1] == "that" or low[at - 1] in REPORTING)
    return low[at] in _SUBJECTS and not pronoun.prep and not said


def _whole(part: Mention, reading: Reading) -> Mention | None:
    """Of whom a number is a part: "three of Togo's drivers"."""
    return next((m for m in reading.mentions if m.start == part.stop + 1 and m.prep == "of"), None)


def countries(side: Iterable[PartyDraft]) -> set[str]:
    """The codes of those whose country is told."""
    return {party.country for party in side if party.country}


def at_home(party: PartyDraft, home: str) -> PartyDraft:
    """A party without a country that its own side's act is done to ("Nigerian police detained ten union leaders")."""
    if party.country or party.sector is None or country_of(party.name) is not None:
        return party
    words = set(party.name.lower().split())
    return party if words & ABROAD else PartyDraft(party.name, home, party.sector)
