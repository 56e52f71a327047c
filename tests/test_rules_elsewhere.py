"""Acts of stories, games, past centuries and fears are none of the news."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of

_AROUND = " Nobody knew of it at first. The weather was fair."


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The film tells the story of a Chilean diplomat who is expelled from Moscow.", []),
        ("The film was banned by Chile on Monday.", ["COERCE"]),
        ("The film's director was arrested by Chile on Monday.", ["COERCE"]),
        ("The Kenyan striker attacked the Ugandan keeper in football on Monday.", []),
        ("The Kenyan police arrested a Ugandan striker on Monday.", ["COERCE"]),
        ("In the nineteenth century Britain and France fought over the Nile.", []),
        ("Britain on Monday expelled two French envoys for the first time in a century.", ["SANCTION"]),
        ("Many Poles fear that Russia will attack Poland again.", []),
        ("The Polish premier said on Monday that Russia will expel two Polish envoys.", ["SANCTION"]),
        ("The Malaysian pair saved two match points against Indonesia.", []),
    ],
)
def test_acts_of_another_world(text: str, types: list[str]) -> None:
    assert sorted({draft.type for draft in drafts_of(text + _AROUND)}) == types
