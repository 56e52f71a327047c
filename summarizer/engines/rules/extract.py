"""From the sentences of one article to event drafts: reads them in order, remembers, resolves parties, joins mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft, PartyDraft, SpeakerDraft
from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.attribution import Report, find_reports
from summarizer.engines.rules.clauses import siblings, subject_of, verb_group
from summarizer.engines.rules.details import Clock, find_amounts, find_moment, find_place
from summarizer.engines.rules.frames import Frame, find_frames
from summarizer.engines.rules.joining import join_drafts
from summarizer.engines.rules.lexicon import Lexicon
from summarizer.engines.rules.memory import Known, Memory
from summarizer.engines.rules.mentions import Mention, Reading, load_heads, read_sentence
from summarizer.engines.rules.status import Stance, request_mode, stance_of
from summarizer.events import Status
from summarizer.normalising.actors import NameHit, country_of, display_name, find_names
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.normalising.places import find_places
from summarizer.ontology import Ontology

_FUTURE: frozenset[Status] = frozenset({"planned", "announced", "threatened", "demanded", "proposed"})
_LIKEWISE = frozenset(
    (verb, rest)
    for verb, rest in (
        ("followed", "suit"), ("follow", "suit"), ("follows", "suit"), ("did", "likewise"), ("does", "likewise"),
        ("done", "likewise"), ("piled", "in"), ("joined", "in"),
    )
)  # fmt: skip
_PAIRED = frozenset(
    "sides neighbours neighbors countries governments armies capitals states parties ministries nations leaders presidents".split()
)
_NO_HOME = frozenset(("EUR", "NATO", "UNO", "IGO", "NGO", "IMG"))
_BARE = frozenset(("none", "own", "crowd", "mutual"))
_ARMED = frozenset("UAF REB MIL COP CVL JUD".split())
_AT_HOME = frozenset("COP MIL JUD LEG CVL OPP JRN LAB EDU REB UAF MED REL PTY CRM AGR SPY NGO".split())


@dataclass(frozen=True, slots=True)
class _Act:
    frame: Frame
    stance: Stance


class ArticleReader:
    """Reads one chunk. Not reusable: what it remembers belongs to one article."""

    def __init__(self, chunk: Chunk, ontology: Ontology, lexicon: Lexicon) -> None:
        self.chunk, self.ontology, self.lexicon = chunk, ontology, lexicon
        self.text = chunk.article.text
        self.memory = Memory()
        self.anchor: str | None = None
        self.model: EventDraft | None = None

    def read(self) -> tuple[EventDraft, ...]:
        """All drafts of the chunk, repeated mentions joined."""
        if not self.chunk.sentences:
            return ()
        first, last = self.chunk.sentences[0].span.start, self.chunk.sentences[-1].span.end
        hits = find_names(self.text[first:last])
        starts = [hit.start + first for hit in hits]
        drafts: list[tuple[EventDraft, int]] = []
        self.memory.home = self._find_home(hits, first)
        for sentence in self.chunk.sentences:
            low, high = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
            here = [NameHit(h.start + first, h.end + first, h.code, h.kind) for h in hits[low:high]]
            drafts += self._sentence(sentence, here)
        return join_drafts(drafts)

    def _sentence(self, sentence: Sentence, hits: list[NameHit]) -> list[tuple[EventDraft, int]]:
        words = tk.tokenize(sentence.text, sentence.span.start)
        if len(words) < 3 or len(words) > 400:
            return []
        anchors = self.lexicon.anchors
        cued = any(word in anchors for word in words.low)
        if not cued and not hits:
            return []
        reading = read_sentence(sentence.number, words, hits, self.lexicon)
        self._recall(reading)
        for hit in hits:
            if " " not in hit.code and hit.kind != "organisation":
                name = self.text[hit.start : hit.end]
                self.memory.count(hit.code, Known(name, (hit.code,), None, sentence.number))
        drafts: list[tuple[EventDraft, int]] = []
        if (cued or "likewise" in words.low) and not sentence.text.endswith("?"):
            acts = self._acts(reading)
            drafts += [(draft, -1) for draft in self._likewise(reading, sentence)]
            reports = find_reports(reading) if acts else []
            for act in acts:
                draft = self._draft(reading, sentence, act, reports)
                if draft is not None:
                    drafts.append((draft, act.frame.pattern.order))
                    self.memory.pair(draft.actors, draft.recipients, sentence.number)
                    if draft.recipients and draft.status == "occurred" and self.ontology.types[draft.type].quadrant == 4:
                        self.model = draft
        if len(self.chunk.sentences) >= 3:
            self._advance(sentence)
        self.memory.learn(reading, self.text)
        return drafts

    def _advance(self, sentence: Sentence) -> None:
        """Let later "two days after that" count from the last day that this sentence names."""
        for mention in find_dates(sentence.text):
            if mention.kind in ("day", "weekday", "anchored", "relative"):
                self.anchor = resolve_date(mention.text, self.chunk.article.published_on, self.anchor) or self.anchor

    def _find_home(self, hits: Sequence[NameHit], offset: int) -> Known | None:
        """Where an article is at home: its dateline, else the country that it names far more often than any other."""
        if len(self.chunk.sentences) < 3:
            return None
        lead = self.chunk.sentences[0]
        dateline = next((p for p in find_places(lead.text) if p.start <= 3 and p.country), None)
        if dateline is not None and dateline.country and dateline.name.isupper():
            return Known(dateline.name, (dateline.country,), None, lead.number)
        counts = Counter(hit.code for hit in hits if hit.code not in _NO_HOME and " " not in hit.code)
        if not counts:
            return None
        (code, most), *rest = counts.most_common(2)
        if most < 2 or (rest and rest[0][1] * 2 > most):
            opening = self.chunk.sentences[1].span.end - offset
            early = {hit.code for hit in hits if hit.start < opening and hit.code in counts}
            if len(early) != 1:
                return None
            code = early.pop()
        hit = next(h for h in hits if h.code == code)
        number = next((s.number for s in self.chunk.sentences if s.span.start <= hit.start + offset < s.span.end), lead.number)
        return Known(self.text[hit.start + offset : hit.end + offset], (code,), None, number)

    def _recall(self, reading: Reading) -> None:
        """Give people and institutions the country under which the article named them before."""
        for mention in reading.mentions:
            if mention.codes or mention.pronoun or not (mention.person or mention.role):
                continue
            known = self.memory.find(mention, reading)
            if known is None:
                continue
            if known.codes:
                mention.codes = known.codes
                mention.via = (known.sentence,)
            elif known.sector and mention.person:
                mention.role = mention.role or "person"
            mention.sector = known.sector or mention.sector

    def _acts(self, reading: Reading) -> list[_Act]:
        frames = find_frames(reading, self.lexicon)
        acts: list[_Act] = []
        asked: dict[int, tuple[str, str | None]] = {}
        governed: set[int] = set()
        for frame in frames:
            if _quoted(reading, frame) and not any(m.hit and not m.prep for m in frame.actors):
                continue
            stance = stance_of(reading, frame, self.lexicon)
            if stance is None:
                continue
            if stance.lends is not None:
                asked.setdefault(stance.lends, (stance.type, stance.mode))
                continue
            if stance.control is not None and stance.control != frame.group.start:
                governed.add(stance.control)
            acts.append(_Act(frame, stance))
        kept: list[_Act] = []
        for act in acts:
            at = act.frame.group.verb
            if at in governed and act.stance.control is None:
                continue
            if at in asked:
                mode = request_mode(self.lexicon, *asked[at])
                kind = self.ontology.types.get(act.stance.type)
                if kind is not None and mode in kind.modes and self._is_request(act):
                    act = replace(act, stance=replace(act.stance, mode=mode))
            kept.append(act)
        return kept

    def _likewise(self, reading: Reading, sentence: Sentence) -> list[EventDraft]:
        """ "… followed suit on Tuesday": the act told last, done by somebody else."""
        low, model = reading.words.low, self.model
        if model is None:
            return []
        for i, word in enumerate(low[:-1]):
            if (word, low[i + 1]) not in _LIKEWISE:
                continue
            group = verb_group(reading, i)
            if group.negated or group.modal or group.infinitive:
                continue
            via: list[int] = []
            actors = tuple(p for p in self._parties(subject_of(reading, group), reading, via, 4) if p.country)
            if not actors:
                continue
            words = reading.words
            moments = find_dates(sentence.text)
            edtf = resolve_date(moments[0].text, self.chunk.article.published_on, self.anchor) if moments else None
            return [
                replace(
                    model,
                    sentences=tuple(dict.fromkeys((sentence.number, *via, *model.sentences[:1]))),
                    trigger=self.text[words.starts[i] : words.ends[i + 1]],
                    actors=actors,
                    date_text=moments[0].text if edtf else None,
                    date_edtf=edtf,
                    place=None,
                    attribution=(),
                    quantities=(),
                    confidence=0.6,
                )
            ]
        return []

    def _is_request(self, act: _Act) -> bool:
        control = self.lexicon.controls.get("request")
        return control is not None and control.type == act.stance.type

    def _draft(self, reading: Reading, sentence: Sentence, act: _Act, reports: list[Report]) -> EventDraft | None:
        frame, stance = act.frame, act.stance
        pattern = frame.pattern
        flags = pattern.flags
        kind = self.ontology.types.get(stance.type)
        if kind is None or ("weak" in flags and len(self.chunk.sentences) < 3):
            return None
        via: list[int] = []
        sides = (frame.actors, frame.recipients)
        if "swap" in flags and stance.type != pattern.type:  # "offered to host talks with …": the host offers
            sides = (frame.recipients, frame.actors)
        actors = self._parties(sides[0], reading, via, kind.quadrant)
        recipients = self._parties(sides[1], reading, via, kind.quadrant)
        codes = {p.country for p in actors if p.country}
        if not recipients and frame.fallback:
            recipients = self._parties(frame.fallback, reading, via, 1)
            if (kind.quadrant >= 3 or len(self.chunk.sentences) < 3) and len(codes) == 1:
                home = next(iter(codes))
                recipients = tuple(_at_home(party, home) for party in recipients)
        if "mutual" in flags:
            actors = tuple(dict.fromkeys((*actors, *recipients)))
            recipients = ()
            if len({p.country or p.name for p in actors}) < 2:
                return None
        recipients = tuple(p for p in recipients if p not in actors)
        if len(self.chunk.sentences) >= 3 and kind.quadrant >= 3 and not flags & _BARE - {"own"}:
            actors, recipients = self._fill(frame, actors, recipients, kind.needs_recipient, via)
        if "joint" in flags and len({p.country for p in actors if p.country}) > 1:
            recipients = ()
        elif len(self.chunk.sentences) < 3 and not flags & (_BARE - {"own"}):
            actors, recipients = self._anywhere(reading, frame, actors, recipients, via)
        named = [p for p in (*actors, *recipients) if p.country]
        if not named:
            return None
        if "crowd" in flags:
            if not any(p.sector not in ("GOV", None) or p.country is None for p in actors):
                return None
        if "needboth" in flags and not (actors and recipients):
            return None
        if kind.needs_recipient and not recipients and len(actors) < 2:
            return None
        if len(self.chunk.sentences) < 3 and not flags & _BARE and not (
            any(p.country for p in actors) and any(p.country for p in recipients) or "joint" in flags and len(actors) > 1
        ):
            return None  # a lone sentence must name both sides
        if not pattern.elements and not pattern.noun and not recipients and not flags & _BARE:
            if len(self.chunk.sentences) < 3 or (kind.quadrant in (2, 4) and not (actors and actors[0].country and _has_object(reading, frame))):
                return None
        if not actors and not frame.passive and "noactor" not in flags and not pattern.noun:
            return None
        if kind.quadrant in (1, 3) and not actors:
            return None
        status = stance.status
        moment = find_moment(reading, frame, sentence, reports, Clock(self.chunk.article.published_on, self.anchor, status in _FUTURE))
        if self._is_history(moment.edtf):
            return None
        speakers = self._speakers(reading, frame, reports, actors if kind.quadrant in (1, 3) else (), via)
        if status == "occurred" and speakers and kind.quadrant == 4:
            told = {s.country for s in speakers if s.country}
            against = {p.country for p in recipients if p.country}
            if speakers[-1].reporting in ("leaked", "alleged") or (told and told <= against and not told & codes):
                status = "alleged"
        words = reading.words
        first = frame.first if stance.control is None else min(stance.control, frame.first)
        trigger = self.text[words.starts[first] : words.ends[max(frame.last, frame.first)]]
        if frame.last - first > 9:
            trigger = self.text[words.starts[first] : words.ends[frame.first]]
        return EventDraft(
            type=stance.type,
            mode=stance.mode if stance.mode in kind.modes else None,
            status=status,
            sentences=tuple(dict.fromkeys((sentence.number, *via))),
            trigger=trigger,
            actors=actors,
            recipients=recipients,
            date_text=moment.text,
            date_edtf=moment.edtf,
            place=find_place(reading, frame, sentence),
            attribution=speakers,
            quantities=find_amounts(reading, frame, sentence),
            confidence=0.75 if actors and recipients else 0.6,
        )

    def _fill(
        self,
        frame: Frame,
        actors: tuple[PartyDraft, ...],
        recipients: tuple[PartyDraft, ...],
        needed: bool,
        via: list[int],
    ) -> tuple[tuple[PartyDraft, ...], tuple[PartyDraft, ...]]:
        """Take the missing side from what the article told before ("sent four envoys home"), where the words leave one open."""
        codes = [p.country for p in actors if p.country]
        if codes and not any(p.country for p in recipients):
            abroad = any(set(p.name.lower().split()) & _ABROAD for p in recipients)
            abroad = abroad or (not recipients and bool(frame.fallback) and frame.fallback[0].pronoun)
            if abroad or (needed and not recipients):
                known = self.memory.other_side(codes)
                if known is not None:
                    via.append(known.sentence)
                    recipients = tuple(self._named(known.name, code, known.sector) for code in known.codes)
        elif frame.passive and not actors and "state" in frame.pattern.flags and self.memory.home is not None:
            via.append(self.memory.home.sentence)
            actors = tuple(self._named(self.memory.home.name, code, None) for code in self.memory.home.codes)
        elif frame.passive and not actors and not codes and recipients and self.memory.home is not None and (
            any(set(p.name.lower().split()) & _ABROAD for p in recipients) and not any(p.country for p in recipients)
        ):
            home = self.memory.home
            known = self.memory.other_side(home.codes)
            if known is not None:
                via.extend((home.sentence, known.sentence))
                actors = tuple(self._named(home.name, code, None) for code in home.codes)
                recipients = tuple(self._named(known.name, code, known.sector) for code in known.codes)
        elif frame.passive and not actors:
            codes = [p.country for p in recipients if p.country]
            diplomats = any(set(p.name.lower().split()) & _ABROAD for p in recipients)
            known = self.memory.other_side(codes) if codes and diplomats else None
            if known is not None:
                via.append(known.sentence)
                actors = tuple(self._named(known.name, code, known.sector) for code in known.codes)
        return actors, recipients

    def _anywhere(
        self,
        reading: Reading,
        frame: Frame,
        actors: tuple[PartyDraft, ...],
        recipients: tuple[PartyDraft, ...],
        via: list[int],
    ) -> tuple[tuple[PartyDraft, ...], tuple[PartyDraft, ...]]:
        """In a lone sentence the missing side is sought in all of it: after the act, before it, at home."""
        own = {p.country for p in (*actors, *recipients) if p.country}
        taken = {id(m) for m in (*frame.actors, *frame.recipients)}
        others = [m for m in reading.mentions if m.hit and id(m) not in taken and m.prep not in ("per", "by")]
        after = [m for m in others if m.start > frame.last]
        before = [m for m in others if m.end <= frame.first]
        if any(p.country for p in actors) and not any(p.country for p in recipients):
            found = next((m for m in (*after, *reversed(before)) if not set(m.codes) & own), None)
            found = found or next((m for m in after if set(m.codes) <= own), None)
            if found is not None:
                recipients = tuple(self._party(found, reading, via, 1))
        elif any(p.country for p in recipients) and not any(p.country for p in actors) and not actors:
            found = next((m for m in before if not set(m.codes) & own and not m.inner), None)
            if found is not None:
                actors = tuple(self._party(found, reading, via, 1))
        return actors, tuple(p for p in recipients if p not in actors)

    def _is_history(self, edtf: str | None) -> bool:
        published = self.chunk.article.published_on
        if edtf is None or published is None or not edtf[:4].isdigit():
            return False
        return int(edtf[:4]) < published.year - 1

    def _parties(self, mentions: list[Mention], reading: Reading, via: list[int], quadrant: int) -> tuple[PartyDraft, ...]:
        found: list[PartyDraft] = []
        for mention in mentions:
            found += self._party(mention, reading, via, quadrant)
        return tuple(dict.fromkeys(found))

    def _party(self, mention: Mention, reading: Reading, via: list[int], quadrant: int) -> list[PartyDraft]:
        words = reading.words
        name = self.text[words.starts[mention.start] : words.ends[mention.end - 1]]
        if mention.pronoun:
            inside = _antecedent(mention, reading)
            if inside is not None:
                group = siblings(reading, inside) if reading.words.low[mention.start] in ("they", "them", "themselves") else [inside]
                return [party for one in group if not one.pronoun for party in self._party(one, reading, via, quadrant)]
            known = self.memory.find(mention, reading)
            if known is not None and not known.codes and known.sector and self.memory.home is not None and quadrant >= 3:
                via.extend((known.sentence, self.memory.home.sentence))
                return [self._named(known.name, code, known.sector) for code in self.memory.home.codes]
            if known is None or not known.codes:
                return []
            via.append(known.sentence)
            return [self._named(known.name, code, known.sector) for code in known.codes]
        codes = mention.codes
        if codes:
            via.extend(mention.via)
            if len(codes) > 1:
                return [PartyDraft(display_name(code), code, mention.sector or "GOV") for code in codes]
            hit = next((reading.hits[t] for t in range(mention.start, mention.end) if t in reading.hits), None)
            told = country_of(name)
            if hit is not None and (told != codes[0] or mention.end - mention.start > 8):
                name = self.text[hit.start : hit.end]
            elif hit is None and told is not None and told != codes[0]:
                return []
            sector = mention.sector or "GOV"
            if mention.role is None and mention.hit and words.raw[mention.end - 1][0].islower():
                sector = "CVL"
            return [PartyDraft(name, codes[0], sector)]
        if words.low[mention.end - 1] in _PAIRED and (
            words.low[mention.start] == "both" or words.low[mention.start : mention.start + 2] == ["the", "two"]
        ):
            pair = self.memory.both()
            via.extend(known.sentence for known in pair)
            return [self._named(known.name, code, None) for known in pair for code in known.codes]
        if not (mention.role or mention.person) or not mention.party:
            return []
        if mention.sector in _ARMED and quadrant == 4 and country_of(name) is None:
            here = next((m for m in reading.mentions if m.prep in ("in", "at", "near") and len(m.codes) == 1 and m.hit), None)
            if here is not None:
                return [PartyDraft(name, here.codes[0], mention.sector)]
            sentence = self.chunk.sentence(reading.number)
            place = next((p for p in find_places(sentence.text) if p.country), None) if sentence else None
            if place is not None and place.country:
                return [PartyDraft(name, place.country, mention.sector)]
        home = self.memory.home
        office = (
            mention.sector == "GOV"
            and (reading.words.low[mention.start] in ("the", "an", "a") or bool(mention.person and mention.role))
            and not set(name.lower().split()) & _ABROAD
        )
        if home is not None and (office or (mention.sector in _AT_HOME and quadrant >= 3)) and country_of(name) is None:
            via.append(home.sentence)
            return [PartyDraft(name, home.codes[0], mention.sector)]
        return [PartyDraft(name, None, mention.sector)]

    def _named(self, name: str, code: str, sector: str | None) -> PartyDraft:
        told = country_of(name)
        return PartyDraft(name if told in (None, code) else display_name(code), code, sector or "GOV")

    def _speakers(
        self, reading: Reading, frame: Frame, reports: list[Report], actors: tuple[PartyDraft, ...], via: list[int]
    ) -> tuple[SpeakerDraft, ...]:
        speakers: list[SpeakerDraft] = []
        names = {p.name for p in actors}
        speech = bool(names)
        for report in reports:
            if not report.start <= frame.first < report.end or report.verb == frame.first:
                continue
            speaker = report.speaker
            if speaker.start <= frame.first < speaker.end:
                continue
            parties = [p for m in siblings(reading, speaker) for p in self._party(m, reading, via, 3)]
            if not parties:
                words = reading.words
                name = self.text[words.starts[speaker.start] : words.ends[speaker.end - 1]]
                if speaker.pronoun or speaker.end - speaker.start > 7 or not name[:1].isalpha():
                    continue
                parties = [PartyDraft(name)]
            for party in parties:
                if not (speech and party.name in names):
                    speakers.append(SpeakerDraft(party.name, party.country, report.reporting))
        return tuple(dict.fromkeys(speakers))[:2]


_ABROAD = frozenset("ambassador ambassadors envoy envoys diplomat diplomats consul embassy consulate charge chargé attaché attache side sides neighbour neighbours neighbor neighbors counterpart colleague".split())


def _at_home(party: PartyDraft, home: str) -> PartyDraft:
    """A party without a country that its own side's act is done to ("Nigerian police detained ten union leaders")."""
    if party.country or party.sector is None or country_of(party.name) is not None:
        return party
    words = set(party.name.lower().split())
    return party if words & _ABROAD else PartyDraft(party.name, home, party.sector)


