"""What stands between a subject and its verb, from clauses of time to contracted auxiliaries; some stock words for acts."""

from __future__ import annotations

import pytest

from tests.test_rules_events import codes, drafts_of

HOME = "LOMÉ, June 3 (ATOP) - Chad and Togo quarrel over cattle. Togo closed its border with Chad on 1 June.\n\n"
PUBLISHED = "2025-06-04"


def told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Type, status and sides of what a text tells in an article about Chad and Togo."""
    drafts = drafts_of(HOME + text + "\n\nThe markets were open as usual. Rain fell in the north.", PUBLISHED)
    return [(one.type, one.status, *codes(one)) for one in drafts if one.trigger in text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad's army on Monday, as the talks were under way, shelled three Togolese villages.",
            ("ASSAULT", "occurred", ["TCD"], ["TGO"]),
        ),
        (
            "Chad's foreign ministry, while the premier was in Lagos, expelled two Togolese diplomats.",
            ("SANCTION", "occurred", ["TCD"], ["TGO"]),
        ),
        # Who is told of in the clause of time does nothing else; what follows it may have a subject of its own.
        (
            "In Kara, as Chad's army withdrew, Togolese police arrested six Chadians.",
            ("COERCE", "occurred", ["TGO"], ["TCD"]),
        ),
        (
            "On Monday, as Togolese police looked on, Chadian students burned a Togolese flag.",
            ("PROTEST", "occurred", ["TCD"], ["TGO"]),
        ),
    ],
)
def test_a_clause_of_time_stands_before_the_verb(text: str, expected: tuple[str, str, list[str], list[str]]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("quoted", ['"deeply disrespectful"', "“deeply disrespectful”", "«an insult to every herder»"])
def test_a_quotation_in_an_aside_hides_no_subject(quoted: str) -> None:
    text = f"Chad's minister, who condemned the seizure as {quoted} on Sunday, appealed to Togo on Tuesday for calm."
    assert ("REQUEST", "occurred", ["TCD"], ["TGO"]) in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad declared force majeure the same night and called for the release of the Togolese.",
            ("REQUEST", "occurred", ["TCD"], ["TGO"]),
        ),
        # Told in a clause, what follows is the told one's.
        (
            "Chad said Togo had shelled a village and expelled two Chadian diplomats.",
            ("SANCTION", "alleged", ["TGO"], ["TCD"]),
        ),
    ],
)
def test_a_verb_that_may_report_has_an_object(text: str, expected: tuple[str, str, list[str], list[str]]) -> None:
    assert expected in told(text)


def test_each_of_two_does_his_part_of_a_relative_clause() -> None:
    text = "Chad offered to mediate on Monday, an offer that Togo accepted and Ghana declined."
    assert ("REJECT", ["GHA"]) in [(kind, actors) for kind, _, actors, _ in told(text)]
    outer = "A Chadian officer who met rebels and shelled two Togolese villages fled on Monday."
    assert ("ASSAULT", "occurred", ["TCD"], ["TGO"]) in told(outer)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad announced that they’d expel two Togolese diplomats.", "announced"),
        ("Chad said it'd expelled two Togolese diplomats.", "occurred"),
        ("Chad says it’ll expel two Togolese diplomats.", "planned"),
        ("Chad nevertheless expelled two Togolese diplomats.", "occurred"),
        ("Chad moreover expelled two Togolese diplomats.", "occurred"),
    ],
)
def test_short_auxiliaries_and_adverbs_are_no_subjects(text: str, status: str) -> None:
    assert told(text) == [("SANCTION", status, ["TCD"], ["TGO"])]


def test_a_place_stands_between_several_people_and_what_they_do() -> None:
    assert told("Dock workers in Lomé begin a 48-hour strike on Wednesday.") == [("PROTEST", "occurred", ["TGO"], [])]
    assert told("The talks in Lomé begin on Wednesday.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo gave the Chadian gunmen until Friday to clear out.", [("REQUEST", "occurred", ["TGO"], ["TCD"])]),
        ("Togo gave two Chadian envoys until Friday to get out.", [("SANCTION", "occurred", ["TGO"], ["TCD"])]),
        ("A court in Lomé gave two Chadians until Friday to appeal.", []),
        ("Chad called it deliberate.", [("ACCUSE", "occurred", ["TCD"], ["TGO"])]),
        ("Two Chadians were beaten in custody on Monday.", [("ASSAULT", "occurred", [], ["TCD"])]),
        ("Chad was beaten by Togo in the final on Monday.", []),
        ("Chad's navy boarded the Togolese Aphrodite II on Monday.", [("COERCE", "occurred", ["TCD"], ["TGO"])]),
        ("Chad's marines boarded a plane for Lomé on Monday.", []),
        ("Chad expects from Togo an official apology.", [("REQUEST", "occurred", ["TCD"], ["TGO"])]),
        ("Chad expects rain on Monday.", []),
    ],
)
def test_stock_words(text: str, expected: list[tuple[str, str, list[str], list[str]]]) -> None:
    assert told(text) == expected
