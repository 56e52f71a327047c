"""Gives people and institutions without a country of their own the one that the sentence or an earlier one tells of them."""

from __future__ import annotations

from summarizer.engines.rules.acts.clauses import verb_group
from summarizer.engines.rules.acts.subjects import subject_of
from summarizer.engines.rules.sides.belongings import assign
from summarizer.engines.rules.sides.coreference import referent
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.sides.ordered import is_ordered, of_two
from summarizer.engines.rules.sides.others import is_second
from summarizer.engines.rules.sides.ourselves import whose
from summarizer.engines.rules.sides.parties import UNNAMED
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Mention, Reading

_OFFICES = frozenset(("GOV", "MIL", "COP", "JUD"))
_LEADING = (["leads"], ["heads"], ["chairs"], ["commands"], ["runs"], ["led"], ["headed"], ["commanded"])
_TEAM = frozenset("delegation delegates delegate negotiators negotiator representatives people team".split())


def recall(reading: Reading, memory: Memory, text: str) -> None:
    """Give people and institutions the country under which the article, `text`, named them before."""
    for mention in reading.mentions:
        if mention.codes or mention.pronoun:
            continue
        if mention.person and (_as_predicate(mention, reading) or _as_head(mention, reading)):
            continue
        if is_second(mention, reading):
            continue
        if is_ordered(mention, reading):
            _as_ordered(mention, reading, memory)
            continue
        if _as_ours(mention, reading, memory, text) or (mention.role and _as_whose(mention, reading)):
            continue
        if assign(mention, reading):
            continue
        if not _is_somebody(mention, reading, memory) or _as_its(mention, reading) or _as_his(mention, reading):
            continue
        _as_told_before(mention, reading, memory)


def _as_predicate(mention: Mention, reading: Reading) -> bool:
    """Give a person the country of the office that the sentence says they hold: "Hurski is a deputy minister of Belarus"."""
    if reading.words.low[mention.stop : mention.stop + 1] not in (["is"], ["was"]):
        return False
    office = next((m for m in reading.mentions if m.start > mention.stop), None)
    if office is None or office.start - mention.stop > 2 or office.prep or not (office.role and office.codes):
        return False
    mention.codes, mention.sector = office.codes, mention.sector or office.sector
    return True


def _as_ordered(mention: Mention, reading: Reading, memory: Memory) -> None:
    """Give "the former" and "the latter" the country that they mean."""
    known = of_two(mention, reading, memory)
    if known is not None:
        mention.codes, mention.via, mention.party = known.codes, (known.sentence,), True


def _as_head(mention: Mention, reading: Reading) -> bool:
    """Give a person the country of what they lead: "Sichone, who heads Zambia's second-largest party, on Monday accused …"."""
    low, at = reading.words.low, mention.stop
    if low[at : at + 2] != [",", "who"] or low[at + 2 : at + 3] not in _LEADING:
        return False
    led = next((m for m in reading.mentions if m.start in (at + 3, at + 4)), None)
    if led is None or not led.codes or low[led.end - 1] in UNNAMED:
        return False
    mention.codes, mention.via = led.codes, led.via
    return True


def _as_ours(mention: Mention, reading: Reading, memory: Memory, text: str) -> bool:
    """Give what is "ours" or "theirs" the country of those for whom the article speaks, or of the other side."""
    owner = whose(mention, reading, memory, text)
    if owner is None or not owner.codes:
        return False
    mention.codes, mention.via, mention.party = owner.codes, (owner.sentence,), True
    return True


def _as_whose(mention: Mention, reading: Reading) -> bool:
    """Give an office the country of those "whose" it is: "the Danes, whose police say …"."""
    low, at = reading.words.low, mention.start
    if at <= 1 or low[at - 1] != "whose":
        return False
    owner = reading.at.get(at - 2 - (low[at - 2] == ","))
    if owner is None or not owner.hit:
        return False
    mention.codes, mention.via = owner.codes, owner.via
    return True


def _is_somebody(mention: Mention, reading: Reading, memory: Memory) -> bool:
    """Whether a group can be told of before: a person, an office, or a bare surname told before, which is made a person."""
    if reading.words.low[mention.end - 1] in UNNAMED:
        return False
    if mention.person or mention.role:
        return True
    word = reading.words.raw[mention.start]
    if mention.end - mention.start > 1 or word.lower() not in memory.people or not word[0].isupper():
        return False
    mention.person, mention.party = word, True
    return True


def _as_its(mention: Mention, reading: Reading) -> bool:
    """Give an office that is "its" or "their" the country of who acts: "Hungary will expel nobody, its foreign minister said"."""
    team = (
        reading.words.low[mention.end - 1] in _TEAM
        and not mention.prep
        and reading.words.low[mention.start - 1] != "and"
    )
    if not (mention.own and (team or mention.sector in _OFFICES)) or reading.words.low[mention.start] not in (
        "its",
        "their",
    ):
        return False
    acting = _its_subject(mention, reading)
    owner = acting or next((m for m in reading.mentions if m.start < mention.start and m.hit and not m.prep), None)
    if owner is None or not (acting or not owner.role or owner.institution):
        return False
    mention.codes = owner.codes
    return True


def _as_his(mention: Mention, reading: Reading) -> bool:
    """Give an office that is "his" or "her" the country of the only ones told before: "The emir of Qatar spoke to him, his office said"."""
    if not mention.own or mention.sector != "GOV" or reading.words.low[mention.start] not in ("his", "her"):
        return False
    who = [m for m in reading.mentions if m.start < mention.start and m.codes and not m.prep and (m.role or m.person)]
    if not who or len({m.codes for m in who}) != 1 or who[0].institution:
        return False
    mention.codes, mention.via = who[0].codes, who[0].via
    return True


def _as_told_before(mention: Mention, reading: Reading, memory: Memory) -> None:
    """Give somebody the country and sector told of them in an earlier sentence, "our embassy" those of the article's home."""
    known = memory.home if _is_our_office(mention, reading, memory) else referent(memory, mention, reading)
    if known is None:
        return
    if known.codes:
        mention.codes, mention.via = known.codes, (known.sentence,)
    elif known.sector and mention.person:
        mention.role = mention.role or "person"
    if known is not memory.home:
        mention.sector = known.sector or mention.sector
    elif mention.sector is None:
        mention.sector = known.sector


def _is_our_office(mention: Mention, reading: Reading, memory: Memory) -> bool:
    """Whether an office is "our" own outside quotations: "youths burned tyres in front of our embassy"."""
    low = reading.words.low
    return (
        bool(mention.role)
        and low[mention.start] == "our"
        and memory.home is not None
        and tk.QUOTES.isdisjoint(reading.words.forms)
    )


def _its_subject(mention: Mention, reading: Reading) -> Mention | None:
    """Who does something at once to what is "its": "and South Korea put its troops on alert"."""
    verb = mention.start - 1
    if not reading.verb[verb]:
        return None
    who = subject_of(reading, verb_group(reading, verb))
    return who[0] if len(who) == 1 and who[0].hit and not who[0].prep else None
