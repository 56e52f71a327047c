"""When, where and how much: the date, place and quantities that stand nearest to an act in its sentence."""

from __future__ import annotations

from summarizer.chunking import Sentence
from summarizer.drafts import PartyDraft, QuantityDraft
from summarizer.engines.rules.acts.frames import Frame
from summarizer.engines.rules.days.moments import reach
from summarizer.engines.rules.words.mentions import Reading
from summarizer.normalising.places import find_places
from summarizer.normalising.quantities import find_quantities


def find_place(reading: Reading, frame: Frame, sentence: Sentence) -> PartyDraft | None:
    """The place nearest to the act in its clause, a dateline apart."""
    places = find_places(sentence.text)
    if not places:
        return None
    base = sentence.span.start
    left, right = reach(reading, frame, base)
    trigger = reading.words.starts[frame.first] - base
    found = [
        m
        for m in places
        if left <= m.start < right and not (m.start == 0 and sentence.text[:1].isupper() and m.name.isupper())
    ]
    if not found:
        return None
    after = [m for m in found if m.start > trigger]
    nearest = min(after or found, key=lambda m: abs(m.start - trigger))
    return PartyDraft(nearest.name, nearest.country)


# Units that count no part of an act: times, distances, and the parties themselves ("the two governments").
_NO_AMOUNTS = frozenset(
    """day days week weeks month months year years minute minutes time times am pm percent kilometres kilometers metres meters
    miles km states governments ministries neighbours neighbors capitals sides countries provinces ministers armies nations
    witnesses sources quarters""".split()
)


def find_amounts(reading: Reading, frame: Frame, sentence: Sentence) -> tuple[QuantityDraft, ...]:
    """Numbers with units in the clause of the act, times apart; three at most."""
    counted = find_quantities(sentence.text)
    if not counted:
        return ()
    left, right = reach(reading, frame, sentence.span.start)
    amounts: list[QuantityDraft] = []
    for mention in counted:
        if left <= mention.start < right and mention.unit and not set(mention.unit.split()) & _NO_AMOUNTS:
            amounts.append(QuantityDraft(mention.text, mention.value, mention.unit))
    return tuple(amounts[:3])
