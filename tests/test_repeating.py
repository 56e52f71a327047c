"""Lines that tell much the same: shared words count for more where the events are the same."""

from __future__ import annotations

import pytest

from summarizer.brief import SentenceDraft
from summarizer.pipeline.repeating import repeated

FIRED = SentenceDraft("Peru says that Chilean soldiers fired on fishermen off the southern port of Ilo.", ("e-1",))
DENIED = SentenceDraft("Chile denies that its soldiers fired on Peruvian fishermen.", ("e-1",))
DIFFER = SentenceDraft(
    "Shots off Ilo: Chilean soldiers according to Peru; smugglers according to Chile.", ("e-1", "e-2")
)
ELSEWHERE = SentenceDraft(
    "Chilean soldiers fired on fishermen off the port of Ilo, Lima's radio said on Monday.", ("e-9",)
)
RECALL = SentenceDraft("Peru recalled its ambassador from Santiago for consultations.", ("e-3",))
NAMED = SentenceDraft("Peru recalled its ambassador.", ("e-3",))
MARCH = SentenceDraft("Some 400 students marched through Lima to the embassy on Tuesday evening.", ("e-1",))


@pytest.mark.parametrize(
    ("sentences", "groups"),
    [
        ([FIRED, RECALL, DENIED, DIFFER], ((0, 2, 3),)),
        ([FIRED, ELSEWHERE], ((0, 1),)),  # other events, but the same words
        ([DENIED, RECALL], ()),  # a country alone is no repeat
        ([FIRED, MARCH], ()),  # nor an event, without words
        ([RECALL, NAMED], ()),  # too short to tell
        ([DENIED, RECALL, FIRED, RECALL], ((0, 2), (1, 3))),
        ([], ()),
    ],
)
def test_lines_that_tell_much_the_same(sentences: list[SentenceDraft], groups: tuple[tuple[int, ...], ...]) -> None:
    assert repeated(sentences) == groups
