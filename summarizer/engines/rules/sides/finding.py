"""Who acts and on whom: as the words put it, then as the article has told before, then at home."""

from __future__ import annotations

from summarizer.chunking import Chunk
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.sides.addressing import BARE, Addressing, can_answer
from summarizer.engines.rules.sides.asked import Asked
from summarizer.engines.rules.sides.besides import Besides
from summarizer.engines.rules.sides.captors import Captors, sides_of
from summarizer.engines.rules.sides.collectives import only_both
from summarizer.engines.rules.sides.gatherings import is_count, local, meets_itself
from summarizer.engines.rules.sides.homing import at_hand
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.sides.missing import MissingSides
from summarizer.engines.rules.sides.opposing import at_a_post_abroad, no_ship_of_its_own, not_its_own
from summarizer.engines.rules.sides.others import other_than
from summarizer.engines.rules.sides.parties import Parties, PartyResolver, Sides, at_home, countries
from summarizer.engines.rules.sides.worded import FORCES, OFFICES, WordedSides
from summarizer.engines.rules.sources.speakers import speaking
from summarizer.normalising.actors import display_name
from summarizer.ontology import EventType, Ontology

_AHEAD = frozenset(("announced", "planned"))
_LAW = frozenset(("COP", "JUD"))
_KEEPING_ORDER = frozenset("interior security home justice police prosecutor prosecutors gendarmerie".split())
_HARM = 4
_KNOWN = frozenset(("the", "both", "all", "it", "them"))


