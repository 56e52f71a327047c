"""To whom an act of speech is addressed whose words name nobody. The ways, in their order, each only where the ones before found nobody:

1. an offer to mediate goes to both sides of the quarrel: "Benin has offered its good offices";
2. an answer goes to whoever spoke or struck: "Sudan demanded that Chad hand them over. Chad refused.";
3. who blames or praises an act by its name means those who did it: "Peru and Chile signed a treaty. Bolivia criticised the treaty.";
4. a state goes on speaking to whom it has dealt with: "Peru expelled two envoys. Chile protested.";
5. a state that has dealt with nobody asks or refuses the one other country that the article is about.

Nobody abroad is meant by what a government promises its own people, and by what private people say of their own affairs.
What counts is told by `[cues.addressing]` of the ontology.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.frames import CROWDS, Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.sides.mediating import hosts, mediates, quarrel
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.sides.parties import Parties, countries
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.normalising.actors import country_of, display_name
from summarizer.ontology import VERBAL, Ontology

_NEAR = 3  # sentences from what is answered to the answer
_FAR = 2  # sentences to the one that tells of both sides
_STORY = 3  # names of each of the two, in an article that is about them
_BESIDE = 3  # words from the act to whom "to" leads in
_JUDGING = ("ACCUSE", "SUPPORT")
_ATTACK = "ASSAULT"
_AGREED = ("SUPPORT", "AGREE", "COOPERATE")
# Acts that have a name by which no act is told.
_NAMED = {
    "vote": frozenset(("SANCTION", "SUPPORT")),
    "ruling": frozenset(("SANCTION", "REJECT")),
    "verdict": frozenset(("SANCTION",)),
    "raid": frozenset(("COERCE", "ASSAULT")),
    "search": frozenset(("COERCE",)),
}
_AGREEMENTS = frozenset("agreement deal treaty accord pact protocol memorandum".split())
_OPEN = frozenset(("denied", "planned"))
_ANSWERS = frozenset(("REJECT", "AGREE"))
_CALLED_OFF = ("REJECT", "meet")
_NEW = frozenset(("a", "an", "another", "any", "no"))
_THAT = frozenset(("that", "this", "it"))
_POSTS = frozenset(("embassy", "consulate", "ambassador", "consul", "mission"))
_STATE = frozenset(("GOV", "MIL"))
_RULERS = _STATE | {"COP", "JUD", "LEG"}
_DEFINITE = frozenset("the this that these those such both".split())
BARE = frozenset(("none", "own", "crowd", "mutual"))  # flags of cues that need nobody else


class Addressing:
    """Tells to whom an article's acts of speech are addressed, by what `memory` holds and by the acts noted before."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon, memory: Memory) -> None:
        table = ontology.data.get("cues", {}).get("addressing", {})
        self._kinds: Mapping[str, Sequence[str]] = table.get("answers", {})
        keys = ("first", "acts", "asking", "mediating", "between", "hosting", "promising", "homely")
        listed = (frozenset(table.get(key, "").split()) for key in keys)
        self._first, self._words_for_acts, self._asking, self._mediating, between, self._hosting, *rest = listed
        self._promising, self._homely = rest
        self._between = self._mediating | between
        self._spoken = frozenset(name for name, kind in ontology.types.items() if kind.quadrant in VERBAL)
        self._answered = frozenset(kind for kinds in self._kinds.values() for kind in kinds)
        self._told: list[EventDraft] = []
        self._acts: list[EventDraft] = []
        self._meetings: list[EventDraft] = []  # planned by several
        self._lexicon, self._memory = lexicon, memory

    def note(self, draft: EventDraft) -> None:
        """Remember an act that another may answer, blame or praise."""
        if draft.status not in _OPEN:
            self._acts.append(draft)
        elif draft.status == "planned" and len(countries(draft.actors)) > 1:
            self._meetings.append(draft)
        if draft.type in self._answered and draft.status not in _OPEN and any(p.country for p in draft.actors):
            self._told.append(draft)

    def mediates(self, type_: str, reading: Reading, frame: Frame, codes: Set[str]) -> bool:
        """Whether an act offers to stand between others, and its words name nobody but who offers it."""
        if mediates(reading, frame, codes, self._mediating):
            return True
        return type_ == "AGREE" and hosts(self._memory, reading, frame, codes, self._hosting)

    def find(self, type_: str, reading: Reading, frame: Frame, speakers: Parties) -> tuple[Known, ...]:
        """To whom an act of this type is addressed by whom nothing but the article tells; nobody where that stays open."""
        codes = frozenset(p.country for p in speakers if p.country)
        if self.mediates(type_, reading, frame, codes):
            return quarrel(self._memory, codes)
        if not codes or self._homely_promise(type_, reading, frame):
            return ()
        if (frame.pattern.type, frame.pattern.mode) == _CALLED_OFF and (partners := self._to_meet(reading, codes)):
            return partners
        asked = self._asked(type_, reading, frame, speakers) if _leaves_open(frame) else None
        if asked is not None:
            number = asked.sentences[0]
            return tuple(Known(p.name, (p.country,), p.sector, number) for p in asked.actors if p.country)
        named = self._doers_of(reading, frame, codes) if type_ in _JUDGING and _leaves_open(frame) else ()
        if named:
            return named
        host = _host(reading, frame, codes)
        if host is not None:
            return (host,)
        flags = frame.pattern.flags
        state = len({p.country for p in speakers}) == 1 and all(p.sector in _STATE for p in speakers)
        others = any(
            (m.prep != "of" and not m.via) or set(m.codes) - codes for m in frame.recipients
        )  # "protested against the arrest of two Irishmen"; "demanded that the crew be freed"
        if not state or others or "reply" in flags or flags & BARE:
            return ()
        if frame.group.be and reading.words.low[frame.group.verb].endswith("ing"):
            return ()  # "Russia is drawing up a list": nothing that is said to anybody
        return self._goes_on(type_, reading, frame, min(codes))

    def _doers_of(self, reading: Reading, frame: Frame, codes: frozenset[str]) -> tuple[Known, ...]:
        """Who did the act told before that a third party blames or praises by its name: "condemned the arrests", "criticised the deal"."""
        told, low = _object(reading, frame), reading.words.low
        if told is None or told.pronoun or told.known or low[told.end - 1] in self._words_for_acts - _AGREEMENTS:
            return ()  # "the step" may be anybody's
        near = [draft for draft in self._acts if 0 <= reading.number - draft.sentences[0] <= _NEAR]
        meant = [draft for draft in near if self._tells_act(reading, told, draft.type)]
        doers = {p.country: p for draft in meant for p in draft.actors}
        last = meant[-1].actors if meant else ()
        if not codes.isdisjoint(doers) or len(doers) > len(last) or any(p.sector not in _RULERS for p in last):
            return ()  # the speaker's own act, one of several, or no state's
        if meant and meant[-1].type == _ATTACK:
            return ()  # with an attack nobody is blamed who isn't named
        number = meant[-1].sentences[0] if meant else 0
        return tuple(Known(p.name, (p.country,), p.sector, number) for p in last if p.country)

    def _to_meet(self, reading: Reading, codes: frozenset[str]) -> tuple[Known, ...]:
        """With whom these were to meet, by the last such plan told shortly before: "Peru called the meeting off"."""
        last = self._meetings[-1] if self._meetings else None
        if last is None or not 0 <= reading.number - last.sentences[0] <= _NEAR or not codes < countries(last.actors):
            return ()
        number = last.sentences[0]
        return tuple(
            Known(p.name, (p.country,), p.sector, number) for p in last.actors if p.country and p.country not in codes
        )

    def answered(self, type_: str, reading: Reading, frame: Frame, asking: Parties) -> EventDraft | None:
        """The act just told that a passive answers: "Peru asked Chile for help. The request was turned down", "He was refused"."""
        if type_ not in _ANSWERS or not self._may_answer(reading, frame):
            return None
        codes = countries(asking)
        kinds = self._kinds.get(type_, ())
        draft = self._told[-1] if self._told else None
        if draft is None or draft.type not in kinds or not 0 <= reading.number - draft.sentences[0] <= _NEAR:
            return None
        actors, recipients = (countries(side) for side in (draft.actors, draft.recipients))
        return draft if actors and recipients and codes <= actors else None

    def _may_answer(self, reading: Reading, frame: Frame) -> bool:
        """Whether the subject of a passive is a request known from before, or who made one: "the request", "that", "one offer", "he"."""
        low = reading.words.low
        subject = next((m for m in (*frame.fallback, *frame.recipients) if m.start < frame.group.start), None)
        if subject is None:
            return low[frame.group.start - 1] in _THAT
        if subject.prep:
            return False
        if low[subject.end - 1] in self._asking:
            return low[subject.start] not in _NEW
        return subject.pronoun or subject.known

    def stays_home(self, type_: str, reading: Reading, frame: Frame, speakers: Parties) -> bool:
        """Whether an act is one among a country's own people, whatever else the article is about.

        That is a promise of what people at home live on ("promised lower taxes"), or what private people say of a thing that is no
        act of anybody's ("Teachers in Bergen rejected the pay offer").
        """
        if self._homely_promise(type_, reading, frame):
            return True
        told = _object(reading, frame)
        return _private(speakers) and told is not None and not self._tells_act(reading, told, None)

    def _homely_promise(self, type_: str, reading: Reading, frame: Frame) -> bool:
        if type_ not in self._promising:
            return False
        low, verb = reading.words.low, reading.verb
        after = [j for j in range(frame.first + 1, frame.clause[1]) if low[j] in self._homely]
        return any(not verb[j] or low[j].endswith("ing") for j in after)  # "to pay", but "cheaper housing"

    def _asked(self, type_: str, reading: Reading, frame: Frame, speakers: Parties) -> EventDraft | None:
        """The act last told, in this sentence or just before, that one of this type by these parties answers."""
        kinds = self._kinds.get(type_, ())
        codes = countries(speakers)
        for draft in reversed(self._told) if kinds else ():
            if not 0 <= reading.number - draft.sentences[0] <= _NEAR:
                return None
            asked = countries(draft.recipients)
            others = codes.isdisjoint(p.country for p in draft.actors) or _at_home(speakers, draft)
            told = not codes.isdisjoint(asked) or (not asked and draft.type in self._spoken)
            if draft.type in kinds and others and told:
                return draft if not _private(speakers) or self._tied(reading, frame, speakers, draft) else None
        return None

    def _tied(self, reading: Reading, frame: Frame, speakers: Parties, draft: EventDraft) -> bool:
        """Whether private people answer an act that isn't done to them alone: at once, by its name, or having been hit by it."""
        hit = {(p.country, p.sector) for p in draft.recipients}
        if not hit.isdisjoint((p.country, p.sector) for p in speakers):
            return True
        told = _object(reading, frame)
        if told is None:
            return reading.number - draft.sentences[0] <= 1
        return self._tells_act(reading, told, draft.type)

    def _tells_act(self, reading: Reading, told: Mention, type_: str | None) -> bool:
        """Whether a thing is an act told before, by a definite article and a word for acts of a type or of any: "the seizure"."""
        low = reading.words.low
        if told.pronoun or told.known:
            return True
        word = low[told.end - 1]
        if told.end - told.start != 2 or low[told.start] not in _DEFINITE:
            return False
        senses = self._lexicon.anchors.get(word, ())
        types = {pattern.type for patterns, _ in senses for pattern in patterns} | _NAMED.get(word, frozenset())
        if word in self._words_for_acts or (type_ in _AGREED and word in _AGREEMENTS):
            return True
        return bool(types) if type_ is None else type_ in types

    def _goes_on(self, type_: str, reading: Reading, frame: Frame, code: str) -> tuple[Known, ...]:
        """With whom a state has dealt shortly before, or ever in an article that is about the two; else the last two, or the other one."""
        memory, known = self._memory, self._memory.sides.get(code)
        if known is not None:
            counts = (memory.counts.get(c, 0) for c in (code, *known.codes))
            far = reading.number - known.sentence > _FAR and min(counts) < _STORY
            known = None if far or code in known.codes else known
        elif not self._between.isdisjoint(reading.words.low[frame.first :]):
            return memory.last_pair()
        elif type_ in self._first:
            known = memory.other_side((code,))
        return () if known is None or _names_others(reading, frame, (code, *known.codes)) else (known,)


