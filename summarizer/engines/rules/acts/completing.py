"""Drafts of clauses that leave out what stands before: of gaps in a sentence, and of the items of a list behind its lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.chunking import Sentence
from summarizer.drafts import EventDraft
from summarizer.engines.rules.acts.acting import find_acts
from summarizer.engines.rules.acts.context import Place
from summarizer.engines.rules.acts.lexicon import Lexicon
from summarizer.engines.rules.acts.restoring import Restored, cut, joined
from summarizer.engines.rules.drafting import Drafter
from summarizer.engines.rules.sides.recalling import recall
from summarizer.engines.rules.words import tokens as tk
from summarizer.engines.rules.words.mentions import Reading
from summarizer.engines.rules.words.reading import read_sentence
from summarizer.normalising.actors import NameHit
from summarizer.normalising.dates import find_dates, resolve_date
from summarizer.spans import Span

_ITEM = re.compile(r"(?:^|\n)\s*[-–—•*]\s+")
_OPEN = frozenset("on upon to for that".split())
_AHEAD = frozenset(("announced", "planned"))
_WORDS_SHOWN = 10

Order = tuple[EventDraft, int]


class Completer:
    """Completes clauses of one article by what stands before them."""

    def __init__(self, drafter: Drafter, lexicon: Lexicon) -> None:
        self.drafter, self.lexicon = drafter, lexicon
        self.text, self.ontology = drafter.chunk.article.text, drafter.ontology
        self.published = drafter.chunk.article.published_on

    def of_gaps(
        self, gaps: Sequence[tuple[int, Restored]], whole: Reading, place: Place, told: Sequence[Order]
    ) -> list[Order]:
        """The acts of the gapped clauses of a sentence, of which `told` come first."""
        if not told:
            return []
        found: list[Order] = []
        for _, gap in gaps:
            before, order = [*told, *found][-1]
            words = whole.words
            start, end = words.starts[gap.start], words.ends[gap.end - 1]
            part = Sentence(place.sentence.number, Span(start, end), self.text[start:end])
            anchor = next((d.date_edtf for d, _ in reversed([*told, *found]) if d.date_edtf), place.anchor)
            here = place._replace(sentence=part, anchor=anchor)
            if gap.repeats:
                again = self._again(gap, whole, here, before)
                found += [(again, order)] if again is not None else []
                continue
            for draft in self._read(gap.words, tuple(whole.hits.values()), here):
                if gap.led and not draft.date_text:
                    draft = replace(draft, date_text=before.date_text, date_edtf=before.date_edtf)
                found.append((replace(self._shown(draft, part), confidence=0.6), order))
        return found

    def _again(self, gap: Restored, whole: Reading, place: Place, before: EventDraft) -> EventDraft | None:
        """The act told before, by who is named in a clause of a name and a day."""
        part = place.sentence
        day = next((mention for mention in find_dates(part.text) if mention.kind != "vague"), None)
        edtf = resolve_date(day.text, self.published, place.anchor, before.status in _AHEAD) if day else None
        named = next((m for m in whole.mentions if m.codes and gap.start <= m.start < gap.end), None)
        if day is None or edtf is None or named is None or not before.date_text:
            return None
        via: list[int] = []
        actors = self.drafter.resolver.parties([named], whole, via, 2)
        if not actors or {p.country for p in actors} & {p.country for p in (*before.actors, *before.recipients)}:
            return None
        return replace(
            before,
            sentences=tuple(dict.fromkeys((*before.sentences, *via))),
            trigger=part.text,
            actors=actors,
            date_text=day.text,
            date_edtf=edtf,
            place=None,
            quantities=(),
            confidence=0.6,
        )

    def _read(self, words: tk.Tokens, hits: Sequence[NameHit], place: Place) -> list[EventDraft]:
        """The drafts of a completed clause."""
        inside = sorted(hit for hit in hits if hit.start in set(words.starts))
        reading = read_sentence(place.sentence.number, words, inside, self.lexicon)
        recall(reading, self.drafter.memory, self.drafter.chunk.article.text)
        acts = find_acts(reading, self.lexicon, self.ontology, False)
        place = place._replace(reading=reading, reports=[])
        return [draft for act in acts if (draft := self.drafter.draft(act, place)) is not None]

    def _shown(self, draft: EventDraft, part: Sentence) -> EventDraft:
        """The draft with words of its own clause as its trigger."""
        if draft.trigger and draft.trigger in part.text:
            return draft
        words = tk.tokenize(part.text)
        return replace(draft, trigger=part.text[: words.ends[min(len(words), _WORDS_SHOWN) - 1]])

    def of_items(self, lead: Sentence, sentence: Sentence, hits: Sequence[NameHit], place: Place) -> list[Order]:
        """The acts of a list's items that go on with the words of its lead: "WE CALL ON", "- Chad, to release …"."""
        opening = _open_words(lead)
        if opening is None:
            return []
        found: list[Order] = []
        for part in _items(sentence):
            words = joined(opening, _without_comma(tk.tokenize(part.text, part.span.start)))
            for draft in self._read(words, hits, place._replace(sentence=part)):
                draft = self._shown(draft, part)
                if not draft.date_text:
                    draft = self._of_lead(draft, lead, place)
                found.append((replace(draft, sentences=tuple(dict.fromkeys((lead.number, *draft.sentences)))), -1))
        return found

    def _of_lead(self, draft: EventDraft, lead: Sentence, place: Place) -> EventDraft:
        """The draft with the only day that the lead of its list tells."""
        days = [day for day in find_dates(lead.text) if day.kind != "vague"]
        edtf = resolve_date(days[0].text, self.published, place.anchor) if len(days) == 1 else None
        return replace(draft, date_text=days[0].text, date_edtf=edtf) if edtf is not None else draft


def is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list, or several."""
    return sentence.text[:1] in "-–—•*" and _ITEM.match(sentence.text) is not None


def _items(sentence: Sentence) -> list[Sentence]:
    """The items of a list, each without its bullet."""
    bounds = [*_ITEM.finditer(sentence.text)]
    ends = [bound.start() for bound in bounds[1:]] + [len(sentence.text)]
    base = sentence.span.start
    return [
        Sentence(sentence.number, Span(base + bound.end(), base + end), sentence.text[bound.end() : end])
        for bound, end in zip(bounds, ends, strict=True)
    ]


def _without_comma(words: tk.Tokens) -> tk.Tokens:
    """The words of an item without the comma that parts who is addressed from what he is to do: "Chad, to release …"."""
    at = next((j for j, word in enumerate(words.low[:-1]) if word == "," and words.low[j + 1] == "to"), None)
    return words if at is None else joined(cut(words, 0, at), cut(words, at + 1, len(words)))


def _open_words(lead: Sentence) -> tk.Tokens | None:
    """The words of a list's lead, if it breaks off: with "call on", "told Chad to", or a colon behind a verb."""
    words = tk.tokenize(lead.text, lead.span.start)
    count = len(words)
    colon = count > 2 and words.low[-1] == ":"
    count -= colon
    if count < 2 or not (
        words.low[count - 1] in _OPEN or (colon and words.low[count - 1].endswith(("ed", "s", "e", "k")))
    ):
        return None
    raw = words.low if lead.text.isupper() else words.raw
    return tk.Tokens(raw[:count], words.low[:count], words.starts[:count], words.ends[:count])
