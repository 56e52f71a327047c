"""From the sentences of one article to event drafts: reads them in order, remembers, resolves parties, joins mentions."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules import tokens as tk
from summarizer.engines.rules.attribution import Report, find_reports
from summarizer.engines.rules.clauses import verb_group
from summarizer.engines.rules.context import has_object, in_quotation, is_armed, other_sentences
from summarizer.engines.rules.details import Clock, find_amounts, find_moment, find_place
from summarizer.engines.rules.frames import Frame, find_frames
from summarizer.engines.rules.heads import load_heads
from summarizer.engines.rules.joining import join_drafts
from summarizer.engines.rules.lexicon import Lexicon
from summarizer.engines.rules.memory import Known, Memory, find_home
from summarizer.engines.rules.mentions import Reading
from summarizer.engines.rules.parties import UNNAMED, PartyResolver, at_home
from summarizer.engines.rules.reading import read_sentence
from summarizer.engines.rules.status import Stance, request_mode, stance_of
from summarizer.engines.rules.subjects import subject_of
from summarizer.events import Status
from summarizer.normalising.actors import NameHit, find_names
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.ontology import Ontology

_FUTURE: frozenset[Status] = frozenset({"planned", "announced", "threatened", "demanded", "proposed"})
_LIKEWISE = frozenset(
    (verb, rest)
    for verb, rest in (
        ("followed", "suit"), ("follow", "suit"), ("follows", "suit"), ("did", "likewise"), ("does", "likewise"),
        ("done", "likewise"), ("piled", "in"), ("joined", "in"),
    )
)  # fmt: skip
_LIKEWISE_WORDS = frozenset(("suit", "likewise", "piled", "joined"))
_BARE = frozenset(("none", "own", "crowd", "mutual"))


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
        self.resolver = PartyResolver(chunk, self.memory)
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
        self.memory.home = find_home(self.chunk, hits, first)
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
        if (cued or not _LIKEWISE_WORDS.isdisjoint(words.low)) and not sentence.text.endswith("?"):
            acts = self._acts(reading)
            drafts += [(draft, -1) for draft in self._likewise(reading, sentence)]
            reports = find_reports(reading) if acts else []
            for act in acts:
                draft = self._draft(reading, sentence, act, reports)
                if draft is not None:
                    drafts.append((draft, act.frame.pattern.order))
                    self.memory.pair(draft.actors, draft.recipients, sentence.number)
                    if (
                        draft.recipients
                        and draft.status == "occurred"
                        and self.ontology.types[draft.type].quadrant == 4
                    ):
                        self.model = draft
        if len(self.chunk.sentences) >= 3:
            self._advance(sentence, words)
        self.memory.learn(reading, self.text)
        return drafts

    def _advance(self, sentence: Sentence, words: tk.Tokens) -> None:
        """Let later "two days after that" count from the last day that this sentence names."""
        if tk.TIME_WORDS.isdisjoint(words.low) and not any(word[0].isdigit() for word in words.low):
            return
        for mention in find_dates(sentence.text):
            if mention.kind in ("day", "weekday", "anchored", "relative"):
                edtf = resolve_date(mention.text, self.chunk.article.published_on, self.anchor)
                self.anchor = edtf or self.anchor

    def _recall(self, reading: Reading) -> None:
        """Give people and institutions the country under which the article named them before."""
        for mention in reading.mentions:
            if mention.codes or mention.pronoun or reading.words.low[mention.end - 1] in UNNAMED:
                continue
            if not (mention.person or mention.role):
                word = reading.words.raw[mention.start]
                if mention.end - mention.start > 1 or word.lower() not in self.memory.people or not word[0].isupper():
                    continue
                mention.person, mention.party = word, True
            if mention.own and mention.sector == "GOV" and reading.words.low[mention.start] in ("its", "their"):
                owner = next((m for m in reading.mentions if m.start < mention.start and m.hit and not m.prep), None)
                if owner is not None and not owner.role:  # "Hungary will expel nobody, its foreign minister said"
                    mention.codes = owner.codes
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
            if in_quotation(reading, frame) and not any(m.hit and not m.prep for m in frame.actors):
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
            actors = tuple(p for p in self.resolver.parties(subject_of(reading, group), reading, via, 4) if p.country)
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
        if "arms" in flags and not is_armed(self.chunk, sentence, self.lexicon):
            return None
        via: list[int] = []
        sides = (frame.actors, frame.recipients)
        if "swap" in flags and stance.type != pattern.type:  # "offered to host talks with …": the host offers
            sides = (frame.recipients, frame.actors)
        actors = self.resolver.parties(sides[0], reading, via, kind.quadrant)
        recipients = self.resolver.parties(sides[1], reading, via, kind.quadrant)
        codes = {p.country for p in actors if p.country}
        if not recipients and frame.fallback:
            near = kind.quadrant if frame.passive and not actors else 1
            recipients = self.resolver.parties(frame.fallback, reading, via, near)
            if (kind.quadrant >= 3 or len(self.chunk.sentences) < 3) and len(codes) == 1:
                own = next(iter(codes))
                recipients = tuple(at_home(party, own) for party in recipients)
        home = self.memory.home
        if (  # "… during a march against prices"
            "crowd" in flags
            and pattern.noun
            and not actors
            and home is not None
            and not set(home.codes) & {p.country for p in recipients}
        ):
            via.append(home.sentence)
            actors = tuple(self.resolver.named(home.name, code, "CVL") for code in home.codes)
        if "mutual" in flags:
            actors = tuple(dict.fromkeys((*actors, *recipients)))
            recipients = ()
            if len({p.country or p.name for p in actors}) < 2:
                return None
        recipients = tuple(p for p in recipients if p not in actors)
        if len(self.chunk.sentences) >= 3 and kind.quadrant >= 3 and not flags & _BARE - {"own"}:
            actors, recipients = self.resolver.fill(frame, actors, recipients, kind.needs_recipient, via)
        if "joint" in flags and len({p.country for p in actors if p.country}) > 1:
            recipients = ()
        elif len(self.chunk.sentences) < 3 and not flags & (_BARE - {"own"}):
            actors, recipients = self.resolver.anywhere(reading, frame, actors, recipients, via)
        named = [p for p in (*actors, *recipients) if p.country]
        if not named:
            return None
        unseen = not actors and bool(recipients) and (pattern.noun or frame.passive)  # "was daubed with paint"
        crowd = any(p.sector not in ("GOV", None) or p.country is None for p in actors)
        if "crowd" in flags and not crowd and not unseen:
            return None
        if "needboth" in flags and not (actors and recipients):
            return None
        if kind.needs_recipient and not recipients and len(actors) < 2:
            return None
        if (
            len(self.chunk.sentences) < 3
            and not flags & _BARE
            and not (
                (any(p.country for p in actors) and any(p.country for p in recipients))
                or ("joint" in flags and len(actors) > 1)
            )
        ):
            return None  # a lone sentence must name both sides
        bare = not (pattern.elements or pattern.noun or recipients or flags & _BARE)
        aimless = kind.quadrant in (2, 4) and not (actors and actors[0].country and has_object(reading, frame))
        if bare and (aimless or len(self.chunk.sentences) < 3):
            return None
        if not actors and not frame.passive and "noactor" not in flags and not pattern.noun:
            return None
        if kind.quadrant in (1, 3) and not actors:
            return None
        status = stance.status
        moment = find_moment(
            reading,
            frame,
            sentence,
            reports,
            Clock(self.chunk.article.published_on, self.anchor, status in _FUTURE, kind.quadrant in (1, 3)),
        )
        if self._is_history(moment.edtf):
            return None
        speakers = self.resolver.speakers(reading, frame, reports, actors if kind.quadrant in (1, 3) else (), via)
        if status == "occurred" and speakers and kind.quadrant == 4:
            told = {s.country for s in speakers if s.country}
            against = {p.country for p in recipients if p.country}
            if speakers[-1].reporting in ("leaked", "alleged") or (
                told and actors and told <= against and not told & codes
            ):
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
            sentences=(sentence.number, *other_sentences(via, sentence, (*actors, *recipients))),
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

    def _is_history(self, edtf: str | None) -> bool:
        published = self.chunk.article.published_on
        if edtf is None or published is None or not edtf[:4].isdigit():
            return False
        return int(edtf[:4]) < published.year - 1


def warm() -> None:
    """Load what is read from files, so that the first article isn't slower."""
    load_heads()
    find_names("")
