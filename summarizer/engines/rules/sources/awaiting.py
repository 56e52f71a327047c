"""Acts told in a quotation whose speaker is named before it, by the turn of a transcript, or only where it ends."""

from __future__ import annotations

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.sides.memory import Known
from summarizer.engines.rules.sources.believing import weighed
from summarizer.engines.rules.sources.carrying import Carrier, tell
from summarizer.ontology import Ontology


class Quotations:
    """Kept from sentence to sentence; `drafts` is the growing list of the article's acts, each with the order of its cue."""

    def __init__(self, carrier: Carrier, drafts: list[tuple[EventDraft, int]], ontology: Ontology) -> None:
        self._carrier, self._drafts, self._ontology = carrier, drafts, ontology
        self._waiting: dict[int, list[int]] = {}  # by where a quotation begins, the places of the acts told in it

    def give_speakers(self, sentence: Sentence, here: list[tuple[EventDraft, int]], speaker: Known | None) -> None:
        """Give the acts `here` of a sentence the speaker of their quotation or turn; keep those whose speaker comes later.

        `speaker`: whom the sentence's own words make speak, also in a quotation from earlier sentences that ends in it.
        """
        carrier = self._carrier
        if not (carrier.quotes or carrier.turns):
            return
        if speaker is not None:
            self._close(sentence, speaker)
        carrier.note(sentence, speaker)
        text = carrier.chunk.article.text
        for i, (draft, order) in enumerate(here):
            at = text.find(draft.trigger, sentence.span.start, sentence.span.end)
            here[i] = (weighed(carrier.fill(draft, at), self._ontology), order)
            begin = carrier.waits_for(at) if not here[i][0].attribution else None
            if begin is not None:
                self._waiting.setdefault(begin, []).append(len(self._drafts) + i)

    def _close(self, sentence: Sentence, speaker: Known) -> None:
        """Give the acts of a quotation that ends in this sentence the speaker who is named behind it."""
        for begin in self._carrier.closed_by(sentence):
            for at in self._waiting.pop(begin, ()):
                draft, order = self._drafts[at]
                self._drafts[at] = (weighed(tell(draft, speaker), self._ontology), order)
