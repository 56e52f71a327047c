"""A whole brief through the checks."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.brief import (
    BriefDraft,
    BriefRequest,
    CheckedBrief,
    CheckedThread,
    Citation,
    Section,
    SentenceDraft,
    Statement,
    Withheld,
)


def verify_brief(draft: BriefDraft, request: BriefRequest) -> CheckedBrief:
    """Check every sentence of a draft; what fails is withheld with its reasons, never the whole brief."""
    withheld: list[Withheld] = []

    def check(sentences: Sequence[SentenceDraft], section: Section) -> tuple[Statement, ...]:
        results = [verify_sentence(sentence, section, request) for sentence in sentences]
        withheld.extend(result for result in results if isinstance(result, Withheld))
        return tuple(result for result in results if isinstance(result, Statement))

    return CheckedBrief(
        check(draft.bottom_line, "bottom_line"),
        check(draft.key_points, "key_points"),
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
    )


def verify_sentence(sentence: SentenceDraft, section: Section, request: BriefRequest) -> Statement | Withheld:
    """One sentence against the passages of the events that it cites."""
    events = {event.id: event for event in request.events}
    cited = [events[id_] for id_ in sentence.events if id_ in events]
    if not cited:
        return Withheld(sentence, section, ("cites no event",))
    numbers = {article.id: at for at, article in enumerate(request.articles, 1)}
    citations = dict.fromkeys(
        Citation(source=numbers[evidence.article], evidence=evidence) for event in cited for evidence in event.evidence
    )
    return Statement(text=sentence.text, section=section, events=tuple(event.id for event in cited), citations=tuple(citations))
