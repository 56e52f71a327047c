"""A reaction has no day of its own because the act that it answers, or that it is told beside, has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import Mention
from summarizer.ontology import Ontology
from summarizer.spans import Span

_TALKS = 1  # quadrant
# What ties an act to the one before it: "was then voted down in its turn".
_TIED = re.compile(
    r"\b(?:then|also|too|turn|same|later|after(?:wards)?|thereupon|there|at once|immediately|instantly|promptly|"
    r"straight away|straightaway|forthwith|on the spot|within)\b",
    re.I,
)


_HEADING_ENDS = re.compile(r"[*_]*(?:[.:]|\s+[-–—]|\s*\Z)")


def without_anothers_day(mention: Mention, mentions: Sequence[Mention], ontology: Ontology, text: str) -> Mention:
    """The mention, without its date if that is only the day of somebody else's act, told in another sentence.

    Only for an act of speech that no word ties to the one before: what is done in one affair is often told over sentences
    with the day in the first, but who promises, refuses or accuses does so on a day of his own.
    """
    kind = ontology.types.get(mention.type)
    if mention.date is None or kind is None or not kind.spoken(mention.mode) or not mention.actors:
        return mention
    said = (mention.date.text or "").casefold()
    dated = [span for span in mention.sentences if said in " ".join(_words(text, span))]
    told = text[mention.sentences[0].start : mention.sentences[0].end]
    if not said or not dated or mention.sentences[0] in dated or _TIED.search(told):
        return mention
    if any(_heads(said, text[span.start : span.end]) for span in dated):
        return mention
    owners = [
        other
        for other in mentions
        if other.sentences[0] in dated and other.date is not None and (other.date.text or "").casefold() == said
    ]
    mine = {party.key for party in mention.actors}
    if owners and not any(mine & _present(owner, ontology) for owner in owners):
        return replace(mention, date=None)
    return mention


def _present(mention: Mention, ontology: Ontology) -> set[str]:
    """Who took part in an act: at a visit, who was visited as well."""
    kind = ontology.types.get(mention.type)
    met = kind is not None and kind.quadrant == _TALKS and not kind.speech
    return {party.key for party in (*mention.actors, *(mention.recipients if met else ()))}


def _heads(said: str, sentence: str) -> bool:
    """Whether the day heads what follows, as in a chronicle ("24 August. …"), and so dates all of it."""
    lead = re.match(r"[\W_]*" + re.escape(said), sentence.casefold())
    return lead is not None and _HEADING_ENDS.match(sentence[lead.end() :]) is not None


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].casefold().split()
