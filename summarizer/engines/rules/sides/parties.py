"""Mentions as parties of a draft: whose country, told by which sentence."""

from __future__ import annotations

from summarizer.chunking import Chunk
from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.clauses import REPORTING
from summarizer.engines.rules.acts.listing import siblings
from summarizer.engines.rules.sides.antecedents import antecedent, is_same
from summarizer.engines.rules.sides.coreference import referent
from summarizer.engines.rules.sides.memory import NUMBERS, Known, Memory
from summarizer.engines.rules.sides.ourselves import WE, we_at
from summarizer.engines.rules.sides.stages import peer_of, stage_of
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import country_of, display_name
from summarizer.normalising.places import find_places

_PAIRED = frozenset(
    """sides neighbours neighbors countries governments armies capitals states parties ministries nations leaders presidents
    ministers powers camps partners premiers delegations foes rivals allies republics kingdoms shores banks heads
    peoples envoys ambassadors embassies forces presidencies counterparts colleagues belligerents adversaries militaries""".split()
)
_ONE_OF_TWO = frozenset("side country government army capital state party ministry".split())
_ARMED = frozenset("UAF REB MIL COP CVL JUD".split())
_FEW = 3  # words of "the foreign ministers"
ABROAD = frozenset(
    """ambassador ambassadors envoy envoys diplomat diplomats consul embassy consulate charge chargé attaché attache side sides
    neighbour neighbours neighbor neighbors neighbouring neighboring counterpart colleague opposite commissioner""".split()
)
_TOURING = frozenset(("GOV", "LEG", "PTY"))  # may act far from where they belong
UNNAMED = frozenset("countries states nations members allies governments capitals others".split())
_PLURAL = frozenset("they them themselves both all".split())
_EARLIER = frozenset(("after", "following", "since"))
_FURTHER = (["also"], ["then"])
_SUBJECTS = frozenset(("he", "she", "it"))
_ALL = frozenset(("all", "warring"))  # "urged all parties to stop"
_SIDES = frozenset(("parties", "sides", "factions"))
_WORLDWIDE = frozenset(
    """watch observatory international global world worldwide borders frontiers amnesty rescue relief solidarity rights transparency
    initiative""".split()
)


