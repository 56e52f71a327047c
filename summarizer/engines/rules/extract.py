"""From the sentences of one article to event drafts: reads them in order, remembers, resolves parties, joins mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.acts.acting import find_acts
from summarizer.engines.rules.acts.completing import Completer, is_item
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.acts.restoring import cut, find_gaps
from summarizer.engines.rules.acts.seconding import seconds
from summarizer.engines.rules.acts.taking_turns import each_on_its_day
from summarizer.engines.rules.acts.tolls import is_toll
from summarizer.engines.rules.days.advancing import names_time
from summarizer.engines.rules.days.backing import dated_by_next
from summarizer.engines.rules.days.chronicles import Heading
from summarizer.engines.rules.days.diary import Diary
from summarizer.engines.rules.days.hinges import NONE, Hinges
from summarizer.engines.rules.days.hinging import counts_from_acts
from summarizer.engines.rules.days.inheriting import with_day_told_before
from summarizer.engines.rules.days.lending import Before
from summarizer.engines.rules.days.occasions import Occasions
from summarizer.engines.rules.days.retelling import Retold, dated_by_retelling
from summarizer.engines.rules.days.sayingdays import FORMS
from summarizer.engines.rules.drafting import Drafter
from summarizer.engines.rules.joining import join_drafts
from summarizer.engines.rules.layout import Layout
from summarizer.engines.rules.sentence_acts import SentenceActs
from summarizer.engines.rules.sides.following_suit import LIKEWISE_WORDS, can_be_repeated, likewise, said_again
from summarizer.engines.rules.sides.homes import dateline, find_home
from summarizer.engines.rules.sides.issuers import find_issuer
from summarizer.engines.rules.sides.learning import learn
from summarizer.engines.rules.sides.memory import Known, Memory
from summarizer.engines.rules.sides.ourselves import speaks_for_a_place
from summarizer.engines.rules.sides.proforms import stand_in
from summarizer.engines.rules.sides.recalling import recall
from summarizer.engines.rules.sources.attribution import find_reports
from summarizer.engines.rules.sources.awaiting import Quotations
from summarizer.engines.rules.sources.carrying import Carrier
from summarizer.engines.rules.sources.remembering import note_speakers
from summarizer.engines.rules.sources.sayverbs import SAYING
from summarizer.engines.rules.status.retracting import denied_by_next
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.heads import load_heads
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.reading import read_sentence
from summarizer.normalising.actors import NameHit, find_names
from summarizer.ontology import Ontology
from summarizer.spans import Span

_BROKEN_OFF = 3  # tokens from the end of a list's lead at which its last act isn't told out: "urged on Monday:"
_CLOSED = (".", "!", "”", '"')
_NEAR = 500  # characters before a sentence in which "the Russian one" finds what it means


class ArticleReader:
    """Reads one chunk. Not reusable: what it remembers belongs to one article."""

    def __init__(self, chunk: Chunk, ontology: Ontology, lexicon: Lexicon) -> None:
        self.chunk, self.ontology, self.lexicon = chunk, ontology, lexicon
        self.text = chunk.article.text
        self.memory = Memory()
        self.drafter = Drafter(chunk, ontology, lexicon, self.memory)
        self.completer = Completer(self.drafter, lexicon)
        self.alone = len(chunk.sentences) < 3
        self.at = 0  # which sentence is read
        self.model: EventDraft | None = None
        self.drafts: list[tuple[EventDraft, int]] = []
        self.diary = Diary(chunk, lexicon, self.drafts)
        self.published = chunk.article.published_on
        self.layout = Layout(chunk)
        self.occasions = Occasions(self.memory, self.published, ontology)

    def read(self) -> tuple[EventDraft, ...]:
        """All drafts of the chunk, repeated mentions joined."""
        if not self.chunk.sentences:
            return ()
        first, last = self.chunk.sentences[0].span.start, self.chunk.sentences[-1].span.end
        if not (self.text[:first].strip() or self.text[last:].strip()):
            first, last = 0, len(self.text)  # the whole article: its names are asked for again by what follows
        hits = find_names(self.text[first:last])
        carrier = Carrier(self.chunk, self.memory)
        self.quotations = Quotations(carrier, self.drafts, self.ontology)
        self.memory.home = find_home(self.chunk, hits, first)
        self.memory.issuer = find_issuer(self.chunk)
        self.memory.ours, self.memory.turns = speaks_for_a_place(self.text[first:last]), carrier.turns
        if first:
            hits = tuple(NameHit(h.start + first, h.end + first, h.code, h.kind) for h in hits)
        self.hits = hits
        starts = [hit.start for hit in hits]
        for at, sentence in enumerate(self.chunk.sentences):
            self.at = at
            low, high = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
            self.drafts += self._sentence(sentence, hits[low:high])
        return join_drafts(self.drafts)

    def _sentence(self, sentence: Sentence, hits: Sequence[NameHit]) -> list[tuple[EventDraft, int]]:
        """The drafts of one sentence, each with the order of its cue; what later sentences need of it is remembered."""
        heading = self._heading(sentence, hits)
        skipped = self.layout.dateline(sentence)
        words = tk.tokenize(sentence.text[skipped:], sentence.span.start + skipped)
        if not 3 <= len(words.low) <= 400:
            self._advance(sentence, words)
            return []
        if hits and ("one" in words.forms or "ones" in words.forms):
            self._stand_in(words, hits)
        of_items = self._of_items(sentence, words) if hits and not self.alone and is_item(sentence) else []
        if of_items:
            return of_items
        cued = not self.lexicon.anchors.keys().isdisjoint(words.forms)
        likewise_told = not LIKEWISE_WORDS.isdisjoint(words.forms)
        alike = likewise_told and self.model is not None
        if not (cued or hits or alike):
            self._overhear(sentence, words)
            self._advance(sentence, words)
            return []
        reading = read_sentence(sentence.number, words, hits, self.lexicon)
        recall(reading, self.memory, self.text)
        self._count_countries(hits, sentence)
        told = SentenceActs(sentence, hits, reading, heading, counts_from_acts(words))
        if not sentence.text.endswith("?"):
            model = self.model
            if cued or alike:
                self._tell_acts(told)
            if likewise_told:
                self._repeat(model, told)
        self._heed_speakers(told)
        self._date_last(reading, sentence)
        hinges = self.diary.hinges(reading, sentence, []) if told.hanging else NONE
        self._date_retold(words, sentence, hinges)
        self.quotations.give_speakers(sentence, told.drafts, told.speaker)
        self._advance(sentence, words, hinges)
        learn(self.memory, reading, self.text)
        if not told.drafts:
            self.memory.muster(reading)
        return told.drafts

    def _heading(self, sentence: Sentence, hits: Sequence[NameHit]) -> Heading | None:
        """What heads the sentence's part of the article: a country, which becomes its home, or a day, which is returned."""
        settled = not self.at and dateline(sentence.text) is not None  # the article's own was weighed with its text
        if hits and not settled and self.layout.heads_item(hits[0], sentence):
            name = self.text[hits[0].start : hits[0].end]
            self.memory.home = Known(name, (hits[0].code,), None, sentence.number)
        heading = self.layout.day(sentence)
        if heading is not None and self.layout.follows(heading, sentence):
            self.diary.anchor = heading.day.edtf
        return heading

    def _of_items(self, sentence: Sentence, words: tk.Tokens) -> list[tuple[EventDraft, int]]:
        """The drafts of an item of a list, read together with the list's lead."""
        lead = self.layout.lead(self.at)
        if lead is None:
            return []
        place = Place(Reading(sentence.number, words, {}, []), sentence, [], self.diary.anchor, at=self.at)
        return self.completer.of_items(lead, sentence, self._hits_in(lead, sentence), place)

    def _count_countries(self, hits: Sequence[NameHit], sentence: Sentence) -> None:
        """Remember how often each country is named."""
        for hit in hits:
            if " " not in hit.code and hit.kind != "organisation":
                self.memory.count(hit.code, self.text[hit.start : hit.end], sentence.number)

    def _repeat(self, model: EventDraft | None, told: SentenceActs) -> None:
        """Tell an act told before (`model` up to this sentence) of other parties, if a sentence says that they did likewise."""
        at = said_again(told.whole)
        if at is None:
            return
        clause = sentence = told.sentence
        start, since = told.whole.words.starts[at], None
        here = [draft for draft, _ in told.drafts if 0 <= self.text.find(draft.trigger, sentence.span.start) < start]
        if here:  # "Togo accepted on Monday; Benin did so on Tuesday"
            model = next((one for one in here if can_be_repeated(one, self.ontology.types[one.type].quadrant)), None)
            clause = Sentence(sentence.number, Span(start, sentence.span.end), self.text[start : sentence.span.end])
            since = model.date_edtf if model is not None else None
        if model is None:
            return
        day = self.diary.first_day(told.whole, clause, since)
        repeated = likewise(told.whole, sentence, model, self.drafter.resolver, day)
        if repeated is not None:
            told.drafts.append((repeated, -1))

    def _tell_acts(self, told: SentenceActs) -> None:
        """Draft the acts of a sentence and add them to what it has told."""
        sentence, whole = told.sentence, told.whole
        acts = find_acts(whole, self.lexicon, self.ontology, self.alone)
        if acts and sentence.text[-1:] not in _CLOSED and self.layout.leads(self.at):
            acts = [act for act in acts if act.frame.last < len(whole.words) - _BROKEN_OFF]
        gaps = find_gaps(whole, self.text, acts, self.lexicon) if not self.alone else []
        reading = whole
        if gaps:
            reading = read_sentence(sentence.number, cut(whole.words, 0, gaps[0][0]), told.hits, self.lexicon)
            recall(reading, self.memory, self.text)
            acts = find_acts(reading, self.lexicon, self.ontology, False)
        if not acts:
            return
        told.reports = find_reports(reading)
        self.occasions.hear(reading, sentence, self.at, told.reports)
        day = told.heading.day if told.heading else None
        place = Place(reading, sentence, told.reports, self.diary.anchor, day, self.layout.before(self.at), self.at)
        for act in acts:
            if told.hanging:
                place = place._replace(hinges=self.diary.hinges(reading, sentence, told.drafts))
            draft = self.drafter.draft(act, place)
            if draft is None:
                continue
            if not draft.date_text:
                before = self._before(sentence, told.drafts)
                draft = with_day_told_before(draft, act, reading, before, self.ontology)
                draft = self.occasions.lend(draft, act, place, self.layout.opening)
            if act.frame.actors:
                told.acting.append((act.frame.actors[0], draft))
            for one in each_on_its_day(draft, act.frame, place, self.drafter.resolver):
                self._keep(one, act, place, told)
        if gaps:
            told.drafts += self.completer.of_gaps(gaps, whole, place, told.drafts)

    def _keep(self, draft: EventDraft, act: Act, place: Place, told: SentenceActs) -> None:
        """Add a draft to those of its sentence, a toll to the act that it belongs to; remember its sides."""
        order = act.frame.pattern.order
        if is_toll(act, draft, place.reading):
            told.add_toll(draft, order, self.drafts)
            return
        draft = told.add_act(draft, order)
        told.drafts += [(more, order) for more in seconds(draft, act.frame, place, self.drafter.resolver)]
        number = place.sentence.number
        self.memory.pair(draft.actors, draft.recipients, number)
        self.memory.enlist(draft.actors, number)
        self.memory.tally(draft.recipients, number)
        if "crowd" not in act.frame.pattern.flags:
            self.memory.enlist_others(draft.actors, draft.recipients, number)
        inner = "inner" in act.frame.pattern.flags
        if not inner and can_be_repeated(draft, self.ontology.types[draft.type].quadrant):
            self.model = draft

    def _heed_speakers(self, told: SentenceActs) -> None:
        """Heed who speaks in a sentence, on which day, and what earlier act he denies."""
        reading, sentence = told.whole, told.sentence
        if told.reports is None and not SAYING.isdisjoint(reading.words.forms):
            told.reports = find_reports(reading)
            self.occasions.hear(reading, sentence, self.at, told.reports)
        elif told.reports is None and not FORMS.isdisjoint(reading.words.forms):
            self.occasions.hear(reading, sentence, self.at, ())
        self.occasions.note(reading, sentence, self.at, told.acting)
        resolver = self.drafter.resolver
        told.speaker = note_speakers(resolver, reading, told.reports) if told.reports else None
        for at, denied in denied_by_next(reading, self.drafts, resolver):
            self.drafts[at] = (denied, self.drafts[at][1])

    def _hits_in(self, *sentences: Sentence) -> tuple[NameHit, ...]:
        """The names in some sentences."""
        return tuple(hit for hit in self.hits if any(s.span.start <= hit.start < s.span.end for s in sentences))

    def _stand_in(self, words: tk.Tokens, hits: Sequence[NameHit]) -> None:
        """Put what "one" stands for behind a country's adjective."""
        ends = {hit.end for hit in hits if hit.kind == "demonym"}
        here = words.starts[0]
        stand_in(words, [j for j, end in enumerate(words.ends) if end in ends], self.text[max(0, here - _NEAR) : here])

    def _overhear(self, sentence: Sentence, words: tk.Tokens) -> None:
        """Heed who speaks on a day in a sentence that tells no act and names no country: "she said on Thursday"."""
        self._date_retold(words, sentence)
        if names_time(words) and not (SAYING.isdisjoint(words.forms) and FORMS.isdisjoint(words.forms)):
            reading = read_sentence(sentence.number, words, (), self.lexicon)
            self.occasions.hear(reading, sentence, self.at, find_reports(reading))
            self._date_last(reading, sentence)

    def _date_last(self, reading: Reading, sentence: Sentence) -> None:
        """Give the acts of the sentence before the day on which this one says they were done."""
        for at, dated in dated_by_next(reading, sentence, self.drafts, self.occasions, self.lexicon):
            self.drafts[at] = (dated, self.drafts[at][1])

    def _date_retold(self, words: tk.Tokens, sentence: Sentence, hinges: Hinges = NONE) -> None:
        """Give the acts told before without a day the one that goes with a noun for them: "The measures, announced on Thursday"."""
        story = Retold(self.drafts, self.chunk.sentences[: self.at], self.published, hinges)
        for at, dated in dated_by_retelling(words, sentence, story, self.lexicon, self.ontology):
            self.drafts[at] = (dated, self.drafts[at][1])

    def _before(self, sentence: Sentence, here: list[tuple[EventDraft, int]]) -> Before:
        """What stands before an act of a sentence, of which the drafts `here` come first."""
        layout = self.layout
        earlier = self.chunk.sentences[: self.at]
        beside = layout.beside(self.at)
        near = earlier[-1] if beside or (earlier and layout.opens(earlier[-1])) else None
        text = near.text[layout.dateline(near) :] if near is not None else ""
        number = near.number if near is not None else None
        hour = layout.hour(sentence)
        head = layout.dateline(earlier[0]) if earlier else 0
        return Before(
            self.drafts, sentence, number, text, beside, self.published, here, earlier, layout.opening, hour, head
        )

    def _advance(self, sentence: Sentence, words: tk.Tokens, hinges: Hinges = NONE) -> None:
        """Let later days count from the last one that this sentence names."""
        if self.diary.advance(words, sentence, hinges):
            self.occasions.advance(words, sentence, self.at)


def warm() -> None:
    """Load what is read from files, so that the first article isn't slower."""
    load_heads()
    find_names("")
