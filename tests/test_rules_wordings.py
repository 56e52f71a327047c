"""Acts of speech and diplomacy in stock phrases of the news, and the same words where they tell no such act."""

from __future__ import annotations

import pytest

from tests.test_rules_events import codes, drafts_of

BEFORE, AFTER = "It is an old story, and a complicated one. ", " Diplomats know the pattern well."


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Chad's rebuke to Togo came in a note of three lines.", "ACCUSE", ["TCD"], ["TGO"]),
        ("Togo drew a sharp rebuke from Chad.", "ACCUSE", ["TCD"], ["TGO"]),
        ("Togo's drill was met with protests from Chad.", "ACCUSE", ["TCD"], ["TGO"]),
        ("Togo stands accused by Chad of spying.", "ACCUSE", ["TCD"], ["TGO"]),
        ("Chad rounded angrily on the Togolese delegation.", "ACCUSE", ["TCD"], ["TGO"]),
        ("Chad poured scorn on Togo's plan.", "ACCUSE", ["TCD"], ["TGO"]),
        ("A Togolese bank came under investigation in Chad.", "ACCUSE", ["TCD"], ["TGO"]),
        ("Chad reiterated its demand that Togo free the crew.", "REQUEST", ["TCD"], ["TGO"]),
        ("Chad's demand that Togo free the crew was repeated.", "REQUEST", ["TCD"], ["TGO"]),
        ("Togo came under pressure from Chad to drop the plan.", "REQUEST", ["TCD"], ["TGO"]),
        ("Togo's offer was met with a flat refusal from Chad.", "REJECT", ["TCD"], ["TGO"]),
        ("Chad refused to cooperate with Togo.", "REJECT", ["TCD"], ["TGO"]),
        ("Chad denied Togo a loan.", "REJECT", ["TCD"], ["TGO"]),
        ("Chad pulled the plug on talks with Togo.", "REJECT", ["TCD"], ["TGO"]),
        ("Chad vowed to make Togo pay.", "THREATEN", ["TCD"], ["TGO"]),
        ("Chad raised the spectre of sanctions against Togo.", "THREATEN", ["TCD"], ["TGO"]),
        ("Chad begged Togo's pardon.", "CONCEDE", ["TCD"], ["TGO"]),
        ("Chad left the door open to talks with Togo.", "AGREE", ["TCD"], ["TGO"]),
        ("Togo won the backing of Chad.", "SUPPORT", ["TCD"], ["TGO"]),
        ("Togo received aid from Chad.", "AID", ["TCD"], ["TGO"]),
        ("Chadian sailors had beaten a Togolese deckhand.", "ASSAULT", ["TCD"], ["TGO"]),
        ("Chadian police cleared Togolese students off the road with tear gas.", "ASSAULT", ["TCD"], ["TGO"]),
        ("Chad lent Togo a tug.", "AID", ["TCD"], ["TGO"]),
        ("Chad restored visas on arrival for Togolese.", "CONCEDE", ["TCD"], ["TGO"]),
        ("Chad unsealed the border bridge to Togo.", "RETREAT", ["TCD"], ["TGO"]),
        ("Chad took over the sanctions against Togo.", "SANCTION", ["TCD"], ["TGO"]),
        ("Chad and Togo began joint patrols.", "COOPERATE", ["TCD", "TGO"], []),
        ("Chad's president placed a call to Togo's president.", "CONSULT", ["TCD", "TGO"], []),
    ],
)
def test_stock_phrases_tell_acts(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    drafts = drafts_of(BEFORE + "On 4 May " + text + AFTER, "2024-05-06")
    assert (type_, (actors, recipients)) in [(one.type, codes(one)) for one in drafts]


@pytest.mark.parametrize(
    "text",
    [
        "The museum attributed the mask to a Togolese carver from Chad's south.",
        "Chad's goalkeeper stood firm against Togo in the final.",
        "Chad beat Togo 2-0 in a friendly, and both coaches shook hands.",
        "A film from Chad drew praise from critics in Togo.",
        "A Chadian brewer approached a Togolese bottler for a joint brand.",
        "Fans in Chad reacted with joy to the Togolese goal.",
        "Scientists linked the drought in Chad to warmer seas off Togo.",
        "A Chadian dealer restored a Togolese painting.",
        "The thaw unsealed the lids of jars in Chad and Togo.",
        "A Chadian director took over the choir of Togo's capital.",
        "Chad's opposition leader was scathing about the budget.",
    ],
)
def test_they_tell_none_elsewhere(text: str) -> None:
    assert not drafts_of(BEFORE + "On 4 May " + text + AFTER, "2024-05-06")
