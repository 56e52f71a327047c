"""A whole brief through the checks."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

from summarizer.article import Article
from summarizer.brief import (
    Brief,
    BriefDraft,
    BriefRequest,
    CheckedBrief,
    CheckedThread,
    Citation,
    Section,
    SentenceDraft,
    Statement,
    Withheld,
    WithheldSentence,
)
from summarizer.events import Event, Evidence
from summarizer.verifying.case import Check, Passage
from summarizer.verifying.check import check_sentence
from summarizer.verifying.form import tidy
from summarizer.verifying.persons import Persons

_PASSAGES = 8192  # whose persons are remembered


def verify_brief(draft: BriefDraft, request: BriefRequest) -> CheckedBrief:
    """Check every sentence of a draft; what fails is withheld with its reasons, never the whole brief."""
    withheld: list[Withheld] = []
    material = _material(request)

    def check(sentences: Sequence[SentenceDraft], section: Section) -> tuple[Statement, ...]:
        results = [material.verify(sentence, section) for sentence in sentences]
        withheld.extend(result for result in results if isinstance(result, Withheld))
        return tuple(result for result in results if isinstance(result, Statement))

    bottom_line, key_points = check(draft.bottom_line, "bottom_line"), check(draft.key_points, "key_points")
    assessment = check(draft.assessment, "assessment")
    return CheckedBrief(
        bottom_line,
        key_points,
        tuple(
            CheckedThread(
                thread.title,
                check(thread.happened, "happened"),
                check(thread.claims, "claims"),
                check(thread.conflicts, "conflicts"),
                check(thread.timeline, "timeline"),
            )
            for thread in draft.threads
        ),
        tuple(withheld),
        assessment,
    )


def verify_sentence(sentence: SentenceDraft, section: Section, request: BriefRequest) -> Statement | Withheld:
    """One sentence against the passages of the events that it cites."""
    return verify_sentences([(sentence, section)], request)[0]


def verify_sentences(
    sentences: Sequence[tuple[SentenceDraft, Section]], request: BriefRequest
) -> tuple[Statement | Withheld, ...]:
    """Sentences with their sections, each against the passages of the events that it cites."""
    material = _material(request)
    return tuple(material.verify(sentence, section) for sentence, section in sentences)


def verify_again(brief: Brief, articles: Sequence[Article] = ()) -> tuple[tuple[Statement, tuple[str, ...]], ...]:
    """The statements of a finished brief that don't hold, with the reasons; needs no model and no engine.

    The brief's own passages are checked against each other and, with `articles`, against the texts (digest and offsets).
    """
    texts = {article.id: article for article in articles}
    events = {event.id: event for event in brief.events}
    sources = {source.number: source for source in brief.sources}
    published = {source.article: Article(text="", published=source.published).published_on for source in brief.sources}
    names = {
        source.article: tuple(filter(None, (source.publisher, source.title, source.file))) for source in brief.sources
    }
    persons = Persons(brief.events)
    failed = []
    for statement in brief.statements():
        reasons: list[str] = []
        cited = [events[id_] for id_ in statement.events if id_ in events]
        if not cited or not statement.citations:
            reasons.append("cites no event" if not cited else "cites no passage")
        shown = [citation.evidence for citation in statement.citations]
        reporting = {passage.article for passage in shown}
        reasons += [
            f"cites event {event.id}, but no passage of an article that reports it"
            for event in cited
            if not any(item.article in reporting for item in event.evidence)
        ]
        for citation in statement.citations:
            evidence, source = citation.evidence, sources.get(citation.source)
            if source is None or source.article != evidence.article:
                reasons.append(f"cites source {citation.source}, which is not the passage's article")
                continue
            if any(_differs(evidence, item) for event in cited for item in event.evidence):
                reasons.append("cites a passage in other words than its event does")
            if evidence.end - evidence.start != len(evidence.quote):
                reasons.append("cites a passage whose offsets don't fit its words")
            article = texts.get(evidence.article) or next((a for a in articles if a.sha256 == source.sha256), None)
            if articles and article is None:
                reasons.append(f"source {source.number} is not among the given articles, or was altered")
            elif article is not None and article.sha256 != source.sha256:
                reasons.append(f"source {source.number} was altered: its digest differs")
            elif article is not None and article.text[evidence.start : evidence.end] != evidence.quote:
                reasons.append(f"the passage doesn't stand in source {source.number} at its offsets")
        passages = [
            Passage(
                c.evidence.quote,
                published.get(c.evidence.article),
                names.get(c.evidence.article, ()),
                _beside(c.evidence, cited),
                persons.within(c.evidence.quote),
            )
            for c in statement.citations
        ]
        reasons += check_sentence(
            statement.text, _told(cited, shown), passages, statement.section == "assessment"
        ).reasons
        if reasons:
            failed.append((statement, tuple(dict.fromkeys(reasons))))
    return tuple(failed)


def keep_what_holds(brief: Brief, failed: Sequence[tuple[Statement, tuple[str, ...]]]) -> Brief:
    """The brief without the statements that failed, which its footer lists as withheld instead."""
    gone = {id(statement) for statement, _ in failed}

    def kept(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(statement for statement in statements if id(statement) not in gone)

    threads = tuple(
        thread.model_copy(
            update={
                "happened": kept(thread.happened),
                "claims": kept(thread.claims),
                "conflicts": kept(thread.conflicts),
                "timeline": tuple(entry for entry in thread.timeline if id(entry.statement) not in gone),
            }
        )
        for thread in brief.threads
    )
    withheld = tuple(WithheldSentence(text=s.text, section=s.section, reasons=reasons) for s, reasons in failed)
    check = brief.verification
    total = len(brief.statements())
    return brief.model_copy(
        update={
            "bottom_line": kept(brief.bottom_line),
            "changes": kept(brief.changes),
            "key_points": kept(brief.key_points),
            "assessment": kept(brief.assessment),
            "threads": threads,
            "verification": check.model_copy(
                update={
                    "sentences": total + len(check.withheld),
                    "verified": total - len(failed),
                    "withheld": (*check.withheld, *withheld),
                }
            ),
        }
    )


class _Material:
    """A request's events and articles, looked up once for all sentences; a sentence that comes again isn't checked again."""

    def __init__(self, request: BriefRequest) -> None:
        self._events = {event.id: event for event in request.events}
        self._numbers = {article.id: at for at, article in enumerate(request.articles, 1)}
        self._published = {article.id: article.published_on for article in request.articles}
        self._names = {
            article.id: tuple(filter(None, (article.publisher, article.title, article.file)))
            for article in request.articles
        }
        self._people = lru_cache(maxsize=_PASSAGES)(Persons(request.events).within)
        self._checked: dict[Hashable, Check] = {}

    def verify(self, sentence: SentenceDraft, section: Section) -> Statement | Withheld:
        cited = [self._events[id_] for id_ in dict.fromkeys(sentence.events) if id_ in self._events]
        if not cited:
            return Withheld(sentence, section, ("cites no event",))
        text = tidy(sentence.text)
        evidence = self._evidence(sentence, cited)
        checked = self._once(text, cited, evidence, section == "assessment")
        if checked.reasons:
            return Withheld(sentence, section, tuple(dict.fromkeys(checked.reasons)))
        citations = [Citation(source=self._numbers[item.article], evidence=item) for item in evidence]
        citations.sort(key=lambda citation: (citation.source, citation.evidence.start))
        return Statement(
            text=text,
            section=section,
            events=tuple(event.id for event in cited),
            citations=tuple(citations),
            flags=tuple(dict.fromkeys(checked.flags)),
        )

    def _evidence(self, sentence: SentenceDraft, cited: Sequence[Event]) -> tuple[Evidence, ...]:
        """The passages that a sentence names, and one of each event that stands in none of their articles; else all its events'."""
        evidence = dict.fromkeys(item for event in cited for item in event.evidence if item.article in self._numbers)
        named = [item for item in sentence.passages if item.article in self._numbers]
        if not named:
            return tuple(evidence)
        own = {(item.article, item.start, item.end): item for item in evidence}
        named = [own.get((item.article, item.start, item.end), item) for item in named]
        articles = {item.article for item in named}
        for event in cited:
            mine = [item for item in event.evidence if item.article in self._numbers]
            if mine and not any(item.article in articles for item in mine):
                named.append(mine[0])
        return tuple(dict.fromkeys(named))

    def _once(self, text: str, cited: Sequence[Event], evidence: Sequence[Evidence], judgement: bool) -> Check:
        places = tuple((item.article, item.start, item.end, item.quote) for item in evidence)
        key = text, tuple(event.id for event in cited), places, judgement
        if key not in self._checked:
            self._checked[key] = self._check(text, cited, evidence, judgement)
        return self._checked[key]

    def _check(self, text: str, cited: Sequence[Event], evidence: Sequence[Evidence], judgement: bool) -> Check:
        if not evidence:
            return Check(("cites no passage",))
        passages = [
            Passage(
                e.quote,
                self._published.get(e.article),
                self._names.get(e.article, ()),
                _beside(e, cited),
                self._people(e.quote),
            )
            for e in evidence
        ]
        return check_sentence(text, _told(cited, evidence), passages, judgement)


_materials: WeakKeyDictionary[BriefRequest, _Material] = WeakKeyDictionary()


def _material(request: BriefRequest) -> _Material:
    """A request's material, kept as long as the request is: its sentences are checked in several rounds."""
    material = _materials.get(request)
    if material is None:
        material = _materials[request] = _Material(request)
    return material


def _told(cited: Sequence[Event], evidence: Sequence[Evidence]) -> tuple[Event, ...]:
    """The events that stand in the passages; of the others a sentence only adds something from elsewhere in their articles."""
    return tuple(
        event for event in cited if any(_meets(item, passage) for item in event.evidence for passage in evidence)
    )


def _meets(one: Evidence, other: Evidence) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _differs(one: Evidence, other: Evidence) -> bool:
    """Whether two passages give the same place of an article in different words."""
    if not _meets(one, other):
        return False
    start, end = max(one.start, other.start), min(one.end, other.end)
    return one.quote[start - one.start : end - one.start] != other.quote[start - other.start : end - other.start]


def _beside(passage: Evidence, cited: Sequence[Event]) -> bool:
    """Whether a passage is none of the events' own: what it says is told beside them."""
    return not any(_meets(passage, item) for event in cited for item in event.evidence)
