"""From an act as the words put it to a draft: its two sides, status, date, place, speakers; or None when too little is told."""

from __future__ import annotations

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft, PartyDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.context import Place, aims_at, has_object, is_armed, leaves_place, other_sentences
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.days.announcing import announcing
from summarizer.engines.rules.days.clock import Clock
from summarizer.engines.rules.days.coming import lies_ahead
from summarizer.engines.rules.days.continuing import Story, continued, names_day
from summarizer.engines.rules.days.moments import Moment, find_moment, looks_back
from summarizer.engines.rules.details import find_amounts, find_place
from summarizer.engines.rules.sides.addressing import BARE
from summarizer.engines.rules.sides.finding import SideFinder
from summarizer.engines.rules.sides.memory import Memory
from summarizer.engines.rules.sources.believing import believed
from summarizer.engines.rules.sources.offices import Doing
from summarizer.engines.rules.sources.speakers import sources
from summarizer.engines.rules.words.mentions import Mention, Reading
from summarizer.events import Status
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.ontology import VERBAL, EventType, Ontology

_FUTURE: frozenset[Status] = frozenset({"planned", "announced", "threatened", "demanded", "proposed"})
_ANYBODY = frozenset(("somebody", "someone"))
_HARM = 4
_DEEDS = frozenset((2, _HARM))
_BODIES = frozenset(("IGO", "EUR", "NATO", "UNO"))

Parties = tuple[PartyDraft, ...]


