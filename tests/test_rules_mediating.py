"""Offers of a third state to stand between two, how these answer it, and that they stay each other's adversaries."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_QUARREL = "ACCRA, May 3 (GNA) - Ghana shut its border with Togo on Monday. Togo recalled its ambassador from Accra the next day. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # what a third state offers two
        (_QUARREL + "Benin offered to host talks.", "AGREE", ("BEN", "TGO,GHA")),
        (_QUARREL + "Benin offered on Thursday to send observers to the border.", "AGREE", ("BEN", "TGO,GHA")),
        (_QUARREL + "Benin offered a venue in Cotonou.", "AGREE", ("BEN", "TGO,GHA")),
        # who turns it down is no party to it
        (_QUARREL + "Benin offered on Thursday to mediate, and was turned down by Accra a day later.", "AGREE", ("BEN", "TGO,GHA")),
        # each answers the offer, and not the other's answer; "it" is the offer
        (_QUARREL + "Benin offered to send observers. Accra accepted within the hour. Lomé refused on Friday.", "REJECT", ("TGO", "BEN")),
        (_QUARREL + "Benin offered to mediate. Ghana accepted the offer; Togo declined it on Saturday.", "REJECT", ("TGO", "BEN")),
        # they go on against each other
        (_QUARREL + "Benin offered to host talks. Ghana protested on Friday.", "ACCUSE", ("GHA", "TGO")),
        # who will meet, meets nobody else
        (_QUARREL + "Benin offered to host talks. The two foreign ministers will meet in Cotonou on 20 May.", "AGREE", ("TGO,GHA", "")),
    ],
)  # fmt: skip
def test_a_third_state_stands_between_two(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the words name one of them
        (_QUARREL + "Benin offered Togo a venue for its congress.", "AGREE", ("BEN", "TGO")),
        # one of the two offers it
        (_QUARREL + "Togo offered to host talks.", "AGREE", ("TGO", "")),
        # somebody asked for it
        (_QUARREL + "Togo asked Benin for tents. Benin offered help at once.", "AGREE", ("BEN", "TGO")),
        # "it" is a state where somebody is asked
        (_QUARREL + "Benin scolded Togo and urged it to reopen the road.", "REQUEST", ("BEN", "TGO")),
    ],
)  # fmt: skip
def test_who_is_told_stays(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Peru's teachers' union demanded back pay on Friday. The education minister rejected the demand.", "REJECT", ("PER", "PER")),
        ("The Peruvian premier invited the strikers for talks on Friday. The strikers accepted the invitation.", "AGREE", ("PER", "PER")),
        # a state by its name answers another
        ("Peru demanded the men back from Chile. Peruvian dockers demanded more pay. Chile said no on Friday.", "REJECT", ("CHL", "PER")),
    ],
)  # fmt: skip
def test_rulers_and_people_answer_each_other(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)
