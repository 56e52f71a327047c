"""Who is left out of a group acts no more than nobody."""

from __future__ import annotations

import pytest

from tests.test_rules_events import drafts_of

_AROUND = " Nobody was sure of it. The weather was fair."


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Baltic states, bar Latvia, expelled a Belarusian diplomat on Monday.", {"EST", "LTU"}),
        ("All three Baltic states but Latvia expelled a Belarusian diplomat on Monday.", {"EST", "LTU"}),
        ("Every Baltic state except Latvia expelled a Belarusian diplomat on Monday.", {"EST", "LTU"}),
        ("With the exception of Latvia, the Baltic states expelled a Belarusian diplomat on Monday.", {"EST", "LTU"}),
        (
            "The Nordic countries apart from Iceland and Norway expelled a Belarusian diplomat on Monday.",
            {"DNK", "FIN", "SWE"},
        ),
        (
            "Except for Oman, the GCC states expelled an Iranian diplomat on Monday.",
            {"ARE", "BHR", "KWT", "QAT", "SAU"},
        ),
        # these leave nobody out
        ("All the envoys had left, but Chad expelled a Libyan diplomat on Monday.", {"TCD"}),
        ("Iran moved on Monday to bar Afghan lorries.", {"IRN"}),
        ("Canada put a tax on reinforcing bar from India, and on Monday expelled two Indian diplomats.", {"CAN"}),
        ("Not only Estonia but Latvia expelled a Belarusian diplomat on Monday.", {"LVA"}),
    ],
)
def test_the_rest_acts(text: str, actors: set[str]) -> None:
    drafts = [draft for draft in drafts_of(text + _AROUND) if draft.type == "SANCTION"]
    assert drafts
    assert {party.country for draft in drafts for party in draft.actors} == actors


@pytest.mark.parametrize(
    "text",
    [
        "All of them but China and Russia promised Kuwait on Monday to send observers.",
        "All its members, save Oman, condemned the attack on Kuwait on Monday.",
    ],
)
def test_who_is_left_out_does_not_act(text: str) -> None:
    assert not {p.country for d in drafts_of(text + _AROUND) for p in (*d.actors, *d.recipients)} & {
        "CHN",
        "RUS",
        "OMN",
    }
