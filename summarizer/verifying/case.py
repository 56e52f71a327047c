"""What a sentence is checked against, and small tools that the checks share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.events import Event
from summarizer.normalising.actors import codes_in, country_of, find_names
from summarizer.spans import fold

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited passage: its words, the day of its article's publication, and how its article is called (publisher, title).

    `beside`: it is none of the cited events' own, but cited for what it adds to them. `people` are the persons in it whom
    any of the brief's events knows, with their countries: the passage itself need not say where they belong.
    """

    text: str
    published: dt.date | None = None
    names: tuple[str, ...] = ()
    beside: bool = False
    people: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """Why a sentence doesn't hold (`reasons`), and what a reader should look at twice although it does (`flags`)."""

    reasons: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def __add__(self, other: Check) -> Check:
        return Check((*self.reasons, *other.reasons), (*self.flags, *other.flags))


@dataclass(frozen=True)
class Case:
    """A sentence with the events that it cites and the passages that these rest on; texts are folded (`spans.fold`)."""

    text: str
    events: tuple[Event, ...]
    passages: tuple[Passage, ...]

    @cached_property
    def body(self) -> str:
        """All passages, one a line."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def lower(self) -> str:
        """All passages in lower case."""
        return self.body.lower()

    @cached_property
    def masked(self) -> str:
        """The sentence with the articles' own names (publisher, title) blanked, which it may always give as its source."""
        text = self.text
        for name in sorted({name for passage in self.passages for name in passage.names}, key=len, reverse=True):
            text = text.replace(name, " " * len(name))
        return text

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all words of the passages."""
        return stems_of(self.body)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All that the events' grounded slots may lend to a sentence."""
        slots = [party.name for event in self.events for party in (*event.actors, *event.recipients)]
        slots += [speaker.name for event in self.events for speaker in event.attribution]
        slots += [event.place.name for event in self.events if event.place]
        slots += [quantity.text for event in self.events for quantity in event.quantities]
        return tuple(dict.fromkeys(fold(slot).text for slot in slots))

    @cached_property
    def codes(self) -> frozenset[str]:
        """Codes of all countries and organisations that the passages or the events' slots name."""
        slots = {party.country for event in self.events for party in (*event.actors, *event.recipients)}
        slots |= {speaker.country for event in self.events for speaker in event.attribution}
        slots |= {event.place.country for event in self.events if event.place}
        return (
            codes_in(self.body)
            | frozenset(code for name in self.names for code in codes_in(name))
            | {c for c in slots if c}
        )

    @cached_property
    def verbatim(self) -> bool:
        """Whether the sentence stands in a passage word for word, so that only what lies outside it can be wrong."""
        words = _plain(self.text)
        return len(words) > 20 and any(words in _plain(passage.text) for passage in self.passages)


_TAIL = re.compile(r"\s*\([^()]*\)\s*\Z")


def called(names: Iterable[str]) -> tuple[str, ...]:
    """An article's names, and those with a note in brackets ("Le Rhin (automatic translation)") without it too."""
    short = (_TAIL.sub("", name) for name in names)
    return tuple(dict.fromkeys((*names, *(name for name in short if len(name) > 3 and not country_of(name)))))


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").split()).rstrip(" .!").lower()


