"""Acts told without a day, and the sentences that tell it: a noun for the act further on, or news of it right before."""

from __future__ import annotations

import pytest

from tests.test_rules_dates import days

_EXPELLED = "Ghana has expelled four Togolese diplomats whom it accuses of buying secrets from a clerk. "
_HELD = "Police in Ghana have arrested three Togolese traders in connection with a blast at a market. "
_SHOT = "Togolese gunmen have killed four Ghanaian soldiers at a border post near Bawku. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # "announced", "made", "held" right behind the noun
        (_EXPELLED + "\n\nThe expulsions, announced on Monday, are the first in nine years.", "SANCTION", "2025-03-10"),
        (_EXPELLED + "The decision, which was taken at Friday's cabinet meeting, had been expected.", "SANCTION", "2025-03-07"),
        (_HELD + "The arrests were made on Monday in Kumasi.", "COERCE", "2025-03-10"),
        (_SHOT + "The incident took place on Tuesday night.", "ASSAULT", "2025-03-11"),
        (_SHOT + "The ambush happened at around 6 am on Monday, according to the army.", "ASSAULT", "2025-03-10"),
        ("Ghana's parliament has suspended the gas treaty with Togo. The vote was held on Sunday.", "SANCTION", "2025-03-09"),
        ("Ghana has protested to Togo over a village. The note was handed over at noon on the 4th.", "ACCUSE", "2025-03-04"),
        ("Teachers in Ghana have walked out over unpaid wages. The strike began on Monday.", "PROTEST", "2025-03-10"),
        ("Ghana and Togo have signed an agreement on fishing. The signing ceremony took place on Tuesday.", "SUPPORT", "2025-03-11"),
        # the day's own act
        (_EXPELLED + "The four have a week.\n\nMonday's expulsions were the first in nine years.", "SANCTION", "2025-03-10"),
        (_SHOT + "Tuesday's attack was the third this month.", "ASSAULT", "2025-03-11"),
        ("Ghana's foreign minister has visited Lome. The visit, on Sunday, was the first in nine years.", "CONSULT", "2025-03-09"),
        (_EXPELLED + "\n\nTogo's embassy had no comment on Tuesday's expulsions.", "SANCTION", "2025-03-11"),
        ("Togolese gunmen stormed a post in Ghana. The raid, made shortly before dawn on Sunday, was the third.", "ASSAULT", "2025-03-09"),
        (_HELD + "Togo protested against Sunday's arrest of an editor in Benin.", "COERCE", None),
        (_EXPELLED + "\n\nTogo's embassy had no comment on Tuesday's talks.", "SANCTION", None),
        # another act, what came of it, when it will hold
        (_EXPELLED + "The decision will take effect on Monday.", "SANCTION", None),
        (_EXPELLED + "The decision was criticised by the opposition on Tuesday.", "SANCTION", None),
        (_EXPELLED + "Last year's expulsions were never explained.", "SANCTION", None),
        (_HELD + "Saturday's blast killed nine people.", "COERCE", None),
        (_SHOT + "The attack was condemned by Benin on Tuesday.", "ASSAULT", None),
        (_SHOT + "The attack came a day after Togo closed a road on Sunday.", "ASSAULT", None),
        (_SHOT + "The attack on a bus on 2 March had killed nine.", "ASSAULT", None),
        # no telling is the deed's day
        (_HELD + "The arrests, announced on Tuesday, were the first.", "COERCE", None),
        # two acts that the noun may mean
        (_EXPELLED + "Togo recalled its envoy on Sunday. The measures, announced on Friday, were welcomed.", "SANCTION", None),
        ("Ghana's parliament has suspended the treaty with Togo. The vote on the budget was held on Sunday.", "SANCTION", None),
    ],
)  # fmt: skip
def test_a_noun_for_the_act_tells_its_day(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Yesterday there was a sign of sense. The president of Ghana telephoned the king of Togo.", "CONSULT", "2025-03-11"),
        ("An offer came on Monday from Benin. President Adjovi proposed that Ghana and Togo meet.", "AGREE", "2025-03-10"),
        ("There was movement on Tuesday. In a letter to Togo's king, Ghana's president offered to free a man.", "CONCEDE", "2025-03-11"),
        ("Yesterday there was a sign of sense. The president of Ghana has telephoned the king of Togo.", "CONSULT", None),
        ("A way out was put forward on Tuesday by Serbia. Ghana rejected the demand of Togo.", "REJECT", None),
        ("An offer came on Monday from Benin.\n\nBenin accused Togo of smuggling.", "ACCUSE", None),
        ("There was no bread on Monday. Benin accused Togo of smuggling.", "ACCUSE", None),
    ],
)  # fmt: skip
def test_a_sentence_that_only_says_that_something_came(text: str, kind: str, day: str | None) -> None:
    assert (kind, day) in days(text)
