"""What "two days after …" counts from: nouns that share no stem, clauses, days on end, what the same sentence told."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.days.kinship import akin, of_family
from tests.test_rules_dates import days

_SEIZED = "Ghana seized a ferry of Togo on 3 March. On the 7th a storm came. "
_TAKEN = "Gunmen of Ghana abducted three Togolese herders on 3 March. On the 7th a storm came. "
_STRIKE = "Dockers in Togo began a strike on 3 March. It rained. "


@pytest.mark.parametrize(
    ("before", "text", "kind", "day"),
    [
        # the verb behind the noun is the sentence's own
        (_STRIKE, "Two days into the strike police arrested its leader.", "COERCE", "2025-03-05"),
        (_SEIZED, "On the Friday after the seizure lorry drivers blocked the road to Ghana.", "PROTEST", "2025-03-07"),
        (_SEIZED, "Two days after the seizure about 300 people marched in Lome.", "PROTEST", "2025-03-05"),
        (_SEIZED, "Two days after that it expelled the Ghanaian ambassador. Togo was angry.", "SANCTION", "2025-03-09"),
        # and here it is that of the clause
        (_SEIZED, "Two days after the talks on the ferry collapsed, Togo recalled its envoy from Ghana.", "SANCTION", None),
        (_SEIZED, "Togo recalled its envoy on the day on which the ferry is said to have been seized.", "SANCTION", "2025-03-03"),
        # words for one thing
        (_TAKEN, "Togo recalled its envoy from Ghana the day after the men were taken.", "SANCTION", "2025-03-04"),
        (_TAKEN, "On the second day of their captivity Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-04"),
        ("Ghana tore down a Togolese bridge on 3 March. On the 7th a storm came. ",
         "The day after the demolition Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-04"),
        # what is done counts before whom it is done to
        ("Togo halted its shipments to Ghana on 3 March. The shipments resumed on 9 March. ",
         "Ghana released a ferry the day before the shipments resumed.", "RETREAT", "2025-03-08"),
        # an act told without a day, another sentence with one
        ("The senators of Togo voted on 3 March to leave. Ghana called the vote a mistake. ",
         "On the day after the senators voted, Benin recalled its envoy from Togo.", "SANCTION", "2025-03-04"),
        # a sentence that counts its own day from an act
        (_SEIZED + "Its lamp was auctioned two days after the seizure. ",
         "The day after the auction Togo recalled its envoy from Ghana.", "SANCTION", "2025-03-06"),
        (_TAKEN + "Their release came six days after the abduction. ",
         "Togo lifted a ban on Ghanaian milk on the day after their release.", "CONCEDE", "2025-03-10"),
        # a day set off behind the noun that it is told of
        ("All begins with the session of the Border Commission in Ho, on the 3rd, which was cordial. ",
         "Two days after the session Togo recalled its envoy from Ghana. It rained.", "SANCTION", "2025-03-05"),
        # "that" is what the sentence itself told last
        (_SEIZED, "Togo freed two men on the 9th, and three days after that it recalled its envoy from Ghana.", "SANCTION", "2025-03-12"),
        # the day after in other words, and the day itself
        (_SEIZED, "Togo freed two men on the 9th and on the day thereafter recalled its envoy from Ghana.", "SANCTION", "2025-03-10"),
        ("Togo freed two men on 9 March. It rained. ", "The next dawn, Ghana recalled its envoy from Togo.", "SANCTION", "2025-03-10"),
        ("Togo asked Ghana for help on 9 March. ", "Ghana refused before the evening news. It rained.", "REJECT", "2025-03-09"),
        # days on end are counted from the first of them, what comes after them from the last
        ("Togo held drills from 3 to 7 March. ",
         "Ghana recalled its envoy from Togo on the second day of the drills. It rained.", "SANCTION", "2025-03-04"),
        ("Togo held drills from 3 to 7 March. ",
         "Ghana recalled its envoy from Togo two days after the drills. It rained.", "SANCTION", "2025-03-09"),
        ("Dockers blocked the road to Ghana on Saturday and Sunday. ",
         "Police arrested nine Togolese on the second day. It rained.", "COERCE", "2025-03-09"),
        (_STRIKE, "On the second day police in Togo shot a man. On the third day Ghana recalled its envoy.", "SANCTION", "2025-03-05"),
        (_STRIKE, "On the first day of the strike Ghana recalled its envoy from Togo.", "SANCTION", "2025-03-03"),
        (_SEIZED, "On the second day before the seizure Togo had recalled its envoy.", "SANCTION", "2025-03-01"),
        (_SEIZED, "On the first day of school, Benin recalled its envoy from Togo. It rained.", "SANCTION", None),
    ],
)  # fmt: skip
def test_counted_from(before: str, text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(before + text)


@pytest.mark.parametrize(
    ("one", "other", "stem", "family"),
    [
        ("seizure", "seized", True, True),
        ("verdict", "jailed", False, True),
        ("captivity", "carried", False, True),
        ("sent", "sentence", False, False),
        ("harvest", "harbour", False, False),
    ],
)
def test_words_for_one_thing(one: str, other: str, stem: bool, family: bool) -> None:
    assert (akin(one, other), of_family(one, other)) == (stem, family)
