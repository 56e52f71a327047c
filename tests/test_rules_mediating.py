"""Whom words are meant for that only the article names: both sides of a quarrel, a body by the last word of its name, the other side."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts

_QUARREL = "Togo and Ghana have been at odds since May over a dam. "


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # an offer to mediate goes to both sides
        (_QUARREL + "Benin has offered its good offices.", "AGREE", ("BEN", "TGO,GHA")),
        (_QUARREL + "Switzerland offered to mediate on Monday.", "AGREE", ("CHE", "TGO,GHA")),
        # a body by the last word of its name
        (_QUARREL + "The African Union offered to mediate. Togo turned the Union down.", "REJECT", ("TGO", "IGO")),
        ("The League of Arab States urged Iraq on Monday to talk. Iraq accused the League of bias.", "ACCUSE", ("IRQ", "IGO")),
        # both, in a third country
        ("Kenya and Uganda quarrel about sugar. Envoys of both will meet in Arusha on Friday.", "AGREE", ("KEN,UGA", "")),
        ("Kenya sued Uganda. Ministers of both countries met in Arusha on Friday.", "CONSULT", ("KEN,UGA", "")),
        # what belongs to somebody
        ("Gabon and Togo quarrel. In Lomé, fishermen burned a Gabonese-owned warehouse on Monday.", "ASSAULT", ("TGO", "GAB")),
    ],
)  # fmt: skip
def test_the_article_names_who_is_meant(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # the words name one side
        (_QUARREL + "Benin offered Togo a mediator on Monday.", "AGREE", ("BEN", "TGO")),
        # a ruler of one's own is asked
        ("The Ghanaian opposition demanded the resignation of the Ghanaian president.", "REQUEST", ("GHA", "GHA")),
        # written small, it is no body told before
        (_QUARREL + "The African Union urged Togo to talk. Ghana criticised the union of dockers in Lima.", "ACCUSE", ("GHA", "PER")),
    ],
)  # fmt: skip
def test_who_is_named_stays(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


def test_ones_own_people_are_what_is_demanded_not_of_whom() -> None:
    text = "Riyadh demanded the handing over of a Saudi dissident who lives in Amman."
    assert ("SAU", "SAU") not in acts(text, "REQUEST")