def can_answer(mentions: list[Mention], reading: Reading) -> bool:
    """Whether a subject is somebody, and no thing of theirs: "Chad's debt declined"."""
    raw = reading.words.raw
    return all(m.role or m.person or m.pronoun or raw[m.end - 1][0].isupper() for m in mentions)


def own_people(type_: str, mentions: list[Mention], recipients: Parties, codes: Set[str]) -> bool:
    """Whether those of whom a demand tells are only the speaker's own people: "Riyadh demanded the return of a Saudi dissident".

    In what is asked they may be told of by what was said before: "Cameroon demanded that the crew be freed".
    """
    before = type_ == "REQUEST"
    if (
        not mentions
        or not recipients
        or any((m.prep != "of" or not m.hit) and not (before and m.via) for m in mentions)
    ):
        return False
    return all(p.country in codes and p.sector not in _RULERS for p in recipients)


def _host(reading: Reading, frame: Frame, codes: Set[str]) -> Known | None:
    """The state in which an embassy speaks, where its words name nobody: "India’s embassy in Doha has asked for access"."""
    if frame.recipients or frame.fallback or frame.passive or not frame.actors:
        return None
    who, low = frame.actors[0], reading.words.low
    if low[who.end - 1] not in _POSTS:
        return None
    there = next((m for m in reading.mentions if m.start == who.stop + 1 and m.prep in ("in", "at")), None)
    if there is None or len(there.codes) != 1 or codes & set(there.codes):
        return None
    return Known(display_name(there.codes[0]), there.codes, "GOV", reading.number)


