"""The sides that an act's own words name: its subject and object, who speaks for the subject, whose the object is."""

from __future__ import annotations

from summarizer.engines.rules.acts.charging import culprits, victims
from summarizer.engines.rules.acts.context import is_own_word
from summarizer.engines.rules.sides.addressing import own_people
from summarizer.engines.rules.sides.asked import Asked
from summarizer.engines.rules.sides.belongings import owner_of_object
from summarizer.engines.rules.sides.besides import Besides, is_craft
from summarizer.engines.rules.sides.claimants import claimant, of_claimant
from summarizer.engines.rules.sides.collectives import is_both, words_of
from summarizer.engines.rules.sides.documents import authors, is_document, leaves_from, told_author
from summarizer.engines.rules.sides.memory import NO_HOME
from summarizer.engines.rules.sides.parties import Parties, PartyResolver, Sides, at_home, countries
from summarizer.engines.rules.sources.speakers import speaking
from summarizer.engines.rules.words.mentions import Mention
from summarizer.engines.rules.words.tokens import all_forms
from summarizer.normalising.actors import display_name

OFFICES = frozenset(("GOV", "MIL", "JUD", "COP"))
FORCES = frozenset(("MIL", "COP"))
_SPEAKING = OFFICES | {"LEG", "PTY"}
_RULING = frozenset(("COERCE", "SANCTION"))
_OF_ITS = (["of", "its"], ["of", "their"])
_ANSWERING = all_forms("accept decline reject spurn turn")