_IRREGULAR = {
    form: base.removesuffix("e") if len(base) > 3 else base
    for base, forms in {
        "lend": "lent loan loans",
        "seize": "seizure seizures",
        "complain": "complaint complaints",
        "threaten": "threat threats",
        "retaliate": "retaliation",
        "denounce": "denunciation",
        "destroy": "destruction",
        "expel": "expulsion expulsions",
        "withdraw": "withdrew withdrawn withdrawal withdrawals",
        "strike": "struck stricken",
        "shoot": "shot",
        "meet": "met",
        "leave": "left",
        "say": "said",
        "begin": "began begun beginning",
        "take": "took taken",
        "give": "gave given",
        "go": "went gone",
        "come": "came",
        "agree": "agreed",
        "hold": "held",
        "send": "sent",
        "lead": "led",
        "tell": "told",
        "make": "made",
        "break": "broke broken",
        "fall": "fell fallen",
        "rise": "rose risen",
        "speak": "spoke spoken",
        "hit": "hitting",
        "win": "won",
        "lose": "lost loss losses",
        "fly": "flew flown flight flights",
        "kill": "killing",
        "arrest": "arrests",
        "decide": "decision decisions",
        "accuse": "accusation accusations",
        "invade": "invasion",
        "reject": "rejection",
        "approve": "approval",
        "refuse": "refusal",
        "deny": "denial denials",
        "sign": "signature signing",
        "close": "closure",
        "deploy": "deployment",
        "recall": "recalls",
        "suspend": "suspension",
        "detain": "detention detentions",
        "release": "releases",
        "ratify": "ratification",
        "condemn": "condemnation",
        "criticise": "criticism criticize criticized criticises criticised criticizing criticising",
        "attack": "attacks",
        "pay": "paid",
        "die": "died dies dying death deaths",
        "lie": "lied lies lying",
        "build": "built",
        "cut": "cutting",
        "seek": "sought",
        "bring": "brought",
        "flee": "fled",
        "quit": "quits",
        "resign": "resignation",
        "ban": "banned banning bans",
        "propose": "proposal proposals",
        "announce": "announcement announcements",
        "demand": "demands",
        "deliver": "delivery deliveries",
        "supply": "supplies supplied",
        "throw": "threw thrown",
        "drive": "drove driven",
        "write": "wrote written",
        "catch": "caught",
        "choose": "chose chosen",
        "find": "found",
        "hear": "heard",
        "keep": "kept",
        "know": "knew known",
        "run": "ran",
        "steal": "stole stolen",
        "swear": "swore sworn",
        "tear": "tore torn",
        "think": "thought",
        "freeze": "froze frozen",
        "spend": "spent",
        "stand": "stood",
        "buy": "bought",
        "sell": "sold",
        "forbid": "forbade forbidden",
        "fight": "fought",
        "hide": "hid hidden",
    }.items()
    for form in forms.split()
}
# Past forms of verbs that don't end in -ed.
IRREGULAR_FORMS = frozenset(
    """became become began begun blew blown bore borne bought brought broke broken built came caught chose chosen cut dealt
    did done drawn drew driven drove fallen fell felt fled flew flown forbade forbidden fought found froze frozen gave given
    gone got grew grown had heard held hid hidden hit hung hurt kept knew known laid leapt led left lent let lit lost made
    meant met overthrew overthrown paid put quit ran rang read risen rode rose said sank sat saw seen sent set shaken shook
    shot shown shut slain sold sought spent spoke spoken spread stole stolen stood struck stuck sung swept swore sworn taken
    taught thought threw thrown told took tore torn undertaken undertook upheld went withdrawn withdrew withheld won worn
    wrote written""".split()
)
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ying", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"),
    ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its English ending, lower case: expelled, expels and expulsion are all `expel`."""
    word = word.lower().removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (2 if put == "y" else 3) and not word.endswith("ss"):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    if word.endswith("ll") and len(word) > 5:
        word = word[:-1]
    word = word.removesuffix("e") if len(word) > 3 else word
    return _IRREGULAR.get(word, word)


@lru_cache(maxsize=8192)
def stems_of(text: str) -> frozenset[str]:
    """Stems of all words of a folded text."""
    return frozenset(stem(word) for word in WORD.findall(text))


names_in = lru_cache(maxsize=16384)(find_names)


def holds(text: str, words: str) -> bool:
    """Whether a text holds the words as whole words, letter case told apart."""
    return next(places(text, words), -1) >= 0


def places(text: str, words: str) -> Iterator[int]:
    """Where the words stand as whole words. (A regular expression for each name would be compiled anew each time.)"""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (at and _is_word(text[at - 1])) and not (end < len(text) and _is_word(text[end])):
            yield at
        at = text.find(words, at + 1)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def show(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`, three at most."""
    items = list(dict.fromkeys(items))[:3]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