class Drafter:
    """Makes drafts for one chunk; `memory` is what its sentences have told so far."""

    def __init__(self, chunk: Chunk, ontology: Ontology, lexicon: Lexicon, memory: Memory) -> None:
        self.chunk, self.ontology, self.lexicon, self.memory = chunk, ontology, lexicon, memory
        self.sides = SideFinder(chunk, ontology, lexicon, memory)
        self.resolver = self.sides.resolver
        self.alone = len(chunk.sentences) < 3
        self.published = chunk.article.published_on

    def draft(self, act: Act, place: Place) -> EventDraft | None:
        """The act as a draft, or None."""
        frame, stance, reading, sentence = act.frame, act.stance, place.reading, place.sentence
        flags = frame.pattern.flags
        kind = self.ontology.types.get(stance.type)
        if kind is None or ("weak" in flags and self.alone):
            return None
        if self.alone and frame.charge is not None:
            return None
        if "arms" in flags and not is_armed(self.chunk, place.at, self.lexicon):
            return None
        via: list[int] = []
        actors, recipients = self.sides.find(act, place, kind, via)
        disowned = stance.status == "denied" and any(r.start <= frame.first < r.end for r in place.reports)
        if not self._enough(frame, kind, actors, recipients, disowned) or not self._well_formed(
            act, reading, actors, recipients
        ):
            return None
        moment, beside = self._moment(act, place, kind, actors)
        if self._is_history(moment) or (moment.text is None and self._old_tale(sentence)):
            return None
        speech = kind.quadrant in VERBAL
        said = kind.speech and stance.status != "denied" and not (kind.news and stance.status == "planned")
        doing = Doing(actors, recipients, said, kind.quadrant == _HARM, speech, measure=kind.name == "SANCTION")
        speakers = sources(self.resolver, place, frame, doing, via)
        others = other_sentences(via, sentence, (*actors, *recipients))
        draft = EventDraft(
            type=stance.type,
            mode=stance.mode if stance.mode in kind.modes else None,
            status=believed(stance.status, kind.quadrant, speakers, (actors, recipients)),
            sentences=tuple(dict.fromkeys((sentence.number, *((beside,) if beside is not None else ()), *others))),
            trigger=self._trigger(act, reading),
            actors=actors,
            recipients=recipients,
            date_text=moment.text,
            date_edtf=moment.edtf,
            place=find_place(reading, frame, sentence),
            attribution=speakers,
            quantities=find_amounts(reading, frame, sentence),
            confidence=0.75 if actors and recipients else 0.6,
        )
        self.sides.note(draft)
        return draft

    def _moment(self, act: Act, place: Place, kind: EventType, actors: Parties) -> tuple[Moment, int | None]:
        """When the act was, by its own sentence or by the scene it goes on, and the number of the sentence that tells the scene."""
        frame, stance, reading, sentence = act.frame, act.stance, place.reading, place.sentence
        ahead = stance.status in _FUTURE or lies_ahead(reading, frame) or "future" in frame.pattern.flags
        own = announcing(place, frame, stance, actors, kind)
        # "would be let go by Friday" tells no speech
        told = kind.quadrant in VERBAL and stance.status not in ("planned", "announced")
        near = None
        if looks_back(sentence.text):
            # "On Monday it closed the port. Nobody was surprised. The day before it had expelled two."
            before = place.before if "had" in frame.group.auxiliaries else place.before[-1:]
            near = place.anchor if place.heading is not None or names_day(before) else None
        clock = Clock(self.published, place.anchor, ahead, told, own, near, place.hinges)
        moment = find_moment(reading, frame, sentence, place.reports, clock)
        if moment.text is not None or stance.status == "denied":
            return moment, None
        if place.heading is not None:
            return place.heading, None
        if self.alone:
            return moment, None
        return continued(
            reading,
            frame,
            sentence,
            Story(place.before, place.anchor, self.published, self.chunk.sentences[: place.at]),
        )

    def _enough(self, frame: Frame, kind: EventType, actors: Parties, recipients: Parties, disowned: bool) -> bool:
        """Whether the sides are told that such an act needs; of one that somebody denies ("disowned") it is enough who did it."""
        flags = frame.pattern.flags
        if not any(p.country for p in (*actors, *recipients)):
            return False
        one_side = len({p.country or p.name for p in actors}) < 2
        if "mutual" in flags and one_side and not self._among_own(frame, actors):
            return any(p.country in _BODIES for p in actors) and not self.alone  # "ECOWAS ministers met on Monday"
        if disowned and any(p.country for p in actors) and not self.alone:
            return True
        several = kind.name == "AGREE" and not one_side and not self.alone  # "They promised to share the costs"
        if "needboth" in flags and not (actors and recipients) and not several:
            return False
        told = kind.quadrant == 4 and bool(frame.pattern.elements) and not self.alone  # "halted the export of rice"
        if kind.needs_recipient and not recipients and len(actors) < 2 and not told:
            return False
        if kind.name == "AID" and frame.passive and not actors and not any(m.known for m in frame.recipients):
            return False  # "The wounded were taken to a hospital": nobody's gift
        if kind.quadrant in VERBAL and not actors and not ("unseen" in flags and frame.passive and recipients):
            return False
        both = any(p.country for p in actors) and any(p.country for p in recipients)
        joint = "joint" in flags and len(actors) > 1
        return not self.alone or bool(flags & BARE) or both or joint  # a lone sentence must name both sides

    def _among_own(self, frame: Frame, actors: Parties) -> bool:
        """Whether two sides of one country deal with each other: "The prefect met union leaders"; not one with "his ministers"."""
        sides = [m for m in (*frame.actors, *frame.recipients, *frame.fallback) if m.role and not m.own]
        return not self.alone and len(sides) > 1 and len(actors) > 1 and all(p.sector for p in actors)

    def _well_formed(self, act: Act, reading: Reading, actors: Parties, recipients: Parties) -> bool:
        """Whether the words can mean the act: a crowd does what crowds do, a bare verb has an object, a verb a subject."""
        frame, pattern = act.frame, act.frame.pattern
        flags = pattern.flags
        unseen = not actors and bool(recipients) and (pattern.noun or frame.passive)  # "was daubed with paint"
        if pattern.type == "RETREAT" and not (actors or self.alone or _tells_whose(reading, frame)):
            return False  # "She had been let go": by whom, and whose is she?
        crowd = any(p.sector not in ("GOV", None) or p.country is None for p in actors)
        crowd = crowd or any(_named_by_country(reading, m) for m in frame.actors)
        if "crowd" in flags and not crowd and not unseen and not pattern.noun:  # "Riots broke out in Chad"
            return False
        bare = not (pattern.elements or pattern.noun or recipients or flags & BARE)
        deed = self.ontology.types[act.stance.type].quadrant in _DEEDS
        aimed = has_object(reading, frame) or (pattern.particle is not None and leaves_place(reading, frame))
        aimed = aimed or aims_at(reading, frame) or (frame.passive and bool(frame.actors))
        aimless = deed and not (actors and actors[0].country and aimed)
        if bare and (aimless or self.alone):
            return False
        untold = recipients and any(reading.words.low[m.start] in _ANYBODY for m in frame.actors)
        return bool(actors or frame.passive or untold or "noactor" in flags or pattern.noun)

    def _trigger(self, act: Act, reading: Reading) -> str:
        """The words that say the act, as short as they can be."""
        words, frame, control = reading.words, act.frame, act.stance.control
        first = frame.first if control is None else min(control, frame.first)
        last = frame.first if frame.last - first > 9 else max(frame.last, frame.first)
        return self.chunk.article.text[words.starts[first] : words.ends[last]]

    def _is_history(self, moment: Moment) -> bool:
        return moment.edtf is not None and self._long_ago(moment.edtf)

    def _long_ago(self, edtf: str) -> bool:
        published = self.published
        return published is not None and edtf[:4].isdigit() and int(edtf[:4]) < published.year - 1

    def _old_tale(self, sentence: Sentence) -> bool:
        """Whether a sentence names several dates, all of them long ago, so that what it leaves undated is old too."""
        published = self.published
        mentions = find_dates(sentence.text) if published is not None else ()
        if not mentions:
            return False
        days = (resolve_date(mention.text, published) for mention in mentions)
        return all(day is not None and self._long_ago(day) for day in days)


def _tells_whose(reading: Reading, frame: Frame) -> bool:
    """Whether the words tell whose people an act is done to, or point to several told before."""
    low = reading.words.low
    return any(m.known or low[m.start] in ("they", "both") for m in (*frame.recipients, *frame.fallback))


def _named_by_country(reading: Reading, mention: Mention) -> bool:
    """Whether a group is of people whom a country's name means: "Ghanaians", "some 300 Ghanaians"."""
    last = mention.end - 1
    hit = reading.hits.get(last)
    return hit is not None and hit.kind == "demonym" and reading.words.low[last].endswith("s")
