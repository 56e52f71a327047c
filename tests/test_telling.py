"""A date of a denial or charge is told from the date of the act."""

from __future__ import annotations

import pytest

from summarizer.grounding.telling import dates_the_telling, dates_what_another_did
from summarizer.spans import Span

TOLD = [
    "France’s embassy said {on Thursday} that it had not [granted] the prelate asylum.",
    "Croatia denied {on Friday} [having expelled] anybody.",
    "Croatia denied on Friday having expelled anybody, Cyprus {on Saturday} having [shut] its consulate.",
    "{On the 20th} a news site reported that Tbilisi had [thrown out] two diplomats.",
    "Hungary [will not expel] anybody, its foreign minister said in Budapest {on Thursday}.",
    "“Nobody was [beaten],” a spokesman told reporters {on 3 May}.",
    "The president ruled this out {on 10 February}: “We will not [deport] one trader.”",
]
OWN = [
    "The army said that {on Thursday} its men had [shot] at the boat.",
    "It was not [closed] {on Thursday}, the ministry said.",
    "A vote to [expel] the mission, which the deputy said had been carried {on the 15th}, never took place.",
    "It neither [closed] the border, as a station had claimed it did {on Thursday}, nor called home its envoy.",
    "{On Friday} the two sides [clashed].",
    "Rebels allegedly [burned] the village {on 3 May}.",
]


def spans(marked: str) -> tuple[str, Span, Span]:
    """The sentence, the date in braces and the trigger in brackets."""
    plain = marked.translate(str.maketrans("", "", "{}[]"))

    def between(opening: str, closing: str) -> Span:
        words = marked[marked.index(opening) + 1 : marked.index(closing)].translate(str.maketrans("", "", "{}[]"))
        before = marked[: marked.index(opening)].translate(str.maketrans("", "", "{}[]"))
        return Span(len(before), len(before) + len(words))

    return plain, between("{", "}"), between("[", "]")


@pytest.mark.parametrize("marked", TOLD)
def test_the_day_of_the_telling(marked: str) -> None:
    sentence, date, trigger = spans(marked)
    assert dates_the_telling(sentence, date, trigger)


@pytest.mark.parametrize("marked", OWN)
def test_the_day_of_the_act(marked: str) -> None:
    sentence, date, trigger = spans(marked)
    assert not dates_the_telling(sentence, date, trigger)


@pytest.mark.parametrize(
    ("sentence", "actor", "expected"),
    [
        ("Slovenia — not Slovakia, as an agency had it — sent one home on Friday.", "Slovakia", True),
        ("It was Vietnam and not his own country which had offered it in March.", "his own country", True),
        ("On Friday Peru recalled its envoy instead of Chile.", "Chile", True),
        ("Slovakia did not send anybody home on Friday.", "Slovakia", False),
        ("It was not Slovakian staff that left on Friday.", "Slovakia", False),
    ],
)
def test_the_day_of_what_another_did_instead(sentence: str, actor: str, expected: bool) -> None:
    assert dates_what_another_did(sentence, actor) is expected
