"""Drafts of one chunk against its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.chunking import Chunk, Sentence
from summarizer.drafts import EventDraft, Mention, PartyDraft, QuantityDraft, Rejected, SpeakerDraft
from summarizer.events import FACTUAL, EventDate, Party, Place, Quantity, Speaker
from summarizer.grounding.borrowing import without_anothers_day
from summarizer.grounding.checks import country_problem, negated, quantity_problem
from summarizer.grounding.dating import DateContext, settle_date
from summarizer.grounding.locate import antecedent, find_in, first_with
from summarizer.grounding.speakers import is_proper_name, own_voice
from summarizer.grounding.telling import dates_the_telling, dates_what_another_did
from summarizer.normalising.actors import borne_out, country_of, display_name, listed_code
from summarizer.normalising.numbers import first_number, numbers_in
from summarizer.normalising.organs import organ_of
from summarizer.normalising.quantities import find_quantities
from summarizer.ontology import Ontology
from summarizer.pausing import collector_paused
from summarizer.spans import Span, fold

_FUTURE = frozenset({"announced", "planned", "threatened", "demanded", "proposed"})


@lru_cache(maxsize=4096)
def _party(name: str, country: str | None, sector: str | None) -> Party:
    """A party; an article names few, again and again."""
    return Party(name=name, country=country, sector=sector)


@dataclass(frozen=True, slots=True)
class Grounded:
    """Mentions that hold, drafts that don't, and notes on slots that were dropped from a mention that otherwise holds."""

    mentions: tuple[Mention, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...] = ()


@collector_paused()
def ground_events(
    drafts: Sequence[EventDraft], chunk: Chunk, ontology: Ontology, engine: str, final: bool = False
) -> Grounded:
    """Tie each draft to exact spans of the article, or reject it alone, never its neighbours.

    `final`: nothing can be asked again, so that a quantity, date or place that doesn't hold is dropped with a note instead of
    costing the whole draft. A trigger, party or speaker that doesn't hold always rejects.
    """
    mentions: list[Mention] = []
    rejected: list[Rejected] = []
    notes: list[str] = []
    known: list[str] = []
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        work = _Work(draft, chunk, ontology, tuple(known), final)
        mention = work.ground(engine)
        if mention is None:
            rejected.append(Rejected(chunk.article.id, draft, tuple(work.problems)))
            continue
        notes += work.notes
        if mention.date is not None and mention.date.edtf not in known:
            known.append(mention.date.edtf)
        key = (mention.type, mention.mode, mention.trigger, mention.actors, mention.recipients)
        if key not in seen:
            seen.add(key)
            mentions.append(mention)
    kept = [without_anothers_day(mention, mentions, ontology, chunk.article.text) for mention in mentions]
    notes += [
        f'date "{old.date.text}" is that of another\'s act, not of "{old.trigger_text}"'
        for old, new in zip(mentions, kept, strict=True)
        if old.date and not new.date
    ]
    return Grounded(tuple(kept), tuple(rejected), tuple(notes))


