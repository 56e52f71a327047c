"""Who lets somebody go is who took them: "The nine were freed on Monday" is done by whom the article told to hold them.

So it is with measures: who lifts "the ban", and for whom, is told where it was imposed.
So is what is done next to those taken: "Eleven sailors were held along with the boats", "Four were charged with poaching".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.sides.parties import Parties, at_home, countries
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import country_of
from summarizer.ontology import Ontology

_DEFINITE = frozenset(("the", "this", "that", "these", "its", "both"))
_MEASURES = frozenset(
    "order orders decision measure measures step restrictions sanctions curbs penalty penalties it".split()
)
_ANEW = ("reimpos", "reintrod", "reinstat")
_BANS = frozenset(("ban", "bans", "embargo", "prohibition"))
_BANNING = ("ban", "emb", "pro", "for", "bar", "out", "hal", "sto", "sus")  # "forbade the import", "halted exports"
_NEAR = 3  # sentences from an act to what follows on it
_STEM = 3  # letters that a measure's name shares with the words that told of it: "closure", "closed"


class Captors:
    """What an article told of people taken and measures imposed.

    `[cues.ends]` and `[cues.follows]` of the ontology list which acts end or follow which others, `[cues.undoes]` and
    `[cues.redoes]` which end measures that are named, or take them again.
    """

    def __init__(self, ontology: Ontology) -> None:
        cues = ontology.data.get("cues", {})
        follows = _listed(cues.get("follows", {}))
        self._follows = frozenset(follows)
        self._ends = {**_listed(cues.get("ends", {})), **follows}
        self._undoes, self._redoes = _listed(cues.get("undoes", {})), _listed(cues.get("redoes", {}))
        self._all = frozenset[str]().union(*self._ends.values(), *self._undoes.values(), *self._redoes.values())
        self._told: list[EventDraft] = []

    def note(self, draft: EventDraft) -> None:
        """Remember an act that another may end."""
        kind = _kind(draft.type, draft.mode)
        if kind in self._all and any(p.country for p in draft.actors):
            self._told.append(draft)

    def find(self, type_: str, mode: str | None, freed: Parties, number: int) -> EventDraft | None:
        """The last act that one of this kind, done to `freed` in sentence `number`, would end or follow; None when none was."""
        kind = _kind(type_, mode)
        ended = self._ends.get(kind, frozenset())
        named = {p.country for p in freed if p.country and country_of(p.name) is not None}
        for draft in reversed(self._told) if ended else ():
            if kind in self._follows and number - draft.sentences[0] > _NEAR:
                return None
            held = countries(draft.recipients)
            if _kind(draft.type, draft.mode) in ended and (
                named & held if named else held or kind not in self._follows
            ):
                return draft
        return None

    def held_by(self, type_: str, mode: str | None, captors: Set[str]) -> EventDraft | None:
        """The last act, done by `captors` to people or things of another country, that one of this kind by them would end."""
        ended = self._ends.get(_kind(type_, mode), frozenset())
        for draft in reversed(self._told) if ended else ():
            held = countries(draft.recipients)
            if _kind(draft.type, draft.mode) in ended and held - captors and countries(draft.actors) <= captors:
                return draft
        return None

    def measure(self, type_: str, mode: str | None, reading: Reading, frame: Frame) -> EventDraft | None:
        """The act told before whose sides this one shares, for it ends that measure or takes it again; None when none was."""
        kind, low = _kind(type_, mode), reading.words.low
        ended = self._undoes.get(kind, frozenset())
        anew = "again" in low or low[frame.first].startswith(_ANEW)
        lifted = self._redoes.get(kind, frozenset()) if anew else frozenset()
        named = _measure(reading, frame) if self._told and (ended or lifted) else None
        if named is None:
            return None
        noun = low[named.end - 1]
        for draft in reversed(self._told):
            told = _kind(draft.type, draft.mode)
            if told in lifted or (told in ended and (noun in _MEASURES or _akin(noun, draft.trigger))):
                return draft
        return None


def _listed(table: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {kind: frozenset(ended) for kind, ended in table.items()}


def _measure(reading: Reading, frame: Frame) -> Mention | None:
    """The measure that an act is done to, if its name tells that it is known: "the ban on ferns", "it", not "a ban on snow"."""
    group = frame.group
    within = (frame.clause[0], group.start) if frame.passive else (group.verb, frame.clause[1])
    found = next((m for m in reading.mentions if within[0] <= m.start < within[1] and not m.prep), None)
    return found if found is not None and reading.words.low[found.start] in _DEFINITE | {"it"} else None


def _akin(noun: str, trigger: str) -> bool:
    """Whether a measure is named after the words that told of it: "closure" after "closed its border"."""
    stems = _BANNING if noun in _BANS else (noun[:_STEM],)
    return any(word[:_STEM] in stems for word in trigger.lower().split())


def _kind(type_: str, mode: str | None) -> str:
    return f"{type_}/{mode}" if mode else type_


def sides_of(taken: EventDraft, freed: Parties) -> tuple[Parties, Parties]:
    """Who frees whom, when those are freed who were taken."""
    codes = [p.country for p in taken.recipients if p.country]
    if any(p.country for p in freed) or not codes:
        return taken.actors, freed
    placed = tuple(at_home(party, codes[0]) for party in freed) if len(set(codes)) == 1 else ()
    return taken.actors, placed if placed and all(p.country for p in placed) else taken.recipients
