"""Whose the documents and quotations are that act in a sentence, and who is the subject round them."""

from __future__ import annotations

import pytest

from tests.test_rules_sides import acts


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # who spoke last made "the statement", the words around tell of whom "a communiqué" is
        ("The Togolese ministry published a statement. The statement accuses Ghana of smuggling arms.", "ACCUSE", ("TGO", "GHA")),
        ("In Lomé, the ministry denied it, it said in a statement. The statement went on to accuse Ghana.", "ACCUSE", ("TGO", "GHA")),
        ("The UN Security Council adopted on Monday a resolution which calls upon Chad to reopen its border.", "REQUEST", ("UNO", "TCD")),
        ("A communiqué of the Malian army condemned Mauritania on Friday.", "ACCUSE", ("MLI", "MRT")),
        # "we" in his own quotation
        ("“We have sent a note of protest to Ghana,” Togo's foreign minister, Kossi Adom, said on Monday.", "ACCUSE", ("TGO", "GHA")),
        ("Togo's minister of defence, Kofi Ade, said: “We have recalled our ambassador from Accra.”", "SANCTION", ("TGO", "GHA")),
        # the subject behind a quotation, a time, a relative clause
        ("“We don’t eat with the man who shot dogs,” Togo’s premier said, and demanded that Ghana withdraw.", "REQUEST", ("TGO", "GHA")),
        ("The African Union has this minute invited Chad to Addis Ababa.", "AGREE", ("IGO", "TCD")),
        ("Two Greek drivers who had asked for a receipt were led away by Albanian police on Monday.", "COERCE", ("ALB", "GRC")),
        # who bans is told, what is banned names nobody
        ("LIMA, May 3 (AP) - Teachers called a march. The march was banned by the governor on Monday.", "COERCE", ("PER", "")),
    ],
)  # fmt: skip
def test_who_acts_by_a_document_or_in_a_quotation(text: str, kind: str, sides: tuple[str, str]) -> None:
    assert sides in acts(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Ghanaian newspaper printed a letter. A letter accuses Togo of theft.", "ACCUSE"),  # of nobody that is told
        ("“We have arrested the decline,” a Togolese farmer, Ade Kofi, said in Ghana.", "COERCE"),  # no office speaks
        ("“If we arrested every Ghanaian trader, we would have no market,” the Togolese minister said.", "COERCE"),
        ("Peru called its envoy in and he was given a note that calls the plan “an insult from a friend”. He left Chile.", "THREATEN"),
    ],
)  # fmt: skip
def test_documents_and_quotations_of_nobody(text: str, kind: str) -> None:
    assert acts(text, kind) == []