def _has_object(reading: Reading, frame: Frame) -> bool:
    return not frame.passive and any(m.start - frame.last in (1, 2) and not m.prep and not m.pronoun for m in reading.mentions)


_REFERRING = frozenset("he she it they him her them itself himself herself themselves".split())


def _antecedent(pronoun: Mention, reading: Reading) -> Mention | None:
    """Whom a pronoun means within its own sentence: the first party before it that could be a subject."""
    word = reading.words.low[pronoun.start]
    if word not in _REFERRING:
        return None
    human = word in ("he", "she", "him", "her", "himself", "herself")
    for mention in reading.mentions:
        if mention.start >= pronoun.start:
            return None
        if mention.prep or mention.inner or mention.pronoun or not mention.codes:
            continue
        if human and not (mention.person or (mention.role and not mention.institution)):
            continue
        return mention
    return None


def _quoted(reading: Reading, frame: Frame) -> bool:
    """Whether the act stands inside a longer quotation."""
    low = reading.words.low
    opened = -1
    for j in range(frame.first):
        if low[j] in ("“", "«", "„") or (low[j] == '"' and opened < 0):
            opened = j
        elif low[j] in ("”", "»") or low[j] == '"':
            opened = -1
    if opened < 0:
        return False
    close = next((j for j in range(frame.first, len(low)) if low[j] in ("”", "»", '"', "“")), len(low))
    return close - opened > 5


def warm() -> None:
    """Load what is read from files, so that the first article isn't slower."""
    load_heads()
    find_names("")