class SideFinder:
    """Finds the two sides of the acts of one chunk, in the order in which it tells them."""

    def __init__(self, chunk: Chunk, ontology: Ontology, lexicon: Lexicon, memory: Memory) -> None:
        self.memory, self.alone = memory, len(chunk.sentences) < 3
        self.resolver = PartyResolver(chunk, memory)
        self._missing, self._besides = MissingSides(self.resolver), Besides()
        self._worded = WordedSides(self.resolver, self._besides, self.alone)
        self._captors, self._addressing = Captors(ontology), Addressing(ontology, lexicon, memory)

    def note(self, draft: EventDraft) -> None:
        """Remember a draft that later acts may end, answer or follow."""
        self._captors.note(draft)
        self._addressing.note(draft)

    def find(self, act: Act, place: Place, kind: EventType, via: list[int]) -> Sides:
        """Actors and recipients of the act, either or both empty; adds to `via` which other sentences tell them."""
        asked = Asked(act, place, kind, via)
        actors, recipients = self._worded.find(asked)
        if not self.alone:
            actors = self._other_one(actors, countries(recipients), via)
            recipients = self._other_one(recipients, countries(actors), via)
        if "crowd" in act.frame.pattern.flags:
            actors = self._crowd(asked, (actors, recipients))
        alone = asked.speech and kind.quadrant > 2 and act.stance.type != act.frame.pattern.type
        if "mutual" in act.frame.pattern.flags and not (alone and recipients):  # one alone "refuses to meet" another
            actors, recipients = self._together(asked, (actors, recipients)), ()
        codes = countries(actors)
        together = codes if len(codes) > 1 else set()
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
            sides = no_ship_of_its_own(self.resolver, asked, sides)
        if asked.harm:
            self._besides.note(place.reading, act.frame, sides)
        return self._demanded(asked, sides) if asked.speech and not (sides[0] or self.alone) else sides

    def _crowd(self, asked: Asked, sides: Sides) -> Parties:
        """Who protests, where the words give only how many, or nobody: "About 800 marched", "… during a march against prices"."""
        frame, reading = asked.frame, asked.reading
        counted = not self.alone and is_count(frame, reading)
        if not counted and not (frame.pattern.noun and not sides[0]):
            return sides[0]
        against = countries(sides[1])
        there = next((m for m in local(reading, frame) if m.codes[0] not in against), None) if counted else None
        if there is not None:
            return (self.resolver.named(display_name(there.codes[0]), there.codes[0], "CVL"),)
        return self._missing.people_at_home(sides[1], asked.via)

    def _other_one(self, side: Parties, codes: set[str], via: list[int]) -> Parties:
        """A side that is only named as the other one, by who it is: the other than those of `codes`, else than who acted last."""
        if len(side) != 1:
            return side
        last = {code for one in self.memory.group for code in one.codes}
        known = other_than(self.memory, side[0], codes or last)
        return side if known is None else tuple(self.resolver.told((known,), via))

    def _together(self, asked: Asked, sides: Sides) -> Parties:
        """Who takes part in what both sides do: talks, clashes."""
        actors, recipients = sides
        frame, codes = asked.frame, countries(actors)
        if not self.alone and not codes and recipients and frame.recipients and frame.recipients[0].own:
            actors = self._hosts_of(frame, recipients, asked.via)
        if not self.alone and not recipients:
            both = only_both(self.memory, frame.actors, asked.reading, self.resolver.text)
            actors = tuple(self.resolver.told(both, asked.via)) or actors
            if not countries(actors) and meets_itself(frame, asked.reading):
                both = self.memory.last_pair()
                asked.via.extend(one.sentence for one in both)
                actors = tuple(self.resolver.named(one.name, c, "GOV") for one in both for c in one.codes) or actors
        actors = tuple(dict.fromkeys((*actors, *recipients)))
        if not self.alone and len(codes := countries(actors)) == 1:  # "between the Congolese army and the rebels"
            actors = tuple(at_home(p, next(iter(codes))) if p.sector == "REB" else p for p in actors)
        if not self.alone and asked.kind.quadrant < _HARM and len(countries(actors)) == 1:
            actors = self._missing.with_other_side(actors, asked.via)
        return actors

    def _addressed(self, asked: Asked, sides: Sides) -> tuple[Parties, bool]:
        """To whom an act of speech goes that names nobody, and whether it stays among the speaker's own people."""
        actors, recipients = sides
        reading, frame = asked.reading, asked.frame
        if not asked.speech or self.alone or ("mutual" in frame.pattern.flags and len(countries(actors)) > 1):
            return recipients, False
        others = countries(recipients)
        if recipients and (
            len(others) > 1 or not self._addressing.mediates(asked.kind.name, reading, frame, countries(actors))
        ):
            return recipients, False
        heard: list[int] = []
        speakers = self.resolver.settle(actors, reading, heard)
        meant = self._addressing.find(asked.kind.name, reading, frame, speakers)
        stays = not meant and self._addressing.stays_home(asked.kind.name, reading, frame, speakers)
        asked.via.extend(heard if meant else ())
        return tuple(self.resolver.told(meant, asked.via)), stays

    def _as_told_before(self, asked: Asked, sides: Sides) -> Sides:
        """The sides of a measure lifted and of people freed or tried, from who imposed it or took them; of others who decides."""
        actors, recipients = sides
        act, frame, place = asked.act, asked.frame, asked.place
        imposed = self._imposed(asked, sides)
        if imposed is not None:
            asked.via.append(imposed.sentences[0])
            return imposed.actors, imposed.recipients
        if not frame.passive and not self.alone and (held := self._held(asked, sides)) is not None:
            asked.via.append(held.sentences[0])
            return actors, held.recipients
        if not (frame.passive or "swap" in frame.pattern.flags) or actors or self.alone:
            return sides
        answered = self._addressing.answered(act.stance.type, place.reading, frame, recipients)
        if answered is not None:
            asked.via.append(answered.sentences[0])
            return answered.recipients, answered.actors
        by_name = any(m.hit for m in frame.recipients)
        freed = recipients if by_name else tuple(p for p in recipients if not p.country)
        taken = self._captors.find(act.stance.type, act.stance.mode, freed, place.reading.number)
        there = {code for named in frame.places for code in named.codes}
        if taken is not None:
            here = taken.sentences[0] == place.reading.number  # "Two men held by Chad were freed in Togo"
            if here or there <= {p.country for p in taken.actors}:
                asked.via.append(taken.sentences[0])
                return sides_of(taken, freed)
        harm_ahead = act.stance.status in _AHEAD and asked.harm and asked.kind.needs_recipient
        if "state" in frame.pattern.flags or harm_ahead:
            actors = self._deciding(place, frame, recipients, asked.via)
        return actors, recipients

    def _completed(self, asked: Asked, sides: Sides, stays: bool) -> Sides:
        """The sides with what is still open taken from the article; `stays`: the act is said to the speaker's own people."""
        frame, reading, via = asked.frame, asked.reading, asked.via
        flags, kind = frame.pattern.flags, asked.kind
        bare = bool(flags & (BARE - {"own"}))
        if not self.alone:
            sides = self._of_the_law(asked, sides)
            needed = (kind.needs_recipient or "needboth" in flags) and not stays
            if (kind.quadrant >= 3 or needed) and not bare:
                sides = self._missing.fill(reading, frame, sides, needed, via)
            actors, recipients = (self.resolver.settle(side, reading, via) for side in sides)
            sides = actors, recipients
            if not countries((*actors, *recipients)):
                sides, told = at_hand(self.memory, reading, frame, sides, asked.harm)
                via.extend([told] if told is not None else [])
        if "joint" in flags and len(countries(sides[0])) > 1:
            return sides[0], ()
        return self._missing.anywhere(reading, frame, sides, via) if self.alone and not bare else sides

    def _of_the_law(self, asked: Asked, sides: Sides) -> Sides:
        """The sides with police and courts of nobody's country as of who took those they free or try, or of the ministry that tells of it.

        So are the people with whom they deal.
        """
        actors, recipients = sides
        if not actors or any(p.country or p.sector not in _LAW for p in actors) or asked.frame.passive:
            return sides
        act, number = asked.act, asked.reading.number
        taken = self._captors.find(act.stance.type, act.stance.mode, (), number)
        if taken is not None and number - taken.sentences[0] <= 1:
            codes = countries(taken.actors)
        else:
            told = speaking(self.resolver, asked.place, asked.frame, asked.via)
            codes = {p.country for p in told if p.country and not _KEEPING_ORDER.isdisjoint(p.name.lower().split())}
        if len(codes) != 1:
            return sides
        code = min(codes)
        return tuple(at_home(p, code) for p in actors), tuple(at_home(p, code) for p in recipients)

    def _demanded(self, asked: Asked, sides: Sides) -> Sides:
        """The sides with who says it as who acts: "Chad must pay, Togo said"."""
        if asked.act.stance.control is None and "must" not in asked.frame.pattern.flags:
            return sides
        actors = speaking(self.resolver, asked.place, asked.frame, asked.via)
        return actors, tuple(p for p in sides[1] if p not in actors)

    def _held(self, asked: Asked, sides: Sides) -> EventDraft | None:
        """The act by which those who let somebody or something known go had taken it: "Peru set the three captains free"."""
        codes, low = countries(sides[0]), asked.reading.words.low
        if len(codes) != 1 or countries(sides[1]):
            return None
        freed = (*asked.frame.recipients, *asked.frame.fallback)
        if not freed or low[freed[0].start] not in _KNOWN or freed[0].own:
            return None
        return self._captors.held_by(asked.act.stance.type, asked.act.stance.mode, codes)

    def _imposed(self, asked: Asked, sides: Sides) -> EventDraft | None:
        """The act that imposed the measure which this one ends, where the words leave open who does so or for whom."""
        act, codes = asked.act, countries(sides[0])
        if self.alone or countries(sides[1]) or not (codes or (asked.frame.passive and not sides[0])):
            return None
        found = self._captors.measure(act.stance.type, act.stance.mode, asked.reading, act.frame)
        return found if found is not None and (not codes or codes <= {p.country for p in found.actors}) else None

    def _deciding(self, place: Place, frame: Frame, others: Parties, via: list[int]) -> Parties:
        """Who says that a measure will be taken, unless it is against them: "Chad's ministry said that the bridge would be shut"."""
        told = tuple(p for p in speaking(self.resolver, place, frame, via) if p.country and p.sector in OFFICES)
        against = {p.country for p in others if p.sector not in FORCES}
        return () if {p.country for p in told} & against else told

    def _hosts_of(self, frame: Frame, others: Parties, via: list[int]) -> Parties:
        """Who meets "his Turkish counterpart", when the words don't tell his country: the article's home."""
        home = self.memory.home
        if home is None or not frame.actors or set(home.codes) & {p.country for p in others}:
            return ()
        via.append(home.sentence)
        return tuple(self.resolver.named(home.name, code, None) for code in home.codes[:1])
