"""Who acts and on whom: as the words put it, then as the article has told before, then at home."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.chunking import Chunk
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.charging import culprits, victims
from summarizer.engines.rules.acts.context import Place, is_own_word
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.sides.addressing import BARE, Addressing, can_answer, own_people
from summarizer.engines.rules.sides.belongings import owner_of_object
from summarizer.engines.rules.sides.besides import Besides, is_craft
from summarizer.engines.rules.sides.captors import Captors, sides_of
from summarizer.engines.rules.sides.claimants import claimant, of_claimant
from summarizer.engines.rules.sides.collectives import only_both
from summarizer.engines.rules.sides.documents import authors, is_document, leaves_from, told_author
from summarizer.engines.rules.sides.gatherings import is_count, local, meets_itself
from summarizer.engines.rules.sides.homing import at_hand
from summarizer.engines.rules.sides.memory import NO_HOME, Memory
from summarizer.engines.rules.sides.missing import MissingSides
from summarizer.engines.rules.sides.opposing import at_a_post_abroad, not_its_own
from summarizer.engines.rules.sides.others import other_than
from summarizer.engines.rules.sides.parties import Parties, PartyResolver, Sides, at_home, countries
from summarizer.engines.rules.sources.speakers import speaking
from summarizer.normalising.actors import display_name
from summarizer.ontology import VERBAL, EventType, Ontology

_AHEAD = frozenset(("announced", "planned"))
_OFFICES = frozenset(("GOV", "MIL", "JUD", "COP"))
_FORCES = frozenset(("MIL", "COP"))
_SPEAKING = _OFFICES | {"LEG", "PTY"}
_HARM = 4
_RULING = frozenset(("COERCE", "SANCTION"))


class _Asked(NamedTuple):
    """The act whose sides are asked for; `via` collects the numbers of the other sentences that tell them."""

    act: Act
    place: Place
    kind: EventType
    via: list[int]

    @property
    def frame(self) -> Frame:
        return self.act.frame

    @property
    def speech(self) -> bool:
        return self.kind.quadrant in VERBAL


class SideFinder:
    """Finds the two sides of the acts of one chunk, in the order in which it tells them."""

    def __init__(self, chunk: Chunk, ontology: Ontology, lexicon: Lexicon, memory: Memory) -> None:
        self.memory, self.alone = memory, len(chunk.sentences) < 3
        self.resolver = PartyResolver(chunk, memory)
        self._missing, self._besides = MissingSides(self.resolver), Besides()
        self._captors, self._addressing = Captors(ontology), Addressing(ontology, lexicon, memory)

    def note(self, draft: EventDraft) -> None:
        """Remember a draft that later acts may end, answer or follow."""
        self._captors.note(draft)
        self._addressing.note(draft)

    def find(self, act: Act, place: Place, kind: EventType, via: list[int]) -> Sides:
        """Actors and recipients of the act, either or both empty; adds to `via` which other sentences tell them."""
        asked = _Asked(act, place, kind, via)
        actors, recipients = self._as_worded(asked)
        if not self.alone:
            actors = self._other_one(actors, countries(recipients), via)
            recipients = self._other_one(recipients, countries(actors), via)
        if "crowd" in act.frame.pattern.flags:
            actors = self._crowd(asked, (actors, recipients))
        alone = asked.speech and kind.quadrant > 2 and act.stance.type != act.frame.pattern.type
        if "mutual" in act.frame.pattern.flags and not (alone and recipients):  # one alone "refuses to meet" another
            actors, recipients = self._together(asked, (actors, recipients)), ()
        together = countries(actors) if len(countries(actors)) > 1 else set()
        recipients = tuple(p for p in recipients if p not in actors and p.country not in together)
        recipients, stays = self._addressed(asked, (actors, recipients))
        if "reply" in act.frame.pattern.flags and not (recipients and can_answer(act.frame.actors, place.reading)):
            return (), ()
        actors, recipients = self._as_told_before(asked, (actors, recipients))
        sides = self._completed(asked, (actors, recipients), stays)
        if not self.alone:
            sides = at_a_post_abroad(self.resolver, asked.frame, sides, asked.via)
            if asked.speech or kind.name == "SANCTION":
                sides = not_its_own(self.resolver, asked.frame, sides, asked.via)
        if kind.quadrant == _HARM:
            self._besides.note(place.reading, act.frame, sides)
        return self._demanded(asked, sides) if asked.speech and not (sides[0] or self.alone) else sides

    def _as_worded(self, asked: _Asked) -> Sides:
        """The sides that the act's own words name."""
        act, frame, kind, via = asked.act, asked.frame, asked.kind, asked.via
        reading = asked.place.reading
        sides = (frame.actors, frame.recipients)
        if (
            "swap" in frame.pattern.flags and act.stance.type != frame.pattern.type
        ):  # "offered to host": the host offers
            sides = (frame.recipients, frame.actors)
        actors = self.resolver.parties(sides[0], reading, via, kind.quadrant)
        recipients = self.resolver.parties(sides[1], reading, via, kind.quadrant)
        if not self.alone:
            actors = self._told_for(asked) if not actors else self._in_power(asked, actors)
        codes = countries(actors)
        claims = (
            claimant(self.resolver, asked.place, frame, actors) if kind.quadrant == _HARM and not self.alone else None
        )
        if asked.speech and codes and own_people(frame.recipients, recipients, codes):
            recipients = ()
        if frame.passive and frame.fallback and recipients and all(m in frame.places for m in frame.recipients):
            told = self.resolver.parties(frame.fallback, reading, via, kind.quadrant)
            recipients = told if countries(told) else recipients  # "The two men were arrested in Riga"
        if not recipients and frame.fallback:
            near = kind.quadrant if frame.passive and not actors else 1
            recipients = self.resolver.parties(frame.fallback, reading, via, near)
            if asked.speech and frame.fallback[0].pronoun:  # "The minister urged them": nobody of his own office
                recipients = tuple(p for p in recipients if p.country not in codes or p.sector not in _OFFICES)
            theirs = self._besides.code(reading, frame, kind.quadrant == _HARM)
            theirs = theirs or self._those_attacked(asked, codes) or claims
            if theirs is None and (kind.quadrant >= 3 or self.alone) and len(codes) == 1 and frame.charge is None:
                foreign = codes & NO_HOME or is_craft(frame.fallback, reading)
                theirs = None if foreign else next(iter(codes))
            if theirs is not None:
                recipients = tuple(at_home(party, theirs) for party in recipients)
        owner = (
            owner_of_object(reading, frame, codes)
            if kind.quadrant == _HARM and codes and not frame.recipients
            else None
        )
        if owner is not None:
            recipients = self.resolver.parties([owner], reading, via, kind.quadrant)
        if kind.quadrant == _HARM and frame.passive and not actors and not self.alone:
            recipients = self._own_forces(asked, recipients)
        if claims is not None:
            recipients = of_claimant(self.resolver, asked.place, frame, recipients, claims)
        if not recipients and not self.alone:
            theirs = self._besides.owner(reading, frame)
            recipients = (self.resolver.named(display_name(theirs), theirs, "CVL"),) if theirs is not None else ()
        if frame.charge is not None and kind.quadrant == _HARM:
            recipients = victims(self.resolver, reading, frame, recipients, via)
            actors = culprits(self.resolver, reading, frame, actors, via)
        return actors, recipients

    def _own_forces(self, asked: _Asked, hit: Parties) -> Parties:
        """Those who were hit, soldiers and policemen being of the state that tells it: "Chad's army said two soldiers had been killed"."""
        if not any(p.sector in _FORCES and not p.country for p in hit):
            return hit
        told = {p.country for p in speaking(self.resolver, asked.place, asked.frame, asked.via) if p.sector in _OFFICES}
        code = told.pop() if len(told) == 1 else None
        return tuple(at_home(p, code) if code and p.sector in _FORCES else p for p in hit)

    def _crowd(self, asked: _Asked, sides: Sides) -> Parties:
        """Who protests, where the words give only how many, or nobody: "About 800 marched", "… during a march against prices"."""
        frame, reading = asked.frame, asked.place.reading
        counted = not self.alone and is_count(frame, reading)
        if not counted and not (frame.pattern.noun and not sides[0]):
            return sides[0]
        against = countries(sides[1])
        there = next((m for m in local(reading, frame) if m.codes[0] not in against), None) if counted else None
        if there is not None:
            return (self.resolver.named(display_name(there.codes[0]), there.codes[0], "CVL"),)
        return self._missing.people_at_home(sides[1], asked.via)

    def _in_power(self, asked: _Asked, actors: Parties) -> Parties:
        """Who "they" are that take a measure or people: those who acted last, if they hold an office and whom it was done to holds none."""
        subject, low, doers = asked.frame.actors[:1], asked.place.reading.words.low, self.memory.doers
        if asked.frame.passive or not subject or low[subject[0].start] != "they":
            return actors
        if asked.kind.name not in _RULING or any(p.sector in _OFFICES for p in actors):
            return actors
        if not doers or any(one.sector not in _OFFICES for one in doers):
            return actors
        asked.via.extend(one.sentence for one in doers)
        return tuple(self.resolver.named(one.name, code, one.sector) for one in doers for code in one.codes)

    def _told_for(self, asked: _Asked) -> Parties:
        """Who acts where the subject only speaks for him: a document, or "we" in his own quotation."""
        frame, reading, via = asked.frame, asked.place.reading, asked.via
        if is_document(frame.actors, reading):
            document = frame.actors[0]
            made = authors(document, reading, frame.group.start)
            if made:
                return self.resolver.parties(made, reading, via, asked.kind.quadrant)
            if frame.pattern.mode == "expel" and (left := leaves_from(reading, frame.group.verb)):
                return self.resolver.parties(left, reading, via, asked.kind.quadrant)
            known = told_author(document, reading, self.memory)
            via.extend([known.sentence] if known is not None else [])
            return tuple(self.resolver.named(known.name, c, known.sector) for c in known.codes) if known else ()
        if not is_own_word(reading, frame):
            return ()
        told = speaking(self.resolver, asked.place, frame, via)
        return told if all(p.country and p.sector in _SPEAKING for p in told) else ()

    def _other_one(self, side: Parties, codes: set[str], via: list[int]) -> Parties:
        """A side that is only named as the other one, by who it is: the other than those of `codes`, else than who acted last."""
        if len(side) != 1:
            return side
        last = {code for one in self.memory.group for code in one.codes}
        known = other_than(self.memory, side[0], codes or last)
        if known is None:
            return side
        via.append(known.sentence)
        return tuple(self.resolver.named(known.name, code, known.sector) for code in known.codes)

    def _together(self, asked: _Asked, sides: Sides) -> Parties:
        """Who takes part in what both sides do: talks, clashes."""
        actors, recipients = sides
        frame, codes = asked.frame, countries(actors)
        if not self.alone and not codes and recipients and frame.recipients and frame.recipients[0].own:
            actors = self._hosts_of(frame, recipients, asked.via)
        if not self.alone and not recipients:
            both = only_both(self.memory, frame.actors, asked.place.reading, self.resolver.text)
            actors = tuple(self.resolver.told(both, asked.via)) or actors
            if not countries(actors) and meets_itself(frame, asked.place.reading):
                both = self.memory.last_pair()
                asked.via.extend(one.sentence for one in both)
                actors = tuple(self.resolver.named(one.name, c, "GOV") for one in both for c in one.codes) or actors
        actors = tuple(dict.fromkeys((*actors, *recipients)))
        if not self.alone and len(codes := countries(actors)) == 1:  # "between the Congolese army and the rebels"
            actors = tuple(at_home(p, next(iter(codes))) if p.sector == "REB" else p for p in actors)
        if not self.alone and asked.kind.quadrant < _HARM and len(countries(actors)) == 1:
            actors = self._missing.with_other_side(actors, asked.via)
        return actors

    def _addressed(self, asked: _Asked, sides: Sides) -> tuple[Parties, bool]:
        """To whom an act of speech goes that names nobody, and whether it stays among the speaker's own people."""
        actors, recipients = sides
        reading, frame = asked.place.reading, asked.frame
        if not asked.speech or self.alone:
            return recipients, False
        if recipients and not self._addressing.mediates(reading, frame, countries(actors)):
            return recipients, False
        heard: list[int] = []
        speakers = self.resolver.settle(actors, reading, heard)
        meant = self._addressing.find(asked.kind.name, reading, frame, speakers)
        stays = not meant and self._addressing.stays_home(asked.kind.name, reading, frame, speakers)
        asked.via.extend(heard if meant else ())
        asked.via.extend(one.sentence for one in meant)
        return tuple(self.resolver.named(one.name, c, one.sector) for one in meant for c in one.codes), stays

    def _as_told_before(self, asked: _Asked, sides: Sides) -> Sides:
        """The sides of a measure lifted and of people freed or tried, from who imposed it or took them; of others who decides."""
        actors, recipients = sides
        act, frame, place = asked.act, asked.frame, asked.place
        imposed = self._imposed(asked, sides)
        if imposed is not None:
            asked.via.append(imposed.sentences[0])
            return imposed.actors, imposed.recipients
        if not frame.passive or actors or self.alone:
            return sides
        answered = self._addressing.answered(act.stance.type, place.reading, frame, recipients)
        if answered is not None:
            asked.via.append(answered.sentences[0])
            return answered.recipients, answered.actors
        by_name = any(m.hit for m in frame.recipients)
        freed = recipients if by_name else tuple(p for p in recipients if not p.country)
        taken = self._captors.find(act.stance.type, act.stance.mode, freed, place.reading.number)
        there = {code for named in frame.places for code in named.codes}
        here = (
            taken is not None and taken.sentences[0] == place.reading.number
        )  # "Two men held by Chad were freed in Togo"
        if taken is not None and (here or there <= {p.country for p in taken.actors}):
            asked.via.append(taken.sentences[0])
            return sides_of(taken, freed)
        harm_ahead = act.stance.status in _AHEAD and asked.kind.quadrant == _HARM and asked.kind.needs_recipient
        if "state" in frame.pattern.flags or harm_ahead:
            actors = self._deciding(place, frame, recipients, asked.via)
        return actors, recipients

    def _completed(self, asked: _Asked, sides: Sides, stays: bool) -> Sides:
        """The sides with what is still open taken from the article; `stays`: the act is said to the speaker's own people."""
        frame, reading, via = asked.frame, asked.place.reading, asked.via
        flags, kind = frame.pattern.flags, asked.kind
        bare = bool(flags & (BARE - {"own"}))
        if not self.alone:
            needed = (kind.needs_recipient or "needboth" in flags) and not stays
            if (kind.quadrant >= 3 or needed) and not bare:
                sides = self._missing.fill(reading, frame, sides, needed, via)
            actors, recipients = (self.resolver.settle(side, reading, via) for side in sides)
            sides = actors, recipients
            if not countries((*actors, *recipients)):
                sides, told = at_hand(self.memory, reading, frame, sides, kind.quadrant == _HARM)
                via.extend([told] if told is not None else [])
        if "joint" in flags and len(countries(sides[0])) > 1:
            return sides[0], ()
        return self._missing.anywhere(reading, frame, sides, via) if self.alone and not bare else sides

    def _demanded(self, asked: _Asked, sides: Sides) -> Sides:
        """The sides with who says it as who acts: "Chad must pay, Togo said"."""
        if asked.act.stance.control is None and "must" not in asked.frame.pattern.flags:
            return sides
        actors = speaking(self.resolver, asked.place, asked.frame, asked.via)
        return actors, tuple(p for p in sides[1] if p not in actors)

    def _those_attacked(self, asked: _Asked, codes: set[str]) -> str | None:
        """Whose people are hit by those whom a sentence goes on with: "Indian troops crossed into Pakistan. They shot two guards".

        So are those put on a list of sanctions.
        """
        frame, reading = asked.frame, asked.place.reading
        listed = asked.kind.name == "SANCTION" and frame.pattern.mode != "convict"
        if not (asked.kind.name == "ASSAULT" or listed) or len(codes) != 1:
            return None
        if not (frame.actors and frame.actors[0].pronoun):
            return None
        known = self.memory.sides.get(next(iter(codes)))
        return known.codes[0] if known is not None and reading.number - known.sentence == 1 else None

    def _imposed(self, asked: _Asked, sides: Sides) -> EventDraft | None:
        """The act that imposed the measure which this one ends, where the words leave open who does so or for whom."""
        act, codes = asked.act, countries(sides[0])
        if self.alone or countries(sides[1]) or not (codes or (asked.frame.passive and not sides[0])):
            return None
        found = self._captors.measure(act.stance.type, act.stance.mode, asked.place.reading, act.frame)
        return found if found is not None and (not codes or codes <= {p.country for p in found.actors}) else None

    def _deciding(self, place: Place, frame: Frame, others: Parties, via: list[int]) -> Parties:
        """Who says that a measure will be taken, unless it is against them: "Chad's ministry said that the bridge would be shut"."""
        told = tuple(p for p in speaking(self.resolver, place, frame, via) if p.country and p.sector in _OFFICES)
        against = {p.country for p in others if p.sector not in _FORCES}
        return () if {p.country for p in told} & against else told

    def _hosts_of(self, frame: Frame, others: Parties, via: list[int]) -> Parties:
        """Who meets "his Turkish counterpart", when the words don't tell his country: the article's home."""
        home = self.memory.home
        if home is None or not frame.actors or set(home.codes) & {p.country for p in others}:
            return ()
        via.append(home.sentence)
        return tuple(self.resolver.named(home.name, code, None) for code in home.codes[:1])
