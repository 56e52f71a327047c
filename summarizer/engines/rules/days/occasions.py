"""The occasions on which somebody speaks: a later act of speech of the same speaker, without a day of its own, is of that day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.days.announcing import announcing
from summarizer.engines.rules.days.belonging import goes_on
from summarizer.engines.rules.days.lending import SPANS, in_plain_past
from summarizer.engines.rules.days.sayingdays import UNTOLD, saying_days, words_for
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.sources.reports import Report
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.engines.rules.words.tokens import Tokens
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.edtf import DAY
from summarizer.ontology import Ontology

_KIND, _HARSH = 1, 3  # quadrants of acts of speech
_NOW = frozenset("want demand urge call accuse ask seek reject condemn threaten insist need request warn".split())
_PERSONAL = frozenset(("he", "she"))
# What is told of another time, or of many.
_BACK = SPANS | frozenset("last once repeatedly often always never long days".split())
_GATHERINGS = frozenset("conference briefing meeting session sitting ceremony rally hearing".split())
_TURN = 2  # sentences within which "he" goes on in the next paragraph


class Speaking(NamedTuple):
    """Somebody spoke on a day: `text` in sentence `number`, `edtf`; `at` is the sentence's place in the chunk.

    `words` are those for the speaker; `bare`: no more than the name of a country or body; `person`: it is one; `harsh`: all that
    is told of it is a hostile act.
    """

    words: frozenset[str]
    codes: tuple[str, ...]
    bare: bool
    person: bool
    text: str
    edtf: str
    number: int
    at: int
    harsh: bool = False


class Waiting(NamedTuple):
    """An act of speech told without a day: the number of its sentence, its trigger, the words for its speaker."""

    number: int
    trigger: str
    words: frozenset[str]


class Occasions:
    """Who spoke when, as the article has told so far. Not reusable: it belongs to one article."""

    def __init__(self, memory: Memory, published: dt.date | None, ontology: Ontology) -> None:
        self.memory, self.published, self.ontology = memory, published, ontology
        self.told: list[Speaking] = []
        self.waiting: list[Waiting] = []
        self.days: list[tuple[int, str]] = []  # of the sentence at which place each

    def hear(self, reading: Reading, sentence: Sentence, at: int, reports: Sequence[Report]) -> None:
        """Remember who speaks on a day that a sentence names."""
        for who, text, edtf in saying_days(reading, sentence, reports, self.published):
            self._add(reading, who, (text, edtf), (sentence.number, at))

    def note(self, reading: Reading, sentence: Sentence, at: int, spoken: Sequence[tuple[Mention, EventDraft]]) -> None:
        """Remember who acted by speech on a day that the sentence names itself."""
        for who, draft in spoken:
            edtf = draft.date_edtf
            if draft.status != "occurred" or not self._is_speech(draft):
                continue
            if draft.date_text and edtf and DAY.fullmatch(edtf) and draft.date_text in sentence.text:
                self._add(reading, who, (draft.date_text, edtf), (sentence.number, at), self._is_harsh(draft))

    def lend(self, draft: EventDraft, act: Act, place: Place, opening: int) -> EventDraft:
        """The draft with the day of the occasion on which its speaker speaks; `opening` is the place of its paragraph's first sentence."""
        if draft.date_text or not self._is_speech(draft):
            return draft
        if not _BACK.isdisjoint(place.reading.words.low[: act.frame.first]):
            return draft
        who = self._speaker(draft, act, place)
        if who is None:
            return draft
        begun = self._begun(draft, act, place) if self.told else None
        occasion = begun or self._earlier(draft, act, place, who, opening)
        if occasion is None:
            if not act.frame.pattern.noun and not find_dates(place.sentence.text):
                self.waiting.append(Waiting(place.sentence.number, draft.trigger, words_for(place.reading, who)))
            return draft
        self.told.append(occasion._replace(at=place.at))  # who spoke on goes on from here
        sentences = tuple(dict.fromkeys((*draft.sentences, occasion.number)))
        return replace(draft, sentences=sentences, date_text=occasion.text, date_edtf=occasion.edtf)

    def _begun(self, draft: EventDraft, act: Act, place: Place) -> Speaking | None:
        """The occasion told in the same sentence: "issued a statement on the 4th, denying that …, and accused …"."""
        low, start = place.reading.words.low, act.frame.group.start
        last = self.told[-1]
        codes = {party.country for party in draft.actors}
        if last.at == place.at and last.number != place.sentence.number and goes_on(place.reading, act.frame):
            return last  # "appealed to them to stay at home on Monday and called the strike a slap"
        if last.at != place.at or not last.codes or codes != set(last.codes) or low[start - 2 : start] != [",", "and"]:
            return None
        return last if self._named_before(act, place) == [last.text] else None

    def _earlier(self, draft: EventDraft, act: Act, place: Place, who: Mention, opening: int) -> Speaking | None:
        """The last occasion told before the sentence on which the same one spoke, if the story is still there."""
        if self._named_before(act, place):
            return None
        codes = {party.country for party in draft.actors if party.country}
        if codes and self.told and _at_the_same(place.reading.words.low):
            last = self.told[-1]
            if last.at < place.at and not codes.isdisjoint(last.codes):
                return last
        for occasion in reversed(self.told):
            known = codes and occasion.codes and not who.person  # a name tells more than the country put to it
            if occasion.at == place.at or (known and codes.isdisjoint(occasion.codes)):
                continue
            if self._same(occasion, who, place.reading):
                if occasion.harsh and not self._is_harsh(draft):
                    return None  # who warned them on Saturday needn't have promised anything then
                return occasion if self._reaches(occasion, who, place, opening) else None
        return None

    def advance(self, words: Tokens, sentence: Sentence, at: int) -> None:
        """Remember which days a sentence tells of."""
        for mention in find_dates(sentence.text):
            edtf = resolve_date(mention.text, self.published) if mention.kind != "vague" else None
            after = bisect_left(words.starts, mention.end + sentence.span.start)
            passive = words.low[after : after + 1] == ["by"]  # "the curfew decreed on Saturday by the governor"
            if edtf is not None and not passive:
                self.days.append((at, edtf))

    def _add(
        self,
        reading: Reading,
        who: Mention,
        day: tuple[str, str],
        where: tuple[int, int],
        harsh: bool = False,
    ) -> None:
        words = words_for(reading, who)
        person = bool(who.person or (who.role and not who.institution))
        if who.pronoun:
            before = self.memory.person
            if before is None or reading.words.low[who.start] not in _PERSONAL:
                return
            words, person = frozenset(before.name.lower().split()) - UNTOLD, True
        if words:
            bare = who.hit and not who.role and not who.person
            self.told.append(Speaking(words, who.codes, bare, person, *day, *where, harsh))

    def _is_speech(self, draft: EventDraft) -> bool:
        """Whether an act is done with words, and no meeting."""
        kind = self.ontology.types[draft.type]
        return self._is_harsh(draft) or (kind.quadrant == _KIND and kind.speech)

    def _is_harsh(self, draft: EventDraft) -> bool:
        return self.ontology.types[draft.type].quadrant == _HARSH

    def _speaker(self, draft: EventDraft, act: Act, place: Place) -> Mention | None:
        """Who speaks, where an act is told in the plain past, or made known by its actor's own words."""
        frame, group, low = act.frame, act.frame.group, place.reading.words.low
        if frame.charge is not None:
            return None
        own = announcing(place, frame, act.stance, draft.actors, self.ontology.types[draft.type])
        for report in place.reports:
            if report.verb in own or _speaks(place.reading, report, act, draft):
                return report.speaker
        if not frame.actors or any(
            r.start <= frame.first < r.end and r.speaker is not frame.actors[0] for r in place.reports
        ):
            return None  # another says so
        if group.infinitive:
            went_on = draft.status == "occurred" and low[group.start - 2 : group.start] == ["went", "on"]
            return frame.actors[0] if went_on else None
        plain = in_plain_past(draft, act, place.reading) and low[group.verb] not in _NOW
        return frame.actors[0] if plain else None

    def _named_before(self, act: Act, place: Place) -> list[str]:
        """The times that a sentence names before the act."""
        end = place.reading.words.starts[act.frame.first] - place.sentence.span.start
        return [m.text for m in find_dates(place.sentence.text) if m.kind != "vague" and m.start < end]

    def _same(self, occasion: Speaking, who: Mention, reading: Reading) -> bool:
        """Whether it is the speaker of an occasion who speaks again."""
        if who.pronoun:
            word = reading.words.low[who.start]
            if word in _PERSONAL:
                later = [known for known in self.memory.people.values() if known.sentence > occasion.number]
                alike = all(not occasion.words.isdisjoint(known.name.lower().split()) for known in later)
                return occasion.person and alike
            thing = self.memory.thing
            return word == "it" and not occasion.person and thing is not None and thing.codes == occasion.codes
        if who.hit and not who.role and not who.person:
            return occasion.bare and who.codes == occasion.codes
        words = words_for(reading, who)
        return bool(words) and words <= occasion.words

    def _reaches(self, occasion: Speaking, who: Mention, place: Place, opening: int) -> bool:
        """Whether the story hasn't left an occasion: no other day is told since, or the speaker has only this one."""
        left = any(occasion.at < at and day != occasion.edtf for at, day in self.days if at < place.at)
        if occasion.at >= opening:
            return not left
        if who.pronoun:
            return not left and place.at - occasion.at <= _TURN
        if occasion.bare:
            return False
        alike = {other.edtf for other in self.told if other.words & occasion.words}
        return len(alike) == 1 and not any(opening <= at < place.at and day not in alike for at, day in self.days)


def _at_the_same(low: list[str]) -> bool:
    """Whether a sentence tells at once that it goes on where somebody spoke: "At the same news conference …"."""
    return low[:3] == ["at", "the", "same"] and not _GATHERINGS.isdisjoint(low[3:6])


def _speaks(reading: Reading, report: Report, act: Act, draft: EventDraft) -> bool:
    """Whether an act consists in what its actor is made to say: "Chad must pay, Togo said"."""
    spoken = act.stance.control is not None or "must" in act.frame.pattern.flags
    if not spoken or not draft.actors or not report.start <= act.frame.first < report.end:
        return False
    return words_for(reading, report.speaker).issuperset(_surname(draft.actors[0].name))


def _surname(name: str) -> list[str]:
    return name.lower().split()[-1:]
