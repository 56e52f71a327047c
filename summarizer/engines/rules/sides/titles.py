"""What the words of a group tell of whom it names: the field of an office, a first name, one or several, whether a sentence goes on."""

from __future__ import annotations

from summarizer.engines.rules.words.mentions import Mention, Reading

VEHICLES = frozenset(
    """coach bus minibus truck lorry van car taxi train ship vessel boat trawler ferry tanker freighter yacht dhow barge tug canoe
    longliner seiner schooner pirogue dinghy plane aircraft airliner helicopter trawlers boats ships vessels trucks lorries buses""".split()
)
CREW = frozenset(
    """captain skipper crew crewman crewmen helmsman deckhand deckhands seaman seamen sailor sailors engineer passenger passengers driver
    drivers""".split()
)
# The craft of those who stop others.
ARMED_CRAFT = frozenset("patrol patrols coastguard guard police navy naval army military gunboat warship".split())
_CALLED = frozenset("call calls called calling haul hauls hauled brought".split())
_TITLES = frozenset("mr mrs ms miss mister dr prof sir lord lady dame the von van del bin".split())
_FIELDED = frozenset(("minister", "ministry", "secretary"))
_NO_FIELDS = frozenset("the its their his her a an new prime".split())
_RULING = frozenset(("GOV", "MIL", "COP", "JUD", "LEG"))


def name_of(mention: Mention, reading: Reading, text: str) -> str:
    """A group as the article, `text`, writes it."""
    return text[reading.words.starts[mention.start] : reading.words.ends[mention.end - 1]]


def portfolio(low: list[str], mention: Mention) -> str:
    """The office that a group tells, with its field where only that tells it from others: "information minister"."""
    role = mention.role or ""
    if role not in _FIELDED:
        return role
    at = max((t for t in range(mention.start, mention.end) if low[t] == role), default=mention.start)
    field_ = low[at - 1] if at > mention.start else ""
    return f"{field_} {role}" if field_.isalpha() and field_ not in _NO_FIELDS else role


def opens(mention: Mention, low: list[str]) -> bool:
    """Whether an office without a country opens a sentence: "The minister"."""
    return (
        (mention.sector in _RULING or mention.institution)
        and not (mention.prep or mention.inner)
        and low[mention.start] == "the"
        and mention.start <= 2
    )


def first_name(mention: Mention, reading: Reading) -> str:
    """The first name before a person's surname; empty when none is told."""
    at = mention.end - 2
    raw = reading.words.raw
    if at < mention.start or raw[mention.end - 1] != mention.person or not raw[at][0].isupper() or at in reading.hits:
        return ""
    low = reading.words.low[at]
    return "" if low == mention.role or low in _TITLES or len(low) < 3 else low


def goes_on(mention: Mention, low: list[str]) -> bool:
    """Whether a sentence is about the same as the one before: "It put two …"; not "It was on Monday that"."""
    return (
        mention.start <= 1
        and low[mention.start] == "it"
        and low[mention.end : mention.end + 1] not in (["is"], ["was"])
    )


def is_one(low: list[str], mention: Mention) -> bool:
    """Whether a group told by an office or trade is one somebody: no "diplomats", no "two trawlers"."""
    return not low[mention.end - 1].endswith("s") or low[mention.end - 1].endswith("ss")


def is_called_in(mention: Mention, low: list[str]) -> bool:
    """Whether the "in" before a group is of the verb, and the group its object: "called in the ambassador"."""
    return mention.start > 1 and low[mention.start - 1] == "in" and low[mention.start - 2] in _CALLED