class _Work:
    """One draft on its way: collects problems, notes and the sentences that the mention rests on."""

    def __init__(
        self, draft: EventDraft, chunk: Chunk, ontology: Ontology, known: tuple[str, ...], final: bool
    ) -> None:
        self.draft, self.chunk, self.ontology, self.known, self.final = draft, chunk, ontology, known, final
        self.problems: list[str] = []
        self.notes: list[str] = []
        self.sentences: list[Sentence] = []

    def ground(self, engine: str) -> Mention | None:
        draft = self.draft
        problem = self.ontology.problem(draft.type, draft.mode)
        if problem:
            self.problems.append(problem)
        trigger = self._trigger()
        if trigger is None:
            return None
        actors = self._parties(draft.actors, "actor")
        recipients = self._parties(draft.recipients, "recipient")
        attribution = tuple(s for s in map(self._speaker, draft.attribution) if s is not None)
        kind = self.ontology.types.get(draft.type)
        said = kind is not None and kind.spoken(draft.mode) and draft.status != "denied"
        told_ahead = kind is not None and kind.news and draft.status == "planned" and len(actors) == 1
        if said and not told_ahead and own_voice(actors, attribution):
            attribution = ()
        if not draft.actors and not draft.recipients:
            self.problems.append("neither an actor nor a recipient is named")
        quantities = tuple(q for q in map(self._quantity, draft.quantities) if q is not None)
        date, place = self._date(trigger), self._place()
        if self.problems:
            return None
        lead = self.sentences[0]
        return Mention(
            article=self.chunk.article.id,
            type=draft.type,
            mode=draft.mode,
            status=draft.status,
            sentences=tuple(sentence.span for sentence in self.sentences),
            trigger=trigger,
            trigger_text=self.chunk.article.text[trigger.start : trigger.end],
            actors=actors,
            recipients=recipients,
            date=date,
            place=place,
            attribution=attribution,
            quantities=quantities,
            summary=draft.summary or " ".join(lead.text.split()),
            engine=engine,
            confidence=draft.confidence,
        )

    def _soft(self, problem: str) -> None:
        (self.notes if self.final else self.problems).append(problem)

    def _trigger(self) -> Span | None:
        missing: list[str] = []
        for number in dict.fromkeys(self.draft.sentences):
            sentence = self.chunk.sentence(number)
            if sentence is None:
                missing.append(str(number))
            else:
                self.sentences.append(sentence)
        if missing or not self.draft.sentences:
            self.problems.append(f"sentence {', '.join(missing) or '(none)'} is not among those that may be cited")
        found = first_with(self.draft.trigger, self.sentences) if self.draft.trigger.strip() else None
        if found is None:
            self.problems.append(f'trigger "{self.draft.trigger}" is not in the cited sentences')
            return None
        self.sentences.remove(found.sentence)
        self.sentences.insert(0, found.sentence)
        if self.draft.status in FACTUAL and negated(found.sentence.text, found.span.start - found.sentence.span.start):
            self.problems.append(f'the text negates "{self.draft.trigger}", so that it is not {self.draft.status}')
        return found.span

    def _rest_on(self, words: str) -> bool:
        """Whether the words stand in the cited sentences, or in another one, which is then cited too."""
        if any(find_in(sentence, words) is not None for sentence in self.sentences):
            return True
        found = antecedent(words, self.chunk, self.sentences[0].number)
        if found is not None:
            self.sentences.append(found.sentence)
            return True
        return False

    def _cited_text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)

    def _parties(self, drafts: Sequence[PartyDraft], role: str) -> tuple[Party, ...]:
        found = [party for party in (self._party(draft, role) for draft in drafts) if party is not None]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _party(self, draft: PartyDraft, role: str) -> Party | None:
        name, country = draft.name.strip(), draft.country
        issuer = organ_of(self.chunk.article.publisher or "")  # a ministry needn't tell whose it is in its own release
        told = issuer is not None and issuer.code == country
        if not name or not self._rest_on(draft.name):
            told = told and country_of(name) == country
            if country and (told or borne_out(country, self._cited_text())):  # "the Baltic states" bears out Estonia
                return _party(display_name(country), country, draft.sector)
            self.problems.append(f'{role} "{draft.name}" is not in the article')
            return None
        if country:
            country = listed_code(draft.name, country)
            problem = country_problem(draft.name, country, self.chunk.article.text)
            if problem and problem.startswith("nothing"):
                if not told:
                    self.notes.append(problem)
                    country = None
            elif problem:
                self.problems.append(f"{role} {problem}")
        return _party(" ".join(draft.name.split()), country, draft.sector)

    def _speaker(self, draft: SpeakerDraft) -> Speaker | None:
        country = None if draft.reporting == "reported" and is_proper_name(draft.name) else draft.country
        party = self._party(PartyDraft(draft.name, country), "speaker")
        return None if party is None else Speaker(name=party.name, country=party.country, reporting=draft.reporting)

    def _quantity(self, draft: QuantityDraft) -> Quantity | None:
        if not self._rest_on(draft.text):
            self._soft(f'quantity "{draft.text}" is not in the article')
            return None
        problem = quantity_problem(draft.value, draft.text)
        if problem:
            (self._soft if numbers_in(draft.text) else self.notes.append)(f"quantity {problem}")
            return None
        value = draft.value if draft.value is not None else first_number(draft.text)
        unit = draft.unit or next((read.unit for read in find_quantities(draft.text)), "")
        return Quantity(
            value=int(value) if float(value).is_integer() else value, unit=unit, text=" ".join(draft.text.split())
        )

    def _date(self, trigger: Span) -> EventDate | None:
        text = self.draft.date_text
        if not text or not text.strip():
            return None
        title = self.chunk.article.title or ""
        if not self._rest_on(text) and fold(title).find(text) is None:
            self._soft(f'date "{text}" is not in the article')
            return None
        article = self.chunk.article
        told = article.text[: max(sentence.span.end for sentence in self.sentences)]
        context = DateContext(article.published_on, told, self.known, self.draft.status in _FUTURE)
        settled = settle_date(text, self.draft.date_edtf, context)
        if settled.problem:
            self._soft(f"date: {settled.problem}")
        if settled.edtf and self._of_the_telling(text, trigger):
            self.notes.append(f'date "{text}" is the day on which "{self.draft.trigger}" was told, not that of the act')
            return None
        return EventDate(edtf=settled.edtf, text=" ".join(text.split())) if settled.edtf else None

    def _of_the_telling(self, text: str, trigger: Span) -> bool:
        """Whether the date of an act that is denied or alleged is only the day on which it was, or that of another's act."""
        if self.draft.status not in ("denied", "alleged"):
            return False
        sentence = self.sentences[0]
        found, start = find_in(sentence, text), sentence.span.start
        if found is None:
            return False
        if self.draft.status == "denied" and any(
            dates_what_another_did(sentence.text, p.name) for p in self.draft.actors
        ):
            return True
        date, act = (Span(span.start - start, span.end - start) for span in (found, trigger))
        return dates_the_telling(sentence.text, date, act)

    def _place(self) -> Place | None:
        draft = self.draft.place
        if draft is None or not draft.name.strip():
            return None
        if not self._rest_on(draft.name):
            self._soft(f'place "{draft.name}" is not in the article')
            return None
        country = draft.country
        if country and not borne_out(country, self.chunk.article.text):
            country = None
        return Place(name=" ".join(draft.name.split()), country=country)