class PartyResolver:
    """Tells parties by what the article has said so far."""

    def __init__(self, chunk: Chunk, memory: Memory) -> None:
        self.chunk, self.memory = chunk, memory
        self.text = chunk.article.text
        # What each pronoun meant in a sentence, with the token at which it was read and the sentences that told it.
        self._pronouns: dict[tuple[int, str], tuple[int, list[PartyDraft], list[int]]] = {}

    def parties(
        self, mentions: list[Mention], reading: Reading, via: list[int], quadrant: int
    ) -> tuple[PartyDraft, ...]:
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
        words = reading.words
        if words.low[mention.start] == "they" and mention.pronoun:  # two acts of the same "they" are by the same
            kept = self._pronouns.get((reading.number, f"they {mention.start}"))
            if kept is None:
                asked: list[int] = []
                kept = (mention.start, self._party(mention, reading, asked, quadrant), asked)
                self._pronouns[reading.number, f"they {mention.start}"] = kept
            via.extend(kept[2])
            return kept[1]
        if _goes_on(mention, reading):
            known = self._pronouns.get((reading.number, words.low[mention.start]))
            if known is None or known[0] >= mention.start:
                heard: list[int] = []
                known = (mention.start, self._party(mention, reading, heard, quadrant), heard)
                self._pronouns[reading.number, words.low[mention.start]] = known
            via.extend(known[2])
            return known[1]
        return self._party(mention, reading, via, quadrant)

    def _party(self, mention: Mention, reading: Reading, via: list[int], quadrant: int) -> list[PartyDraft]:
        words = reading.words
        name = self.text[words.starts[mention.start] : words.ends[mention.end - 1]]
        if words.low[mention.start] in WE and not mention.codes:
            us = we_at(self.memory, self.text, words.starts[mention.start], quadrant)
            if us is not None or self.memory.issuer is not None:
                return self._told((us,), via) if us is not None else []
        if mention.pronoun:
            inside = antecedent(mention, reading)
            if inside is not None:
                group = siblings(reading, inside) if reading.words.low[mention.start] in _PLURAL else [inside]
                return [party for one in group if not one.pronoun for party in self.party(one, reading, via, quadrant)]
            if words.low[mention.start] in _PLURAL:
                return self._told(self._several(mention, reading), via)
            known = referent(self.memory, mention, reading)
            home = self.memory.home or self.memory.scene
            if known is not None and not known.codes and home is not None:
                via.extend((known.sentence, home.sentence))
                return [self.named(known.name, code, known.sector) for code in home.codes[:1]]
            if known is None and words.low[mention.start] == "it" and self.memory.home is not None:
                known = self.memory.home
            if known is None or not known.codes:
                return []
            via.append(known.sentence)
            return [self.named(known.name, code, known.sector) for code in known.codes]
        codes = mention.codes
        if codes:
            via.extend(mention.via)
            if len(codes) > 1:
                return [PartyDraft(display_name(code), code, mention.sector or "GOV") for code in codes]
            hits = [reading.hits[t] for t in range(mention.start, mention.end) if t in reading.hits]
            hit = next((h for h in hits if h.code == codes[0]), hits[0] if hits else None)
            told = country_of(name)
            if hit is not None and (told != codes[0] or mention.end - mention.start > 8):
                name = self.text[hit.start : hit.end]
            elif hit is None and told is not None and told != codes[0]:
                return []
            sector = mention.sector or "GOV"
            if mention.role is None and mention.hit and words.raw[mention.end - 1][0].islower():
                sector = "CVL"
            return [PartyDraft(name, codes[0], sector)]
        low = words.low[mention.start : mention.end]
        if words.low[max(mention.start - 2, 0) : mention.start] == [
            "both",
            "of",
        ]:  # "spoke with both of his colleagues"
            low = ["both", low[-1]]
        if _pair(low) or _pair(words.low[mention.end + 1 : mention.end + 4], words.low[mention.end : mention.end + 1]):
            return self._told(self._both_sides(mention, reading), via)
        if low[-1] in _SIDES and not _ALL.isdisjoint(low[:-1]):
            return self._told(self._those_who_fight(reading), via)
        count = NUMBERS.get(low[low[0] == "the"]) if len(low) > 1 else None
        if count and low[-1] in _PAIRED and count in self.memory.lists:
            return self._told(self.memory.lists[count], via)
        if (low[-1] in NUMBERS or low[-1].isdigit()) and not tk.is_day_number(words.low, mention.end - 1):
            whole = _whole(mention, reading)
            if whole is not None and whole.codes:
                return self.party(whole, reading, via, quadrant)  # "two of its soldiers"
            known = self.memory.the_counted(low)
            if known is not None:
                return self._told((known,), via)  # "The three were sent home"
            return self._told(self.memory.group[:1], via)  # "let 209 of them go", "two were freed"
        counted = self.memory.the_counted(low)
        if counted is not None:
            return self._told((counted,), via)  # "The two men were sent home"
        named = words.raw[mention.end - 1][0].isupper()
        if named and mention.sector in (None, "NGO") and len(low) > 1 and not _WORLDWIDE.isdisjoint(low):
            return [PartyDraft(name, "NGO", "NGO")]
        if not (mention.role or mention.person) or not mention.party:
            return []
        if mention.sector in _ARMED and quadrant == 4 and not mention.own and country_of(name) is None:
            here = next(
                (
                    m
                    for m in reading.mentions
                    if m.prep in ("in", "at", "near")
                    and len(m.codes) == 1
                    and m.end - 1 in reading.hits
                    and _EARLIER.isdisjoint(
                        words.low[m.stop : mention.start]
                    )  # "bombed a camp in Iraq after two soldiers …"
                ),
                None,
            )
            if here is not None:
                return [PartyDraft(name, here.codes[0], mention.sector)]
            sentence = self.chunk.sentence(reading.number)
            place = next((p for p in find_places(sentence.text) if p.country), None) if sentence else None
            if place is not None and place.country:
                return [PartyDraft(name, place.country, mention.sector)]
        return [PartyDraft(name, None, mention.sector or self._human(mention, reading))]

    def _several(self, pronoun: Mention, reading: Reading) -> tuple[Known, ...]:
        """Whom "they" means: those told last, but not those of its own sentence where it stands there for the second time."""
        memory = self.memory
        if memory.doers and reading.words.low[pronoun.stop : pronoun.stop + 1] in _FURTHER:
            return memory.doers  # "They also shut the border"
        again = any(m.start < pronoun.start and is_same(m, pronoun, reading) for m in reading.mentions)
        own = bool(memory.group) and memory.group[0].sentence == reading.number
        return memory.group_before if again and own else memory.group

    def _human(self, mention: Mention, reading: Reading) -> str | None:
        """A sector for a bare name that must be a person's: first and last name, or a surname told with one before."""
        raw = reading.words.raw[mention.start : mention.end]
        full = (
            len(raw) in (2, 3) and all(word[:1].isupper() for word in raw) and raw[0].lower() not in ("the", "a", "an")
        )
        return "CVL" if full or (mention.person or "").lower() in self.memory.people else None

    def pair(self, mentions: list[Mention], reading: Reading, via: list[int]) -> tuple[PartyDraft, ...]:
        """Both sides of the article, where those who act together are nothing but "the sides" or "the foreign ministers"."""
        low = reading.words.low
        if (
            len(mentions) != 1
            or mentions[0].hit
            or low[mentions[0].start] not in ("the", "their")
            or low[mentions[0].end - 1] not in _PAIRED
        ):
            return ()
        if low[mentions[0].stop : mentions[0].stop + 1] == ["of"] or mentions[0].end - mentions[0].start > _FEW:
            return ()
        if NUMBERS.get(low[mentions[0].start + 1], 2) != 2:
            return ()  # "the three leaders"
        both = self._both_sides(mentions[0], reading)
        return tuple(self._told(both, via)) if len(both) == 2 else ()

    def _both_sides(self, mention: Mention, reading: Reading) -> tuple[Known, ...]:
        """The two who are told in the sentence before a mention, in an act just before, or who stand out in the article."""
        before = {m.codes: m for m in reading.mentions if m.start < mention.start and m.hit and len(m.codes) == 1}
        if len(before) == 2 and reading.words.low[mention.start : mention.end] == ["the", "two"] and not mention.prep:
            return tuple(Known(self._name(m, reading), m.codes, m.sector, reading.number) for m in before.values())
        recent = self.memory.lists.get(2, ())
        near = bool(recent) and reading.number - recent[0].sentence <= 2
        return recent if near else self.memory.both() or self._two(reading) or recent

    def _those_who_fight(self, reading: Reading) -> tuple[Known, ...]:
        """Whom "all parties" means: two who have just dealt with each other, else those at home in the article."""
        recent, home = self.memory.lists.get(2, ()), self.memory.home
        if recent and reading.number - recent[0].sentence <= 2:
            return recent
        return (home,) if home is not None else ()

    def _name(self, mention: Mention, reading: Reading) -> str:
        words = reading.words
        return self.text[words.starts[mention.start] : words.ends[mention.end - 1]]

    def _two(self, reading: Reading) -> tuple[Known, ...]:
        """The two sides of the article besides those whose land is only where a sentence plays: "will meet in Arusha"."""
        scenes = [m.codes[0] for m in reading.mentions if m.prep in ("in", "at") and m.hit and len(m.codes) == 1]
        return self.memory.both(scenes) if scenes else ()

    def _told(self, known: tuple[Known, ...], via: list[int]) -> list[PartyDraft]:
        via.extend(one.sentence for one in known)
        return [self.named(one.name, code, one.sector) for one in known for code in one.codes]

    def settle(self, parties: tuple[PartyDraft, ...], reading: Reading, via: list[int]) -> tuple[PartyDraft, ...]:
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

    def named(self, name: str, code: str, sector: str | None) -> PartyDraft:
        """A party by words of the article if they don't tell another country, else by the country's name."""
        told = country_of(name)
        return PartyDraft(name if told in (None, code) else display_name(code), code, sector or "GOV")


