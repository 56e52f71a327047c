"""The side that words leave open: told before, put where the act was, at the article's home, or elsewhere in a lone sentence."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.memory import Known
from summarizer.engines.rules.sides.parties import ABROAD, Parties, PartyResolver, Sides, at_home, countries
from summarizer.engines.rules.sides.stages import stage_of
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.tokens import all_forms
from summarizer.normalising.actors import display_name

_RETURNING = all_forms("return")
_VARIOUS = frozenset("multinational foreign several various many european western some other".split())


class MissingSides:
    """Finds missing sides by what `resolver` remembers. `via` collects the sentences that tell them."""

    def __init__(self, resolver: PartyResolver) -> None:
        self.resolver, self.memory = resolver, resolver.memory

    def fill(self, reading: Reading, frame: Frame, sides: Sides, needed: bool, via: list[int]) -> Sides:
        """Take the missing side from what the article told before ("sent four envoys home"), where the words leave one open.

        `needed`: the act must have somebody to whom it is done.
        """
        actors, recipients = sides
        if any(p.country for p in actors) and not any(p.country for p in recipients):
            return actors, self._done_to(frame, sides, needed or _shoots_back(reading, frame), via)
        if not frame.passive or actors:
            return sides
        if "state" in frame.pattern.flags:
            if there := self._elsewhere(frame):  # "two men were arrested in Vaasa"
                placed = any(m in frame.places for m in frame.recipients)
                told = tuple(p for p in recipients if not placed or p.country != there)
                return (PartyDraft(display_name(there), there, "GOV"),), told
            home = stage_of(self.memory, self.resolver.chunk, reading) or self.memory.home
            if home is not None:
                return self._as_told(home, via), tuple(at_home(party, home.codes[0]) for party in recipients)
        return self._done_by(reading, frame, recipients, via)

    def _done_to(self, frame: Frame, sides: Sides, needed: bool, via: list[int]) -> Parties:
        """To whom it was done by those who act, if the words tell that they are abroad, or the act must be done to somebody."""
        actors, recipients = sides
        abroad = any(
            words & ABROAD and not words & _VARIOUS for p in recipients if (words := set(p.name.lower().split()))
        )
        abroad = abroad or (not recipients and bool(frame.fallback) and frame.fallback[0].pronoun)
        if not abroad and (recipients or not needed):
            return recipients
        codes = [p.country for p in actors if p.country]
        home, known = self.memory.home, self.memory.other_side(codes)
        if known is None and home is not None and not set(home.codes) & set(codes):
            known = home
        return self._as_told(known, via, known.sector) if known is not None else recipients

    def _done_by(self, reading: Reading, frame: Frame, recipients: Parties, via: list[int]) -> Sides:
        """Who did what is told in the passive as done to diplomats: whom they are posted to, or with whom their side has dealt."""
        home = self.memory.home
        diplomats = any(set(p.name.lower().split()) & ABROAD for p in recipients)
        codes = [p.country for p in recipients if p.country]
        posted = next((m for m in frame.places if diplomats and m.codes and m.codes[0] not in codes), None)
        if posted is None and diplomats and codes:  # "Togo's envoy to Ghana was called in"
            ends = {m.stop for m in frame.recipients}
            beside = (m for m in reading.mentions if m.start - 1 in ends and m.prep in ("to", "in"))
            posted = next((m for m in beside if len(m.codes) == 1 and m.codes[0] not in codes), None)
        if home is not None and posted is not None and not codes:  # "Tehran, where the Nordic envoys were summoned"
            here = PartyDraft(display_name(posted.codes[0]), posted.codes[0], "GOV")
            return (here,), recipients if posted.codes == home.codes else self._as_told(home, via)
        if home is not None and diplomats and not codes:
            known = self.memory.other_side(home.codes)
            if known is None:
                return (), recipients
            return self._as_told(home, via), self._as_told(known, via, known.sector)
        if posted is not None:  # "Togo's envoy in Accra was handed a note"
            return (PartyDraft(display_name(posted.codes[0]), posted.codes[0], "GOV"),), recipients
        known = self.memory.other_side(codes) if codes and diplomats else None
        if codes and known is None and _expels(frame):
            known = self.memory.sides.get(codes[0]) or (home if home and not set(home.codes) & set(codes) else None)
        return (self._as_told(known, via, known.sector) if known is not None else ()), recipients

    def _as_told(self, known: Known, via: list[int], sector: str | None = None) -> Parties:
        via.append(known.sentence)
        return tuple(self.resolver.named(known.name, code, sector) for code in known.codes)

    def _elsewhere(self, frame: Frame) -> str | None:
        """The country in which the words put an act, when it isn't the article's home."""
        home = self.memory.home
        here = next((m.codes[0] for m in frame.places if len(m.codes) == 1), None)
        return here if home is not None and here not in home.codes else None

    def people_at_home(self, others: Parties, via: list[int]) -> Parties:
        """The people of the article's home, unless the act is against that country."""
        home = self.memory.home
        if home is None or set(home.codes) & {p.country for p in others}:
            return ()
        return self._as_told(home, via, "CVL")

    def with_other_side(self, actors: Parties, via: list[int]) -> Parties:
        """Those who act together with whom they have dealt with before, where only one side is told ("signed it on Monday")."""
        codes = [p.country for p in actors if p.country]
        known = next((self.memory.sides[code] for code in codes if code in self.memory.sides), None)
        if known is None or len(actors) > 1:
            return actors
        return (*actors, *self._as_told(known, via, known.sector))

    def anywhere(self, reading: Reading, frame: Frame, sides: Sides, via: list[int]) -> Sides:
        """In a lone sentence the missing side is sought in all of it: after the act, before it, at home."""
        actors, recipients = sides
        own = countries((*actors, *recipients))
        taken = {id(m) for m in (*frame.actors, *frame.recipients)}
        others = [m for m in reading.mentions if m.hit and id(m) not in taken and m.prep not in ("per", "by")]
        after = [m for m in others if m.start > frame.last]
        before = [m for m in others if m.end <= frame.first]
        if any(p.country for p in actors) and not any(p.country for p in recipients):
            found = next((m for m in (*after, *reversed(before)) if not set(m.codes) & own), None)
            found = found or next((m for m in after if set(m.codes) <= own), None)
            if found is not None:
                recipients = tuple(self.resolver.party(found, reading, via, 1))
        elif any(p.country for p in recipients) and not actors:
            found = next((m for m in before if not set(m.codes) & own and not m.inner), None)
            if found is not None:
                actors = tuple(self.resolver.party(found, reading, via, 1))
        return actors, tuple(p for p in recipients if p not in actors)


def _shoots_back(reading: Reading, frame: Frame) -> bool:
    """Whether an act answers whoever has just fired: "Turkish guns returned fire"."""
    return frame.pattern.type == "ASSAULT" and reading.words.low[frame.first] in _RETURNING


def _expels(frame: Frame) -> bool:
    """Whether an act sends people out of a country, which is never their own: "Two clerks of Chad's were expelled"."""
    return (frame.pattern.type, frame.pattern.mode) == ("SANCTION", "expel")
