"""How far the parties of two mentions can be the same ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.drafts import Mention
from summarizer.events import Party, Place
from summarizer.normalising.actors import country_of

# Within one country these are not each other; whoever belongs to none of them may be anybody.
_CAMPS = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"), "state"),
    **dict.fromkeys(("REB", "UAF", "PRM"), "rebels"),
    **dict.fromkeys(("CVL", "OPP", "LAB", "EDU", "JRN", "MED", "BUS", "REL", "NGO"), "people"),
}
_WORD = re.compile(r"[^\W_]{3,}")
_PROPER = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+\s+){1,3}[A-ZÀ-Þ][\w'’-]+")
_NAMES = re.compile(r"[A-ZÀ-Þ][\w-]+")
_MANY = re.compile(r"\b(?:\w{3,}(?<!s)s|people|police|\w*men|children)\b", re.I)
# Whoever is called so may be anybody: a name beside it is the finer one.
_ANYBODY = re.compile(
    r"\b(?:gunm[ae]n|assailants?|attackers?|bombers?|armed (?:men|group)|men|people(?!['’]s)|individuals|persons?|somebody|militants?"
    r"|bandits?|perpetrators?|suspects?|unknown|unidentified|masked|strangers?|hackers?|arsonists?|elements"
    r"|abductors?|kidnappers?|captors?|raiders?|hijackers?)\b",
    re.I,
)
_EMPTY = frozenset("the and for its his her their von van den del".split())


def alike(one: Party, two: Party) -> float:
    """1 the same, 0 not; in between what may be the same under another name or in another part of a country."""
    if one.country and one.country == two.country:
        if one.sector == two.sector == "REB" and _other_names(one.name, two.name):
            return 0.0
        mine, other = _CAMPS.get(one.sector or ""), _CAMPS.get(two.sector or "")
        if mine and other and mine != other:
            return 0.0 if "rebels" in (mine, other) else 0.4
        return 1.0
    if one.country and two.country:
        return 0.0
    if one.key == two.key or _country(one) == _country(two) is not None:
        return 1.0
    names, others = _words(one.name), _words(two.name)
    if names and others and (names <= others or others <= names):
        return 1.0
    return 0.6 if names & others or (anybody(one) and anybody(two)) else 0.0


def anybody(party: Party) -> bool:
    """Whether a party is called by what anybody may be: "gunmen", "masked men"."""
    return bool(_ANYBODY.search(party.name))


def _other_names(one: str, two: str) -> bool:
    """Whether two names of several words, each a proper one, have neither a word nor their initials in common."""
    named = [re.findall(r"[A-ZÀ-Þ][\w’'-]+", name.removeprefix("The ")) for name in (one, two)]
    initials = ["".join(word[0] for word in words) for words in named]
    return all(len(words) > 1 for words in named) and initials[0] != initials[1] and not _words(one) & _words(two)


def named_alike(one: Party, two: Party) -> bool:
    """Whether two names share a word, countries' own apart."""
    return bool(_words(one.name) & _words(two.name))


def overlap(one: Sequence[Party], two: Sequence[Party], domestic: bool = False) -> float:
    """Share of the larger side that has its like in the other; 0.6 when one side isn't told, 0.8 when neither is.

    In a `domestic` act all are of one country, so that only names and groups tell its parties apart.
    """
    if not one or not two:
        return 0.6 if one or two else 0.8
    small, large = sorted((one, two), key=len)
    same = _alike_at_home if domestic else alike
    return sum(max(same(party, other) for other in large) for party in small) / len(large)


def _alike_at_home(one: Party, two: Party) -> float:
    plain = alike(one, two)
    if plain == 0 or any(country_of(party.name) for party in (one, two)):
        return plain
    names, others = _words(one.name), _words(two.name)
    proper = [bool(_PROPER.fullmatch(party.name)) for party in (one, two)]
    if names & others or not any(proper):
        return plain
    if all(proper):
        return 0.2
    return (
        0.4 if _MANY.search(next(p.name for p, one_is in zip((one, two), proper, strict=True) if not one_is)) else 0.8
    )


def _country(party: Party) -> str | None:
    return party.country or country_of(party.name)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(name.casefold()) if word not in _EMPTY)


def same_target(one: Mention, two: Mention) -> bool:
    """Whether both are done to one thing or body by name, by somebody whose country one of them doesn't tell."""
    if all(party.country for party in one.actors) and all(party.country for party in two.actors):
        return False
    names = [frozenset().union(*(_words(p.name) for p in m.recipients)) for m in (one, two)]
    return len(names[0] & names[1]) > 1


def same_crowd(one: Mention, two: Mention) -> bool:
    """Whether what is done to people without a name ("rioters", "marchers") may be done to the same ones under two words."""
    return all(
        any(
            _MANY.search(party.name) and not re.search(r"[A-ZÀ-Þ]", party.name[1:]) and country_of(party.name) is None
            for party in mention.recipients
        )
        for mention in (one, two)
    )


def names_of(place: Place) -> frozenset[str]:
    """The proper names in a place's name; without one, its name."""
    return frozenset(_NAMES.findall(place.name)) or frozenset({place.name.casefold()})


def same_place(one: Place | None, two: Place | None) -> bool:
    """Whether two places have one name, or one's proper names are among the other's: "Djibo", "near the bridge of Djibo"."""
    if one is None or two is None:
        return False
    names, others = names_of(one), names_of(two)
    return one.name.casefold() == two.name.casefold() or names <= others or others <= names