def opening_place(reading: Reading, leads: tuple[str, ...] = ("in", "at")) -> str | None:
    """The country of the place with which a sentence begins: "In Accra, the army said"."""
    here = next((m for m in reading.mentions if m.prep in leads and m.start <= 3 and len(m.codes) == 1), None)
    return here.codes[0] if here is not None and here.hit else None


def _goes_on(mention: Mention, reading: Reading) -> bool:
    """Whether a pronoun means who it meant before in its sentence: "it seized two – and it let one go"; not "Chad said it"."""
    low, at = reading.words.low, mention.start
    told = at > 0 and (low[at - 1] == "that" or low[at - 1] in REPORTING)
    return mention.pronoun and not mention.prep and not told and low[at] in _SUBJECTS


def _whole(part: Mention, reading: Reading) -> Mention | None:
    """Of whom a number is a part: "three of Togo's drivers"."""
    return next((m for m in reading.mentions if m.start == part.stop + 1 and m.prep == "of"), None)


def _pair(low: list[str], of: list[str] | None = None) -> bool:
    """Whether words mean two sides known from before: "both governments"; with "of" before, "the boats of the two countries"."""
    if of is not None and of != ["of"]:
        return False
    if low[:1] == ["neither"]:
        return of is None and low[-1] in _ONE_OF_TWO
    if low[:1] == ["both"]:
        return low[-1] in _PAIRED if of is None else low[1:2] == [] or low[1] in _PAIRED or low[1] in tk.AUXILIARIES
    if low in (["the", "two"], ["the", "pair"]):
        return of is None
    return low[:2] == ["the", "two"] and low[-1] in _PAIRED


def at_home(party: PartyDraft, home: str) -> PartyDraft:
    """A party without a country that its own side's act is done to ("Nigerian police detained ten union leaders")."""
    if party.country or party.sector is None or country_of(party.name) is not None:
        return party
    words = set(party.name.lower().split())
    return party if words & ABROAD else PartyDraft(party.name, home, party.sector)