def _leaves_open(frame: Frame) -> bool:
    """Whether an act's words name nobody to whom it is done: "refused", "turned it down", "accepted the offer"."""
    return not frame.recipients and (not frame.fallback or frame.fallback[0].pronoun)


def _at_home(speakers: Parties, draft: EventDraft) -> bool:
    """Whether rulers answer people of their own country, or these them: "The union demanded back pay. The minister refused".

    Nobody speaks to his own people by the country's name.
    """
    if countries(draft.actors) != countries(speakers) or any(country_of(p.name) for p in speakers):
        return False
    asking, ruling = _private(draft.actors), all(p.sector in _RULERS for p in speakers)
    return (ruling and asking) or (_private(speakers) and all(p.sector in _RULERS for p in draft.actors))


def _private(speakers: Parties) -> bool:
    """Whether those who speak are people, firms or unions, none of them in power."""
    return bool(speakers) and all(p.sector in CROWDS for p in speakers)


def _object(reading: Reading, frame: Frame) -> Mention | None:
    """What follows an act at once as the thing it is about."""
    if frame.passive:  # "The vote was criticised by Togo"
        return next((m for m in frame.fallback if m.start < frame.group.start and not m.prep), None)
    return next(
        (m for m in reading.mentions if m.start - frame.last in (0, 1, 2) and m.end > frame.last and not m.prep), None
    )


def _names_others(reading: Reading, frame: Frame, two: tuple[str, ...]) -> bool:
    """Whether the words tell of somebody else than two countries to whom it may be said: "urged farmers", "apologised to the nation"."""
    if any(not m.pronoun and (m.party or m.role or m.person) for m in frame.fallback):
        return True
    after = [m for m in reading.mentions if frame.group.verb < m.start < frame.clause[1]]
    return any(
        (m.known and set(two).isdisjoint(m.codes)) or (m.prep == "to" and m.start - frame.last <= _BESIDE)
        for m in after
    )
