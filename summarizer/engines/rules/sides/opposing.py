"""Acts that would be against one's own state and hence are the other side's."""

from __future__ import annotations

from summarizer.drafts import PartyDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.asked import Asked
from summarizer.engines.rules.sides.memory import NO_HOME
from summarizer.engines.rules.sides.parties import PartyResolver, Sides, countries
from summarizer.engines.rules.words.mentions import Mention, Reading

_POSTS = frozenset("embassy consulate consul ambassador legation".split())
_STATES = frozenset((None, "GOV"))
_GOVERNED = frozenset((None, "GOV", "MIL", "COP"))  # no minister at home speaks of "the Chilean navy"
_CRAFT = frozenset(
    """ship ships vessel vessels boat boats trawler trawlers tanker tankers freighter freighters longliner longliners dhow dhows barge
    barges ferry tug yacht""".split()
)
_ABOARD = frozenset("crew crews skipper skippers captain captains deckhand deckhands crewmen sailors sailor".split())
_KNOWN = frozenset(("the", "its", "her", "his", "their"))
_DEFINING = frozenset(("the", "a", "an", "another"))
_FORCES = frozenset(("GOV", "MIL", "COP", "JUD"))
_SPEAKING = frozenset(("GOV", "MIL", "JUD", "COP", "LEG", "PTY"))


def at_a_post_abroad(resolver: PartyResolver, frame: Frame, sides: Sides, via: list[int]) -> Sides:
    """The sides with the other side as the crowd before an embassy, which stands abroad: "blocked the gate of the Chilean consulate"."""
    actors, codes = sides[0], countries(sides[0])
    if "crowd" not in frame.pattern.flags or len(codes) != 1 or codes != countries(sides[1]):
        return sides
    words = {word for p in sides[1] for word in p.name.lower().split()}
    known = resolver.memory.other_side(sorted(codes)) if words & _POSTS else None
    if known is None or not NO_HOME.isdisjoint(known.codes) or any(m.hit for m in frame.actors):
        return sides
    via.append(known.sentence)
    return tuple(resolver.named(actors[0].name, code, "CVL") for code in known.codes), sides[1]


def not_its_own(resolver: PartyResolver, frame: Frame, sides: Sides, via: list[int]) -> Sides:
    """The sides with the other side as who acts, where an office would speak to its own state by name.

    Nobody at home names it: "The ministry urged Pyongyang", "She called in Lesotho's envoy". Who is told by name is
    remembered as the other side's.
    """
    actors, recipients = sides
    codes, memory = countries(actors), resolver.memory
    if len(codes) != 1 or "own" in frame.pattern.flags or not all((p.sector or "GOV") in _SPEAKING for p in actors):
        return sides
    if any(m.hit for m in frame.actors) or not frame.actors or codes != countries(recipients):
        return sides
    told = _GOVERNED if all(p.sector == "GOV" for p in actors) else _STATES
    if not any(m.hit and m.prep != "of" and m.sector in told for m in frame.recipients):
        return sides
    known = memory.other_side(sorted(codes))
    if known is None or not NO_HOME.isdisjoint(known.codes):
        return sides
    via.append(known.sentence)
    if frame.actors[0].person:
        memory.people[frame.actors[0].person.lower()] = known._replace(sector="GOV")
    return tuple(resolver.named(known.name, code, "GOV") for code in known.codes), recipients


def no_ship_of_its_own(resolver: PartyResolver, asked: Asked, sides: Sides) -> Sides:
    """The sides with a ship or crew of no flag as the other side's, where a state deals with it: "detained another trawler"."""
    actors, recipients = sides
    frame, codes = asked.frame, countries(actors)
    if len(codes) != 1 or not frame.actors or codes != countries(recipients):
        return sides
    if not _are_afloat(frame.recipients or frame.fallback, asked.reading):
        return sides
    if any(p.sector not in _FORCES for p in actors):
        return sides
    flags = [one for code, one in resolver.memory.craft.items() if code not in codes]
    known = flags[0] if flags else resolver.memory.other_side(sorted(codes)) or resolver.memory.home
    if len(flags) > 1 or known is None or not (NO_HOME | codes).isdisjoint(known.codes):
        return sides
    asked.via.append(known.sentence)
    return actors, tuple(PartyDraft(p.name, code, p.sector) for p in recipients for code in known.codes)


def _are_afloat(mentions: list[Mention], reading: Reading) -> bool:
    """Whether groups whose country is told nowhere are ships or those aboard; not "its own boat", "nine sailors", "the crew of the Sol"."""
    low = reading.words.low
    return bool(mentions) and all(
        (low[m.end - 1] in _CRAFT or m.role in _CRAFT or _is_crew(m, low))
        and not (m.codes or "own" in low[m.start : m.end])
        for m in mentions
    )


def _is_crew(mention: Mention, low: list[str]) -> bool:
    """Whether a group is told as those aboard what was told before: "the crew of nine", "her skipper"."""
    if not (mention.role in _ABOARD or low[mention.end - 1] in _ABOARD) or low[mention.start] not in _KNOWN:
        return False
    behind = low[mention.stop : mention.stop + 2]
    return behind[:1] != ["of"] or _DEFINING.isdisjoint(behind[1:])
