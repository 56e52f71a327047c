"""The day of an act that its own sentence doesn't tell, from what stands before it: the ways to get one, in the order tried."""

from __future__ import annotations

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.binding import with_tied_day
from summarizer.engines.rules.days.going_on import with_shared_day
from summarizer.engines.rules.days.heralding import with_day_of_news
from summarizer.engines.rules.days.lending import Before, with_lent_day
from summarizer.engines.rules.days.outbreaks import with_day_of_outbreak
from summarizer.engines.rules.days.outcomes import with_day_of_outcome
from summarizer.engines.rules.days.reacting import with_day_of_reply
from summarizer.engines.rules.days.rivals import with_day_of_affair
from summarizer.engines.rules.days.scenes import with_day_of_scene
from summarizer.engines.rules.days.sittings import with_day_of_sitting
from summarizer.engines.rules.days.tickers import with_day_of_ticker
from summarizer.engines.rules.days.within import with_day_of_occasion
from summarizer.engines.rules.words.mentions import Reading
from summarizer.ontology import Ontology

_WAYS = (
    with_day_of_occasion,
    with_day_of_affair,
    with_shared_day,
    with_lent_day,
    with_day_of_news,
    with_tied_day,
    with_day_of_sitting,
    with_day_of_outcome,
    with_day_of_scene,
    with_day_of_outbreak,
    with_day_of_reply,
    with_day_of_ticker,
)


def with_day_told_before(
    draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology
) -> EventDraft:
    """The draft with the first day that one of these ways gives it; as it is when it has one, or none does."""
    for way in _WAYS:
        if draft.date_text:
            break
        draft = way(draft, act, reading, before, ontology)
    return draft
