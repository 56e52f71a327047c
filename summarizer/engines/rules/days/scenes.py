"""The day of a deed told further on in a story that plays on one day: "A bomb exploded on Tuesday. … Police sealed off the quarter."."""

from __future__ import annotations

from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.act import Act
from summarizer.engines.rules.days.lending import Before, in_plain_past, is_dated, lent_by, of_one_scene, share_country
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.ontology import Ontology

_OPENING = 2  # sentences of an article that say what it is about


def with_day_of_scene(draft: EventDraft, act: Act, reading: Reading, before: Before, ontology: Ontology) -> EventDraft:
    """The draft with the day of the scene that opens the article, if it has none and all told so far plays on that day."""
    if draft.date_text or draft.status != "occurred" or before.parted >= len(before.earlier):
        return draft  # what opens a paragraph may be a scene of its own
    kind = ontology.types[draft.type]
    if not of_one_scene(kind, kind) or not in_plain_past(draft, act, reading):
        return draft
    opening = {sentence.number for sentence in before.earlier[:_OPENING]}
    for scene, _ in before.told:
        if scene.sentences[0] not in opening:
            return draft
        if is_dated(scene) and of_one_scene(kind, ontology.types[scene.type]):
            return lent_by(draft, scene) if share_country(draft, scene) and _stays(scene, before) else draft
    return draft


def _stays(scene: EventDraft, before: Before) -> bool:
    """Whether no expression of time up to here, from the scene's sentence on, means another day."""
    since = next(at for at, sentence in enumerate(before.earlier) if sentence.number == scene.sentences[0])
    return all(
        mention.kind == "vague" or resolve_date(mention.text, before.published, scene.date_edtf) == scene.date_edtf
        for sentence in (*before.earlier[since:], before.here)
        for mention in find_dates(sentence.text)
    )