class WordedSides:
    """Reads sides off the words of acts. `besides` remembers whom a subject has just hit; `alone`: the text is a lone sentence."""

    def __init__(self, resolver: PartyResolver, besides: Besides, alone: bool) -> None:
        self.resolver, self.memory, self.alone = resolver, resolver.memory, alone
        self._besides = besides

    def find(self, asked: Asked) -> Sides:
        """Actors and recipients, either or both empty where the words name none."""
        frame, reading, via = asked.frame, asked.reading, asked.via
        actors, recipients = self._subject_and_object(asked)
        claims = claimant(self.resolver, asked.place, frame, actors) if asked.harm and not self.alone else None
        if recipients and countries(recipients) == countries(actors) and not self.alone:
            recipients = self._both_of(asked, countries(actors)) or recipients
        recipients = self._done_to(asked, (actors, recipients), claims)
        if asked.harm and frame.passive and not actors and not self.alone:
            recipients = self._own_forces(asked, recipients)
        if claims is not None:
            recipients = of_claimant(self.resolver, asked.place, frame, recipients, claims)
        if not recipients and not self.alone:
            theirs = self._besides.owner(reading, frame)
            recipients = (self.resolver.named(display_name(theirs), theirs, "CVL"),) if theirs is not None else ()
        if frame.charge is not None and asked.harm:
            recipients = victims(self.resolver, reading, frame, recipients, via)
            actors = culprits(self.resolver, reading, frame, actors, via)
        if not self.alone and asked.kind.name != "COERCE":  # boats leave "Ramsburg"; but a ship by name may be seized
            recipients = tuple(p for p in recipients if p.country or p.sector)
        return actors, recipients

    def _both_of(self, asked: Asked, codes: set[str]) -> Parties:
        """Those meant by "both sides", where the words name only a place at the doer's home: "Kenya invited both sides to Nairobi"."""
        frame, reading = asked.frame, asked.reading
        if not frame.fallback or not frame.recipients or frame.recipients[0].prep != "to":
            return ()
        told = frame.fallback[0]
        if not is_both(told, words_of(told, reading), reading):
            return ()
        pair = self.memory.last_pair()
        outside = pair and codes.isdisjoint(code for one in pair for code in one.codes)
        return tuple(self.resolver.told(pair, asked.via)) if outside else self._parties(asked, [told])

    def _subject_and_object(self, asked: Asked) -> Sides:
        """The parties of the subject and of the object; for a subject that names none, those for whom it speaks."""
        frame, act = asked.frame, asked.act
        subject, object_ = frame.actors, frame.recipients
        if "swap" in frame.pattern.flags and act.stance.type != frame.pattern.type:
            subject, object_ = object_, subject  # "offered to host": the host offers
        actors, recipients = self._parties(asked, subject), self._parties(asked, object_)
        if not self.alone:
            actors = self._told_for(asked) if not actors else self._in_power(asked, actors)
        return actors, recipients

    def _parties(self, asked: Asked, mentions: list[Mention]) -> Parties:
        return self.resolver.parties(mentions, asked.reading, asked.via, asked.kind.quadrant)

    def _done_to(self, asked: Asked, sides: Sides, claims: str | None) -> Parties:
        """To whom it is done: the object unless it only names the speaker's people, words of no country, whose the object is.

        `claims` is the state that tells it of its adversary.
        """
        frame, (actors, recipients) = asked.frame, sides
        codes = countries(actors)
        if asked.speech and codes and own_people(asked.kind.name, frame.recipients, recipients, codes):
            recipients = ()
        if "own" in frame.pattern.flags and not self.alone and codes and countries(recipients) == codes:
            recipients = ()  # "recalled its consul": from whom, the words leave open
        if frame.passive and frame.fallback and recipients and all(m in frame.places for m in frame.recipients):
            told = self._of_speaker(asked, self._parties(asked, frame.fallback))
            recipients = told if countries(told) else recipients  # "The two men were arrested in Riga"
        if not recipients and frame.fallback and not _answers_it(asked):
            recipients = self._fallen_back_on(asked, actors, claims)
        owner = None
        if asked.harm and codes and not frame.recipients:
            owner = owner_of_object(asked.reading, frame, codes)
        return self._parties(asked, [owner]) if owner is not None else recipients

    def _of_speaker(self, asked: Asked, told: Parties) -> Parties:
        """People as those of who tells of them: "Togo said that three of its citizens had been arrested in Accra"."""
        people, low = asked.frame.fallback[0], asked.reading.words.low
        if countries(told) or not (people.own or low[people.stop : people.stop + 2] in _OF_ITS):
            return told
        codes = countries(speaking(self.resolver, asked.place, asked.frame, []))
        return tuple(at_home(party, min(codes)) for party in told) if len(codes) == 1 else told

    def _fallen_back_on(self, asked: Asked, actors: Parties, claims: str | None) -> Parties:
        """The people whom words of no country name, as those of whom an act before hit, of the claimant, or of who acts."""
        frame, reading, codes = asked.frame, asked.reading, countries(actors)
        near = asked.kind.quadrant if frame.passive and not actors else 1
        recipients = self.resolver.parties(frame.fallback, reading, asked.via, near)
        if asked.speech and frame.fallback[0].pronoun:  # "The minister urged them": nobody of his own office
            recipients = tuple(p for p in recipients if p.country not in codes or p.sector not in OFFICES)
        theirs = self._besides.code(reading, frame, asked.harm) or self._those_attacked(asked, codes) or claims
        hostile = asked.kind.quadrant >= 3 or self.alone
        if theirs is None and hostile and len(codes) == 1 and frame.charge is None:
            foreign = codes & NO_HOME or is_craft(frame.fallback, reading)
            theirs = None if foreign else next(iter(codes))
        return recipients if theirs is None else tuple(at_home(party, theirs) for party in recipients)

    def _told_for(self, asked: Asked) -> Parties:
        """Who acts where the subject only speaks for him: a document, or "we" in his own quotation."""
        frame, reading, via = asked.frame, asked.reading, asked.via
        if is_document(frame.actors, reading):
            document = frame.actors[0]
            made = authors(document, reading, frame.group.start)
            if made:
                return self._parties(asked, made)
            if frame.pattern.mode == "expel" and (left := leaves_from(reading, frame.group.verb)):
                return self._parties(asked, left)
            known = told_author(document, reading, self.memory)
            return tuple(self.resolver.told((known,), via)) if known is not None else ()
        if not is_own_word(reading, frame):
            return ()
        told = speaking(self.resolver, asked.place, frame, via)
        return told if all(p.country and p.sector in _SPEAKING for p in told) else ()

    def _in_power(self, asked: Asked, actors: Parties) -> Parties:
        """Who "they" are that take a measure or people: those who acted last, if they hold an office and whom it was done to holds none."""
        subject, low, doers = asked.frame.actors[:1], asked.reading.words.low, self.memory.doers
        if asked.frame.passive or not subject or low[subject[0].start] != "they":
            return actors
        if asked.kind.name not in _RULING or any(p.sector in OFFICES for p in actors):
            return actors
        if not doers or any(one.sector not in OFFICES for one in doers):
            return actors
        return tuple(self.resolver.told(doers, asked.via))

    def _those_attacked(self, asked: Asked, codes: set[str]) -> str | None:
        """Whose people are hit by those whom a sentence goes on with: "Indian troops crossed into Pakistan. They shot two guards".

        So are those put on a list of sanctions.
        """
        frame, reading = asked.frame, asked.reading
        listed = asked.kind.name == "SANCTION" and frame.pattern.mode != "convict"
        if not (asked.kind.name == "ASSAULT" or listed) or len(codes) != 1:
            return None
        if not (frame.actors and frame.actors[0].pronoun):
            return None
        known = self.memory.sides.get(next(iter(codes)))
        return known.codes[0] if known is not None and reading.number - known.sentence == 1 else None

    def _own_forces(self, asked: Asked, hit: Parties) -> Parties:
        """Those who were hit, soldiers and policemen being of the state that tells it: "Chad's army said two soldiers had been killed"."""
        if not any(p.sector in FORCES and not p.country for p in hit):
            return hit
        told = {p.country for p in speaking(self.resolver, asked.place, asked.frame, asked.via) if p.sector in OFFICES}
        code = told.pop() if len(told) == 1 else None
        return tuple(at_home(p, code) if code and p.sector in FORCES else p for p in hit)


def _answers_it(asked: Asked) -> bool:
    """Whether "it" is the offer or demand that is answered, and nobody: "Togo accepted the offer; Ghana declined it"."""
    low, frame = asked.reading.words.low, asked.frame
    return not frame.passive and low[frame.fallback[0].start] == "it" and low[frame.first] in _ANSWERING
